// The request that leads from an answer on to another calculator: what both ask for is in it, and what the other one asks for
// anew is not.

import type { Asked } from '../brought.js';
import type { InputValues, OutValues, QuoteAnswer, QuoteRequest } from '../types.js';
import { WAYS, type Row, type Sources, type Way } from './destinations.js';

/** What a key of an entry is called. */
type Called = (name: string, key: string) => string;

/** A text of a request is no longer than that. */
const LONGEST = 80;

type List = Record<string, unknown>[];

const listOf = (of: Record<string, unknown>, name: string): List => (Array.isArray(of[name]) ? (of[name] as List) : []);

/** The lines at a path with what was answered for each; an answer has `lines`, whatever the request calls them. */
function rowsAt(path: string, { input }: QuoteRequest, answer: QuoteAnswer): Row[] {
  const all: Row = { entry: input, answer: { ...answer.figures, ...answer.dates } };
  const [first, ...rest] = path.split('.').filter(Boolean);
  if (first === undefined) return [all];
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

/** What leads there, unless the answer does not. */
export function takenAlong({ to, fields = {}, lines, when }: Way, request: QuoteRequest, answer: QuoteAnswer, called: Called): Asked | undefined {
  const [all] = rowsAt('', request, answer) as [Row];
  if (when && !when(all)) return undefined;
  const input = filled(fields, all, called);
  const { currency, minor_units } = request;
  const unit = { ...(currency !== undefined && { currency }), ...(minor_units !== undefined && { minor_units }) };
  if (!lines) return { calculator: to, ...unit, input };
  const rows = rowsAt(lines.from, request, answer);
  const items = (lines.only?.(rows) ?? rows).map((row) => filled(lines.fields, row, called)).filter((item) => Object.keys(item).length > 0);
  return items.length ? { calculator: to, ...unit, input: placed(input, lines.to, items) } : undefined;
}

/** All that an answer leads to. */
export const allAlong = (calculator: string, request: QuoteRequest, answer: QuoteAnswer, called: Called): Asked[] =>
  (WAYS[calculator] ?? []).map((way) => takenAlong(way, request, answer, called)).filter((asked) => asked !== undefined);
