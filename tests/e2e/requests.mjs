// One plain request for each calculator, as a visitor types it, with what must come out, worked out by hand.

const common = { as_of: '2026-11-21', currency: 'USD' };

export const REQUESTS = {
  renewal: {
    // The anniversary cuts the year after the last covered day down to 3 months: 2 × 1200 × 3 ÷ 12.
    typed: {
      ...common,
      'input.programme': 'PA',
      'input.anniversary': '2026-04-01',
      'input.lines.0.part': 'D1',
      'input.lines.0.quantity': '2',
      'input.lines.0.annual_price': '1,200.00',
      'input.lines.0.covered_until': '2026-12-31',
    },
    sent: {
      calculator: 'renewal',
      ...common,
      input: {
        programme: 'PA',
        anniversary: '2026-04-01',
        lines: [{ part: 'D1', quantity: 2, annual_price: '1200.00', covered_until: '2026-12-31' }],
      },
    },
    headline: 'figures.net',
    shown: '600.00',
    clause: 'IBM-SS-14',
    line: { path: 'lines.0.months', shown: '3', clause: 'IBM-SS-14' },
  },
  reinstatement: {
    // 10 × 1800 × 60 %.
    typed: {
      ...common,
      'input.lines.0.part': 'WAS',
      'input.lines.0.family': 'websphere',
      'input.lines.0.quantity': '10',
      'input.lines.0.new_licence_price': '1800',
      'input.lines.0.covered_until': '2024-06-30',
    },
    sent: {
      calculator: 'reinstatement',
      ...common,
      input: { lines: [{ part: 'WAS', family: 'websphere', quantity: 10, new_licence_price: '1800', covered_until: '2024-06-30' }] },
    },
    headline: 'figures.reinstatement',
    shown: '10,800.00',
    clause: 'IBM-SS-09',
    line: { path: 'lines.0.saving', shown: '7,200.00', clause: 'IBM-SS-09' },
  },
  compare: {
    // Back in year 2 of 3: 10 × 1000 × 60 % + 10 × 100, against 3 × 10 × 100.
    typed: {
      ...common,
      'input.quantity': '10',
      'input.annual_price': '100',
      'input.new_licence_price': '1,000.00',
      'input.covered_until': '2026-12-31',
      'input.years': '3',
      'input.return_year': '2',
    },
    sent: {
      calculator: 'compare',
      ...common,
      input: { quantity: 10, annual_price: '100', new_licence_price: '1000.00', covered_until: '2026-12-31', years: 3, return_year: 2 },
    },
    headline: 'figures.difference',
    shown: '4,000.00',
    clause: 'IBM-SS-D1',
    line: { path: 'lines.1.reinstatement_fee', shown: '6,000.00', clause: 'IBM-SS-09' },
  },
  flex: {
    // 300000 − 40000.
    typed: {
      ...common,
      'input.signed_on': '2026-12-15',
      'input.years.0.allowance': '300000',
    },
    then: async (calculator) => {
      await calculator.button('add', 'input.years.0.allocations').click();
      await calculator.enterAll({
        'input.years.0.allocations.0.service': 'workshops',
        'input.years.0.allocations.0.amount': '40000',
      });
    },
    sent: {
      calculator: 'flex',
      ...common,
      input: { signed_on: '2026-12-15', years: [{ allowance: '300000', allocations: [{ service: 'workshops', amount: '40000' }] }] },
    },
    headline: 'figures.unallocated',
    shown: '260,000.00',
    clause: 'MS-UES-06',
    line: { path: 'lines.0.credit_cap', shown: '60,000.00', clause: 'MS-UES-02' },
  },
  cancellation: {
    // 13 days ahead: half.
    typed: {
      ...common,
      'input.lines.0.service': 'Workshop',
      'input.lines.0.fee': '1000',
      'input.lines.0.starts_on': '2026-12-04',
    },
    sent: {
      calculator: 'cancellation',
      ...common,
      input: { lines: [{ service: 'Workshop', fee: '1000', starts_on: '2026-12-04' }] },
    },
    headline: 'figures.refund',
    shown: '500.00',
    clause: 'MS-UES-16',
    line: { path: 'lines.0.charge', shown: '500.00', clause: 'MS-UES-16' },
  },
};

/** Types a calculator's request. */
export async function typeRequest(calculator, name) {
  const { typed, then } = REQUESTS[name];
  await calculator.enterAll(typed);
  await then?.(calculator);
}
