// The list of services: searched in either language, narrowed down by its columns, chosen from; and on from the
// answer to the flex planner, with the service filled in.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { By, Key } from 'selenium-webdriver';
import { Calculator } from './calculator.mjs';
import { REQUESTS, typeRequest } from './requests.mjs';
import { LANGUAGES, eventually, useSite, words } from './site.mjs';

const site = useSite();

const rows = (calculator) => calculator.all('[data-choose]');
const chosen = async (calculator) => Promise.all((await rows(calculator)).map((row) => row.getAttribute('data-choose')));

async function opened(lang) {
  await site.open('addon.html', lang);
  const calculator = await Calculator.on(site.driver);
  await typeRequest(calculator, 'addon');
  await eventually(async () => {
    assert.deepEqual(await calculator.request(), REQUESTS.addon.sent);
    assert.ok((await rows(calculator)).length);
  });
  return calculator;
}

for (const lang of LANGUAGES) {
  test(`searching the list in ${lang}, by words of either language`, async () => {
    const calculator = await opened(lang);
    const says = async (count) => {
      const text = words[lang].ui.filter_count.replace('{count}', String(count)).replace('{all}', '40');
      await eventually(async () => assert.equal(await calculator.one('[data-filter="count"]').getText(), text));
    };
    await says(40);
    for (const [typed, expected] of [
      ['主動折讓', ['proactive_credits']],
      ['workshop', ['workshops']],
      ['ENGINEERING direct', ['office365_engineering_direct', 'github_engineering_direct', 'azure_engineering_direct']],
      ['工程小組 github', ['github_engineering_direct']],
      ['coffee', []],
    ]) {
      const search = await calculator.one('[data-filter="text"]');
      await search.sendKeys(Key.chord(Key.CONTROL, 'a'), Key.DELETE);
      await search.sendKeys(typed);
      await eventually(async () => assert.deepEqual(await chosen(calculator), expected, typed));
      await says(expected.length);
    }
    assert.ok((await calculator.one('.filter').getText()).includes(words[lang].ui.filter_none));
    await calculator.button('everything').click();
    await says(40);
    await site.assertQuiet('addon');
  });
}

test('narrowing the list down by its columns', async () => {
  const calculator = await opened('en');
  const pick = (name, value) => calculator.one(`[data-filter="${name}"] option[value="${value}"]`).click();
  await pick('table', '9');
  await eventually(async () => assert.equal((await chosen(calculator)).length, 5));
  await pick('status', 'orderable');
  await eventually(async () => assert.deepEqual(await chosen(calculator), ['root_cause_analysis', 'reactive_support_management_addon']));
  // A figure of the narrowed list is still that of its own line.
  const working = await calculator.working('lines.26.payable_with_flex');
  assert.ok(working.includes('MS-UES-01'), working);
  await pick('table', '11');
  await pick('status', 'orderable_up_to_a_limit');
  await eventually(async () => assert.deepEqual(await chosen(calculator), ['developer_support']));
});

test('choosing from the list shows that service in full', async () => {
  const calculator = await opened('en');
  await calculator.one('[data-filter="text"]').sendKeys('webcasts');
  await eventually(async () => assert.deepEqual(await chosen(calculator), ['webcasts']));
  // Drawn anew once the other language has come.
  await eventually(() => calculator.one('[data-choose="webcasts"]').sendKeys(Key.ENTER));
  await eventually(async () => {
    assert.equal((await calculator.request()).input.service, 'webcasts');
    assert.equal((await calculator.answer()).figures.status, 'included');
    assert.equal(await calculator.one('[data-choose="webcasts"]').getAttribute('aria-pressed'), 'true');
  });
  // What only the other service asks for is not sent along, and the focus is on the new answer.
  assert.equal((await calculator.request()).input.product_spend_usd, undefined);
  await eventually(async () => {
    const focused = await site.driver.executeScript("return arguments[0].shadowRoot.activeElement?.dataset.figure ?? ''", calculator.element);
    assert.equal(focused, 'figures.status');
    assert.deepEqual(await calculator.all('[data-act="onward"]'), [], 'flex does not buy what is in the base');
  });
});

test('on to the flex planner, with the service filled in', async () => {
  const calculator = await opened('en');
  await calculator.button('onward').click();
  await site.driver.wait(async () => (await site.driver.getCurrentUrl()).includes('flex.html#'));
  const flex = await eventually(async () => {
    const flex = await Calculator.on(site.driver, 'flex');
    assert.ok(await flex.control('input.years.0.allocations.0.service'));
    return flex;
  });
  await eventually(async () => assert.equal(await flex.value('input.years.0.allocations.0.service'), 'azure_engineering_direct'));
  await flex.enterAll({
    'input.signed_on': '2026-12-15', 'input.years.0.allowance': '300000', 'input.years.0.allocations.0.amount': '100000',
  });
  await eventually(async () => assert.equal((await flex.answer()).lines[0].allocations[0].verdict, 'allowed'));
  await site.assertQuiet('flex');
});

test('what an address brings is taken as entries, their day and their currency, and only where the page wants it', async () => {
  const brought = (request) => `#request=${encodeURIComponent(JSON.stringify(request))}`;
  const open = async (page, hash) => {
    await site.driver.get('about:blank');
    await site.driver.get(`${site.url}${page}?lang=en${hash}`);
    await site.driver.wait(() => site.driver.executeScript("return !!document.querySelector('clausewise-quote')?.shadowRoot?.querySelector('form')"), 20_000);
    return Calculator.on(site.driver);
  };
  const input = { signed_on: '2026-12-15' };
  const taken = await open('flex.html', brought({ calculator: 'flex', as_of: '2026-12-01', terms: { id: 'mine' }, input }));
  const request = await taken.request();
  assert.equal(request.input.signed_on, '2026-12-15');
  assert.equal(request.terms, undefined);
  assert.equal(request.as_of, '2026-12-01');
  assert.equal(await taken.value('as_of'), '2026-12-01');
  // What is no day leaves the form on its own.
  for (const day of [5, 'yesterday', null, { toString: 1 }]) {
    const { as_of: own } = await (await open('flex.html', brought({ calculator: 'flex', as_of: day, input }))).request();
    assert.match(own, /^\d{4}-\d\d-\d\d$/, JSON.stringify(day));
  }
  const others = [['flex.html', brought({ calculator: 'renewal', input })], ['flex.html', '#request=%7Bnonsense'], ['flex.html', brought(null)],
    ['flex.html', brought({ calculator: 'flex', input: [1] })], ['partner.html', brought({ calculator: 'renewal', input: { anniversary: '2026-12-15' } })]];
  for (const [page, hash] of others) {
    const calculator = await open(page, hash);
    assert.doesNotMatch(JSON.stringify((await calculator.request()).input), /2026-12-15|"x"/, hash);
  }
  await site.assertQuiet('flex');
});

test('nobody else’s page gets such a link', async () => {
  const calculator = await opened('en');
  await site.driver.executeScript("arguments[0].pages = ''", calculator.element);
  await eventually(async () => assert.deepEqual(await calculator.all('[data-act="onward"]'), []));
  assert.deepEqual(await calculator.element.findElements(By.css('a:not(.late a)')), []);
});
