// What a visitor can do to a form: type, leave a field, add, remove, copy and paste lines, clear, undo. Nothing
// typed is lost without a way back: whatever replaces or removes values keeps the form as it was.

import { duplicateRow, fromRequest, isHeld, keepDraft, newDraft, newRow, placeValue, setValue, tidy, type Draft, type Row } from '../state.js';
import type { Calculator, Field, QuoteRequest } from '../types.js';
import type { Fillings } from '../words.js';
import type { Pasted } from './paste.js';
import { isDate } from './typing.js';

export const PAGE = 50;

/** What was just done and in which list, if any, for the bar that offers to undo it. */
export interface Done { key: string; values?: Fillings; before: Draft; where: string }

/** A list in place: the row that holds it, its field and the path of the list in the request. */
export interface Place { row: Row; field: Field; path: string }

const TYPING_REST = 700;

export class Editing {
  draft: Draft;
  done: Done | undefined;
  /** The field being typed in: what is wrong with half a word is not said yet. */
  typing = '';
  /** The visitor wants to enter a currency that the list does not have. */
  otherCurrency = false;
  /** Date and currency from before the example was filled in. */
  private own: Row | undefined;
  private readonly pages = new Map<string, number>();
  private rest: ReturnType<typeof setTimeout> | undefined;

  /** `changed` redraws, then moves the focus to the control of a path, if one is given. */
  constructor(readonly calculator: Calculator, day: string, currency: string, private readonly changed: (focus?: string) => void) {
    this.draft = newDraft(calculator);
    this.setDay(day);
    this.startCurrency(currency);
  }

  type(row: Row, field: Field, path: string, value: string, half = false): void {
    setValue(row, field.name, value, half);
    this.typing = path;
    clearTimeout(this.rest);
    this.rest = setTimeout(() => this.settle(), TYPING_REST);
    this.changed();
  }

  leave(row: Row, field: Field, half = false): void {
    const typed = row.values[field.name] ?? '';
    const text = tidy(field, typed, this.currency);
    // A value that the page gave stays as given until somebody edits it.
    if (text !== typed) row.values[field.name] = text;
    if (half) row.half.add(field.name);
    if (text === '' || isHeld(field, text)) row.asText.delete(field.name);
    row.touched.add(field.name);
    this.settle();
  }

  settle(): void {
    clearTimeout(this.rest);
    this.typing = '';
    this.changed();
  }

  /** The day asked about, as the page or the visitor's calendar has it. */
  setDay(day: string): void {
    const { values, asText } = this.draft.envelope;
    values['as_of'] = day;
    if (isDate(day)) asText.delete('as_of');
    else asText.add('as_of');
  }

  startCurrency(code: string): void {
    // Where no money is handled, nobody is asked for a currency, and none is sent.
    if (!this.calculator.money) return;
    const { values } = this.draft.envelope;
    values['currency'] = code;
    // Price lists in Taiwan are in whole dollars, although the currency has cents.
    values['minor_units'] = code === 'TWD' ? '0' : '';
  }

  chooseCurrency(code: string): void {
    this.startCurrency(code);
    this.changed();
  }

  /** Whole units only, or the currency's own decimals. */
  setWhole(whole: boolean): void {
    this.draft.envelope.values['minor_units'] = whole ? '0' : '';
    this.changed();
  }

  get currency(): string {
    return this.draft.envelope.values['currency'] ?? '';
  }

  add({ row, field, path }: Place): void {
    const list = this.list(row, field);
    list.push(newRow(field.items ?? []));
    this.show(row, field, list.length - 1);
    this.changed(`${path}.${list.length - 1}`);
  }

  remove({ row, field, path }: Place, index: number, name: string): void {
    this.remember('did_remove', path, { item: name });
    const list = this.list(row, field);
    list.splice(index, 1);
    if (!list.length && Number(field.min ?? 0) > 0) list.push(newRow(field.items ?? []));
    const next = Math.min(index, list.length - 1);
    this.show(row, field, Math.max(next, 0));
    this.changed(list.length ? `${path}.${next}` : path);
  }

  duplicate({ row, field, path }: Place, index: number): void {
    const list = this.list(row, field);
    const original = list[index];
    if (!original) return;
    list.splice(index + 1, 0, duplicateRow(original));
    this.show(row, field, index + 1);
    this.changed(`${path}.${index + 1}`);
  }

  /** Puts rows of named values in from `index` on, over what stands there and past the end. */
  paste({ row, field, path }: Place, index: number, { records, unused }: Pasted): void {
    this.remember('did_paste', path, { count: String(records.length), unused: unused.join('\t') });
    const list = this.list(row, field);
    records.forEach((record, offset) => {
      const target = (list[index + offset] ??= newRow(field.items ?? []));
      for (const [column, value] of record) {
        placeValue(target, column, value, this.currency);
        target.touched.add(column.name);
      }
    });
    this.show(row, field, index);
    this.changed(`${path}.${index}`);
  }

  fillExample(): void {
    this.remember('did_example');
    this.own ??= this.draft.envelope;
    this.load(this.calculator.example);
  }

  /** Empties the form; the date and the currency stay as they were before an example changed them. */
  clear(): void {
    this.remember('did_clear');
    const envelope = this.own ?? this.draft.envelope;
    this.own = undefined;
    this.draft = { ...newDraft(this.calculator), envelope };
    this.pages.clear();
    this.changed();
  }

  /** Back to how the page gave the form. */
  startOver(draft: Draft): void {
    this.remember('did_start_over');
    this.own = undefined;
    this.draft = draft;
    this.pages.clear();
    this.changed();
  }

  load(request: Partial<QuoteRequest>): void {
    const { envelope } = this.draft;
    this.draft = fromRequest(this.calculator, request);
    const given = this.draft.envelope.values;
    given['as_of'] ??= envelope.values['as_of'] ?? '';
    if (given['currency'] === undefined) {
      given['currency'] = envelope.values['currency'] ?? '';
      given['minor_units'] ??= envelope.values['minor_units'] ?? '';
    }
    this.pages.clear();
    this.changed();
  }

  /** Back, and forth again: undoing is undone the same way. */
  undo(): void {
    if (!this.done) return;
    const { before, key, where } = this.done;
    this.done = { key: key === 'did_undo' ? 'did_redo' : 'did_undo', before: this.draft, where };
    this.draft = before;
    this.changed();
  }

  page(row: Row, field: Field): number {
    const last = Math.max(0, Math.ceil(this.list(row, field).length / PAGE) - 1);
    return Math.min(this.pages.get(`${row.id}.${field.name}`) ?? 0, last);
  }

  turn(row: Row, field: Field, page: number): void {
    this.pages.set(`${row.id}.${field.name}`, page);
    this.changed();
  }

  /** Turns every list on the way so that the control of a path is on the page. */
  reveal(path: string): void {
    let row: Row | undefined = this.draft.input;
    let fields = this.calculator.fields;
    for (const part of path.split('.').slice(1)) {
      const field = fields.find(({ name }) => name === part);
      if (field && row) {
        fields = field.items ?? [];
        const index = Number(new RegExp(`\\.${part}\\.(\\d+)`).exec(path)?.[1] ?? 0);
        this.show(row, field, index);
        row = row.lists[part]?.[index];
      }
    }
    this.changed(path);
  }

  private show(row: Row, field: Field, index: number): void {
    this.pages.set(`${row.id}.${field.name}`, Math.floor(index / PAGE));
  }

  private list(row: Row, field: Field): Row[] {
    return (row.lists[field.name] ??= []);
  }

  private remember(key: string, where = '', values?: Fillings): void {
    this.done = { key, before: keepDraft(this.draft), where, ...(values && { values }) };
  }
}
