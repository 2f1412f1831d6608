// What must hold of steps that say where their values are from: the formula, worked out from its values alone, gives the
// result; and every value has the place that it is said to be from, so that from any figure one gets to what was entered and
// to the terms, and nowhere else.

import assert from 'node:assert/strict';
import { source } from './sources.mjs';

const { describedAt, namesIn, parse, workedOut, write } = await source('formula/parse', 'formula/evaluate', 'described');

/** What stands at a path of something: undefined where nothing does. */
const at = (of, path) => path.reduce((value, name) => (value !== null && typeof value === 'object' && Object.hasOwn(value, name) ? value[name] : undefined), of);

/** An amount that was entered as 1000 has the currency's decimals by the time that it counts. */
const plain = (value) => (typeof value === 'string' && /^-?\d+\.\d+$/.test(value) ? value.replace(/\.?0+$/, '') : String(value));
const isSame = (one, other) => (Array.isArray(one) && Array.isArray(other) ? one.length === other.length && one.every((each, index) => isSame(each, other[index])) : plain(one) === plain(other));

/** What a term says on a day: itself, or a column of its row that has the key. */
function saidBy({ values, services }, [name, key, column, ...item], asOf) {
  // The catalogue is no value that changes; its signs have names.
  if (name === 'services') {
    const said = services?.find((service) => service.key === key)?.[column];
    return column === 'mark' ? MARKS[said] : said;
  }
  const value = values[name]?.dated.filter(({ from = '' }) => from <= asOf).at(-1)?.value;
  if (column === undefined) return value;
  // A row without a key of its own is told by its number; of a list in its column one member may be meant.
  if (/^\d+$/.test(key)) return at(value?.[Number(key)]?.[column], item);
  // A country may have several rows; one of them has the column.
  return value?.find((row) => Object.hasOwn(row, column) && Object.entries(row).some(([of, said]) => said === key || (of === 'countries' && said.includes(key))))?.[column];
}

const MARKS = { '✓': 'included', '+': 'orderable', '+1': 'orderable_up_to_a_limit' };

/** Of each step: its formula is one, its values are all there and where they are said to be from, and they give its result. */
export function assertTrace(request, answer, described, pack) {
  const before = new Map();
  for (const step of answer.steps ?? []) {
    assertStep(step, { request, answer, described, pack, before });
    before.set(step.figure, step);
  }
}

function assertStep(step, known) {
  const { figure, formula, values, from, result } = step;
  const told = `${figure} = ${formula} with ${JSON.stringify(values)}`;
  const tree = parse(formula);
  assert.equal(write(tree), formula);
  assert.deepEqual(Object.keys(values), namesIn(tree), told);
  assert.deepEqual(Object.keys(from), namesIn(tree), told);

  const kinds = new Map();
  for (const [name, origin] of Object.entries(from)) {
    const paths = [origin].flat();
    if (Array.isArray(origin)) assert.equal(values[name].length, paths.length, told);
    paths.forEach((path, index) => {
      const value = Array.isArray(origin) ? values[name][index] : values[name];
      assertOrigin(path, value, known, `${told}: ${name}`);
      const { kind } = describedAt(known.described, path) ?? {};
      assert.ok(kind, `${path} is nowhere described`);
      assert.equal(kinds.get(name) ?? kind, kind, `${told}: ${name} is of two kinds`);
      kinds.set(name, kind);
    });
  }
  const own = describedAt(known.described, figure);
  assert.ok(own, `${figure} is nowhere described`);
  // A list of none is of no kind.
  assert.deepEqual(workedOut(step, own.kind, (name) => kinds.get(name) ?? 'text'), result, told);
}

function assertOrigin(path, value, { request, answer, pack, before }, told) {
  const [root, ...rest] = path.split('.');
  if (root === 'as_of') return assert.equal(value, answer.as_of, told);
  if (root === 'input' || root === 'terms') {
    const there = root === 'input' ? at(request.input, rest) : saidBy(pack, rest, answer.as_of);
    assert.notEqual(there, undefined, `${told} is from ${path}, where nothing is`);
    return assert.ok(isSame(there, value), `${told} is from ${path}, which is ${JSON.stringify(there)}`);
  }
  const step = before.get(path);
  assert.ok(step, `${told} is from ${path}, which has no step before`);
  // So everything ends in entries and terms: each step before has been looked at in the same way.
  assert.ok(step.from, `${told} is from ${path}, which does not say where it is from`);
  assert.deepEqual(step.result, value, `${told} is from ${path}`);
}
