// Where nothing can be kept, or nobody asked for it: the calculator works as ever, and says in a sentence what it cannot do.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FEE, barSays, first, hasLines, LINES } from './kept.mjs';
import { eventually, words } from './site.mjs';
import { useStranger } from './stranger.mjs';

const stranger = useStranger();
const QUOTE = '<clausewise-quote calculator="cancellation" as-of="2026-11-21" currency="USD" tools="keep"></clausewise-quote>';
const note = (key) => words.en.ui[`kept.note.${key}`];

async function show(own, { body = QUOTE, ...more } = {}) {
  await stranger.show(`<main><h1>Ours</h1>${body}</main>`, { own, ...more });
  const calculator = await first(stranger.driver);
  await calculator.enterAll({ ...FEE });
  await eventually(async () => assert.equal((await calculator.answer()).figures.refund, '500.50'));
  return calculator;
}

const FORBIDDEN = {
  'there is no store': "Object.defineProperty(window, 'indexedDB', { value: undefined });",
  'to name it throws': "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('no', 'SecurityError'); } });",
  'to open it throws': "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };",
  'it cannot be opened': `IDBFactory.prototype.open = function () {
    const request = new EventTarget();
    Object.defineProperty(request, 'error', { value: new DOMException('no', 'InvalidStateError') });
    Object.setPrototypeOf(request, IDBOpenDBRequest.prototype);
    throw request.error;
  };`,
};

for (const [what, own] of Object.entries(FORBIDDEN)) {
  test(`${what}: that is said, and the rest works`, async () => {
    const calculator = await show(own);
    await calculator.button('keep').click();
    await eventually(async () => assert.equal(await barSays(calculator), note('forbidden')));
    await calculator.enter('input.lines.0.fee', '2000');
    await eventually(async () => assert.equal((await calculator.answer()).figures.refund, '1000.00'));
    assert.equal(await stranger.run('return location.hash'), '');
    await stranger.assertQuiet(what);
  });
}

test('a store that never answers keeps no form away for long', async () => {
  await stranger.show(`<main><h1>Ours</h1>${QUOTE}</main>`, { own: "IDBFactory.prototype.open = () => Object.create(EventTarget.prototype, {}) && new (class extends EventTarget {})();", query: '#kept=one' });
  const calculator = await first(stranger.driver);
  await eventually(async () => assert.equal(await barSays(calculator), note('forbidden')));
  await calculator.enterAll(FEE);
  await hasLines(calculator, LINES);
});

test('a full store: what was kept stays, what was not is said, and is kept once there is room', async () => {
  const calculator = await show(`window.isFull = true; const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...given) { if (window.isFull) throw new DOMException('full', 'QuotaExceededError'); return put.apply(this, given); };`);
  await calculator.button('keep').click();
  await eventually(async () => assert.equal(await barSays(calculator), note('full')));
  await stranger.run('window.isFull = false');
  await calculator.button('keep').click();
  await eventually(async () => assert.equal(await barSays(calculator), note('kept')));
  await stranger.run('window.isFull = true');
  await calculator.enter('input.lines.0.fee', '2000');
  await eventually(async () => assert.equal(await barSays(calculator), note('full')));
  await stranger.run('window.isFull = false');
  await calculator.enter('input.lines.0.fee', '3000');
  await eventually(async () => assert.equal(await barSays(calculator), note('kept')));
  await stranger.assertQuiet('full');
});

test('the list says so too', async () => {
  await stranger.show('<main><h1>Ours</h1><clausewise-kept link="{calculator}.html"></clausewise-kept></main>', { own: FORBIDDEN['there is no store'], scripts: ['kept.js'] });
  await stranger.drawn('clausewise-kept', '.trouble');
  const said = await stranger.run("return document.querySelector('clausewise-kept').shadowRoot.querySelector('.trouble').textContent");
  assert.equal(said, note('forbidden'));
  await stranger.assertQuiet('the list');
});

test('nobody’s page keeps anything unless it says so, nor reads what an address names', async () => {
  const own = "const { open } = IDBFactory.prototype; window.opened = 0; IDBFactory.prototype.open = function (...given) { window.opened++; return open.apply(this, given); };";
  const calculator = await show(own, { body: QUOTE.replace(' tools="keep"', ' tools="print keeper"'), query: '#kept=one' });
  assert.deepEqual(await calculator.all('[data-act=keep], .kept'), []);
  assert.equal(await stranger.run('return window.opened'), 0);
  assert.ok(!(await stranger.loaded()).some((name) => name.includes('keep')));
  assert.equal(await stranger.run('return location.hash'), '#kept=one');
});
