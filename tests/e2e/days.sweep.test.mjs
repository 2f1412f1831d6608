// Days and times: typed and pasted in any written form, or chosen from the browser's own calendar.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { engine } from './browser.mjs';
import { Calculator } from './calculator.mjs';
import { copy, paste } from './clipboard.mjs';
import { REQUESTS, typeRequest } from './requests.mjs';
import { LANGUAGES, eventually, useSite, words } from './site.mjs';

const site = useSite();

const STARTS = 'input.lines.0.starts_on';

/** As people write the 31st of December 2026. */
const WRITTEN = ['2026-12-31', '2026/12/31', '2026.12.31', '20261231', '2026年12月31日', '民國115年12月31日', '115/12/31', '２０２６／１２／３１'];

const PHONE = { width: 390, height: 844 };

async function cancellation(lang) {
  await site.open('cancellation.html', lang);
  const calculator = await Calculator.on(site.driver);
  await typeRequest(calculator, 'cancellation');
  return calculator;
}

const holds = (calculator, day) => eventually(async () => {
  assert.equal((await calculator.request()).input.lines[0].starts_on, day);
  assert.equal(await calculator.value(STARTS), day);
});

for (const [device, { width, height }] of Object.entries({ desk: { width: 1280, height: 900 }, phone: PHONE })) {
  test(`every written form can be typed and pasted, on a ${device}`, async () => {
    await engine.resize(site.driver, width, height);
    const calculator = await cancellation();
    const control = await calculator.control(STARTS);
    for (const written of WRITTEN) {
      await calculator.enter(STARTS, '2027-01-15');
      await holds(calculator, '2027-01-15');
      await calculator.enter(STARTS, written);
      await holds(calculator, '2026-12-31');
      await calculator.enter(STARTS, '');
      await copy(site.driver, written);
      await control.click();
      await paste(site.driver);
      await eventually(async () => assert.equal((await calculator.request()).input.lines[0].starts_on, '2026-12-31'));
      await site.driver.actions().sendKeys(Key.TAB).perform();
      await holds(calculator, '2026-12-31');
    }
    await site.assertQuiet(device);
  });
}

test('what is no day stands as it was typed, and no figure of the day before it', async () => {
  const calculator = await cancellation();
  for (const typed of ['2026-12-', '9/10/2026', '31 of December', '2026-02-30']) {
    await calculator.enter(STARTS, '2026-12-31');
    await eventually(async () => assert.ok(await calculator.answer()));
    await calculator.enter(STARTS, typed);
    await eventually(async () => assert.equal(await calculator.answer(), null));
    assert.equal(await calculator.value(STARTS), typed);
  }
});

test('every day and time of every form is typed in a text control, with a way to choose beside it', async () => {
  let found = 0;
  for (const lang of LANGUAGES) {
    for (const name of Object.keys(REQUESTS)) {
      await site.open(`${name}.html`, lang);
      const calculator = await Calculator.on(site.driver);
      await calculator.button('example').click();
      await eventually(async () => assert.ok(await calculator.answer()));
      for (const input of await calculator.all(':is(.kind-date, .kind-time, .kind-local_time) > .dated > input')) {
        const path = await input.getAttribute('data-field');
        assert.equal(await input.getAttribute('type'), 'text', path);
        const button = await calculator.one(`[data-pick="${path}"]`);
        const label = await button.getAccessibleName();
        assert.ok(['pick_date', 'pick_time'].some((key) => parts(words[lang].ui[key]).every((part) => label.includes(part))), `${path}: ${label}`);
        found++;
      }
      assert.deepEqual(await calculator.all(':is(.kind-date, .kind-time, .kind-local_time) > input'), [], name);
    }
  }
  assert.ok(found > 60, `${found} controls`);
});

const parts = (sentence) => sentence.split(/\{\w+\}/).map((part) => part.trim()).filter(Boolean);

const NATIVE = `.pick:has([data-pick="${STARTS}"]) > input`;
const native = (calculator) => calculator.one(NATIVE);

test('a day that is chosen is there at once', async () => {
  const calculator = await cancellation();
  assert.deepEqual(await calculator.all(NATIVE), [], 'nothing is made before somebody asks for it');
  await calculator.one(`[data-pick="${STARTS}"]`).click();
  await calculator.pick(await native(calculator), '2026-12-24');
  await holds(calculator, '2026-12-24');
  assert.equal(await (await native(calculator)).getAttribute('tabindex'), '-1');
});

test('the button opens the calendar on the day that is typed', { skip: engine.opensPickers ? false : 'a driver sees no picker here' }, async () => {
  const calculator = await cancellation();
  await calculator.enter(STARTS, '115/12/24');
  await calculator.one(`[data-pick="${STARTS}"]`).click();
  await eventually(async () => assert.equal(await site.driver.executeScript("return arguments[0].matches(':open')", await native(calculator)), true));
  assert.equal(await (await native(calculator)).getAttribute('value'), '2026-12-24');
});

test('switched off, nothing opens', async () => {
  const calculator = await cancellation();
  await site.driver.executeScript('arguments[0].disabled = true', calculator.element);
  await eventually(async () => assert.equal(await calculator.one(`[data-pick="${STARTS}"]`).isEnabled(), false));
  assert.deepEqual((await calculator.all(NATIVE)).length, 0);
});
