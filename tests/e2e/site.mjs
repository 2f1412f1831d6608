// The pages, served the way `cargo xtask serve` serves them, and a browser that looks at them.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { env } from 'node:process';
import { createInterface } from 'node:readline';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { LOCALES, wordsOf } from '../../tools/languages.mjs';
import { withNumbers } from '../../tools/numbers.mjs';
import { engine, startBrowser } from './browser.mjs';

const root = new URL('../../', import.meta.url);

export const PAGES = readdirSync(new URL('www/', root)).filter((name) => name.endsWith('.html')).sort();
/** The languages that a page's own texts stand in. */
export const LANGUAGES = ['zh-Hant', 'en'];

/** The tag that a page's `<html lang>` has for a language. */
export const TAG = Object.fromEntries(Object.entries(LOCALES).map(([lang, { tag }]) => [lang, tag]));

const files = LANGUAGES.map((lang) => [lang, withNumbers(wordsOf(lang))]);
export const words = Object.fromEntries(files);

/** Starts the server on a free port; resolves to its URL and a way to stop it. */
export async function serve() {
  const [program, ...first] = env.CLAUSEWISE_XTASK ? [env.CLAUSEWISE_XTASK] : ['cargo', 'xtask'];
  const server = spawn(program, [...first, 'serve', '--port', '0', '--as-is'], {
    cwd: fileURLToPath(root),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = () => new Promise((resolve) => {
    server.once('exit', resolve);
    server.kill();
  });
  for await (const line of createInterface(server.stdout)) {
    const url = /http:\/\/\S+/.exec(line)?.[0];
    if (url) return { url, stop };
  }
  throw new Error('the server ended without saying where it serves');
}

/** A site and a browser for the tests of a file; `site.driver` and `site.url` are there while they run. */
export function useSite(options) {
  const site = {};

  before(async () => {
    const { url, stop } = await serve();
    Object.assign(site, { url, stop });
    site.driver = await startBrowser(options);
  });

  after(async () => {
    await site.driver?.quit();
    await site.stop?.();
  });

  /** Opens a page in a language, as somebody who has entered nothing yet, and waits until its calculators are ready. */
  site.open = async (page, lang = 'en', ready = true) => {
    await site.driver.executeScript(FORGET);
    await site.driver.get(`${site.url}${page}?lang=${TAG[lang]}`);
    if (ready) await site.driver.wait(() => site.driver.executeScript(READY), 20_000, `${page}: a calculator is not ready`);
  };

  return attended(site);
}

/** What can be told of the page that a site's browser shows. */
export function attended(site) {
  /** The addresses of all that the page has loaded, as often as it did. */
  site.loaded = () => site.driver.executeScript("return performance.getEntriesByType('resource').map(({ name }) => name)");

  /** Nothing went wrong that only the console would tell. */
  site.assertQuiet = async (place) => assert.deepEqual(await engine.complaints(site.driver), [], place);

  return site;
}

/** What was entered in this tab is kept by the page until it goes: this comes after. */
const FORGET = "addEventListener('pagehide', () => { if (location.protocol.startsWith('http')) sessionStorage.clear(); });";

const READY = `const drawn = (name, part) => [...document.querySelectorAll(name)].every((each) => each.shadowRoot?.querySelector(part));
  return drawn('clausewise-quote', 'form') && drawn('clausewise-terms', '.root') && drawn('clausewise-kept', '.quotes, .trouble') && drawn('clausewise-search', 'input')`;

/** Waits until a check no longer throws; the last complaint tells what is missing. */
export async function eventually(check, patience = 10_000) {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
