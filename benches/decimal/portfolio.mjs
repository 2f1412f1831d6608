// A portfolio of renewals in JavaScript: PapaParse reads and writes the rows, decimal.js prices them.

import Papa from 'papaparse';
import { amountOf, written as money } from './decimal.mjs';
import { dayOf, written as dated } from './dates.mjs';
import { countOf, price } from './renewal.mjs';

const ENTERED = ['part', 'quantity', 'annual_price', 'covered_until'];
const ANSWERED = ['path', 'covered_from', 'covered_until', 'months', 'exposed', 'on_time_until', 'amount', 'amount_later', 'difference', 'error'];

const DIGITS = /^\d+$/;
const FORMULA = /^\s*[=+\-@＝＋－＠]/;

/** What came in, such that no spreadsheet runs it. */
const inert = (cell) => (FORMULA.test(cell) ? `'${cell}` : cell);

const unpriced = (path, error) => [path, '', '', '', '', '', '', '', '', error];

function answered(asOf, anniversary, quantity, annualPrice, coveredUntil) {
  const count = DIGITS.test(quantity) ? countOf(Number(quantity)) : undefined;
  const amount = amountOf(annualPrice);
  const lastDay = dayOf(coveredUntil);
  if (count === undefined || amount === undefined || lastDay === undefined) {
    const errors = [];
    if (count === undefined) errors.push('wrong_type quantity');
    if (amount === undefined) errors.push('not_a_decimal annual_price');
    if (lastDay === undefined) errors.push('not_a_date covered_until');
    return unpriced('', errors.join('; '));
  }
  const priced = price(asOf, anniversary, count, amount, lastDay);
  if (!priced) return unpriced('reinstatement', '');
  const onTimeUntil = priced.exposed ? '' : dated(priced.previous - 1);
  return ['renewal', dated(priced.from), dated(priced.next - 1), priced.months, priced.exposed, onTimeUntil, money(priced.amount), '', '', ''];
}

/** Prices every row: bytes in, bytes out. */
export function priceCsv(options, bytes) {
  const asOf = dayOf(options.as_of);
  const anniversary = dayOf(options.input.anniversary);
  const { data } = Papa.parse(new TextDecoder().decode(bytes), { skipEmptyLines: true });
  const columns = data.shift();
  const [part, quantity, annualPrice, coveredUntil] = ENTERED.map((name) => columns.indexOf(name));
  if ([quantity, annualPrice, coveredUntil].includes(-1)) throw new Error('a column is missing');
  if (part === -1 || columns.length > ENTERED.length) throw new Error('a column is not known');
  const rows = data.map((cells) => {
    const answer = answered(asOf, anniversary, cells[quantity], cells[annualPrice], cells[coveredUntil]);
    return [...cells.map(inert), ...answer];
  });
  const text = Papa.unparse([[...columns, ...ANSWERED], ...rows], { newline: '\r\n' });
  return new TextEncoder().encode(`${text}\r\n`);
}
