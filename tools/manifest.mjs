// Writes the package's own package.json, ready for npm. `clausewise.sources` is the hash of the sources that the
// package was built from.

import { copyFileSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';

const [folder, sources] = argv.slice(2);

const cargo = readFileSync('Cargo.toml', 'utf8');
const field = (name) => {
  const found = new RegExp(`^${name} = "(.+)"$`, 'm').exec(cargo);
  if (!found) throw new Error(`Cargo.toml has no ${name}`);
  return found[1];
};

const licences = readdirSync('.').filter((name) => name.startsWith('LICENSE')).sort();
for (const name of licences) copyFileSync(name, `${folder}/${name}`);

const manifest = {
  name: field('name'),
  version: field('version'),
  description: field('description'),
  license: field('license'),
  type: 'module',
  main: './clausewise.js',
  types: './clausewise.d.ts',
  exports: {
    '.': { types: './clausewise.d.ts', default: './clausewise.js' },
    './element.js': { types: './element.d.ts', default: './element.js' },
    './search.js': './search.js',
    './clausewise_bg.wasm': './clausewise_bg.wasm',
    './words/*': './words/*',
    './package.json': './package.json',
  },
  sideEffects: ['./element.js', './search.js'],
  files: ['*.js', '*.wasm', '*.d.ts', 'rules.json', 'element.licences.txt', 'words', ...licences],
  clausewise: { sources },
};

writeFileSync(`${folder}/package.json`, `${JSON.stringify(manifest, null, 2)}\n`);
