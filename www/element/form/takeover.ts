// A request from the page, taken over into the form that is there: by index, so that a row stays the row that it is, and
// only where it says something else than the form does. "25." and "1,0" stay as they are being typed as long as the page
// means what they send.

import { isObject, isSame, type Given } from '../page/given.js';
import { collectPlain, isBlank, makeRequest, newRow, placeValue, setValue, unitOf, type Draft, type Row } from '../state.js';
import type { Calculator, Field } from '../types.js';

/** Whether a value is what the page heard of a field in which somebody has typed on. */
export type IsStale = (path: string, value: unknown) => boolean;

/** Of a list that is far longer than any may be, no lines are made: the core refuses it as a whole. */
const MOST_SHOWN = 20;

const ENVELOPE = ['calculator', 'as_of', 'currency', 'minor_units', 'terms', 'input'];

/** What of a value a control can show. */
const shownOf = (value: unknown): string => (['string', 'number', 'boolean', 'bigint'].includes(typeof value) ? String(value) : '');

/** What the request leaves out stays as it is. */
export function takeOver(calculator: Calculator, draft: Draft, given: Given, isStale: IsStale = () => false): void {
  takeEnvelope(calculator, draft, given);
  if (given['terms'] !== undefined) draft.terms = given['terms'];
  if (given.input) takeRow({ draft, isStale }, calculator.fields, draft.input, given.input, 'input');
}

function takeEnvelope(calculator: Calculator, draft: Draft, request: Given): void {
  const { envelope } = draft;
  const { given } = envelope;
  const { as_of: day, currency, minor_units: decimals } = request;
  const { request: sent } = makeRequest(calculator, draft);
  if (day !== undefined && !isSame(day, sent.as_of)) {
    setValue(envelope, 'as_of', shownOf(day));
    if (typeof day !== 'string') given['as_of'] = day;
  }
  if (currency !== undefined && !isSame(currency, sent.currency)) {
    setValue(envelope, 'currency', shownOf(currency));
    if (typeof currency !== 'string') given['currency'] = currency;
  }
  // The decimals belong to the currency: where they are left out beside it, they are its own.
  if ((decimals !== undefined || currency !== undefined) && !isSame(decimals, sent.minor_units)) {
    setValue(envelope, 'minor_units', decimals === undefined ? '' : shownOf(decimals));
    if (decimals !== undefined && typeof decimals !== 'number') given['minor_units'] = decimals;
  }
  for (const name of Object.keys(given)) if (!ENVELOPE.includes(name)) delete given[name];
  for (const [name, value] of Object.entries(request)) if (!ENVELOPE.includes(name)) given[name] = value;
  // One of a name is another calculator; anything else is none, which the core says.
  if (request['calculator'] === undefined || typeof request['calculator'] === 'string') delete given['calculator'];
  else given['calculator'] = request['calculator'];
}

interface Taking { draft: Draft; isStale: IsStale }

function takeRow(taking: Taking, fields: Field[], row: Row, input: Record<string, unknown>, path: string): void {
  const { draft, isStale } = taking;
  const before = collectPlain(fields, row, draft);
  for (const name of Object.keys(row.given)) if (!Object.hasOwn(input, name)) delete row.given[name];
  for (const [name, value] of Object.entries(input)) {
    const at = `${path}.${name}`;
    const field = fields.find((each) => each.name === name);
    if (field?.kind === 'list' && Array.isArray(value) && value.length <= Math.max(MOST_SHOWN, Number(field.max ?? 0))) {
      delete row.given[name];
      row.lists[name] = takeList(taking, field, row.lists[name] ?? [], value, at);
    } else if (field?.kind === 'list' && Array.isArray(value)) {
      row.lists[name] = [];
      row.given[name] = value;
    } else if (!(Object.hasOwn(before, name) && isSame(before[name], value)) && !isStale(at, value)) {
      place(row, field, name, value, draft);
    }
  }
  leaveOut(taking, fields, row, input, path);
}

function takeList(taking: Taking, field: Field, list: Row[], items: unknown[], path: string): Row[] {
  const fields = field.items ?? [];
  const rows = items.map((item, index) => {
    const row = list[index] ?? newRow(fields);
    delete row.instead;
    takeRow(taking, fields, row, isObject(item) ? item : {}, `${path}.${index}`);
    if (!isObject(item)) row.instead = { value: item };
    return row;
  });
  // Lines that nobody has begun are not sent, so the page knows nothing of them.
  return [...rows, ...list.slice(items.length).filter(isBlank)];
}

/** A decimal as the contract writes it: nothing else can be meant by whoever writes requests, whatever a person would mean. */
const DECIMAL = /^\d+(\.\d+)?$/;

function place(row: Row, field: Field | undefined, name: string, value: unknown, draft: Draft): void {
  if (field && field.kind !== 'list') placeValue(row, field, shownOf(value), draft);
  // A list to choose from shows its own keys and nothing that only resembles one.
  const isExact = (kind: Field['kind']): boolean => ['choice', 'count', 'text'].includes(kind) || (typeof value === 'string' && DECIMAL.test(value));
  const fits = field !== undefined && typeof value === (field.kind === 'count' ? 'number' : field.kind === 'flag' ? 'boolean' : 'string')
    && (value === '' || !isExact(field.kind) || means(row, field, value, draft));
  if (!field || field.kind === 'list' || !fits) row.given[name] = value;
}

/** Whether the text that now stands there is read as a value. */
function means(row: Row, field: Field, value: unknown, draft: Draft): boolean {
  const reading = draft.reader.read(field, row.values[field.name] ?? '', unitOf(draft));
  return reading !== undefined && 'value' in reading && reading.value === value;
}

/** What would be sent and is not in the request goes; a field that does not apply keeps its value, as it does for a visitor. */
function leaveOut({ draft, isStale }: Taking, fields: Field[], row: Row, input: Record<string, unknown>, path: string): void {
  for (const name of Object.keys(collectPlain(fields, row, draft))) {
    if (Object.hasOwn(input, name) || isStale(`${path}.${name}`, undefined)) continue;
    setValue(row, name, '');
  }
  const fresh = newRow(fields);
  for (const { name, kind } of fields) {
    if (kind === 'list' && !Object.hasOwn(input, name) && !row.lists[name]?.every(isBlank)) row.lists[name] = fresh.lists[name] ?? [];
  }
}
