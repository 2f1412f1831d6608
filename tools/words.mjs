// Puts the words of every language into the package: whole, for whoever wants them all, and in parts, so that a page
// loads what its calculator says and no more: what all have in common, and what one calculator has of its own or shares with
// others of its document. The names of countries go into a script, which is fetched where one is asked for.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { coreIn } from './core.mjs';
import { LANGUAGES, LIKE, WHOLE, calculatorsIn, joined, wordsIn, wordsOf } from './languages.mjs';
import { isOfFailures, isOfKept } from './made.mjs';
import { writeModule } from './module.mjs';
import { numbersIn } from './numbers.mjs';

const [folder = 'pkg', mark = 'unmarked'] = argv.slice(2);

const core = await coreIn(folder);
const calculators = core.calculators();

const flat = (fields) => fields.flatMap((field) => [field, ...flat(field.items ?? [])]);

const ofKeys = (entries, keeps) => Object.fromEntries(Object.entries(entries ?? {}).filter(([key]) => keeps(key)));

/** All that a calculator asks for, answers, and names on the way. */
const valuesOf = ({ fields, terms = [], answer }) => flat([...fields, ...answer.figures, ...answer.dates, ...answer.line, ...(answer.between ?? []), ...terms]);

/** What a calculator may say of what several of its document say: of its own fields and choices, of its own notes and rules. */
function ofDocument(document, described) {
  const { rules, takes, fields, codes } = described;
  const values = valuesOf(described);
  const asked = new Set(flat(fields).map(({ name }) => name));
  const choices = new Set([...values.flatMap(({ name, kind }) => [...(kind === 'text' ? [] : [name]), ...(LIKE[name] ?? [])]), ...(takes.includes('services') ? ['group'] : [])]);
  return {
    // Of values in formulas, too.
    names: document.names,
    hints: ofKeys(document.hints, (key) => asked.has(key)),
    choices: ofKeys(document.choices, (key) => choices.has(key.split('.')[0])),
    ...Object.fromEntries(Object.entries(codes).map(([kind, own]) => [kind, ofKeys(document[kind], (code) => own.includes(code))])),
    clauses: ofKeys(document.clauses, (rule) => rules.includes(rule)),
    ui: document.ui ?? {},
  };
}

/** Which label has which term of the glossary, by `calculator.name`. */
const terms = JSON.parse(readFileSync('www/words/terms.json', 'utf8'));

/** A file of words says with them what their blanks stand for, by the terms that are built in. */
const writeWords = (path, words) => writeModule(path, { ...words, numbers: numbersIn(words) }, mark);

/** What lists of quotes call the calculators. */
const ofTitles = (calculators) => Object.fromEntries(Object.entries(calculators).map(([name, { title }]) => [name, { title, question: '', summary: '' }]));

const compact = (value) => `${JSON.stringify(value)}\n`;

for (const language of LANGUAGES) {
  const words = wordsOf(language);
  const to = `${folder}/words/${language}`;
  mkdirSync(to, { recursive: true });
  words.terms = terms;
  words.like = LIKE;
  if (WHOLE.includes(language)) {
    writeFileSync(`${to}.json`, compact({ ...words, numbers: numbersIn(words) }));
    writeWords(`${to}.js`, words);
  }

  const { lang, documents, calculators: titles } = words;
  // What the pages around it say, and what tables of all rules and terms do, a calculator does not.
  const { frame: _, embed: __, glossary: ___, ui, ...shared } = wordsIn(language, 'shared');
  writeWords(`${to}/shared.js`, { ...shared, ui: ofKeys(ui, (key) => !isOfFailures([key]) && !isOfKept([key])), documents });
  if (WHOLE.includes(language)) {
    writeWords(`${to}/kept.js`, { lang, ui: ofKeys(ui, (key) => isOfKept([key])), calculators: ofTitles(titles) });
    writeWords(`${to}/quote.js`, { lang, ...wordsIn(language, 'quote') });
  }

  for (const described of calculators.filter(({ calculator }) => calculatorsIn(language).includes(calculator))) {
    const { calculator, pack } = described;
    const { keywords: _, ...said } = wordsIn(language, calculator);
    const own = ofKeys(terms, (name) => name.startsWith(`${calculator}.`));
    const spoken = joined([ofDocument(wordsIn(language, pack), described), said]);
    const named = new Set(valuesOf(described).map(({ name }) => name));
    const keyed = new Set(Object.keys(spoken.choices ?? {}).map((key) => key.split('.').at(-2)));
    writeWords(`${to}/${calculator}.js`, {
      // Formulas have names for columns that no description has.
      lang, ...spoken, like: ofKeys(LIKE, (name) => named.has(name) || LIKE[name].some((other) => keyed.has(other))),
      terms: own, glossary: Object.fromEntries(Object.values(own).map((key) => [key, words.glossary[key]])),
    });
  }
}
