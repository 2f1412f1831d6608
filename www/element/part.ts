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
    const module = await load();
    if (build !== undefined && (module as { build?: string }).build !== build) throw new MixedVersions('this file is of another build');
    return module;
  } catch (reason) {
    if (!isMixed(reason)) throw reason;
    await renew();
    throw new MixedVersions('files of two versions of clausewise are mixed; they have been fetched anew, so reload the page', { cause: reason });
  }
}

/**
 * Firefox remembers for as long as a page stands that a script did not arrive, and asks for it no more. Where it can be had
 * by now, what else holds the same is loaded, which lies at another address.
 */
export const orElse = <T>(load: () => Promise<T>, other: () => Promise<T>): Promise<T> => load().catch(async (reason: unknown) => {
  const [, address] = /^error loading dynamically imported module: (\S+)$/.exec(reason instanceof Error ? reason.message : '') ?? [];
  if (address !== undefined && (await fetch(address).then(({ ok }) => ok, () => false))) return other();
  throw reason;
});

const SCRIPT = /\/(?:element|kept|search|terms)\.js(?:\?|$)/;

/** Has the browser fetch anew whatever the page has loaded of the package, so that a reload finds one version. */
async function renew(): Promise<void> {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  const folders = loaded.filter((name) => SCRIPT.test(name)).map((name) => name.slice(0, name.lastIndexOf('/') + 1));
  const own = new Set(loaded.filter((name) => folders.some((folder) => name.startsWith(folder))));
  await Promise.allSettled([...own].map((name) => fetch(name, { cache: 'reload' })));
}
