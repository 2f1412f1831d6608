// The request that leads from an answer on to another calculator: what both ask for is in it, and what the other one asks for
// anew is not.

import type { Asked } from '../brought.js';
import type { Held, InputValues, Lead, OutValues, QuoteAnswer, QuoteRequest, Sources } from '../types.js';

/** A line of a request and what was answered for it; or the whole request, and what was answered for that. */
interface Row { entry: InputValues; answer: OutValues }

/** What a key of an entry is called. */
type Called = (name: string, key: string) => string;

/** A text of a request is no longer than that. */
const LONGEST = 80;

type List = Record<string, unknown>[];

const listOf = (of: Record<string, unknown>, name: string): List => (Array.isArray(of[name]) ? (of[name] as List) : []);

/** The lines at a path with what was answered for each; an answer has `lines`, whatever the request calls them. */
function rowsAt(path: string, { input }: QuoteRequest, answer: QuoteAnswer): Row[] {
  const [first, ...rest] = path.split('.').filter(Boolean);
  if (first === undefined) return [{ entry: input, answer: { ...answer.figures, ...answer.dates } }];
  const pairs = (entry: Record<string, unknown>, name: string, out: Record<string, unknown>, outName: string): Row[] =>
    listOf(entry, name).map((item, index) => ({ entry: item as InputValues, answer: (listOf(out, outName)[index] ?? {}) as OutValues }));
  return rest.reduce((rows, name) => rows.flatMap((row) => pairs(row.entry, name, row.answer, name)), pairs(input, first, { lines: answer.lines }, 'lines'));
}

function valueOf(source: string, { entry, answer }: Row, called: Called): unknown {
  if (source.startsWith('=')) return source.slice(1);
  const [kind, name = ''] = source.split('.');
  if (kind === 'answer') return answer[name];
  const key = kind === 'called' ? entry[name] : undefined;
  if (key !== undefined) return [...called(name, String(key))].slice(0, LONGEST).join('');
  return kind === 'called' ? undefined : entry[source];
}

function filled(fields: Sources, row: Row, called: Called): InputValues {
  const values = Object.entries(fields).map(([name, source]) => [name, valueOf(source, row, called)] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined)) as InputValues;
}

/** Puts lines where the other calculator has them: into the request itself where it asks about one thing alone. */
function placed(input: InputValues, to: string, items: InputValues[]): InputValues {
  const [list, , inner] = to.split('.');
  if (!list) return { ...input, ...items[0] };
  return { ...input, [list]: inner === undefined ? items : [{ [inner]: items }] } as InputValues;
}

/** What stands at a path of a row; of rows below it, each. */
function valuesAt(path: string, { entry, answer }: Row): unknown[] {
  const [first = '', ...rest] = path.split('.');
  const [of, names] = first === 'answer' ? [answer, rest] : [entry, [first, ...rest]];
  const start: unknown[] = [of];
  return names.reduce((found, name) => found.flat().flatMap((each) => {
    const value = typeof each === 'object' && each !== null && Object.hasOwn(each, name) ? (each as Record<string, unknown>)[name] : undefined;
    return value === undefined ? [] : [value];
  }), start);
}

function holds({ of, in: among, not_in: besides, above, filled }: Held, row: Row): boolean {
  const found = valuesAt(of, row);
  if (among) return found.some((value) => among.includes(value as string | boolean));
  if (besides) return !found.some((value) => besides.includes(value as string));
  // What is more than nothing has a digit that says so; nothing here is below it.
  if (above !== undefined) return found.some((value) => /[1-9]/.test(String(value)));
  return filled === true && found.flat().length > 0;
}

const all = (conditions: Held[] | undefined, row: Row): boolean => (conditions ?? []).every((condition) => holds(condition, row));

/** What leads there, unless the answer does not. */
export function takenAlong(
  { to, fields = {}, lines, when }: Lead, request: QuoteRequest, answer: QuoteAnswer, called: Called, today: string,
): Asked | undefined {
  const whole: Row = { entry: request.input, answer: { ...answer.figures, ...answer.dates } };
  if (!all(when, whole)) return undefined;
  const input = filled(fields, whole, called);
  const { as_of, currency, minor_units } = request;
  // Today's is the other form's own, and goes on with midnight there.
  const around = {
    ...(as_of !== undefined && as_of !== today && { as_of }),
    ...(currency !== undefined && { currency }),
    ...(minor_units !== undefined && { minor_units }),
  };
  if (!lines) return { calculator: to, ...around, input };
  const rows = rowsAt(lines.from, request, answer).filter((row) => all(lines.only, row));
  // Of several, the one that it is about.
  const { first } = lines;
  const chosen = first ? rows.filter((row) => holds(first, row)).concat(rows).slice(0, 1) : rows;
  const items = chosen.map((row) => filled(lines.fields, row, called)).filter((item) => Object.keys(item).length > 0);
  return items.length ? { calculator: to, ...around, input: placed(input, lines.to, items) } : undefined;
}

/** All that an answer leads to. */
export const allAlong = (onward: Lead[], request: QuoteRequest, answer: QuoteAnswer, called: Called, today: string): Asked[] =>
  onward.map((way) => takenAlong(way, request, answer, called, today)).filter((asked) => asked !== undefined);
