// Puts our way of opening a core in front of what wasm-bindgen made, in one small script, and marks the WebAssembly with
// the build that both belong to: `node tools/glue.mjs MADE FOLDER NAME BUILD`.

import { appendFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { argv } from 'node:process';
import { build } from 'esbuild';

const [made, folder, name, mark] = argv.slice(2);
const file = `${name}_bg.wasm`;
const beside = basename(folder) === 'only' ? `only/${file}` : file;

/** Its own search for the WebAssembly is never used; left in, bundlers would follow it. */
const guideless = {
  name: 'guideless',
  setup({ onLoad }) {
    onLoad({ filter: /\.js$/ }, async ({ path }) => {
      if (path !== resolve(made)) return undefined;
      const { readFile } = await import('node:fs/promises');
      const text = await readFile(path, 'utf8');
      const without = text.replace(/new URL\('[\w.]+', import\.meta\.url\)/, 'undefined');
      if (without === text) throw new Error(`${made} does not look for its WebAssembly as it used to`);
      return { contents: without, loader: 'js' };
    });
  },
};

await build({
  stdin: {
    contents: `
      import * as glue from ${JSON.stringify(resolve(made))};
      import { opening } from './www/core/opening.ts';
      const core = opening(glue, () => new URL('./${file}', import.meta.url), '${mark}', '${beside}');
      export default core.init;
      export const { initSync, quote, quoteCsv, read, readTable, calculators, terms } = core;
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
