// Which column somebody took for which field, by the headings that stood above: a spreadsheet comes again. Kept on this
// device, for whoever wants that; what is read from there is not trusted.

import { isObject } from '../page/given.js';
import type { Field, TableColumn } from '../types.js';

/** The field of each column by its heading; an empty one is left out. */
export type Chosen = Record<string, string>;

const KEY = 'clausewise columns';
const MOST = 40;

/** In characters: what is longer was not written here. */
const LONGEST = 200_000;

const keyOf = (calculator: string, list: string, columns: TableColumn[]): string => JSON.stringify([calculator, list, ...columns.map(({ header }) => header)]);

function read(): [string, Chosen][] {
  try {
    const text = localStorage.getItem(KEY) ?? '[]';
    const kept: unknown = text.length > LONGEST ? [] : JSON.parse(text);
    if (!Array.isArray(kept)) return [];
    return kept.filter((each): each is [string, Chosen] => Array.isArray(each) && typeof each[0] === 'string' && isObject(each[1])
      && Object.values(each[1]).every((field) => typeof field === 'string')).slice(-MOST);
  } catch {
    return [];
  }
}

/** What was chosen for the same headings, if each of them has it and every field is still one of the list. */
export function remembered(calculator: string, list: string, columns: TableColumn[], fields: Field[]): Chosen | undefined {
  const key = keyOf(calculator, list, columns);
  const [, found = {}] = read().findLast(([known]) => known === key) ?? [];
  const chosen = columns.map(({ header }): [string, string] => [header, Object.hasOwn(found, header) ? (found[header] ?? '') : '']);
  const taken = chosen.map(([, field]) => field).filter(Boolean);
  const areFields = taken.every((name) => fields.some((field) => field.name === name));
  return taken.length && areFields && new Set(taken).size === taken.length ? Object.fromEntries(chosen) : undefined;
}

export function remember(calculator: string, list: string, columns: TableColumn[], chosen: Chosen): void {
  const key = keyOf(calculator, list, columns);
  try {
    const text = JSON.stringify([...read().filter(([known]) => known !== key), [key, chosen]].slice(-MOST));
    localStorage.setItem(KEY, text.length > LONGEST ? JSON.stringify([[key, chosen]]) : text);
  } catch {
    // Full, or not to be had here: then it is asked again.
  }
}
