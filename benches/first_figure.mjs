// How long somebody waits for the first figure of a cancellation, from asking for the page until it is on the screen: with the
// element, and with publicodes, React and publicodes' components for explanations. Chromium opens the pages in turn.

import { argv } from 'node:process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Builder } from 'selenium-webdriver';
import * as chrome from 'selenium-webdriver/chrome.js';
import { FIGURE, PAGES, servePages } from './first_figure/pages.mjs';
import { printTable } from './stopwatch.mjs';

const ROUNDS = 15;
const where = (...places) => places.find((place) => existsSync(place));

/** As the developer tools of Chromium have them: bytes a second, and milliseconds to a first byte. */
const CONDITIONS = [
  ['no throttle', { cpu: 1 }],
  ['4G, processor ÷ 4', { cpu: 4, line: { throughput: (9 * 2 ** 20 * 0.9) / 8, latency: 165 } }],
  ['slow 4G, processor ÷ 4', { cpu: 4, line: { throughput: (1.6 * 2 ** 20 * 0.9) / 8, latency: 562.5 } }],
];

/** Looks before each frame whether the figure is there; the frame after that one has it on the screen. */
const WATCH = `{
  const places = () => [document.querySelector('clausewise-quote')?.shadowRoot, document];
  const isThere = () => places().some((place) => place?.querySelector('[data-figure]')?.textContent.includes('${FIGURE}'));
  const look = () => requestAnimationFrame(isThere() ? () => { globalThis.firstFigure = performance.now(); } : look);
  look();
}`;

async function start() {
  const options = new chrome.Options();
  const binary = where('/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome');
  if (binary) options.setChromeBinaryPath(binary);
  options.addArguments('--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking', '--lang=en-US',
    // An internal page of Chromium's own would load in each new window, and be counted as ours.
    '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,PreloadTopChromeWebUI');
  const driver = await new Builder().forBrowser('chrome').setChromeOptions(options).setChromeService(new chrome.ServiceBuilder(where('/usr/bin/chromedriver'))).build();
  const tell = (command, parameters = {}) => driver.sendAndGetDevToolsCommand(command, parameters);
  await tell('Network.enable');
  await tell('Emulation.setDeviceMetricsOverride', { width: 412, height: 823, deviceScaleFactor: 1, mobile: true });
  await tell('Page.addScriptToEvaluateOnNewDocument', { source: WATCH });
  return { driver, tell };
}

async function opened({ driver, tell }, { cpu, line }, address) {
  await tell('Network.clearBrowserCache');
  await tell('Emulation.setCPUThrottlingRate', { rate: cpu });
  await tell('Network.emulateNetworkConditions', line
    ? { offline: false, latency: line.latency, downloadThroughput: line.throughput, uploadThroughput: line.throughput }
    : { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
  await driver.get(address);
  const waited = await driver.executeAsyncScript(`
    const done = arguments[0];
    const end = performance.now() + 60_000;
    const look = () => (globalThis.firstFigure ? done(globalThis.firstFigure) : performance.now() > end ? done(null) : setTimeout(look, 20));
    look();`);
  await driver.get('about:blank');
  if (waited === null) throw new Error(`${address} shows no figure`);
  return waited;
}

const sorted = (times) => times.toSorted((a, b) => a - b);
const at = (times, share) => sorted(times)[Math.floor((times.length - 1) * share)];

export async function measure(rounds = ROUNDS) {
  const pages = await servePages();
  const browser = await start();
  await browser.driver.manage().setTimeouts({ script: 70_000, pageLoad: 70_000 });
  try {
    const rows = [];
    for (const [name, condition] of CONDITIONS) {
      const times = Object.fromEntries(Object.keys(PAGES).map((page) => [page, []]));
      // The first of each warms what is not the page's: connections, fonts, the disk.
      for (let round = 0; round <= rounds; round++) {
        for (const page of Object.keys(PAGES)) {
          const waited = await opened(browser, condition, pages.addressOf(page, `${name.length}-${round}-${page}-${Date.now()}`));
          if (round) times[page].push(waited);
        }
      }
      for (const [page, own] of Object.entries(times)) {
        const middle = at(own, 0.5);
        rows.push([`${name}: ${page}`, `${Math.round(middle)} ms`, (at(times.peer, 0.5) / middle).toFixed(2), `${Math.round(at(own, 0.25))}–${Math.round(at(own, 0.75))} ms`]);
      }
    }
    printTable('From asking for the page to its first figure', ['', 'median', 'the peer’s ÷ this', 'half of them'], rows);
  } finally {
    await browser.driver.quit();
    await pages.close();
  }
}

if (argv[1] === fileURLToPath(import.meta.url)) await measure(argv[2] ? Number(argv[2]) : ROUNDS);
