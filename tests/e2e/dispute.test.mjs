// What is asked for depends on the country, on the nature of the claim and on the currency, all by the core's description.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Calculator } from './calculator.mjs';
import { eventually, useSite } from './site.mjs';

const site = useSite();

const SOMETIMES = ['due_on', 'amount_owed', 'usd_rate', 'amount_in_dispute', 'inr_rate', 'second_arbitrator_on'];

test('fields come and go with the country, the nature of the claim and the currency', async () => {
  await site.open('dispute.html', 'zh-Hant');
  const calculator = await Calculator.on(site.driver);
  const shows = async (expected) => eventually(async () => {
    const there = await Promise.all(SOMETIMES.map(async (name) => (await calculator.all(`[data-field="input.${name}"]`)).length > 0));
    assert.deepEqual(SOMETIMES.filter((_, index) => there[index]), expected);
  });
  await calculator.enterAll({ currency: 'TWD', 'input.nature': 'receivable' });
  await shows([]);
  await calculator.enter('input.country', '台灣');
  // From which day a period counts, if from any, is known with the country.
  await calculator.enter('input.arose_on', '2025-06-15');
  await shows([]);
  await eventually(async () => assert.equal((await calculator.answer())?.dates.file_by, '2027-06-15'));
  await calculator.enter('input.country', '埃及');
  await shows(['amount_owed', 'usd_rate', 'second_arbitrator_on']);
  await eventually(async () => assert.equal(await calculator.answer(), null));
  await calculator.enterAll({ 'input.amount_owed': '100', 'input.usd_rate': '32.5' });
  await eventually(async () => assert.equal((await calculator.answer())?.figures.route, 'arbitration_or_court'));
  // In dollars there is nothing to convert, and what was typed is not sent.
  await calculator.enter('currency', 'USD');
  await shows(['amount_owed', 'second_arbitrator_on']);
  await eventually(async () => assert.equal((await calculator.answer())?.figures.court_limit, '500000.00'));
  await calculator.enter('input.nature', 'other');
  await shows(['second_arbitrator_on']);
  await calculator.enter('input.country', '印度');
  await shows(['amount_in_dispute', 'inr_rate']);
  await calculator.enter('currency', 'INR');
  await shows(['amount_in_dispute']);
  await calculator.enter('input.country', '波蘭');
  await shows([]);
  await calculator.enter('input.nature', 'receivable');
  await shows(['due_on']);
  await site.assertQuiet('dispute');
});

test('where the document names no period there is no day in large, and no picture', async () => {
  await site.open('dispute.html');
  const calculator = await Calculator.on(site.driver);
  await calculator.enterAll({ currency: 'USD', 'input.country': 'BR', 'input.nature': 'other' });
  await eventually(async () => assert.equal((await calculator.answer())?.verdict, 'refer'));
  assert.deepEqual(await calculator.all('[data-figure="dates.file_by"], .scene'), []);
  assert.ok((await calculator.figure('figures.forum')).includes('São Paulo'));
  await site.assertQuiet('dispute');
});
