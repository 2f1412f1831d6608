// Modules that the element asks for and that are made when it is bundled. Each way to another file of the package is
// written out as a literal import: a bundler can follow no other.

import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Converter } from 'opencc-js';
import { LANGUAGES, MODULES, WHOLE, calculatorsIn, countries, wordsOf } from './languages.mjs';

/** The build that holds no calculator and reads what people write. */
const READING = 'reading';

/** A file of the package that is not bundled, as it is seen from the sources: the bundler writes the way there. */
const SOURCES = fileURLToPath(new URL('../www/element/', import.meta.url));
const at = (file) => `${SOURCES}${file}`;

/** Whether a path names such a file. */
export const isBeside = (path) => path.startsWith(SOURCES) && /^(?:clausewise\.js|element\.js|rules\.js|(?:workbook|sheets)\.js|(?:only|words)\/.+\.js)$/.test(path.slice(SOURCES.length));

const load = (file) => `() => import(${JSON.stringify(at(file))})`;

const table = (entries) => `{\n${entries.map(([name, value]) => `  ${JSON.stringify(name)}: ${value},`).join('\n')}\n}`;

/** The build that a WebAssembly of a folder belongs to, as it says itself. */
async function builtAs(folder, file) {
  const [built] = WebAssembly.Module.customSections(new WebAssembly.Module(await readFile(`${folder}/${file}`)), 'clausewise');
  return new TextDecoder().decode(built);
}

/** What has to be said where no file of words arrives: it comes with the script. */
export const isOfFailures = ([key]) => /^(?:failed(?:_[a-z]+)?|retry|reload)$/.test(key);

/** Files of words that come with what says them; whatever language has all words has these. */
const LATE = ['quote', 'kept'];

/** What is said of kept quotes, which has a file of its own. */
export const isOfKept = ([key]) => key.startsWith('kept.');

/** What a module that is made here takes from a package: it comes to lie in the script. */
export const TAKEN = { 'clausewise:simplified': 'node_modules/opencc-js' };

/** The modules by the names under which the element asks for them, for the package in a folder. */
export const made = (folder, mark) => ({
  ...MODULES,

  /** Every simplified character that stands for a traditional one of our own words: all that the search need know of them. */
  async 'clausewise:simplified'() {
    const texts = [wordsOf('zh-Hant'), countries()].map((each) => JSON.stringify(each));
    const simplify = Converter({ from: 'tw', to: 'cn' });
    const characters = [...new Set(texts.join('').match(/\p{Script=Han}/gu))].sort();
    const pairs = characters.map((character) => [simplify(character), character]).filter(([simple, own]) => simple !== own && [...simple].length === 1);
    return `export default ${JSON.stringify(Object.fromEntries(pairs))};`;
  },

  /** What is said where something failed, in each language. */
  async 'clausewise:failures'() {
    return `export default ${JSON.stringify(Object.fromEntries(LANGUAGES.map(wordsOf).map(({ lang, ui }) => [lang, Object.fromEntries(Object.entries(ui).filter(isOfFailures))])))};`;
  },

  /** The build that all files belong to. */
  async 'clausewise:build'() {
    return `export default ${JSON.stringify(mark)};`;
  },

  /** The ways to the core of each calculator that has one in the folder, to the whole one, and to what reads; and the build of the cores. */
  async 'clausewise:cores'() {
    const names = existsSync(`${folder}/only`) ? (await readdir(`${folder}/only`)).flatMap((name) => /^(\w+)\.js$/.exec(name)?.[1] ?? []).filter((name) => name !== READING).sort() : [];
    const entries = names.map((name) => [name, load(`only/${name}.js`)]);
    return `export const build = ${JSON.stringify(await builtAs(folder, 'clausewise_bg.wasm'))};\nexport const whole = ${load('clausewise.js')};\nexport const reading = ${load(existsSync(`${folder}/only/${READING}.js`) ? `only/${READING}.js` : 'clausewise.js')};\nexport default ${table(entries)};`;
  },

  /** The way to what writes workbooks, and its build. */
  async 'clausewise:workbook'() {
    return `export const build = ${JSON.stringify(await builtAs(folder, 'workbook_bg.wasm'))};\nexport default ${load('workbook.js')};`;
  },

  /** The way to what reads them, likewise. */
  async 'clausewise:sheets'() {
    return `export const build = ${JSON.stringify(await builtAs(folder, 'sheets_bg.wasm'))};\nexport default ${load('sheets.js')};`;
  },

  /** The way to each file of words; of a language that lacks some, there is no whole one. */
  async 'clausewise:words'() {
    const files = LANGUAGES.flatMap((language) => [...(WHOLE.includes(language) ? [language] : []), ...['shared', ...(WHOLE.includes(language) ? LATE : []), ...calculatorsIn(language)].map((name) => `${language}/${name}`)]);
    return `export default ${table(files.map((file) => [file, load(`words/${file}.js`)]))};`;
  },

  /** What each calculator's answer is headed by, for lists of answers. */
  async 'clausewise:headings'() {
    const { coreIn } = await import('./core.mjs');
    const entries = (await coreIn(folder)).calculators().map(({ calculator, answer: { headline, figures, dates } }) => {
      const at = figures.some(({ name }) => name === headline) ? 'figures' : 'dates';
      const { kind, currency } = { figures, dates }[at].find(({ name }) => name === headline) ?? {};
      return [calculator, { name: headline, kind, ...(currency && { currency }), at }];
    });
    return `export default ${JSON.stringify(Object.fromEntries(entries))};`;
  },

  /** The way to the element, for what starts it. */
  async 'clausewise:element'() {
    return `export default ${load('element.js')};`;
  },

  /** The way to what the documents say, for tables of it. */
  async 'clausewise:documents'() {
    return `export default ${load('rules.js')};`;
  },
});
