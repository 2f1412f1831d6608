// What a calculator takes: an object of the fields that it has, and of no others. What its own terms decide stands apart,
// since a request may bring other terms.

import { ladder, rulesOf } from './conditions.mjs';
import { isEmpty, ofFields, some } from './shared.mjs';
import { valueOf } from './values.mjs';

/** What holds whatever the terms are. */
function record(fields, path, known) {
  const value = (field) => {
    if (field.kind === 'list') return { type: 'array', minItems: field.min, maxItems: field.max, items: record(field.items, [...path, field.name], known) };
    return field.from_terms ? { type: 'string' } : valueOf(field, known);
  };
  const rules = rulesOf(fields, path, known).filter(({ isOwn, isOfTerms }) => isOwn && !isOfTerms).flatMap(({ schemas }) => schemas);
  return {
    type: 'object',
    properties: ofFields(fields, (field) => ({ ...known.titled(field, path), ...value(field) })),
    ...some('required', fields.filter((field) => field.required && !field.only_if).map(({ name }) => name)),
    additionalProperties: false,
    ...some('allOf', [...rules, ...ladder(fields)]),
  };
}

/** What holds by the calculator's own terms alone. */
function byTerms(fields, path, known) {
  const value = (field) => {
    if (field.kind === 'list') return some('items', byTerms(field.items, [...path, field.name], known));
    return field.from_terms ? valueOf(field, known) : {};
  };
  const rules = rulesOf(fields, path, known).filter(({ isOwn, isOfTerms }) => isOwn && isOfTerms).flatMap(({ schemas }) => schemas);
  return { ...some('properties', ofFields(fields, value)), ...some('allOf', rules) };
}

/** Rules of this record and of those in it that look further than the record itself. */
const farther = (fields, path, known) => [
  ...rulesOf(fields, path, known).filter(({ isOwn }) => !isOwn),
  ...fields.flatMap((field) => (field.kind === 'list' ? farther(field.items, [...path, field.name], known) : [])),
];

/** Every request of one calculator, but for what they all have in common. */
export function requestOf({ calculator, pack, money, fields }, known) {
  const rules = farther(fields, [], known);
  const chosen = (isOfTerms) => rules.filter((rule) => rule.isOfTerms === isOfTerms).flatMap(({ schemas }) => schemas);
  const own = { ...some('properties', some('input', byTerms(fields, [], known))), ...some('allOf', chosen(true)) };
  return {
    type: 'object',
    ...known.said(calculator),
    properties: {
      terms: { if: { type: 'string' }, then: { const: pack }, else: { properties: { calculators: { contains: { const: calculator } } } } },
      input: record(fields, [], known),
    },
    ...(money ? { required: ['currency'] } : {}),
    ...some('allOf', chosen(false)),
    // By terms that came along, other things may be chosen, and other countries have terms of their own.
    ...(isEmpty(own) ? {} : { if: { required: ['terms'], properties: { terms: { type: 'object' } } }, else: own }),
  };
}
