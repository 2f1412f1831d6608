// The languages and their words. A language is a folder of www/words/: `locale.ts` says how it writes, `shared.json` has what all
// calculators say, `quote.json` what is said where an answer is taken along, a file named as a document what several calculators of
// that document say and its clauses, and one named as a calculator what it alone says; `countries.json` what it calls countries, where
// that is not what everybody's browser does; `workbook.json` what workbooks say, which few ask for.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';

const folder = new URL('../www/words/', import.meta.url);

/** Every language, by the name of its folder. */
export const LANGUAGES = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();

/** The one that says everything: what another does not say is said in it. */
export const FALLBACK = 'en';

const DOCUMENTS = readdirSync(new URL('../src/terms/', import.meta.url)).flatMap((file) => /^(.+)\.json$/.exec(file)?.[1] ?? []);

/** Sections in which a calculator has a word of its own for what others have one for too. */
const OWN = ['names', 'hints', 'choices', 'verdicts', 'headlines'];

const filesOf = (language) => readdirSync(new URL(`${language}/`, folder)).flatMap((file) => /^(.+)\.json$/.exec(file)?.[1] ?? []).sort();

/** Files whose words come with what says them, and not with a calculator's. */
export const APART = ['countries', 'workbook'];

/** Files that no calculator goes by. */
const OTHERS = ['shared', 'quote', ...APART, ...DOCUMENTS];

/** The calculators that a language has words for. */
export const calculatorsIn = (language) => filesOf(language).filter((file) => !OTHERS.includes(file));

/** The languages that have words for all of them. */
export const WHOLE = LANGUAGES.filter((language) => calculatorsIn(language).length === calculatorsIn(FALLBACK).length);

const localeAt = (language) => fileURLToPath(new URL(`${language}/locale.ts`, folder));

/** How each language writes. */
export const LOCALES = Object.fromEntries(await Promise.all(LANGUAGES.map(async (language) => {
  const { code } = transformSync(readFileSync(localeAt(language), 'utf8'), { loader: 'ts', format: 'esm' });
  return [language, (await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`)).default];
})));

/** Names whose keys go by the words of others. */
export const LIKE = JSON.parse(readFileSync(new URL('like.json', folder), 'utf8'));

/** What the languages call countries, by code and language. */
export function countries() {
  const named = {};
  for (const language of LANGUAGES.filter((each) => existsSync(new URL(`${each}/countries.json`, folder)))) {
    for (const [code, names] of Object.entries(JSON.parse(readFileSync(new URL(`${language}/countries.json`, folder), 'utf8')))) (named[code] ??= {})[language] = names;
  }
  return named;
}

/** What workbooks say in each language that does. */
export const workbookWords = () => Object.fromEntries(LANGUAGES.filter((each) => existsSync(new URL(`${each}/workbook.json`, folder)))
  .map((language) => [language, JSON.parse(readFileSync(new URL(`${language}/workbook.json`, folder), 'utf8'))]));

/** Modules that the element asks for. */
export const MODULES = {
  'clausewise:locales': () => [
    ...LANGUAGES.map((language, index) => `import locale${index} from ${JSON.stringify(localeAt(language))};`),
    `export default { ${LANGUAGES.map((language, index) => `${JSON.stringify(language)}: locale${index}`).join(', ')} };`,
    `export const fallback = ${JSON.stringify(FALLBACK)};`,
  ].join('\n'),
  /** The languages, each with what `lang` says of it. */
  'clausewise:tags': () => `export default ${JSON.stringify(Object.fromEntries(LANGUAGES.map((language) => [language, LOCALES[language].tag])))}; export const fallback = ${JSON.stringify(FALLBACK)};`,
  'clausewise:countries': () => `export default ${JSON.stringify(countries())};`,
  'clausewise:workbook-words': () => `export default ${JSON.stringify(workbookWords())};`,
};

/** The same for esbuild. */
export const languages = {
  name: 'languages',
  setup(made) {
    made.onResolve({ filter: /^clausewise:(?:locales|tags|countries|workbook-words)$/ }, ({ path }) => ({ path, namespace: 'languages' }));
    made.onLoad({ filter: /./, namespace: 'languages' }, ({ path }) => ({ contents: MODULES[path](), resolveDir: fileURLToPath(folder) }));
  },
};

const prefixed = (calculator, entries) => Object.fromEntries(Object.entries(entries).map(([key, text]) => [key.startsWith('.') ? calculator + key : key, text]));

/** One file's words by the keys under which they are asked for: in that of a calculator, `.fee` is what it alone calls a fee. */
export function wordsIn(language, file) {
  const words = JSON.parse(readFileSync(new URL(`${language}/${file}.json`, folder), 'utf8'));
  if (file === 'shared' || file === 'quote') return words;
  if (DOCUMENTS.includes(file)) {
    const { name, publisher, edition, ...sections } = words;
    return { documents: { [file]: { name, publisher, edition } }, ...sections };
  }
  const { title, question, summary, keywords, ...sections } = words;
  const own = Object.entries(sections).map(([section, entries]) => [section, OWN.includes(section) ? prefixed(file, entries) : entries]);
  return { calculators: { [file]: { title, question, summary } }, keywords: { [file]: keywords }, ...Object.fromEntries(own) };
}

/** Several files' words as one. Nothing is said in two of them. */
export function joined(files) {
  const whole = {};
  for (const [section, entries] of files.flatMap((file) => Object.entries(file))) {
    if (typeof entries === 'string') {
      whole[section] = entries;
      continue;
    }
    const there = (whole[section] ??= {});
    for (const [key, text] of Object.entries(entries)) {
      if (Object.hasOwn(there, key)) throw new Error(`${section} has ${key} in two files`);
      there[key] = text;
    }
  }
  return whole;
}

/** Every word of a language. */
export function wordsOf(language) {
  const files = filesOf(language).filter((file) => !APART.includes(file));
  const order = ['shared', ...DOCUMENTS, ...files].filter((file, index, all) => files.includes(file) && all.indexOf(file) === index);
  return joined(order.map((file) => wordsIn(language, file)));
}

/** The codes that a request can be refused with. One may have further sentences for some kinds of value, such as `out_of_range.date`. */
export const refusalCodes = ({ refusals }) => Object.keys(refusals).filter((code) => !code.includes('.'));
