//! One year of a flex allowance.

use super::treatment::Treatment;
use super::{Allocation, Request, Terms, Year};
use crate::answer::Row;
use crate::calculators::Case;
use crate::clause::ClauseId;
use crate::money::{Exact, Money, OrOverflow, Overflow, Rounding};
use crate::sheet::{Sheet, Working};

/// What of a year the totals and the verdict need.
pub(super) struct Outcome {
    pub allowance: Money,
    pub allocated: Money,
    pub unallocated: Money,
    pub at_risk: Money,
    pub forfeited: Money,
    pub over_cap: Money,
    pub over_allowance: Money,
    pub has_allowed: bool,
    pub has_barred: bool,
    pub has_referred: bool,
}

/// Works out one year and writes its line.
pub(super) fn write(
    case: &Case,
    terms: &Terms,
    request: &Request,
    year: &Year,
    is_first: bool,
    sheet: &mut Sheet,
) -> Result<Outcome, Overflow> {
    const FIELD: &str = "years";
    let treatment = |allocation: &Allocation| {
        Treatment::of(&allocation.service, terms.flex_buys.value(), terms.management_groups.value())
    };
    let treatments: Vec<Treatment> = year.allocations.iter().map(treatment).collect();
    let allowed = || {
        year.allocations
            .iter()
            .zip(&treatments)
            .filter(|(_, treatment)| **treatment == Treatment::Allowed)
            .map(|(allocation, _)| allocation)
    };
    let is_credit = |allocation: &&Allocation| terms.credit_services.value().contains(&allocation.service.key);

    let allocated = case.sum(allowed().map(|allocation| allocation.amount), FIELD)?;
    let credit_spend = case.sum(allowed().filter(is_credit).map(|allocation| allocation.amount), FIELD)?;
    let credit_cap = credit_cap(case, terms, request, year)?;
    let over_cap = credit_spend.minus(credit_cap).or_overflow(FIELD)?.or_zero();
    let over_allowance = allocated.minus(year.allowance).or_overflow(FIELD)?.or_zero();
    let unallocated = year.allowance.minus(allocated).or_overflow(FIELD)?.or_zero();
    // All of it has to be allocated when the contract is executed, read as signed. Whether that
    // holds for later years too the text does not say: theirs is at risk, not lost.
    let is_lost = is_first && case.as_of > request.signed_on;
    let forfeited = if is_lost { unallocated } else { case.zero() };
    let at_risk = unallocated.minus(forfeited).or_overflow(FIELD)?;

    let buys = terms.flex_buys.clause();
    let cap = terms.credit_cap_percent.clause();
    let by_year = terms.allocated_by_year.clause();
    let at_signing = terms.allocation_at_signing.clause();

    sheet.echo("allowance", year.allowance);
    sheet.computed("allocated", allocated, Working::exact("sum(amount)", buys));
    let formula = match request.usd_rate {
        Some(_) => "min(allowance, max(allowance × credit_cap_percent, credit_cap_floor_usd × usd_rate))",
        None => "min(allowance, max(allowance × credit_cap_percent, credit_cap_floor_usd))",
    };
    sheet.computed("credit_cap", credit_cap, Working::down(formula, cap));
    sheet.computed("credit_spend", credit_spend, Working::exact("sum(amount)", cap));
    sheet.computed("over_cap", over_cap, Working::exact("max(0, credit_spend − credit_cap)", cap));
    sheet.computed("over_allowance", over_allowance, Working::exact("max(0, allocated − allowance)", by_year));
    sheet.computed("unallocated", unallocated, Working::exact("max(0, allowance − allocated)", at_signing));
    sheet.know("forfeited", forfeited);
    sheet.computed("at_risk", at_risk, Working::exact("unallocated − forfeited", at_signing));
    let formula = match (is_lost, is_first) {
        (true, _) => "unallocated, signed_on < as_of",
        (false, true) => "0, as_of ≤ signed_on",
        (false, false) => "0",
    };
    sheet.computed("forfeited", forfeited, Working::exact(formula, at_signing));

    sheet.echo("allocations", rows(year, &treatments, is_credit));
    for (treatment, clause) in [
        (Treatment::Management, terms.management_groups.clause()),
        (Treatment::InBase, buys),
        (Treatment::NotListed, buys),
    ] {
        write_reason(&treatments, treatment, clause, sheet);
    }
    if over_cap.is_positive() {
        sheet.reason("over_credit_cap", cap);
    }
    if over_allowance.is_positive() {
        sheet.reason("over_allowance", by_year);
    }
    let has = |treatment| treatments.contains(&treatment);
    Ok(Outcome {
        allowance: year.allowance,
        allocated,
        unallocated,
        at_risk,
        forfeited,
        over_cap,
        over_allowance,
        has_allowed: has(Treatment::Allowed),
        has_barred: has(Treatment::Management) || has(Treatment::InBase),
        has_referred: has(Treatment::NotListed),
    })
}

/// The most of the year's allowance that may go into credits: a share of it or a floor in dollars,
/// whichever is more, but never more than the allowance. Rounded down, which commutes with taking
/// the least and the most.
fn credit_cap(case: &Case, terms: &Terms, request: &Request, year: &Year) -> Result<Money, Overflow> {
    let down = |exact: Option<Exact>, field| {
        let rounded = exact.and_then(|exact| exact.money(case.digits, Rounding::Down)).or_overflow(field)?;
        Ok(rounded.0)
    };
    let share = down(terms.credit_cap_percent.value().of(year.allowance.exact()), "years")?;
    let dollars = Exact::of(terms.credit_cap_floor_usd.value().0);
    let floor = match request.usd_rate {
        Some(rate) => down(dollars.times(Exact::of(rate.0)), "usd_rate")?,
        None => down(Some(dollars), "years")?,
    };
    Ok(year.allowance.min(share.max(floor)))
}

fn rows(year: &Year, treatments: &[Treatment], is_credit: impl Fn(&&Allocation) -> bool) -> Vec<Row> {
    let row = |(allocation, treatment): (&Allocation, &Treatment)| -> Row {
        vec![
            ("service", allocation.service.key.clone().into()),
            ("amount", allocation.amount.into()),
            ("verdict", treatment.verdict().into()),
            ("counts_toward_cap", (*treatment == Treatment::Allowed && is_credit(&allocation)).into()),
        ]
    };
    year.allocations.iter().zip(treatments).map(row).collect()
}

/// One reason for all of the year's allocations that it concerns.
fn write_reason(treatments: &[Treatment], treatment: Treatment, clause: &ClauseId, sheet: &mut Sheet) {
    let concerned = treatments.iter().enumerate().filter(|(_, of)| **of == treatment);
    let concerned: Vec<i64> = concerned.filter_map(|(index, _)| i64::try_from(index).ok()).collect();
    if let Some(code) = treatment.reason()
        && !concerned.is_empty()
    {
        sheet.reason_for_allocations(code, concerned, clause);
    }
}
