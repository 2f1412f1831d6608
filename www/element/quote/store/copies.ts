// What was typed last, when a page goes: a database may not get to write any more by then. So a copy is put down at once, in the one
// storage that is written while the page waits, and goes into its quote as soon as the store is opened again.

import { isId, storedOf, tryKept, type KeptQuote } from './record.js';

const MARK = 'clausewise kept ';

/** As much as is written of one quote, in UTF-16 units; a full form of 1,000 lines with its answer may be longer, and goes without. */
const LONGEST = 2_000_000;

/** Puts a copy down: `kept` with the revision that it was changed from. */
export function writeCopy(kept: KeptQuote): void {
  try {
    const text = JSON.stringify(storedOf(kept));
    if (text.length <= LONGEST) localStorage.setItem(MARK + kept.id, text);
  } catch {
    // Forbidden or full: then what the database makes of it is all there is.
  }
}

export function dropCopy(id: string): void {
  try {
    localStorage.removeItem(MARK + id);
  } catch {
    // There is none.
  }
}

/** Every copy that was put down and can be read; one that cannot is thrown away. */
export function readCopies(): KeptQuote[] {
  try {
    const ids = Array.from({ length: localStorage.length }, (_, place) => localStorage.key(place) ?? '')
      .filter((key) => key.startsWith(MARK)).map((key) => key.slice(MARK.length)).filter(isId);
    return ids.flatMap((id) => {
      const text = localStorage.getItem(MARK + id) ?? '';
      const copy = text.length <= LONGEST ? readCopy(text) : undefined;
      if (copy?.id === id) return [copy];
      dropCopy(id);
      return [];
    });
  } catch {
    return [];
  }
}

function readCopy(text: string): KeptQuote | undefined {
  try {
    return tryKept(JSON.parse(text));
  } catch {
    return undefined;
  }
}
