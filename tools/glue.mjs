// Puts our way of opening a core in front of what wasm-bindgen made, in one small script, and marks the WebAssembly with
// the build that both belong to: `node tools/glue.mjs MADE FOLDER NAME BUILD TOLD`. TOLD, where it is given, is a file with what
// the core of one calculator says of itself and of its terms: that stays as it is, and needs no WebAssembly.

import { appendFileSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { argv } from 'node:process';
import { build } from 'esbuild';
import { parsed } from './module.mjs';

const [made, folder, name, mark, told] = argv.slice(2);
const file = `${name}_bg.wasm`;
/** Only the whole core prices portfolios. */
const isWhole = basename(folder) !== 'only';
const beside = isWhole ? file : `only/${file}`;

/** What it is given is always a compiled module. Its own search and downloads, left in, would be followed by bundlers and fetched. */
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
      const { readFile } = await import('node:fs/promises');
      const text = await readFile(path, 'utf8');
      const without = text.replace(OPENING, OPENED);
      if (without === text || without.includes('import.meta')) throw new Error(`${made} does not look for its WebAssembly as it used to`);
      return { contents: without, loader: 'js' };
    });
  },
};

/** Both lists as functions of a core: each time anew, so that nobody changes another's. */
function saying(file) {
  const lists = JSON.parse(readFileSync(file, 'utf8'));
  return Object.entries(lists).map(([list, value]) => `${list}: () => ${parsed(value)}`).join(', ');
}

await build({
  stdin: {
    contents: `
      import * as glue from ${JSON.stringify(resolve(made))};
      import { opening } from './www/core/opening.ts';
      ${isWhole ? "import { stream } from './www/core/stream.ts';" : ''}
      const core = opening(glue, () => new URL('./${file}', import.meta.url), '${mark}', '${beside}', { ${told === undefined ? '' : saying(told)} });
      export default core.init;
      export const { initSync, quote, quoteCsv, read, readTable, calculators, terms } = core;
      ${isWhole ? 'export const quoteCsvStream = stream(core.quoteCsvPiece);' : ''}
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
function section(title, text) {
  const [titled, said] = [title, text].map((each) => Buffer.from(each));
  const length = 1 + titled.length + said.length;
  if (length > 127 || titled.length > 127) throw new Error('a length of one byte only');
  return Buffer.concat([Buffer.from([0, length, titled.length]), titled, said]);
}

appendFileSync(join(folder, file), section('clausewise', mark));
