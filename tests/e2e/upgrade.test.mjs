// A host overwrites the package with the next build of it, behind caches that keep every file for a year: no answer ever comes
// of files of two builds, and a reload finds one of them whole.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startBrowser, turn } from './browser.mjs';
import { eventually, words } from './site.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const first = join(root, 'pkg');
const second = mkdtempSync(join(tmpdir(), 'clausewise-second-'));
const MARK = 'feedfacecafe';

const KINDS = { '.js': 'text/javascript; charset=utf-8', '.json': 'application/json', '.wasm': 'application/wasm', '.html': 'text/html; charset=utf-8' };
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A host</title><link rel="icon" href="data:,">
<script type="module" src="/clausewise/element.js"></script><clausewise-quote calculator="cancellation" currency="USD" as-of="2025-07-18"></clausewise-quote>
<script>window.heard = []; document.querySelector('clausewise-quote').addEventListener('clausewise-error', ({ detail }) => heard.push(detail.reason))</script>`;
const REQUEST = { calculator: 'cancellation', as_of: '2025-07-18', currency: 'USD', input: { lines: [{ fee: '1000.00', starts_on: '2025-07-31' }] } };

/** What the next build would make: its scripts and words by the tools themselves, and every core with its mark. */
function buildSecond() {
  cpSync(first, second, { recursive: true });
  const cores = [['.', 'clausewise'], ...readdirSync(join(first, 'only')).filter((name) => name.endsWith('.js')).map((name) => ['only', name.slice(0, -3)])];
  for (const [folder, name] of cores) {
    const script = join(second, folder, `${name}.js`);
    const wasm = join(second, folder, `${name}_bg.wasm`);
    const bytes = readFileSync(wasm);
    const own = bytes.subarray(-MARK.length).toString();
    assert.match(own, /^[0-9a-f]{12}$/);
    bytes.write(MARK, bytes.length - MARK.length);
    writeFileSync(wasm, bytes);
    const text = readFileSync(script, 'utf8');
    assert.ok(text.includes(own), `${name} does not name its build`);
    writeFileSync(script, text.replaceAll(own, MARK));
  }
  for (const tool of ['bundle', 'words', 'rules']) execFileSync('node', [`tools/${tool}.mjs`, second, MARK], { cwd: root });
}

let folder = first;
/** Files that the host has asked browsers to keep no longer than a visit. */
let fresh = [];
let url;
let driver;
const server = createServer(({ url: asked }, response) => {
  const path = new URL(asked, 'http://here').pathname;
  if (path === '/') return response.writeHead(200, { 'content-type': KINDS['.html'], 'cache-control': 'no-store' }).end(PAGE);
  const file = path.slice('/clausewise/'.length);
  const kept = fresh.includes(file) ? 'no-cache' : 'public, max-age=31536000, immutable';
  try {
    const body = readFileSync(join(folder, file));
    return response.writeHead(200, { 'content-type': KINDS[extname(file)], 'cache-control': kept }).end(body);
  } catch {
    return response.writeHead(404).end();
  }
});

before(async () => {
  buildSecond();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${server.address().port}/`;
});
beforeEach(async () => {
  // A browser of its own, so that each begins with nothing kept.
  await driver?.quit();
  driver = await startBrowser();
  fresh = [];
});
after(async () => {
  await driver?.quit();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(second, { recursive: true });
});

const ASK = `window.isAsked = true;
  customElements.whenDefined('clausewise-quote').then(() => { document.querySelector('clausewise-quote').request = arguments[0]; });`;

async function open() {
  await driver.get(url);
  await driver.executeScript(ASK, REQUEST);
}

const stands = () => driver.executeScript(`const element = document.querySelector('clausewise-quote');
  return { refund: element.answer?.figures.refund, heard,
    follows: ['.dates', '.notes', 'svg'].map((part) => !!element.shadowRoot?.querySelector(part)),
    shown: element.shadowRoot?.textContent ?? '', reload: !!element.shadowRoot?.querySelector('[data-act=reload]') }`);

/** Until the answer stands with all that follows it: what a page still fetches when its host renews the package is of the next build. */
const answers = () => eventually(async () => {
  const { refund, follows } = await stands();
  assert.deepEqual([refund, follows], ['500.00', [true, true, true]]);
});

/** Until it is said that files of two builds are there, without a figure. */
const refuses = () => eventually(async () => {
  const { refund, heard, shown, reload } = await stands();
  assert.equal(refund, null, 'an answer of two builds');
  assert.deepEqual([heard.includes('mixed-versions'), shown.includes(words.en.ui.failed_mixed), reload], [true, true, true], `${heard}: ${shown.slice(0, 200)}`);
});

/** The build of every file that the page runs. */
const builds = () => driver.executeAsyncScript(`const done = arguments[0];
  Promise.all(['element.js', 'words/en/shared.js', 'words/en/cancellation.js', 'only/cancellation.js'].map((file) => import('/clausewise/' + file)))
    .then(([element, ...others]) => done([Object.keys(element).find((name) => name.startsWith('built_')).slice(6), ...others.map(({ build }) => build)]));`);

test('nothing changes for a visitor who has everything, and what comes late is refused and renewed', async () => {
  folder = first;
  await open();
  await answers();
  folder = second;
  await open();
  // Safari keeps no WebAssembly, so that nobody has everything there: it is said, and renewed.
  if (turn === 2) {
    await refuses();
    await open();
    await answers();
    return;
  }
  await answers();
  // Only now another language is fetched, from the next build.
  await driver.executeScript("document.documentElement.lang = 'zh-Hant'");
  await eventually(async () => assert.ok((await stands()).heard.includes('mixed-versions')));
  await open();
  await answers();
  assert.deepEqual(new Set(await builds()), new Set([MARK]), 'a reload finds one build');
});

test('with the element’s script fresh and all else kept, a reload is all that is needed', async () => {
  folder = first;
  fresh = ['element.js'];
  await open();
  await answers();
  folder = second;
  await open();
  await refuses();
  await driver.executeScript("document.querySelector('clausewise-quote').shadowRoot.querySelector('[data-act=reload]').click()");
  await eventually(async () => assert.equal(await driver.executeScript('return window.isAsked'), null));
  await driver.executeScript(ASK, REQUEST);
  await answers();
  assert.deepEqual(new Set(await builds()), new Set([MARK]));
});

test('WebAssembly that a cache has kept is fetched again by itself', async () => {
  folder = first;
  fresh = readdirSync(first, { recursive: true }).filter((name) => name.endsWith('.js'));
  await open();
  await answers();
  folder = second;
  await open();
  await answers();
  assert.deepEqual((await stands()).heard, []);
});
