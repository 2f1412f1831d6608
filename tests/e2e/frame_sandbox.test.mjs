// What the page around may forbid a frame: it is said in the frame, with a way out, and never left to silence.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { By } from 'selenium-webdriver';
import { engine, turn } from './browser.mjs';
import { READABLE, iframe, sentence, useFrames } from './frame.mjs';
import { REQUESTS, typeRequest } from './requests.mjs';
import { eventually } from './site.mjs';

const frames = useFrames();

/** Where no script of ours runs in a frame without an origin, there is nothing that could be forbidden it. */
const skip = engine.runsFromNowhere === false && 'nothing runs there';

if (skip) {
  test('where nothing runs in a sandbox without an origin, the visitor is told', async () => {
    frames.files.fileHeaders = READABLE;
    await frames.openFrame({ calculator: 'notices', lang: 'en' }, { attributes: 'sandbox="allow-scripts"' });
    const said = await frames.driver.findElement(By.id('late'));
    await eventually(async () => assert.ok(await said.isDisplayed()));
    for (const lang of ['en', 'zh-Hant']) assert.ok((await said.getText()).includes(sentence(lang, 'no_scripts')));
    await engine.complaints(frames.driver);
  });
}

for (const lang of ['en', 'zh-Hant']) {
  test(`what a sandbox forbids is said, with a way out, in ${lang}`, { skip }, async () => {
    frames.files.fileHeaders = READABLE;
    const rules = 'https://host.invalid/rules.html';
    await frames.openFrame({ calculator: 'notices', lang, rules }, { attributes: 'sandbox="allow-scripts"' });
    const calculator = await frames.calculator();
    await calculator.button('example').click();
    await calculator.button('print').click();
    await eventually(async () => assert.equal(await frames.said(), sentence(lang, 'no_print')));
    // In sight: below what was pressed, and above it is nothing that it would hide.
    const [button, box] = await frames.driver.executeScript(`const boxOf = (element) => { const { top, bottom } = element.getBoundingClientRect(); return { top, bottom }; };
      return [boxOf(document.querySelector('clausewise-quote').shadowRoot.querySelector('[data-act="print"]')), boxOf(document.getElementById('said'))]`);
    assert.ok(box.top >= button.bottom && box.top < button.bottom + 60, `${JSON.stringify(button)} ${JSON.stringify(box)}`);

    await calculator.button('calendar').click();
    await eventually(async () => assert.equal(await frames.said(), sentence(lang, 'no_file')));
    await calculator.openWorkings();
    assert.equal(await frames.said(), '', 'what comes next takes it away');
    const link = await calculator.one('a.rule');
    const href = await link.getAttribute('href');
    await link.click();
    await eventually(async () => assert.equal(await frames.said(), sentence(lang, 'no_link', href)));
    // The browsers themselves say it where no visitor looks.
    await engine.complaints(frames.driver);
  });
}

test('the way out leads to the same calculator in a window of its own, with what was entered, behind a #', async () => {
  const { sent } = REQUESTS.cancellation;
  await frames.openFrame({ calculator: 'cancellation', lang: 'en' }, { attributes: 'sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox"' });
  const calculator = await frames.calculator();
  await typeRequest(calculator, 'cancellation');
  await eventually(async () => assert.deepEqual(await calculator.request(), sent));
  await calculator.button('print').click();
  const out = await eventually(() => frames.driver.findElement(By.css('#said a')));
  const url = new URL(await out.getAttribute('href'));
  assert.equal(url.href.split('#')[0], frames.addressOf({ calculator: 'cancellation', lang: 'en' }), 'no server is sent what was entered');
  const [first] = await frames.driver.getAllWindowHandles();
  await out.click();
  const opened = await eventually(async () => {
    const other = (await frames.driver.getAllWindowHandles()).find((handle) => handle !== first);
    assert.ok(other);
    return other;
  });
  await frames.driver.switchTo().window(opened);
  const alone = await frames.calculator();
  await eventually(async () => assert.deepEqual(await alone.request(), sent));
  assert.equal(await frames.driver.executeScript('return opener'), null);
  await frames.driver.close();
  await frames.driver.switchTo().window(first);
  await engine.complaints(frames.driver);
});

test('a link opens in a window of its own, where that is allowed', async () => {
  await frames.openFrame({ calculator: 'cancellation', lang: 'en', rules: `${frames.files.url}/clausewise/package.json` });
  const calculator = await frames.calculator();
  await calculator.button('example').click();
  await calculator.openWorkings();
  await calculator.one('a.rule').click();
  const [first] = await frames.driver.getAllWindowHandles();
  const other = await eventually(async () => {
    const found = (await frames.driver.getAllWindowHandles()).find((handle) => handle !== first);
    assert.ok(found);
    return found;
  });
  assert.equal(await frames.said(), '');
  assert.ok(await calculator.answer(), 'and the calculator stays');
  await frames.driver.switchTo().window(other);
  await frames.driver.close();
  await frames.driver.switchTo().window(first);
});

// The dialogs of the others would stay open.
if (turn === 0) {
  test('nothing is said where printing is allowed', async () => {
    await frames.openFrame({ calculator: 'cancellation', lang: 'en' });
    const calculator = await frames.calculator();
    await calculator.button('example').click();
    await calculator.button('print').click();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    assert.equal(await frames.said(), '');
  });
}

test('on a page of the same site the frame knows what its sandbox forbids', async () => {
  for (const [sandbox, key] of [['allow-scripts allow-same-origin', 'never_file'], ['allow-scripts allow-same-origin allow-downloads', ''], [undefined, '']]) {
    frames.files.pages['/same.html'] = `<!doctype html><title>x</title>${iframe(frames.addressOf({ calculator: 'notices', lang: 'en' }), sandbox ? `sandbox="${sandbox}"` : '')}`;
    await frames.driver.get(`${frames.files.url}/same.html`);
    await frames.enter();
    const calculator = await frames.calculator();
    await calculator.button('example').click();
    await calculator.button('calendar').click();
    if (key) await eventually(async () => assert.equal(await frames.said(), sentence('en', key)));
    else {
      await new Promise((resolve) => setTimeout(resolve, 700));
      assert.equal(await frames.said(), '', sandbox);
    }
  }
  await engine.complaints(frames.driver);
});

test('a sandbox without an origin, where the server lets nobody read its files: the visitor is told, and the developer why', { skip }, async () => {
  await frames.openFrame({ calculator: 'renewal', lang: 'zh-Hant' }, { attributes: 'data-clausewise sandbox="allow-scripts"', before: frames.script() });
  await eventually(async () => assert.equal(await frames.said(), sentence('zh-Hant', 'no_scripts')));
  await frames.assertFollowed();
  // Not every frames.driver hears what such a frame writes to its console; so the same is brought about again, and listened to.
  const [written] = await frames.driver.executeScript(`const written = [];
    console.error = (text) => written.push(text);
    document.querySelector('script[type="module"]').dispatchEvent(new Event('error'));
    return written;`);
  assert.match(written, /Access-Control-Allow-Origin/);
  await engine.complaints(frames.driver);
});

test('a calendar opens in a frame of another site, where no script may open it', { skip: engine.opensPickers ? false : 'a driver sees no picker here' }, async () => {
  await frames.openFrame({ calculator: 'cancellation', lang: 'en' });
  const calculator = await frames.calculator();
  const control = await calculator.one('.pick:has([data-pick="input.lines.0.starts_on"]) > input');
  await frames.driver.actions().move({ origin: control }).click().perform();
  await eventually(async () => assert.equal(await frames.driver.executeScript("return arguments[0].matches(':open')", control), true));
});
