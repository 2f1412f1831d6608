// Response: reasons name the plan that they are about and lead to its row; the picture says in words what it draws.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Calculator } from './calculator.mjs';
import { typeRequest } from './requests.mjs';
import { eventually, useSite, words } from './site.mjs';

const site = useSite();

test('a reason leads to the row of its plan, and cites the clause of each', async () => {
  await site.open('response.html');
  const calculator = await Calculator.on(site.driver);
  await typeRequest(calculator, 'response');
  await calculator.enterAll({ 'input.severity': '1', 'input.product': 'azure_component', 'input.rapid_response': 'true', 'input.event': 'about_the_event' });
  await calculator.enterAll({ 'input.event_from': '2026-11-20', 'input.event_until': '2026-11-20', 'input.aem_in_description': 'true' });

  const note = await eventually(() => calculator.one('[data-note="portal_only"]'));
  assert.ok((await note.getText()).includes(words.en.reasons.portal_only));
  const links = await calculator.all('[data-note="portal_only"] a');
  const plans = await Promise.all(links.map((link) => link.getText()));
  assert.deepEqual(plans, [words.en.choices['plan.rapid_response'], words.en.choices['plan.aem']]);
  const cited = await Promise.all((await calculator.all('[data-note="portal_only"] .cite')).map((each) => each.getText()));
  assert.deepEqual(cited.map((text) => text.match(/MS-UES-\d+/)?.[0]), ['MS-UES-81', 'MS-UES-82']);

  await links[1].click();
  await eventually(async () => {
    const row = await site.driver.executeScript('return arguments[0].shadowRoot.activeElement?.dataset.row', calculator.element);
    assert.equal(row, 'lines.3');
  });
  await site.assertQuiet('response');
});

test('the strip of days says which hours count', async () => {
  await site.open('response.html');
  const calculator = await Calculator.on(site.driver);
  await typeRequest(calculator, 'response');
  const said = await eventually(() => site.driver.executeScript(
    "return arguments[0].shadowRoot.querySelector('.drawing desc')?.textContent || null", calculator.element));
  assert.match(said, /Fri, November 20, 2026 at 16:30.*Mon, November 23, 2026 at 10:00/);
  assert.equal(said.match(/60 minutes count/g)?.length, 2);
  assert.equal((await calculator.all('.drawing rect.main')).length, 2, 'Friday and Monday are worked, the weekend is not');
});
