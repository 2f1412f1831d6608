// What did not arrive or is forbidden: the visitor reads what to do, who made the page hears why, and nothing is final.

import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { By } from 'selenium-webdriver';
import { useGuest } from './guest_page.mjs';
import { eventually, words } from './site.mjs';
import { POLICY } from './stranger.mjs';

const guest = useGuest();

const PAGE = '<clausewise-quote calculator="cancellation" as-of="2026-12-01" currency="USD"><p>Ask us.</p></clausewise-quote>';
const LINE = { 'input.lines.0.fee': '1000', 'input.lines.0.starts_on': '2026-12-11' };

beforeEach(() => { guest.withheld.length = 0; });

const reasons = async () => (await guest.told('error')).map(({ reason }) => reason);

/** Asked for once more, as a page or a visitor does it. */
const AGAIN = {
  'by the button': async () => {
    const element = await guest.driver.findElement(By.css('clausewise-quote'));
    const button = await (await element.getShadowRoot()).findElement(By.css('[data-act="retry"]'));
    await button.click();
  },
  'by a page': () => guest.run("document.querySelector('clausewise-quote').retry()"),
  'put in again': () => guest.run("document.body.append(document.querySelector('clausewise-quote'))"),
  'back on the network': () => guest.run("dispatchEvent(new Event('online'))"),
  'in another language': () => guest.run("document.documentElement.lang = 'zh-Hant'"),
};

for (const file of ['.wasm', 'only/cancellation.js', '/shared.js', '/en/cancellation.js']) {
  for (const [how, again] of Object.entries(AGAIN)) {
    test(`${file} does not arrive, and is asked for again ${how}`, async () => {
      guest.withheld.push(file);
      await guest.show(PAGE, { before: "document.querySelector('clausewise-quote').ready?.then(() => {});" });
      await guest.reads(words.en.ui.failed_network);
      assert.ok(await guest.driver.findElement(By.css('clausewise-quote p')).isDisplayed(), 'what stands between the tags is gone');
      assert.deepEqual(await reasons(), ['network']);
      guest.withheld.length = 0;
      await again();
      const calculator = await guest.calculator();
      const { ready, request } = await guest.driver.executeAsyncScript(`const done = arguments[0];
        document.querySelector('clausewise-quote').ready.then((element) => done({ ready: told.filter(([name]) => name === 'ready').length, request: element.request }))`);
      assert.deepEqual([ready, request.calculator], [1, 'cancellation']);
      // The button is gone, and whoever works by keyboard goes on in the form.
      if (how === 'by the button') assert.equal(await calculator.focused(), 'input.lines.0.fee');
      await calculator.enterAll(LINE);
      await eventually(async () => assert.equal((await calculator.answer())?.figures.charge, '500.00'));
    });
  }
}

test('tried in vain it is told again, and what was typed stays', async () => {
  await guest.show(PAGE);
  const calculator = await guest.calculator();
  await calculator.enterAll(LINE);
  guest.withheld.push('renewal');
  await guest.run("document.querySelector('clausewise-quote').calculator = 'renewal'");
  await guest.reads(words.en.ui.failed_network);
  assert.deepEqual([await calculator.answer(), (await calculator.request()).calculator], [null, 'renewal'], 'it still answers for the one before');
  await AGAIN['by the button']();
  await eventually(async () => assert.deepEqual(await reasons(), ['network', 'network']));
  await guest.run("document.querySelector('clausewise-quote').calculator = 'cancellation'");
  await guest.calculator();
  assert.equal(await calculator.value('input.lines.0.fee'), '1,000');
  assert.ok(!(await guest.text()).includes(words.en.ui.failed_network));
  guest.withheld.length = 0;
  await guest.run("document.querySelector('clausewise-quote').calculator = 'renewal'");
  await guest.calculator();
  assert.equal((await calculator.request()).calculator, 'renewal');
});

test('a language that does not arrive leaves the one that is there, until it does', async () => {
  await guest.show(PAGE);
  const calculator = await guest.calculator();
  await calculator.enterAll(LINE);
  guest.withheld.push('/zh-Hant');
  await guest.run("document.documentElement.lang = 'zh-Hant'");
  await eventually(async () => assert.deepEqual(await reasons(), ['network']));
  assert.equal(await calculator.value('input.lines.0.fee'), '1,000');
  guest.withheld.length = 0;
  await AGAIN['back on the network']();
  await guest.reads(words['zh-Hant'].ui.document.replace('{publisher}', words['zh-Hant'].documents['ms-unified'].publisher).replace('{name}', words['zh-Hant'].documents['ms-unified'].name));
  assert.equal(await calculator.value('input.lines.0.fee'), '1,000');
});

describe('forbidden by the page\'s policy', () => {
  const without = (part) => POLICY.replace(part, '');

  for (const lang of ['en', 'zh-Hant']) {
    test(`WebAssembly, in ${lang}`, async () => {
      await guest.show(PAGE, { under: without(" 'wasm-unsafe-eval'"), lang });
      await guest.reads(words[lang].ui.failed_forbidden);
      const told = await guest.told('error');
      assert.deepEqual(told.map(({ reason }) => reason), ['wasm-forbidden']);
      assert.match(told[0].message, /'wasm-unsafe-eval'.*script-src/);
      assert.match((await guest.complaints()).join(), /add 'wasm-unsafe-eval' to script-src/);
    });
  }

  test('fetching', async () => {
    await guest.show(PAGE, { under: POLICY.replace("connect-src 'self'", "connect-src 'none'") });
    const told = await eventually(async () => {
      const all = await guest.told('error');
      assert.equal(all.length, 1);
      return all;
    });
    assert.equal(told[0].reason, 'network');
    assert.match(told[0].message, /allow its origin in connect-src/);
  });
});

/** A core that breaks when it is asked, as one does whose memory is used up. */
const BREAKING = `
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...given) => {
    const { exports } = await instantiate(...given);
    const quote = (...parts) => {
      if (window.isBroken) throw new WebAssembly.RuntimeError('unreachable');
      return exports.quote(...parts);
    };
    return Object.create(WebAssembly.Instance.prototype, { exports: { value: { ...exports, quote } } });
  };
`;

test('a core that breaks once is asked again', async () => {
  await guest.show(PAGE, { before: BREAKING });
  const calculator = await guest.calculator();
  await calculator.enterAll(LINE);
  await eventually(async () => assert.ok(await calculator.answer()));
  await guest.run('window.isBroken = true');
  await calculator.enter('input.lines.0.fee', '2000');
  await guest.reads(words.en.ui.failed_internal);
  assert.deepEqual([await calculator.answer(), await calculator.property('refusal')], [null, null], 'an answer to something else stands');
  assert.deepEqual(await reasons(), ['internal']);
  await guest.run('window.isBroken = false');
  await calculator.button('retry').click();
  await eventually(async () => assert.equal((await calculator.answer())?.figures.fee, '2000.00'));
  await guest.run('window.isBroken = true');
  await calculator.enter('input.lines.0.fee', '3000');
  await guest.reads(words.en.ui.failed_internal);
  await guest.run('window.isBroken = false');
  await calculator.enter('input.lines.0.fee', '4000');
  await eventually(async () => assert.equal((await calculator.answer())?.figures.fee, '4000.00'));
});
