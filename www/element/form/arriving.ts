// What has become of a table that somebody brought: asked about, refused, or filled in. Until it is filled in, what was
// pasted stays in its box.

import { inSlices } from '../breath.js';
import { newRow, placeValue, setValue, unitOf, type Draft, type Row } from '../state.js';
import type { Field, ReadTable } from '../types.js';
import type { Fillings } from '../words.js';
import type { Book, Brought, Outcome } from './bringing.js';
import { linesOf } from './table_lines.js';

/** A list in place: the row that holds it, its field and the path of the list in the request. */
export interface Place { row: Row; field: Field; path: string }

/** What is done to the form that a table goes into. */
export interface Into {
  readonly draft: Draft;
  /** Keeps the form as it is before something is filled in. */
  remember(key: string, where: string, values: Fillings, brought: Brought): void;
  /** Back to before what was filled in last. */
  takeBack(): void;
  show(row: Row, field: Field, index: number): void;
  changed(focus?: string): void;
}

/** The row of an id in the form as it stands: undoing puts kept rows in the place of those that were there. */
export function rowOf(row: Row, id: number): Row | undefined {
  if (row.id === id) return row;
  for (const item of Object.values(row.lists).flat()) {
    const found = rowOf(item, id);
    if (found) return found;
  }
  return undefined;
}

export const keyOf = ({ row, field }: Place): string => `${row.id}.${field.name}`;

/** Two of which this is the same are the same table. */
const sameness = (from: string | File): string => (typeof from === 'string' ? from : [from.name, from.size, from.lastModified].join());

export class Arriving {
  private asked: Brought | undefined;
  private book: Book | undefined;
  private trouble: { at: string; key: string; values: Fillings } | undefined;
  private readonly boxes = new Map<string, string>();
  private readonly coming = new Map<string, string>();

  constructor(private readonly into: Into) {}

  /** A table for a list, the columns of which the visitor has to tell apart. */
  askedAt(place: Place): Brought | undefined {
    return this.asked && keyOf(this.asked.place) === keyOf(place) ? this.asked : undefined;
  }

  /** A workbook for a list, of which the visitor has to say which sheet. */
  bookAt(place: Place): Book | undefined {
    return this.book && keyOf(this.book.place) === keyOf(place) ? this.book : undefined;
  }

  /** Why nothing could be done with a table for a list: a sentence's key, and what is to be filled in. */
  troubleAt(place: Place): { key: string; values: Fillings } | undefined {
    return this.trouble?.at === keyOf(place) ? this.trouble : undefined;
  }

  /** What stands in the box for a list. */
  boxed(place: Place): string {
    return this.boxes.get(keyOf(place)) ?? '';
  }

  box(place: Place, text: string): void {
    this.boxes.set(keyOf(place), text);
  }

  /** On a slow line reading takes its time. Whoever brings the same once more meanwhile, since nothing has happened, means it once. */
  async once(place: Place, from: string | File, bring: () => Promise<void>): Promise<void> {
    const key = `${keyOf(place)} ${sameness(from)}`;
    if (this.coming.has(key)) return;
    this.coming.set(key, keyOf(place));
    this.into.changed();
    try {
      await bring();
    } finally {
      this.coming.delete(key);
      this.into.changed();
    }
  }

  /** Whether a table for a list is being read. */
  isReadingAt(place: Place): boolean {
    return [...this.coming.values()].includes(keyOf(place));
  }

  /** Reads what is to be filled in, in slices: to fill it in is quick then. */
  async readAhead({ place: { field }, table }: Brought): Promise<void> {
    const { draft } = this.into;
    const columns = (field.items ?? []).filter(({ name }) => table.columns.some((column) => column.field === name));
    await inSlices(linesOf(table), ({ values, texts }) => {
      for (const column of columns) if (!texts.has(column.name)) draft.reader.write(column, values[column.name] ?? '', unitOf(draft));
    });
  }

  /** Takes what came of a table: fills it in, asks about it, or says why nothing can be done with it. */
  bring(place: Place, outcome: Outcome): void {
    const book = this.bookAt(place);
    this.forget();
    if ('filled' in outcome) return this.fillIn(outcome.filled);
    if ('trouble' in outcome) {
      // Where one sheet will not do, another may.
      this.book = book;
      return this.refuse(place, outcome.trouble, outcome.values);
    }
    if ('asked' in outcome) this.asked = outcome.asked;
    else this.book = outcome.book;
    this.into.changed(`${place.path}.${this.book ? 'sheets' : 'columns'}`);
  }

  /** Leaves a table alone. */
  dismiss(): void {
    const asked = this.asked ?? this.book;
    this.forget();
    this.into.changed(asked?.place.path);
  }

  /** Asks again which column is which, as it was before. */
  askAgain(brought: Brought): void {
    this.into.takeBack();
    this.bring(brought.place, { asked: brought });
  }

  /** Fills in the days of a column that could be two, in the order that somebody has told: those that still stand there as they came. */
  order({ place, rows = [], ...brought }: Brought, header: string, table: ReadTable): void {
    const { draft } = this.into;
    const read = linesOf(table);
    const field = place.field.items?.find(({ name }) => table.columns.some((column) => column.header === header && column.field === name));
    if (!field) return;
    const open = linesOf(brought.table).map(({ texts }) => texts.get(field.name));
    const settled = rows.flatMap(({ id }, index) => {
      const row = rowOf(draft.input, id);
      const value = read[index]?.values[field.name];
      return row && value && open[index] !== undefined && row.values[field.name] === open[index] ? [{ row, value }] : [];
    });
    this.into.remember('did_order', place.path, { count: String(settled.length) }, { ...brought, place, rows, table });
    for (const { row, value } of settled) placeValue(row, field, value, draft);
    this.into.changed();
  }

  /** The form begins anew. */
  forget(): void {
    [this.asked, this.book, this.trouble] = [undefined, undefined, undefined];
  }

  private refuse(place: Place, trouble: string, values: Fillings = {}): void {
    this.trouble = { at: keyOf(place), key: `table_${trouble}`, values };
    this.into.changed();
  }

  /** Puts rows in from a line on, over what stands there and past the end. Rows that are no rows of the table are left out. */
  private fillIn(brought: Brought): void {
    const { into } = this;
    const { place: { field, path }, table, start, isBoxed } = brought;
    const row = path === `input.${field.name}` ? into.draft.input : rowOf(into.draft.input, brought.place.row.id);
    // The line that it was for may have been taken out meanwhile.
    if (!row) return into.changed();
    const rows = linesOf(table);
    const at = Math.min(start(row.lists[field.name] ?? []), row.lists[field.name]?.length ?? 0);
    const most = Number(field.max ?? Infinity);
    if (at + rows.length > most) return this.refuse({ row, field, path }, 'too_many', { got: String(at + rows.length), max: String(most) });
    into.remember('did_paste', path, { count: String(rows.length) }, brought);
    if (isBoxed) this.boxes.delete(keyOf({ row, field, path }));
    // What the page gave in its place is edited from now on.
    delete row.given[field.name];
    const list = (row.lists[field.name] ??= []);
    const columns = (field.items ?? []).filter(({ name }) => table.columns.some((column) => column.field === name));
    rows.forEach(({ values, texts }, offset) => {
      const target = (list[at + offset] ??= newRow(field.items ?? []));
      for (const column of columns) {
        const { name } = column;
        // What could not be read stands there as it came, with what is wrong with it.
        if (texts.has(name)) setValue(target, name, texts.get(name) ?? '');
        else placeValue(target, column, values[name] ?? '', into.draft);
        target.touched.add(name);
      }
    });
    brought.rows = list.slice(at, at + rows.length);
    into.show(row, field, at);
    into.changed(`${path}.${at}`);
  }
}
