// Scenarios: an answer is kept as A, something is changed, and both stand side by side, up to four; they go along in the link, on
// paper, in the workbook and in a kept quote.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { assertAccessible } from './axe.mjs';
import { engine, turn } from './browser.mjs';
import { Calculator } from './calculator.mjs';
import { forget, keep, stored } from './kept.mjs';
import { HOLDING, sheetOf } from './paper.mjs';
import { LANGUAGES, eventually, useSite } from './site.mjs';
import { wordsIn } from '../../tools/languages.mjs';
import said from '../node/said_of_quotes.mjs';

const site = useSite();

async function open(page, lang, hash = '') {
  // As somebody who has entered nothing in this tab.
  await site.driver.executeScript("if (location.protocol.startsWith('http')) sessionStorage.clear(); addEventListener('pagehide', () => { try { sessionStorage.clear(); } catch {} })");
  await site.driver.get('about:blank');
  await site.driver.get(`${site.url}${page}?lang=${lang === 'en' ? 'en' : 'zh-Hant-TW'}${hash}`);
  await site.driver.wait(() => site.driver.executeScript("return !!document.querySelector('clausewise-quote')?.shadowRoot?.querySelector('form')"), 20_000);
  return Calculator.on(site.driver);
}

/** 14 days ahead nothing is charged, 13 days ahead half (MS-UES-15, 16). */
const FREE = { as_of: '2026-11-20', currency: 'USD', 'input.lines.0.fee': '1001', 'input.lines.0.starts_on': '2026-12-04' };

/** The table as it stands: a row by its label, and what stands in each column. */
const table = (calculator) => site.driver.executeScript(`const rows = [...arguments[0].shadowRoot.querySelectorAll('.side tbody tr:not(.group)')];
  return Object.fromEntries(rows.map((row) => [row.querySelector('th')?.textContent ?? '', [...row.querySelectorAll('td')].map((cell) => cell.innerText.replace(/\\s+/g, ' ').trim())]));`, calculator.element);
const heads = (calculator) => site.driver.executeScript("return [...arguments[0].shadowRoot.querySelectorAll('.side thead th b')].map((each) => each.textContent)", calculator.element);
const press = async (calculator, act, at = 0) => (await eventually(async () => {
  const all = await calculator.all(`[data-act="${act}"]`);
  assert.ok(all.length > at, `${act} is not there`);
  return all[at];
})).click();

async function charge(calculator, expected) {
  await eventually(async () => assert.equal((await calculator.answer())?.figures.charge, expected));
}

/** A kept: 14 days ahead. In the form B: 13 days ahead. */
async function twoWays() {
  const calculator = await open('cancellation.html', 'en');
  await calculator.enterAll(FREE);
  await charge(calculator, '0.00');
  await press(calculator, 'scenario');
  await calculator.enterAll({ as_of: '2026-11-21' });
  await charge(calculator, '500.50');
  return calculator;
}

for (const lang of LANGUAGES) {
  test(`two ways of cancelling side by side, in ${lang}`, async () => {
    const { [lang]: words } = said;
    const calculator = await open('cancellation.html', lang);
    await calculator.enterAll(FREE);
    await charge(calculator, '0.00');
    assert.equal(await calculator.button('scenario').getText(), words.ui.scenario_keep.replace('{letter}', 'A'));
    await press(calculator, 'scenario');
    await eventually(async () => assert.ok((await calculator.one('.scenarios').getText()).includes(words.ui.scenario_alike.replace('{letter}', 'B').replace('{first}', 'A'))));
    await calculator.enterAll({ as_of: '2026-11-21' });
    await charge(calculator, '500.50');
    const rows = await eventually(async () => {
      const found = await table(calculator);
      assert.ok(Object.values(found).some(([, second]) => second?.includes('500.50')));
      return found;
    });
    // By hand: of 1,001.00 half is 500.50, and as much less comes back.
    const name = (key) => ({ ...wordsIn(lang, 'shared').names, ...wordsIn(lang, 'cancellation').names })[key];
    assert.deepEqual(await heads(calculator), ['A', 'B'].map((letter) => words.ui.scenario.replace('{letter}', letter)));
    const by = (text) => words.ui.scenario_by.replace('{by}', text);
    const [low, dollar, day] = lang === 'en' ? ['lowest', '$', ['November 20, 2026', 'November 21, 2026']] : ['最低', 'US$', ['2026年11月20日', '2026年11月21日']];
    assert.deepEqual(rows[name('as_of')], day);
    assert.deepEqual(rows[name('charge')], [`${dollar}0.00 ${low}`, `${dollar}500.50 ${by(`+${dollar}500.50`)}`]);
    assert.deepEqual(rows[name('refund')], [`${dollar}1,001.00`, `${dollar}500.50 ${by(`−${dollar}500.50`)}`]);
    await assertAccessible(site.driver, 'with scenarios');
    await site.assertQuiet('scenarios');
  });
}

test('up to four, which come into the form and go, and nothing that was entered is lost', async () => {
  const calculator = await open('cancellation.html', 'en');
  await calculator.enterAll(FREE);
  for (const [fee, expected] of [['1000', 'A'], ['2000', 'B'], ['3000', 'C']]) {
    await calculator.enterAll({ 'input.lines.0.fee': fee });
    await eventually(async () => assert.equal((await calculator.answer()).figures.fee, `${fee}.00`));
    assert.ok((await calculator.button('scenario').getText()).endsWith(` ${expected}`));
    await press(calculator, 'scenario');
  }
  await calculator.enterAll({ 'input.lines.0.fee': '4000' });
  await eventually(async () => assert.deepEqual((await table(calculator))['Service fee'], ['$1,000.00', '$2,000.00 (+$1,000.00)', '$3,000.00 (+$2,000.00)', '$4,000.00 (+$3,000.00)']));
  assert.deepEqual(await calculator.all('[data-act="scenario"]'), [], 'no fifth');
  // B comes into the form; D, which stood there, keeps its letter and what was entered.
  await press(calculator, 'scenario-open', 1);
  await eventually(async () => assert.equal((await calculator.answer()).figures.fee, '2000.00'));
  assert.deepEqual(await heads(calculator), ['A', 'B', 'C', 'D']);
  const fees = async () => (await table(calculator))['Service fee'];
  await eventually(async () => assert.equal((await fees())[3], '$4,000.00 (+$3,000.00)'));
  await press(calculator, 'scenario-remove', 0);
  await eventually(async () => assert.deepEqual(await heads(calculator), ['A', 'B', 'C']));
  await eventually(async () => assert.deepEqual(await fees(), ['$2,000.00', '$3,000.00 (+$1,000.00)', '$4,000.00 (+$2,000.00)']));
  // What was taken away comes back to where it was, also the last.
  await press(calculator, 'scenario-undo');
  await eventually(async () => assert.deepEqual(await heads(calculator), ['A', 'B', 'C', 'D']));
  assert.deepEqual((await fees())[0], '$1,000.00');
  for (const left of [3, 2, 0]) {
    await press(calculator, 'scenario-remove', 0);
    await eventually(async () => assert.equal((await heads(calculator)).length, left));
  }
  await press(calculator, 'scenario-undo');
  await eventually(async () => assert.deepEqual(await fees(), ['$2,000.00', '$4,000.00 (+$2,000.00)']));
  assert.equal((await calculator.answer()).figures.fee, '2000.00');
});

test('a link brings all of them, each answered anew, by its letter', async () => {
  const calculator = await twoWays();
  // A stands in the form when the link is made.
  await press(calculator, 'scenario-open');
  await charge(calculator, '0.00');
  await calculator.button('link').click();
  const link = await eventually(async () => {
    const address = await calculator.one('[data-link]').getAttribute('value');
    const document = JSON.parse(inflateRawSync(Buffer.from(/#quote=([\w-]+)$/.exec(address)[1], 'base64url')).toString());
    assert.deepEqual([document.scenario, document.scenarios.length, document.scenarios[0].request.as_of], [1, 1, '2026-11-21']);
    return address;
  });
  const received = await open('cancellation.html', 'en', new URL(link).hash);
  await charge(received, '0.00');
  await eventually(async () => assert.deepEqual((await table(received))['Cancellation charge'], ['$0.00 lowest', '$500.50 (+$500.50)']));
  assert.deepEqual(await received.all('.scenarios .warn'), []);
});

test('what was sent of another scenario and is no longer so is told, and one that cannot be answered', async () => {
  const request = (day, fee) => ({ calculator: 'cancellation', as_of: day, currency: 'USD', minor_units: 2, input: { lines: [{ fee, starts_on: '2026-12-04' }] } });
  const answer = (figures) => ({ terms: { digest: '0'.repeat(64) }, figures, dates: {} });
  const document = {
    schema: 'clausewise.quote/1', request: request('2026-11-20', '1000'), answer: answer({ fee: '1000.00', charge: '0.00', refund: '1000.00' }),
    scenario: 2, scenarios: [
      { request: request('2026-11-21', '1000'), answer: answer({ fee: '1000.00', charge: '1.00', refund: '999.00' }) },
      { request: request('2026-11-21', '<b>much</b>'), answer: answer({}) },
    ],
  };
  const calculator = await open('cancellation.html', 'en', `#quote=${deflateRawSync(Buffer.from(JSON.stringify(document))).toString('base64url')}`);
  await charge(calculator, '0.00');
  const text = await eventually(async () => {
    const shown = await calculator.one('.scenarios').getText();
    assert.ok(shown.includes('C cannot be answered by the terms of this page.'), shown);
    return shown;
  });
  // Verdict, charge, refund and both dates: of those that were sent there are none, or others.
  assert.ok(text.includes('A: values that are no longer those that were kept or sent: 5.'), text);
  assert.ok(!text.includes('much'));
});

test('a form that is cleared is about something else: nothing of the one before goes along, and undoing brings it back', async () => {
  const calculator = await open('cancellation.html', 'en');
  await calculator.enterAll(FREE);
  await charge(calculator, '0.00');
  await calculator.button('texts').click();
  await calculator.one('[data-text="customer"]').sendKeys('ACME');
  await press(calculator, 'scenario');
  await eventually(async () => assert.deepEqual(await heads(calculator), ['A', 'B']));
  const document = () => site.driver.executeScript(`return new Promise((resolve) => {
    arguments[0].addEventListener('clausewise-answer', ({ detail }) => resolve({ ...detail.document }), { once: true });
    arguments[0].shadowRoot.querySelector('[data-act=' + arguments[1] + ']').click();
  })`, calculator.element, 'example');
  const { customer, scenarios } = await document();
  assert.deepEqual([customer, scenarios], [undefined, undefined]);
  await eventually(async () => assert.deepEqual(await heads(calculator), []));
  await press(calculator, 'undo');
  await charge(calculator, '0.00');
  await eventually(async () => assert.deepEqual(await heads(calculator), ['A', 'B']));
  assert.equal(await calculator.one('[data-text="customer"]').getAttribute('value'), 'ACME');
});

test('a reload finds them again, beside what was entered', async () => {
  const calculator = await twoWays();
  await press(calculator, 'scenario-open');
  await charge(calculator, '0.00');
  assert.ok((await calculator.one('.done').getText()).startsWith('A is in the form; what stood there is kept as B.'));
  await site.driver.navigate().refresh();
  await site.driver.wait(() => site.driver.executeScript("return !!document.querySelector('clausewise-quote')?.shadowRoot?.querySelector('form')"), 20_000);
  const again = await Calculator.on(site.driver);
  await charge(again, '0.00');
  await eventually(async () => assert.deepEqual((await table(again))['Cancellation charge'], ['$0.00 lowest', '$500.50 (+$500.50)']));
  await press(again, 'scenario-open');
  await charge(again, '500.50');
  // And back, to what the form was given first.
  await press(again, 'scenario-open');
  await charge(again, '0.00');
  assert.deepEqual(await heads(again), ['A', 'B']);
});

test('where what shows them does not arrive, that is told, and trying again helps', async () => {
  const calculator = await open('cancellation.html', 'en');
  await calculator.enterAll(FREE);
  await charge(calculator, '0.00');
  await engine.withhold(site.driver, '/parts/panel.js');
  await press(calculator, 'scenario');
  const again = await eventually(() => calculator.one('.detail .failed [data-act="retry"]'));
  await engine.release(site.driver);
  await again.click();
  // Firefox asks no more for a script that did not arrive: there the page has to be loaded anew.
  if (turn === 1) await eventually(() => calculator.one('.detail .failed [data-act="reload"]'));
  else await eventually(async () => assert.deepEqual(await heads(calculator), ['A', 'B']));
  await engine.complaints(site.driver);
});

test('what a page gives anew has nothing beside it', async () => {
  const calculator = await open('cancellation.html', 'en');
  const give = (fee) => site.driver.executeScript("arguments[0].request = { as_of: '2026-11-20', currency: 'USD', input: { lines: [{ fee: arguments[1], starts_on: '2026-12-04' }] } }", calculator.element, fee);
  const fee = (expected) => eventually(async () => assert.equal((await calculator.answer())?.figures.fee, expected));
  await give('1000');
  await fee('1000.00');
  await press(calculator, 'scenario');
  await calculator.enterAll({ 'input.lines.0.fee': '2000' });
  await fee('2000.00');
  await eventually(async () => assert.deepEqual(await heads(calculator), ['A', 'B']));
  // The same again is no news.
  await give('1000');
  await fee('2000.00');
  assert.deepEqual(await heads(calculator), ['A', 'B']);
  await give('3000');
  await fee('3000.00');
  await eventually(async () => assert.deepEqual(await heads(calculator), []));
});

test('on paper they stand beside each other', async () => {
  const calculator = await twoWays();
  await site.driver.executeScript(HOLDING);
  await calculator.button('print').click();
  const { text } = await sheetOf({ run: (script) => site.driver.executeScript(script) });
  const plain = text.replace(/\s+/g, ' ');
  assert.ok(plain.includes('Side by side: Entered differently A B (this quote) As of November 20, 2026 November 21, 2026'), plain);
  assert.ok(plain.includes('Differences are counted from A.'), plain);
  assert.ok(plain.includes('Cancellation charge $0.00 lowest $500.50 (+$500.50)'), plain);
});

test('a kept quote keeps them: after a reload they are there again, and none of them is the form’s', async () => {
  const calculator = await open('cancellation.html', 'en');
  await forget(site.driver);
  await calculator.enterAll(FREE);
  await charge(calculator, '0.00');
  const id = await keep(site.driver, calculator);
  await press(calculator, 'scenario');
  await calculator.enterAll({ as_of: '2026-11-21' });
  await charge(calculator, '500.50');
  await eventually(async () => {
    const { request, scenarios, scenario } = JSON.parse((await stored(site.driver)).find((each) => each.id === id).document);
    assert.deepEqual([request.as_of, scenario, scenarios.map((each) => each.request.as_of)], ['2026-11-21', 2, ['2026-11-20']]);
  });
  const again = await open('cancellation.html', 'en', `#kept=${id}`);
  await charge(again, '500.50');
  await eventually(async () => assert.deepEqual((await table(again))['Cancellation charge'], ['$0.00 lowest', '$500.50 (+$500.50)']));
  await press(again, 'scenario-remove');
  await eventually(async () => assert.equal(JSON.parse((await stored(site.driver)).find((each) => each.id === id).document).scenarios, undefined));
});
