// Spreadsheets as LibreOffice saves them, read back: the hand-made tables come in as they do as CSV, and a cell is what its type says in
// every format.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { init, readSheets } from '../../pkg/sheets.js';
import { readTable, root } from '../node/core.mjs';
import { described } from '../tables/make.mjs';

const FORMATS = ['xlsx', 'xls', 'ods'];
const folder = mkdtempSync(join(tmpdir(), 'clausewise-sheets-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const escaped = (text) => text.replace(/[&<"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '"': '&quot;' })[sign]);
const texts = (text) => text.split('\n').map((line) => `<text:p>${escaped(line)}</text:p>`).join('');

/** A sheet of texts: whatever looks like a number or a day stays what somebody wrote. */
const ofTexts = (rows) => rows.map((row) => `<table:table-row>${row.map((text) => (text ? `<table:table-cell office:value-type="string">${texts(text)}</table:table-cell>` : '<table:table-cell/>')).join('')}</table:table-row>`).join('');

const STYLES = {
  day: '<number:date-style style:name="nday" number:automatic-order="false"><number:day/><number:text>/</number:text><number:month/><number:text>/</number:text><number:year/></number:date-style>',
  clock: '<number:time-style style:name="nclock"><number:hours number:style="long"/><number:text>:</number:text><number:minutes number:style="long"/></number:time-style>',
  amount: '<number:number-style style:name="namount"><number:number number:decimal-places="2" number:min-decimal-places="2" number:min-integer-digits="1" number:grouping="true"/><number:text> TWD</number:text></number:number-style>',
  share: '<number:percentage-style style:name="nshare"><number:number number:decimal-places="0" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>',
};
const styles = Object.entries(STYLES).map(([name, style]) => `${style}<style:style style:name="${name}" style:family="table-cell" style:data-style-name="n${name}"/>`).join('');

const flat = (sheets) => `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${Object.entries(sheets).map(([name, rows]) => `<table:table table:name="${escaped(name)}">${rows}</table:table>`).join('')}</office:spreadsheet></office:body></office:document>`;

const TYPED = `<table:table-row><table:table-cell office:value-type="string"><text:p>1,085</text:p></table:table-cell><table:table-cell table:style-name="day" office:value-type="date" office:date-value="2026-12-15"/><table:table-cell table:style-name="amount" office:value-type="float" office:value="36000"/></table:table-row>
<table:table-row><table:table-cell office:value-type="float" office:value="0.3"/><table:table-cell table:style-name="clock" office:value-type="time" office:time-value="PT16H30M00S"/><table:table-cell office:value-type="float" office:value="999999999999.99"/></table:table-row>
<table:table-row><table:table-cell table:formula="of:=[.C1]*2" office:value-type="float" office:value="72000"/><table:table-cell table:style-name="day" table:formula="of:=[.B1]+1" office:value-type="date" office:date-value="2026-12-16"/><table:table-cell table:style-name="share" office:value-type="percentage" office:value="0.05"/></table:table-row>`;

const tables = described();

before(async () => {
  await init(readFileSync(new URL('pkg/sheets_bg.wasm', root)));
  const names = tables.map(({ name, cells }) => {
    writeFileSync(join(folder, `${name}.fods`), flat({ [name.slice(0, 31)]: ofTexts(cells), empty: '' }));
    return name;
  });
  writeFileSync(join(folder, 'typed.fods'), flat({ 續約: TYPED }));
  for (const format of FORMATS) {
    execFileSync('soffice', ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', format, '--outdir', folder,
      ...[...names, 'typed'].map((name) => join(folder, `${name}.fods`))], { stdio: 'ignore', timeout: 300_000 });
  }
});

const read = (name, format) => readSheets(new Uint8Array(readFileSync(join(folder, `${name}.${format}`))));

/** What a table says of its lines and faults, but for where rows are counted from. */
const said = ({ lines, faults, rows, columns }) => ({ lines, rows, columns: columns.map(({ header, field, use }) => [header, field, use]),
  faults: faults.map(({ row, column, field, code, values }) => [row, column, field, code, values]) });

for (const table of tables) {
  for (const format of FORMATS) {
    test(`${table.name} comes in from .${format} as it does as text`, async () => {
      const sheets = await read(table.name, format);
      assert.deepEqual(sheets.map(({ name, hidden, unknown }) => [name, hidden, unknown]), [[table.name.slice(0, 31), false, null]]);
      const from = (bytes) => said(readTable({ ...table.options, ...(table.chosen && { columns: table.chosen }) }, bytes));
      // In a sheet no row lacks cells.
      const width = Math.max(...table.cells.map((row) => row.length));
      const text = table.cells.map((row) => Array.from({ length: width }, (_, at) => `"${(row[at] ?? '').replaceAll('"', '""')}"`).join(',')).join('\n');
      assert.deepEqual(from(sheets[0].csv), from(new TextEncoder().encode(text)));
    });
  }
}

test('a cell is what its type says, in every format', async () => {
  for (const format of FORMATS) {
    const [{ name, csv, rows }] = await read('typed', format);
    // Only .xlsx says of a share that it is one; the others keep the fraction.
    const share = format === 'xlsx' ? '5%' : '0.05';
    assert.equal(new TextDecoder().decode(csv), `"1,085","2026-12-15","36000"\n"0.3","16:30","999999999999.99"\n"72000","2026-12-16","${share}"\n`, format);
    assert.deepEqual([name, rows], ['續約', 3]);
  }
});

test('several at once do not mix, and a broken one harms no other', async () => {
  const [typed, half] = [await read('typed', 'xlsx'), new Uint8Array(readFileSync(join(folder, 'typed.xlsx'))).slice(0, 3_000)];
  const found = await Promise.all([read('typed', 'xlsx'), readSheets(half).catch(({ code }) => code), read(tables[0].name, 'ods'), read('typed', 'xlsx')]);
  assert.deepEqual(found, [typed, 'damaged', await read(tables[0].name, 'ods'), typed]);
});

test('what is no workbook, or too much of one, is thrown with its code, and the next is read', async () => {
  const whole = new Uint8Array(readFileSync(join(folder, 'typed.xlsx')));
  for (const bytes of [new Uint8Array(), new TextEncoder().encode('fee,starts_on\n')]) await assert.rejects(readSheets(bytes), { code: 'not_a_workbook' });
  await assert.rejects(readSheets(whole.slice(0, whole.length / 2)), { code: 'damaged' });
  for (const bounds of [{ cells: 8 }, { unpacked: 1_000 }]) await assert.rejects(readSheets(whole, bounds), { name: 'Unreadable', code: 'too_much' });
  await assert.rejects(readSheets('a'), TypeError);
  assert.equal((await readSheets(whole)).length, 1);
});
