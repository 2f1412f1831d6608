// What frameworks and pages do without thinking of it: texts that are taken away again, a calculator named in passing, a form sent
// in the middle of a word, a phone's narrow page.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { engine } from './browser.mjs';
import { Calculator } from './calculator.mjs';
import { eventually, words } from './site.mjs';
import { useStranger } from './stranger.mjs';

const stranger = useStranger();

const LINES = [{ fee: '1000.00', starts_on: '2025-07-31' }];
const REQUEST = { calculator: 'cancellation', as_of: '2025-07-18', currency: 'USD', input: { lines: LINES } };
const PAGE = '<clausewise-quote calculator="cancellation" currency="USD" as-of="2025-07-18"></clausewise-quote>';
/** Told of what fails from the start on. */
const HEARS = "window.heard = []; addEventListener('load', () => document.querySelector('clausewise-quote').addEventListener('clausewise-error', ({ detail }) => heard.push(detail)))";

async function show(body = PAGE) {
  await stranger.show(body, { own: HEARS });
  await stranger.drawn();
  return Calculator.on(stranger.driver);
}

/** 13 days before it starts, half of a fee of 1000 is refunded. */
const refunds = (calculator) => eventually(async () => assert.equal((await calculator.answer())?.figures.refund, '500.00'));

const TEXTS = ['currency', 'asOf', 'rules', 'pages', 'glossary', 'hide', 'fixed', 'keep', 'loading', 'tools', 'paperFrom', 'paperLogo', 'labelTitle', 'labelExample', 'labelClear'];

describe('a text that a page takes away is as good as not said', () => {
  test('these are all that there are', async () => {
    await show();
    // The page's own String: a driver's script may run beside the page, and have another.
    const own = await stranger.run(`const { elementProperties } = customElements.get('clausewise-quote');
      return [...elementProperties].filter(([, { type }]) => type === window.String).map(([name]) => name)`);
    assert.deepEqual(own.sort(), [...TEXTS, 'calculator'].sort());
  });

  for (const name of TEXTS) {
    for (const nothing of ['undefined', 'null']) {
      test(`${name} = ${nothing}`, async () => {
        const calculator = await show();
        await stranger.run(`const element = document.querySelector('clausewise-quote'); element.${name} = ${nothing}; window.read = element.${name}`);
        assert.equal(await stranger.run('return window.read'), '');
        await stranger.run('arguments[0].request = arguments[1]', calculator.element, REQUEST);
        await refunds(calculator);
        assert.deepEqual(await stranger.run('return heard'), []);
      });
    }
  }

  test('attributes too', async () => {
    const calculator = await show('<clausewise-quote calculator="cancellation" hide="clear example" fixed="as-of" as-of="2025-07-18" label-title="Ours"></clausewise-quote>');
    await stranger.run("for (const name of ['hide', 'fixed', 'label-title']) arguments[0].removeAttribute(name)", calculator.element);
    await eventually(async () => assert.equal((await calculator.all('[data-act="clear"]')).length, 1));
    await stranger.run('arguments[0].request = arguments[1]', calculator.element, REQUEST);
    await refunds(calculator);
    assert.deepEqual(await stranger.run('return heard'), []);
  });
});

describe('a calculator that a request names', () => {
  for (const name of ['flex', 'zzz']) {
    test(`${name} is gone once the request is`, async () => {
      const calculator = await show();
      await stranger.run('arguments[0].request = { calculator: arguments[1] }', calculator.element, name);
      await eventually(async () => assert.equal((await calculator.request()).calculator, name));
      await stranger.run('arguments[0].request = null', calculator.element);
      await eventually(async () => assert.equal((await calculator.request()).calculator, 'cancellation'));
      await stranger.run('arguments[0].request = { input: arguments[1] }', calculator.element, REQUEST.input);
      await refunds(calculator);
    });
  }

  test('the page’s own choice since then stays', async () => {
    const calculator = await show();
    await stranger.run('arguments[0].request = arguments[1]', calculator.element, REQUEST);
    await refunds(calculator);
    await stranger.run("arguments[0].calculator = 'flex'; arguments[0].request = null", calculator.element);
    await stranger.run('return arguments[0].ready', calculator.element);
    assert.equal((await calculator.request()).calculator, 'flex');
  });

  test('after a name that there is not, a request that names none is answered', async () => {
    const calculator = await show();
    await stranger.run("arguments[0].request = { calculator: 'zzz' }", calculator.element);
    await eventually(async () => assert.deepEqual(await stranger.run('return heard.map(({ reason }) => reason)'), ['unknown-calculator']));
    await stranger.run('arguments[0].request = { input: arguments[1] }', calculator.element, REQUEST.input);
    await refunds(calculator);
  });
});

test('what is wrong where somebody is still typing is not called missing', async () => {
  const calculator = await show(`<form>${PAGE.replace(' currency', ' required name="quote" currency')}</form>`);
  await stranger.run('arguments[0].request = arguments[1]', calculator.element, REQUEST);
  await refunds(calculator);
  const control = await calculator.control('input.lines.0.fee');
  await control.sendKeys('x');
  await eventually(async () => assert.equal(await calculator.answer(), null));
  const validity = () => stranger.run('const { valueMissing, customError } = arguments[0].validity; return [valueMissing, customError, arguments[0].validationMessage]', calculator.element);
  // At once, before the typing rests.
  const [isMissing, isWrong, message] = await validity();
  assert.deepEqual([isMissing, isWrong], [false, true], message);
  assert.ok(message);
  const card = await (await calculator.one('.answer')).getText();
  assert.ok(!card.includes(words.en.ui.needed), card);
});

for (const width of [280, 320, 390]) {
  test(`nothing sticks out of a page ${width} wide, answers included`, async () => {
    await engine.resize(stranger.driver, width, 800);
    const calculator = await show();
    // Up to the very edge.
    await stranger.run("document.body.style.margin = '0'");
    await stranger.run('arguments[0].request = arguments[1]', calculator.element, REQUEST);
    await refunds(calculator);
    const [needed, there] = await stranger.run('return [document.documentElement.scrollWidth, document.documentElement.clientWidth]');
    assert.ok(needed <= there, `${needed} of ${there}`);
  });
}
