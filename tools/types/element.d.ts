// The custom element `<clausewise-quote>`. Do not edit here.

import type { Answer, CalculatorName, CurrencyCode, Frozen, IsoDate, PackDocument, Refusal, Request, RequestDraft } from './clausewise.js';
// It brings <clausewise-terms> along where a page has one.
import type {} from './terms.js';

/** What the event `clausewise-answer` tells: an answer or a refusal, the other one null. */
export type ClausewiseAnswer =
  | { request: Request; answer: Frozen<Answer>; refusal: null }
  | { request: RequestDraft; answer: null; refusal: Frozen<Refusal> };

/** What the event `clausewise-error` tells. */
export interface ClausewiseError {
  reason: 'network' | 'wasm-forbidden' | 'wasm-missing' | 'mixed-versions' | 'unknown-calculator' | 'terms' | 'internal';
  /** What to do about it, for developers. */
  message: string;
}

/** What the event `clausewise-use` tells: nothing that was entered. */
export interface ClausewiseUse {
  calculator: CalculatorName;
  verdict: string | null;
  lines: number;
}
