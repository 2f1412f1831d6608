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
  notices: {
    // Bought within a month: covered to its end a year on; and one purchase is one notice.
    typed: {
      as_of: '2026-11-21',
      'input.programme': 'PA',
      'input.anniversary': '2027-02-01',
      'input.quote_received_on': '2026-11-10',
      'input.remind_days_ahead': '45',
      'input.lines.0.label': 'Db2',
      'input.lines.0.bought_on': '2026-11-20',
    },
    sent: {
      calculator: 'notices',
      as_of: '2026-11-21',
      input: {
        programme: 'PA',
        anniversary: '2027-02-01',
        quote_received_on: '2026-11-10',
        remind_days_ahead: 45,
        lines: [{ label: 'Db2', bought_on: '2026-11-20' }],
      },
    },
    headline: 'figures.notices',
    shown: '1',
    clause: 'IBM-SS-19',
    line: { path: 'lines.0.covered_until', shown: '2027', clause: 'IBM-SS-01' },
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
  addon: {
    // The threshold itself is enough.
    typed: {
      as_of: '2026-11-21',
      'input.service': 'azure_engineering_direct',
      'input.base_contract': 'in_force',
      'input.base_until': '2028-06-30',
      'input.azure': 'public',
      'input.holds_rapid_response': 'true',
      'input.language': 'chinese',
      'input.product_spend_usd': '60,000,000.00',
    },
    sent: {
      calculator: 'addon',
      as_of: '2026-11-21',
      input: {
        service: 'azure_engineering_direct',
        base_contract: 'in_force',
        base_until: '2028-06-30',
        azure: 'public',
        holds_rapid_response: true,
        language: 'chinese',
        product_spend_usd: '60000000.00',
      },
    },
    headline: 'figures.status',
    shown: '',
    clause: 'MS-UES-91',
    line: { path: 'figures.extended_features', shown: '', clause: 'MS-UES-68' },
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
  multi_country: {
    // Two services, one of them in the base package: one to buy. Staff in Vietnam may join it only if Microsoft agrees.
    typed: {
      as_of: '2026-11-21',
      'input.host': 'Taiwan',
      'input.downstream.0.location': 'Japan',
      'input.lines.0.service': 'workshops',
      'input.lines.0.bought_for': 'Japan',
    },
    then: async (calculator) => {
      await calculator.button('add', 'input.elsewhere').click();
      await calculator.enterAll({ 'input.elsewhere.0.location': 'Vietnam' });
      await calculator.button('add', 'input.lines').click();
      await calculator.enterAll({ 'input.lines.1.service': 'webcasts' });
    },
    sent: {
      calculator: 'multi_country',
      as_of: '2026-11-21',
      input: {
        host: 'Taiwan',
        downstream: [{ location: 'Japan' }],
        elsewhere: [{ location: 'Vietnam' }],
        lines: [{ service: 'workshops', bought_for: 'Japan' }, { service: 'webcasts' }],
      },
    },
    headline: 'figures.to_buy',
    shown: '1',
    clause: 'MS-UES-36',
    line: { path: 'figures.locations', shown: '2', clause: 'MS-UES-35' },
  },

  credits: {
    // 12.2 is nearest to 12; at worst it would be 13.
    typed: {
      as_of: '2026-11-21',
      'input.purpose': 'convert',
      'input.balance': '1100',
      'input.lines.0.service': 'Workshop',
      'input.lines.0.value': '12.2',
    },
    sent: {
      calculator: 'credits',
      as_of: '2026-11-21',
      input: { purpose: 'convert', balance: '1100', lines: [{ service: 'Workshop', value: '12.2' }] },
    },
    headline: 'figures.balance_after',
    shown: '1,088',
    clause: 'MS-UES-07',
    line: { path: 'lines.0.worst_case', shown: '13', clause: 'MS-UES-07' },
  },
  swap: {
    // 1500 − 1000.
    typed: {
      ...common,
      'input.lines.0.given_service': 'Workshop',
      'input.lines.0.paid_with': 'flex',
      'input.lines.0.given_value': '1,000',
      'input.lines.0.service': 'hackathon',
      'input.lines.0.wanted_value': '1500',
      'input.lines.0.available': 'true',
      'input.lines.0.agreed': 'true',
    },
    sent: {
      calculator: 'swap',
      ...common,
      input: {
        lines: [{
          given_service: 'Workshop', paid_with: 'flex', given_value: '1000', service: 'hackathon', wanted_value: '1500', available: true, agreed: true,
        }],
      },
    },
    headline: 'figures.shortfall',
    shown: '500.00',
    clause: 'MS-UES-05',
    line: { path: 'lines.0.surplus', shown: '0.00', clause: 'MS-UES-05' },
  },
  calendar: {
    // 61 days before the 31st of December; the sixtieth day of a window that begins on the first of October.
    typed: {
      as_of: '2026-11-21',
      'input.starts_on': '2026-10-01',
      'input.ends_on': '2027-12-31',
      'input.flex_bought': 'true',
      'input.enhanced_response': 'not_bought',
      'input.engineering_direct': 'standard',
    },
    then: async (calculator) => {
      await calculator.button('add', 'input.root_causes').click();
      // Ten days of work after Thursday the 12th end on Thursday the 26th.
      await calculator.enterAll({
        'input.root_causes.0.label': 'Storage outage',
        'input.root_causes.0.requested_on': '2026-11-09',
        'input.root_causes.0.mitigated_on': '2026-11-12',
      });
    },
    sent: {
      calculator: 'calendar',
      as_of: '2026-11-21',
      input: {
        starts_on: '2026-10-01',
        ends_on: '2027-12-31',
        flex_bought: true,
        enhanced_response: 'not_bought',
        engineering_direct: 'standard',
        root_causes: [{ label: 'Storage outage', requested_on: '2026-11-09', mitigated_on: '2026-11-12' }],
      },
    },
    headline: 'dates.safe_request_until',
    shown: '2027',
    clause: 'MS-UES-18',
    line: { path: 'lines.0.report_due_on', shown: '26', clause: 'MS-UES-71' },
  },
  event: {
    // Two solutions for eleven days: three units each.
    typed: {
      as_of: '2026-11-21',
      'input.event_kind': 'migration',
      'input.cloud': 'public',
      'input.solutions': '2',
      'input.starts_on': '2027-03-01',
      'input.ends_on': '2027-03-11',
    },
    sent: {
      calculator: 'event',
      as_of: '2026-11-21',
      input: { event_kind: 'migration', cloud: 'public', solutions: 2, starts_on: '2027-03-01', ends_on: '2027-03-11' },
    },
    headline: 'figures.units',
    shown: '6',
    clause: 'MS-UES-60',
    line: { path: 'dates.settle_by', shown: '2027', clause: 'MS-UES-61' },
  },
  programme: {
    // A second site rules Express out, whatever the size.
    typed: {
      as_of: '2026-11-21',
      'input.sites': '2',
      'input.size': 'smaller',
    },
    sent: {
      calculator: 'programme',
      as_of: '2026-11-21',
      input: { sites: 2, size: 'smaller' },
    },
    headline: 'figures.programme',
    shown: 'Passport Advantage',
    clause: 'IBM-SS-20',
  },
  version: {
    // By the 30th of September 2009: the day after is the first without service.
    typed: {
      as_of: '2009-10-01',
      'input.product': 'informix_dynamic_server',
      'input.version': 'v7.31',
    },
    sent: {
      calculator: 'version',
      as_of: '2009-10-01',
      input: { product: 'informix_dynamic_server', version: 'v7.31' },
    },
    headline: 'dates.unserved_from',
    shown: '2009',
    clause: 'IBM-SS-28',
    line: { path: 'lines.2.served_until', shown: '2009', clause: 'IBM-SS-28' },
  },

  support: {
    // 17:00 is half an hour before the usual end of work; the rest of the two hours runs on Tuesday from 9:00.
    typed: {
      as_of: '2026-11-21',
      'input.product': 'rational',
      'input.coverage': 'covered',
      'input.agreement_in_force': 'true',
      'input.question': 'code',
      'input.severity': 'other',
      'input.local_time': '2026-11-23T17:00',
    },
    sent: {
      calculator: 'support',
      as_of: '2026-11-21',
      input: {
        product: 'rational',
        coverage: 'covered',
        agreement_in_force: true,
        question: 'code',
        severity: 'other',
        local_time: '2026-11-23T17:00',
      },
    },
    headline: 'dates.target_until',
    shown: '10:30',
    clause: 'IBM-SS-23',
    line: { path: 'figures.number', shown: '0080-1611-434', clause: 'IBM-SS-29' },
  },

  liability: {
    // Twelve of the thirty months count: 24,000, more than 10,000.
    typed: {
      ...common,
      'input.country': 'TW',
      'input.payment': 'recurring',
      'input.monthly_charge': '2,000',
      'input.months_paid': '30',
      'input.claimed': '25000',
    },
    sent: {
      calculator: 'liability',
      ...common,
      input: { country: 'TW', payment: 'recurring', monthly_charge: '2000', months_paid: 30, claimed: '25000' },
    },
    headline: 'figures.cap',
    shown: '24,000.00',
    clause: 'ILAN-19',
    line: { path: 'figures.not_recoverable', shown: '1,000.00', clause: 'ILAN-19' },
  },
  use_check: {
    // Twelve more are in use than were acquired.
    typed: {
      as_of: '2026-11-21',
      'input.country': 'TW',
      'input.lines.0.intended_use': 'current_use',
      'input.lines.0.entitled': '50',
      'input.lines.0.copies': '62',
    },
    sent: {
      calculator: 'use_check',
      as_of: '2026-11-21',
      input: { country: 'TW', lines: [{ intended_use: 'current_use', entitled: 50, copies: 62 }] },
    },
    headline: 'figures.barred',
    shown: '1',
    clause: 'ILAN-03',
    line: { path: 'lines.0.excess', shown: '12', clause: 'ILAN-03' },
  },

  response: {
    // Severity B on a Friday at 16:30: an hour is left of that day, the other runs on Monday from 9:00.
    typed: {
      as_of: '2026-11-21',
      'input.severity': 'B',
      'input.product': 'azure_stack',
      'input.local_time': '2026-11-20T16:30',
      'input.channel': 'web',
      'input.unified_enhanced_response': 'true',
      'input.rapid_response': 'false',
      'input.event': 'no_event',
    },
    sent: {
      calculator: 'response',
      as_of: '2026-11-21',
      input: {
        severity: 'B',
        product: 'azure_stack',
        local_time: '2026-11-20T16:30',
        channel: 'web',
        unified_enhanced_response: true,
        rapid_response: false,
        event: 'no_event',
      },
    },
    headline: 'dates.respond_by',
    shown: '10:00',
    clause: 'MS-UES-86',
    line: { path: 'lines.0.target_minutes', shown: '120', clause: 'MS-UES-79' },
  },
  dispute: {
    // 500,000 × 32.5 is 16,250,000: one dollar more goes to arbitration. Two years from 15 June 2025.
    typed: {
      as_of: '2026-11-21',
      currency: 'TWD',
      minor_units: true,
      'input.country': 'EG',
      'input.nature': 'receivable',
      'input.arose_on': '2025-06-15',
      'input.amount_owed': '16,250,001',
      'input.usd_rate': '32.5',
      'input.acquired_from': 'partner',
    },
    sent: {
      calculator: 'dispute',
      as_of: '2026-11-21',
      currency: 'TWD',
      minor_units: 0,
      input: {
        country: 'EG',
        nature: 'receivable',
        arose_on: '2025-06-15',
        amount_owed: '16250001',
        usd_rate: '32.5',
        acquired_from: 'partner',
      },
    },
    headline: 'dates.file_by',
    shown: '2027',
    clause: 'ILAN-67',
    line: { path: 'figures.court_limit', shown: '16,250,000', clause: 'ILAN-54' },
  },

  late_charge: {
    // 31 days late are two periods begun: 2 × 2 % of 100,000.
    typed: {
      as_of: '2026-11-21',
      currency: 'HKD',
      'input.country': 'HK',
      'input.lines.0.invoice': '7001',
      'input.lines.0.amount': '100,000.00',
      'input.lines.0.invoiced_on': '2026-09-01',
      'input.lines.0.paid_on': '2026-11-01',
    },
    sent: {
      calculator: 'late_charge',
      as_of: '2026-11-21',
      currency: 'HKD',
      input: {
        country: 'HK',
        lines: [{ invoice: '7001', amount: '100000.00', invoiced_on: '2026-09-01', paid_on: '2026-11-01' }],
      },
    },
    headline: 'figures.charge',
    shown: '4,000.00',
    clause: 'ILAN-34',
    line: { path: 'lines.0.days_late', shown: '31', clause: 'ILAN-34' },
  },

  tax: {
    // 100,000 + 9 %, of which 10 % of the charge alone is withheld.
    typed: {
      ...common,
      'input.country': 'SG',
      'input.net': '100,000.00',
      'input.tax_percent': '9',
      'input.withholding_percent': '10',
    },
    sent: {
      calculator: 'tax',
      ...common,
      input: { country: 'SG', net: '100000.00', tax_percent: '9', withholding_percent: '10' },
    },
    headline: 'figures.to_ibm',
    shown: '99,000.00',
    clause: 'ILAN-11',
    line: { path: 'figures.withheld', shown: '10,000.00', clause: 'ILAN-11' },
  },

  true_up: {
    // 10 × 1,000 and 10 × 200 for two years, of the thirty months.
    typed: {
      ...common,
      'input.country': 'TW',
      'input.notified_on': '2026-11-16',
      'input.lines.0.program': 'Db2',
      'input.lines.0.entitled': '40',
      'input.lines.0.deployed': '50',
      'input.lines.0.current_price': '1,000.00',
      'input.lines.0.support_price': '200',
      'input.lines.0.excess_months': '30',
    },
    sent: {
      calculator: 'true_up',
      ...common,
      input: {
        country: 'TW',
        notified_on: '2026-11-16',
        lines: [{ program: 'Db2', entitled: 40, deployed: 50, current_price: '1000.00', support_price: '200', excess_months: 30 }],
      },
    },
    headline: 'figures.total',
    shown: '14,000.00',
    clause: 'ILAN-18',
    line: { path: 'lines.0.support', shown: '4,000.00', clause: 'ILAN-17' },
  },

  licence_return: {
    // Thirty days after New Year.
    typed: {
      as_of: '2025-01-10',
      'input.country': 'TW',
      'input.acceptance': 'accepted',
      'input.acquired_on': '2025-01-01',
      'input.downloaded': 'false',
      'input.proof_in_hand': 'true',
    },
    sent: {
      calculator: 'licence_return',
      as_of: '2025-01-10',
      input: { country: 'TW', acceptance: 'accepted', acquired_on: '2025-01-01', downloaded: false, proof_in_hand: true },
    },
    headline: 'figures.refund_from',
    shown: 'IBM',
    clause: 'ILAN-05',
    line: { path: 'dates.return_by', shown: '31', clause: 'ILAN-05' },
  },
};

/** Types a calculator's request. */
export async function typeRequest(calculator, name) {
  const { typed, then } = REQUESTS[name];
  await calculator.enterAll(typed);
  await then?.(calculator);
}
