// The built package, loaded the way anybody loads it in Node, and the cases that every build is driven with.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { calculators, initSync, quote, quoteCsv, quoteCsvStream, quoteTable, quoteTableStream, read as readText, readTable, terms } from '../../pkg/clausewise.js';

export const root = new URL('../../', import.meta.url);

export const read = (path) => readFileSync(new URL(path, root), 'utf8');

initSync({ module: readFileSync(new URL('pkg/clausewise_bg.wasm', root)) });

export { calculators, quote, quoteCsv, quoteCsvStream, quoteTable, quoteTableStream, readText, readTable, terms };

export const isRefusal = (outcome) => 'errors' in outcome;

/** The files of cases, `renewal/boundaries`: those in the folders of `tests/` that have a `refusals.json`, as `proof/build.rs` finds them. */
const files = readdirSync(new URL('tests/', root))
  .filter((folder) => existsSync(new URL(`tests/${folder}/refusals.json`, root)))
  .flatMap((folder) => readdirSync(new URL(`tests/${folder}/`, root)).map((name) => `${folder}/${name}`))
  .filter((file) => file.endsWith('.json') && file !== 'every/always.json')
  .map((file) => file.replace(/\.json$/, ''))
  .sort();

/** Every case: `name`, `request`, and `expect` (part of an answer) or `errors` (of a refusal). */
export const cases = files.flatMap((file) =>
  JSON.parse(read(`tests/${file}.json`)).map((each) => ({ ...each, title: `${file}: ${each.name}` })));

/** The example of a calculator, as one's own to change. */
export const example = (calculator) =>
  structuredClone(calculators().find((each) => each.calculator === calculator).example);
