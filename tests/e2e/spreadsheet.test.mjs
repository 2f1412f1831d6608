// Lines from a spreadsheet, and lines by hand: pasted, added, duplicated, removed.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quote } from '../node/core.mjs';
import { Calculator } from './calculator.mjs';
import { copy, paste } from './clipboard.mjs';
import { eventually, useSite, words } from './site.mjs';

const site = useSite();

/** Ten lines with a quantity of 1 to 10 each, 1200 a year, three months up to the anniversary: 300 a unit. */
const ROWS = Array.from({ length: 10 }, (_, index) => ['D' + index, index + 1, '1,200.00', '2026/12/31']);
const TABLE = ROWS.map((row) => row.join('\t')).join('\r\n');
const LINES = ROWS.map(([part, quantity]) => ({ part, quantity, annual_price: '1200.00', covered_until: '2026-12-31' }));
const TOTAL = '16,500.00';

async function renewal(lang = 'en') {
  await site.open('renewal.html', lang);
  const calculator = await Calculator.on(site.driver);
  await calculator.enterAll({ as_of: '2026-11-21', currency: 'USD', 'input.programme': 'PA', 'input.anniversary': '2026-04-01' });
  return calculator;
}

async function assertTenLines(calculator) {
  await eventually(async () => assert.deepEqual((await calculator.request()).input.lines, LINES));
  assert.deepEqual(await calculator.answer(), quote(await calculator.request()));
  assert.ok((await calculator.figure('figures.net')).includes(TOTAL));
  await site.assertQuiet('pasting');
}

test('ten lines into the first field', async () => {
  const calculator = await renewal();
  await copy(site.driver, TABLE);
  await calculator.control('input.lines.0.part').click();
  await paste(site.driver);
  await assertTenLines(calculator);
});

for (const lang of ['en', 'zh-Hant']) {
  test(`with headers in another order, in ${lang}`, async () => {
    const calculator = await renewal('en');
    const { names } = words[lang];
    const name = (key) => names[`renewal.${key}`] ?? names[key];
    const header = [name('quantity'), name('covered_until'), name('part'), name('annual_price')];
    const rows = ROWS.map(([part, quantity, price, until]) => [quantity, until, part, price]);
    await copy(site.driver, [header, ...rows].map((row) => row.join('\t')).join('\n'));
    await calculator.control('input.lines.0.part').click();
    await paste(site.driver);
    await assertTenLines(calculator);
  });
}

test('ten lines into the box for them, once it is said which column is which', async () => {
  const calculator = await renewal('zh-Hant');
  await copy(site.driver, TABLE);
  const details = await calculator.one('details:has([data-paste])');
  await details.findElement({ css: 'summary' }).click();
  await details.findElement({ css: 'textarea' }).click();
  await paste(site.driver);
  await calculator.button('paste').click();
  // Nothing says where in the form the columns begin.
  await eventually(() => calculator.one('.columns-asked'));
  assert.deepEqual((await calculator.request()).input.lines, [{}]);
  for (const [column, field] of Object.entries({ 1: 'part', 2: 'quantity', 3: 'annual_price', 4: 'covered_until' })) {
    await calculator.one(`select[data-column="${column}"] option[value="${field}"]`).click();
  }
  await calculator.button('take').click();
  await assertTenLines(calculator);
  assert.equal(await details.findElement({ css: 'textarea' }).getAttribute('value'), '', 'what is in the form is in the box too');
});

test('pasting is undone in one step', async () => {
  const calculator = await renewal();
  await calculator.enter('input.lines.0.part', 'mine');
  const before = await calculator.request();
  await copy(site.driver, TABLE);
  await calculator.control('input.lines.0.part').click();
  await paste(site.driver);
  await eventually(async () => assert.equal((await calculator.request()).input.lines.length, 10));
  await calculator.button('undo').click();
  await eventually(async () => assert.deepEqual(await calculator.request(), before));
});

test('lines are added, duplicated and removed, and the focus is never lost', async () => {
  const calculator = await renewal();
  await calculator.enterAll({
    'input.lines.0.part': 'one', 'input.lines.0.quantity': '1',
    'input.lines.0.annual_price': '1200', 'input.lines.0.covered_until': '2026-12-31',
  });
  const parts = async () => (await calculator.request()).input.lines.map(({ part }) => part);

  await calculator.button('duplicate').click();
  await eventually(async () => assert.deepEqual(await parts(), ['one', 'one']));
  assert.match(await calculator.focused(), /^input\.lines\.1\./);
  await calculator.enter('input.lines.1.part', 'two');
  assert.ok((await calculator.figure('figures.net')).includes('600.00'));

  await calculator.button('add', 'input.lines').click();
  await eventually(async () => assert.match(await calculator.focused(), /^input\.lines\.2\./));
  await calculator.enter('input.lines.2.part', 'three');
  await eventually(async () => assert.deepEqual(await parts(), ['one', 'two', 'three']));

  const [first] = await calculator.all('[data-act="remove"]');
  await first.click();
  await eventually(async () => assert.deepEqual(await parts(), ['two', 'three']));
  assert.match(await calculator.focused(), /^input\.lines\.0\./);
  assert.equal(await calculator.value('input.lines.0.part'), 'two');
  await site.assertQuiet('lines');
});
