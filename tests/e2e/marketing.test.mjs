// On somebody's marketing page: what the page hides, what it holds fixed, what it calls by its own names, its own buttons
// once there is an answer, a start that waits for the visitor, and where the focus goes.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { By, Key } from 'selenium-webdriver';
import { assertAccessible } from './axe.mjs';
import { engine } from './browser.mjs';
import { Calculator } from './calculator.mjs';
import { root } from '../node/core.mjs';
import { LANGUAGES, eventually, words } from './site.mjs';
import { useStranger } from './stranger.mjs';

const stranger = useStranger();

/** 13 days before the service starts half is charged, and half of 1001 whole dollars is 501. */
const FEE = { 'input.lines.0.fee': '1001', 'input.lines.0.starts_on': '2026-12-04' };
const CHARGED = { fee: '1001', charge: '501', refund: '500' };

/** The element as it stands in a page, ready. */
async function show(attributes, { within = '', calculator = 'cancellation', request } = {}) {
  const own = request ? `document.querySelector('clausewise-quote').request = ${JSON.stringify(request)}` : '';
  await stranger.show(`<main><h1>Ours</h1><clausewise-quote calculator="${calculator}" ${attributes}>${within}</clausewise-quote></main>`, { own });
  await stranger.drawn();
  return Calculator.on(stranger.driver);
}

const give = async (calculator, request) => {
  await stranger.run('arguments[0].request = arguments[1]; return arguments[0].updateComplete', calculator.element, request);
};

const texts = async (calculator, selector) => Promise.all((await calculator.all(selector)).map((each) => each.getText()));
const isThere = async (calculator, selector) => (await calculator.all(selector)).length > 0;
const figures = (calculator, expected) => eventually(async () => assert.deepEqual((await calculator.answer())?.figures, expected));

for (const lang of LANGUAGES) {
  test(`what is hidden still counts, and the answer says it, in ${lang}`, async () => {
    const calculator = await show(`lang="${lang}" as-of="2026-11-21" currency="TWD" hide="as-of currency example clear"`);
    for (const selector of ['[data-field="as_of"]', '[data-field="currency"]', '[data-act="example"]', '[data-act="clear"]']) {
      assert.equal(await isThere(calculator, selector), false, selector);
    }
    await calculator.enterAll(FEE);
    await figures(calculator, CHARGED);
    const { as_of: asOf, currency, minor_units: minorUnits } = await calculator.request();
    assert.deepEqual({ asOf, currency, minorUnits }, { asOf: '2026-11-21', currency: 'TWD', minorUnits: 0 });
    const [said] = await texts(calculator, '.asked');
    for (const part of lang === 'en' ? ['November 21, 2026', 'TWD'] : ['2026年11月21日', '新台幣', 'TWD']) assert.ok(said.includes(part), said);
    await assertAccessible(stranger.driver, 'with everything hidden');
    await stranger.assertQuiet('hidden');
  });
}

test('what is not hidden is said by the form alone', async () => {
  const calculator = await show('as-of="2026-11-21" currency="TWD" hide="example"');
  assert.equal(await isThere(calculator, '[data-act="example"]'), false);
  assert.ok(await isThere(calculator, '[data-act="clear"]'));
  await calculator.enterAll(FEE);
  await figures(calculator, CHARGED);
  assert.deepEqual(await texts(calculator, '.asked'), []);
});

test('a calculator without money has no currency to speak of', async () => {
  const calculator = await show('lang="en" as-of="2026-11-21" hide="as-of currency"', { calculator: 'notices' });
  await give(calculator, { input: { programme: 'PA', anniversary: '2027-02-01', quote_received_on: '2026-11-10', remind_days_ahead: 45, lines: [{ bought_on: '2026-11-20' }] } });
  await eventually(async () => assert.deepEqual(await texts(calculator, '.asked'), ['As of November 21, 2026.']));
});

test('a word that hides nothing is told to who made the page', async () => {
  await show('hide="colour clear"');
  const complaints = await engine.complaints(stranger.driver);
  assert.ok(complaints.some((text) => text.includes('colour') && !text.includes('no clear')), complaints.join());
});

test('a hidden value that is refused is shown, to be mended, and stays', async () => {
  const calculator = await show('as-of="2026-02-30" currency="USD" hide="as-of currency"');
  await eventually(async () => assert.ok(await isThere(calculator, '[data-field="as_of"]')));
  assert.equal(await isThere(calculator, '[data-field="currency"]'), false);
  assert.ok((await engine.complaints(stranger.driver)).some((text) => text.includes('as-of is shown')));
  await calculator.enter('as_of', '2026-11-21');
  await calculator.enterAll(FEE);
  await figures(calculator, { fee: '1001.00', charge: '500.50', refund: '500.50' });
  assert.equal(await calculator.value('as_of'), '2026-11-21');
});

const RENEWAL = {
  as_of: '2026-11-21', currency: 'USD',
  input: { programme: 'PA', anniversary: '2026-04-01', lines: [{ part: 'D1', quantity: 2, annual_price: '1200.00', covered_until: '2026-12-31' }] },
};

/** The texts of all fixed fields by their paths. */
const fixed = (calculator) => stranger.run(
  "return Object.fromEntries([...arguments[0].shadowRoot.querySelectorAll('output')].map((each) => [each.dataset.field, each.textContent.trim()]))", calculator.element);

for (const lang of LANGUAGES) {
  test(`fixed fields are read and not typed in, in ${lang}`, async () => {
    const calculator = await show(`lang="${lang}" fixed="as-of currency programme lines.quantity lines.annual_price"`, { calculator: 'renewal', request: RENEWAL });
    const en = lang === 'en';
    await eventually(async () => assert.deepEqual(await fixed(calculator), {
      as_of: en ? 'November 21, 2026' : '2026年11月21日',
      currency: en ? 'USD – US Dollar' : '美元（USD）',
      'input.programme': words[lang].choices['programme.PA'],
      'input.lines.0.quantity': '2',
      'input.lines.0.annual_price': en ? '$1,200.00' : 'US$1,200.00',
    }));
    for (const path of ['as_of', 'currency', 'input.programme', 'input.lines.0.quantity', 'input.lines.0.annual_price']) {
      assert.equal(await isThere(calculator, `:is(input, select)[data-field="${path}"]`), false, path);
    }
    assert.equal(await isThere(calculator, '[data-field="minor_units"]'), false);
    const label = await calculator.one('output[data-field="input.programme"]').getAccessibleName();
    assert.equal(label, words[lang].names.programme);
    // The anniversary cuts the year after the last covered day down to 3 months: 2 × 1200 × 3 ÷ 12.
    await eventually(async () => assert.equal((await calculator.answer()).figures.net, '600.00'));
    await calculator.enter('input.anniversary', '2026-07-01');
    await eventually(async () => assert.equal((await calculator.answer()).figures.net, '1200.00'));
    await assertAccessible(stranger.driver, 'with fixed fields');
    await stranger.assertQuiet('fixed');
  });
}

test('neither Clear, Example, Undo, pasting nor another line changes what is fixed', async () => {
  const calculator = await show('lang="en" fixed="as-of currency programme lines.quantity"', { calculator: 'renewal', request: RENEWAL });
  const stands = async (what) => eventually(async () => {
    const { as_of: asOf, currency, input } = await calculator.request();
    assert.deepEqual([asOf, currency, input.programme, ...new Set(input.lines.map(({ quantity }) => quantity))], ['2026-11-21', 'USD', 'PA', 2], what);
  });
  await stands('as given');
  await calculator.button('example').click();
  await stands('after Example');
  await calculator.button('clear').click();
  await stands('after Clear');
  assert.deepEqual((await calculator.request()).input, { programme: 'PA', lines: [{ quantity: 2 }] });
  await calculator.button('undo').click();
  await stands('after Undo');

  await calculator.button('clear').click();
  assert.equal(await isThere(calculator, '[data-act="remove"]'), false, 'a line that the page gave stays');
  await calculator.one('.paste summary').click();
  const area = await calculator.one('[data-paste="input.lines"]');
  assert.doesNotMatch(await calculator.one('.paste label').getText(), new RegExp(words.en.names.quantity));
  await stranger.run('arguments[0].value = arguments[1]', area, 'Part\tQuantity\tAnnual unit price\tLast covered day\nA\t9\t100\t2026-12-31\nB\t9\t200\t2026-12-31');
  await calculator.button('paste').click();
  const { lines } = await eventually(async () => {
    const { input } = await calculator.request();
    assert.deepEqual(input.lines.map(({ part }) => part).filter(Boolean), ['A', 'B']);
    return input;
  });
  await stands('after pasting');

  await calculator.button('add', 'input.lines').click();
  const last = lines.length;
  await eventually(async () => assert.equal((await fixed(calculator))[`input.lines.${last}.quantity`], '2'));
  assert.equal((await calculator.request()).input.lines.length, last, 'a line that nobody has begun is not sent');
  await calculator.enter(`input.lines.${last}.annual_price`, '50');
  await eventually(async () => assert.deepEqual((await calculator.request()).input.lines[last], { quantity: 2, annual_price: '50' }));
  await stranger.assertQuiet('fixed');
});

test('a line keeps what is fixed of it when others come before it', async () => {
  const lines = [{ fee: '100', starts_on: '2026-12-04' }, { fee: '200', starts_on: '2026-12-04' }];
  const calculator = await show('lang="en" as-of="2026-11-21" currency="USD" fixed="lines.1.fee"', { request: { input: { lines } } });
  await eventually(async () => assert.deepEqual(await fixed(calculator), { 'input.lines.1.fee': '$200' }));
  const [duplicate] = await calculator.all('[data-act="duplicate"]');
  await duplicate.click();
  await eventually(async () => assert.deepEqual((await calculator.request()).input.lines.map(({ fee }) => fee), ['100', '100', '200']));
  assert.deepEqual(Object.keys(await fixed(calculator)), ['input.lines.2.fee']);
  const [first] = await calculator.all('[data-act="remove"]');
  assert.equal((await calculator.all('[data-act="remove"]')).length, 2, 'those of the page’s own line aside');
  await first.click();
  await eventually(async () => assert.deepEqual((await calculator.request()).input.lines.map(({ fee }) => fee), ['100', '200']));
  await calculator.button('clear').click();
  await eventually(async () => assert.deepEqual((await calculator.request()).input.lines, [{}, { fee: '200' }]));
});

test('a list that is fixed as a whole neither grows nor shrinks', async () => {
  const lines = [{ fee: '1001', starts_on: '2026-12-04' }];
  const calculator = await show('lang="en" as-of="2026-11-21" currency="TWD" fixed="lines"', { request: { input: { lines } } });
  await figures(calculator, CHARGED);
  for (const selector of ['.list :is(input, select)', '[data-act="add"]', '[data-act="remove"]', '[data-act="duplicate"]', '.paste']) {
    assert.equal(await isThere(calculator, selector), false, selector);
  }
  await calculator.button('example').click();
  await eventually(async () => assert.deepEqual((await calculator.request()).input.lines, lines));
});

test('what is fixed without a value can be filled in, and who made the page is told', async () => {
  const calculator = await show('lang="en" as-of="2026-11-21" currency="TWD" fixed="lines.fee lines.colour currency"');
  const complaints = await eventually(async () => {
    const heard = await engine.complaints(stranger.driver);
    assert.ok(heard.length);
    return heard;
  });
  assert.ok(complaints.some((text) => text.includes('no value for lines.fee, lines.colour;')), complaints.join());
  await calculator.enterAll(FEE);
  await figures(calculator, CHARGED);
  // The page gives it later.
  await give(calculator, { input: { lines: [{ fee: '2002', starts_on: '2026-12-04' }] } });
  await eventually(async () => assert.equal((await fixed(calculator))['input.lines.0.fee'], 'NT$2,002'));
  await figures(calculator, { fee: '2002', charge: '1001', refund: '1001' });
});

test('a page’s own buttons come with the answer, by the headline', async () => {
  const calculator = await show('as-of="2026-11-21" currency="TWD"', { within: 'Loading… <button type="button" slot="actions" id="ours">Ask for a quote</button>' });
  const ours = await stranger.driver.findElement(By.id('ours'));
  await stranger.run("document.querySelector('#ours').addEventListener('click', () => { window.asked = document.querySelector('clausewise-quote').answer.figures })");
  assert.equal(await ours.isDisplayed(), false, 'before there is anything to ask about');
  await calculator.enterAll(FEE);
  await eventually(async () => assert.ok(await ours.isDisplayed()));
  const [headline, button] = [await calculator.one('.headline').getRect(), await ours.getRect()];
  assert.ok(button.y >= headline.y + headline.height && button.y < headline.y + headline.height + 60, 'below the headline');
  await ours.click();
  assert.deepEqual(await stranger.run('return window.asked'), CHARGED);
  await assertAccessible(stranger.driver, 'with a button of the page’s');
  await calculator.enter('input.lines.0.fee', 'x');
  await eventually(async () => assert.equal(await ours.isDisplayed(), false));
});

test('title and buttons go by the page’s own names', async () => {
  const calculator = await show('label-title="Was kostet die Absage?" label-example="Beispiel" label-clear="Leeren"');
  assert.deepEqual(await texts(calculator, 'form h2.title'), ['Was kostet die Absage?']);
  assert.deepEqual([await calculator.button('example').getText(), await calculator.button('clear').getText()], ['Beispiel', 'Leeren']);
  assert.equal(await calculator.one('form').getAccessibleName(), 'Was kostet die Absage?');
  await stranger.run("Object.assign(arguments[0], { labelTitle: '', labelClear: 'Weg' })", calculator.element);
  await eventually(async () => assert.equal(await calculator.button('clear').getText(), 'Weg'));
  assert.deepEqual(await texts(calculator, 'form h2.title'), []);
  assert.equal(await calculator.one('form').getAttribute('aria-labelledby'), null);
  await assertAccessible(stranger.driver, 'with names of the page’s');
});

/** All that comes with a script without being asked for. */
function cameWith(name, all = new Set()) {
  if (all.has(name)) return all;
  all.add(name);
  const code = readFileSync(new URL(`pkg/${name}`, root), 'utf8');
  for (const [, from] of code.matchAll(/\b(?:from|import)\s*["']\.\/([^"']+)["']/g)) cameWith(from, all);
  return all;
}

const BELOW = `<main><h1>Ours</h1>${'<p>A line of ours.</p>'.repeat(200)}
  <clausewise-quote calculator="cancellation" loading="lazy" as-of="2026-11-21" currency="TWD">We work it out for you.</clausewise-quote></main>`;

const loaded = async () => (await stranger.loaded()).map((name) => name.split('/clausewise/')[1]).filter(Boolean);

/** Long enough for what would be fetched to be asked for. */
const rest = () => stranger.driver.executeAsyncScript('setTimeout(arguments[0], 600)');

test('below the fold nothing is fetched before the visitor comes near', async () => {
  await stranger.show(BELOW);
  await stranger.driver.wait(() => stranger.run("return !!customElements.get('clausewise-quote')"), 10_000);
  await rest();
  const own = cameWith('element.js');
  assert.deepEqual((await loaded()).filter((name) => !own.has(name)), []);
  // Another language, another calculator, and filling it in before it is on the page wake nobody.
  await stranger.run("document.documentElement.lang = 'zh-Hant'");
  await rest();
  assert.deepEqual((await loaded()).filter((name) => !own.has(name)), []);
  await stranger.run("document.querySelector('clausewise-quote').scrollIntoView()");
  await stranger.drawn();
  assert.ok((await loaded()).some((name) => name.endsWith('.wasm')));
  assert.ok(!(await loaded()).some((name) => name.includes('words/en')), 'in the language that the page has by now');
  await stranger.assertQuiet('lazy');
});

test('below the fold it starts as soon as it is asked for', async () => {
  for (const asked of ['focus()', 'request = { input: { lines: [{ fee: "1001", starts_on: "2026-12-04" }] } }', 'loading = "eager"']) {
    await stranger.show(BELOW);
    await stranger.driver.wait(() => stranger.run("return !!customElements.get('clausewise-quote')"), 10_000);
    await rest();
    await stranger.run(`document.querySelector('clausewise-quote').${asked}`);
    await stranger.drawn();
  }
});

test('a page that does not scroll shows it at once', async () => {
  await stranger.show('<clausewise-quote calculator="cancellation" loading="lazy"></clausewise-quote>');
  await stranger.drawn();
});

test('focus() goes to the first field that is still needed, else to the first', async () => {
  await stranger.show('<label id="label" for="quote">What does it cost to cancel?</label><clausewise-quote id="quote" calculator="cancellation" as-of="2026-11-21" currency="TWD"></clausewise-quote><input id="else">');
  // Before there is a form it waits for one.
  await stranger.driver.wait(() => stranger.run("return !!customElements.get('clausewise-quote')"), 10_000);
  await stranger.run("document.querySelector('#quote').focus()");
  await stranger.drawn();
  const calculator = await Calculator.on(stranger.driver);
  const focus = () => stranger.run('arguments[0].focus()', calculator.element);
  await eventually(async () => assert.equal(await calculator.focused(), 'input.lines.0.fee'));
  await calculator.enter('input.lines.0.fee', '1001');
  await focus();
  await eventually(async () => assert.equal(await calculator.focused(), 'input.lines.0.starts_on'));
  await calculator.enter('input.lines.0.starts_on', '2026-12-04');
  await figures(calculator, CHARGED);
  await focus();
  await eventually(async () => assert.equal(await calculator.focused(), 'as_of'));
  await calculator.enter('input.lines.0.fee', 'x');
  await stranger.driver.findElement(By.id('label')).click();
  await eventually(async () => assert.equal(await calculator.focused(), 'input.lines.0.fee'));
  // What is read, and no control, keeps the focus where it is.
  await stranger.driver.findElement(By.id('else')).click();
  await calculator.one('.disclaimer').click();
  assert.equal(await calculator.focused(), '');
});

test('a focus that comes late takes it from nobody', async () => {
  await stranger.show('<input id="else"><clausewise-quote calculator="cancellation"></clausewise-quote>');
  await stranger.run(`customElements.whenDefined('clausewise-quote').then(() => {
    document.querySelector('clausewise-quote').focus();
    document.querySelector('#else').focus();
  })`);
  await stranger.drawn();
  await rest();
  assert.equal(await stranger.run('return document.activeElement.id'), 'else');
});

test('a field on another page of lines is turned to', async () => {
  const lines = Array.from({ length: 70 }, (_, index) => (index === 60 ? { fee: '1' } : { fee: '1', starts_on: '2027-12-04' }));
  const calculator = await show('as-of="2026-11-21" currency="TWD"', { request: { input: { lines } } });
  await stranger.run('arguments[0].focus()', calculator.element);
  await eventually(async () => assert.equal(await calculator.focused(), 'input.lines.60.starts_on'));
  await calculator.press(await calculator.control('input.lines.60.starts_on'), Key.TAB);
});
