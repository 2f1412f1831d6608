// Writes what the pages of all rules and all countries show: the packs, the names of the calculators, and of each rule
// which calculators answer by it and how its open points are read. That is taken from the answers to the worked
// examples themselves: `node tools/rules.mjs FOLDER`.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { answersOf, coreIn } from './core.mjs';
import { writeModule } from './module.mjs';

const [folder = 'pkg', mark = 'unmarked'] = argv.slice(2);
const core = await coreIn(folder);

const rules = new Map(core.terms().flatMap(({ clauses }) => Object.keys(clauses).map((id) => [id, { calculators: new Set(), assumptions: new Set() }])));
for (const answer of answersOf(core)) {
  for (const { clause } of [...answer.steps ?? [], ...answer.reasons, ...answer.assumptions, ...answer.warnings]) {
    rules.get(clause)?.calculators.add(answer.calculator);
  }
  for (const { clause, code } of answer.assumptions) rules.get(clause)?.assumptions.add(code);
}

// In the order of the calculators, and of the codes.
const order = core.calculators().map(({ calculator }) => calculator);
const uses = Object.fromEntries([...rules].map(([id, { calculators, assumptions }]) =>
  [id, { calculators: order.filter((name) => calculators.has(name)), assumptions: [...assumptions].sort() }]));
// Those that may be asked about one country.
const byCountry = core.calculators().flatMap(({ calculator, fields }) => (fields.some(({ name }) => name === 'country') ? [calculator] : []));
const documents = { packs: core.terms(), calculators: order, byCountry, uses };
writeFileSync(join(folder, 'rules.json'), `${JSON.stringify(documents)}\n`);
writeModule(join(folder, 'rules.js'), documents, mark);
