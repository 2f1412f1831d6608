// What was entered, as labels and values, and as tables where it was a list.

import { show } from '../../format.js';
import type { AnswerView } from '../../answer/view.js';
import type { Calculator, Field, OutValue, OutValues } from '../../types.js';
import { cellText, columnsOf, type Table } from './table.js';

export interface Pair { label: string; text: string }

export const rowsOf = (value: unknown): OutValues[] =>
  (Array.isArray(value) ? (value as unknown[]).filter((row): row is OutValues => typeof row === 'object' && row !== null) : []);

/** Whether a calculator asks for countries, or answers with them. */
export const countryFields = ({ fields, answer: { figures, line } }: Calculator): boolean => {
  const asks = (outs: readonly { kind: string; items?: readonly { kind: string }[] }[]): boolean =>
    outs.some(({ kind, items }) => kind === 'country' || asks(items ?? []));
  return [fields, figures, line].some(asks);
};

/** Lists of the form that the lines do not answer for. */
const listsAside = ({ fields, answer: { lines_of: own } }: Calculator): Field[] => fields.filter(({ kind, name }) => kind === 'list' && name !== own);

export function entryPairs(view: AnswerView): Pair[] {
  const { calculator, request: { input }, words, format } = view;
  const named = (name: string): string => words.name(name, calculator.calculator);
  const plain = calculator.fields.flatMap((field) => {
    const { name, kind } = field;
    const value = input[name];
    if (kind === 'list' || value === undefined) return [];
    const text = kind === 'currency' ? format.currencyLabel(String(value)) : show(field, value as OutValue, words, format);
    return [{ label: named(name), text }];
  });
  // A list of one thing each is a line of them.
  const lists = listsAside(calculator).flatMap(({ name, items = [] }) => {
    const rows = rowsOf(input[name]);
    const used = items.filter((item) => rows.some((row) => row[item.name] !== undefined));
    const [only] = used;
    return only && used.length === 1 ? [{ label: named(name), text: rows.map((row) => cellText(view, only, row[only.name])).filter(Boolean).join(words.comma) }] : [];
  });
  return [...plain, ...lists];
}

export function entryTables(view: AnswerView): Table[] {
  const { calculator, request: { input }, words, format } = view;
  return listsAside(calculator).flatMap(({ name, items = [] }) => {
    const rows = rowsOf(input[name]);
    const columns = columnsOf(view, { outs: items, rows }, { outs: [], rows: [] });
    return columns.length > 1 ? [{ title: words.name(name, calculator.calculator), head: words.ui(`list_${name}`), rows: rows.map((_, index) => format.count(index + 1)), columns }] : [];
  });
}
