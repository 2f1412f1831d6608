// How a core is opened, wherever it runs: the same few lines stand in front of every build of it, whole or of one
// calculator. Where the WebAssembly lies is found without being told in browsers, workers, Node, Deno and Bun.

import { edge, type Core } from './edge.js';

/** What wasm-bindgen makes. */
export interface Glue extends Core {
  default(given: { module_or_path: WebAssembly.Module }): Promise<Exports>;
  initSync(given: { module: WebAssembly.Module }): Exports;
}

interface Exports { memory: WebAssembly.Memory }

/** Whatever somebody may hand over: where the WebAssembly is, its bytes, or the compiled module. */
type Given = string | URL | Request | Response | BufferSource | WebAssembly.Module;
type Handed = Given | Promise<Given> | { module_or_path: Given | Promise<Given> } | undefined;

const SECTION = 'clausewise';

/** Thrown where a script and the WebAssembly beside it were not built together. */
export class MixedVersions extends Error {
  override name = 'MixedVersions';
}

/** What stands beside a core in place of its own functions. */
type Said = Partial<Pick<ReturnType<typeof edge>, 'calculators' | 'terms'>>;

/** The functions of a core, its own way to open it, and the build that it belongs to. */
export function opening(glue: Glue, address: () => URL, build: string, file: string, said: Said) {
  const core = { ...edge(glue), ...said };
  let isOpen = false;
  let under: Promise<void> | undefined;

  const open = async (handed: Handed): Promise<void> => {
    const module = await compiled(await unwrapped(handed), address, build, file);
    core.open(await glue.default({ module_or_path: module }));
    isOpen = true;
  };

  /** Opens the core, once; where that fails, the next call tries again. */
  const init = (handed?: Handed): Promise<void> => {
    under ??= open(handed).catch((reason: unknown) => { under = undefined; throw reason; });
    return under;
  };

  /** Opens the core at once, from bytes or a compiled module. */
  const initSync = (handed: { module: BufferSource | WebAssembly.Module } | BufferSource | WebAssembly.Module): void => {
    if (isOpen) return;
    const given = isPlain(handed) ? (handed as { module: BufferSource | WebAssembly.Module }).module : handed as BufferSource | WebAssembly.Module;
    const module = given instanceof WebAssembly.Module ? given : new WebAssembly.Module(given);
    if (!belongs(module, build)) throw new MixedVersions(mixed(file));
    core.open(glue.initSync({ module }));
    isOpen = true;
  };

  /** A function of the core, which says so where nothing has been opened yet. */
  const once = <Parts extends unknown[], T>(name: string, asked: (...parts: Parts) => T) => (...parts: Parts): T => {
    if (!isOpen) throw new Error(`clausewise: ${name}() was called before the core is there; \`await init()\` first`);
    return asked(...parts);
  };

  return {
    init,
    initSync,
    quote: once('quote', core.quote),
    quoteCsv: once('quoteCsv', (options: unknown, bytes: unknown) => core.quoteCsv(options, bytes)),
    quoteCsvPiece: once('quoteCsvStream', core.quoteCsv),
    read: once('read', core.read),
    readTable: once('readTable', core.readTable),
    calculators: once('calculators', core.calculators),
    terms: once('terms', core.terms),
  };
}

const isPlain = (value: unknown): boolean => typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

const unwrapped = async (handed: Handed): Promise<Given | undefined> =>
  isPlain(handed) ? (handed as { module_or_path: Given | Promise<Given> }).module_or_path : handed as Given | Promise<Given> | undefined;

const mixed = (file: string): string => `clausewise: ${file} is of another build than the script beside it`;

const belongs = (module: WebAssembly.Module, build: string): boolean =>
  WebAssembly.Module.customSections(module, SECTION).some((bytes) => new TextDecoder().decode(bytes) === build);

async function compiled(given: Given | undefined, address: () => URL, build: string, file: string): Promise<WebAssembly.Module> {
  const from = given ?? located(address, file);
  const module = await moduleOf(from, file);
  if (belongs(module, build)) return module;
  // A cache that still holds the file of an earlier build is asked to fetch it anew.
  const again = isAddress(from) && !isFile(from) ? await moduleOf(from, file, 'reload') : module;
  if (!belongs(again, build)) throw new MixedVersions(mixed(file));
  return again;
}

const isAddress = (given: Given): given is string | URL => typeof given === 'string' || given instanceof URL;

const isFile = (address: string | URL): boolean => String(address).startsWith('file:');

/** Where the file lies. A bundler for servers may leave no address behind, and then somebody has to hand it over. */
function located(address: () => URL, file: string): URL {
  try {
    return address();
  } catch {
    throw new Error(`clausewise: ${byHand(file)}`);
  }
}

const byHand = (file: string): string =>
  `${file} cannot be found from here; hand it to init(): its address, its bytes, or the module compiled from it`;

async function moduleOf(given: Given, file: string, cache: RequestCache = 'default'): Promise<WebAssembly.Module> {
  if (given instanceof WebAssembly.Module) return given;
  if (isAddress(given) && isFile(given)) return WebAssembly.compile(await onDisk(given, file));
  const isAsked = isAddress(given) || (typeof Request === 'function' && given instanceof Request);
  const arrived = isAsked ? await fetch(given, { cache }) : given;
  if (typeof Response !== 'function' || !(arrived instanceof Response)) return WebAssembly.compile(arrived as BufferSource);
  if (!arrived.ok) throw new Error(`clausewise: ${arrived.url || file}: ${arrived.status} ${arrived.statusText}`.trim());
  const kind = arrived.headers.get('content-type')?.split(';')[0]?.trim();
  // What a server gives in place of a file that it has not, such as one that a bundler has moved a script away from.
  if (kind === 'text/html') throw new Error(`clausewise: at ${arrived.url} is a page and not the WebAssembly. ${byHand(file)}`);
  // Compiled while it arrives, where the server says what it is.
  return kind === 'application/wasm' ? WebAssembly.compileStreaming(arrived) : WebAssembly.compile(await arrived.arrayBuffer());
}

interface Disk { promises: { readFile(path: URL): Promise<Uint8Array<ArrayBuffer>> } }

/** Asked of the process and not imported: a bundler for browsers must not look for it. */
async function onDisk(address: string | URL, file: string): Promise<BufferSource> {
  const { process } = globalThis as { process?: { getBuiltinModule?(name: string): Disk } };
  try {
    const disk = process?.getBuiltinModule?.('node:fs');
    return disk ? await disk.promises.readFile(new URL(address)) : await (await fetch(address)).arrayBuffer();
  } catch (reason) {
    throw new Error(`clausewise: ${byHand(file)}`, { cause: reason });
  }
}
