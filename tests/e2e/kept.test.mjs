// Quotes that stay on the device: kept, found again after a reload and after a closed tab, listed, renamed, doubled, taken away and
// put back, handed out as a file and taken in from one.

import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { By, Key } from 'selenium-webdriver';
import { assertAccessible } from './axe.mjs';
import { engine } from './browser.mjs';
import { FEE, LINES, List, barSays, documentOf, first, forget, hasLines, keep, putIn, recordOf, stored, storedOf } from './kept.mjs';
import { LANGUAGES, eventually, useSite, words } from './site.mjs';

const site = useSite();
const ui = (key, fillings = {}, lang = 'en') => Object.entries(fillings).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, value), words[lang].ui[key]);

beforeEach(async () => {
  await site.open('kept.html');
  await forget(site.driver);
});

async function fill() {
  await site.open('cancellation.html');
  const calculator = await first(site.driver);
  await calculator.enterAll(FEE);
  await eventually(async () => assert.equal((await calculator.answer()).figures.refund, '500.50'));
  return calculator;
}

async function list(lang = 'en') {
  await site.open('kept.html', lang);
  return List.on(site.driver);
}

/** By the address that a link of the list has, as from another page. */
async function openAt(id, page = 'cancellation.html') {
  await site.driver.get('about:blank');
  await site.driver.get(`${site.url}${page}#kept=${id}`);
  return first(site.driver);
}

const recordIn = async (id) => (await stored(site.driver)).find((each) => each.id === id);
const keeps = (id, lines) => eventually(async () => assert.deepEqual(JSON.parse((await recordIn(id)).document).request.input.lines, lines));

test('a quote is kept, named, and there again after a reload', async () => {
  const calculator = await fill();
  const id = await keep(site.driver, calculator);
  await eventually(async () => assert.equal(await barSays(calculator), ui('kept.note.kept')));
  const { request, answer, schema } = JSON.parse((await recordIn(id)).document);
  assert.equal(schema, 'clausewise.quote/1');
  assert.deepEqual(request, { calculator: 'cancellation', as_of: '2026-11-21', currency: 'USD', minor_units: 2, input: { lines: LINES } });
  assert.equal(answer.figures.refund, '500.50');
  const name = await calculator.one('#kept-name');
  assert.equal(await name.getAttribute('value'), `${words.en.calculators.cancellation.title}, Nov 21, 2026`);
  await name.sendKeys(Key.chord(Key.CONTROL, 'a'), Key.DELETE);
  await name.sendKeys('For Acme', Key.ENTER);
  await eventually(async () => assert.equal((await recordIn(id)).name, 'For Acme'));
  await site.driver.navigate().refresh();
  const again = await first(site.driver);
  await hasLines(again, LINES);
  assert.equal(await again.one('#kept-name').getAttribute('value'), 'For Acme');
  assert.equal((await again.request()).as_of, '2026-11-21');
  await site.assertQuiet('kept');
});

test('the form is drawn with the quote in it, never without', async () => {
  await putIn(site.driver, [storedOf(recordOf('one', 'One'))]);
  // Nothing but the quote was ever asked about.
  await site.driver.get(`${site.url}cancellation.html#kept=one`);
  const calculator = await first(site.driver);
  await hasLines(calculator, LINES);
  assert.equal(await calculator.value('input.lines.0.fee'), '1,001');
  assert.equal((await recordIn('one')).revision, 3, 'to look at a quote does not change it');
});

test('what is entered goes into the quote as it comes to rest, without an answer too', async () => {
  const calculator = await fill();
  const id = await keep(site.driver, calculator);
  await calculator.enter('input.lines.0.fee', '2000');
  await keeps(id, [{ fee: '2000', starts_on: '2026-12-04' }]);
  assert.equal(JSON.parse((await recordIn(id)).document).answer.figures.refund, '1000.00');
  await calculator.enter('input.lines.0.fee', 'a lot');
  await keeps(id, [{ fee: 'a lot', starts_on: '2026-12-04' }]);
  assert.equal((await recordIn(id)).unanswered, true);
  const kept = await list();
  assert.equal(await kept.one('.total').getText(), words.en.ui['kept.unanswered']);
  const again = await openAt(id);
  assert.equal(await again.value('input.lines.0.fee'), 'a lot');
  await again.enter('input.lines.0.fee', '1001');
  await eventually(async () => assert.equal((await recordIn(id)).unanswered, undefined));
});

test('the last key before the tab is closed is kept', async () => {
  const calculator = await fill();
  const id = await keep(site.driver, calculator);
  const tab = await site.driver.getWindowHandle();
  await site.driver.switchTo().newWindow('tab');
  await site.driver.get(`${site.url}glossary.html`);
  const other = await site.driver.getWindowHandle();
  await site.driver.switchTo().window(tab);
  await calculator.control('input.lines.0.fee').sendKeys(Key.END, '77');
  await site.driver.close();
  await site.driver.switchTo().window(other);
  const again = await openAt(id);
  // As it stood in its field.
  await hasLines(again, [{ fee: '1,00177', starts_on: '2026-12-04' }]);
});

test('what could only be put down goes into its quote, and becomes one of its own where that was changed meanwhile', async () => {
  const mine = recordOf('one', 'One', { document: documentOf([{ fee: '7', starts_on: '2026-12-04' }]), unanswered: true });
  const putDown = (record) => site.driver.executeScript('localStorage.setItem(`clausewise kept ${arguments[0].id}`, JSON.stringify(arguments[0]))', storedOf(record));
  await putIn(site.driver, [storedOf(recordOf('one', 'One'))]);
  await putDown(mine);
  let kept = await list();
  await kept.hasNames(['One']);
  assert.equal(JSON.parse((await recordIn('one')).document).request.input.lines[0].fee, '7');
  // That was revision 3; by now it is 4.
  await putDown({ ...mine, document: documentOf([{ fee: '8', starts_on: '2026-12-04' }]) });
  kept = await list();
  await eventually(async () => assert.deepEqual((await kept.names()).sort(), ['One', 'One 2']));
  const fees = (await stored(site.driver)).map(({ document }) => JSON.parse(document).request.input.lines[0].fee);
  assert.deepEqual(fees.sort(), ['7', '8']);
  assert.deepEqual(await site.driver.executeScript('return Object.keys(localStorage).filter((key) => key.startsWith("clausewise kept "))'), []);
});

test('clearing the form leaves the quote as it was; undo brings it back', async () => {
  const calculator = await fill();
  const id = await keep(site.driver, calculator);
  await calculator.button('clear').click();
  await eventually(async () => assert.equal(await barSays(calculator), ui('kept.note.left', { name: `${words.en.calculators.cancellation.title}, Nov 21, 2026` })));
  assert.ok(!(await site.driver.getCurrentUrl()).includes('#kept'));
  await calculator.button('undo').click();
  await eventually(async () => assert.ok((await site.driver.getCurrentUrl()).endsWith(`#kept=${id}`)));
  await calculator.button('clear').click();
  await calculator.enter('input.lines.0.fee', '9');
  await site.driver.navigate().refresh();
  const again = await first(site.driver);
  assert.equal(await again.value('input.lines.0.fee'), '9');
  await keeps(id, LINES);
});

test('the list: search, sort, rename, duplicate, delete and undo, by keyboard too', async () => {
  const line = (fee) => documentOf([{ fee, starts_on: '2026-12-04' }]);
  const worth = (document, refund) => ({ ...document, answer: { ...document.answer, figures: { refund } } });
  await putIn(site.driver, [
    storedOf(recordOf('a', 'Alpha', { changed_on: '2026-11-01T00:00:00.000Z', document: worth(line('1'), '9.50') })),
    storedOf(recordOf('b', 'Beta', { changed_on: '2026-11-03T00:00:00.000Z', document: worth(line('2'), '100000000000000000000.01') })),
    storedOf(recordOf('c', 'Gamma', { changed_on: '2026-11-02T00:00:00.000Z', document: worth({ ...line('3'), customer: 'Beta Ltd' }, '100000000000000000000.02') })),
  ]);
  const kept = await list();
  await kept.hasNames(['Beta', 'Gamma', 'Alpha']);
  await kept.one('#sort option[value=name]').click();
  await kept.hasNames(['Alpha', 'Beta', 'Gamma']);
  await kept.one('#sort option[value=total]').click();
  await kept.hasNames(['Gamma', 'Beta', 'Alpha']);
  assert.equal(await kept.one('[data-id=b] .total').getText(), '$100,000,000,000,000,000,000.01');
  await kept.one('[data-act=turn]').click();
  await kept.hasNames(['Alpha', 'Beta', 'Gamma']);
  await kept.one('#search').sendKeys('beta');
  await kept.hasNames(['Beta', 'Gamma']);
  assert.equal(await kept.one('.count').getText(), ui('kept.count', { count: '2', all: '3' }));
  await kept.one('#search').sendKeys(Key.chord(Key.CONTROL, 'a'), Key.DELETE);

  await kept.act('a', 'rename');
  await eventually(async () => assert.equal(await kept.focused(), 'name'));
  await site.driver.actions().sendKeys('Zeta', Key.ENTER).perform();
  await kept.says(ui('kept.did_rename', { name: 'Zeta' }));
  await eventually(async () => assert.equal(await kept.focused(), 'rename'));
  await kept.act('b', 'rename');
  await eventually(async () => assert.equal(await kept.focused(), 'name'));
  await site.driver.actions().sendKeys('Nothing', Key.ESCAPE).perform();
  await kept.hasNames(['Zeta', 'Beta', 'Gamma']);

  await kept.act('b', 'duplicate');
  await kept.says(ui('kept.did_duplicate', { name: 'Beta 2' }));
  await kept.hasNames(['Zeta', 'Beta', 'Beta 2', 'Gamma']);

  await kept.act('a', 'remove');
  await kept.says(ui('kept.did_remove', { name: 'Zeta' }));
  await kept.hasNames(['Beta', 'Beta 2', 'Gamma']);
  await eventually(async () => assert.equal(await kept.focused(), 'undo'));
  await site.driver.actions().sendKeys(Key.ENTER).perform();
  await kept.hasNames(['Zeta', 'Beta', 'Beta 2', 'Gamma']);
  await kept.says(ui('kept.did_restore', { name: 'Zeta' }));
  await site.assertQuiet('the list');

  await kept.one('[data-id=c] a').click();
  await site.driver.wait(async () => (await site.driver.getCurrentUrl()).endsWith('/cancellation.html#kept=c'), 10_000);
  await hasLines(await first(site.driver), [{ fee: '3', starts_on: '2026-12-04' }]);
});

for (const lang of LANGUAGES) {
  test(`empty and full, on a phone: nothing to complain of, in ${lang}`, async () => {
    await engine.resize(site.driver, 390, 844);
    let kept = await list(lang);
    assert.equal(await kept.one('.empty h2').getText(), words[lang].ui['kept.empty']);
    await assertAccessible(site.driver, 'empty');
    await putIn(site.driver, [storedOf(recordOf('a', 'Alpha')), storedOf(recordOf('b', 'B'.repeat(200)))]);
    kept = await list(lang);
    await kept.act('a', 'rename');
    await assertAccessible(site.driver, 'full');
    assert.ok(await site.driver.executeScript('return document.documentElement.scrollWidth <= innerWidth'), 'something is wider than the phone');
    const calculator = await openAt('a');
    await eventually(() => calculator.one('#kept-name'));
    await assertAccessible(site.driver, 'open');
    await engine.resize(site.driver, 1280, 900);
  });
}

describe('as a file', () => {
  /** What the page hands out as a download. */
  async function exported(kept) {
    await site.driver.executeScript('const make = URL.createObjectURL; URL.createObjectURL = (blob) => { window.handedOut = blob.text(); return make.call(URL, blob); };');
    await kept.one('[data-act=export]').click();
    return eventually(async () => {
      const text = await site.driver.executeAsyncScript('const [done] = arguments; (window.handedOut ?? Promise.resolve(null)).then(done)');
      assert.ok(text);
      return text;
    });
  }

  test('out and in again on another device: all is there, and the same again changes nothing', async () => {
    const records = [recordOf('a', 'Alpha'), recordOf('b', '報價「乙」', { unanswered: true })];
    await putIn(site.driver, records.map(storedOf));
    const text = await exported(await list());
    assert.deepEqual(JSON.parse(text).schema, 'clausewise.kept/1');
    assert.deepEqual(JSON.parse(text).quotes.sort((one, other) => (one.id < other.id ? -1 : 1)), records);
    await forget(site.driver);
    const kept = await list();
    await kept.bring(text);
    await kept.says(ui('kept.import_new', { count: '2' }));
    const there = await stored(site.driver);
    assert.deepEqual(there.sort((one, other) => (one.id < other.id ? -1 : 1)).map(({ document, ...each }) => ({ ...each, document: JSON.parse(document) })), records);
    await kept.bring(text);
    await kept.says(ui('kept.import_same', { count: '2' }));
    assert.deepEqual(await stored(site.driver), there);
    await site.assertQuiet('files');
  });

  test('what differs is asked about, and nothing is overwritten before that', async () => {
    const ours = ['a', 'b', 'c'].map((id) => recordOf(id, id.toUpperCase()));
    await putIn(site.driver, ours.map(storedOf));
    const theirs = ours.map((each) => ({ ...each, document: documentOf([{ fee: '9', starts_on: '2026-12-04' }]) }));
    const kept = await list();
    await kept.bring(JSON.stringify({ schema: 'clausewise.kept/1', quotes: [...theirs, recordOf('d', 'D')] }));
    await kept.says(`${ui('kept.import_new_one')} ${ui('kept.import_differ', { count: '3' })}`);
    const fees = async () => Object.fromEntries((await stored(site.driver)).map(({ id, name, document }) => [['a', 'b', 'c', 'd'].includes(id) ? id : name, JSON.parse(document).request.input.lines[0].fee]));
    assert.deepEqual(await fees(), { a: '1001', b: '1001', c: '1001', d: '1001' });
    const settle = async (name, way) => (await kept.one(`.differ button[data-act=${way}][aria-label$=": ${name}"]`)).click();
    await assertAccessible(site.driver, 'asked');
    await settle('A', 'file');
    await eventually(async () => assert.deepEqual(await fees(), { a: '9', b: '1001', c: '1001', d: '1001' }));
    await settle('B', 'both');
    await eventually(async () => assert.deepEqual(await fees(), { a: '9', b: '1001', c: '1001', d: '1001', 'B 2': '9' }));
    await settle('C', 'ours');
    await eventually(async () => assert.deepEqual(await kept.all('.differ'), []));
    assert.deepEqual(await fees(), { a: '9', b: '1001', c: '1001', d: '1001', 'B 2': '9' });
  });

  test('of many all can be settled at once', async () => {
    const ours = Array.from({ length: 130 }, (_, index) => recordOf(`q${index}`, `Q${index}`));
    await putIn(site.driver, ours.map(storedOf));
    const kept = await list();
    assert.equal((await kept.all('.quotes li')).length, 100);
    await kept.one('[data-act=more]').click();
    await eventually(async () => assert.equal((await kept.all('.quotes li')).length, 130));
    await kept.bring(JSON.stringify({ schema: 'clausewise.kept/1', quotes: ours.map((each) => ({ ...each, name: `${each.name} new` })) }));
    await eventually(() => kept.one('.differ'));
    await kept.one('.differ > .bar [data-act=file]').click();
    await eventually(async () => assert.ok((await stored(site.driver)).every(({ name }) => name.endsWith(' new'))), 30_000);
  });

  test('what is no such file is said, and takes nothing with it', async () => {
    await putIn(site.driver, [storedOf(recordOf('a', 'Alpha'))]);
    const before = await stored(site.driver);
    const kept = await list();
    const deep = '['.repeat(100_000);
    for (const [text, key, times] of [
      ['not JSON at all', 'broken'], ['{"quotes":[]}', 'broken'], ['[]', 'broken'], ['null', 'broken'], [`{"schema":"clausewise.kept/1","quotes":${deep}`, 'broken'],
      ['{"schema":"clausewise.kept/2","quotes":[]}', 'edition'], ['{"schema":"clausewise.kept/1","quotes":{}}', 'broken'],
      ['"'.padEnd(1_000_000, '\\"'), 'broken', 10], ['x'.repeat(1_000_000), 'too_long', 51],
    ]) {
      await kept.bring('{"schema":"clausewise.kept/1","quotes":[]}');
      await kept.says(ui('kept.import_none'));
      await kept.bring(text, times);
      await kept.says(ui(`kept.import_${key}`));
    }
    assert.deepEqual(await stored(site.driver), before);
    const hostile = `{"schema":"clausewise.kept/1","__proto__":{"polluted":true},"quotes":[
      {"__proto__":{"polluted":true},"id":"__proto__","name":"<img src=x onerror=window.pwned=1>","revision":1,"document":${JSON.stringify(documentOf())}},
      {"id":"../x","name":"Path","revision":1,"document":${JSON.stringify(documentOf())}},
      {"id":"rev","name":"Rev","revision":1e400,"document":${JSON.stringify(documentOf())}},
      {"id":"doc","name":"Doc","revision":1,"document":{"schema":"clausewise.quote/9"}},
      null, 7, {"id":"same","name":"S","revision":1,"document":${JSON.stringify(documentOf())}}, {"id":"same","name":"T","revision":1,"document":${JSON.stringify(documentOf())}}]}`;
    await kept.bring(hostile);
    await kept.says(`${ui('kept.import_new', { count: '2' })} ${ui('kept.import_unread', { count: '6' })}`);
    await eventually(async () => assert.deepEqual((await kept.names()).sort(), ['<img src=x onerror=window.pwned=1>', 'Alpha', 'S']));
    assert.deepEqual(await site.driver.executeScript('return [window.pwned, {}.polluted, document.querySelector("clausewise-kept").shadowRoot.querySelector("img")]'), [null, null, null]);
    await kept.act('__proto__', 'remove');
    await kept.hasNames(['S', 'Alpha']);
  });
});

test('two windows on one quote: the second to write is told, and keeps its own as a copy or takes the other', async () => {
  await putIn(site.driver, [storedOf(recordOf('one', 'One'))]);
  const one = await openAt('one');
  const tab = await site.driver.getWindowHandle();
  await site.driver.switchTo().newWindow('tab');
  const other = await openAt('one');
  const second = await site.driver.getWindowHandle();
  try {
    // Whoever has entered nothing is shown what the other has entered.
    await other.enter('input.lines.0.fee', '2000');
    await keeps('one', [{ fee: '2000', starts_on: '2026-12-04' }]);
    await site.driver.switchTo().window(tab);
    await hasLines(one, [{ fee: '2000', starts_on: '2026-12-04' }]);
    assert.equal(await barSays(one), ui('kept.note.followed'));

    for (const way of ['keep-mine', 'take-theirs']) {
      // What is written without a word stands for a window that has not been heard yet.
      const fee = way === 'keep-mine' ? '31' : '32';
      const there = await recordIn('one');
      await putIn(site.driver, [{ ...there, revision: there.revision + 5, document: JSON.stringify(documentOf([{ fee, starts_on: '2026-12-04' }])) }]);
      await one.enter('input.lines.0.fee', '55');
      await eventually(async () => assert.equal(await barSays(one), ui('kept.changed_elsewhere', { name: 'One' })));
      await keeps('one', [{ fee, starts_on: '2026-12-04' }]);
      await one.button(way).click();
      if (way === 'keep-mine') {
        await eventually(async () => assert.deepEqual((await stored(site.driver)).map(({ name }) => name).sort(), ['One', 'One 2']));
        await hasLines(one, [{ fee: '55', starts_on: '2026-12-04' }]);
        assert.ok(!(await site.driver.getCurrentUrl()).endsWith('#kept=one'));
        await site.driver.executeScript("location.hash = 'kept=one'");
      }
      await hasLines(one, [{ fee, starts_on: '2026-12-04' }]);
      await keeps('one', [{ fee, starts_on: '2026-12-04' }]);
    }

    // Taken away in the one, it can be kept again in the other, or gone on without.
    const kept = await list();
    await kept.act('one', 'remove');
    await site.driver.switchTo().window(second);
    await eventually(async () => assert.equal(await barSays(other), ui('kept.removed_elsewhere', { name: 'One' })));
    await other.button('take-theirs').click();
    await eventually(async () => assert.deepEqual(await other.all('.kept'), []));
    assert.ok(!(await stored(site.driver)).some(({ id }) => id === 'one'));
  } finally {
    for (const each of await site.driver.getAllWindowHandles()) {
      if (each === tab) continue;
      await site.driver.switchTo().window(each);
      await site.driver.close();
    }
    await site.driver.switchTo().window(tab);
  }
});

test('addresses that name no quote of this calculator are told so, and the form works', async () => {
  await putIn(site.driver, [
    storedOf(recordOf('tax', 'Tax', { document: documentOf([], { request: { calculator: 'tax', as_of: '2026-11-21', input: {} } }) })),
    storedOf(recordOf('odd', 'Odd', { document: documentOf([], { request: { calculator: '../evil?$&', input: {} } }) })),
    storedOf(recordOf('bad', 'Bad', { document: '{"schema":"clausewise.quote/1"}' })),
    storedOf(recordOf('big', 'Big', { document: `"${'x'.repeat(10_000_000)}"` })),
    { ...storedOf(recordOf('new', 'New')), document: JSON.stringify({ ...documentOf(), schema: 'clausewise.quote/2' }) },
  ]);
  for (const [id, note] of [['nowhere', 'gone'], ['%00<b>', 'gone'], ['__proto__', 'gone'], ['x'.repeat(100_000), 'gone'], ['bad', 'unreadable'], ['big', 'unreadable'], ['new', 'unreadable'], ['tax', 'of_another'], ['odd', 'of_another']]) {
    const calculator = await openAt(id);
    await eventually(async () => assert.equal(await barSays(calculator), ui(`kept.note.${note}`), id.slice(0, 40)));
    if (id === 'tax') assert.ok((await calculator.one('[data-act=open-there]').getAttribute('href')).endsWith('/tax.html#kept=tax'));
    if (id === 'odd') assert.ok((await calculator.one('[data-act=open-there]').getAttribute('href')).endsWith('/..%2Fevil%3F%24%26.html#kept=odd'));
    await calculator.enterAll(FEE);
    await eventually(async () => assert.equal((await calculator.answer()).figures.refund, '500.50'));
  }
  const kept = await list();
  await eventually(async () => assert.deepEqual((await kept.names()).sort(), ['Odd', 'Tax']));
  assert.deepEqual(await kept.all('[data-id=odd] a'), []);
  assert.equal(await kept.one('.quotes ~ .hint').getText(), ui('kept.unreadable', { count: '3' }));
  assert.equal((await stored(site.driver)).length, 5, 'what cannot be read is left as it is');
});

test('a quote with another’s entries, markup and names of prototypes is read like any request', async () => {
  const lines = [{ fee: '<b>1</b>', starts_on: '2026-12-04', constructor: 'x', toString: 'y' }];
  const text = JSON.stringify(documentOf(lines)).replace('"input":', '"input":{"__proto__":{"polluted":1},"programme":"PA"},"__proto__":{"polluted":1},"input":');
  await putIn(site.driver, [storedOf(recordOf('odd', '<i>odd</i>', { document: text }))]);
  const calculator = await openAt('odd');
  await eventually(async () => assert.equal(await calculator.value('input.lines.0.fee'), '<b>1</b>'));
  assert.equal(await calculator.one('#kept-name').getAttribute('value'), '<i>odd</i>');
  assert.deepEqual(await site.driver.executeScript('return {}.polluted ?? null'), null);
  assert.deepEqual(await calculator.all('.kept i, form b'), []);
  assert.ok((await calculator.property('refusal')).errors.length);
});
