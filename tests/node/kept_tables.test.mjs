// The spreadsheets of tests/tables: their bytes are those of their cells, and the figures that their descriptions
// have, worked out by hand, are what the calculators answer for the lines that they are to be read as.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { clipboardOf, described, fileOf } from '../tables/make.mjs';
import { calculators, quote, root } from './core.mjs';

const tables = described();
const fieldsOf = (calculator, path) => path.split('.').reduce(
  (fields, name) => fields.find((field) => field.name === name).items, calculators().find((each) => each.calculator === calculator).fields);

/** The lines of a table in which nothing is to be asked. */
const soundOf = ({ lines, faults, then }) =>
  (then?.lines ?? lines).filter((_, index) => !(then?.faults ?? faults).some(({ row }) => row === index + 1));

/** A request with lines where the options want them. */
function requestOf({ options: { list = 'lines', ...request }, ...table }) {
  const names = list.split('.');
  const last = names.pop();
  const whole = structuredClone(request);
  const place = names.reduce((record, name) => record[name][0], whole.input);
  place[last] = soundOf(table);
  return whole;
}

test('there are tables of every encoding and delimiter', () => {
  const distinct = (name) => [...new Set(tables.map(({ file }) => file[name]))].sort();
  assert.deepEqual(distinct('encoding'), ['big5', 'gb18030', 'utf-16be', 'utf-16le', 'utf-8']);
  assert.deepEqual(distinct('delimiter'), ['\t', ',', ';', null, '|'].sort());
});

for (const table of tables) {
  const { name, file, cells, clipboard, options, columns, lines, then, rows, figures } = table;

  test(`${name}: its file and its clipboard hold its cells`, () => {
    const bytes = readFileSync(new URL(`tests/tables/${file.name}`, root));
    assert.deepEqual(Buffer.from(fileOf(table)), bytes);
    const text = new TextDecoder(file.encoding, { fatal: true }).decode(bytes);
    for (const cell of cells.flat()) assert.ok(text.includes(cell.replaceAll('"', '""')), cell);
    if (clipboard !== null) assert.equal(clipboard, clipboardOf(table));
  });

  test(`${name}: its columns and lines are those of the form`, () => {
    const names = fieldsOf(options.calculator, options.list ?? 'lines').map((field) => field.name);
    const spoken = [...Object.values(columns), ...Object.values(table.chosen ?? {})].filter((field) => field !== null);
    for (const field of [...spoken, ...(then?.lines ?? lines).flatMap(Object.keys)]) assert.ok(names.includes(field), field);
    assert.equal((then?.lines ?? lines).length, rows);
  });

  if (figures) {
    test(`${name}: its figures are what the calculator answers`, () => {
      const answer = quote(requestOf(table));
      for (const [figure, value] of Object.entries(figures)) assert.deepEqual(answer.figures?.[figure] ?? null, value, figure);
    });
  }
}
