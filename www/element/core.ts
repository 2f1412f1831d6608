// The core of a calculator, loaded once per page and shared by every element that shows it.

import cores, { build, whole } from 'clausewise:cores';
import { based } from './base.js';
import { onceEach } from './once.js';
import { part } from './part.js';
import type { Calculator, FieldKind, Pack, QuoteAnswer, QuoteRequest, ReadTable, Refusal } from './types.js';

export interface Core {
  /** Whether it is the one of a single calculator, which answers by its own terms alone. */
  isAlone: boolean;
  quote(request: QuoteRequest): QuoteAnswer | Refusal;
  /** What a person wrote, as a value; the core of one calculator leaves what is not written plainly to `Reading`. */
  read(kind: FieldKind, text: string, options?: object): { value: unknown } | Refusal;
  /** A table as people keep it. */
  readTable(options: object, bytes: Uint8Array): ReadTable | Refusal;
  calculators: Map<string, Calculator>;
  packs: Map<string, Pack>;
}

/** The core of one calculator where there is one, else the whole. */
const loadModule = onceEach(async (name): Promise<Core> => {
  const isAlone = Object.hasOwn(cores, name);
  const [load, file] = isAlone ? [cores[name] ?? whole, `only/${name}_bg.wasm`] : [whole, 'clausewise_bg.wasm'];
  const { default: init, quote, read, readTable, calculators, terms } = await part(load, build);
  await part(() => init(based(file)));
  return {
    isAlone,
    quote,
    read,
    readTable,
    calculators: new Map(calculators().map((each) => [each.calculator, each])),
    packs: new Map(terms().map((each) => [each.id, each])),
  };
});

/** The whole core, which alone answers by terms that somebody brings. */
export const loadWhole = (): Promise<Core> => loadModule('');

/**
 * Imported on demand, not at the top: a page where wasm cannot run still gets an element that can say so.
 * Most pages show one calculator, and load the core of that one; whatever has none of its own gets the whole.
 */
export const loadCore = (calculator: string): Promise<Core> =>
  (Object.hasOwn(cores, calculator) ? loadModule(calculator) : loadWhole());

export const isRefusal = (outcome: object): outcome is Refusal => 'errors' in outcome;
