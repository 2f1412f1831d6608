// A text that cannot be told is never answered, whatever the core would make of it; and a page around the element hears
// values of the contract, and gets back the very texts that it gave.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { Calculator } from './calculator.mjs';
import { takeBack } from './clipboard.mjs';
import { useGuest } from './guest_page.mjs';
import { eventually, LANGUAGES, useSite } from './site.mjs';

const site = useSite();
const guest = useGuest();

const PAGE = '<clausewise-quote calculator="cancellation" as-of="2026-11-21" currency="USD"></clausewise-quote>';
const FEE = 'input.lines.0.fee';

const RENEWAL = {
  as_of: '2026-11-21', currency: 'USD', 'input.programme': 'PAE', 'input.lines.0.part': 'Db2', 'input.lines.0.quantity': '2',
  'input.lines.0.annual_price': '1,200.00', 'input.lines.0.covered_until': '2026-12-31',
};

const readings = async (calculator, path) =>
  calculator.driver.executeScript(`return [...arguments[0].shadowRoot.querySelector('[data-field="' + arguments[1] + '"]').closest('.field')
    .querySelectorAll('[data-reading]')].map((each) => [each.dataset.reading, each.textContent.trim()])`, calculator.element, path);

const press = (calculator, path, reading) => calculator.driver.executeScript(`arguments[0].shadowRoot.querySelector('[data-field="' + arguments[1] + '"]')
  .closest('.field').querySelector('[data-reading="' + arguments[2] + '"]').click(); return arguments[0].updateComplete.then(() => {})`, calculator.element, path, reading);

describe('on the pages', () => {
  // Twice 1,200.00, or a thousand times; a renewal under PAE is for twelve months.
  for (const [reading, net] of [['1', '1,200.00'], ['1000', '1,200,000.00']]) {
    test(`a quantity of 1.000 that is said to be ${reading}`, async () => {
      await site.open('renewal.html');
      const calculator = await Calculator.on(site.driver);
      await calculator.enterAll(RENEWAL);
      assert.ok(await calculator.answer());
      await calculator.enter('input.lines.0.quantity', '1.000');
      await eventually(async () => assert.deepEqual(await readings(calculator, 'input.lines.0.quantity'), [['1', '1'], ['1000', '1,000']]));
      assert.equal(await calculator.answer(), null);
      assert.equal((await calculator.all('[data-figure="figures.net"]')).length, 0, 'a figure stands all the same');
      await press(calculator, 'input.lines.0.quantity', reading);
      assert.equal((await calculator.request()).input.lines[0].quantity, Number(reading));
      assert.ok((await calculator.figure('figures.net')).includes(net));
      assert.equal(await calculator.focused(), 'input.lines.0.quantity');
    });
  }

  test('a rate of 1,085, by the buttons alone', async () => {
    await site.open('flex.html');
    const calculator = await Calculator.on(site.driver);
    await calculator.enterAll({ as_of: '2026-11-21', currency: 'TWD', 'input.signed_on': '2026-12-31' });
    for (const rate of ['1.085', '1085']) {
      await calculator.enter('input.usd_rate', '1,085');
      await eventually(async () => assert.deepEqual((await readings(calculator, 'input.usd_rate')).map(([value]) => value), ['1.085', '1085']));
      const button = await calculator.one(`[data-reading="${rate}"]`);
      await calculator.press(button, Key.ENTER);
      await eventually(async () => assert.equal((await calculator.request()).input.usd_rate, rate));
    }
  });

  test('what was typed is there again for Ctrl+Z, after one of its readings was chosen', async () => {
    await site.open('late_charge.html');
    const calculator = await Calculator.on(site.driver);
    await calculator.enter('currency', 'USD');
    await calculator.control('input.country').click();
    await eventually(async () => assert.equal(await calculator.control('input.country').getAttribute('role'), 'combobox'));
    for (const [path, typed, reading, shown] of [['input.country', 'Korea', 'KR', 'South Korea'], ['input.lines.0.amount', '1.500', '1500', '1,500'], ['input.lines.0.invoiced_on', '9/10/2026', '2026-10-09', '2026-10-09']]) {
      await calculator.enter(path, typed);
      await eventually(() => calculator.one(`[data-reading="${reading}"]`));
      await press(calculator, path, reading);
      await eventually(async () => assert.equal(await calculator.focused(), path));
      assert.deepEqual([await calculator.value(path), (await readings(calculator, path)).length], [shown, 0]);
      assert.equal((await calculator.all('[role=listbox]:not([hidden])')).length, 0, 'a list opens on its own');
      await takeBack(site.driver);
      assert.equal(await calculator.value(path), typed);
      // It is again what it was, with the same to choose from.
      await calculator.control(path).sendKeys(Key.ESCAPE, Key.TAB);
      await eventually(async () => assert.ok((await readings(calculator, path)).some(([value]) => value === reading)));
      await press(calculator, path, reading);
      await eventually(async () => assert.equal((await readings(calculator, path)).length, 0));
    }
  });

  for (const lang of LANGUAGES) {
    test(`an amount in another currency: the form can be changed to it, and back: ${lang}`, async () => {
      await site.open('cancellation.html', lang);
      const calculator = await Calculator.on(site.driver);
      await calculator.enterAll({ currency: 'USD', as_of: '2026-11-21', [FEE]: '1,200.50', 'input.lines.0.starts_on': '2026-12-31' });
      await calculator.button('add', 'input.lines').click();
      await calculator.enterAll({ 'input.lines.1.fee': 'NT$12,000', 'input.lines.1.starts_on': '2026-12-31' });
      const button = await eventually(() => calculator.one('[data-currency=TWD]'));
      assert.ok((await button.getText()).includes('TWD'), await button.getText());
      await button.click();
      await eventually(async () => assert.equal((await calculator.request()).currency, 'TWD'));
      assert.deepEqual(await Promise.all(['input.lines.0.fee', 'input.lines.1.fee'].map((path) => calculator.value(path))), ['1,200.50', 'NT$12,000'], 'amounts stay as they were typed');
      assert.equal((await calculator.request()).input.lines[1].fee, '12000');
      assert.equal((await calculator.all('[data-currency]')).length, 0);
      const refused = (await calculator.property('refusal')).errors.map(({ code, field }) => [code, field]);
      assert.deepEqual(refused, [['too_many_decimals', FEE]], 'and are read again');
      await calculator.button('undo').click();
      await eventually(async () => assert.equal((await calculator.request()).currency, 'USD'));
      await eventually(() => calculator.one('[data-currency=TWD]'));
    });
  }

  test('a percentage that the core would take as it stands', async () => {
    await site.open('renewal.html');
    const calculator = await Calculator.on(site.driver);
    await calculator.enterAll({ ...RENEWAL, 'input.tax_percent': '0.05' });
    await eventually(async () => assert.deepEqual((await calculator.property('refusal'))?.errors.map(({ code, field }) => [code, field]), [['ambiguous', 'input.tax_percent']]));
    assert.equal(await calculator.answer(), null);
    await press(calculator, 'input.tax_percent', '5');
    // 5 % of 2 × 1,200.
    await eventually(async () => assert.equal((await calculator.answer()).figures.tax, '120.00'));
    await calculator.enter('input.tax_percent', '0.05');
    await eventually(() => calculator.one('[data-reading="0.05"]'));
    await press(calculator, 'input.tax_percent', '0.05');
    await eventually(async () => assert.equal((await calculator.answer()).figures.tax, '1.20'));
    // What stands there is left and read again, and means the same.
    await calculator.control('input.tax_percent').sendKeys(Key.TAB);
    assert.equal((await calculator.request()).input.tax_percent, '0.05');
  });

  test('the sign of a percentage is typed without losing the place', async () => {
    await site.open('renewal.html');
    const calculator = await Calculator.on(site.driver);
    await calculator.control('input.tax_percent').click();
    await site.driver.actions().sendKeys('5', '%', Key.ARROW_LEFT, '.', '5').perform();
    assert.equal(await calculator.focused(), 'input.tax_percent');
    await eventually(async () => assert.equal((await calculator.request()).input.tax_percent, '5.5'));
  });
});

test('a form whose currency the page has decided is not changed to another', async () => {
  for (const said of ['fixed="currency"', 'hide="currency"']) {
    await guest.show(PAGE.replace(' as-of', ` ${said} as-of`));
    const calculator = await guest.calculator();
    await calculator.enter(FEE, 'NT$12,000');
    await eventually(async () => assert.ok(await calculator.faultAt(FEE)));
    assert.equal((await calculator.all('[data-currency]')).length, 0, said);
  }
});

const given = (line) => ({ calculator: 'cancellation', as_of: '2026-11-21', currency: 'USD', input: { lines: [line] } });

/** A page that keeps the request and hands it back at each event. */
const KEEPING = (request) => `
  const element = document.querySelector('clausewise-quote');
  element.addEventListener('clausewise-answer', ({ detail }) => setTimeout(() => { element.request = detail.request; }));
  element.request = ${JSON.stringify(request)};
`;

describe('on somebody else’s page', () => {
  test('a page that keeps the request hears values, and the visitor keeps what was typed', async () => {
    await guest.show(PAGE, { before: KEEPING(given({ fee: '1000', starts_on: '2026-12-31' })) });
    const calculator = await guest.calculator();
    await eventually(async () => assert.equal(await calculator.value(FEE), '1,000'));
    await calculator.enter(FEE, '12,000.50');
    await eventually(async () => assert.equal((await calculator.request()).input.lines[0].fee, '12000.50'));
    assert.equal(await calculator.value(FEE), '12,000.50');

    const before = (await guest.told('answer')).length;
    await calculator.enter(FEE, '1.500');
    await eventually(async () => assert.deepEqual((await readings(calculator, FEE)).map(([value]) => value), ['1.5', '1500']));
    // Handed back and drawn again it is what it was.
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.deepEqual([await calculator.value(FEE), await calculator.answer()], ['1.500', null]);
    assert.equal((await readings(calculator, FEE)).length, 2);
    const told = (await guest.told('answer')).slice(before);
    assert.ok(told.length && !told.some(({ answer, request }) => answer && request.input.lines[0].fee === '1.500'), 'it is answered as if it were a value');
    await press(calculator, FEE, '1500');
    await eventually(async () => assert.equal((await guest.told('answer')).at(-1).answer?.figures.fee, '1500.00'));
    assert.equal(await calculator.value(FEE), '1,500');
    await guest.assertQuiet('kept by the page');
  });

  for (const [what, fee, service, shown] of [
    ['an amount with its decimals', '1000.10', 'Workshop', '1,000.10'],
    ['an amount with more than there can be', '1.085', 'Workshop', '1.085'],
    ['an amount that a person would have to explain', '1.500', 'Workshop', '1.500'],
    ['a text with blanks around it', '1000', ' Workshop ', '1,000'],
  ]) {
    test(`${what}: the page gets its texts back`, async () => {
      const request = given({ service, fee, starts_on: '2026-12-31' });
      await guest.show(PAGE, { before: KEEPING(request) });
      const calculator = await guest.calculator();
      await eventually(async () => assert.equal(await calculator.value(FEE), shown));
      // To go by it changes nothing.
      for (const path of [FEE, 'input.lines.0.service', 'input.lines.0.starts_on']) await calculator.press(await calculator.control(path), Key.TAB);
      assert.deepEqual((await calculator.request()).input.lines, request.input.lines);
      const { answer } = (await guest.told('answer')).at(-1);
      assert.equal(answer === null, fee === '1.085' || fee === '1.500', 'more decimals than there can be');
      assert.equal(await calculator.value(FEE), shown);
    });
  }
});
