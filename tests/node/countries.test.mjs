// The names of countries: everyone that the core knows has one, and is found by whatever people call it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countryName, findCountries, namesOf } from '../../pkg/parts/countries.js';
import { calculators, read, readText } from './core.mjs';

const printed = JSON.parse(read('tests/transcribed/ilan_countries.json'));
const asks = calculators().flatMap(({ fields }) => fields.flatMap((field) => [field, ...(field.items ?? [])])).filter(({ kind }) => kind === 'country');
const codes = asks[0]?.choices ?? [];

/** The code that a text is read as, by the names that a page has for each. */
const names = namesOf(codes);
const countryOf = (text) => readText('country', text, { choices: names }).value;

test('every country that may be entered has a name in both languages', () => {
  assert.equal(codes.length, 250);
  for (const code of codes) {
    assert.notEqual(countryName(code, 'en'), code);
    assert.match(countryName(code, 'zh-Hant'), /\p{Script=Han}/u, code);
  }
});

test('a country is found by its code, and by the names that the licence prints', () => {
  for (const code of codes) {
    assert.equal(countryOf(code), code);
    assert.equal(countryOf(code.toLowerCase()), code);
    assert.ok(findCountries(code, codes, 'en').includes(code), code);
  }
  assert.equal(printed.length, 176);
  for (const { iso, zh, en } of printed) {
    // What stands in brackets is a remark of whoever wrote the table.
    for (const name of [zh, en.replace(/ \(today .*\)/, '')]) assert.ok(findCountries(name, codes, 'zh-Hant').includes(iso), name);
  }
});

test('a name that only one country has is enough', () => {
  const found = { 台灣: 'TW', 臺灣: 'TW', taiwan: 'TW', UK: 'GB', ' South  korea ': 'KR', 'cote d’ivoire': 'CI', 'Ivory Coast': 'CI', 北馬其頓: 'MK', 科索沃: 'XK', 聖路易: 'LC', 妥土拉: 'VG', 薩巴: 'BQ', 瑞典: 'SE' };
  for (const [name, code] of Object.entries(found)) assert.equal(countryOf(name), code, name);
});

test('a name that two have is not guessed at, nor is half of one', () => {
  assert.equal(countryOf('多明尼加'), undefined);
  assert.deepEqual(findCountries('多明尼加', codes, 'zh-Hant').sort(), ['DM', 'DO']);
  assert.equal(countryOf('Tai'), undefined);
  assert.equal(countryOf(''), undefined);
  assert.deepEqual(findCountries('Nowhereland', codes, 'en'), []);
});

test('what begins with the letters typed comes first', () => {
  assert.deepEqual(findCountries('in', codes, 'en').slice(0, 2).sort(), ['ID', 'IN']);
  assert.equal(findCountries('united k', codes, 'en')[0], 'GB');
  assert.equal(findCountries('', codes, 'en').length, 250);
});
