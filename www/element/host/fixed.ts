// What a page does not let a visitor change: `fixed="programme lines.quantity currency"`. Such a field stands as the page
// gave it, whatever is filled in, pasted, cleared or undone: before the core is asked, it is put back. Rows are known by
// what they are, not by their place, so that one keeps its own when another is added before it.

import { applies, isBlank, newRow, type Draft, type Row } from '../state.js';
import type { Calculator, Field } from '../types.js';

interface Value { text: string; given?: unknown }

/** One row as the page gave it: its fixed values, and its lists that have some. */
interface Stand {
  /** The row, and those that stood in its place in forms that were cleared or undone. */
  ids: Set<number>;
  values: Map<string, Value>;
  lists: Map<string, ListStand>;
}

interface ListStand {
  field: Field;
  rows: (Stand | undefined)[];
  /** As a whole: no row comes, none goes. */
  isWhole: boolean;
  /** What all rows have, and so has every further one. */
  common: Map<string, Value>;
}

/** What is asked for beside the entries, by the names that a page has for it: it has a value from the start. */
const ENVELOPE: Record<string, string[]> = { 'as-of': ['as_of'], currency: ['currency', 'minor_units'] };

const INDEX = /^\d+$/;

/** Whether a name such as `lines.quantity` speaks of a path such as lines, 0, quantity, or of something around it. */
function speaksOf(name: string[], path: string[]): boolean {
  let at = 0;
  for (const part of path) {
    if (at === name.length) return true;
    if (part === name[at]) at++;
    else if (!INDEX.test(part)) return false;
  }
  return at === name.length;
}

export class Fixed {
  private names: string[][] = [];
  private envelope = new Map<string, Value>();
  private input: Stand | undefined;
  /** The fixed values of each row, by its id. */
  private fixed = new Map<number, ReadonlyMap<string, Value>>();
  private whole = new Map<number, Set<string>>();
  private kept = new Set<number>();
  /** What all rows of a list have, by the row that holds it. */
  private common = new Map<number, Map<string, ReadonlyMap<string, Value>>>();

  /** Takes the fixed fields from a form as the page gave it; returns the names that it gave no value. */
  take(said: string, calculator: Calculator, draft: Draft): string[] {
    const names = said.split(/\s+/).filter(Boolean);
    this.names = names.map((name) => name.split('.'));
    const { envelope } = draft;
    this.envelope = new Map(Object.entries(ENVELOPE).flatMap(([name, asked]) =>
      (this.has([name]) ? asked.map((each): [string, Value] => [each, valueOf(envelope, each)]) : [])));
    const found = new Set(Object.keys(ENVELOPE));
    this.input = this.stand(calculator.fields, draft.input, draft, [], found);
    return names.filter((name) => !found.has(name));
  }

  /** Puts back what was changed. */
  hold(draft: Draft): void {
    [this.fixed, this.whole, this.kept, this.common] = [new Map(), new Map(), new Set(), new Map()];
    this.put(draft.envelope, this.envelope);
    if (this.input) this.holdRow(draft.input, this.input);
  }

  isFixed = (row: Row, name: string): boolean => this.fixed.get(row.id)?.has(name) ?? false;

  /** What a fixed field holds. */
  textOf = (row: Row, name: string): string => this.fixed.get(row.id)?.get(name)?.text ?? '';

  /** Whether a list stays as it is as a whole. */
  isWhole = (row: Row, name: string): boolean => this.whole.get(row.id)?.has(name) ?? false;

  /** The fields of a list that rows can be pasted into. */
  pasted = (row: Row, { name, items = [] }: Field): Field[] =>
    items.filter((field) => field.kind !== 'list' && !this.common.get(row.id)?.get(name)?.has(field.name));

  /** Whether a row has to stay, since the page gave it something fixed. */
  isKept = (row: Row): boolean => this.kept.has(row.id);

  private has = (path: string[]): boolean => this.names.some((name) => speaksOf(name, path));

  private stand(fields: Field[], row: Row, draft: Draft, path: string[], found: Set<string>): Stand | undefined {
    const stand: Stand = { ids: new Set([row.id]), values: new Map(), lists: new Map() };
    for (const field of fields) {
      const at = [...path, field.name];
      if (field.kind === 'list') this.standList(stand, field, row, draft, at, found);
      else if (this.has(at)) {
        const isThere = Object.hasOwn(row.given, field.name) || (row.values[field.name] ?? '').trim() !== '';
        // Of a list that is fixed as a whole, what may be left out is left out for good.
        const isLeftOut = !field.required && !this.names.some((name) => name.at(-1) === field.name && speaksOf(name, at));
        if (isThere || isLeftOut) stand.values.set(field.name, valueOf(row, field.name));
        // What is not asked for now may be asked for once something else is entered.
        if (isThere || !applies(field.only_if, row, draft)) this.note(at, found);
      }
    }
    return stand.values.size || stand.lists.size ? stand : undefined;
  }

  private standList(stand: Stand, field: Field, row: Row, draft: Draft, path: string[], found: Set<string>): void {
    const list = row.lists[field.name] ?? [];
    const isWhole = this.has(path) && !list.every(isBlank);
    if (isWhole) this.note(path, found);
    const rows = list.map((item, index) => this.stand(field.items ?? [], item, draft, [...path, String(index)], found)
      ?? (isWhole ? { ids: new Set([item.id]), values: new Map(), lists: new Map() } : undefined));
    if (!rows.some((each) => each)) return;
    const common = new Map([...(rows[0]?.values ?? [])].filter(([name, { text }]) =>
      this.has([...path, name]) && rows.every((each) => each?.values.get(name)?.text === text)));
    stand.lists.set(field.name, { field, rows, isWhole, common });
  }

  /** The names that speak of a path have found what they mean. */
  private note(path: string[], found: Set<string>): void {
    for (const name of this.names) if (speaksOf(name, path)) found.add(name.join('.'));
  }

  private holdRow(row: Row, { values, lists }: Stand): void {
    this.put(row, values);
    for (const [name, list] of lists) this.holdList(row, name, list);
  }

  private holdList(row: Row, name: string, { field, rows, isWhole, common }: ListStand): void {
    const items = (row.lists[name] ??= []);
    this.common.set(row.id, (this.common.get(row.id) ?? new Map()).set(name, common));
    const all = new Set(rows.flatMap((each) => [...(each?.ids ?? [])]));
    const held = new Set<Row>();
    rows.forEach((stand, index) => {
      if (!stand) return;
      const item = itsRow(items, index, stand, all, field);
      stand.ids.add(item.id);
      all.add(item.id);
      held.add(item);
      this.kept.add(item.id);
      this.holdRow(item, stand);
    });
    if (isWhole) {
      row.lists[name] = items.filter((item) => held.has(item));
      this.whole.set(row.id, (this.whole.get(row.id) ?? new Set()).add(name));
    } else for (const item of items) if (!held.has(item)) this.holdFurther(item, common);
  }

  /** A further row is one that nobody has begun for as long as it has nothing but what all have: such are not sent. */
  private holdFurther(row: Row, common: Map<string, Value>): void {
    for (const name of common.keys()) {
      delete row.values[name];
      delete row.given[name];
    }
    if (!isBlank(row)) this.put(row, common);
    else if (common.size) this.fixed.set(row.id, common);
  }

  private put(row: Row, values: Map<string, Value>): void {
    for (const [name, { text, given }] of values) {
      row.values[name] = text;
      if (given === undefined) delete row.given[name];
      else row.given[name] = given;
    }
    if (values.size) this.fixed.set(row.id, values);
  }
}

const valueOf = (row: Row, name: string): Value => ({ text: row.values[name] ?? '', given: row.given[name] });

/** The row that is meant; in a form that was cleared the one at its place, and one made for it where there is none. */
function itsRow(items: Row[], index: number, { ids }: Stand, all: ReadonlySet<number>, { items: fields = [] }: Field): Row {
  const there = items[index];
  if (there && ids.has(there.id)) return there;
  const known = items.find(({ id }) => ids.has(id));
  if (known) return known;
  if (there && !all.has(there.id)) return there;
  let made: Row;
  do items.push(made = newRow(fields)); while (items.length <= index);
  return made;
}
