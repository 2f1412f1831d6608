// Which file of a language says what: what one calculator says stands in its file, what several say in their document's, or in the
// shared one. So whoever changes a calculator changes one file a language.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { APART, FALLBACK, LANGUAGES, WHOLE, calculatorsIn, joined, wordsIn, wordsOf } from '../../tools/languages.mjs';
import { calculators, cases, isRefusal, quote, root, terms } from './core.mjs';

const described = calculators();
const names = described.map(({ calculator }) => calculator);
const packs = terms();
const answers = [...cases.map(({ request }) => request), ...described.map(({ example }) => example)].map((request) => quote(request)).filter((outcome) => !isRefusal(outcome));

const flat = (fields) => fields.flatMap((field) => [field, ...flat(field.items ?? [])]);
const outputsOf = ({ answer }) => flat([...answer.figures, ...answer.dates, ...answer.line, ...(answer.between ?? [])]);

/** What stands in every request and answer, as a verdict does. */
const ENVELOPE = ['calculator', 'as_of', 'currency', 'minor_units', 'terms', 'steps', 'input', 'lines', 'verdict'];

/** What a calculator speaks of, by section. */
const spokenOf = new Map(described.map((each) => {
  const inFormulas = answers.filter(({ calculator }) => calculator === each.calculator).flatMap(({ steps }) => steps).flatMap(({ formula }) => formula.match(/\b[a-z][a-z_0-9]*\b(?!\()/g) ?? []);
  const all = [...flat(each.fields), ...outputsOf(each)];
  const choices = all.filter(({ kind }) => kind !== 'country').flatMap(({ name, choices = [] }) => choices.map((choice) => `${name}.${choice}`));
  return [each.calculator, { ...each.codes, names: [...all.map(({ name }) => name), ...flat(each.terms ?? []).map(({ name }) => name), ...each.takes, ...inFormulas], hints: flat(each.fields).map(({ name }) => name), choices }];
}));

/** The calculators that speak of a key. */
const speakersOf = (section, key) => names.filter((name) => spokenOf.get(name)[section].includes(key));

const documentOf = new Map(described.map(({ calculator, pack }) => [calculator, pack]));

/** Where a word belongs; undefined where it is nobody's and all the same. */
function homeOf(section, key) {
  if (ENVELOPE.includes(key) || key.startsWith('verdict.')) return 'shared';
  const speakers = speakersOf(section, key);
  if (speakers.length <= 1) return speakers[0];
  const documents = new Set(speakers.map((name) => documentOf.get(name)));
  return documents.size > 1 ? 'shared' : [...documents][0];
}

const documents = Object.fromEntries(packs.map((pack) => [pack.id, pack]));

const filesOf = (language) => readdirSync(new URL(`www/words/${language}/`, root)).flatMap((file) => /^(.+)\.json$/.exec(file)?.[1] ?? []).filter((file) => !APART.includes(file));

const keysOf = (language, file) => Object.entries(wordsIn(language, file)).flatMap(([section, entries]) =>
  (typeof entries === 'string' ? [section] : Object.keys(entries).filter((key) => !key.endsWith('_one')).map((key) => `${section} ${key}`))).sort();

for (const language of LANGUAGES) {
  test(`${language}: a calculator has one file, and says there what it alone says`, () => {
    assert.deepEqual(calculatorsIn(language).filter((name) => !names.includes(name)), []);
    const wrong = [];
    for (const file of filesOf(language)) {
      for (const [section, entries] of Object.entries(wordsIn(language, file))) {
        if (!(section in spokenOf.get(names[0]))) continue;
        for (const key of Object.keys(entries)) {
          if (key.startsWith(`${file}.`)) continue;
          const home = homeOf(section, key);
          if (home !== undefined && home !== file) wrong.push(`${file}: ${section} ${key} belongs into ${home}`);
        }
      }
    }
    assert.deepEqual(wrong, []);
  });

  test(`${language} says in each file what the others do there`, () => {
    for (const file of filesOf(language)) {
      const [own, all] = [keysOf(language, file), keysOf(FALLBACK, file)];
      // A document is restated as far as the calculators need it that the language speaks of.
      if (file in documents && !WHOLE.includes(language)) assert.deepEqual(own.filter((key) => !all.includes(key)), [], file);
      else assert.deepEqual(own, all, file);
    }
  });
}

for (const language of WHOLE) {
  test(`${language} speaks of every calculator, and restates every clause in its document's file`, () => {
    assert.deepEqual(calculatorsIn(language), names.toSorted());
    for (const { id, clauses } of packs) assert.deepEqual(Object.keys(wordsIn(language, id).clauses).sort(), Object.keys(clauses).sort(), id);
  });
}

test('a language is spoken whatever it lacks, but one says everything', () => {
  assert.ok(WHOLE.includes(FALLBACK) && WHOLE.length > 1);
});

test('what a calculator alone calls so has its name in front, and nothing is said in two files', () => {
  assert.equal(wordsOf('en').names['cancellation.lines'], wordsIn('en', 'cancellation').names['cancellation.lines']);
  assert.ok(wordsIn('en', 'cancellation').names.fee && !wordsIn('en', 'cancellation').names['cancellation.fee']);
  assert.throws(() => joined([{ names: { fee: 'one' } }, { names: { fee: 'other' } }]), /fee in two files/);
});
