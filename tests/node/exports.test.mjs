// What the WebAssembly gives out by itself. Node 20 (V8 up to 11.3) ends the whole process where code that calls a function which
// returns a value of JavaScript's is thrown away while that runs: so none does, in no core.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import binaryen from 'binaryen';
import { root } from './core.mjs';

const folder = new URL('pkg/', root);
const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.wasm')).sort();

/** The exported functions that return anything but numbers, by their names. */
function givingReferences(bytes) {
  const module = binaryen.readBinary(bytes);
  try {
    const all = Array.from({ length: module.getNumExports() }, (_, index) => binaryen.getExportInfo(module.getExportByIndex(index)));
    const numbers = [binaryen.none, binaryen.i32, binaryen.i64, binaryen.f32, binaryen.f64];
    return all.filter(({ kind }) => kind === binaryen.ExternalFunction).filter(({ value }) => {
      const { results } = binaryen.getFunctionInfo(module.getFunction(value));
      return !binaryen.expandType(results).every((each) => numbers.includes(each));
    }).map(({ name }) => name);
  } finally {
    module.dispose();
  }
}

test('a function that returns a value of JavaScript’s is found', () => {
  const module = binaryen.parseText('(module (func (export "one") (param externref) (result externref) (local.get 0)) (func (export "other") (param externref) (result i32) (i32.const 1)) (func (export "none")))');
  module.setFeatures(binaryen.Features.All);
  assert.deepEqual(givingReferences(module.emitBinary()), ['one']);
});

test('there are cores to look at', () => assert.ok(files.length > 20));

for (const name of files) test(name, () => assert.deepEqual(givingReferences(readFileSync(new URL(name, folder))), []));
