// What a visitor downloads: the files of pkg/, and what they are made of.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { root } from './core.mjs';
import { printTable } from './stopwatch.mjs';

const read = (name) => readFileSync(new URL(`pkg/${name}`, root));

const brotli = (bytes) => brotliCompressSync(bytes, {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
}).length;

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const share = (bytes, of) => `${((bytes / of) * 100).toFixed(0)} %`;

/** Which part of the house a module in element.js belongs to; the first that fits. */
const PARTS = [
  ['Lit', /^node_modules\/(@lit|lit)/],
  ['d3, geometry of the pictures', /^node_modules\/(d3-|internmap)/],
  ['other packages', /^node_modules\//],
  ['the pictures', /^www\/element\/pictures/],
  ['the form', /^www\/element\/form/],
  ['the answer', /^www\/element\/answer/],
  ['styles', /^www\/element\/styles/],
  ['the rest of the element', /^www\/element/],
];

/** Bytes of element.js by part: bundled once more, with the bundler's account of what went in. */
function partsOfElement(element) {
  const folder = fileURLToPath(new URL('target/bench/', root));
  const account = `${folder}element.meta.json`;
  mkdirSync(folder, { recursive: true });
  rmSync(account, { force: true });
  execFileSync('node', ['tools/bundle.mjs', folder, account], { cwd: fileURLToPath(root), stdio: 'inherit' });
  if (!existsSync(account)) return [['its bundler gave no account', element.length]];
  assert.ok(element.equals(readFileSync(`${folder}element.js`)), 'pkg/element.js is not what its sources build to: run `cargo xtask build`');

  const parts = new Map(PARTS.map(([name]) => [name, 0]));
  let rest = element.length;
  const [{ inputs }] = Object.values(JSON.parse(readFileSync(account, 'utf8')).outputs);
  for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
    const [name] = PARTS.find(([, belongs]) => belongs.test(path)) ?? assert.fail(`${path} belongs nowhere`);
    parts.set(name, parts.get(name) + bytesInOutput);
    rest -= bytesInOutput;
  }
  return [...parts, ['banner and exports', rest]].filter(([, bytes]) => bytes > 0);
}

/** Bytes of a WebAssembly module by kind of section: each is a byte for its kind, its length, and its content. */
function partsOfWasm(wasm) {
  const [CODE, DATA] = [10, 11];
  const parts = { code: 0, data: 0 };
  for (let at = 8; at < wasm.length; ) {
    const kind = wasm[at++];
    let [length, shift, byte] = [0, 0, 0];
    do {
      byte = wasm[at++];
      length |= (byte & 0x7f) << shift;
      shift += 7;
    } while (byte & 0x80);
    if (kind === CODE) parts.code += length;
    if (kind === DATA) parts.data += length;
    at += length;
  }
  return [['code', parts.code], ['data: packs, names, messages', parts.data], ['the rest', wasm.length - parts.code - parts.data]];
}

export function measure() {
  const words = readdirSync(new URL('pkg/words/', root)).filter((name) => name.endsWith('.json')).sort().map((name) => `words/${name}`);
  const code = ['element.js', 'clausewise.js', 'clausewise_bg.wasm'];
  const sizes = new Map([...code, ...words].map((name) => [name, { raw: read(name).length, packed: brotli(read(name)) }]));
  const sum = (names, key) => names.reduce((total, name) => total + sizes.get(name)[key], 0);
  const row = (label, names) => [label, kilobytes(sum(names, 'raw')), kilobytes(sum(names, 'packed'))];
  printTable('What is downloaded', ['', 'raw', 'brotli'], [
    ...[...sizes.keys()].map((name) => row(`\`${name}\``, [name])),
    ...words.map((name) => row(`**first load with \`${name}\`**`, [...code, name])),
  ]);

  const element = read('element.js');
  const wasm = read('clausewise_bg.wasm');
  const made = (file, of, parts) => parts.map(([name, bytes]) => [`\`${file}\`: ${name}`, kilobytes(bytes), share(bytes, of.length)]);
  printTable('What that is made of, before packing', ['', 'raw', 'of its file'], [
    ...made('element.js', element, partsOfElement(element)),
    ...made('clausewise_bg.wasm', wasm, partsOfWasm(wasm)),
  ]);
}
