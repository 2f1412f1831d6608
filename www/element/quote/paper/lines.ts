// The lines of an answer beside what was entered in them, and whatever else of it is a list: each a table.

import { show } from '../../format.js';
import { waysColumns } from '../../answer/ways.js';
import type { AnswerView } from '../../answer/view.js';
import type { Field, Out, OutValues } from '../../types.js';
import { rowsOf } from './entries.js';
import { columnsOf, type Table } from './table.js';

export function tablesOf(view: AnswerView): Table[] {
  return [...waysTable(view), ...linesTables(view), ...listTables(view)];
}

const NONE = { outs: [], rows: [] };

/** Rows that have no numbers go by what stands first in them. */
function headed(view: AnswerView, title: string, [first, ...outs]: readonly Out[], rows: readonly OutValues[]): Table {
  return {
    title,
    head: first ? view.words.lineName(first.name, view.answer.calculator) : '',
    rows: rows.map((row, index) => headOf(view, first, row, index)),
    columns: columnsOf(view, NONE, { outs, rows }),
  };
}

const headOf = ({ words, format }: AnswerView, first: Out | undefined, row: OutValues, index: number): string =>
  (first ? show(first, row[first.name] ?? '', words, format, 'short') : format.count(index + 1));

function linesTables(view: AnswerView): Table[] {
  const { answer: { lines, calculator: name }, calculator, request: { input }, words, format } = view;
  const { lines_of: list, line: outs } = calculator.answer;
  if (!lines.length) return [];
  if (list === undefined) {
    return [headed(view, words.name('lines', name), outs, lines), ...lines.flatMap((line, index) => nestedTables(view, [], {}, line, headOf(view, outs[0], line, index)))];
  }
  const field = calculator.fields.find((each) => each.name === list && each.kind === 'list');
  const rows = field ? rowsOf(input[field.name]) : [];
  const columns = columnsOf(view, { outs: field?.items ?? [], rows }, { outs, rows: lines });
  const title = field && !field.required ? words.name(list, name) : words.ui('answer_lines');
  return [
    { title, head: words.ui(`list_${list}`), rows: lines.map((_, index) => format.count(index + 1)), columns },
    ...lines.flatMap((line, index) => nestedTables(view, field?.items ?? [], rows[index] ?? {}, line, words.ui(`item_${list}`, { n: format.count(index + 1) }))),
  ];
}

/** What stands in lists in a line. */
function nestedTables(view: AnswerView, items: readonly Field[], entered: OutValues, line: OutValues, of: string): Table[] {
  const { calculator: { answer: { line: outs } }, words, format, answer: { calculator } } = view;
  const isList = ({ kind }: Field | Out): boolean => kind === 'list';
  const names = new Set([...items.filter(isList), ...outs.filter(isList)].map(({ name }) => name));
  return [...names].flatMap((name) => {
    const [field, out] = [items.find((each) => each.name === name), outs.find((each) => each.name === name)];
    const [asked, answered] = [rowsOf(entered[name]), rowsOf(line[name])];
    const count = Math.max(asked.length, answered.length);
    if (!count) return [];
    const title = [of, field ? words.name(name, calculator) : words.lineName(name, calculator)].join(words.locale.within);
    if (!field) return [headed(view, title, out?.items ?? [], answered)];
    const columns = columnsOf(view, { outs: field.items ?? [], rows: asked }, { outs: out?.items ?? [], rows: answered });
    return [{ title, head: words.ui(`list_${name}`), rows: Array.from({ length: count }, (_, index) => format.count(index + 1)), columns }];
  });
}

/** Lists of the whole. */
function listTables(view: AnswerView): Table[] {
  const { answer, calculator, words, format } = view;
  return calculator.answer.figures.flatMap(({ name, kind, items = [] }) => {
    const rows = kind === 'list' ? rowsOf(answer.figures[name]) : [];
    if (!rows.length) return [];
    const title = words.name(name, calculator.calculator);
    if (items[0]?.kind === 'choice') return [headed(view, title, items, rows)];
    const columns = columnsOf(view, NONE, { outs: items, rows });
    return [{ title, head: words.ui(`list_${name}`), rows: rows.map((_, index) => words.ui(`item_${name}`, { n: format.count(index + 1) })), columns }];
  });
}

/** Totals of several ways beside each other. */
function waysTable(view: AnswerView): Table[] {
  const { answer, words, format, calculator } = view;
  const { ways = [] } = calculator.answer;
  if (!ways.length) return [];
  const columns = waysColumns(view).map(({ label, names }) => ({
    label, kind: 'money', rank: 1, cells: names.map((name) => { const value = answer.figures[name]; return value === undefined ? '' : show({ name, kind: 'money' }, value, words, format); }),
  }));
  return [{ title: words.ui('ways_total', { years: format.count(answer.lines.length) }), head: words.ui('ways'), rows: ways.map(({ net }) => words.name(net, calculator.calculator)), columns }];
}
