// Kept quotes, as far as they need no browser: how one is read, what a file may bring, how a list is searched and sorted.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { source } from './sources.mjs';

const { readKept, tryKept, asksSame, tidyName, freeName, revisionOf, saysSame, storedOf, newId, isId, fileOf, readFile, readText, LONGEST_FILE, depthOf, readDocument, Unreadable } =
  await source('quote/store/record', 'quote/store/file', 'quote/document');
const { totalOf, found, sorted } = await source('quote/kept_list');

const document = (more = {}) => ({
  schema: 'clausewise.quote/1', request: { calculator: 'cancellation', as_of: '2026-11-21', currency: 'USD', input: { lines: [] } },
  answer: { currency: 'USD', figures: { refund: '1.00' }, dates: {} }, ...more,
});
const record = (id, more = {}) => ({ id, name: id, kept_on: '2026-11-20T08:00:00.000Z', changed_on: '2026-11-21T08:00:00.000Z', revision: 1, document: document(), ...more });

test('a quote comes back from the store as it went in, its document as a text', () => {
  const kept = readKept(record('a'));
  const stored = storedOf(kept);
  assert.equal(typeof stored.document, 'string');
  assert.deepEqual(readKept(stored), kept);
  assert.ok(saysSame(kept, { ...readKept(stored), revision: 9, changed_on: '2027-01-01T00:00:00Z' }));
  assert.ok(!saysSame(kept, { ...kept, name: 'b' }) && !saysSame(kept, { ...kept, unanswered: true }));
});

test('what is no kept quote is none', () => {
  const broken = [
    null, 7, 'text', [], {}, record(''), record('a b'), record('<b>'), record('x'.repeat(65)), record(7), record('a', { revision: 0 }), record('a', { revision: 1.5 }),
    record('a', { revision: '1' }), record('a', { revision: 2 ** 53 }), record('a', { document: undefined }), record('a', { document: null }), record('a', { document: 'x' }),
    record('a', { document: document({ schema: 'clausewise.quote/2' }) }), record('a', { document: document({ request: {} }) }), record('a', { document: document({ answer: null }) }),
    record('a', { document: JSON.stringify(document({ answer: 7 })) }), record('a', { document: document({ remarks: 'x'.repeat(5_000_000) }) }),
  ];
  for (const each of broken) assert.equal(tryKept(each), undefined, JSON.stringify(each)?.slice(0, 120));
});

test('times that are none are put right, and a name is one line of what can be seen', () => {
  const kept = readKept(record('a', { name: '  \u202eA\u0000c\nme\u200b ', kept_on: 'yesterday', changed_on: '2026-13-45T99:99:99Z' }));
  assert.equal(kept.name, 'Ac me');
  assert.ok(!Number.isNaN(Date.parse(kept.kept_on)) && kept.changed_on === kept.kept_on);
  assert.equal(readKept(record('a', { name: '\u200b\n' })).name, 'a');
  assert.equal(readKept(record('a', { name: { toString: 1 } })).name, 'a');
  assert.equal(tidyName('x'.repeat(500)).length, 200);
});

test('no prototype comes along', () => {
  const kept = readKept(JSON.parse(`{"__proto__":{"polluted":1},"id":"__proto__","name":"n","revision":1,"document":${JSON.stringify(document()).replace('"input":{', '"input":{"__proto__":{"polluted":1},')}}`));
  assert.equal({}.polluted, undefined);
  assert.equal(kept.polluted, undefined);
  assert.equal(kept.document.request.input.polluted, undefined);
});

test('revisions of nothing, of something and of anything else', () => {
  assert.equal(revisionOf(undefined), 0);
  assert.equal(revisionOf({ revision: 4 }), 4);
  for (const odd of [null, 'x', {}, { revision: -1 }, { revision: Infinity }, { revision: '4' }]) assert.ok(Number.isNaN(revisionOf(odd)));
});

test('a name that nobody has', () => {
  assert.equal(freeName('Acme', []), 'Acme');
  assert.equal(freeName('Acme', ['Acme']), 'Acme 2');
  assert.equal(freeName('Acme 2', ['Acme 2', 'Acme 3']), 'Acme 4');
  assert.equal(freeName('x'.repeat(300), ['x'.repeat(200)]), `${'x'.repeat(192)} 2`);
  assert.ok(isId(newId()) && newId() !== newId());
});

test('a file goes out and comes in', async () => {
  const quotes = [record('a'), record('b', { unanswered: true })].map(readKept);
  const held = await readFile(fileOf(quotes));
  assert.deepEqual(held, { quotes, unreadable: 0 });
  assert.deepEqual(await readFile(fileOf([])), { quotes: [], unreadable: 0 });
});

test('a file that is none, of another edition or too long says which', async () => {
  const why = (text) => { try { readText(text); return 'read'; } catch (reason) { assert.ok(reason instanceof Unreadable, String(reason)); return reason.why; } };
  for (const text of ['', 'x', 'null', '[]', '{}', '{"schema":"clausewise.kept/1"}', '{"schema":"clausewise.kept/1","quotes":{}}', '{"schema":"clausewise.quote/1","quotes":[]}', '['.repeat(1_000_000)]) assert.equal(why(text), 'broken', text.slice(0, 40));
  assert.equal(why('{"schema":"clausewise.kept/2","quotes":[]}'), 'edition');
  assert.equal(why(`{"schema":"clausewise.kept/1","quotes":[${'0,'.repeat(10_000)}0]}`), 'too_long');
  let isAsked = false;
  await assert.rejects(readFile({ size: LONGEST_FILE + 1, text: () => { isAsked = true; } }), ({ why }) => why === 'too_long');
  assert.ok(!isAsked, 'it is not even read');
  const { quotes, unreadable } = readText(JSON.stringify({ schema: 'clausewise.kept/1', quotes: [record('a'), record('a', { name: 'again' }), null, record('b c')] }));
  assert.deepEqual([quotes.map(({ name }) => name), unreadable], [['a'], 3]);
});

test('two that differ in a scenario alone do not ask the same: none is written over by the other without a word', () => {
  const own = readKept(record('a'));
  const { request, answer } = own.document;
  const beside = { scenario: 2, scenarios: [{ request: { ...request, as_of: '2026-12-01' }, answer }] };
  const other = { ...own, document: { ...own.document, ...beside } };
  assert.ok(!asksSame(own, other) && asksSame(other, { ...other, revision: 9 }));
  assert.ok(!asksSame(other, { ...other, document: { ...other.document, scenario: 1 } }));
});

test('the file of a single answer brings that one, and the same one once', async () => {
  const { document } = readKept(record('a'));
  const [first, again] = [readText(JSON.stringify(document)), readText(JSON.stringify(document, undefined, 1))];
  assert.deepEqual([first.unreadable, first.quotes.length, first.quotes[0].id], [0, 1, again.quotes[0].id]);
  assert.ok(isId(first.quotes[0].id) && saysSame(first.quotes[0], again.quotes[0]));
  assert.deepEqual(first.quotes[0].document, document);
  const other = readText(JSON.stringify({ ...document, customer: 'Another', number: 'Q-2' }));
  assert.deepEqual([other.quotes[0].name, other.quotes[0].id === first.quotes[0].id], ['Another Q-2', false]);
});

test('how deep a text goes is told in one pass, whatever stands in it', () => {
  assert.equal(depthOf('{"a":[{"]]]":"\\"{{{"}]}'), 3);
  assert.equal(depthOf(`"${'\\"'.repeat(10)}`), 0);
  // A million quotation marks that nothing closes: a pattern begins anew at each of them, and takes hours.
  const hostile = `"${'\\"'.repeat(1_000_000)}`;
  assert.equal(depthOf(hostile), 0);
  assert.throws(() => readDocument(hostile), ({ why }) => why === 'broken');
});

const headings = { cancellation: { name: 'refund', kind: 'money', at: 'figures' }, flex: { name: 'until', kind: 'date', at: 'dates' } };
const worth = (id, refund, currency = 'USD') => record(id, { document: document({ answer: { currency, figures: { refund }, dates: {} } }) });
const of = (calculator, answer) => record('a', { document: document({ request: { calculator, input: {} }, answer }) });

test('a total is shown where it is one', () => {
  assert.equal(totalOf(worth('a', '1.50'), headings).value, '1.50');
  for (const odd of ['1e9', '--1', '', '1,000', 'x'.repeat(9), ['1'], { toString: 1 }, null, true, 1.5, '9'.repeat(99)]) assert.equal(totalOf(worth('a', odd), headings), undefined, String(JSON.stringify(odd)));
  assert.equal(totalOf(worth('a', '1', 'usd'), headings), undefined);
  assert.equal(totalOf(worth('a', '1', 'TWD'), { cancellation: { ...headings.cancellation, currency: 'EUR' } }).currency, 'EUR', 'a cap that is set in another one');
  assert.equal(totalOf({ ...worth('a', '1'), unanswered: true }, headings), undefined);
  assert.equal(totalOf(of('constructor', {}), headings), undefined);
  assert.equal(totalOf(of('__proto__', {}), headings), undefined);
  assert.equal(totalOf(of('flex', { dates: { until: '2026-02-30' } }), headings), undefined);
  assert.equal(totalOf(of('flex', { dates: { until: '2026-02-28' } }), headings).value, '2026-02-28');
  assert.equal(totalOf(of('flex', {}), headings), undefined);
  assert.equal(totalOf(of('cancellation', { currency: 'USD', figures: [] }), headings), undefined);
});

test('sorting by total is exact, keeps currencies apart, and puts what has none last', () => {
  const quotes = [worth('small', '-0.01'), worth('none', 'x'), worth('big', '9007199254740993.01'), worth('bigger', '9007199254740993.02'), worth('yen', '5', 'JPY'), worth('zero', '0.000')];
  const ids = (down) => sorted(quotes, { by: 'total', down }, (name) => name, headings, 'en').map(({ id }) => id);
  assert.deepEqual(ids(false), ['yen', 'small', 'zero', 'big', 'bigger', 'none']);
  assert.deepEqual(ids(true), ['yen', 'bigger', 'big', 'zero', 'small', 'none']);
});

test('sorting by name counts numbers as numbers', () => {
  const quotes = ['Q 10', 'q 9', 'Ä', 'z'].map((name, index) => record(`i${index}`, { name }));
  assert.deepEqual(sorted(quotes, { by: 'name', down: false }, (name) => name, headings, 'en').map(({ name }) => name), ['Ä', 'q 9', 'Q 10', 'z']);
});

test('every word that is looked for stands somewhere, in any width and case', () => {
  const quotes = [record('a', { name: 'Renewal for ＡＣＭＥ' }), record('b', { document: document({ customer: '台積電', number: 'Q-7' }) })];
  const ids = (text) => found(quotes, text, () => 'Cancelling').map(({ id }) => id);
  assert.deepEqual(ids(' acme renewal '), ['a']);
  assert.deepEqual(ids('台積 q-7 cancel'), ['b']);
  assert.deepEqual(ids('acme 台積'), []);
  assert.deepEqual(ids(''), ['a', 'b']);
});
