// A cancellation as rules of publicodes: its YAML, written as the JSON that it stands for. Only the tiers and the
// charge: it has no arithmetic from dates to dates.

import Engine from 'publicodes';

const days = 'jours';
const from = (rule) => ({ source: rule });

export const RULES = {
  fee: { unité: 'USD' },
  'cancelled on': null,
  'starts on': null,
  'days ahead': {
    valeur: { durée: { depuis: 'cancelled on', "jusqu'à": 'starts on' } },
    unité: 'jour',
    références: from('MS-UES-15'),
  },
  'charge percent': {
    variations: [
      { si: `days ahead >= 14 ${days}`, alors: '0 %' },
      { si: `days ahead >= 6 ${days}`, alors: '50 %' },
      { sinon: '100 %' },
    ],
    références: from('MS-UES-16'),
  },
  charge: { valeur: 'fee * charge percent', arrondi: '2 décimales', références: from('MS-UES-16') },
  refund: { valeur: 'fee - charge', références: from('MS-UES-16') },
};

const engine = new Engine(RULES, { warn: false });
const EXPLAINED = ['days ahead', 'charge percent', 'charge', 'refund'];
const NAMES = new Set(Object.keys(RULES));

/** The values that a rule was worked out from: down its explanation, as far as the next rule. */
function valuesUnder(node, values) {
  if (node === null || typeof node !== 'object' || node.nodeKind === 'constant') return values;
  if (node.nodeKind === 'reference') {
    // What was not needed has no value.
    if (node.nodeValue !== undefined && NAMES.has(node.dottedName)) values[node.dottedName] = node.nodeValue;
  } else if (node.explanation) {
    valuesUnder(node.explanation, values);
  } else {
    for (const part of Object.values(node)) valuesUnder(part, values);
  }
  return values;
}

const french = (date) => date.split('-').reverse().join('/');

/** What publicodes is to go by. */
export const situationOf = ({ fee, cancelled_on: cancelled, starts_on: starts }) =>
  ({ fee: `${fee} USD`, 'cancelled on': french(cancelled), 'starts on': french(starts) });

/** The figures of a request's only line, and how each came about. */
export function cancellation(request) {
  const [line] = request.input.lines;
  engine.setSituation(situationOf({ ...line, cancelled_on: request.as_of }));
  const steps = EXPLAINED.map((figure) => {
    const node = engine.evaluateNode(engine.getRule(figure));
    const values = valuesUnder(node.explanation.valeur, {});
    return { figure, values, result: node.nodeValue, unit: node.unit, clause: node.rawNode.références.source };
  });
  const [daysAhead, percent, charge, refund] = steps.map(({ result }) => result);
  return { days_ahead: daysAhead, charge_percent: percent, charge, refund, steps };
}
