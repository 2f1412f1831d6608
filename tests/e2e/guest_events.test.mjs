// What the page hears, and what it cannot change.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quote } from '../node/core.mjs';
import { useGuest } from './guest_page.mjs';
import { eventually } from './site.mjs';

const guest = useGuest();

const PAGE = '<clausewise-quote calculator="cancellation" as-of="2026-12-01" currency="USD"></clausewise-quote>';
const GOOD = { calculator: 'cancellation', as_of: '2026-12-01', currency: 'USD', input: { lines: [{ fee: '1000', starts_on: '2026-12-30' }] } };
const LINE = { 'input.lines.0.fee': '1000', 'input.lines.0.starts_on': '2026-12-30' };

/** What everybody on the page hears of the element. */
const EVERYBODY = `
  window.overheard = [];
  for (const name of ['ready', 'error', 'answer', 'use']) {
    document.addEventListener('clausewise-' + name, ({ type, detail }) => overheard.push([type, detail]));
  }
`;

test('entries are told to the element\'s own listeners alone; use is told to everybody, and holds no entry', async () => {
  await guest.show(PAGE, { before: EVERYBODY });
  const calculator = await guest.calculator();
  await calculator.enterAll(LINE);
  await eventually(async () => {
    const { document: { language, ...document }, ...detail } = (await guest.told('answer')).at(-1);
    assert.deepEqual(detail, { request: GOOD, answer: quote(GOOD), refusal: null });
    assert.match(language, /^(?:en|zh-Hant-TW)$/);
    assert.deepEqual(document, { schema: 'clausewise.quote/1', request: { ...GOOD, minor_units: 2 }, answer: quote(GOOD) });
  });
  await eventually(async () => assert.deepEqual(await guest.run('return overheard'), [
    ['clausewise-use', { calculator: 'cancellation', verdict: 'eligible', lines: 1 }],
  ]));
  assert.equal((await guest.told('ready')).length, 1);
});

test('use crosses a shadow tree; what the page fills in itself is none', async () => {
  await guest.show('<div id="host"></div>', { before: `${EVERYBODY}
    const root = document.querySelector('#host').attachShadow({ mode: 'open' });
    root.innerHTML = ${JSON.stringify(PAGE)};
    root.firstChild.request = ${JSON.stringify(GOOD)};` });
  await eventually(async () => assert.ok(await guest.run("return document.querySelector('#host').shadowRoot.firstChild.answer")));
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  assert.deepEqual(await guest.run('return overheard'), []);
  await guest.run(`const field = document.querySelector('#host').shadowRoot.firstChild.shadowRoot.querySelector('[data-field="input.lines.0.fee"]');
    field.value = '2000'; field.dispatchEvent(new Event('input', { bubbles: true }))`);
  await eventually(async () => assert.deepEqual((await guest.run('return overheard')).map(([name]) => name), ['clausewise-use']));
});

test('the answer comes at every change, and not without one', async () => {
  await guest.show(PAGE);
  const calculator = await guest.calculator();
  await calculator.enterAll(LINE);
  await eventually(async () => assert.ok(await calculator.answer()));
  const before = (await guest.told('answer')).length;
  await guest.run("document.documentElement.lang = 'zh-Hant'");
  await guest.run('const element = document.querySelector("clausewise-quote"); element.request = element.request; element.requestUpdate();');
  await eventually(async () => assert.equal(await calculator.property('updateComplete'), true));
  assert.equal((await guest.told('answer')).length, before);
  await calculator.enter('input.lines.0.fee', '');
  await eventually(async () => assert.equal((await guest.told('answer')).at(-1).answer, null));
});

test('a refusal stands beside the answer', async () => {
  await guest.show(PAGE);
  const calculator = await guest.calculator();
  await calculator.enterAll({ ...LINE, 'input.lines.0.fee': 'x' });
  await eventually(async () => assert.deepEqual((await calculator.property('refusal')).errors.map(({ code }) => code), ['not_a_decimal']));
  assert.equal(await calculator.answer(), null);
  await calculator.enter('input.lines.0.fee', '1000');
  await eventually(async () => assert.deepEqual(await calculator.answer(), quote(GOOD)));
  assert.equal(await calculator.property('refusal'), null);
});

test('what is handed out cannot be changed', async () => {
  await guest.show(PAGE);
  const calculator = await guest.calculator();
  await guest.run('document.querySelector("clausewise-quote").request = arguments[0]', GOOD);
  await eventually(async () => assert.ok(await calculator.answer()));
  const thrown = await guest.run(`'use strict';
    const element = document.querySelector('clausewise-quote');
    const [, detail] = told.findLast(([name]) => name === 'answer');
    return [
      () => { element.answer.figures.charge = '0'; }, () => { element.answer.lines[0].fee = '0'; }, () => { element.answer.lines.push({}); },
      () => { element.answer.steps[0].values.fee = '0'; }, () => { detail.answer = null; }, () => { detail.request.input.lines[0].fee = '0'; },
      () => { delete detail.answer.terms.pack; },
    ].map((change) => { try { change(); return ''; } catch ({ name }) { return name; } });`);
  assert.deepEqual([...new Set(thrown)], ['TypeError']);
  assert.deepEqual(await calculator.answer(), quote(GOOD));
  // The request asked for is one's own.
  await guest.run(`const element = document.querySelector('clausewise-quote'); const request = element.request;
    request.input.lines[0].fee = '2000'; element.request = request;`);
  await eventually(async () => assert.equal((await calculator.answer())?.figures.fee, '2000.00'));
});

test('who comes late gets to know', async () => {
  await guest.show(PAGE);
  const calculator = await guest.calculator();
  const ready = `const done = arguments[arguments.length - 1]; const element = document.querySelector('clausewise-quote');
    element.ready.then((it) => done(it === element && it.shadowRoot.querySelector('form') !== null && it.request.calculator));`;
  assert.equal(await guest.driver.executeAsyncScript(ready), 'cancellation');
  assert.equal(await guest.driver.executeAsyncScript(`document.querySelector('clausewise-quote').calculator = 'renewal'; ${ready}`), 'renewal');
  assert.equal((await guest.told('ready')).length, 2);
  assert.equal((await calculator.request()).calculator, 'renewal');
});
