// Whatever a page hands in, a visitor reads a sentence, the core is asked, and the element goes on.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { quote } from '../node/core.mjs';
import { useGuest } from './guest_page.mjs';
import { eventually, words } from './site.mjs';

const guest = useGuest();

const PAGE = '<clausewise-quote calculator="cancellation" as-of="2026-12-01" currency="USD"></clausewise-quote>';
const GOOD = { calculator: 'cancellation', as_of: '2026-12-01', currency: 'USD', input: { lines: [{ fee: '1000', starts_on: '2026-12-31' }] } };

/** Each a way to hand something in; `good` is a request that the core answers. */
const ODD = {
  'a Date as the day': 'element.request = { ...good, as_of: new Date() }',
  'a number as the day': 'element.request = { ...good, as_of: 5 }',
  'null as the day': 'element.request = { ...good, as_of: null }',
  'a number as the currency': 'element.request = { ...good, currency: 5 }',
  'a text as the decimals': "element.request = { ...good, minor_units: 'two' }",
  'null as the calculator': 'element.request = { ...good, calculator: null }',
  'a number as the steps': 'element.request = { ...good, steps: 1 }',
  'a field that there is not': 'element.request = { ...good, nonsense: 1 }',
  'a Date as an entry': 'element.request = { ...good, input: { lines: [{ fee: "1000", starts_on: new Date() }] } }',
  'a BigInt as an entry': 'element.request = { ...good, input: { lines: [{ fee: 1000n, starts_on: "2026-12-31" }] } }',
  'a function as an entry': 'element.request = { ...good, input: { lines: [{ fee: () => 1000, starts_on: "2026-12-31" }] } }',
  'a symbol as an entry': 'element.request = { ...good, input: { lines: [{ fee: Symbol("fee"), starts_on: "2026-12-31" }] } }',
  'null as an entry': 'element.request = { ...good, input: { lines: [{ fee: null, starts_on: "2026-12-31" }] } }',
  'not a number as an entry': 'element.request = { ...good, input: { lines: [{ fee: NaN, starts_on: "2026-12-31" }] } }',
  'a text in place of a line': 'element.request = { ...good, input: { lines: ["a line"] } }',
  'an object in place of a list': 'element.request = { ...good, input: { lines: { 0: {} } } }',
  'a cycle': 'const lines = [{ starts_on: "2026-12-31" }]; lines[0].fee = lines; element.request = { ...good, input: { lines } }',
  'a request that holds itself': 'const own = { ...good }; own.input = { lines: [own] }; element.request = own',
  'a getter that throws': 'element.request = { ...good, input: { lines: [{ get fee() { throw new Error("no"); }, starts_on: "2026-12-31" }] } }',
  'a proxy that refuses': 'element.request = { ...good, input: { lines: [new Proxy({}, { ownKeys() { throw new Error("no"); } })] } }',
  'a list of four thousand million holes': 'element.request = { ...good, input: { lines: new Array(4e9) } }',
  'names of the language itself': 'element.request = { ...good, input: JSON.parse(\'{"__proto__": {"lines": 1}, "constructor": "x", "toString": "y", "lines": [{"__proto__": {"fee": "5"}, "hasOwnProperty": 1}]}\') }',
  'a Date as the attribute\'s property': 'element.asOf = new Date()',
  'a number as the currency of the element': 'element.currency = 5',
  'an object as the currency of the element': 'element.currency = { code: "USD" }',
};

for (const [name, script] of Object.entries(ODD)) {
  test(`${name}: the core refuses it, and the next one is answered`, async () => {
    await guest.show(PAGE);
    const calculator = await guest.calculator();
    await guest.run(`const element = document.querySelector('clausewise-quote'), good = ${JSON.stringify(GOOD)}; ${script};`);
    // What it says is what the core says of the very request that it tells.
    const codes = await eventually(async () => {
      // What is handed in cannot always be handed on to a test.
      const told = await guest.run("return told.filter(([name]) => name === 'answer').map(([, { answer, refusal }]) => ({ answer, refusal }))");
      assert.ok(told.length > 1, 'nothing is told');
      const { answer, refusal } = told.at(-1);
      assert.equal(answer, null);
      return refusal.errors.map(({ code }) => code);
    });
    assert.ok(codes.every((code) => ['wrong_type', 'unknown_field', 'missing', 'out_of_range', 'too_many_lines', 'not_a_decimal'].includes(code)), codes.join());
    const text = await guest.text();
    assert.doesNotMatch(text, /[{}]|TypeError|WebAssembly|undefined|\[object|function/, text);
    assert.deepEqual(await guest.told('error'), []);
    assert.deepEqual(await guest.complaints(), []);
    // And nothing is dead.
    await guest.run(`const element = document.querySelector('clausewise-quote'); element.asOf = '2026-12-01'; element.currency = 'USD'; element.request = null;`);
    await guest.run(`document.querySelector('clausewise-quote').request = ${JSON.stringify(GOOD)}`);
    await eventually(async () => assert.deepEqual(await calculator.answer(), quote(GOOD)));
    await calculator.enter('input.lines.0.fee', '2000');
    await eventually(async () => assert.equal((await calculator.answer())?.figures.fee, '2000.00'));
  });
}

test('what cannot be shown is sent as it is, until somebody types', async () => {
  await guest.show(PAGE);
  const calculator = await guest.calculator();
  await guest.run(`document.querySelector('clausewise-quote').request = { input: { lines: [{ fee: 1000, starts_on: '2026-12-31' }, 'x'] } }`);
  await eventually(async () => assert.deepEqual((await calculator.request()).input.lines, [{ fee: 1000, starts_on: '2026-12-31' }, 'x']));
  await calculator.enter('input.lines.0.fee', '1000');
  await calculator.enterAll({ 'input.lines.1.fee': '5', 'input.lines.1.starts_on': '2026-12-30' });
  await eventually(async () => assert.equal((await calculator.answer())?.figures.fee, '1005.00'));
});

describe('a calculator that is not there', () => {
  for (const [name, tag, script] of [
    ['is named', '<clausewise-quote calculator="cancelation">Ask us.</clausewise-quote>', ''],
    ['is not named', '<clausewise-quote>Ask us.</clausewise-quote>', ''],
    ['is null', '<clausewise-quote calculator="cancellation">Ask us.</clausewise-quote>', "document.querySelector('clausewise-quote').calculator = null"],
    ['has the name of the language itself', '<clausewise-quote calculator="constructor">Ask us.</clausewise-quote>', ''],
  ]) {
    for (const lang of ['en', 'zh-Hant']) {
      test(`${name}, in ${lang}`, async () => {
        await guest.show(tag, { lang });
        if (script) {
          await guest.calculator();
          await guest.run(script);
        }
        await guest.reads(words[lang].ui.failed_unknown);
        // The names are for who made the page.
        assert.doesNotMatch(await guest.text(), /reinstatement/);
        const [{ reason, message }] = await eventually(async () => {
          const told = await guest.told('error');
          assert.equal(told.length, 1);
          return told;
        });
        assert.equal(reason, 'unknown-calculator');
        assert.match(message, /renewal, reinstatement/);
        assert.match((await guest.complaints()).join(), /renewal, reinstatement/);
        await guest.run("document.querySelector('clausewise-quote').calculator = 'cancellation'");
        await guest.calculator();
        assert.ok(!(await guest.text()).includes(words[lang].ui.failed_unknown));
      });
    }
  }
});

describe('the day and the currency of the page', () => {
  const set = (name, value) => guest.run("document.querySelector('clausewise-quote').setAttribute(arguments[0], arguments[1])", name, value);
  const envelope = async (calculator) => {
    const { as_of: asOf, currency, minor_units: decimals } = await calculator.request();
    return { asOf, currency, decimals };
  };

  test('named again they change nothing, named otherwise they do', async () => {
    await guest.show(PAGE);
    const calculator = await guest.calculator();
    await calculator.enter('currency', 'EUR');
    await calculator.enter('as_of', '2026-12-05');
    await calculator.control('minor_units').click();
    const chosen = { asOf: '2026-12-05', currency: 'EUR', decimals: 0 };
    await eventually(async () => assert.deepEqual(await envelope(calculator), chosen));
    for (const change of [
      () => set('currency', 'USD'), () => set('as-of', '2026-12-01'),
      () => guest.run("const element = document.querySelector('clausewise-quote'); element.removeAttribute('currency'); element.asOf = undefined;"),
      () => guest.run("const element = document.querySelector('clausewise-quote'); element.currency = 'USD'; element.asOf = '2026-12-01';"),
    ]) {
      await change();
      await new Promise((resolve) => setTimeout(resolve, 100));
      assert.deepEqual(await envelope(calculator), chosen);
    }
    await set('currency', 'JPY');
    await set('as-of', '2026-12-09');
    await eventually(async () => assert.deepEqual(await envelope(calculator), { asOf: '2026-12-09', currency: 'JPY', decimals: undefined }));
  });

  test('changed while another calculator is shown, they count when the first comes back', async () => {
    await guest.show(PAGE);
    const calculator = await guest.calculator();
    await set('calculator', 'renewal');
    await eventually(async () => assert.equal((await calculator.request()).calculator, 'renewal'));
    await set('currency', 'JPY');
    await set('calculator', 'cancellation');
    await eventually(async () => assert.deepEqual([(await calculator.request()).calculator, (await calculator.request()).currency], ['cancellation', 'JPY']));
  });
});
