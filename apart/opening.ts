// How a crate that stands apart from the core is opened: by where it is, or by its bytes; what is of another build is fetched anew. The core
// has a longer way (www/core/opening.ts), since it is handed over in more ways.

/** What wasm-bindgen makes. */
export interface Glue {
  default(given: { module_or_path: WebAssembly.Module }): Promise<unknown>;
}

const SECTION = 'clausewise';

/** Thrown where a script and the WebAssembly beside it were not built together. */
export class MixedVersions extends Error {
  override name = 'MixedVersions';
}

const belongs = (module: WebAssembly.Module, build: string): boolean =>
  WebAssembly.Module.customSections(module, SECTION).some((bytes) => new TextDecoder().decode(bytes) === build);

interface Disk { promises: { readFile(path: URL): Promise<Uint8Array<ArrayBuffer>> } }

async function fetched(from: URL, file: string, cache: RequestCache): Promise<WebAssembly.Module> {
  // Asked of the process and not imported: a bundler for browsers must not look for it.
  const disk = from.protocol === 'file:' ? (globalThis as { process?: { getBuiltinModule?(name: string): Disk } }).process?.getBuiltinModule?.('node:fs') : undefined;
  if (disk) return WebAssembly.compile(await disk.promises.readFile(from));
  const response = await fetch(from, { cache });
  if (!response.ok) throw new Error(`clausewise: ${response.url || file}: ${response.status} ${response.statusText}`.trim());
  return WebAssembly.compile(await response.arrayBuffer());
}

/** The compiled module, of the same build as the script beside it. */
export async function compiled(given: URL | BufferSource, build: string, file: string): Promise<WebAssembly.Module> {
  let module = await (given instanceof URL ? fetched(given, file, 'default') : WebAssembly.compile(given));
  // A cache that still holds the file of an earlier build is asked to fetch it anew.
  if (!belongs(module, build) && given instanceof URL) module = await fetched(given, file, 'reload');
  if (!belongs(module, build)) throw new MixedVersions(`clausewise: ${file} is of another build than the script beside it`);
  return module;
}

/** Does it once; where it fails, the next call tries again. */
export function once<T>(open: (given?: URL | BufferSource) => Promise<T>): (given?: URL | BufferSource) => Promise<T> {
  let under: Promise<T> | undefined;
  return (given) => {
    under ??= open(given).catch((reason: unknown) => { under = undefined; throw reason; });
    return under;
  };
}
