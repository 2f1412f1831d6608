// The element on somebody else's page: a request goes back and forth between both, and what is typed survives that.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { quote } from '../node/core.mjs';
import { useGuest } from './guest_page.mjs';
import { eventually, words } from './site.mjs';

const guest = useGuest();

const line = (fee, startsOn = '2026-12-31') => ({ fee, starts_on: startsOn });
const cancellation = (...lines) => ({ calculator: 'cancellation', as_of: '2026-12-01', currency: 'USD', input: { lines } });

const EMPTY = '<clausewise-quote calculator="cancellation"></clausewise-quote>';
const FEE = 'input.lines.0.fee';

const give = (request) => guest.run("document.querySelector('clausewise-quote').request = arguments[0]", request);

/** Where the caret stands, in which control. */
const caret = () => guest.run(`const { activeElement: at } = document.querySelector('clausewise-quote').shadowRoot;
  return at && [at.dataset.field, at.value, at.selectionStart]`);

/** Types as somebody does who does not wait for the page. */
const type = (...keys) => guest.driver.actions().sendKeys(...keys).perform();

const typeOver = (...keys) => guest.driver.actions().keyDown(Key.CONTROL).sendKeys('a').keyUp(Key.CONTROL).sendKeys(...keys).perform();

/** A page that draws itself anew after each event, as React does: at once, or some time later with what it knew then. */
const drawing = (request, delay = 0) => `
  const element = document.querySelector('clausewise-quote');
  const START = ${JSON.stringify(cancellation(line('1000')))};
  window.drawn = 0;
  const draw = (state) => { drawn++; element.request = ${request}; };
  element.addEventListener('clausewise-answer', ({ detail }) => setTimeout(draw, ${delay}, detail));
  draw();
`;

const KEPT = 'state ? state.request : START';

const PATTERNS = {
  'a request kept by the page (controlled)': drawing(KEPT),
  'the same, a drawing late': drawing(KEPT, 40),
  'the same, a good while late': drawing(KEPT, 500),
  'the same, as a copy': drawing(`structuredClone(${KEPT})`, 40),
  'a request written down at each drawing': drawing('structuredClone(START)', 40),
  'a request written down ten times a second': `${drawing('structuredClone(START)')} setInterval(draw, 100);`,
  'the entries alone kept by the page': drawing(`{ calculator: 'cancellation', input: (${KEPT}).input }`, 40),
  'a request that the page adds to': drawing(`{ ...(${KEPT}), as_of: '2026-12-02' }`, 40),
  'a request in which the page fills in a second field by the first, a while late': drawing(
    `{ ...(${KEPT}), input: { lines: (${KEPT}).input.lines.map((line) => ({ ...line, service: line.fee })) } }`, 150),
  'a request that the page adds to, a while late': drawing(`{ ...(${KEPT}), as_of: '2026-12-02' }`, 300),
};

for (const [name, before] of Object.entries(PATTERNS)) {
  test(`${name}: 2500 typed over 1000`, async () => {
    await guest.show(EMPTY, { before });
    const calculator = await guest.calculator();
    await eventually(async () => assert.equal(await calculator.value(FEE), '1,000'));
    await calculator.control(FEE).click();
    await typeOver(Key.DELETE);
    // As fast as somebody types: what the page hands back comes in between.
    for (const key of '2500') {
      await new Promise((resolve) => setTimeout(resolve, 120));
      await type(key);
    }
    await eventually(async () => assert.equal((await calculator.answer())?.figures.fee, '2500.00'));
    assert.deepEqual(await caret(), [FEE, '2500', 4]);
    // The page has come to rest, and the form still says what was typed.
    await new Promise((resolve) => setTimeout(resolve, name.includes('ten times') ? 6_000 : 1_200));
    assert.deepEqual(await caret(), [FEE, '2500', 4]);
    assert.equal((await calculator.request()).input.lines[0].fee, '2500');
    assert.ok(await guest.run('return drawn') > 1, 'the page has drawn nothing');
  });
}

describe('half of it typed', () => {
  for (const half of ['1,0', '25.', '1,000', ' 12', '2a']) {
    test(`“${half}” stays`, async () => {
      await guest.show(EMPTY, { before: PATTERNS['a request kept by the page (controlled)'] });
      const calculator = await guest.calculator();
      await eventually(async () => assert.equal(await calculator.value(FEE), '1,000'));
      await calculator.control(FEE).click();
      await typeOver(...half);
      await new Promise((resolve) => setTimeout(resolve, 900));
      assert.deepEqual(await caret(), [FEE, half, half.length]);
      // The caret is where it was put, too.
      await type(Key.HOME, Key.ARROW_RIGHT, '7');
      await new Promise((resolve) => setTimeout(resolve, 300));
      assert.deepEqual(await caret(), [FEE, `${half[0]}7${half.slice(1)}`, 2]);
    });
  }
});

test('half a date stays while another field goes back and forth', async () => {
  await guest.show(EMPTY, { before: PATTERNS['a request kept by the page (controlled)'] });
  const calculator = await guest.calculator();
  await eventually(async () => assert.equal(await calculator.value(FEE), '1,000'));
  await calculator.press(await calculator.control('input.lines.0.starts_on'), Key.END, Key.BACK_SPACE, Key.BACK_SPACE);
  await eventually(async () => assert.equal((await calculator.request()).input.lines[0].starts_on, '2026-12-'));
  await calculator.enter(FEE, '300');
  await eventually(async () => assert.equal((await calculator.request()).input.lines[0].fee, '300'));
  assert.equal((await calculator.request()).input.lines[0].starts_on, '2026-12-', 'half a date is none');
  assert.equal(await calculator.value('input.lines.0.starts_on'), '2026-12-');
  assert.equal(await calculator.answer(), null, 'no figure of the date that stood there before');
});

test('another request is taken over by index: rows, focus and caret stay', async () => {
  await guest.show(EMPTY);
  const calculator = await guest.calculator();
  await give(cancellation(line('1000'), line('2000')));
  await eventually(async () => assert.equal(await calculator.value('input.lines.1.fee'), '2,000'));
  const second = await calculator.control('input.lines.1.fee');
  await second.click();
  await type(Key.HOME, Key.ARROW_RIGHT);
  await give(cancellation(line('1500'), line('2000', '2026-12-20'), line('3000')));
  await eventually(async () => assert.equal(await calculator.value('input.lines.2.fee'), '3,000'));
  assert.equal(await calculator.value(FEE), '1,500');
  assert.deepEqual(await caret(), ['input.lines.1.fee', '2,000', 1]);
  assert.equal(await guest.run('return arguments[0].isConnected', second), true, 'the row was drawn anew');
  // Its own text changed from outside: the caret keeps its distance from the end.
  await give(cancellation(line('1500'), line('42000')));
  await eventually(async () => assert.deepEqual(await caret(), ['input.lines.1.fee', '42,000', 2]));
  assert.equal((await calculator.request()).input.lines.length, 2);
  assert.deepEqual(await calculator.answer(), quote(cancellation(line('1500'), line('42000'))));
});

test('null and undefined clear, and then the same request may come again', async () => {
  await guest.show(EMPTY);
  const calculator = await guest.calculator();
  for (const nothing of ['null', 'undefined']) {
    await give(cancellation(line('1000')));
    await eventually(async () => assert.equal(await calculator.value(FEE), '1,000'));
    await guest.run(`document.querySelector('clausewise-quote').request = ${nothing}`);
    await eventually(async () => assert.equal(await calculator.value(FEE), ''));
    assert.equal(await calculator.answer(), null);
    // The day and the currency are not entries.
    assert.equal((await calculator.request()).as_of, '2026-12-01');
  }
});

test('the page may go back to what it had before', async () => {
  await guest.show(EMPTY, { before: PATTERNS['a request kept by the page (controlled)'] });
  const calculator = await guest.calculator();
  await eventually(async () => assert.equal(await calculator.value(FEE), '1,000'));
  await calculator.enter(FEE, '2500');
  await eventually(async () => assert.equal((await calculator.answer())?.figures.fee, '2500.00'));
  await give(cancellation(line('1000')));
  await eventually(async () => assert.equal(await calculator.value(FEE), '1,000'));
});

describe('where a request may stand', () => {
  const answered = async (fee) => {
    const calculator = await guest.calculator();
    await eventually(async () => assert.deepEqual(await calculator.answer(), quote(cancellation(line(fee)))));
    return calculator;
  };
  const attribute = (request) => JSON.stringify(request).replaceAll('"', '&quot;');

  test('in the attribute, which may change and go', async () => {
    await guest.show(`<clausewise-quote calculator="cancellation" request="${attribute(cancellation(line('700')))}"></clausewise-quote>`);
    const calculator = await answered('700');
    await guest.run("document.querySelector('clausewise-quote').setAttribute('request', arguments[0])", JSON.stringify(cancellation(line('800'))));
    await answered('800');
    await guest.run("document.querySelector('clausewise-quote').removeAttribute('request')");
    await eventually(async () => assert.equal(await calculator.value(FEE), ''));
  });

  test('in a script of its own, which may change', async () => {
    await guest.show(`<clausewise-quote calculator="cancellation"><script type="application/json">${JSON.stringify(cancellation(line('700')))}</script>Wait…</clausewise-quote>`);
    const calculator = await answered('700');
    await calculator.enter(FEE, '750');
    // Put elsewhere, it does not begin anew.
    await guest.run("document.body.append(document.querySelector('clausewise-quote'))");
    await answered('750');
    await guest.run("document.querySelector('clausewise-quote > script').textContent = arguments[0]", JSON.stringify(cancellation(line('800'))));
    await answered('800');
  });

  test('set before the element was there', async () => {
    await guest.show(EMPTY, { before: `document.querySelector('clausewise-quote').request = ${JSON.stringify(cancellation(line('900')))};` });
    await answered('900');
  });

  test('named without a calculator beside it', async () => {
    await guest.show(`<clausewise-quote request="${attribute(cancellation(line('600')))}"></clausewise-quote>`);
    await answered('600');
  });

  for (const bad of ['{"calculator"', '[]', '5', 'true', '{"input": 5}', '{"input": []}']) {
    test(`as an attribute that says ${bad}`, async () => {
      await guest.show(`<clausewise-quote calculator="cancellation" request="${bad.replaceAll('"', '&quot;')}"></clausewise-quote>`);
      const calculator = await guest.calculator();
      await guest.reads(words.en.ui.failed_request);
      const [{ reason, message }] = await guest.told('error');
      assert.equal(reason, 'request');
      assert.match(message, /not JSON|is a list|is a number|is a boolean/);
      await calculator.enterAll({ [FEE]: '1000', 'input.lines.0.starts_on': '2026-12-31' });
      await eventually(async () => assert.equal((await calculator.answer())?.figures.fee, '1000.00'));
      await give(cancellation(line('5')));
      await eventually(async () => assert.ok(!(await guest.text()).includes(words.en.ui.failed_request)));
    });
  }
});
