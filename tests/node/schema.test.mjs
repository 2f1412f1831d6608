// The JSON Schema of requests: it never refuses what the core accepts, and it refuses what the core refuses, as far as a
// schema can see.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calculators, cases, isRefusal, quote, terms } from './core.mjs';
import { generated } from './generated.mjs';
import { NAMES, ODD, withMember } from './schema_odd.mjs';
import { unseen } from './schema_sight.mjs';
import { assertInSchema, checkOf } from './schemas.mjs';
import { waysInto, withValue } from './ways.mjs';

const check = checkOf('request');

const described = new Map(calculators().map((each) => [each.calculator, each]));
const nobody = { fields: [] };

const reason = (request, fault) => unseen(fault, request ?? {}, described.get(request?.calculator) ?? nobody);

/** Why a schema cannot see any of a refusal's faults; undefined where it sees one. */
function reasonsUnseen(request, { errors }) {
  const reasons = errors.map((fault) => reason(request, fault));
  return reasons.includes(undefined) ? undefined : reasons;
}

/** Holds schema and core against each other; what comes back is held to its own. */
function outcomeOf(request) {
  const outcome = quote(request);
  assertInSchema(outcome);
  const isValid = check(request);
  const account = () => `${JSON.stringify(request).slice(0, 2_000)}\n${JSON.stringify(outcome.errors)}\n${JSON.stringify(check.errors)}`;
  if (!isRefusal(outcome)) assert.ok(isValid, `the core accepts what the schema refuses: ${account()}`);
  else if (isValid) assert.ok(reasonsUnseen(request, outcome), `the core refuses what the schema accepts: ${account()}`);
  return { isAccepted: !isRefusal(outcome), isValid, outcome };
}

const count = (outcomes, isMeant) => outcomes.filter(isMeant).length;

/** A request with another value in one place; `0` stands for the first item of a list, which is made where there is none. */
function put(request, [name, ...rest], value) {
  if (!rest.length) return { ...request, [name]: value };
  const [first = {}, ...others] = rest[0] === '0' ? request[name] ?? [] : [];
  return { ...request, [name]: rest[0] === '0' ? [put(first, rest.slice(1), value), ...others] : put(request[name] ?? {}, rest, value) };
}

/** The way to every field of a calculator; of lists, to the first item. */
const places = (fields, above = ['input']) => fields.flatMap(({ name, items }) => {
  const own = [...above, name];
  return items ? [own, ...places(items, [...own, '0'])] : [own];
});

test('every worked example, and every example of a calculator', () => {
  const requests = [...cases.filter(({ errors }) => !errors).map(({ request }) => request), ...[...described.values()].map(({ example }) => example)];
  for (const request of requests) assert.ok(outcomeOf(request).isAccepted);
});

// What the schema leaves to the core, by name: a new kind has to be looked at, and one that is gone is said no longer.
test('every worked refusal', () => {
  const left = cases.filter(({ errors }) => errors).flatMap(({ request }) => {
    const { isAccepted, isValid, outcome } = outcomeOf(request);
    assert.ok(!isAccepted);
    return isValid ? reasonsUnseen(request, outcome) : [];
  });
  assert.deepEqual([...new Set(left)].sort(), [
    'a bound that another entry sets',
    'a choice among other entries',
    'terms that do not hold together',
    'what a calculator itself asks for',
    'what a calculator itself has no use for',
    'what does not fit',
    'what only one calculator reads in a text',
    'what stands there twice',
  ]);
});

test('requests made up from the descriptions', () => {
  const outcomes = generated(6_000, 20261129).map(outcomeOf);
  assert.ok(count(outcomes, ({ isAccepted }) => isAccepted) > 3_000);
  assert.ok(count(outcomes, ({ isValid }) => !isValid) > 1_000);
});

for (const [calculator, { example, fields }] of described) {
  test(`${calculator}: every field at the edges of what it may hold`, () => {
    const sound = { ...example, steps: false };
    const outcomes = places(fields).flatMap((path) => ODD.map((value) => outcomeOf(put(sound, path, value))));
    assert.ok(count(outcomes, ({ isAccepted }) => isAccepted) >= places(fields).length / 2);
    assert.ok(count(outcomes, ({ isValid }) => !isValid) > outcomes.length / 2);
  });

  test(`${calculator}: every field with what the others may choose`, () => {
    const deciders = fields.filter(({ choices }) => choices).flatMap(({ name, choices }) => choices.map((choice) => ({ [name]: choice })));
    for (const decided of deciders) {
      for (const currency of ['USD', 'EUR', 'TWD', 'INR']) outcomeOf({ ...example, steps: false, currency, input: { ...example.input, ...decided } });
    }
  });

  test(`${calculator}: every list with too few and too many`, () => {
    for (const { name, kind, min, max } of fields.filter((field) => field.kind === 'list' && example.input[field.name]?.length)) {
      const [item] = example.input[name];
      for (const length of [min - 1, min, max, max + 1].filter((each) => each >= 0)) {
        const { outcome, isValid } = outcomeOf(put(example, ['input', name], Array.from({ length }, () => item)));
        if (length < min || length > max) assert.ok(!isValid && isRefusal(outcome), `${kind} of ${length}`);
      }
    }
  });
}

test('the envelope', () => {
  const { example } = described.get('cancellation');
  for (const name of ['calculator', 'as_of', 'currency', 'minor_units', 'terms', 'steps', 'input']) {
    for (const value of ODD) outcomeOf({ ...example, [name]: value });
    const { [name]: _, ...without } = example;
    outcomeOf(without);
  }
  for (const request of [null, [], 'x', 5, true, {}]) assert.ok(!check(request) && isRefusal(quote(request)));
});

test('a name that no field has, wherever it stands', () => {
  for (const { example } of described.values()) {
    for (const name of NAMES) {
      const ways = [withMember(example, name, {}), { ...example, input: withMember(example.input, name, {}) }];
      if (example.input.lines) ways.push({ ...example, input: { ...example.input, lines: [withMember(example.input.lines[0], name, {})] } });
      for (const request of ways) assert.ok(!outcomeOf(request).isValid, name);
    }
  }
});

test('every currency, and every number of decimals', () => {
  const { example } = described.get('tax');
  const codes = [...Intl.supportedValuesOf('currency'), 'XAU', 'XXX', 'XTS'];
  const outcomes = codes.flatMap((currency) => [0, 1, 2, 3, 4, 5].map((places) =>
    outcomeOf({ ...example, currency, input: { ...example.input, net: (1).toFixed(places) } })));
  assert.ok(count(outcomes, ({ isAccepted }) => isAccepted) > 300);
  const { example: deep } = described.get('flex');
  const { input: { usd_rate: _, ...dollars } } = deep;
  for (const currency of ['USD', 'JPY', 'KWD', 'CLF']) {
    for (const minor of [undefined, 0, 1, 2, 3, 4, 5, -1, 1.5, '2']) {
      for (const places of [0, 1, 2, 3, 4, 5]) {
        const input = currency === 'USD' ? dollars : { ...dollars, usd_rate: '30' };
        const years = input.years.map((year) => ({ allowance: (9).toFixed(places), allocations: year.allocations.map((each) => ({ ...each, amount: (2).toFixed(places) })) }));
        outcomeOf({ ...deep, currency, ...(minor === undefined ? {} : { minor_units: minor }), input: { ...input, years } });
      }
    }
  }
});

test('a refusal names the field that the core names', () => {
  const at = ({ instancePath, params: { missingProperty, additionalProperty } }) =>
    [...instancePath.split('/').slice(1), ...[missingProperty ?? additionalProperty ?? []].flat()].join('.');
  for (const { title, request, errors } of cases.filter((each) => each.errors)) {
    if (check(request)) continue;
    const named = check.errors.map(at);
    const seen = quote(request).errors.filter((fault) => reason(request, fault) === undefined);
    for (const { field } of seen) assert.ok(named.includes(field), `${title}: ${field} is not among ${named.join(', ')}`);
    // "Must match the schema in then" says nothing of where; every other does.
    const others = check.errors.filter(({ keyword }) => keyword !== 'if').map(at).filter((place) => !errors.some(({ field }) => field === place));
    assert.deepEqual(others, [], title);
  }
});

// ---- terms that come along

const packs = terms().map(({ digest: _, ...pack }) => pack);
const packOf = (calculator) => packs.find(({ id }) => id === described.get(calculator).pack);

test('the document itself, brought along', () => {
  for (const [calculator, { example }] of described) assert.ok(outcomeOf({ ...example, terms: packOf(calculator) }).isAccepted);
});

test('terms that offer other things', () => {
  for (const [calculator, choice] of [['reinstatement', 'websphere'], ['response', 'azure_component'], ['flex', 'workshops'], ['swap', 'chalk_talks'], ['multi_country', 'workshops'], ['event', 'high_load'], ['version', 'db2_udb']]) {
    const { example } = described.get(calculator);
    const request = JSON.parse(JSON.stringify({ ...example, terms: packOf(calculator) }).replaceAll(`"${choice}"`, '"something_else"'));
    assert.ok(outcomeOf(request).isAccepted, calculator);
    assert.ok(!outcomeOf({ ...request, terms: packOf(calculator).id }).isValid, calculator);
  }
});

test('terms that know nothing of countries', () => {
  const nowhere = (pack) => JSON.parse(JSON.stringify(pack, (name, value) => (name === 'countries' ? [] : value)));
  const outcomes = generated(1_200, 5).filter(({ calculator }) => described.get(calculator)?.pack === 'ibm-ilan')
    .map((request) => outcomeOf({ ...request, terms: nowhere(packOf(request.calculator)) }));
  assert.ok(count(outcomes, ({ isAccepted }) => isAccepted) > 50);
});

/** A small pack that is enough for one calculator, and beside that has a term of every kind, a service and words. */
function smallPack(calculator) {
  const pack = packOf(calculator);
  const { errors } = quote({ calculator, terms: { ...pack, calculators: [calculator], values: {} } });
  const isNeeded = (name) => errors.some(({ field }) => field === `terms.values.${name}`);
  const all = packs.flatMap(({ values }) => Object.entries(values));
  const kinds = [...new Set(all.map(([, { kind }]) => kind))];
  const short = (term) => ({ ...term, dated: term.dated.map((entry) => (Array.isArray(entry.value) ? { ...entry, value: entry.value.slice(0, 2) } : entry)) });
  const values = Object.fromEntries([...kinds.map((kind) => all.find(([, term]) => term.kind === kind)), ...all.filter(([name]) => isNeeded(name))].map(([name, term]) => [name, short(term)]));
  const services = packs.flatMap((each) => each.services ?? []).slice(0, 1);
  const known = Object.assign({}, ...packs.map(({ clauses }) => clauses));
  const cited = Object.keys(known).filter((id) => JSON.stringify([values, services]).includes(`"${id}"`));
  return { ...pack, calculators: [calculator], values, services, words: { en: {} }, clauses: Object.fromEntries(cited.map((id) => [id, known[id]])) };
}

test('terms with anything in the place of anything', () => {
  const { example } = described.get('programme');
  const terms = smallPack('programme');
  assert.ok(outcomeOf({ ...example, terms }).isAccepted);
  const ways = waysInto(terms, (value, way) => Array.isArray(value) || way.at(-1) === 'clauses');
  assert.ok(ways.length > 60, `${ways.length}`);
  const outcomes = ways.flatMap((way, at) => ODD.filter((_, index) => index % 4 === at % 4).map((value) => outcomeOf({ ...example, terms: withValue(terms, way, value) })));
  assert.ok(count(outcomes, ({ isAccepted }) => isAccepted) > 50);
  assert.ok(count(outcomes, ({ isValid }) => !isValid) > outcomes.length / 2);
  for (const way of ways) outcomeOf({ ...example, terms: withValue(terms, way.slice(0, -1).concat('nonsense'), 'x') });
});
