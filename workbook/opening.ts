// What writes workbooks: these lines stand in front of what wasm-bindgen makes of the crate beside them.

import { compiled, once, type Glue } from '../apart/opening.js';

interface Writer extends Glue {
  write(edge: Edge): void;
}

/** What the crate asks of whoever calls it. */
interface Edge {
  description(): string;
  give(bytes: Uint8Array<ArrayBuffer>): void;
  refuse(why: string): void;
}

/** The functions of the module, and its own way to open it: by where it is, or by its bytes. */
export function opening(glue: Writer, address: () => URL, build: string, file: string) {
  return {
    /** Opens it, once; where that fails, the next call tries again. */
    init: once(async (given: URL | BufferSource = address()): Promise<void> => {
      await glue.default({ module_or_path: await compiled(given, build, file) });
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
