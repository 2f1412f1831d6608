// What is shown of an answer: its headline, its picture, everything below and every working, in every state of the cases and in both languages, with
// the words that a page of that calculator loads. No key, no placeholder and no value that is none may come through.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Words } from '../../pkg/parts/find.js';
import { LANGUAGES, WHOLE, calculatorsIn } from '../../tools/languages.mjs';
import { calculators, cases, isRefusal, quote, terms } from './core.mjs';
import { source } from './sources.mjs';

const { Format, codesOf, detailTemplate, headOf, headlineTemplate, loadPicture, loadWorkings, picture, spoken, textOf } = await source(
  'answer/headline', 'answer/head', 'answer/answer', 'answer/working', 'pictures/index', 'format');
await loadWorkings();

const described = new Map(calculators().map((each) => [each.calculator, each]));
const packs = new Map(terms().map((each) => [each.id, each]));
for (const name of described.keys()) await loadPicture(name);

const loaded = new Map();
for (const lang of LANGUAGES) {
  const shared = (await import(`../../pkg/words/${lang}/shared.js`)).default;
  for (const name of calculatorsIn(lang)) {
    const own = (await import(`../../pkg/words/${lang}/${name}.js`)).default;
    const merged = {};
    for (const part of [shared, own]) {
      for (const [section, entries] of Object.entries(part)) merged[section] = typeof entries === 'object' ? { ...merged[section], ...entries } : entries;
    }
    loaded.set(`${lang} ${name}`, merged);
  }
}

/** Every answer of the cases, and of the examples. */
const answered = [...cases.map(({ title, request }) => ({ title, request })), ...[...described.values()].map(({ calculator, example }) => ({ title: `example of ${calculator}`, request: example }))]
  .flatMap(({ title, request }) => {
    const answer = quote(request);
    return isRefusal(answer) ? [] : [{ title, request, answer }];
  });

/** Those of the calculators that a language speaks of. */
const answeredIn = (lang) => answered.filter(({ answer }) => calculatorsIn(lang).includes(answer.calculator));

/** The words of a page, which note what they were asked for and did not have. */
function wordsOf(lang, answer, typed, lacking) {
  const words = new Words(lang, structuredClone(loaded.get(`${lang} ${answer.calculator}`))).noting(codesOf({ answer }));
  words.missing = () => lacking.add('a name or a sentence');
  const [ui, choice] = [words.ui.bind(words), words.choice.bind(words)];
  words.ui = (key, values) => {
    const text = ui(key, values);
    if (text === key) lacking.add(key);
    return text;
  };
  words.choice = (field, key, calculator) => {
    const text = choice(field, key, calculator);
    if (text === key && /^[a-z_]+$/.test(key) && !typed.has(key)) lacking.add(`${field}.${key}`);
    return text;
  };
  return words;
}

const none = () => {};

/** Every working, clause and meaning stands open. */
const EVERYTHING = { has: () => true };

const stepsOf = ({ steps = [] }) => new Map(steps.map((step) => [step.figure, step]));

function viewOf(lang, { request, answer }, typed, lacking) {
  const calculator = described.get(answer.calculator);
  const builtIn = packs.get(answer.terms.pack);
  const isBrought = builtIn?.digest !== answer.terms.digest;
  return {
    calculator, request, answer, isBrought, words: wordsOf(lang, answer, typed, lacking), format: new Format(lang, calculator.money ? answer.currency : ''),
    steps: stepsOf(answer), firstSteps: stepsOf(answer), pack: isBrought ? (typeof request.terms === 'object' ? request.terms : undefined) : builtIn,
    rules: 'rules.html', pages: '', tools: '', host: {}, matter: {}, answerTo: none, glossary: 'glossary.html', open: EVERYTHING, explained: EVERYTHING, explain: none, toggle: none, allOpen: true, toggleAll: none, close: none, trail: none, follow: none, back: none, hasField: () => true, toField: none, again: none,
    shown: 100, more: none, innerShown: () => Infinity, innerMore: none, filter: { text: '', picks: {} }, narrow: none, languages: [], mayChoose: () => true, choose: none, lead: none,
  };
}

/** What a template says: its texts, and the attributes that are read out. */
function said(template) {
  const html = written(template);
  const read = [...html.matchAll(/(?:aria-label|title)="?([^"<>]*)/g)].map(([, text]) => text);
  return [html.replace(/<[^>]*>/g, ' '), ...read].join(' ');
}

function written(value) {
  if (Array.isArray(value)) return value.map(written).join('');
  if (value === null) return 'null';
  if (value === undefined) return 'undefined';
  if (typeof value === 'object' && 'strings' in value) {
    return value.strings.map((text, index) => text + (index < value.values.length ? hole(text, value.values[index]) : '')).join('');
  }
  return typeof value === 'function' || typeof value === 'symbol' ? '' : String(value).replaceAll(/[<>"]/g, ' ');
}

/** An attribute goes within marks. */
const hole = (before, value) => (/=$/.test(before) ? `"${written(value)}"` : written(value));

const RAW = /\b[a-z]+(?:_[a-z0-9]+)+\b|\b(?:picture|onward|figures|lines|dates)\.[a-z]|\bundefined\b|\bNaN\b|\bnull\b|[{}]|\[object|\d{4}-\d\d-\d\d|\d\dT\d\d/;

function* textsIn(value) {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) yield* textsIn(each);
}

for (const lang of LANGUAGES) {
  test(`nothing raw is shown of any answer, in ${lang}`, () => {
    const found = [];
    for (const each of answeredIn(lang)) {
      const lacking = new Set();
      // What somebody typed is shown as it was typed.
      const typed = new Set(textsIn(each.request.input));
      const view = viewOf(lang, each, typed, lacking);
      const { calculator, request, answer, pack, words, format } = view;
      const own = (text) => [...typed].filter((value) => /[_{}]|undefined|null|NaN/.test(value)).reduce((left, value) => left.replaceAll(value, ' '), text);
      const parts = {
        headline: said(headlineTemplate(view)), spoken: spoken(view), detail: said(detailTemplate(view)),
        picture: said(picture({ calculator: calculator.calculator, request, answer, steps: view.steps, firstSteps: view.firstSteps, pack, words, format }) ?? []),
      };
      for (const [part, text] of Object.entries(parts)) {
        const raw = RAW.exec(own(text));
        if (raw) found.push(`${each.title}: ${part} shows ${own(text).slice(Math.max(raw.index - 40, 0), raw.index + 60)}`);
      }
      if (lacking.size) found.push(`${each.title}: ${[...lacking].join()} is lacking`);
    }
    assert.deepEqual([...new Set(found)].slice(0, 40), []);
  });

  test(`every answer is headed by something, and each headline heads one, in ${lang}`, () => {
    const heads = new Set();
    for (const each of answeredIn(lang)) {
      const { said: pieces, below } = headOf(viewOf(lang, each, new Set(), new Set()));
      assert.ok(textOf(pieces).trim(), each.title);
      for (const part of [pieces, below]) heads.add(`${each.answer.calculator}: ${part.map((piece) => (typeof piece === 'string' ? piece : `{${piece.name}}`)).join('')}`);
    }
    for (const name of calculatorsIn(lang)) {
      for (const [key, text] of Object.entries(loaded.get(`${lang} ${name}`).headlines ?? {})) assert.ok(heads.has(`${name}: ${text}`), `${key} heads no answer`);
    }
  });
}

const those = (name, holds) => {
  const found = answered.filter(({ answer }) => answer.calculator === name && holds(answer));
  assert.ok(found.length, `no case of ${name} is like that`);
  return found;
};
const noted = (code) => ({ reasons, warnings }) => [...reasons, ...warnings].some((note) => note.code === code);

for (const lang of WHOLE) {
  const view = (each) => viewOf(lang, each, new Set(), new Set());
  const head = (each) => said(headlineTemplate(view(each)));

  test(`where nothing can be done, no amount of nothing is shown, in ${lang}`, () => {
    for (const each of [...those('renewal', ({ verdict }) => verdict === 'ineligible'), ...those('reinstatement', ({ verdict }) => verdict === 'ineligible')]) {
      assert.doesNotMatch(head(each), /\d/, each.title);
    }
  });

  test(`a family that is not listed is IBM’s to price, and the amount an indication below, in ${lang}`, () => {
    for (const each of those('reinstatement', noted('family_not_listed'))) {
      const { isSentence, said: pieces, below } = headOf(view(each));
      assert.ok(isSentence && pieces.every((piece) => typeof piece === 'string'), each.title);
      assert.ok(below.some((piece) => piece.name === 'reinstatement'), each.title);
    }
    for (const each of those('reinstatement', (answer) => answer.verdict === 'refer' && !noted('family_not_listed')(answer))) assert.equal(headOf(view(each)).isSentence, false, each.title);
  });

  test(`without the figure that was asked for the verdict heads the answer, and is said once, in ${lang}`, () => {
    for (const each of [...those('dispute', ({ verdict, dates }) => verdict !== 'eligible' && dates.file_by === undefined),
      ...those('true_up', ({ figures }) => figures.total === undefined), ...those('late_charge', ({ figures }) => figures.charge === undefined)]) {
      const { isVerdict, said: [sentence] } = headOf(view(each));
      assert.ok(isVerdict, each.title);
      assert.equal(head(each).split(sentence).length, 2, each.title);
    }
  });

  test(`what is lost or may be heads an answer that is no plain yes, in ${lang}`, () => {
    for (const each of those('flex', ({ verdict, figures }) => verdict === 'eligible' && /[1-9]/.test(figures.forfeited))) {
      const plain = view(each);
      const { name, tone } = headOf({ ...plain, calculator: { ...plain.calculator, answer: { ...plain.calculator.answer, losses: ['forfeited', 'at_risk'] } } });
      assert.deepEqual([name, tone], ['forfeited', 'ask'], each.title);
    }
  });

  test(`once renewing is no longer open, it is named as what it would have cost, in ${lang}`, () => {
    const { names } = loaded.get(`${lang} compare`);
    for (const each of those('compare', ({ figures }) => figures.path === 'reinstatement')) {
      const detail = said(detailTemplate(view(each)));
      for (const name of ['renewal', 'lines.renewal', 'renewal_so_far']) assert.ok(detail.includes(names[`compare.only_reinstatement_now.${name}`]), `${each.title}: ${name}`);
      assert.ok(!detail.includes(names['compare.lines.renewal']), each.title);
      assert.ok(head(each).includes(names['compare.only_reinstatement_now.cheapest']), each.title);
    }
  });
}
