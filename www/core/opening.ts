// How a core is opened, wherever it runs: the same few lines stand in front of every build of it, whole or of one
// calculator.

import { assertBelongs, compiled, once, type Given } from './compiled.js';
import { edge, type Core } from './edge.js';

/** What wasm-bindgen makes. */
export interface Glue extends Core {
  default(given: { module_or_path: WebAssembly.Module }): Promise<Exports>;
  initSync(given: { module: WebAssembly.Module }): Exports;
}

interface Exports { memory: WebAssembly.Memory }

type Handed = Given | Promise<Given> | { module_or_path: Given | Promise<Given> } | undefined;

/** What stands beside a core in place of its own functions. */
type Said = Partial<Pick<ReturnType<typeof edge>, 'calculators' | 'terms'>>;

/** The functions of a core, its own way to open it, and the build that it belongs to. */
export function opening(glue: Glue, address: () => URL, build: string, file: string, said: Said) {
  const core = { ...edge(glue), ...said };
  let isOpen = false;

  /** Opens the core, once. */
  const init = once(async (handed: Handed): Promise<void> => {
    const module = await compiled(await unwrapped(handed), address, build, file);
    core.open(await glue.default({ module_or_path: module }));
    isOpen = true;
  });

  /** Opens the core at once, from bytes or a compiled module. */
  const initSync = (handed: { module: BufferSource | WebAssembly.Module } | BufferSource | WebAssembly.Module): void => {
    if (isOpen) return;
    const given = isPlain(handed) ? (handed as { module: BufferSource | WebAssembly.Module }).module : handed as BufferSource | WebAssembly.Module;
    const module = given instanceof WebAssembly.Module ? given : new WebAssembly.Module(given);
    assertBelongs(module, build, file);
    core.open(glue.initSync({ module }));
    isOpen = true;
  };

  /** A function of the core, which says so where nothing has been opened yet. */
  const opened = <Parts extends unknown[], T>(name: string, asked: (...parts: Parts) => T) => (...parts: Parts): T => {
    if (!isOpen) throw new Error(`clausewise: ${name}() was called before the core is there; \`await init()\` first`);
    return asked(...parts);
  };

  return {
    init,
    initSync,
    quote: opened('quote', core.quote),
    quoteCsv: opened('quoteCsv', (options: unknown, bytes: unknown) => core.quoteCsv(options, bytes)),
    quoteCsvPiece: opened('quoteCsvStream', core.quoteCsv),
    quoteTable: opened('quoteTable', (options: unknown, bytes: unknown) => core.quoteTable(options, bytes)),
    quoteTablePiece: opened('quoteTableStream', core.quoteTable),
    read: opened('read', core.read),
    readTable: opened('readTable', core.readTable),
    calculators: opened('calculators', core.calculators),
    terms: opened('terms', core.terms),
  };
}

const isPlain = (value: unknown): boolean => typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

const unwrapped = async (handed: Handed): Promise<Given | undefined> =>
  isPlain(handed) ? (handed as { module_or_path: Given | Promise<Given> }).module_or_path : handed as Given | Promise<Given> | undefined;
