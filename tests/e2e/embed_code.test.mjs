// The code of “Put it on your site”: whatever is chosen, it does on a stranger's empty page what was chosen, under the very
// policy that stands beside it.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { transformSync } from 'esbuild';
import { engine } from './browser.mjs';
import { KINDS, SCHEMES, assertIs, numbers, useEmbedPage } from './embed.mjs';
import { serveHost } from './host.mjs';
import { LANGUAGES, TAG, eventually } from './site.mjs';

const page = useEmbedPage();

let host;
before(async () => { host = await serveHost(); });
after(() => host?.stop());

/** Puts code into an empty page of the host, under the policy that was shown and nothing more. */
async function openHost({ page: text, style, policy, server }) {
  host.pages['/'] = `<!doctype html><html><head><title>Host</title>${style ? '<link rel="stylesheet" href="host.css">' : ''}</head><body>\n${text}\n</body></html>`;
  host.pages['/host.css'] = style;
  // Browsers ask for a picture of the site on their own account.
  host.pageHeaders = { 'Content-Security-Policy': `default-src 'none'; img-src 'self'; ${style ? "style-src 'self'; " : ''}${policy.replaceAll('\n', ' ')}` };
  host.fileHeaders = Object.fromEntries(server.split('\n').filter(Boolean).map((header) => header.split(': ')));
  await page.driver.get(`${host.url}/`);
}

const taken = async () => Object.fromEntries(await Promise.all(['page', 'style', 'policy', 'server'].map(async (key) => [key, await page.shown(key)])));

/** What React would be told: the code run, with a React that only writes down. */
function toldToReact(jsx) {
  const { code } = transformSync(jsx, { loader: 'jsx', format: 'cjs', jsxFactory: 'write' });
  const module = { exports: {} };
  new Function('module', 'require', 'write', code)(module, () => {}, (tag, props) => ({ tag, props }));
  return module.exports.Calculator();
}

for (const seed of [1, 2, 3, 4, 5]) {
  test(`what is chosen at random (${seed}) is what a stranger’s page gets`, async () => {
    await page.openIn(LANGUAGES[seed % 2]);
    const chosen = await page.chooseAtRandom(numbers(seed * 7919));
    const state = JSON.stringify(chosen);
    const texts = {};
    for (const kind of KINDS) {
      await page.place(kind);
      texts[kind] = await taken();
    }
    await page.assertQuiet(state);

    await openHost(texts.html);
    const found = await page.read();
    assertIs(found, chosen, state);
    await page.assertQuiet(`${state}: HTML`);

    await openHost({ ...texts.wordpress, style: '' });
    assert.deepEqual(await page.read(), found, `${state}: WordPress`);
    await page.assertQuiet(`${state}: WordPress`);

    const react = toldToReact(texts.react.page);
    assert.deepEqual([react.tag, { ...react.props }], ['clausewise-quote', found.attributes], `${state}: React`);
    assert.equal(texts.react.style, texts.html.style);
    const vue = await page.driver.executeScript(`const page = new DOMParser().parseFromString(arguments[0], 'text/html');
      return Object.fromEntries([...page.querySelector('template').content.querySelector('clausewise-quote').attributes].map(({ name, value }) => [name, value]))`, texts.vue.page);
    assert.deepEqual(vue, found.attributes, `${state}: Vue`);
    assert.equal(texts.vue.style, texts.html.style);

    await openHost(texts.iframe);
    const frame = await page.find('iframe');
    await eventually(async () => assert.notEqual(await frame.getAttribute('style'), '', 'its height is followed'));
    await page.driver.switchTo().frame(frame);
    // A frame is light, unless it is told otherwise.
    assertIs({ ...await page.read(), scheme: SCHEMES[chosen.scheme] }, chosen, `${state}: iframe`);
    assert.equal((await page.read()).scheme, chosen.scheme ? SCHEMES[chosen.scheme] : 'light');
    await page.driver.switchTo().defaultContent();
    await page.assertQuiet(`${state}: iframe`);
  });
}

test('in a sandbox too, with the headers that are shown', { skip: engine.runsFromNowhere === false && 'nothing runs there' }, async () => {
  await page.openIn();
  await page.choose({ calculator: 'flex', speak: 'zh-Hant', currency: 'EUR' });
  await page.place('iframe');
  await (await page.find('#sandbox')).click();
  await openHost(await taken());
  await page.driver.switchTo().frame(await page.find('iframe'));
  const { calculator, currency, lang } = await page.read();
  assert.deepEqual([calculator, currency, lang], ['flex', 'EUR', TAG['zh-Hant']]);
  assert.equal(await page.driver.executeScript('return origin'), 'null');
  await page.driver.switchTo().defaultContent();
  await engine.complaints(page.driver);
});

test('from another site, with its address in code and policy', async () => {
  const files = await serveHost({ fileHeaders: { 'Access-Control-Allow-Origin': '*' } });
  try {
    await page.openIn();
    await page.choose({ calculator: 'tax', speak: 'en', base: `${files.url}/clausewise` });
    for (const kind of ['html', 'iframe']) {
      await page.place(kind);
      const texts = await taken();
      if (kind === 'iframe') files.fileHeaders = { 'Content-Security-Policy': texts.server.split(': ')[1].replace('https://www.example.com', host.url) };
      await openHost({ ...texts, server: '' });
      if (kind === 'iframe') await page.driver.switchTo().frame(await page.find('iframe'));
      assert.equal((await page.read()).calculator, 'tax', kind);
      await page.driver.switchTo().defaultContent();
      await page.assertQuiet(kind);
      await page.openIn();
      await page.choose({ calculator: 'tax', speak: 'en', base: `${files.url}/clausewise` });
    }
  } finally {
    files.stop();
  }
});
