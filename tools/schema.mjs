// Writes request.schema.json, a JSON Schema of every request that `quote()` takes, from the core's own description of its
// calculators: `node tools/schema.mjs FOLDER`. It never refuses what the core accepts. What no schema sees, such as a day before
// another or terms that do not hold together, is left to the core.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { coreIn } from './core.mjs';
import { amounts } from './schema/amounts.mjs';
import { chosenFromTerms, currenciesOf, minorUnitsOf } from './schema/asked.mjs';
import { requestOf } from './schema/records.mjs';
import { Shared } from './schema/shared.mjs';
import { termsSchema } from './schema/terms.mjs';
import { typed } from './schema/typed.mjs';
import { valueOf } from './schema/values.mjs';

const folder = argv[2] ?? 'pkg';
const core = await coreIn(folder);
const calculators = core.calculators();
const words = JSON.parse(readFileSync('www/words/en.json', 'utf8'));

const shared = new Shared(calculators.map(({ calculator }) => calculator));
const minorUnits = minorUnitsOf(core, calculators);
const byDecimals = currenciesOf(core, calculators);
const known = { shared, minorUnits, currencies: [...byDecimals.values()].flat().sort() };

/** The name of a field, by the nearest that has one. */
const named = (calculator, { name }, path) => [[calculator, ...path, name], [calculator, name], [name]].map((parts) => words.names[parts.join('.')]).find(Boolean);

const said = (calculator) => ({ title: words.calculators[calculator].title, description: words.calculators[calculator].question });

const requests = calculators.map((described) => {
  const { calculator, fields } = described;
  const fromTerms = chosenFromTerms(core, described);
  const titled = (field, path) => ({ title: named(calculator, field, path) });
  return [calculator, requestOf(described, { ...known, fromTerms, input: fields, titled, said })];
});

/** The first field of a kind that any calculator has. */
const firstOf = (kind) => calculators.flatMap(({ fields }) => fields.flatMap((field) => [field, ...field.items ?? []])).find((field) => field.kind === kind);

const envelope = {
  calculator: { enum: calculators.map(({ calculator }) => calculator) },
  as_of: valueOf(firstOf('date'), known),
  currency: valueOf({ kind: 'currency' }, known),
  minor_units: valueOf({ ...minorUnits, kind: 'count' }, known),
  terms: termsSchema(calculators, known, firstOf),
  steps: valueOf({ kind: 'flag' }, known),
  input: { type: 'object' },
};

const limits = amounts(calculators, { ...known, currencies: byDecimals });
const schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:clausewise:request',
  title: 'A request to Clausewise',
  type: 'object',
  properties: Object.fromEntries(Object.entries(envelope).map(([name, value]) => [name, { title: words.names[name], ...value }])),
  required: ['calculator', 'as_of', 'input'],
  additionalProperties: false,
  allOf: [
    ...requests.map(([calculator]) => ({ if: { required: ['calculator'], properties: { calculator: { const: calculator } } }, then: { $ref: `#/$defs/${calculator}` } })),
    ...limits,
  ],
  $defs: { ...Object.fromEntries(requests), ...shared.defs },
};

// Characters that nobody sees are written as what they are.
const escaped = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
writeFileSync(join(folder, 'request.schema.json'), `${JSON.stringify(typed(schema)).replace(/[\u007f-\uffff]/g, escaped)}\n`);
