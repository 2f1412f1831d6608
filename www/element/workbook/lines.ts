// The sheets of what was worked out line by line: a table of one row for each, and one for each list within them.

import type { Out, OutValue, OutValues } from '../types.js';
import type { Plan } from './plan.js';
import { text, type Cell, type Sheet, type Spot } from './sheet.js';

export interface Row { path: string; label: string[]; values: OutValues; entered: string | undefined }

export const valuesIn = (row: OutValues): Map<string, OutValue> => new Map(Object.entries(row));

export const rowsIn = (value: OutValue | undefined): OutValues[] => (Array.isArray(value) ? value.filter((each) => typeof each === 'object') : []);

/** Whether there is anything of an output in some row. */
const isThere = (rows: readonly Row[], { name }: Out): boolean => rows.some(({ values }) => Object.hasOwn(values, name));

const isColumn = ({ kind, items }: Out): boolean => kind !== 'list' || !items;

/** The lines of an answer as rows. */
export function lineRows({ view }: Plan): Row[] {
  const { answer, calculator, words } = view;
  const list = calculator.answer.lines_of;
  return answer.lines.map((values, at) => ({
    path: `lines.${at}`, values, entered: list === undefined ? undefined : `input.${list}.${at}`,
    label: list === undefined ? [] : [words.ui(`item_${list}`, { n: String(at + 1) })],
  }));
}

/** A table from a row of a sheet on: each output in a column. Which rows and columns it takes. */
export function addTable(plan: Plan, sheet: Sheet, outs: readonly Out[], rows: readonly Row[], heads: readonly string[], isLine: boolean): void {
  const { words, calculator } = plan.view;
  const columns = outs.filter((out) => isColumn(out) && isThere(rows, out));
  const texts = isLine ? ownTexts(plan, rows, columns) : [];
  const label = (name: string): string => (isLine ? words.lineName(name, calculator.calculator) : words.name(name, calculator.calculator));
  const first = sheet.add(
    ...[...heads, ...texts.map((name) => words.name(name, calculator.calculator)), ...columns.map(({ name }) => label(name))].map((each): Cell => text(each, 'head')));
  for (const { path, label: labels, values, entered } of rows) {
    const row = sheet.add(...labels.map((each) => text(each, 'label')));
    const known = valuesIn(values);
    texts.forEach((name, at) => {
      const own = entered === undefined ? undefined : entryAt(plan, `${entered}.${name}`);
      sheet.put(row, labels.length + at, own === undefined ? { nothing: null, style: 'value' } : plan.reference(`${entered}.${name}`, own, sheet));
    });
    columns.forEach((out, at) => {
      const value = known.get(out.name);
      const column = labels.length + texts.length + at;
      sheet.put(row, column, value === undefined ? { nothing: null, style: 'value' } : spotOf(plan, `${path}.${out.name}`, value, { sheet, row, column }, entered === undefined ? undefined : `${entered}.${out.name}`));
    });
  }
  const width = heads.length + texts.length + columns.length;
  if (isLine) {
    sheet.frozen = first + 1;
    sheet.repeated = [first, first];
    sheet.filtered = [first, 0, first + rows.length, width - 1];
  }
  sheet.widths = Array.from({ length: Math.max(width, sheet.widths.length) }, (_, at) => Math.max(sheet.widths[at] ?? 0, 18));
}

/** A value of a row: worked out; or an entry again, which then follows the entry; or as it is. */
function spotOf(plan: Plan, path: string, value: OutValue, home: { sheet: Sheet; row: number; column: number }, entry: string | undefined): Spot {
  if (plan.steps.has(path)) return plan.figure(path, value, home);
  const entered = entry === undefined ? undefined : entryAt(plan, entry);
  if (entry !== undefined && entered !== undefined && isSame(entered, value)) return plan.reference(entry, value, home.sheet);
  return plan.value(path, value);
}

/** 1000 that was entered is 1000.00 in an answer. */
function isSame(one: OutValue, other: OutValue): boolean {
  const plain = (value: OutValue): string => {
    const [whole = '', places = ''] = String(value).split('.');
    return /^-?\d+$/.test(whole) && /^\d*$/.test(places) ? `${whole}.${places.padEnd(8, '0')}` : String(value);
  };
  return typeof one !== 'object' && typeof other !== 'object' && plain(one) === plain(other);
}

/** What was entered at a path. */
export function entryAt({ view }: Plan, path: string): OutValue | undefined {
  let at: unknown = view.request.input;
  for (const part of path.split('.').slice(1)) at = typeof at === 'object' && at !== null && Object.hasOwn(at, part) ? new Map(Object.entries(at)).get(part) : undefined;
  return typeof at === 'string' || typeof at === 'number' || typeof at === 'boolean' ? at : undefined;
}

/** The texts and choices by which people know their lines, where the answer does not have them itself. */
function ownTexts({ view }: Plan, rows: readonly Row[], columns: readonly Out[]): string[] {
  const { calculator } = view;
  const list = calculator.fields.find(({ name }) => name === calculator.answer.lines_of);
  return (list?.items ?? []).filter(({ name, kind }) => (kind === 'text' || kind === 'choice') && !columns.some((out) => out.name === name)
    && rows.some(({ entered }) => entered !== undefined && entryAt({ view } as Plan, `${entered}.${name}`) !== undefined)).map(({ name }) => name);
}

/** The lists within rows, each a table of all of them. */
export function innerTables(plan: Plan, outs: readonly Out[], rows: readonly Row[]): { out: Out; rows: Row[] }[] {
  const { words, calculator } = plan.view;
  return outs.filter((out) => !isColumn(out) && isThere(rows, out)).map((out) => {
    const isEntered = calculator.fields.some(({ items }) => items?.some(({ name }) => name === out.name));
    return {
      out,
      rows: rows.flatMap(({ path, label, values, entered }) => rowsIn(valuesIn(values).get(out.name)).map((inner, at) => ({
        path: `${path}.${out.name}.${at}`, values: inner,
        label: [...label, ...(isEntered ? [words.ui(`item_${out.name}`, { n: String(at + 1) })] : [])],
        entered: entered === undefined || !isEntered ? undefined : `${entered}.${out.name}.${at}`,
      }))),
    };
  });
}
