// Where WebAssembly or scripts cannot run, the page says so, and what stands between the element's tags stays.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { By } from 'selenium-webdriver';
import { engine } from './browser.mjs';
import { REQUESTS } from './requests.mjs';
import { LANGUAGES, eventually, useSite, words } from './site.mjs';

/** The element says why it shows nothing, and what stands between its tags is still shown. */
async function assertFallsBack(site, lang, why = 'failed') {
  const element = await site.driver.findElement(By.css('clausewise-quote'));
  await eventually(async () => {
    const said = await (await element.getShadowRoot()).findElement(By.css('[role="status"]'));
    assert.ok((await said.getText()).includes(words[lang].ui[why]), 'it does not say why');
  });
  const between = await element.findElements(By.css(':scope > *'));
  const shown = await Promise.all(between.map((each) => each.isDisplayed()));
  assert.ok(shown.includes(true), 'what stands between the tags is gone');
}

describe('without WebAssembly', () => {
  const site = useSite({ wasm: false });

  for (const name of Object.keys(REQUESTS)) {
    for (const lang of LANGUAGES) {
      test(`${name} in ${lang}`, async () => {
        await site.open(`${name}.html`, lang, false);
        await assertFallsBack(site, lang);
      });
    }
  }
});

describe('where the core does not arrive', () => {
  const site = useSite();

  test('the page says so', async () => {
    await engine.withhold(site.driver, '.wasm');
    await site.open('renewal.html', 'en', false);
    await assertFallsBack(site, 'en', 'failed_network');
  });
});

describe('without scripts', () => {
  const site = useSite({ scripts: false });

  for (const name of Object.keys(REQUESTS)) {
    test(name, async () => {
      await site.driver.get(`${site.url}${name}.html`);
      const without = await site.driver.findElement(By.css('main .without'));
      assert.ok(await without.isDisplayed());
      assert.match(await without.getText(), /WebAssembly/);
      const element = await site.driver.findElement(By.css('clausewise-quote'));
      assert.ok(await element.isDisplayed());
    });
  }
});

describe('where a script does not arrive', () => {
  const site = useSite();
  /** Pages, the script that each needs, and what there is once it has come. */
  const PAGES = {
    'index.html': ['search.js', "document.querySelector('clausewise-search').shadowRoot?.querySelector('input')"],
    'kept.html': ['kept.js', "document.querySelector('clausewise-kept').shadowRoot?.querySelector('.quotes')"],
    'rules.html': ['element.js', "document.querySelector('clausewise-terms').shadowRoot?.querySelector('li')"],
    'countries.html': ['element.js', "document.querySelector('clausewise-terms').shadowRoot?.querySelector('tr')"],
    'tax.html': ['element.js', "document.querySelector('clausewise-quote').shadowRoot?.querySelector('form')"],
    'embed.html': ['embed.js', "[...document.querySelectorAll('pre')].some(({ textContent }) => textContent.includes('clausewise-quote'))"],
  };

  test('the frame says so too', async () => {
    const frame = new URL('../pkg/frame.html?calculator=tax&lang=en', site.url).href;
    await engine.withhold(site.driver, 'inside.js');
    await site.driver.get(frame);
    const late = await site.driver.findElement(By.id('late'));
    assert.equal(await late.isDisplayed(), false);
    await site.driver.executeScript('arguments[0].getAnimations()[0].finish()', late);
    assert.ok((await late.getText()).includes(words.en.frame.no_scripts));
    await engine.release(site.driver);
    await site.driver.navigate().refresh();
    await eventually(async () => assert.ok(await site.driver.executeScript("return document.querySelector('clausewise-quote')?.shadowRoot?.querySelector('form') && !document.getElementById('late')")));
  });

  for (const [page, [script, there]] of Object.entries(PAGES)) {
    test(`${page} says so after a while, and can be loaded again`, async () => {
      await engine.withhold(site.driver, script);
      await site.open(page, 'en', false);
      const late = await site.driver.findElement(By.css('.late'));
      assert.equal(await late.isDisplayed(), false);
      // The while itself is not waited for.
      const waits = await site.driver.executeScript(`const [animation] = arguments[0].getAnimations();
        const { delay } = animation.effect.getTiming();
        animation.finish();
        return delay;`, late);
      assert.equal(waits, 10_000);
      assert.ok(await late.isDisplayed());
      await engine.release(site.driver);
      await late.findElement(By.css('span[lang="en"] a')).click();
      await eventually(async () => assert.ok(await site.driver.executeScript(`return Boolean(${there})`)));
      assert.ok(!(await site.driver.executeScript("return document.querySelector('.late')?.checkVisibility({ visibilityProperty: true })")));
    });
  }
});
