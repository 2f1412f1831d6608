// What others have written of the package: all of it is named, under licences that deny.toml allows, and so is nothing else.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { parts as partsOf, refused } from '../../tools/licences.mjs';
import { inside } from '../../tools/licences/crates.mjs';
import { allowed, isSatisfied, kept } from '../../tools/licences/expression.mjs';
import { notices } from '../../tools/licences/notices.mjs';
import { LEAVES_NOTHING, WRITES } from '../../tools/licences/packages.mjs';
import { gathered, installed } from '../../tools/licences/standard_library.mjs';
import { read, root } from './core.mjs';

const json = (path) => JSON.parse(read(path));
const { compiler } = json('pkg/manifest.json');
const bill = json('pkg/sbom.cdx.json');
const text = read('pkg/THIRD-PARTY-LICENSES.txt');
const parts = partsOf('pkg', compiler);

const isNamed = (name, version) => bill.components.some((each) => [each.group, each.name].filter(Boolean).join('/') === name && (!version || each.version === version));

/** Every file below a folder whose name ends so. */
const files = (folder, ending) => readdirSync(new URL(folder, root), { recursive: true }).map(String).filter((name) => name.endsWith(ending)).map((name) => `${folder}/${name}`);

/** The packages that a script imports, by their names. */
const imported = (path) => [...read(path).matchAll(/^(?:import|export)\b[^;]*?(?<=[\s}*])from\s*'([^'.][^']*)'|\bimport\('([^'.][^']*)'\)|^import\s+'([^'.][^']*)'/gm)]
  .map((found) => found.slice(1).find(Boolean))
  .filter((name) => !/^(?:node|clausewise):/.test(name))
  .map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)[0]);

test('the package names all parts that there are, and no other', () => {
  assert.ok(parts.length > 40);
  assert.deepEqual(bill.components.map(({ name, group, version }) => `${[group, name].filter(Boolean).join('/')} ${version}`), parts.map(({ name, version }) => `${name} ${version}`));
  assert.equal(text, notices(parts));
  for (const { name, version, texts } of parts) {
    assert.ok(text.includes(`\n${name} ${version}\n`), name);
    // Whose it is may stand in a file of its own, which is no licence yet.
    assert.ok(texts.some((each) => each.length > 500), `${name} comes with its licence`);
    for (const each of texts) assert.ok(each.length > 100 && text.includes(each), `the licence of ${name} stands there`);
  }
});

test('both lists can be had from the package, and have their sums', () => {
  const { files: sums } = json('pkg/manifest.json');
  const { exports } = json('pkg/package.json');
  for (const name of ['THIRD-PARTY-LICENSES.txt', 'sbom.cdx.json']) {
    assert.equal(sums[name].sha256, createHash('sha256').update(read(`pkg/${name}`)).digest('hex'));
    assert.equal(exports[`./${name}`], `./${name}`);
    assert.ok(read('pkg/README.md').includes(name));
  }
  assert.ok(read('pkg/element.js').includes('THIRD-PARTY-LICENSES.txt'));
});

test('whatever the WebAssembly says it is made of is named', () => {
  let found = 0;
  for (const path of files('pkg', '.wasm')) {
    const bytes = readFileSync(new URL(path, root), 'latin1');
    for (const [, name, version] of bytes.matchAll(/(?:\bcrates|\/rust\/deps)\/([a-zA-Z0-9_-]+?)-(\d+\.\d+\.\d+)\//g)) {
      assert.ok(isNamed(name, version), `${path}: ${name} ${version}`);
      found++;
    }
    if (/\/rustc\/\w+\/library\//.test(bytes)) assert.ok(isNamed('rust-std', bill.components.find(({ name }) => name === 'rust-std').version), path);
  }
  assert.ok(found > 100);
});

test('what Cargo.toml asks for is named where it is delivered, and only there', () => {
  const locked = new Map([...read('Cargo.lock').matchAll(/^name = "([^"]+)"\nversion = "([^"]+)"/gm)].map(([, name, version]) => [name, version]));
  const asked = (section) => [...section.matchAll(/^([\w-]+) = (?:\{ version = )?"\d[^"]*"/gm)].map(([, name]) => [name, locked.get(name)]);
  const sections = Object.fromEntries(read('Cargo.toml').split(/^\[/m).slice(1).map((each) => [each.slice(0, each.indexOf(']\n')), asked(each)]));
  const delivered = ['dependencies', 'build-dependencies', "target.'cfg(target_arch = \"wasm32\")'.dependencies"].flatMap((name) => sections[name]);
  const others = Object.entries(sections).filter(([name]) => /dev-dependencies$|not\(target_arch/.test(name)).flatMap(([, crates]) => crates).filter(([name]) => !delivered.some(([each]) => each === name));
  assert.ok(delivered.length >= 12 && others.length >= 4);
  for (const [name, version] of delivered) assert.ok(isNamed(name, version), name);
  // What writes workbooks has a lock file of its own, as what reads them, and may deliver what the core only tests with.
  const besides = new Set(['workbook', 'sheets'].flatMap((folder) => [...read(`${folder}/Cargo.lock`).matchAll(/^name = "([^"]+)"/gm)]).map(([, name]) => name));
  for (const [name] of others) assert.ok(!isNamed(name) || besides.has(name), name);
});

test('what the element imports is named, or brings only what is', () => {
  const wanted = new Set(['www/element', 'www/core', 'www/frame'].flatMap((folder) => files(folder, '.ts')).flatMap(imported));
  assert.ok(wanted.size >= 6);
  for (const name of wanted) {
    const { dependencies = {} } = json(`node_modules/${name}/package.json`);
    const needs = Object.keys(dependencies).filter((each) => !each.startsWith('@types/'));
    assert.ok(isNamed(name) || (needs.length > 0 && needs.every((each) => isNamed(each))), name);
  }
});

test('of every package that a tool uses it is known whether something of it gets into what it makes', () => {
  const known = new Set([...Object.keys(WRITES).map((path) => path.replace('node_modules/', '')), ...LEAVES_NOTHING]);
  const used = new Set(files('tools', '.mjs').flatMap(imported));
  assert.deepEqual([...used].filter((name) => !known.has(name)), []);
  assert.deepEqual([...known].filter((name) => !used.has(name)), []);
});

test('a crate that comes to be linked is inside, and so is a macro that derives; what only builds them is not', () => {
  const graph = new Map(Object.entries({
    'own 1.0.0': ['linked 1.0.0', 'derives 1.0.0'], 'linked 1.0.0': ['deeper 2.0.0'], 'deeper 2.0.0': [],
    'derives 1.0.0': ['derives-support 1.0.0', 'parses 1.0.0'], 'derives-support 1.0.0': [], 'parses 1.0.0': [],
  }).map(([id, needs]) => [id, { isMacro: id.startsWith('derives 1'), needs: new Set(needs) }]));
  const { linked, macros, direct } = inside(graph, (id) => (id.startsWith('derives') ? 'a/house' : 'another/house'));
  assert.deepEqual(linked, ['linked 1.0.0', 'deeper 2.0.0']);
  assert.deepEqual(macros, ['derives 1.0.0', 'derives-support 1.0.0']);
  assert.deepEqual([...direct], ['linked 1.0.0', 'derives 1.0.0']);
});

test('what is under another licence does not get in', () => {
  assert.deepEqual(refused(parts), []);
  const under = (licence) => refused([...parts, { name: 'new', version: '1.0.0', licence }]);
  for (const licence of ['GPL-3.0-only', 'AGPL-3.0-or-later', 'MPL-2.0', 'BUSL-1.1', 'CC-BY-4.0', 'MIT AND LGPL-2.1-only', 'MIT-0']) assert.deepEqual(under(licence), [`new 1.0.0 is under ${licence}`]);
  for (const licence of ['MIT', 'MIT OR GPL-3.0-only', 'ISC AND (MIT OR MPL-2.0)', 'Apache-2.0 WITH LLVM-exception']) assert.deepEqual(under(licence), []);
  assert.throws(() => under('a licence of our own'));
  const one = new Set(['MIT']);
  assert.deepEqual(['MIT', 'MIT/Apache-2.0', 'MIT OR Apache-2.0', 'MIT AND Apache-2.0', '(MIT OR Zlib) AND MIT'].map((each) => isSatisfied(each, one)), [true, true, true, false, true]);
});

test('of the files of a package those are kept that its licence asks for', () => {
  const both = ['LICENSE-APACHE', 'LICENSE-MIT', 'src'];
  assert.deepEqual(kept('MIT OR Apache-2.0', both), ['LICENSE-MIT']);
  assert.deepEqual(kept('MIT AND Apache-2.0', both), ['LICENSE-APACHE', 'LICENSE-MIT']);
  assert.deepEqual(kept('MIT OR Apache-2.0', [...both, 'NOTICE', 'COPYRIGHT']), ['COPYRIGHT', 'LICENSE-MIT', 'NOTICE']);
  assert.deepEqual(kept('Unlicense OR MIT', ['COPYING', 'UNLICENSE', 'LICENSE-MIT']), ['LICENSE-MIT']);
  assert.deepEqual(kept('MIT', ['license.md', 'readme.md']), ['license.md']);
  assert.deepEqual(kept('BSD-3-Clause', ['package.json']), []);
});

test("the standard library's notices are those of the compiler that built the cores", () => {
  const written = json('tools/licences/standard_library.json');
  assert.equal(written.compiler, compiler, 'node tools/licences/standard_library.mjs');
  assert.deepEqual(written.crates.filter((name) => ['core', 'alloc', 'std'].includes(name)), ['alloc', 'core', 'std']);
  // Another compiler has notices of another library.
  if (installed() === compiler) assert.deepEqual(gathered(), written);
});

test('our own licence is the same everywhere', () => {
  assert.match(read('LICENSE'), /^MIT License\n/);
  assert.equal(read('pkg/LICENSE'), read('LICENSE'));
  for (const path of ['Cargo.toml', 'workbook/Cargo.toml', 'sheets/Cargo.toml', 'xtask/Cargo.toml']) assert.match(read(path), /^license = "MIT"$/m, path);
  for (const path of ['package.json', 'pkg/package.json']) assert.equal(json(path).license, 'MIT', path);
  assert.equal(json('package-lock.json').packages[''].license, 'MIT');
  assert.deepEqual(bill.metadata.component.licenses, [{ license: { id: 'MIT', acknowledgement: 'declared' } }]);
  assert.ok(allowed().has('MIT'));
});
