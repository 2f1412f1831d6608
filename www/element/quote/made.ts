// The document of an answer: what was asked and what was answered, with all that a request may leave to be understood.

import type { QuoteAnswer, QuoteRequest } from '../types.js';

export const SCHEMA = 'clausewise.quote/1';

/** What a document says to people. */
export interface Texts {
  number?: string; title?: string; customer?: string; prepared_by?: string; prepared_on?: string; valid_until?: string; remarks?: string;
}

export interface QuoteDocument extends Texts {
  schema: typeof SCHEMA;
  language?: string;
  request: QuoteRequest;
  answer: QuoteAnswer;
}

/** What a page says that an answer can be taken along by. */
export const offered = (tools: string): string[] => tools.split(/\s+/).filter(Boolean);

/** What somebody has written for the documents of an element. */
export const writtenAt = new WeakMap<object, Texts>();

/** `decimals` are those that the currency has of its own, where there is money. */
export function documentFrom(request: QuoteRequest, answer: QuoteAnswer, language: string, decimals: number | undefined, texts: Texts): QuoteDocument {
  const { steps: _, ...rest } = request;
  const currency = request.currency ?? answer.currency;
  const digits = request.minor_units ?? decimals;
  const asked = { ...rest, as_of: answer.as_of, ...(currency !== undefined && { currency }), ...(currency !== undefined && digits !== undefined && { minor_units: digits }) };
  return { schema: SCHEMA, ...texts, language, request: asked, answer };
}
