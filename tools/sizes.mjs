// Prints how large the files of a built package are, as they lie there and as they travel.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { brotliCompressSync } from 'node:zlib';

const folder = argv[2] ?? 'pkg';

const FIRST_LOAD = ['clausewise.js', 'clausewise_bg.wasm', 'element.js', 'words/zh-Hant.json'];

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(10);

const files = readdirSync(folder, { recursive: true })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.(js|wasm|json)$/.test(name) && name !== 'package.json')
  .sort();

let first = 0;
console.log(`${' '.repeat(24)}${'raw'.padStart(10)}${'brotli'.padStart(10)}`);
for (const name of files) {
  const bytes = readFileSync(join(folder, name));
  const packed = brotliCompressSync(bytes).length;
  if (FIRST_LOAD.includes(name)) first += packed;
  console.log(`${name.padEnd(24)}${kilobytes(bytes.length)}${kilobytes(packed)}`);
}
console.log(`${'a first load'.padEnd(24)}${' '.repeat(10)}${kilobytes(first)}`);
