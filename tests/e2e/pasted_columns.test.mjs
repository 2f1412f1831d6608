// Single columns from a spreadsheet, pasted into a field of a list: each cell goes to a line, as the one value that it
// can mean. Figures are worked out by hand.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calculators } from '../node/core.mjs';
import { turn } from './browser.mjs';
import { Calculator } from './calculator.mjs';
import { copy, paste } from './clipboard.mjs';
import { eventually, useSite, words } from './site.mjs';
import { writtenFor } from './written.mjs';

const site = useSite();

async function open(name, entries) {
  await site.open(`${name}.html`, 'en');
  const calculator = await Calculator.on(site.driver);
  await calculator.enterAll(entries);
  return calculator;
}

/** Pastes a column into the control of a path, as somebody does who has copied it. */
async function column(calculator, path, cells) {
  const control = await calculator.control(path);
  // Firefox and Safari tell nothing of it that nobody types in; there visitors have the box of the list.
  if (turn > 0 && (await control.getAttribute('type')) !== 'text') {
    await site.driver.executeScript(`const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', arguments[1]);
      arguments[0].dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true }))`, control, cells.join('\n'));
  } else {
    await copy(site.driver, cells.join('\r\n'));
    await site.driver.executeScript('arguments[0].focus()', control);
    await paste(site.driver);
  }
  const [list, field] = [path.replace(/\.\d+\.\w+$/, ''), path.split('.').at(-1)];
  return eventually(async () => {
    const lines = list.split('.').reduce((inner, part) => inner[part], await calculator.request());
    assert.ok(lines.length > 1 && lines.at(-1)[field] !== undefined, `${path} has not arrived`);
    return lines.map((line) => line[field]);
  });
}

const USD = { as_of: '2026-11-21', currency: 'USD' };
const AMOUNTS = ['12,000.00', '980.00', '150,500.00'];
const SENT = ['12000.00', '980.00', '150500.00'];
const FEES = ['Fee', '12,000.00', '15,500.00', '9,000.00'];

test('allocations of a year of flex', async () => {
  const calculator = await open('flex', { ...USD, 'input.signed_on': '2026-12-15', 'input.years.0.allowance': '300,000' });
  const list = 'input.years.0.allocations';
  await calculator.button('add', list).click();
  assert.deepEqual(await column(calculator, `${list}.0.amount`, AMOUNTS), SENT);
  // Choices come as a column as well, in words of either language.
  assert.deepEqual(await column(calculator, `${list}.0.service`, ['Workshops', '訓練課程', 'workshops']), ['workshops', 'workshops', 'workshops']);
  // 300,000 − (12,000 + 980 + 150,500).
  assert.ok((await calculator.figure('figures.unallocated')).includes('136,520.00'));
});

test('fees of a cancellation, with the heading above them', async () => {
  const calculator = await open('cancellation', USD);
  assert.deepEqual(await column(calculator, 'input.lines.0.fee', FEES), ['12000.00', '15500.00', '9000.00']);
  assert.deepEqual(await column(calculator, 'input.lines.0.starts_on', ['2026/12/1', '115/12/1', '1-Dec-2026']), ['2026-12-01', '2026-12-01', '2026-12-01']);
  // Ten days ahead: half of 12,000 + 15,500 + 9,000.
  assert.ok((await calculator.figure('figures.refund')).includes('18,250.00'));
});

test('amounts of late invoices', async () => {
  const calculator = await open('late_charge', { as_of: '2026-11-21', currency: 'HKD', 'input.country': 'HK' });
  assert.deepEqual(await column(calculator, 'input.lines.0.amount', ['HK$100,000.00', '12,000.50', '980.00']), ['100000.00', '12000.50', '980.00']);
  await column(calculator, 'input.lines.0.invoiced_on', ['2026-09-01', '115.9.1', '1 Sep 2026']);
  await column(calculator, 'input.lines.0.paid_on', ['2026-11-01', '115.11.1', '1 Nov 2026']);
  // 31 days late are two periods begun: 4 % of each, 4,000 + 480.02 + 39.20.
  assert.ok((await calculator.figure('figures.charge')).includes('4,519.22'));
});

test('prices of what has lapsed', async () => {
  const calculator = await open('reinstatement', USD);
  assert.deepEqual(await column(calculator, 'input.lines.0.new_licence_price', FEES.slice(1)), ['12000.00', '15500.00', '9000.00']);
  assert.deepEqual(await column(calculator, 'input.lines.0.quantity', ['1', '２', '一千']), [1, 2, 1000]);
  assert.deepEqual(await column(calculator, 'input.lines.0.family', ['WebSphere', 'Lotus', 'websphere']), ['websphere', 'lotus', 'websphere']);
  await column(calculator, 'input.lines.0.covered_until', ['2024/6/30', '113/6/30', '30-Jun-2024']);
  // 60 % of 12,000 + 2 × 15,500 + 1,000 × 9,000.
  assert.ok((await calculator.figure('figures.reinstatement')).includes('5,425,800.00'));
});

test('values of credits', async () => {
  const calculator = await open('credits', { as_of: '2026-11-21', 'input.purpose': 'convert', 'input.balance': '200,000.00' });
  assert.deepEqual(await column(calculator, 'input.lines.0.value', AMOUNTS), SENT);
  // 200,000 − 163,480.
  assert.ok((await calculator.figure('figures.balance_after')).includes('36,520'));
});

test('values of a swap, with what is available in any words', async () => {
  const calculator = await open('swap', USD);
  assert.deepEqual(await column(calculator, 'input.lines.0.given_value', AMOUNTS), SENT);
  assert.deepEqual(await column(calculator, 'input.lines.0.wanted_value', ['12,500.00', '1,000.00', '150,000.00']), ['12500.00', '1000.00', '150000.00']);
  assert.deepEqual(await column(calculator, 'input.lines.0.paid_with', ['flex', '現金', 'Cash']), ['flex', 'cash', 'cash']);
  assert.deepEqual(await column(calculator, 'input.lines.0.service', ['hackathon', 'Hackathon', 'hackathon']), ['hackathon', 'hackathon', 'hackathon']);
  assert.deepEqual(await column(calculator, 'input.lines.0.available', ['Yes', 'TRUE', '是']), [true, true, true]);
  assert.deepEqual(await column(calculator, 'input.lines.0.agreed', ['✓', 'v', '1']), [true, true, true]);
  // 500 and 20 to pay on top; 500 are not paid back.
  assert.ok((await calculator.figure('figures.shortfall')).includes('520.00'));
  assert.ok((await calculator.figure('figures.surplus')).includes('500.00'));
  for (const line of [0, 1, 2]) assert.equal(await calculator.value(`input.lines.${line}.available`), 'true');
});

test('yes and no of several countries', async () => {
  const calculator = await open('multi_country', { as_of: '2026-11-21' });
  assert.deepEqual(await column(calculator, 'input.lines.0.on_site', ['Yes', 'TRUE', '是', '✓', 'no', '否']), [true, true, true, true, false, false]);
  assert.equal(await calculator.value('input.lines.3.on_site'), 'true');
});

/** Every list with its fields, for the first entry of the lists around it. */
function* listsOf(fields, path = 'input', around = []) {
  for (const field of fields.filter(({ kind }) => kind === 'list')) {
    const list = { field, path: `${path}.${field.name}`, around };
    yield list;
    yield* listsOf(field.items, `${list.path}.0`, [...around, list]);
  }
}

/** What has to be chosen for a list or a field to apply, by names. */
const wanted = ({ only_if: condition }) => (condition ? { [condition.field]: condition.in?.[0] ?? 'TWD', ...wanted({ only_if: condition.and }) } : {});

/** Pastes cells and waits until values arrive in as many lines. */
const PASTE = `const [element, path, cells, wanted] = arguments;
  const at = (object, path) => path.split('.').reduce((inner, part) => inner?.[part], object);
  return (async () => {
    const control = element.shadowRoot.querySelector('[data-field="' + path + '"]');
    if (!control) return { lacks: path };
    const clipboardData = new DataTransfer();
    const data = cells.join('\\n');
    clipboardData.setData('text', data);
    // What is in the clipboard Firefox takes by names of its own.
    const handled = !control.dispatchEvent(new ClipboardEvent('paste', { clipboardData, dataType: 'text/plain', data, bubbles: true, cancelable: true, composed: true }));
    const list = path.replace(/\\.\\d+\\.\\w+$/, '');
    const name = path.split('.').at(-1);
    let values = [];
    for (let turn = 0; turn < 80; turn++) {
      await element.updateComplete;
      values = (at(element.request, list) ?? []).map((line) => line[name]).slice(0, cells.length);
      // Neither stands there while what reads the cells is on its way.
      if (JSON.stringify(values) === JSON.stringify(wanted) && (element.answer || element.refusal)) break;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    return { handled, values, answered: element.answer !== null, refused: (element.refusal?.errors ?? []).filter(({ field }) => field.endsWith('.' + name)).map(({ code, field }) => code + ' ' + field) };
  })()`;

const CHOOSE = `const [element, entries] = arguments;
  return (async () => {
    for (const [name, value] of Object.entries(entries)) {
      const control = [...element.shadowRoot.querySelectorAll('[data-field$="' + name + '"]')].find((each) => each.type !== 'radio' || each.value === value);
      if (control.type === 'radio') control.checked = true;
      else control.value = value;
      for (const kind of ['input', 'change', 'blur']) control.dispatchEvent(new Event(kind));
      await element.updateComplete;
    }
  })()`;

const ADD = `const [element, list] = arguments;
  const find = () => element.shadowRoot.querySelector('[data-field^="' + list + '.0."]');
  if (!find()) element.shadowRoot.querySelector('[data-act=add][data-field="' + list + '"]').click();
  return element.updateComplete.then(() => {});`;

/** A choice in words of both languages, and as its key. */
function wordsFor(name, { choices }, calculator) {
  const word = (lang, key) => words[lang].choices[`${calculator}.${name}.${key}`] ?? words[lang].choices[`${name}.${key}`] ?? key;
  const keys = choices.slice(0, 2);
  return keys.flatMap((key) => [[word('en', key), key], [word('zh-Hant', key), key], [key, key]]);
}

for (const { calculator: name, fields, money } of calculators()) {
  const lists = [...listsOf(fields)];
  if (!lists.length) continue;

  test(`${name}: a column of any kind into any field of a list`, { timeout: 90_000 }, async () => {
    await site.open(`${name}.html`, 'en');
    const calculator = await Calculator.on(site.driver);
    const run = (script, ...args) => site.driver.executeScript(script, calculator.element, ...args);
    if (money) await run(CHOOSE, { currency: 'USD' });
    for (const { field: list, path, around } of lists) {
      for (const each of [...around, { field: list, path }]) {
        await run(CHOOSE, wanted(each.field));
        await run(ADD, each.path);
      }
      for (const field of list.items) {
        const written = field.kind === 'choice' ? { one: wordsFor(field.name, field, name) } : writtenFor(field);
        if (!written || list.max < 2) continue;
        const { one } = written;
        const own = list.items.find((each) => each.name === field.only_if?.field);
        // What applies by the line's own choice needs it in every line.
        const needed = one.map(() => field.only_if?.in?.[0]);
        if (own) assert.deepEqual((await run(PASTE, `${path}.0.${own.name}`, needed, needed)).values, needed, own.name);
        else await run(CHOOSE, wanted(field));
        const at = `${path}.0.${field.name}`;
        const sent = one.map(([, value]) => value);
        const seen = await run(PASTE, at, one.map(([text]) => text), sent);
        assert.deepEqual([seen.lacks, seen.handled, seen.values], [undefined, true, sent], at);
        // In one column what cannot be told, and what is no value, stands at its own line.
        const odd = [one[0], ...(written.several ? [written.several] : []), ...(written.none ? [[written.none]] : [])];
        const left = [sent[0], ...odd.slice(1).map(([text]) => text)];
        const raw = await run(PASTE, at, odd.map(([text]) => text), left);
        assert.deepEqual(raw.values, left, at);
        if (odd.length > 1) assert.equal(raw.answered, false, at);
        const codes = raw.refused.map((each) => each.split(' ').reverse()).filter(([where]) => where.startsWith(`${path}.`));
        if (written.several) assert.deepEqual(codes.find(([where]) => where === `${path}.1.${field.name}`), [`${path}.1.${field.name}`, 'ambiguous'], at);
        if (written.none) assert.ok(codes.some(([where]) => where === `${path}.${odd.length - 1}.${field.name}`), `${at}: ${written.none} is not told`);
        assert.ok(!codes.some(([where, code]) => where === `${path}.0.${field.name}` && code !== 'missing'), `${at}: ${one[0][0]} is refused`);
      }
    }
    await site.assertQuiet(name);
  });
}
