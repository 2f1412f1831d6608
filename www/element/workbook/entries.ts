// The sheet of entries: what was asked, each in a cell of its own, and what becomes of one that is changed.

import type { Field, InputValue, InputValues, OutValue } from '../types.js';
import { groupOf } from './keys.js';
import type { Effect, Plan } from './plan.js';
import { addressOf, quoted, rangeOf, text, type Cell, type Home, type Scalar, type Sheet } from './sheet.js';
import type { Say } from './said.js';

/** An entry with its cell. */
interface Entry { path: string; value: OutValue; home: Home }

/** A list of entries: its rows by where they are in it. */
interface Table { name: string; fields: readonly Field[]; rows: { places: { list: string; at: number }[]; path: string; values: InputValues }[] }

/** Excel takes no longer list of choices. */
const LONGEST_CHOICES = 255;

const isList = (value: InputValue | undefined): value is InputValues[] => Array.isArray(value);
const isScalar = (value: InputValue | undefined): value is string | number | boolean => value !== undefined && !isList(value);

export class Entries {
  private readonly checked: number[] = [];
  private column = 2;

  constructor(private readonly plan: Plan, private readonly sheet: Sheet, private readonly say: Say) {
    const { words, request, calculator } = plan.view;
    const tables = tablesIn(calculator.fields, request.input);
    this.column = Math.max(2, ...tables.map((table) => widthOf(table)));
    sheet.widths = [34, ...Array.from({ length: this.column - 1 }, () => 18), 44];
    sheet.add(text(say('entries'), 'title'));
    sheet.add(text(say('entries_note'), 'note'));
    sheet.skip();
    this.addHead(say('entry'), say('value'));
    sheet.frozen = sheet.rows.length;
    const given = new Map(Object.entries(request.input));
    const all: [string, string, OutValue | undefined][] = [
      ['as_of', words.name('as_of'), request.as_of],
      ['currency', words.name('currency'), request.currency],
      ...calculator.fields.flatMap((field): [string, string, OutValue | undefined][] => {
        const value = given.get(field.name);
        return isScalar(value) ? [[`input.${field.name}`, words.name(field.name, calculator.calculator), value]] : [];
      }),
    ];
    for (const [path, label, value] of all) {
      if (value === undefined) continue;
      const row = sheet.add(text(label, 'label'));
      this.check(row, [this.enter(path, value, { sheet, row, column: 1 })], 2);
    }
    for (const table of tables) this.addTable(table);
  }

  private addHead(...labels: string[]): number {
    const cells: Cell[] = labels.map((label) => text(label, 'head'));
    while (cells.length < this.column) cells.push(text('', 'head'));
    return this.sheet.add(...cells, text(this.say('changed'), 'head'));
  }

  private addTable({ name, fields, rows }: Table): void {
    const { sheet, plan } = this;
    const { words, calculator } = plan.view;
    const [first] = rows;
    if (!first) return;
    sheet.skip();
    sheet.add(text(words.name(name, calculator.calculator), 'heading'));
    this.addHead(...first.places.map(() => this.say('row')), ...fields.map((field) => words.name(field.name, calculator.calculator)));
    for (const { places, path, values } of rows) {
      const given = new Map(Object.entries(values));
      const row = sheet.add(...places.map(({ list, at }) => text(words.ui(`item_${list}`, { n: String(at + 1) }), 'label')));
      const entries = fields.flatMap((field, index) => {
        const value = given.get(field.name);
        const home = { sheet, row, column: places.length + index };
        if (isScalar(value)) return [this.enter(`${path}.${field.name}`, value, home)];
        sheet.put(row, home.column, { nothing: null, style: 'fixed' });
        return [{ path: `${path}.${field.name}`, value: '', home }];
      });
      this.check(row, entries, places.length + fields.length);
    }
  }

  private enter(path: string, value: OutValue, home: Home): Entry {
    const { plan, sheet } = this;
    const { row, column } = home;
    plan.settle(path, home);
    const choices = path === 'currency' ? [] : plan.fieldAt(path.split('.').slice(1))?.choices ?? [];
    for (const key of choices) plan.keys.see(path, 'choice', key);
    sheet.put(row, column, () => {
      const isFollowed = plan.effectOf(path) !== 'none';
      const of = choices.map((key) => plan.keys.word(groupOf(path), key));
      // A comma parts them, and cannot stand in one.
      if (isFollowed && plan.kindAt(path) === 'choice' && of.length && of.join(',').length <= LONGEST_CHOICES && !of.some((word) => word.includes(','))) {
        sheet.choices.push({ row, column, of });
      }
      if (path === 'currency') return text(String(value), 'fixed');
      return plan.value(path, value, isFollowed ? 'entry' : 'fixed');
    });
    return { path, value, home };
  }

  /** What stands at the end of a row once something in it is another. */
  private check(row: number, entries: Entry[], width: number): void {
    const { plan, sheet } = this;
    for (let column = width; column < this.column; column++) sheet.put(row, column, { nothing: null, style: 'label' });
    this.checked.push(row);
    sheet.put(row, this.column, () => {
      const parts = (['none', 'rules', 'figures'] as const).flatMap((effect) => {
        const same = entries.filter(({ path }) => plan.effectOf(path) === effect).map((entry) => this.isSame(entry));
        return same.length ? [{ same: same.length === 1 ? same[0] ?? '' : `AND(${same.join(',')})`, effect }] : [];
      });
      return { formula: [parts.reduceRight((rest, part) => `IF(${part.same},${rest},${quoted(this.sentence(part.effect))})`, '""'), { text: '' }], style: 'note' };
    });
  }

  sentence(effect: Effect): string {
    return this.say(`changed_${effect}`);
  }

  private isSame({ path, value, home }: Entry): string {
    const cell = addressOf(home, this.sheet);
    if (path === 'currency' || value === '') return `${cell}=${quoted(String(value))}`;
    const kind = this.plan.kindAt(path);
    const scalar: Scalar = this.plan.scalar(path, value);
    if ('text' in scalar) return `${cell}=${quoted(scalar.text)}`;
    if ('flag' in scalar) return `${cell}=${scalar.flag ? 'TRUE' : 'FALSE'}`;
    return kind === 'local_time' || kind === 'time' ? `ROUND(${cell}*1440,0)=ROUND(${scalar.number}*1440,0)` : `${cell}=${scalar.number}`;
  }

  /** Whether any entry with such an effect is another now. */
  hasChanged(effect: Effect, from: Sheet): string {
    const [first, last] = [this.checked[0] ?? 0, this.checked.at(-1) ?? 0];
    const range = rangeOf({ sheet: this.sheet, row: first, column: this.column }, last, from);
    return `SUMPRODUCT((${range}=${quoted(this.sentence(effect))})*1)>0`;
  }
}

const widthOf = ({ fields, rows: [first] }: Table): number => fields.length + (first?.places.length ?? 0);

/** The lists of the request, those within their rows too. */
function tablesIn(fields: readonly Field[], input: InputValues): Table[] {
  const found: Table[] = [];
  const look = (all: readonly Field[], rows: Table['rows']): void => {
    for (const field of all) {
      const inner = rows.flatMap(({ places, path, values }) => {
        const own = new Map(Object.entries(values)).get(field.name);
        return isList(own) ? own.map((each, at) => ({ places: [...places, { list: field.name, at }], path: `${path}.${field.name}.${at}`, values: each })) : [];
      });
      if (!field.items || !inner.length) continue;
      // A column for whatever any row has.
      const names = new Set(inner.flatMap(({ values }) => Object.keys(values)));
      found.push({ name: field.name, fields: field.items.filter(({ name, items }) => !items && names.has(name)), rows: inner });
      look(field.items, inner);
    }
  };
  look(fields, [{ places: [], path: 'input', values: input }]);
  return found;
}
