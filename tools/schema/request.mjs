// Every request that `quote()` takes.

import { amounts } from './amounts.mjs';
import { requestOf } from './records.mjs';
import { Shared, byCalculator } from './shared.mjs';
import { termsSchema } from './terms.mjs';
import { firstOf, valueOf } from './values.mjs';

export function requestSchema(calculators, { minorUnits, currencies: byDecimals, words }) {
  const names = calculators.map(({ calculator }) => calculator);
  const shared = new Shared(names);
  const known = { shared, minorUnits, currencies: [...byDecimals.values()].flat().sort() };

  /** The name of a field, by the nearest that has one. */
  const named = (calculator, { name }, path) => [[calculator, ...path, name], [calculator, name], [name]].map((parts) => words.names[parts.join('.')]).find(Boolean);

  const said = (calculator) => ({ title: words.calculators[calculator].title, description: words.calculators[calculator].question });

  const requests = calculators.map((described) => {
    const { calculator, fields } = described;
    const titled = (field, path) => ({ title: named(calculator, field, path) });
    return [calculator, requestOf(described, { ...known, input: fields, titled, said })];
  });

  const first = (kind) => firstOf(calculators, kind);
  const envelope = {
    calculator: { enum: names },
    as_of: valueOf(first('date'), known),
    currency: valueOf({ kind: 'currency' }, known),
    minor_units: valueOf({ ...minorUnits, kind: 'count' }, known),
    terms: termsSchema(calculators, known, first),
    steps: valueOf({ kind: 'flag' }, known),
    input: { type: 'object' },
  };

  const limits = amounts(calculators, { ...known, currencies: byDecimals });
  return {
    title: 'A request to Clausewise',
    type: 'object',
    properties: Object.fromEntries(Object.entries(envelope).map(([name, value]) => [name, { title: words.names[name], ...value }])),
    required: ['calculator', 'as_of', 'input'],
    additionalProperties: false,
    allOf: [...byCalculator(names), ...limits],
    $defs: { ...Object.fromEntries(requests), ...shared.defs },
  };
}
