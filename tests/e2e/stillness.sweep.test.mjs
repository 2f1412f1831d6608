// Nothing moves while a page comes: what follows a calculator stands where it will stand from the first paint on, on a phone, on a
// desk and on one of twice the height, where all of a form and what follows it can be seen at once.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { engine, turn } from './browser.mjs';
import { PAGES, useSite } from './site.mjs';
import { CALCULATORS } from '../../tools/pages.mjs';

const site = useSite();

const SIZES = { phone: [412, 823], desk: [1350, 940], tall: [1350, 1880] };

/** Each size in one language or in both; English on a phone is what Lighthouse looks at. */
const SEEN = [['phone', 'zh-Hant'], ['desk', 'zh-Hant'], ['desk', 'en'], ['tall', 'en']];

/** Of what is seen, as browsers count it. */
const MOST_MOVED = 0.01;

/** A line on which nothing comes at once: whatever is painted before the calculator is there is seen. */
const SLOW = { offline: false, latency: 80, downloadThroughput: -1, uploadThroughput: -1 };

/** What has moved since the page was asked for, without the visitor having done anything; and what it was. */
const MOVED = `
  const done = arguments[arguments.length - 1];
  new PerformanceObserver((list) => {
    const moves = list.getEntries().filter(({ hadRecentInput }) => !hadRecentInput);
    done([moves.reduce((sum, { value }) => sum + value, 0), moves.flatMap(({ sources }) => sources.map(({ node }) => node?.outerHTML?.slice(0, 80)))]);
  }).observe({ type: 'layout-shift', buffered: true });
  // Where nothing has moved, nothing is told.
  setTimeout(() => done([0, []]), 100);`;

const told = { skip: turn === 0 ? false : 'only Chromium tells what moves' };

for (const [size, lang] of SEEN) {
  test(`${size}, ${lang}: no page moves`, told, async (t) => {
    await engine.resize(site.driver, ...SIZES[size]);
    await site.driver.sendDevToolsCommand('Network.enable', {});
    await site.driver.sendDevToolsCommand('Network.emulateNetworkConditions', SLOW);
    for (const page of PAGES) {
      await t.test(page, async () => {
        await site.open(page, lang);
        const [moved, what] = await site.driver.executeAsyncScript(MOVED);
        assert.ok(moved <= MOST_MOVED, `${moved.toFixed(4)}: ${what.join('\n')}`);
      });
    }
  });
}

test('the height of every calculator’s form is known', () => {
  const missing = CALCULATORS.filter((name) => !existsSync(new URL(`../../www/heights/${name}.css`, import.meta.url)));
  assert.deepEqual(missing, [], 'run node tools/heights.mjs, and node tools/pages.mjs');
});

test('no empty room is left below a form, nor where none can come', async () => {
  await engine.resize(site.driver, 1350, 940);
  const GAP = `
    const element = document.querySelector('clausewise-quote');
    const inside = element.shadowRoot.querySelector('.root') ?? element.shadowRoot.querySelector('.failed');
    return element.getBoundingClientRect().bottom - inside.getBoundingClientRect().bottom;`;
  await site.open('programme.html', 'en');
  assert.ok(Math.abs(await site.driver.executeScript(GAP)) < 1);
  await engine.withhold(site.driver, '.wasm');
  try {
    await site.open('tax.html', 'en', false);
    await site.driver.wait(() => site.driver.executeScript("return Boolean(document.querySelector('clausewise-quote').shadowRoot?.querySelector('.failed'))"), 20_000);
    const [gap, height] = await site.driver.executeScript(`${GAP.replace('return', 'const gap =')} return [gap, element.getBoundingClientRect().height]`);
    assert.ok(gap < 1 && height < 250, `${gap} empty of ${height}`);
  } finally {
    await engine.release(site.driver);
  }
});
