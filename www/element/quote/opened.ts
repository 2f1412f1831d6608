// What the element has to do with kept quotes before anybody keeps one: whether its page has them at all (`tools="keep"`), and that
// one which the address names is there before the form is drawn. All else comes with keep.ts.

import { nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { AnswerView } from '../answer/view.js';
import type { Editing } from '../form/editing.js';
import { part } from '../part.js';
import type { QuoteRequest } from '../types.js';
import type { Lang } from '../words.js';
import type { Texts } from './document.js';
import type { Keeping } from './keep.js';
import { offered } from './made.js';

export interface Host extends ReactiveControllerHost, HTMLElement {
  calculator: string;
  tools: string;
  pages: string;
  set request(request: Partial<QuoteRequest> | null);
}

/** The form as it stands, once nothing waits to be put into it, and its answer. */
export interface Form { editing: Editing; readonly view: AnswerView | undefined }

const MARK = '#kept=';

export class Opened implements ReactiveController {
  keeping: Keeping | undefined;
  /** Whether the form waits for a quote. */
  isAwaited = false;
  private loading: Promise<Keeping | undefined> | undefined;

  /** `give` puts a request into the form. */
  constructor(readonly host: Host, readonly form: () => Form | undefined, readonly give: (request: QuoteRequest) => void) {
    host.addController(this);
  }

  hostConnected(): void {
    this.keeping?.begin();
  }

  hostDisconnected(): void {
    this.keeping?.end();
  }

  hostUpdated(): void {
    this.keeping?.follow();
  }

  get isOn(): boolean {
    return offered(this.host.tools).includes('keep');
  }

  /** Fetches the quote that the address names, if it names one. */
  read(hash: string): void {
    if (!this.isOn || !hash.startsWith(MARK)) return;
    this.isAwaited = true;
    void this.load().then((keeping) => keeping?.open(hash.slice(MARK.length))).finally(() => {
      this.isAwaited = false;
      this.host.requestUpdate();
    });
  }

  /** The button that keeps an answer, with what else is said of it to people. */
  button(view: AnswerView, texts: Texts = {}): unknown {
    if (!this.isOn) return nothing;
    void this.load();
    return this.keeping?.button(view, texts) ?? nothing;
  }

  /** Which quote is open, and what of it has to be known. */
  bar(lang: Lang): unknown {
    return this.keeping?.bar(lang) ?? nothing;
  }

  /** Without it the page works as it would without kept quotes, and asks again when it is drawn anew. */
  private load(): Promise<Keeping | undefined> {
    return this.loading ??= part(() => import('./keep.js')).then(({ Keeping }) => {
      this.keeping = new Keeping(this);
      this.host.requestUpdate();
      return this.keeping;
    }).catch(() => (this.loading = undefined));
  }
}
