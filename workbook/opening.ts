// How what writes workbooks is opened, and what it gives: these lines stand in front of what wasm-bindgen makes of the crate beside them.
// The core has a longer way (www/core/opening.ts), since it runs in more places and is handed over in more ways.

/** What wasm-bindgen makes. */
export interface Glue {
  default(given: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  write(edge: Edge): void;
}

/** What the crate asks of whoever calls it. */
interface Edge {
  description(): string;
  give(bytes: Uint8Array<ArrayBuffer>): void;
  refuse(why: string): void;
}

const SECTION = 'clausewise';

/** Thrown where a script and the WebAssembly beside it were not built together. */
export class MixedVersions extends Error {
  override name = 'MixedVersions';
}

const belongs = (module: WebAssembly.Module, build: string): boolean =>
  WebAssembly.Module.customSections(module, SECTION).some((bytes) => new TextDecoder().decode(bytes) === build);

/** The functions of the module, and its own way to open it: by where it is, or by its bytes. */
export function opening(glue: Glue, address: () => URL, build: string, file: string) {
  let under: Promise<void> | undefined;

  const fetched = async (from: URL, cache: RequestCache): Promise<WebAssembly.Module> => {
    const response = await fetch(from, { cache });
    if (!response.ok) throw new Error(`clausewise: ${response.url || file}: ${response.status} ${response.statusText}`.trim());
    return WebAssembly.compile(await response.arrayBuffer());
  };

  const open = async (given: URL | BufferSource = address()): Promise<void> => {
    let module = await (given instanceof URL ? fetched(given, 'default') : WebAssembly.compile(given));
    // A cache that still holds the file of an earlier build is asked to fetch it anew.
    if (!belongs(module, build) && given instanceof URL) module = await fetched(given, 'reload');
    if (!belongs(module, build)) throw new MixedVersions(`clausewise: ${file} is of another build than the script beside it`);
    await glue.default({ module_or_path: module });
  };

  return {
    /** Opens it, once; where that fails, the next call tries again. */
    init(given?: URL | BufferSource): Promise<void> {
      under ??= open(given).catch((reason: unknown) => { under = undefined; throw reason; });
      return under;
    },

    /** The workbook that a text describes (workbook/src/description.rs). */
    write(description: string): Uint8Array<ArrayBuffer> {
      let file: Uint8Array<ArrayBuffer> | undefined;
      let why = '';
      glue.write({ description: () => description, give: (bytes) => { file = bytes.slice(); }, refuse: (said) => { why = said; } });
      if (!file) throw new Error(`clausewise: ${why}`);
      return file;
    },
  };
}
