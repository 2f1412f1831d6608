// Scenarios side by side: what was entered otherwise in each, and what each comes to, with its difference from the first.

import { dayOf, minutesOf } from '../../formula/days.js';
import { compared as ordered, fraction, negated, plus, rounded } from '../../formula/exact.js';
import { formatFor, show, type Format } from '../../format.js';
import type { AnswerView } from '../../answer/view.js';
import { sameness } from '../../page/given.js';
import type { Field, InputValues, Kind, Out, OutValue, QuoteAnswer, QuoteRequest, Tone } from '../../types.js';
import type { Words } from '../../words.js';
import { aligned, type Placed } from './aligned.js';

/** One scenario with its answer; without one it is only named. */
export interface Side { letter: string; request: QuoteRequest; answer: QuoteAnswer | undefined }

/** `by`: the difference from the first as a number, of days or minutes where they are such. `path`: where the value stands in its own request or answer. */
export interface Cell { text: string; value: OutValue | undefined; path?: string | undefined; by?: string | undefined; difference: string; isLowest: boolean }

/** `offers`: the places of those of which the lowest is the cheapest. */
export interface Row { label: string; kind: Kind; currency?: string | undefined; offers?: readonly number[]; cells: Cell[] }

/** `from`: the letter of the one that differences are counted from, where there are any. */
export interface Comparison { entered: Row[]; found: Row[]; more: number; from: string }

type Of = Pick<AnswerView, 'calculator' | 'words'>;

/** At most so many entries. */
export function comparisonOf(view: Of, said: Words, sides: readonly Side[], most: number): Comparison {
  const all = new Comparing(view, said, sides);
  const entered = [...all.entered()];
  const found = all.found();
  const isCounted = found.some(({ cells }) => cells.some(({ difference }) => difference));
  return { entered: entered.slice(0, most), found, more: Math.max(entered.length - most, 0), from: isCounted ? (sides.at(all.first)?.letter ?? '') : '' };
}

class Comparing {
  private readonly formats: Format[];
  /** The first that is answered: what the others are compared with. */
  readonly first: number;

  constructor(private readonly view: Of, private readonly said: Words, private readonly sides: readonly Side[]) {
    const { words, calculator: { money } } = view;
    this.formats = sides.map(({ answer }) => formatFor(words.lang, money ? answer?.currency : ''));
    this.first = Math.max(sides.findIndex(({ answer }) => answer), 0);
  }

  /** Everything that was entered otherwise, in the order of the form. */
  *entered(): Generator<Row> {
    const { words, calculator: { money, fields } } = this.view;
    const own = (name: 'as_of' | 'currency' | 'minor_units'): (OutValue | undefined)[] => this.sides.map(({ request, answer }) => answer && request[name]);
    const at = (name: string): string[] => this.sides.map(() => name);
    yield* this.entry(words.name('as_of'), { name: 'as_of', kind: 'date' }, own('as_of'), at('as_of'));
    if (money) {
      yield* this.entry(words.name('currency'), { name: 'currency', kind: 'currency' }, own('currency'), at('currency'));
      yield* this.entry(words.name('minor_units'), { name: 'minor_units', kind: 'count' }, own('minor_units'), at('minor_units'));
    }
    yield* this.fields(fields, this.sides.map(({ request, answer }) => answer && { values: request.input, path: 'input' }), '');
  }

  private *fields(list: readonly Field[], inputs: readonly (Placed | undefined)[], place: string): Generator<Row> {
    const { words, calculator: { calculator } } = this.view;
    for (const field of list) {
      const { name } = field;
      const paths = inputs.map((input) => (input ? `${input.path}.${name}` : ''));
      const values = inputs.map((input) => (input && Object.hasOwn(input.values, name) ? input.values[name] : undefined));
      if (field.kind === 'list') yield* this.list(field, values, paths, place);
      else yield* this.entry(label(words, place, words.name(name, calculator)), field, values as (OutValue | undefined)[], paths, inputs);
    }
  }

  /** The lines of a list, each beside the one that it is in the others. One that is missing somewhere is told as a whole. */
  private *list(field: Field, values: readonly unknown[], paths: readonly string[], place: string): Generator<Row> {
    const { words } = this.view;
    const { name, items = [] } = field;
    const lists = values.map((value, side) => (Array.isArray(value) ? (value as InputValues[]) : []).map((row, at): Placed => ({ values: row, path: `${paths.at(side) ?? ''}.${at}` })));
    for (const row of aligned(lists, this.first)) {
      const shown = row.find((each) => each !== undefined);
      const item = words.ui(`item_${name}`, { n: formatFor(words.lang).count(Number(shown?.path.split('.').at(-1) ?? 0) + 1) });
      const named = place ? `${place}${words.comma}${item}` : item;
      const isSomewhere = row.some((each, side) => !each && this.sides.at(side)?.answer);
      if (!isSomewhere) {
        yield* this.fields(items, row, named);
        continue;
      }
      yield {
        label: named,
        kind: 'text',
        cells: row.map((each, side): Cell => ({ text: each ? this.whole(items, each.values, side) : this.sides.at(side)?.answer ? this.said.ui('scenario_no_line') : '', value: undefined, difference: '', isLowest: false })),
      };
    }
  }

  /** A line in a few words. */
  private whole(items: readonly Field[], row: InputValues, side: number): string {
    const texts = items.flatMap(({ name, kind }) => {
      const value = Object.hasOwn(row, name) ? row[name] : undefined;
      return kind === 'list' || value === undefined ? [] : [this.shown({ name, kind }, value as OutValue, side, 'short')];
    });
    return texts.join(this.view.words.comma);
  }

  private shown({ name, kind }: Pick<Field, 'kind' | 'name'>, value: OutValue, side: number, dates: 'long' | 'short' = 'long'): string {
    const format = this.formats.at(side) ?? formatFor(this.view.words.lang);
    return kind === 'currency' ? format.currencyLabel(String(value)) : show({ name, kind: kind as Out['kind'] }, value, this.view.words, format, dates);
  }

  private *entry(named: string, field: Pick<Field, 'kind' | 'name'>, values: readonly (OutValue | undefined)[], paths: readonly string[], there: readonly unknown[] = this.sides.map(({ answer }) => answer)): Generator<Row> {
    const [first, ...others] = values.filter((_, side) => there.at(side) !== undefined);
    if (others.every((value) => isSame(field.kind, first, value))) return;
    yield {
      label: named,
      kind: field.kind,
      cells: values.map((value, side): Cell => ({
        text: there.at(side) === undefined ? '' : value === undefined ? this.said.ui('scenario_unfilled') : this.shown(field, value, side),
        value,
        path: paths.at(side),
        difference: '',
        isLowest: false,
      })),
    };
  }

  /** What each comes to. */
  found(): Row[] {
    const { words, calculator: { calculator, answer: { figures, dates, verdicts } } } = this.view;
    const judged = this.sides.map(({ answer }) => answer?.verdict);
    const verdict: Row[] = verdicts && new Set(judged).size > 1 ? [{
      label: words.name('verdict', calculator),
      kind: 'choice',
      cells: judged.map((value): Cell => ({ text: value === undefined ? '' : words.choice('verdict', value, calculator), value, difference: '', isLowest: false })),
    }] : [];
    return [...verdict, ...figures.flatMap((out) => this.result('figures', out)), ...dates.flatMap((out) => this.result('dates', out))];
  }

  private result(at: 'figures' | 'dates', out: Out): Row[] {
    const { words, calculator: { calculator, answer: { losses = [] } } } = this.view;
    const values = this.sides.map(({ answer }) => answer?.[at][out.name]);
    if (out.kind === 'list' || values.every((value) => value === undefined)) return [];
    const isPaid = out.paid === true || losses.includes(out.name);
    const offers = isPaid ? this.offersOf(out, values) : [];
    const lowest = lowestOf(offers.map((side) => String(values.at(side))));
    return [{
      label: words.name(out.name, calculator),
      kind: out.kind,
      currency: out.currency,
      offers,
      cells: values.map((value, side): Cell => {
        const by = this.isAlike(out, side) && (!isPaid || this.isJudgedAlike(side)) ? differenceOf(out, values.at(this.first), value) : undefined;
        return {
          text: value !== undefined ? show(out, value, words, this.formats.at(side) ?? formatFor(words.lang)) : this.sides.at(side)?.answer ? this.said.ui('scenario_not_there') : '',
          value,
          path: `${at}.${out.name}`,
          by,
          difference: by === undefined || by === '0' ? '' : this.signed(out, by, side),
          isLowest: lowest !== undefined && offers.includes(side) && isSame(out.kind, value, lowest),
        };
      }),
    }];
  }

  /** Amounts in two currencies cannot be set against each other. */
  private isAlike({ kind, currency }: Out, side: number): boolean {
    return kind !== 'money' || currency !== undefined || this.sides.at(side)?.answer?.currency === this.sides.at(this.first)?.answer?.currency;
  }

  /** What is not to be had costs nothing, and so is no cheaper. */
  private isJudgedAlike(side: number): boolean {
    return this.toneOf(side) === this.toneOf(this.first) && this.toneOf(side) !== 'bad';
  }

  private toneOf(side: number): Tone {
    const { verdict } = this.sides.at(side)?.answer ?? {};
    const { tones } = this.view.calculator.answer;
    return verdict !== undefined && tones && Object.hasOwn(tones, verdict) ? (tones[verdict] ?? 'good') : 'good';
  }

  /** What may be had goes before what is to be asked about; what is not to be had is no offer, and of two currencies none is the lower. */
  private offersOf(out: Out, values: readonly (OutValue | undefined)[]): number[] {
    if (!values.every((value, side) => value === undefined || this.isAlike(out, side))) return [];
    const there = values.flatMap((value, side) => (typeof value === 'string' ? [side] : []));
    const wanted: Tone = this.sides.some(({ answer }, side) => answer && this.toneOf(side) === 'good') ? 'good' : 'ask';
    return there.filter((side) => this.toneOf(side) === wanted);
  }

  /** As people say it: with its sign, and in days or hours where it is time. */
  private signed({ kind, currency }: Out, by: string, side: number): string {
    const { words } = this.view;
    const format = this.formats.at(side) ?? formatFor(words.lang);
    const [sign, amount] = by.startsWith('-') ? ['−', by.slice(1)] : ['+', by];
    const counted = (unit: string, count: string): string => words.ui(`picture.${unit}`, { count: format.decimal(count) });
    if (kind === 'date') return sign + counted('days', amount);
    if (kind === 'local_time') return sign + (Number(amount) % 60 ? counted('minutes', amount) : counted('hours', String(Number(amount) / 60)));
    return sign + (kind === 'money' ? format.money(amount, currency) : format.decimal(amount));
  }
}

const label = (words: Words, place: string, name: string): string => (place ? `${place}${words.colon}${name}` : name);

const NUMBERS: readonly Kind[] = ['money', 'percent', 'rate', 'ratio', 'count'];
const COUNTED: readonly Kind[] = ['money', 'count', 'ratio', 'date', 'local_time'];
const DECIMAL = /^-?\d+(?:\.\d+)?$/;

/** Whether two values say the same: 36000 and 36000.00 do. */
function isSame(kind: Kind, one: OutValue | undefined, other: OutValue | undefined): boolean {
  const [a, b] = [String(one), String(other)];
  if (NUMBERS.includes(kind) && DECIMAL.test(a) && DECIMAL.test(b)) return ordered(fraction(a), fraction(b)) === 0;
  return sameness(one ?? null) === sameness(other ?? null);
}

/** The lowest of several amounts, where there are several and not all are alike. */
function lowestOf([first, ...others]: readonly string[]): string | undefined {
  if (first === undefined || others.every((other) => ordered(fraction(other), fraction(first)) === 0)) return undefined;
  return others.reduce((least, other) => (ordered(fraction(other), fraction(least)) < 0 ? other : least), first);
}

/** Minutes since the beginning of 1970. */
const minutesAt = (time: string): number => dayOf(time.slice(0, 10)) * 1_440 + minutesOf(time.slice(11));

/** By how much one is more than another, or less; nothing where they are no numbers. */
function differenceOf({ kind, unit }: Out, from: OutValue | undefined, to: OutValue | undefined): string | undefined {
  if (from === undefined || to === undefined || unit === 'nth_year' || !COUNTED.includes(kind)) return undefined;
  if (isSame(kind, from, to)) return '0';
  const [before, after] = [String(from), String(to)];
  switch (kind) {
    case 'date': return String(dayOf(after) - dayOf(before));
    case 'local_time': return String(minutesAt(after) - minutesAt(before));
    case 'money': case 'count': case 'ratio': {
      const places = Math.max(...[before, after].map((text) => text.split('.')[1]?.length ?? 0));
      return rounded(plus(fraction(after), negated(fraction(before))), places, 'none');
    }
    default: return undefined;
  }
}
