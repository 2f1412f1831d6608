// What a visitor downloads: the files of pkg/, and what they are made of.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { firstLoad } from '../tools/load.mjs';
import { calculators, root } from './core.mjs';
import { printTable } from './stopwatch.mjs';

const read = (name) => readFileSync(new URL(`pkg/${name}`, root));

const brotli = (bytes) => brotliCompressSync(bytes, {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
}).length;

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const share = (bytes, of) => `${((bytes / of) * 100).toFixed(0)} %`;

/** Which part of the house a module belongs to; the first that fits. */
const PARTS = [
  ['Lit', /^(node_modules\/)?(@lit|lit)/],
  ['d3, geometry of the pictures', /^node_modules\/(d3-|internmap)/],
  ['other packages', /^node_modules\//],
  ['the pictures', /^www\/element\/pictures/],
  ['the form', /^www\/element\/form/],
  ['the answer', /^www\/element\/answer/],
  ['styles', /^www\/element\/styles/],
  ['a guest on somebody\'s page', /^www\/element\/(host|page)\//],
  ['the rest of the element', /^(www\/element|www\/words|clausewise:)/],
];

/** Bytes of a calculator's scripts by part, before names are shortened: bundled once more, with the bundler's account of what went in. */
function partsOfScripts(scripts) {
  const folder = fileURLToPath(new URL('target/bench/', root));
  const account = `${folder}element.meta.json`;
  mkdirSync(folder, { recursive: true });
  rmSync(account, { force: true });
  for (const name of ['only', 'clausewise_bg.wasm']) cpSync(new URL(`pkg/${name}`, root), `${folder}${name}`, { recursive: true });
  const { sources } = JSON.parse(read('package.json')).clausewise;
  execFileSync('node', ['tools/bundle.mjs', folder, sources.slice(0, 12), account], { cwd: fileURLToPath(root), stdio: 'inherit' });
  if (!existsSync(account)) return [['its bundler gave no account', 0]];
  assert.ok(read('element.js').equals(readFileSync(`${folder}element.js`)), 'pkg/element.js is not what its sources build to: run `cargo xtask build`');

  const parts = new Map(PARTS.map(([name]) => [name, 0]));
  for (const [script, sources] of Object.entries(JSON.parse(readFileSync(account, 'utf8')))) {
    if (!scripts.includes(script)) continue;
    for (const [source, bytes] of Object.entries(sources)) {
      const [name] = PARTS.find(([, belongs]) => belongs.test(source)) ?? assert.fail(`${source} belongs nowhere`);
      parts.set(name, parts.get(name) + bytes);
    }
  }
  return [...parts].filter(([, bytes]) => bytes > 0);
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

const LANGUAGE = 'zh-Hant';

export function measure() {
  const folder = fileURLToPath(new URL('pkg', root));
  const loads = calculators().map((described) => [described.calculator, firstLoad(folder, described, LANGUAGE)]);
  const sizes = new Map();
  const packed = (name) => sizes.get(name) ?? sizes.set(name, brotli(read(name))).get(name);
  const sum = (names) => kilobytes(names.reduce((total, name) => total + packed(name), 0));
  const rows = loads.map(([calculator, { files, follows }]) => [`\`${calculator}\``, sum(files),
    ...[/\.wasm$/, /^(?!words\/).+\.js$/, /^words\//].map((kind) => sum(files.filter((name) => kind.test(name)))), sum(follows)]);
  printTable('What is downloaded to use one calculator, brotli', ['', 'all', 'core', 'scripts', 'words', 'and what follows the first figure'], rows);
  printTable('The whole core, for who asks it by script', ['', 'raw', 'brotli'], ['clausewise.js', 'clausewise_bg.wasm'].map((name) =>
    [`\`${name}\``, kilobytes(read(name).length), kilobytes(packed(name))]));

  const [, { files, follows }] = loads.find(([calculator]) => calculator === 'cancellation');
  const scripts = [...files, ...follows].filter((name) => /^(?!only\/|words\/).+\.js$/.test(name));
  const made = (file, parts) => {
    const all = parts.reduce((total, [, bytes]) => total + bytes, 0);
    return parts.map(([name, bytes]) => [`${file}: ${name}`, kilobytes(bytes), share(bytes, all)]);
  };
  printTable('What the cancellation is made of, before names are shortened and it is packed', ['', 'raw', 'of its kind'], [
    ...made('scripts', partsOfScripts(scripts)),
    ...made('core', partsOfWasm(read('only/cancellation_bg.wasm'))),
  ]);
}
