// Scenarios side by side: what was entered otherwise in each, and what each comes to, with its difference from the first.

import { fraction, negated, plus, rounded, compared as ordered } from '../../formula/exact.js';
import { dayOf } from '../../formula/days.js';
import { formatFor, show, type Format } from '../../format.js';
import type { AnswerView } from '../../answer/view.js';
import { sameness } from '../../page/given.js';
import type { Field, InputValues, Kind, Out, OutValue, QuoteAnswer, QuoteRequest } from '../../types.js';
import type { Words } from '../../words.js';

/** One scenario with its answer; without one it is only named. */
export interface Side { letter: string; request: QuoteRequest; answer: QuoteAnswer | undefined }

/** `by`: the difference from the first as a number, of days where they are days. */
export interface Cell { text: string; value: OutValue | undefined; by?: string | undefined; difference: string; isLowest: boolean }

/** `path`: of a value of the answer, where the answer has it. */
export interface Row { label: string; kind: Kind; currency?: string | undefined; path?: string; cells: Cell[] }

export interface Comparison { entered: Row[]; found: Row[]; more: number }

/** As many entries that differ as somebody reads. */
export const MOST_ENTRIES = 60;

type Of = Pick<AnswerView, 'calculator' | 'words'>;

export function comparisonOf({ calculator, words }: Of, said: Words, sides: readonly Side[]): Comparison {
  const entered = [...enteredIn({ calculator, words }, said, sides)];
  return { entered: entered.slice(0, MOST_ENTRIES), found: foundIn({ calculator, words }, said, sides), more: Math.max(entered.length - MOST_ENTRIES, 0) };
}

const formatOf = (words: Words, answer: QuoteAnswer | undefined, money: boolean): Format => formatFor(words.lang, money ? answer?.currency : '');

/** Everything that was entered otherwise, in the order of the form. */
function* enteredIn({ calculator, words }: Of, said: Words, sides: readonly Side[]): Generator<Row> {
  const { calculator: name, money, fields } = calculator;
  const answered = sides.map(({ request, answer }) => (answer ? request : undefined));
  const formats = sides.map(({ answer }) => formatOf(words, answer, money));
  const none = said.ui('received_none');

  function* row(label: string, { kind, name: field }: Pick<Field, 'kind' | 'name'>, values: (OutValue | undefined)[], place: string): Generator<Row> {
    const [first, ...others] = values.filter((_, index) => answered[index]);
    if (others.every((value) => sameness(value ?? null) === sameness(first ?? null))) return;
    const cells = values.map((value, index): Cell => {
      const format = formats[index] ?? formatFor(words.lang);
      const text = !answered[index] ? '' : value === undefined ? none : kind === 'currency' ? format.currencyLabel(String(value)) : show({ name: field, kind: kind as Out['kind'] }, value, words, format);
      return { text, difference: '', isLowest: false, value };
    });
    yield { label: place ? `${place}${words.colon}${label}` : label, kind, cells };
  }

  function* all(list: readonly Field[], inputs: (InputValues | undefined)[], place: string): Generator<Row> {
    for (const field of list) {
      const values = inputs.map((input) => (input && Object.hasOwn(input, field.name) ? input[field.name] : undefined));
      if (field.kind !== 'list') {
        yield* row(words.name(field.name, name), field, values as (OutValue | undefined)[], place);
        continue;
      }
      const lists = values.map((value) => (Array.isArray(value) ? (value as InputValues[]) : []));
      const most = Math.max(...lists.map((each) => each.length));
      for (let at = 0; at < most; at++) {
        const item = words.ui(`item_${field.name}`, { n: formatFor(words.lang).count(at + 1) });
        yield* all(field.items ?? [], lists.map((each) => each[at]), place ? `${place}${words.comma}${item}` : item);
      }
    }
  }

  const own = (value: (request: QuoteRequest) => OutValue | undefined): (OutValue | undefined)[] => answered.map((request) => request && value(request));
  yield* row(words.name('as_of'), { name: 'as_of', kind: 'date' }, own(({ as_of }) => as_of), '');
  if (money) {
    yield* row(words.name('currency'), { name: 'currency', kind: 'currency' }, own(({ currency }) => currency), '');
    yield* row(words.name('minor_units'), { name: 'minor_units', kind: 'count' }, own(({ minor_units }) => minor_units), '');
  }
  yield* all(fields, answered.map((request) => request?.input), '');
}

/** What each comes to. */
function foundIn({ calculator, words }: Of, said: Words, sides: readonly Side[]): Row[] {
  const { calculator: name, money, answer: { figures, dates, verdicts, losses = [] } } = calculator;
  const formats = sides.map(({ answer }) => formatOf(words, answer, money));
  const none = said.ui('received_none');
  const currencies = new Set(sides.flatMap(({ answer }) => (answer ? [answer.currency] : [])));

  const row = (at: 'figures' | 'dates', out: Out): Row[] => {
    const values = sides.map(({ answer }) => answer?.[at][out.name]);
    if (out.kind === 'list' || values.every((value) => value === undefined)) return [];
    const isAlike = out.kind !== 'money' || out.currency !== undefined || currencies.size === 1;
    const lowest = isAlike && (out.paid || losses.includes(out.name)) ? lowestOf(values) : undefined;
    return [{
      label: words.name(out.name, name),
      kind: out.kind,
      currency: out.currency,
      path: `${at}.${out.name}`,
      cells: values.map((value, index): Cell => {
        const format = formats[index] ?? formatFor(words.lang);
        const by = isAlike && index ? differenceOf(out, values[0], value) : undefined;
        return {
          text: value !== undefined ? show(out, value, words, format) : sides[index]?.answer ? none : '',
          by,
          difference: by === undefined ? '' : signed(out, by, words, format),
          isLowest: lowest !== undefined && value === lowest,
          value,
        };
      }),
    }];
  };

  const judged = sides.map(({ answer }) => answer?.verdict);
  // What is said of it at length, once, stands with the answer.
  const verdict: Row[] = verdicts && new Set(judged).size > 1 ? [{
    label: words.name('verdict', name),
    kind: 'choice',
    cells: judged.map((value) => ({ text: value === undefined ? '' : words.verdict(name, value), difference: '', isLowest: false, value })),
  }] : [];
  return [...verdict, ...figures.flatMap((out) => row('figures', out)), ...dates.flatMap((out) => row('dates', out))];
}

/** The lowest of several amounts, where there are several and not all are alike. */
function lowestOf(values: readonly (OutValue | undefined)[]): OutValue | undefined {
  const amounts = values.filter((value): value is string => typeof value === 'string');
  const [first, ...others] = amounts;
  if (first === undefined || amounts.length < 2 || others.every((other) => other === first)) return undefined;
  return others.reduce((least, other) => (ordered(fraction(other), fraction(least)) < 0 ? other : least), first);
}

/** By how much one is more than another, or less; nothing where they are alike, or are no numbers. */
function differenceOf({ kind, unit }: Out, from: OutValue | undefined, to: OutValue | undefined): string | undefined {
  if (from === undefined || to === undefined || from === to || unit === 'nth_year') return undefined;
  const [before, after] = [String(from), String(to)];
  if (kind === 'date') return String(dayOf(after) - dayOf(before));
  if (kind !== 'money' && kind !== 'count' && kind !== 'ratio') return undefined;
  const places = Math.max(...[before, after].map((text) => text.split('.')[1]?.length ?? 0));
  return rounded(plus(fraction(after), negated(fraction(before))), places, 'none');
}

/** As people say it: with its sign, and in days where they are days. */
function signed({ kind, currency }: Out, by: string, words: Words, format: Format): string {
  const [sign, amount] = by.startsWith('-') ? ['-', by.slice(1)] : ['+', by];
  return sign + (kind === 'date' ? words.ui('picture.days', { count: format.decimal(amount) }) : kind === 'money' ? format.money(amount, currency) : format.decimal(amount));
}
