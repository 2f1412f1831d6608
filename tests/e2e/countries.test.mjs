// Choosing a country: by any name, by its code, with the keyboard alone or by touch, and what is shown of it afterwards.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { engine } from './browser.mjs';
import { Calculator } from './calculator.mjs';
import { eventually, useSite, words } from './site.mjs';

const site = useSite();
const PAGE = 'late_charge.html';
const PATH = 'input.country';

async function open(lang) {
  await site.open(PAGE, lang);
  const calculator = await Calculator.on(site.driver);
  // The names come in a file of their own, which the form fetches for whoever is about to type.
  await calculator.control(PATH).click();
  await eventually(async () => assert.equal(await calculator.control(PATH).getAttribute('role'), 'combobox'));
  return calculator;
}

/** What the list offers, asked at once: a driver that is asked for each of 250 takes minutes. */
const offered = (calculator) => site.driver.executeScript(
  "return [...arguments[0].shadowRoot.querySelectorAll('.combo [role=option]')].map((option) => option.checkVisibility() && option.textContent)", calculator.element);
const chosen = async (calculator) => (await calculator.request()).input.country;
/** To what has the focus: a control in a shadow tree would lose it first if it were sent keys itself. */
const press = (...keys) => site.driver.actions().sendKeys(...keys).perform();
const clear = () => site.driver.actions().keyDown(Key.CONTROL).sendKeys('a').keyUp(Key.CONTROL).sendKeys(Key.DELETE).perform();
const expanded = (calculator) => calculator.control(PATH).getAttribute('aria-expanded');

for (const [lang, typed, code, shown] of [['en', 'taiw', 'TW', 'Taiwan'], ['zh-Hant', '臺灣', 'TW', '台灣'], ['zh-Hant', 'Germ', 'DE', '德國'], ['en', '德', 'DE', 'Germany'], ['en', 'Ivory', 'CI', 'Côte d’Ivoire']]) {
  test(`${typed} is enough for ${code} in ${lang}`, async () => {
    const calculator = await open(lang);
    const control = calculator.control(PATH);
    await control.sendKeys(typed);
    await eventually(async () => assert.ok((await offered(calculator))[0].endsWith(code)));
    await press(Key.ENTER);
    await eventually(async () => assert.equal(await chosen(calculator), code));
    const value = await control.getAttribute('value');
    assert.equal(value.replace("'", '’'), shown);
    assert.equal(await expanded(calculator), 'false');
    await site.assertQuiet(PAGE);
  });
}

test('arrows walk through the list, and Escape closes it', async () => {
  const calculator = await open('en');
  const control = calculator.control(PATH);
  await control.sendKeys('united');
  await eventually(async () => assert.ok((await offered(calculator)).length >= 3));
  const second = (await offered(calculator))[1];
  await press(Key.ARROW_DOWN, Key.ARROW_DOWN);
  const marked = await calculator.one('.combo [aria-selected=true]');
  // Two columns: some drivers read a line each.
  assert.equal((await marked.getText()).replace('\n', ' '), second);
  assert.equal(await control.getAttribute('aria-activedescendant'), await marked.getAttribute('id'));
  await press(Key.ESCAPE);
  assert.equal(await expanded(calculator), 'false');
  assert.equal(await control.getAttribute('value'), 'united', 'what was typed is still there');

  // From an empty field the arrow opens the whole list.
  await clear();
  await press(Key.ARROW_DOWN);
  await eventually(async () => assert.equal((await offered(calculator)).length, 250));
});

test('a pointer chooses too', async () => {
  const calculator = await open('zh-Hant');
  await calculator.control(PATH).sendKeys('英');
  await eventually(async () => assert.ok((await offered(calculator)).some((text) => text.startsWith('英國'))));
  const options = await calculator.all('.combo [role=option]');
  const index = (await offered(calculator)).findIndex((text) => text.startsWith('英國'));
  await options[index].click();
  await eventually(async () => assert.equal(await chosen(calculator), 'GB'));
});

test('a code or a full name needs no list; half a name is asked about and kept', async () => {
  const calculator = await open('en');
  const control = calculator.control(PATH);
  await calculator.enter(PATH, 'fr');
  await eventually(async () => assert.equal(await chosen(calculator), 'FR'));
  assert.equal(await control.getAttribute('value'), 'France');
  await calculator.enter(PATH, '大韓民國');
  await eventually(async () => assert.equal(await chosen(calculator), 'KR'));
  await calculator.enter(PATH, 'Atlantis');
  await eventually(async () => assert.equal(await calculator.faultAt(PATH), words.en.refusals.unknown_country));
  assert.equal(await control.getAttribute('value'), 'Atlantis');
});

test('the list fits a phone, and the name turns with the language', async () => {
  await engine.resize(site.driver, 390, 800);
  try {
    const calculator = await open('en');
    await calculator.control(PATH).sendKeys('jap', Key.ENTER);
    await eventually(async () => assert.equal(await chosen(calculator), 'JP'));
    await clear();
    await press(Key.ARROW_DOWN);
    const [left, right, wide] = await site.driver.executeScript(`const box = arguments[0].shadowRoot.querySelector('.combo [role=listbox]').getBoundingClientRect();
      return [box.left, box.right, document.documentElement.clientWidth]`, calculator.element);
    assert.ok(left >= 0 && right <= wide, `${left} to ${right} of ${wide}`);
    await press(Key.ESCAPE, 'JP', Key.TAB);
    await site.driver.executeScript("document.documentElement.lang = 'zh-Hant-TW'");
    await eventually(async () => assert.equal(await calculator.control(PATH).getAttribute('value'), '日本'));
  } finally {
    await engine.resize(site.driver, 1280, 900);
  }
});
