// What a calculator's page says before anything is entered: a few short lines, each with the rules that say it, and with the
// numbers of the terms that are built in.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PACKS, blanksIn } from '../../tools/numbers.mjs';
import { CALCULATORS, written } from '../../tools/pages.mjs';
import { calculators, read } from './core.mjs';

/** As long as a line may be, so that five of them are read at a glance. */
const LONGEST = { zh: 75, en: 200 };

const decoded = (text) => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
const packOf = (name) => PACKS.find(({ id }) => id === calculators().find(({ calculator }) => calculator === name).pack);

/** The lines of a source. */
const sourceOf = (name) => [...read(`www/pages/${name}.html`).matchAll(/<li data-rules="([^"]+)" data-en="([^"]+)">(.+)<\/li>/g)]
  .map(([, rules, en, zh]) => ({ rules: rules.split(' '), en: decoded(en), zh: decoded(zh) }));

/** The lines of a page as it is served. */
const linesOf = (page) => {
  const [, list] = /<details class="known" open>[\s\S]*?<ul>([\s\S]*?)<\/ul>/.exec(page);
  return [...list.matchAll(/<li><span lang="zh-Hant-TW">(.+?)<\/span><span lang="en">(.+?)<\/span> (.+?)<\/li>/g)]
    .map(([, zh, en, links]) => ({ zh: decoded(zh), en: decoded(en), rules: [...links.matchAll(/<a href="rules\.html#([\w-]+)">\1<\/a>/g)].map(([, id]) => id) }));
};

/** What a number is if it is none of a contract: the name of a severity, or of a part of the licence. */
const NAMES = /severity 1|嚴重等級 1|Part 2|第 2 部分/g;

test('every calculator’s page has two to five lines that need no entry, above its form', () => {
  assert.equal(CALCULATORS.length, calculators().length);
  for (const name of CALCULATORS) {
    const [lines, page] = [sourceOf(name), written(name)];
    assert.ok(lines.length >= 2 && lines.length <= 5, `${name} has ${lines.length}`);
    assert.deepEqual(linesOf(page).map(({ rules }) => rules), lines.map(({ rules }) => rules), name);
    assert.ok(page.indexOf('class="known"') < page.indexOf('<clausewise-quote'), name);
    for (const line of linesOf(page)) {
      for (const language of ['zh', 'en']) assert.ok(line[language].length <= LONGEST[language], `${name}: ${line[language].length} ${line[language]}`);
    }
  }
});

test('each line rests on rules of the page’s own document, and its numbers on the terms that these have', () => {
  let numbers = 0;
  for (const name of CALCULATORS) {
    const pack = packOf(name);
    for (const { rules, en, zh } of sourceOf(name)) {
      for (const id of rules) assert.ok(id in pack.clauses, `${name}: ${id}`);
      for (const sentence of [en, zh]) {
        const blanks = blanksIn(sentence);
        numbers += blanks.length;
        const clauses = blanks.map(({ place }) => pack.values[place.split('.')[0]]?.clause);
        assert.ok(!clauses.includes(undefined), `${name}: ${sentence}`);
        // A row of a table goes by the rule that it is named after, or by the one of its plan.
        const rows = blanks.map(({ place }) => place.split('.')[1]);
        const plans = rows.map((row) => pack.values.response_plans?.dated.at(-1).value.find(({ plan }) => plan === row)?.clause);
        assert.ok(!blanks.length || [...clauses, ...rows, ...plans].some((clause) => rules.includes(clause)), `${name}: ${sentence} rests on ${clauses}`);
        assert.doesNotMatch(sentence.replaceAll(/\{[^}]+\}/g, '').replaceAll(NAMES, ''), /\d/, `${name} writes a number out: ${sentence}`);
        assert.doesNotMatch(sentence, /\bhalf\b|twice|全額|半額|一半|兩倍/, sentence);
      }
      assert.deepEqual(blanksIn(en).map(({ place }) => place).sort(), blanksIn(zh).map(({ place }) => place).sort(), en);
    }
  }
  assert.ok(numbers > 60, String(numbers));
});

/** Where a pack says what stands at a place: the object and the key, to change it. */
function holder(pack, place) {
  const [name, ...keys] = place.split('.');
  const dated = pack.values[name].dated.at(-1);
  if (!keys.length) return [dated, 'value'];
  const column = keys.pop();
  return [dated.value.find((row) => keys.every((key) => Object.values(row).flat().includes(key))), column];
}

for (const name of CALCULATORS.filter((each) => sourceOf(each).some(({ en }) => blanksIn(en).length))) {
  test(`with another number in the pack, the page of ${name} says that one`, () => {
    const pack = packOf(name);
    const before = linesOf(written(name));
    sourceOf(name).forEach((line, index) => {
      for (const { place } of blanksIn(line.en)) {
        const [object, key] = holder(pack, place);
        const stood = object[key];
        // Of minutes, no whole number of hours; of a percentage, a possible one.
        object[key] = typeof stood === 'number' ? 77 : '77';
        try {
          const after = linesOf(written(name));
          for (const language of ['zh', 'en']) {
            assert.match(after[index][language], /(^|\D)77(\D|$)/, place);
            assert.notEqual(after[index][language], before[index][language], place);
            assert.doesNotMatch(before[index][language], /77/);
          }
        } finally {
          object[key] = stood;
        }
      }
    });
    assert.deepEqual(linesOf(written(name)), before);
  });
}

test('no line of a page has a brace left', () => {
  for (const name of CALCULATORS) for (const { zh, en } of linesOf(written(name))) assert.doesNotMatch(`${zh} ${en}`, /[{}|]/, name);
});
