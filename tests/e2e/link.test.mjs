// An answer as a link: made on one page, opened on another. Whoever opens it sees what was quoted, for which day and by whom it says it
// was prepared, answered anew. Nothing that stands in a link is believed, and none ends in a page that cannot be used.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { assertAccessible } from './axe.mjs';
import { Calculator } from './calculator.mjs';
import { LANGUAGES, eventually, useSite } from './site.mjs';
import said from '../node/said_of_quotes.mjs';

const site = useSite();

const unpacked = (address) => JSON.parse(inflateRawSync(Buffer.from(/[#&]quote=([\w-]+)$/.exec(address)[1], 'base64url')).toString());
const packed = (document) => deflateRawSync(Buffer.from(typeof document === 'string' ? document : JSON.stringify(document))).toString('base64url');

async function open(page, lang, hash = '') {
  await site.driver.get('about:blank');
  await site.driver.get(`${site.url}${page}?lang=${lang === 'en' ? 'en' : 'zh-Hant-TW'}${hash}`);
  await site.driver.wait(() => site.driver.executeScript("return !!document.querySelector('clausewise-quote')?.shadowRoot?.querySelector('form')"), 20_000);
  return Calculator.on(site.driver);
}

const ENTRIES = { as_of: '2026-11-21', currency: 'USD', 'input.lines.0.service': 'Workshop', 'input.lines.0.fee': '1001', 'input.lines.0.starts_on': '2026-12-04' };

async function address(calculator) {
  const link = await eventually(() => calculator.one('[data-link]'));
  return link.getAttribute('value');
}

/** What a telephone reads off the screen. */
async function scanned(calculator) {
  const file = join(mkdtempSync(join(tmpdir(), 'clausewise-code-')), 'code.png');
  const code = await calculator.one('.code svg');
  await site.driver.executeScript("arguments[0].scrollIntoView({ block: 'center' })", code);
  writeFileSync(file, await code.takeScreenshot(), 'base64');
  return execFileSync('zbarimg', ['--quiet', '--raw', file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
}

const textOf = (calculator, selector) => eventually(() => calculator.one(selector).getText());

for (const lang of LANGUAGES) {
  test(`a quote goes by link and is answered anew, in ${lang}`, async () => {
    const calculator = await open('cancellation.html', lang);
    await calculator.enterAll(ENTRIES);
    // 13 days ahead half is charged: 500.50, and the other half comes back.
    await eventually(async () => assert.equal((await calculator.answer()).figures.charge, '500.50'));
    await calculator.button('texts').click();
    for (const [name, text] of [['customer', 'ACME <b>Ltd</b>'], ['prepared_by', '陳小姐'], ['number', 'Q-7']]) await calculator.one(`[data-text="${name}"]`).sendKeys(text);
    await calculator.button('link').click();
    const link = await eventually(async () => {
      const text = await address(calculator);
      assert.match(text, /\/cancellation\.html\?lang=[\w-]+#quote=[\w-]+$/);
      assert.equal(unpacked(text).customer, 'ACME <b>Ltd</b>');
      return text;
    });
    await assertAccessible(site.driver, 'with the link open');
    const document = unpacked(link);
    assert.equal(document.schema, 'clausewise.quote/1');
    assert.deepEqual(document.request, {
      calculator: 'cancellation', as_of: '2026-11-21', currency: 'USD', minor_units: 2, input: { lines: [{ service: 'Workshop', fee: '1001', starts_on: '2026-12-04' }] },
    });
    assert.equal(document.answer.steps, undefined);
    assert.deepEqual(unpacked(await scanned(calculator)).request, document.request);

    const received = await open('cancellation.html', lang, new URL(link).hash);
    await eventually(async () => assert.equal((await received.answer()).figures.charge, '500.50'));
    const text = await textOf(received, '.received');
    for (const part of ['ACME <b>Ltd</b>', '陳小姐', 'Q-7', said[lang].ui.received_told, said[lang].ui.received_same]) assert.ok(text.includes(part), `${part} in ${text}`);
    assert.equal(await received.value('as_of'), '2026-11-21');
    assert.equal(await received.value('currency'), 'USD');
    await assertAccessible(site.driver, 'opened from a link');

    await received.enter('input.lines.0.fee', '2002');
    await eventually(async () => assert.ok((await textOf(received, '.received')).includes(said[lang].ui.received_changed)));
    await received.button('as-quoted').click();
    await eventually(async () => assert.equal((await received.answer()).figures.charge, '500.50'));
    await eventually(async () => assert.ok((await textOf(received, '.received')).includes(said[lang].ui.received_same)));
    await received.button('close-received').click();
    assert.deepEqual(await received.all('.received'), []);
    await site.assertQuiet('link');
  });

  test(`what differs from what was sent is shown, before and after, in ${lang}`, async () => {
    const request = { calculator: 'cancellation', as_of: '2026-11-21', currency: 'USD', minor_units: 2, input: { lines: [{ fee: '1001', starts_on: '2026-12-04' }] } };
    const answer = {
      calculator: 'cancellation', as_of: '2026-11-21', terms: { pack: 'ms-unified', edition: 'x', digest: '0' }, figures: { fee: '1001.00', charge: '7.00', refund: '<img src=x>' },
      dates: {}, lines: [{ charge: ['x'], __proto__: 5 }],
    };
    const calculator = await open('cancellation.html', lang, `#quote=${packed({ schema: 'clausewise.quote/1', valid_until: '2026-01-31', request, answer })}`);
    const text = await textOf(calculator, '.received');
    for (const key of ['received_terms', 'received_over', 'received_unknown']) assert.ok(text.includes(said[lang].ui[key]), key);
    const rows = await Promise.all((await calculator.all('.differences tbody tr')).map((row) => row.getText()));
    assert.ok(rows.some((row) => row.includes('7.00') && row.includes('500.50')), rows.join('\n'));
    assert.ok(!text.includes('<img'));
    // Fee is the same in both.
    assert.ok(!rows.some((row) => row.includes('1,001.00') && !row.includes(said[lang].ui.received_none)), rows.join('\n'));
  });
}

const GOOD = { schema: 'clausewise.quote/1', request: { calculator: 'cancellation', as_of: '2026-11-21', currency: 'USD', minor_units: 2, input: { lines: [{ fee: '1000', starts_on: '2026-12-31' }] } }, answer: { figures: {}, dates: {}, lines: [] } };

const BAD = {
  'no base64': ['%%%', 'received_broken'],
  nothing: ['', 'received_broken'],
  'not packed': [Buffer.from('hello').toString('base64url'), 'received_broken'],
  'a text': [packed('"hello"'), 'received_broken'],
  'no JSON': [packed('{'), 'received_broken'],
  'a bomb': [packed(`{"schema":"clausewise.quote/1","remarks":"${'a'.repeat(10_000_000)}"}`).slice(0, 8_000), 'received_broken|received_too_long'],
  'a smaller bomb': [packed(`{"schema":"clausewise.quote/1","remarks":"${'a'.repeat(3_000_000)}"}`), 'received_too_long'],
  'very deep': [packed(`${'['.repeat(100_000)}${']'.repeat(100_000)}`), 'received_broken'],
  'too long': ['A'.repeat(8_001), 'received_too_long'],
  'a hundred thousand characters': ['A'.repeat(100_000), 'received_too_long'],
  'another edition': [packed({ ...GOOD, schema: 'clausewise.quote/9' }), 'received_edition'],
  'another schema': [packed({ ...GOOD, schema: 'x' }), 'received_broken'],
  'no request': [packed({ ...GOOD, request: 5 }), 'received_broken'],
  'no input': [packed({ ...GOOD, request: { calculator: 'cancellation' } }), 'received_broken'],
  'no answer': [packed({ ...GOOD, answer: null }), 'received_broken'],
  'another calculator': [packed({ ...GOOD, request: { ...GOOD.request, calculator: 'renewal' } }), 'received_other'],
  'a calculator that there is not': [packed({ ...GOOD, request: { ...GOOD.request, calculator: '__proto__' } }), 'received_other'],
};

for (const [what, [part, keys]] of Object.entries(BAD)) {
  test(`a link that is ${what} ends in a sentence`, async () => {
    const calculator = await open('cancellation.html', 'en', `#quote=${part}`);
    const text = await textOf(calculator, '.received');
    assert.ok(keys.split('|').some((key) => text.includes(said.en.ui[key])), text);
    assert.equal((await calculator.all('.received a')).length, what === 'another calculator' ? 1 : 0);
    await calculator.enterAll(ENTRIES);
    await eventually(async () => assert.equal((await calculator.answer()).figures.charge, '500.50'));
  });
}

test('names of prototypes, scripts and terms in a link change nothing', async () => {
  const text = `{"schema":"clausewise.quote/1","__proto__":{"customer":"x"},"customer":"<script>window.hit=1</script>","prepared_by":5,"title":["x"],"request":{"calculator":"cancellation","as_of":"2026-11-21","currency":"USD","minor_units":2,"terms":{"id":"mine"},"__proto__":{"steps":false},"input":{"lines":[{"__proto__":{"cancelled_on":"1"},"fee":"1001","starts_on":"2026-12-04"}]}},"answer":{"__proto__":{"figures":{"charge":"1.00"}},"figures":{"__proto__":{"fee":"9"},"constructor":"y"},"dates":[],"lines":{"length":1e9}}}`;
  const calculator = await open('cancellation.html', 'en', `#quote=${packed(text)}`);
  assert.equal(await site.driver.executeScript('return window.hit'), null);
  assert.ok((await textOf(calculator, '.received')).includes('<script>'));
  assert.equal((await calculator.request()).terms, undefined);
  // A member that no field has is refused where it stands.
  assert.equal(await calculator.answer(), null);
  await calculator.button('clear').click();
  await calculator.enterAll(ENTRIES);
  await eventually(async () => assert.equal((await calculator.answer()).figures.charge, '500.50'));
});

test('a second link is opened like the first, and one that came back after a change is what it was', async () => {
  const calculator = await open('cancellation.html', 'en', `#quote=${packed(GOOD)}`);
  await eventually(async () => assert.equal((await calculator.answer()).figures.fee, '1000.00'));
  const other = { ...GOOD, request: { ...GOOD.request, input: { lines: [{ fee: '7', starts_on: '2026-12-31' }] } } };
  await site.driver.executeScript('location.hash = arguments[0]', `#quote=${packed(other)}`);
  await eventually(async () => assert.equal((await calculator.answer()).figures.fee, '7.00'));
});

test('what somebody changes in a quote is there after a reload', async () => {
  let calculator = await open('cancellation.html', 'en', `#quote=${packed(GOOD)}`);
  await calculator.enter('input.lines.0.fee', '55');
  await eventually(async () => assert.equal((await calculator.answer()).figures.fee, '55.00'));
  await site.driver.sleep(600);
  await site.driver.navigate().refresh();
  await site.driver.wait(() => site.driver.executeScript("return !!document.querySelector('clausewise-quote')?.shadowRoot?.querySelector('form')"), 20_000);
  calculator = await Calculator.on(site.driver);
  await eventually(async () => assert.equal((await calculator.answer()).figures.fee, '55.00'));
});

for (const [lines, isFine] of [[1, false], [10, true]]) {
  test(`of ${lines} lines the code is read off the screen, light and dark`, async () => {
    const request = { ...GOOD.request, input: { lines: Array.from({ length: lines }, (_, at) => ({ service: `Workshop ${at + 1}`, fee: `${1000 + at}`, starts_on: '2026-12-31' })) } };
    const calculator = await open('cancellation.html', 'en', `#quote=${packed({ ...GOOD, request })}`);
    await calculator.button('link').click();
    await eventually(() => calculator.one('.code svg'));
    assert.equal((await calculator.all('.code.fine')).length, isFine ? 1 : 0);
    assert.deepEqual(unpacked(await scanned(calculator)).request, request);
  });
}

test('what is too much for a code or a link is said, and the file is offered', async () => {
  const lines = Array.from({ length: 200 }, (_, at) => ({ service: `Service ${(at * 7919) % 104729} ${(at * 31) % 977}`, fee: `${(at * 104723) % 99991}.${10 + (at % 89)}`, starts_on: `2027-0${1 + (at % 9)}-${10 + (at % 19)}` }));
  const calculator = await open('cancellation.html', 'en');
  await site.driver.executeScript('arguments[0].request = arguments[1]', calculator.element, { ...GOOD.request, input: { lines } });
  await eventually(async () => assert.equal((await calculator.answer())?.lines.length, 200));
  await (await eventually(() => calculator.button('link'))).click();
  await eventually(async () => assert.ok((await textOf(calculator, '.travel')).includes(said.en.ui.link_too_long)));
  assert.equal((await calculator.all('.travel [data-act="file_json"]')).length, 1);
});

test('what a page holds fixed stays, whatever a link brings, and that is told', async () => {
  const calculator = await open('cancellation.html', 'en');
  const element = await calculator.element;
  await site.driver.executeScript("for (const [name, value] of [['currency', 'TWD'], ['as-of', '2026-11-20'], ['fixed', 'currency as-of']]) arguments[0].setAttribute(name, value)", element);
  await eventually(async () => assert.equal((await calculator.request()).currency, 'TWD'));
  const request = { calculator: 'cancellation', as_of: '2026-11-21', currency: 'USD', minor_units: 2, input: { lines: [{ fee: '1000', starts_on: '2026-12-04' }] } };
  const answer = { terms: { digest: '0'.repeat(64) }, figures: { charge: '500.00' }, dates: {} };
  await site.driver.executeScript('location.hash = arguments[0]', `#quote=${packed({ schema: 'clausewise.quote/1', request, answer })}`);
  // 14 days ahead, by the page's day, nothing is charged.
  await eventually(async () => assert.equal(Number((await calculator.answer()).figures.charge), 0));
  const { as_of: day, currency, input } = await calculator.request();
  assert.deepEqual([day, currency, input.lines[0].fee], ['2026-11-20', 'TWD', '1000']);
  assert.ok((await textOf(calculator, '.received')).includes(said.en.ui.received_fixed));
});
