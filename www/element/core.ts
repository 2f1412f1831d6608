// The core of a calculator, loaded once per page and shared by every element that shows it.

import alone from 'clausewise:alone';
import { onceEach } from './once.js';
import type { Calculator, Pack, QuoteAnswer, QuoteRequest, Refusal } from './types.js';

export interface Core {
  quote(request: QuoteRequest): QuoteAnswer | Refusal;
  calculators: Map<string, Calculator>;
  packs: Map<string, Pack>;
}

/** What a build of the core exports, whole or of one calculator. */
interface Module {
  default(): Promise<unknown>;
  quote(request: QuoteRequest): QuoteAnswer | Refusal;
  calculators(): Calculator[];
  terms(): Pack[];
}

const loadModule = onceEach(async (name): Promise<Core> => {
  const { default: init, quote, calculators, terms } =
    await (name ? import(new URL(`only/${name}.js`, import.meta.url).href) : import('./clausewise.js')) as Module;
  await init();
  return {
    quote,
    calculators: new Map(calculators().map((each) => [each.calculator, each])),
    packs: new Map(terms().map((each) => [each.id, each])),
  };
});

/**
 * Imported on demand, not at the top: a page where wasm cannot run still gets an element that can say so.
 * Most pages show one calculator, and load the core of that one; whatever has none of its own gets the whole.
 */
export const loadCore = (calculator: string): Promise<Core> => loadModule(alone.includes(calculator) ? calculator : '');

export const isRefusal = (outcome: QuoteAnswer | Refusal): outcome is Refusal => 'errors' in outcome;
