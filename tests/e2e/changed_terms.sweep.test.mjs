// A contract of which every number is another: whatever of an answer is opened, no sentence says what the built-in one says.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changedTerms } from '../node/changed_terms.mjs';
import { calculators, terms } from '../node/core.mjs';
import { saidOf } from '../node/numerals.mjs';
import { useGuest } from './guest_page.mjs';
import { eventually, LANGUAGES, TAG } from './site.mjs';

const guest = useGuest();

const changed = new Map(terms().map((pack) => [pack.id, changedTerms(pack)]));

/** Lays open everything that can be: the workings, the clauses of notes, the terms of the trade. What it opens may hold more. */
const OPEN = `const element = document.querySelector('clausewise-quote');
  const shut = () => element.shadowRoot.querySelector('button[aria-expanded="false"]');
  return (async () => {
    let opened = 0;
    for (; shut(); opened++) { shut().click(); await element.updateComplete; }
    return opened;
  })();`;

/** Sentences and labels, but no value that was worked out or entered: those are the case's own. Each with the clause that it restates. */
const SAID = `const { shadowRoot } = document.querySelector('clausewise-quote');
  const texts = (selector) => [...shadowRoot.querySelectorAll(selector)].map((each) => [each.textContent, each.closest('.clause')?.querySelector('.rule')?.textContent ?? '']);
  return { said: texts('.hint, label, legend, .verdict, .clause > p:first-child, .notes li > div > p, .formula, .meaning, dt, th[scope="col"], option'), all: shadowRoot.querySelector('.root').textContent };`;

for (const lang of LANGUAGES) {
  for (const { calculator, pack: id, example } of calculators()) {
    test(`${calculator}, every working laid open, in ${lang}`, async () => {
      const { pack, gone } = changed.get(id);
      await guest.show(`<clausewise-quote lang="${TAG[lang]}" calculator="${calculator}"></clausewise-quote>`,
        { before: `Object.assign(document.querySelector('clausewise-quote'), ${JSON.stringify({ terms: pack, request: example })})` });
      const shown = await guest.calculator();
      await eventually(async () => assert.equal((await shown.answer())?.terms.pack, id));
      // What stands below the headline comes after it.
      await eventually(async () => assert.ok(await guest.run("return document.querySelector('clausewise-quote').shadowRoot.querySelector('.basis') !== null")));
      assert.ok(await guest.run(OPEN) > 0);
      const { said, all } = await guest.run(SAID);
      assert.ok(said.length > 15, `${said.length} sentences`);
      for (const [text, clause] of said) assert.deepEqual(saidOf(text, lang, gone, clause ? [clause] : []), [], text);
      assert.doesNotMatch(all, /[{}]|undefined|NaN/);
    });
  }
}
