// Writes what the page of all rules has to know beside the packs: which calculators answer by a rule, and how its open
// points are read. It is taken from the answers to the worked examples themselves: `node tools/rules.mjs FOLDER`.

import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';

const folder = resolve(argv[2] ?? 'pkg');
const examples = 'tests/cases';

const core = await import(pathToFileURL(join(folder, 'clausewise.js')).href);
core.initSync({ module: readFileSync(join(folder, 'clausewise_bg.wasm')) });

const files = readdirSync(examples).filter((name) => name.endsWith('.json') && !name.startsWith('refusals')).sort();
const cases = files.flatMap((name) => JSON.parse(readFileSync(join(examples, name), 'utf8')));
const requests = [...core.calculators().map(({ example }) => example), ...cases.map(({ request }) => request)];

const rules = new Map(core.terms().flatMap(({ clauses }) => Object.keys(clauses).map((id) => [id, { calculators: new Set(), assumptions: new Set() }])));
for (const request of requests) {
  const answer = core.quote(request);
  // Terms that came along cite clauses of their own.
  if (answer.errors || typeof request.terms === 'object') continue;
  for (const { clause } of [...answer.steps ?? [], ...answer.reasons, ...answer.assumptions, ...answer.warnings]) {
    rules.get(clause)?.calculators.add(answer.calculator);
  }
  for (const { clause, code } of answer.assumptions) rules.get(clause)?.assumptions.add(code);
}

// In the order of the calculators, and of the codes.
const order = core.calculators().map(({ calculator }) => calculator);
const written = Object.fromEntries([...rules].map(([id, { calculators, assumptions }]) =>
  [id, { calculators: order.filter((name) => calculators.has(name)), assumptions: [...assumptions].sort() }]));
writeFileSync(join(folder, 'rules.json'), `${JSON.stringify(written)}\n`);
