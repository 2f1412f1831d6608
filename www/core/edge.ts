// The functions of a core, as anybody calls them. What is handed in is read into words and a text, which the core fetches;
// what it gives out are such too, and made into values here. `src/wasm.rs` is the other half.

import { Incoming } from './incoming.js';
import { maker } from './outgoing.js';

/** What wasm-bindgen makes of `src/wasm.rs`. */
export interface Core {
  longestList(): number;
  quote(edge: Edge): void;
  quoteCsv(edge: Edge): void;
  quoteTable(edge: Edge): void;
  read(edge: Edge): void;
  readTable(edge: Edge): void;
  calculators(edge: Edge): void;
  terms(edge: Edge): void;
}

/** What the core asks for while it is asked. */
export interface Edge {
  words(): number[];
  text(): string;
  bytes(): Uint8Array;
  make(words: Uint32Array, text: string, wide: string): void;
  give(csv: Uint8Array): void;
}

const NOTHING: Uint8Array = new Uint8Array();

export function edge(core: Core) {
  let handed: Incoming;
  let file = NOTHING;
  /** What the core has given out so far. */
  let made: unknown;
  let value: ReturnType<typeof maker>;

  const here: Edge = {
    words: () => handed.words,
    text: () => handed.text,
    bytes: () => file,
    make: (...parts) => { made = value(...parts); },
    // What the core shows of its memory may be another thing in a moment.
    give: (csv) => { made = made === undefined ? csv.slice() : Object.assign(made as object, { csv: csv.slice() }); },
  };

  const reading = (): Incoming => new Incoming(core.longestList());

  const told = (question: (edge: Edge) => void): unknown => {
    try {
      made = undefined;
      question(here);
      return made;
    } finally {
      // A file of many megabytes is not kept for the next question.
      [file, made] = [NOTHING, undefined];
    }
  };

  /** To read may be to call what somebody handed in, which may ask the core itself: nothing is put here before it is read. */
  const asked = (question: (edge: Edge) => void, incoming: Incoming, bytes = NOTHING): unknown => {
    [handed, file] = [incoming, bytes];
    return told(question);
  };

  const ofFile = (question: (edge: Edge) => void, bytes: unknown, ...beside: unknown[]): unknown => {
    const incoming = reading();
    if (!incoming.bytes(bytes)) return asked(question, incoming);
    for (const each of beside) incoming.all(each);
    return asked(question, incoming, bytes);
  };

  return {
    open({ memory }: { memory: WebAssembly.Memory }): void {
      value = maker(memory);
    },
    quote: (request: unknown): unknown => asked(core.quote, reading().all(request)),
    /** Of a piece of a portfolio it is said whether that is the last. */
    quoteCsv: (options: unknown, bytes: unknown, isLast: boolean | null = null): unknown => ofFile(core.quoteCsv, bytes, isLast, options),
    quoteTable: (options: unknown, bytes: unknown, isLast: boolean | null = null): unknown => ofFile(core.quoteTable, bytes, isLast, options),
    read: (kind: unknown, text: unknown, options: unknown = {}): unknown =>
      asked(core.read, reading().plain(kind).plain(text).all(options)),
    readTable: (options: unknown, bytes: unknown): unknown => ofFile(core.readTable, bytes, options),
    calculators: (): unknown => told(core.calculators),
    terms: (): unknown => told(core.terms),
  };
}
