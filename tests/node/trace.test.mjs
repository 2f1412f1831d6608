// The test of traces tells a sound one from one that is not: a made-up calculator, whose every step is right, and the same with
// one thing wrong in it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertTrace } from './trace.mjs';

const described = {
  fields: [
    { name: 'tax_percent', kind: 'percent' },
    { name: 'lines', kind: 'list', items: [{ name: 'fee', kind: 'money' }, { name: 'starts_on', kind: 'date' }] },
  ],
  answer: {
    figures: [{ name: 'charge', kind: 'money' }, { name: 'tax', kind: 'money' }, { name: 'way', kind: 'choice' }], dates: [{ name: 'until', kind: 'date' }],
    line: [{ name: 'days_ahead', kind: 'count' }, { name: 'charge_percent', kind: 'percent' }, { name: 'charge', kind: 'money' }],
    between: [{ name: 'base', kind: 'money' }],
  },
  terms: [{ name: 'full_days', kind: 'count' }, { name: 'partial_charge', kind: 'percent' }, { name: 'cap_floor', kind: 'rows', items: [{ name: 'usd', kind: 'money' }] }, { name: 'grounds', kind: 'list' }, { name: 'services', kind: 'rows', items: [{ name: 'mark', kind: 'choice' }] }],
};
const pack = { values: {
  full_days: { dated: [{ value: 20 }, { from: '2026-01-01', value: 14 }, { from: '2027-01-01', value: 7 }] }, partial_charge: { dated: [{ value: '50' }] },
  cap_floor: { dated: [{ value: [{ countries: ['FR', 'DE'], usd: '5.00' }] }] }, grounds: { dated: [{ value: ['fraud', 'death'] }] },
}, services: [{ key: 'webcasts', mark: '✓' }] };
const request = { as_of: '2026-11-21', input: { tax_percent: '5', lines: [{ fee: '1000', starts_on: '2026-12-01' }, { fee: '333.33', starts_on: '2026-12-24' }] } };

const step = (figure, formula, result, named, rounding = 'none') => ({
  figure, formula, result, rounding, clause: 'X-1',
  values: Object.fromEntries(Object.entries(named).map(([name, [value]]) => [name, value])), from: Object.fromEntries(Object.entries(named).map(([name, [, from]]) => [name, from])),
});
const SOUND = [
  step('lines.0.days_ahead', 'days(as_of, starts_on)', 10, { as_of: ['2026-11-21', 'as_of'], starts_on: ['2026-12-01', 'input.lines.0.starts_on'] }),
  step('lines.0.charge_percent', 'if(days_ahead ≥ full_days, 0, partial_charge)', '50', { days_ahead: [10, 'lines.0.days_ahead'], full_days: [14, 'terms.full_days'], partial_charge: ['50', 'terms.partial_charge'] }),
  step('between.0.base', 'max(fee, usd)', '1000.00', { fee: ['1000.00', 'input.lines.0.fee'], usd: ['5.00', 'terms.cap_floor.DE.usd'] }),
  step('lines.0.charge', 'base × charge_percent', '500.00', { base: ['1000.00', 'between.0.base'], charge_percent: ['50', 'lines.0.charge_percent'] }, 'half_up'),
  step('lines.1.charge', 'fee', '333.33', { fee: ['333.33', 'input.lines.1.fee'] }),
  step('figures.charge', 'sum(charge)', '833.33', { charge: [['500.00', '333.33'], ['lines.0.charge', 'lines.1.charge']] }),
  step('figures.tax', 'charge × tax_percent', '41.67', { charge: ['833.33', 'figures.charge'], tax_percent: ['5', 'input.tax_percent'] }, 'half_up'),
  step('figures.way', 'if(listed("death", grounds), "both", "one")', 'both', { grounds: [['fraud', 'death'], 'terms.grounds'] }),
  step('figures.way', 'mark', 'included', { mark: ['included', 'terms.services.webcasts.mark'] }),
  step('dates.until', 'earliest(starts_on)', '2026-12-01', { starts_on: [['2026-12-01', '2026-12-24'], ['input.lines.0.starts_on', 'input.lines.1.starts_on']] }),
];

const holds = (steps) => assertTrace(request, { as_of: '2026-11-21', steps }, described, pack);

test('a sound trace holds', () => {
  holds(SOUND);
  holds([step('figures.charge', 'sum(charge)', '0.00', { charge: [[], []] })]);
});

/** The sound one with a step changed, by its place. */
const bent = (place, change) => SOUND.map((each, index) => (index === place ? change(structuredClone(each)) : each));

const BENT = {
  'a value that is another': bent(0, (each) => { each.values.starts_on = '2026-12-02'; return each; }),
  'an entry that nobody made': bent(0, (each) => { each.from.starts_on = 'input.lines.2.starts_on'; return each; }),
  'a day that is not asked about': bent(0, (each) => { each.values.as_of = '2026-11-20'; each.result = 11; return each; }),
  'a term of another day': bent(1, (each) => { each.values.full_days = 20; return each; }),
  'a term that there is not': bent(1, (each) => { each.from.full_days = 'terms.fuller_days'; return each; }),
  'a row that there is not': bent(2, (each) => { each.from.usd = 'terms.cap_floor.US.usd'; return each; }),
  'a result that does not follow': bent(3, (each) => { each.result = '500.01'; return each; }),
  'a rounding that is another': bent(6, (each) => { each.rounding = 'down'; return each; }),
  'nothing rounded where something is': bent(6, (each) => { each.rounding = 'none'; return each; }),
  'a count of lines that is another': bent(5, (each) => { each.from.charge.pop(); return each; }),
  'a line too many': bent(5, (each) => { each.values.charge.push('0.00'); each.from.charge.push('lines.2.charge'); return each; }),
  'a step that comes later': [SOUND[6], ...SOUND.slice(0, 6)],
  'a step that does not say where it is from': bent(0, ({ from, ...rest }) => rest),
  'a name too many': bent(3, (each) => { each.values.rate = '1'; each.from.rate = 'input.tax_percent'; return each; }),
  'names in another order': bent(3, (each) => { each.values = Object.fromEntries(Object.entries(each.values).reverse()); return each; }),
  'a text that is no formula': bent(3, (each) => { each.formula = 'base * charge_percent'; return each; }),
  'a text that is written otherwise': bent(3, (each) => { each.formula = 'base×charge_percent'; return each; }),
  'a value that nobody describes': bent(6, (each) => { each.figure = 'figures.taxes'; return each; }),
};
for (const [what, steps] of Object.entries(BENT)) test(`${what} does not`, () => assert.throws(() => holds(steps)));
