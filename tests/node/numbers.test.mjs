// The numbers in sentences are those of the terms in use: none is written out, and other terms bring other numbers.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Words } from '../../pkg/parts/find.js';
import { namedIn } from './formulas.mjs';
import { WHOLE, wordsOf } from '../../tools/languages.mjs';
import { blanksIn, numbersIn, saidAt } from '../../tools/numbers.mjs';
import { changedTerms } from './changed_terms.mjs';
import { calculators, cases, isRefusal, quote, terms } from './core.mjs';
import { saidOf, spokenOf } from './numerals.mjs';
import { source } from './sources.mjs';

const { Format, show } = await source('format');

const texts = Object.fromEntries(WHOLE.map((lang) => [lang, wordsOf(lang)]));
const packs = terms();
const described = calculators();
const NOTES = ['reasons', 'assumptions', 'warnings'];

const flat = (fields) => fields.flatMap((field) => [field, ...flat(field.items ?? [])]);
const outsOf = ({ answer }) => flat([...answer.figures, ...answer.dates, ...answer.line]);
const namesOf = (each) => [...flat(each.fields), ...outsOf(each)].map(({ name }) => name);

/** What is asked by the terms that are built in, and answered. */
const requests = cases.filter(({ request, errors }) => !errors && typeof request.terms !== 'object').map(({ request }) => request);
const answers = requests.map((request) => quote(request)).filter((outcome) => !isRefusal(outcome));

/** The clauses that a note has been seen to rest on. */
const restsOn = new Map();
for (const answer of answers) for (const kind of NOTES) for (const { code, clause } of answer[kind]) {
  restsOn.set(`${kind} ${code}`, new Set([...restsOn.get(`${kind} ${code}`) ?? [], clause]));
}

const ofCalculators = (is) => [...new Set(described.filter(is).map(({ pack }) => pack))];

/** Which packs a sentence may be read with, by its section and key; of the interface, the terms of the trade and the like: with all. */
function packsOf(section, key) {
  const [first, last] = [key.split('.')[0], key.split('.').at(-1)];
  const own = {
    clauses: () => packs.filter(({ clauses }) => key in clauses).map(({ id }) => id),
    shorts: () => packs.filter(({ clauses }) => key in clauses).map(({ id }) => id),
    calculators: () => ofCalculators(({ calculator }) => calculator === key),
    verdicts: () => ofCalculators(({ calculator }) => calculator === first),
    names: () => ofCalculators((each) => (key.includes('.') ? each.calculator === first : namesOf(each).includes(key))),
    hints: () => ofCalculators((each) => (key.includes('.') ? each.calculator === first : namesOf(each).includes(key))),
    choices: () => ofCalculators((each) => namesOf(each).includes(key.split('.').at(-2))),
    ...Object.fromEntries(NOTES.map((kind) => [kind, () => ofCalculators(({ codes }) => codes[kind].includes(last))])),
  }[section]?.() ?? [];
  return own.length ? own : packs.map(({ id }) => id);
}

const clausesOf = (section, key) => (['clauses', 'shorts'].includes(section) ? [key] : [...restsOn.get(`${section} ${key}`) ?? []]);

/** By what people look for is nothing that they are told. */
const NOT_SHOWN = ['keywords'];

/** Every sentence: its section, its key, and its text. */
function* sentencesIn(words) {
  for (const [section, entries] of Object.entries(words)) {
    if (typeof entries === 'string' || NOT_SHOWN.includes(section)) continue;
    for (const [key, text] of Object.entries(entries)) {
      for (const each of typeof text === 'string' ? [text] : Object.values(text)) yield { section, key, text: each };
    }
  }
}

test('a term has one name, in whichever document it stands', () => {
  // That it bears no date is said of each document that bears none, and is no number.
  const names = packs.flatMap(({ values }) => Object.keys(values)).filter((name) => name !== 'edition_undated');
  assert.deepEqual(names, [...new Set(names)]);
});

for (const lang of WHOLE) {
  test(`no sentence writes out a number of its terms, in ${lang}`, () => {
    const spoken = new Map(packs.map((pack) => [pack.id, spokenOf(pack)]));
    const found = [];
    let looked = 0;
    for (const { section, key, text } of sentencesIn(texts[lang])) {
      looked++;
      const said = packsOf(section, key).flatMap((id) => saidOf(text, lang, spoken.get(id), clausesOf(section, key)));
      if (said.length) found.push(`${section} ${key}: ${text} (${[...new Set(said)].join('; ')})`);
    }
    assert.ok(looked > 1_000, String(looked));
    assert.deepEqual(found, []);
  });

  test(`what a sentence leaves to its terms, they say, in ${lang}`, () => {
    let filled = 0;
    for (const { section, key, text } of sentencesIn(texts[lang])) {
      const own = packs.filter(({ id }) => packsOf(section, key).includes(id));
      for (const { place, unit } of blanksIn(text)) {
        const said = own.map((pack) => saidAt(pack, place)).filter((value) => value !== undefined);
        if (said.length) filled++;
        // What is no term is known of the case alone, and then there is no place in a table, and no unit.
        else assert.ok(!place.includes('.') && unit === undefined, `${section} ${key}: no terms say {${place}}`);
        if (unit && !/^[A-Z]{3}$/.test(unit)) assert.ok(texts[lang].ui[`picture.${unit}`], `${section} ${key}: what is ${unit}?`);
      }
    }
    assert.ok(filled > 100, String(filled));
  });
}

test('numbers that are written out are found', () => {
  const spoken = packs.flatMap((pack) => spokenOf(pack));
  const found = (lang, text, clauses) => saidOf(text, lang, spoken, clauses).map((said) => said.split(',')[0]);
  assert.deepEqual(found('en', 'At least 14 days ahead 50% is charged, or USD 50,000.'), ['14 days', '50 percent', '50000 usd']);
  assert.deepEqual(found('en', 'Six calendar weeks, thirty days, the 60th day, EUR 40, INR 50 million, from 9:00, plus 10 basis points'),
    ['09:00 time', '6 weeks', '30 days', '60 days', '40 eur', '50000000 inr', '0.1 percent']);
  assert.deepEqual(found('zh-Hant', '三十天內，2 年，十二個月，5 萬美元，40 歐元，第 60 日，6 個日曆週'), ['30 days', '2 years', '12 months', '50000 usd', '40 eur', '60 days', '6 weeks']);
  assert.deepEqual(found('en', 'A half refund; twice the rate'), ['50 percent', '2 times']);
  // A place in an order, an article, an example, and what is only grammar.
  assert.deepEqual(found('en', 'Severity 1, article 30, section 60, the first day, such as 14 days'), []);
  assert.deepEqual(found('zh-Hant', '同一天、第一天、第 30 條、嚴重等級 1'), []);
  assert.deepEqual(found('en', 'remotely for at most 1 day', ['MS-UES-43']), ['1 days']);
});

for (const lang of WHOLE) {
  for (const builtIn of packs) {
    test(`with every number of ${builtIn.id} changed, nothing that is said holds an old one, in ${lang}`, () => {
      const { pack, gone } = changedTerms(builtIn);
      assert.ok(gone.length >= 8, JSON.stringify(gone));
      const file = structuredClone(texts[lang]);
      const words = new Words(lang, { ...file, numbers: numbersIn(file) }).by(pack);
      const format = new Format(lang, 'USD');
      let said = 0;
      const look = (where, text, clauses = []) => {
        said++;
        assert.doesNotMatch(text, /[{}|]/, where);
        assert.deepEqual(saidOf(text, lang, gone, clauses), [], `${where}: ${text}`);
      };
      for (const id of Object.keys(pack.clauses)) look(id, words.sentence('clauses', id), [id]);
      for (const id of Object.keys(texts[lang].shorts).filter((id) => id in pack.clauses)) look(id, words.sentence('shorts', id), [id]);
      const own = described.filter((each) => each.pack === pack.id);
      for (const each of own) {
        const name = each.calculator;
        for (const text of Object.values(words.calculator(name))) look(name, text);
        for (const of of [...flat(each.fields), ...outsOf(each)]) {
          look(`${name}.${of.name}`, words.name(of.name, name));
          look(`${name}.${of.name}`, words.lineName(of.name, name));
          look(`${name}.${of.name}`, words.hint(of.name, name) ?? '');
          for (const choice of of.kind === 'country' ? [] : (of.choices ?? [])) look(`${of.name}.${choice}`, words.choice(of.name, choice, name));
        }
        for (const verdict of each.answer.verdicts ?? []) look(name, words.verdict(name, verdict));
        const asked = [each.example, ...requests.filter(({ calculator }) => calculator === name)];
        const answered = asked.map((request) => quote({ ...request, terms: pack })).filter((outcome) => !isRefusal(outcome));
        // Other terms refuse what these take only where a date lies too far ahead.
        assert.ok(answered.length >= asked.length / 2, `${name}: ${answered.length} of ${asked.length}: ${JSON.stringify(quote({ ...each.example, terms: pack })).slice(0, 300)}`);
        for (const answer of answered) {
          for (const kind of NOTES) for (const { code, clause, values } of answer[kind]) {
            const shown = Object.entries(values ?? {}).map(([key, value]) => [key, show(key, value, words, format)]);
            look(`${name}, ${code}`, words.sentence(kind, code, Object.fromEntries(shown)), [clause]);
          }
          for (const step of answer.steps ?? []) for (const token of namedIn(step)) look(`${name}: ${token}`, words.name(token, name));
        }
      }
      assert.ok(said > 500, String(said));
    });
  }
}
