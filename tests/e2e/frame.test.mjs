// The frame on somebody else's site, from another origin: without a script of ours, with the one that follows the height,
// and in a sandbox. Nothing but the height ever leaves it, and what the sandbox forbids is said.

import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { By } from 'selenium-webdriver';
import { engine, startBrowser, turn } from './browser.mjs';
import { Calculator } from './calculator.mjs';
import { serveHost } from './host.mjs';
import { REQUESTS, typeRequest } from './requests.mjs';
import { TAG, eventually, words } from './site.mjs';

let driver;
let files;
let host;
before(async () => {
  [driver, files, host] = await Promise.all([startBrowser(), serveHost(), serveHost()]);
});
after(async () => {
  await driver?.quit();
  files?.stop();
  host?.stop();
});
afterEach(async () => {
  await driver.switchTo().defaultContent();
  files.fileHeaders = {};
  assert.deepEqual(await engine.complaints(driver), []);
});

const READABLE = { 'Access-Control-Allow-Origin': '*' };
const FIXED = 600;

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const addressOf = (parameters) => `${files.url}/clausewise/frame.html?${new URLSearchParams(parameters)}`;
const iframe = (src, attributes = 'data-clausewise') =>
  `<iframe title="Calculator" src="${escaped(src)}" width="100%" height="${FIXED}" frameborder="0" ${attributes}></iframe>`;
const script = () => `<script src="${files.url}/clausewise/frame.js" defer></script>`;

/** Opens a page of the host that holds some HTML, and allows frames and scripts of the other site alone. */
async function open(html) {
  // Browsers ask for a picture of the site on their own account.
  const policy = `default-src 'none'; img-src 'self'; frame-src ${files.url} ${host.url} blob:; script-src ${files.url}`;
  host.pageHeaders = { 'Content-Security-Policy': policy };
  host.pages['/'] = `<!doctype html><html lang="en"><head><title>Host</title></head><body>${html}</body></html>`;
  await driver.get(`${host.url}/`);
}

/** Opens one frame, and goes into it. */
async function openFrame(parameters, { attributes, before: first = '', after: last = '' } = {}) {
  await open(first + iframe(addressOf(parameters), attributes) + last);
  await enter();
}

async function enter() {
  await driver.switchTo().defaultContent();
  await driver.switchTo().frame(await driver.findElement(By.css('iframe')));
}

/** The calculator in the frame, once it is ready. */
const calculatorIn = () => eventually(async () => {
  const calculator = await Calculator.on(driver);
  await calculator.one('form');
  return calculator;
});

const outside = async (run) => {
  await driver.switchTo().defaultContent();
  const found = await run();
  await enter();
  return found;
};

const heightOf = () => outside(() => driver.executeScript("return document.querySelector('iframe').clientHeight"));
const contentOf = () => driver.executeScript('return Math.ceil(document.body.getBoundingClientRect().height)');
const said = () => driver.executeScript("return document.getElementById('said').textContent");

/** A sentence without the marks of its link and its address. */
const sentence = (lang, key, address = '') => words[lang].frame[key].replaceAll(/[[\]]/g, '').replace('{address}', address);

const assertFollowed = () => eventually(async () => assert.equal(await heightOf(), await contentOf()));

test('a calculator stands on a page that allows no script of ours, as its address says', async () => {
  await openFrame({ calculator: 'cancellation', lang: 'zh-Hant', currency: 'USD', 'as-of': '2025-07-18', accent: '0f6b57', surface: '#fffdf8', scheme: 'dark' });
  const calculator = await calculatorIn();
  const { currency, as_of: asOf } = await calculator.request();
  assert.deepEqual({ currency, asOf }, { currency: 'USD', asOf: '2025-07-18' });
  assert.equal(await driver.executeScript('return document.documentElement.lang'), TAG['zh-Hant']);
  assert.equal(await calculator.button('clear').getText(), words['zh-Hant'].ui.clear);
  const { title } = words['zh-Hant'].calculators.cancellation;
  assert.deepEqual(await driver.executeScript("return [document.title, document.querySelector('h1').textContent]"), [`${title} | Clausewise`, title]);
  const style = await driver.executeScript(`const style = getComputedStyle(document.querySelector('clausewise-quote'));
    return [style.getPropertyValue('--clausewise-accent'), style.getPropertyValue('--clausewise-surface'), style.colorScheme]`);
  assert.deepEqual(style, ['#0f6b57', '#fffdf8', 'dark']);
  await calculator.enterAll({ 'input.lines.0.fee': '1000', 'input.lines.0.starts_on': '2025-07-31' });
  // Less than two weeks before: half of it comes back.
  assert.ok((await calculator.figure('figures.refund')).includes('500.00'));
  assert.equal(await heightOf(), FIXED);
});

test('a request comes along in the address', async () => {
  const { sent } = REQUESTS.renewal;
  await openFrame({ calculator: 'renewal', lang: 'en', request: JSON.stringify(sent) });
  const calculator = await calculatorIn();
  await eventually(async () => assert.deepEqual(await calculator.request(), sent));
  assert.ok((await calculator.figure('figures.net')).includes('600.00'));
});

test('what an address may not say is as if it had not been said', async () => {
  await openFrame({
    calculator: 'renewal', lang: 'en', rules: 'javascript:alert(1)', accent: 'red;background:url(//x)', style: 'color: red', onclick: 'alert(1)',
    slot: 'x', class: 'x', 'label-title': '"><img src=x onerror=alert(1)>',
  });
  await calculatorIn();
  const [attributes, style, images] = await driver.executeScript(`const element = document.querySelector('clausewise-quote');
    return [element.getAttributeNames(), document.documentElement.getAttribute('style'), document.images.length]`);
  assert.deepEqual(attributes.sort(), ['calculator', 'label-title', 'lang']);
  assert.equal(style, 'color-scheme: light;');
  assert.equal(images, 0);
});

for (const [where, attributes] of [['on its own', ''], ['in a sandbox', 'sandbox="allow-scripts"']]) {
  for (const order of ['before', 'after']) {
    test(`frame.js makes a frame ${where} as high as its content, when it stands ${order} it`, async () => {
      files.fileHeaders = READABLE;
      await openFrame({ calculator: 'renewal', lang: 'en' }, { attributes: `data-clausewise ${attributes}`, [order]: script() });
      const calculator = await calculatorIn();
      await assertFollowed();
      const empty = await heightOf();
      await calculator.button('example').click();
      await eventually(async () => assert.ok(await heightOf() > empty + 200, 'an answer takes more room'));
      await assertFollowed();
      await calculator.button('clear').click();
      await eventually(async () => assert.equal(await heightOf(), empty));
    });
  }
}

test('frame.js finds frames that come later, and follows each by itself', async () => {
  await open(script() + iframe(addressOf({ calculator: 'renewal', lang: 'en' })));
  await driver.executeScript(`const later = document.querySelector('iframe').cloneNode();
    later.src = later.src.replace('renewal', 'response');
    later.id = 'later';
    document.body.append(later);
    // Browsers draw no frame that is far out of sight.
    later.scrollIntoView();`);
  await driver.switchTo().frame(await driver.findElement(By.id('later')));
  await calculatorIn();
  const wanted = await eventually(async () => {
    const height = await contentOf();
    assert.ok(height > 300);
    return height;
  });
  await driver.switchTo().defaultContent();
  await eventually(async () => assert.equal(await driver.executeScript("return document.querySelector('#later').clientHeight"), wanted));
});

test('a border of the host’s is not taken from the content', async () => {
  await open(script() + iframe(addressOf({ calculator: 'renewal', lang: 'en' })));
  await driver.executeScript("const { style } = document.querySelector('iframe'); style.border = '5px solid'; style.boxSizing = 'border-box'");
  await enter();
  const calculator = await calculatorIn();
  await calculator.button('example').click();
  await eventually(async () => assert.ok(await contentOf() > 1000));
  await assertFollowed();
});

test('nobody else can set the height, and nothing sets it beyond reason', async () => {
  // A page of the host's own in a frame that says it is ours, one of the right origin, and the host itself.
  const page = '<!doctype html><title>x</title><p>x';
  host.pages['/stranger.html'] = page;
  await open(script() + iframe(addressOf({ calculator: 'renewal', lang: 'en' })) + iframe(`${host.url}/stranger.html`, 'id="stranger"'));
  await enter();
  await calculatorIn();
  await assertFollowed();
  const height = await heightOf();
  await driver.switchTo().defaultContent();
  const heightsAfter = async (told) => {
    await driver.switchTo().defaultContent();
    await driver.executeScript("window.told = 0; addEventListener('message', () => { window.told += 1; })");
    await told();
    await driver.switchTo().defaultContent();
    await eventually(async () => assert.ok(await driver.executeScript('return window.told')));
    return driver.executeScript("return [...document.querySelectorAll('iframe')].map(({ clientHeight }) => clientHeight)");
  };
  const tell = (message, target = 'parent') => driver.executeScript(`${target}.postMessage(${message}, '*')`);
  const forged = "{ clausewise: 'height', height: 5000 }";
  const fromStranger = async (message = forged) => {
    await driver.switchTo().frame(await driver.findElement(By.id('stranger')));
    await tell(message);
  };
  assert.deepEqual(await heightsAfter(() => tell(forged, 'window')), [height, FIXED], 'the page itself');
  assert.deepEqual(await heightsAfter(() => fromStranger()), [height, FIXED], 'a frame that is not marked');
  // Marked as ours, it is followed no further than its own height, and only as long as its origin is that of its address.
  await driver.executeScript("document.querySelector('#stranger').toggleAttribute('data-clausewise')");
  assert.deepEqual(await heightsAfter(() => fromStranger("{ clausewise: 'height', height: -5 }")), [height, 80]);
  assert.deepEqual(await heightsAfter(() => fromStranger()), [height, 5000], 'of itself alone');
  await driver.executeScript(`const stranger = document.querySelector('#stranger');
    const { contentWindow } = stranger;
    Object.defineProperty(stranger, 'src', { value: '${files.url}/clausewise/frame.html' });`);
  const moved = () => fromStranger("{ clausewise: 'height', height: 700 }");
  assert.deepEqual(await heightsAfter(moved), [height, 5000], 'a page that came in place of ours');

  const fromOurs = (message) => async () => {
    await enter();
    await tell(message);
  };
  for (const message of ['null', '1', "'height'", '[]', "{ clausewise: 'height' }", "{ clausewise: 'height', height: '900' }", "{ clausewise: 'height', height: NaN }",
    "{ clausewise: 'height', height: Infinity }", "{ clausewise: 'width', height: 900 }"]) {
    assert.deepEqual(await heightsAfter(fromOurs(message)), [height, 5000], message);
  }
  assert.deepEqual(await heightsAfter(fromOurs("{ clausewise: 'height', height: 1e9 }")), [20_000, 5000]);
});

test('nothing but the height leaves the frame', async () => {
  await open(script());
  await driver.executeScript(`window.heard = [];
    addEventListener('message', ({ data }) => heard.push(data));
    document.body.insertAdjacentHTML('beforeend', arguments[0]);`, iframe(addressOf({ calculator: 'cancellation', lang: 'en' })));
  await enter();
  await typeRequest(await calculatorIn(), 'cancellation');
  await assertFollowed();
  await driver.switchTo().defaultContent();
  const heard = await driver.executeScript('return heard');
  assert.ok(heard.length > 1);
  for (const message of heard) {
    assert.deepEqual(Object.keys(message).sort(), ['clausewise', 'height']);
    assert.equal(message.clausewise, 'height');
    assert.ok(Number.isInteger(message.height));
  }
});

for (const lang of ['en', 'zh-Hant']) {
  test(`what a sandbox forbids is said, with a way out, in ${lang}`, async () => {
    files.fileHeaders = READABLE;
    const rules = 'https://host.invalid/rules.html';
    await openFrame({ calculator: 'notices', lang, rules }, { attributes: 'sandbox="allow-scripts"' });
    const calculator = await calculatorIn();
    await calculator.button('example').click();
    await calculator.button('print').click();
    await eventually(async () => assert.equal(await said(), sentence(lang, 'no_print')));
    // In sight: below what was pressed, and above it is nothing that it would hide.
    const [button, box] = await driver.executeScript(`const boxOf = (element) => { const { top, bottom } = element.getBoundingClientRect(); return { top, bottom }; };
      return [boxOf(document.querySelector('clausewise-quote').shadowRoot.querySelector('[data-act="print"]')), boxOf(document.getElementById('said'))]`);
    assert.ok(box.top >= button.bottom && box.top < button.bottom + 60, `${JSON.stringify(button)} ${JSON.stringify(box)}`);

    await calculator.button('calendar').click();
    await eventually(async () => assert.equal(await said(), sentence(lang, 'no_file')));
    await calculator.button('workings').click();
    assert.equal(await said(), '', 'what comes next takes it away');
    const link = await calculator.one('a.rule');
    const href = await link.getAttribute('href');
    await link.click();
    await eventually(async () => assert.equal(await said(), sentence(lang, 'no_link', href)));
    // The browsers themselves say it where no visitor looks.
    await engine.complaints(driver);
  });
}

test('the way out leads to the same calculator in a window of its own, with what was entered, behind a #', async () => {
  const { sent } = REQUESTS.cancellation;
  await openFrame({ calculator: 'cancellation', lang: 'en' }, { attributes: 'sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox"' });
  const calculator = await calculatorIn();
  await typeRequest(calculator, 'cancellation');
  await eventually(async () => assert.deepEqual(await calculator.request(), sent));
  await calculator.button('print').click();
  const out = await eventually(() => driver.findElement(By.css('#said a')));
  const url = new URL(await out.getAttribute('href'));
  assert.equal(url.href.split('#')[0], addressOf({ calculator: 'cancellation', lang: 'en' }), 'no server is sent what was entered');
  const [first] = await driver.getAllWindowHandles();
  await out.click();
  const opened = await eventually(async () => {
    const other = (await driver.getAllWindowHandles()).find((handle) => handle !== first);
    assert.ok(other);
    return other;
  });
  await driver.switchTo().window(opened);
  const alone = await calculatorIn();
  await eventually(async () => assert.deepEqual(await alone.request(), sent));
  assert.equal(await driver.executeScript('return opener'), null);
  await driver.close();
  await driver.switchTo().window(first);
  await engine.complaints(driver);
});

test('a link opens in a window of its own, where that is allowed', async () => {
  await openFrame({ calculator: 'cancellation', lang: 'en', rules: `${files.url}/clausewise/package.json` });
  const calculator = await calculatorIn();
  await calculator.button('example').click();
  await eventually(() => calculator.button('workings'));
  await calculator.button('workings').click();
  await calculator.one('a.rule').click();
  const [first] = await driver.getAllWindowHandles();
  const other = await eventually(async () => {
    const found = (await driver.getAllWindowHandles()).find((handle) => handle !== first);
    assert.ok(found);
    return found;
  });
  assert.equal(await said(), '');
  assert.ok(await calculator.answer(), 'and the calculator stays');
  await driver.switchTo().window(other);
  await driver.close();
  await driver.switchTo().window(first);
});

// The dialogs of the others would stay open.
if (turn === 0) {
  test('nothing is said where printing is allowed', async () => {
    await openFrame({ calculator: 'cancellation', lang: 'en' });
    const calculator = await calculatorIn();
    await calculator.button('example').click();
    await calculator.button('print').click();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    assert.equal(await said(), '');
  });
}

test('on a page of the same site the frame knows what its sandbox forbids', async () => {
  for (const [sandbox, key] of [['allow-scripts allow-same-origin', 'never_file'], ['allow-scripts allow-same-origin allow-downloads', ''], [undefined, '']]) {
    files.pages['/same.html'] = `<!doctype html><title>x</title>${iframe(addressOf({ calculator: 'notices', lang: 'en' }), sandbox ? `sandbox="${sandbox}"` : '')}`;
    await driver.get(`${files.url}/same.html`);
    await enter();
    const calculator = await calculatorIn();
    await calculator.button('example').click();
    await calculator.button('calendar').click();
    if (key) await eventually(async () => assert.equal(await said(), sentence('en', key)));
    else {
      await new Promise((resolve) => setTimeout(resolve, 700));
      assert.equal(await said(), '', sandbox);
    }
  }
  await engine.complaints(driver);
});

test('a sandbox without an origin, where the server lets nobody read its files: the visitor is told, and the developer why', async () => {
  await openFrame({ calculator: 'renewal', lang: 'zh-Hant' }, { attributes: 'data-clausewise sandbox="allow-scripts"', before: script() });
  await eventually(async () => assert.equal(await said(), sentence('zh-Hant', 'no_scripts')));
  await assertFollowed();
  // Not every driver hears what such a frame writes to its console; so the same is brought about again, and listened to.
  const [written] = await driver.executeScript(`const written = [];
    console.error = (text) => written.push(text);
    document.querySelector('script[type="module"]').dispatchEvent(new Event('error'));
    return written;`);
  assert.match(written, /Access-Control-Allow-Origin/);
  await engine.complaints(driver);
});
