// The custom element `<clausewise-quote>`. Do not edit here.

import type { Answer, CalculatorName, Refusal, Request } from './clausewise.js';

/** What the event `clausewise-answer` tells: an answer or a refusal, the other one null. */
export interface ClausewiseAnswer {
  request: Request;
  answer: Answer | null;
  refusal: Refusal | null;
}

/** Draws a calculator's form and its answer, and computes nothing itself. */
export class ClausewiseQuote extends HTMLElement {
  /** Which calculator; attribute `calculator`. */
  calculator: CalculatorName;
  /** `en` or `zh-Hant`; attribute `lang`, else the page's. */
  lang: string;
  /** ISO 4217 code to begin with; attribute `currency`. */
  currency: string;
  /** The day to begin with; attribute `as-of`, else today. */
  asOf: string;
  /** The address of a page with every rule, to which citations lead as `#ID`; attribute `rules`. */
  rules: string;
  /** Where the page has the others, such as `{calculator}.html`; attribute `pages`. Then answers lead on to them, filled in. */
  pages: string;
  /** The address of a page with every term of the trade, to which their meanings lead as `#key`; attribute `glossary`. */
  glossary: string;
  /** The request as it stands in the form. Setting one fills the form, in place of what was entered. */
  get request(): Request;
  set request(request: Partial<Request>);
  /** The answer to it; null while there is none. */
  get answer(): Answer | null;
}

/**
 * Shows what the documents say, to be searched and sifted: every rule, the terms country by country, or the terms of the
 * trade. What the page's address names behind `#` (a rule, a country's code, a term's key) is gone to.
 */
export class ClausewiseTerms extends HTMLElement {
  /** `rules`, `countries` or `glossary`; attribute `show`. */
  show: string;
  /** Whose terms by country; attribute `pack`, else the licence's. */
  pack: string;
  /** Where a calculator's page is, such as `{calculator}.html`; attribute `link`. */
  link: string;
  /** The address of the page of rules, to which the clauses of a country lead; attribute `rules`. */
  rules: string;
}

declare global {
  interface HTMLElementTagNameMap {
    'clausewise-quote': ClausewiseQuote;
    'clausewise-terms': ClausewiseTerms;
  }

  /** It bubbles: elements, the document and the window hear it. */
  interface GlobalEventHandlersEventMap {
    'clausewise-answer': CustomEvent<ClausewiseAnswer>;
  }
}
