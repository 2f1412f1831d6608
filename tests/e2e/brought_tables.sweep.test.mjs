// Spreadsheets as people keep them (tests/tables), brought by file, by paste and by drop: the lines that are sent, what
// is told at its field, what is left out, what is asked, and the figures, as each of them says.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { turn } from './browser.mjs';
import { Calculator } from './calculator.mjs';
import { eventually, useSite, words } from './site.mjs';

const site = useSite();
const folder = new URL('../tables/', import.meta.url);
const tables = readdirSync(folder).filter((name) => name.endsWith('.json')).sort()
  .map((name) => ({ name: name.replace('.json', ''), ...JSON.parse(readFileSync(new URL(name, folder), 'utf8')) }));
const fileOf = ({ file: { name } }) => fileURLToPath(new URL(name, folder));

const scratch = mkdtempSync(join(tmpdir(), 'tables-'));
after(() => rmSync(scratch, { recursive: true }));

/** The list that a table is for, in the first entry of the one above it. */
const pathOf = ({ options: { list = 'lines' } }) => `input.${list.split('.').join('.0.')}`;

const within = (object, path) => path.split('.').reduce((inner, part) => inner?.[part], object);

/** A form with all that a table says beside its lines, as a host sets it. */
async function begin(table, lang = 'en') {
  const { calculator: name, list, columns, names, ...around } = table.options;
  await site.open(`${name}.html`, lang);
  const calculator = await Calculator.on(site.driver);
  await site.driver.executeScript("localStorage.removeItem('clausewise columns')");
  await site.driver.executeScript('arguments[0].request = arguments[1]; return arguments[0].updateComplete.then(() => {})', calculator.element, { ...around, calculator: name });
  return calculator;
}

const WAYS = {
  async file(calculator, table) {
    await calculator.one(`[data-file="${pathOf(table)}"]`).sendKeys(fileOf(table));
  },
  async box(calculator, table) {
    await site.driver.executeScript(`const [element, path, text] = arguments;
      const box = element.shadowRoot.querySelector('[data-paste="' + path + '"]');
      box.value = text;
      box.dispatchEvent(new Event('input'));
      box.closest('details').querySelector('[data-act=paste]').click();`, calculator.element, pathOf(table), table.clipboard);
  },
  async field(calculator, table) {
    await site.driver.executeScript(`const [element, path, text] = arguments;
      const find = () => element.shadowRoot.querySelector('[data-field^="' + path + '.0."]');
      if (!find()) element.shadowRoot.querySelector('[data-act=add][data-field="' + path + '"]').click();
      return element.updateComplete.then(() => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text', text);
        find().dispatchEvent(new ClipboardEvent('paste', { clipboardData, dataType: 'text/plain', data: text, bubbles: true, cancelable: true }));
      });`, calculator.element, pathOf(table), table.clipboard);
  },
  async drop(calculator, table) {
    const bytes = readFileSync(fileOf(table)).toString('base64');
    const seen = await site.driver.executeScript(`const [element, path, base64, name] = arguments;
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([Uint8Array.from(atob(base64), (each) => each.charCodeAt(0))], name));
      const list = element.shadowRoot.querySelector('[data-file="' + path + '"]').closest('.list');
      const drag = (kind) => !list.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
      const over = drag('dragover');
      const marked = list.hasAttribute('data-over');
      const dropped = drag('drop');
      return [over, marked, dropped, list.hasAttribute('data-over')];`, calculator.element, pathOf(table), bytes, table.file.name);
    assert.deepEqual(seen, [true, true, true, false], 'a file over a list is shown to be welcome');
  },
};

const count = (lines) => lines.filter((line) => Object.keys(line).length).length;

/** What has been filled in is what the table says. */
async function assertFilled(calculator, table, { lines, faults }, rows) {
  const path = pathOf(table);
  const untold = new Set(faults.filter(({ row, column }) => row !== null && column === null).map(({ row }) => row));
  const kept = lines.map((line, index) => ({ line, row: index + 1 })).filter(({ row }) => !untold.has(row));
  const cells = faults.filter(({ row, column }) => row !== null && column !== null);
  const fieldOf = (column) => table.chosen?.[column] ?? table.columns[column] ?? column;
  const sent = await eventually(async () => {
    const now = within(await calculator.request(), path);
    assert.equal(now?.length, kept.length, `${table.name}: lines`);
    return now;
  });
  kept.forEach(({ line, row }, index) => {
    // What could not be read is sent as it stands there, and refused.
    const odd = cells.filter((fault) => fault.row === row).map(({ column }) => fieldOf(column));
    assert.deepEqual(Object.fromEntries(Object.entries(sent[index]).filter(([name]) => !odd.includes(name))), line, `${table.name}: line ${index + 1}`);
  });
  // What reads the cells may still be on its way.
  const refusal = faults.some(({ row, column }) => row === null || column !== null) ? await eventually(async () => (await calculator.property('refusal')) ?? assert.fail('nothing is refused')) : null;
  for (const { row, column, code, readings } of cells) {
    const at = `${path}.${kept.findIndex((each) => each.row === row)}.${fieldOf(column)}`;
    const fault = refusal.errors.find(({ field }) => field === at);
    assert.equal(fault?.code, code, `${table.name}: ${at}`);
    if (readings) assert.deepEqual([...fault.values.readings].sort(), [...readings].sort(), at);
    assert.ok(await calculator.faultAt(at), at);
  }
  // A field that no column gives is named too.
  for (const { column } of faults.filter(({ row }) => row === null)) {
    assert.ok(refusal.errors.some(({ field, code }) => field === `${path}.0.${column}` && code === 'missing'), `${table.name}: ${column}`);
  }
  if (cells.length) assert.equal(await calculator.answer(), null, `${table.name}: answered all the same`);
  assert.equal(rows, lines.length);
}

/** Whatever is left out is said. */
async function assertSaid(calculator, table, { faults }) {
  const said = await eventually(async () => {
    const text = (await Promise.all((await calculator.all('.list .done')).map((each) => each.getText()))).join(' ');
    assert.ok(text, `${table.name}: nothing is said`);
    return text;
  });
  const cellsOf = (line) => table.cells[line - 1].filter((cell) => cell.trim());
  for (const { line, why } of table.left_out) {
    if (why === 'header') assert.ok(said.includes(words.en.ui.header_rows), `${table.name}: ${said}`);
    else assert.ok(said.includes(`“${cellsOf(line).join(' ')}”`), `${table.name}: row ${line} in ${said}`);
  }
  for (const [header, field] of Object.entries(table.columns)) {
    const isUsed = field !== null || table.chosen?.[header] || table.answers?.includes(header);
    if (!isUsed) assert.ok(said.includes(`“${header}”`), `${table.name}: ${header} in ${said}`);
  }
  assert.equal(said.includes(words.en.ui.answer_columns), Boolean(table.answers), said);
  for (const { row } of faults.filter(({ row, column }) => row !== null && column === null)) assert.match(said, /more or fewer cells/, `row ${row}`);
}

/** The figures of the lines that have no fault: those that have one are taken out. */
async function assertFigures(calculator, table, { faults }) {
  if (!table.figures) return;
  const path = pathOf(table);
  const odd = new Set((await calculator.property('refusal'))?.errors.map(({ field }) => Number(field.slice(path.length + 1).split('.')[0])) ?? []);
  assert.equal(odd.size, new Set(faults.filter(({ row, column }) => row !== null && column !== null).map(({ row }) => row)).size, `${table.name}: faulty lines`);
  for (const index of [...odd].sort((a, b) => b - a)) {
    await site.driver.executeScript(`const [element, path, index] = arguments;
      const list = element.shadowRoot.querySelector('[data-file="' + path + '"]').closest('.list');
      list.querySelectorAll(':scope > .items > .item')[index].querySelector('[data-act=remove]').click();
      return element.updateComplete.then(() => {});`, calculator.element, path, index);
  }
  const { figures } = await eventually(async () => {
    const answer = await calculator.answer();
    assert.ok(answer, `${table.name}: ${JSON.stringify(await calculator.property('refusal'))}`);
    return answer;
  });
  for (const [name, value] of Object.entries(table.figures)) assert.equal(figures[name] ?? null, value, `${table.name}: ${name} (${table.why})`);
}

async function choose(calculator, table) {
  await eventually(() => calculator.one('.columns-asked'));
  assert.equal(count(within(await calculator.request(), pathOf(table)) ?? []), 0, `${table.name}: filled in before it was asked`);
  for (const [column, field] of Object.entries(table.chosen ?? {})) {
    await calculator.one(`select[data-column="${column}"] option[value="${field}"]`).click();
  }
  await calculator.one('[data-act="take"]').click();
}

for (const table of tables) {
  for (const way of Object.keys(WAYS).filter((each) => !['box', 'field'].includes(each) || table.clipboard)) {
    test(`${table.name} by ${way}`, { timeout: 60_000 }, async () => {
      const calculator = await begin(table);
      await WAYS[way](calculator, table);
      // A column without a heading, or a row of them, pasted into a field begins there.
      const isPlaced = way === 'field' && !table.headed;
      if (isPlaced && table.name === 'one_column_of_allocations') {
        const lines = await eventually(async () => {
          const now = within(await calculator.request(), pathOf(table));
          assert.equal(now.length, 3);
          return now;
        });
        assert.deepEqual(lines.map(({ service }) => service), table.cells.flat(), 'a column is where it was pasted');
        assert.equal(await calculator.answer(), null);
        return;
      }
      if (table.ask && !isPlaced) await choose(calculator, table);
      const { lines, faults, rows } = table.ask ? table.then : table;
      await assertFilled(calculator, table, { lines, faults }, rows);
      await assertSaid(calculator, table, { faults });
      await assertFigures(calculator, table, { faults });
      await site.assertQuiet(table.name);
    });
  }
}

const byName = (name) => tables.find((table) => table.name === name);
const FEES = byName('one_column_of_fees');

/** A file of the test's own, brought to the fees of a cancellation. */
async function bring(calculator, name, bytes) {
  const path = join(scratch, name);
  writeFileSync(path, bytes);
  await calculator.one('[data-file="input.lines"]').sendKeys(path);
}

const trouble = async (calculator) => (await eventually(() => calculator.one('.trouble > span').getText()));

const filled = (key, values = {}) => Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, value), words.en.ui[key]);

for (const [what, name, bytes, key, values] of [
  ['a workbook', 'book.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]), 'table_damaged'],
  ['an old workbook', 'book.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'table_damaged'],
  ['three megabytes', 'long.csv', Buffer.from(`fee,starts_on\n${'1000.00,2026-12-04\n'.repeat(160_000)}`), 'table_too_long', { max: 1000 }],
  ['a hundred thousand rows', 'rows.csv', Buffer.from(`fee\n${'1.00\n'.repeat(100_000)}`), 'table_too_long', { max: 1000 }],
  ['1,001 rows', 'rows.csv', Buffer.from(`fee,starts_on\n${'1000.00,2026-12-04\n'.repeat(1001)}`), 'table_too_many', { got: 1001, max: 1000 }],
  ['a broken byte', 'broken.csv', Buffer.concat([Buffer.from('service,fee,starts_on\n訓練課程,1000.00,2026-12-04\n工作坊'), Buffer.from([0xe5, 0xb7]), Buffer.from(',5.00,2026-12-04\n')]), 'table_no_text', { line: 3 }],
  ['an empty file', 'empty.csv', Buffer.alloc(0), 'table_empty'],
  ['headings alone', 'headings.csv', Buffer.from('fee,starts_on\n'), 'table_empty'],
  ['a picture', 'picture.csv', Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'), 'table_unreadable'],
]) {
  test(`${what} is no table that can be filled in, and nothing is lost`, async () => {
    const calculator = await begin(FEES);
    await calculator.enterAll({ 'input.lines.0.fee': '1,234.50', 'input.lines.0.starts_on': '2026-12-04' });
    const [request, answer] = [await calculator.request(), await calculator.answer()];
    await bring(calculator, name, bytes);
    assert.equal(await trouble(calculator), filled(key, values));
    assert.deepEqual([await calculator.request(), await calculator.answer()], [request, answer]);
    await calculator.one('.trouble [data-act="dismiss"]').click();
    await eventually(async () => assert.equal((await calculator.all('.trouble')).length, 0));
    await site.assertQuiet(what);
  });
}

test('a row between others that lost its cells makes no line', async () => {
  const calculator = await begin(FEES);
  await bring(calculator, 'uneven.csv', 'fee,starts_on\n1000.00,2026-12-04\n5\n2000.00,2026-12-04\n');
  await eventually(async () => assert.deepEqual((await calculator.request()).input.lines.map(({ fee }) => fee), ['1000.00', '2000.00']));
  assert.match(await calculator.one('.list .done').getText(), /more or fewer cells[^.]*“5”/);
});

test('a long sentence at a field of many lines is as wide as the field', async () => {
  const calculator = await begin(FEES);
  await bring(calculator, 'odd.csv', `fee,starts_on\n${'1000.00,9/10/2026\n'.repeat(5)}`);
  const [sentence, control] = await eventually(async () => {
    const widths = await site.driver.executeScript(`const field = arguments[0].shadowRoot.querySelector('[data-field="input.lines.4.starts_on"]').closest('.field');
      return ['.fault', 'input'].map((each) => field.querySelector(each)?.getBoundingClientRect().width ?? 0)`, calculator.element);
    assert.ok(widths.every((width) => width > 0));
    return widths;
  });
  assert.ok(sentence > control * 0.9, `${sentence} of ${control} pixels`);
});

test('a text that cannot be filled in stays in its box', async () => {
  const calculator = await begin(FEES);
  const text = `fee\n${'1000.00\n'.repeat(1001)}`;
  await WAYS.box(calculator, { ...FEES, clipboard: text });
  assert.equal(await trouble(calculator), filled('table_too_many', { got: 1001, max: 1000 }));
  assert.equal(await calculator.one('[data-paste="input.lines"]').getAttribute('value'), text);
});

const ASKED = byName('which_price_is_it');

test('the columns of the same headings are remembered, those of others are asked', async () => {
  const calculator = await begin(ASKED);
  await WAYS.file(calculator, ASKED);
  await choose(calculator, ASKED);
  await assertFilled(calculator, ASKED, ASKED.then, 2);
  await calculator.button('undo').click();
  await eventually(async () => assert.equal(count((await calculator.request()).input.lines), 0));

  await WAYS.file(calculator, ASKED);
  await assertFilled(calculator, ASKED, ASKED.then, 2);
  assert.deepEqual(await calculator.all('.columns-asked'), [], 'asked again');

  // Whoever chose wrongly goes back to it.
  await calculator.one('[data-act="columns"]').click();
  await eventually(() => calculator.one('.columns-asked'));
  await eventually(async () => assert.equal(count((await calculator.request()).input.lines), 0));
  await calculator.one('select[data-column="單價"] option[value="annual_price"]').click();
  await calculator.one('[data-act="take"]').click();
  await eventually(async () => assert.deepEqual((await calculator.request()).input.lines.map(({ annual_price: price }) => price), ['40000', '100000']));
  await calculator.button('undo').click();

  const other = ASKED.cells.map((row, index) => (index ? row : row.map((cell) => (cell === '到期日' ? '維護到期日' : cell))));
  await bring(calculator, 'other.csv', other.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n'));
  await eventually(() => calculator.one('.columns-asked'));
  await calculator.one('.columns-asked [data-act="dismiss"]').click();
  await eventually(async () => assert.deepEqual(await calculator.all('.columns-asked'), []));
  assert.equal(count((await calculator.request()).input.lines), 0);
});

test('whatever stands in the store, it is asked', async () => {
  const headings = ASKED.cells[0];
  const key = JSON.stringify(['reinstatement', 'lines', ...headings]);
  const poison = ['no JSON', 'null', '{}', '[[1,2]]', JSON.stringify([[key, { 單價: 'no_such_field' }]]), JSON.stringify([[key, { 單價: 'part', 品名: 'part' }]]),
    JSON.stringify([[key, { 單價: 5 }]]), JSON.stringify([[key, { __proto__: null, constructor: 'part' }]]), JSON.stringify([[key, null]])];
  const calculator = await begin(ASKED);
  for (const text of poison) {
    await site.driver.executeScript("localStorage.setItem('clausewise columns', arguments[0])", text);
    await WAYS.file(calculator, ASKED);
    await eventually(() => calculator.one('.columns-asked'));
    await calculator.one('.columns-asked [data-act="dismiss"]').click();
    await eventually(async () => assert.deepEqual(await calculator.all('.columns-asked'), [], text));
  }
  await WAYS.file(calculator, ASKED);
  await choose(calculator, ASKED);
  await assertFilled(calculator, ASKED, ASKED.then, 2);
  await site.assertQuiet('poisoned');
});

test('without a column nothing can be filled in, and a field is that of one column', async () => {
  const calculator = await begin(ASKED);
  await WAYS.file(calculator, ASKED);
  const take = await eventually(() => calculator.one('[data-act="take"]'));
  await calculator.one('select[data-column="單價"] option[value="part"]').click();
  assert.equal(await calculator.one('select[data-column="品名"]').getAttribute('value'), '');
  for (const column of ASKED.cells[0]) await calculator.one(`select[data-column="${column}"] option[value=""]`).click();
  assert.equal(await take.isEnabled(), false);
  await calculator.one('select[data-column="單價"] option[value="annual_price"]').click();
  assert.equal(await take.isEnabled(), true);
});

test('a table that waits for an answer goes into the form as it stands by then', async () => {
  const calculator = await begin(ASKED);
  await WAYS.file(calculator, ASKED);
  await eventually(() => calculator.one('.columns-asked'));
  await calculator.enter('input.lines.0.part', 'typed meanwhile');
  await calculator.button('duplicate').click();
  await eventually(async () => assert.equal((await calculator.request()).input.lines.length, 2));
  await calculator.one('select[data-column="單價"] option[value="new_licence_price"]').click();
  await calculator.one('[data-act="take"]').click();
  await eventually(async () => assert.deepEqual((await calculator.request()).input.lines.map(({ part }) => part), ['typed meanwhile', 'typed meanwhile', 'WebSphere ND', 'TSM']));
});

test('a file that falls beside a list is not opened in place of the page', async () => {
  const calculator = await begin(FEES);
  const seen = await site.driver.executeScript(`const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['fee\\n1000.00'], 'fees.csv'));
    const control = arguments[0].shadowRoot.querySelector('[data-field="as_of"]');
    return ['dragover', 'drop'].map((kind) => !control.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true })));`, calculator.element);
  assert.deepEqual(seen, [true, true]);
  assert.equal(count((await calculator.request()).input.lines), 0);
});

test('what is brought three times while it is still being read goes in once', async () => {
  const calculator = await begin(FEES);
  await site.driver.executeScript(`const box = arguments[0].shadowRoot.querySelector('details.paste');
    box.open = true;
    const area = box.querySelector('textarea');
    area.value = 'Fee\\n1,000.00';
    area.dispatchEvent(new Event('input', { bubbles: true }));
    for (let times = 0; times < 3; times++) box.querySelector('[data-act="paste"]').click();`, calculator.element);
  await eventually(async () => assert.deepEqual((await calculator.request()).input.lines, [{ fee: '1000.00' }]));
  // And once more when it is wanted once more.
  await bring(calculator, 'fees.csv', 'Fee\n1,000.00');
  await eventually(async () => assert.deepEqual((await calculator.request()).input.lines, [{ fee: '1000.00' }, { fee: '1000.00' }]));
});

test('there is nothing to press on paper', { skip: turn === 0 ? false : 'only Chromium shows paper to a test' }, async () => {
  const calculator = await begin(ASKED);
  await calculator.enter('input.lines.0.quantity', '1.000');
  await eventually(() => calculator.one('.readings [data-reading]'));
  await calculator.one('details.paste summary').click();
  await WAYS.file(calculator, ASKED);
  await eventually(() => calculator.one('.columns-asked'));
  const shown = () => site.driver.executeScript(`return [...arguments[0].shadowRoot.querySelectorAll('form :is(button, [data-paste], summary, [type=file])')]
    .filter((each) => each.checkVisibility({ visibilityProperty: true })).map((each) => each.outerHTML);`, calculator.element);
  assert.ok((await shown()).length > 5);
  await site.driver.sendDevToolsCommand('Emulation.setEmulatedMedia', { media: 'print' });
  try {
    assert.deepEqual(await shown(), []);
  } finally {
    await site.driver.sendDevToolsCommand('Emulation.setEmulatedMedia', { media: '' });
  }
});
