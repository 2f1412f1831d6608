// Whatever somebody pastes, types or opens, the page stays usable: long work comes in slices, and what is too much is told
// before anybody looks at it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Calculator } from './calculator.mjs';
import { eventually, useSite } from './site.mjs';

const site = useSite();

const LINES = 1_000;
const TABLE = `Service\tFee\tStart\n${Array.from({ length: LINES }, (_, at) => `Service ${at}\t${1_000 + at}.00\t2026-12-${10 + (at % 20)}`).join('\n')}`;

async function open() {
  await site.open('cancellation.html', 'en');
  const calculator = await Calculator.on(site.driver);
  await calculator.enterAll({ as_of: '2026-11-21', currency: 'USD' });
  return calculator;
}

/** Does something, and counts how often the work gives way to the page until there is an answer. */
const slicesOf = (script, ...given) => site.driver.executeAsyncScript(`
  const done = arguments[arguments.length - 1];
  const element = document.querySelector('clausewise-quote');
  const root = element.shadowRoot;
  const before = element.answer;
  let slices = 0;
  // To everything, and not to keys and frames alone. In the page itself: a driver's script may run beside it, and have a globalThis of its own.
  const giveWay = () => { slices++; return new Promise((resume) => setTimeout(resume)); };
  Object.defineProperty(window, 'scheduler', { value: { yield: giveWay }, configurable: true });
  const look = () => {
    if (element.answer && element.answer !== before && root.querySelectorAll('[data-field^="input.lines."]').length > 30) done(slices);
    else setTimeout(look, 20);
  };
  look();
  ${script}`, ...given);

/** Puts a text into the box of the list, as a paste does. */
const PASTE = `const box = root.querySelector('[data-paste="input.lines"]');
  box.closest('details').open = true;
  box.focus();
  box.dispatchEvent(new InputEvent('beforeinput', { inputType: 'insertFromPaste', data: arguments[0], bubbles: true, cancelable: true, composed: true }));`;

/** Reading the table, reading what it fills in, asking and drawing: no two of them at once. */
const SLICES = 5;

test('a thousand pasted lines are read, answered and drawn in slices', async () => {
  const calculator = await open();
  const slices = await slicesOf(PASTE, TABLE);
  assert.ok(slices >= SLICES, `${slices} slices`);
  assert.equal((await calculator.request()).input.lines.length, LINES);
  assert.equal((await calculator.answer()).lines.length, LINES);
});

test('a request of a thousand lines is answered in slices', async () => {
  const calculator = await open();
  const lines = Array.from({ length: LINES }, (_, at) => ({ fee: `${1_000 + at}.00`, starts_on: '2026-12-31' }));
  const slices = await slicesOf('element.request = arguments[0];', { calculator: 'cancellation', as_of: '2026-11-21', currency: 'USD', input: { lines } });
  assert.ok(slices >= SLICES - 2, `${slices} slices`);
  assert.equal((await calculator.answer()).lines.length, LINES);
  // A key that is pressed in a long form is answered like in a short one.
  await calculator.enter('input.lines.3.fee', '7.00');
  await eventually(async () => assert.equal((await calculator.answer()).lines[3].refund, '7.00'));
});

test('what is far too long is told, and never laid out', async () => {
  for (const text of [Array(100_000).fill('1\t2026-12-31').join('\n'), '\n'.repeat(1_900_000), '1\t'.repeat(40_000), '('.repeat(200_000)]) {
    await open();
    const held = await site.driver.executeAsyncScript(`const done = arguments[arguments.length - 1];
      const root = document.querySelector('clausewise-quote').shadowRoot;
      ${PASTE}
      const wait = () => (root.querySelector('.trouble') ? done(root.querySelector('[data-paste="input.lines"]').value.length) : setTimeout(wait, 20));
      wait();`, text);
    assert.equal(held, 0);
  }
});

const chromium = () => typeof site.driver.sendAndGetDevToolsCommand === 'function';

/** How long the page's own thread was busy, by its own clock: what else the machine does is not counted. */
async function busyDuring(act) {
  const total = async () => {
    const { metrics } = await site.driver.sendAndGetDevToolsCommand('Performance.getMetrics', {});
    return metrics.find(({ name }) => name === 'TaskDuration').value;
  };
  const before = await total();
  await act();
  return (await total()) - before;
}

const settled = `const done = arguments[arguments.length - 1];
  const element = document.querySelector('clausewise-quote');
  const root = element.shadowRoot;
  const type = (path, text) => {
    const control = root.querySelector('[data-field="' + path + '"]');
    control.focus();
    control.value = text;
    control.dispatchEvent(new Event('input', { bubbles: true }));
    control.blur();
  };
  const text = (sign, length = 200_000) => sign.repeat(length / sign.length);
  setTimeout(() => element.updateComplete.then(() => setTimeout(() => element.updateComplete.then(() => done()), 300)));`;

const request = (input) => `element.request = { calculator: 'cancellation', as_of: '2026-11-21', currency: 'USD', input: ${input} };`;

const TOO_MUCH = {
  ...Object.fromEntries(['(', '１', '\\u200b', '"', ' ', ',', '1'].flatMap((sign) =>
    ['fee', 'starts_on', 'service'].map((name) => [`many ${sign} in ${name}`, `type('input.lines.0.${name}', text('${sign}'));`]))),
  'terms with many bad values': "element.terms = { id: 'x', edition: 'x', values: Object.fromEntries(Array.from({ length: 40_000 }, (_, at) => ['v' + at, 5])) };",
  'terms with many clauses': "element.terms = { id: 'x', clauses: Object.fromEntries(Array.from({ length: 40_000 }, (_, at) => ['c' + at, { section: 5 }])) };",
  'terms of an endless name': "element.terms = text('x', 1_000_000);",
  'a request with a million lines': request('{ lines: Array(1_000_000).fill({ fee: "1.00" }) }'),
  'a request with many unknown fields': request("Object.fromEntries(Array.from({ length: 40_000 }, (_, at) => ['f' + at, at]))"),
  'a request with endless texts': request("{ lines: [{ service: text('x', 5_000_000), fee: text('1', 5_000_000) }] }"),
  'a request with an endless name': request("{ [text('n', 1_000_000)]: 1 }"),
  'endless attributes': "for (const name of ['as-of', 'currency', 'fixed', 'hide']) element.setAttribute(name, text('z ', 1_000_000));",
  'an endless link': "location.hash = '#request=' + encodeURIComponent(JSON.stringify({ calculator: 'cancellation', input: { lines: Array(20_000).fill({ fee: '1.00' }) } }));",
};

/** What counts as a second of the slowest machine: as many turns of a loop as a quick one makes in a fifth of that. */
const CALIBRATION = `const done = arguments[arguments.length - 1];
  const seen = new Map();
  for (let turn = 0; turn < 1_000_000; turn++) seen.set('k' + (turn % 5_000), turn);
  done(seen.size);`;

test('what is too much costs next to nothing', async (context) => {
  if (!chromium()) return context.skip('only Chromium tells how busy a page is');
  await open();
  await site.driver.sendAndGetDevToolsCommand('Performance.enable', { timeDomain: 'threadTicks' });
  const second = Math.max(await busyDuring(() => site.driver.executeAsyncScript(CALIBRATION)), await busyDuring(() => site.driver.executeAsyncScript(CALIBRATION)));
  const slow = [];
  for (const [name, script] of Object.entries(TOO_MUCH)) {
    await open();
    const took = await busyDuring(() => site.driver.executeAsyncScript(`${settled} ${script}`));
    if (process.env.CLAUSEWISE_TELL) console.log(name, (took / second).toFixed(1));
    if (took > second * 5) slow.push(`${name}: ${(took / second).toFixed(1)}`);
  }
  assert.deepEqual(slow, []);
});
