// What goes back and forth between a page and the element: requests and terms come in, answers and what is wrong go out.

import type { ReactiveControllerHost } from 'lit';
import type { Asking } from '../asking.js';
import { Failure } from '../failure.js';
import type { Editing } from '../form/editing.js';
import { Contract } from './contract.js';
import { readRequest, type Given } from './given.js';
import { Handing } from './handing.js';
import { tell, tellFailure } from './telling.js';
import type { QuoteDocument } from '../quote/made.js';
import type { QuoteAnswer, QuoteRequest } from '../types.js';

type Host = ReactiveControllerHost & HTMLElement;

/** Whether the core speaks of the terms, and not of an entry. */
export const isOfTerms = (field: string): boolean => field === 'terms' || field.startsWith('terms.');

export class Exchange {
  readonly contract: Contract;
  private readonly handing = new Handing();
  /** What the page has given and the form has not taken over yet; null to empty it. */
  private pending: { given: Given | null; isOfPage: boolean }[] = [];
  /** What the page meant to fill in and nobody could read. */
  private unreadable: Failure | undefined;
  /** What is wrong, as far as the page was told. */
  private told = new Set<string>();

  constructor(private readonly host: Host) {
    this.contract = new Contract(() => host.requestUpdate());
  }

  /** Takes a request in, if it is news; returns the name of its calculator. One that is not the page's own came by an address. */
  take(request: unknown, isOfPage = true): string | undefined {
    const read = readRequest(request);
    this.unreadable = 'unreadable' in read ? new Failure('request', read.unreadable) : undefined;
    this.host.requestUpdate();
    if ('unreadable' in read) return undefined;
    const { given } = read;
    if (given === null) this.handing.forget();
    else if (!this.handing.isNews(given)) return undefined;
    this.pending.push({ given, isOfPage });
    return typeof given?.['calculator'] === 'string' ? given['calculator'] : undefined;
  }

  /** Whether something waits to be taken over. */
  get isGiven(): boolean {
    return this.pending.length > 0;
  }

  /** The last of what waits. */
  get given(): Given | undefined {
    return this.pending.findLast(({ given }) => given !== null)?.given ?? undefined;
  }

  /**
   * Hands over what waits for a calculator; what was meant for another one is out of date. Returns what the form stands on
   * from now on: a request, null for none, or nothing where that is what it was. Those of the page come first.
   */
  handOver(editing: Editing, isOfPage: boolean): Given | null | undefined {
    const { calculator } = editing.calculator;
    let standing: Given | null | undefined;
    for (const { given, ...from } of this.pending) {
      if (from.isOfPage !== isOfPage) continue;
      if (given === null) {
        editing.empty();
        standing = null;
      } else if (typeof given['calculator'] !== 'string' || given['calculator'] === calculator) {
        editing.take(given, (path, value) => path === editing.typing && this.handing.wasTold(path, value));
        standing = given;
      }
    }
    this.pending = this.pending.filter((each) => each.isOfPage !== isOfPage);
    return standing;
  }

  /** Tells the page an answer or a refusal, after the drawing: a listener finds the element as the event says it is. */
  tell(asking: Asking, documentOf: (request: QuoteRequest, answer: QuoteAnswer) => QuoteDocument): void {
    const told = asking.told(documentOf);
    if (!told) return;
    this.handing.tell(told.request);
    void this.host.updateComplete.then(() => tell(this.host, 'clausewise-answer', told));
  }

  /** What is wrong beside the entries; who made the page hears of each once. */
  troubles({ refusal, failure }: Asking, broken: Failure | undefined): Failure[] {
    const why = (refusal?.errors ?? []).filter(({ field }) => isOfTerms(field)).map(({ message }) => message).join('; ');
    const ofTerms = this.contract.failure ?? (why ? new Failure('terms', `the core refuses the terms (${why})`) : undefined);
    const all = [broken, this.unreadable, failure, ofTerms].filter((each) => each !== undefined);
    const keys = new Map(all.map((each) => [`${each.reason} ${each.message}`, each]));
    for (const [key, each] of keys) if (!this.told.has(key)) void this.host.updateComplete.then(() => tellFailure(this.host, each));
    this.told = new Set(keys.keys());
    return all;
  }

  /** Loads what did not come; what is still wrong then is told again. */
  retry(): void {
    this.contract.retry();
    this.told.clear();
  }
}
