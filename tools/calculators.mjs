// Prints every calculator of a built core, one a line: its name, the pack that it takes its terms from, the digest of that
// pack, and the terms that it takes, as a pack of their own. A build for one page holds no others.
// `node tools/calculators.mjs FOLDER`.

import { argv } from 'node:process';
import { coreIn } from './core.mjs';

const core = await coreIn(argv[2] ?? 'pkg');
const packs = new Map(core.terms().map((pack) => [pack.id, pack]));

/** The names of the terms that a calculator takes: it asks for each where a pack has none. */
function termsOf(calculator, pack) {
  const { errors } = core.quote({ calculator, terms: { ...pack, calculators: [calculator], values: {} }, input: {} });
  return new Set(errors.flatMap(({ field }) => /^terms\.values\.(\w+)$/.exec(field)?.[1] ?? []));
}

/** Whether a calculator looks at the catalogue: it says so where there is none. */
const looksAtServices = ({ calculator, example }, { services: _, ...pack }) =>
  'errors' in core.quote({ ...example, terms: { ...pack, calculators: [calculator] } });

/** Rule ids anywhere in a value: a term's own, and those of the rows of its table. */
const cited = (value, clauses) => (JSON.stringify(value).match(/"[^"]+"/g) ?? []).map((text) => text.slice(1, -1)).filter((text) => text in clauses);

/** What the document says of its own day stands in every answer. */
const EDITION = ['edition_from', 'edition_undated'];

const ofNames = (object, keeps) => Object.fromEntries(Object.entries(object).filter(([name]) => keeps(name)));

for (const described of core.calculators()) {
  const { calculator, pack: id, rules } = described;
  const { digest, ...pack } = packs.get(id);
  if (pack.services && !looksAtServices(described, pack)) delete pack.services;
  const needed = termsOf(calculator, pack);
  const values = ofNames(pack.values, (name) => needed.has(name) || EDITION.includes(name));
  const rest = { ...pack, calculators: [calculator], values };
  const known = new Set([...rules, ...cited([values, pack.services], pack.clauses)]);
  const terms = { ...rest, clauses: ofNames(pack.clauses, (rule) => known.has(rule)) };
  console.log([calculator, id, digest, JSON.stringify(terms)].join('\t'));
}
