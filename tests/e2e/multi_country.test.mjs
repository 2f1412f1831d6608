// Several countries: the locations entered are there to choose from, every use opens its clause, and the picture
// shows one cell for each location.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Calculator } from './calculator.mjs';
import { typeRequest } from './requests.mjs';
import { LANGUAGES, eventually, useSite, words } from './site.mjs';

const site = useSite();

for (const lang of LANGUAGES) {
  test(`locations, uses and cells in ${lang}`, async () => {
    await site.open('multi_country.html', lang);
    const calculator = await Calculator.on(site.driver);
    await typeRequest(calculator, 'multi_country');
    await eventually(async () => assert.ok(await calculator.answer()));

    const field = await calculator.one('[data-field="input.lines.0.bought_for"]');
    const offered = await site.driver.executeScript('return [...arguments[0].list.options].map(({ value }) => value)', field);
    assert.deepEqual(offered, ['Taiwan', 'Japan', 'Vietnam']);

    // Staff in Vietnam may join a workshop only if Microsoft allows it.
    const rule = await calculator.one('[data-figure="lines.0.use.2.rule"]');
    assert.ok((await rule.getText()).includes('MS-UES-41'));
    await rule.click();
    await eventually(async () => {
      const working = await calculator.one('#w-lines-0-use-2-rule');
      assert.ok((await working.getText()).includes(words[lang].clauses['MS-UES-41']));
    });

    const picture = await calculator.one('[part~="picture"]');
    const signs = await site.driver.executeScript("return [...arguments[0].querySelectorAll('svg.drawing > text.middle:not(.narrow, .broad)')].map((text) => text.textContent)", picture);
    assert.deepEqual(signs, ['✓', '✓', '?', '✓', '✓', '–']);
    await site.assertQuiet('multi_country');
  });
}
