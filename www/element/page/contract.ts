// The terms that the page gives: the id of a built-in pack, a pack, or the address of one. They hold for everything that
// the element answers. While an address has brought nothing, it stands in the request as it is, and the core refuses it:
// there is no way from here to an answer by other terms.

import { Failure } from '../failure.js';
import { onceEach } from '../once.js';
import { copiedWhole, isObject, isSame } from './given.js';

/** Several times as many values, and as many bytes, as the terms of a vendor with all their sentences. */
const MOST = 20_000;
const LONGEST = 2_000_000;


const loadPack = onceEach(async (address): Promise<object> => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const pack = copiedWhole(JSON.parse(await textOf(response)), MOST);
  if (pack === undefined) throw new Error(TOO_MUCH);
  if (!isObject(pack)) throw new Error('no JSON object');
  return pack;
});

const TOO_MUCH = `more than ${MOST} values or ${LONGEST} bytes`;

/** What arrives, unless it is more than terms can be: then the rest is not waited for. */
async function textOf({ body }: Response): Promise<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    length += next.value.length;
    if (length > LONGEST) {
      void reader?.cancel();
      throw new Error(TOO_MUCH);
    }
    text += decoder.decode(next.value, { stream: true });
  }
  return text + decoder.decode();
}

/** An id has neither; both an address beside the page (`terms.json`) and one with a query (`/terms?id=7`) do. */
const isAddress = (given: unknown): given is string => typeof given === 'string' && (given.includes('/') || /\.json(?:[?#]|$)/.test(given));

export class Contract {
  /** What stands under `terms` in a request; nothing for the calculator's own. */
  terms: unknown;
  isLoading = false;
  failure: Failure | undefined;
  /** What the page gave, as it gave it. */
  given: unknown = null;

  /** `changed` is called when the terms have come, or have failed to. */
  constructor(private readonly changed: () => void) {}

  /** Whether these are others than before. */
  take(given: unknown): boolean {
    this.given = given;
    const copy = given === null || given === '' ? undefined : copiedWhole(given, MOST);
    this.isTooMuch = copy === undefined && given !== null && given !== '';
    // Terms without anything, which the core refuses.
    const read = this.isTooMuch ? {} : copy;
    if (isSame(read, this.read)) return false;
    this.read = read;
    this.load();
    return true;
  }

  private read: unknown;
  private isTooMuch = false;

  /** Asks once more for what did not come. */
  retry(): void {
    if (this.failure) this.load();
  }

  private load(): void {
    const { read } = this;
    this.terms = read;
    this.failure = this.isTooMuch ? new Failure('terms', `the terms hold ${TOO_MUCH}`) : undefined;
    this.isLoading = isAddress(read);
    if (!isAddress(read)) return;
    const settle = (done: () => void): void => {
      if (this.read !== read || !this.isLoading) return;
      done();
      this.isLoading = false;
      this.changed();
    };
    const failed = (reason: unknown): void => settle(() => {
      this.failure = new Failure('terms', `the terms at ${read} could not be loaded (${reason instanceof Error ? reason.message : String(reason)})`, reason);
    });
    try {
      loadPack(new URL(read, document.baseURI).href).then((pack) => settle(() => { this.terms = pack; }), failed);
    } catch (reason) {
      // An address that is none; told like one at which there is nothing.
      void Promise.resolve().then(() => failed(reason));
    }
  }
}
