// What a visitor has made of a form, as far as it differs from the form as the page gave it: plain texts by field and row.
// What is read back may have been written by anybody. So it is gone through by the fields that the calculator has, never by
// the names that it has itself, and whatever is not of the form that is written here is not taken at all.

import { isObject } from '../page/given.js';
import { keepDraft, newRow, setValue, type Draft, type Row } from '../state.js';
import type { Calculator, Field } from '../types.js';

/** One row: which of the page's rows it was, if any, and what it says otherwise than that one, or than an empty one. */
interface Entered {
  of?: number;
  values?: Record<string, string>;
  lists?: Record<string, Entered[]>;
  touched?: string[];
}

/** `envelope` has the currency in any case: amounts mean nothing without it, and the usual one goes by the language. */
export interface Entries { envelope: Record<string, string>; input: Entered }

/** As many rows as a list of a request may have. */
const MOST_ROWS = 1_000;

const CURRENCY = ['currency', 'minor_units'];
const ENVELOPE = ['as_of', ...CURRENCY];

/** Nothing where the form says what the page gave. */
export function entriesOf({ fields }: Calculator, draft: Draft, page: Draft): Entries | undefined {
  const changed = ENVELOPE.filter((name) => isChanged(draft.envelope, page.envelope, name));
  const input = enteredIn(fields, draft.input, page.input);
  if (!changed.length && !saysMore(input)) return undefined;
  const told = [...new Set([...changed, ...CURRENCY])];
  return { envelope: Object.fromEntries(told.map((name) => [name, textIn(draft.envelope, name)])), input };
}

const textIn = (row: Row, name: string): string => row.values[name] ?? '';

/** A value of the page's that no control can hold goes as soon as somebody types in its place, be it the same text. */
const isChanged = (row: Row, page: Row, name: string): boolean =>
  textIn(row, name) !== textIn(page, name) || Object.hasOwn(row.given, name) !== Object.hasOwn(page.given, name);

const saysMore = ({ values, lists }: Entered): boolean => values !== undefined || lists !== undefined;

function enteredIn(fields: Field[], row: Row, page: Row): Entered {
  const values = fields.filter(({ name, kind }) => kind !== 'list' && isChanged(row, page, name)).map(({ name }) => [name, textIn(row, name)]);
  const lists = fields.flatMap((field): [string, Entered[]][] => {
    const rows = field.kind === 'list' ? changedRows(field, row, page) : undefined;
    return rows ? [[field.name, rows]] : [];
  });
  const touched = fields.map(({ name }) => name).filter((name) => row.touched.has(name));
  return {
    ...(values.length && { values: Object.fromEntries(values) as Record<string, string> }),
    ...(lists.length && { lists: Object.fromEntries(lists) }),
    ...(touched.length && { touched }),
  };
}

function changedRows({ name, items = [] }: Field, row: Row, page: Row): Entered[] | undefined {
  const before = page.lists[name] ?? [];
  const places = new Map(before.map(({ id }, place) => [id, place]));
  const rows = (row.lists[name] ?? []).map((item): Entered => {
    const of = places.get(item.id);
    return { ...(of !== undefined && { of }), ...enteredIn(items, item, before[of ?? -1] ?? newRow(items)) };
  });
  return rows.length === before.length && rows.every((each, place) => each.of === place && !saysMore(each)) ? undefined : rows;
}

/** Thrown at the first thing that was not written here. */
class NotOurs extends Error {}

/** The form as the page gave it, with what was entered; nothing where that is no such thing, or changes nothing. */
export function withEntries(calculator: Calculator, page: Draft, entries: unknown, isDayKept: boolean): Draft | undefined {
  const draft = keepDraft(page);
  try {
    if (!isObject(entries)) throw new NotOurs();
    const envelope = member(entries, 'envelope');
    for (const name of ENVELOPE) {
      const text = textOf(envelope, name);
      if (text !== undefined && isDayKept && text !== textIn(draft.envelope, name)) setValue(draft.envelope, name, text);
    }
    enter(calculator.fields, draft.input, member(entries, 'input'));
  } catch (reason) {
    if (reason instanceof NotOurs) return undefined;
    throw reason;
  }
  return entriesOf(calculator, draft, page) && draft;
}

function enter(fields: Field[], row: Row, entered: Record<string, unknown>): void {
  const [values, lists] = [member(entered, 'values'), member(entered, 'lists')];
  const touched = Object.hasOwn(entered, 'touched') ? entered['touched'] : [];
  if (!Array.isArray(touched)) throw new NotOurs();
  for (const field of fields) {
    const { name, kind } = field;
    if (touched.includes(name)) row.touched.add(name);
    if (kind === 'list') {
      if (Object.hasOwn(lists, name)) enterRows(field, row, lists[name]);
      continue;
    }
    const text = textOf(values, name);
    if (text === undefined) continue;
    if (kind === 'flag' && !['', 'true', 'false'].includes(text)) throw new NotOurs();
    setValue(row, name, text);
  }
}

function enterRows({ name, min, items = [] }: Field, row: Row, entered: unknown): void {
  if (!Array.isArray(entered) || entered.length > MOST_ROWS) throw new NotOurs();
  const before = new Map((row.lists[name] ?? []).map((item, place): [unknown, Row] => [place, item]));
  const rows = entered.map((each: unknown) => {
    if (!isObject(each)) throw new NotOurs();
    const item = before.get(each['of']) ?? newRow(items);
    // A row of the page's comes back once.
    before.delete(each['of']);
    enter(items, item, each);
    return item;
  });
  if (!rows.length && Number(min ?? 0) > 0) rows.push(newRow(items));
  row.lists[name] = rows;
  delete row.given[name];
}

function member(of: Record<string, unknown>, name: string): Record<string, unknown> {
  if (!Object.hasOwn(of, name)) return {};
  const found = of[name];
  if (!isObject(found)) throw new NotOurs();
  return found;
}

function textOf(of: Record<string, unknown>, name: string): string | undefined {
  if (!Object.hasOwn(of, name)) return undefined;
  const text = of[name];
  if (typeof text !== 'string') throw new NotOurs();
  return text;
}
