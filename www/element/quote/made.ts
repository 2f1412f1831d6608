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

/** What goes with the matter that a form is about: what is said of it to people, and the scenarios beside it. */
export interface About {
  texts: Texts;
  beside?: Beside | undefined;
  /** The scenario that was taken away last, and its place among all. */
  removed?: { scenario: Scenario; place: number } | undefined;
  /** The kept quote whose texts they are. */
  keptId: string;
}

/** By the matter of the form: with another one nothing of it is left, and what is undone has it again. */
const all = new WeakMap<object, About>();

export function about(matter: object): About {
  let own = all.get(matter);
  if (!own) all.set(matter, own = { texts: {}, keptId: '' });
  return own;
}

export const besideOf = (matter: object): Beside | undefined => all.get(matter)?.beside;

/** What a document says beside its request and its answer. */
export const saidOf = (matter: object): Texts & Partial<Beside> => ({ ...all.get(matter)?.texts, ...besideOf(matter) });

const coming = new WeakMap<object, Beside>();

/** The scenarios of a document whose request is on its way into the form of an element. */
export function send(host: object, { scenarios, scenario }: Partial<Beside>): void {
  if (scenarios && scenario !== undefined) coming.set(host, { scenarios, scenario });
  else coming.delete(host);
}

/** The matter of a form that has been filled from outside, with what came along. */
export function newMatter(host: object): object {
  const matter = {};
  const beside = coming.get(host);
  if (beside) about(matter).beside = beside;
  coming.delete(host);
  return matter;
}

/** A request with all that it left to be understood; `decimals` are those that the currency has of its own, where there is money. */
export function completed({ steps: _, ...request }: QuoteRequest, answer: QuoteAnswer, decimals: number | undefined): QuoteRequest {
  const currency = request.currency ?? answer.currency;
  const digits = request.minor_units ?? decimals;
  return { ...request, as_of: answer.as_of, ...(currency !== undefined && { currency }), ...(currency !== undefined && digits !== undefined && { minor_units: digits }) };
}

export function documentFrom(request: QuoteRequest, answer: QuoteAnswer, language: string, decimals: number | undefined, said: Texts & Partial<Beside>): QuoteDocument {
  const { scenario, scenarios, ...texts } = said;
  return { schema: SCHEMA, ...texts, language, request: completed(request, answer, decimals), answer, ...(scenarios && scenario !== undefined && { scenario, scenarios }) };
}
