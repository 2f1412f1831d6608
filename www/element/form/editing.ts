// What a visitor can do to a form: type, leave a field, add, remove, copy and paste lines, clear, undo. Nothing
// typed is lost without a way back: whatever replaces or removes values keeps the form as it was.

import { isObject, isSame, type Given } from '../page/given.js';
import { duplicateRow, keepDraft, makeRequest, newDraft, newRow, placeValue, setValue, tidy, unitOf, type Draft, type Made, type Row } from '../state.js';
import type { Calculator, Field, QuoteAnswer, QuoteRequest, Refusal } from '../types.js';
import type { Fillings } from '../words.js';
import { Arriving, type Into, type Place } from './arriving.js';
import type { Brought } from './bringing.js';
import { today } from './day.js';
import { Following, goOnFrom, setCurrency, setDay, standsOn } from './envelope.js';
import { exampleFor } from './example.js';
import { pageSize, Paging } from './paging.js';
import { takeOver, type IsStale } from './takeover.js';
import type { Reader } from './reader.js';

/** What was just done and in which list, if any, for the bar that offers to undo it. */
export interface Done { key: string; values?: Fillings; before: Draft; where: string; brought?: Brought }

export type { Place };

/** What the page around has a say in, as it stands at the moment. */
export interface Surroundings {
  /** The day and the currency to begin with: whatever the page gave, or nothing. */
  asOf: unknown;
  currency: unknown;
  /** The currency where the page names none. */
  usualCurrency: string;
  /** The terms of the page. */
  terms: unknown;
  /** What the core says to a draft of the form. */
  outcomeOf(draft: Draft): QuoteAnswer | Refusal;
  /** Redraws, then moves the focus to the control of a path, if one is given. */
  changed(focus?: string): void;
}

const TYPING_REST = 700;

export class Editing {
  draft: Draft;
  done: Done | undefined;
  /** Tables on their way in. */
  readonly arriving: Arriving;
  /** The field being typed in: what is wrong with half a word is not said yet. */
  typing = '';
  /** The visitor wants to enter a currency that the list does not have. */
  otherCurrency = false;
  /** The visitor's own day, as the form has it where nobody has chosen another. */
  private day = today();
  /** Whether a request has said the day. */
  private isDayGiven = false;
  /** Date and currency from before the example was filled in. */
  private own: Row | undefined;
  private readonly following: Following;
  private readonly paging = new Paging((row, field) => pageSize(this.draft, row, field));
  private rest: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly calculator: Calculator, private readonly around: Surroundings, private readonly reader: Reader) {
    this.draft = newDraft(calculator, reader);
    this.following = new Following(around);
    this.arriving = new Arriving(this.into());
    setDay(this.draft.envelope, this.day);
    setCurrency(calculator, this.draft.envelope, around.usualCurrency);
    this.follow();
  }

  /** The request as it stands. */
  get request(): QuoteRequest {
    return this.made.request;
  }

  /** The same, with why what of it is no value. */
  get made(): Made {
    return this.madeOf(this.draft);
  }

  /** The request that a draft makes under the terms that the form has: those that a request brought, else the page's. */
  private madeOf(draft: Draft): Made {
    return makeRequest(this.calculator, draft, this.draft.terms ?? this.around.terms);
  }

  requestOf(draft: Draft): QuoteRequest {
    return this.madeOf(draft).request;
  }

  /** Whether the page names another day or currency than it did. */
  get isBehind(): boolean {
    return this.following.isBehind;
  }

  /** Takes over the page's day and currency. */
  follow(): void {
    this.following.follow(this.calculator, this.draft.envelope);
  }

  /** A new day has begun: what stands on the old one, chosen by nobody, goes on. Returns the old one, unless the page says the day. */
  goOn(): string | undefined {
    const before = this.day;
    this.day = today();
    // A form that was begun on the new day stands on it already.
    if (before === this.day || this.isDayGiven || this.following.saysDay) return undefined;
    if (this.own) goOnFrom(before, this.own);
    if (standsOn(before, this.draft.envelope)) {
      this.remember('did_go_on', '', { day: this.day });
      goOnFrom(before, this.draft.envelope);
      this.around.changed();
    }
    return before;
  }

  type(row: Row, field: Field, path: string, value: string): void {
    setValue(row, field.name, value);
    this.typing = path;
    clearTimeout(this.rest);
    this.rest = setTimeout(() => this.settle(), TYPING_REST);
    this.around.changed();
  }

  leave(row: Row, field: Field): void {
    const typed = row.values[field.name] ?? '';
    const text = tidy(field, typed, this.draft);
    // A value that the page gave stays as given until somebody edits it: nothing else is shown than is sent.
    if (text !== typed && !Object.hasOwn(row.given, field.name)) row.values[field.name] = text;
    row.touched.add(field.name);
    this.settle();
  }

  /** The visitor says which of several values is meant. */
  mean(row: Row, field: Field, path: string, value: unknown): void {
    placeValue(row, field, value, this.draft);
    row.touched.add(field.name);
    this.settle();
    this.around.changed(path);
  }

  /** A value as it is to stand in its control. */
  written(field: Field, value: unknown): string {
    return this.reader.write(field, value, unitOf(this.draft));
  }

  settle(): void {
    clearTimeout(this.rest);
    this.typing = '';
    this.around.changed();
  }

  chooseCurrency(code: string): void {
    setCurrency(this.calculator, this.draft.envelope, code);
    this.around.changed();
  }

  /** What is typed in the form is in another currency than the form: amounts stay as they were typed, and are read anew. */
  changeCurrency(code: string, label: string, path: string): void {
    this.remember('did_currency', '', { currency: label });
    this.otherCurrency = false;
    setCurrency(this.calculator, this.draft.envelope, code);
    this.around.changed(path);
  }

  /** Whole units only, or the currency's own decimals. */
  setWhole(whole: boolean): void {
    setValue(this.draft.envelope, 'minor_units', whole ? '0' : '');
    this.around.changed();
  }

  get currency(): string {
    return this.draft.envelope.values['currency'] ?? '';
  }

  add({ row, field, path }: Place): void {
    const list = this.list(row, field);
    list.push(newRow(field.items ?? []));
    this.paging.show(row, field, list.length - 1);
    this.around.changed(`${path}.${list.length - 1}`);
  }

  remove({ row, field, path }: Place, index: number, name: string): void {
    this.remember('did_remove', path, { item: name });
    const list = this.list(row, field);
    list.splice(index, 1);
    if (!list.length && Number(field.min ?? 0) > 0) list.push(newRow(field.items ?? []));
    const next = Math.min(index, list.length - 1);
    this.paging.show(row, field, Math.max(next, 0));
    this.around.changed(list.length ? `${path}.${next}` : path);
  }

  duplicate({ row, field, path }: Place, index: number): void {
    const list = this.list(row, field);
    const original = list[index];
    if (!original) return;
    list.splice(index + 1, 0, duplicateRow(original));
    this.paging.show(row, field, index + 1);
    this.around.changed(`${path}.${index + 1}`);
  }

  /** How a table comes in. */
  private into(): Into {
    const editing = this;
    return {
      get draft() { return editing.draft; },
      remember: (key, where, values, brought) => editing.remember(key, where, values, brought),
      takeBack() {
        editing.undo();
        editing.done = undefined;
      },
      show: (row, field, index) => editing.paging.show(row, field, index),
      changed: (focus) => editing.around.changed(focus),
    };
  }

  /** The example as the page wants it: under its terms, and on its day and in its currency where it names them. */
  fillExample(): void {
    this.remember('did_example');
    this.own ??= this.draft.envelope;
    const { asOf, currency, outcomeOf } = this.around;
    const wanted = { day: typeof asOf === 'string' ? asOf : '', currency: typeof currency === 'string' ? currency : '' };
    this.renew(exampleFor(this.calculator, wanted, outcomeOf, this.reader), this.draft.terms);
    this.around.changed();
  }

  /** What was asked before comes back, as if somebody had typed it. */
  bringBack(request: Given, key: string, values?: Fillings): void {
    this.remember(key, '', values);
    this.own = undefined;
    const draft = newDraft(this.calculator, this.reader);
    takeOver(this.calculator, draft, request);
    this.renew({ ...draft, matter: this.draft.matter }, this.draft.terms);
    this.around.changed();
  }

  /** Empties the form; the terms stay, and the date and the currency as they were before an example changed them. */
  clear(): void {
    this.remember('did_clear');
    this.renew({ ...newDraft(this.calculator, this.reader), envelope: this.ownEnvelope() }, this.draft.terms);
    this.around.changed();
  }

  /** The page takes back what it gave, its terms too. */
  empty(): void {
    this.done = undefined;
    this.renew({ ...newDraft(this.calculator, this.reader), envelope: this.ownEnvelope() });
  }

  /** Back to how the page gave the form. */
  startOver(draft: Draft): void {
    this.remember('did_start_over');
    this.own = undefined;
    this.renew({ ...draft, matter: {} }, this.draft.terms);
    this.around.changed();
  }

  /** What the visitor had entered before the page went, over the form as the page gives it. */
  giveBack(draft: Draft): void {
    this.remember('did_give_back');
    // An example may have changed them before; a cleared form is the page's again.
    this.own = this.draft.envelope;
    this.renew({ ...draft, matter: this.draft.matter }, this.draft.terms);
  }

  /** A request of the page's. Terms that are the page's own anyway go on changing with them. */
  take(request: Given, isStale?: IsStale): void {
    const { terms, as_of } = request;
    this.isDayGiven = as_of !== undefined;
    takeOver(this.calculator, this.draft, request, isStale);
    if (terms !== undefined && isSame(terms, this.around.terms)) delete this.draft.terms;
  }

  /** The page gives other terms, which hold from now on. */
  dropTerms(): void {
    delete this.draft.terms;
  }

  /** The brought terms, if they are a pack. */
  get pack(): object | undefined {
    const terms = this.draft.terms ?? this.around.terms;
    return isObject(terms) ? terms : undefined;
  }

  /** What the page gave beside date and currency has nothing to do with a form that begins anew. */
  private ownEnvelope(): Row {
    const envelope = this.own ?? this.draft.envelope;
    this.own = undefined;
    for (const name of Object.keys(envelope.given)) if (!['as_of', 'currency', 'minor_units'].includes(name)) delete envelope.given[name];
    return envelope;
  }

  private renew(draft: Draft, terms?: unknown): void {
    this.draft = draft;
    if (terms === undefined) delete draft.terms;
    else draft.terms = terms;
    this.paging.clear();
    this.arriving.forget();
  }

  /** Back, and forth again: undoing is undone the same way. */
  undo(): void {
    if (!this.done) return;
    const { before, key, where } = this.done;
    this.done = { key: key === 'did_undo' ? 'did_redo' : 'did_undo', before: this.draft, where };
    this.draft = before;
    this.around.changed();
  }

  page(row: Row, field: Field): number {
    return this.paging.of(row, field);
  }

  turn(row: Row, field: Field, page: number): void {
    this.paging.turn(row, field, page);
    this.around.changed();
  }

  /** Brings the control of a path onto the page, and the focus to it. */
  reveal(path: string): void {
    this.paging.reveal(this.calculator, this.draft, path);
    this.around.changed(path);
  }

  private list(row: Row, field: Field): Row[] {
    // What the page gave in its place is edited from now on.
    delete row.given[field.name];
    return (row.lists[field.name] ??= []);
  }

  private remember(key: string, where = '', values?: Fillings, brought?: Brought): void {
    this.done = { key, before: keepDraft(this.draft), where, ...(values && { values }), ...(brought && { brought }) };
  }
}
