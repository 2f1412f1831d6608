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

/** What may stand in the markup of `<clausewise-quote>`. */
export interface ClausewiseQuoteAttributes {
  /** Which calculator. */
  calculator?: CalculatorName | undefined;
  /** The currency to begin with, such as `TWD`. */
  currency?: CurrencyCode | undefined;
  /** The day to answer for, such as `2026-11-21`; without it today. */
  'as-of'?: IsoDate | undefined;
  /** What stands in the form. In markup as JSON, or as JSON in a `<script type="application/json">` inside the element; as a property, an object. The same again changes nothing; another is taken over where it differs, so that what is being typed stays; `null` or `undefined` clears. A calculator named in it is shown until then. */
  request?: string | undefined;
  /** Other terms than the built-in ones: the id of a pack, or the address of one as a JSON file; as a property also the pack itself. */
  terms?: string | undefined;
  /** What is not shown, with blanks between: `as-of`, `currency`, `example`, `clear`. */
  hide?: string | undefined;
  /** The fields that stand as the page gave them and cannot be changed, with blanks between: `programme`, `lines.quantity`, `as-of`, `currency`. */
  fixed?: string | undefined;
  /** `none`: what a visitor has entered is gone with the page. Otherwise it is there again after a reload or Back, in the same tab, on top of the same `request`. */
  keep?: 'tab' | 'none' | undefined;
  /** A heading over the form. */
  'label-title'?: string | undefined;
  /** Another label for the button that fills in an example. */
  'label-example'?: string | undefined;
  /** Another label for the button that clears the form. */
  'label-clear'?: string | undefined;
  /** Whose name stands above a printed sheet. */
  'paper-from'?: string | undefined;
  /** The address of a picture beside that name. */
  'paper-logo'?: string | undefined;
  /** `lazy` loads nothing before the element is about to be seen. */
  loading?: 'lazy' | 'eager' | undefined;
  /** The name under which the `<form>` around it sends its value. */
  name?: string | undefined;
  /** The `<form>` around it is only sent with an answer. */
  required?: true | '' | undefined;
  /** Nothing can be changed, and the `<form>` around it sends nothing of it. */
  disabled?: true | '' | undefined;
  /** The address of a page with all rules, such as `rules.html`: citations then lead to `rules.html#MS-UES-15`. */
  rules?: string | undefined;
  /** Where the other calculators are, such as `{calculator}.html`: answers then lead on to them, filled in. */
  pages?: string | undefined;
  /** The address of a page of terms, to which a term explained beside a label then leads. */
  glossary?: string | undefined;
  /** What an answer can be taken along by, with blanks between: `link`, `print`, `files`, `workbook` (a file for spreadsheets with live formulas), `scenarios` (up to four ways of the same, side by side), `keep` (quotes stay on the visitor’s device, the one that the address names behind `#kept=` is opened, and what is entered is written into it). Without it, `print` and the calendar file. */
  tools?: string | undefined;
  /** A quote in the address (`#quote=`, made by the tool `link`) fills the form, and is said to be one. Implied by the tool `link`. */
  links?: true | '' | undefined;
}

/** What a script may set of `<clausewise-quote>`. */
export interface ClausewiseQuoteProperties {
  /** Which calculator. */
  calculator?: CalculatorName | '' | null | undefined;
  /** The currency to begin with, such as `TWD`. */
  currency?: CurrencyCode | undefined;
  /** The day to answer for, such as `2026-11-21`; without it today. */
  asOf?: IsoDate | undefined;
  /** What stands in the form. In markup as JSON, or as JSON in a `<script type="application/json">` inside the element; as a property, an object. The same again changes nothing; another is taken over where it differs, so that what is being typed stays; `null` or `undefined` clears. A calculator named in it is shown until then. */
  request?: Partial<RequestDraft> | string | null | undefined;
  /** Other terms than the built-in ones: the id of a pack, or the address of one as a JSON file; as a property also the pack itself. */
  terms?: string | PackDocument | null | undefined;
  /** What is not shown, with blanks between: `as-of`, `currency`, `example`, `clear`. */
  hide?: string | undefined;
  /** The fields that stand as the page gave them and cannot be changed, with blanks between: `programme`, `lines.quantity`, `as-of`, `currency`. */
  fixed?: string | undefined;
  /** `none`: what a visitor has entered is gone with the page. Otherwise it is there again after a reload or Back, in the same tab, on top of the same `request`. */
  keep?: 'tab' | 'none' | '' | undefined;
  /** A heading over the form. */
  labelTitle?: string | undefined;
  /** Another label for the button that fills in an example. */
  labelExample?: string | undefined;
  /** Another label for the button that clears the form. */
  labelClear?: string | undefined;
  /** Whose name stands above a printed sheet. */
  paperFrom?: string | undefined;
  /** The address of a picture beside that name. */
  paperLogo?: string | undefined;
  /** `lazy` loads nothing before the element is about to be seen. */
  loading?: 'lazy' | 'eager' | '' | undefined;
  /** The name under which the `<form>` around it sends its value. */
  name?: string | undefined;
  /** The `<form>` around it is only sent with an answer. */
  required?: boolean | undefined;
  /** Nothing can be changed, and the `<form>` around it sends nothing of it. */
  disabled?: boolean | undefined;
  /** The address of a page with all rules, such as `rules.html`: citations then lead to `rules.html#MS-UES-15`. */
  rules?: string | undefined;
  /** Where the other calculators are, such as `{calculator}.html`: answers then lead on to them, filled in. */
  pages?: string | undefined;
  /** The address of a page of terms, to which a term explained beside a label then leads. */
  glossary?: string | undefined;
  /** What an answer can be taken along by, with blanks between: `link`, `print`, `files`, `workbook` (a file for spreadsheets with live formulas), `scenarios` (up to four ways of the same, side by side), `keep` (quotes stay on the visitor’s device, the one that the address names behind `#kept=` is opened, and what is entered is written into it). Without it, `print` and the calendar file. */
  tools?: string | undefined;
  /** A quote in the address (`#quote=`, made by the tool `link`) fills the form, and is said to be one. Implied by the tool `link`. */
  links?: boolean | undefined;
}

/** What `<clausewise-quote>` tells. */
export interface ClausewiseQuoteEvents {
  /** The form is there to be filled in. */
  'clausewise-ready': CustomEvent<null>;
  /** Something failed: `detail.reason` says what, `detail.message` what to do about it. */
  'clausewise-error': CustomEvent<ClausewiseError>;
  /** After every change, also of a form that is not complete yet. It is told at the element alone: what a visitor enters is nobody else’s business. */
  'clausewise-answer': CustomEvent<ClausewiseAnswer>;
  /** For statistics: which calculator, which verdict, how many lines, and nothing that was entered. It bubbles. */
  'clausewise-use': CustomEvent<ClausewiseUse>;
}

export interface ClausewiseQuoteEventMap extends HTMLElementEventMap, ClausewiseQuoteEvents {}

/** Draws a calculator’s form and its answer, and computes nothing itself. */
export class ClausewiseQuote extends HTMLElement {
  /** Which calculator. */
  get calculator(): CalculatorName | '';
  set calculator(calculator: CalculatorName | '' | null | undefined);
  /** The currency to begin with, such as `TWD`. */
  currency: CurrencyCode;
  /** The day to answer for, such as `2026-11-21`; without it today. */
  asOf: IsoDate;
  /** What stands in the form. In markup as JSON, or as JSON in a `<script type="application/json">` inside the element; as a property, an object. The same again changes nothing; another is taken over where it differs, so that what is being typed stays; `null` or `undefined` clears. A calculator named in it is shown until then. */
  get request(): RequestDraft;
  set request(request: Partial<RequestDraft> | string | null | undefined);
  /** Other terms than the built-in ones: the id of a pack, or the address of one as a JSON file; as a property also the pack itself. */
  get terms(): string | PackDocument | null;
  set terms(terms: string | PackDocument | null | undefined);
  /** What is not shown, with blanks between: `as-of`, `currency`, `example`, `clear`. */
  hide: string;
  /** The fields that stand as the page gave them and cannot be changed, with blanks between: `programme`, `lines.quantity`, `as-of`, `currency`. */
  fixed: string;
  /** `none`: what a visitor has entered is gone with the page. Otherwise it is there again after a reload or Back, in the same tab, on top of the same `request`. */
  keep: 'tab' | 'none' | '';
  /** A heading over the form. */
  labelTitle: string;
  /** Another label for the button that fills in an example. */
  labelExample: string;
  /** Another label for the button that clears the form. */
  labelClear: string;
  /** Whose name stands above a printed sheet. */
  paperFrom: string;
  /** The address of a picture beside that name. */
  paperLogo: string;
  /** `lazy` loads nothing before the element is about to be seen. */
  loading: 'lazy' | 'eager' | '';
  /** The name under which the `<form>` around it sends its value. */
  name: string;
  /** The `<form>` around it is only sent with an answer. */
  required: boolean;
  /** Nothing can be changed, and the `<form>` around it sends nothing of it. */
  disabled: boolean;
  /** The address of a page with all rules, such as `rules.html`: citations then lead to `rules.html#MS-UES-15`. */
  rules: string;
  /** Where the other calculators are, such as `{calculator}.html`: answers then lead on to them, filled in. */
  pages: string;
  /** The address of a page of terms, to which a term explained beside a label then leads. */
  glossary: string;
  /** What an answer can be taken along by, with blanks between: `link`, `print`, `files`, `workbook` (a file for spreadsheets with live formulas), `scenarios` (up to four ways of the same, side by side), `keep` (quotes stay on the visitor’s device, the one that the address names behind `#kept=` is opened, and what is entered is written into it). Without it, `print` and the calendar file. */
  tools: string;
  /** A quote in the address (`#quote=`, made by the tool `link`) fills the form, and is said to be one. Implied by the tool `link`. */
  links: boolean;
  /** The answer to what stands in the form; null while there is none. It cannot be changed. */
  get answer(): Frozen<Answer> | null;
  /** What is wrong with what stands in the form, or missing; null where nothing is. */
  get refusal(): Frozen<Refusal> | null;
  /** Kept, with the element, once the form can be filled in; whoever asks later finds it kept. */
  get ready(): Promise<this>;
  /** What a `<form>` sends: JSON of the request and its answer, without the steps; empty while there is no answer. Setting such a value brings its request back. */
  value: string;
  /** The `<form>` that it belongs to. */
  get form(): HTMLFormElement | null;
  /** The `<label>`s that name it. */
  get labels(): NodeList | undefined;
  /** What keeps the `<form>` from being sent. */
  get validity(): ValidityStateFlags;
  /** The same in words. */
  get validationMessage(): string;
  /** Whether the `<form>` asks it at all. */
  get willValidate(): boolean;
  /** Loads and works out once more what failed. */
  retry(): void;
  /** Whether the `<form>` may be sent. */
  checkValidity(): boolean;
  /** The same, and shows the visitor what is missing. */
  reportValidity(): boolean;
  addEventListener<K extends keyof ClausewiseQuoteEventMap>(type: K, listener: (this: ClausewiseQuote, event: ClausewiseQuoteEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof ClausewiseQuoteEventMap>(type: K, listener: (this: ClausewiseQuote, event: ClausewiseQuoteEventMap[K]) => unknown, options?: boolean | EventListenerOptions): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'clausewise-quote': ClausewiseQuote;
  }

  interface GlobalEventHandlersEventMap {
    /** For statistics: which calculator, which verdict, how many lines, and nothing that was entered. It bubbles. */
    'clausewise-use': CustomEvent<ClausewiseUse>;
  }
}

/** What may stand in the markup of `<clausewise-terms>`. */
export interface ClausewiseTermsAttributes {
  /** What is shown; without it `rules`. */
  show?: 'rules' | 'countries' | 'glossary' | undefined;
  /** Whose terms by country; without it those of the licence, `ibm-ilan`. */
  pack?: string | undefined;
  /** Where a calculator’s page is, such as `{calculator}.html`; without it calculators are named and lead nowhere. */
  link?: string | undefined;
  /** The address of the page of all rules, to which the clauses of a country lead. */
  rules?: string | undefined;
}

/** What a script may set of `<clausewise-terms>`. */
export interface ClausewiseTermsProperties {
  /** What is shown; without it `rules`. */
  show?: 'rules' | 'countries' | 'glossary' | undefined;
  /** Whose terms by country; without it those of the licence, `ibm-ilan`. */
  pack?: string | undefined;
  /** Where a calculator’s page is, such as `{calculator}.html`; without it calculators are named and lead nowhere. */
  link?: string | undefined;
  /** The address of the page of all rules, to which the clauses of a country lead. */
  rules?: string | undefined;
}

/** What `<clausewise-terms>` tells. */
export interface ClausewiseTermsEvents {}

export interface ClausewiseTermsEventMap extends HTMLElementEventMap, ClausewiseTermsEvents {}

/** Shows what the documents say, to be searched and sifted: every rule, the terms country by country, or the terms of the trade. What the page’s address names behind `#` (a rule, a country’s code, a term’s key) is gone to. */
export class ClausewiseTerms extends HTMLElement {
  /** What is shown; without it `rules`. */
  show: 'rules' | 'countries' | 'glossary';
  /** Whose terms by country; without it those of the licence, `ibm-ilan`. */
  pack: string;
  /** Where a calculator’s page is, such as `{calculator}.html`; without it calculators are named and lead nowhere. */
  link: string;
  /** The address of the page of all rules, to which the clauses of a country lead. */
  rules: string;
}

declare global {
  interface HTMLElementTagNameMap {
    'clausewise-terms': ClausewiseTerms;
  }
}
