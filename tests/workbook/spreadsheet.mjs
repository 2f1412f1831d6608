// Workbooks as LibreOffice works them out. By default it believes the results that a workbook of Excel's comes with; the profile here has
// it work out every formula anew, and each tested copy comes with wrong results, so that one which was not worked out is found.

import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { init, write } from '../../pkg/workbook.js';
import { root } from '../node/core.mjs';

await init(readFileSync(new URL('pkg/workbook_bg.wasm', root)));

const PROFILE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

/** Every sheet, in UTF-8, with values as they are and not as they are shown. */
const CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';

const WRONG = { number: '-1', text: 'not worked out' };

/** Days and shares come out as the numbers that they are where they are not written as days and shares. */
const PLAIN = '0.0';

/** A described workbook with a wrong result in every formula. */
export function spoilt(description) {
  const spoiltCell = (cell) => {
    if (!cell?.formula) return cell?.number === undefined ? cell : { ...cell, format: PLAIN };
    const [formula, result] = cell.formula;
    const [kind] = Object.keys(result);
    return { ...cell, format: kind === 'number' ? PLAIN : '', formula: [formula, kind === 'flag' ? { flag: !result.flag } : { [kind]: WRONG[kind] }] };
  };
  return { ...description, sheets: description.sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => row.map(spoiltCell)) })) };
}

/** Described workbooks as LibreOffice works them out: of each its sheets, by their names, as rows of texts. */
export async function workedOut(descriptions) {
  const folder = mkdtempSync(join(tmpdir(), 'clausewise-workbooks-'));
  try {
    mkdirSync(join(folder, 'profile/user'), { recursive: true });
    writeFileSync(join(folder, 'profile/user/registrymodifications.xcu'), PROFILE);
    const all = [];
    for (let from = 0; from < descriptions.length; from += 100) all.push(...(await batch(folder, descriptions.slice(from, from + 100), from)));
    return all;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function batch(folder, descriptions, from) {
  const out = join(folder, `out-${from}`);
  const names = descriptions.map((_, index) => `b${index}`);
  descriptions.forEach((description, index) => writeFileSync(join(folder, `${names[index]}.xlsx`), write(JSON.stringify(spoilt(description)))));
  await promisify(execFile)('soffice', ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', CSV, '--outdir', out, ...names.map((name) => join(folder, `${name}.xlsx`))],
    { maxBuffer: 2 ** 26, timeout: 600_000 });
  // It ends well also where it could not read a file.
  const files = readdirSync(out);
  return descriptions.map(({ sheets }, index) => new Map(sheets.map(({ name }) => {
    const file = `${names[index]}-${name}.csv`;
    if (!files.includes(file)) throw new Error(`LibreOffice has not read ${file}`);
    return [name, rowsOf(readFileSync(join(out, file), 'utf8'))];
  })));
}

/** RFC 4180. */
export function rowsOf(csv) {
  const rows = [[]];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ',') rows.push([]);
  }
  return rows;
}
