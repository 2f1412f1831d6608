// Where an answer leads on to another calculator, and what goes along: what both of them ask for, in the same sense. Each
// field of the other one is named with what it comes from.

import type { InputValues, OutValues } from '../types.js';

/** A line of a request and what was answered for it; or the whole request, and what was answered for that. */
export interface Row { entry: InputValues; answer: OutValues }

/**
 * What a field of the other calculator comes from: an entry; `answer.` and what was worked out; `called.` and an entry that is
 * a key, by its name; or a key itself, after `=`.
 */
export type Sources = Record<string, string>;

/** Lines that go along: from a list to a list, by their paths; the path of a whole request is empty. */
export interface Lines {
  from: string;
  to: string;
  fields: Sources;
  /** Those that the answer sends there; where there are none, nothing leads there. */
  only?: (rows: Row[]) => Row[];
}

export interface Way {
  to: string;
  fields?: Sources;
  lines?: Lines;
  /** Whether the answer as a whole leads there. */
  when?: (all: Row) => boolean;
}

/** Which lines go along, by what was entered or answered. */
const lines = (is: (row: Row) => boolean) => (rows: Row[]): Row[] => rows.filter(is);
const answered = (name: string, ...among: unknown[]) => lines(({ answer }) => among.includes(answer[name]));
const entered = (name: string, ...among: unknown[]) => lines(({ entry }) => among.includes(entry[name]));

/** Lines for which both hold. */
const both = (one: Lines['only'] & object, other: Lines['only'] & object) => (rows: Row[]): Row[] => other(one(rows));

/** Lines of which the answer says otherwise. */
const notAnswered = (name: string, ...among: unknown[]) => lines(({ answer }) => !among.includes(answer[name]));

const isMore = (amount: unknown): boolean => /[1-9]/.test(String(amount ?? ''));

const moreOf = (name: string) => lines(({ answer }) => isMore(answer[name]));

const untilADay = entered('coverage', 'until_a_date');

const lapsed = answered('path', 'reinstatement');

/** Of several lines, the lapsed one is what to compare. */
const lapsedFirst = (rows: Row[]): Row[] => [...lapsed(rows), ...rows].slice(0, 1);

const COVER = { quantity: 'quantity', annual_price: 'annual_price', covered_until: 'covered_until' };
const UNTIL = { covered_until: 'covered_until' };
const LICENCE = { family: 'family', new_licence_price: 'new_licence_price', ...COVER };
const TAX = { tax_percent: 'tax_percent' };
const RATES = { tax_percent: 'tax_percent', rate_percent: 'rate_percent' };
const HOURS = { local_time: 'local_time', working_days: 'working_days', holidays: 'holidays' };
const COUNTRY = { country: 'country' };

/** Lines that go along, in short. */
const each = (from: string, to: string, fields: Sources, only?: (rows: Row[]) => Row[]): Lines => ({ from, to, fields, ...(only && { only }) });

/** The reactive services that the charts of response times are about. */
const ANSWERED = ['problem_resolution_support', 'unified_enhanced_response', 'rapid_response'];

export const WAYS: Record<string, Way[]> = {
  renewal: [
    { to: 'reinstatement', fields: TAX, lines: each('lines', 'lines', { part: 'part', ...COVER }, lapsed) },
    { to: 'compare', fields: TAX, lines: each('lines', '', COVER, lapsedFirst) },
    {
      to: 'notices',
      fields: { programme: 'programme', anniversary: 'anniversary' },
      lines: each('lines', 'lines', { label: 'part', covered_until: 'covered_until' }, answered('path', 'renewal')),
    },
  ],
  reinstatement: [
    { to: 'renewal', fields: TAX, lines: each('lines', 'lines', { part: 'part', ...COVER }, answered('verdict', 'ineligible')) },
    { to: 'compare', fields: RATES, lines: each('lines', '', LICENCE, notAnswered('verdict', 'ineligible')) },
  ],
  compare: [
    { to: 'renewal', fields: TAX, lines: each('', 'lines', COVER, answered('path', 'renewal')) },
    { to: 'reinstatement', fields: RATES, lines: each('', 'lines', LICENCE, answered('path', 'reinstatement')) },
  ],
  notices: [
    {
      to: 'renewal',
      fields: { programme: 'programme', anniversary: 'anniversary' },
      lines: each('lines', 'lines', { part: 'label', covered_until: 'answer.covered_until' }),
    },
  ],
  programme: [
    { to: 'renewal', fields: { programme: 'answer.programme' }, when: ({ answer }) => answer['programme'] !== 'either' },
    { to: 'notices', fields: { programme: 'answer.programme' }, when: ({ answer }) => answer['programme'] !== 'either' },
  ],
  support: [
    { to: 'renewal', lines: each('', 'lines', UNTIL, both(untilADay, answered('covered', true))) },
    { to: 'reinstatement', lines: each('', 'lines', UNTIL, both(untilADay, answered('covered', false))) },
    { to: 'response', fields: HOURS },
  ],
  addon: [
    { to: 'flex', lines: each('', 'years.0.allocations', { service: 'service' }, notAnswered('payable_with_flex', 'barred')) },
    { to: 'multi_country', lines: each('', 'lines', { service: 'service' }, entered('location', 'host', 'downstream')) },
    { to: 'event', fields: { cloud: '=public' }, when: ({ entry }) => entry['service'] === 'azure_event_management' && entry['azure'] === 'public' },
    { to: 'response', fields: { rapid_response: 'holds_rapid_response' }, when: ({ entry }) => ANSWERED.includes(String(entry['service'])) },
  ],
  flex: [
    {
      to: 'cancellation',
      lines: each('years.allocations', 'lines', { service: 'called.service', fee: 'amount', paid_with: '=flex' }, answered('verdict', 'allowed')),
    },
    {
      to: 'swap',
      lines: each('years.allocations', 'lines', { given_service: 'called.service', given_value: 'amount', paid_with: '=flex' }, answered('verdict', 'allowed')),
    },
    { to: 'addon', lines: each('years.allocations', '', { service: 'service' }, notAnswered('verdict', 'allowed')) },
  ],
  credits: [
    { to: 'swap', lines: each('lines', 'lines', { given_service: 'service', paid_with: '=credits' }) },
  ],
  swap: [
    { to: 'credits', fields: { purpose: '=convert' }, lines: each('lines', 'lines', { service: 'given_service' }, entered('paid_with', 'credits')) },
    {
      to: 'cancellation',
      lines: each('lines', 'lines', { service: 'given_service', fee: 'given_value', paid_with: 'paid_with' }, notAnswered('verdict', 'eligible')),
    },
    { to: 'addon', lines: each('lines', '', { service: 'service' }, notAnswered('verdict', 'eligible')) },
  ],
  cancellation: [
    {
      to: 'swap',
      lines: each('lines', 'lines', { given_service: 'service', given_value: 'fee', paid_with: 'paid_with' }, moreOf('charge')),
    },
  ],
  multi_country: [
    { to: 'addon', lines: each('lines', '', { service: 'service' }, notAnswered('verdict', 'eligible')) },
    { to: 'flex', lines: each('lines', 'years.0.allocations', { service: 'service' }, notAnswered('buy', 'in_base')) },
    { to: 'credits', fields: { purpose: '=exchange' }, when: ({ entry }) => listIn(entry, 'lines').some(({ service }) => service === 'proactive_credits') },
  ],
  calendar: [
    { to: 'response', fields: { holidays: 'holidays' }, when: ({ entry }) => listIn(entry, 'holidays').length > 0 },
  ],
  event: [
    { to: 'response', fields: { event: '=about_the_event', event_from: 'starts_on', event_until: 'ends_on' } },
    { to: 'addon', fields: { service: '=azure_event_management', azure: '=public' }, when: ({ entry }) => entry['cloud'] === 'public' },
  ],
  response: [
    { to: 'event', fields: { starts_on: 'event_from', ends_on: 'event_until' }, when: ({ entry }) => entry['event'] === 'about_the_event' },
    { to: 'support', fields: HOURS },
  ],
  use_check: [
    {
      to: 'true_up',
      fields: COUNTRY,
      lines: each('lines', 'lines', { entitled: 'entitled', deployed: 'copies' }, both(entered('intended_use', 'current_use'), moreOf('excess'))),
    },
  ],
  true_up: [
    { to: 'tax', fields: { ...COUNTRY, net: 'answer.total', tax_percent: 'tax_percent' }, when: ({ answer }) => isMore(answer['total']) },
    { to: 'late_charge', fields: COUNTRY, lines: each('', 'lines', { amount: 'answer.gross' }), when: ({ answer }) => isMore(answer['gross']) },
  ],
  tax: [
    { to: 'late_charge', fields: COUNTRY, lines: each('', 'lines', { amount: 'answer.gross' }), when: ({ answer }) => isMore(answer['gross']) },
  ],
  late_charge: [
    {
      to: 'dispute',
      fields: { ...COUNTRY, nature: '=receivable' },
      lines: each('lines', '', { due_on: 'answer.due_on', amount_owed: 'amount' }, moreOf('days_late')),
    },
  ],
  liability: [
    { to: 'dispute', fields: { ...COUNTRY, nature: '=other', usd_rate: 'usd_rate', amount_in_dispute: 'claimed' } },
  ],
  dispute: [
    {
      to: 'late_charge',
      fields: COUNTRY,
      lines: each('', 'lines', { amount: 'amount_owed' }, entered('nature', 'receivable')),
    },
    { to: 'liability', fields: { ...COUNTRY, usd_rate: 'usd_rate', claimed: 'amount_in_dispute' }, when: ({ entry }) => entry['nature'] === 'other' },
  ],
  licence_return: [
    { to: 'dispute', fields: COUNTRY, when: ({ answer }) => answer['refund_from'] === 'nobody' },
  ],
};

/** A list of a request's, which need not be there. */
function listIn(entry: InputValues, name: string): InputValues[] {
  const list = entry[name];
  return Array.isArray(list) ? (list as InputValues[]) : [];
}
