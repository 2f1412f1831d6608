// Scenarios in a workbook, as LibreOffice works them out: each stands as it was answered, the differences and the lowest are formulas, and
// the one that the workbook is of follows its figures.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsIn, wordsOf } from '../../tools/languages.mjs';
import { calculators, quote, terms } from '../node/core.mjs';
import { source } from '../node/sources.mjs';
import { workedOut } from './spreadsheet.mjs';

const { Words, comparisonOf, described, formatFor, sayIn } = await source('words', 'quote/scenarios/compared', 'workbook/description', 'format', 'workbook/said');

const [calculator] = calculators().filter((each) => each.calculator === 'cancellation');
const pack = terms().find(({ id }) => id === 'ms-unified');

/** 13 days ahead half of the fee is charged, 14 days ahead nothing, 5 days ahead all (MS-UES-15..17). */
const asked = (day) => ({ calculator: 'cancellation', as_of: day, currency: 'USD', minor_units: 2, input: { lines: [{ fee: '1001.01', starts_on: '2026-12-04' }] } });

for (const [lang, names] of [['en', ['A', 'B', 'C']], ['zh-Hant', ['方案 A', '方案 B', '方案 C']]]) {
  test(`three ways of cancelling, in ${lang}`, async () => {
    const requests = ['2026-11-21', '2026-11-20', '2026-11-29'].map(asked);
    const answers = requests.map(quote);
    const words = new Words(lang, wordsOf(lang)).by(pack, answers[1].as_of);
    const said = new Words(lang, wordsIn(lang, 'quote'));
    const format = formatFor(lang, 'USD');
    const sides = requests.map((request, index) => ({ letter: 'ABC'[index], request, answer: answers[index] }));
    const { entered, found } = comparisonOf({ calculator, words }, said, sides, 100);
    const beside = { columns: names.map((label) => ({ label, format })), own: 1, first: 0, notes: [], entered, found };
    const { description, entries } = described({ calculator, request: requests[1], answer: answers[1], pack, words, format, beside });
    const fee = entries.find(({ path }) => path === 'input.lines.0.fee');
    const changed = structuredClone(description);
    changed.sheets.find(({ name }) => name === fee.sheet).rows[fee.row][fee.column].number = '2000';
    const [sheets, after] = await workedOut([description, changed]);
    const row = (all, name) => all.get(sayIn(lang)('sheet_scenarios')).find(([label]) => label === name).slice(1);
    const name = (key) => words.name(key, 'cancellation');
    // By hand: half of 1,001.01 is 500.505, and half up 500.51. With C nothing comes back any more: that is no offer, and no difference is told.
    assert.deepEqual(row(sheets, name('charge')).map((cell) => (cell && !Number.isNaN(Number(cell)) ? Number(cell) : cell)), [500.51, 0, 1001.01, -500.51, '', names[1]]);
    assert.deepEqual(row(sheets, name('refund')).slice(0, 5).map(Number), [500.5, 1001.01, 0, 500.51, -500.5]);
    // 2026-11-20, 21 and 29 as a spreadsheet counts days from the end of 1899.
    assert.deepEqual(row(sheets, name('as_of')).slice(0, 3).map(Number), [46347, 46346, 46355]);
    // The fee is another: the workbook's own follows, the others stand.
    assert.deepEqual(row(after, name('refund')).slice(0, 5).map(Number), [500.5, 2000, 0, 1499.5, -500.5]);
  });
}
