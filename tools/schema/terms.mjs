// Terms by the id of a pack or as a whole pack: its shape, as far as every pack has it. Whether it is enough for a calculator,
// and whether the clauses that it cites are there, the core alone sees.

import { decimal } from './patterns.mjs';
import { members } from './shared.mjs';
import { valueOf } from './values.mjs';

/** A list in a pack may have so many items. */
const MOST = 1_000;
/** A term may run to a century of days. */
const DAYS = 36_525;

const list = (items) => ({ type: 'array', maxItems: MOST, items });

/** What a term's value is, by its kind; a rule has none. */
const values = ({ shared, percent, time, money, code, keys, row, countryRow }) => ({
  rule: undefined,
  count: { type: 'integer', minimum: 0, maximum: DAYS },
  percent,
  usd: shared.ref('usd_of_terms', decimal({ max: money.max, decimals: money.decimals })),
  keys,
  time,
  month: { type: 'string', pattern: '^(?:199\\d|20\\d\\d)-(?:0[1-9]|1[0-2])$|^2100-(?:0[1-9]|1[0-2])$' },
  table: list(row),
  by_country: list({ allOf: [row, { required: ['clause', 'countries'], properties: { clause: code, countries: countryRow } }] }),
});

export function termsSchema(calculators, known, firstOf) {
  const { shared } = known;
  const value = (kind) => valueOf(firstOf(kind), known);
  const [date, plain, percent, country] = ['date', 'text', 'percent', 'country'].map(value);
  const text = { ...plain, minLength: 1 };
  const keys = list(plain);
  const row = shared.ref('row_of_terms', {
    type: 'object',
    additionalProperties: { if: { type: 'string' }, then: plain, else: { if: { type: 'number' }, then: { type: 'integer' }, else: { not: { type: 'object' } } } },
  });
  const money = { max: firstOf('money').max, decimals: firstOf('percent').max_decimals };
  const kinds = values({ shared, percent, time: value('time'), money, code: text, keys, row, countryRow: list(country) });

  const term = {
    ...members({ kind: { enum: Object.keys(kinds) }, clause: text, dated: { ...list({ type: 'object' }), minItems: 1 } }),
    allOf: Object.entries(kinds).map(([kind, held]) => ({
      if: { required: ['kind'], properties: { kind: { const: kind } } },
      then: { properties: { dated: { items: members({ checked: date, ...(held ? { value: held } : {}) }, { from: date }) } } },
    })),
  };
  const service = members({ key: text, table: { type: 'integer' }, mark: { enum: ['✓', '+', '+1'] }, group: text, clause: text, checked: date });
  const clause = members({ section: text, checked: date }, { kind: { enum: ['calculation', 'eligibility', 'lookup', 'notice'] } });
  const pack = members({
    id: text,
    document: members({ publisher: text, name: text, language: text }),
    edition: text,
    calculators: list({ enum: calculators.map(({ calculator }) => calculator) }),
    clauses: { type: 'object', additionalProperties: clause },
    values: { type: 'object', additionalProperties: term },
  }, { services: list(service), words: { type: 'object' } });
  const ids = [...new Set(calculators.map((described) => described.pack))];
  return { if: { type: 'string' }, then: { enum: ids }, else: shared.ref('terms', pack) };
}
