// All kept quotes as one file, and what such a file brings; the file of a single answer brings that one. It may come from anywhere: it is bounded before it is read, and each of
// its quotes is read for itself, so that one that is broken takes no other with it.

import { isObject, sameness } from '../../page/given.js';
import { markOf } from '../../tab/mark.js';
import { DEEPEST, depthOf, readDocument, Unreadable, type QuoteDocument } from '../document.js';
import { SCHEMA } from '../made.js';
import { now, tidyName, tryKept, type KeptQuote } from './record.js';

export const FILE_SCHEMA = 'clausewise.kept/1';

/** In bytes: some thousand quotes of forty lines. */
export const LONGEST_FILE = 50_000_000;

/** As many quotes as are taken out of a file. */
const MOST = 10_000;

/** As deep as the file goes beyond the documents in it. */
const ABOVE = 3;

/** In pieces: no text need be as long as the file. */
export function fileOf(quotes: readonly KeptQuote[]): Blob {
  const each = quotes.flatMap((kept, place) => [place ? ',\n' : '\n', JSON.stringify(kept)]);
  return new Blob([`{"schema":${JSON.stringify(FILE_SCHEMA)},"quotes":[`, ...each, '\n]}\n'], { type: 'application/json' });
}

/** A document that nobody had kept. The same one has the same id, so that it is taken in once. */
function keptOf(document: QuoteDocument): KeptQuote {
  const { customer, title, number, request: { calculator, as_of } } = document;
  const name = tidyName([customer, title, number].filter(Boolean).join(' ')) || tidyName(`${calculator} ${as_of ?? ''}`);
  const since = now();
  return { id: `file-${markOf(sameness(document))}`, name, kept_on: since, changed_on: since, revision: 1, document };
}

/** What a file holds: the quotes that can be read, once each, and how many cannot. */
export interface Held { quotes: KeptQuote[]; unreadable: number }

export async function readFile(file: Blob): Promise<Held> {
  if (file.size > LONGEST_FILE) throw new Unreadable('too_long', `longer than ${LONGEST_FILE} bytes`);
  return readText(await file.text());
}

export function readText(text: string): Held {
  if (depthOf(text) > DEEPEST + ABOVE) throw new Unreadable('broken', 'too deep');
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw new Unreadable('broken', 'not JSON');
  }
  const schema = isObject(read) ? read['schema'] : undefined;
  if (schema === SCHEMA) return { quotes: [keptOf(readDocument(text))], unreadable: 0 };
  const quotes = isObject(read) ? read['quotes'] : undefined;
  if (schema !== FILE_SCHEMA) throw new Unreadable(typeof schema === 'string' && schema.startsWith('clausewise.kept/') ? 'edition' : 'broken', `schema is not ${FILE_SCHEMA}`);
  if (!Array.isArray(quotes)) throw new Unreadable('broken', 'no quotes');
  if (quotes.length > MOST) throw new Unreadable('too_long', `more than ${MOST} quotes`);
  const byId = new Map<string, KeptQuote>();
  let unreadable = 0;
  for (const each of quotes as unknown[]) {
    const kept = tryKept(each);
    if (kept && !byId.has(kept.id)) byId.set(kept.id, kept);
    else unreadable++;
  }
  return { quotes: [...byId.values()], unreadable };
}
