// The words: everything that the core can say has a sentence in both languages, and every sentence is needed.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { calculators, cases, isRefusal, quote, read, root, terms } from './core.mjs';
import { callsOf, namedIn } from './formulas.mjs';
import { LIKE, WHOLE, wordsOf } from '../../tools/languages.mjs';
import { generated } from './generated.mjs';
import { source } from './sources.mjs';

const { FUNCTIONS } = await source('formula/functions');

/** The languages that say everything. */
const LANGUAGES = WHOLE;
const words = new Map(LANGUAGES.map((lang) => [lang, wordsOf(lang)]));
const described = calculators();
const packs = terms();

const requests = [...cases.map(({ request }) => request), ...described.map(({ example }) => example), ...generated(400, 7)];
const outcomes = requests.map((request) => quote(request));
const answers = outcomes.filter((outcome) => !isRefusal(outcome));

const keys = (lang, section) => Object.keys(words.get(lang)[section]);
const sorted = (names) => [...new Set(names)].sort();

/** Every key of a section is needed, and every needed key is there, in both languages. */
function assertExactly(section, needed) {
  for (const lang of LANGUAGES) {
    assert.deepEqual(keys(lang, section).filter((key) => !needed.includes(key)), [], `${lang}: ${section} that nothing needs`);
    assert.deepEqual(sorted(needed).filter((key) => !keys(lang, section).includes(key)), [], `${lang}: ${section} that are missing`);
  }
}

/** Fields or outputs, those of lists inside them too. */
const flat = (fields) => fields.flatMap((field) => [field, ...flat(field.items ?? [])]);
const fieldsOf = ({ fields }) => flat(fields);
const outputsOf = ({ answer }) => flat([...answer.figures, ...answer.dates, ...answer.line]);

const ENVELOPE = ['calculator', 'as_of', 'currency', 'minor_units', 'terms', 'steps', 'input', 'lines', 'verdict'];

/** The names of values in formulas and of those on the way, and what is called: `months` alone is a value, `months(` is not. */
const formulaNames = (answer) => answer.steps.flatMap(namedIn);
const formulaCalls = (answer) => answer.steps.flatMap(callsOf);

test('calculators', () => assertExactly('calculators', described.map(({ calculator }) => calculator)));

test('names', () => {
  const names = new Map(described.map((each) => [each.calculator, [
    ...ENVELOPE,
    ...fieldsOf(each).map(({ name }) => name),
    ...outputsOf(each).map(({ name }) => name),
    ...answers.filter(({ calculator }) => calculator === each.calculator).flatMap(formulaNames),
  ]]));
  const needed = [...names.values()].flat();
  const terms = packs.flatMap(({ values }) => Object.keys(values));
  for (const lang of LANGUAGES) {
    const there = keys(lang, 'names');
    const missing = described.flatMap(({ calculator }) =>
      names.get(calculator).filter((name) => !there.includes(name) && !there.includes(`${calculator}.${name}`)));
    assert.deepEqual(sorted(missing), [], `${lang}: names that are missing`);
    const leftover = there.filter((key) => {
      const [owner, ...rest] = key.split('.');
      const name = rest.at(-1);
      return name === undefined ? ![...needed, ...terms].includes(key) : !names.get(owner)?.includes(name);
    });
    assert.deepEqual(leftover, [], `${lang}: names that nothing needs`);
  }
  assert.deepEqual(keys('en', 'names'), keys('zh-Hant', 'names'));
});

test('formulas', () => {
  const calls = sorted(answers.flatMap(formulaCalls));
  assert.ok(calls.includes('day_before') && calls.includes('months'));
  // And what a formula has besides calls; some calls have a phrase of their own for a first part of 0, or for the values of a list.
  const functions = Object.keys(FUNCTIONS);
  const others = functions.map((name) => `${name}_values`).filter((key) => keys('en', 'formula').includes(key));
  assertExactly('formula', ['brackets', 'because', 'max_0', 'and', 'or', 'not', 'holds', 'lacks', 'if', 'held', 'held_else', 'where', 'else', 'nothing', ...functions, ...others, ...calls]);
});

test('hints', () => {
  const fields = new Map(described.map((each) => [each.calculator, fieldsOf(each).map(({ name }) => name)]));
  const all = [...ENVELOPE, ...[...fields.values()].flat()];
  for (const lang of LANGUAGES) {
    const leftover = keys(lang, 'hints').filter((key) => {
      const [owner, name] = key.split('.');
      return name === undefined ? !all.includes(key) : !fields.get(owner)?.includes(name);
    });
    assert.deepEqual(leftover, [], `${lang}: hints that nothing needs`);
  }
  assert.deepEqual(keys('en', 'hints'), keys('zh-Hant', 'hints'));
});

test('choices', () => assertExactly('choices', [
  // And what a calculator calls by a word of its own.
  ...described.flatMap(({ calculator, answer }) => answer.line.flatMap(({ name, choices = [] }) => choices.map((choice) => `${calculator}.${name}.${choice}`)))
    .filter((key) => keys('en', 'choices').includes(key)),
  ...described.flatMap((each) => [...fieldsOf(each), ...outputsOf(each)]).flatMap(({ name, kind, choices = [] }) => (kind === 'country' ? [] : choices).map((choice) => `${name}.${choice}`)),
  ...described.flatMap(({ answer }) => (answer.verdicts ?? []).map((verdict) => `verdict.${verdict}`)),
  ...packs.flatMap(({ services = [] }) => services.map(({ group }) => `group.${group}`)),
].filter((key) => !Object.hasOwn(LIKE, key.split('.')[0]))));

test('verdicts', () => assertExactly('verdicts', described.flatMap(({ calculator, codes, answer }) => {
  const verdicts = (answer.verdicts ?? []).map((verdict) => `${calculator}.${verdict}`);
  // And one of several ways to a verdict, by the code of a reason or warning that tells it.
  const ways = verdicts.flatMap((verdict) => [...codes.reasons, ...codes.warnings].map((code) => `${verdict}.${code}`));
  return [...verdicts, ...ways.filter((way) => keys('en', 'verdicts').includes(way) || keys('zh-Hant', 'verdicts').includes(way))];
})));

test('headlines', () => {
  // By a calculator and what tells it: a note, a verdict, a figure or a day, which may have its own for a value; and what stands below one.
  const told = new Map(described.map(({ calculator, codes, answer }) => [calculator,
    [...codes.reasons, ...codes.warnings, ...(answer.verdicts ?? []), ...answer.figures.map(({ name }) => name), ...answer.dates.map(({ name }) => name)]]));
  for (const lang of LANGUAGES) {
    const there = keys(lang, 'headlines');
    for (const key of there) {
      const [calculator, state, ...rest] = key.split('.');
      assert.ok(told.get(calculator)?.includes(state), `${lang}: ${key} that nothing tells`);
      if (rest.at(-1) === 'below') assert.ok(there.includes(key.replace(/\.below$/, '')), `${lang}: ${key} stands below nothing`);
      else assert.ok(rest.length <= 1, key);
      const outputs = described.find((each) => each.calculator === calculator).answer;
      for (const [, name] of words.get(lang).headlines[key].matchAll(/\{(\w+)\}/g)) {
        assert.ok([...outputs.figures, ...outputs.dates].some((out) => out.name === name), `${lang}: ${key} names ${name}`);
      }
    }
  }
  assert.deepEqual(keys('en', 'headlines'), keys('zh-Hant', 'headlines'));
});

for (const kind of ['reasons', 'assumptions', 'warnings']) {
  test(kind, () => assertExactly(kind, described.flatMap(({ codes }) => codes[kind])));

  test(`${kind} that are described do come up`, () => {
    for (const { calculator, codes } of described) {
      const seen = answers.filter((answer) => answer.calculator === calculator).flatMap((answer) => answer[kind].map(({ code }) => code));
      assert.deepEqual(codes[kind].filter((code) => !seen.includes(code)), [], calculator);
    }
  });
}

test('refusals', () => {
  // The codes, and the kinds of value that some have sentences for, as the core writes them.
  const source = read('src/request/problem.rs');
  const codes = [...source.matchAll(/=> "([a-z_0-9]+)",/g)].map(([, code]) => code);
  assert.ok(codes.includes('not_a_decimal') && codes.includes('overflow'));
  const seen = outcomes.filter(isRefusal).flatMap(({ errors }) => errors.map(({ code }) => code));
  assert.deepEqual(seen.filter((code) => !codes.includes(code)), []);
  // And `whole` for amounts that have no decimals at all, `unprintable` for a character that stands somewhere.
  const kinds = ['whole', 'unprintable', 'money', 'percent', 'rate', 'date', 'count', 'text', 'choice', 'flag', 'local_time', 'time', 'list', 'object'];
  for (const lang of LANGUAGES) {
    const there = keys(lang, 'refusals');
    assert.deepEqual(codes.filter((code) => !there.includes(code)), [], `${lang}: missing`);
    assert.deepEqual(there.filter((key) => !codes.includes(key.split('.')[0])), [], `${lang}: not needed`);
    assert.deepEqual(there.filter((key) => key.includes('.') && !kinds.includes(key.split('.')[1])), [], `${lang}: no such kind`);
  }
  assert.deepEqual(keys('en', 'refusals'), keys('zh-Hant', 'refusals'));
});

test('what goes by the words of others has none of its own, and those others have some', () => {
  for (const lang of LANGUAGES) {
    const has = (name) => keys(lang, 'choices').some((key) => key.startsWith(`${name}.`));
    for (const [name, others] of Object.entries(LIKE)) {
      assert.ok(!has(name), `${lang}: ${name} has words of its own`);
      for (const other of others) assert.ok(has(other), `${lang}: ${name} goes by ${other}, which has no words`);
    }
  }
});

test('every key that a working names has a word', () => {
  const nameless = new Set();
  for (const { calculator, steps } of answers) {
    for (const { values, from } of steps) {
      for (const [name, value] of Object.entries(values)) {
        [value].flat().forEach((each, index) => {
          // What a visitor typed is told as it was typed.
          const path = [from[name]].flat()[index] ?? from[name];
          if (typeof each !== 'string' || !/^[a-z][a-z_0-9]*$/.test(each) || path.startsWith('input.')) return;
          const column = path.split('.').findLast((part) => !/^\d+$/.test(part));
          const texts = [column, ...(LIKE[column] ?? [])].flatMap((own) => words.get('en').choices[`${calculator}.${own}.${each}`] ?? words.get('en').choices[`${own}.${each}`] ?? []);
          if (!texts.length) nameless.add(`${calculator} ${column}.${each}`);
        });
      }
    }
  }
  assert.deepEqual([...nameless], []);
});

test('roundings', () => assertExactly('roundings', ['none', 'half_up', 'up', 'down']));

test('clauses', () => assertExactly('clauses', packs.flatMap(({ clauses }) => Object.keys(clauses))));

test('documents', () => {
  assertExactly('documents', packs.map(({ id }) => id));
  for (const lang of LANGUAGES) {
    for (const { name, publisher } of Object.values(words.get(lang).documents)) assert.ok(name && publisher);
  }
});

test('keywords', () => assertExactly('keywords', described.map(({ calculator }) => calculator)));

test('shorts', () => {
  // What the table of countries gathers, and does not say by the name of a law or of a court.
  const source = read('www/element/tables/countries.ts');
  const gathered = [...source.matchAll(/^ {2}\w+: \[(.+)\],$/gm)].flatMap(([, list]) => list.match(/\w+/g));
  assert.ok(gathered.includes('cap_floor') && gathered.includes('late_payment'));
  const { values } = packs.find(({ id }) => id === 'ibm-ilan');
  const rows = gathered.flatMap((name) => values[name]?.dated.at(-1).value ?? []);
  assertExactly('shorts', rows.filter(({ law, forum }) => law === undefined && forum === undefined).map(({ clause }) => clause));
});

test('glossary', () => {
  for (const lang of LANGUAGES) for (const { term, meaning } of Object.values(words.get(lang).glossary)) assert.ok(term && meaning);
  assert.deepEqual(keys('en', 'glossary'), keys('zh-Hant', 'glossary'));
  // No two terms go by one name.
  for (const lang of LANGUAGES) {
    const names = Object.values(words.get(lang).glossary).map(({ term }) => term);
    assert.deepEqual(names, [...new Set(names)], lang);
  }
  // Which label has which term: both are there.
  const labels = new Map(described.map((each) => [each.calculator, [...fieldsOf(each), ...outputsOf(each)].map(({ name }) => name)]));
  for (const [label, key] of Object.entries(JSON.parse(read('www/words/terms.json')))) {
    const [calculator, name] = label.split('.');
    assert.ok(labels.get(calculator)?.includes(name), `${label} is no label`);
    assert.ok(keys('en', 'glossary').includes(key), `${label}: ${key} is no term`);
  }
});

test('readings', () => {
  // Which rule a reading belongs to is written down for the table of rules: as answers have it, rule by rule.
  const seen = {};
  for (const { terms: { pack, digest }, assumptions } of answers) {
    if (!packs.some((each) => each.id === pack && each.digest === digest)) continue;
    for (const { clause, code } of assumptions) (seen[clause] ??= new Set()).add(code);
  }
  const readings = JSON.parse(read('www/words/readings.json'));
  const rules = packs.flatMap(({ clauses }) => Object.keys(clauses)).filter((rule) => rule in seen);
  assert.deepEqual(Object.keys(readings), rules);
  for (const rule of rules) assert.deepEqual(readings[rule], [...seen[rule]].sort(), rule);
});

test('the frame', () => {
  // What the scripts of the frame say, and what its page says where there are none.
  const source = readdirSync(new URL('www/frame/', root)).filter((name) => name.endsWith('.ts')).map((name) => read(`www/frame/${name}`)).join('\n');
  const said = [...source.matchAll(/\bsay\('([a-z_]+)'/g)].map(([, key]) => key);
  assert.ok(said.includes('no_print') && said.includes('no_file'));
  assertExactly('frame', [...said, 'noscript']);
  // A link, an address: the same in both languages.
  const marks = (text) => [/\[.+\]/, /\{address\}/].map((mark) => mark.test(text));
  for (const key of keys('en', 'frame')) {
    assert.deepEqual(marks(words.get('zh-Hant').frame[key]), marks(words.get('en').frame[key]), key);
  }
});

test('the page with the code', () => assertExactly('embed', ['fallback']));

test('the interface', () => {
  const files = readdirSync(new URL('www/element/', root), { recursive: true }).filter((name) => name.endsWith('.ts'));
  const source = files.map((name) => read(`www/element/${name}`)).join('\n');
  const literals = new Set([...source.matchAll(/['"`]([a-z][a-z0-9_.]*)['"`]/g)].map(([, literal]) => literal));
  // Keys that are put together: `item_${name}`.
  const patterns = [...source.matchAll(/`([a-z_.]+\$\{[^`\n{}]*\}[a-z_.]*)`/g)].map(([, text]) =>
    new RegExp(`^${text.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[a-z_.]+')}$`));
  const shown = (key) => literals.has(key) || patterns.some((pattern) => pattern.test(key));
  for (const lang of LANGUAGES) {
    const there = keys(lang, 'ui');
    const asked = [...source.matchAll(/\bui\(\s*'([a-z0-9_.]+)'/g)].map(([, key]) => key);
    assert.deepEqual(sorted(asked.filter((key) => !there.includes(key))), [], `${lang}: missing`);
    assert.deepEqual(there.filter((key) => !shown(key.replace(/_one$/, ''))), [], `${lang}: nothing shows these`);
  }
  const plain = (lang) => keys(lang, 'ui').filter((key) => !key.endsWith('_one'));
  assert.deepEqual(plain('en'), plain('zh-Hant'));
});

/** Every sentence with its place. */
function sentences(value, place = '') {
  if (typeof value === 'string') return [[place, value]];
  return Object.entries(value).flatMap(([name, inner]) => sentences(inner, place ? `${place} ${name}` : name));
}

test('the same blanks to fill in both languages', () => {
  // With its unit or without: 10 個工作天 says the unit in its own way.
  const blanks = (text) => sorted([...text.matchAll(/\{([^{}|]*)[^{}]*\}/g)].map(([, place]) => place));
  const chinese = new Map(sentences(words.get('zh-Hant')));
  for (const [place, text] of sentences(words.get('en'))) {
    if (chinese.has(place)) assert.deepEqual(blanks(chinese.get(place)), blanks(text), place);
  }
});

test('no sentence is empty or has blanks at its ends, but what joins others', () => {
  for (const lang of LANGUAGES) {
    for (const [place, text] of sentences(words.get(lang))) {
      assert.ok(text && (text === text.trim() || place.endsWith('.join')), `${lang} ${place}`);
    }
  }
});

/** Two readings of one sentence: what each says is the label. */
const READINGS = ['early_enough', 'late_enough'];

test('what is yes or no is asked with 是否 in Chinese', () => {
  for (const each of described) {
    for (const { name, kind } of [...fieldsOf(each), ...outputsOf(each)]) {
      if (kind !== 'flag' || READINGS.includes(name)) continue;
      const { names } = words.get('zh-Hant');
      assert.match(names[`${each.calculator}.${name}`] ?? names[name], /是否/u, `${each.calculator}.${name}`);
    }
  }
});

test('Chinese has Chinese punctuation', () => {
  for (const [place, text] of sentences(words.get('zh-Hant'))) {
    assert.doesNotMatch(text, /\p{Script=Han}\s?[,.;:!?()]\s?\p{Script=Han}/u, place);
    assert.doesNotMatch(text, /\p{Script=Han}[,.;:!?]$/u, place);
  }
});
