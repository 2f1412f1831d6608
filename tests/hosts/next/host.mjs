// Next with its app router, exported: the page is made on a server, where the element is a tag that says what it is for.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { reads } from '../visit.mjs';

export const quick = true;

export default async function (host) {
  await host.script('build');
  const prerendered = await readFile(host.at('out/index.html'), 'utf8');
  assert.match(prerendered, /<clausewise-quote [^>]*calculator="cancellation"[^>]*>To cancel, ask your partner\.<\/clausewise-quote>/);
  const { url } = await host.serve('out');
  await host.visit(url, async (visit) => {
    await visit.worksOutAndLooksUp();
    // A request that was a text in the markup: half of 800.
    await reads(await visit.calculator('#filled'), 'figures.refund', '400.00');
  });
}
