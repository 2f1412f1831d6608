// In somebody's own <form>: what is handed in, what holds the form up and says why, and what becomes of the calculator when
// the form is reset, switched off or brought back.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { By, Key } from 'selenium-webdriver';
import { quote } from '../node/core.mjs';
import { assertAccessible } from './axe.mjs';
import { engine, turn } from './browser.mjs';
import { Calculator } from './calculator.mjs';
import { REQUESTS } from './requests.mjs';
import { LANGUAGES, eventually, words } from './site.mjs';
import { useStranger } from './stranger.mjs';

const stranger = useStranger();

/** 13 days before the service starts half is charged, and half of 1001 whole dollars is 501. */
const FEE = { 'input.lines.0.fee': '1001', 'input.lines.0.starts_on': '2026-12-04' };
const REQUEST = { calculator: 'cancellation', as_of: '2026-11-21', currency: 'TWD', minor_units: 0, input: { lines: [{ fee: '1001', starts_on: '2026-12-04' }] } };

const QUOTE = 'calculator="cancellation" as-of="2026-11-21" currency="TWD" name="quote"';

/** The page keeps what it would send, and sends nothing. */
const KEEPS = `window.sent = [];
document.querySelector('form').addEventListener('submit', (event) => {
  event.preventDefault();
  sent.push(Object.fromEntries(new FormData(event.target)));
});`;

const form = (attributes, { around = (inner) => inner } = {}) => `<main><h1>Ours</h1><form id="ours">
  <label>Company <input name="company" value="Qingyu"></label>
  ${around(`<label id="label" for="quote">The fee</label><clausewise-quote id="quote" ${attributes}></clausewise-quote>`)}
  <button id="send">Send</button> <button type="reset" id="reset">Reset</button></form></main>`;

async function show(attributes = QUOTE, { own = KEEPS, ...options } = {}) {
  await stranger.show(form(attributes, options), { own });
  await stranger.drawn();
  return Calculator.on(stranger.driver);
}

const press = async (id) => (await stranger.driver.findElement(By.id(id))).click();
const sent = () => stranger.run('return window.sent');
const entry = () => stranger.run("return new FormData(document.querySelector('form')).get('quote')");
const state = (calculator) => stranger.run(`const { validity, validationMessage, willValidate } = arguments[0];
  const flags = []; for (const name in validity) if (validity[name] && name !== 'valid') flags.push(name);
  return { flags, validationMessage, willValidate, invalid: arguments[0].matches(':invalid') }`, calculator.element);
const answered = (calculator) => eventually(async () => assert.ok(await calculator.answer()));

test('the answer is handed in under the element’s name, without its steps', async () => {
  const calculator = await show();
  assert.equal(await entry(), '');
  assert.equal(await calculator.property('value'), '');
  await calculator.enterAll(FEE);
  await answered(calculator);
  const { steps: _steps, ...answer } = quote(REQUEST);
  await eventually(async () => assert.deepEqual(JSON.parse(await entry()), { request: REQUEST, answer }));
  assert.equal(await calculator.property('value'), await entry());
  await press('send');
  // Safari hands in what is an element of our own before the fields that stand above it.
  assert.deepEqual(Object.keys((await sent())[0]).sort(), ['company', 'quote']);
  assert.deepEqual(JSON.parse((await sent())[0].quote), { request: REQUEST, answer });
  await stranger.assertQuiet('handed in');
});

test('without a name nothing is handed in, and the visitor reads which of both it is', async () => {
  for (const lang of LANGUAGES) {
    const calculator = await show(`${QUOTE.replace('name="quote"', '')} lang="${lang}"`);
    assert.equal(await entry(), null);
    assert.equal(await calculator.one('.disclaimer').getText(), words[lang].ui.disclaimer);
    await stranger.run("arguments[0].name = 'quote'", calculator.element);
    assert.equal(await entry(), '');
    await eventually(async () => assert.equal(await calculator.one('.disclaimer').getText(), words[lang].ui.disclaimer_in_form));
  }
});

for (const lang of LANGUAGES) {
  test(`required: the form is held up where something is needed, in ${lang}`, async () => {
    const calculator = await show(`${QUOTE} required lang="${lang}"`);
    const { names, ui } = words[lang];
    const needed = await state(calculator);
    assert.deepEqual([needed.flags, needed.invalid, needed.willValidate], [['valueMissing'], true, true]);
    assert.ok(needed.validationMessage.startsWith(ui.needed), needed.validationMessage);
    assert.ok(needed.validationMessage.includes(names['cancellation.fee'] ?? names.fee), needed.validationMessage);
    await press('send');
    assert.deepEqual(await sent(), []);
    await eventually(async () => assert.equal(await calculator.focused(), 'input.lines.0.fee'));
    await calculator.enter('input.lines.0.fee', '1001');
    await press('send');
    await eventually(async () => assert.equal(await calculator.focused(), 'input.lines.0.starts_on'));

    await calculator.enter('input.lines.0.starts_on', '2026-12-04');
    await answered(calculator);
    await eventually(async () => assert.deepEqual(await state(calculator), { flags: [], validationMessage: '', willValidate: true, invalid: false }));
    await press('send');
    assert.equal((await sent()).length, 1);
    await assertAccessible(stranger.driver, 'in a form');
    await stranger.assertQuiet('required');
  });

  test(`what is wrong holds the form up, required or not, in ${lang}`, async () => {
    const calculator = await show(`${QUOTE} lang="${lang}"`);
    await press('send');
    assert.equal((await sent()).length, 1, 'nothing is required');
    await calculator.enterAll({ ...FEE, 'input.lines.0.fee': 'x' });
    await eventually(async () => assert.deepEqual((await state(calculator)).flags, ['customError']));
    const { validationMessage } = await state(calculator);
    assert.ok(validationMessage.includes(await calculator.faultAt('input.lines.0.fee')), validationMessage);
    await press('send');
    assert.equal((await sent()).length, 1);
    await eventually(async () => assert.equal(await calculator.focused(), 'input.lines.0.fee'));
  });
}

test('checkValidity and reportValidity count what was just set', async () => {
  const calculator = await show();
  const outcomes = await stranger.run(`const [quote] = arguments;
    quote.addEventListener('invalid', () => { window.invalid = (window.invalid ?? 0) + 1; });
    const before = quote.checkValidity();
    quote.required = true;
    const after = [quote.checkValidity(), quote.reportValidity()];
    return [before, ...after, window.invalid, quote.form.id, quote.labels.length];`, calculator.element);
  assert.deepEqual(outcomes, [true, false, false, 2, 'ours', 1]);
  await eventually(async () => assert.equal(await calculator.focused(), 'input.lines.0.fee'));
  assert.deepEqual([await calculator.element.getAriaRole(), await calculator.element.getAccessibleName()], ['group', 'The fee']);
});

test('Enter inside a field sends nobody’s form', async () => {
  const calculator = await show(QUOTE);
  await calculator.enterAll(FEE);
  await answered(calculator);
  const controls = await calculator.all(':is(input, select, textarea)');
  let pressed = 0;
  for (const control of controls) {
    if (!(await control.isDisplayed()) || (await control.getTagName()) === 'select') continue;
    await stranger.run('arguments[0].focus()', control);
    await stranger.driver.actions().sendKeys(Key.ENTER).perform();
    pressed++;
  }
  assert.ok(pressed >= 4, `${pressed} fields`);
  assert.deepEqual(await sent(), []);
  // In the page's own field it does.
  await (await stranger.driver.findElement(By.css('input[name="company"]'))).sendKeys(Key.ENTER);
  await eventually(async () => assert.equal((await sent()).length, 1));
});

test('a reset goes back to what the page gave, and can be undone', async () => {
  const given = { input: { lines: [{ fee: '500', starts_on: '2026-12-04' }] } };
  const calculator = await show(QUOTE, { own: `${KEEPS}\ndocument.querySelector('#quote').request = ${JSON.stringify(given)}` });
  const first = { ...REQUEST, input: given.input };
  await eventually(async () => assert.deepEqual(await calculator.request(), first));
  await calculator.enterAll({ currency: 'JPY', 'input.lines.0.fee': '1001' });
  await calculator.button('add', 'input.lines').click();
  await calculator.enter('input.lines.1.fee', '7');
  await press('reset');
  await eventually(async () => assert.deepEqual(await calculator.request(), first));
  assert.equal(await calculator.one('.done').getText(), words.en.ui.did_start_over);
  await calculator.button('undo').click();
  await eventually(async () => assert.deepEqual((await calculator.request()).input.lines.map(({ fee }) => fee), ['1001', '7']));
  await press('reset');
  await eventually(async () => assert.deepEqual(await calculator.request(), first));
  await press('reset');
  await calculator.enter('input.lines.0.fee', '9');
  await press('reset');
  await eventually(async () => assert.deepEqual(await calculator.request(), first), 'as often as one likes');
  await stranger.assertQuiet('reset');
});

test('switched off with its fieldset it can be read, and is neither filled in nor handed in', async () => {
  const calculator = await show(`${QUOTE} required`, { around: (inner) => `<fieldset id="around"><legend>Ours</legend>${inner}</fieldset>` });
  await calculator.enterAll(FEE);
  await answered(calculator);
  const off = (wanted) => stranger.run("document.querySelector('#around').disabled = arguments[0]", wanted);
  const enabled = async () => Promise.all((await calculator.all('form :is(input, select, textarea, button)')).map((each) => each.isEnabled()));
  await off(true);
  await eventually(async () => assert.ok(!(await enabled()).includes(true)));
  assert.equal(await entry(), null);
  assert.equal((await state(calculator)).willValidate, false);
  await calculator.working('figures.refund');
  await assertAccessible(stranger.driver, 'switched off');
  await off(false);
  await eventually(async () => assert.ok((await enabled()).every(Boolean)));
  await stranger.run('arguments[0].disabled = true', calculator.element);
  await eventually(async () => assert.ok(!(await enabled()).includes(true)));
  assert.equal(await entry(), null);
});

test('what was entered comes back with the page', async () => {
  // Such a listener keeps the browser from keeping the whole page instead.
  const calculator = await show(QUOTE, { own: "addEventListener('unload', () => {})" });
  await calculator.enterAll(FEE);
  await answered(calculator);
  const before = await entry();
  await stranger.driver.get(`${stranger.url}elsewhere.html`);
  await stranger.driver.navigate().back();
  await stranger.drawn();
  const again = await Calculator.on(stranger.driver);
  await eventually(async () => assert.deepEqual((await again.request()).input, REQUEST.input));
  await answered(again);
  await eventually(async () => assert.equal(await entry(), before));
});

test('a value that was handed out can be set, and emptied', async () => {
  const calculator = await show();
  await stranger.run('arguments[0].value = arguments[1]', calculator.element, JSON.stringify({ request: REQUEST }));
  await answered(calculator);
  assert.deepEqual(await calculator.request(), REQUEST);
  await stranger.run("arguments[0].value = ''", calculator.element);
  await eventually(async () => assert.deepEqual((await calculator.request()).input.lines, [{}]));
  await stranger.run("arguments[0].value = 'anything'", calculator.element);
  assert.ok((await engine.complaints(stranger.driver)).some((text) => text.includes('anything')));
});

test('required and below the fold: sending the form starts it and leads there', async () => {
  await stranger.show(form(`${QUOTE} required loading="lazy"`, { around: (inner) => `<button id="above">Send from above</button>${'<p>A line of ours.</p>'.repeat(200)}${inner}` }), { own: KEEPS });
  await stranger.driver.wait(() => stranger.run("return !!customElements.get('clausewise-quote')"), 10_000);
  await press('above');
  await stranger.drawn();
  const calculator = await Calculator.on(stranger.driver);
  await eventually(async () => assert.equal(await calculator.focused(), 'input.lines.0.fee'));
  assert.deepEqual(await sent(), []);
  await stranger.assertQuiet('below the fold');
  // WebKit as GTK has it does not outlive the page on which it has pointed at a field.
  if (turn === 2) await stranger.beginAnew();
});

test('every calculator can be required, and is satisfied by its answer', async () => {
  for (const [name, { sent: request }] of Object.entries(REQUESTS)) {
    const calculator = await show(`calculator="${name}" name="quote" required`);
    const { flags, validationMessage } = await state(calculator);
    assert.deepEqual([flags, validationMessage !== ''], [['valueMissing'], true], name);
    await stranger.run('arguments[0].request = arguments[1]', calculator.element, request);
    await answered(calculator);
    await eventually(async () => assert.deepEqual((await state(calculator)).flags, [], name));
    assert.deepEqual(JSON.parse(await entry()).request, request);
    await stranger.assertQuiet(name);
  }
});

describe('where it cannot start', () => {
  test('no form is held up by it', async () => {
    await engine.withhold(stranger.driver, '.wasm');
    await stranger.show(form(`${QUOTE} required`), { own: KEEPS });
    await stranger.drawn('clausewise-quote', '.failed');
    await press('send');
    await eventually(async () => assert.deepEqual((await sent()).map(({ quote: given }) => given), ['']));
    await engine.release(stranger.driver);
    await engine.complaints(stranger.driver);
  });

  test('where forms do not know such elements, it calculates all the same', async () => {
    const calculator = await show(`${QUOTE} required`, { own: `delete HTMLElement.prototype.attachInternals;\n${KEEPS}` });
    await calculator.enterAll(FEE);
    await answered(calculator);
    assert.equal(await entry(), null);
    assert.deepEqual(await stranger.run('return [arguments[0].checkValidity(), arguments[0].reportValidity(), arguments[0].form.id, arguments[0].willValidate]', calculator.element), [true, true, 'ours', false]);
    await press('send');
    assert.equal((await sent()).length, 1);
    await stranger.assertQuiet('without internals');
  });
});
