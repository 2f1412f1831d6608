// A portfolio, the same one every time: parts, quantities, prices and last covered days as a reseller's list has them.

const PARTS = ['WebSphere Application Server', 'Db2 Standard', 'MQ Advanced', 'Cognos, named user', 'SPSS Statistics'];

/** Noise that is the same on every machine (mulberry32). */
function* noise(seed) {
  for (let state = seed; ; ) {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    yield ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}

/** The day that all prices are asked for, and the one anniversary. */
export const AS_OF = '2026-11-21';
export const ANNIVERSARY = '2027-03-01';

const FIRST_DAY = Date.UTC(2026, 10, 1);

/** As many lines of a renewal: a few have lapsed already, most end within the next year and a half. */
export function lines(count) {
  const source = noise(20_261_121);
  const below = (limit) => Math.floor(source.next().value * limit);
  return Array.from({ length: count }, () => ({
    part: PARTS[below(PARTS.length)],
    quantity: 1 + below(500),
    annual_price: `${10 + below(20_000)}.${String(below(100)).padStart(2, '0')}`,
    covered_until: new Date(FIRST_DAY + below(540) * 86_400_000).toISOString().slice(0, 10),
  }));
}

const WRONG_EVERY = 1000;

/** The same as a table. Now and then a price is not one, as happens in tables. */
export function csv(count) {
  const rows = lines(count).map(({ part, quantity, annual_price, covered_until }, index) => {
    const price = index % WRONG_EVERY === WRONG_EVERY - 1 ? '1e3' : annual_price;
    return `${part.includes(',') ? `"${part}"` : part},${quantity},${price},${covered_until}\n`;
  });
  return ['part,quantity,annual_price,covered_until\n', ...rows].join('');
}
