// The custom elements `<clausewise-quote>` and `<clausewise-terms>`. Do not edit here.

import type { Answer, CalculatorName, CurrencyCode, Frozen, IsoDate, PackDocument, Refusal, Request, RequestDraft } from './clausewise.js';

/** Says where the WebAssembly lies, where a bundler has moved the scripts away from it. Before an element starts. */
export function setBasePath(address: string | URL): void;

/** What the event `clausewise-answer` tells: an answer or a refusal, the other one null; both, where neither could be had. */
export type ClausewiseAnswer =
  | { readonly request: Frozen<Request>; readonly answer: Frozen<Answer>; readonly refusal: null; readonly document: QuoteDocument }
  | { readonly request: Frozen<RequestDraft>; readonly answer: null; readonly refusal: Frozen<Refusal> | null; readonly document: null };

/** A quote as a document, as `quote.schema.json` has it. Day, currency and decimals stand in its request. */
export interface QuoteDocument {
  schema: 'clausewise.quote/1';
  number?: string;
  title?: string;
  customer?: string;
  prepared_by?: string;
  prepared_on?: IsoDate;
  valid_until?: IsoDate;
  remarks?: string;
  language?: string;
  request: Frozen<Request>;
  answer: Frozen<Answer>;
}

/** What the event `clausewise-error` tells. */
export interface ClausewiseError {
  readonly reason: 'network' | 'wasm-forbidden' | 'wasm-missing' | 'mixed-versions' | 'unknown-calculator' | 'terms' | 'request' | 'internal';
  /** What to do about it, for developers. */
  readonly message: string;
}

/** What the event `clausewise-use` tells: nothing that was entered. */
export interface ClausewiseUse {
  readonly calculator: CalculatorName;
  readonly verdict: string | null;
  readonly lines: number;
}
