// Quotes that are kept on this device. They lie in one database of the page's site, and go nowhere. Two tabs never overwrite each
// other: whoever writes says which revision it has changed, and is refused where that is no longer the one that lies there.

import { openDB, type DBSchema, type IDBPDatabase, type IDBPObjectStore } from 'idb';
import { dropCopy, readCopies } from './copies.js';
import { fileOf, readFile } from './file.js';
import { asksSame, freeName, newId, now, readKept, revisionOf, saysSame, storedOf, tidyName, tryKept, type KeptQuote, type Stored } from './record.js';
import { tellOthers } from './telling.js';
import { StoreTrouble, troubleInOpening, troubleOf } from './trouble.js';

interface Database extends DBSchema { quotes: { key: string; value: Stored } }

type Quotes<Mode extends IDBTransactionMode> = IDBPObjectStore<Database, ['quotes'], 'quotes', Mode>;

const NAME = 'clausewise';
const VERSION = 1;

/** A browser that has not opened a database by then, as where another tab holds it up, or not done what it was asked, is not waited for. */
const PATIENCE = 5_000;

/** For each quote of a file that is taken in. */
const PATIENCE_EACH = 10;

/** What came of writing: what lies there now, or, where another tab was quicker, what that one has written; none where it was taken away. */
export type Put = { kept: KeptQuote } | { theirs: KeptQuote | undefined };

export interface Listed { quotes: KeptQuote[]; unreadable: number }

export interface Difference { ours: KeptQuote; theirs: KeptQuote }

/** What a file brought: new ones, which are kept by now, how many that were there already, and those that differ, which nobody has touched. */
export interface Imported { fresh: KeptQuote[]; same: number; differing: Difference[]; unreadable: number }

/** In bytes: what the quotes take, and, where the browser tells, what all of the site takes and may take. */
export interface Space { quotes: number; used?: number; quota?: number }

const within = <T>(patience: number, work: Promise<T>): Promise<T> => Promise.race([
  work, new Promise<never>((_, refuse) => setTimeout(() => refuse(new Error('no answer')), patience)),
]);

export class KeptStore {
  private constructor(private db: IDBPDatabase<Database>) {}

  /** Opens it, and puts into it what a page could only put down when it went. */
  static async open(): Promise<KeptStore> {
    watchLeaving();
    try {
      const store = new KeptStore(await connect());
      await store.foldIn();
      return store;
    } catch (reason) {
      throw reason instanceof StoreTrouble ? reason : troubleInOpening(reason);
    }
  }

  /** All of them, and how many lie there that cannot be read. */
  list(): Promise<Listed> {
    return this.work('readonly', async (store) => {
      const all: unknown[] = await store.getAll();
      const quotes = all.flatMap((each) => tryKept(each) ?? []);
      return { quotes, unreadable: all.length - quotes.length };
    });
  }

  /** Throws what says why, where it lies there and cannot be read. */
  async get(id: string): Promise<KeptQuote | undefined> {
    const there: unknown = await this.work('readonly', (store) => store.get(id));
    return there === undefined ? undefined : readKept(there);
  }

  /** Writes one that was changed from a revision, 0 for a new one. */
  async put(record: KeptQuote, expectedRevision: number): Promise<Put> {
    const put = await this.work('readwrite', async (store): Promise<Put> => {
      const there: unknown = await store.get(record.id);
      if (revisionOf(there) !== expectedRevision) return { theirs: tryKept(there) };
      const kept = { ...record, revision: expectedRevision + 1 };
      await last(store, store.put(storedOf(kept)));
      return { kept };
    });
    if ('kept' in put) tellOthers(record.id);
    return put;
  }

  rename(kept: KeptQuote, name: string): Promise<Put> {
    return this.put({ ...kept, name: tidyName(name) || kept.name, changed_on: now() }, kept.revision);
  }

  /** The same under an id and a name of its own. */
  async duplicate(kept: KeptQuote): Promise<KeptQuote> {
    const { quotes } = await this.list();
    const copy = { ...kept, id: newId(), name: freeName(kept.name, quotes.map(({ name }) => name)), kept_on: now(), changed_on: now() };
    const put = await this.put(copy, 0);
    if (!('kept' in put)) throw new StoreTrouble('failed');
    return put.kept;
  }

  async remove(id: string): Promise<void> {
    await this.work('readwrite', (store) => last(store, store.delete(id)));
    dropCopy(id);
    tellOthers(id);
  }

  /** Puts back what was removed, as it was, unless something lies there by now. */
  async restore(kept: KeptQuote): Promise<void> {
    await this.work('readwrite', async (store) => {
      if (await store.get(kept.id) === undefined) await last(store, store.put(storedOf(kept)));
    });
    tellOthers(kept.id);
  }

  async exportAll(): Promise<Blob> {
    return fileOf((await this.list()).quotes);
  }

  /** Takes in what is new, all or nothing of it; what differs is handed back, for somebody to decide. */
  async importFile(file: Blob): Promise<Imported> {
    const { quotes, unreadable } = await readFile(file);
    const imported = await this.work('readwrite', async (store): Promise<Imported> => {
      const [fresh, differing]: [KeptQuote[], Difference[]] = [[], []];
      let [same, unread] = [0, unreadable];
      for (const theirs of quotes) {
        const there: unknown = await store.get(theirs.id);
        const ours = there === undefined ? undefined : tryKept(there);
        if (there === undefined) fresh.push(theirs);
        else if (!ours) unread++;
        else if (saysSame(ours, theirs)) same++;
        else differing.push({ ours, theirs });
      }
      await last(store, ...fresh.map((each) => store.put(storedOf(each))));
      return { fresh, same, differing, unreadable: unread };
    }, PATIENCE + quotes.length * PATIENCE_EACH);
    if (imported.fresh.length) tellOthers();
    return imported;
  }

  /** The file's in place of ours, unless ours has been changed since. */
  takeTheirs({ ours, theirs }: Difference): Promise<Put> {
    return this.put({ ...theirs, kept_on: ours.kept_on }, ours.revision);
  }

  async space(): Promise<Space> {
    const all: unknown[] = await this.work('readonly', (store) => store.getAll());
    const quotes = all.reduce((sum: number, each) => sum + new Blob([JSON.stringify(each)]).size, 0);
    const { usage: used, quota } = await estimated();
    return { quotes, ...(used !== undefined && { used }), ...(quota !== undefined && { quota }) };
  }

  /** Nothing of a copy is lost: where the quote was changed meanwhile, or is gone, it becomes one of its own. */
  private async foldIn(): Promise<void> {
    for (const copy of readCopies()) {
      try {
        const put = await this.put(copy, copy.revision);
        // The tab that put it down may have written it after all.
        if ('theirs' in put && !(put.theirs && asksSame(put.theirs, copy))) await this.duplicate(copy);
        dropCopy(copy.id);
      } catch {
        // Where there is no room for it, it stays where it is.
      }
    }
  }

  /**
   * All of it in one transaction, or nothing. What was broken off when the page went is done once it is back, and a connection that the
   * browser has closed is opened once more.
   */
  private async work<Mode extends IDBTransactionMode, T>(mode: Mode, work: (store: Quotes<Mode>) => Promise<T>, patience = PATIENCE): Promise<T> {
    await away;
    try {
      return await inTransaction(this.db, mode, work, patience);
    } catch (reason) {
      const isClosed = reason instanceof DOMException && reason.name === 'InvalidStateError';
      if (!isClosed && !away) throw troubleOf(reason);
      await away;
      if (isClosed) this.db = await connect().catch((closed: unknown) => { throw troubleOf(closed); });
    }
    try {
      return await inTransaction(this.db, mode, work, patience);
    } catch (reason) {
      throw troubleOf(reason);
    }
  }
}

/** From here on a transaction ends by itself, though its page goes. */
async function last(store: Quotes<'readwrite'>, ...written: Promise<unknown>[]): Promise<void> {
  store.transaction.commit();
  await Promise.all(written);
}

/**
 * By a transaction that is open when its page goes, WebKit keeps the store from every page of the site until the browser ends. So it is
 * broken off then, and none is begun until the page is there again; what was entered has been put down by that time.
 */
const underWay = new Set<{ abort(): void }>();
let away: Promise<void> | undefined;
let isWatching = false;

function watchLeaving(): void {
  if (isWatching) return;
  isWatching = true;
  addEventListener('pagehide', () => {
    away ??= new Promise((resolve) => {
      addEventListener('pageshow', () => {
        away = undefined;
        resolve();
      }, { once: true });
    });
    underWay.forEach(breakOff);
  });
}

function breakOff(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It is over, or about to be.
  }
}

/** What is told to have failed is not found done later: whoever tries again would have it twice. */
async function inTransaction<Mode extends IDBTransactionMode, T>(
  db: IDBPDatabase<Database>, mode: Mode, work: (store: Quotes<Mode>) => Promise<T>, patience: number,
): Promise<T> {
  const transaction = db.transaction('quotes', mode);
  underWay.add(transaction);
  try {
    const [done] = await within(patience, Promise.all([work(transaction.store), transaction.done]));
    return done;
  } catch (reason) {
    breakOff(transaction);
    throw reason;
  } finally {
    underWay.delete(transaction);
  }
}

const connect = (): Promise<IDBPDatabase<Database>> => within(PATIENCE, openDB<Database>(NAME, VERSION, {
  upgrade(db) { db.createObjectStore('quotes', { keyPath: 'id' }); },
  // A later version of these pages wants it.
  blocking(_now, _wanted, { target }) { (target as IDBDatabase).close(); },
}));

let opening: Promise<KeptStore> | undefined;

/** The one store of the page. What could not be opened is tried again by whoever asks next. */
export const open = (): Promise<KeptStore> => (opening ??= KeptStore.open().catch((reason: unknown) => {
  opening = undefined;
  throw reason;
}));

/** Asks that the browser does not make room by throwing quotes away. Firefox asks the visitor, who may never answer: nobody waits. */
export function persist(): void {
  try {
    void navigator.storage?.persist?.().catch(() => undefined);
  } catch {
    // Then they stay for as long as there is room.
  }
}

/** Not every browser tells, and none is waited for. */
async function estimated(): Promise<StorageEstimate> {
  try {
    return await within(1_000, Promise.resolve(navigator.storage?.estimate?.() ?? {}));
  } catch {
    return {};
  }
}
