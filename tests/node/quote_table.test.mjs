// Tables as people keep them, priced at once and in pieces: both come to the same, in whatever encoding and wherever they are cut.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { book } from '../e2e/books.mjs';
import { quoteTable, quoteTableStream, readTable, quoteCsv, isRefusal } from './core.mjs';

const options = { calculator: 'cancellation', as_of: '2026-11-21', currency: 'TWD', minor_units: 0, notes: true };
const HEAD = ['聯絡人', '服務', '費用', '開始日', '備註'];
const rows = Array.from({ length: 40_000 }, (_, at) => [
  at % 3 ? '王小明' : '林“大同”', `架構服務\n第 ${at} 場`, at % 50 === 7 ? '面議' : `${1 + (at % 900)},000`, `2026/12/${10 + (at % 20)}`, at % 9 ? '' : '=1+1',
]);
const cell = (text) => /[",;\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
const text = ['2026 年 12 月的場次', '', HEAD.join(';'), ...rows.map((row) => row.map(cell).join(';')), '合計;;40000;;'].join('\r\n');

/** Only those characters that each encoding has; none of them is written by the package. */
const inEncoding = {
  'utf-8': Buffer.from(text),
  'utf-16le': Buffer.from(text, 'utf16le'),
  'utf-16be': Buffer.from(text, 'utf16le').swap16(),
};

function* cut(bytes, size) {
  for (let at = 0; at < bytes.length; at += size) yield new Uint8Array(bytes.subarray(at, at + size));
}

async function all(parts) {
  const got = { csv: [], rows: 0, priced: 0, faults: [], leftOut: [], parts: 0, encoding: '', sums: new Map() };
  for await (const { table, csv, priced, sums } of parts) {
    got.csv.push(Buffer.from(csv));
    got.rows += table.rows;
    got.priced += priced;
    got.faults.push(...table.faults);
    got.leftOut.push(...table.left_out.map(({ line, why }) => [line, why]));
    got.encoding = table.encoding;
    got.parts += 1;
    for (const { key, month, rows: count, amounts } of sums) {
      const sum = got.sums.get(`${key} ${month}`) ?? { count: 0, charge: 0n };
      got.sums.set(`${key} ${month}`, { count: sum.count + count, charge: sum.charge + BigInt(amounts.charge) });
    }
  }
  return { ...got, csv: Buffer.concat(got.csv).toString() };
}

const whole = quoteTable(options, inEncoding['utf-8']);
const csv = Buffer.from(whole.csv).toString();

test('at once: every row, with what its owner wrote beside it', () => {
  const lines = csv.split('\r\n');
  assert.equal(lines[0], `${HEAD.join(',')},days_ahead,charge_percent,charge,refund,full_refund_until,half_refund_until,verdict,reasons,assumptions,warnings,clauses,error`);
  assert.equal(lines.length, 40_000 + 2);
  // Nineteen days ahead nothing is charged.
  assert.ok(lines[1].startsWith('林“大同”,"架構服務\n第 0 場","1,000",2026/12/10,\'=1+1,19,0,0,1000,2026-11-26,2026-12-04,eligible,,'), lines[1]);
  assert.ok(lines[8].startsWith('王小明,"架構服務\n第 7 場",面議,2026/12/17,,,,,,,,,,,,,not_a_decimal fee'), lines[8]);
  assert.equal(whole.priced, 40_000 - 800);
  assert.equal(whole.table.faults.length, 800);
  assert.deepEqual(whole.table.faults[0], { row: 8, column: '費用', field: 'fee', code: 'not_a_decimal', values: whole.table.faults[0].values, text: '面議' });
  assert.deepEqual(whole.table.left_out.map(({ line, why }) => [line, why]), [[1, 'title'], [40_004, 'total']]);
  assert.ok(!('csv' in whole.table) && !('lines' in whole.table) && !('piece' in whole));
  // What readTable and quoteCsv come to, one after the other, where a row can be read.
  const apart = Buffer.from(quoteCsv(options, readTable(options, inEncoding['utf-8']).csv)).toString().split('\r\n');
  assert.equal(lines[1].slice(lines[1].indexOf('=1+1') + 4), apart[1].slice(apart[1].indexOf('2026-12-10') + 10));
});

test('wherever it is cut, and whatever it is written in, a stream comes to the same', async () => {
  for (const [encoding, bytes] of Object.entries(inEncoding)) {
    for (const size of encoding === 'utf-8' ? [997, 65_537, bytes.length] : [10_001]) {
      const got = await all(quoteTableStream(options, cut(bytes, size)));
      assert.ok(got.csv === csv, `${encoding} in pieces of ${size}`);
      assert.equal(got.encoding, encoding);
      assert.deepEqual([got.rows, got.priced], [40_000, 39_200]);
      assert.deepEqual(got.faults, whole.table.faults);
      assert.deepEqual(got.leftOut, [[1, 'title'], [40_004, 'total']]);
      assert.ok(got.parts > 2);
      for (const { key, month, rows: count, amounts } of whole.sums) {
        assert.deepEqual(got.sums.get(`${key} ${month}`), { count, charge: BigInt(amounts.charge) });
      }
    }
  }
  const few = inEncoding['utf-8'].subarray(0, 700);
  assert.equal((await all(quoteTableStream(options, cut(few, 1)))).csv, Buffer.from(quoteTable(options, few).csv).toString());
});

test('Big5 is known by its beginning, and a cut through a character is none', async () => {
  // 服務, 費用, 開始日 and 架構, as Big5 has them.
  const big5 = Buffer.concat([
    Buffer.from([0xAA, 0x41, 0xB0, 0xC8, 0x2C, 0xB6, 0x4F, 0xA5, 0xCE, 0x2C, 0xB6, 0x7D, 0xA9, 0x6C, 0xA4, 0xE9, 0x0A]),
    ...Array.from({ length: 60_000 }, () => Buffer.from([0xAC, 0x5B, 0xBA, 0x63, ...Buffer.from(',1000,2026-12-10\n')])),
  ]);
  const got = await all(quoteTableStream(options, cut(big5, 4_099)));
  assert.equal(got.encoding, 'big5');
  assert.equal(got.priced, 60_000);
  assert.ok(got.csv.startsWith('服務,費用,開始日,days_ahead,'));
  assert.ok(got.csv.includes('\r\n架構,1000,2026-12-10,19,0,0,1000,'));
});

test('where a column has to be asked about, that is all that comes', async () => {
  const table = new TextEncoder().encode(`what,price,other price,when\n${'x,1000,2000,2026-12-10\n'.repeat(60_000)}`);
  const parts = [];
  for await (const part of quoteTableStream(options, cut(table, 100_000))) parts.push(part);
  assert.equal(parts.length, 1);
  assert.equal(parts[0].table.ask, true);
  assert.equal(parts[0].priced, undefined);
  assert.equal(parts[0].csv.length, 0);
  const columns = { price: 'fee', when: 'starts_on', 'other price': '', what: '' };
  assert.equal((await all(quoteTableStream({ ...options, columns }, cut(table, 100_000)))).priced, 60_000);
  // Without headings too: later pieces are read as the first was chosen to be.
  const bare = new TextEncoder().encode('x;1000;2026-12-10\n'.repeat(60_000));
  const chosen = { 1: '', 2: 'fee', 3: 'starts_on' };
  const got = await all(quoteTableStream({ ...options, columns: chosen }, cut(bare, 100_000)));
  assert.equal(got.priced, 60_000);
  assert.equal(got.csv.split('\r\n', 1)[0].startsWith('1,fee,starts_on,days_ahead'), true);
});

test('what is refused is refused alike', async () => {
  const outcome = async (by, bytes) => {
    try {
      return (await all(quoteTableStream(by, [bytes]))).csv;
    } catch (refused) {
      return refused.errors.map(({ code, field }) => `${code} ${field}`);
    }
  };
  const told = (made) => isRefusal(made) ? made.errors.map(({ code, field }) => `${code} ${field}`) : Buffer.from(made.csv).toString();
  const table = new TextEncoder().encode('fee,starts_on\n5,2026-12-10\n');
  const noText = new Uint8Array([0xFF, 0x00, 0x81, 0x80]);
  for (const [by, bytes] of [[{ ...options, as_of: 'x' }, table], [{ ...options, colums: {} }, table], [{ ...options, calculator: 'programme' }, table], [options, noText], [options, table], [options, new Uint8Array()], [5, table],
    [{ ...options, encoding: 'utf-8' }, noText], [{ ...options, encoding: 'ebcdic' }, table]]) {
    assert.deepEqual(await outcome(by, bytes), told(quoteTable(by, bytes)), JSON.stringify(by));
  }
  // What is no text further down.
  const late = Buffer.concat([inEncoding['utf-8'], Buffer.from([0xFF])]);
  assert.deepEqual(await outcome(options, late), ['not_text ']);
  assert.deepEqual(await outcome({ ...options, encoding: 'utf-8' }, late), ['not_text encoding']);
  await assert.rejects(all(quoteTableStream(options, ['text'])), TypeError);
  assert.equal(isRefusal(quoteTable(options, 'text')), true);
});

test('a table of one row that never ends, or of a mark that is never closed, comes to an end', async () => {
  const wide = `fee,starts_on\n5,2026-12-10\n"${'x'.repeat(3_000_000)}`;
  const got = await all(quoteTableStream(options, cut(new TextEncoder().encode(wide), 100_000)));
  assert.deepEqual([got.rows, got.priced], [2, 1]);
  assert.equal(got.faults[0].code, 'unclosed_quote');
  const one = new TextEncoder().encode(`fee,starts_on\n5,2026-12-10\n"5,2026-12-10\n${'6,2026-12-10\n'.repeat(200_000)}`);
  const many = await all(quoteTableStream(options, cut(one, 100_000)));
  assert.deepEqual([many.rows, many.priced, many.faults.map(({ row }) => row)], [200_002, 200_001, [2]]);
});

const folder = mkdtempSync(join(tmpdir(), 'clausewise-table-'));
after(() => rmSync(folder, { recursive: true }));

test('in a shell: a workbook or a text goes in, and what could not be priced is told beside it', () => {
  writeFileSync(join(folder, 'options.json'), JSON.stringify(options));
  const run = (input, ...sheet) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, '../../examples/price_table.mjs'), 'options.json', ...sheet], { cwd: folder, input, maxBuffer: 1 << 28 });
    return { status, out: stdout.toString(), told: stderr.toString().trimEnd().split('\n') };
  };
  const text = run(inEncoding['utf-16le']);
  assert.ok(text.out === csv);
  assert.equal(text.told.at(-1), '39200 of 40000 rows are priced');
  assert.equal(text.told[0], 'row 8: not_a_decimal 費用 面議');
  // However many pieces it came in, each sum is told once.
  for (const { key, month, rows: count, amounts } of whole.sums) assert.ok(text.told.includes(`${key} ${month}: ${count} rows, ${JSON.stringify(amounts)}`), `${key} ${month}`);
  const workbook = run(book([{ name: 'Ours', rows: [HEAD, ['Lin', 'Workshop', 320000, { day: '2026-12-01' }, 'early'], ['Wang', 'Talk', 'later', { day: '2026-12-01' }]] }]));
  // Ten days ahead half is charged.
  assert.match(workbook.out, /\r\nLin,Workshop,320000,2026-12-01,early,10,50,160000,160000,/);
  assert.deepEqual(workbook.told, ['row 2: not_a_decimal 費用 later', 'eligible 2026-12: 1 rows, {"charge":"160000","refund":"160000"}', '1 of 2 rows are priced']);
  // A heading may begin as a workbook does.
  assert.match(run('PK,fee,starts_on\nx,1000,2026-12-01\n').out, /\r\nx,1000,2026-12-01,10,50,500,500,/);
  const row = (fee) => [['fee', 'starts_on'], [fee, { day: '2026-12-01' }]];
  const several = book([{ name: 'Old', rows: row(7), hidden: true }, { name: 'One', rows: row(100) }, { name: 'Two', rows: row(200) }]);
  assert.match(run(several).told.join(), /say which sheet: Old, One, Two/);
  assert.match(run(several, 'Two').out, /\r\n200,2026-12-01,10,50,100,100,/);
  assert.equal(run('what,price,other price,when\nx,1000,2000,2026-12-10\n').status, 2);
});
