// Puts our way of opening it in front of what wasm-bindgen made of a crate that stands apart from the core, in one small script, and marks
// the WebAssembly with the build that both belong to: `node tools/apart.mjs MADE FOLDER BUILD`.

import { appendFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { argv } from 'node:process';
import { build } from 'esbuild';

const [made, folder, mark] = argv.slice(2);
const name = basename(made, '.js');
const file = `${name}_bg.wasm`;

/** What each gives to others. */
const GIVES = { workbook: 'init, write', sheets: 'init, readSheets' };

/** What reads a workbook does so in a memory of its own each time. */
const ANEW = name === 'sheets';

/** It is always given a compiled module; its own search, left in, would be followed by bundlers and fetched. */
const OPENING = /async function __wbg_init_once\([\s\S]*?\n}\n/;
const OPENED = `async function __wbg_init_once({ module_or_path: module }) {
  return __wbg_finalize_init(await WebAssembly.instantiate(module, __wbg_get_imports()), module);
}
`;

/** It opens what it was given last, where that is to be anew. */
const ONCE = /let __wbg_init_promise;\nasync function __wbg_init\([\s\S]*?\n}\n/;
const EACH_TIME = 'const __wbg_init = __wbg_init_once;\n';

const guideless = {
  name: 'guideless',
  setup({ onLoad }) {
    onLoad({ filter: /\.js$/ }, async ({ path }) => {
      if (path !== resolve(made)) return undefined;
      const text = await readFile(path, 'utf8');
      const opened = text.replace(OPENING, OPENED);
      const without = ANEW ? opened.replace(ONCE, EACH_TIME) : opened;
      if (opened === text || (ANEW && without === opened) || without.includes('import.meta')) throw new Error(`${made} does not look for its WebAssembly as it used to`);
      return { contents: without, loader: 'js' };
    });
  },
};

await build({
  stdin: {
    contents: `
      import * as glue from ${JSON.stringify(resolve(made))};
      import { opening } from './${name}/opening.ts';
      export const { ${GIVES[name]} } = opening(glue, () => new URL('./${file}', import.meta.url), '${mark}', '${file}');
      export const build = '${mark}';
    `,
    resolveDir: '.',
  },
  plugins: [guideless],
  outfile: join(folder, `${name}.js`),
  bundle: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  logLevel: 'warning',
});

/** A section of our own: its kind, how long it is, its name, and what it says. Browsers pass over it. */
const [titled, said] = ['clausewise', mark].map((each) => Buffer.from(each));
const length = 1 + titled.length + said.length;
if (length > 127) throw new Error('a length of one byte only');
appendFileSync(join(folder, file), Buffer.concat([Buffer.from([0, length, titled.length]), titled, said]));
