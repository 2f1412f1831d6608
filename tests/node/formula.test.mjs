// Formulas by docs/formulas.md: what is one and what is none, and what each function is. Expected values are worked out by hand.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from './core.mjs';
import { source } from './sources.mjs';

const { FUNCTIONS, NoFormula, callsIn, evaluate, namesIn, parse, valueOf, workedOut, write, written } = await source(
  'formula/parse', 'formula/evaluate', 'formula/functions', 'formula/values');

test('what is a formula is written again as it was', () => {
  for (const formula of [
    'fee', 'fee2_a', '0', '12', '"dollars"', 'fee × charge_percent', 'a − b − c', 'a ÷ b × c', '(a + b) × c', 'a × (b + c) ÷ 12', '((a))',
    'a ≤ b and b ≤ c', 'a = "x" or not b and c ≠ d', 'not (a or b)', 'not not a', 'sum(amount)', 'min(months(from, until), price_months)',
    'if(days_ahead ≥ full_refund_days_ahead, full_refund_charge_percent, days_ahead ≥ partial_charge_days_ahead, partial_charge_percent, late_charge_percent)',
    'if(a = b, "equal", "paid, or not")', 'max(0, a − b)', 'a = 1 and b', 'at(month_end(d), t)', 'order + nothing + iffy', '""',
  ]) assert.equal(write(parse(formula)), formula);
  // Blanks part words and mean nothing else.
  for (const [loose, formula] of [['a×b', 'a × b'], ['  min( a ,b )', 'min(a, b)'], ['min (a, b)', 'min(a, b)'], ['a\n+ b', 'a + b'], ['not(a)', 'not (a)'], ['a=b', 'a = b']]) {
    assert.equal(write(parse(loose)), formula);
  }
});

test('what is none is refused, and where is said', () => {
  for (const text of [
    '', '  ', 'a b', 'a 1', '1 a', '1a', 'a +', '+ a', '× a', '−a', 'a − − b', 'a - b', 'a * b', 'a / b', 'a <= b', 'a == b', 'a < b < c', 'a = b ≠ c', 'a ≤ b ≤ c',
    '(a', 'a)', '()', 'f()', 'f(a,)', 'f(,a)', 'f(a b)', 'f(a', 'a, b', 'A', 'fee × Percent', '1.5', '.5', '1e3', '"a', "'a'", 'and', 'or', 'not', 'a and', 'or a', 'not', 'and(a, b)', 'or(a, b)',
    'a.b', 'lines.0.fee', '5%', 'a % b', 'a × 取消費', 'a, because b', 'a ^ 2', '_a', 'a = = b', '"a""b"', '１', '#1',
  ]) assert.throws(() => parse(text), (error) => error instanceof NoFormula && error.message.includes(text.trim()), text);
  assert.throws(() => parse('fee × ) a'), /\) is not to stand at 6/);
  assert.throws(() => parse('a < b < c'), /< is not to stand at 6/);
  const deep = `${'('.repeat(200)}a${')'.repeat(200)}`;
  assert.equal(write(parse(deep)), deep);
});

test('names and calls are told apart', () => {
  const tree = parse('if(months > 2 and not exposed, min(months(a, b), a), months) × "a"');
  assert.deepEqual(namesIn(tree), ['months', 'exposed', 'a', 'b']);
  assert.deepEqual(callsIn(tree), ['if', 'min', 'months']);
});

test('operators bind as they do on paper, and from the left', () => {
  const shape = (tree) => (tree.is === 'signed' ? `[${shape(tree.left)}${tree.sign}${shape(tree.right)}]` : tree.is === 'not' ? `!${shape(tree.of)}` : tree.is === 'brackets' ? shape(tree.of) : tree.name ?? tree.digits);
  for (const [formula, expected] of [
    ['a + b × c', '[a+[b×c]]'], ['a − b − c', '[[a−b]−c]'], ['a ÷ b × c', '[[a÷b]×c]'], ['a or b and c', '[aor[bandc]]'],
    ['a + b < c × d and e', '[[[a+b]<[c×d]]ande]'], ['not a = b', '[!a=b]'], ['not (a = b)', '![a=b]'], ['a − (b − c)', '[a−[b−c]]'],
  ]) assert.equal(shape(parse(formula)), expected);
});

/** Values of the formulas below, with their kinds. */
const KNOWN = {
  fee: ['money', '1000.00'], charge: ['money', '333.33'], loss: ['money', '-5.00'], percent: ['percent', '62.5'], third: ['percent', '33.3333'], rate: ['rate', '32.51'],
  two: ['count', 2], three: ['count', 3], year: ['count', 12], yes: ['flag', true], no: ['flag', false], way: ['choice', 'flex'],
  d: ['date', '2026-11-20'], last: ['date', '2026-01-31'], leap: ['date', '2028-02-29'], before: ['date', '2026-11-19'],
  t: ['local_time', '2026-11-20T17:00'], night: ['local_time', '2026-11-20T23:30'], nine: ['time', '09:00'], half_past_five: ['time', '17:30'],
  week: ['choice', 'monday_to_friday'], six: ['choice', 'monday_to_saturday'], gulf: ['choice', 'sunday_to_thursday'], every: ['choice', 'every_day'],
  off: ['date', ['2026-11-23', '2026-11-23', '2026-11-28']], no_days: ['date', []],
  amounts: ['money', ['10.10', '20.20', '-0.30']], none: ['money', []], days_of: ['date', ['2026-12-31', '2026-01-01', '2026-12-31']],
  counts: ['count', [3, 1, 2, 1]], flags: ['flag', [false, true, true]], no_flags: ['flag', []], ways: ['choice', ['cash', 'flex', 'flex']], percents: ['percent', ['50', '12.5']],
};
const values = new Map(Object.entries(KNOWN).map(([name, [kind, value]]) => [name, valueOf(kind, value)]));
const value = (formula) => evaluate(parse(formula), values);

/** A formula as an answer would write its result. */
const result = (formula, kind, like, rounding = 'none') => written(value(formula), kind, rounding, like);

test('numbers are exact until they are rounded, once', () => {
  for (const [formula, kind, rounding, expected] of [
    ['fee × percent', 'money', 'half_up', '625.00'], ['fee × third', 'money', 'half_up', '333.33'], ['fee ÷ three', 'money', 'up', '333.34'], ['fee ÷ three', 'money', 'down', '333.33'],
    ['fee ÷ three × three', 'money', 'none', '1000.00'], ['loss ÷ two', 'money', 'half_up', '-2.50'], ['loss ÷ 8', 'money', 'half_up', '-0.63'], ['loss ÷ 8', 'money', 'up', '-0.63'], ['loss ÷ 8', 'money', 'down', '-0.62'],
    ['loss ÷ 10000', 'money', 'half_up', '0.00'], ['fee − charge', 'money', 'none', '666.67'], ['fee × rate', 'money', 'none', '32510.00'], ['two × 3 + 4', 'count', 'none', '10'],
    ['percent', 'percent', 'none', '62.5'], ['percent + percent', 'percent', 'none', '125.0'], ['fee ÷ charge', 'ratio', 'half_up', '3.00'], ['sum(percents)', 'percent', 'none', '62.5'],
    ['compound(percent, two) × fee', 'money', 'half_up', '2640.63'], ['compound(percent, 0)', 'ratio', 'none', '1'], ['months_of_years(two)', 'count', 'none', '24'],
  ]) assert.equal(result(formula, kind, expected, rounding), expected, formula);
  assert.equal(result('fee ÷ three', 'money', '333.33'), undefined, 'none is not exact');
  assert.throws(() => value('fee ÷ (two − 2)'), /divided by nothing/);
});

test('days, months and years', () => {
  for (const [formula, expected] of [
    ['d + 12', '2026-12-02'], ['d − two', '2026-11-18'], ['day_after(d)', '2026-11-21'], ['day_before(d)', '2026-11-19'], ['plus_months(last, 1)', '2026-02-28'], ['plus_months(last, 2)', '2026-03-31'],
    ['plus_months(last, 25)', '2028-02-29'], ['plus_years(leap, 1)', '2029-02-28'], ['plus_years(leap, 4)', '2032-02-29'], ['minus_weeks(leap, 1)', '2028-02-22'],
    ['next_anniversary(leap, d)', '2027-02-28'], ['next_anniversary(d, d)', '2027-11-20'], ['last_anniversary(d, d)', '2026-11-20'], ['last_anniversary(leap, leap)', '2028-02-29'],
    ['last_anniversary(leap, d)', '2026-02-28'], ['next_anniversary(d, before)', '2026-11-20'],
    ['month_start(leap)', '2028-02-01'], ['month_end(d)', '2026-11-30'], ['month_end(last)', '2026-01-31'], ['previous_month_start(last)', '2025-12-01'], ['previous_month_start(leap)', '2028-01-01'],
    ['min(d, last)', '2026-01-31'], ['max(d, last)', '2026-11-20'], ['earliest(days_of)', '2026-01-01'], ['nth_distinct(days_of, 2)', '2026-12-31'], ['date_of(night)', '2026-11-20'],
    ['first_where(days_of, flags)', '2026-01-01'],
  ]) assert.equal(result(formula, 'date', expected), expected, formula);
  for (const [formula, expected] of [
    ['days(before, d)', '1'], ['days(d, before)', '-1'], ['months(last, d)', '10'], ['months(d, last)', '0'], ['months(last, plus_months(last, 1))', '1'], ['months(last, day_after(plus_months(last, 1)))', '2'], ['months(d, d)', '0'],
  ]) assert.equal(result(formula, 'count', '0'), expected, formula);
  assert.equal(result('month(last)', 'month', ''), '2026-01');
  for (const formula of ['d + d', 'fee + d', 'd × two', 'd < two', 'd + fee ÷ three', 'days(d, two)', 'min(d, t)']) assert.throws(() => value(formula), RangeError, formula);
});

test('times and working hours', () => {
  // 20 November 2026 is a Friday.
  for (const [formula, expected] of [
    ['at(d, nine)', '2026-11-20T09:00'], ['plus_minutes(night, 45)', '2026-11-21T00:15'], ['plus_hours(night, 24)', '2026-11-21T23:30'],
    ['open_from(t, nine, half_past_five, week, no_days)', '2026-11-20T17:00'], ['open_from(night, nine, half_past_five, week, no_days)', '2026-11-23T09:00'],
    ['open_from(night, nine, half_past_five, week, off)', '2026-11-24T09:00'], ['open_from(night, nine, half_past_five, six, no_days)', '2026-11-21T09:00'],
    ['next_opening(at(d, nine), nine, half_past_five, week, no_days)', '2026-11-23T09:00'], ['next_opening(t, nine, half_past_five, gulf, no_days)', '2026-11-22T09:00'],
    ['plus_open_minutes(t, 30, nine, half_past_five, week, no_days)', '2026-11-20T17:30'], ['plus_open_minutes(t, 31, nine, half_past_five, week, no_days)', '2026-11-23T09:01'],
    ['plus_open_minutes(night, 0, nine, half_past_five, every, no_days)', '2026-11-21T09:00'], ['plus_open_minutes(t, 541, nine, half_past_five, week, off)', '2026-11-25T09:01'],
  ]) assert.equal(result(formula, 'local_time', ''), expected, formula);
  for (const [formula, expected] of [
        ['is_open(t, nine, half_past_five, week, no_days)', true], ['is_open(at(d, half_past_five), nine, half_past_five, week, no_days)', false], ['is_open(at(d, nine), nine, half_past_five, week, no_days)', true],
      ]) assert.equal(result(formula, 'flag', ''), expected, formula);
  assert.equal(result('plus_business_days(d, 10, week, no_days)', 'date', ''), '2026-12-04');
  assert.equal(result('plus_business_days(d, 1, week, off)', 'date', ''), '2026-11-24');
  assert.equal(result('plus_business_days(d + 1, 0, week, off)', 'date', ''), '2026-11-21');
  assert.equal(result('minutes(t, night)', 'count', '0'), '390');
  assert.equal(result('minutes(night, t)', 'count', '0'), '-390');
});

test('lists, conditions and keys', () => {
  for (const [formula, expected] of [
    ['sum(none)', '0'], ['count(amounts)', '3'], ['count(none)', '0'], ['count_of(ways, "flex")', '2'], ['count_of(ways, way)', '2'], ['count_above(counts, 1)', '2'], ['distinct(counts)', '3'], ['distinct(days_of)', '2'],
    ['nth_distinct(counts, 3)', '3'], ['least(counts)', '1'], ['if(no, 1, 2)', '2'], ['if(no, 1, yes, 2, 3)', '2'], ['if(yes, 1, yes, 2, 3)', '1'], ['max(0, two − three)', '0'],
    // Of a branch that does not hold nothing is worked out.
    ['if(three > 2, 7, fee ÷ 0)', '7'],
  ]) assert.equal(result(formula, 'count', '0'), expected, formula);
  assert.equal(result('sum(amounts)', 'money', '0.00'), '30.00');
  for (const [formula, expected] of [
    ['two < three and three ≤ 3', true], ['two > three or no', false], ['not (two = 2)', false], ['two ≠ 2', false], ['way = "flex"', true], ['way ≠ "cash"', true], ['listed(way, ways)', true], ['listed("none", ways)', false],
    ['yes = no', false], ['last < d', true], ['no and fee ÷ 0 > 1', false], ['yes or fee ÷ 0 > 1', true], ['percent = 62 ÷ 100', false],
  ]) assert.equal(result(formula, 'flag', ''), expected, formula);
  assert.equal(result('with_least(ways, counts)', 'choice', ''), 'flex');
  assert.equal(result('if(way = "cash", "paid", "dollars")', 'choice', ''), 'dollars');
  for (const formula of ['if(yes, 1)', 'if(1, 2, 3)', 'nothing_known', 'power(two, three)', 'min(two)', 'sum(two)', 'way < "x"', 'fee = way', 'not two', 'earliest(no_days)', 'nth_distinct(counts, 4)', 'constructor(two)', 'plus_business_days(d, 1, way, off)']) {
    assert.throws(() => value(formula), RangeError, formula);
  }
});

test('a step is worked out from its values', () => {
  const step = { figure: 'lines.0.charge', formula: 'fee × charge_percent', values: { fee: '1000.05', charge_percent: '50' }, result: '500.03', rounding: 'half_up', clause: 'X' };
  const kindOf = (name) => (name === 'fee' ? 'money' : 'percent');
  assert.equal(workedOut(step, 'money', kindOf), '500.03');
  assert.equal(workedOut({ ...step, result: 500, rounding: 'up' }, 'count', kindOf), 501);
});

test('every function that is written down is known, and no other', () => {
  const [, table] = read('docs/formulas.md').split('## Functions');
  const written = [...table.matchAll(/`([a-z_]+)\(([^`]*)\)`/g)].filter(([whole]) => table.includes(`| ${whole}`) || table.includes(`, ${whole}`)).map(([, name, parts]) => [name, parts.split(',').length]);
  const known = Object.entries(FUNCTIONS).map(([name, call]) => [name, call.length]);
  assert.deepEqual(new Map(written.filter(([name]) => name !== 'if').sort()), new Map(known.sort()));
});
