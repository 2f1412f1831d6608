// What reads whatever people write, for pages that hold the core of one calculator. Do not edit here.

import type { InitInput, ModuleInput, ReadKind, ReadOptions, ReadValue, Refusal } from '../clausewise.js';

export type { Refusal } from '../clausewise.js';

/** Reads what a person wrote; what keys and countries are called, this build has to be told. */
export function read<K extends ReadKind>(kind: K, text: string, options?: ReadOptions): { value: ReadValue<K> } | Refusal;

/** Refuses: there is no calculator here. */
export function quote(request: unknown): Refusal;

/** None. */
export function calculators(): [];

/** None. */
export function terms(): [];

/** Refuses: portfolios are for the whole core. */
export function quoteCsv(options: unknown, bytes: Uint8Array): Refusal;

/** Refuses: tables are for the whole core. */
export function readTable(options: unknown, bytes: Uint8Array): Refusal;

/** Opens it, once; by itself it finds `reading_bg.wasm` beside this module. */
export default function init(input?: InitInput): Promise<void>;

/** Opens it at once, from bytes or a compiled module. */
export function initSync(input: ModuleInput): void;

/** The build that this script and its WebAssembly belong to. */
export const build: string;
