// Two calculators on somebody's own page: each keeps its own, and the page hears what they answer.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quote } from '../node/core.mjs';
import { Calculator } from './calculator.mjs';
import { REQUESTS, typeRequest } from './requests.mjs';
import { eventually, useSite } from './site.mjs';

const site = useSite();

/** The cores that this page has loaded, as often as it did. */
const cores = async () => (await site.loaded()).filter((name) => name.endsWith('.wasm')).map((name) => name.split('/').at(-1)).sort();

test('two on one page do not mix', async () => {
  await site.open('partner.html');
  const renewal = await Calculator.on(site.driver, 'renewal');
  const cancellation = await Calculator.on(site.driver, 'cancellation');
  await typeRequest(renewal, 'renewal');
  await typeRequest(cancellation, 'cancellation');
  await eventually(async () => assert.deepEqual(await renewal.request(), REQUESTS.renewal.sent));
  assert.deepEqual(await cancellation.request(), REQUESTS.cancellation.sent);
  assert.ok((await renewal.figure('figures.net')).includes('600.00'));
  assert.ok((await cancellation.figure('figures.refund')).includes('500.00'));
  // And what reads, once for both.
  const all = ['cancellation_bg.wasm', 'reading_bg.wasm', 'renewal_bg.wasm'];
  assert.deepEqual(await cores(), all, 'each has its own core');

  // A further one of either shares what is there.
  await site.driver.executeScript(`
    const another = document.createElement('clausewise-quote');
    another.setAttribute('calculator', 'renewal');
    another.id = 'another';
    document.body.append(another);
  `);
  await eventually(async () => assert.ok(await site.driver.executeScript(
    "return document.querySelector('#another').shadowRoot?.querySelector('input') !== null")));
  assert.deepEqual(await cores(), all, 'and no core is loaded twice');
  await site.assertQuiet('partner');
});

test('the event tells request and answer, to the element\'s own listeners', async () => {
  await site.open('partner.html');
  await site.driver.executeScript(`window.heard = []; window.overheard = [];
    for (const element of document.querySelectorAll('clausewise-quote')) element.addEventListener('clausewise-answer', ({ target, detail }) => heard.push([target.calculator, detail]));
    document.addEventListener('clausewise-answer', () => overheard.push(1));`);
  const calculator = await Calculator.on(site.driver, 'cancellation');
  await typeRequest(calculator, 'cancellation');
  const { sent } = REQUESTS.cancellation;
  await eventually(async () => {
    const [who, detail] = await site.driver.executeScript('return heard.at(-1)');
    assert.equal(who, 'cancellation');
    const { document: { language, request, ...document }, ...told } = detail;
    assert.deepEqual(told, { request: sent, answer: quote(sent), refusal: null });
    assert.match(language, /^(?:en|zh-Hant-TW)$/);
    // What the request leaves to be understood is said.
    const { minor_units: digits, ...asked } = request;
    assert.equal(typeof digits, 'number');
    const { minor_units: _, ...given } = sent;
    assert.deepEqual([asked, document], [given, { schema: 'clausewise.quote/1', answer: quote(sent) }]);
  });
  await calculator.enter('input.lines.0.fee', 'x');
  await eventually(async () => {
    const [, detail] = await site.driver.executeScript('return heard.at(-1)');
    assert.equal(detail.answer, null);
    assert.deepEqual(detail.refusal.errors.map(({ code }) => code), ['not_a_decimal']);
  });
  assert.deepEqual(await site.driver.executeScript('return overheard'), [], 'what a visitor types went on to the page');
});

test('a page can fill the form and read the answer', async () => {
  await site.open('renewal.html');
  const calculator = await Calculator.on(site.driver);
  for (const { sent } of Object.values(REQUESTS)) {
    await site.driver.executeScript('arguments[0].request = arguments[1]', calculator.element, sent);
    await eventually(async () => assert.deepEqual(await calculator.answer(), quote(sent)));
    assert.deepEqual(await calculator.request(), sent);
  }
});

test('attributes set the day and the currency to begin with', async () => {
  await site.open('index.html');
  await site.driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1];
    import('${site.url}pkg/element.js').then(() => {
      const element = document.createElement('clausewise-quote');
      element.setAttribute('calculator', 'cancellation');
      element.setAttribute('currency', 'JPY');
      element.setAttribute('as-of', '2026-11-21');
      element.setAttribute('lang', 'en');
      document.querySelector('main').append(element);
      const ready = () => (element.shadowRoot.querySelector('form') ? done() : setTimeout(ready, 50));
      ready();
    });
  `);
  const calculator = await Calculator.on(site.driver);
  const { as_of: asOf, currency } = await calculator.request();
  assert.deepEqual({ asOf, currency }, { asOf: '2026-11-21', currency: 'JPY' });
  await calculator.enterAll({ 'input.lines.0.fee': '1001', 'input.lines.0.starts_on': '2026-12-04' });
  // Half of 1001 yen is 500.5, and there are no half yen: up to 501.
  await eventually(async () => assert.deepEqual((await calculator.answer()).figures, { fee: '1001', charge: '501', refund: '500' }));
  await site.assertQuiet('attributes');
});

test('the example is that of the page\'s day and currency, and Clear keeps to them', async () => {
  await site.open('partner.html');
  const calculator = await Calculator.on(site.driver, 'cancellation');
  await site.driver.executeScript("arguments[0].asOf = '2027-03-15'; arguments[0].currency = 'JPY';", calculator.element);
  await calculator.button('example').click();
  const answer = await eventually(async () => {
    const said = await calculator.answer();
    assert.equal(said?.lines.length, 2);
    return said;
  });
  assert.deepEqual([answer.as_of, answer.currency, answer.verdict], ['2027-03-15', 'JPY', 'eligible']);
  assert.deepEqual(answer, quote(await calculator.request()));
  await calculator.button('clear').click();
  await eventually(async () => assert.equal(await calculator.answer(), null));
  const { as_of: asOf, currency } = await calculator.request();
  assert.deepEqual([asOf, currency], ['2027-03-15', 'JPY']);
  await site.assertQuiet('the example');
});
