// Which npm packages are inside the scripts: those that the bundler found something of (`scripts.json`), and those that write
// something into what they make.

import { readFileSync } from 'node:fs';
import { textsIn, written } from './expression.mjs';
import { CORES, OPENERS, SHEETS_OPENER, WORKBOOK_OPENER } from './places.mjs';

/**
 * What leaves something of itself in a file, without being part of it: the few lines with which esbuild lists what a script gives
 * out, and the simplified characters of names that the cores read (tools/names.mjs).
 */
export const WRITES = { 'node_modules/esbuild': [...OPENERS, ...WORKBOOK_OPENER, ...SHEETS_OPENER], 'node_modules/opencc-js': CORES };

/** What makes or checks files and leaves nothing of itself in them. */
export const LEAVES_NOTHING = ['@custom-elements-manifest/analyzer', '@rollup/plugin-node-resolve', '@rollup/wasm-node', 'parse5', 'spdx-expression-parse'];

const json = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** npm keeps checksums in base64, everybody else in hexadecimal. */
function sha512(path, integrity) {
  const [, sum] = /^sha512-(\S+)$/.exec(integrity ?? '') ?? [];
  if (!sum) throw new Error(`package-lock.json has no SHA-512 of ${path}`);
  return Buffer.from(sum, 'base64').toString('hex');
}

/** Every package that something of is in the scripts or the cores of a folder. */
export function packages(folder) {
  const lock = json('package-lock.json').packages;
  const files = new Map();
  for (const [path, some] of [...Object.entries(json(`${folder}/scripts.json`).packages), ...Object.entries(WRITES)]) files.set(path, [...files.get(path) ?? [], ...some]);
  const found = new Map([...files.keys()].map((path) => [path, json(`${path}/package.json`)]));
  const versions = new Map([...found.values()].map(({ name, version }) => [name, version]));
  return [...found].map(([path, { name, version, license, dependencies = {} }]) => {
    if (typeof license !== 'string') throw new Error(`${path} declares no licence`);
    const licence = written(license);
    return {
      of: 'npm', name, version, licence, in: files.get(path), how: path in WRITES ? 'written' : 'linked', sha512: sha512(path, lock[path]?.integrity),
      needs: Object.keys(dependencies).filter((each) => versions.has(each)).map((each) => `npm ${each} ${versions.get(each)}`),
      texts: textsIn(path, licence),
    };
  });
}
