// From a figure down to what it was worked out from: to the figures below, to a term and to the field of an entry, and back to
// where one came from; by the keyboard, and by touch on a phone.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { engine } from './browser.mjs';
import { Calculator } from './calculator.mjs';
import { LANGUAGES, eventually, useSite, words } from './site.mjs';

const site = useSite();

const press = (...keys) => site.driver.actions().sendKeys(...keys).perform();

/** What has the focus: by its spot in a working, its field, its figure or what it does. */
const focus = () => site.driver.executeScript(`
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  const { top, bottom } = at.getBoundingClientRect();
  return { spot: at.dataset.spot, to: at.dataset.to, field: at.dataset.field, figure: at.dataset.figure, act: at.dataset.act, text: at.textContent, seen: bottom > 0 && top < innerHeight };`);

const settled = (holds) => eventually(async () => {
  const now = await focus();
  assert.ok(holds(now), JSON.stringify(now));
  assert.ok(now.seen, 'what has the focus is to be seen');
  return now;
}, 3_000);

async function example(lang = 'en') {
  await site.open('cancellation.html', lang);
  const calculator = await Calculator.on(site.driver);
  await calculator.button('example').click();
  await eventually(async () => assert.ok(await calculator.answer()));
  return calculator;
}

/** Goes on by the tab key to something that leads to a path. */
async function tabTo(path) {
  for (let steps = 0; steps < 30; steps++) {
    if ((await focus()).to === path) return focus();
    await press(Key.TAB);
  }
  return assert.fail(`nothing leads to ${path}`);
}

for (const lang of LANGUAGES) {
  test(`down to an entry and a term and back, by the keyboard, in ${lang}`, async () => {
    const calculator = await example(lang);
    const said = words[lang];
    const figure = await calculator.one('[data-figure="figures.refund"]');
    await site.driver.executeScript('arguments[0].focus()', figure);
    await press(Key.ENTER);
    await eventually(() => calculator.one('#w-figures-refund .numbers'));

    // The sum of two lines: one of them, what is charged there, by which rate, and why.
    const way = ['lines.0.refund', 'lines.0.charge', 'lines.0.charge_percent', 'terms.partial_charge_percent'];
    const taken = [];
    for (const [index, path] of way.entries()) {
      taken.push((await tabTo(path)).spot);
      await press(Key.ENTER);
      await settled(({ spot }) => spot === `figures.refund~${index + 1}~`);
    }
    assert.equal((await calculator.all('.level')).length, 4);
    const [term] = (await calculator.all('.level')).slice(-1);
    assert.ok((await term.getText()).includes('50%'), await term.getText());

    // Escape goes back step by step, each time to where it was taken, and at last to the figure.
    for (const spot of taken.reverse()) {
      await press(Key.ESCAPE);
      await settled((now) => now.spot === spot);
    }
    assert.equal((await calculator.all('.level')).length, 0);

    // An entry leads to its field, and Escape back to the working.
    await press(Key.ENTER);
    const { spot } = await tabTo('input.lines.0.fee');
    await press(Key.ENTER);
    await settled(({ field }) => field === 'input.lines.0.fee');
    assert.equal(await calculator.button('return').getText(), said.ui.working_return);
    await press(Key.ESCAPE);
    await settled((now) => now.spot === spot);
    assert.equal((await calculator.all('[data-act="return"]')).length, 0);

    await press(Key.ESCAPE, Key.ESCAPE);
    await settled(({ figure: path }) => path === 'figures.refund');
    assert.equal((await calculator.all('.working')).length, 0);
    await site.assertQuiet('graph');
  });
}

test('the day that is asked about leads to its field', async () => {
  const calculator = await example();
  await calculator.working('lines.0.days_ahead');
  await calculator.one('#w-lines-0-days_ahead [data-to="as_of"]').click();
  await settled(({ field }) => field === 'as_of');
});

test('the branch that held is shown, and the others on request', async () => {
  const calculator = await example();
  const text = await calculator.working('lines.0.charge_percent');
  const { names, ui } = words.en;
  assert.ok(text.includes(names.partial_charge_percent), text);
  // Not by the text: WebKit's has what is folded away in it.
  const isSeen = async () => site.driver.executeScript('return arguments[0].checkVisibility()', await calculator.one('#w-lines-0-charge_percent .others > :not(summary)'));
  assert.equal(await isSeen(), false);
  await calculator.one('#w-lines-0-charge_percent summary').click();
  assert.equal(await isSeen(), true);
  const others = await calculator.one('#w-lines-0-charge_percent .others').getText();
  for (const name of ['late_charge_percent', 'full_refund_charge_percent']) assert.ok(others.includes(names[name]), others);
  assert.ok(others.includes(ui.working_others.replace('{count}', '2')), others);
  // The numbers say why.
  const checks = await Promise.all((await calculator.all('#w-lines-0-charge_percent .check')).map((check) => check.getText()));
  assert.deepEqual(checks, ['10 days ≥ 14 days: No', '10 days ≥ 6 days: Yes']);
});

test('each thing to press says what it is and where it leads', async () => {
  const calculator = await example();
  await calculator.working('figures.refund');
  const operand = await eventually(() => calculator.one('#w-figures-refund .numbers [data-to="lines.0.refund"]'));
  assert.equal(await operand.getAccessibleName(), 'Line 1 Refund: NT$90,000');
  assert.equal(await operand.getAttribute('aria-expanded'), 'false');
  await operand.click();
  await eventually(async () => assert.equal(await calculator.one('#w-figures-refund .numbers [data-to="lines.0.refund"]').getAttribute('aria-expanded'), 'true'));
  // Pressed once more, it closes again, and keeps the focus.
  const { spot } = await site.driver.executeScript('return { spot: arguments[0].dataset.spot }', operand);
  await operand.click();
  await settled((now) => now.spot === spot);
  assert.equal((await calculator.all('.level')).length, 0);
});

test('what is changed below an open way leaves it open', async () => {
  const calculator = await example();
  await calculator.working('figures.refund');
  await calculator.one('[data-to="lines.0.refund"]').click();
  await eventually(() => calculator.one('.level'));
  await calculator.enter('input.lines.0.fee', '200000');
  await eventually(async () => assert.ok((await calculator.one('.level').getText()).includes('NT$100,000')));
});

test('of one line the sum shows that line, and one goes on from there', async () => {
  const calculator = await example();
  await calculator.one('[data-act="remove"]').click();
  await eventually(async () => assert.equal((await calculator.answer()).lines.length, 1));
  await calculator.working('figures.refund');
  assert.equal((await calculator.all('.level')).length, 1);
  await calculator.one('.level [data-to="lines.0.charge"]').click();
  await settled(({ spot }) => spot === 'figures.refund~2~');
  assert.deepEqual(await Promise.all((await calculator.all('.level h3')).map((head) => head.getText())), ['Line 1 · Refund', 'Line 1 · Cancellation charge']);
  await press(Key.ESCAPE);
  await settled(({ to }) => to === 'lines.0.charge');
});

test('every working stands in one table', async () => {
  const calculator = await example();
  const { steps } = await calculator.answer();
  await calculator.button('workings').click();
  await eventually(async () => assert.equal((await calculator.all('.every [data-step]')).length, steps.length));
  const shown = await Promise.all((await calculator.all('.every [data-step]')).map((row) => row.getAttribute('data-step')));
  assert.deepEqual(shown, steps.map(({ figure }) => figure));
  await calculator.button('workings').click();
  await eventually(async () => assert.equal((await calculator.all('.every')).length, 0));
});

const phone = (name, run) => test(name, async () => {
  await engine.resize(site.driver, 390, 844);
  try { await run(); } finally { await engine.resize(site.driver, 1280, 900); }
});

/** A finger's tap in the middle of something. */
async function tap(element) {
  await site.driver.executeScript("arguments[0].scrollIntoView({ block: 'center' })", element);
  await element.click();
}

phone('by touch, down and back with what is there to press', async () => {
  const calculator = await example('zh-Hant');
  await tap(await calculator.one('[data-figure="figures.refund"]'));
  for (const path of ['lines.0.refund', 'lines.0.charge']) {
    await tap(await eventually(() => calculator.one(`#w-figures-refund [data-to="${path}"]`)));
    await eventually(() => calculator.one(`#w-figures-refund [data-to="${path}"][aria-expanded="true"]`));
  }
  // An entry, and the button back that stays in sight.
  const [entry] = (await calculator.all('#w-figures-refund .level:last-child [data-to="input.lines.0.fee"]'));
  await tap(entry);
  await settled(({ field }) => field === 'input.lines.0.fee');
  const back = await calculator.button('return');
  const isSeen = await site.driver.executeScript('const { top, bottom } = arguments[0].getBoundingClientRect(); return top > 0 && bottom <= innerHeight', back);
  assert.ok(isSeen, 'the way back is in sight');
  await back.click();
  await settled(({ to }) => to === 'input.lines.0.fee');
  for (let left = 2; left > 0; left--) {
    const all = await calculator.all('#w-figures-refund [data-act="back"]');
    assert.equal(all.length, left);
    await tap(all.at(-1));
    await settled(({ to }) => to === (left === 2 ? 'lines.0.charge' : 'lines.0.refund'));
  }
  // Nothing is broader than the phone, and every control is large enough to be hit.
  const wide = await site.driver.executeScript('return document.documentElement.scrollWidth');
  assert.ok(wide <= 390, `${wide} px`);
  await calculator.openWorkings();
  assert.ok((await site.driver.executeScript('return document.documentElement.scrollWidth')) <= 390);
  await site.assertQuiet('touch');
});
