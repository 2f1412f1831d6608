// What has been typed, and the request that it makes. Values are kept as typed, by row, so that a row keeps its
// own whatever is added or removed above it; a field that does not apply keeps its value and is not sent. Names may come
// from outside: what is kept by name has no prototype, so that `constructor` is a name like any other.

import { countries } from './country.js';
import { countOf, tidyCode, tidyCount, tidyDate, tidyLocalTime, tidyMoney, tidyPercent, tidyRate, tidyTime } from './form/typing.js';
import type { Calculator, Condition, Field, QuoteRequest } from './types.js';

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
  /** as_of, currency and minor_units */
  envelope: Row;
  input: Row;
  /** Terms that a request brought; they go before those of the page. */
  terms?: unknown;
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

export const newDraft = (calculator: Calculator): Draft => ({ envelope: newRow([]), input: newRow(calculator.fields) });

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

export function tidy(field: Field, typed: string, currency: string): string {
  switch (field.kind) {
    case 'money': return tidyMoney(typed, field.currency ?? currency);
    case 'percent': return tidyPercent(typed);
    case 'rate': return tidyRate(typed);
    case 'count': return tidyCount(typed);
    case 'date': return tidyDate(typed);
    case 'local_time': return tidyLocalTime(typed);
    case 'time': return tidyTime(typed);
    case 'country': return countries()?.countryOf(typed, field.choices ?? []) ?? typed.trim();
    case 'currency': return tidyCode(typed);
    default: return typed;
  }
}

/** Sets a value that was not typed into its own control: pasted, or given by the page. */
export function placeValue(row: Row, field: Field, value: string, currency: string): void {
  setValue(row, field.name, tidy(field, value, currency));
}

/** Whether a field applies, by a value of its own row, of the form, or of the envelope. */
export function applies(condition: Condition | undefined, row: Row, draft: Draft): boolean {
  if (!condition) return true;
  const { field, in: within, not_in: without, and } = condition;
  if (!applies(and, row, draft)) return false;
  const value = row.values[field] ?? draft.input.values[field] ?? draft.envelope.values[field] ?? '';
  return (!within || within.includes(value)) && (!without || (value !== '' && !without.includes(value))) && applies(and, row, draft);
}

/** The rows that go out: blank ones at the end are lines that nobody has begun. */
export function sent(list: Row[], field: Field): Row[] {
  let end = list.length;
  while (end > Number(field.min ?? 0) && isBlank(list[end - 1] as Row)) end--;
  return list.slice(0, end);
}

/** What a row sends, its lists aside. */
export function collectPlain(fields: Field[], row: Row, draft: Draft): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  const currency = draft.envelope.values['currency'] ?? '';
  for (const field of fields) {
    const { name, kind } = field;
    if (kind === 'list' || Object.hasOwn(row.given, name) || !applies(field.only_if, row, draft)) continue;
    const typed = row.values[name] ?? '';
    if (typed.trim() === '') continue;
    if (kind === 'flag') out[name] = typed === 'true';
    else out[name] = kind === 'count' ? countOf(typed) : tidy(field, typed, currency);
  }
  return out;
}

function collect(fields: Field[], row: Row, draft: Draft): unknown {
  if (row.instead) return row.instead.value;
  const plain = collectPlain(fields, row, draft);
  // In the order of the description, wherever a list stands in it.
  const out = fields.flatMap((field): [string, unknown][] => {
    const { name } = field;
    if (field.kind !== 'list') return Object.hasOwn(plain, name) ? [[name, plain[name]]] : [];
    if (Object.hasOwn(row.given, name) || !applies(field.only_if, row, draft)) return [];
    const list = sent(row.lists[name] ?? [], field);
    return list.length || field.required ? [[name, list.map((item) => collect(field.items ?? [], item, draft))]] : [];
  });
  return Object.fromEntries([...out, ...Object.entries(row.given)]);
}

/** The request that a form makes, under the terms that it brought itself, else under the page's. */
export function buildRequest(calculator: Calculator, draft: Draft, pageTerms?: unknown): QuoteRequest {
  const { values, given } = draft.envelope;
  const request: Record<string, unknown> = { calculator: calculator.calculator };
  if (values['as_of']) request['as_of'] = tidyDate(values['as_of']);
  if (calculator.money || values['currency']) {
    if (values['currency']) request['currency'] = values['currency'];
    if (values['minor_units']) request['minor_units'] = Number(values['minor_units']);
  }
  const terms = draft.terms ?? pageTerms;
  if (terms !== undefined) request['terms'] = terms;
  request['input'] = collect(calculator.fields, draft.input, draft);
  // The core is to judge what the page gave, whatever its types promise.
  return Object.fromEntries([...Object.entries(request), ...Object.entries(given)]) as unknown as QuoteRequest;
}
