// No entry is shown cut: columns are as wide as what stands in them, a long name goes on below, and lines that do not fit as rows are
// stacked. What is pressed at a line is always in sight.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calculators } from '../node/core.mjs';
import { engine } from './browser.mjs';
import { Calculator } from './calculator.mjs';
import { LANGUAGES, eventually, useSite, words } from './site.mjs';

const site = useSite();

const LISTED = calculators().filter(({ fields }) => fields.some(({ kind }) => kind === 'list'));

const LONG = {
  money: '999999999999.99', percent: '99.9999', rate: '999999.12345678', count: 1000000,
  date: '2026-12-31', local_time: '2026-12-31T16:30', time: '16:30', flag: true, currency: 'TWD',
};

/** Of 40 letters, of 80, and without a blank to break at. */
const TEXTS = [
  'WebSphere Application Server Network Dep', 'IBM WebSphere Application Server Network Deployment Processor Value Unit PVU SnS'.padEnd(80, '.'),
  '微軟整合支援服務'.repeat(5), 'D0NWMLL_'.repeat(10),
];

/** A value of a field that takes as much room as one can. */
function longest({ name, kind, choices = [], items }, lang, lines, text = TEXTS[0]) {
  if (kind === 'list') {
    return Array.from({ length: lines }, (_, index) => Object.fromEntries(items.map((item) => [item.name, longest(item, lang, 1, TEXTS[index % TEXTS.length])])));
  }
  if (kind === 'text') return text;
  if (kind === 'choice') return [...choices].sort((a, b) => said(name, b, lang).length - said(name, a, lang).length)[0];
  return kind === 'country' ? 'GB' : LONG[kind];
}
const said = (name, choice, lang) => words[lang].choices[`${name}.${choice}`] ?? choice;

/** The controls whose entry is wider than the room for it, and the boxes that make the page wider than its window. */
const CUT = `
  const root = arguments[0].shadowRoot;
  const pen = document.createElement('canvas').getContext('2d');
  const isCut = (control) => {
    if (control.localName !== 'select') return control.scrollWidth > control.clientWidth + 1 || control.scrollHeight > control.clientHeight + 1;
    const { font, paddingInlineStart } = getComputedStyle(control);
    pen.font = font;
    const [option] = control.selectedOptions;
    return pen.measureText(option.label).width > control.clientWidth - parseFloat(paddingInlineStart) - 14;
  };
  const cut = [...root.querySelectorAll('.list :is(input, select, textarea)[data-field]')].filter((control) => !control.matches('[type=radio]') && isCut(control));
  const seen = (at) => { const { left, right, width } = at.getBoundingClientRect(); return width >= 24 && left >= 0 && right <= innerWidth; };
  const away = [...root.querySelectorAll('.list [data-act=remove]')].filter((button) => !seen(button)
    || root.elementFromPoint(...((at) => [at.left + at.width / 2, at.top + at.height / 2])((button.scrollIntoView({ block: 'center', behavior: 'instant' }), button.getBoundingClientRect())))?.closest('button') !== button);
  const squeezed = [...root.querySelectorAll('.list :is(input, select, textarea)[data-field]')].filter((control) => control.type !== 'radio' && control.getBoundingClientRect().width < 40);
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  return { cut: cut.map(({ dataset: { field }, clientWidth, scrollWidth, value }) => [field, value, clientWidth, scrollWidth].join(' ')), away: away.length, squeezed: squeezed.map(({ dataset }) => dataset.field), wide };`;

for (const lang of LANGUAGES) {
  for (const [device, { width, size }] of Object.entries({
    'a desk': { width: 1280 }, 'a phone': { width: 390 }, 'a desk, letters twice as large': { width: 1280, size: '200%' }, 'a phone, letters twice as large': { width: 390, size: '200%' },
  })) {
    test(`every entry of every line is shown whole: ${device}, ${lang}`, async () => {
      await engine.resize(site.driver, width, 900);
      for (const { calculator: name, fields, money } of LISTED) {
        await site.open(`${name}.html`, lang);
        const calculator = await Calculator.on(site.driver);
        if (size) await site.driver.executeScript("arguments[0].style.setProperty('--clausewise-font-size', '32px')", calculator.element);
        const input = Object.fromEntries(fields.filter(({ kind }) => kind === 'list').map((field) => [field.name, longest(field, lang, 5)]));
        await site.driver.executeScript('arguments[0].request = arguments[1]', calculator.element, { calculator: name, as_of: '2026-11-21', ...(money && { currency: 'USD' }), input });
        await eventually(async () => {
          const { cut, away, squeezed, wide } = await site.driver.executeScript(CUT, calculator.element);
          assert.deepEqual(cut, [], `${name}`);
          assert.equal(away, 0, `${name}: lines that cannot be seen to be removed`);
          assert.deepEqual(squeezed, [], `${name}: controls that nobody can type in`);
          assert.equal(wide, 0, `${name} is ${wide} pixels too wide`);
        }, 3_000);
      }
    });
  }
}
