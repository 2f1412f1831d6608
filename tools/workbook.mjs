// Puts our way of opening it in front of what wasm-bindgen made of the crate that writes workbooks, in one small script, and marks the
// WebAssembly with the build that both belong to: `node tools/workbook.mjs MADE FOLDER BUILD`.

import { appendFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { argv } from 'node:process';
import { build } from 'esbuild';

const [made, folder, mark] = argv.slice(2);
const file = 'workbook_bg.wasm';

/** It is always given a compiled module; its own search, left in, would be followed by bundlers and fetched. */
const OPENING = /async function __wbg_init_once\([\s\S]*?\n}\n/;
const OPENED = `async function __wbg_init_once({ module_or_path: module }) {
  return __wbg_finalize_init(await WebAssembly.instantiate(module, __wbg_get_imports()), module);
}
`;

const guideless = {
  name: 'guideless',
  setup({ onLoad }) {
    onLoad({ filter: /\.js$/ }, async ({ path }) => {
      if (path !== resolve(made)) return undefined;
      const text = await readFile(path, 'utf8');
      const without = text.replace(OPENING, OPENED);
      if (without === text || without.includes('import.meta')) throw new Error(`${made} does not look for its WebAssembly as it used to`);
      return { contents: without, loader: 'js' };
    });
  },
};

await build({
  stdin: {
    contents: `
      import * as glue from ${JSON.stringify(resolve(made))};
      import { opening } from './workbook/opening.ts';
      export const { init, write } = opening(glue, () => new URL('./${file}', import.meta.url), '${mark}', '${file}');
      export const build = '${mark}';
    `,
    resolveDir: '.',
  },
  plugins: [guideless],
  outfile: join(folder, 'workbook.js'),
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
