// The element's style sheets: nothing in them that a host decides.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { NAMES, CALCULATORS, heights } from '../../tools/pages.mjs';
import { read, root } from './core.mjs';

const sheets = readdirSync(new URL('www/element/', root), { recursive: true }).filter((name) => name.endsWith('.css'));

/** A comment may speak of anything. */
const rules = (name) => read(`www/element/${name}`).replaceAll(/\/\*[\s\S]*?\*\//g, '');

test('no length follows the letters of the host’s root, nor the window', () => {
  assert.ok(sheets.length > 5);
  for (const name of sheets) {
    assert.deepEqual(rules(name).match(/\b[\d.]+(rem|rex|rch|rlh|ric|rcap)\b/g), null, name);
    assert.deepEqual(rules(name).match(/@media[^{]*(width|height)[^{]*/g), null, name);
  }
});

test('every calculator’s sheet of heights is what tools/pages.mjs writes', () => {
  assert.ok(CALCULATORS.length && CALCULATORS.length < NAMES.length);
  for (const name of CALCULATORS) assert.equal(read(`www/heights/${name}.css`), heights(name), `${name}: run node tools/pages.mjs`);
  assert.deepEqual(readdirSync(new URL('www/heights/', root)).sort(), CALCULATORS.map((name) => `${name}.css`).sort());
});
