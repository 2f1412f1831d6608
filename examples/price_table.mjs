// Prices the table of a price desk, with all of its own columns: `node examples/price_table.mjs OPTIONS.json < theirs.csv > priced.csv`,
// or of the first sheet of a workbook. What could not be priced, and what the rest comes to, is told beside it.

import { readFileSync } from 'node:fs';
import { exit, stderr, stdin, stdout } from 'node:process';
import init, { quoteTableStream } from '../pkg/clausewise.js';
import { readSheets } from '../pkg/sheets.js';

const options = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const tell = (line) => stderr.write(`${line}\n`);

/** A workbook is read as a whole, and anything else while it comes. */
async function* rows() {
  const all = [];
  for await (const chunk of stdin) {
    if (all.length === 0 && chunk[0] !== 0x50 && chunk[0] !== 0xd0) {
      yield chunk;
      yield* stdin;
      return;
    }
    all.push(chunk);
  }
  const [sheet] = await readSheets(new Uint8Array(Buffer.concat(all)));
  if (sheet?.unknown) throw new Error(`${sheet.name} has formulas without a value, ${sheet.unknown.first} first`);
  if (sheet) yield sheet.csv;
}

await init();
let [priced, all] = [0, 0];
for await (const { table, csv, priced: some, sums } of quoteTableStream(options, rows())) {
  if (some === undefined) {
    const open = table.columns.filter(({ use }) => use === 'ask').map(({ header }) => header);
    const lacking = table.faults.filter(({ row, code }) => row === null && code === 'missing').map(({ field }) => field);
    tell(`say in "columns" what these are: ${open.join(', ') || '(none)'}; needed: ${lacking.join(', ') || '(nothing else)'}`);
    exit(2);
  }
  stdout.write(csv);
  for (const { row, column, code, text } of table.faults) tell(`row ${row ?? '-'}: ${code} ${column ?? ''} ${text ?? ''}`.trimEnd());
  for (const { key, month, rows: count, amounts } of sums) tell(`${key} ${month ?? ''}: ${count} rows, ${JSON.stringify(amounts)}`);
  [priced, all] = [priced + some, all + table.rows];
}
tell(`${priced} of ${all} rows are priced`);
