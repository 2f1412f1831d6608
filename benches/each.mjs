// Every calculator's own example, answered in full: as fast as somebody types.

import assert from 'node:assert/strict';
import { calculators, quote } from './core.mjs';
import { printRace, race } from './stopwatch.mjs';

/** One answer may cost as much as so many cancellations, unless it answers many lines. */
const MOST = 10;
const MANY_LINES = 10;

export function measure() {
  const all = calculators();
  const cancellation = all.find(({ calculator }) => calculator === 'cancellation');
  const order = [cancellation, ...all.filter((each) => each !== cancellation)];
  const lines = new Map(order.map(({ calculator, example }) => [calculator, quote(example).lines.length]));
  const results = race(order.map(({ calculator, example }) => ({ name: `\`${calculator}\`, ${lines.get(calculator)} lines`, work: () => quote(example) })),
    { rounds: 15, calls: 100, warmUp: 1000 });
  printRace('The example of each calculator, every figure with its step', results);
  const slow = results.filter(({ best }, index) => best > results[0].best * MOST && lines.get(order[index].calculator) < MANY_LINES);
  assert.deepEqual(slow.map(({ name }) => name), [], `slower than ${MOST} cancellations`);
}
