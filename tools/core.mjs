// The core of a package under construction, and the worked examples to ask it about.

import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The module in a folder, ready to be asked. */
export async function coreIn(folder) {
  const core = await import(pathToFileURL(join(resolve(folder), 'clausewise.js')).href);
  core.initSync({ module: readFileSync(join(folder, 'clausewise_bg.wasm')) });
  return core;
}

/** Every plain answer to the calculators' own examples and the worked ones; those by terms that came along are left out. */
export function answersOf(core) {
  const folder = 'tests/cases';
  const files = readdirSync(folder).filter((name) => name.endsWith('.json') && !name.startsWith('refusals')).sort();
  const cases = files.flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
  const requests = [...core.calculators().map(({ example }) => example), ...cases.map(({ request }) => request)];
  return requests.filter(({ terms }) => typeof terms !== 'object').map((request) => core.quote(request)).filter(({ errors }) => !errors);
}
