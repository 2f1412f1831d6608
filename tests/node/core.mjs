// The built package, loaded the way anybody loads it in Node, and the cases that every build is driven with.

import { readFileSync, readdirSync } from 'node:fs';
import { calculators, initSync, quote, quoteCsv, read as readText, readTable, terms } from '../../pkg/clausewise.js';

export const root = new URL('../../', import.meta.url);

export const read = (path) => readFileSync(new URL(path, root), 'utf8');

initSync({ module: readFileSync(new URL('pkg/clausewise_bg.wasm', root)) });

export { calculators, quote, quoteCsv, readText, readTable, terms };

export const isRefusal = (outcome) => 'errors' in outcome;

const files = readdirSync(new URL('tests/cases/', root)).filter((name) => name.endsWith('.json')).sort();

const always = JSON.parse(read('tests/always.json'));
const packOf = new Map(calculators().map(({ calculator, pack }) => [calculator, pack]));

/** What stands in every answer by a document, cases need not repeat; those with terms of their own expect what they say. */
function withWhatAlwaysStands({ request, expect, ...rest }) {
  const { clause, ...lists } = (typeof request?.terms === 'object' ? undefined : always[packOf.get(request?.calculator)]) ?? {};
  const added = expect && Object.entries(lists).map(([list, codes]) => [list, [...expect[list] ?? [], ...codes.map((code) => ({ code, clause }))]]);
  return { request, ...(expect && { expect: { ...expect, ...Object.fromEntries(added) } }), ...rest };
}

/** Every case of `tests/cases`: `name`, `request`, and `expect` (part of an answer) or `errors` (of a refusal). */
export const cases = files.flatMap((file) =>
  JSON.parse(read(`tests/cases/${file}`)).map((each) => ({ ...withWhatAlwaysStands(each), title: `${file}: ${each.name}` })));

/** The example of a calculator, as one's own to change. */
export const example = (calculator) =>
  structuredClone(calculators().find((each) => each.calculator === calculator).example);
