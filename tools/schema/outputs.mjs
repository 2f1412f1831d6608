// What an answer holds, by the kinds of what is described of it.

import { anyAmount, anyDate, anyDecimal, anyLocalTime, anyMonth, anyShare, time } from './patterns.mjs';
import { ofFields, some } from './shared.mjs';

const TEXT = { type: 'string' };

const KINDS = {
  money: (_, { shared, minorUnits }) => shared.ref('money', anyAmount(minorUnits.max)),
  percent: (_, { shared }) => shared.ref('percent', anyShare()),
  rate: (_, { shared }) => shared.ref('decimal', anyDecimal()),
  ratio: (_, { shared }) => shared.ref('decimal', anyDecimal()),
  date: (_, { shared }) => shared.ref('date', anyDate()),
  month: (_, { shared }) => shared.ref('month', anyMonth()),
  local_time: (_, { shared }) => shared.ref('local_time', anyLocalTime()),
  time: (_, { shared }) => shared.ref('time', time()),
  count: () => ({ type: 'integer' }),
  flag: () => ({ type: 'boolean' }),
  text: () => TEXT,
  // Which clauses there are, the terms say.
  clause: () => TEXT,
  // Keys that the terms name are others by other terms.
  choice: ({ name, choices, from_terms: isOfTerms }, { shared }) => (!choices || isOfTerms ? TEXT : shared.oneOf(name, choices)),
  list: ({ items }, known) => ({ type: 'array', items: rowOf(items, known) }),
};

/** The schema of one value of an answer. */
export function outputOf(out, known) {
  const kind = KINDS[out.kind];
  if (!kind) throw new Error(`${out.name} is of kind ${out.kind}, for which there is no schema`);
  return kind(out, known);
}

/** An object of these values, but for those that are there only sometimes, and of no others. */
export function rowOf(outs, known) {
  return {
    type: 'object',
    properties: ofFields(outs, (out) => outputOf(out, known)),
    ...some('required', outs.filter(({ optional }) => !optional).map(({ name }) => name)),
    additionalProperties: false,
  };
}

/** What holds of them by the calculator's own terms alone. */
export function rowByTerms(outs, known) {
  return some('properties', ofFields(outs, ({ name, kind, choices, from_terms: isOfTerms, items }) => {
    if (kind === 'list') return some('items', rowByTerms(items, known));
    return isOfTerms ? known.shared.oneOf(name, choices) : {};
  }));
}
