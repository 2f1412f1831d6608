// The switch of languages: every word changes, nothing that was typed does.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { By } from 'selenium-webdriver';
import { Calculator } from './calculator.mjs';
import { REQUESTS, typeRequest } from './requests.mjs';
import { PAGES, TAG, eventually, useSite, words } from './site.mjs';

const site = useSite();

const switchTo = async (lang) => {
  await site.driver.findElement(By.css(`button[data-language="${TAG[lang]}"]`)).click();
  await eventually(async () => assert.equal(await site.driver.executeScript('return document.documentElement.lang'), TAG[lang]));
};

for (const name of Object.keys(REQUESTS)) {
  test(`${name} keeps what was typed`, async () => {
    await site.open(`${name}.html`, 'zh-Hant');
    const calculator = await Calculator.on(site.driver);
    await typeRequest(calculator, name);
    const { sent, headline } = REQUESTS[name];
    await eventually(async () => assert.deepEqual(await calculator.request(), sent));
    const values = async () => {
      // A country goes by its name in the language of the page; that it is the same one, the request says.
      const paths = Object.keys(REQUESTS[name].typed).filter((path) => !path.endsWith('country'));
      return Object.fromEntries(await Promise.all(paths.map(async (path) => [path, await calculator.value(path)])));
    };
    const [typed, answer, chinese] = [await values(), await calculator.answer(), await calculator.working(headline)];

    await switchTo('en');
    await eventually(async () => assert.notEqual(await calculator.working(headline), chinese));
    assert.deepEqual(await values(), typed);
    assert.deepEqual(await calculator.request(), sent);
    assert.deepEqual(await calculator.answer(), answer);
    const english = await calculator.working(headline);
    assert.doesNotMatch(english, /\p{Script=Han}/u);
    const { clause } = REQUESTS[name];
    assert.ok(english.includes(words.en.clauses[clause]));

    await switchTo('zh-Hant');
    await eventually(async () => assert.equal(await calculator.working(headline), chinese));
    await site.assertQuiet(name);
  });
}

/** Every text that is shown, the calculators' own included; products keep their names, and a glossary has both. */
const SHOWN = `
  const texts = [];
  const walk = (node) => {
    for (const child of (node.shadowRoot ?? node).childNodes) {
      if (child.nodeType === Node.TEXT_NODE) {
        const { parentElement: parent } = child;
        if (child.data.trim() && parent?.checkVisibility({ visibilityProperty: true })) texts.push(child.data.trim());
      } else if (child.nodeType === Node.ELEMENT_NODE && !['SCRIPT', 'STYLE', 'NOSCRIPT', 'CODE'].includes(child.tagName) && !child.matches('.other[lang]')) walk(child);
    }
  };
  walk(document.body);
  return texts;
`;

for (const page of PAGES) {
  test(`${page} speaks one language at a time`, async () => {
    await site.open(page, 'en');
    const texts = await site.driver.executeScript(SHOWN);
    const chinese = texts.filter((text) => /\p{Script=Han}/u.test(text) && text !== '中文');
    assert.deepEqual(chinese, []);
    const english = await site.driver.getTitle();
    assert.doesNotMatch(english, /\p{Script=Han}/u);

    await switchTo('zh-Hant');
    assert.notEqual(await site.driver.getTitle(), english);
    await eventually(async () => {
      const now = await site.driver.executeScript(SHOWN);
      const kept = now.filter((text) => texts.includes(text) && /[a-z]{2,} [a-z]{2,}/.test(text));
      assert.deepEqual(kept, [], 'still in English');
    });
    await site.assertQuiet(page);
  });
}

test('the language is the same on the next page', async () => {
  await site.open('index.html', 'en');
  await switchTo('zh-Hant');
  await site.driver.get(`${site.url}renewal.html`);
  assert.equal(await site.driver.executeScript('return document.documentElement.lang'), TAG['zh-Hant']);
  await switchTo('en');
  await site.driver.get(`${site.url}index.html`);
  assert.equal(await site.driver.executeScript('return document.documentElement.lang'), TAG.en);
});
