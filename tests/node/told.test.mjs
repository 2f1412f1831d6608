// How formulas are told, by names and by values, in both languages. What is expected is written by hand.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsOf } from '../../tools/languages.mjs';
import { source } from './sources.mjs';

const { parse, tell, textOf } = await source('formula/parse', 'formula/tell');

/** Names, and what they are in each language; values of lists one after the other. */
const NAMES = {
  fee: ['Fee', '服務費', '$100'], rate: ['Rate', '費率', '50%'], days: ['Days', '天數', '10 days'], limit: ['Limit', '期限', '6 days'], open: ['Open', '開放', 'Yes'], closed: ['Closed', '關閉', 'No'],
  all: ['Amount', '金額', ['$1', '$2']], none: ['Amount', '金額', []], way: ['Way', '方式', 'Cash'], start: ['Start', '開始日', '2026/1/1'],
};

function told(formula, lang, isNumbers, held = () => undefined) {
  const { formula: phrases } = wordsOf(lang);
  const own = (name) => ({ text: NAMES[name][lang === 'en' ? 0 : 1], name });
  const say = (name, between = '; ') => {
    const value = NAMES[name][2];
    if (!isNumbers) return [own(name)];
    return Array.isArray(value) ? (value.length ? value.flatMap((text, index) => (index ? [between, { text, name }] : [{ text, name }])) : [phrases.nothing]) : [{ text: value, name }];
  };
  const flag = (name) => (isNumbers ? [{ text: `${own(name).text}: ${NAMES[name][2]}`, name }] : say(name));
  return tell(parse(formula), { lang, isNumbers, phrase: (call) => phrases[call], say, flag, key: (key, beside) => `${key} of ${beside}`, held });
}

const line = (...asked) => textOf(told(...asked).line);

test('by names', () => {
  for (const [formula, en, zh] of [
    ['fee × rate', 'Fee × Rate', '服務費 × 費率'],
    ['(fee + rate) × days', '(Fee + Rate) × Days', '（服務費 + 費率） × 天數'],
    ['(fee + rate)', 'Fee + Rate', '服務費 + 費率'],
    ['(fee) × (rate)', '(Fee) × (Rate)', '（服務費） × （費率）'],
    ['sum(all)', 'the sum of Amount over all entries', '各筆金額加總'],
    ['max(0, fee − rate)', 'Fee − Rate, never below 0', '服務費 − 費率，小於 0 以 0 計'],
    ['min(fee, max(rate, days))', 'the lower of (Fee; the higher of (Rate; Days))', '較小者（服務費；較大者（費率；天數））'],
    ['days ≥ limit and open', 'Days ≥ Limit and “Open” is yes', '天數 ≥ 期限，且「開放」為「是」'],
    ['not open or not (fee = rate)', '“Open” is no or it is not so that Fee = Rate', '「開放」為「否」，或並非服務費 = 費率'],
    ['open', 'Open', '開放'],
    ['plus_months(start, days)', 'Start plus Days', '開始日加天數'],
    ['if(days > limit, fee, rate)', 'Fee if Days > Limit, otherwise Rate', '天數 > 期限時為服務費，否則為費率'],
    ['if(open, fee, closed, 0, rate)', 'Fee if “Open” is yes, otherwise 0 if “Closed” is yes, otherwise Rate', '「開放」為「是」時為服務費，否則為「關閉」為「是」時為 0，否則為費率'],
    ['way = "flex"', 'Way = flex of way', '方式 = flex of way'],
    ['if(open, "paid", "due")', 'paid of undefined if “Open” is yes, otherwise due of undefined', '「開放」為「是」時為 paid of undefined，否則為 due of undefined'],
  ]) assert.deepEqual([line(formula, 'en', false), line(formula, 'zh-Hant', false)], [en, zh], formula);
});

test('by values', () => {
  for (const [formula, en, zh] of [
    ['fee × rate', '$100 × 50%', '$100 × 50%'],
    ['sum(all)', '$1 + $2', '$1 + $2'],
    ['sum(none)', 'none', '無'],
    ['sum(all) − fee', '$1 + $2 − $100', '$1 + $2 − $100'],
    ['earliest(all)', 'the earliest of $1; $2', '$1; $2 之中最早的一天'],
    ['open and not closed', 'Open: Yes and Closed: No', '開放: Yes，且關閉: No'],
    ['count_above(all, 0)', 'how many of these are above 0: $1; $2', '$1; $2 之中大於 0 的筆數'],
  ]) assert.deepEqual([line(formula, 'en', true), line(formula, 'zh-Hant', true)], [en, zh], formula);
});

test('of an if the branch that held, with what was looked at, and the others apart', () => {
  const formula = 'if(days > limit, fee, open, rate, 0)';
  const at = (branch, isNumbers = false) => told(formula, 'en', isNumbers, () => branch);
  assert.equal(textOf(at(0).line), 'Fee, because Days > Limit');
  assert.equal(textOf(at(1).line), 'Rate, because “Open” is yes');
  assert.equal(textOf(at(2).line), '0, because none of the other cases holds');
  assert.deepEqual(at(1).others.map(textOf), ['Fee if Days > Limit', '0 otherwise']);
  const numbers = at(1, true);
  assert.equal(textOf(numbers.line), '50%');
  assert.deepEqual(numbers.checks.map((check) => [textOf(check.line), check.holds]), [['10 days > 6 days', false], ['Open: Yes', true]]);
  assert.deepEqual(at(2, true).checks.map(({ holds }) => holds), [false, false]);
});

test('each name in a line is a piece of its own', () => {
  const { line: pieces } = told('min(fee, rate) × fee', 'zh-Hant', false);
  assert.deepEqual(pieces.filter((piece) => typeof piece !== 'string').map(({ name }) => name), ['fee', 'rate', 'fee']);
  assert.equal(pieces.some((piece) => typeof piece === 'string' && piece.includes('服務費')), false);
});
