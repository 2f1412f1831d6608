// Where the files lie that are fetched, and not imported, once somebody says so: a bundler may have moved the scripts away from them.

let base: string | undefined;

/** Has the WebAssembly fetched from a folder that holds the package's files, such as `https://example.com/clausewise/`. */
export function setBasePath(address: string | URL): void {
  const folder = new URL(address, document.baseURI).href;
  base = folder.endsWith('/') ? folder : `${folder}/`;
}

/** The address of a file, where a base has been set; without one, scripts find what lies beside them. */
export const based = (file: string): URL | undefined => (base === undefined ? undefined : new URL(file, base));
