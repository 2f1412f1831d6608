// One cancellation: as fast as somebody types, or a server answers.

import assert from 'node:assert/strict';
import { assertSameAnswer, quote } from './core.mjs';
import { cancellation as withDecimal } from './decimal/cancellation.mjs';
import { cancellation as withPublicodes } from './publicodes/cancellation.mjs';
import { printRace, race } from './stopwatch.mjs';

const request = {
  calculator: 'cancellation',
  as_of: '2026-11-21',
  currency: 'USD',
  input: { lines: [{ service: 'Workshop', fee: '1234.56', starts_on: '2026-12-01', paid_with: 'cash' }] },
};
const figuresOnly = { ...request, steps: false };

export function measure() {
  const answer = quote(request);
  assertSameAnswer(withDecimal(request, answer.terms), answer);
  assertSameAnswer(withDecimal(figuresOnly, answer.terms), quote(figuresOnly));
  const [line] = answer.lines;
  const { days_ahead, charge_percent, charge, refund, steps } = withPublicodes(request);
  assert.deepEqual([days_ahead, `${charge_percent}`], [line.days_ahead, line.charge_percent]);
  assert.deepEqual([charge.toFixed(2), refund.toFixed(2)], [line.charge, line.refund]);
  assert.deepEqual(steps.map(({ values }) => Object.keys(values)), [
    ['cancelled on', 'starts on'], ['days ahead'], ['fee', 'charge percent'], ['fee', 'charge'],
  ]);

  const results = race([
    { name: 'Clausewise, every figure with its step', work: () => quote(request) },
    { name: 'Clausewise, `steps: false`', work: () => quote(figuresOnly) },
    { name: 'decimal.js, the same answer with steps', work: () => withDecimal(request, answer.terms) },
    { name: 'decimal.js, the same answer without', work: () => withDecimal(figuresOnly, answer.terms) },
    { name: 'publicodes, four figures, explanation read', work: () => withPublicodes(request) },
  ], { rounds: 30, calls: 500, warmUp: 5000 });
  printRace('One cancellation', results);
}
