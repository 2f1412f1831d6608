// Workbooks brought to a list as they are: the sheet that is meant, its cells by their types, and a sentence where that cannot be.
// Figures are worked out by hand.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { assertAccessible } from './axe.mjs';
import { engine } from './browser.mjs';
import { book } from './books.mjs';
import { Calculator } from './calculator.mjs';
import { LANGUAGES, eventually, useSite, words } from './site.mjs';

const site = useSite();
const scratch = mkdtempSync(join(tmpdir(), 'clausewise-books-'));
after(() => rmSync(scratch, { recursive: true, force: true }));

async function begin(lang = 'en') {
  await site.open('cancellation.html', lang);
  const calculator = await Calculator.on(site.driver);
  await calculator.enterAll({ as_of: '2026-11-21', currency: 'USD' });
  return calculator;
}

let files = 0;
async function bring(calculator, bytes, ending = 'xlsx') {
  const path = join(scratch, `book${++files}.${ending}`);
  writeFileSync(path, bytes);
  await calculator.one('[data-file="input.lines"]').sendKeys(path);
}

/** Ten days ahead half is charged, fourteen days ahead nothing. */
const BOOKINGS = { name: 'December', rows: [['Service', 'Fee', 'First day', 'Contact'], ['Workshop', 1000, { day: '2026-12-01' }, 'Lin'], ['Training', 2500.5, { day: '2026-12-05' }, 'Wang']] };
const OTHERS = { name: '一月 & more', rows: [['服務', '費用', '開始日'], ['架構服務', 300, { day: '2027-01-10' }]] };

const fees = async (calculator) => (await calculator.request()).input.lines.map(({ fee }) => fee);
const refund = (calculator, amount) => eventually(async () => assert.equal((await calculator.answer())?.figures.refund, amount));

test('the one sheet that holds anything is read, each cell by its type', async () => {
  const calculator = await begin();
  await bring(calculator, book([BOOKINGS, { name: 'Empty', rows: [] }, { ...OTHERS, hidden: true }]));
  await refund(calculator, '3000.50');
  assert.deepEqual((await calculator.request()).input.lines, [
    { service: 'Workshop', fee: '1000', starts_on: '2026-12-01' }, { service: 'Training', fee: '2500.5', starts_on: '2026-12-05' },
  ]);
  assert.equal((await calculator.all('[data-sheet]')).length, 0);
  await site.assertQuiet('one sheet');
});

for (const lang of LANGUAGES) {
  test(`of several sheets the visitor says which, by the keyboard alone, in ${lang}`, async () => {
    const calculator = await begin(lang);
    const { ui } = words[lang];
    await bring(calculator, book([BOOKINGS, OTHERS]));
    const choice = await eventually(() => calculator.one('[data-field="input.lines.sheets"]'));
    const text = await choice.getText();
    for (const part of [ui.sheets_title, 'December', '一月 & more', ui.sheets_rows.replace('{count}', '3')]) assert.ok(text.includes(part), `${part} in ${text}`);
    assert.deepEqual(await fees(calculator), [undefined], 'nothing is filled in before');
    await eventually(async () => assert.equal(await calculator.focused(), 'input.lines.sheets'));
    await assertAccessible(site.driver, 'which sheet');
    for (const [width, height] of [[320, 640], [1440, 900]]) {
      await engine.resize(site.driver, width, height);
      assert.equal(await site.driver.executeScript('return document.documentElement.scrollWidth - document.documentElement.clientWidth'), 0, `${width} pixels`);
    }
    await site.driver.actions().sendKeys(Key.TAB, Key.TAB, Key.ENTER).perform();
    await refund(calculator, '300.00');
    assert.deepEqual(await fees(calculator), ['300']);
    await site.assertQuiet('several sheets');
  });
}

test('none of them, and nothing has changed', async () => {
  const calculator = await begin();
  await calculator.enterAll({ 'input.lines.0.fee': '100', 'input.lines.0.starts_on': '2026-12-05' });
  await refund(calculator, '100.00');
  await bring(calculator, book([BOOKINGS, OTHERS]));
  await eventually(() => calculator.one('[data-sheet="December"]'));
  await calculator.one('[data-field="input.lines.sheets"] [data-act="dismiss"]').click();
  await eventually(async () => assert.equal((await calculator.all('[data-sheet]')).length, 0));
  assert.deepEqual(await fees(calculator), ['100']);
  // And what is chosen then stands behind what is there.
  await bring(calculator, book([BOOKINGS, OTHERS]));
  await (await eventually(() => calculator.one('[data-sheet="December"]'))).click();
  await refund(calculator, '3100.50');
  assert.deepEqual(await fees(calculator), ['100', '1000', '2500.5']);
});

test('where one sheet will not do, another can be chosen', async () => {
  const calculator = await begin();
  await bring(calculator, book([{ name: 'Draft', rows: [['fee', 'starts_on'], [{ formula: 'B1*2' }, { day: '2026-12-05' }]] }, BOOKINGS]));
  await (await eventually(() => calculator.one('[data-sheet="Draft"]'))).click();
  await eventually(async () => assert.equal(await calculator.one('.trouble > span').getText(), words.en.ui.table_uncomputed.replace('{cell}', 'A2')));
  await calculator.one('[data-sheet="December"]').click();
  await refund(calculator, '3000.50');
  assert.equal((await calculator.all('[data-sheet], .trouble')).length, 0);
});

test('columns that nobody knows are asked about, as of any table', async () => {
  const calculator = await begin();
  await bring(calculator, book([{ name: 'A', rows: [['what', 'price', 'other price', 'when'], ['x', 1000, 2000, { day: '2026-12-01' }]] }]));
  await eventually(() => calculator.one('[data-field="input.lines.columns"]'));
  assert.deepEqual(await fees(calculator), [undefined]);
});

test('a formula without a value, a broken file and too much of it are told, and nothing is lost', async () => {
  const rows = [['fee', 'starts_on', 'cancelled_on'], [1000, { day: '2026-12-05' }, { formula: 'TODAY()-1' }]];
  const whole = book([BOOKINGS]);
  const many = book([{ name: 'A', rows: [['fee', 'starts_on'], ...Array.from({ length: 31_000 }, () => [5, { day: '2026-12-05' }])] }]);
  for (const lang of LANGUAGES) {
    const calculator = await begin(lang);
    await calculator.enterAll({ 'input.lines.0.fee': '100', 'input.lines.0.starts_on': '2026-12-05' });
    for (const [bytes, key, values] of [[book([{ name: 'A', rows }]), 'table_uncomputed', { cell: 'C2' }], [whole.subarray(0, whole.length - 300), 'table_damaged'], [many, 'table_too_much'], [book([{ name: 'A', rows: [] }]), 'table_empty']]) {
      await bring(calculator, bytes);
      const expected = words[lang].ui[key].replace('{cell}', values?.cell);
      await eventually(async () => assert.equal(await calculator.one('.trouble > span').getText(), expected));
      assert.deepEqual(await fees(calculator), ['100']);
      await calculator.one('.trouble [data-act="dismiss"]').click();
      await eventually(async () => assert.equal((await calculator.all('.trouble')).length, 0));
    }
    await site.assertQuiet(`told in ${lang}`);
  }
});

test('where what reads it does not arrive, that is said, and the next try has it', async () => {
  const calculator = await begin();
  await engine.withhold(site.driver, 'sheets.js');
  await bring(calculator, book([BOOKINGS]));
  await eventually(async () => assert.equal(await calculator.one('.trouble > span').getText(), words.en.ui.table_unreachable));
  await engine.release(site.driver);
  await bring(calculator, book([BOOKINGS]));
  await refund(calculator, '3000.50');
  await engine.complaints(site.driver);
});
