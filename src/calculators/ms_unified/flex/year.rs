//! One year of a flex allowance.

use super::treatment::Treatment;
use super::{Allocation, Ask, Reason, Request, Terms, Year, out};
use crate::clause::ClauseId;
use crate::values::money::Money;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;
use crate::working::{Entered, Of};

/// What of a year the totals and the verdict need.
pub(super) struct Outcome<'a> {
    pub allowance: Entered<Money>,
    pub allocated: Of<'a, Money>,
    pub unallocated: Of<'a, Money>,
    pub at_risk: Of<'a, Money>,
    pub forfeited: Of<'a, Money>,
    pub over_cap: Of<'a, Money>,
    pub over_allowance: Of<'a, Money>,
    pub has_allowed: bool,
    pub has_barred: bool,
    pub has_referred: bool,
}

/// Works out one year and writes its line.
pub(super) fn write<'a>(
    ask: &Ask<'a, Terms, Request>,
    year: &'a Year,
    is_first: bool,
    sheet: &mut Sheet,
) -> Outcome<'a> {
    let terms = ask.terms;
    let treatment = |allocation: &Allocation| {
        Treatment::of(&allocation.service, terms.flex_buys.value(), terms.management_groups.value())
    };
    let treatments: Vec<Treatment> = year.allocations.iter().map(treatment).collect();
    let is_credit = |allocation: &&Allocation| terms.credit_services.value().contains(&allocation.service.key);
    let with_treatment = year.allocations.iter().zip(&treatments);
    let allowed: Vec<&Allocation> = with_treatment
        .filter(|(_, treatment)| **treatment == Treatment::Allowed)
        .map(|(allocation, _)| allocation)
        .collect();
    let credits: Vec<&Allocation> = allowed.iter().copied().filter(is_credit).collect();
    let (buys, cap) = (&terms.flex_buys, &terms.credit_cap_percent);
    let (by_year, at_signing) = (&terms.allocated_by_year, &terms.allocation_at_signing);

    sheet.show(&out::line::allowance, year.allowance.value);
    work!(sheet, line allocated = exact(sum(amount of allowed)), by buys);
    let credit_cap = write_credit_cap(ask, year, sheet);
    work!(sheet, line credit_spend = exact(sum(amount of credits)), by cap);
    work!(sheet, line over_cap = exact(max(0, credit_spend - credit_cap)), by cap);
    work!(sheet, line over_allowance = exact(max(0, allocated - year.allowance)), by by_year);
    work!(sheet, line unallocated = exact(max(0, year.allowance - allocated)), by at_signing);
    let at_risk = write_at_risk(ask, unallocated, is_first, sheet);
    work!(sheet, line forfeited = exact(unallocated - at_risk), by at_signing);

    write_allocations(year, &treatments, is_credit, sheet);
    write_reasons(terms, &treatments, (over_cap, over_allowance), sheet);
    let has = |treatment| treatments.contains(&treatment);
    Outcome {
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
    }
}

/// The most that credits may take of the year's allowance.
fn write_credit_cap<'a>(ask: &Ask<'a, Terms, Request>, year: &Year, sheet: &mut Sheet) -> Of<'a, Money> {
    let (terms, request) = (ask.terms, ask.request);
    let cap = &terms.credit_cap_percent;
    // A share of the allowance or a floor in dollars, whichever is more, but never more than the allowance. Rounding
    // down commutes with taking the least and the most.
    work!(sheet, between credit_share = down(year.allowance * terms.credit_cap_percent), by cap);
    let credit_floor = match request.usd_rate {
        Some(usd_rate) => {
            work!(sheet, between credit_floor = down(terms.credit_cap_floor_usd * usd_rate), by cap);
            credit_floor
        }
        None => {
            work!(sheet, between credit_floor = down(terms.credit_cap_floor_usd), by cap);
            credit_floor
        }
    };
    work!(sheet, line credit_cap = down(min(year.allowance, max(credit_share, credit_floor))), by cap);
    credit_cap
}

/// What of the year's allowance is lost unless it is allocated in time.
fn write_at_risk<'a>(
    ask: &Ask<'a, Terms, Request>,
    unallocated: Of<'_, Money>,
    is_first: bool,
    sheet: &mut Sheet,
) -> Of<'a, Money> {
    let (request, at_signing) = (ask.request, &ask.terms.allocation_at_signing);
    // All of it has to be allocated when the contract is executed, read as signed. Whether that
    // holds for later years too the text does not say: theirs is at risk, not lost.
    if is_first {
        work!(sheet, line at_risk = exact(if ask.as_of > request.signed_on { 0 } else { unallocated }), by at_signing);
        at_risk
    } else {
        work!(sheet, line at_risk = exact(unallocated), by at_signing);
        at_risk
    }
}

/// Why not all of it can be had as it is planned.
fn write_reasons(
    terms: &Terms,
    treatments: &[Treatment],
    (over_cap, over_allowance): (Of<'_, Money>, Of<'_, Money>),
    sheet: &mut Sheet,
) {
    let (buys, cap, by_year) = (&terms.flex_buys, &terms.credit_cap_percent, &terms.allocated_by_year);
    for (treatment, code, clause) in [
        (Treatment::Management, Reason::SuccessManagementNotPayable, terms.management_groups.clause()),
        (Treatment::InBase, Reason::IncludedInBase, buys.clause()),
        (Treatment::NotListed, Reason::NotListedForFlex, buys.clause()),
    ] {
        write_reason(treatments, treatment, code, clause, sheet);
    }
    if over_cap.value.is_positive() {
        sheet.reason(Reason::OverCreditCap, cap.clause());
    }
    if over_allowance.value.is_positive() {
        sheet.reason(Reason::OverAllowance, by_year.clause());
    }
}

fn write_allocations(
    year: &Year,
    treatments: &[Treatment],
    is_credit: impl Fn(&&Allocation) -> bool,
    sheet: &mut Sheet,
) {
    sheet.begin_rows(&out::line::allocations);
    for (index, (allocation, treatment)) in year.allocations.iter().zip(treatments).enumerate() {
        sheet.begin_line(index);
        sheet.show(&out::allocation::service, allocation.service.key.clone());
        sheet.show(&out::allocation::amount, allocation.amount.value);
        sheet.show(&out::allocation::verdict, treatment.verdict());
        let counts_toward_cap = *treatment == Treatment::Allowed && is_credit(&allocation);
        sheet.show(&out::allocation::counts_toward_cap, counts_toward_cap);
        sheet.end_line();
    }
    sheet.end_list();
}

/// One reason for all of the year's allocations that it concerns.
fn write_reason(treatments: &[Treatment], treatment: Treatment, code: Reason, clause: &ClauseId, sheet: &mut Sheet) {
    let concerned = treatments.iter().enumerate().filter(|(_, of)| **of == treatment);
    let concerned: Vec<i64> = concerned.filter_map(|(index, _)| i64::try_from(index).ok()).collect();
    if !concerned.is_empty() {
        sheet.reason_for_allocations(code, concerned, clause);
    }
}
