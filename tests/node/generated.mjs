// Requests made up from the core's own description of its calculators: most of them sound, some wrong in one place.
// The same seed makes the same requests everywhere.

import { calculators } from './core.mjs';

/** A small generator of numbers from 0 up to below 1 (mulberry32). */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const CURRENCIES = [['USD', 2], ['TWD', 2], ['EUR', 2], ['JPY', 0], ['KWD', 3]];

const WRONG = [null, true, 12.5, -1, '', 'x', '1e3', '-5', '0', '007', '1.00001', '1000000000000', '2026-02-30', '9999-12-31', [], {}, [[]], { a: 1 }];

export function generated(count, seed = 20261121) {
  const random = randomFrom(seed);
  const below = (limit) => Math.floor(random() * limit);
  const pick = (list) => list[below(list.length)];
  const digits = (most) => String(below(10 ** (1 + below(most))));
  const day = () => new Date(Date.UTC(2024, 0, 1) + below(2_200) * 86_400_000).toISOString().slice(0, 10);

  const clock = () => [below(24), below(60)].map((part) => String(part).padStart(2, '0')).join(':');

  const amount = (places) => {
    const whole = String(1 + below(10 ** (1 + below(11))));
    return places && random() < 0.7 ? `${whole}.${digits(places).padStart(places, '0').slice(0, places)}` : whole;
  };

  const value = (field, request, made) => {
    switch (field.kind) {
      case 'money': return amount(field.max_decimals ?? request.minor_units ?? CURRENCIES.find(([code]) => code === request.currency)[1]);
      case 'percent': return pick(['0', '5', '7.25', '33.3333', '100']);
      case 'rate': return pick(['1', '32.5', '0.00000001', field.max, '31.12345678']);
      case 'date': return day();
      case 'flag': return random() < 0.5;
      case 'local_time': return `${day()}T${clock()}`;
      case 'time': return clock();
      case 'count': {
        const most = made[field.at_most] ?? field.max;
        return pick([1, 2, 3, 7, 10, 100, 999_999, 1_000_000].filter((count) => count >= field.min && count <= most));
      }
      case 'text': return pick(['D1', '主動式', 'a, "b"', '=1+1', '', '7.31', 'V8.2', '6.5.x']);
      // Often one whose terms are its own.
      case 'country': return random() < 0.5 ? pick(field.choices) : pick(['AE', 'BR', 'CA', 'CN', 'DM', 'FR', 'HK', 'IN', 'IT', 'JP', 'LT', 'MA', 'MX', 'PL', 'PS', 'RU', 'SG', 'TH', 'TW', 'UA', 'US']);
      case 'currency': return pick(['TWD', 'USD', 'JPY']);
      case 'choice': return pick(field.choices);
      case 'list': return Array.from({ length: Math.max(field.min ?? 0, below(5)) }, () => record(field.items, request, made));
      default: throw new Error(`${field.name} is of kind ${field.kind}, which nobody makes up yet`);
    }
  };

  const applies = (condition, made, above, request) => {
    if (!condition) return true;
    const { in: within, not_in: without, field, or, and } = condition;
    const decider = made[field] ?? above[field] ?? request[field];
    const own = (!within || within.includes(decider)) && !without?.includes(decider);
    return (own || (or !== undefined && applies(or, made, above, request))) && applies(and, made, above, request);
  };

  const record = (fields, request, above = {}) => {
    const made = {};
    for (const field of fields) {
      if (!applies(field.only_if, made, above, request)) continue;
      if (field.required || random() < 0.5) made[field.name] = value(field, request, made);
    }
    return made;
  };

  /** Puts something wrong in, somewhere. */
  const spoil = (place) => {
    const names = Object.keys(place);
    const name = pick([...names, 'nonsense']);
    if (place[name] && typeof place[name] === 'object' && random() < 0.8) spoil(place[name]);
    else if (random() < 0.2 && !Array.isArray(place)) delete place[name]; // A hole in a list is no JSON.
    else place[name] = pick(WRONG);
  };

  const described = calculators();
  return Array.from({ length: count }, (_, index) => {
    const { calculator, fields } = described[index % described.length];
    const [currency] = pick(CURRENCIES);
    const request = { calculator, as_of: day(), currency };
    if (random() < 0.2) request.minor_units = below(5);
    request.input = record(fields, request);
    if (random() < 0.3) spoil(request);
    return request;
  });
}
