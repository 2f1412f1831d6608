// "Fill in an example" on somebody's page: the example of the calculator on the page's day and in the page's currency. A
// visitor expects the same story there. So the amounts stay, and the dates stay as long as the story does: where on
// another day it would come out otherwise, or not at all, all of its dates move by the same number of whole months,
// which is how contracts run (ends of months stay ends of months). The first way that the core answers as it answers the
// example itself is taken; else the first that it answers at all. The core decides; nothing is reckoned here but dates.

import { takeOver } from './takeover.js';
import { isDate } from './day.js';
import type { Reader } from './reader.js';
import { newDraft, type Draft } from '../state.js';
import type { Calculator, Field, QuoteAnswer, QuoteRequest, Refusal } from '../types.js';

type Outcome = QuoteAnswer | Refusal;

/** The day and the currency that a page names; empty where it names none. */
export interface Wanted { day: string; currency: string }

/** Price lists in Taiwan are in whole dollars, although the currency has cents. */
export const usualDecimals = (currency: string): string => (currency === 'TWD' ? '0' : '');

/**
 * What one US dollar and one euro come to, in round figures, in the currencies that a form offers: entries of an example
 * like its prices, to be put right by whoever has a case of his own. In any other currency an example that needs a rate
 * stays in its own.
 */
const RATES: Record<string, { usd_rate?: string; eur_rate?: string }> = {
  TWD: { usd_rate: '32.5', eur_rate: '35' }, USD: { eur_rate: '1.1' }, EUR: { usd_rate: '0.92' }, JPY: { usd_rate: '150', eur_rate: '160' },
  CNY: { usd_rate: '7.2', eur_rate: '7.8' }, HKD: { usd_rate: '7.8', eur_rate: '8.5' }, SGD: { usd_rate: '1.35', eur_rate: '1.45' },
  KRW: { usd_rate: '1400', eur_rate: '1500' }, GBP: { usd_rate: '0.8', eur_rate: '0.85' }, AUD: { usd_rate: '1.5', eur_rate: '1.65' },
  CAD: { usd_rate: '1.4', eur_rate: '1.5' }, CHF: { usd_rate: '0.9', eur_rate: '0.95' }, INR: { usd_rate: '85', eur_rate: '93' },
  MYR: { usd_rate: '4.5', eur_rate: '4.9' }, THB: { usd_rate: '35', eur_rate: '38' }, VND: { usd_rate: '25000', eur_rate: '27000' },
  IDR: { usd_rate: '16000', eur_rate: '17500' }, PHP: { usd_rate: '58', eur_rate: '63' }, NZD: { usd_rate: '1.7', eur_rate: '1.85' },
};

/** A draft of the example as a page wants it; `outcomeOf` asks the core, under the page's terms. */
export function exampleFor(calculator: Calculator, wanted: Wanted, outcomeOf: (draft: Draft) => Outcome, reader: Reader): Draft {
  const own = filled(calculator, calculator.example, reader);
  if (!wanted.day && !wanted.currency) return own;
  const story = storyOf(outcomeOf(own));
  // Its day without its currency is nearer to what the page wants than neither.
  for (const each of [wanted, { ...wanted, currency: '' }]) {
    let answered: Draft | undefined;
    for (const draft of ways(calculator, each, reader)) {
      const outcome = outcomeOf(draft);
      if ('errors' in outcome) continue;
      if (storyOf(outcome) === story) return draft;
      answered ??= draft;
    }
    if (answered) return answered;
  }
  return own;
}

function filled(calculator: Calculator, request: QuoteRequest, reader: Reader): Draft {
  const draft = newDraft(calculator, reader);
  takeOver(calculator, draft, { ...request });
  return draft;
}

/** What an answer comes down to, over all and line by line: what is eligible, allowed, on which path. */
function storyOf(outcome: Outcome): string {
  if ('errors' in outcome) return '';
  return JSON.stringify([outcome.verdict, ...outcome.lines.map(({ verdict, path, kind, status }) => [verdict, path, kind, status])]);
}

function* ways(calculator: Calculator, { day, currency }: Wanted, reader: Reader): Generator<Draft> {
  const { example, fields, money } = calculator;
  const months = monthsBetween(example.as_of ?? '', day);
  for (const shift of new Set(isDate(day) ? [0, months, months + 1] : [0])) {
    for (const whole of [false, true]) {
      const request = structuredClone(example);
      if (day) request.as_of = day;
      request.input = changed(fields, request.input, (field, value) => (DATED.includes(field.kind) ? moved(value, shift)
        : whole && field.kind === 'money' && !field.currency ? value.replace(/\.\d*$/, '') : value)) as QuoteRequest['input'];
      if (money && currency && currency !== example.currency) exchange(fields, request, currency);
      yield filled(calculator, request, reader);
    }
  }
}

/** Puts a request into another currency: the amounts stay, a rate of exchange belongs to the currency. */
function exchange(fields: Field[], request: QuoteRequest, currency: string): void {
  request.currency = currency;
  delete request.minor_units;
  if (usualDecimals(currency)) request.minor_units = Number(usualDecimals(currency));
  for (const name of ['usd_rate', 'eur_rate'] as const) {
    const rate = Object.hasOwn(RATES, currency) ? RATES[currency]?.[name] : undefined;
    delete request.input[name];
    if (rate !== undefined && fields.some((field) => field.name === name)) request.input[name] = rate;
  }
}

const DATED = ['date', 'local_time'];

/** The same entries with each text made another by its field. */
function changed(fields: Field[], entries: object, change: (field: Field, value: string) => string): object {
  return Object.fromEntries(Object.entries(entries).map(([name, value]: [string, unknown]) => {
    const field = fields.find((each) => each.name === name);
    if (field && Array.isArray(value)) return [name, value.map((item: object) => changed(field.items ?? [], item, change))];
    return [name, field && typeof value === 'string' ? change(field, value) : value];
  }));
}

/** Whole months from one day to another, rounded down. */
function monthsBetween(from: string, to: string): number {
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  return (toYear - year) * 12 + toMonth - month - (toDay < day ? 1 : 0);
}

/** A day, or a time on one, so many months later. */
function moved(text: string, months: number): string {
  const [, year = '', month = '', day = '', time = ''] = /^(\d{4})-(\d\d)-(\d\d)(.*)$/.exec(text) ?? [];
  if (!year) return text;
  const lastOf = (of: number): number => new Date(Date.UTC(Number(year), of, 0)).getUTCDate();
  const to = Number(month) + months;
  const last = lastOf(to);
  const kept = Number(day) === lastOf(Number(month)) ? last : Math.min(Number(day), last);
  return `${new Date(Date.UTC(Number(year), to - 1, kept)).toISOString().slice(0, 10)}${time}`;
}

