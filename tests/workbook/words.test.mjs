// What workbooks say: the same in every language, and nothing that no workbook says.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { workbookWords } from '../../tools/languages.mjs';
import { root } from '../node/core.mjs';

const said = workbookWords();
const folder = new URL('www/element/workbook/', root);
const sources = readdirSync(folder).filter((name) => name.endsWith('.ts')).map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n');

test('every language has every sentence', () => {
  const [keys, ...others] = Object.values(said).map((texts) => Object.keys(texts));
  assert.ok(others.length >= 1);
  for (const other of others) assert.deepEqual(other, keys);
});

test('each is asked for', () => {
  const asked = (key) => sources.includes(`'${key}'`) || /^(?:kind|changed)_/.test(key) && sources.includes(`\`${key.slice(0, key.indexOf('_'))}_$`);
  assert.deepEqual(Object.keys(said.en).filter((key) => !asked(key)), []);
  const wanted = [...sources.matchAll(/\bsay\('(\w+)'/g)].map(([, key]) => key);
  assert.ok(wanted.length > 20);
  assert.deepEqual(wanted.filter((key) => !Object.hasOwn(said.en, key)), []);
});

test('Chinese has no half-width brackets, and no blank between two characters', () => {
  for (const [key, text] of Object.entries(said['zh-Hant'])) assert.doesNotMatch(text, /[()]|\p{Script=Han} \p{Script=Han}/u, key);
});

test('sentences that formulas compare are short enough for them', () => {
  for (const texts of Object.values(said)) for (const [key, text] of Object.entries(texts)) assert.ok(text.length <= 255, key);
});
