// A cancellation in JavaScript with decimal.js: the same answer as the core's, written as one would by hand for this
// one question. It stops at the first fault instead of naming all of them, which is to its advantage.

import { amountOf, written as money } from './decimal.mjs';
import { dayOf, written as dated } from './dates.mjs';

const FULL = { days: 14, percent: 0, clause: 'MS-UES-15' };
const PARTIAL = { days: 6, percent: 50, clause: 'MS-UES-16' };
const LATE = { days: 5, percent: 100, clause: 'MS-UES-17' };
const UNDATED = 'MS-UES-00';

const TIERS = {
  formula: 'if(days_ahead ≥ full_refund_days_ahead, full_refund_charge_percent, days_ahead ≥ partial_charge_days_ahead, '
    + 'partial_charge_percent, late_charge_percent)',
  values: {
    full_refund_days_ahead: FULL.days, full_refund_charge_percent: `${FULL.percent}`,
    partial_charge_days_ahead: PARTIAL.days, partial_charge_percent: `${PARTIAL.percent}`, late_charge_percent: `${LATE.percent}`,
  },
  from: {
    full_refund_days_ahead: 'terms.full_refund_days_ahead', full_refund_charge_percent: 'terms.full_refund_charge_percent',
    partial_charge_days_ahead: 'terms.partial_charge_days_ahead', partial_charge_percent: 'terms.partial_charge_percent',
    late_charge_percent: 'terms.late_charge_percent',
  },
};

function tierOf(daysAhead) {
  if (daysAhead >= FULL.days) return FULL;
  return daysAhead >= PARTIAL.days ? PARTIAL : LATE;
}

function given(value, field) {
  if (value === undefined) throw new Error(`${field} is not what belongs there`);
  return value;
}

const PAID_WITH = [undefined, 'cash', 'flex', 'credits'];

/** The answer to a request; `terms` says which terms they are, as it stands in every answer. */
export function cancellation(request, terms) {
  const asOf = given(dayOf(request.as_of), 'as_of');
  const steps = request.steps === false ? undefined : [];
  const step = (figure, formula, values, from, result, clause, rounding = 'none') =>
    steps.push({ figure, formula, values, from, result, rounding, clause });
  const [reasons, assumptions, warnings] = [[], [], []];
  const lines = [];
  const paid = [];
  let [fees, charges, exact, eligible] = [undefined, undefined, true, false];
  let [fullUntil, halfUntil] = [Infinity, Infinity];

  request.input.lines.forEach((line, index) => {
    const fee = given(amountOf(line.fee), 'fee');
    const startsOn = given(dayOf(line.starts_on), 'starts_on');
    const cancelledOn = line.cancelled_on === undefined ? asOf : given(dayOf(line.cancelled_on), 'cancelled_on');
    if (!PAID_WITH.includes(line.paid_with)) throw new Error('paid_with is not what belongs there');
    const days = startsOn - cancelledOn;
    const tier = tierOf(days);
    const share = fee.times(tier.percent).dividedBy(100);
    const charge = share.toDecimalPlaces(2);
    const refund = fee.minus(charge);
    const full = startsOn - FULL.days;
    const half = startsOn - PARTIAL.days;

    const row = line.service === undefined ? {} : { service: line.service };
    row.days_ahead = days;
    row.charge_percent = `${tier.percent}`;
    row.charge = money(charge);
    row.refund = money(refund);
    row.full_refund_until = dated(full);
    row.half_refund_until = dated(half);
    row.verdict = tier.percent < 100 ? 'eligible' : 'ineligible';
    lines.push(row);
    if (steps) {
      const [at, input] = [`lines.${index}`, `input.lines.${index}`];
      const written = money(fee);
      const [starts, startsFrom] = [{ starts_on: line.starts_on }, { starts_on: `${input}.starts_on` }];
      const cancelledFrom = line.cancelled_on === undefined ? 'as_of' : `${input}.cancelled_on`;
      step(`${at}.days_ahead`, 'days(cancelled_on, starts_on)', { cancelled_on: dated(cancelledOn), ...starts },
        { cancelled_on: cancelledFrom, ...startsFrom }, days, FULL.clause);
      step(`${at}.charge_percent`, TIERS.formula, { days_ahead: days, ...TIERS.values }, { days_ahead: `${at}.days_ahead`, ...TIERS.from },
        row.charge_percent, tier.clause);
      step(`${at}.charge`, 'fee × charge_percent', { fee: written, charge_percent: row.charge_percent },
        { fee: `${input}.fee`, charge_percent: `${at}.charge_percent` }, row.charge, tier.clause, 'half_up');
      step(`${at}.refund`, 'fee − charge', { fee: written, charge: row.charge }, { fee: `${input}.fee`, charge: `${at}.charge` },
        row.refund, tier.clause);
      step(`${at}.full_refund_until`, 'starts_on − full_refund_days_ahead', { ...starts, full_refund_days_ahead: FULL.days },
        { ...startsFrom, full_refund_days_ahead: 'terms.full_refund_days_ahead' }, row.full_refund_until, FULL.clause);
      step(`${at}.half_refund_until`, 'starts_on − partial_charge_days_ahead', { ...starts, partial_charge_days_ahead: PARTIAL.days },
        { ...startsFrom, partial_charge_days_ahead: 'terms.partial_charge_days_ahead' }, row.half_refund_until, PARTIAL.clause);
    }
    if (tier.percent === 100) reasons.push({ code: 'too_late_for_refund', line: index, values: {}, clause: tier.clause });
    if (days < 0) assumptions.push({ code: 'after_start_read_as_full_charge', line: index, values: {}, clause: LATE.clause });
    if (line.paid_with === 'flex' || line.paid_with === 'credits') {
      warnings.push({ code: 'refund_form_unstated', line: index, values: {}, clause: FULL.clause });
    }
    paid.push(fee);
    fees = fees?.plus(fee) ?? fee;
    charges = charges?.plus(charge) ?? charge;
    exact &&= share.equals(charge);
    eligible ||= tier.percent < 100;
    fullUntil = Math.min(fullUntil, full);
    halfUntil = Math.min(halfUntil, half);
  });

  const figures = { fee: money(fees), charge: money(charges), refund: money(fees.minus(charges)) };
  const dates = { full_refund_until: dated(fullUntil), half_refund_until: dated(halfUntil) };
  if (steps) {
    const each = (name, place, formula, result, clause) => step(`${place}.${name}`, formula,
      { [name]: lines.map((line, index) => (name === 'fee' ? money(paid[index]) : line[name])) },
      { [name]: lines.map((_, index) => (name === 'fee' ? `input.lines.${index}.fee` : `lines.${index}.${name}`)) }, result, clause);
    each('fee', 'figures', 'sum(fee)', figures.fee, PARTIAL.clause);
    each('charge', 'figures', 'sum(charge)', figures.charge, PARTIAL.clause);
    each('refund', 'figures', 'sum(refund)', figures.refund, PARTIAL.clause);
    each('full_refund_until', 'dates', 'earliest(full_refund_until)', dates.full_refund_until, FULL.clause);
    each('half_refund_until', 'dates', 'earliest(half_refund_until)', dates.half_refund_until, PARTIAL.clause);
  }
  const whole = [{ code: 'calendar_days', values: {}, clause: FULL.clause }, { code: 'edition_undated', values: {}, clause: UNDATED }];
  if (lines.some((line) => line.days_ahead >= FULL.days)) whole.push({ code: 'full_refund_where_applicable', values: {}, clause: FULL.clause });
  whole.push({ code: 'rescheduling_not_addressed', values: {}, clause: FULL.clause });
  if (!exact) whole.push({ code: 'rounding_not_stated', values: {}, clause: PARTIAL.clause });
  return {
    schema: 'clausewise.answer/2', calculator: 'cancellation', as_of: request.as_of, currency: request.currency, terms,
    verdict: eligible ? 'eligible' : 'ineligible', figures, dates, lines,
    ...(steps && { steps }),
    reasons, assumptions: [...whole, ...assumptions], warnings,
  };
}
