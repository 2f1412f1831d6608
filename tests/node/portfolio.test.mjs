// A portfolio as CSV. Every expectation here is worked out by hand.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calculators, isRefusal, quote, quoteCsv } from './core.mjs';

const bytes = (text) => new TextEncoder().encode(text);
const text = (bytes) => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

/** What comes out, as rows of cells by column; reads RFC 4180. */
function table(outcome) {
  assert.ok(outcome instanceof Uint8Array, JSON.stringify(outcome));
  const rows = [[]];
  for (const [, quoted, plain, end] of text(outcome).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1).push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ',') rows.push([]);
  }
  const [header, ...body] = rows.filter((row) => row.length > 1 || row[0]);
  return body.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index]])));
}

const cancellation = { calculator: 'cancellation', as_of: '2026-11-21', currency: 'USD', input: {} };
const renewal = { calculator: 'renewal', as_of: '2026-11-21', currency: 'USD', input: { programme: 'PA', anniversary: '2026-04-01' } };

test('cancellations, one a row', () => {
  const rows = table(quoteCsv(cancellation, bytes('service,fee,starts_on\nworkshop,1000.00,2026-12-05\nreview,99.99,2026-12-04\nclinic,50,2026-11-26\n')));
  assert.deepEqual(rows.map(({ service, days_ahead, charge_percent, charge, refund, verdict, error }) =>
    [service, days_ahead, charge_percent, charge, refund, verdict, error]), [
    // 14 days ahead: nothing; 13: half of 99.99 is 49.995, up to 50.00; 5: all of it.
    ['workshop', '14', '0', '0.00', '1000.00', 'eligible', ''],
    ['review', '13', '50', '50.00', '49.99', 'eligible', ''],
    ['clinic', '5', '100', '50.00', '0.00', 'ineligible', ''],
  ]);
});

test('a calculator that asks for nothing but lines needs no input', () => {
  const { input, ...options } = cancellation;
  const csv = bytes('fee,starts_on\n5.00,2026-12-05\n');
  assert.deepEqual(table(quoteCsv(options, csv)), table(quoteCsv({ ...options, input }, csv)));
});

test('the columns come back first, then the answer by name, then the error', () => {
  const out = text(quoteCsv(cancellation, bytes('starts_on,fee\n2026-12-05,1000.00\n')));
  const header = out.split(/\r?\n/)[0].split(',');
  assert.deepEqual(header.slice(0, 2), ['starts_on', 'fee']);
  assert.equal(header.at(-1), 'error');
  assert.equal(new Set(header).size, header.length, `a column stands twice: ${header}`);
});

test('a renewal by the month', () => {
  // From 2027-01-01 to the anniversary on 2027-04-01 are 3 months: 2 × 1200 × 3 ÷ 12 = 600.
  const [row] = table(quoteCsv(renewal, bytes('part,quantity,annual_price,covered_until\nD1,2,1200.00,2026-12-31\n')));
  assert.equal(row.months, '3');
  assert.equal(row.amount, '600.00');
  assert.equal(row.covered_from, '2027-01-01');
  assert.equal(row.error, '');
});

test('a row is what the line is through quote', () => {
  const line = { part: 'D1', quantity: 7, annual_price: '33.33', covered_until: '2027-02-14', later_annual_price: '40.00' };
  const answer = quote({ ...renewal, input: { ...renewal.input, lines: [line] } }).lines[0];
  const [row] = table(quoteCsv(renewal, bytes(`${Object.keys(line)}\n${Object.values(line)}\n`)));
  for (const name of ['months', 'amount', 'amount_later', 'difference', 'covered_from', 'path', 'on_time_until']) {
    assert.equal(row[name] ?? '', String(answer[name] ?? ''), name);
  }
});

test('a bad row says so and does not stop the others', () => {
  const rows = table(quoteCsv(cancellation, bytes('fee,starts_on\n1000.00,2026-12-05\n1e3,soon\n5.00,2026-12-05\n')));
  assert.deepEqual(rows.map(({ refund }) => refund), ['1000.00', '', '5.00']);
  assert.match(rows[1].error, /not_a_decimal/);
  assert.match(rows[1].error, /fee/);
  assert.match(rows[1].error, /not_a_date/);
  assert.match(rows[1].error, /starts_on/);
  assert.equal(rows[2].error, '');
});

test('rows that are too short, too long or empty', () => {
  const rows = table(quoteCsv(cancellation, bytes('fee,starts_on\n5.00\n5.00,2026-12-05,extra\n5.00,2026-12-05\n')));
  assert.equal(rows.length, 3);
  assert.match(rows[0].error, /missing/);
  assert.notEqual(rows[1].error, '');
  assert.equal(rows[2].error, '');
});

test('byte-order mark, quoted cells, line ends of every system', () => {
  const rows = table(quoteCsv(cancellation, bytes('\uFEFFservice,fee,starts_on\r\n"one, ""two""","5.00",2026-12-05\r\n')));
  assert.equal(rows.length, 1);
  assert.equal(rows[0].service, 'one, "two"');
  assert.equal(rows[0].refund, '5.00');
});

test('a file without its last line end', () => {
  assert.equal(table(quoteCsv(cancellation, bytes('fee,starts_on\n5.00,2026-12-05'))).length, 1);
});

test('a header alone gives a header alone', () => {
  assert.deepEqual(table(quoteCsv(cancellation, bytes('fee,starts_on\n'))), []);
});

test('Chinese passes through', () => {
  const [row] = table(quoteCsv(cancellation, bytes('service,fee,starts_on\n主動式工作坊,5.00,2026-12-05\n')));
  assert.equal(row.service, '主動式工作坊');
});

test('what a spreadsheet would run gets an apostrophe, numbers do not', () => {
  const rows = table(quoteCsv(cancellation, bytes('service,fee,starts_on\n=1+1,5.00,2026-12-05\n+5,5.00,2026-12-05\n-5,5.00,2026-12-05\n@x,5.00,2026-12-05\nplain,5.00,2026-11-11\n')));
  assert.deepEqual(rows.map(({ service }) => service), ["'=1+1", "'+5", "'-5", "'@x", 'plain']);
  assert.equal(rows[4].days_ahead, '-10');
});

test('what a spreadsheet would run gets one in a bad row too', () => {
  const [row] = table(quoteCsv(cancellation, bytes('service,fee,starts_on\nx,=1+1,2026-12-05\n')));
  assert.equal(row.fee, "'=1+1");
  assert.notEqual(row.error, '');
});

test('the header is checked first', () => {
  const refused = (csv, options = cancellation) => {
    const outcome = quoteCsv(options, bytes(csv));
    assert.ok(isRefusal(outcome), csv);
    return outcome.errors.map(({ code, field }) => `${code} ${field}`).sort();
  };
  assert.match(refused('fee\n5.00\n').join(), /missing .*starts_on/);
  assert.match(refused('fee,starts_on,colour\n').join(), /unknown_field .*colour/);
  assert.match(refused('fee,starts_on,fee\n').join(), /duplicate_column .*fee/);
  assert.ok(refused('').length > 0);
});

test('bytes that are no UTF-8', () => {
  const outcome = quoteCsv(cancellation, new Uint8Array([...bytes('fee,starts_on\n'), 0xff, 0xfe, 0x0a]));
  const errors = isRefusal(outcome) ? outcome.errors.map(({ code }) => code) : table(outcome).map(({ error }) => error);
  assert.match(errors.join(), /not_utf8/);
});

test('a calculator that has no lines', () => {
  for (const { calculator, portfolio } of calculators()) {
    if (portfolio) continue;
    const outcome = quoteCsv({ calculator, as_of: '2026-11-21', currency: 'USD', input: {} }, bytes('a,b\n'));
    assert.deepEqual(outcome.errors.map(({ code, field }) => [code, field]), [['not_applicable', 'calculator']]);
  }
});

test('options are checked as a request is', () => {
  const outcome = quoteCsv({ ...cancellation, as_of: 'soon', currency: 'XYZ' }, bytes('fee,starts_on\n'));
  assert.deepEqual(outcome.errors.map(({ code, field }) => `${field} ${code}`).sort(), ['as_of not_a_date', 'currency unknown_currency']);
});

test('no limit of 1,000 lines', () => {
  const rows = table(quoteCsv(cancellation, bytes(`fee,starts_on\n${'5.00,2026-12-05\n'.repeat(5_000)}`)));
  assert.equal(rows.length, 5_000);
  assert.ok(rows.every(({ refund, error }) => refund === '5.00' && error === ''));
});
