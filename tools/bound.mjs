// Puts a script of ours in front of what wasm-bindgen made, as one small script, and marks the WebAssembly with the build that both belong
// to.

import { appendFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

/** What it is given is always a compiled module. Its own search and downloads, left in, would be followed by bundlers and fetched. */
const OPENING = /async function __wbg_init_once\([\s\S]*?\n}\n/;
const OPENED = `async function __wbg_init_once({ module_or_path: module }) {
  return __wbg_finalize_init(await WebAssembly.instantiate(module, __wbg_get_imports()), module);
}
`;

/** What was made, opened in our way; `change` may do more to it. */
const opened = (made, change) => ({
  name: 'opened',
  setup({ onLoad }) {
    onLoad({ filter: /\.js$/ }, async ({ path }) => {
      if (path !== resolve(made)) return undefined;
      const text = await readFile(path, 'utf8');
      const contents = change(changed(text, OPENING, OPENED));
      if (contents.includes('import.meta')) throw new Error(`${made} does not look for its WebAssembly as it used to`);
      return { contents, loader: 'js' };
    });
  },
});

/** A text with a part of it written anew, which has to be there. */
export function changed(text, part, anew) {
  if (!part.test(text)) throw new Error(`what wasm-bindgen makes is not as it used to be: ${part}`);
  return text.replace(part, anew);
}

/** A section of our own: its kind, how long it is, its name, and what it says. Browsers pass over it. */
function section(title, text) {
  const [titled, said] = [title, text].map((each) => Buffer.from(each));
  const length = 1 + titled.length + said.length;
  if (length > 127 || titled.length > 127) throw new Error('a length of one byte only');
  return Buffer.concat([Buffer.from([0, length, titled.length]), titled, said]);
}

/** Writes `NAME.js` into a folder, of a script that imports what was made, and marks `NAME_bg.wasm` there. */
export async function bind({ made, folder, name, mark, script, change = (text) => text }) {
  await build({
    stdin: { contents: script, resolveDir: '.' },
    plugins: [opened(made, change)],
    outfile: join(folder, `${name}.js`),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    logLevel: 'warning',
  });
  appendFileSync(join(folder, `${name}_bg.wasm`), section('clausewise', mark));
}
