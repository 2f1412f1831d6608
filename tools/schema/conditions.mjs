// Fields that belong there only where another says so: required there, or allowed, and refused elsewhere. Where the other is
// missing or holds what it never may, nothing follows for them, as with the core.

import { FEW, alike } from './shared.mjs';
import { valueOf } from './values.mjs';

/** The condition and those that have to hold with it. */
const chain = ({ and, ...first }) => [first, ...(and ? chain(and) : [])];

/** A condition and those that may hold in its place. */
const alternatives = ({ or, ...first }) => [first, ...(or ? alternatives(or) : [])];

const only = (name, schema) => ({ required: [name], properties: { [name]: schema } });

/** Puts what is said of an input's record into what is said of the whole request. */
export const within = (path, schema) =>
  [{ properties: 'input' }, ...path.map((name) => ({ properties: name, items: true }))].reduceRight((inner, { properties, items }) =>
    ({ properties: { [properties]: items ? { items: inner } : inner } }), schema);

/** Where the other field stands, and what is known of it: beside the field, in the input around it, or in the envelope. */
function decider(name, beside, input) {
  const found = (fields) => fields.find((field) => field.name === name);
  if (found(beside)) return { place: 'beside', field: found(beside) };
  if (found(input)) return { place: 'input', field: found(input) };
  return { place: 'envelope' };
}

/** What the other field holds where the condition is met, and where it is not: never a text that it may not hold at all. */
function sides({ field: name, in: yes, not_in: no }, { field = { name, kind: 'currency' } }, known) {
  const { shared } = known;
  const named = shared.oneOf(`some_${name}`, yes ?? no);
  const isFew = field.kind === 'choice' && field.choices.length <= FEW;
  const others = isFew ? shared.oneOf(name, field.choices.filter((choice) => !(yes ?? no).includes(choice))) : { ...valueOf(field, known), not: named };
  const [met, unmet] = yes ? [named, others] : [others, named];
  return { met: only(name, met), unmet: only(name, unmet) };
}

const all = (schemas) => (schemas.length === 1 ? schemas[0] : { allOf: schemas });
const any = (schemas) => (schemas.length === 1 ? schemas[0] : { anyOf: schemas });

/** Fields with the same condition, together. */
const grouped = (fields) => alike(fields.filter(({ only_if: condition }) => condition), ({ only_if: condition }) => JSON.stringify(condition));

/**
 * The rules among the fields of a record at a path of the input, each with what it looks at: `isOwn` where that is the record
 * itself, and `isOfTerms` where other terms may have another answer.
 */
export function rulesOf(fields, path, known) {
  const { input } = known;
  return grouped(fields).flatMap((group) => {
    const links = chain(group[0].only_if).map((link) =>
      alternatives(link).map((condition) => ({ condition, by: decider(condition.field, fields, input) })));
    const parts = links.flat();
    const isOwn = parts.every(({ by }) => by.place === 'beside');
    // Which countries a document speaks of, and what it offers, is its own affair.
    const isOfTerms = parts.some(({ by: { place, field } }) =>
      place !== 'envelope' && (field.kind === 'country' || field.from_terms));
    const looked = (schema, place) => {
      if (isOwn || place === 'envelope') return schema;
      if (place === 'beside' && path.length) throw new Error(`${group[0].name} looks at its line and elsewhere, which no schema says`);
      return { required: ['input'], properties: { input: schema } };
    };
    const both = links.map((link) => {
      const each = link.map(({ condition, by }) => {
        const { met, unmet } = sides(condition, by, known);
        return { met: looked(met, by.place), unmet: looked(unmet, by.place) };
      });
      return { met: any(each.map(({ met }) => met)), unmet: all(each.map(({ unmet }) => unmet)) };
    });
    const put = (schema) => (isOwn ? schema : within(path, schema));
    const required = group.filter((field) => field.required).map(({ name }) => name);
    const refused = Object.fromEntries(group.map(({ name }) => [name, false]));
    const schemas = [
      ...(required.length ? [{ if: all(both.map(({ met }) => met)), then: put({ required }) }] : []),
      { if: any(both.map(({ unmet }) => unmet)), then: put({ properties: refused }) },
    ];
    return [{ isOwn, isOfTerms, schemas }];
  });
}

/** Counts that may not exceed the one beside them; said for each of a few, for which alone a schema can. */
export function ladder(fields) {
  const MOST = 12;
  return fields.filter((field) => field.at_most).flatMap(({ name, at_most: other }) => {
    const { min, max } = fields.find((each) => each.name === other);
    if (max > MOST) return [];
    return Array.from({ length: max - min }, (_, index) => min + index).map((most) =>
      ({ if: only(other, { const: most }), then: { properties: { [name]: { maximum: most } } } }));
  });
}
