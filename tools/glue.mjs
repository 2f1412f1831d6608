// Puts our way of opening a core in front of what wasm-bindgen made of it: `node tools/glue.mjs MADE FOLDER NAME BUILD TOLD`. TOLD, where
// it is given, is a file with what the core of one calculator says of itself and of its terms: that stays as it is, and needs no
// WebAssembly.

import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { argv } from 'node:process';
import { bind } from './bound.mjs';
import { parsed } from './module.mjs';

const [made, folder, name, mark, told] = argv.slice(2);
const file = `${name}_bg.wasm`;
/** Only the whole core prices portfolios. */
const isWhole = basename(folder) !== 'only';
const beside = isWhole ? file : `only/${file}`;

/** Both lists as functions of a core: each time anew, so that nobody changes another's. */
function saying(file) {
  const lists = JSON.parse(readFileSync(file, 'utf8'));
  return Object.entries(lists).map(([list, value]) => `${list}: () => ${parsed(value)}`).join(', ');
}

const PORTFOLIOS = `
  export const { quoteTable } = core;
  export const quoteCsvStream = stream(core.quoteCsvPiece);
  export const quoteTableStream = tableStream(core.quoteTablePiece, core.readTable);
`;

await bind({ made, folder, name, mark, script: `
  import * as glue from ${JSON.stringify(resolve(made))};
  import { opening } from './www/core/opening.ts';
  ${isWhole ? "import { stream } from './www/core/stream.ts'; import { tableStream } from './www/core/table_stream.ts';" : ''}
  const core = opening(glue, () => new URL('./${file}', import.meta.url), '${mark}', '${beside}', { ${told === undefined ? '' : saying(told)} });
  export default core.init;
  export const { initSync, quote, quoteCsv, read, readTable, calculators, terms } = core;
  ${isWhole ? PORTFOLIOS : ''}
  export const build = '${mark}';
` });
