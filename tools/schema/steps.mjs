// How the values of an answer were found: which of them have steps, what comes out of each, and where what stands in its formula
// may be from.

import { EACH, placesOf } from '../answers.mjs';
import { outputOf } from './outputs.mjs';
import { alike } from './shared.mjs';

const PLACE = '[0-9]+';
/** A key of a row of a term; what others call theirs is their own affair. */
const KEY = '[^\\n]*';

const either = (patterns) => (patterns.length === 1 ? patterns[0] : `(${patterns.join('|')})`);
const path = (...parts) => parts.join('\\.');
const whole = (patterns) => ({ pattern: `^${either(patterns)}$` });
const namesOf = (described) => either(described.map(({ name }) => name));

const wayOf = (way) => path(...way.map((part) => (part === EACH ? PLACE : part)));

/** Rows have values on the way where they have others; that one is of a line need not be said. */
function waysBetween(answer) {
  const ways = placesOf(answer).map(({ way: [root, ...rest] }) => wayOf(['between', ...rest]));
  return [...new Set(ways)];
}

/** What may have a step, by what comes out: the paths of all that is alike in this as one pattern. */
function figuresOf(answer, resultOf) {
  const places = placesOf(answer).map(({ way, outs }) => ({ way: wayOf(way), outs }));
  const all = [...places, { way: either(waysBetween(answer)), outs: answer.between }].flatMap(({ way, outs }) =>
    alike(outs.filter(({ kind }) => kind !== 'list'), resultOf).map((named) => ({ kind: named[0].kind, pattern: path(way, namesOf(named)) })));
  return alike(all, resultOf).map((paths) => ({ kind: paths[0].kind, ...whole(paths.map(({ pattern }) => pattern)) }));
}

const entries = (fields) => either(fields.map(({ name, items }) => (items ? path(name, PLACE, entries(items)) : name)));

/** Terms by their names; of those that have rows, the columns, and the members of lists in them. */
const termPaths = (terms) => terms.flatMap(({ name, kind, items }) => {
  if (kind !== 'rows') return [name];
  return items ? [path(name, KEY, namesOf(items)) + `(\\.${PLACE})?`] : [];
});

/** Where a value may be from that has no step. */
function sources({ fields, terms }) {
  const ofTerms = termPaths(terms);
  return ['as_of', path('input', entries(fields)), ...(ofTerms.length ? [path('terms', either(ofTerms))] : [])];
}

/** The steps of one calculator; `step` is what they all have. */
export function stepsOf({ calculator, answer, fields, terms }, step, known) {
  const { shared } = known;
  const resultOf = ({ kind }) => outputOf({ kind }, known);
  const figures = figuresOf(answer, (each) => JSON.stringify(resultOf(each)))
    .map(({ kind, ...pattern }) => ({ figure: shared.ref(`${calculator}_${kind}`, pattern), result: resultOf({ kind }) }));
  const source = shared.ref(`${calculator}_source`, whole(sources({ fields, terms })));
  const from = shared.ref(`${calculator}_path`, { anyOf: [source, ...figures.map(({ figure }) => figure)] });
  return {
    ...step,
    properties: { from: { additionalProperties: { if: { type: 'array' }, then: { items: from }, else: from } } },
    // What has no such path is no figure of this calculator.
    ...figures.reduceRight((otherwise, { figure, result }) => ({ if: { properties: { figure } }, then: { properties: { result } }, else: otherwise }), { properties: { figure: false } }),
  };
}
