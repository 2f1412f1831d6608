// What the list of kept quotes shows of each, how it is searched and how sorted. What a quote says of its answer was written by
// whoever kept it: it is shown where it is of the kind that it should be, and works out nothing.

import { isDate } from '../form/day.js';
import type { Described } from '../described.js';
import { formatFor, show } from '../format.js';
import { isObject } from '../page/given.js';
import type { Words } from '../words.js';
import type { KeptQuote } from './store/record.js';

/** What a calculator's answer is headed by, as the core describes it. */
export interface Heading { name: string; kind: Described['kind']; currency?: string; at: 'figures' | 'dates' }

export type Headings = Readonly<Record<string, Heading>>;

export const COLUMNS = ['name', 'calculator', 'day', 'total'] as const;
export type Column = (typeof COLUMNS)[number];

const AMOUNT = /^-?\d{1,40}(?:\.\d{1,12})?$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;
const CODE = /^[A-Z]{3}$/;

/** A value that an answer is headed by, and what it is in. */
export interface Total { kind: 'money' | 'date' | 'local_time' | 'number'; value: string; currency: string; heading: Heading }

export function totalOf({ unanswered, document: { request: { calculator }, answer } }: KeptQuote, headings: Headings): Total | undefined {
  const heading = !unanswered && Object.hasOwn(headings, calculator) ? headings[calculator] : undefined;
  const values: unknown = heading && answer[heading.at];
  if (!heading || !isObject(values) || !Object.hasOwn(values, heading.name)) return undefined;
  const found = values[heading.name];
  const value = typeof found === 'number' && Number.isSafeInteger(found) ? String(found) : found;
  if (typeof value !== 'string') return undefined;
  const { kind } = heading;
  const currency = heading.currency ?? answer.currency;
  if (kind === 'money') return AMOUNT.test(value) && typeof currency === 'string' && CODE.test(currency) ? { kind, value, currency, heading } : undefined;
  if (kind === 'date') return isDate(value) ? { kind, value, currency: '', heading } : undefined;
  if (kind === 'local_time') return TIME.test(value) ? { kind, value, currency: '', heading } : undefined;
  return ['count', 'percent', 'rate', 'ratio'].includes(kind) && AMOUNT.test(value) ? { kind: 'number', value, currency: '', heading } : undefined;
}

export const totalText = ({ value, currency, heading: { name, kind } }: Total, words: Words): string => show({ name, kind }, value, words, formatFor(words.lang, currency), 'short');

/** When it was last changed, by the visitor's own clock. */
export function changedOn({ changed_on }: KeptQuote): string {
  const at = new Date(changed_on);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Those in which every word of a text stands somewhere. */
export function found(quotes: readonly KeptQuote[], text: string, titleOf: (calculator: string) => string): KeptQuote[] {
  const wanted = plain(text).split(/\s+/).filter(Boolean);
  if (!wanted.length) return [...quotes];
  return quotes.filter(({ name, document: { customer = '', number = '', title = '', prepared_by = '', request: { calculator } } }) => {
    const said = plain([name, customer, number, title, prepared_by, titleOf(calculator)].join('\n'));
    return wanted.every((word) => said.includes(word));
  });
}

/** An amount in units that are small enough for every one of them: exact, and no number with a point. */
function unitsOf(value: string): bigint {
  const [whole = '0', decimals = ''] = value.split('.');
  return BigInt(whole + decimals.padEnd(12, '0'));
}

const KINDS = ['money', 'number', 'date', 'local_time'];

/** Amounts of one currency stand together, and what has no total comes last whichever way is up. */
function byTotal(one: Total | undefined, other: Total | undefined, way: number): number {
  if (!one || !other) return Number(!one) - Number(!other);
  if (one.kind !== other.kind) return KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind);
  if (one.currency !== other.currency) return one.currency < other.currency ? -1 : 1;
  if (one.kind === 'date' || one.kind === 'local_time') return way * compared(one.value, other.value);
  const [units, others] = [unitsOf(one.value), unitsOf(other.value)];
  return way * (units < others ? -1 : Number(units > others));
}

const compared = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

export interface Order { by: Column; down: boolean }

export function sorted(quotes: readonly KeptQuote[], { by, down }: Order, titleOf: (calculator: string) => string, headings: Headings, intl: string): KeptQuote[] {
  const way = down ? -1 : 1;
  const { compare } = new Intl.Collator(intl, { numeric: true });
  const name = (one: KeptQuote, other: KeptQuote): number => compare(one.name, other.name) || compared(one.id, other.id);
  const ways: Record<Column, (one: KeptQuote, other: KeptQuote) => number> = {
    name: (one, other) => way * name(one, other),
    calculator: (one, other) => way * compare(titleOf(one.document.request.calculator), titleOf(other.document.request.calculator)) || name(one, other),
    day: (one, other) => way * compared(one.changed_on, other.changed_on) || name(one, other),
    total: (one, other) => byTotal(totalOf(one, headings), totalOf(other, headings), way) || name(one, other),
  };
  return [...quotes].sort(ways[by]);
}

/** Bytes as people count them. */
export function sizeText(bytes: number, words: Words): string {
  const step = bytes < 1_000_000 ? 1_000 : bytes < 1_000_000_000 ? 1_000_000 : 1_000_000_000;
  const tenths = Math.ceil(bytes / (step / 10));
  const unit = step === 1_000 ? 'kB' : step === 1_000_000 ? 'MB' : 'GB';
  return `${formatFor(words.lang).decimal(tenths < 100 && tenths % 10 ? `${Math.floor(tenths / 10)}.${tenths % 10}` : String(Math.ceil(tenths / 10)))}\u00a0${unit}`;
}
