// The core, loaded once per page and shared by every element on it.

import type { Calculator, Pack, QuoteAnswer, QuoteRequest, Refusal } from './types.js';

export interface Core {
  quote(request: QuoteRequest): QuoteAnswer | Refusal;
  calculators: Map<string, Calculator>;
  packs: Map<string, Pack>;
}

let loading: Promise<Core> | undefined;

/**
 * Imported on demand, not at the top: a page where wasm cannot run still gets an element that can say so.
 * A failed load may be tried again by the next element.
 */
export function loadCore(): Promise<Core> {
  loading ??= load().catch((reason: unknown) => {
    loading = undefined;
    throw reason;
  });
  return loading;
}

async function load(): Promise<Core> {
  const { default: init, quote, calculators, terms } = await import('./clausewise.js');
  await init();
  return {
    quote,
    calculators: new Map(calculators().map((each) => [each.calculator, each])),
    packs: new Map(terms().map((each) => [each.id, each])),
  };
}

export const isRefusal = (outcome: QuoteAnswer | Refusal): outcome is Refusal => 'errors' in outcome;
