// A quote that a link brings. What reads and shows it is fetched with the first one; until then nothing is drawn that it
// would change.

import { nothing, type LitElement, type TemplateResult } from 'lit';
import type { AnswerView } from '../answer/view.js';
import { failureToLoad, type Failure } from '../failure.js';
import { troubleTemplate } from '../fallback.js';
import { Late } from '../late.js';
import type { QuoteRequest } from '../types.js';
import type { Words } from '../words.js';
import { offered, send } from './made.js';
import type { Received } from './received.js';

const reader = new Late(() => import('./received.js'));

export interface Host extends LitElement { calculator: string; pages: string; tools: string; links: boolean; fixed: string }

/** Whether an element takes a quote out of the address: who offers links has to understand them. */
export const takesLinks = ({ links, tools }: Host): boolean => links || offered(tools).includes('link');

export class Arrival {
  /** Whether a quote is being read that the form is to hold. */
  isPending = false;
  private received: Received | undefined;
  private hash = '';
  /** Why what it is said with is not there. */
  private failure: Failure | undefined;

  /** `give` puts a request into the form, and `restore` goes back to it after a change. */
  constructor(private readonly host: Host, private readonly give: (request: QuoteRequest) => void, private readonly restore: (request: QuoteRequest) => void) {}

  /** Whether an address brings a quote; it is read then. */
  take(hash: string): boolean {
    if (!takesLinks(this.host) || !/[#&]quote=/.test(hash)) return false;
    if (hash !== this.hash) void this.read(hash);
    return true;
  }

  readonly again = (): void => void this.read(this.hash);

  private async read(hash: string): Promise<void> {
    this.hash = hash;
    this.isPending = true;
    try {
      await reader.load();
      const received = await reader.there?.receive(hash, this.host);
      this.failure = undefined;
      // Meanwhile another may have come.
      if (hash !== this.hash) return;
      this.received = received;
      if (received?.document) {
        send(this.host, received.document);
        this.give(received.document.request);
      }
    } catch (reason) {
      this.failure = await failureToLoad(reason);
    } finally {
      if (hash === this.hash) this.isPending = false;
      this.host.requestUpdate();
    }
  }

  /** What is said of it, above the form. */
  template(words: Words, view: AnswerView | undefined): TemplateResult | typeof nothing {
    const failure = this.hash ? (reader.failure ?? this.failure) : undefined;
    if (failure) return troubleTemplate(failure, words.lang, this.again);
    const { received } = this;
    return (received && reader.there?.receivedTemplate(received, words, view, {
      restore: () => { if (received?.document) this.restore(received.document.request); },
      close: () => { this.received = undefined; this.host.requestUpdate(); },
    })) ?? nothing;
  }
}
