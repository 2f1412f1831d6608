// WebAssembly that belongs to the script beside it, from wherever it lies: what is of another build is fetched anew. Where it lies is found
// without being told in browsers, workers, Node, Deno and Bun.

/** Whatever somebody may hand over: where the WebAssembly is, its bytes, or the compiled module. */
export type Given = string | URL | Request | Response | BufferSource | WebAssembly.Module;

const SECTION = 'clausewise';

/** Thrown where a script and the WebAssembly beside it were not built together. */
export class MixedVersions extends Error {
  override name = 'MixedVersions';
}

const belongs = (module: WebAssembly.Module, build: string): boolean =>
  WebAssembly.Module.customSections(module, SECTION).some((bytes) => new TextDecoder().decode(bytes) === build);

/** The compiled module, of the same build as the script beside it. */
export async function compiled(given: Given | undefined, address: () => URL, build: string, file: string): Promise<WebAssembly.Module> {
  const from = given ?? located(address, file);
  const module = await moduleOf(from, file);
  if (belongs(module, build)) return module;
  // A cache that still holds the file of an earlier build is asked to fetch it anew.
  const again = isAddress(from) && !isFile(from) ? await moduleOf(from, file, 'reload') : module;
  assertBelongs(again, build, file);
  return again;
}

/** Refuses a module of another build. */
export function assertBelongs(module: WebAssembly.Module, build: string, file: string): void {
  if (!belongs(module, build)) throw new MixedVersions(`clausewise: ${file} is of another build than the script beside it`);
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

/** Does it once; where it fails, the next call tries again. */
export function once<Handed, T>(open: (handed?: Handed) => Promise<T>): (handed?: Handed) => Promise<T> {
  let under: Promise<T> | undefined;
  return (handed) => {
    under ??= open(handed).catch((reason: unknown) => { under = undefined; throw reason; });
    return under;
  };
}
