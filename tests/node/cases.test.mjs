// Every case through the built package: what it must answer, and what must hold for any answer.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calculators, cases, isRefusal, quote, read } from './core.mjs';
import { assertInvariants } from './invariants.mjs';
import { assertInSchema } from './schemas.mjs';

/** Every value of `part` is in `whole`, but for what is null, which is not; lists by position. */
function assertHolds(whole, part, place = 'the answer') {
  if (typeof part !== 'object' || part === null) {
    assert.deepEqual(whole, part ?? undefined, place);
    return;
  }
  assert.equal(typeof whole, 'object', place);
  for (const [name, value] of Object.entries(part)) assertHolds(whole?.[name], value, `${place}.${name}`);
}

const lists = ['reasons', 'assumptions', 'warnings'];

const byPlace = (notes) => notes
  .map(({ code, line, allocation, values = {}, clause, ...rest }) => ({ code, line, allocation, values, clause, ...rest }))
  .sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));

const always = JSON.parse(read('tests/every/always.json'));
const packOf = new Map(calculators().map(({ calculator, pack }) => [calculator, pack]));

/** What stands in every answer by a document, a case need not repeat; one with terms of its own expects what they say. */
function withWhatAlwaysStands({ calculator, terms }, expect) {
  const { clause, ...codes } = (typeof terms === 'object' ? undefined : always[packOf.get(calculator)]) ?? {};
  const added = Object.entries(codes).map(([list, names]) => [list, [...expect[list] ?? [], ...names.map((code) => ({ code, clause }))]]);
  return { ...expect, ...Object.fromEntries(added) };
}

/** What the case names is in the answer; of its notes just those are. One too many misleads as one too few does. */
function assertExpected(answer, expect) {
  for (const list of lists) {
    assert.ok(Array.isArray(expect[list]), `the case names all its ${list}`);
    assert.deepEqual(byPlace(answer[list]), byPlace(expect[list]), list);
  }
  assertHolds(answer, Object.fromEntries(Object.entries(expect).filter(([name]) => !lists.includes(name))));
}

const inOrder = (faults) => faults.map(({ code, field }) => `${field}: ${code}`).sort();

for (const { title, request, expect, errors } of cases) {
  test(title, () => {
    const outcome = quote(request);
    if (errors) {
      assert.ok(isRefusal(outcome), 'it is refused');
      assertInSchema(outcome);
      assert.deepEqual(inOrder(outcome.errors), inOrder(errors));
      for (const { field, message } of outcome.errors) assert.ok(message.startsWith(`${field}: `), message);
    } else {
      assert.ok(!isRefusal(outcome), JSON.stringify(outcome.errors));
      assertExpected(outcome, withWhatAlwaysStands(request, expect));
      assertInvariants({ steps: true, ...request }, outcome);
    }
  });
}

for (const { calculator, example } of calculators()) {
  test(`the example of ${calculator} is answered`, () => {
    const answer = quote(example);
    assert.ok(!isRefusal(answer), JSON.stringify(answer.errors));
    assertInvariants(example, answer);
  });
}
