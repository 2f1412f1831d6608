// The document of an answer: what was asked and what was answered, with all that a request may leave to be understood.

import type { QuoteAnswer, QuoteRequest } from '../types.js';

export const SCHEMA = 'clausewise.quote/1';

/** What a document says to people. */
export interface Texts {
  number?: string; title?: string; customer?: string; prepared_by?: string; prepared_on?: string; valid_until?: string; remarks?: string;
}

/** The same question asked otherwise, with what was answered. */
export interface Scenario { request: QuoteRequest; answer: QuoteAnswer }

/** Scenarios beside the one that a document is of, and its own place among them, counted from 1. */
export interface Beside { scenarios: Scenario[]; scenario: number }

/** Four stand side by side: these, and the one in the form. */
export const MOST_BESIDE = 3;

export interface QuoteDocument extends Texts, Partial<Beside> {
  schema: typeof SCHEMA;
  language?: string;
  request: QuoteRequest;
  answer: QuoteAnswer;
}

/** What a page says that an answer can be taken along by. */
export const offered = (tools: string): string[] => tools.split(/\s+/).filter(Boolean);

/** What somebody has written for the documents of an element. */
export const writtenAt = new WeakMap<object, Texts>();

/** `isComing`: the request that they come with is on its way into the form. */
const kept = new WeakMap<object, { calculator: string; beside: Beside; isComing: boolean }>();

/** The scenarios that an element keeps beside the form of a calculator. */
export function besideOf(host: object, calculator: string): Beside | undefined {
  const own = kept.get(host);
  return own?.calculator === calculator ? own.beside : undefined;
}

export function setBeside(host: object, calculator: string, { scenarios = [], scenario = 1 }: Partial<Beside> = {}, isComing = false): void {
  if (scenarios.length) kept.set(host, { calculator, beside: { scenarios, scenario }, isComing });
  else kept.delete(host);
}

/** A page has filled the form: what stood beside it is of another question, unless it came along. */
export function leaveBeside(host: object): void {
  const own = kept.get(host);
  if (own?.isComing) own.isComing = false;
  else kept.delete(host);
}

/** `decimals` are those that the currency has of its own, where there is money. */
export function documentFrom(request: QuoteRequest, answer: QuoteAnswer, language: string, decimals: number | undefined, said: Texts & Partial<Beside>): QuoteDocument {
  const { steps: _, ...rest } = request;
  const currency = request.currency ?? answer.currency;
  const digits = request.minor_units ?? decimals;
  const asked = { ...rest, as_of: answer.as_of, ...(currency !== undefined && { currency }), ...(currency !== undefined && digits !== undefined && { minor_units: digits }) };
  const { scenario, scenarios, ...texts } = said;
  return { schema: SCHEMA, ...texts, language, request: asked, answer, ...(scenarios && scenario !== undefined && { scenario, scenarios }) };
}
