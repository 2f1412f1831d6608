// Values at the edges of what the core accepts, of every kind that it knows, and those beyond them.

const DECIMALS = ['0', '0.0', '1', '1.0', '1.00', '1.000', '1.0000', '1.00000', '0.00000001', '0.000000001', '01', '00', '.5', '5.', '.', '-1', '+1', '1e3', '1,000', ' 1', '1 ', '1\n', '１',
  '99.9999', '100', '100.0000', '100.0001', '101', '999999.99999999', '1000000', '1000000.00000000', '1000000.00000001', '1000001',
  '999999999999', '999999999999.9', '999999999999.98', '999999999999.99', '999999999999.990', '999999999999.9900', '999999999999.9899', '999999999999.9901', '999999999999.991', '1000000000000'];

const DAYS = ['1989-12-31', '1990-01-01', '1999-12-31', '2000-02-29', '2026-01-00', '2026-01-31', '2026-01-32', '2026-02-28', '2026-02-29', '2026-02-30', '2026-04-30', '2026-04-31', '2026-00-10',
  '2026-12-30', '2026-13-01', '2026-4-1', '2028-02-29', '2096-02-29', '2100-02-28', '2100-02-29', '2100-12-31', '2101-01-01', '9999-12-31', '2026-11-21 ', '20261121'];

const TIMES = ['00:00', '09:30', '9:30', '19:59', '23:59', '24:00', '12:60', '12:00:00', '2026-11-21T00:00', '2026-11-21T23:59', '2026-11-21T24:00', '2026-11-21T12:60', '2026-11-21T12:00:00', '2026-11-21T12:00Z',
  '2026-11-21t12:00', '2026-11-21 12:00', '2026-02-29T12:00', '1989-12-31T23:59', '2101-01-01T00:00'];

const TEXTS = ['', 'x', 'other', 'TW', 'tw', 'XK', 'XX', 'ZZ', 'USD', 'usd', 'JPY', 'XAU', 'XXX', 'true', 'a\tb', 'a\u0000', 'a\u007fb', 'a\u0085b', 'a\u00a0b', 'a\u061cb', 'a\u200db', 'a\u200eb', 'a\u2028b', 'a\u202eb', 'a\u2066b', 'a\u206ab', '\ufeff',
  ...['x', '維', '😀'].flatMap((character) => [character.repeat(80), character.repeat(81)])];

const NUMBERS = [0, -0, 1, -1, 2, 4, 5, 10, 11, 0.5, 36_525, 36_526, 1_000_000, 1_000_001, 1e21];

export const ODD = [...DECIMALS, ...DAYS, ...TIMES, ...TEXTS, ...NUMBERS, null, true, false, [], {}, [[]], [null], ['x'], [{}], { x: 1 }];

/** Names that no field has, among them those that every object of JavaScript's knows. */
export const NAMES = ['nonsense', '', '__proto__', 'constructor', 'toString', 'hasOwnProperty'];

/** An object with a member of any name of its own, as JSON can hold it. */
export const withMember = (object, name, value) => JSON.parse(JSON.stringify(object).replace(/^\{/, `{${JSON.stringify(name)}:${JSON.stringify(value)}${Object.keys(object).length ? ',' : ''}`));
