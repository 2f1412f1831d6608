// A browser to test in. Everything that one engine does in its own way stands here; the tests know none of it.
// CLAUSEWISE_BROWSER names the engine.

import { existsSync } from 'node:fs';
import { env } from 'node:process';
import { Builder, logging } from 'selenium-webdriver';
import { Options, ServiceBuilder } from 'selenium-webdriver/chrome.js';

const where = (...places) => places.find((place) => existsSync(place));

const devTools = (driver, command, options) => driver.sendAndGetDevToolsCommand(command, options);

const CHROMIUM = {
  async start({ wasm = true, scripts = true }) {
    const options = new Options();
    const binary = where('/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome');
    if (binary) options.setChromeBinaryPath(binary);
    options.addArguments('--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage');
    options.addArguments('--disable-background-networking', '--lang=en-US');
    if (!scripts) options.setUserPreferences({ 'profile.managed_default_content_settings.javascript': 2 });
    const logs = new logging.Preferences();
    logs.setLevel(logging.Type.BROWSER, logging.Level.ALL);
    options.setLoggingPrefs(logs);
    const service = new ServiceBuilder(where('/usr/bin/chromedriver'));
    const driver = await new Builder().forBrowser('chrome').setChromeOptions(options).setChromeService(service).build();
    if (!wasm) await devTools(driver, 'Page.addScriptToEvaluateOnNewDocument', { source: 'delete globalThis.WebAssembly' });
    return driver;
  },

  /** Colours as the visitor prefers them; nothing moves, so that nothing is met on its way. */
  prefersDark: (driver, dark) => devTools(driver, 'Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ],
  }),

  /** From now on no file with such an ending arrives. */
  async withhold(driver, ending) {
    await devTools(driver, 'Network.enable', {});
    await devTools(driver, 'Network.setBlockedURLs', { urls: [`*${ending}`] });
  },

  /** Everything arrives again. */
  release: (driver) => devTools(driver, 'Network.setBlockedURLs', { urls: [] }),

  resize: (driver, width, height) => devTools(driver, 'Emulation.setDeviceMetricsOverride', {
    width, height, deviceScaleFactor: 1, mobile: width < 600,
  }),

  /** What the page complained of since the last time, breaches of its policy included. */
  async complaints(driver) {
    const entries = await driver.manage().logs().get(logging.Type.BROWSER);
    return entries.filter(({ level }) => level.value >= logging.Level.WARNING.value).map(({ message }) => message);
  },

  /** What to press so that a date control of an English browser holds a day. */
  dateKeys(day) {
    const [year, month, date] = day.split('-');
    return `${month}${date}${year}`;
  },
};

const ENGINES = { chromium: CHROMIUM };

export const engine = ENGINES[env.CLAUSEWISE_BROWSER ?? 'chromium'];
if (!engine) throw new Error(`CLAUSEWISE_BROWSER is none of ${Object.keys(ENGINES)}`);

/**
 * A browser on a desk, in light colours, unless told otherwise. `wasm` and `scripts` are false for one that runs
 * none; `width` and `height` are in CSS pixels.
 */
export async function startBrowser({ dark = false, width = 1280, height = 900, ...options } = {}) {
  const driver = await engine.start(options);
  await driver.manage().setTimeouts({ script: 60_000, pageLoad: 60_000 });
  await engine.resize(driver, width, height);
  await engine.prefersDark(driver, dark);
  return driver;
}
