// "Fill in an example" on somebody's page: the example of the calculator on the page's day and in the page's currency. A
// visitor expects the same story there. So the amounts stay, and the dates stay as long as the story does: where on
// another day it would come out otherwise, or not at all, all of its dates move by the same number of whole months,
// which is how contracts run (ends of months stay ends of months). The first way that the core answers as it answers the
// example itself is taken; else the first that it answers at all. The core decides; nothing is reckoned here but dates.

import { takeOver } from './takeover.js';
import { isDate } from './typing.js';
import { newDraft, type Draft } from '../state.js';
import type { Calculator, Field, QuoteAnswer, QuoteRequest, Refusal } from '../types.js';

type Outcome = QuoteAnswer | Refusal;

/** The day and the currency that a page names; empty where it names none. */
export interface Wanted { day: string; currency: string }

/** Price lists in Taiwan are in whole dollars, although the currency has cents. */
export const usualDecimals = (currency: string): string => (currency === 'TWD' ? '0' : '');

/** A draft of the example as a page wants it; `outcomeOf` asks the core, under the page's terms. */
export function exampleFor(calculator: Calculator, wanted: Wanted, outcomeOf: (draft: Draft) => Outcome): Draft {
  const own = filled(calculator, calculator.example);
  if (!wanted.day && !wanted.currency) return own;
  const story = storyOf(outcomeOf(own));
  let answered: Draft | undefined;
  for (const draft of ways(calculator, wanted)) {
    const outcome = outcomeOf(draft);
    if ('errors' in outcome) continue;
    if (storyOf(outcome) === story) return draft;
    answered ??= draft;
  }
  return answered ?? own;
}

function filled(calculator: Calculator, request: QuoteRequest): Draft {
  const draft = newDraft(calculator);
  takeOver(calculator, draft, { ...request });
  return draft;
}

/** What an answer comes down to, over all and line by line: what is eligible, allowed, on which path. */
function storyOf(outcome: Outcome): string {
  if ('errors' in outcome) return '';
  return JSON.stringify([outcome.verdict, ...outcome.lines.map(({ verdict, path, kind, status }) => [verdict, path, kind, status])]);
}

function* ways(calculator: Calculator, { day, currency }: Wanted): Generator<Draft> {
  const { example, fields, money } = calculator;
  const months = monthsBetween(example.as_of ?? '', day);
  for (const shift of new Set(isDate(day) ? [0, months, months + 1] : [0])) {
    for (const whole of [false, true]) {
      const request = structuredClone(example);
      if (day) request.as_of = day;
      if (money && currency && currency !== example.currency) {
        request.currency = currency;
        if (usualDecimals(currency)) request.minor_units = Number(usualDecimals(currency));
        else delete request.minor_units;
      }
      request.input = changed(fields, request.input, (field, value) => (DATED.includes(field.kind) ? moved(value, shift)
        : whole && field.kind === 'money' && !field.currency ? value.replace(/\.\d*$/, '') : value)) as QuoteRequest['input'];
      yield filled(calculator, request);
    }
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

