// The script of one tag: it asks for everything that the calculators on a page are about to need, in their language, and for
// nothing that they do not.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { POLICY, useStranger } from './stranger.mjs';

const stranger = useStranger();
const START = { scripts: ['start.js'] };

/** What of the package the page asked for, each as often as it did, in the order in which that began. */
const asked = () => stranger.run(`return performance.getEntriesByType('resource').filter(({ name }) => name.includes('/clausewise/'))
  .sort((one, other) => one.startTime - other.startTime).map(({ name }) => name.split('/clausewise/')[1])`);

const ahead = (calculator, lang) => [`only/${calculator}.js`, `only/${calculator}_bg.wasm`, `words/${lang}/shared.js`, `words/${lang}/${calculator}.js`];

test('a calculator in the page is drawn, with all that it needs fetched once', async () => {
  await stranger.show('<clausewise-quote calculator="cancellation" lang="zh-Hant"></clausewise-quote>', START);
  await stranger.drawn();
  const all = await asked();
  const first = ['start.js', 'element.js', ...ahead('cancellation', 'zh-Hant')];
  assert.deepEqual(all.slice(0, first.length).sort(), first.sort(), 'nothing else comes in between');
  assert.deepEqual(all, [...new Set(all)]);
  await stranger.assertQuiet('start');
});

test('what several of one calculator need is fetched once for all', async () => {
  await stranger.show('<clausewise-quote calculator="flex"></clausewise-quote><clausewise-quote calculator="flex" lang="zh-Hant"></clausewise-quote>', START);
  await stranger.driver.wait(() => stranger.run("return [...document.querySelectorAll('clausewise-quote')].every((each) => each.shadowRoot?.querySelector('form'))"), 20_000);
  const all = await asked();
  assert.deepEqual(all, [...new Set(all)]);
  for (const file of [...ahead('flex', 'en'), ...ahead('flex', 'zh-Hant')]) assert.ok(all.includes(file), file);
});

test('none of it waits for the element', async () => {
  await stranger.show('<clausewise-quote calculator="flex"></clausewise-quote>', START);
  await stranger.drawn();
  const begun = await stranger.run(`const of = (part) => performance.getEntriesByType('resource').find(({ name }) => name.endsWith(part));
    return arguments[0].map((part) => of(part).startTime - of('clausewise/element.js').responseEnd)`, ahead('flex', 'en'));
  for (const since of begun) assert.ok(since < 0, `${since} ms after the element had arrived`);
});

test('what is not needed yet, or is answered by the whole core, is not asked for ahead', async () => {
  for (const body of [
    `<main>${'<p>A line of ours.</p>'.repeat(200)}<clausewise-quote calculator="flex" loading="lazy"></clausewise-quote></main>`,
    '<clausewise-quote calculator="constructor"></clausewise-quote>',
    '<clausewise-terms show="glossary"></clausewise-terms>',
    '',
  ]) {
    await stranger.show(body, START);
    await stranger.driver.wait(() => stranger.run("return !!customElements.get('clausewise-quote')"), 10_000);
    assert.deepEqual((await asked()).filter((name) => name.startsWith('only/')), [], body.slice(-80));
  }
  stranger.files.set('/ours.json', '{}');
  await stranger.show('<clausewise-quote calculator="flex" terms="ours.json"></clausewise-quote>', START);
  await stranger.driver.wait(async () => (await asked()).includes('clausewise_bg.wasm'), 10_000);
  assert.deepEqual((await asked()).filter((name) => name.startsWith('only/')), []);
});

test('a page that forbids WebAssembly is told so', async () => {
  await stranger.show('<clausewise-quote calculator="flex"></clausewise-quote>', {
    ...START, own: "addEventListener('clausewise-error', ({ detail }) => { window.reason = detail.reason; }, true);", under: POLICY.replace(" 'wasm-unsafe-eval'", ''),
  });
  await stranger.drawn('clausewise-quote', '.failed');
  assert.equal(await stranger.run('return window.reason'), 'wasm-forbidden');
});

test('where a file is missing, the element says so, and gets it when asked again', async () => {
  stranger.withheld = ['only/flex_bg.wasm', 'clausewise_bg.wasm'];
  await stranger.show('<clausewise-quote calculator="flex"></clausewise-quote>', START);
  await stranger.drawn('clausewise-quote', '.failed');
  stranger.withheld = [];
  await stranger.run("document.querySelector('clausewise-quote').shadowRoot.querySelector('[data-act=retry]').click()");
  await stranger.drawn();
});
