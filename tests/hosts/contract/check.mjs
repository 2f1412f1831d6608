// What a framework must be able to do with the element (Custom Elements Everywhere): attributes, rich properties, events;
// and nobody who types loses what they typed. Half of a fee is refunded 13 days before its start (MS-UES-16).

import assert from 'node:assert/strict';
import { eventually } from '../../e2e/site.mjs';
import { reads } from '../visit.mjs';

const FEE = 'input.lines.0.fee';
const REFUND = 'figures.refund';

/** The page of a project like this one. */
export async function keepsTheContract(visit) {
  const [controlled, inline] = [await visit.calculator('#controlled'), await visit.calculator('#inline')];

  // A rich property, there before the element was; and the answer is heard.
  await reads(controlled, REFUND, '500.00');
  assert.equal(await controlled.value(FEE), '1,000');
  await hears(visit, '500.00');

  // What is typed comes back from the host's state with each key, and takes neither text nor focus nor caret.
  await visit.typesOver(controlled, FEE, '2500');
  await reads(controlled, REFUND, '1,250.00');
  assert.deepEqual([await controlled.value(FEE), await controlled.focused()], ['2500', FEE]);
  await hears(visit, '1250.00');

  // A literal in the markup is another object at each drawing, and says the same as before.
  await reads(inline, REFUND, '500.00');
  await visit.typesOver(inline, FEE, '2500');
  await reads(inline, REFUND, '1,250.00');
  assert.deepEqual([await inline.value(FEE), await inline.focused()], ['2500', FEE]);
  await eventually(async () => assert.equal(await visit.text('#told'), '1250.00'));

  // The host decides otherwise.
  await visit.click('#other');
  await reads(controlled, REFUND, '400.00');
  assert.equal(await controlled.value(FEE), '800');
  await hears(visit, '400.00');
  await visit.click('#nothing');
  await eventually(async () => assert.equal(await controlled.value(FEE), ''));
  await hears(visit, '');

  // An attribute that changes.
  await visit.click('#chinese');
  await eventually(async () => assert.match(await controlled.one('form').getText(), /[\u4e00-\u9fff]/));
}

const hears = (visit, wanted) => eventually(async () => assert.equal(await visit.text('#heard'), wanted));
