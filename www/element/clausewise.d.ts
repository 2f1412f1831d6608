// What the element uses of the module that lies beside it once built. The package's own types say much more.

import type { Calculator, FieldKind, Pack, QuoteAnswer, QuoteRequest, ReadTable, Refusal } from './types.js';

export default function init(from?: URL | Promise<WebAssembly.Module | URL>): Promise<void>;
export const build: string;
export function quote(request: QuoteRequest): QuoteAnswer | Refusal;
export function read(kind: FieldKind, text: string, options?: object): { value: unknown } | Refusal;
export function readTable(options: object, bytes: Uint8Array): ReadTable | Refusal;
export function calculators(): Calculator[];
export function terms(): Pack[];
