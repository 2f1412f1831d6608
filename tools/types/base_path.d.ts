/** Says where the WebAssembly and what else is fetched lies, where that is not beside the scripts. Before an element starts. */
export function setBasePath(address: string | URL): void;
