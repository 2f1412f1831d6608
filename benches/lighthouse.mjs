// How fast every page is on a phone with a slow line, as Lighthouse reckons it: of several runs the one in the middle.
// `node benches/lighthouse.mjs [PAGE …]` measures some alone.

import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { openLighthouse, performance } from '../tests/e2e/lighthouse.mjs';
import { PAGES } from '../tests/e2e/site.mjs';

const RUNS = 3;

const middle = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;

export async function measure(pages = PAGES) {
  const session = await openLighthouse();
  console.log('\n### What Lighthouse says of each page, as on a phone with a slow line\n');
  console.log('|  | performance | first seen | all seen | held up |\n| --- | ---: | ---: | ---: | ---: |');
  try {
    for (const page of pages) {
      const runs = [];
      for (let run = 0; run < RUNS; run += 1) runs.push(await performance(session, page));
      const of = (name) => middle(runs.map((each) => each[name]));
      console.log(`| \`${page}\` | ${of('score')} | ${seconds(of('painted'))} | ${seconds(of('largest'))} | ${Math.round(of('blocked'))} ms |`);
    }
  } finally {
    await session.close();
  }
}

if (argv[1] === fileURLToPath(import.meta.url)) await measure(argv.length > 2 ? argv.slice(2) : PAGES);
