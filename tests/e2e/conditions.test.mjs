// Fields that come and go: by the country and the currency together, and by what each line says of itself.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quote } from '../node/core.mjs';
import { Calculator } from './calculator.mjs';
import { eventually, useSite } from './site.mjs';

const site = useSite();

test('a rate for euros is asked for where the country’s amount is in euros and the currency is not', async () => {
  await site.open('liability.html');
  const calculator = await Calculator.on(site.driver);
  const asked = async (count) =>
    eventually(async () => assert.equal((await calculator.all('[data-field="input.eur_rate"]')).length, count));
  await calculator.enterAll({ currency: 'USD', 'input.country': 'TW', 'input.payment': 'once', 'input.paid_once': '100000' });
  await asked(0);
  await calculator.enterAll({ 'input.country': 'DE' });
  await asked(1);
  await calculator.enterAll({ 'input.eur_rate': '1.08' });
  await eventually(async () => assert.equal((await calculator.answer())?.figures.cap, '540000.00'));

  await calculator.enterAll({ currency: 'EUR' });
  await asked(0);
  await calculator.enterAll({ 'input.usd_rate': '0.92' });
  // What was typed into a field that no longer applies is not sent.
  await eventually(async () => assert.equal((await calculator.answer())?.figures.cap, '500000.00'));
  assert.equal((await calculator.request()).input.eur_rate, undefined);

  await calculator.enterAll({ currency: 'USD', 'input.country': 'IE' });
  await asked(0);
  await eventually(async () => assert.equal((await calculator.answer())?.figures.cap, '125000.00'));
  await site.assertQuiet('liability');
});

test('lines with fields of their own keep their labels, however many there are', async () => {
  await site.open('use_check.html');
  const calculator = await Calculator.on(site.driver);
  await calculator.button('example').click();
  await eventually(async () => assert.equal((await calculator.answer())?.lines.length, 4));
  assert.deepEqual(await calculator.answer(), quote(await calculator.request()));
  for (const path of ['input.lines.0.copies', 'input.lines.1.used_in', 'input.lines.2.permitted_by', 'input.lines.3.intended_use']) {
    const id = await calculator.control(path).getAttribute('id');
    const { height, width } = await calculator.one(`label[for="${id}"]`).getRect();
    assert.ok(height > 10 && width > 10, `${path} shows its label`);
  }
  await site.assertQuiet('use_check');
});
