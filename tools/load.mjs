// What a visitor downloads to use one calculator in one language: the files, from the package's own account of them.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A script and every one that it brings along. */
function closure(brings, name, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  for (const next of brings[name] ?? []) closure(brings, next, found);
  return found;
}

/**
 * The files of the package in a folder that a calculator takes: those with which one fills it in and reads the answer, and
 * those of its picture, which come when there is an answer to draw.
 */
export function firstLoad(folder, { calculator }, language) {
  const { brings, pictures } = JSON.parse(readFileSync(join(folder, 'scripts.json'), 'utf8'));
  const files = closure(brings, 'element.js');
  const all = pictures[calculator] ? closure(brings, pictures[calculator], new Set(files)) : files;
  const picture = [...all].filter((name) => !files.has(name));
  const core = existsSync(join(folder, `only/${calculator}.js`)) ? `only/${calculator}` : 'clausewise';
  files.add(`${core}.js`).add(`${core}_bg.wasm`).add(`words/${language}/shared.js`).add(`words/${language}/${calculator}.js`);
  return { files: [...files], picture };
}
