// What one field takes, by its kind.

import { date, decimal, localTime, text, time } from './patterns.mjs';

/** The most of most rates. */
const RATE_MAX = '1000000';

const KINDS = {
  money: (field, { shared, minorUnits }) => shared.ref(field.currency ? `money_${field.currency.toLowerCase()}` : 'money', decimal({ ...field, decimals: field.max_decimals ?? minorUnits.max })),
  percent: (field, { shared }) => shared.ref('percent', decimal({ ...field, decimals: field.max_decimals })),
  rate: (field, { shared }) => shared.ref(field.max === RATE_MAX ? 'rate' : `rate_up_to_${field.max}`, decimal({ ...field, decimals: field.max_decimals })),
  date: (field, { shared }) => shared.ref('date', date(field)),
  local_time: (field, { shared }) => shared.ref('local_time', localTime(field)),
  time: (_, { shared }) => shared.ref('time', time()),
  count: ({ min, max }) => ({ type: 'integer', minimum: min, maximum: max }),
  flag: () => ({ type: 'boolean' }),
  text: (field, { shared }) => shared.ref('text', text(field.max_length)),
  country: ({ choices }, { shared }) => shared.ref('country', { enum: choices }),
  currency: (_, { shared, currencies }) => shared.ref('currency', { enum: currencies }),
  choice: ({ name, choices }, { shared }) => shared.oneOf(name, choices),
};

/** The schema of a field's value; `known` are the definitions shared and what was asked of the core beside its description. */
export function valueOf(field, known) {
  const kind = KINDS[field.kind];
  if (!kind) throw new Error(`${field.name} is of kind ${field.kind}, for which there is no schema`);
  return kind(field, known);
}

/** The first field of a kind that any calculator has. */
export const firstOf = (calculators, kind) => calculators.flatMap(({ fields }) => fields.flatMap((field) => [field, ...field.items ?? []])).find((field) => field.kind === kind);
