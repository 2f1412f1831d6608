// Writes what every calculator of a built core says of itself, and the terms that it takes, as a pack of their own: the core of
// a calculator alone tells both, and is asked for nothing else. `node tools/calculators.mjs FOLDER INTO`.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { coreIn } from './core.mjs';

const [folder, into] = argv.slice(2);
const core = await coreIn(folder);
mkdirSync(into, { recursive: true });
const packs = new Map(core.terms().map((pack) => [pack.id, pack]));

/** Rule ids anywhere in a value: a term's own, and those of the rows of its table. */
const cited = (value, clauses) => (JSON.stringify(value).match(/"[^"]+"/g) ?? []).map((text) => text.slice(1, -1)).filter((text) => text in clauses);

/** What the document says of its own day stands in every answer. */
const EDITION = ['edition_from', 'edition_undated'];

const ofNames = (object, keeps) => Object.fromEntries(Object.entries(object).filter(([name]) => keeps(name)));

for (const described of core.calculators()) {
  const { calculator, pack: id, rules, takes } = described;
  const pack = structuredClone(packs.get(id));
  if (!takes.includes('services')) delete pack.services;
  const values = ofNames(pack.values, (name) => takes.includes(name) || EDITION.includes(name));
  const known = new Set([...rules, ...cited([values, pack.services ?? []], pack.clauses)]);
  const terms = { ...pack, calculators: [calculator], values, clauses: ofNames(pack.clauses, (rule) => known.has(rule)) };
  writeFileSync(join(into, `${calculator}.json`), JSON.stringify({ calculators: [described], terms: [terms] }));
}
