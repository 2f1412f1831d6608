// Writes the package's own package.json, ready for npm. `clausewise.sources` is the hash of the sources that the
// package was built from, `clausewise.cores` that of the sources of its WebAssembly, and under its
// name that of each crate that stands apart.

import { copyFileSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';

const [folder, sources, cores, ...others] = argv.slice(2);

/** Names and hashes in turn. */
const apart = Object.fromEntries(others.flatMap((name, at) => (at % 2 ? [] : [[name, others[at + 1]]])));


const cargo = readFileSync('Cargo.toml', 'utf8');
const field = (name) => {
  const found = new RegExp(`^${name} = "(.+)"$`, 'm').exec(cargo);
  if (!found) throw new Error(`Cargo.toml has no ${name}`);
  return found[1];
};

const licences = readdirSync('.').filter((name) => name.startsWith('LICENSE')).sort();
for (const name of licences) copyFileSync(name, `${folder}/${name}`);

/** A module with its types beside it. */
const typed = (path, types = path) => ({ types: `./${types}.d.ts`, default: `./${path}.js` });

copyFileSync('tools/package/README.md', `${folder}/README.md`);

const manifest = {
  name: field('name'),
  version: field('version'),
  description: field('description'),
  keywords: ['pricing', 'contract', 'calculator', 'custom-element', 'web-component', 'wasm', 'renewal', 'support', 'explainable'],
  license: field('license'),
  type: 'module',
  // From here on Node reads modules by require() too, and the core finds its file without being told.
  engines: { node: '>=20.19' },
  main: './clausewise.js',
  types: './clausewise.d.ts',
  customElements: './custom-elements.json',
  exports: {
    '.': typed('clausewise'),
    './element.js': typed('element'),
    './search.js': typed('search'),
    './kept.js': typed('kept'),
    './terms.js': typed('terms'),
    './only/*.js': typed('only/*'),
    './words/*.js': typed('words/*', 'words'),
    './rules.js': typed('rules'),
    './frame.js': typed('frame'),
    './sheets.js': typed('sheets'),
    './types/*': typed('types/*'),
    './clausewise_bg.wasm': './clausewise_bg.wasm',
    './only/*.wasm': './only/*.wasm',
    './workbook_bg.wasm': './workbook_bg.wasm',
    './sheets_bg.wasm': './sheets_bg.wasm',
    './words/*.json': './words/*.json',
    './rules.json': './rules.json',
    './request.schema.json': './request.schema.json',
    './answer.schema.json': './answer.schema.json',
    './quote.schema.json': './quote.schema.json',
    './frame.html': './frame.html',
    './custom-elements.json': './custom-elements.json',
    './LICENSE': './LICENSE',
    './THIRD-PARTY-LICENSES.txt': './THIRD-PARTY-LICENSES.txt',
    // What it was called when it named the scripts' alone.
    './element.licences.txt': './THIRD-PARTY-LICENSES.txt',
    './sbom.cdx.json': './sbom.cdx.json',
    './package.json': './package.json',
  },
  sideEffects: ['./element.js', './search.js', './kept.js', './terms.js', './frame.js'],
  clausewise: { sources, cores, ...apart },
};

writeFileSync(`${folder}/package.json`, `${JSON.stringify(manifest, null, 2)}\n`);
