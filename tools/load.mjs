// What a visitor downloads to see one calculator in one language: the files, from the package's own account of them.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A script and every one that it brings along. */
function closure(brings, name, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  for (const next of brings[name] ?? []) closure(brings, next, found);
  return found;
}

/** The files of the package in a folder that the first sight of a calculator takes. */
export function firstLoad(folder, { calculator }, language) {
  const { brings, pictures } = JSON.parse(readFileSync(join(folder, 'scripts.json'), 'utf8'));
  const files = closure(brings, 'element.js');
  if (pictures[calculator]) closure(brings, pictures[calculator], files);
  const core = existsSync(join(folder, `only/${calculator}.js`)) ? `only/${calculator}` : 'clausewise';
  files.add(`${core}.js`).add(`${core}_bg.wasm`).add(`words/${language}/shared.json`).add(`words/${language}/${calculator}.json`);
  return [...files];
}
