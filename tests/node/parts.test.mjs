// The words in parts: a page that loads what all calculators have in common and what its own has beside it lacks no
// word of any answer.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { callsOf, namedIn } from './formulas.mjs';
import { LANGUAGES, WHOLE, calculatorsIn, wordsIn, wordsOf } from '../../tools/languages.mjs';
import { isOfFailures, isOfKept } from '../../tools/made.mjs';
import { calculators, cases, isRefusal, quote, read, root } from './core.mjs';
import { generated } from './generated.mjs';

const requests = [...cases.map(({ request }) => request), ...calculators().map(({ example }) => example), ...generated(400, 11)];
const answers = requests.filter((request) => typeof request?.terms !== 'object').map((request) => quote(request)).filter((answer) => !isRefusal(answer));
const flat = (fields) => fields.flatMap((field) => [field, ...flat(field.items ?? [])]);

const scripts = ['element.js', ...readdirSync(new URL('pkg/parts/', root)).map((name) => `parts/${name}`)].map((name) => read(`pkg/${name}`)).join('\n');

test('what is said where no file of words arrives comes with the script', () => {
  for (const lang of LANGUAGES) {
    const said = Object.entries(wordsOf(lang).ui).filter(isOfFailures);
    assert.ok(said.length > 8);
    for (const [key, sentence] of said) assert.ok(scripts.includes(sentence), `${lang}: ${key}`);
  }
});

/** What the interface says of other calculators and documents alone. */
function othersOf(lang, calculator, pack) {
  const files = [...calculatorsIn(lang), ...new Set(calculators().map((each) => each.pack))].filter((file) => file !== calculator && file !== pack);
  return new Set(files.flatMap((file) => Object.keys(wordsIn(lang, file).ui ?? {})));
}

for (const lang of WHOLE) {
  const whole = JSON.parse(read(`pkg/words/${lang}.json`));
  const { default: shared } = await import(new URL(`pkg/words/${lang}/shared.js`, root));
  const { default: quote } = await import(new URL(`pkg/words/${lang}/quote.js`, root));

  for (const { calculator, pack, fields, answer: described, codes } of calculators()) {
    test(`${calculator} in ${lang}`, async () => {
      const { default: own } = await import(new URL(`pkg/words/${lang}/${calculator}.js`, root));
      const has = (section, key) => [own, shared, quote].some((words) => Object.hasOwn(words[section] ?? {}, key));
      const missing = new Set();
      /** What the whole has, the parts have. */
      const need = (section, key) => { if (Object.hasOwn(whole[section], key) && !has(section, key)) missing.add(`${section} ${key}`); };
      const name = (token) => { need('names', token); need('names', `${calculator}.${token}`); need('names', `${calculator}.lines.${token}`); };
      for (const { name: token, choices = [] } of flat([...fields, ...described.figures, ...described.dates, ...described.line])) {
        name(token);
        const term = whole.terms[`${calculator}.${token}`];
        if (term) { need('terms', `${calculator}.${token}`); need('glossary', term); }
        for (const choice of choices) for (const key of [`${token}.${choice}`, `${calculator}.${token}.${choice}`]) need('choices', key);
      }
      for (const { name: token } of flat(fields)) for (const key of [token, `${calculator}.${token}`]) need('hints', key);
      for (const kind of ['reasons', 'assumptions', 'warnings']) for (const code of codes[kind]) need(kind, code);
      for (const verdict of described.verdicts ?? []) { need('verdicts', `${calculator}.${verdict}`); need('choices', `verdict.${verdict}`); }
      // Its own by whatever tells them: a code, a value.
      for (const section of ['names', 'verdicts', 'headlines']) for (const key of Object.keys(whole[section])) if (key.startsWith(`${calculator}.`)) need(section, key);
      const mine = answers.filter((answer) => answer.calculator === calculator);
      assert.ok(mine.length > 10);
      for (const { steps, reasons, assumptions, warnings } of mine) {
        for (const step of steps) {
          const { values, clause } = step;
          for (const token of namedIn(step)) name(token);
          for (const token of callsOf(step)) need('formula', token);
          for (const [token, value] of Object.entries(values)) { name(token); for (const each of [value].flat()) need('choices', `${token}.${each}`); }
          need('clauses', clause);
        }
        for (const { clause, values } of [...reasons, ...assumptions, ...warnings]) {
          need('clauses', clause);
          for (const [token, value] of Object.entries(values ?? {})) for (const each of [value].flat()) need('choices', `${token}.${each}`);
        }
      }
      const others = othersOf(lang, calculator, pack);
      for (const key of Object.keys(whole.ui)) if (!isOfFailures([key]) && !isOfKept([key]) && !others.has(key)) need('ui', key);
      assert.deepEqual([...missing], []);
    });
  }
}
