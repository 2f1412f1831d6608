// What a visitor downloads to use one calculator in one language: the files, from the package's own account of them.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What draws everything below the headline. */
const BELOW = 'parts/answer.js';

/** A script and every one that it brings along. */
function closure(brings, name, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  for (const next of brings[name] ?? []) closure(brings, next, found);
  return found;
}

/**
 * The files of the package in a folder that a calculator takes: those with which one fills it in and reads what the answer is
 * headed by, and those of all below, its picture too, which come once that is drawn.
 */
export function firstLoad(folder, { calculator }, language) {
  const { brings, pictures } = JSON.parse(readFileSync(join(folder, 'scripts.json'), 'utf8'));
  const files = closure(brings, 'element.js');
  if (!brings[BELOW]) throw new Error(`${BELOW} is not among the scripts`);
  const all = [BELOW, ...(pictures[calculator] ? [pictures[calculator]] : [])].reduce((found, name) => closure(brings, name, found), new Set(files));
  const follows = [...all].filter((name) => !files.has(name));
  const core = existsSync(join(folder, `only/${calculator}.js`)) ? `only/${calculator}` : 'clausewise';
  files.add(`${core}.js`).add(`${core}_bg.wasm`).add(`words/${language}/shared.js`).add(`words/${language}/${calculator}.js`);
  return { files: [...files], follows };
}
