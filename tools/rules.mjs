// Writes what the pages of all rules and all countries show: the packs, the names of the calculators, and of each rule
// which calculators answer by it and how its open points are read (www/words/readings.json): `node tools/rules.mjs FOLDER`.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { coreIn } from './core.mjs';
import { writeModule } from './module.mjs';

const [folder = 'pkg', mark = 'unmarked'] = argv.slice(2);
const core = await coreIn(folder);
const calculators = core.calculators();
const readings = JSON.parse(readFileSync('www/words/readings.json', 'utf8'));

const uses = Object.fromEntries(core.terms().flatMap(({ clauses }) => Object.keys(clauses)).map((id) =>
  [id, { calculators: calculators.filter(({ rules }) => rules.includes(id)).map(({ calculator }) => calculator), assumptions: readings[id] ?? [] }]));
// Those that may be asked about one country.
const byCountry = calculators.flatMap(({ calculator, fields }) => (fields.some(({ name }) => name === 'country') ? [calculator] : []));
const documents = { packs: core.terms(), calculators: calculators.map(({ calculator }) => calculator), byCountry, uses };
writeFileSync(join(folder, 'rules.json'), `${JSON.stringify(documents)}\n`);
writeModule(join(folder, 'rules.js'), documents, mark);
