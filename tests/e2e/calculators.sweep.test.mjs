// A real request on each page, in both languages, typed as a visitor types it: the figure, its working, its clause.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { quote } from '../node/core.mjs';
import { Calculator } from './calculator.mjs';
import { REQUESTS, typeRequest } from './requests.mjs';
import { LANGUAGES, eventually, useSite, words } from './site.mjs';

const site = useSite();

const PACKAGE = new Set(readdirSync(new URL('../../pkg/', import.meta.url), { recursive: true })
  .filter((name) => name.endsWith('.js') || name === 'only/reading_bg.wasm').map((name) => `pkg/${name}`));

/**
 * What the page has asked for, but for the package as it is: the names of countries come when somebody types, and what reads
 * more than digits when somebody turns to the form.
 */
const asked = async () => {
  const names = await site.loaded();
  // WebKit tells requests of one moment now in this order, now in that.
  return names.filter((name) => !PACKAGE.has(name.slice(site.url.length))).sort();
};

for (const [name, { sent, headline, shown, clause, line }] of Object.entries(REQUESTS)) {
  for (const lang of LANGUAGES) {
    test(`${name} in ${lang}`, async () => {
      await site.open(`${name}.html`, lang);
      const calculator = await Calculator.on(site.driver);
      const before = await asked();
      await typeRequest(calculator, name);

      // What was typed is what was asked, and the page answers what the core does.
      await eventually(async () => assert.deepEqual(await calculator.request(), sent));
      assert.deepEqual(await calculator.answer(), quote(sent));

      // The figure is on the page, and opens its working with the clause in the page's words.
      assert.ok((await calculator.figure(headline)).includes(shown), await calculator.figure(headline));
      if (line) assert.ok((await calculator.figure(line.path)).includes(line.shown));
      for (const [path, rule] of [[headline, clause], ...(line ? [[line.path, line.clause]] : [])]) {
        const working = await calculator.working(path);
        assert.ok(working.includes(rule), working);
        assert.ok(working.includes(words[lang].clauses[rule]), working);
        const result = (await calculator.figure(path)).trim();
        assert.ok(working.includes(result), `${working} does not end in ${result}`);
      }

      // Nothing that was typed left the page.
      assert.deepEqual(await asked(), before);
      await site.assertQuiet(name);
    });
  }

  test(`${name}: the example and the way back`, async () => {
    await site.open(`${name}.html`);
    const calculator = await Calculator.on(site.driver);
    await calculator.button('example').click();
    const answer = await eventually(async () => {
      const answer = await calculator.answer();
      assert.ok(answer);
      return answer;
    });
    assert.deepEqual(answer, quote(await calculator.request()));

    await calculator.button('clear').click();
    await eventually(async () => assert.equal(await calculator.answer(), null));
    const { input } = await calculator.request();
    assert.doesNotMatch(JSON.stringify(input), /\d{2}/, 'nothing of the example is left');

    await calculator.button('undo').click();
    await eventually(async () => assert.deepEqual(await calculator.answer(), answer));
    await site.assertQuiet(name);
  });
}
