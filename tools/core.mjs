// The core of a package under construction.

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The module in a folder, ready to be asked. */
export async function coreIn(folder) {
  const core = await import(pathToFileURL(join(resolve(folder), 'clausewise.js')).href);
  core.initSync({ module: readFileSync(join(folder, 'clausewise_bg.wasm')) });
  return core;
}
