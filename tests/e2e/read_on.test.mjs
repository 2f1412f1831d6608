// What the day that is asked about has to do with the document: beside the day, in the answer, and where it lies before the edition.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calculators, quote } from '../node/core.mjs';
import { useGuest } from './guest_page.mjs';
import { eventually, LANGUAGES, TAG, words } from './site.mjs';

const guest = useGuest();

/** One of each document. */
const ASKED = calculators().filter(({ calculator }) => ['renewal', 'cancellation', 'late_charge'].includes(calculator));

const READ = `const { shadowRoot } = document.querySelector('clausewise-quote');
  const textOf = (selector) => shadowRoot.querySelector(selector)?.textContent ?? '';
  const day = shadowRoot.querySelector('[data-field="as_of"]');
  return { beside: day?.closest('.field').querySelector('.hint')?.textContent ?? '', basis: textOf('.basis'), warnings: textOf('.notes.warnings'), assumptions: textOf('.notes.assumptions') };`;

/** A day as its language writes it. */
const written = (day, lang) => new Intl.DateTimeFormat(lang === 'en' ? 'en' : 'zh-TW', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));

async function shown(lang, calculator, request, attributes = '') {
  await guest.show(`<clausewise-quote lang="${TAG[lang]}" calculator="${calculator}" ${attributes}></clausewise-quote>`,
    { before: `document.querySelector('clausewise-quote').request = ${JSON.stringify(request)}` });
  const element = await guest.calculator();
  await eventually(async () => assert.equal((await element.answer())?.as_of, request.as_of));
  return guest.run(READ);
}

for (const lang of LANGUAGES) {
  for (const { calculator, example } of ASKED) {
    test(`${calculator}: the day of reading stands beside the day and in the answer, in ${lang}`, async () => {
      const { checked } = quote(example).terms;
      const { beside, basis } = await shown(lang, calculator, example);
      for (const text of [beside, basis]) assert.ok(text.includes(written(checked, lang)), `${text}: ${checked}`);
      const fixed = await shown(lang, calculator, example, 'fixed="as-of"');
      assert.ok(fixed.beside.includes(written(checked, lang)), fixed.beside);
    });
  }

  test(`a document without a date is told to be one, in ${lang}`, async () => {
    const { example } = ASKED.find(({ calculator }) => calculator === 'renewal');
    const { assumptions } = await shown(lang, 'renewal', example);
    assert.ok(assumptions.includes(words[lang].assumptions.edition_undated), assumptions);
  });

  test(`a day before the edition is not answered like today, in ${lang}`, async () => {
    const { example } = ASKED.find(({ calculator }) => calculator === 'late_charge');
    for (const [day, isBefore] of [['2021-09-30', true], ['2021-10-01', false], ['2010-01-01', true]]) {
      const { warnings } = await shown(lang, 'late_charge', { ...example, as_of: day });
      assert.equal(warnings.includes(words[lang].warnings.before_this_edition), isBefore, `${day}: ${warnings}`);
    }
  });
}
