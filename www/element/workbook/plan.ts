// Where each value of an answer has its cell, and what stands there: an entry, a term, a formula over other cells, or a value with the
// reason why it is no formula.

import { describedAt, type Described } from '../described.js';
import { show } from '../format.js';
import type { Field, Kind, OutValue, Step } from '../types.js';
import { groupOf, Keys } from './keys.js';
import { addressOf, text, type Cell, type Home, type Scalar, type Sheet, type Spot, type Style } from './sheet.js';
import { translated, treeOf, type Cells, type Translated } from './translate.js';
import { Untranslated, type Why } from './untranslated.js';
import { formatOf, placesOf, scalarOf } from './values.js';
import type { WorkbookView } from './view.js';

/** What becomes of an entry that somebody changes. */
export type Effect =
  /** All that it has a part in follows. */
  | 'figures'
  /** It follows by the rules that held: whether others would, only the contract says. */
  | 'rules'
  /** Not all of it follows, or nothing. */
  | 'none';

/** The most decimals of a percentage. */
const PERCENT_PLACES = 4;
/** Of a rate more may be entered, which would make whole numbers too large too soon: a check says where that has been done. */
const RATE_PLACES = 4;

const NUMBERS: readonly Kind[] = ['money', 'percent', 'rate', 'ratio', 'count'];

export class Plan implements Cells {
  readonly keys: Keys;
  readonly steps: ReadonlyMap<string, Step>;
  private readonly homes = new Map<string, Home | Home[]>();
  /** What each figure is in its own cell. */
  private readonly made = new Map<string, Translated | Why>();
  private readonly live = new Set<string>();
  private readonly lost = new Set<string>();

  constructor(readonly view: WorkbookView) {
    const { answer, calculator, words } = view;
    this.keys = new Keys(words, calculator.calculator);
    this.steps = new Map((answer.steps ?? []).map((step) => [step.figure, step]));
    for (const step of this.steps.values()) this.keys.readStep(step, treeOf(step.formula), (path) => this.kindAt(path));
  }

  described(path: string): Described | undefined {
    return describedAt(this.view.calculator, path);
  }

  kindAt(path: string): Kind {
    return this.described(path)?.kind ?? 'text';
  }

  homeOf(path: string): Home | readonly Home[] | undefined {
    return this.homes.get(path);
  }

  settle(path: string, home: Home | Home[]): void {
    if (!this.homes.has(path)) this.homes.set(path, home);
  }

  /** How many decimals an amount of the answer's currency has. */
  private get minorDigits(): number {
    return this.view.request.minor_units ?? this.view.format.ownDigits;
  }

  placesAt(path: string, value: OutValue): number {
    const own = typeof value === 'string' ? placesOf(value) : 0;
    if (path.startsWith('terms.')) return own;
    const entered = path.startsWith('input.') ? this.fieldAt(path.split('.').slice(1)) : undefined;
    switch (this.kindAt(path)) {
      case 'count': return 0;
      case 'percent': return Math.max(own, PERCENT_PLACES);
      case 'rate': return Math.max(own, RATE_PLACES);
      case 'money': return Math.max(own, entered ? (entered.max_decimals ?? this.minorDigits) : 0);
      default: return own;
    }
  }

  /** The field that an entry is of. */
  fieldAt(parts: readonly string[], fields: readonly Field[] = this.view.calculator.fields): Field | undefined {
    const [name, , ...rest] = parts;
    const found = fields.find((field) => field.name === name);
    return found && rest.length ? this.fieldAt(rest, found.items ?? []) : found;
  }

  /** How a value is said that is a text. */
  said(path: string, value: OutValue): string {
    const kind = this.kindAt(path);
    if (Array.isArray(value) || typeof value === 'boolean' || typeof value === 'number') {
      return show({ name: path.split('.').at(-1) ?? '', kind }, value, this.view.words, this.view.format, 'short');
    }
    if (typeof value === 'string') this.keys.see(path, kind, value);
    return this.keys.said(path, value);
  }

  scalar(path: string, value: OutValue): Scalar {
    return scalarOf(this.kindAt(path), value, (each) => this.said(path, each));
  }

  formatAt(path: string, value: OutValue | undefined): string {
    const { format } = this.view;
    const own = this.described(path)?.currency;
    // Somebody may enter more decimals than stand there.
    const least = path.startsWith('input.') && this.kindAt(path) === 'percent' ? 2 : this.kindAt(path) === 'money' && own === undefined ? this.minorDigits : 0;
    return formatOf(this.kindAt(path), value, format, own ?? format.currency, least);
  }

  /** A value as it is. */
  value(path: string, value: OutValue, style: Style = 'value'): Cell {
    return { ...this.scalar(path, value), style, format: this.formatAt(path, value) };
  }

  /** The one cell of a value of the answer: a formula, where there is a step for it that a spreadsheet can do. */
  figure(path: string, value: OutValue, home: Home, style: Style = 'value'): Spot {
    this.settle(path, home);
    return () => {
      const made = this.made.get(path);
      const plain = this.value(path, value, style);
      if (made === undefined || typeof made === 'string') return plain;
      return { formula: [made.formula, this.scalar(path, value)], style, format: this.formatAt(path, value) };
    };
  }

  /** A cell that shows what another holds. */
  reference(path: string, value: OutValue, from: Sheet, style: Style = 'value'): Spot {
    return () => {
      const home = this.homes.get(path);
      if (home === undefined || Array.isArray(home)) return this.value(path, value, style);
      return { formula: [addressOf(home, from), this.scalar(path, value)], style, format: this.formatAt(path, value) };
    };
  }

  /** Translates every step, once all have their cells. */
  translate(): void {
    for (const step of this.steps.values()) {
      const made = this.attempt(step);
      this.made.set(step.figure, made);
      if (typeof made === 'string') this.lose(step);
      else for (const path of made.paths) this.live.add(path);
    }
  }

  private attempt(step: Step): Translated | Why {
    const home = this.homes.get(step.figure);
    if (home === undefined || Array.isArray(home)) return 'scattered';
    try {
      return translated(step, this, home.sheet);
    } catch (reason) {
      if (reason instanceof Untranslated) return reason.why;
      // A value that the formula cannot be worked out from here is none that a cell could follow.
      if (reason instanceof RangeError) return 'form';
      throw reason;
    }
  }

  /** What a value rests on that is no formula does not have all of its effect. */
  private lose(step: Step): void {
    for (const path of Object.values(step.from).flat()) {
      if (this.lost.has(path)) continue;
      this.lost.add(path);
      const before = this.steps.get(path);
      if (before) this.lose(before);
    }
  }

  /** Why a figure is a value; nothing where it is a formula. */
  why(path: string): Why | undefined {
    const made = this.made.get(path);
    return typeof made === 'string' ? made : undefined;
  }

  /** What has to hold for a figure to be exact, as a sheet says it. */
  exact(path: string, from: Sheet): string | undefined {
    const made = this.made.get(path);
    const step = this.steps.get(path);
    if (made === undefined || typeof made === 'string' || !made.exact || !step || !/[*/]|SUM/.test(made.exact.of)) return undefined;
    try {
      const { exact } = translated(step, this, from);
      if (!exact) return undefined;
      const bound = `ABS(${exact.of})<${exact.below}`;
      const values = new Map(Object.entries(step.values));
      const rates = Object.entries(step.from).flatMap(([name, path]) => {
        const home = typeof path === 'string' && path.startsWith('input.') && this.kindAt(path) === 'rate' ? this.homes.get(path) : undefined;
        if (home === undefined || Array.isArray(home) || typeof path !== 'string') return [];
        const cell = addressOf(home, from);
        const units = 10n ** BigInt(this.placesAt(path, values.get(name) ?? ''));
        return [`ROUND(${cell}*${units},0)/${units}=${cell}`];
      });
      return rates.length ? `AND(${[bound, ...rates].join(',')})` : bound;
    } catch {
      return undefined;
    }
  }

  /** Where values are, for whoever looks into the workbook. */
  placed(paths: readonly string[]): { path: string; sheet: string; row: number; column: number }[] {
    return paths.flatMap((path) => {
      const home = this.homes.get(path);
      return home === undefined || Array.isArray(home) ? [] : [{ path, sheet: home.sheet.name, row: home.row, column: home.column }];
    });
  }

  /** The paths of all entries. */
  entries(): string[] {
    return [...this.homes.keys()].filter((path) => path === 'as_of' || path.startsWith('input.'));
  }

  effectOf(path: string): Effect {
    if (!this.live.has(path) || this.lost.has(path)) return 'none';
    return NUMBERS.includes(this.kindAt(path)) ? 'figures' : 'rules';
  }

  /** Has every key of a choice that formulas look at its word. */
  meet(path: string, choices: readonly string[]): string[] {
    for (const key of choices) this.keys.see(path, 'choice', key);
    return choices.map((key) => this.keys.word(groupOf(path), key));
  }
}

export const head = (...labels: string[]): Cell[] => labels.map((label) => text(label, 'head'));
