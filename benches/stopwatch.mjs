// Times things against each other, and prints what came out.

/** What was computed goes here, so that no compiler may leave it out. */
export const kept = { last: undefined };

const median = (times) => times.toSorted((a, b) => a - b)[times.length >> 1];

/**
 * Runs every contestant once per round, so that a busy moment of the machine meets all of them, and gives for each
 * the milliseconds of one call: in the best and in the median round. A contestant is `{ name, work }`; `work` may
 * time itself, and then returns `{ milliseconds }`. `calls` are as many as a round needs to be long against the clock.
 */
export function race(contestants, { rounds, calls, warmUp }) {
  const timed = ({ work }, times) => {
    globalThis.gc?.();
    const start = performance.now();
    for (let call = 0; call < times; call++) kept.last = work();
    const took = (performance.now() - start) / times;
    return kept.last?.milliseconds ?? took;
  };
  // Engines compile in several stages, each only after so many calls.
  for (const contestant of contestants) timed(contestant, warmUp);
  const times = contestants.map(() => []);
  for (let round = 0; round < rounds; round++) {
    contestants.forEach((contestant, index) => times[index].push(timed(contestant, calls)));
  }
  return contestants.map(({ name }, index) => ({ name, best: Math.min(...times[index]), median: median(times[index]) }));
}

const three = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

const time = (milliseconds) => (milliseconds < 1 ? `${three.format(milliseconds * 1000)} µs` : `${three.format(milliseconds)} ms`);

/** Prints times with their ratio to the first. */
export function printRace(title, results) {
  const [{ best: first }] = results;
  printTable(title, ['', 'best', 'ratio', 'spread'], results.map(({ name, best, median }) =>
    [name, time(best), `${(best / first).toFixed(best < first * 10 ? 2 : 0)}`, `+${((median / best - 1) * 100).toFixed(0)} %`]));
}

/** Prints a Markdown table: the first column of words, the others of numbers. */
export function printTable(title, heads, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const rule = heads.map((_, index) => (index === 0 ? '---' : '---:'));
  console.log(`\n### ${title}\n`);
  for (const cells of [heads, rule, ...rows]) console.log(line(cells));
}
