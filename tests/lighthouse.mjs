// Lighthouse on every page, as on a phone: accessibility, best practices and what search engines ask for at 100, and nothing that
// moves while a page comes. How fast they are depends on the machine, and is measured by benches/lighthouse.mjs.
// `node tests/lighthouse.mjs [PAGE …]`.

import { argv, exit } from 'node:process';
import { audit, openLighthouse } from './e2e/lighthouse.mjs';
import { PAGES } from './e2e/site.mjs';

const FULL = ['accessibility', 'best-practices', 'seo'];

/** What a page may move, of what is seen, as Lighthouse counts it. */
const MOST_MOVED = 0.01;

const named = argv.slice(2).map((name) => (name.endsWith('.html') ? name : `${name}.html`));
const session = await openLighthouse();
const failed = [];
try {
  for (const page of named.length ? named : PAGES) {
    const { scores, moved, faults } = await audit(session, page, FULL);
    const wrong = [
      ...faults,
      ...(moved <= MOST_MOVED ? [] : [`layout shift ${moved.toFixed(3)}`]),
    ];
    const told = Object.entries(scores).map(([name, score]) => `${name} ${score}`).join(', ');
    console.log(`${wrong.length ? '✖' : '✔'} ${page}: ${told}, layout shift ${moved.toFixed(3)}`);
    for (const each of wrong) console.log(`    ${each}`);
    if (wrong.length) failed.push(page);
  }
} finally {
  await session.close();
}
if (failed.length) {
  console.error(`Lighthouse finds fault with ${failed.join(', ')}`);
  exit(1);
}
