// “Put it on your site”: the preview shows what is chosen, what is wrong is said beside it, one click copies, and everybody
// can use it.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { assertAccessible } from './axe.mjs';
import { engine } from './browser.mjs';
import { Calculator } from './calculator.mjs';
import { paste } from './clipboard.mjs';
import { KINDS, assertIs, numbers, useEmbedPage } from './embed.mjs';
import { LANGUAGES, TAG, eventually, words } from './site.mjs';

const page = useEmbedPage();

describe('the preview', () => {
  const inPreview = async (run) => {
    await page.driver.switchTo().frame(await page.find('#preview'));
    try {
      return await run();
    } finally {
      await page.driver.switchTo().defaultContent();
    }
  };

  test('shows what the code says, each time that something is chosen', async () => {
    await page.openIn();
    const next = numbers(42);
    for (let round = 0; round < 3; round += 1) {
      const chosen = await page.chooseAtRandom(next);
      await eventually(async () => assertIs(await inPreview(page.read), chosen, JSON.stringify(chosen)));
    }
    await page.assertQuiet('preview');
  });

  test('shows a frame where the code is one, also in a sandbox', async () => {
    await page.openIn('zh-Hant');
    await page.choose({ calculator: 'dispute', speak: 'en' });
    await page.place('iframe');
    // In WebKit nothing runs there.
    for (const isInSandbox of engine.runsFromNowhere === false ? [false] : [false, true]) {
      if (isInSandbox) await (await page.find('#sandbox')).click();
      await eventually(() => inPreview(async () => {
        const frame = await page.find('iframe');
        assert.equal(await frame.getAttribute('sandbox') !== '' && await frame.getAttribute('sandbox') !== null, isInSandbox);
        await page.driver.switchTo().frame(frame);
        const { calculator, lang } = await page.read();
        assert.deepEqual([calculator, lang], ['dispute', 'en']);
      }), 20_000);
    }
    await engine.complaints(page.driver);
  });

  test('speaks the language of the page, where the code names none', async () => {
    for (const lang of LANGUAGES) {
      await page.openIn(lang);
      await eventually(async () => assert.equal((await inPreview(page.read)).lang, TAG[lang]));
    }
  });
});

test('the language changes, and what was chosen stays', async () => {
  await page.openIn('zh-Hant');
  await page.choose({ calculator: 'true_up', 'label-title': '補購', currency: 'EUR' });
  const before = await page.shown('page');
  assert.match(before, /如果這裡沒有出現試算/);
  await (await page.find('button[data-language="en"]')).click();
  await eventually(async () => assert.match(await page.shown('page'), /If no calculator appears here/));
  const names = () => page.driver.executeScript(`const text = (id) => document.querySelector('#' + id).selectedOptions[0].textContent;
    return [text('calculator'), text('currency'), document.querySelector('#calculator optgroup').label]`);
  assert.deepEqual(await names(), [words.en.calculators.true_up.title, 'EUR – Euro', 'IBM support']);
  await (await page.find('button[data-language="zh-Hant-TW"]')).click();
  await eventually(async () => assert.equal(await page.shown('page'), before));
  assert.deepEqual(await names(), [words['zh-Hant'].calculators.true_up.title, '歐元（EUR）', 'IBM 軟體維護']);
});

test('no currency is asked for where a calculator handles no amounts', async () => {
  await page.openIn();
  const isOpen = () => page.find('#currency').isEnabled();
  await page.choose({ calculator: 'renewal', currency: 'EUR' });
  assert.ok(await isOpen());
  await page.choose({ calculator: 'response' });
  assert.equal(await isOpen(), false);
  assert.ok(await page.find('#currency-hint').isDisplayed());
  assert.doesNotMatch(await page.shown('page'), /currency/);
});

test('what cannot be read is said beside it, and the last that could stays in the code', async () => {
  await page.openIn();
  await page.choose({ scheme: 'own', accent: '#8a3ffc', base: '/tools/' });
  for (const [field, wrong] of [['accent', 'purple'], ['base', 'javascript:alert(1)']]) {
    await page.choose({ [field]: wrong });
    const input = await page.find(`#${field}`);
    assert.equal(await input.getAttribute('aria-invalid'), 'true');
    assert.ok(await page.find(`#${field}-wrong`).isDisplayed());
    assert.ok((await input.getAttribute('aria-describedby')).includes(`${field}-wrong`));
  }
  assert.match(await page.shown('page'), /src="\/tools\/start\.js"/);
  assert.match(await page.shown('style'), /--clausewise-accent: #8a3ffc;/);
  await page.choose({ accent: '0f6b57' });
  assert.equal(await page.find('#accent').getAttribute('aria-invalid'), 'false');
});

test('too little contrast is said, with its measure, and mended with a button', async () => {
  await page.openIn();
  await page.choose({ scheme: 'own' });
  const warned = async () => (await page.find('#contrast').isDisplayed()) ? (await page.find('#contrast').getText()) : '';
  assert.equal(await warned(), '', 'the element’s own colours are enough');
  await page.choose({ soft: '#767676', raised: '#ffffff' });
  assert.equal(await warned(), '');
  // A shade lighter: 4.48 on white.
  await page.choose({ soft: '#777777' });
  assert.match(await warned(), /quiet text on the background: 4\.4, and 4\.5 is needed/);
  await page.choose({ accent: '#ffd200', edge: '#dddddd' });
  assert.match(await warned(), /links and buttons on the background: 1\.4/);
  assert.match(await warned(), /borders of fields on the background: 1\.3, and 3 is needed/);
  await (await page.find('#readable')).click();
  assert.equal(await warned(), '');
  assert.match(await page.shown('style'), /--clausewise-ink: #16191d;/, 'what was enough is left alone');
});

describe('copying', () => {
  const said = () => page.driver.executeScript("return [...document.querySelectorAll('.said')].map((each) => each.innerText.trim()).join('')");

  test('one click copies what is shown, and it is said', async () => {
    for (const [lang, word] of [['en', 'Copied.'], ['zh-Hant', '已複製。']]) {
      await page.openIn(lang);
      await page.choose({ calculator: 'notices', 'label-title': '"A" & <b>' });
      const button = await page.find('.block:not([hidden]) [data-copy="page"]');
      await page.driver.executeScript("arguments[0].scrollIntoView({ block: 'center' })", button);
      await button.click();
      await eventually(async () => assert.equal(await said(), word));
      await page.driver.executeScript(`const box = document.createElement('textarea');
        box.id = 'box';
        document.querySelector('main').prepend(box);
        box.focus();`);
      await paste(page.driver);
      await eventually(async () => assert.equal(await page.find('#box').getAttribute('value'), await page.shown('page')));
    }
  });

  test('where a browser refuses, the code is selected, and the keys are named', async () => {
    await page.openIn();
    await page.driver.executeScript(`Object.defineProperty(navigator, 'clipboard', { value: undefined });
      document.execCommand = () => false;`);
    const button = await page.find('.block:not([hidden]) [data-copy="policy"]');
    await page.driver.executeScript("arguments[0].scrollIntoView({ block: 'center' })", button);
    await button.sendKeys(Key.ENTER);
    await eventually(async () => assert.match(await said(), /press Ctrl\+C/));
    assert.equal(await page.driver.executeScript('return getSelection().toString()'), await page.shown('policy'));
  });
});

for (const dark of [false, true]) describe(dark ? 'dark' : 'light', () => {
  const coloured = useEmbedPage({ dark });

  test('axe finds nothing, whatever is chosen', async () => {
    for (const lang of LANGUAGES) {
      await coloured.open('embed.html', lang);
      const click = (selector) => coloured.driver.executeScript('document.querySelector(arguments[0]).click()', selector);
      await click('[name="scheme"][value="own"]');
      await click('[name="day"][value="given"]');
      await coloured.driver.executeScript(`for (const [id, value] of [['accent', 'nonsense'], ['soft', '#cccccc'], ['base', 'nonsense']]) {
        const input = document.getElementById(id);
        input.value = value;
        input.dispatchEvent(new Event('input', { bubbles: true }));
      }`);
      for (const kind of KINDS) {
        await click(`#kinds [value="${kind}"]`);
        await click('.block:not([hidden]) [data-copy]');
        await assertAccessible(coloured.driver, `${kind} in ${lang}`);
      }
    }
  });

  test('axe finds nothing in the frame, nor in what it says', async () => {
    for (const lang of LANGUAGES) {
      await coloured.driver.get(`${coloured.url}pkg/frame.html?calculator=notices&lang=${lang}&scheme=${dark ? 'dark' : 'light'}`);
      const calculator = await eventually(async () => {
        const found = await Calculator.on(coloured.driver);
        await found.one('form');
        return found;
      });
      await assertAccessible(coloured.driver, lang);
      await calculator.button('example').click();
      await coloured.driver.executeScript("const says = document.querySelector('#says').content; document.querySelector('#said').append(...[...says.children].filter((each) => each.matches(`[data-say]:lang(${document.documentElement.lang})`)))");
      await coloured.driver.executeScript("for (const link of document.querySelectorAll('#said a')) link.href = 'frame.html'");
      await assertAccessible(coloured.driver, `${lang}, with all that it can say`);
    }
  });
});
