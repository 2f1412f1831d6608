// No amount has more decimals than its currency, or than the request says.

import { withDecimals } from './patterns.mjs';

/** Puts a field of a record into the tree of all of them; one place must not mean two things. */
function plant(tree, fields) {
  for (const { name, kind, items, max_decimals: decimals } of fields) {
    const isAmount = kind === 'money' && decimals === undefined;
    const found = tree.get(name) ?? { kinds: new Set(), isAmount, items: new Map() };
    found.kinds.add(isAmount ? 'amount' : kind);
    if (found.kinds.size > 1 && found.kinds.has('amount')) throw new Error(`${name} is an amount to one calculator and something else to another`);
    if (kind === 'list') plant(found.items, items);
    tree.set(name, found);
  }
  return tree;
}

/** The same for every amount in the tree; nothing where there is none. */
function each(tree, schema) {
  const properties = [...tree].flatMap(([name, { kinds, isAmount, items }]) => {
    if (isAmount) return [[name, schema]];
    const inner = each(items, schema);
    if (!inner) return [];
    // To one calculator a list, to another a number of something.
    return [[name, kinds.size > 1 ? { if: { type: 'array' }, then: { items: inner } } : { items: inner }]];
  });
  return properties.length ? { properties: Object.fromEntries(properties) } : undefined;
}

/** Conditions on the whole request, one for each number of decimals but the most, which any amount may have. */
export function amounts(calculators, { shared, currencies, minorUnits }) {
  const tree = calculators.reduce((grown, { fields }) => plant(grown, fields), new Map());
  const unusual = (decimals) => currencies.get(decimals) ?? [];
  const usual = [...currencies].sort(([, one], [, other]) => other.length - one.length)[0][0];
  const others = [...currencies].flatMap(([decimals, codes]) => (decimals === usual ? [] : codes)).sort();
  return Array.from({ length: minorUnits.max - minorUnits.min }, (_, index) => minorUnits.min + index).map((decimals) => {
    const codes = decimals === usual ? { not: { enum: others } } : unusual(decimals).length ? { enum: unusual(decimals) } : undefined;
    const asked = { required: ['minor_units'], properties: { minor_units: { const: decimals } } };
    const own = { required: ['currency'], properties: { currency: codes, minor_units: false } };
    const limit = shared.ref(`decimals_${decimals}`, { pattern: withDecimals(decimals) });
    return { if: codes ? { anyOf: [asked, own] } : asked, then: { properties: { input: shared.ref(`amounts_${decimals}`, each(tree, limit)) } } };
  });
}
