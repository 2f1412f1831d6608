// The core of `event` alone, for a page that asks nothing else: a fraction of the whole. Do not edit here.

import type {
  EventAnswer, EventRequest, CalculatorDescription, Frozen, InitInput, ModuleInput, Pack, ReadKind, ReadOptions, ReadValue, Refusal,
} from '../clausewise.js';

export type { EventAnswer, EventInput, EventRequest, Refusal } from '../clausewise.js';

/**
 * Answers what somebody else made: `JSON.parse`d, received, entered. Throws for nothing that it is given. A whole pack under
 * `terms` is `not_applicable` there: the whole core answers by it.
 */
export function quote<T>(request: unknown extends T ? T : never): EventAnswer | Refusal;
/** Answers a request, or says everything that is wrong with it. */
export function quote(request: Frozen<EventRequest>): EventAnswer | Refusal;

/** The one calculator, described. */
export function calculators(): [CalculatorDescription<'event'>];

/** What it takes of the terms that it belongs to. */
export function terms(): [Pack];

/** Refuses: portfolios are for the whole core. */
export function quoteCsv(options: unknown, bytes: Uint8Array): Refusal;

/** Reads what is written plainly: `12,000.50`, `2026-12-15`, a key; all else is `not_applicable` here, and `clausewise/only/reading.js` reads it. */
export function read<K extends ReadKind>(kind: K, text: string, options?: ReadOptions): { value: ReadValue<K> } | Refusal;

/** Refuses: tables are for the whole core. */
export function readTable(options: unknown, bytes: Uint8Array): Refusal;

/** Opens the core, once; by itself it finds `event_bg.wasm` beside this module. */
export default function init(input?: InitInput): Promise<void>;

/** Opens the core at once, from bytes or a compiled module. */
export function initSync(input: ModuleInput): void;

/** The build that this script and its WebAssembly belong to. */
export const build: string;
