// A pasted column of days of which each can be two: one question for all of them, in both languages, and the way back.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Calculator } from './calculator.mjs';
import { LANGUAGES, eventually, useSite, words } from './site.mjs';

const site = useSite();

const CELLS = 'Fee\tStart\n100.00\t3/4/2027\n200.00\t5/6/2027\n300.00\t2027-08-09\n400.00\t7/8/2027';

const BOTH = {
  day: ['2027-04-03', '2027-06-05', '2027-08-09', '2027-08-07'],
  month: ['2027-03-04', '2027-05-06', '2027-08-09', '2027-07-08'],
};

async function pasted(lang) {
  await site.open('cancellation.html', lang);
  const calculator = await Calculator.on(site.driver);
  await site.driver.executeScript(`const box = arguments[0].shadowRoot.querySelector('[data-paste="input.lines"]');
    box.value = arguments[1];
    box.dispatchEvent(new Event('input'));
    box.closest('details').querySelector('[data-act=paste]').click();`, calculator.element, CELLS);
  await eventually(async () => assert.equal((await calculator.all('[data-order]')).length, 2));
  return calculator;
}

const days = async (calculator) => (await calculator.request()).input.lines.map((line) => line.starts_on);

for (const lang of LANGUAGES) {
  for (const [order, wanted] of Object.entries(BOTH)) {
    test(`${order} first for the whole column, in ${lang}`, async () => {
      const calculator = await pasted(lang);
      assert.deepEqual(await days(calculator), ['3/4/2027', '5/6/2027', '2027-08-09', '7/8/2027']);
      const said = await calculator.one('.done + .readings, .done ~ .readings').getText();
      assert.ok(said.includes('3/4/2027') && said.includes('3'), said);
      await calculator.one(`[data-order="${order}"]`).click();
      await eventually(async () => assert.deepEqual(await days(calculator), wanted));
      assert.deepEqual(await calculator.all('[data-order]'), []);
      assert.ok((await calculator.one('.list .done').getText()).includes(words[lang].ui.did_order.replace('{count}', '3')));
      // Back to how they came.
      await calculator.button('undo').click();
      await eventually(async () => assert.deepEqual(await days(calculator), ['3/4/2027', '5/6/2027', '2027-08-09', '7/8/2027']));
    });
  }
}

test('a day that was mended meanwhile stays', async () => {
  const calculator = await pasted('en');
  await calculator.enter('input.lines.1.starts_on', '2027-12-24');
  await calculator.one('[data-order="day"]').click();
  await eventually(async () => assert.deepEqual(await days(calculator), ['2027-04-03', '2027-12-24', '2027-08-09', '2027-08-07']));
});
