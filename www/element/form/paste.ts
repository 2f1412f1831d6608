// What is copied out of a spreadsheet, as rows of named values. A header row names the columns, in either
// language or by the names of the contract; without one the columns are taken in the order of the form.

import type { Field } from '../types.js';
import type { Words } from '../words.js';

export interface Pasted {
  records: Map<Field, string>[];
  /** Columns that belong to no field: not used, and said so. */
  unused: string[];
}

/** Tabs as spreadsheets copy them, else commas as RFC 4180 has them. */
export function cellsOf(text: string): string[][] {
  const clean = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const lines = clean.split('\n').filter((line) => line.trim());
  const amounts = lines.every((line) => /^\D{0,4}\d{1,3}(,\d{3})+(\.\d+)?\D?$/.test(line.trim()));
  // A single column of grouped amounts has commas too, and they separate nothing.
  const mark = clean.includes('\t') ? '\t' : amounts ? '\n' : ',';
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < clean.length; at++) {
    const sign = clean[at] as string;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (clean[at + 1] === '"') cell += clean[at++];
      else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === mark || sign === '\n') {
      rows.at(-1)?.push(cell.trim());
      cell = '';
      if (sign === '\n') rows.push([]);
    } else cell += sign;
  }
  rows.at(-1)?.push(cell.trim());
  return rows.filter((row) => row.some((each) => each !== ''));
}

/** Two spellings of one heading: case, blanks, units in brackets and marks do not matter. */
const plain = (text: string): string => text.toLowerCase().replace(/[(（].*?[)）]/g, '').replace(/[\s_\-*:：・·.]/g, '');

export function readRows(text: string, columns: Field[], from: number, calculator: string, languages: Words[]): Pasted {
  const rows = cellsOf(text);
  const header = (cell: string): Field | undefined => columns.find(({ name }) =>
    [name, ...languages.map((words) => words.name(name, calculator))].some((label) => plain(label) === plain(cell)));
  const first = rows[0] ?? [];
  const named = first.map((cell) => (cell === '' ? undefined : header(cell)));
  const headed = named.filter((field) => field).length * 2 >= first.filter((cell) => cell !== '').length && rows.length > 1;
  const unused = new Set<string>();
  const records = (headed ? rows.slice(1) : rows).map((cells) => {
    const record = new Map<Field, string>();
    cells.forEach((cell, index) => {
      const field = headed ? named[index] : columns[from + index];
      if (field) record.set(field, field.kind === 'choice' ? choiceOf(field, cell, languages) : cell);
      else if (cell !== '') unused.add((headed && first[index]) || String(index + 1));
    });
    return record;
  });
  return { records, unused: [...unused] };
}

/** A choice by its key or by its word in either language; anything else stays for the core to refuse. */
const choiceOf = (field: Field, cell: string, languages: Words[]): string =>
  field.choices?.find((choice) =>
    [choice, ...languages.map((words) => words.choice(field.name, choice))].some((label) => plain(label) === plain(cell))) ?? cell;
