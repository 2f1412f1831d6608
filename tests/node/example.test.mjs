// The example on somebody's page: on its day and in its currency, and the same story.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { calculators, isRefusal, quote, readText } from './core.mjs';
import { source } from './sources.mjs';

const { exampleFor } = await source('form/example');
const { makeRequest } = await source('state');
const { Reader } = await source('form/reader');

const reader = new Reader({ read: readText });

/** The request of a calculator's example for a page, and what the core says to it. */
function exampleOn(described, wanted) {
  const requestOf = (draft) => makeRequest(described, draft).request;
  const request = requestOf(exampleFor(described, wanted, (draft) => quote(requestOf(draft)), reader));
  return { request, outcome: quote(request) };
}

const DAYS = ['2026-11-21', '2027-03-15', '2025-01-31', '2028-02-29', '2031-12-31'];
const CURRENCIES = ['JPY', 'TWD', 'EUR', 'USD', 'HKD', 'KRW', 'VND'];
const whole = (amount) => amount.replace(/\.\d+$/, '');

for (const described of calculators()) {
  const { calculator, money, example, fields } = described;
  const own = quote(example);

  describe(calculator, () => {
    test('where the page names nothing, it is what the core says it is', () => {
      assert.deepEqual(exampleOn(described, { day: '', currency: '' }).request, example);
    });

    for (const day of ['', ...DAYS]) {
      test(`on ${day || 'its own day'}, in every currency`, () => {
        for (const currency of ['', ...CURRENCIES]) {
          const { request, outcome } = exampleOn(described, { day, currency });
          const place = `${currency}: ${JSON.stringify(request)}`;
          assert.ok(!isRefusal(outcome), `${place} ${JSON.stringify(outcome)}`);
          assert.equal(request.as_of, day || example.as_of, place);
          assert.equal(request.currency, money ? currency || example.currency : undefined, place);
          assert.equal(outcome.verdict, own.verdict, place);
          assert.deepEqual(outcome.lines.map(({ verdict }) => verdict), own.lines.map(({ verdict }) => verdict), place);
          // The amounts stay, their decimals aside.
          const amounts = (input, of) => of.flatMap(({ name, kind, items }) => (kind === 'list'
            ? (input[name] ?? []).flatMap((item) => amounts(item, items)) : kind === 'money' ? [whole(input[name] ?? '')] : []));
          assert.deepEqual(amounts(request.input, fields), amounts(example.input, fields), place);
        }
      });
    }
  });
}

test('dates move together, by whole months, and ends of months stay ends', () => {
  const renewal = calculators().find(({ calculator }) => calculator === 'renewal');
  const { request } = exampleOn(renewal, { day: '2027-03-15', currency: '' });
  // From 21 November to 15 March there are three whole months.
  const { anniversary, lines } = request.input;
  assert.deepEqual([anniversary, ...lines.map(({ covered_until: until }) => until)], ['2027-04-01', '2027-03-31', '2027-09-30']);
});

test('a currency of which no rate is known leaves an example that needs one in its own', () => {
  const liability = calculators().find(({ calculator }) => calculator === 'liability');
  const { request, outcome } = exampleOn(liability, { day: '2027-03-15', currency: 'SEK' });
  assert.deepEqual([request.currency, request.as_of], [liability.example.currency, '2027-03-15']);
  assert.ok(!isRefusal(outcome));
});
