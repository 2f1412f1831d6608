// Where nothing can be kept, or nobody asked for it: the calculator works as ever, and says in a sentence what it cannot do.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FEE, barSays, first, forget, hasLines, keep, LINES, stored } from './kept.mjs';
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

/** Keeps the store to itself, as another tab may: whatever else is asked of it waits until `window.isHeld` is false. */
const HOLD = `const done = arguments[0];
  window.isHeld = true;
  indexedDB.open('clausewise').onsuccess = ({ target: { result } }) => {
    const { transaction } = result.transaction('quotes', 'readwrite').objectStore('quotes');
    transaction.oncomplete = () => result.close();
    const hold = () => { if (window.isHeld) transaction.objectStore('quotes').get('nothing').onsuccess = hold; };
    transaction.objectStore('quotes').get('nothing').onsuccess = () => { done(); hold(); };
  };`;

const PATIENT = 15_000;

test('a store that answers no more: that is said, and what was entered is kept once, as soon as it does', async () => {
  const calculator = await show();
  await forget(stranger.driver);
  const id = await keep(stranger.driver, calculator);
  await stranger.driver.executeAsyncScript(HOLD);
  await calculator.enter('input.lines.0.fee', '2000');
  await eventually(async () => assert.equal(await barSays(calculator), note('failed')), PATIENT);
  await eventually(async () => assert.equal((await calculator.answer()).figures.refund, '1000.00'));
  // Whoever leaves now finds it later all the same.
  await stranger.run("dispatchEvent(new PageTransitionEvent('pagehide'))");
  const copies = await stranger.run('return Object.values(localStorage)');
  assert.ok(copies.some((copy) => copy.includes(id) && copy.includes('2000')), copies.join());
  await stranger.run("window.isHeld = false; dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
  await eventually(async () => assert.equal(await barSays(calculator), note('kept')), PATIENT);
  const [own, ...others] = await stored(stranger.driver);
  assert.deepEqual([own.id, JSON.parse(own.document).request.input.lines[0].fee, others], [id, '2000', []]);
});

test('what was not kept in time is not found kept twice', async () => {
  const calculator = await show();
  await forget(stranger.driver);
  await stranger.driver.executeAsyncScript(HOLD);
  await calculator.button('keep').click();
  await eventually(async () => assert.equal(await barSays(calculator), note('failed')), PATIENT);
  await stranger.run('window.isHeld = false');
  await keep(stranger.driver, calculator);
  assert.equal((await stored(stranger.driver)).length, 1);
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

test('the list of a store that does not answer is there once it does, and somebody asks again', async () => {
  await show();
  await forget(stranger.driver);
  await stranger.show('<main><h1>Ours</h1></main>', { scripts: ['kept.js'] });
  await stranger.driver.executeAsyncScript(HOLD);
  await stranger.run("document.querySelector('main').append(document.createElement('clausewise-kept'))");
  const inList = (ask) => stranger.run(`return document.querySelector('clausewise-kept').shadowRoot.querySelector(arguments[0])?.textContent`, ask);
  await eventually(async () => assert.equal(await inList('.trouble'), note('failed')), PATIENT);
  assert.equal(await inList('[data-act=again]'), words.en.ui['kept.again']);
  await stranger.run("window.isHeld = false; document.querySelector('clausewise-kept').shadowRoot.querySelector('[data-act=again]').click()");
  await eventually(async () => assert.ok((await inList('.empty h2')).includes(words.en.ui['kept.empty'])));
  assert.deepEqual([await inList('.trouble'), await inList('[data-act=again]')], [null, null]);
});

test('nobody’s page keeps anything unless it says so, nor reads what an address names', async () => {
  const own = "const { open } = IDBFactory.prototype; window.opened = 0; IDBFactory.prototype.open = function (...given) { window.opened++; return open.apply(this, given); };";
  const calculator = await show(own, { body: QUOTE.replace(' tools="keep"', ' tools="print keeper"'), query: '#kept=one' });
  assert.deepEqual(await calculator.all('[data-act=keep], .kept'), []);
  assert.equal(await stranger.run('return window.opened'), 0);
  assert.ok(!(await stranger.loaded()).some((name) => name.includes('keep')));
  assert.equal(await stranger.run('return location.hash'), '#kept=one');
});
