// From the home page to the right calculator, on a phone, asked as somebody asks who has never been here: by typing and
// touching one of the first results, or by touching a question.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { By, Key } from 'selenium-webdriver';
import { engine } from './browser.mjs';
import { Calculator } from './calculator.mjs';
import { LANGUAGES, eventually, useSite, words } from './site.mjs';

const FIRST = 3;

const ASKED = [
  { calculator: 'reinstatement', en: 'we forgot to renew and support expired', 'zh-Hant': '忘記續約，維護已經過期了' },
  { calculator: 'renewal', en: 'how much to renew IBM software next year', 'zh-Hant': '明年續約要多少錢' },
  { calculator: 'compare', en: 'can we skip support for two years to save money', 'zh-Hant': '先停兩年不續約比較省錢嗎' },
  { calculator: 'support', en: 'IBM server down at night, who do I call', 'zh-Hant': '半夜當機要打電話給誰' },
  { calculator: 'response', en: 'how fast does microsoft answer a severity A case', 'zh-Hant': 'A 級案件微軟多久會回應' },
  { calculator: 'cancellation', en: 'cancel training next week, money back?', 'zh-Hant': '下週的訓練課程要取消可以退錢嗎' },
  { calculator: 'flex', en: 'do we lose flex money that we dont use', 'zh-Hant': '彈性額度沒用完會不見嗎' },
  { calculator: 'addon', en: 'is designated engineer included in our contract', 'zh-Hant': '指定工程師有包含在合約裡嗎' },
  { calculator: 'liability', en: 'program lost our data, compensation from IBM', 'zh-Hant': '程式弄丟資料，IBM 賠償多少' },
  { calculator: 'dispute', en: 'where can I sue, which court in Germany', 'zh-Hant': '要告 IBM 去哪個法院' },
];

const onPhone = async (site, page, lang) => {
  await engine.resize(site.driver, 390, 844);
  await site.open(page, lang);
};

const searchOf = async (site) => (await site.driver.findElement(By.css('clausewise-search'))).getShadowRoot();

/** Types into the search, letter by letter as a person does. */
async function type(site, text) {
  const root = await searchOf(site);
  const input = await root.findElement(By.css('input'));
  await input.sendKeys(Key.chord(Key.CONTROL, 'a'), Key.DELETE);
  if (text) await input.sendKeys(text);
  return root;
}

const results = async (root) => Promise.all((await root.findElements(By.css('li a'))).map((link) => link.getAttribute('href')));

/** Waits until the calculator of a page is there, ready to be filled in. */
async function assertAt(site, name) {
  await site.driver.wait(async () => new URL(await site.driver.getCurrentUrl()).pathname === `/${name}.html`, 10_000, `not at ${name}`);
  await eventually(async () => assert.ok(await (await Calculator.on(site.driver, name)).one('form')));
}

describe('with scripts', () => {
  const site = useSite();

  for (const lang of LANGUAGES) {
    for (const { calculator, [lang]: text } of ASKED) {
      test(`“${text}” leads to ${calculator}`, async () => {
        await onPhone(site, 'index.html', lang);
        const root = await type(site, text);
        const link = await eventually(async () => {
          const first = (await results(root)).slice(0, FIRST);
          const at = first.findIndex((href) => href.endsWith(`/${calculator}.html`));
          assert.ok(at >= 0, `${first.join(', ') || 'nothing'} instead of ${calculator}`);
          return (await root.findElements(By.css('li a')))[at];
        });
        await link.click();
        await assertAt(site, calculator);
        await site.assertQuiet(calculator);
      });

      test(`a question in ${lang} leads to ${calculator}`, async () => {
        await onPhone(site, 'index.html', lang);
        const link = await site.driver.findElement(By.css(`.asked a[href="${calculator}.html"]`));
        assert.match(await link.getText(), lang === 'en' ? /^[A-Z].*\?/ : /\p{Script=Han}.*？/u);
        await link.click();
        await assertAt(site, calculator);
      });
    }
  }

  test('the answer comes while one types, in the page’s language, and nothing more is fetched', async () => {
    await onPhone(site, 'index.html', 'zh-Hant');
    const requests = async () => (await site.loaded()).length;
    const root = await type(site, '');
    await eventually(async () => assert.ok((await site.loaded()).some((name) => name.endsWith('/words/en.js'))));
    const input = await root.findElement(By.css('input'));
    await input.sendKeys('r');
    await eventually(async () => assert.ok(await (await root.findElement(By.css('.count'))).getText()));
    const before = await requests();
    // From here on there is no network.
    await engine.withhold(site.driver, '');
    await input.sendKeys('einst');
    await eventually(async () => assert.ok((await results(root))[0].endsWith('/reinstatement.html')));
    const title = await root.findElement(By.css('.title'));
    assert.equal(await title.getText(), words['zh-Hant'].calculators.reinstatement.question);
    await input.sendKeys(Key.chord(Key.CONTROL, 'a'), Key.DELETE);
    await input.sendKeys('咖啡豆');
    await eventually(async () => assert.equal(await (await root.findElement(By.css('.count'))).getText(), words['zh-Hant'].ui['search.none']));
    assert.equal(await requests(), before);
    await engine.release(site.driver);

    await site.driver.executeScript("document.documentElement.lang = 'en'");
    await eventually(async () => assert.equal(await (await root.findElement(By.css('.count'))).getText(), words.en.ui['search.none']));
    assert.equal(await input.getAttribute('value'), '咖啡豆', 'what was typed is still there');
    await site.assertQuiet('index.html');
  });

  test('Enter goes to the first result', async () => {
    await onPhone(site, 'index.html', 'en');
    const root = await type(site, 'reinstatment');
    await eventually(async () => assert.ok((await results(root))[0].endsWith('/reinstatement.html')));
    await (await root.findElement(By.css('input'))).sendKeys(Key.ENTER);
    await assertAt(site, 'reinstatement');
  });

  test('the search fits the narrowest phone, results and all', async () => {
    for (const width of [320, 360]) {
      await engine.resize(site.driver, width, 640);
      for (const lang of LANGUAGES) {
        await site.open('index.html', lang);
        const root = await type(site, 'response');
        await eventually(async () => assert.ok((await results(root)).length > 3));
        const wide = await site.driver.executeScript('return document.documentElement.scrollWidth - document.documentElement.clientWidth');
        assert.equal(wide, 0, `${width}, ${lang}: ${wide} pixels too wide`);
      }
    }
  });

  test('a service that is found comes with it into its calculator', async () => {
    await onPhone(site, 'index.html', 'en');
    const root = await type(site, 'hackathon');
    await eventually(async () => assert.match((await results(root))[0], /addon\.html#request=/));
    await (await root.findElement(By.css('li a'))).click();
    await assertAt(site, 'addon');
    const addon = await Calculator.on(site.driver, 'addon');
    await eventually(async () => assert.equal(await addon.value('input.service'), 'hackathon'));
  });

  for (const [text, page, id] of [['MS-UES-15', 'rules.html', 'MS-UES-15'], ['Taiwan', 'countries.html', 'TW'], ['co-term', 'glossary.html', 'co_term']]) {
    test(`${text} leads to its row in ${page}`, async () => {
      await onPhone(site, 'index.html', 'en');
      const root = await type(site, text);
      const link = await eventually(async () => {
        const at = (await results(root)).findIndex((href) => href.endsWith(`/${page}#${id}`));
        assert.ok(at >= 0 && at < FIRST);
        return (await root.findElements(By.css('li a')))[at];
      });
      await link.click();
      await eventually(async () => assert.equal(await site.driver.executeScript(
        "return document.querySelector('clausewise-terms')?.shadowRoot?.activeElement?.id ?? ''"), id));
    });
  }
});

describe('without scripts', () => {
  const site = useSite({ scripts: false, width: 390, height: 844 });

  test('the questions lead to the calculators’ pages', async () => {
    await site.driver.get(`${site.url}index.html`);
    for (const { calculator } of ASKED) {
      const link = await site.driver.findElement(By.css(`.asked a[href="${calculator}.html"]`));
      assert.ok(await link.isDisplayed());
    }
    await site.driver.findElement(By.css('.asked a[href="dispute.html"]')).click();
    await site.driver.wait(async () => (await site.driver.getCurrentUrl()).endsWith('/dispute.html'), 10_000);
  });
});
