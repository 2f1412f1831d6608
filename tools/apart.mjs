// Puts our way of opening it in front of what wasm-bindgen made of a crate that stands apart from the core: `node tools/apart.mjs MADE
// FOLDER BUILD`.

import { basename, resolve } from 'node:path';
import { argv } from 'node:process';
import { bind, changed } from './bound.mjs';

const [made, folder, mark] = argv.slice(2);
const name = basename(made, '.js');
const file = `${name}_bg.wasm`;

/** What each gives to others. */
const GIVES = { workbook: 'init, write', sheets: 'init, readSheets' };

/** It is opened once, and kept. */
const KEPT = /let __wbg_init_promise;\nasync function __wbg_init\([\s\S]*?\n}\n/;

/** What reads a workbook is opened for each, works in one go, and is forgotten with all the memory that it took. */
const FORGOTTEN = `async function __wbg_init({ module_or_path: module, work }) {
  __wbg_finalize_init(await WebAssembly.instantiate(module, __wbg_get_imports()), module);
  try {
    work();
  } finally {
    wasm = wasmInstance = wasmModule = undefined;
    cachedDataViewMemory0 = cachedUint8ArrayMemory0 = null;
  }
}
`;

await bind({ made, folder, name, mark, change: (text) => (name === 'sheets' ? changed(text, KEPT, FORGOTTEN) : text), script: `
  import * as glue from ${JSON.stringify(resolve(made))};
  import { opening } from './${name}/opening.ts';
  export const { ${GIVES[name]} } = opening(glue, () => new URL('./${file}', import.meta.url), '${mark}', '${file}');
  export const build = '${mark}';
` });
