// Prints what a built package weighs: the first load of each calculator as it travels, and what it is made of.
// With --write, the tables of BENCHMARKS.md say so too.

import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { brotliCompressSync } from 'node:zlib';
import { coreIn } from './core.mjs';
import { firstLoad } from './load.mjs';

const writes = argv.includes('--write');
const folder = argv.slice(2).find((each) => !each.startsWith('--')) ?? 'pkg';

const packed = new Map();
const weigh = (name) => packed.get(name) ?? packed.set(name, brotliCompressSync(readFileSync(join(folder, name))).length).get(name);
const kilobytes = (bytes) => (bytes / 1000).toFixed(1).padStart(8);

const rows = (await coreIn(folder)).calculators().map((described) => {
  const { files, follows } = firstLoad(folder, described, 'zh-Hant');
  const sum = (belongs, of = files) => of.filter(belongs).reduce((total, name) => total + weigh(name), 0);
  const parts = [() => true, (name) => name.endsWith('.wasm'), (name) => /^(?!words\/).+\.js$/.test(name), (name) => name.startsWith('words/')];
  return [described.calculator, ...parts.map((belongs) => sum(belongs)), sum(() => true, follows)];
});

console.log(`${'brotli, kB'.padEnd(18)}${['first', 'wasm', 'scripts', 'words', 'follows'].map((name) => name.padStart(8)).join('')}`);
for (const [name, ...sizes] of rows) console.log(`${name.padEnd(18)}${sizes.map(kilobytes).join('')}`);

if (writes) {
  const cell = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
  const whole = ['clausewise.js', 'clausewise_bg.wasm'].map((name) => [name, statSync(join(folder, name)).size, weigh(name)]);
  const page = readFileSync('BENCHMARKS.md', 'utf8');
  // A row that nobody has written yet is for a person to place.
  const written = [...rows, ...whole].reduce((text, [name, ...sizes]) =>
    text.replace(new RegExp(`^\\| \`${name.replace('.', '\\.')}\` (\\| [\\d.,]+ kB ){${sizes.length}}\\|$`, 'm'), `| \`${name}\` | ${sizes.map(cell).join(' | ')} |`), page);
  writeFileSync('BENCHMARKS.md', written);
}
