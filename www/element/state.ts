// What has been typed, and the request that it makes. Values are kept as typed, by row, so that a row keeps its
// own whatever is added or removed above it; a field that does not apply keeps its value and is not sent. Names may come
// from outside: what is kept by name has no prototype, so that `constructor` is a name like any other.

import { UNREAD, type Reader, type Unit } from './form/reader.js';
import type { Calculator, Condition, Fault, Field, QuoteRequest } from './types.js';

export interface Row {
  readonly id: number;
  values: Record<string, string>;
  lists: Record<string, Row[]>;
  /** Fields left by the visitor at least once: an empty one may now be named as missing. */
  touched: Set<string>;
  /** Countries that somebody is typing: shown as typed until the control is left. */
  asTyped: Set<string>;
  /** Values of a request given by the page that no control can hold as they are; sent until edited. */
  given: Record<string, unknown>;
  /** What the page gave where a row belongs, and that is none; sent in its place until it is edited. */
  instead?: { value: unknown };
}

export interface Draft {
  /** Reads what is typed. */
  readonly reader: Reader;
  /** as_of, currency and minor_units */
  envelope: Row;
  input: Row;
  /** Terms that a request brought; they go before those of the page. */
  terms?: unknown;
  /** What the form is about: the same for as long as it is edited, another one once it is emptied, filled anew, or given by the page. */
  matter: object;
}

/** Things by their names, and nothing else. */
const named = <T>(from: Record<string, T> = {}): Record<string, T> => Object.assign(Object.create(null) as Record<string, T>, from);

let rows = 0;

export function newRow(fields: Field[]): Row {
  const lists = named<Row[]>();
  for (const { name, kind, min, items } of fields) {
    // One empty line to start with, wherever the core asks for at least one.
    if (kind === 'list') lists[name] = Number(min ?? 0) > 0 ? [newRow(items ?? [])] : [];
  }
  return { id: ++rows, values: named(), lists, touched: new Set(), asTyped: new Set(), given: named() };
}

/** A row that can be edited apart from the original: the same row of a kept form, or with `id` another one. */
function cloneRow(row: Row, id: (row: Row) => number): Row {
  return {
    id: id(row),
    values: named(row.values),
    lists: named(Object.fromEntries(Object.entries(row.lists).map(([name, list]) => [name, list.map((item) => cloneRow(item, id))]))),
    touched: new Set(row.touched),
    asTyped: new Set(row.asTyped),
    given: named(row.given),
    ...(row.instead && { instead: row.instead }),
  };
}

export const duplicateRow = (row: Row): Row => cloneRow(row, () => ++rows);

export function keepDraft(draft: Draft): Draft {
  const same = ({ id }: Row): number => id;
  return { ...draft, envelope: cloneRow(draft.envelope, same), input: cloneRow(draft.input, same) };
}

export const newDraft = ({ fields }: Calculator, reader: Reader): Draft => ({ reader, envelope: newRow([]), input: newRow(fields), matter: {} });

/** What the amounts of a form are in. */
export const unitOf = ({ envelope: { values } }: Draft): Unit => ({ currency: values['currency'] ?? '', decimals: values['minor_units'] ?? '' });

export const isBlank = (row: Row): boolean =>
  Object.values(row.values).every((value) => value.trim() === '') &&
  Object.keys(row.given).length === 0 &&
  row.instead === undefined &&
  Object.values(row.lists).every((list) => list.every(isBlank));

/** Sets what was typed. */
export function setValue(row: Row, name: string, value: string): void {
  row.values[name] = value;
  delete row.given[name];
  delete row.instead;
}

/** What is typed, as it is to stand there once it is left: as the value that it means, or as it is. */
export function tidy(field: Field, typed: string, draft: Draft): string {
  const reading = draft.reader.read(field, typed, unitOf(draft));
  return reading && 'value' in reading ? draft.reader.write(field, reading.value, unitOf(draft)) : typed;
}

/** Sets a value of a request: as a person reads it. */
export function placeValue(row: Row, field: Field, value: unknown, draft: Draft): void {
  setValue(row, field.name, draft.reader.write(field, value, unitOf(draft)));
}

/** Whether a field applies, by a value of its own row, of the form, or of the envelope. */
export function applies(condition: Condition | undefined, row: Row, draft: Draft): boolean {
  if (!condition) return true;
  const { field, in: within, not_in: without, or, and } = condition;
  const value = row.values[field] ?? draft.input.values[field] ?? draft.envelope.values[field] ?? '';
  const own = (!within || within.includes(value)) && (!without || (value !== '' && !without.includes(value)));
  return (own || (or !== undefined && applies(or, row, draft))) && applies(and, row, draft);
}

/** The rows that go out: blank ones at the end are lines that nobody has begun. */
export function sent(list: Row[], field: Field): Row[] {
  let end = list.length;
  while (end > Number(field.min ?? 0) && isBlank(list[end - 1] as Row)) end--;
  return list.slice(0, end);
}

/** What a row sends, its lists aside. A text that is no value goes out as it is; why it is none is noted in `faults`, `above` its name. */
export function collectPlain(fields: Field[], row: Row, draft: Draft, above = '', faults: Fault[] = []): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const field of fields) {
    const { name, kind } = field;
    if (kind === 'list' || Object.hasOwn(row.given, name) || !applies(field.only_if, row, draft)) continue;
    const typed = row.values[name] ?? '';
    const reading = draft.reader.read(field, typed, unitOf(draft));
    if (!reading) continue;
    out[name] = 'value' in reading ? reading.value : typed;
    if ('fault' in reading) faults.push({ ...reading.fault, field: `${above}${name}` });
  }
  return out;
}

function collect(fields: Field[], row: Row, draft: Draft, path: string, faults: Fault[]): unknown {
  if (row.instead) return row.instead.value;
  const plain = collectPlain(fields, row, draft, `${path}.`, faults);
  // In the order of the description, wherever a list stands in it.
  const out = fields.flatMap((field): [string, unknown][] => {
    const { name } = field;
    if (field.kind !== 'list') return Object.hasOwn(plain, name) ? [[name, plain[name]]] : [];
    if (Object.hasOwn(row.given, name) || !applies(field.only_if, row, draft)) return [];
    const list = sent(row.lists[name] ?? [], field);
    const items = list.map((item, index) => collect(field.items ?? [], item, draft, `${path}.${name}.${index}`, faults));
    return list.length || field.required ? [[name, items]] : [];
  });
  return Object.fromEntries([...out, ...Object.entries(row.given)]);
}

/** Every line of a form, those of lists in lists too. */
export function linesOf(fields: Field[], row: Row): { fields: Field[]; row: Row }[] {
  return fields.flatMap(({ name, items = [] }) =>
    (row.lists[name] ?? []).flatMap((line) => [{ fields: items, row: line }, ...linesOf(items, line)]));
}

/** The day that is asked about, which every form has. */
export const DAY: Field = { name: 'as_of', kind: 'date', required: true };

/** The request that a form makes, why what of it cannot be a value, and the fields whose texts wait to be read. */
export interface Made { request: QuoteRequest; faults: Fault[]; unread: string[] }

/** Made under the terms that the form brought itself, else under the page's. */
export function makeRequest(calculator: Calculator, draft: Draft, pageTerms?: unknown): Made {
  const { values, given } = draft.envelope;
  const faults: Fault[] = [];
  const request: Record<string, unknown> = { calculator: calculator.calculator };
  const { as_of } = collectPlain([DAY], draft.envelope, draft, '', faults);
  if (as_of !== undefined) request['as_of'] = as_of;
  if (calculator.money || values['currency']) {
    if (values['currency']) request['currency'] = values['currency'];
    if (values['minor_units']) request['minor_units'] = Number(values['minor_units']);
  }
  const terms = draft.terms ?? pageTerms;
  if (terms !== undefined) request['terms'] = terms;
  request['input'] = collect(calculator.fields, draft.input, draft, 'input', faults);
  // The core is to judge what the page gave, whatever its types promise.
  const whole = Object.fromEntries([...Object.entries(request), ...Object.entries(given)]) as unknown as QuoteRequest;
  return { request: whole, faults, unread: faults.filter(({ code }) => code === UNREAD.code).map(({ field }) => field) };
}
