// Terms that the page gives: whatever a visitor does, the figures are those of that contract, or there are none.

import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { cases, quote } from '../node/core.mjs';
import { useGuest } from './guest_page.mjs';
import { eventually, words } from './site.mjs';

const guest = useGuest();

/** Somebody else's: free until 30 days ahead, 62.5 % until 10, all from 9. */
const ACME = cases.find(({ name }) => name.startsWith("somebody else's terms: 30 days free")).request.terms;
const NAMED = 'Acme, Support terms';

const page = (attributes = '') => `<clausewise-quote calculator="cancellation" as-of="2026-12-01" currency="USD" ${attributes}></clausewise-quote>`;
const LINE = { 'input.lines.0.fee': '1000', 'input.lines.0.starts_on': '2026-12-11' };

const run = (script, ...given) => guest.run(`const element = document.querySelector('clausewise-quote'); ${script}`, ...given);

beforeEach(() => {
  guest.files.set('/acme.json', JSON.stringify(ACME));
  guest.withheld.length = 0;
});

/** 10 days ahead: 625 by the contract given, 500 by the one built in. */
async function answersByAcme(calculator) {
  await eventually(async () => assert.equal((await calculator.answer())?.terms.pack, 'acme'));
  assert.equal((await calculator.answer()).figures.charge, '625.00');
  await guest.reads(NAMED);
}

const WAYS = {
  'an address in the attribute': () => guest.show(page('terms="acme.json"')),
  'a pack as the property': async () => {
    await guest.show(page(), { before: `document.querySelector('clausewise-quote').terms = ${JSON.stringify(ACME)}` });
  },
  'a pack set later, and changed by the page afterwards': async () => {
    await guest.show(page());
    await guest.calculator();
    await run('element.terms = arguments[0]; arguments[0].id = "other"; arguments[0].values.partial_charge_percent.dated[0].value = "1"', ACME);
  },
  'a pack in the request': async () => {
    await guest.show(page());
    await guest.calculator();
    await run('element.request = { calculator: "cancellation", terms: arguments[0], input: {} }', ACME);
  },
};

for (const [name, show] of Object.entries(WAYS)) {
  test(`${name}: kept through typing, Clear, the example and undoing`, async () => {
    await show();
    const calculator = await guest.calculator();
    await calculator.enterAll(LINE);
    await answersByAcme(calculator);
    assert.deepEqual(await calculator.answer(), quote(await calculator.request()));
    for (const act of ['clear', 'undo', 'example', 'clear']) await calculator.button(act).click();
    await calculator.enterAll(LINE);
    await answersByAcme(calculator);
    await calculator.button('example').click();
    await eventually(async () => assert.equal((await calculator.answer())?.lines.length, 2));
    assert.equal((await calculator.answer()).terms.pack, 'acme');
    assert.deepEqual(await guest.told('error'), []);
  });
}

test('kept through a change of calculator: one that they do not serve has no answer', async () => {
  await guest.show(page('terms="acme.json"'));
  const calculator = await guest.calculator();
  await calculator.enterAll(LINE);
  await answersByAcme(calculator);
  await run('element.calculator = "swap"');
  // Its form is there once its core is.
  await eventually(async () => calculator.button('example').click());
  assert.equal((await calculator.request()).calculator, 'swap');
  await guest.reads(words.en.ui.failed_terms);
  assert.equal(await calculator.answer(), null);
  const [{ reason, message }] = await guest.told('error');
  assert.equal(reason, 'terms');
  assert.match(message, /acme does not serve swap/);
  await run('element.calculator = "cancellation"');
  await answersByAcme(calculator);
  // Taken away by the page, they are gone.
  await run('element.terms = null');
  await eventually(async () => assert.equal((await calculator.answer())?.figures.charge, '500.00'));
});

test('a built-in pack by its id, and another later', async () => {
  await guest.show(page('terms="ms-unified"'));
  const calculator = await guest.calculator();
  await calculator.enterAll(LINE);
  await eventually(async () => assert.equal((await calculator.answer())?.figures.charge, '500.00'));
  await run('element.setAttribute("terms", "/acme.json?edition=2")');
  await answersByAcme(calculator);
});

const CORES = ['only/cancellation_bg.wasm', '/clausewise_bg.wasm'];

/** Which of the two cores the page has asked for: that of the calculator, and the whole one. */
const asked = () => run('return arguments[0].map((file) => performance.getEntriesByType("resource").some(({ name }) => name.endsWith(file)))', CORES);

test('terms that come later bring the whole core; until it is there nothing is answered, and the form stays', async () => {
  await guest.show(page());
  const calculator = await guest.calculator();
  await calculator.enterAll(LINE);
  await eventually(async () => assert.equal((await calculator.answer())?.figures.charge, '500.00'));
  assert.deepEqual(await asked(), [true, false]);
  guest.withheld.push('/clausewise_bg.wasm');
  await run('element.terms = arguments[0]', ACME);
  await guest.reads(words.en.ui.failed_network);
  assert.equal(await calculator.answer(), null);
  assert.equal(await calculator.value('input.lines.0.fee'), '1,000', 'what was typed is gone');
  assert.deepEqual((await guest.told('error')).map(({ reason }) => reason), ['network']);
  guest.withheld.length = 0;
  await calculator.button('retry').click();
  await answersByAcme(calculator);
  assert.deepEqual(await asked(), [true, true]);
});

test('terms that are there from the start bring the whole core alone', async () => {
  await guest.show(page('terms="acme.json"'));
  const calculator = await guest.calculator();
  await calculator.enterAll(LINE);
  await answersByAcme(calculator);
  assert.deepEqual(await asked(), [false, true]);
});

test('a pack that goes by the name of one of ours is shown as what it is', async () => {
  guest.files.set('/acme.json', JSON.stringify({ ...ACME, id: 'ms-unified' }));
  await guest.show(page('terms="/acme.json"'));
  const calculator = await guest.calculator();
  await calculator.enterAll(LINE);
  await guest.reads(NAMED);
  assert.ok(!(await guest.text()).includes(words.en.documents['ms-unified'].name));
  assert.match(await calculator.working('figures.charge'), new RegExp(NAMED));
});

describe('terms that cannot be used give no answer by others', () => {
  const BAD = {
    'nothing at the address': ['terms="nowhere.json"', /nowhere\.json could not be loaded \(HTTP 404\)/],
    'a page in place of a pack': ['terms="/page.json"', /could not be loaded/],
    'a list in place of a pack': ['terms="/list.json"', /no JSON object/],
    'an address that is none': ['terms="http://[/"', /could not be loaded/],
    'an address that the policy forbids': ['terms="http://127.0.0.1:9/acme.json"', /could not be loaded/],
    'an id that there is not': ['terms="acme"', /no such pack/],
    'a pack of another document': ['terms="ibm-ss"', /does not serve cancellation/],
    'a spoilt pack': ['terms="/spoilt.json"', /terms\.values\.partial_charge_percent/],
  };
  const { partial_charge_percent: _percent, ...values } = ACME.values;

  for (const [name, [attribute, why]] of Object.entries(BAD)) {
    test(name, async () => {
      guest.files.set('/page.json', '<!doctype html>');
      guest.files.set('/list.json', '[]');
      guest.files.set('/spoilt.json', JSON.stringify({ ...ACME, values }));
      await guest.show(page(attribute));
      const calculator = await guest.calculator();
      await guest.reads(words.en.ui.failed_terms);
      await calculator.enterAll(LINE);
      await calculator.button('example').click();
      await calculator.button('undo').click();
      assert.equal(await calculator.answer(), null);
      assert.ok((await calculator.property('refusal')).errors.every(({ field }) => field.startsWith('terms')));
      assert.equal(await calculator.value('input.lines.0.fee'), '1,000', 'what was typed is gone');
      // Told once, however much is typed.
      const told = await guest.told('error');
      assert.deepEqual(told.map(({ reason }) => reason), ['terms']);
      assert.match(told[0].message, why);
      assert.doesNotMatch(await guest.text(), /[{}]|\bterms\.|ibm-ss/);
    });
  }

  test('and what did not arrive can be asked for again', async () => {
    guest.withheld.push('/acme.json');
    await guest.show(page('terms="acme.json"'));
    const calculator = await guest.calculator();
    await calculator.enterAll(LINE);
    await guest.reads(words.en.ui.failed_terms);
    await calculator.button('retry').click();
    await eventually(async () => assert.equal((await guest.told('error')).length, 2));
    guest.withheld.length = 0;
    await calculator.button('retry').click();
    await answersByAcme(calculator);
    assert.ok(!(await guest.text()).includes(words.en.ui.failed_terms));
  });
});
