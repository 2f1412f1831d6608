//! The charge on one invoice, and on all.

use super::by_rate::{Charged, Time, write_by_rate};
use super::rule::{LateRate, LateRule, RateOf};
use super::sum::{write_other, write_with_sum};
use super::{Assumption, Invoice, Options, Outcome, Priced, Reason, out};
use crate::clause::ClauseId;
use crate::values::money::Percent;
use crate::working::Of;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;

/// Works out a line's charge and writes it.
pub(super) fn write<'a>(
    rule: &LateRule<'a>,
    options: &Options,
    line: &Invoice,
    days_late: Of<'a, i64>,
    sheet: &mut Sheet,
) -> Charged<'a> {
    let outcome = write_outcome(rule, options, days_late, sheet);
    match (outcome, &rule.rate) {
        (Outcome::OnTime | Outcome::NotAskedInWriting, _) => {
            work!(sheet, line charge = exact(0), by rule.clause);
            Charged { charge: Some(charge), ..Charged::default() }
        }
        (Outcome::Charged, Some(rate)) => write_charge(rule, rate, options, line, days_late, sheet),
        (Outcome::Charged | Outcome::RateNotStated, _) => Charged::default(),
    }
}

/// What becomes of an invoice: where the text states no rate there is no number.
fn write_outcome(rule: &LateRule<'_>, options: &Options, days_late: Of<'_, i64>, sheet: &mut Sheet) -> Outcome {
    match (options.asked_in_writing, &rule.rate) {
        (Some(asked_in_writing), Some(_)) => {
            work!(sheet, line outcome = exact(
                if days_late == 0 { Outcome::OnTime } else if asked_in_writing { Outcome::Charged }
                else { Outcome::NotAskedInWriting }
            ), by rule.clause);
            outcome.value
        }
        (Some(asked_in_writing), None) => {
            work!(sheet, line outcome = exact(
                if days_late == 0 { Outcome::OnTime } else if asked_in_writing { Outcome::RateNotStated }
                else { Outcome::NotAskedInWriting }
            ), by rule.clause);
            outcome.value
        }
        (None, Some(_)) => {
            work!(sheet, line outcome = exact(
                if days_late == 0 { Outcome::OnTime } else { Outcome::Charged }
            ), by rule.clause);
            outcome.value
        }
        (None, None) => {
            work!(sheet, line outcome = exact(
                if days_late == 0 { Outcome::OnTime } else { Outcome::RateNotStated }
            ), by rule.clause);
            outcome.value
        }
    }
}

fn write_charge<'a>(
    rule: &LateRule<'a>,
    rate: &LateRate<'a>,
    options: &Options,
    line: &Invoice,
    days_late: Of<'a, i64>,
    sheet: &mut Sheet,
) -> Charged<'a> {
    let late_percent = write_percent(rate, rule.clause, sheet);
    sheet.show(&out::line::rate_for, rate.spell);
    let time = Time::of(rate, days_late, rule.clause, sheet);
    let fixed_sum_eur = rule.row.as_ref().and_then(|row| row.fixed_sum_eur);
    let charged = match fixed_sum_eur {
        Some(sum) => write_with_sum(rule.clause, line, late_percent, &time, sum, options.eur_rate, sheet),
        None => write_alone(rule, line, late_percent, &time, sheet),
    };
    let sum = (fixed_sum_eur, options.eur_rate);
    let other_charge = write_other(rate, line, late_percent, days_late, sum, rule.clause, sheet);
    Charged { other_charge, ..charged }
}

/// The percentage, as stated or made from a bank's.
fn write_percent<'a>(rate: &LateRate<'_>, clause: &'a ClauseId, sheet: &mut Sheet) -> Of<'a, Percent> {
    match rate.of {
        RateOf::Stated(stated_percent) => {
            work!(sheet, line late_percent = exact(stated_percent), by clause);
            late_percent
        }
        RateOf::EuropeanBank(ecb_rate_percent, margin_percent) => {
            work!(sheet, line late_percent = exact(ecb_rate_percent + margin_percent), by clause);
            late_percent
        }
        RateOf::UkrainianBank(nbu_rate_percent, rate_times) => {
            work!(sheet, line late_percent = exact(nbu_rate_percent * rate_times), by clause);
            late_percent
        }
    }
}

/// By the rate alone, up to what the law lets be charged.
fn write_alone<'a>(
    rule: &LateRule<'a>,
    line: &Invoice,
    late_percent: Of<'_, Percent>,
    time: &Time<'_>,
    sheet: &mut Sheet,
) -> Charged<'a> {
    let clause = rule.clause;
    let Some(legal_maximum) = line.legal_maximum else {
        let charge = write_by_rate(&out::line::charge, line, late_percent, time, clause, sheet);
        if rule.row.as_ref().is_some_and(|row| row.at_most.is_some()) {
            sheet.assumption(Assumption::LegalMaximumNotEntered, clause);
        }
        return Charged { charge: Some(charge), is_inexact: !charge.is_exact, ..Charged::default() };
    };
    let by_rate = write_by_rate(&out::between::by_rate, line, late_percent, time, clause, sheet);
    work!(sheet, line charge = half_up(min(by_rate, legal_maximum)), by clause);
    if charge.value < by_rate.value {
        sheet.reason(Reason::CappedByLaw, clause);
    }
    Charged { charge: Some(charge), is_inexact: !by_rate.is_exact, ..Charged::default() }
}

/// The sums, as far as every invoice has an amount.
pub(super) fn write_totals(clause: &ClauseId, priced: &[Priced<'_>], sheet: &mut Sheet) {
    let charged: Vec<&Charged<'_>> = priced.iter().map(|line| &line.charged).collect();
    if charged.iter().all(|line| line.charge.is_some()) {
        work!(sheet, figure charge = exact(sum(charge of charged)), by clause);
    }
    if charged.iter().any(|line| line.interest.is_some()) {
        work!(sheet, figure interest = exact(sum(interest of charged)), by clause);
    }
    if charged.iter().any(|line| line.fixed_sum.is_some()) {
        work!(sheet, figure fixed_sum = exact(sum(fixed_sum of charged)), by clause);
    }
    if charged.iter().any(|line| line.other_charge.is_some()) {
        work!(sheet, figure other_charge = exact(sum(other_charge of charged)), by clause);
    }
}
