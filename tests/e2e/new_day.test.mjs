// A tab that stays open over midnight: what nobody has chosen goes on with the visitor's day, and says so.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useGuest } from './guest_page.mjs';
import { LANGUAGES, TAG, eventually, words } from './site.mjs';

const guest = useGuest();

/** The page's clock, which a test sets. */
const CLOCK = `{
  const Own = Date;
  let at = Own.UTC(2026, 10, 28, 12);
  globalThis.setClock = (day) => { at = Own.UTC(2026, 10, day, 12); };
  globalThis.Date = class extends Own {
    constructor(...parts) { if (parts.length) super(...parts); else super(at); }
    static now() { return at; }
  };
}`;

const page = (attributes = '') => `<clausewise-quote calculator="cancellation" currency="USD" ${attributes}></clausewise-quote>`;
// Nothing hangs on the figures here: the answer says the day that it is about.
const LINE = { 'input.lines.0.fee': '1000', 'input.lines.0.starts_on': '2026-12-10' };

async function open(attributes, lang = 'en') {
  await guest.show(page(attributes), { before: CLOCK, lang: TAG[lang] });
  return guest.calculator();
}

const wake = (day) => guest.run("setClock(arguments[0]); document.dispatchEvent(new Event('visibilitychange'))", day);
const asOf = async (calculator) => (await calculator.request()).as_of;
const answeredOn = (calculator, day) => eventually(async () => assert.equal((await calculator.answer())?.as_of, day));

for (const lang of LANGUAGES) {
  test(`the day goes on, the answer with it, and both are said, in ${lang}`, async () => {
    const calculator = await open('', lang);
    await calculator.enterAll(LINE);
    await answeredOn(calculator, '2026-11-28');
    await wake(29);
    await answeredOn(calculator, '2026-11-29');
    assert.equal(await calculator.value('as_of'), '2026-11-29');
    const said = await calculator.one('.done').getText();
    assert.ok(said.startsWith(words[lang].ui.did_go_on.split('{day}')[0]) && /29/.test(said), said);
    // And back, for whoever meant the day before.
    await calculator.button('undo').click();
    await answeredOn(calculator, '2026-11-28');
    assert.equal(await calculator.value('input.lines.0.fee'), '1,000');
  });
}

test('a form that was begun on the new day is told nothing', async () => {
  const calculator = await open();
  await guest.run("setClock(29); document.querySelector('clausewise-quote').calculator = 'renewal'");
  await eventually(async () => assert.equal((await calculator.request()).calculator, 'renewal'));
  await eventually(async () => assert.equal(await calculator.value('as_of'), '2026-11-29'));
  await wake(29);
  await guest.driver.executeAsyncScript('setTimeout(arguments[0], 200)');
  assert.ok(!(await calculator.one('form').getText()).includes(words.en.ui.did_go_on.split('{day}')[0]));
});

test('a day that somebody has chosen stays', async () => {
  const calculator = await open();
  await calculator.enter('as_of', '2026-11-20');
  await wake(29);
  assert.equal(await asOf(calculator), '2026-11-20');
});

test('a day that the page names stays, by attribute or by request', async () => {
  let calculator = await open('as-of="2026-11-28"');
  await wake(29);
  assert.equal(await asOf(calculator), '2026-11-28');
  calculator = await open();
  await guest.run("document.querySelector('clausewise-quote').request = { calculator: 'cancellation', as_of: '2026-11-28', currency: 'USD', input: {} }");
  await eventually(async () => assert.equal(await asOf(calculator), '2026-11-28'));
  await wake(29);
  await new Promise((resolve) => setTimeout(resolve, 200));
  assert.equal(await asOf(calculator), '2026-11-28');
});

test('the day of an example stays, and the form that is cleared after it is about the new day', async () => {
  const calculator = await open();
  await calculator.button('example').click();
  const example = await asOf(calculator);
  await wake(29);
  assert.equal(await asOf(calculator), example);
  await calculator.button('clear').click();
  await eventually(async () => assert.equal(await asOf(calculator), '2026-11-29'));
});

test('a new day is nothing that a visitor has entered', async () => {
  const calculator = await open();
  // Of the tests before.
  await guest.run('sessionStorage.clear()');
  await wake(29);
  await eventually(async () => assert.equal(await asOf(calculator), '2026-11-29'));
  assert.equal(await guest.run("dispatchEvent(new Event('pagehide')); return Object.keys(sessionStorage).filter((key) => sessionStorage[key].includes('as_of')).length"), 0);
});
