// Why nothing can be kept, or not any more. None of it keeps a calculator from working: it is said in a sentence.

/**
 * `forbidden`: the browser keeps nothing here, as in some private windows; `full`: there is no room left; `newer`: a later version
 * of these pages keeps its quotes otherwise; `failed`: anything else.
 */
export type Why = 'forbidden' | 'full' | 'newer' | 'failed';

export class StoreTrouble extends Error {
  override name = 'StoreTrouble';
  constructor(readonly why: Why, cause?: unknown) {
    super(`kept quotes: ${why}`, { cause });
  }
}

const nameOf = (reason: unknown): string => (reason instanceof Error || reason instanceof DOMException ? reason.name : '');

/** What went wrong while a quote was read or written. */
export function troubleOf(reason: unknown): StoreTrouble {
  if (reason instanceof StoreTrouble) return reason;
  const name = nameOf(reason);
  if (/Quota/.test(name)) return new StoreTrouble('full', reason);
  return new StoreTrouble(name === 'SecurityError' ? 'forbidden' : 'failed', reason);
}

/** What keeps the store from being opened at all. */
export function troubleInOpening(reason: unknown): StoreTrouble {
  const name = nameOf(reason);
  if (/Quota/.test(name)) return new StoreTrouble('full', reason);
  return new StoreTrouble(name === 'VersionError' ? 'newer' : 'forbidden', reason);
}
