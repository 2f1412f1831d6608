// A renewal under Passport Advantage in JavaScript with decimal.js: the same answer as the core's, and the same priced
// rows. It reads what the measured requests hold and stops at their first fault, which is to its advantage.

import { Decimal, amountOf, written as money } from './decimal.mjs';
import { anniversariesAround, dayOf, monthsToReach, written as dated } from './dates.mjs';

const YEAR = 12;
const RULE = { undated: 'IBM-SS-00', onTime: 'IBM-SS-06', lapse: 'IBM-SS-07', untilTheEnd: 'IBM-SS-13', byMonth: 'IBM-SS-14', exposure: 'IBM-SS-15', noNotice: 'IBM-SS-16' };

/** What one line comes to, in numbers; none of it where coverage has lapsed. */
export function price(asOf, anniversary, quantity, annualPrice, coveredUntil) {
  if (asOf > coveredUntil) return undefined;
  const from = coveredUntil + 1;
  const [previous, next] = anniversariesAround(anniversary, from);
  const { months, beyond } = monthsToReach(from, next);
  const share = annualPrice.times(quantity * Math.min(months, YEAR)).dividedBy(YEAR);
  const amount = share.toDecimalPlaces(2);
  return { from, previous, next, months: Math.min(months, YEAR), beyond: beyond && months <= YEAR, exposed: previous <= asOf, amount, exact: share.equals(amount) };
}

function given(value, field) {
  if (value === undefined) throw new Error(`${field} is not what belongs there`);
  return value;
}

export const countOf = (value) => (Number.isInteger(value) && value >= 1 && value <= 1_000_000 ? value : undefined);

/** The answer to a request; `terms` says which terms they are, as it stands in every answer. */
export function renewal(request, terms) {
  const asOf = given(dayOf(request.as_of), 'as_of');
  const anniversary = given(dayOf(request.input.anniversary), 'anniversary');
  const taxPercent = request.input.tax_percent;
  const steps = request.steps === false ? undefined : [];
  const step = (figure, formula, values, from, result, clause, rounding = 'none') =>
    steps.push({ figure, formula, values, from, result, rounding, clause });
  const [reasons, assumptions, warnings] = [[], [], []];
  const note = (notes, code, line, clause) => notes.push({ code, line, values: {}, clause });
  let [net, exact, renewable] = [new Decimal(0), true, 0];
  let [renewBy, onTimeUntil] = [Infinity, Infinity];

  const lines = request.input.lines.map((line, index) => {
    const quantity = given(countOf(line.quantity), 'quantity');
    const annualPrice = given(amountOf(line.annual_price), 'annual_price');
    const coveredUntil = given(dayOf(line.covered_until), 'covered_until');
    const priced = price(asOf, anniversary, quantity, annualPrice, coveredUntil);
    if (!priced) {
      note(reasons, 'coverage_lapsed', index, RULE.lapse);
      return { path: 'reinstatement' };
    }
    const { from, previous, next, months, beyond, exposed, amount } = priced;
    const row = line.part === undefined ? { path: 'renewal' } : { part: line.part, path: 'renewal' };
    row.covered_from = dated(from);
    row.covered_until = dated(next - 1);
    row.months = months;
    row.exposed = exposed;
    if (!exposed) row.on_time_until = dated(previous - 1);
    row.amount = money(amount);
    if (steps) {
      const [at, between, input] = [`lines.${index}`, `between.${index}`, `input.lines.${index}`];
      const [before, after] = [dated(previous), dated(next)];
      const around = { anniversary: request.input.anniversary, covered_from: row.covered_from };
      const aroundFrom = { anniversary: 'input.anniversary', covered_from: `${at}.covered_from` };
      step(`${at}.covered_from`, 'day_after(covered_until)', { covered_until: line.covered_until },
        { covered_until: `${input}.covered_until` }, row.covered_from, RULE.byMonth);
      step(`${between}.previous_anniversary`, 'last_anniversary(anniversary, covered_from)', around, aroundFrom, before, RULE.byMonth);
      step(`${between}.next_anniversary`, 'next_anniversary(anniversary, covered_from)', { ...around }, { ...aroundFrom }, after, RULE.byMonth);
      step(`${at}.covered_until`, 'day_before(next_anniversary)', { next_anniversary: after },
        { next_anniversary: `${between}.next_anniversary` }, row.covered_until, RULE.byMonth);
      step(`${at}.months`, 'min(months(covered_from, next_anniversary), price_months)',
        { covered_from: row.covered_from, next_anniversary: after, price_months: YEAR },
        { covered_from: `${at}.covered_from`, next_anniversary: `${between}.next_anniversary`, price_months: 'terms.price_months' },
        months, RULE.byMonth);
      step(`${at}.exposed`, 'previous_anniversary ≤ as_of and as_of ≤ covered_until',
        { previous_anniversary: before, as_of: request.as_of, covered_until: line.covered_until },
        { previous_anniversary: `${between}.previous_anniversary`, as_of: 'as_of', covered_until: `${input}.covered_until` },
        exposed, RULE.exposure);
      if (!exposed) {
        step(`${at}.on_time_until`, 'day_before(previous_anniversary)', { previous_anniversary: before },
          { previous_anniversary: `${between}.previous_anniversary` }, row.on_time_until, RULE.onTime);
      }
      step(`${at}.amount`, 'quantity × annual_price × months ÷ price_months',
        { quantity, annual_price: money(annualPrice), months, price_months: YEAR },
        { quantity: `${input}.quantity`, annual_price: `${input}.annual_price`, months: `${at}.months`, price_months: 'terms.price_months' },
        row.amount, RULE.byMonth, 'half_up');
    }
    if (asOf === coveredUntil) {
      note(assumptions, 'last_day_still_renews', index, RULE.untilTheEnd);
      note(warnings, 'last_covered_day', index, RULE.untilTheEnd);
    }
    if (beyond) note(assumptions, 'part_months_round_up', index, RULE.byMonth);
    if (exposed) {
      note(reasons, 'quote_stays_valid', index, RULE.untilTheEnd);
      note(warnings, 'no_further_notice', index, RULE.noNotice);
      if (previous === asOf) note(warnings, 'on_anniversary_day', index, RULE.onTime);
    } else {
      onTimeUntil = Math.min(onTimeUntil, previous - 1);
    }
    net = net.plus(amount);
    exact &&= priced.exact;
    renewable += 1;
    renewBy = Math.min(renewBy, coveredUntil);
    return row;
  });

  const whole = [];
  const wholeNote = (code, clause) => whole.push({ code, values: {}, clause });
  const [, nextAnniversary] = anniversariesAround(anniversary, asOf);
  const each = (figure, formula, name, written, result, clause, from = (index) => `lines.${index}.${name}`) => {
    const renewed = lines.flatMap((line, index) => (written(line, index) === undefined ? [] : [index]));
    step(figure, formula, { [name]: renewed.map((index) => written(lines[index], index)) }, { [name]: renewed.map(from) }, result, clause);
  };
  const figures = { net: money(net) };
  const dates = {};
  if (steps) each('figures.net', 'sum(amount)', 'amount', (line) => line.amount, figures.net, RULE.byMonth);
  wholeNote('edition_undated', RULE.undated);
  if (onTimeUntil < Infinity) wholeNote('on_time_means_before_the_anniversary', RULE.onTime);
  if (!exact) wholeNote('rounding_not_stated', RULE.byMonth);
  if (taxPercent !== undefined) {
    const tax = net.times(taxPercent).dividedBy(100).toDecimalPlaces(2);
    figures.tax = money(tax);
    figures.gross = money(net.plus(tax));
    if (steps) {
      step('figures.tax', 'net × tax_percent', { net: figures.net, tax_percent: taxPercent },
        { net: 'figures.net', tax_percent: 'input.tax_percent' }, figures.tax, RULE.byMonth, 'half_up');
      step('figures.gross', 'net + tax', { net: figures.net, tax: figures.tax }, { net: 'figures.net', tax: 'figures.tax' }, figures.gross, RULE.byMonth);
    }
    wholeNote('tax_not_in_text', RULE.byMonth);
  }
  if (renewable > 0) {
    dates.renew_by = dated(renewBy);
    if (steps) {
      each('dates.renew_by', 'earliest(covered_until)', 'covered_until',
        (line, index) => (line.path === 'renewal' ? request.input.lines[index].covered_until : undefined), dates.renew_by, RULE.untilTheEnd,
        (index) => `input.lines.${index}.covered_until`);
    }
  }
  dates.next_anniversary = dated(nextAnniversary);
  if (steps) {
    const days = { as_of: request.as_of, anniversary: request.input.anniversary };
    step('dates.next_anniversary', 'next_anniversary(anniversary, as_of)', days, { as_of: 'as_of', anniversary: 'input.anniversary' }, dates.next_anniversary, RULE.onTime);
  }
  if (onTimeUntil < Infinity) {
    dates.on_time_until = dated(onTimeUntil);
    if (steps) each('dates.on_time_until', 'earliest(on_time_until)', 'on_time_until', (line) => line.on_time_until, dates.on_time_until, RULE.onTime);
  }
  return {
    schema: 'clausewise.answer/2', calculator: 'renewal', as_of: request.as_of, currency: request.currency, terms,
    verdict: renewable === 0 ? 'ineligible' : renewable === lines.length ? 'eligible' : 'refer',
    figures, dates, lines,
    ...(steps && { steps }),
    reasons, assumptions: [...whole, ...assumptions], warnings,
  };
}
