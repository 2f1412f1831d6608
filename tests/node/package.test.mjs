// The package as npm publishes it: packed, and installed by its name in a project that has nothing else of ours.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { calculators, read, root } from './core.mjs';

const folder = fileURLToPath(new URL('pkg/', root));
const manifest = JSON.parse(read('pkg/package.json'));
const installed = (file) => readFileSync(join(project, 'node_modules/clausewise', file), 'utf8');
let project;

before(() => {
  project = mkdtempSync(join(tmpdir(), 'clausewise-'));
  const [{ filename }] = JSON.parse(execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', project], { cwd: folder, encoding: 'utf8' }));
  writeFileSync(join(project, 'package.json'), '{ "private": true }');
  execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', join(project, filename)], { cwd: project, stdio: 'ignore' });
});
after(() => rmSync(project, { recursive: true }));

/** What a script prints that a stranger's project runs. */
function run(script, name = 'use.mjs') {
  writeFileSync(join(project, name), script);
  const { status, stdout, stderr } = spawnSync(process.execPath, [name], { cwd: project, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return stdout.trim();
}

test('the manifest', () => {
  const cargo = read('Cargo.toml');
  assert.equal(manifest.name, 'clausewise');
  assert.ok(cargo.includes(`version = "${manifest.version}"`));
  assert.ok(cargo.includes(`license = "${manifest.license}"`));
  assert.match(manifest.clausewise.sources, /^[0-9a-f]{64}$/);
  assert.equal(manifest.type, 'module');
});

test('every file of the folder is published', () => {
  const inside = (of) => readdirSync(of, { recursive: true, withFileTypes: true }).filter((each) => each.isFile()).map(({ parentPath, name }) => join(parentPath, name).slice(of.length)).sort();
  assert.deepEqual(inside(`${project}/node_modules/clausewise/`), inside(folder));
});

test('everything that a script imports or asks for lies where it looks', () => {
  const scripts = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.js'));
  let ways = 0;
  for (const script of scripts) {
    const text = installed(script);
    // A way with an expression in it is one that no bundler can follow. One is meant for none: what has not arrived is asked for anew.
    const anew = text.replaceAll(/(?<![\w.$])import\(\/\* webpackIgnore: true \*\/ \/\* @vite-ignore \*\/`\$\{\w+\}#\$\{\+\+\w+\}`\)/g, '');
    for (const [call] of anew.matchAll(/(?<![\w.$])import\s*\([^)]{0,40}/g)) assert.match(call, /^import\((["'])\.{1,2}\/[\w./-]+\1$/, `${script}: ${call}`);
    for (const [, given] of text.matchAll(/new URL\(([^()]*,\s*import\.meta\.url)\)/g)) assert.match(given, /^(["'`])\.\/[\w./-]+\1,\s*import\.meta\.url$/, `${script}: ${given}`);
    assert.doesNotMatch(text.replaceAll(/new URL\((["'`])\.\/[\w./-]+\1,\s*import\.meta\.url\)/g, ''), /import\.meta/, script);
    const told = [/(?<![\w.$])import\((["'])([^"']+)\1\)/g, /(?:\bfrom|(?<![\w.$])import)(["'])(\.[^"']+)\1/g, /new URL\((["'`])(\.[^"'`]+)\1,/g];
    for (const [, , way] of told.flatMap((pattern) => [...text.matchAll(pattern)])) {
      const file = new URL(way, `file://${project}/node_modules/clausewise/${script}`);
      assert.ok(readFileSync(file).length > 0, `${script}: ${way}`);
      ways++;
    }
  }
  assert.ok(ways > 150, `only ${ways} found`);
  assert.ok(!Object.keys(manifest.exports).includes('./start.js'));
});

test('everything named by the package is there', () => {
  const names = new Set(readdirSync(folder, { recursive: true }).map((name) => `./${name}`));
  const paths = Object.values(manifest.exports).flatMap((to) => (typeof to === 'string' ? [to] : Object.values(to)));
  for (const path of [...paths, manifest.main, manifest.types, manifest.customElements, ...manifest.sideEffects]) {
    const fits = new RegExp(`^${path.replaceAll('.', '\\.').replace('*', '.+')}$`);
    assert.ok([...names].some((name) => fits.test(name)), `${path} names nothing`);
  }
});

test('Node finds the core by itself, by import and by require', () => {
  const script = (get) => `
    ${get}
    let said = '';
    try { quote({}); } catch (error) { said = error.message; }
    void init().then(() => {
      const answer = quote({ calculator: 'cancellation', as_of: '2025-07-18', currency: 'USD', input: { lines: [{ fee: '1000.00', starts_on: '2025-07-31' }] } });
      console.log(JSON.stringify([said, answer.figures.refund, calculators().length]));
    });`;
  const expected = ['clausewise: quote() was called before the core is there; `await init()` first', '500.00', calculators().length];
  assert.deepEqual(JSON.parse(run(script("import init, { quote, calculators } from 'clausewise';"))), expected);
  assert.deepEqual(JSON.parse(run(script("const { default: init, quote, calculators } = require('clausewise');"), 'use.cjs')), expected);
});

test('bytes and compiled modules may be handed over, those of another build are refused', () => {
  const said = run(`
    import { readFileSync } from 'node:fs';
    import { fileURLToPath } from 'node:url';
    const bytes = (name) => readFileSync(fileURLToPath(import.meta.resolve('clausewise/' + name)));
    const fresh = (name) => import('./node_modules/clausewise/' + name + '?' + Math.random());
    const said = [];
    for (const handed of [bytes('clausewise_bg.wasm'), new WebAssembly.Module(bytes('clausewise_bg.wasm')), { module_or_path: bytes('clausewise_bg.wasm') }, Promise.resolve(bytes('clausewise_bg.wasm'))]) {
      const core = await fresh('clausewise.js');
      await core.default(handed);
      said.push(core.calculators().length);
    }
    const { initSync, terms } = await fresh('only/tax.js');
    initSync({ module: bytes('only/tax_bg.wasm') });
    said.push(terms().length);
    // The mark of a build is the end of the file.
    const other = bytes('clausewise_bg.wasm');
    other[other.length - 1] ^= 1;
    const core = await fresh('clausewise.js');
    said.push(await core.default(other).catch((error) => error.message));
    said.push(await core.default(other.subarray(0, 100)).catch((error) => error.constructor.name));
    await core.default();
    said.push(core.calculators().length);
    console.log(JSON.stringify(said));`);
  const all = calculators().length;
  assert.deepEqual(JSON.parse(said), [all, all, all, all, 1, 'clausewise: clausewise_bg.wasm is of another build than the script beside it', 'CompileError', all]);
});

test('importing any module where there is no page does nothing and throws nothing', () => {
  // The frame's own is no module: it belongs to the page in it.
  const scripts = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.js') && !name.startsWith('words/') && name !== 'frame/inside.js');
  assert.ok(scripts.length > 50);
  const said = run(`
    const before = Object.keys(globalThis);
    for (const name of ${JSON.stringify(scripts)}) await import('./node_modules/clausewise/' + name);
    const { ClausewiseQuote, ClausewiseTerms, setBasePath } = await import('clausewise/element.js');
    const { ClausewiseSearch } = await import('clausewise/search.js');
    const added = Object.keys(globalThis).filter((name) => !before.includes(name)).sort();
    console.log([...added, ...[ClausewiseQuote, ClausewiseTerms, ClausewiseSearch, setBasePath].map((each) => typeof each)].join(' '));`);
  // Lit leaves word of its versions, as it does on any page.
  assert.equal(said, 'litElementVersions litHtmlVersions litPropertyMetadata reactiveElementVersions function function function function');
});
