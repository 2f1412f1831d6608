// Prints the figures of BENCHMARKS.md, as Markdown, measured on this machine in this one run.
// `cargo xtask bench` calls it, with a fresh pkg/; `node --expose-gc benches/run.mjs portfolio` measures one alone.

import { cpus } from 'node:os';
import { argv, version } from 'node:process';

const ROOMS = ['cancellation', 'renewal', 'each', 'portfolio', 'sizes', 'first_figure', 'lighthouse'];
const asked = argv.slice(2);

const machine = `${cpus()[0]?.model.trim() ?? 'an unnamed processor'}, ${cpus().length} cores`;
console.log(`Node ${version}; ${machine}. Times are the best of several interleaved runs; ratios are`);
console.log('to the first row, above 1 being slower; the spread is from the best to the median run.');
for (const room of asked.length > 0 ? asked : ROOMS) {
  const { measure } = await import(`./${room}.mjs`);
  await measure();
}
