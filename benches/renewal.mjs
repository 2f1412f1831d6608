// One renewal of a thousand lines: as many as a request may have.

import { assertSameAnswer, quote } from './core.mjs';
import { renewal as withDecimal } from './decimal/renewal.mjs';
import { ANNIVERSARY, AS_OF, lines } from './rows.mjs';
import { printRace, race } from './stopwatch.mjs';

const request = {
  calculator: 'renewal',
  as_of: AS_OF,
  currency: 'USD',
  input: { programme: 'PA', anniversary: ANNIVERSARY, tax_percent: '5', lines: lines(1000) },
};
const figuresOnly = { ...request, steps: false };

export function measure() {
  const { terms } = quote(request);
  assertSameAnswer(withDecimal(request, terms), quote(request));
  assertSameAnswer(withDecimal(figuresOnly, terms), quote(figuresOnly));
  const results = race([
    { name: 'Clausewise, every figure with its step', work: () => quote(request) },
    { name: 'Clausewise, `steps: false`', work: () => quote(figuresOnly) },
    { name: 'decimal.js, the same answer with steps', work: () => withDecimal(request, terms) },
    { name: 'decimal.js, the same answer without', work: () => withDecimal(figuresOnly, terms) },
  ], { rounds: 30, calls: 5, warmUp: 50 });
  printRace('One renewal of 1,000 lines', results);
}
