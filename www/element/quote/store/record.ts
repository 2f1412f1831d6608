// One kept quote, and how it is read: whatever comes out of the store or out of a file was put there by somebody, and is taken for
// nothing but a text until all of it has been looked at.

import { sameness, isObject } from '../../page/given.js';
import { readDocument, UNSEEN, Unreadable, type QuoteDocument } from '../document.js';

export interface KeptQuote {
  id: string;
  name: string;
  kept_on: string;
  changed_on: string;
  /** Counts how often it was written: by it a tab sees that another has written meanwhile. */
  revision: number;
  /** The entries have been changed since, and have no answer yet: the answer in the document is an earlier one. */
  unanswered?: true;
  document: QuoteDocument;
}

/** As it lies in the store: the document as the text that it is read from. */
export interface Stored extends Omit<KeptQuote, 'document'> { document: string }

const ID = /^[\w-]{1,64}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/;

/** In characters. */
export const LONGEST_NAME = 200;

export const isId = (id: unknown): id is string => typeof id === 'string' && ID.test(id);

/** A name as one line of what can be seen; nothing where nothing of it can. */
export const tidyName = (name: unknown): string =>
  typeof name === 'string' ? name.slice(0, 2 * LONGEST_NAME).replace(UNSEEN, '').replaceAll(/\s/g, ' ').trim().slice(0, LONGEST_NAME).trim() : '';

const isTime = (time: unknown): time is string => typeof time === 'string' && TIME.test(time) && !Number.isNaN(Date.parse(time));

export const now = (): string => new Date().toISOString();

/** Browsers have it on secure pages alone; elsewhere what is drawn is as long. */
export function newId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Of what lies in the store; 0 where nothing does, and none where it says none. */
export function revisionOf(there: unknown): number {
  if (there === undefined) return 0;
  const revision = isObject(there) ? there['revision'] : undefined;
  return typeof revision === 'number' && Number.isSafeInteger(revision) && revision > 0 ? revision : NaN;
}

/** Reads what lies in the store, or the same with its document as an object, as files have it. */
export function readKept(value: unknown): KeptQuote {
  if (!isObject(value)) throw new Unreadable('broken', 'no kept quote');
  const { id, name, kept_on, changed_on, unanswered, document } = value;
  const revision = revisionOf(value);
  if (!isId(id) || Number.isNaN(revision)) throw new Unreadable('broken', 'no kept quote');
  const read = readDocument(typeof document === 'string' ? document : JSON.stringify(document) ?? '');
  const since = isTime(kept_on) ? kept_on : now();
  return {
    id,
    name: tidyName(name) || id,
    kept_on: since,
    changed_on: isTime(changed_on) ? changed_on : since,
    revision,
    ...(unanswered === true && { unanswered }),
    document: read,
  };
}

/** The same, or why not. */
export function tryKept(value: unknown): KeptQuote | undefined {
  try {
    return readKept(value);
  } catch {
    return undefined;
  }
}

export const storedOf = (kept: KeptQuote): Stored => ({ ...kept, document: JSON.stringify(kept.document) });

/** Whether two say the same, whenever each was written. */
export const saysSame = (one: KeptQuote, other: KeptQuote): boolean =>
  one.name === other.name && one.unanswered === other.unanswered && sameness(one.document) === sameness(other.document);

/** Whether two ask the same, scenarios and all, whatever was answered and whenever. */
export const asksSame = (one: KeptQuote, other: KeptQuote): boolean => sameness(askedBy(one)) === sameness(askedBy(other));

const askedBy = ({ document: { request, scenario, scenarios } }: KeptQuote): unknown => [request, scenario, scenarios?.map((each) => each.request)];

/** No year. */
const NUMBERED = /^(.*) (\d{1,3})$/;

/** The next name that nobody has: "Acme", "Acme 2", "Acme 3". */
export function freeName(wanted: string, taken: Iterable<string>): string {
  const all = new Set(taken);
  const name = tidyName(wanted);
  if (!all.has(name)) return name;
  const [, plain = name, number = '1'] = NUMBERED.exec(name) ?? [];
  for (let next = Number(number) + 1; ; next++) {
    const free = `${plain.slice(0, LONGEST_NAME - 8)} ${next}`;
    if (!all.has(free)) return free;
  }
}
