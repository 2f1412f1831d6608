// The JSON Schema of answers refuses what is none: each value in the answers of all cases is changed in every way that makes it
// another kind of thing. That it has what `quote` does give back is asserted wherever something is asked (`assertInSchema`).

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calculators, cases, isRefusal, quote, terms } from './core.mjs';
import { isOutcome } from './schemas.mjs';
import { source } from './sources.mjs';
import { waysInto, withValue, withoutValue } from './ways.mjs';

const { describedAt } = await source('described');

const requests = [...calculators().map(({ example }) => example), ...cases.map(({ request }) => request)];
const outcomes = requests.map((request) => quote(request));
const refusals = outcomes.filter(isRefusal);
const digests = new Set(terms().map(({ digest }) => digest));
const sizeOf = (outcome) => JSON.stringify(outcome).length;
/** Those of a calculator by the terms that are built in; the small ones first, which are the quicker to look at. */
const answersOf = (calculator) => outcomes.filter((outcome) => outcome.calculator === calculator && digests.has(outcome.terms.digest)).sort((one, other) => sizeOf(one) - sizeOf(other));

const isPlace = (part) => /^\d+$/.test(part);
const isObject = (value) => typeof value === 'object' && !Array.isArray(value);

/** A way, of whichever line it is; steps are told apart by what they are the steps of. */
const meant = (answer, way) => way.map((part, at) => {
  if (at === 1 && way[0] === 'steps') return meant(answer, answer.steps[part].figure.split('.'));
  return isPlace(part) ? '*' : part;
}).join('.');

/** All that stands in the answers of a calculator, each once: the answer, the way to it, and itself. */
function placesIn(calculator) {
  const places = new Map();
  for (const answer of answersOf(calculator)) {
    for (const way of waysInto(answer)) {
      const key = meant(answer, way);
      if (!places.has(key)) places.set(key, { answer, way, value: way.reduce((within, name) => within[name], answer) });
    }
  }
  return [...places.values()];
}

/** What the core says of a value; of what comes out of a step, of which kind the figure is. */
function saidOf(described, { answer, way }) {
  const [root, place, part] = way;
  if (root === 'steps' && part === 'result') return { kind: describedAt(described, answer.steps[place].figure).kind };
  return ['figures', 'dates', 'lines'].includes(root) ? describedAt(described, way.join('.')) : undefined;
}

/** Whether a value is what a name in a formula or a sentence stands for, of whatever kind that is; whether it is where that is from. */
const isNamed = ({ way: [, , part, name] }) => part === 'values' && name !== undefined;
const isOrigin = ({ way: [, , part, name] }) => part === 'from' && name !== undefined;

/** Whether any text may stand there. */
function isAnyText(described, place) {
  const { kind, choices } = saidOf(described, place) ?? {};
  return isNamed(place) || place.way.at(-1) === 'formula' || kind === 'text' || kind === 'clause' || (kind === 'choice' && !choices);
}

/** Whether a value may be absent. */
function mayBeAbsent(described, place) {
  const [root, , part] = place.way;
  if (place.way.length === 1) return root === 'steps' || (root === 'verdict' && !described.answer.verdicts.includes('eligible'));
  if (place.way.length === 3 && ['line', 'allocation'].includes(part)) return true;
  return isNamed(place) || isOrigin(place) || saidOf(described, place)?.optional === true;
}

/** Values of each kind, and such as are none. */
const KINDS = {
  money: { right: ['0', '0.00', '-5.00', '1', '0.9999', '99999999999999999'], wrong: ['', '-0.00', '+1', '1e3', '1,000.00', '.5', '5.', '007', '1.00000', '１'] },
  percent: { right: ['0', '50', '33.3333', '250'], wrong: ['', '-1', '50%', '.5', '05'] },
  ratio: { right: ['0', '-2.5', '0.12345678'], wrong: ['', '-0', '1/2', '1.'] },
  date: { right: ['2026-11-21', '2028-02-29', '2000-02-29', '2400-02-29', '1989-12-31', '2196-01-31'], wrong: ['', '2026-11-31', '2026-02-29', '1900-02-29', '2026-13-01', '2026-1-1', '2026-11-21T00:00'] },
  month: { right: ['2026-11', '2101-01'], wrong: ['2026-13', '2026-00', '2026-11-01', '26-11'] },
  local_time: { right: ['2026-11-21T00:00', '2028-02-29T23:59'], wrong: ['2026-11-21', '2026-11-21T24:00', '2026-02-29T12:00', '2026-11-21T12:00Z', '2026-11-21 12:00'] },
  time: { right: ['00:00', '23:59'], wrong: ['24:00', '9:30', '09:60', '09:30:00'] },
  count: { right: [0, -3, 1_000_000_000], wrong: [0.5, '3', '', true] },
  flag: { right: [true, false], wrong: [0, 'true', ''] },
  text: { right: ['', 'x'], wrong: [1, true] },
  clause: { right: ['A-1'], wrong: [1, true] },
  choice: { right: [], wrong: [1, true] },
};

for (const described of calculators()) {
  const { calculator } = described;
  const places = placesIn(calculator);
  const leaves = places.filter(({ value }) => typeof value !== 'object');

  /** Each place with something else in it, which is an answer where that is meant to be, and otherwise none. */
  function assertEach(among, others, isMeant) {
    for (const place of among) {
      for (const other of others(place)) {
        const answer = other === undefined ? withoutValue(place.answer, place.way) : withValue(place.answer, place.way, other);
        assert.equal(isOutcome(answer), isMeant(place), `${place.way.join('.')}: ${JSON.stringify(other)} instead of ${JSON.stringify(place.value)}`);
      }
    }
  }

  test(`${calculator}: what is of another type is no answer`, () => {
    const others = { string: [7, true], number: ['7', true], boolean: ['true', 1], object: ['x', 7] };
    assert.ok(leaves.length > 30, `${leaves.length}`);
    assertEach(leaves, ({ value }) => others[typeof value], isNamed);
    assertEach(places, ({ value }) => (isObject(value) ? [null, []] : [null, {}]), () => false);
  });

  test(`${calculator}: nor what is of another kind`, () => {
    const ofKinds = leaves.filter((place) => saidOf(described, place));
    assert.ok(ofKinds.length > 5, `${ofKinds.length}`);
    assertEach(ofKinds, (place) => KINDS[saidOf(described, place).kind].right, () => true);
    assertEach(ofKinds, (place) => KINDS[saidOf(described, place).kind].wrong, () => false);
  });

  test(`${calculator}: nor what has a code, a key, a path or a clause that there is none of`, () => {
    const texts = leaves.filter(({ value }) => typeof value === 'string');
    const ways = texts.filter((place) => isOrigin(place) || place.way.at(-1) === 'figure');
    assertEach(texts, () => ['nonsense'], (place) => isAnyText(described, place));
    assertEach(ways, ({ value }) => [value.replace(/[^.]+$/, 'nonsense'), value.replace(/^[^.]+/, 'nonsense'), `${value}.nonsense`, `x${value}`], () => false);
  });

  test(`${calculator}: nor what lacks something, or has more`, () => {
    const objects = places.filter(({ value }) => isObject(value));
    const members = places.filter(({ way }) => !isPlace(way.at(-1)));
    assertEach(objects, ({ value }) => [{ ...value, nonsense: null }], () => false);
    assertEach(members, () => [undefined], (place) => mayBeAbsent(described, place));
  });
}

test('no answer is one of another calculator', () => {
  for (const { example } of calculators()) {
    const answer = quote(example);
    const others = calculators().filter(({ calculator }) => calculator !== example.calculator);
    for (const { calculator } of others) assert.ok(!isOutcome({ ...answer, calculator }), `${example.calculator} as ${calculator}`);
  }
});

test('by terms that came along clauses and what they offer are others, and nothing else', () => {
  const answer = quote(calculators().find(({ calculator }) => calculator === 'dispute').example);
  const by = { ...answer, terms: { ...answer.terms, digest: '0'.repeat(64) } };
  for (const [way, isTheirs] of [['figures.forum', true], ['figures.route', false], ['steps.0.clause', true], ['steps.0.figure', false], ['terms.edition', true], ['warnings.0.code', false]]) {
    const changed = withValue(by, way.split('.'), 'another');
    assert.equal(isOutcome(changed), isTheirs, way);
    assert.ok(!isOutcome({ ...changed, terms: { ...changed.terms, digest: answer.terms.digest } }), way);
  }
  // A document of theirs may be of no day.
  const undated = withValue(by, ['assumptions'], [{ code: 'edition_undated', values: {}, clause: 'A' }]);
  assert.ok(isOutcome(undated));
});

test('what terms that came along offer is in their answers', () => {
  for (const [calculator, key] of [['programme', 'large_companies'], ['version', 'websphere_mq'], ['dispute', 'lcia_london']]) {
    const shows = (outcome, text) => !isRefusal(outcome) && JSON.stringify([outcome.figures, outcome.lines]).includes(`"${text}"`);
    const request = requests.find((each) => each?.calculator === calculator && typeof each.terms !== 'object' && shows(quote(each), key));
    const { digest, ...pack } = terms().find(({ id }) => id === quote(request).terms.pack);
    const answer = quote(JSON.parse(JSON.stringify({ ...request, terms: pack }).replaceAll(`"${key}"`, '"something_else"')));
    assert.ok(shows(answer, 'something_else') && isOutcome(answer), calculator);
    assert.ok(!isOutcome(withValue(answer, ['terms', 'digest'], digest)), calculator);
  }
});

test('what is no refusal', () => {
  assert.ok(refusals.length > 100);
  const [refusal] = refusals;
  assert.ok(isOutcome(refusal));
  for (const way of [['errors'], ['errors', '0'], ...Object.keys(refusal.errors[0]).map((name) => ['errors', '0', name])]) {
    assert.ok(!isOutcome(withValue(refusal, way, null)), way.join('.'));
    assert.ok(!isOutcome(withoutValue(refusal, way)), way.join('.'));
  }
  for (const other of [{ errors: [] }, { ...refusal, calculator: 'tax' }, { ...quote(calculators()[0].example), ...refusal }, withValue(refusal, ['errors', '0', 'code'], 'nonsense'), withValue(refusal, ['errors', '0', 'more'], 1)]) assert.ok(!isOutcome(other));
});

test('what is neither', () => {
  for (const other of [null, undefined, [], {}, 'x', 7, true]) assert.ok(!isOutcome(other));
});
