// Every pattern of the scripts takes time in proportion to the text, whatever that is: one that looks at each sign again for each
// sign before it holds a page up for minutes over a single pasted cell.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const www = new URL('../../www/', import.meta.url);
const scripts = readdirSync(www, { recursive: true }).filter((name) => /\.(ts|js)$/.test(name) && !name.endsWith('.d.ts')).sort();

/** What stands where a value may begin, and is no comment and no division. */
const LITERAL = /(?<=[=(,:?[!&|{};>]\s*|\breturn\s+)\/(?![/*])((?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)/g;

const patternsOf = (name) => [...readFileSync(new URL(name, www), 'utf8').matchAll(LITERAL)].flatMap(([, source, flags]) => {
  try {
    return [new RegExp(source, flags.includes('g') ? flags : `${flags}g`)];
  } catch {
    return [];
  }
});

const LENGTH = 20_000;
const SIGNS = [' ', '\n', '\t', '\r', 'a', 'A', 'é', '1', '0', '.', ',', '-', '/', '(', ')', '[', '{', '"', "'", '%', '％', '１', '萬', '\u200b', '\u3000', '=', '+', '@', ';', '|', '#', '_', '1,', '1.', 'a ', ' -', '年1', '\r\n'];
/** Texts that go on alike, and end in what fits nothing. */
const texts = SIGNS.flatMap((sign) => ['', '1'].map((begin) => `${begin}${sign.repeat(LENGTH / sign.length)}\u0001`));

/** The quickest of some turns: a machine that is busy with something else is not so every time. */
function took(act, turns = 3) {
  const turn = () => {
    const start = process.hrtime.bigint();
    act();
    return Number(process.hrtime.bigint() - start);
  };
  return Math.min(...Array.from({ length: turns }, turn));
}

/** What it costs to look at every sign of a text. */
const glance = took(() => { for (let turn = 0; turn < 10; turn++) 'a1 '.repeat(LENGTH / 3).replace(/[^\p{L}]/gu, '.'); }, 7) / 10;
const MOST = 60;

const slowIn = (pattern) => texts.find((text) => {
  const act = () => text.replace(pattern, '');
  return took(act, 1) > MOST * glance && took(act) > MOST * glance;
});

test('a pattern that is not linear is found', () => {
  assert.notEqual(slowIn(/\s*[\r\n]+\s*/g), undefined);
  assert.notEqual(slowIn(/\(+x/g), undefined);
  assert.equal(slowIn(/^\s*\(+x/g), undefined);
});

test('there are patterns to look at', () => assert.ok(scripts.flatMap(patternsOf).length > 60));

for (const name of scripts) {
  const patterns = patternsOf(name);
  if (patterns.length) test(name, () => assert.deepEqual(patterns.filter((pattern) => slowIn(pattern) !== undefined).map(String), []));
}
