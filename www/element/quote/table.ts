// The lines of an answer as a table for spreadsheets: what was entered beside what was answered. Values are as the contract
// writes them, for a spreadsheet reads 1,000.00 by its own ways.

import type { AnswerView } from '../answer/view.js';
import type { InputValues, Out, OutValue, OutValues } from '../types.js';

type Rows = string[][];

/** One value for a cell: of several keys all, of a list of rows how many. */
function cell(out: Pick<Out, 'name' | 'kind'>, value: OutValue | undefined, { words }: AnswerView): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return words.ui(value ? 'yes' : 'no');
  if (Array.isArray(value)) return value.some((each) => typeof each === 'object') ? String(value.length) : value.map((each) => cell(out, each as OutValue, { words } as AnswerView)).join(' ');
  if (out.kind === 'choice') return words.choice(out.name, String(value));
  return String(value);
}

export function rowsOf(view: AnswerView): Rows {
  const { answer, request, calculator, words } = view;
  const { calculator: name, answer: { line, lines_of: list, figures, dates } } = calculator;
  const plain = (outs: Out[]): Out[] => outs.filter(({ kind }) => kind !== 'list');
  const totals = [...plain(figures).map((out) => [out, answer.figures[out.name]] as const), ...plain(dates).map((out) => [out, answer.dates[out.name]] as const)]
    .filter(([, value]) => value !== undefined).map(([out, value]) => [words.name(out.name, name), cell(out, value, view)]);
  if (!answer.lines.length) return totals;
  const field = calculator.fields.find((each) => each.name === list && each.kind === 'list');
  const entries: readonly InputValues[] = field && Array.isArray(request.input[field.name]) ? (request.input[field.name] as InputValues[]) : [];
  const asked = (field?.items ?? []).filter(({ kind, name: own }) => kind !== 'list' && entries.some((entry) => entry[own] !== undefined));
  const own = new Set(asked.map((each) => each.name));
  const found = plain(line).filter((out) => !own.has(out.name) && answer.lines.some((each) => each[out.name] !== undefined));
  const head = [...asked.map((each) => words.name(each.name, name)), ...found.map((out) => words.lineName(out.name, name))];
  const body = answer.lines.map((each: OutValues, index) => [
    ...asked.map((of) => cell({ name: of.name, kind: of.kind === 'choice' ? 'choice' : 'text' }, entries[index]?.[of.name] as OutValue | undefined, view)),
    ...found.map((out) => cell(out, each[out.name], view)),
  ]);
  return [head, ...body, [], ...totals];
}

/** What a spreadsheet would run is only a text to it after an apostrophe; a number below nothing is one. */
const guarded = (text: string): string => (/^[\s\u200b\ufeff]*[=+@\-\t\r]/.test(text) && !/^-?\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text);

const quoted = (text: string): string => (/[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** With the mark by which a spreadsheet knows the encoding. */
export const csvOf = (view: AnswerView): Blob =>
  new Blob([`\ufeff${rowsOf(view).map((row) => row.map((text) => quoted(guarded(text))).join(',')).join('\r\n')}\r\n`], { type: 'text/csv;charset=utf-8' });

/** For pasting into a spreadsheet, or into a mail. */
export async function copyTable(view: AnswerView): Promise<void> {
  const rows = rowsOf(view).map((row) => row.map((text) => guarded(text).replaceAll(/[\t\r\n]+/g, ' ')));
  await navigator.clipboard.writeText(rows.map((row) => row.join('\t')).join('\r\n'));
}
