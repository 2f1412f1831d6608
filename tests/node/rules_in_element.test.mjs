// The element draws what the core says, and knows no rule: no calculator, no verdict and no output stands in it by its name. What
// still does is listed here with the reason; one that is no longer there is taken out.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { calculators, read, root } from './core.mjs';

const flat = (outs) => outs.flatMap((out) => [out, ...flat(out.items ?? [])]);
const described = calculators();
const calculatorNames = new Set(described.map(({ calculator }) => calculator));
const outputs = described.flatMap(({ answer }) => flat([...answer.figures, ...answer.dates, ...answer.line, ...(answer.between ?? [])]));
const verdicts = new Set([...described.flatMap(({ answer }) => answer.verdicts ?? []), ...outputs.flatMap(({ name, choices = [] }) => (name === 'verdict' ? choices : []))]);
const outputNames = new Set(outputs.map(({ name }) => name));

/** Words of the language and of the interface that some output happens to be called too. */
const ORDINARY = new Set(['number', 'missing', 'needed', 'group', 'calendar', 'clock', 'languages', 'hours', 'days', 'months', 'credits', 'total', 'status', 'event', 'table', 'lacks', 'held', 'label']);

/** What stands there all the same, by file, and why. */
const KNOWN = {
  'answer/ways.ts': 'the members of a way in the description, which some figures are called by too',
  'answer/headline.ts': 'the mark that tests find the sentence of the verdict by',
  'format.ts': 'the parts of a date, of which a language puts a day together: year, month, day',
  'words.ts': 'the words of verdicts stand under this name',
  'formula/tell.ts': 'a function of formulas and the week that it takes, which go by the same names',
  'quote/scenarios/compared.ts': 'the label and the words of the verdict, which every answer may have',
  'workbook/calls.ts': 'functions of formulas, which go by the same names',
  'workbook/summary.ts': 'the label of the verdict, which every answer may have',
  'workbook/terms.ts': 'the name under which keys of the catalogue have their words',
  'workbook/whole.ts': 'what binds how strongly: a sum, a product',
  'tables/countries.ts': 'which terms of the document stand in which table: no answer is drawn there',
  'search.ts': 'kinds of what can be found: a rule, a service',
  'search/find.ts': 'kinds of what can be found: a rule, a service',
};

/** Pictures draw one answer each. */
const isOwn = (name) => name.endsWith('.ts') && !name.endsWith('.d.ts') && !/^pictures\//.test(name);

const withoutComments = (text) => text.replaceAll(/^\s*(?:\/\/|\/\*\*?|\*).*$/gm, '');

function foundIn(text) {
  const code = withoutComments(text);
  const quoted = [...code.matchAll(/(?<!=)['"`]([a-z][a-z0-9_]*)['"`]/g)].map(([, name]) => name);
  const keys = [...code.matchAll(/(?<![.\w])([a-z][a-z0-9_]*)\??: /g)].map(([, name]) => name);
  const isRule = (name) => !ORDINARY.has(name) && (calculatorNames.has(name) || verdicts.has(name) || outputNames.has(name));
  return [...new Set([...quoted.filter(isRule), ...keys.filter((name) => verdicts.has(name))])];
}

const files = readdirSync(new URL('www/element/', root), { recursive: true }).map((name) => name.replaceAll('\\', '/')).filter(isOwn).sort();
const found = new Map(files.map((name) => [name, foundIn(read(`www/element/${name}`))]).filter(([, names]) => names.length));

test('a rule is found where there is one', () => {
  assert.deepEqual(foundIn("// 'renewal'\nif (name === 'credit_spend' || tones.eligible) return { barred: 1 };"), ['credit_spend', 'barred']);
});

test('no calculator, no verdict and no output is known by its name', () => {
  assert.deepEqual([...found].filter(([name]) => !Object.hasOwn(KNOWN, name)).map(([name, names]) => `${name}: ${names.join()}`), []);
});

test('what is listed is still there', () => assert.deepEqual(Object.keys(KNOWN).filter((name) => !found.has(name)), []));
