// What people call the fields, the choices and the countries: the labels and words that the pages show, the names
// that the languages have for every country, and what is written by hand (src/reading/also.json, also_countries.json) of what stands above
// columns and in cells of real tables.
//
//   node tools/names.mjs         writes src/reading/names.json anew

import { readFileSync, writeFileSync } from 'node:fs';
import { argv, versions } from 'node:process';
import { pathToFileURL } from 'node:url';
import { Converter } from 'opencc-js';
import { coreIn } from './core.mjs';
import { LANGUAGES, LIKE, LOCALES, countries as namesOfCountries, wordsOf } from './languages.mjs';
import { withNumbers } from './numbers.mjs';

export const FILE = 'src/reading/names.json';

/** The edition of the languages' data that the names of countries were taken from: another one words a few otherwise. */
export const CLDR = '48.0';

/** Those that the languages' data has for countries; in Chinese, those of the mainland too. */
const DISPLAYED = [...LANGUAGES.map((language) => LOCALES[language].intl), 'zh-CN'];

const json = (path) => JSON.parse(readFileSync(path, 'utf8'));
const simplify = Converter({ from: 'tw', to: 'cn' });

/** Two spellings that no reader tells apart. */
export const folded = (name) => name.normalize('NFKC').toLowerCase().replace(/[\s_\-*:・·.]/g, '');

/** Names as they are listed: each once, in the order in which code points stand. */
function listed(names) {
  const kept = new Map();
  for (const name of names) if (!kept.has(folded(name))) kept.set(folded(name), name.normalize('NFC'));
  return [...kept.values()].sort();
}

/** The names as Taiwan writes them, and those that are written otherwise in simplified characters. */
const bothScripts = (names) => [...names, ...names.map((name) => simplify(name))];

/** "Support Technology Advisor (STA)" goes by what is before the brackets too, and by a name of letters in them. */
function unbracketed(name) {
  const [, outside, inside] = /^([^(（]+)[(（]([^)）]+)[)）]$/.exec(name) ?? [];
  if (!outside) return [name];
  return [name, outside.trim(), ...(/^[\x20-\x7e]+$/.test(inside) ? [inside] : [])];
}

const flat = (fields) => fields.flatMap((field) => [field, ...flat(field.items ?? [])]);

/** The names under which a page shows a field, and those that a calculator has of its own. */
export const labelsOf = (words, calculator, name) =>
  words.flatMap(({ names }) => [names[`${calculator}.${name}`] ?? names[name] ?? []].flat());

/** Names under which the words for a field's keys stand: its own, and those of others that have the same keys. */
const likened = (name) => [name, ...(LIKE[name] ?? [])];

const calledIn = (words, calculator, name, key) =>
  words.flatMap(({ choices }) => likened(name).flatMap((own) => choices[`${calculator}.${own}.${key}`] ?? choices[`${own}.${key}`] ?? [])[0] ?? []);

/** Whatever is new under a key is put behind what is there. */
function add(entries, key, names) {
  (entries[key] ??= []).push(...names);
}

const sorted = (entries, each) => Object.fromEntries(Object.keys(entries).sort().map((key) => [key, each(entries[key])]));

/** The codes of all countries, as the core lists them. */
const codes = () => /const CODES: &str = "([^"]+)"/.exec(readFileSync('src/values/country.rs', 'utf8'))[1].match(/[A-Z]{2}/g);

/** All names, made from what they are made of. */
export async function namesOf(folder = 'pkg') {
  const words = LANGUAGES.map((language) => withNumbers(wordsOf(language)));
  const also = { ...json('src/reading/also.json'), countries: json('src/reading/also_countries.json') };
  const countries = namesOfCountries();
  const [fields, choices, places] = [{}, {}, {}];
  for (const { calculator, fields: described } of (await coreIn(folder)).calculators()) {
    for (const { name, kind, choices: keys } of flat(described)) {
      add(fields, name, [...labelsOf(words, calculator, name), ...(also.fields[name] ?? [])]);
      if (kind !== 'choice') continue;
      const own = (choices[name] ??= {});
      for (const key of keys) add(own, key, [...calledIn(words, calculator, name, key).flatMap(unbracketed), ...(also.choices[likened(name).at(-1)]?.[key] ?? [])]);
    }
  }
  for (const code of codes()) {
    const displayed = DISPLAYED.map((language) => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }).of(code) ?? []);
    add(places, code, [...LANGUAGES.flatMap((language) => countries[code]?.[language] ?? []), ...displayed.flat(), ...(also.countries[code] ?? [])]);
  }
  return {
    fields: sorted(fields, (names) => listed(bothScripts(names))),
    choices: sorted(choices, (own) => sorted(own, (names) => listed(bothScripts(names)))),
    countries: sorted(places, (names) => listed(bothScripts(names))),
  };
}

const inOneLine = (indent, entries) =>
  Object.entries(entries).map(([key, value]) => `${indent}${JSON.stringify(key)}: ${JSON.stringify(value)}`).join(',\n');

/** The file: one line an entry. */
export function written({ fields, choices, countries }) {
  const grouped = Object.entries(choices).map(([name, own]) => `    ${JSON.stringify(name)}: {\n${inOneLine('      ', own)}\n    }`).join(',\n');
  return `{\n  "fields": {\n${inOneLine('    ', fields)}\n  },\n  "choices": {\n${grouped}\n  },\n  "countries": {\n${inOneLine('    ', countries)}\n  }\n}\n`;
}

if (import.meta.url === pathToFileURL(argv[1] ?? '').href) {
  if (versions.cldr !== CLDR) throw new Error(`the names of countries come from CLDR ${CLDR}; this Node.js has ${versions.cldr}`);
  writeFileSync(FILE, written(await namesOf()));
}
