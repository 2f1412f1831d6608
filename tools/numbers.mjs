// The numbers that sentences take from the terms built in, for what is written once and for all: files of words and pages.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { languages } from './languages.mjs';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The element's own way to read and to write them. */
const { outputFiles: [{ text }] } = await build({
  entryPoints: [at('../www/element/numbers.ts')], bundle: true, write: false, format: 'esm', target: 'es2022', external: ['clausewise:*'], plugins: [languages], logLevel: 'silent',
});
export const { BLANK, numberText, saidAt } = await import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`);

/** The terms that are built in, of all documents: no name stands in two of them. */
export const PACKS = ['ibm-ss', 'ms-unified', 'ibm-ilan'].map((id) => JSON.parse(readFileSync(at(`../src/terms/${id}.json`), 'utf8')));

export const blanksIn = (text) => [...text.matchAll(BLANK)].map(([, place, unit]) => ({ place, unit }));

const said = (place) => PACKS.map((pack) => saidAt(pack, place)).find((each) => each !== undefined);

const textsIn = (value) => (typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap(textsIn));

/** What the terms say where some sentences name it. */
export function numbersIn(words) {
  const places = [...new Set(textsIn(words).flatMap(blanksIn).map(({ place }) => place))].sort();
  return Object.fromEntries(places.map((place) => [place, said(place)]).filter(([, value]) => value !== undefined));
}

/** Words with the numbers in all of their sentences. */
export function withNumbers(words) {
  const fill = filledIn(words);
  const all = (value) => (typeof value === 'string' ? fill(value) : Object.fromEntries(Object.entries(value).map(([key, each]) => [key, all(each)])));
  return all(words);
}

/** A text with its numbers. What nobody but an answer can fill stays. */
export const filledIn = ({ lang, ui }) => (sentence) => sentence.replace(BLANK, (whole, place, unit) => {
  const value = said(place);
  return value === undefined ? whole : numberText(place, value, lang, unit, (key, count) => (count === '1' ? (ui[`${key}_one`] ?? ui[key]) : ui[key]).replace('{count}', count));
});
