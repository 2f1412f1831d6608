// A formula of the contract as a formula of a spreadsheet, over the cells that its values are in. What stands in a formula and what it means
// is docs/formulas.md; which of it a spreadsheet can do, and how it stays exact, is docs/workbook.md.

import { evaluate } from '../formula/evaluate.js';
import type { Fraction } from '../formula/exact.js';
import { parse, within, type Tree } from '../formula/parse.js';
import { valueOf, type Value } from '../formula/values.js';
import type { Kind, OutValue, Step } from '../types.js';
import { CALLS } from './calls.js';
import { groupOf, handedOn, type Keys } from './keys.js';
import { ranges } from './list.js';
import { point, type List, type Point, type Term } from './part.js';
import { reckoned } from './rounding.js';
import { addressOf, quoted, type Home, type Sheet } from './sheet.js';
import { Untranslated } from './untranslated.js';
import { fits, placesOf } from './values.js';
import { alike, constant, count, digits, number, product, quotient, single, sum, written, type Num } from './whole.js';

/** What a formula is translated with. */
export interface Cells {
  keys: Keys;
  kindAt(path: string): Kind;
  /** Where a value has its cell, or the members of a list theirs. */
  homeOf(path: string): Home | readonly Home[] | undefined;
  /** To how many decimals a value may be entered, or comes out. */
  placesAt(path: string, value: OutValue): number;
}

export interface Translated {
  formula: string;
  exact: { of: string; below: bigint } | undefined;
  /** What it stands on. */
  paths: string[];
}

/** Longer ones Excel does not take. */
const LONGEST = 8_000;
/** Nor so many in each other. */
const DEEPEST = 60;

const parsed = new Map<string, Tree>();

export function treeOf(formula: string): Tree {
  const tree = parsed.get(formula) ?? parse(formula);
  if (parsed.size > 2_000) parsed.clear();
  parsed.set(formula, tree);
  return tree;
}

/** Throws `Untranslated` where a spreadsheet cannot do it. */
export function translated(step: Step, cells: Cells, from: Sheet): Translated {
  const { formula, figure, rounding, result } = step;
  const tree = treeOf(formula);
  if (!within(tree).some(({ is }) => is === 'name')) throw new Untranslated('stated');
  const found = new Translation(step, cells, from);
  const whatever = found.of(tree, groupOf(figure));
  let written: Omit<Translated, 'paths'>;
  if (whatever.is === 'number') {
    const kind = cells.kindAt(figure);
    const units = 10n ** BigInt(placesOf(String(result)) + (kind === 'percent' ? 2 : 0));
    const mayBeNegative = within(tree).some((part) => part.is === 'signed' && part.sign === '−');
    written = reckoned(whatever, rounding, units, mayBeNegative);
  } else if (whatever.is === 'point') written = { formula: pointText(whatever), exact: undefined };
  else if (whatever.is === 'list') throw new Untranslated('form');
  else written = { formula: whatever.text, exact: undefined };
  if (written.formula.length > LONGEST) throw new Untranslated('too_long');
  return { ...written, paths: Object.values(step.from).flat() };
}

const isTime = (unit: Point['unit']): boolean => unit === 'time' || unit === 'local_time';

const pointText = ({ unit, text, plain }: Point): string => plain ?? (isTime(unit) ? `(${text})/1440` : text);

/** Of the greatest power of ten that whole units of a kind make one. */
function unitsOf(kind: Kind, places: number): bigint {
  if (kind === 'count') return 1n;
  return 10n ** BigInt(kind === 'percent' ? places + 2 : places);
}

const SIGNS: ReadonlyMap<string, string> = new Map([['=', '='], ['≠', '<>'], ['<', '<'], ['≤', '<='], ['>', '>'], ['≥', '>=']]);

export class Translation {
  private readonly values: ReadonlyMap<string, Value>;
  private depth = 0;

  constructor(private readonly step: Step, private readonly cells: Cells, readonly from: Sheet) {
    this.values = new Map(Object.entries(step.values).map(([name, value]) => [name, valueOf(this.kindOf(name), value)]));
  }

  private pathsOf(name: string): string[] {
    return Object.hasOwn(this.step.from, name) ? [this.step.from[name] ?? []].flat() : [];
  }

  private kindOf(name: string): Kind {
    const [first] = this.pathsOf(name);
    return first === undefined ? 'text' : this.cells.kindAt(first);
  }

  /** What a part of the formula comes to here: how large whole numbers become has to be known. */
  private valueOf(tree: Tree): Value {
    return evaluate(tree, this.values);
  }

  fractionOf(tree: Tree): Fraction {
    const value = this.valueOf(tree);
    if (!('number' in value)) throw new Untranslated('form');
    return value.number;
  }

  /** A whole number's value here. */
  countOf(tree: Tree): number {
    const { over, under } = this.fractionOf(tree);
    if (over % under !== 0n) throw new Untranslated('form');
    return Number(over / under);
  }

  /** `group` is the name by which a key here goes. */
  of(tree: Tree, group: string): Term {
    if (++this.depth > DEEPEST) throw new Untranslated('too_long');
    try {
      return this.term(tree, group);
    } finally {
      this.depth--;
    }
  }

  private term(tree: Tree, group: string): Term {
    switch (tree.is) {
      case 'name': return this.named(tree.name);
      case 'number': return digits(tree.digits);
      case 'key': return { is: 'key', text: quoted(this.cells.keys.word(group, tree.key)), isFree: false };
      case 'brackets': return this.of(tree.of, group);
      case 'not': return { is: 'flag', text: `NOT(${this.flag(tree.of)})` };
      case 'signed': return this.signed(tree);
      case 'call': {
        const call = CALLS.get(tree.name);
        if (!call) throw new Untranslated('no_function');
        return call({ tree, parts: tree.parts, group, in: this });
      }
    }
  }

  private signed(tree: Tree & { is: 'signed' }): Term {
    const { sign, left, right } = tree;
    if (sign === 'and') return { is: 'flag', text: `AND(${this.flag(left)},${this.flag(right)})` };
    if (sign === 'or') return { is: 'flag', text: `OR(${this.flag(left)},${this.flag(right)})` };
    const compared = SIGNS.get(sign);
    if (compared !== undefined) return { is: 'flag', text: this.compared(left, right, compared) };
    const one = this.of(left, '');
    if (one.is === 'point') {
      if (one.unit !== 'date' || (sign !== '+' && sign !== '−')) throw new Untranslated('form');
      const days = count(this.number(right));
      return point('date', `${one.text}${sign === '+' ? '+' : '-'}${sign === '−' && /[-+]/.test(days) ? `(${days})` : days}`);
    }
    if (one.is !== 'number') throw new Untranslated('form');
    const other = this.number(right);
    switch (sign) {
      case '+': return sum(one, other, '+');
      case '−': return sum(one, other, '-');
      case '×': return product(one, other);
      default: return quotient(one, other);
    }
  }

  private compared(left: Tree, right: Tree, sign: string): string {
    const group = this.groupOf(left) ?? this.groupOf(right) ?? '';
    const [one, other] = [this.of(left, group), this.of(right, group)];
    if (one.is === 'number' && other.is === 'number') {
      if (one.plain !== undefined && other.plain !== undefined) return `${one.plain}${sign}${other.plain}`;
      const both = alike(one, other);
      return `${written(both.left)}${sign}${written(both.right)}`;
    }
    if (one.is === 'point' && other.is === 'point' && one.unit === other.unit) return `${one.text}${sign}${other.text}`;
    if (one.is === 'key' && other.is === 'key') {
      if (one.isFree && other.isFree) return sign === '=' ? `EXACT(${one.text},${other.text})` : `NOT(EXACT(${one.text},${other.text}))`;
      return `${one.text}${sign}${other.text}`;
    }
    if (one.is === 'flag' && other.is === 'flag') return `(${one.text})${sign}(${other.text})`;
    throw new Untranslated('form');
  }

  /** The name by which the keys of a part go. */
  groupOf(tree: Tree): string | undefined {
    for (const part of handedOn(tree)) {
      const [path] = part.is === 'name' ? this.pathsOf(part.name) : [];
      if (path !== undefined) return groupOf(path);
    }
    return undefined;
  }

  number(tree: Tree): Num {
    const term = this.of(tree, '');
    if (term.is !== 'number') throw new Untranslated('form');
    return term;
  }

  flag(tree: Tree): string {
    const term = this.of(tree, '');
    if (term.is !== 'flag') throw new Untranslated('form');
    return term.text;
  }

  point(tree: Tree, unit: Point['unit']): string {
    const term = this.of(tree, '');
    if (term.is !== 'point' || term.unit !== unit) throw new Untranslated('form');
    return /[-+*/]/.test(term.text) && term.plain === undefined ? `(${term.text})` : term.text;
  }

  count(tree: Tree): string {
    return count(this.number(tree));
  }

  list(tree: Tree): List {
    if (tree.is !== 'name') throw new Untranslated('form');
    const origin = Object.hasOwn(this.step.from, tree.name) ? this.step.from[tree.name] : undefined;
    const value = Object.hasOwn(this.step.values, tree.name) ? this.step.values[tree.name] : undefined;
    if (origin === undefined || !Array.isArray(value)) throw new Untranslated('form');
    const kind = this.kindOf(tree.name);
    const paths = [origin].flat();
    const homes = paths.flatMap((path) => this.cells.homeOf(path) ?? []);
    const values = value.filter((each) => typeof each !== 'object');
    if (homes.length !== values.length) throw new Untranslated('scattered');
    if (values.some((each) => typeof each === 'string' && /^-?\d/.test(each) && ['money', 'rate', 'ratio', 'count'].includes(kind) && !fits(each))) throw new Untranslated('too_large');
    const places = Math.max(0, ...values.map((each, index) => this.cells.placesAt(paths[index] ?? paths[0] ?? '', each)));
    return { is: 'list', homes, values, kind, units: unitsOf(kind, places) };
  }

  ranges({ homes }: List): string[] {
    return ranges(homes, this.from);
  }

  private named(name: string): Term {
    const [path, ...others] = this.pathsOf(name);
    const value = Object.hasOwn(this.step.values, name) ? this.step.values[name] : undefined;
    if (path === undefined || value === undefined || Array.isArray(value) || others.length) throw new Untranslated('form');
    const home = this.cells.homeOf(path);
    if (home === undefined || Array.isArray(home)) throw new Untranslated('scattered');
    return this.cell(home as Home, this.cells.kindAt(path), path, value);
  }

  /** What stands in a cell. */
  cell(home: Home, kind: Kind, path: string, value: OutValue): Term {
    const text = addressOf(home, this.from);
    if (typeof value === 'boolean') return { is: 'flag', text };
    switch (kind) {
      case 'money': case 'percent': case 'rate': case 'ratio': case 'count': {
        // What a cell cannot hold as a number stands in it as a text.
        if (!fits(String(value))) throw new Untranslated('too_large');
        const units = unitsOf(kind, this.cells.placesAt(path, value));
        const known = valueOf(kind, value);
        if (!('number' in known)) throw new Untranslated('form');
        const { over, under } = known.number;
        const inUnits = over * units;
        if (inUnits % under !== 0n) throw new Untranslated('form');
        return number(single(units === 1n ? text : `ROUND(${text}*${units},0)`, inUnits / under), constant(units), known.number, text);
      }
      case 'date': case 'month': return { is: 'point', unit: kind, text, plain: text };
      case 'time': case 'local_time': return { is: 'point', unit: kind, text: `ROUND(${text}*1440,0)`, plain: text };
      case 'flag': return { is: 'flag', text };
      default: return { is: 'key', text, isFree: kind === 'text' && path.startsWith('input.') };
    }
  }
}
