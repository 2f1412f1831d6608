// Requests made up for workbooks: renewals, reinstatements, cancellations and flex plans as people have them, with month ends, leap days,
// lapsed lines, odd cents, and now and then amounts as large as they come. The same seed makes the same requests everywhere.

import { calculators } from '../node/core.mjs';

/** A small generator of numbers from 0 up to below 1 (mulberry32). */
export function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const CURRENCIES = [['USD', 2], ['TWD', 2], ['TWD', 0], ['JPY', 0], ['EUR', 2], ['KWD', 3]];
const DAY = 86_400_000;
const EDGES = ['2028-02-29', '2024-02-29', '2027-02-28', '2026-12-31', '2027-01-31', '2026-11-30', '2026-10-31', '2027-03-31'];

export function makeUp(count, seed = 7) {
  const random = randomFrom(seed);
  const below = (limit) => Math.floor(random() * limit);
  const pick = (list) => list[below(list.length)];
  const some = (share, value) => (random() < share ? value() : undefined);
  const dayFrom = (base, least, most) => new Date(Date.parse(base) + (least + below(most - least)) * DAY).toISOString().slice(0, 10);
  const day = (base, least, most) => (random() < 0.2 ? pick(EDGES) : dayFrom(base, least, most));
  const services = calculators().find(({ calculator }) => calculator === 'flex').fields.find(({ name }) => name === 'years').items[1].items[0].choices;

  /** From a few cents to as much as may be entered. */
  const amount = (places, most = 11) => {
    const whole = String(1 + below(10 ** (1 + below(random() < 0.85 ? 6 : most))));
    return places && random() < 0.7 ? `${whole}.${String(below(10 ** places)).padStart(places, '0')}` : whole;
  };
  const percent = () => pick(['5', '0', '7.25', '33.3333', '100', '19.6', '0.0001', '12.5']);
  const many = (most, make) => Array.from({ length: 1 + below(most) }, (_, index) => make(index));
  const kept = (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

  const MAKERS = {
    renewal: (as_of, places) => {
      const programme = random() < 0.8 ? 'PA' : 'PAE';
      return kept({
        programme, anniversary: programme === 'PA' ? day(as_of, -200, 400) : undefined, tax_percent: some(0.6, percent),
        lines: many(random() < 0.1 ? 40 : 4, (index) => kept({
          part: some(0.6, () => pick([`D${index}ABC`, '主動式', '=1+1', '7.31', 'nan', 'a, "b"'])), quantity: pick([1, 2, 3, 7, 12, 100, 999, 1_000_000]),
          annual_price: amount(places), covered_until: day(as_of, random() < 0.2 ? -200 : 0, 500), later_annual_price: some(0.3, () => amount(places)),
        })),
      });
    },
    reinstatement: (as_of, places) => kept({
      tax_percent: some(0.5, percent), rate_percent: some(0.3, () => pick(['55', '60', '62.5', '33.3333', '100'])),
      lines: many(random() < 0.1 ? 30 : 4, () => kept({
        part: some(0.5, () => 'WAS'), family: pick(['websphere', 'rational', 'lotus', 'information_management', 'tivoli', 'other']), quantity: pick([1, 2, 5, 33, 1_000, 1_000_000]),
        new_licence_price: amount(places), covered_until: day(as_of, -900, random() < 0.2 ? 100 : 0), annual_price: some(0.5, () => amount(places)),
      })),
    }),
    cancellation: (as_of, places) => ({
      lines: many(random() < 0.1 ? 30 : 5, () => kept({
        service: some(0.5, () => 'Workshop'), fee: amount(places), starts_on: dayFrom(as_of, -10, 40), cancelled_on: some(0.4, () => dayFrom(as_of, -5, 15)), paid_with: some(0.4, () => pick(['cash', 'flex', 'credits'])),
      })),
    }),
    flex: (as_of, places, currency) => kept({
      signed_on: day(as_of, -60, 60), usd_rate: currency === 'USD' ? undefined : pick(['1', '32.5', '31.12345678', '0.00000001', '1000000', '147.3']),
      years: many(3, () => ({ allowance: amount(places), allocations: Array.from({ length: below(6) }, () => ({ service: random() < 0.4 ? pick(['proactive_credits', 'custom_proactive_services']) : pick(services), amount: amount(places) })) })),
    }),
  };
  return Array.from({ length: count }, (_, index) => {
    const calculator = Object.keys(MAKERS)[index % 4];
    const [currency, places] = pick(CURRENCIES);
    const as_of = dayFrom('2026-01-01', 0, 900);
    const own = { USD: 2, TWD: 2, EUR: 2, JPY: 0, KWD: 3 }[currency];
    return { calculator, as_of, currency, ...(own === places ? {} : { minor_units: places }), input: MAKERS[calculator](as_of, places, currency) };
  });
}

/** The same request with other entries, where a workbook says that it follows them; which they are, and to what. */
export function changeSome({ request, entries, kindAt, minorDigits, choicesAt }, random) {
  const below = (limit) => Math.floor(random() * limit);
  const changed = structuredClone(request);
  const changes = [];
  const open = entries.filter(({ effect, path }) => effect !== 'none' && path !== 'currency');
  if (!open.length) return { changed, changes };
  for (let left = 1 + below(3); left > 0; left--) {
    const { path, ...place } = open[below(open.length)];
    if (changes.some((each) => each.path === path)) continue;
    const way = path.split('.');
    const name = way.pop();
    const holder = path === 'as_of' ? changed : way.slice(1).reduce((at, part) => at[part], changed.input);
    const value = otherThan(holder[name], kindAt(path), minorDigits, choicesAt(path), random);
    if (value === undefined || value === holder[name]) continue;
    holder[name] = value;
    changes.push({ path, value, ...place });
  }
  return { changed, changes };
}

function otherThan(value, kind, minorDigits, choices, random) {
  const below = (limit) => Math.floor(random() * limit);
  switch (kind) {
    case 'count': return Math.max(1, Math.min(1_000_000, Number(value) + 1 + below(20)));
    case 'money': {
      const whole = 1 + below(10 ** (1 + below(6)));
      return minorDigits ? `${whole}.${String(below(10 ** minorDigits)).padStart(minorDigits, '0')}` : String(whole);
    }
    case 'percent': return ['5', '8.875', '33.3333', '0.5'][below(4)];
    case 'rate': return ['1', '30.25', '31.12345678'][below(3)];
    case 'date': return new Date(Date.parse(value) + (1 + below(40)) * DAY).toISOString().slice(0, 10);
    case 'flag': return !value;
    case 'choice': return choices[below(choices.length)];
    default: return undefined;
  }
}
