// The core of one calculator: it gives the very answers of the whole one, by the terms that it takes, and holds nothing else.
// Terms that were checked when it was built are all that it knows: what brings others, it leaves to the whole one.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { calculators, cases, quote, root, terms } from './core.mjs';
import { generated } from './generated.mjs';

const requests = [...cases.map(({ request }) => request), ...generated(500, 23)];
const packs = terms();
const bytes = (name) => readFileSync(new URL(`pkg/only/${name}_bg.wasm`, root));
const whole = readFileSync(new URL('pkg/clausewise_bg.wasm', root)).length;

/** Whether a request brings terms of its own; the id of a pack that is built in brings none. */
const bringsTerms = ({ terms: brought }) => typeof brought === 'object' && brought !== null && !Array.isArray(brought);

const isThere = existsSync(new URL('pkg/only', root));

test('there are cores of single calculators', () => assert.ok(isThere, 'pkg/ was built with --whole-only: run `cargo xtask build`'));

for (const described of isThere ? calculators() : []) {
  const { calculator } = described;
  test(calculator, async () => {
    const alone = await import(new URL(`pkg/only/${calculator}.js`, root).href);
    const module = bytes(calculator);
    alone.initSync({ module });
    assert.ok(module.length < whole / 2, `${module.length} of ${whole} bytes`);

    assert.deepEqual(alone.calculators(), [described]);
    alone.calculators()[0].fields.length = 0;
    assert.deepEqual(alone.calculators(), [described], 'changed by whoever asked before');
    const [{ clauses, services, values, ...held }, ...others] = alone.terms();
    assert.deepEqual(others, []);
    const pack = packs.find(({ id }) => id === described.pack);
    for (const name of ['id', 'digest', 'document', 'edition']) assert.deepEqual(held[name], pack[name]);
    assert.deepEqual(held.calculators, [calculator]);
    for (const [part, of] of [[clauses, pack.clauses], [values, pack.values]]) {
      assert.ok(Object.keys(part).length < Object.keys(of).length, 'terms that others take');
      for (const [name, value] of Object.entries(part)) assert.deepEqual(value, of[name]);
    }
    assert.deepEqual(services ?? pack.services, pack.services);
    const mine = requests.filter((request) => request?.calculator === calculator);
    assert.ok(mine.length > 10);
    for (const request of mine.filter((each) => !bringsTerms(each))) assert.deepEqual(alone.quote(request), quote(request));
    // Built in, it is known by its id; and so is what is built in elsewhere.
    const example = { ...described.example, as_of: '2026-11-21' };
    for (const id of [...packs.map((each) => each.id), 'nonsense', '', 7, null, []]) {
      const request = { ...example, terms: id };
      assert.deepEqual(alone.quote(request), quote(request));
    }
    // A pack that came along is for the whole core, the very one that is built in too; whatever else is wrong is told as well.
    const brought = [...mine.filter(bringsTerms), { ...example, terms: pack }, { ...example, terms: {} }, { ...example, as_of: '2026-13-01', terms: pack }];
    for (const request of brought) {
      const { errors } = alone.quote(request);
      assert.deepEqual(errors.filter(({ field }) => field === 'terms').map(({ code }) => code), ['not_applicable']);
      assert.ok(errors.every(({ field }) => !field.startsWith('terms.')));
    }
    assert.deepEqual(alone.quote(brought.at(-1)).errors.map(({ field }) => field).sort(), ['as_of', 'terms']);

    // What is asked of another it refuses, and says what it has.
    const [error] = alone.quote({ calculator: 'nonsense', as_of: '2026-11-21', input: {} }).errors;
    assert.deepEqual([error.code, error.values.choices], ['unknown_calculator', [calculator]]);
    assert.equal(alone.quoteCsv({ calculator }, new Uint8Array()).errors[0].code, 'not_applicable');
    assert.equal(alone.readTable({ calculator }, new Uint8Array()).errors[0].code, 'not_applicable');
    // What is written plainly it reads, and what is not it leaves to the build that reads.
    assert.deepEqual(alone.read('money', '36,000', { currency: 'TWD' }), { value: '36000' });
    assert.equal(alone.read('money', 'NT$ 3.6萬', { currency: 'TWD' }).errors[0].code, 'not_applicable');
  });
}

test('the build that reads holds no calculator', { skip: !isThere }, async () => {
  const reading = await import(new URL('pkg/only/reading.js', root).href);
  reading.initSync({ module: bytes('reading') });
  assert.deepEqual([reading.calculators(), reading.terms()], [[], []]);
  for (const outcome of [reading.quote(requests[0]), reading.quoteCsv({}, new Uint8Array()), reading.readTable({}, new Uint8Array())]) {
    assert.equal(outcome.errors[0].code, 'not_applicable');
  }
  assert.deepEqual(reading.read('money', 'NT$ 3.6萬', { currency: 'TWD' }), { value: '36000' });
});
