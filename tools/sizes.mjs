// Prints what a built package weighs: the first load of each calculator as it travels, and what it is made of.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { brotliCompressSync } from 'node:zlib';
import { coreIn } from './core.mjs';
import { firstLoad } from './load.mjs';

const folder = argv[2] ?? 'pkg';

const packed = new Map();
const weigh = (name) => packed.get(name) ?? packed.set(name, brotliCompressSync(readFileSync(join(folder, name))).length).get(name);
const kilobytes = (bytes) => (bytes / 1000).toFixed(1).padStart(8);

console.log(`${'brotli, kB'.padEnd(18)}${['first', 'wasm', 'scripts', 'words', 'picture'].map((name) => name.padStart(8)).join('')}`);
for (const described of (await coreIn(folder)).calculators()) {
  const { files, picture } = firstLoad(folder, described, 'zh-Hant');
  const sum = (belongs, of = files) => kilobytes(of.filter(belongs).reduce((total, name) => total + weigh(name), 0));
  console.log(`${described.calculator.padEnd(18)}${sum(() => true)}${sum((name) => name.endsWith('.wasm'))}${sum((name) => /^(?!words\/).+\.js$/.test(name))}${sum((name) => name.startsWith('words/'))}${sum(() => true, picture)}`);
}
