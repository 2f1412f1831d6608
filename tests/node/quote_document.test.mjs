// A quote as a document: what goes in comes out, in the shape that the package's schema has, and whatever else comes in ends in
// one of three reasons.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { wordsIn } from '../../tools/languages.mjs';
import { calculators, isRefusal, quote, read } from './core.mjs';
import { source } from './sources.mjs';

const { documentOf, readDocument, NAMES, TEXTS, pack, unpack, packedIn, withQuote, about } = await source('quote/document', 'quote/link', 'quote/made');

const schemas = Object.fromEntries(['request', 'answer', 'quote'].map((name) => [name, JSON.parse(read(`pkg/${name}.schema.json`))]));
const isDocument = new Ajv2020({ strictSchema: true, formats: { date: true } }).addSchema(Object.values(schemas)).getSchema(schemas.quote.$id);

const view = (calculator, digits = 2) => {
  const { steps: _, ...answer } = quote({ ...calculator.example, steps: false });
  return { calculator, request: calculator.example, answer, format: { ownDigits: digits }, words: { locale: { tag: 'en' } } };
};
const FULL = { number: 'Q-1', title: 'Renewal', customer: '台灣 <b>', prepared_by: 'Chen', prepared_on: '2026-11-28', valid_until: '2026-12-28', remarks: 'one\ntwo' };

for (const calculator of calculators()) {
  test(`${calculator.calculator}: the document of its example is one by the schema, and comes back from a link as it was`, async () => {
    const document = documentOf(view(calculator), FULL);
    assert.ok(isDocument(document), JSON.stringify(isDocument.errors));
    const { as_of: day, currency } = document.request;
    assert.ok(day);
    if (calculator.money) assert.ok(currency !== undefined && document.request.minor_units !== undefined);
    const packed = await pack(document);
    assert.ok(packed && packed.length <= 8_000);
    assert.deepEqual(await unpack(packed), JSON.parse(JSON.stringify(document)));
    // What it asks is answered as it was.
    const { steps: _, ...answer } = quote(document.request);
    assert.ok(!isRefusal(answer));
    assert.deepEqual(answer.figures, document.answer.figures);
  });
}

test('with its steps a document is one by the schema too', () => {
  const [calculator] = calculators();
  const of = view(calculator);
  const document = documentOf({ ...of, answer: quote(calculator.example) }, {});
  assert.ok(document.answer.steps.length);
  assert.ok(isDocument(document), JSON.stringify(isDocument.errors));
});

test('the texts of the schema are those that are read, as long as they are', () => {
  const { schema: _, request: __, answer: ___, language: ____, scenario: _____, scenarios: ______, ...texts } = schemas.quote.properties;
  assert.deepEqual(Object.keys(texts), NAMES);
  for (const name of NAMES) if (texts[name].maxLength) assert.equal(texts[name].maxLength, TEXTS[name], name);
});

test('every text has a word in both languages', () => {
  for (const lang of ['en', 'zh-Hant']) assert.deepEqual(NAMES.filter((name) => !wordsIn(lang, 'quote').ui[`quote_${name}`]), []);
});

const [cancellation] = calculators().filter(({ calculator }) => calculator === 'cancellation');
const good = documentOf(view(cancellation), FULL);
const why = (json) => { try { return readDocument(typeof json === 'string' ? json : JSON.stringify(json)); } catch (reason) { return reason.why ?? reason; } };

test('texts are lines of text, as long as there is room for, and without what nobody sees', () => {
  const read = why({ ...good, customer: `  a\u202eb\u0000\u200bc\nd${'x'.repeat(500)}`, number: 5, title: ['x'], valid_until: '28 December', remarks: 'a\r\nb\u0007' });
  assert.equal(read.customer.length, TEXTS.customer);
  assert.ok(read.customer.startsWith('abc dxx'), read.customer.slice(0, 10));
  assert.deepEqual([read.number, read.title, read.valid_until], [undefined, undefined, undefined]);
  assert.equal(read.remarks, 'a\nb');
});

test('what is no document is refused, with why', () => {
  assert.equal(why('{'), 'broken');
  assert.equal(why('5'), 'broken');
  assert.equal(why({ ...good, schema: 'clausewise.quote/2' }), 'edition');
  assert.equal(why({ ...good, schema: ['clausewise.quote/1'] }), 'broken');
  for (const request of [undefined, null, 5, [], {}, { calculator: 5, input: {} }, { calculator: 'x', input: [] }]) assert.equal(why({ ...good, request }), 'broken');
  for (const answer of [undefined, null, 'x', []]) assert.equal(why({ ...good, answer }), 'broken');
  assert.equal(why(`${'{"a":'.repeat(100)}1${'}'.repeat(100)}`), 'broken');
  assert.equal(why(`"${'a'.repeat(5_000_001)}"`), 'too_long');
  assert.equal(why({ ...good, answer: { lines: Array(300_000).fill(0) } }), 'broken');
});

test('scenarios go along, in their places, and come back as they were', async () => {
  const matter = {};
  const [of, { request, answer }] = [{ ...view(cancellation), matter }, good];
  const other = { request: { ...request, as_of: '2026-12-01' }, answer };
  about(matter).beside = { scenario: 2, scenarios: [other, { request, answer }] };
  const document = documentOf(of, FULL);
  assert.ok(isDocument(document), JSON.stringify(isDocument.errors));
  assert.deepEqual(await unpack(await pack(document)), JSON.parse(JSON.stringify(document)));
  assert.deepEqual([document.scenario, document.scenarios.length], [2, 2]);
  // Of another matter they are none.
  assert.ok(!Object.hasOwn(documentOf({ ...of, matter: {} }, FULL), 'scenario'));
});

test('scenarios that are none, too many, of another calculator or without a place make no document', () => {
  const { request, answer } = good;
  const one = { request, answer };
  const wrong = [
    { scenarios: [one] }, { scenario: 1 }, { scenario: 1, scenarios: [] }, { scenario: 1, scenarios: Array(4).fill(one) }, { scenario: 3, scenarios: [one] }, { scenario: 0, scenarios: [one] },
    { scenario: '1', scenarios: [one] }, { scenario: 1.5, scenarios: [one] }, { scenario: 1, scenarios: one }, { scenario: 1, scenarios: [null] }, { scenario: 1, scenarios: [{ request }] },
    { scenario: 1, scenarios: [{ answer }] }, { scenario: 1, scenarios: [{ request: { ...request, calculator: 'renewal' }, answer }] }, { scenario: 1, scenarios: [{ request: { ...request, input: [] }, answer }] },
  ];
  for (const each of wrong) {
    assert.equal(why({ ...good, ...each }), 'broken', JSON.stringify(each).slice(0, 200));
    assert.ok(!isDocument({ ...good, ...each }) || each.scenario === 3 || each.scenarios?.[0]?.request?.calculator === 'renewal', JSON.stringify(each).slice(0, 200));
  }
  const read = why({ ...good, scenario: 1, scenarios: [{ request: { ...request, terms: { id: 'mine' }, steps: true }, answer, more: 1 }] });
  assert.deepEqual(read.scenarios, [one]);
});

test('brackets in texts do not count as depth', () => {
  assert.equal(why({ ...good, remarks: '{['.repeat(500) }).remarks.length, 1_000);
});

test('terms that come along are left behind', () => {
  assert.ok(!Object.hasOwn(why({ ...good, request: { ...good.request, terms: { id: 'mine' }, steps: true } }).request, 'terms'));
});

test('what is packed too well is not unpacked', async () => {
  const bomb = deflateRawSync(Buffer.alloc(5_000_000)).toString('base64url');
  assert.ok(bomb.length < 8_000);
  await assert.rejects(unpack(bomb), ({ why: reason }) => reason === 'too_long');
});

test('a link stands beside what a page keeps behind its #', () => {
  assert.equal(withQuote('', 'A'), '#quote=A');
  assert.equal(withQuote('#prices', 'A'), '#prices&quote=A');
  assert.equal(withQuote('#/shop?x=1&quote=B', 'A'), '#/shop?x=1&quote=A');
  assert.equal(withQuote('#quote=B', 'A'), '#quote=A');
  assert.equal(withQuote('#quote=B&tab=2', 'A'), '#tab=2&quote=A');
  assert.equal(withQuote('#request=%7B%7D', 'A'), '#quote=A');
  for (const hash of ['#quote=A', '#prices&quote=A', '#/shop?x=1&quote=A', '#quote=A&tab=2']) assert.equal(packedIn(hash), 'A', hash);
  for (const hash of ['', '#', '#prices', '#aquote=A', '#misquote=1']) assert.equal(packedIn(hash), undefined, hash);
});
