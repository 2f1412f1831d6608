// What comes from outside: links, and requests of any shape. What is computed is what is shown, and nothing that comes ends
// in a form that can no longer be used.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Calculator } from './calculator.mjs';
import { eventually, useSite, words } from './site.mjs';

const site = useSite();

const run = (script, ...given) => site.driver.executeScript(script, ...given);
const LINE = { fee: '1000.00', starts_on: '2026-12-31', cancelled_on: '2026-12-30' };
const GOOD = { calculator: 'cancellation', as_of: '2026-11-21', currency: 'USD', input: { lines: [{ fee: '1000.00', starts_on: '2026-12-31' }] } };

const hash = (json) => `#request=${encodeURIComponent(json)}`;

async function open(page = 'cancellation.html') {
  await site.open(page, 'en');
  return Calculator.on(site.driver);
}

const give = (script, ...given) => run(`document.querySelector('clausewise-quote').request = ${script}`, ...given);

/** The form takes what is typed into it, and answers it. */
async function assertUsable(calculator) {
  await calculator.enterAll({ as_of: '2026-11-22', 'input.lines.0.fee': '2,000.00', 'input.lines.0.starts_on': '2026-12-31' });
  await eventually(async () => {
    const request = await calculator.request();
    assert.deepEqual([request.as_of, request.input.lines[0].fee], ['2026-11-22', '2000.00']);
  });
}

test('a link whose names are those of prototypes brings nothing in unseen', async () => {
  const calculator = await open();
  const text = JSON.stringify(LINE);
  await run('location.hash = arguments[0]', hash(`{"calculator":"cancellation","input":{"lines":[{"__proto__":{"cancelled_on":"1"},${text.slice(1)}]}}`));
  await eventually(async () => assert.equal((await calculator.request()).input.lines[0].cancelled_on, '2026-12-30'));
  assert.equal(await calculator.value('input.lines.0.cancelled_on'), '2026-12-30');
  assert.equal(await calculator.answer(), null);
  assert.deepEqual((await run("return document.querySelector('clausewise-quote').refusal.errors.map(({ field }) => field)")), ['input.lines.0.__proto__']);
});

test('a second link is followed like the first', async () => {
  const calculator = await open();
  for (const fee of ['1000.00', '7.00']) {
    await run('location.hash = arguments[0]', hash(JSON.stringify({ calculator: 'cancellation', input: { lines: [{ ...LINE, fee }] } })));
    await eventually(async () => assert.equal((await calculator.answer())?.figures.fee, fee));
  }
});

const ODD = {
  'a number for a day': "{ ...arguments[0], as_of: 5 }",
  'a Date': '{ ...arguments[0], as_of: new Date() }',
  'a list for a currency': "{ ...arguments[0], currency: ['USD'] }",
  'a BigInt': '{ ...arguments[0], currency: 5n }',
  'a symbol': "{ ...arguments[0], as_of: Symbol('x') }",
  'a cycle': '(() => { const given = { ...arguments[0], input: { ...arguments[0].input } }; given.input.self = given; return given; })()',
  'a getter that throws': "{ ...arguments[0], get as_of() { throw new Error('no'); } }",
  'lines that are none': '{ ...arguments[0], input: { lines: [5, null, [], "x"] } }',
  'no list of lines': "{ ...arguments[0], input: { lines: { length: 3 } } }",
};

for (const [what, script] of Object.entries(ODD)) {
  test(`after ${what} the form can be used`, async () => {
    const calculator = await open();
    await give('arguments[0]', GOOD);
    await eventually(async () => assert.ok(await calculator.answer()));
    await give(script, GOOD);
    await eventually(async () => assert.equal(await calculator.answer(), null));
    if (what.startsWith('lines') || what.startsWith('no list') || what === 'a cycle') await calculator.button('clear').click();
    else if (what.includes('currency') || what === 'a BigInt') await give('arguments[0]', GOOD);
    await assertUsable(calculator);
  });
}

const NAMES = ['a"b]\'c', 'x"]y', 'constructor', '__proto__', 'toString', 'a b', '1', '\\', '"', ''];

test('a fault can be gone to, whatever its field is called', async () => {
  const calculator = await open();
  const fields = JSON.stringify(Object.fromEntries(NAMES.map((name) => [name, 1])));
  await give('JSON.parse(arguments[0])', JSON.stringify(GOOD).replace('"lines"', `${fields.slice(1, -1)},"lines"`).replace('"fee"', `${fields.slice(1, -1)},"fee"`));
  await eventually(async () => assert.equal(await run("return document.querySelector('clausewise-quote').refusal?.errors.length"), NAMES.length * 2));
  const shown = await calculator.one('.answer').getText();
  assert.ok(!/native code|\[object/.test(shown), shown);
  const clicked = await run("const all = [...document.querySelector('clausewise-quote').shadowRoot.querySelectorAll('.answer [data-fault] :is(a, button), .answer [data-fault]:is(a, button), .answer li a, .answer li button')]; for (const each of all) each.click(); return all.length");
  assert.ok(clicked >= NAMES.length * 2, `${clicked} can be pressed`);
  await site.assertQuiet('faults of any name');
  assert.ok(shown.includes(words.en.ui.faults.replace('{count}', String(NAMES.length * 2))), shown);
});
