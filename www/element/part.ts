// Parts of the package that are fetched when they are needed. One that a cache has kept from another build is not used: what
// would be shown or computed with it belongs to no version at all.

/** Thrown where a file that arrived is of another build than the element. */
export class MixedVersions extends Error {
  override name = 'MixedVersions';
}

/** Another build's script cannot be linked, and its WebAssembly is refused by the script beside it, which has its own class. */
export const isMixed = (reason: unknown): boolean => reason instanceof SyntaxError || (reason instanceof Error && reason.name === 'MixedVersions');

/** Loads a part; where it names its build, that has to be the one expected. */
export async function part<T>(load: () => Promise<T>, build?: string): Promise<T> {
  try {
    const module = await (build === undefined ? load() : load().catch(anew<T>));
    if (build !== undefined && (module as { build?: string }).build !== build) throw new MixedVersions('this file is of another build');
    return module;
  } catch (reason) {
    if (!isMixed(reason)) throw reason;
    await renew();
    throw new MixedVersions('files of two versions of clausewise are mixed; they have been fetched anew, so reload the page', { cause: reason });
  }
}

/**
 * Firefox remembers for as long as a page stands that a script did not arrive, and asks for it no more. This is the address of
 * such a one that can be had by now.
 */
export async function remembered(reason: unknown): Promise<string | undefined> {
  const [, address] = /^error loading dynamically imported module: (\S+)$/.exec(reason instanceof Error ? reason.message : '') ?? [];
  return address !== undefined && (await fetch(address).then(({ ok }) => ok, () => false)) ? address : undefined;
}

let times = 0;

/**
 * With something behind a # it is another script to Firefox, and the same to servers and caches. Only of what names its build:
 * the address may be that of a script which a part imports itself. No bundler needs to follow it, since what it has bundled is there.
 */
async function anew<T>(reason: unknown): Promise<T> {
  const address = await remembered(reason);
  if (address === undefined) throw reason;
  return import(`${address}#${++times}`) as Promise<T>;
}

const SCRIPT = /\/(?:element|kept|search|terms)\.js(?:\?|$)/;

/**
 * Has the browser fetch anew whatever the page has loaded of the package, and what a cache has kept of the rest, so that a
 * reload finds one version.
 */
async function renew(): Promise<void> {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  const folders = new Set(loaded.filter((name) => SCRIPT.test(name)).map((name) => name.slice(0, name.lastIndexOf('/') + 1)));
  const own = loaded.filter((name) => [...folders].some((folder) => name.startsWith(folder)));
  const stored = await Promise.all([...folders].map(storedOf));
  await Promise.allSettled([...new Set([...own, ...stored.flat()])].map((name) => fetch(name, { cache: 'reload' })));
}

/** Whether something is kept. What comes by the network all the same, as in Safari, says nothing. */
const isKept = (address: string): Promise<boolean> => fetch(address, { cache: 'only-if-cached', mode: 'same-origin' }).then(({ ok }) => ok, () => false);

/** What follows an answer, whatever it is that was asked. */
const FOLLOWS = /\/(?:parts|pictures)\//;

/**
 * The files of the package in a folder that a cache has kept; where the browser does not tell, those that it may well have kept. On
 * another origin a page may not ask for that.
 */
async function storedOf(folder: string): Promise<string[]> {
  const manifest = await fetch(`${folder}manifest.json`, { cache: 'no-cache' }).then((response) => response.json() as unknown).catch(() => undefined);
  const names = Object.keys((manifest as { files?: object } | undefined)?.files ?? {}).map((name) => folder + name);
  if (await isKept(`${folder}manifest.json?${Date.now()}`)) return names.filter((name) => FOLLOWS.test(name));
  const isStored = await Promise.all(names.map(isKept));
  return names.filter((_, at) => isStored[at]);
}
