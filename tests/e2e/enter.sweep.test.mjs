// Enter leads from field to field, and the keyboard of a phone says so.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { engine } from './browser.mjs';
import { Calculator } from './calculator.mjs';
import { copy, paste, takeBack } from './clipboard.mjs';
import { REQUESTS, typeRequest } from './requests.mjs';
import { eventually, useSite } from './site.mjs';

const site = useSite();

const press = (...keys) => site.driver.actions().sendKeys(...keys).perform();

/** The controls of a form as the tab key meets them: how each is found, whether it is typed in, and what its key says. */
const WALK = `
  const seen = new Set();
  return [...arguments[0].shadowRoot.querySelectorAll('form [data-field]')].filter((control) => control.matches('input, select, textarea')).flatMap((control) => {
    const { type, name, dataset: { field }, enterKeyHint } = control;
    // One of each group of radio buttons.
    if (type === 'radio' && (seen.has(name) || ![...control.closest('fieldset').querySelectorAll(':checked'), control].slice(0, 1).includes(control))) return [];
    if (type === 'radio') seen.add(name);
    return [{ field, isTyped: control.localName !== 'select' && !['radio', 'checkbox'].includes(type), enterKeyHint }];
  });`;

test('from each field to the next, and the last one says that it is the last', async () => {
  let steps = 0;
  for (const name of Object.keys(REQUESTS)) {
    await site.open(`${name}.html`);
    const calculator = await Calculator.on(site.driver);
    await typeRequest(calculator, name);
    await eventually(async () => assert.ok(await calculator.answer(), name));
    const controls = await site.driver.executeScript(WALK, calculator.element);
    for (const [index, { field, isTyped, enterKeyHint }] of controls.entries()) {
      if (!isTyped) continue;
      const next = controls[index + 1];
      assert.equal(enterKeyHint, next ? 'next' : 'done', `${name}: ${field}`);
      await site.driver.executeScript('arguments[0].focus()', await calculator.control(field));
      await press(Key.ENTER);
      assert.equal(await calculator.focused(), (next ?? { field }).field, `${name}: from ${field}`);
      steps++;
    }
  }
  assert.ok(steps > 100, `${steps} fields`);
  await site.assertQuiet('enter');
});

test('with what is there marked, as the tab key does it, so that typing goes on', async () => {
  await site.open('cancellation.html');
  const calculator = await Calculator.on(site.driver);
  await typeRequest(calculator, 'cancellation');
  await calculator.control('input.lines.0.service').click();
  await press(Key.ENTER, '2000', Key.ENTER, '2027/1/31', Key.ENTER);
  await eventually(async () => {
    const [{ fee, starts_on: startsOn }] = (await calculator.request()).input.lines;
    assert.deepEqual([fee, startsOn], ['2000', '2027-01-31']);
  });
  assert.equal(await calculator.value('input.lines.0.starts_on'), '2027-01-31', 'what is left is tidied');
});

test('a box of many lines, a button and a key held with another keep their own Enter', async () => {
  await site.open('cancellation.html');
  const calculator = await Calculator.on(site.driver);
  await (await calculator.one('details:has([data-paste]) summary')).click();
  const area = await calculator.one('[data-paste]');
  await area.click();
  await press('a', Key.ENTER, 'b');
  assert.equal(await area.getAttribute('value'), 'a\nb');
  await calculator.control('input.lines.0.fee').click();
  await site.driver.actions().keyDown(Key.SHIFT).sendKeys(Key.ENTER).keyUp(Key.SHIFT).perform();
  assert.equal(await calculator.focused(), 'input.lines.0.fee');
});

test('while a list of countries is open Enter chooses, and only the next one goes on', async () => {
  await site.open('late_charge.html');
  const calculator = await Calculator.on(site.driver);
  const box = await calculator.control('input.country');
  await box.click();
  await eventually(async () => assert.equal(await box.getAttribute('role'), 'combobox'));
  await press('taiw');
  await eventually(async () => assert.equal(await box.getAttribute('aria-expanded'), 'true'));
  await press(Key.ENTER);
  await eventually(async () => assert.equal((await calculator.request()).input.country, 'TW'));
  assert.equal(await calculator.focused(), 'input.country');
  await press('zzz');
  await eventually(async () => assert.equal(await box.getAttribute('aria-expanded'), 'true'));
  await press(Key.ENTER);
  assert.equal(await calculator.focused(), 'input.country', 'a list without any country is open all the same');
  await press(Key.ESCAPE, Key.ENTER);
  assert.notEqual(await calculator.focused(), 'input.country');
});

test('a name in a line goes on below, and has no break of its own', async () => {
  await site.open('cancellation.html');
  const calculator = await Calculator.on(site.driver);
  const name = await calculator.control('input.lines.0.service');
  const oneLine = (await name.getRect()).height;
  assert.equal(oneLine, (await (await calculator.control('input.lines.0.starts_on')).getRect()).height, 'as high as any other');
  // A cell that is copied comes with the end of its row.
  await copy(site.driver, ' Workshop \r\n');
  await name.click();
  await paste(site.driver);
  await eventually(async () => assert.equal(await name.getAttribute('value'), 'Workshop'));
  await takeBack(site.driver);
  await eventually(async () => assert.equal(await name.getAttribute('value'), ''));
  await press('Advisory');
  await site.driver.actions().keyDown(Key.SHIFT).sendKeys(Key.ENTER).keyUp(Key.SHIFT).perform();
  await press(' services for those who plan, run and mend what they have bought, 80 letters.');
  assert.equal(await name.getAttribute('value'), 'Advisory services for those who plan, run and mend what they have bought, 80 letters.');
  await engine.resize(site.driver, 390, 800);
  try {
    await eventually(async () => assert.ok((await name.getRect()).height > oneLine * 1.4));
  } finally {
    await engine.resize(site.driver, 1280, 900);
  }
});
