// What people write and bring, read by the WebAssembly that is delivered: the same lines and spreadsheets as natively.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { isRefusal, readTable, readText } from './core.mjs';

const json = (path) => JSON.parse(readFileSync(path, 'utf8'));
const asSet = (readings) => readings.map((each) => JSON.stringify(each)).sort();

const LINES = 'tests/reading/lines';

const alone = existsSync('pkg/only/reading.js') ? await import('../../pkg/only/reading.js') : undefined;
alone?.initSync({ module: readFileSync('pkg/only/reading_bg.wasm') });

test('there is a build that reads', () => assert.ok(alone, 'pkg/ was built with --whole-only: run `cargo xtask build`'));

/** What countries are called, the build that only reads has to be told. */
const isTold = (kind, options) => kind !== 'country' || options?.choices !== undefined;

const WAYS = { whole: [readText, () => true], alone: [(...asked) => alone.read(...asked), isTold] };

for (const [file, way] of readdirSync(LINES).flatMap((file) => (alone ? ['whole', 'alone'] : ['whole']).map((way) => [file, way]))) {
  const kind = file.replace('.json', '');
  const [read, isAsked] = WAYS[way];
  test(`every ${kind} is read as what it means, ${way}`, () => {
    for (const { text, options, ...expected } of json(`${LINES}/${file}`).filter((each) => isAsked(kind, each.options))) {
      const outcome = read(kind, text, options);
      const said = `${kind} ${JSON.stringify(text)}: ${JSON.stringify(outcome)}`;
      if ('value' in expected) assert.deepEqual(outcome, { value: expected.value }, said);
      else {
        assert.ok(isRefusal(outcome), said);
        const [{ code, values }] = outcome.errors;
        if (expected.readings) assert.deepEqual(asSet(values.readings ?? []), asSet(expected.readings), said);
        else if (expected.code) assert.equal(code, expected.code, said);
        else assert.notEqual(code, 'ambiguous', said);
      }
    }
  });
}

const TABLES = 'tests/tables';
const ofCell = ({ row, column, code, values, readings = values?.readings }) => ({ row, column, code, ...(readings && { readings: asSet(readings) }) });
const byPlace = (a, b) => (a.row ?? 0) - (b.row ?? 0) || String(a.column).localeCompare(String(b.column));
const faultsOf = (faults) => faults.map(ofCell).sort(byPlace);

function assertTable(table, expected, name) {
  assert.ok(!isRefusal(table), `${name}: ${JSON.stringify(table)}`);
  // A break or a hidden blank in a heading stands as one blank in the expectation.
  const plain = (header) => header.replace(/[\s\u200b\ufeff]+/g, ' ').trim();
  const faults = table.faults.map((fault) => ({ ...fault, column: fault.column === null ? null : plain(fault.column) }));
  if (expected.columns) assert.deepEqual(Object.fromEntries(table.columns.map(({ header, field }) => [plain(header), field])), expected.columns, name);
  for (const key of ['rows', 'headed', 'ask']) if (expected[key] !== undefined && expected[key] !== null) assert.equal(table[key], expected[key], `${name}: ${key}`);
  if (expected.lines) assert.deepEqual(table.lines, expected.lines, name);
  if (expected.faults) assert.deepEqual(faultsOf(faults), faultsOf(expected.faults), name);
  if (expected.left_out) assert.deepEqual(table.left_out.map(({ line, why }) => ({ line, why })), expected.left_out.map(({ line, why }) => ({ line, why })), name);
}

for (const file of readdirSync(TABLES).filter((name) => name.endsWith('.json'))) {
  const expected = json(`${TABLES}/${file}`);
  const name = file.replace('.json', '');
  const [bytes] = ['csv', 'txt'].map((ending) => `${TABLES}/${name}.${ending}`).filter(existsSync).map((path) => readFileSync(path));
  const ways = { file: bytes, clipboard: expected.clipboard && new TextEncoder().encode(expected.clipboard) };
  for (const [way, from] of Object.entries(ways)) {
    if (!from) continue;
    test(`${name} is read from a ${way}`, () => {
      assertTable(readTable(expected.options, from), expected, name);
      if (expected.chosen) assertTable(readTable({ ...expected.options, columns: expected.chosen }, from), expected.then, `${name}, chosen`);
    });
  }
}
