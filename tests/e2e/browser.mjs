// A browser to test in. Everything that one engine does in its own way stands here; the tests know none of it.
// CLAUSEWISE_BROWSER names the engine.

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import { fileURLToPath } from 'node:url';
import { Builder, error, logging } from 'selenium-webdriver';
import * as chrome from 'selenium-webdriver/chrome.js';
import * as firefox from 'selenium-webdriver/firefox.js';
import { Name } from 'selenium-webdriver/lib/command.js';
import { DriverService } from 'selenium-webdriver/remote/index.js';

const where = (...places) => places.find((place) => existsSync(place));

/** What belongs to a browser besides its driver: what was heard of it, and how to speak to it aside. */
const aside = new WeakMap();

/** What a page complained of since the last time, where it is written down as it comes. */
const heard = (driver) => aside.get(driver).complaints.splice(0);

/**
 * In Firefox and WebKit a page that is being left hears that what it was still loading is cut short, and complains. This
 * alone is passed over, and only from when the next page is asked for until it is there.
 */
const CUT_SHORT =
  /error loading dynamically imported module|NetworkError when attempting|operation was aborted|Importing a module script failed|Load failed|^<script [^>]*src=/;

const devTools = (driver, command, options) => driver.sendAndGetDevToolsCommand(command, options);

const CHROMIUM = {
  async start({ wasm, scripts, dark }) {
    const options = new chrome.Options();
    const binary = where('/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome');
    if (binary) options.setChromeBinaryPath(binary);
    options.addArguments('--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage');
    options.addArguments('--disable-background-networking', '--lang=en-US');
    if (!scripts) options.setUserPreferences({ 'profile.managed_default_content_settings.javascript': 2 });
    const logs = new logging.Preferences();
    logs.setLevel(logging.Type.BROWSER, logging.Level.ALL);
    options.setLoggingPrefs(logs);
    const service = new chrome.ServiceBuilder(where('/usr/bin/chromedriver'));
    const driver = await new Builder().forBrowser('chrome').setChromeOptions(options).setChromeService(service).build();
    if (!wasm) await devTools(driver, 'Page.addScriptToEvaluateOnNewDocument', { source: 'delete globalThis.WebAssembly' });
    await devTools(driver, 'Emulation.setEmulatedMedia', {
      features: [
        { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ],
    });
    return driver;
  },

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

  /** What a printer is handed, on a paper of so many inches; the sheet's own margins hold. */
  async pdf(driver, [paperWidth, paperHeight]) {
    const { data } = await devTools(driver, 'Page.printToPDF', { preferCSSPageSize: true, paperWidth, paperHeight });
    return Buffer.from(data, 'base64');
  },

  /** Whether a sheet of styles numbers the pages. */
  numbersPages: true,

  /** What an input method does: it composes in whatever has the focus, confirms with Enter, and the text is there. */
  async compose(driver, text) {
    await devTools(driver, 'Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    const key = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 };
    await devTools(driver, 'Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
    await devTools(driver, 'Input.insertText', { text });
    await devTools(driver, 'Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  },

  /** Whether the page can be asked if a picker of the browser's is open. */
  opensPickers: true,
};

/** What Firefox is asked and tells beside the classic protocol. */
async function bidi(driver, method, params = {}) {
  const { type, message, result } = await aside.get(driver).bidi.send({ method, params });
  if (type === 'error') throw new Error(`${method}: ${message}`);
  return result;
}

/** In centimetres. */
const INCH = 2.54;

const LEAVING_ENDS = ['browsingContext.navigationCommitted', 'browsingContext.navigationFailed'];

/** What Firefox says, from 153 on, of every custom element in a form that names a control within as the place of its fault; it goes there all the same. */
const OF_ANY_ANCHOR = /^The invalid form control with name=.+ is not focusable\.$/;

const FIREFOX = {
  async start({ wasm, scripts, dark }) {
    const options = new firefox.Options().addArguments('-headless').enableBidi();
    const binary = where('/usr/bin/firefox-esr', '/usr/bin/firefox');
    if (binary) options.setBinary(binary);
    const preferences = {
      'intl.locale.requested': 'en-US',
      'intl.accept_languages': 'en-US',
      'ui.systemUsesDarkTheme': dark ? 1 : 0,
      'ui.prefersReducedMotion': 1,
      'javascript.enabled': scripts,
      'javascript.options.wasm': wasm,
    };
    for (const [name, value] of Object.entries(preferences)) options.setPreference(name, value);
    const service = new firefox.ServiceBuilder(where(fileURLToPath(new URL('../../target/tools/bin/geckodriver', import.meta.url))));
    const driver = await new Builder().forBrowser('firefox').setFirefoxOptions(options).setFirefoxService(service).build();

    const [channel, complaints] = [await driver.getBidi(), []];
    aside.set(driver, { bidi: channel, complaints });
    let isLeft = false;
    channel.on('browsingContext.navigationStarted', () => { isLeft = true; });
    for (const end of LEAVING_ENDS) channel.on(end, () => { isLeft = false; });
    channel.on('log.entryAdded', ({ level, text }) => {
      if ((level === 'warn' || level === 'error') && !(isLeft && CUT_SHORT.test(text)) && !OF_ANY_ANCHOR.test(text)) complaints.push(text);
    });
    channel.on('network.responseCompleted', ({ response: { status, url } }) => {
      if (status >= 400) complaints.push(`${status} ${url}`);
    });
    const events = ['log.entryAdded', 'network.responseCompleted', 'browsingContext.navigationStarted', ...LEAVING_ENDS];
    await bidi(driver, 'session.subscribe', { events });
    return driver;
  },

  async withhold(driver, ending) {
    const own = aside.get(driver);
    own.judge = ({ isBlocked, request: { request, url } }) => {
      if (isBlocked) bidi(driver, url.endsWith(ending) ? 'network.failRequest' : 'network.continueRequest', { request }).catch(() => {});
    };
    own.bidi.on('network.beforeRequestSent', own.judge);
    await bidi(driver, 'session.subscribe', { events: ['network.beforeRequestSent'] });
    own.intercept = (await bidi(driver, 'network.addIntercept', { phases: ['beforeRequestSent'] })).intercept;
  },

  async release(driver) {
    const { bidi: channel, judge, intercept } = aside.get(driver);
    await bidi(driver, 'network.removeIntercept', { intercept });
    await bidi(driver, 'session.unsubscribe', { events: ['network.beforeRequestSent'] });
    channel.off('network.beforeRequestSent', judge);
  },

  pdf: async (driver, [width, height]) =>
    Buffer.from(await driver.printPage({ width: width * INCH, height: height * INCH }), 'base64'),

  resize: async (driver, width, height) =>
    bidi(driver, 'browsingContext.setViewport', { context: await driver.getWindowHandle(), viewport: { width, height } }),

  async complaints(driver) {
    // What was said before this question is answered has arrived by then.
    await bidi(driver, 'session.status');
    return heard(driver);
  },
};

/**
 * WebKit has no way to be asked what a page complains of. So each page is given a script that says so. A frame that is from nowhere
 * may not send it: that is no complaint of its own, and goes unheard.
 */
const complaining = (page) => `{
  const say = (...said) => {
    const post = new XMLHttpRequest();
    post.open('POST', '/complaints?${page}', false);
    try {
      post.send(said.join(' '));
    } catch (reason) {
      if (origin !== 'null') throw reason;
    }
  };
  for (const level of ['warn', 'error']) {
    const spoken = console[level];
    console[level] = (...said) => { spoken.apply(console, said); say(...said); };
  }
  addEventListener('error', ({ message, target }) => say(message ?? target.outerHTML), true);
  addEventListener('unhandledrejection', ({ reason }) => say(reason));
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    if (!/\\/complaints(?:\\?|$)/.test(blockedURI)) say(violatedDirective, blockedURI);
  });
  document.currentScript.remove();
}`;

/** Stands between WebKit and the site: hands out that script, hears what it says, and withholds what is to be withheld. */
async function goBetween() {
  const between = { complaints: [], withheld: [] };
  // From when another page is asked for until it runs; and what an earlier one says after that, or a frame that has given way to another.
  let isLeft = false;
  let pages = 0;
  const server = createServer((asked, answer) => {
    const { pathname, search } = new URL(asked.url);
    if (asked.headers.accept?.startsWith('text/html')) isLeft = true;
    if (pathname === '/complaining.js') {
      isLeft = false;
      answer.setHeader('Content-Type', 'text/javascript').setHeader('Cache-Control', 'no-store').end(complaining(++pages));
    } else if (pathname === '/complaints') {
      asked.setEncoding('utf8').on('data', (said) => {
        const isOfLast = Number(search.slice(1)) === pages;
        if (!((isLeft || !isOfLast) && CUT_SHORT.test(said))) between.complaints.push(said);
      }).on('end', () => answer.end());
    } else if (between.withheld.some((ending) => pathname.endsWith(ending))) asked.socket.destroy();
    else {
      const onward = request(asked.url, { method: asked.method, headers: asked.headers }, (response) => {
        const { statusCode: status, headers } = response;
        if (status >= 400) between.complaints.push(`${status} ${pathname}`);
        if (!headers['content-type']?.startsWith('text/html')) {
          answer.writeHead(status, headers);
          response.pipe(answer);
          return;
        }
        const { 'content-length': length, 'transfer-encoding': encoding, ...others } = headers;
        answer.writeHead(status, others);
        let page = '';
        response.setEncoding('utf8').on('data', (part) => { page += part; });
        response.on('end', () => answer.end(page.replace('<head>', '<head><script src="/complaining.js"></script>')));
      });
      onward.on('error', () => answer.destroy());
      asked.pipe(onward);
    }
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return Object.assign(between, {
    address: `127.0.0.1:${server.address().port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  });
}

/** WebKit draws on a screen; this one nobody sees. Each browser has its own, and with it its own clipboard. */
async function unseenScreen() {
  const screen = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const close = () => screen.kill();
  process.once('exit', close);
  const display = await new Promise((resolve, reject) => {
    screen.once('error', reject).once('exit', () => reject(new Error('Xvfb ended')));
    screen.stdout.once('data', (number) => resolve(`:${String(number).trim()}`));
  });
  return { display, close };
}

/** The bar above the page, drawn so small that the window may be as narrow as a phone. */
const BAR = 'toolbar, toolbar *, headerbar, headerbar *, entry, button { min-width: 0; min-height: 0; margin: 0; border-width: 0; padding: 0; font-size: 1px; -gtk-icon-transform: scale(0.1); }';

/** Brings an element to the middle of the window; says what covers it, or that it opens a list of the browser's own. */
const TO_THE_MIDDLE = `
  const [element] = arguments;
  const shown = element.closest('select') ?? element;
  shown.scrollIntoView({ block: 'center' });
  const [{ left, top, width, height } = {}] = shown.getClientRects();
  const found = shown.getRootNode().elementFromPoint(left + width / 2, top + height / 2);
  return { option: shown !== element, covered: shown.contains(found) ? '' : found?.outerHTML ?? 'nothing' };
`;

/**
 * A click as a visitor clicks. Every text field in a shadow tree is covered in the eyes of WebKit's own driver, whose
 * elementsFromPoint() names the host first, and it does not always scroll far enough.
 */
async function click(driver, element, itsOwnClick) {
  const { option, covered } = await driver.executeScript(TO_THE_MIDDLE, element);
  if (covered) throw new error.ElementClickInterceptedError(`covered by ${covered}`);
  if (option) return itsOwnClick();
  return driver.actions().move({ origin: element, duration: 0 }).click().perform();
}

/** A frame of another site gives no field the focus before a visitor has clicked into it; so it is clicked then, and typed into once more. */
async function typeInto(driver, command, execute) {
  const given = { ...command.getParameters() };
  try {
    return await execute(command);
  } catch (reason) {
    if (!(reason instanceof error.ElementNotInteractableError)) throw reason;
    await click(driver, given.id, () => undefined);
    return execute(command.setParameters(given));
  }
}

/** No window of it is narrower. */
const NARROWEST = 290;

const WEBKIT = {
  /**
   * In a frame that is from nowhere, `script-src 'self'` in a meta is nobody to it: a page with that and one script, in a frame with
   * `sandbox="allow-scripts"`, does not run it, where the other two do. What is told there needs no script.
   */
  runsFromNowhere: false,

  /** Why nothing can be printed in it. */
  cannotPrint: 'its driver has no command for it',
  async start({ wasm, scripts, dark }) {
    const settings = mkdtempSync(join(tmpdir(), 'clausewise-webkit-'));
    mkdirSync(join(settings, 'gtk-3.0'));
    writeFileSync(join(settings, 'gtk-3.0/settings.ini'), '[Settings]\ngtk-enable-animations=0\n');
    writeFileSync(join(settings, 'gtk-3.0/gtk.css'), BAR);
    const [screen, between] = [await unseenScreen(), await goBetween()];
    const service = new DriverService.Builder(where('/usr/bin/WebKitWebDriver') ?? 'WebKitWebDriver').setLoopback(true).setEnvironment({
      ...env,
      DISPLAY: screen.display,
      GDK_BACKEND: 'x11',
      XDG_CONFIG_HOME: settings,
      DBUS_SESSION_BUS_ADDRESS: 'disabled:',
      NO_AT_BRIDGE: '1',
      LANGUAGE: 'en',
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      ...(wasm ? {} : { JSC_useWasm: '0' }),
    }).build();
    const stop = async () => {
      await service.kill();
      screen.close();
      between.close();
      rmSync(settings, { recursive: true, force: true });
    };
    try {
      const driver = await new Builder().usingServer(await service.start()).withCapabilities({
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': {
          binary: where(
            '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
            '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
            '/usr/libexec/webkit2gtk-4.1/MiniBrowser',
          ),
          args: ['--automation', `--proxy=http://${between.address}`, `--enable-javascript=${scripts}`, ...(dark ? ['--dark-mode'] : [])],
        },
      }).build();
      aside.set(driver, between);
      const quit = driver.quit.bind(driver);
      driver.quit = () => quit().finally(stop);
      const execute = driver.execute.bind(driver);
      driver.execute = (command) => {
        // A tab lies behind the first one and stays there: with one button on a page, its driver waits for ever to press that.
        if (command.getName() === Name.SWITCH_TO_NEW_WINDOW) command.setParameter('type', 'window');
        const [name, id] = [command.getName(), command.getParameter('id')];
        if (name === Name.CLICK_ELEMENT) return click(driver, id, () => execute(command));
        if (name === Name.SEND_KEYS_TO_ELEMENT) return typeInto(driver, command, execute);
        return execute(command);
      };
      return driver;
    } catch (error) {
      await stop();
      throw error;
    }
  },

  withhold: async (driver, ending) => { aside.get(driver).withheld.push(ending); },

  release: async (driver) => { aside.get(driver).withheld.length = 0; },

  async resize(driver, wanted, height) {
    const own = aside.get(driver);
    const width = Math.max(wanted, NARROWEST);
    own.bar ??= await driver.executeScript('return outerHeight - innerHeight');
    await driver.manage().window().setRect({ x: 0, y: 0, width, height: height + own.bar });
    // The page hears of it a moment later.
    await driver.wait(() => driver.executeScript('return innerWidth === arguments[0] && innerHeight === arguments[1]', width, height), 5_000);
    // And what goes by its width is laid out anew when it has been drawn.
    await driver.executeAsyncScript('const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));');
  },

  complaints: async (driver) => heard(driver),
};

const ENGINES = { chromium: CHROMIUM, firefox: FIREFOX, webkit: WEBKIT };

const name = env.CLAUSEWISE_BROWSER ?? 'chromium';

export const engine = ENGINES[name];
if (!engine) throw new Error(`CLAUSEWISE_BROWSER is none of ${Object.keys(ENGINES)}`);

/** Which of the engines this is: 0 for the one in which everything is tried. */
export const turn = Object.keys(ENGINES).indexOf(name);

/**
 * A browser on a desk, in light colours, unless told otherwise; nothing moves, so that nothing is met on its way.
 * `wasm` and `scripts` are false for one that runs none; `width` and `height` are in CSS pixels.
 */
export async function startBrowser({ dark = false, width = 1280, height = 900, wasm = true, scripts = true } = {}) {
  const driver = await engine.start({ dark, wasm, scripts });
  await driver.manage().setTimeouts({ script: 60_000, pageLoad: 60_000 });
  await engine.resize(driver, width, height);
  if (scripts) {
    waitForWhatIsPressed(driver);
    leaveThePageBefore(driver);
  }
  return driver;
}

/** On a busy machine the page before may still stand there for a moment, as ready as ever: it is marked, and waited for to be gone. */
function leaveThePageBefore(driver) {
  const get = driver.get.bind(driver);
  const asked = (script, ...given) => driver.executeScript(script, ...given).catch(() => undefined);
  driver.get = async (url) => {
    const [address, fragment] = url.split('#');
    const isSame = fragment !== undefined && await asked("return location.href.split('#')[0] === arguments[0]", address);
    await asked('window.isLeft = true');
    await get(url);
    // Another fragment is no other page.
    if (!isSame) await driver.wait(async () => await asked('return window.isLeft !== true') === true, 20_000, `${url} does not come`);
  };
}

const PRESSES = new Set([Name.CLICK_ELEMENT, Name.ACTIONS]);

const NEXT_TASKS = 'const done = arguments[0]; setTimeout(() => setTimeout(done));';

/**
 * A calculator draws what a press changes once the press is over, in a task of its own. No visitor reads the page before that,
 * and no test may: what it then finds is what was there before the press, now and then.
 */
function waitForWhatIsPressed(driver) {
  const execute = driver.execute.bind(driver);
  driver.execute = async (command) => {
    const result = await execute(command);
    // A press may lead to another page, whose scripts nobody waits for.
    if (PRESSES.has(command.getName())) await driver.executeAsyncScript(NEXT_TASKS).catch(() => undefined);
    return result;
  };
}
