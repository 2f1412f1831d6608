// What a visitor downloads to see one calculator in one language: the files, from the package's own account of them.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A script and every one that it brings along. */
function closure(brings, name, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  for (const next of brings[name] ?? []) closure(brings, next, found);
  return found;
}

/** The files of the package in a folder that the first sight of a calculator takes. */
export function firstLoad(folder, { calculator, fields }, language) {
  const { brings, pictures } = JSON.parse(readFileSync(join(folder, 'scripts.json'), 'utf8'));
  const files = closure(brings, 'element.js');
  const flat = (all) => all.flatMap((field) => [field, ...flat(field.items ?? [])]);
  if (pictures[calculator]) closure(brings, pictures[calculator], files);
  if (flat(fields).some(({ kind }) => kind === 'country')) closure(brings, 'countries.js', files);
  files.add('clausewise.js').add('clausewise_bg.wasm').add(`words/${language}/shared.json`).add(`words/${language}/${calculator}.json`);
  return [...files];
}
