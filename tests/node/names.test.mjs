// What people call the fields, the choices and the countries: the file is fresh, no label is missing, and what goes
// by one name is one thing, but for the few that a person has to be asked about.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { versions } from 'node:process';
import { LIKE, WHOLE, wordsOf } from '../../tools/languages.mjs';
import { withNumbers } from '../../tools/numbers.mjs';
import { CLDR, FILE, folded, labelsOf, namesOf, written } from '../../tools/names.mjs';
import { calculators, read } from './core.mjs';

const text = read(FILE);
const names = JSON.parse(text);
const also = { ...JSON.parse(read('src/reading/also.json')), countries: JSON.parse(read('src/reading/also_countries.json')) };
const words = WHOLE.map((language) => withNumbers(wordsOf(language)));
const described = calculators();

const flat = (fields) => fields.flatMap((field) => [field, ...flat(field.items ?? [])]);
const every = described.flatMap(({ calculator, fields }) => flat(fields).map((field) => ({ calculator, ...field })));

/** Every list, those inside others too, with the fields that have columns. */
const listsOf = (fields, above) => fields.flatMap(({ name, items }) =>
  (items ? [{ list: `${above}.${name}`, columns: items.filter(({ kind }) => kind !== 'list') }, ...listsOf(items, `${above}.${name}`)] : []));
const lists = described.flatMap(({ calculator, fields }) => listsOf(fields, calculator));

/** The names that several keys share, with the keys: `{ korea: 'KP KR' }`. */
function shared(entries) {
  const keys = new Map();
  for (const [key, own] of Object.entries(entries)) {
    for (const name of new Set([key, ...own].map(folded))) keys.set(name, [...(keys.get(name) ?? []), key]);
  }
  return Object.fromEntries([...keys].filter(([, owners]) => owners.length > 1).map(([name, owners]) => [name, owners.sort().join(' ')]));
}

const ownersOf = (owners, ...names) => Object.fromEntries(names.map((name) => [name, owners]));

const dates = { 日期: 'cancelled_on starts_on', date: 'cancelled_on starts_on' };
const dayOrName = { 假日: 'holiday occasion' };
const price = ['unitprice', '單價', '单价'];
const services = ['服務', '服务', '服務項目', '服务项目', '服務名稱', '服务名称', '項目', '项目', '品項', '品项', 'item'];
const values = ['value', 'amount', '價值', '价值', '金額', '金额', '服務價值', '服务价值'];

/** Headings that mean two columns of one list: whoever brings them is asked. */
const ASKED = {
  'reinstatement.lines': ownersOf('annual_price new_licence_price', ...price, '單價(未稅)', '单价(未税)', '未稅單價', '未税单价'),
  'true_up.lines': ownersOf('current_price support_price', ...price),
  'swap.lines': { ...ownersOf('given_service service', ...services), ...ownersOf('given_value wanted_value', ...values) },
  'cancellation.lines': dates,
  'support.holidays': dayOrName,
  'calendar.holidays': dayOrName,
  'response.holidays': dayOrName,
};

/** Names that two countries go by. */
const TWO_COUNTRIES = {
  korea: 'KP KR', congo: 'CD CG', 剛果: 'CD CG', 刚果: 'CD CG', 多明尼加: 'DM DO', virginislands: 'VG VI',
};

test('the file is what the tool writes', async () => {
  const made = await namesOf();
  // Other editions of the languages' data have other names for a few countries.
  const comparable = (all) => (versions.cldr === CLDR ? all : { ...all, countries: {} });
  assert.equal(written(comparable(names)), written(comparable(made)));
  if (versions.cldr === CLDR) assert.equal(text, written(made));
});

test('every label that a page shows is a name of its field', () => {
  for (const { calculator, name } of every) {
    const labels = labelsOf(words, calculator, name);
    assert.equal(labels.length, words.length, `${calculator}.${name} has no label`);
    for (const label of labels) assert.ok(names.fields[name].map(folded).includes(folded(label)), `${calculator}.${name}: ${label}`);
  }
});

test('every word that a page shows for a choice is a name of it', () => {
  for (const { calculator, name, kind, choices } of every) {
    if (kind !== 'choice') continue;
    for (const key of choices) {
      for (const { choices: shown } of words) {
        const [word] = [name, ...(LIKE[name] ?? [])].flatMap((own) => shown[`${calculator}.${own}.${key}`] ?? shown[`${own}.${key}`] ?? []);
        assert.ok(names.choices[name][key].map(folded).includes(folded(word)), `${calculator}.${name}.${key}: ${word}`);
      }
    }
  }
});

test('every country has a name in both languages', () => {
  const codes = every.find(({ kind }) => kind === 'country').choices;
  assert.deepEqual(Object.keys(names.countries), [...codes].sort());
  for (const [code, own] of Object.entries(names.countries)) {
    assert.ok(own.some((name) => /\p{Script=Latin}/u.test(name)) && own.some((name) => /\p{Script=Han}/u.test(name)), code);
  }
});

test('a heading means one column of a list, but for those that are asked about', () => {
  const found = lists.map(({ list, columns }) => [list, shared(Object.fromEntries(columns.map(({ name }) => [name, names.fields[name]])))]);
  assert.deepEqual(Object.fromEntries(found.filter(([, own]) => Object.keys(own).length)), ASKED);
});

test('a name means one choice of a field', () => {
  for (const { calculator, name, kind, choices } of every) {
    if (kind === 'choice') assert.deepEqual(shared(Object.fromEntries(choices.map((key) => [key, names.choices[name][key]]))), {}, `${calculator}.${name}`);
  }
});

test('a name means one country, but for those that are asked about', () => assert.deepEqual(shared(names.countries), TWO_COUNTRIES));

test('what is written by hand belongs to a field, a choice or a country that there is', () => {
  const fields = new Set(every.map(({ name }) => name));
  assert.deepEqual(Object.keys(also.fields).filter((name) => !fields.has(name)), []);
  for (const [name, own] of Object.entries(also.choices)) {
    const keys = new Set(every.filter((field) => field.name === name && field.kind === 'choice').flatMap(({ choices }) => choices));
    assert.deepEqual(Object.keys(own).filter((key) => !keys.has(key)), [], name);
  }
  assert.deepEqual(Object.keys(also.countries).filter((code) => !names.countries[code]), []);
});
