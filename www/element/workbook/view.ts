// What a workbook is made from.

import type { Format } from '../format.js';
import type { Calculator, Pack, QuoteAnswer, QuoteRequest } from '../types.js';
import type { Words } from '../words.js';
import type { BesideView } from './scenarios.js';

/** What a document says beside its request and its answer: each a text for people. */
export interface DocumentTexts {
  title?: string;
  customer?: string;
  number?: string;
  prepared_by?: string;
  prepared_on?: string;
  valid_until?: string;
  remarks?: string;
}

export interface WorkbookView {
  calculator: Calculator;
  request: QuoteRequest;
  /** With its steps. */
  answer: QuoteAnswer;
  /** The terms that answered, and whether a page brought them. */
  pack?: Pack | undefined;
  isBrought?: boolean;
  words: Words;
  format: Format;
  texts?: DocumentTexts;
  /** Scenarios that stand beside it. */
  beside?: BesideView | undefined;
}
