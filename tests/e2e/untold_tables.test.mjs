// What a table does not say is said to whoever brings it, before or as it is filled in: fields that no column gives, columns of
// another list, columns of fields that do not apply, and that it is still being read.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { turn } from './browser.mjs';
import { Calculator } from './calculator.mjs';
import { eventually, LANGUAGES, useSite, words } from './site.mjs';

const site = useSite();

const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const nameOf = (lang, calculator, name) => words[lang].names[`${calculator}.${name}`] ?? words[lang].names[name];

async function begin(name, lang, request) {
  await site.open(`${name}.html`, lang);
  const calculator = await Calculator.on(site.driver);
  await site.driver.executeScript(`localStorage.removeItem('clausewise columns'); arguments[0].request = arguments[1]; return arguments[0].updateComplete.then(() => {})`,
    calculator.element, { calculator: name, as_of: '2026-11-21', ...request });
  return calculator;
}

const paste = (calculator, path, rows) => site.driver.executeScript(`const [element, path, text] = arguments;
  const box = element.shadowRoot.querySelector('[data-paste="' + path + '"]');
  box.value = text;
  box.dispatchEvent(new Event('input'));
  box.closest('details').open = true;
  box.closest('details').querySelector('[data-act=paste]').click();`, calculator.element, path, rows.map((row) => row.join('\t')).join('\n'));

const asked = (calculator) => eventually(() => calculator.one('.columns-asked').getText());

for (const lang of LANGUAGES) {
  test(`fields that no column gives are named before anything is filled in: ${lang}`, async () => {
    const calculator = await begin('renewal', lang, { currency: 'USD', input: {} });
    await paste(calculator, 'input.lines', [['Wobble', 'Quantity', 'Price B'], ['Db2', '3', '100'], ['Domino', '4', '200']]);
    await asked(calculator);
    const lacking = () => calculator.one('.columns-asked .lacking').getText();
    const [price, until, quantity] = ['annual_price', 'covered_until', 'quantity'].map((name) => nameOf(lang, 'renewal', name));
    const said = await lacking();
    assert.ok(said.includes(price) && said.includes(until) && !said.includes(quantity), said);
    await calculator.one('select[data-column="Price B"] option[value="annual_price"]').click();
    await eventually(async () => assert.ok(!(await lacking()).includes(price) && (await lacking()).includes(until), await lacking()));
    await calculator.one('select[data-column="Wobble"] option[value="covered_until"]').click();
    await eventually(async () => assert.equal(await lacking(), ''));
    // All the same it may be left for later.
    await calculator.one('select[data-column="Wobble"] option[value="part"]').click();
    await calculator.one('[data-act="take"]').click();
    await eventually(async () => assert.deepEqual((await calculator.request()).input.lines,
      [{ part: 'Db2', quantity: 3, annual_price: '100' }, { part: 'Domino', quantity: 4, annual_price: '200' }]));
  });

  const FLEX = { currency: 'USD', input: { years: [{ allocations: [] }] } };
  const LISTS = [
    ['input.years', 'allocations', [['Service', 'Amount'], ['workshops', '5000'], ['workshops', '3000']]],
    ['input.years.0.allocations', 'years', [['Year', 'Flex allowance'], ['1', '5000'], ['2', '60000']]],
  ];
  for (const [path, list, rows] of LISTS) {
    test(`columns of ${list} in another list are known for what they are: ${lang}`, async () => {
      const calculator = await begin('flex', lang, FLEX);
      await paste(calculator, path, rows);
      assert.ok((await asked(calculator)).includes(filled(words[lang].ui.columns_like, { list: nameOf(lang, 'flex', list) })));
      assert.deepEqual((await calculator.request()).input, FLEX.input, 'filled in before it was asked');
      // Cancelled and brought to the right one it goes in.
      await calculator.one('.columns-asked [data-act=dismiss]').click();
      await paste(calculator, path === 'input.years' ? 'input.years.0.allocations' : 'input.years', rows);
      await eventually(async () => {
        const { years } = (await calculator.request()).input;
        assert.deepEqual(list === 'years' ? years.map(({ allowance }) => allowance) : years[0].allocations.map(({ amount }) => amount), rows.slice(1).map(([, amount]) => amount));
      });
    });
  }

  test(`a column of a field that does not apply is told of, with what it hangs on: ${lang}`, async () => {
    const calculator = await begin('late_charge', lang, { currency: 'USD', input: { country: 'GB' } });
    const rows = [['Invoice', 'Amount', 'Invoice date', 'Payment received', 'Most that the law allows'], ['A1', '100', '2026-01-01', '2026-04-01', '50'], ['A2', '100', '2026-01-01', '2026-04-01', '']];
    await paste(calculator, 'input.lines', rows);
    const done = () => calculator.one('.list .done').getText();
    const [law, country] = ['legal_maximum', 'country'].map((name) => nameOf(lang, 'late_charge', name));
    await eventually(async () => {
      const said = await done();
      assert.ok([law, country, lang === 'en' ? 'Hong Kong' : '香港'].every((each) => said.includes(each)), said);
    });
    assert.ok((await calculator.request()).input.lines.every((line) => !Object.hasOwn(line, 'legal_maximum')));
    assert.equal((await calculator.all('[data-field="input.lines.0.legal_maximum"]')).length, 0);
    // As soon as it counts it is seen, and there is nothing more to tell.
    await calculator.enter('input.country', 'SG');
    await eventually(async () => assert.equal((await calculator.request()).input.lines[0].legal_maximum, '50'));
    assert.equal(await calculator.value('input.lines.0.legal_maximum'), '50');
    assert.ok(!(await done()).includes(law), await done());
  });
}

describe('on a slow line', { skip: turn === 0 ? false : 'only Chromium can be slowed down' }, () => {
  const slow = (latency) => site.driver.sendDevToolsCommand('Network.emulateNetworkConditions', { offline: false, latency, downloadThroughput: -1, uploadThroughput: -1 });

  for (const lang of LANGUAGES) {
    test(`a table that is being read is said to be, and is not brought twice: ${lang}`, async () => {
      const calculator = await begin('cancellation', lang, { currency: 'USD', input: {} });
      await site.driver.sendDevToolsCommand('Network.enable', {});
      await slow(1_500);
      try {
        const status = () => calculator.one('.list [role=status].reading').getText();
        const mayPress = () => calculator.one('[data-act=paste]').isEnabled();
        assert.deepEqual([await status(), await mayPress()], ['', true]);
        await paste(calculator, 'input.lines', [['fee', 'starts_on'], ['1000', '2026-12-31']]);
        await eventually(async () => assert.deepEqual([await status(), await mayPress()], [words[lang].ui.table_reading, false]), 1_000);
        await eventually(async () => assert.equal((await calculator.request()).input.lines?.[0]?.fee, '1000'));
        assert.deepEqual([await status(), await mayPress()], ['', true]);
        // Where nothing comes of it, whoever used the keyboard is where he was.
        const button = await calculator.one('[data-act=paste]');
        await site.driver.executeScript('arguments[0].focus()', button);
        await paste(calculator, 'input.lines', [['fee', 'starts_on']]);
        await eventually(() => calculator.one('.trouble'));
        await eventually(async () => assert.equal(await site.driver.executeScript('return arguments[0].shadowRoot.activeElement?.dataset.act', calculator.element), 'paste'));
      } finally {
        await slow(0);
      }
    });
  }

  test('a country that is typed before their names are there is no wrong one, and is read when they are', async () => {
    for (const [text, codes] of [['Korea', ['KP', 'KR']], ['德國', ['DE']]]) {
      await site.open('late_charge.html', 'en');
      const calculator = await Calculator.on(site.driver);
      await site.driver.sendDevToolsCommand('Network.enable', {});
      await slow(1_500);
      try {
        const control = await calculator.control('input.country');
        await control.click();
        await control.sendKeys(text, '\uE007');
        await new Promise((resolve) => setTimeout(resolve, 100));
        assert.deepEqual([await calculator.value('input.country'), await control.getAttribute('aria-invalid'), await calculator.answer()], [text, null, null]);
        assert.equal((await calculator.all('.summary.wrong')).length, 0, 'called wrong before anybody can know');
        if (codes.length > 1) {
          await eventually(async () => assert.deepEqual((await calculator.property('refusal')).errors.find(({ field }) => field === 'input.country').values.readings.sort(), codes));
          assert.equal(await calculator.value('input.country'), text);
        } else await eventually(async () => assert.equal((await calculator.request()).input.country, codes[0]));
      } finally {
        await slow(0);
      }
    }
  });
});
