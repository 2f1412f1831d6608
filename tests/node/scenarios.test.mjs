// Scenarios side by side: what is told as entered otherwise, the differences, and which is the lowest. By hand, from the requests and from
// what the contract says.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsIn, wordsOf } from '../../tools/languages.mjs';
import { calculators, quote, terms } from './core.mjs';
import { source } from './sources.mjs';

const { Words, comparisonOf } = await source('words', 'quote/scenarios/compared');

const every = new Map(calculators().map((each) => [each.calculator, each]));
const said = new Words('en', wordsIn('en', 'quote'));

function compared(requests, most = 100) {
  const calculator = every.get(requests[0].calculator);
  const words = new Words('en', wordsOf('en')).by(terms().find(({ id }) => id === calculator.pack), '2026-11-21');
  const sides = requests.map((request, index) => {
    const answer = quote({ ...request, steps: false });
    return { letter: 'ABCD'[index], request, answer: answer.errors ? undefined : answer };
  });
  const { entered, found, ...others } = comparisonOf({ calculator, words }, said, sides, most);
  const rows = (all) => Object.fromEntries(all.map(({ label, cells }) => [label, cells.map(({ text, difference, isLowest }) => `${text}${difference && ` ${difference}`}${isLowest ? ' lowest' : ''}`)]));
  return { entered: rows(entered), found: rows(found), offers: Object.fromEntries(found.map(({ label, offers }) => [label, offers])), name: (key) => words.name(key, calculator.calculator), ...others };
}

const LINES = [
  { part: 'WAS', quantity: 10, annual_price: '1000', covered_until: '2026-12-31' },
  { part: 'Db2', quantity: 5, annual_price: '2000', covered_until: '2026-12-31' },
  { part: 'MQ', quantity: 2, annual_price: '3000', covered_until: '2026-12-31' },
];
const renewal = (lines, more = {}) => ({ calculator: 'renewal', as_of: '2026-11-21', currency: 'TWD', minor_units: 0, ...more, input: { programme: 'PA', anniversary: '2026-01-01', lines } });

test('a line less is one difference, wherever it stood', () => {
  for (const gone of [0, 1, 2]) {
    const { entered } = compared([renewal(LINES), renewal(LINES.filter((_, at) => at !== gone))]);
    const { part, quantity, annual_price: price } = LINES[gone];
    assert.deepEqual(entered, { [`Line ${gone + 1}`]: [`${part}, ${quantity}, NT$${Number(price).toLocaleString('en')}, Dec 31, 2026`, 'not there'] });
  }
  const { entered } = compared([renewal(LINES.slice(1)), renewal(LINES), renewal(LINES)]);
  assert.deepEqual(entered, { 'Line 1': ['not there', 'WAS, 10, NT$1,000, Dec 31, 2026', 'WAS, 10, NT$1,000, Dec 31, 2026'] });
});

test('the order of lines is no difference, and a line that was changed is found again by what it is called', () => {
  assert.deepEqual(compared([renewal(LINES), renewal([...LINES].reverse())]).entered, {});
  const changed = [LINES[2], { ...LINES[0], quantity: 12 }, LINES[1]];
  assert.deepEqual(compared([renewal(LINES), renewal(changed)]).entered, { 'Line 1: Quantity': ['10', '12'] });
});

test('the same amount is the same, however many decimals it is written with', () => {
  const written = LINES.map((line) => ({ ...line, annual_price: `${line.annual_price}.00` }));
  const { entered, found } = compared([renewal(LINES, { minor_units: 2 }), renewal(written, { minor_units: 2 })]);
  assert.deepEqual(entered, {});
  assert.ok(!JSON.stringify(found).includes('lowest') && !JSON.stringify(found).includes('+'));
});

test('what has to be reinstated is no cheap renewal', () => {
  const { found, name } = compared([renewal(LINES), renewal(LINES, { as_of: '2027-01-05' })]);
  assert.deepEqual(found[name('net')], ['NT$26,000', 'NT$0']);
});

test('of those that may be had the lowest is marked, beside one that may not', () => {
  // 14 days ahead nothing is charged, 13 days ahead half, 4 days ahead all, and nothing comes back (MS-UES-15..17).
  const asked = (day) => ({ calculator: 'cancellation', as_of: day, currency: 'USD', input: { lines: [{ fee: '1000', starts_on: '2026-12-04' }] } });
  const { found, name } = compared(['2026-11-20', '2026-11-21', '2026-11-30'].map(asked));
  assert.deepEqual(found[name('charge')], ['$0.00 lowest', '$500.00 +$500.00', '$1,000.00']);
});

test('of two that may be had the lower is marked, and by how much it is lower', () => {
  // By hand: 10 × 1,000 + 5 × 2,000 + 2 × 3,000 is 26,000; with 12 of the first it is 28,000.
  const more = [{ ...LINES[0], quantity: 12 }, ...LINES.slice(1)];
  assert.deepEqual(compared([renewal(more), renewal(LINES)]).found[compared([renewal(more), renewal(LINES)]).name('net')], ['NT$28,000', 'NT$26,000 −NT$2,000 lowest']);
});

test('one in another currency leaves the others comparable', () => {
  const more = [{ ...LINES[0], quantity: 12 }, ...LINES.slice(1)];
  const { found, name, from, offers } = compared([renewal(LINES), renewal(LINES, { currency: 'USD', minor_units: 2 }), renewal(more)]);
  assert.deepEqual([found[name('net')], from], [['NT$26,000', 'US$26,000.00', 'NT$28,000 +NT$2,000'].map((text) => text.replace('US$', '$')), 'A']);
  // Nor does a spreadsheet look for the lowest of two currencies.
  const two = compared([renewal(LINES), renewal(more)]);
  assert.deepEqual([offers[name('net')], two.offers[name('net')]], [[], [0, 1]]);
});

test('one that cannot be answered is no measure for the others', () => {
  const { found, name, from } = compared([renewal([{ ...LINES[0], quantity: 0 }]), renewal(LINES), renewal(LINES.slice(0, 2))]);
  assert.deepEqual([found[name('net')], from], [['', 'NT$26,000', 'NT$20,000 −NT$6,000 lowest'], 'B']);
});

test('a time is told earlier or later', () => {
  // Friday, 16:30: with B there are two hours, with C four, and both run on from Monday at 8:30.
  const request = every.get('response').example;
  const { found, name } = compared([request, { ...request, input: { ...request.input, severity: 'C' } }]);
  assert.deepEqual(found[name('respond_by')].map((text) => text.replace(/^.*?(?= [+−]|$)/, '').trim()), ['', '+2 hours']);
  assert.deepEqual(found[name('target_minutes')], ['120', '240 +120']);
});

test('what goes beyond the bound is counted', () => {
  const dearer = Array.from({ length: 40 }, (_, at) => ({ ...LINES[0], part: `P${at}`, quantity: at + 1 }));
  const { entered, more } = compared([renewal(dearer), renewal(dearer.map((line) => ({ ...line, annual_price: '900' })))], 30);
  assert.deepEqual([Object.keys(entered).length, more], [30, 10]);
});
