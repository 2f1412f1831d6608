// The sheet that "Print" makes: what a printer is handed is read back, and compared with what was entered and answered.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { engine, turn } from './browser.mjs';
import { useGuest } from './guest_page.mjs';
import { HOLDING, SIZES, assertLaidOut, readPdf, sheetOf, showSheet } from './paper.mjs';
import { CALCULATORS } from '../../tools/pages.mjs';
import { LANGUAGES, TAG, eventually, words } from './site.mjs';

const guest = useGuest();
const skip = engine.cannotPrint ?? false;

/** The sheet's own margins, in points, with what stands in the one below. */
const MARGINS = [50, 40, 50, 14];

const element = (calculator, lang, inside = '', more = '') => `<clausewise-quote calculator="${calculator}" lang="${lang}" ${more}>${inside}</clausewise-quote>`;

async function printed(calculator) {
  await calculator.button('print').click();
  return sheetOf(guest);
}

/** A renewal of so many lines, each its own twelve months: so many at a price are their product. */
const renewal = (count) => ({
  as_of: '2026-11-21', currency: 'TWD', minor_units: 0,
  input: {
    programme: 'PAE', tax_percent: '5',
    lines: Array.from({ length: count }, (_, index) => ({ part: `D0${1000 + index}LL`, quantity: 1 + (index % 37), annual_price: String(12_000 + 7 * index), covered_until: '2026-12-31' })),
  },
});

const grouped = (number) => `NT$${number.toLocaleString('en-US')}`;
const amountsOf = ({ input: { lines } }) => lines.map(({ quantity, annual_price: price }) => quantity * Number(price));
const sum = (numbers) => numbers.reduce((all, number) => all + number, 0);

async function sheetOfRenewal(count, lang, more, inside) {
  const request = renewal(count);
  await guest.show(element('renewal', lang, inside, more), { before: HOLDING });
  const calculator = await guest.calculator();
  await guest.run('arguments[0].request = arguments[1]', calculator.element, request);
  await eventually(async () => assert.equal((await calculator.property('answer'))?.lines.length, count), 30_000);
  return { calculator, request, sheet: await printed(calculator) };
}

const counted = (lang, page, pages) => words[lang].ui.paper_page.replace('{page}', page).replace('{pages}', pages);

for (const [count, lang, size] of [[1, 'zh-Hant', 'A4'], [1, 'en', 'letter'], [40, 'en', 'A4'], [40, 'zh-Hant', 'letter'], [1000, 'en', 'A4']]) {
  test(`${count} lines in ${lang} on ${size}: all of them, under the total`, { skip: skip || (!engine.numbersPages && lang !== 'en' && 'its letters are lost to whoever reads the file back') }, async () => {
    const { request, sheet } = await sheetOfRenewal(count, lang);
    await showSheet(guest, sheet);
    const pdf = readPdf(await engine.pdf(guest.driver, SIZES[size]), `renewal-${count}-${lang}-${size}`);
    const { pages, boxes } = pdf;
    const amounts = amountsOf(request);
    const net = sum(amounts);
    // Half up; no tax here ends in a half that floats could miss.
    const tax = Math.round(net / 20);
    for (const figure of [net, tax, net + tax]) assert.ok(pages[0].includes(grouped(figure)), `${grouped(figure)} is not on the first page`);

    const whole = pages.join('\n');
    const rows = [...whole.matchAll(/^ *([\d,]+) +(D0\d+LL)\b(.*)$/gm)].map(([, number, part, rest]) => ({ number, part, rest }));
    assert.deepEqual(rows.map(({ part }) => part), request.input.lines.map(({ part }) => part));
    for (const [index, { number, rest }] of rows.entries()) {
      const { quantity, annual_price: price } = request.input.lines[index];
      assert.equal(number, (index + 1).toLocaleString('en-US'));
      const cells = rest.trim().split(/\s+/);
      for (const cell of [String(quantity), grouped(Number(price)), grouped(amounts[index])]) assert.ok(cells.includes(cell), `line ${number}: ${cell} in ${rest}`);
    }
    // The table's head stands above the rows on each page.
    const head = words[lang].ui.list_lines;
    for (const [index, page] of pages.entries()) {
      const first = /^.*D0\d+LL.*$/m.exec(page);
      if (first) assert.ok(page.slice(0, first.index).includes(head), `page ${index + 1} has no head`);
      if (engine.numbersPages) assert.ok(page.replaceAll(/\s+/g, ' ').includes(counted(lang, index + 1, pages.length)), `page ${index + 1} of ${pages.length} is not numbered: ${page.slice(-200)}`);
    }
    if (count === 1) assert.equal(pages.length, 1);
    for (const { width, height } of boxes) for (const [is, inches] of [[width, SIZES[size][0]], [height, SIZES[size][1]]]) assert.ok(Math.abs(is - inches * 72) < 2, `${width} × ${height}`);
    assertLaidOut(pdf, `${count} lines`, MARGINS);
    await guest.assertQuiet('the sheet');
  });
}

const DAYS = { en: ['en-US', 'long', 'medium'], 'zh-Hant': ['zh-TW', 'long', 'short'] };

/** A day as each length of the language has it, by the browser's own Intl. */
const daysOf = (lang, iso) => DAYS[lang].slice(1).map((dateStyle) => new Intl.DateTimeFormat(DAYS[lang][0], { dateStyle, timeZone: 'UTC' }).format(new Date(`${iso}T00:00Z`)).replaceAll(/\s+/g, ''));

/** Every amount and day of an answer or a request, at any depth. */
function* valuesIn(value) {
  if (typeof value === 'string') {
    if (/^-?\d+\.\d+$/.test(value) || /^\d{4}-\d\d-\d\d$/.test(value)) yield value;
  } else if (value && typeof value === 'object') for (const each of Object.values(value)) yield* valuesIn(each);
}

for (const calculator of CALCULATORS) {
  for (const lang of LANGUAGES) {
    test(`${calculator} in ${lang} is whole on paper`, async () => {
      await guest.show(element(calculator, lang), { before: HOLDING });
      const shown = await guest.calculator();
      await shown.button('example').click();
      await shown.one('.headline .large');
      const [request, answer] = [await shown.request(), await shown.property('answer')];
      const headline = await guest.run("return arguments[0].shadowRoot.querySelector('.headline .large').textContent.trim()", shown.element);
      const sheet = await printed(shown);
      await guest.assertQuiet('the page');

      const said = sheet.text.replaceAll(/\s+/g, '');
      assert.ok(said.includes(headline.replaceAll(/\s+/g, '')), headline);
      for (const value of [...valuesIn([request.as_of, request.input, answer.figures, answer.dates, answer.lines])]) {
        const forms = value.includes('.') ? [value.replace(/^-?(\d+)/, (whole) => Number(whole).toLocaleString('en-US'))] : daysOf(lang, value);
        assert.ok(forms.some((form) => said.includes(form)), `${forms.join(' or ')} is not on the sheet`);
      }
      for (const { text } of await guest.run(`return [...arguments[0].shadowRoot.querySelectorAll('.notes li p')].map((note) => ({ text: note.firstChild.nextSibling.textContent }))`, shown.element)) {
        assert.ok(said.includes(text.replaceAll(/\s+/g, '')), text);
      }
      const own = words[lang].ui;
      for (const sentence of [own.paper_disclaimer, answer.terms.digest.slice(0, 12)]) assert.ok(said.includes(sentence.replaceAll(/\s+/g, '')), sentence);
      assert.doesNotMatch(sheet.text, /undefined|\{\w|NaN|\[object|mm\/dd|yyyy/);
      assert.doesNotMatch(sheet.html, /<(?:button|input|select|textarea|a|script|style|link)\b| style=/);
      assert.match(sheet.html, new RegExp(`^<html lang="${TAG[lang]}"`));

      // As wide as the text on A4, with nothing that reaches beyond it.
      await showSheet(guest, sheet);
      const over = await guest.run(`document.body.style.width = '657px';
        const right = document.body.getBoundingClientRect().right;
        return [...document.body.querySelectorAll('*')].filter((each) => each.getBoundingClientRect().right > right + 1).map((each) => each.outerHTML.slice(0, 200))`);
      assert.deepEqual(over, []);
      if (skip) return;
      const pdf = readPdf(await engine.pdf(guest.driver, SIZES.A4), `${calculator}-${lang}`);
      assertLaidOut(pdf, calculator, MARGINS);
      if (lang !== 'en' && !engine.numbersPages) return;
      // Whoever reads it back puts letters of another height into another line, and takes some signs for the radicals that they look like.
      const plain = (text) => text.normalize('NFKC').replaceAll(/[\s()]+/g, '');
      const first = plain(pdf.pages[0]);
      for (const run of plain(headline).match(/[\u2e80-\uffef]+|[^\u2e80-\uffef]+/g)) assert.ok(run.length < 2 || first.includes(run), `the total is on the first page: ${run}`);
    });
  }
}

test('with the workings shown, each of them and its clause comes along', async () => {
  await guest.show(element('renewal', 'en'), { before: HOLDING });
  const calculator = await guest.calculator();
  await calculator.button('example').click();
  await calculator.openWorkings();
  const { steps } = await calculator.property('answer');
  const sheet = await printed(calculator);
  assert.equal(sheet.html.split('<tr').length > steps.length, true);
  for (const clause of new Set(steps.map((step) => step.clause))) {
    assert.ok(sheet.text.replaceAll(/\s+/g, ' ').includes(words.en.clauses[clause].replaceAll(/\{[^}]*\}.*$/g, '').replaceAll(/\s+/g, ' ').trim()), clause);
  }
  await showSheet(guest, sheet);
  if (!skip) assertLaidOut(readPdf(await engine.pdf(guest.driver, SIZES.letter), 'workings'), 'the annex', MARGINS);
});

const LOGO = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='60' height='30'/%3E";

test('it bears the name, the logo and the imprint of whoever embeds it, as text', async () => {
  const imprint = '<address slot="imprint">1 High Street<br>Taipei <b>110</b><p>VAT&nbsp;12 &lt;3&gt;</p><img alt=""></address>';
  const { sheet } = await sheetOfRenewal(1, 'en', `paper-from="Formosa &amp; &lt;i&gt;Sons&lt;/i&gt;" paper-logo="${LOGO}"`, imprint);
  assert.match(sheet.text, /Formosa & <i>Sons<\/i>/);
  assert.match(sheet.html, />1 High Street\nTaipei 110\nVAT 12 &lt;3&gt;</);
  assert.deepEqual(sheet.html.match(/<(?:img|i|b|address)\b[^>]*>/g).filter((tag) => !tag.startsWith('<b>')).length, 1);
  assert.match(sheet.html, /<img [^>]*src="data:image\/svg\+xml/);
  // What is for paper is not on the page.
  assert.equal(await guest.run("return document.querySelector('[slot=imprint]').getClientRects().length"), 0);
  await guest.assertQuiet('the page');
});

test('a logo that does not arrive, or is none, is left out', async () => {
  for (const logo of ['data:image/png,broken', 'javascript:alert(1)', 'http://[', '']) {
    const { sheet } = await sheetOfRenewal(1, 'en', `paper-logo="${logo}"`);
    assert.ok(!sheet.html.includes('<img'), logo);
  }
  await engine.complaints(guest.driver);
});

test('it stands apart from the page, in a frame that goes when it is printed', async () => {
  await guest.show(`${element('renewal', 'en')}<p id="own">A page of somebody else’s</p>`, { before: `${HOLDING}
    window.heard = [];
    for (const name of ['beforeprint', 'afterprint']) addEventListener(name, () => heard.push(name));` });
  const calculator = await guest.calculator();
  await calculator.button('example').click();
  const before = await guest.run('return innerWidth - document.documentElement.clientWidth + document.documentElement.scrollWidth');
  const sheet = await printed(calculator);
  assert.equal(sheet.letters, '24px', 'its own styles hold, whatever the policy of the page');
  assert.ok(!sheet.text.includes('somebody else'));
  assert.equal(await guest.run('return innerWidth - document.documentElement.clientWidth + document.documentElement.scrollWidth'), before, 'and the page is no wider for it');
  await eventually(async () => assert.equal(await guest.run("return document.querySelectorAll('iframe').length + arguments[0].shadowRoot.querySelectorAll('iframe').length", calculator.element), 0));
  assert.deepEqual(await guest.run('return heard'), [], 'the page itself is not printed');
  await guest.assertQuiet('the page');
});

test('a part that does not arrive leaves the page to be printed', async () => {
  guest.withheld.push('parts/paper.js');
  try {
    await guest.show(element('renewal', 'en'), { before: 'window.printed = 0; window.print = () => { printed++; };' });
    const calculator = await guest.calculator();
    await calculator.button('example').click();
    await calculator.button('print').click();
    await eventually(async () => assert.equal(await guest.run('return printed'), 1));
  } finally {
    guest.withheld.length = 0;
    await engine.complaints(guest.driver);
  }
});

// What the browser's own menu prints.
const alone = turn === 0 ? false : 'Firefox leaves tables of the page empty, and WebKit prints nothing here';

test('the page itself says on paper what is folded away', { skip: alone }, async () => {
  const { calculator } = await sheetOfRenewal(40, 'en');
  const pdf = readPdf(await engine.pdf(guest.driver, SIZES.A4), 'page');
  const said = pdf.pages.join('\n').replaceAll(/\s+/g, ' ');
  assert.ok(said.includes(words.en.ui.paper_left.replace('{count}', '20')), said);
  assertLaidOut(pdf, 'the page', [0, 0, 0, 0]);
  assert.equal(await guest.run("return getComputedStyle(arguments[0].shadowRoot.querySelector('.on-paper')).display", calculator.element), 'none');
});

test('the page of a comparison prints its years one below the other', { skip: alone }, async () => {
  await guest.show(element('compare', 'en'));
  const calculator = await guest.calculator();
  await calculator.button('example').click();
  const { lines } = await eventually(() => calculator.property('answer'));
  const pdf = readPdf(await engine.pdf(guest.driver, SIZES.A4), 'page-compare');
  const said = pdf.pages.join('\n');
  for (const { licence_price: price } of lines) assert.ok(said.includes(grouped(Number(price))), price);
  assertLaidOut(pdf, 'the page', [0, 0, 0, 0]);
});
