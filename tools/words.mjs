// Puts the words of every language into the package: whole, for whoever wants them all, and in parts, so that a page
// loads what its calculator says and no more: what all have in common, and what one calculator has of its own. The
// names of countries go into a script, which is fetched where one is asked for.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { answersOf, coreIn } from './core.mjs';
import { isOfFailures } from './made.mjs';
import { writeModule } from './module.mjs';
import { numbersIn } from './numbers.mjs';

const [folder = 'pkg', mark = 'unmarked'] = argv.slice(2);
const LANGUAGES = ['en', 'zh-Hant'];
const SECTIONS = ['names', 'hints', 'choices', 'verdicts', 'headlines', 'reasons', 'assumptions', 'warnings', 'clauses'];

const core = await coreIn(folder);
const calculators = core.calculators();
const packs = core.terms();
const answers = new Map(calculators.map(({ calculator }) => [calculator, []]));
for (const answer of answersOf(core)) answers.get(answer.calculator).push(answer);

const flat = (fields) => fields.flatMap((field) => [field, ...flat(field.items ?? [])]);

/** Everything that a calculator may speak of, by the names that the words have. */
function spokenOf({ calculator, pack, rules, fields, answer, codes }) {
  const described = [...flat(fields), ...flat([...answer.figures, ...answer.dates, ...answer.line])];
  const given = answers.get(calculator);
  const steps = given.flatMap(({ steps }) => steps);
  const notes = given.flatMap(({ reasons, assumptions, warnings }) => [...reasons, ...assumptions, ...warnings]);
  const values = [...steps, ...notes].flatMap(({ values }) => Object.entries(values ?? {})).flatMap(([name, value]) => [value].flat().map((each) => [name, each]));
  const inFormulas = steps.flatMap(({ formula }) => formula.match(/[a-z][a-z_0-9]*/g) ?? []);
  const services = packs.find(({ id }) => id === pack)?.services ?? [];
  const hasServices = described.some(({ name }) => name === 'service');
  return {
    names: new Set([...described.map(({ name }) => name), ...inFormulas, 'lines', 'verdict']),
    choices: new Set([
      ...described.filter(({ kind }) => kind !== 'country').flatMap(({ name, choices = [] }) => choices.map((choice) => `${name}.${choice}`)),
      ...values.filter(([, value]) => typeof value === 'string').map(([name, value]) => `${name}.${value}`),
      ...(hasServices ? services.map(({ group }) => `group.${group}`) : []),
    ]),
    verdicts: [],
    headlines: [],
    ...codes,
    clauses: [...rules, ...steps.map(({ clause }) => clause), ...notes.map(({ clause }) => clause)],
  };
}

/** The part of a section that is wanted; a calculator's own word for a name is `calculator.name`. */
function partOf(section, entries, wanted, calculator) {
  const all = new Set(wanted);
  const isOwn = (key) => key.startsWith(`${calculator}.`);
  const mayBeOwn = ['names', 'hints', 'choices', 'verdicts', 'headlines'].includes(section);
  return Object.fromEntries(Object.entries(entries).filter(([key]) => all.has(key) || (mayBeOwn && isOwn(key))));
}

/** Which label has which term of the glossary, by `calculator.name`. */
const terms = JSON.parse(readFileSync('www/words/terms.json', 'utf8'));

/** A file of words says with them what their blanks stand for, by the terms that are built in. */
const writeWords = (path, words) => writeModule(path, { ...words, numbers: numbersIn(words) }, mark);

const compact = (value) => `${JSON.stringify(value)}\n`;

for (const language of LANGUAGES) {
  const words = JSON.parse(readFileSync(`www/words/${language}.json`, 'utf8'));
  const to = `${folder}/words/${language}`;
  mkdirSync(to, { recursive: true });
  words.terms = terms;
  writeFileSync(`${to}.json`, compact({ ...words, numbers: numbersIn(words) }));
  writeWords(`${to}.js`, words);

  const { lang, ui, formula, refusals, roundings, documents } = words;
  const pictures = calculators.map(({ calculator }) => `picture.${calculator}.`);
  const isShared = ([key]) => !isOfFailures([key]) && !pictures.some((picture) => key.startsWith(picture));
  const envelope = ['calculator', 'as_of', 'currency', 'minor_units', 'terms', 'steps', 'input'];
  const verdicts = Object.fromEntries(Object.entries(words.choices).filter(([key]) => key.startsWith('verdict.')));
  writeWords(`${to}/shared.js`, {
    lang, ui: Object.fromEntries(Object.entries(ui).filter(isShared)), formula, refusals, roundings, documents, choices: verdicts,
    names: partOf('names', words.names, envelope, ''), hints: partOf('hints', words.hints, envelope, ''),
  });

  for (const described of calculators) {
    const { calculator } = described;
    const spoken = spokenOf(described);
    spoken.hints = spoken.names;
    const own = Object.entries(terms).filter(([name]) => name.startsWith(`${calculator}.`));
    const sections = SECTIONS.map((section) => [section, partOf(section, words[section], spoken[section], calculator)]);
    writeWords(`${to}/${calculator}.js`, {
      lang, ui: Object.fromEntries(Object.entries(ui).filter(([key]) => key.startsWith(`picture.${calculator}.`))),
      calculators: { [calculator]: words.calculators[calculator] }, ...Object.fromEntries(sections),
      terms: Object.fromEntries(own), glossary: Object.fromEntries(own.map(([, key]) => [key, words.glossary[key]])),
    });
  }
}
