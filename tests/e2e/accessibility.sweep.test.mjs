// Every page in both languages, in light and dark: axe finds nothing, contrast included, and the console stays quiet. In the dark only
// colours are others than in the light, in one language as in the other: one of them is looked at, by the rules that see colours.
// The second and third engine take one of the four each, another from page to page: a sweep takes minutes.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { COLOURS, assertAccessible } from './axe.mjs';
import { turn } from './browser.mjs';
import { Calculator } from './calculator.mjs';
import { LANGUAGES, PAGES, eventually, useSite } from './site.mjs';

const calculatorsOn = async (site) => {
  const names = await site.driver.executeScript(
    "return [...document.querySelectorAll('clausewise-quote')].map((each) => each.getAttribute('calculator'))");
  return Promise.all(names.map((name) => Calculator.on(site.driver, name)));
};

const WAYS = [['zh-Hant', false], ['en', true], ['zh-Hant', true], ['en', false]];
const languagesOf = (page, dark) => LANGUAGES.filter((lang) => {
  const way = WAYS.findIndex((each) => each[0] === lang && each[1] === dark);
  if (turn === 0) return !dark || LANGUAGES.indexOf(lang) === PAGES.indexOf(page) % LANGUAGES.length;
  return (PAGES.indexOf(page) + turn) % WAYS.length === way;
});

for (const dark of [false, true]) describe(dark ? 'dark' : 'light', () => {
  const site = useSite({ dark });
  const assertSeen = (state) => assertAccessible(site.driver, state, dark && turn === 0 ? COLOURS : []);

  for (const page of PAGES) {
    for (const lang of languagesOf(page, dark)) {
      test(`${page} in ${lang}, ${dark ? 'dark' : 'light'}`, async () => {
        await site.open(page, lang);
        await assertSeen('as it opens');
        const calculators = await calculatorsOn(site);

        for (const calculator of calculators) {
          await calculator.button('example').click();
          await eventually(async () => assert.ok(await calculator.answer()));
          await calculator.openWorkings();
        }
        if (calculators.length) await assertSeen('with an answer and every working open');

        for (const calculator of calculators) {
          await calculator.button('clear').click();
          // The controls of before are gone once the form is drawn anew.
          await eventually(async () => assert.equal(await calculator.answer(), null));
          const [name] = await calculator.all('.kind-text > input[data-field^="input."]');
          const [day] = await calculator.all('.kind-date input[data-field^="input."]');
          if (name) await calculator.pick(name, 'x'.repeat(81));
          // A form of dates and choices alone has nothing to write too much into.
          else if (day) await calculator.enter(await day.getAttribute('data-field'), '1980-01-01');
          // Where nothing is typed at first, the page itself may bring what is wrong.
          else await site.driver.executeScript(`const [field] = arguments[0].shadowRoot.querySelectorAll('[data-field^="input."]:is(input, select)');
            arguments[0].request = { input: { [field.dataset.field.slice('input.'.length)]: 'nonsense' } };`, calculator.element);
          await eventually(async () => assert.ok((await calculator.all('[part~="summary"] a')).length));
        }
        if (calculators.length) await assertSeen('with something wrong');
        await site.assertQuiet(page);
      });
    }
  }
});
