// Whatever JavaScript can hand in, the core refuses it and goes on working.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { example, isRefusal, quote, quoteCsv } from './core.mjs';
import { assertInSchema } from './schemas.mjs';

const cyclic = { calculator: 'cancellation' };
cyclic.input = cyclic;
cyclic.lines = [cyclic];

const throwing = { get calculator() { throw new Error('not today'); } };
const nowhere = new Proxy({}, { ownKeys() { throw new TypeError('no keys'); }, get() { throw new TypeError('no'); } });
const lying = new Proxy([], { get: (list, name) => (name === 'length' ? -1 : list[name]) });
const endless = new Proxy({}, { get: (_, name) => (name === Symbol.toPrimitive ? () => 'x' : endless), has: () => true });
const { proxy: revoked, revoke } = Proxy.revocable({}, {});
revoke();

const sparse = [];
sparse.length = 2 ** 32 - 1;

let deep = [];
for (let level = 0; level < 100_000; level++) deep = [deep];
let deepObject = {};
for (let level = 0; level < 100_000; level++) deepObject = { input: deepObject, lines: [deepObject] };

/** Small, without a cycle, and with two to the power of thirty ways through it. */
let shared = {};
for (let level = 0; level < 30; level++) shared = { one: shared, other: shared };

class Amount { value = '5.00'; toString() { return '5.00'; } toJSON() { return '5.00'; } }

const ODD = {
  'a cyclic object': cyclic,
  'an object that shares its parts': shared,
  'a getter that throws': throwing,
  'a proxy that throws': nowhere,
  'a proxy of a list with a length below zero': lying,
  'a proxy without an end': endless,
  'a proxy that was revoked': revoked,
  'a BigInt': 10n,
  'a symbol': Symbol('fee'),
  'a function': () => '5.00',
  'a class': Amount,
  'not a number': NaN,
  infinity: Infinity,
  'a negative zero': -0,
  'the largest number': Number.MAX_VALUE,
  'a date object': new Date(0),
  'a date object without a date': new Date(NaN),
  'a map': new Map([['fee', '5.00']]),
  'a set': new Set(['5.00']),
  'a typed array': new Uint8Array(4),
  'a buffer': new ArrayBuffer(8),
  'an instance of a class': new Amount(),
  'a boxed string': new String('5.00'),
  'a boxed number': new Number(5),
  'a regular expression': /5/,
  'an error': new Error('5.00'),
  'a promise': Promise.resolve('5.00'),
  'a weak map': new WeakMap(),
  'a sparse list': sparse,
  'a list with holes': [, , 1],
  'a very deep list': deep,
  'a very deep object': deepObject,
  'half a surrogate pair': '\ud800',
  'the other half': 'a\udc00b',
  'a long text': 'x'.repeat(1_000_000),
  'long digits': '9'.repeat(1_000_000),
  'a null byte': '\0',
  'an object without a prototype': Object.create(null),
  null: null,
  true: true,
  'an empty list': [],
  'an empty text': '',
};

const sound = example('cancellation');
const expected = quote(sound);

function assertStillWorks() {
  assert.deepEqual(quote(sound), expected);
}

function assertRefused(request, title) {
  const outcome = quote(request);
  assert.ok(isRefusal(outcome) && outcome.errors.length > 0, `${title}: not refused`);
  assertInSchema(outcome);
  for (const { code, field, values, message } of outcome.errors) {
    assert.equal(typeof code, 'string');
    assert.equal(typeof field, 'string');
    assert.equal(typeof values, 'object');
    assert.ok(message.length < 5_000, 'a message stays short');
  }
  assertStillWorks();
  return outcome;
}

/** A sound request with one value put in, by path. */
function withValue(path, value) {
  const request = structuredClone(sound);
  const names = path.split('.');
  const last = names.pop();
  names.reduce((place, name) => place[name], request)[last] = value;
  return request;
}

test('the whole request', () => {
  for (const [title, odd] of Object.entries(ODD)) assertRefused(odd, title);
});

test('the request itself is named by the empty field', () => {
  for (const odd of [null, 5, 'x', [], true, () => 1, Symbol('x'), 1n]) {
    assert.deepEqual(assertRefused(odd, String(odd)).errors.map(({ field }) => field), ['']);
  }
});

test('no argument at all', () => {
  const outcome = quote();
  assert.ok(isRefusal(outcome));
  assertStillWorks();
});

const PLACES = [
  'calculator', 'as_of', 'currency', 'minor_units', 'terms', 'steps', 'nonsense', 'input', 'input.nonsense', 'input.lines',
  'input.lines.0', 'input.lines.0.nonsense', 'input.lines.0.fee', 'input.lines.0.starts_on', 'input.lines.0.paid_with',
];

/** Odd values that are right after all. */
const SOUND = { steps: ['true'], minor_units: ['a negative zero'] };

for (const place of PLACES) {
  test(`in place of ${place}`, () => {
    for (const [title, odd] of Object.entries(ODD)) {
      if (SOUND[place]?.includes(title)) continue;
      const { errors } = assertRefused(withValue(place, odd), `${place}: ${title}`);
      // What cannot be read at all is the request's own fault.
      const fields = errors.map(({ field }) => field);
      assert.ok(fields.every((field) => field === '' || field.startsWith(place)), `${title}: ${JSON.stringify(errors)}`);
    }
  });
}

test('a text that is only echoed', () => {
  for (const [title, odd] of Object.entries(ODD)) {
    if (title === 'an empty text') continue;
    assertRefused(withValue('input.lines.0.service', odd), title);
  }
});

test('a count', () => {
  const renewal = example('renewal');
  for (const [title, odd] of Object.entries({ ...ODD, 'a fraction': 1.5, zero: 0, 'too many': 1_000_001 })) {
    const request = structuredClone(renewal);
    request.input.lines[0].quantity = odd;
    const { errors } = assertRefused(request, title);
    assert.ok(['', 'input.lines.0.quantity'].includes(errors[0].field), title);
    assert.equal(errors.length, 1, title);
  }
});

test('a field that is undefined is absent', () => {
  const request = structuredClone(sound);
  delete request.input.lines[0].paid_with;
  const answer = quote(request);
  request.input.lines[0].paid_with = undefined;
  assert.deepEqual(quote(request), answer);
  const { errors } = assertRefused(withValue('input.lines.0.fee', undefined), 'fee');
  assert.deepEqual(errors.map(({ code }) => code), ['missing']);
});

test('names that every object has', () => {
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '']) {
    const request = JSON.parse(JSON.stringify(sound).replace('"lines":[{', `"lines":[{${JSON.stringify(name)}:{},`));
    const { errors } = assertRefused(request, name);
    assert.deepEqual(errors.map(({ code, field }) => [code, field]), [['unknown_field', `input.lines.0.${name}`]]);
  }
});

test('a getter that asks the core itself', () => {
  const request = structuredClone(sound);
  Object.defineProperty(request, 'currency', { enumerable: true, get: () => quote(sound).currency });
  assert.ok(!isRefusal(quote(request)) || quote(request).errors.length > 0);
  assertStillWorks();
});

test('very many unknown fields', () => {
  const request = structuredClone(sound);
  for (let index = 0; index < 50_000; index++) request.input[`x${index}`] = index;
  assertRefused(request, 'many');
});

test('options and bytes of a portfolio', () => {
  const bytes = new TextEncoder().encode('fee,starts_on\n5.00,2026-12-31\n');
  const options = { ...sound, input: {} };
  for (const [title, odd] of Object.entries(ODD)) {
    const outcome = quoteCsv(odd, bytes);
    assert.ok(isRefusal(outcome), title);
    assertStillWorks();
  }
  assert.ok(quoteCsv(options, bytes) instanceof Uint8Array);
});
