// The Enter that confirms a syllable belongs to the input method: it chooses, opens, sends and moves nothing.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { By, Key } from 'selenium-webdriver';
import { engine } from './browser.mjs';
import { Calculator } from './calculator.mjs';
import { REQUESTS } from './requests.mjs';
import { eventually, useSite } from './site.mjs';

const site = useSite();

/** The events of a composition as each engine orders them: the Enter before it ends, or right after. */
const ORDERS = {
  'ends after its Enter': ['start', 'text', 'enter', 'end'],
  'ends before its Enter, as in Safari': ['start', 'text', 'end', 'enter'],
};

const EVENTS = `const [control, text, order] = arguments;
  let isComposing = false;
  const key = (name, keyCode) => control.dispatchEvent(new KeyboardEvent(name, { key: 'Enter', code: 'Enter', keyCode, isComposing, bubbles: true, cancelable: true, composed: true }));
  const steps = {
    start() { isComposing = true; control.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true, composed: true })); },
    text() {
      control.value = text;
      control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, isComposing, data: text }));
    },
    enter() { key('keydown', 229); },
    end() { isComposing = false; control.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, composed: true, data: text })); },
  };
  for (const step of order) steps[step]();
  key('keyup', 13);`;

/** The ways in which a text can be composed in the control that has the focus. */
const WAYS = Object.fromEntries([
  ...(engine.compose ? [['as the browser composes', (_control, text) => engine.compose(site.driver, text)]] : []),
  ...Object.entries(ORDERS).map(([name, order]) => [`in events: ${name}`, (control, text) => site.driver.executeScript(EVENTS, control, text, order)]),
]);

/** Every country box of every calculator, with the example in it so that those of lines are there. */
const isCountryBox = '.combo > input';

for (const [way, compose] of Object.entries(WAYS)) {
  test(`no country is chosen by it: ${way}`, async () => {
    let found = 0;
    for (const name of Object.keys(REQUESTS)) {
      await site.open(`${name}.html`, 'zh-Hant');
      const calculator = await Calculator.on(site.driver);
      const [box] = await calculator.all(isCountryBox);
      if (!box) continue;
      found++;
      await box.click();
      await eventually(async () => assert.equal(await box.getAttribute('role'), 'combobox'));
      const path = await box.getAttribute('data-field');
      // In whose list South Africa stands first.
      await compose(box, '南');
      await eventually(async () => assert.equal(await box.getAttribute('aria-expanded'), 'true'));
      assert.equal(await box.getAttribute('value'), '南', name);
      assert.equal(await calculator.focused(), path, name);
      assert.ok(!JSON.stringify(await calculator.request()).includes('"ZA"'), name);
      // The next Enter is the visitor's own.
      await site.driver.actions().sendKeys(Key.ENTER).perform();
      await eventually(async () => assert.ok(JSON.stringify(await calculator.request()).includes('"ZA"'), name));
    }
    assert.ok(found > 5, `${found} country boxes`);
    await site.assertQuiet(way);
  });

  test(`no other field is gone to by it: ${way}`, async () => {
    await site.open('cancellation.html', 'zh-Hant');
    const calculator = await Calculator.on(site.driver);
    const path = 'input.lines.0.service';
    const control = await calculator.control(path);
    await control.click();
    await compose(control, '教育訓練');
    await eventually(async () => assert.equal((await calculator.request()).input.lines[0].service, '教育訓練'));
    assert.equal(await calculator.focused(), path);
  });

  test(`no result is opened by it: ${way}`, async () => {
    await site.open('index.html', 'zh-Hant');
    const root = await site.driver.findElement(By.css('clausewise-search')).getShadowRoot();
    const input = await root.findElement(By.css('input'));
    await input.click();
    await input.sendKeys('續約');
    await eventually(async () => assert.ok((await root.findElements(By.css('li a'))).length));
    const before = await site.driver.getCurrentUrl();
    await compose(input, '費用');
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(await site.driver.getCurrentUrl(), before);
    await site.assertQuiet(way);
  });
}

test('in no element does any handler hear of it', async () => {
  const elements = new Set();
  for (const page of ['index.html', 'cancellation.html', 'rules.html']) {
    await site.open(page);
    const heard = await site.driver.executeScript(`
      return [...document.querySelectorAll('*')].filter(({ localName, shadowRoot }) => localName.includes('-') && shadowRoot).map(({ localName, shadowRoot }) => {
        let heard = 0;
        const [control] = shadowRoot.querySelectorAll('input');
        for (const name of ['keydown', 'keypress', 'keyup']) {
          control.addEventListener(name, () => { heard++; });
          for (const how of [{ isComposing: true }, { keyCode: 229 }]) control.dispatchEvent(new KeyboardEvent(name, { key: 'Enter', bubbles: true, composed: true, ...how }));
          control.dispatchEvent(new KeyboardEvent(name, { key: 'a', bubbles: true, composed: true }));
        }
        return [localName, heard];
      });`);
    // Those keys alone that no composition has to do with.
    for (const [name, count] of heard) {
      assert.equal(count, 3, name);
      elements.add(name);
    }
  }
  assert.deepEqual([...elements].sort(), ['clausewise-quote', 'clausewise-search', 'clausewise-terms']);
});
