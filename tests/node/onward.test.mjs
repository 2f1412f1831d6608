// From one calculator on to another: what goes along is asked for by both, in the same form, and what comes of it is accepted,
// or lacks only what the other one asks for anew.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WHOLE, wordsOf } from '../../tools/languages.mjs';
import { calculators, cases, isRefusal, quote } from './core.mjs';
import { source } from './sources.mjs';

const { takenAlong } = await source('answer/taken_along');

const described = Object.fromEntries(calculators().map((each) => [each.calculator, each]));
const words = WHOLE.map(wordsOf);
const ways = Object.values(described).flatMap(({ calculator: from, onward }) => onward.map((way) => ({ from, ...way })));
const nameOf = ({ from, to }) => `${from} to ${to}`;

/** The fields at a path of a request's description; the places of lines in it are no part of it. */
const fieldsAt = (fields, path) => path.split('.').filter((name) => name && !/^\d+$/.test(name))
  .reduce((at, name) => at?.find((field) => field.name === name)?.items, fields);

/** What an answer has for a line at a path, or for the whole. */
function answeredAt({ answer }, path) {
  const [first, ...rest] = path.split('.');
  return first ? rest.reduce((at, name) => at?.find((field) => field.name === name)?.items, answer.line) : [...answer.figures, ...answer.dates.map((date) => ({ ...date, kind: 'date' }))];
}

const CALLED = (name, key) => words[0].choices[`${name}.${key}`] ?? key;

/** What a source is, as a field of a description. */
function sourceField({ from }, path, text) {
  const own = described[from];
  const [kind, name] = text.split('.');
  if (kind === 'answer') return answeredAt(own, path)?.find((field) => field.name === name);
  if (kind !== 'called') return fieldsAt(own.fields, path)?.find((field) => field.name === text);
  const key = fieldsAt(own.fields, path)?.find((field) => field.name === name);
  assert.equal(key?.kind, 'choice', `${from}: only a key is called something`);
  return { kind: 'text' };
}

function assertAlike(way, path, to, fields) {
  for (const [name, text] of Object.entries(fields)) {
    const where = `${nameOf(way)}: ${name} from ${text}`;
    const theirs = fieldsAt(described[way.to].fields, to)?.find((field) => field.name === name);
    assert.ok(theirs, `${where}: there is no such field`);
    if (text.startsWith('=')) {
      assert.ok(theirs.choices?.includes(text.slice(1)), `${where}: no such key`);
      continue;
    }
    const ours = sourceField(way, path, text);
    assert.ok(ours, `${where}: nothing is there`);
    assert.equal(ours.kind, theirs.kind, where);
    assert.equal(ours.unit, theirs.unit, where);
    const WITHIN = { 'answer.programme': ['either'] };
    if (theirs.kind === 'choice') assert.deepEqual(ours.choices.filter((choice) => !theirs.choices.includes(choice)), WITHIN[text] ?? [], where);
    if (theirs.kind === 'list') assert.deepEqual(ours.items.map((item) => [item.name, item.kind]), theirs.items.map((item) => [item.name, item.kind]), where);
  }
}

test('both sides of what goes along are there, and of one kind', () => {
  assert.ok(ways.length > 35, String(ways.length));
  for (const way of ways) {
    assert.ok(way.from in described && way.to in described && way.from !== way.to, nameOf(way));
    assert.ok(words.every(({ ui }) => ui[`onward.${way.to}`]), `onward.${way.to} has no word`);
    assert.ok(way.fields || way.lines, `${nameOf(way)} takes nothing along`);
    assertAlike(way, '', '', way.fields ?? {});
    if (way.lines) assertAlike(way, way.lines.from, way.lines.to, way.lines.fields);
  }
});

/** What a condition is about, as a field of a description; a list in a request may have several of a name. */
function conditioned({ from }, path, of) {
  const own = described[from];
  const [first, ...rest] = of.split('.');
  if (first === 'answer') return answeredAt(own, path).find(({ name }) => name === rest[0]);
  const at = fieldsAt(own.fields, path);
  return rest.length ? fieldsAt(at, first).find(({ name }) => name === rest[0]) : at.find(({ name }) => name === first);
}

test('what has to hold is about something that is there, and can be so', () => {
  for (const way of ways) {
    const { when = [], lines = {} } = way;
    const inLines = [...(lines.only ?? []), ...(lines.first ? [lines.first] : [])];
    for (const [path, condition] of [...when.map((each) => ['', each]), ...inLines.map((each) => [lines.from, each])]) {
      const { of, ...is } = condition;
      const where = `${nameOf(way)}: ${of}`;
      const about = conditioned(way, path, of);
      assert.ok(about, `${where} is nowhere`);
      const [[kind, wanted], ...others] = Object.entries(is);
      assert.deepEqual(others, [], where);
      if (kind === 'above') assert.ok(wanted === '0' && ['money', 'count'].includes(about.kind), where);
      else if (kind === 'filled') assert.equal(about.kind, 'list', where);
      else if (about.kind === 'flag') assert.ok(kind === 'in' && wanted.every((each) => typeof each === 'boolean'), where);
      else {
        assert.ok(['in', 'not_in'].includes(kind) && wanted.length, where);
        // What may be chosen, or, of a key of the pack's, what the form has for it.
        const keys = about.choices ?? described[way.from].fields.flatMap((field) => [field, ...(field.items ?? [])]).find(({ name, choices }) => name === about.name && choices)?.choices;
        assert.deepEqual(wanted.filter((key) => !keys?.includes(key)), [], where);
      }
    }
  }
});

test('nothing is said of a way that there is not', () => {
  const known = new Set(ways.map(({ to }) => to));
  for (const { ui } of words) assert.deepEqual(Object.keys(ui).filter((key) => key.startsWith('onward.') && !known.has(key.slice(7))), []);
});

test('from one calculator there is at most one way to each other', () => {
  const names = ways.map(nameOf);
  assert.deepEqual(names, [...new Set(names)]);
});

const answered = [...cases.filter(({ errors }) => !errors).map(({ request }) => request), ...Object.values(described).map(({ example }) => example)]
  .map((request) => ({ request, answer: quote(request) })).filter(({ answer }) => !isRefusal(answer));

/** What no case asks. */
const MORE = [
  { calculator: 'swap', as_of: '2026-11-21', currency: 'USD', input: { lines: [{ given_service: 'Workshop', paid_with: 'credits', given_value: '100.00', service: 'hackathon', wanted_value: '100.00', available: true, agreed: true }] } },
].map((request) => ({ request, answer: quote(request) }));

/** What the other one asks for anew, and what it would not ask about in this case: the form leaves that out. */
const ANEW = ['missing', 'not_applicable'];

/** A sum may be more than an entry may be. */
const isTooMuch = ({ code, field }, { input }) => code === 'out_of_range' && field.split('.').slice(1).reduce((at, name) => at[name], input).length > 15;

for (const way of ways) {
  test(`${nameOf(way)}: what goes along is accepted, or lacks what is asked for anew`, () => {
    const own = [...answered, ...MORE].filter(({ request }) => request.calculator === way.from);
    const led = own.map(({ request, answer }) => takenAlong(way, request, answer, CALLED, '2026-11-21')).filter(Boolean);
    assert.ok(led.length, 'no case leads there');
    const money = described[way.to].money;
    for (const asked of led) {
      assert.equal(asked.calculator, way.to);
      const request = JSON.parse(JSON.stringify({ as_of: '2026-11-21', ...asked, ...(money && !asked.currency && { currency: 'USD' }) }));
      const outcome = quote(request);
      const wrong = (outcome.errors ?? []).filter((fault) => !ANEW.includes(fault.code) && !isTooMuch(fault, request));
      assert.deepEqual(wrong, [], JSON.stringify(request));
    }
  });
}

const quoted = (calculator, input, more = {}) => {
  const request = { calculator, as_of: '2026-11-21', currency: 'USD', input, ...more };
  const answer = quote(request);
  assert.ok(!isRefusal(answer), JSON.stringify(answer));
  return { request, answer };
};
const along = (from, to, { request, answer }, today = '2026-11-21') =>
  takenAlong(described[from].onward.find((way) => way.to === to), request, answer, CALLED, today);

const LAPSED = { part: 'B', quantity: 4, annual_price: '250.00', covered_until: '2026-11-20' };
const COVERED = { part: 'A', quantity: 2, annual_price: '1200.00', covered_until: '2026-11-21' };

test('of a renewal the lapsed lines alone go on to the reinstatement, and the first of them to the comparison', () => {
  const renewal = quoted('renewal', { programme: 'PAE', tax_percent: '5', lines: [COVERED, LAPSED] }, { minor_units: 2 });
  assert.deepEqual(along('renewal', 'reinstatement', renewal), { calculator: 'reinstatement', currency: 'USD', minor_units: 2, input: { tax_percent: '5', lines: [LAPSED] } });
  const { part: _, ...cover } = LAPSED;
  assert.deepEqual(along('renewal', 'compare', renewal).input, { tax_percent: '5', ...cover });
  assert.deepEqual(along('renewal', 'notices', renewal).input, { programme: 'PAE', lines: [{ label: 'A', covered_until: '2026-11-21' }] });
  const onTime = quoted('renewal', { programme: 'PAE', lines: [COVERED] });
  assert.equal(along('renewal', 'reinstatement', onTime), undefined);
});

test('a day that is not today’s goes along, and today’s does not', () => {
  const renewal = quoted('renewal', { programme: 'PAE', lines: [COVERED, LAPSED] });
  for (const [way, { to }] of Object.entries(described.renewal.onward)) {
    assert.equal(along('renewal', to, renewal, '2026-11-22')?.as_of, '2026-11-21', way);
    assert.ok(!Object.hasOwn(along('renewal', to, renewal), 'as_of'), way);
  }
});

test('of a flex plan what may be paid for goes on by its name, and what may not to what it takes', () => {
  const years = [{ allowance: '9000.00', allocations: [{ service: 'workshops', amount: '100.00' }, { service: 'webcasts', amount: '7.00' }] }, { allowance: '9000.00', allocations: [{ service: 'hackathon', amount: '50.00' }] }];
  const flex = quoted('flex', { signed_on: '2026-12-15', years });
  const [workshops, hackathon] = ['workshops', 'hackathon'].map((key) => words[0].choices[`service.${key}`]);
  assert.deepEqual(along('flex', 'cancellation', flex).input.lines, [{ service: workshops, fee: '100.00', paid_with: 'flex' }, { service: hackathon, fee: '50.00', paid_with: 'flex' }]);
  assert.deepEqual(along('flex', 'addon', flex).input, { service: 'webcasts' });
});

test('of late invoices in Poland the first goes on to the dispute with the day it fell due', () => {
  const input = { country: 'PL', lines: [{ amount: '10.00', invoiced_on: '2026-11-20' }, { amount: '500.00', invoiced_on: '2026-01-31', invoice_received_on: '2026-02-03' }] };
  const asked = along('late_charge', 'dispute', quoted('late_charge', input));
  assert.deepEqual(asked.input, { country: 'PL', nature: 'receivable', due_on: '2026-02-03', amount_owed: '500.00' });
});

test('the address holds what both sides need, and nothing else is taken from it', async () => {
  const { asking, broughtBy } = await source('brought');
  const asked = { calculator: 'swap', as_of: '2026-11-21', currency: 'TWD', minor_units: 0, input: { lines: [{ given_value: '12000' }] } };
  const [page, hash] = asking('{calculator}.html', asked).split('#');
  assert.equal(page, 'swap.html');
  assert.deepEqual(broughtBy(`#${hash}`, 'swap'), asked);
  for (const day of ['1999-1-1', '<b>', ['1999-01-01'], 19990101, null]) {
    const odd = { ...asked, currency: ['TWD'], minor_units: '0', as_of: day, terms: {} };
    assert.deepEqual(broughtBy(`#request=${encodeURIComponent(JSON.stringify(odd))}`, 'swap'), { calculator: 'swap', input: asked.input });
  }
});
