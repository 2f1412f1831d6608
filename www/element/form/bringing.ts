// A table that somebody pastes, drops or chooses, on its way into the lines of a form. The core reads it; where it cannot
// tell which column is which, the visitor is asked, and nothing is filled in before.

import { breath } from '../breath.js';
import { isRefusal, loadWhole } from '../core.js';
import { part } from '../part.js';
import type { Calculator, Field, ReadTable, Refusal, TableColumn, TableFault } from '../types.js';
import type { Row } from '../state.js';
import type { Fillings } from '../words.js';
import type { Place } from './arriving.js';
import { remember, remembered, type Chosen } from './remembered.js';

/** What the core needs to know of the form. */
export interface Around { calculator: Calculator; currency: string; decimals: string; terms: unknown; keeps: boolean }

/** Where a table is to go. */
export interface Aim {
  place: Place;
  /** Its first line in the list as that stands when it is filled in. */
  start: (list: Row[]) => number;
  /** The field that it was pasted into. */
  from?: Field | undefined;
  /** It stands in the box for the list, until it is filled in. */
  isBoxed?: boolean;
}

interface Opened extends Aim {
  /** The fields that are open to it. */
  fields: Field[];
}

/** A table and where it is to go. */
export interface Brought extends Opened {
  bytes: Uint8Array;
  table: ReadTable;
  /** What was chosen for columns so far. */
  chosen: Chosen;
  /** Another list of the form, whose columns they seem to be. */
  likeList?: string | undefined;
  /** The rows that it was filled into, line by line. */
  rows?: Row[];
}

/** A sheet of a workbook, as a table. */
export interface Sheet { name: string; hidden: boolean; csv: Uint8Array; rows: number; unknown: { count: number; first: string } | null }

/** A workbook of which somebody has to say which sheet is meant. */
export interface Book extends Opened { sheets: readonly Sheet[] }

export type Trouble =
  | 'too_long' | 'too_many' | 'empty' | 'unreadable' | 'no_text' | 'unreachable'
  // Of workbooks.
  | 'password' | 'damaged' | 'too_much' | 'uncomputed';

/** What a table comes to: lines to fill in, or why there are none. */
export type Outcome = { filled: Brought } | { asked: Brought } | { book: Book } | { trouble: Trouble; values?: Fillings };

/** As many bytes as a list of a form can hold. */
const MOST_BYTES = 1_000_000;

/** A workbook may have pictures and other sheets beside its rows. */
const MOST_OF_A_WORKBOOK = 10_000_000;

const WORKBOOKS = [[0x50, 0x4b, 3, 4], [0xd0, 0xcf, 0x11, 0xe0]];

/** As long as a line of a table is: what is longer is none. */
const LONGEST_LINE = 60_000;

function hasLongLine(bytes: Uint8Array): boolean {
  let start = 0;
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
    if (end - start > LONGEST_LINE) return true;
    start = end + 1;
  }
  return bytes.length - start > LONGEST_LINE;
}

/** A cell may hold some lines of its own; of a text with far more lines than that, nobody need look at the rows. */
const LINES_A_ROW = 5;
const LINES_ABOVE = 1_000;

/** As many cells as a line of a table has several times over. */
const MOST_CELLS = 400;
const PARTING = [9, 44, 59, 124];

/** Whether a line at the beginning, where the signs that part cells are looked for, has more cells than any table. */
function isTooWide(bytes: Uint8Array): boolean {
  let cells = 0;
  for (const byte of bytes.subarray(0, LONGEST_LINE)) {
    if (byte === 10) cells = 0;
    else if (PARTING.includes(byte) && ++cells > MOST_CELLS) return true;
  }
  return false;
}

function hasTooManyLines(bytes: Uint8Array, rows: number): boolean {
  let left = rows * LINES_A_ROW + LINES_ABOVE;
  for (let at = bytes.indexOf(10); at >= 0 && left >= 0; at = bytes.indexOf(10, at + 1)) left--;
  return left < 0;
}

const bytesOf = (from: Blob): Promise<Uint8Array | undefined> => from.arrayBuffer().then((bytes) => new Uint8Array(bytes), () => undefined);

/** Whether it begins as workbooks do; nothing where it is no file that can be read. */
async function isWorkbook(file: File): Promise<boolean | undefined> {
  const head = await bytesOf(file.slice(0, 4));
  return head && WORKBOOKS.some((mark) => mark.every((byte, at) => head[at] === byte));
}

const mostOf = ({ place: { field } }: Aim): number => Number(field.max ?? Infinity);

const tooLong = (aim: Aim): Outcome => ({ trouble: 'too_long', values: { max: String(mostOf(aim)) } });

export class Bringing {
  constructor(private readonly around: Around) {}

  /** Reads a text or a file for the fields that are open to it. */
  async read(aim: Opened, from: string | File): Promise<Outcome> {
    if (typeof from === 'string') return from.length > MOST_BYTES ? tooLong(aim) : this.readTable(aim, new TextEncoder().encode(from));
    const isBook = await isWorkbook(from);
    if (isBook === undefined) return { trouble: 'unreadable' };
    if (from.size > (isBook ? MOST_OF_A_WORKBOOK : MOST_BYTES)) return isBook ? { trouble: 'too_much' } : tooLong(aim);
    const bytes = await bytesOf(from);
    if (!bytes) return { trouble: 'unreadable' };
    return isBook ? this.readBook(aim, bytes) : this.readTable(aim, bytes);
  }

  /** Of several sheets with something in them, somebody has to say which. */
  private async readBook(aim: Opened, bytes: Uint8Array): Promise<Outcome> {
    const { sheetsOf } = await part(() => import('./book.js'));
    const sheets = await sheetsOf(bytes);
    if (typeof sheets === 'string') return { trouble: sheets };
    const [sheet, ...others] = sheets;
    if (others.length) return { book: { ...aim, sheets } };
    return sheet ? this.readSheet(aim, sheet) : { trouble: 'empty' };
  }

  /** What a formula comes to that nothing has worked out yet, nobody knows: taken for an empty cell, it might be priced without. */
  async readSheet(aim: Opened, { csv, unknown }: Sheet): Promise<Outcome> {
    return unknown ? { trouble: 'uncomputed', values: { cell: unknown.first } } : this.readTable(aim, csv);
  }

  private async readTable(aim: Opened, bytes: Uint8Array): Promise<Outcome> {
    const most = mostOf(aim);
    if (bytes.length > MOST_BYTES) return tooLong(aim);
    if (hasLongLine(bytes) || isTooWide(bytes)) return { trouble: 'unreadable' };
    if (hasTooManyLines(bytes, most)) return tooLong(aim);
    const first = await this.tableFor(aim, bytes, {});
    if (isRefusal(first)) return troubleOf(first);
    if (!first.rows) return { trouble: 'empty' };
    if (first.rows > most) return { trouble: 'too_many', values: { got: String(first.rows), max: String(most) } };
    const kept = this.around.keeps && first.headed ? remembered(this.around.calculator.calculator, listOf(aim), first.columns, aim.fields) : undefined;
    const chosen = kept ?? this.openAlone(aim, first) ?? (first.headed ? undefined : this.byPlace(aim, first));
    const second = chosen && (await this.tableFor(aim, bytes, chosen));
    const brought = { ...aim, bytes, table: second && !isRefusal(second) ? second : first, chosen: chosen ?? {} };
    if (this.isClear(brought)) return { filled: brought };
    // What is only a guess is offered, not taken.
    return { asked: { ...brought, table: first, chosen: {}, likeList: await this.listAlike(aim, bytes, first) } };
  }

  /** Reads it again with the columns that somebody has chosen. */
  async choose(brought: Brought, chosen: Chosen): Promise<Outcome> {
    const table = await this.tableFor(brought, brought.bytes, chosen);
    if (isRefusal(table)) return troubleOf(table);
    if (this.around.keeps && table.headed) remember(this.around.calculator.calculator, listOf(brought), table.columns, chosen);
    return { filled: { ...brought, table, chosen } };
  }

  /** Reads it again with the order of day and month that somebody has told for a column. */
  async order(brought: Brought, header: string, isDayFirst: boolean): Promise<ReadTable | undefined> {
    const table = await this.tableFor(brought, brought.bytes, brought.chosen, { [header]: isDayFirst });
    return isRefusal(table) ? undefined : table;
  }

  /** Columns of fields that the page holds fixed are nobody's to fill in. */
  private openAlone({ fields }: Opened, { columns }: ReadTable): Chosen | undefined {
    const closed = columns.filter(({ field }) => field && !fields.some(({ name }) => name === field));
    return closed.length ? Object.fromEntries(closed.map(({ header }) => [header, ''])) : undefined;
  }

  /** Without headings the columns lie where they were pasted: from that field on, in the order of the form. */
  private byPlace({ fields, from }: Opened, { columns }: ReadTable): Chosen | undefined {
    const start = from ? fields.indexOf(from) : fields.length === 1 ? 0 : -1;
    if (start < 0 || start + columns.length > fields.length) return undefined;
    return Object.fromEntries(columns.map(({ header }, index) => [header, fields[start + index]?.name ?? '']));
  }

  /** Another list that headings fit better: one that has all that it needs from them, where this one has not. */
  private async listAlike(aim: Opened, bytes: Uint8Array, { headed, columns }: ReadTable): Promise<string | undefined> {
    const isFilled = (fields: Field[], from: TableColumn[]): boolean =>
      fields.every(({ name, required, only_if }) => !required || only_if || from.some((column) => column.field === name));
    if (!headed || isFilled(aim.fields, columns)) return undefined;
    const taken = (from: TableColumn[]): number => from.filter(({ field }) => field).length;
    for (const { path, field: { name, items = [] } } of listsIn(this.around.calculator.fields)) {
      if (path === listOf(aim)) continue;
      const other = await this.table({ list: path, fields: items.filter(({ kind }) => kind !== 'list') }, bytes, {});
      if (!isRefusal(other) && taken(other.columns) > taken(columns) && isFilled(items.filter(({ kind }) => kind !== 'list'), other.columns)) return name;
    }
    return undefined;
  }

  /** Whether every column is told: by its heading, by a choice made before, or by where it was pasted. */
  private isClear({ table }: Brought): boolean {
    if (table.columns.some(({ use }) => use === 'ask')) return false;
    if (!table.columns.some(({ field }) => field)) return false;
    // One column is where it was pasted; of several without a heading, a cell that does not fit shows that they are not.
    return table.headed || table.columns.length === 1 || !table.faults.some(isOfCell);
  }

  private tableFor(aim: Opened, bytes: Uint8Array, columns: Chosen, dayFirst?: Record<string, boolean>): Promise<ReadTable | Refusal> {
    return this.table({ list: listOf(aim), fields: aim.fields }, bytes, columns, dayFirst);
  }

  /** By the whole core: that of one calculator reads what is typed, and leaves tables to those who have one. */
  private async table({ list, fields }: { list: string; fields: Field[] }, bytes: Uint8Array, columns: Chosen, dayFirst?: Record<string, boolean>): Promise<ReadTable | Refusal> {
    const { calculator, currency, decimals, terms } = this.around;
    const core = await loadWhole();
    const options = {
      calculator: calculator.calculator, ...(currency && { currency }), ...(decimals && { minor_units: Number(decimals) }),
      ...(terms !== undefined && { terms }), list, columns, ...(dayFirst && { day_first: dayFirst }),
    };
    await breath();
    const outcome = core.readTable(options, bytes);
    await breath();
    if (!isRefusal(outcome)) return { ...outcome, columns: outcome.columns.map((column) => (isOpen(column.field, fields) ? column : { ...column, field: null, use: 'unused' })) };
    // A currency that there is not is a fault of its own field.
    const { currency: _, minor_units: __, ...without } = options as Record<string, unknown>;
    return outcome.errors.some(({ field }) => field === 'currency') ? core.readTable(without, bytes) : outcome;
  }
}

/** Why nothing could be made of it: where the first byte stands that is no text, if that is known. */
function troubleOf({ errors }: Refusal): Outcome {
  const [line] = errors.flatMap(({ code, values }) => (code === 'not_text' && values?.['line'] !== undefined ? [String(values['line'])] : []));
  return line === undefined ? { trouble: 'unreadable' } : { trouble: 'no_text', values: { line } };
}

const isOpen = (field: string | null, fields: Field[]): boolean => field === null || fields.some(({ name }) => name === field);

/** A fault of a cell, and not of the table as a whole. */
const isOfCell = ({ row }: TableFault): boolean => row !== null;

/** The list by its own name and those of the lists around it. */
const listOf = ({ place: { path } }: { place: Place }): string => path.split('.').filter((each) => each !== 'input' && !/^\d+$/.test(each)).join('.');

/** Every list of a form, those in lists too, as the core names them. */
const listsIn = (fields: Field[], above = ''): { path: string; field: Field }[] => fields.filter(({ kind }) => kind === 'list').flatMap((field) =>
  [{ path: `${above}${field.name}`, field }, ...listsIn(field.items ?? [], `${above}${field.name}.`)]);
