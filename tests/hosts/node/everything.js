// Imports, or requires, every module that the package lets one import, as a server does that draws pages.

import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { argv } from 'node:process';

const folder = new URL('node_modules/clausewise/', import.meta.url);
const { exports } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'));

function* modules() {
  for (const [name, target] of Object.entries(exports)) {
    const file = typeof target === 'string' ? target : target.default;
    if (!/\.js$|\*$/.test(file) || target === null) continue;
    if (!file.includes('*')) yield name;
    else yield* readdirSync(new URL(file.slice(0, file.indexOf('*')), folder), { recursive: true })
      .filter((each) => each.endsWith('.js'))
      .map((each) => name.replace('*', file.endsWith('.js') ? each.slice(0, -3) : each));
  }
}

const imported = [...new Set(modules())].map((name) => name.replace(/^\./, 'clausewise'));
const load = argv[2] === 'require' ? createRequire(import.meta.url) : (name) => import(name);
for (const name of imported) await load(name);
console.log(JSON.stringify(imported));
