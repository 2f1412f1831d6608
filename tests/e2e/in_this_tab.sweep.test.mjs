// What a visitor has entered is there again after a reload, Back, or a page that was thrown away: in the same tab, on top of
// what the page gave, and only there.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Calculator } from './calculator.mjs';
import { eventually, TAG, words } from './site.mjs';
import { useStranger } from './stranger.mjs';

const stranger = useStranger();

/** Where a browser keeps a page as a whole, nothing has to be given back: so it keeps none, or has to load it again. */
const NEVER_WHOLE = "addEventListener('unload', () => {}); addEventListener('pageshow', ({ persisted }) => { if (persisted) location.reload(); });";

const QUOTE = '<clausewise-quote calculator="cancellation" as-of="2026-11-21" currency="TWD"></clausewise-quote>';
/** 13 days before the service starts half is charged, 501 of 1001 whole dollars. */
const FEE = { 'input.lines.0.fee': '1001', 'input.lines.0.starts_on': '2026-12-04' };
const LINES = [{ fee: '1001', starts_on: '2026-12-04' }];
const GIVEN = { calculator: 'cancellation', input: { lines: [{ fee: '500', starts_on: '2026-12-04' }, { fee: '600', starts_on: '2026-12-24' }] } };

const gives = (request, { then = '' } = {}) => `${NEVER_WHOLE} document.querySelector('clausewise-quote').request = ${JSON.stringify(request)}; ${then}`;

async function show(body = QUOTE, { own = NEVER_WHOLE, ...options } = {}) {
  await stranger.show(`<main><h1>Ours</h1>${body}</main>`, { own, ...options });
  return first();
}

async function first(name = '') {
  await stranger.drawn();
  return Calculator.on(stranger.driver, name);
}

async function reload() {
  await stranger.driver.navigate().refresh();
  return first();
}

const page = async () => new URL(await stranger.driver.getCurrentUrl()).pathname.replace('.html', '');
const lines = async (calculator) => (await calculator.request()).input.lines;
const hasLines = (calculator, expected) => eventually(async () => assert.deepEqual(await lines(calculator), expected));
const said = (calculator) => calculator.one('.bar.start .done').getText();
const assertGivenBack = async (calculator, lang = 'en') => assert.equal(await said(calculator), words[lang].ui.did_give_back);
const assertFresh = async (calculator, expected) => {
  assert.equal(await said(calculator), '');
  assert.deepEqual(await lines(calculator), expected);
};
/** What is kept of the page, by its key. */
const stored = () => stranger.run('return Object.entries(sessionStorage).filter(([key]) => key.includes(location.pathname))');

test('a reload gives back what was typed, with a word, and the way to begin afresh and back again', async () => {
  await (await show()).enterAll(FEE);
  const again = await reload();
  await hasLines(again, LINES);
  await assertGivenBack(again);
  assert.equal((await eventually(() => again.answer())).figures.refund, '500');
  assert.equal(await again.button('afresh').getText(), words.en.ui.afresh);
  await again.button('afresh').click();
  await hasLines(again, [{}]);
  assert.equal(await said(again), words.en.ui.did_start_over);
  await again.button('undo').click();
  await hasLines(again, LINES);
  await hasLines(await reload(), LINES);
  await stranger.assertQuiet('given back');
});

test('whoever hears the page is told', async () => {
  await (await show()).enterAll(FEE);
  const again = await reload();
  await eventually(async () => {
    const spoken = await stranger.run("return [...arguments[0].shadowRoot.querySelectorAll('.said[aria-live]')].map(({ textContent }) => textContent).join()", again.element);
    assert.ok(spoken.startsWith(words.en.ui.did_give_back), spoken);
  });
});

test('in another language, asked for by the address, it is the same form in the same currency', async () => {
  const own = `${NEVER_WHOLE} document.documentElement.lang = new URLSearchParams(location.search).get('lang') ?? 'zh-Hant';`;
  const calculator = await show('<clausewise-quote calculator="cancellation" as-of="2026-11-21"></clausewise-quote>', { own });
  const go = async (search) => {
    await stranger.run(`location.search = ${JSON.stringify(search)}`);
    await eventually(async () => assert.equal(await stranger.run('return location.search'), search));
    return first();
  };
  assert.equal((await calculator.request()).currency, 'TWD');
  // What nobody has touched goes by the language.
  assert.equal((await (await go('?lang=en')).request()).currency, 'USD');
  await (await go('?lang=zh-Hant')).enterAll(FEE);
  const english = await go('?lang=en');
  await hasLines(english, LINES);
  assert.deepEqual([(await english.request()).currency, (await english.request()).minor_units], ['TWD', 0]);
  // Anything else in the address is another form.
  assert.deepEqual(await lines(await go('?lang=en&of=another')), [{}]);
});

test('also at once after the last key, half-typed as it stood', async () => {
  const calculator = await show();
  await calculator.control('input.lines.0.fee').sendKeys('1,0');
  const again = await reload();
  assert.equal(await again.value('input.lines.0.fee'), '1,0');
});

test('Back after a link, and each page has its own', async () => {
  await (await show()).enterAll(FEE);
  await assertFresh(await show(), [{}]);
  await stranger.driver.navigate().back();
  await eventually(async () => assert.deepEqual(await lines(await first()), LINES));
});

test('a page that goes without a word, as on a phone, was written down when it was put away', async () => {
  await (await show()).control('input.lines.0.fee').sendKeys('77');
  await stranger.run(`Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));`);
  const [[, text]] = await stored();
  assert.match(text, /"77"/);
});

test('the day, the currency, further lines and the example count as typed', async () => {
  const calculator = await show();
  await calculator.enterAll({ ...FEE, currency: 'JPY', as_of: '2026-11-20' });
  await calculator.button('add', 'input.lines').click();
  await calculator.enter('input.lines.1.fee', '9');
  const before = await calculator.request();
  const again = await reload();
  await eventually(async () => assert.deepEqual(await again.request(), before));
  await again.button('example').click();
  const example = await again.request();
  assert.notDeepEqual(example, before);
  const third = await reload();
  await eventually(async () => assert.deepEqual(await third.request(), example));
  await third.button('clear').click();
  await eventually(async () => assert.deepEqual(await lines(third), [{}]));
  const { as_of: day, currency } = await third.request();
  assert.deepEqual({ day, currency }, { day: '2026-11-21', currency: 'TWD' });
});

test('nothing comes back of a form that was cleared or begun afresh, nor of one that nobody has touched', async () => {
  for (const act of ['clear', 'afresh']) {
    const calculator = await show();
    await calculator.enterAll(FEE);
    const again = await reload();
    await again.button(act).click();
    await assertFresh(await reload(), [{}]);
    assert.deepEqual(await stored(), []);
  }
  await show(QUOTE, { own: gives(GIVEN) });
  await assertFresh(await reload(), GIVEN.input.lines);
  assert.deepEqual(await stored(), []);
});

test('two of a kind on a page have each their own, in components of somebody’s too', async () => {
  const components = `${NEVER_WHOLE}
    for (const host of document.querySelectorAll('x-ours')) host.attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(QUOTE)};`;
  const all = `return [...document.querySelectorAll('clausewise-quote'), ...[...document.querySelectorAll('x-ours')].map((host) => host.shadowRoot.firstChild)]`;
  const named = QUOTE.replace('<clausewise-quote', '<clausewise-quote id="third"');
  await show(`${QUOTE}${QUOTE}${named}<x-ours></x-ours><x-ours></x-ours>`, { own: components });
  const every = () => eventually(async () => {
    const elements = await stranger.run(all);
    for (const element of elements) assert.ok(await stranger.run("return !!arguments[0].shadowRoot.querySelector('form')", element));
    return Promise.all(elements.map(async (element) => new Calculator(stranger.driver, element, await element.getShadowRoot())));
  });
  const calculators = await every();
  assert.equal(calculators.length, 5);
  for (const [index, calculator] of calculators.entries()) if (index !== 1) await calculator.enter('input.lines.0.fee', String(100 + index));
  await stranger.driver.navigate().refresh();
  const again = await every();
  await eventually(async () => assert.deepEqual(await Promise.all(again.map((each) => each.value('input.lines.0.fee'))), ['100', '', '102', '103', '104']));
});

test('by attribute, nothing is kept; and what was kept is gone', async () => {
  const none = QUOTE.replace('>', ' keep="none">');
  await (await show(none)).enterAll(FEE);
  await assertFresh(await reload(), [{}]);
  const calculator = await show();
  await calculator.enterAll(FEE);
  await eventually(async () => assert.equal((await stored()).length, 1));
  await stranger.run("arguments[0].keep = 'none'", calculator.element);
  await eventually(async () => assert.deepEqual(await stored(), []));
  assert.equal((await calculator.request()).input.lines.length, 1);
});

test('in a form of the page’s the browser brings nothing back where nothing is to be kept', async () => {
  for (const [keep, expected] of [['tab', LINES], ['none', [{}]]]) {
    await (await show(`<form>${QUOTE.replace('>', ` name="quote" keep="${keep}">`)}</form>`)).enterAll(FEE);
    await stranger.show('<main><h1>Elsewhere</h1></main>', { scripts: [] });
    await stranger.driver.navigate().back();
    await eventually(async () => {
      const again = await first();
      assert.deepEqual(await lines(again), expected);
      assert.equal(await said(again), keep === 'tab' ? words.en.ui.did_give_back : '');
    });
  }
});

describe('on top of a request of the page’s', () => {
  const CHANGED = [{ fee: '500', starts_on: '2026-12-04' }, { fee: '7', starts_on: '2026-12-24' }];

  async function changed(own) {
    const calculator = await show(QUOTE, { own });
    await hasLines(calculator, GIVEN.input.lines);
    await calculator.enter('input.lines.1.fee', '7');
    return calculator;
  }

  test('the same again: what was changed comes back, and nothing else was kept', async () => {
    await changed(gives(GIVEN));
    const again = await reload();
    await hasLines(again, CHANGED);
    const [[, text]] = await stored();
    assert.match(text, /"7"/);
    assert.doesNotMatch(text, /500|600|2026-12/);
    await again.button('afresh').click();
    await hasLines(again, GIVEN.input.lines);
  });

  test('a line that was taken away stays away, and the others stay what they were', async () => {
    const calculator = await show(QUOTE, { own: gives({ ...GIVEN, input: { lines: [{ fee: '1' }, { fee: '500', starts_on: '2026-12-04', odd: 'kept' }] } }) });
    await hasLines(calculator, [{ fee: '1' }, { fee: '500', starts_on: '2026-12-04', odd: 'kept' }]);
    await calculator.button('remove').click();
    await hasLines(calculator, [{ fee: '500', starts_on: '2026-12-04', odd: 'kept' }]);
    await hasLines(await reload(), [{ fee: '500', starts_on: '2026-12-04', odd: 'kept' }]);
  });

  test('another one: the page is right', async () => {
    await changed(gives(GIVEN));
    const other = { ...GIVEN, input: { lines: [{ fee: '42', starts_on: '2026-12-04' }] } };
    stranger.files.set(`${await page()}.js`, gives(other));
    await assertFresh(await reload(), other.input.lines);
  });

  test('one that comes late, and comes again at each drawing', async () => {
    const late = `${NEVER_WHOLE} const element = document.querySelector('clausewise-quote');
      setTimeout(() => { element.request = ${JSON.stringify(GIVEN)}; }, 1500);
      element.addEventListener('clausewise-answer', ({ detail }) => { if (detail.request.input.lines[0]?.fee) setTimeout(() => { element.request = detail.request; }, 20); });`;
    await changed(late);
    await eventually(async () => assert.match(JSON.stringify(await stored()), /\\"7\\"/));
    await hasLines(await reload(), CHANGED);
  });

  test('another day or currency of the page’s stands, and the entries come back', async () => {
    const calculator = await show();
    await calculator.enterAll({ ...FEE, currency: 'JPY' });
    stranger.files.set(`${await page()}.js`, `${NEVER_WHOLE} document.querySelector('clausewise-quote').setAttribute('currency', 'USD');`);
    const again = await reload();
    await hasLines(again, LINES);
    assert.equal((await again.request()).currency, 'USD');
  });

  test('what is fixed is the page’s, whatever stands in the storage', async () => {
    const fixed = QUOTE.replace('>', ' fixed="lines.fee currency">');
    const calculator = await show(fixed, { own: gives(GIVEN) });
    await calculator.enter('input.lines.1.starts_on', '2026-12-25');
    await eventually(async () => assert.equal((await stored()).length, 1));
    await stranger.run(`const [key, text] = Object.entries(sessionStorage).find(([key]) => key.includes(location.pathname)); const kept = JSON.parse(text);
      kept.envelope.currency = 'JPY'; kept.input.lists.lines[1].values.fee = '1'; kept.input.lists.lines.reverse();
      sessionStorage.setItem(key, JSON.stringify(kept));`);
    const again = await reload();
    await assertGivenBack(again);
    const { currency, input } = await again.request();
    assert.equal(currency, 'TWD');
    assert.deepEqual(input.lines.sort((one, other) => one.fee - other.fee), [{ fee: '500', starts_on: '2026-12-04' }, { fee: '600', starts_on: '2026-12-25' }]);
  });
});

test('a link that brings entries: the same again gives back what was changed, another one is right, and Back leads to the first', async () => {
  const link = (fee) => `#request=${encodeURIComponent(JSON.stringify({ calculator: 'cancellation', input: { lines: [{ fee, starts_on: '2026-12-04' }] } }))}`;
  const calculator = await show(QUOTE.replace('>', ' pages="{calculator}.html">'), { query: link('500') });
  await calculator.enter('input.lines.0.fee', '1001');
  const again = await reload();
  await hasLines(again, LINES);
  await assertGivenBack(again);
  const path = await page();
  await stranger.show('<main><h1>Elsewhere</h1></main>', { scripts: [] });
  await stranger.driver.get(`${stranger.url}${path.slice(1)}.html${link('600')}`);
  await assertFresh(await first(), [{ fee: '600', starts_on: '2026-12-04' }]);
  await stranger.driver.navigate().back();
  await stranger.driver.navigate().back();
  await eventually(async () => assert.deepEqual(await lines(await first()), LINES));
});

test('the currency in which amounts were typed comes with them, whatever the language is by then', async () => {
  const quote = '<clausewise-quote calculator="cancellation" as-of="2026-11-21"></clausewise-quote>';
  const calculator = await show(quote);
  assert.equal((await calculator.request()).currency, 'USD');
  await calculator.enterAll(FEE);
  const path = await page();
  stranger.files.set(`${path}.html`, stranger.files.get(`${path}.html`).replace('lang="en"', `lang="${TAG['zh-Hant']}"`));
  const again = await reload();
  await hasLines(again, LINES);
  assert.equal((await again.request()).currency, 'USD');
  await assertGivenBack(again, 'zh-Hant');
});

describe('a storage that somebody else has written into', () => {
  /** Each takes what was kept, and returns what is to stand there instead, as an expression of the page's. */
  const POISON = {
    'no JSON': "'{'",
    'a number': "'7'",
    'a list': "'[]'",
    nothing: "''",
    'ten million characters of it': "text.replace('1,001', '1'.repeat(4_900_000))",
    'deep nesting': "'['.repeat(100_000)",
    'lines that are none': "change((kept) => { kept.input.lists.lines = { length: 1, 0: {} }; })",
    'a line that is none': "change((kept) => { kept.input.lists.lines = [null]; })",
    'more lines than a form has': "change((kept) => { kept.input.lists.lines = Array.from({ length: 1_001 }, () => ({ values: { fee: '1' } })); })",
    'an amount that is no text': "change((kept) => { kept.input.lists.lines[0].values.fee = { toString: 1 }; })",
    'values that are none': "change((kept) => { kept.input.lists.lines[0].values = 'fee'; })",
    'a day that is no text': "change((kept) => { kept.envelope.as_of = 20261121; })",
    'no entries': "change((kept) => { delete kept.input; delete kept.envelope; })",
    'fields of another calculator': "change((kept) => { kept.input = { values: { programme: 'x', event_starts: '1' }, lists: { years: [{ values: { fee: '1' } }] } }; })",
    'names of prototypes': `text.replace(/"input":.*$/, '"__proto__":{"polluted":"1"},"input":{"values":{"__proto__":"1","constructor":"1"},"lists":{"__proto__":[{"values":{"fee":"1"}}]}}}')`,
    'a prototype for the lines': `text.replace(/"lists":.*$/, '"lists":{"__proto__":{"lines":[{"values":{"fee":"1"}}]}}}}')`,
  };

  for (const [name, poison] of Object.entries(POISON)) {
    test(name, async () => {
      const calculator = await show();
      await calculator.enterAll(FEE);
      await eventually(async () => assert.match(JSON.stringify(await stored()), /2026-12-04/));
      // As the very last, and so after whatever the element itself may still write.
      await stranger.run(`const [key, text] = Object.entries(sessionStorage).find(([key]) => key.includes(location.pathname));
        const change = (how) => { const kept = JSON.parse(text); how(kept); return JSON.stringify(kept); };
        const instead = ${poison};
        if (instead === text) throw new Error('not changed');
        const put = () => sessionStorage.setItem(key, instead);
        put();
        addEventListener('pagehide', put);`);
      const again = await reload();
      await assertFresh(again, [{}]);
      assert.deepEqual(await stranger.run("return [({}).polluted, ({}).fee, ({}).values].map(String)"), ['undefined', 'undefined', 'undefined']);
      await again.enterAll(FEE);
      await hasLines(again, LINES);
      await stranger.assertQuiet(name);
    });
  }
});

describe('a browser that keeps nothing', () => {
  const FORBIDDEN = {
    'no storage': "Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('forbidden', 'SecurityError'); } });",
    'no room': "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };",
    'no storage at all': "Object.defineProperty(window, 'sessionStorage', { value: null });",
  };

  for (const [name, own] of Object.entries(FORBIDDEN)) {
    test(name, async () => {
      await (await show(QUOTE, { own: `${NEVER_WHOLE}${own}` })).enterAll(FEE);
      const again = await reload();
      await assertFresh(again, [{}]);
      await again.enterAll(FEE);
      assert.equal((await eventually(() => again.answer())).figures.refund, '500');
      await stranger.assertQuiet(name);
    });
  }

});
