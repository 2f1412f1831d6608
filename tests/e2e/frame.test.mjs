// The frame on somebody else's site, from another origin: without a script of ours, and with the one that follows the
// height. Nothing but the height ever leaves it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { By } from 'selenium-webdriver';
import { engine } from './browser.mjs';
import { FIXED, READABLE, iframe, useFrames } from './frame.mjs';
import { REQUESTS, typeRequest } from './requests.mjs';
import { TAG, eventually, words } from './site.mjs';

const frames = useFrames();

test('a calculator stands on a page that allows no script of ours, as its address says', async () => {
  await frames.openFrame({ calculator: 'cancellation', lang: 'zh-Hant', currency: 'USD', 'as-of': '2025-07-18', accent: '0f6b57', surface: '#fffdf8', scheme: 'dark' });
  const calculator = await frames.calculator();
  const { currency, as_of: asOf } = await calculator.request();
  assert.deepEqual({ currency, asOf }, { currency: 'USD', asOf: '2025-07-18' });
  assert.equal(await frames.driver.executeScript('return document.documentElement.lang'), TAG['zh-Hant']);
  assert.equal(await calculator.button('clear').getText(), words['zh-Hant'].ui.clear);
  const { title } = words['zh-Hant'].calculators.cancellation;
  assert.deepEqual(await frames.driver.executeScript("return [document.title, document.querySelector('h1').textContent]"), [`${title} | Clausewise`, title]);
  const style = await frames.driver.executeScript(`const style = getComputedStyle(document.querySelector('clausewise-quote'));
    return [style.getPropertyValue('--clausewise-accent'), style.getPropertyValue('--clausewise-surface'), style.colorScheme]`);
  assert.deepEqual(style, ['#0f6b57', '#fffdf8', 'dark']);
  await calculator.enterAll({ 'input.lines.0.fee': '1000', 'input.lines.0.starts_on': '2025-07-31' });
  // Less than two weeks before: half of it comes back.
  assert.ok((await calculator.figure('figures.refund')).includes('500.00'));
  assert.equal(await frames.height(), FIXED);
});

test('a request comes along in the address', async () => {
  const { sent } = REQUESTS.renewal;
  await frames.openFrame({ calculator: 'renewal', lang: 'en', request: JSON.stringify(sent) });
  const calculator = await frames.calculator();
  await eventually(async () => assert.deepEqual(await calculator.request(), sent));
  assert.ok((await calculator.figure('figures.net')).includes('600.00'));
});

test('what an address may not say is as if it had not been said', async () => {
  await frames.openFrame({
    calculator: 'renewal', lang: 'en', rules: 'javascript:alert(1)', accent: 'red;background:url(//x)', style: 'color: red', onclick: 'alert(1)',
    slot: 'x', class: 'x', 'label-title': '"><img src=x onerror=alert(1)>',
  });
  await frames.calculator();
  const [attributes, style, images] = await frames.driver.executeScript(`const element = document.querySelector('clausewise-quote');
    return [element.getAttributeNames(), document.documentElement.getAttribute('style'), document.images.length]`);
  assert.deepEqual(attributes.sort(), ['calculator', 'label-title', 'lang']);
  assert.equal(style, 'color-scheme: light;');
  assert.equal(images, 0);
});

for (const [where, attributes] of [['on its own', ''], ['in a sandbox', 'sandbox="allow-scripts"']]) {
  // What is told where nothing runs is tried beside what a sandbox forbids.
  const skip = attributes !== '' && engine.runsFromNowhere === false && 'nothing runs there';
  for (const order of ['before', 'after']) {
    test(`frame.js makes a frame ${where} as high as its content, when it stands ${order} it`, { skip }, async () => {
      frames.files.fileHeaders = READABLE;
      await frames.openFrame({ calculator: 'renewal', lang: 'en' }, { attributes: `data-clausewise ${attributes}`, [order]: frames.script() });
      const calculator = await frames.calculator();
      await frames.assertFollowed();
      const empty = await frames.height();
      await calculator.button('example').click();
      await eventually(async () => assert.ok(await frames.height() > empty + 200, 'an answer takes more room'));
      await frames.assertFollowed();
      await calculator.button('clear').click();
      await eventually(async () => assert.equal(await frames.height(), empty));
    });
  }
}

test('frame.js finds frames that come later, and follows each by itself', async () => {
  await frames.open(frames.script() + iframe(frames.addressOf({ calculator: 'renewal', lang: 'en' })));
  await frames.driver.executeScript(`const later = document.querySelector('iframe').cloneNode();
    later.src = later.src.replace('renewal', 'response');
    later.id = 'later';
    document.body.append(later);
    // Browsers draw no frame that is far out of sight.
    later.scrollIntoView();`);
  await frames.driver.switchTo().frame(await frames.driver.findElement(By.id('later')));
  await frames.calculator();
  const wanted = await eventually(async () => {
    const height = await frames.content();
    assert.ok(height > 300);
    return height;
  });
  await frames.driver.switchTo().defaultContent();
  await eventually(async () => assert.equal(await frames.driver.executeScript("return document.querySelector('#later').clientHeight"), wanted));
});

test('a border of the host’s is not taken from the content', async () => {
  await frames.open(frames.script() + iframe(frames.addressOf({ calculator: 'renewal', lang: 'en' })));
  await frames.driver.executeScript("const { style } = document.querySelector('iframe'); style.border = '5px solid'; style.boxSizing = 'border-box'");
  await frames.enter();
  const calculator = await frames.calculator();
  await calculator.button('example').click();
  await eventually(async () => assert.ok(await frames.content() > 1000));
  await frames.assertFollowed();
});

test('nobody else can set the height, and nothing sets it beyond reason', async () => {
  // A page of the host's own in a frame that says it is ours, one of the right origin, and the host itself.
  const page = '<!doctype html><title>x</title><p>x';
  frames.host.pages['/stranger.html'] = page;
  await frames.open(frames.script() + iframe(frames.addressOf({ calculator: 'renewal', lang: 'en' })) + iframe(`${frames.host.url}/stranger.html`, 'id="stranger"'));
  await frames.enter();
  await frames.calculator();
  await frames.assertFollowed();
  const height = await frames.height();
  await frames.driver.switchTo().defaultContent();
  const heightsAfter = async (told) => {
    await frames.driver.switchTo().defaultContent();
    await frames.driver.executeScript("window.told = 0; addEventListener('message', () => { window.told += 1; })");
    await told();
    await frames.driver.switchTo().defaultContent();
    await eventually(async () => assert.ok(await frames.driver.executeScript('return window.told')));
    return frames.driver.executeScript("return [...document.querySelectorAll('iframe')].map(({ clientHeight }) => clientHeight)");
  };
  const tell = (message, target = 'parent') => frames.driver.executeScript(`${target}.postMessage(${message}, '*')`);
  const forged = "{ clausewise: 'height', height: 5000 }";
  const fromStranger = async (message = forged) => {
    await frames.driver.switchTo().frame(await frames.driver.findElement(By.id('stranger')));
    await tell(message);
  };
  assert.deepEqual(await heightsAfter(() => tell(forged, 'window')), [height, FIXED], 'the page itself');
  assert.deepEqual(await heightsAfter(() => fromStranger()), [height, FIXED], 'a frame that is not marked');
  // Marked as ours, it is followed no further than its own height, and only as long as its origin is that of its address.
  await frames.driver.executeScript("document.querySelector('#stranger').toggleAttribute('data-clausewise')");
  assert.deepEqual(await heightsAfter(() => fromStranger("{ clausewise: 'height', height: -5 }")), [height, 80]);
  assert.deepEqual(await heightsAfter(() => fromStranger()), [height, 5000], 'of itself alone');
  await frames.driver.executeScript(`const stranger = document.querySelector('#stranger');
    const { contentWindow } = stranger;
    Object.defineProperty(stranger, 'src', { value: '${frames.files.url}/clausewise/frame.html' });`);
  const moved = () => fromStranger("{ clausewise: 'height', height: 700 }");
  assert.deepEqual(await heightsAfter(moved), [height, 5000], 'a page that came in place of ours');

  const fromOurs = (message) => async () => {
    await frames.enter();
    await tell(message);
  };
  for (const message of ['null', '1', "'height'", '[]', "{ clausewise: 'height' }", "{ clausewise: 'height', height: '900' }", "{ clausewise: 'height', height: NaN }",
    "{ clausewise: 'height', height: Infinity }", "{ clausewise: 'width', height: 900 }"]) {
    assert.deepEqual(await heightsAfter(fromOurs(message)), [height, 5000], message);
  }
  assert.deepEqual(await heightsAfter(fromOurs("{ clausewise: 'height', height: 1e9 }")), [20_000, 5000]);
});

test('nothing but the height leaves the frame', async () => {
  await frames.open(frames.script());
  await frames.driver.executeScript(`window.heard = [];
    addEventListener('message', ({ data }) => heard.push(data));
    document.body.insertAdjacentHTML('beforeend', arguments[0]);`, iframe(frames.addressOf({ calculator: 'cancellation', lang: 'en' })));
  await frames.enter();
  await typeRequest(await frames.calculator(), 'cancellation');
  await frames.assertFollowed();
  await frames.driver.switchTo().defaultContent();
  const heard = await frames.driver.executeScript('return heard');
  assert.ok(heard.length > 1);
  for (const message of heard) {
    assert.deepEqual(Object.keys(message).sort(), ['clausewise', 'height']);
    assert.equal(message.clausewise, 'height');
    assert.ok(Number.isInteger(message.height));
  }
});
