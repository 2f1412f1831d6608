// With the keyboard alone: from the top of the page through the form to the figure and its working.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { Calculator } from './calculator.mjs';
import { REQUESTS } from './requests.mjs';
import { eventually, useSite, words } from './site.mjs';

const site = useSite();

const press = (...keys) => site.driver.actions().sendKeys(...keys).perform();

/** What has the focus, shadow trees included: how tests find it, what it is called, and whether it can be seen. */
const FOCUS = `
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  if (!at || at === document.body) return { id: '' };
  const { width, height, top, bottom } = at.getBoundingClientRect();
  // A control may leave the ring to the box around it, and one's own small parts to the browser.
  const rings = [at, at.parentElement].filter(Boolean).map((each) => getComputedStyle(each));
  return {
    id: at.dataset.act ?? at.dataset.field ?? at.dataset.figure ?? at.tagName,
    seen: width > 0 && height > 0 && bottom > 0 && top < innerHeight,
    ringed: !at.matches(':focus') || rings.some(({ outlineStyle, boxShadow }) => outlineStyle !== 'none' || boxShadow !== 'none'),
  };
`;

const focus = () => site.driver.executeScript(FOCUS);

/** Goes on with the tab key until something has the focus; everything on the way must be visible. */
async function tabTo(id, most = 80) {
  for (let steps = 0; steps < most; steps++) {
    await press(Key.TAB);
    // A browser may scroll there a moment later.
    const now = await eventually(async () => {
      const now = await focus();
      if (now.id) assert.ok(now.seen, `${now.id} has the focus, but is not to be seen`);
      return now;
    }, 1_000);
    if (now.id && now.id !== 'MAIN') assert.ok(now.ringed, `nothing shows that ${now.id} has the focus`);
    if (now.id === id) return;
  }
  assert.fail(`${id} is not reached with the tab key`);
}

test('a cancellation from the top of the page to its clause', async () => {
  await site.open('cancellation.html');
  const calculator = await Calculator.on(site.driver);

  await tabTo('as_of');
  await press('2026/11/21');
  await tabTo('currency');
  await press('USD');
  await tabTo('input.lines.0.service');
  await press('Workshop');
  await tabTo('input.lines.0.fee');
  await press('1000');
  await tabTo('input.lines.0.starts_on');
  await press('115.12.4');

  const { headline, shown, clause } = REQUESTS.cancellation;
  await tabTo(headline);
  assert.ok((await calculator.figure(headline)).includes(shown));
  await press(Key.ENTER);
  await eventually(async () => assert.equal(await calculator.one(`[data-figure="${headline}"]`).getAttribute('aria-expanded'), 'true'));
  assert.ok((await calculator.working(headline)).includes(words.en.clauses[clause]));
  assert.equal((await focus()).id, headline, 'the focus stays where it was');

  await press(Key.SPACE);
  await eventually(async () => assert.equal(await calculator.one(`[data-figure="${headline}"]`).getAttribute('aria-expanded'), 'false'));
  await site.assertQuiet('keyboard');
});

test('lines by the keyboard', async () => {
  await site.open('cancellation.html');
  const calculator = await Calculator.on(site.driver);
  await tabTo('add');
  await press(Key.ENTER);
  await eventually(async () => assert.equal((await focus()).id, 'input.lines.1.service'));
  await press('second');
  await tabTo('remove');
  await press(Key.SPACE);
  await eventually(async () => assert.match((await focus()).id, /^input\.lines\.0\./));
  assert.equal((await calculator.all('[data-act="remove"]')).length, 1);
});

test('the answer is said to those who do not see it', async () => {
  await site.open('cancellation.html');
  const calculator = await Calculator.on(site.driver);
  await calculator.enterAll(REQUESTS.cancellation.typed);
  await eventually(async () => {
    const said = await site.driver.executeScript(
      "return [...arguments[0].shadowRoot.querySelectorAll('[aria-live], [role=status]')].map((each) => each.textContent).join(' ')", calculator.element);
    assert.ok(said.includes('500.00'), said);
  });
});

test('every control has a name', async () => {
  for (const name of Object.keys(REQUESTS)) {
    await site.open(`${name}.html`);
    const calculator = await Calculator.on(site.driver);
    for (const details of await calculator.all('details')) await details.findElement({ css: 'summary' }).click();
    for (const control of await calculator.all('input, select, textarea, button')) {
      assert.ok(await control.getAccessibleName(), await control.getAttribute('outerHTML'));
    }
  }
});
