// From an answer on to another calculator: what both ask for is filled in there, in its currency, and answers as soon as what is
// asked for anew is entered.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Calculator } from './calculator.mjs';
import { LANGUAGES, eventually, useSite, words } from './site.mjs';

const site = useSite();

async function opened(name, lang) {
  await site.open(`${name}.html`, lang);
  return Calculator.on(site.driver);
}

/** Follows the link to a calculator; it is found by its words, as a visitor finds it. */
async function follow(calculator, to, lang) {
  const link = await eventually(() => calculator.one(`[data-act="onward"][data-to="${to}"]`));
  assert.equal(await link.getText(), words[lang].ui[`onward.${to}`]);
  await link.click();
  await site.driver.wait(async () => (await site.driver.getCurrentUrl()).includes(`${to}.html#request=`), 10_000);
  return eventually(async () => {
    const there = await Calculator.on(site.driver, to);
    assert.ok((await there.all('form')).length);
    return there;
  });
}

async function assertFilled(calculator, values) {
  for (const [path, value] of Object.entries(values)) await eventually(async () => assert.equal(await calculator.value(path), value, path));
}

for (const lang of LANGUAGES) {
  test(`an expired renewal leads to the reinstatement of what has lapsed, and to the comparison, in ${lang}`, async () => {
    const renewal = await opened('renewal', lang);
    await renewal.enterAll({
      currency: 'EUR', 'input.programme': 'PA', 'input.anniversary': '2026-04-01',
      'input.lines.0.part': 'D1', 'input.lines.0.quantity': '3', 'input.lines.0.annual_price': '400', 'input.lines.0.covered_until': '2025-03-31',
    });
    await eventually(async () => assert.equal((await renewal.answer()).lines[0].path, 'reinstatement'));
    const reinstatement = await follow(renewal, 'reinstatement', lang);
    await assertFilled(reinstatement, { currency: 'EUR', 'input.lines.0.part': 'D1', 'input.lines.0.quantity': '3', 'input.lines.0.covered_until': '2025-03-31' });
    assert.equal((await reinstatement.request()).input.lines[0].annual_price, '400');
    await reinstatement.enterAll({ 'input.lines.0.family': 'websphere', 'input.lines.0.new_licence_price': '1000' });
    // 3 × 1000 × 60 %.
    await eventually(async () => assert.equal((await reinstatement.answer()).figures.reinstatement, '1800.00'));
    const compare = await follow(reinstatement, 'compare', lang);
    await assertFilled(compare, { currency: 'EUR', 'input.family': 'websphere', 'input.quantity': '3', 'input.covered_until': '2025-03-31' });
    await compare.enterAll({ 'input.years': '3', 'input.return_year': '1' });
    // 3 × 400 a year, for three years.
    await eventually(async () => assert.equal((await compare.answer()).figures.renewal, '3600.00'));
    await site.assertQuiet('compare');
  });

  test(`a cancellation that costs leads to the swap, with what the service is worth, in ${lang}`, async () => {
    const cancellation = await opened('cancellation', lang);
    await cancellation.enterAll({
      as_of: '2026-11-21', currency: 'USD', 'input.lines.0.service': 'Workshop', 'input.lines.0.fee': '1000', 'input.lines.0.starts_on': '2026-11-30', 'input.lines.0.paid_with': 'flex',
    });
    await eventually(async () => assert.equal((await cancellation.answer()).figures.charge, '500.00'));
    const swap = await follow(cancellation, 'swap', lang);
    await assertFilled(swap, { as_of: '2026-11-21', currency: 'USD', 'input.lines.0.given_service': 'Workshop', 'input.lines.0.paid_with': 'flex' });
    await swap.enterAll({ 'input.lines.0.service': 'hackathon', 'input.lines.0.wanted_value': '1300', 'input.lines.0.available': true, 'input.lines.0.agreed': true });
    await eventually(async () => assert.equal((await swap.answer()).figures.shortfall, '300.00'));
    await site.assertQuiet('swap');
  });

  test(`an invoice that is late in Poland leads to the last day to sue, in ${lang}`, async () => {
    const late = await opened('late_charge', lang);
    await late.enterAll({
      as_of: '2026-11-21', currency: 'USD', 'input.country': 'PL', 'input.lines.0.amount': '5000', 'input.lines.0.invoiced_on': '2026-08-31', 'input.lines.0.invoice_received_on': '2026-09-03',
    });
    await eventually(async () => assert.ok((await late.answer()).lines[0].days_late > 0));
    const dispute = await follow(late, 'dispute', lang);
    await assertFilled(dispute, { as_of: '2026-11-21', 'input.nature': 'receivable', 'input.due_on': '2026-09-03' });
    assert.equal((await dispute.request()).input.country, 'PL');
    // Two years from the day on which the payment fell due.
    await eventually(async () => assert.equal((await dispute.answer()).dates.file_by, '2028-09-03'));
    await site.assertQuiet('dispute');
  });

  test(`what the allowance buys goes by its name, in ${lang}`, async () => {
    const flex = await opened('flex', lang);
    await flex.enterAll({
      as_of: '2026-11-21', currency: 'USD', 'input.signed_on': '2026-12-15', 'input.years.0.allowance': '9000',
    });
    await flex.button('add', 'input.years.0.allocations').click();
    await flex.enterAll({ 'input.years.0.allocations.0.service': 'workshops', 'input.years.0.allocations.0.amount': '700' });
    await eventually(async () => assert.equal((await flex.answer()).lines[0].allocations[0].verdict, 'allowed'));
    const cancellation = await follow(flex, 'cancellation', lang);
    await assertFilled(cancellation, { 'input.lines.0.service': words[lang].choices['service.workshops'], 'input.lines.0.paid_with': 'flex' });
    assert.equal(await cancellation.value('as_of'), '2026-11-21');
    await cancellation.enterAll({ 'input.lines.0.starts_on': '2026-12-31' });
    await eventually(async () => assert.equal((await cancellation.answer()).figures.refund, '700.00'));
    await site.assertQuiet('cancellation');
  });
}
