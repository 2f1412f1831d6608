// Prices the table of a price desk, with all of its own columns: `node examples/price_table.mjs OPTIONS.json < theirs.csv > priced.csv`,
// or that of a workbook: `… OPTIONS.json SHEET < theirs.xlsx`. What could not be priced, and what the rest comes to, is told beside it.

import { readFileSync } from 'node:fs';
import { stderr, stdin, stdout } from 'node:process';
import { pipeline } from 'node:stream/promises';
import init, { quoteTableStream } from '../pkg/clausewise.js';
import { readSheets } from '../pkg/sheets.js';

const [, , file, wanted] = process.argv;
const options = JSON.parse(readFileSync(file, 'utf8'));
const tell = (line) => stderr.write(`${line}\n`);

/** How workbooks begin: .xlsx and .ods, .xls. */
const MARKS = [[0x50, 0x4b, 3, 4], [0xd0, 0xcf, 0x11, 0xe0]].map((mark) => Buffer.from(mark));

/** A workbook is read as a whole, and anything else while it comes. */
async function* rows() {
  const all = [];
  let [head, isBook] = [Buffer.alloc(0), undefined];
  for await (const chunk of stdin) {
    all.push(chunk);
    head = Buffer.concat([head, chunk.subarray(0, 4)]);
    if (head.length >= 4) isBook ??= MARKS.some((mark) => mark.equals(head.subarray(0, 4)));
    if (isBook === false) yield* all.splice(0);
  }
  if (isBook) yield theOne(await readSheets(new Uint8Array(Buffer.concat(all)))).csv;
  else yield* all;
}

/** The sheet that was named, or the only one that anybody sees. */
function theOne(sheets) {
  const seen = sheets.filter(({ name, hidden }) => (wanted === undefined ? !hidden : name === wanted));
  const [sheet, ...others] = seen;
  if (!sheet || others.length) throw new Error(`say which sheet: ${sheets.map(({ name }) => name).join(', ')}`);
  if (sheet.unknown) throw new Error(`${sheet.name} has formulas without a value, ${sheet.unknown.first} first`);
  return sheet;
}

/** Two amounts of as many decimals. */
function plus(one, other) {
  const places = one.split('.')[1]?.length ?? 0;
  const sum = BigInt(one.replace('.', '')) + BigInt(other.replace('.', ''));
  const digits = String(sum < 0n ? -sum : sum).padStart(places + 1, '0');
  const at = digits.length - places;
  return `${sum < 0n ? '-' : ''}${digits.slice(0, at)}${places ? `.${digits.slice(at)}` : ''}`;
}

let [priced, all] = [0, 0];
const totals = new Map();

function add({ key, month, rows: count, amounts }) {
  const kind = `${key} ${month ?? ''}`.trimEnd();
  const total = totals.get(kind) ?? { count: 0, amounts: {} };
  total.count += count;
  // Nothing is added to what is too large to be written.
  for (const [name, amount] of Object.entries(amounts)) {
    const before = total.amounts[name];
    total.amounts[name] = before === undefined ? amount : before === null || amount === null ? null : plus(before, amount);
  }
  totals.set(kind, total);
}

async function* pricedRows() {
  for await (const { table, csv, priced: some, sums } of quoteTableStream(options, rows())) {
    if (some === undefined) {
      const open = table.columns.filter(({ use }) => use === 'ask').map(({ header }) => header);
      const lacking = table.faults.filter(({ row, code }) => row === null && code === 'missing').map(({ field }) => field);
      tell(`say in "columns" what these are: ${open.join(', ') || '(none)'}; needed: ${lacking.join(', ') || '(nothing else)'}`);
      process.exitCode = 2;
      return;
    }
    for (const { row, column, code, text } of table.faults) tell(`row ${row ?? '-'}: ${code} ${column ?? ''} ${text ?? ''}`.trimEnd());
    sums.forEach(add);
    [priced, all] = [priced + some, all + table.rows];
    yield csv;
  }
}

await init();
await pipeline(pricedRows(), stdout);
for (const [kind, { count, amounts }] of totals) tell(`${kind}: ${count} rows, ${JSON.stringify(amounts)}`);
tell(`${priced} of ${all} rows are priced`);
