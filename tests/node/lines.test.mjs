// The texts of tests/reading: what each must be read as is in the contract's form, and no text is there twice.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { calculators, read, root } from './core.mjs';

const kinds = readdirSync(new URL('tests/reading/lines/', root)).map((name) => name.replace('.json', ''));
const linesOf = (kind) => JSON.parse(read(`tests/reading/lines/${kind}.json`));
const flat = (fields) => fields.flatMap((field) => [field, ...flat(field.items ?? [])]);
const every = calculators().flatMap(({ fields }) => flat(fields));
const countries = every.find(({ kind }) => kind === 'country').choices;

const DIGITS = { TWD: 2, USD: 2, EUR: 2, CHF: 2, GBP: 2, HKD: 2, CNY: 2, INR: 2, JPY: 0, KRW: 0, KWD: 3 };
const CODES = ['missing', 'wrong_type', 'not_a_decimal', 'too_many_decimals', 'out_of_range', 'not_a_date', 'unknown_choice', 'unknown_currency', 'other_currency', 'ambiguous', null];

/** An amount as the contract writes it, from `least` on, with so many decimals at most. */
const isDecimal = (value, most, decimals, least = 0) =>
  /^(?:0|[1-9]\d*)(?:\.\d+)?$/.test(value) && (value.split('.')[1] ?? '').length <= decimals && Number(value) <= most && Number(value) >= least;

function isDay(value) {
  const day = new Date(`${value}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(value) && value >= '1990-01-01' && value <= '2100-12-31';
}

const isTime = (value) => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value);

const keysOf = (choices) => (Array.isArray(choices) ? choices : Object.keys(choices));

const isOf = {
  money: (value, { currency, minor_units: digits = DIGITS[currency] ?? 4 }) => isDecimal(value, 999_999_999_999.99, digits, Number.MIN_VALUE),
  percent: (value) => isDecimal(value, 100, 4),
  // Read as far as the field goes that takes the most.
  rate: (value) => isDecimal(value, Math.max(...every.filter(({ kind }) => kind === 'rate').map(({ max }) => Number(max))), 8, Number.MIN_VALUE),
  count: (value, { min = 1, max = 1_000_000 }) => Number.isInteger(value) && value >= min && value <= max,
  date: isDay,
  local_time: (value) => value[10] === 'T' && isDay(value.slice(0, 10)) && isTime(value.slice(11)),
  time: isTime,
  flag: (value) => typeof value === 'boolean',
  choice: (value, { choices }) => keysOf(choices).includes(value),
  country: (value) => countries.includes(value),
  currency: (value) => /^[A-Z]{3}$/.test(value),
  text: (value) => [...value].length <= 80 && !/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(value),
};

test('every kind that a field has can be read', () =>
  assert.deepEqual([...kinds].sort(), [...new Set(every.map(({ kind }) => kind).filter((kind) => kind !== 'list'))].sort()));

for (const kind of kinds) {
  test(`${kind}: what is expected is in the form of the contract, and once`, () => {
    const lines = linesOf(kind);
    for (const { text, options = {}, value, readings, code } of lines) {
      assert.equal([value, readings, code].filter((each) => each !== undefined).length, 1, text);
      for (const each of readings ?? (value === undefined ? [] : [value])) assert.ok(isOf[kind](each, options), `${text}: ${each}`);
      if (readings) assert.ok(new Set(readings).size === readings.length && readings.length > 1, text);
      if (code !== undefined) assert.ok(CODES.includes(code), `${text}: ${code}`);
    }
    assert.equal(new Set(lines.map(({ text, options }) => JSON.stringify([text, options]))).size, lines.length);
  });
}
