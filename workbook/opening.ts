// What writes workbooks: these lines stand in front of what wasm-bindgen makes of the crate beside them.

import { compiled, once, type Given } from '../www/core/compiled.js';

/** What wasm-bindgen makes. */
interface Glue {
  default(given: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  write(edge: Edge): void;
}

/** What the crate asks of whoever calls it. */
interface Edge {
  description(): string;
  give(bytes: Uint8Array<ArrayBuffer>): void;
  refuse(why: string): void;
}

/** The functions of the module, and its own way to open it. */
export function opening(glue: Glue, address: () => URL, build: string, file: string) {
  return {
    /** Opens it, once; where that fails, the next call tries again. */
    init: once(async (given?: Given): Promise<void> => {
      await glue.default({ module_or_path: await compiled(given, address, build, file) });
    }),

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
