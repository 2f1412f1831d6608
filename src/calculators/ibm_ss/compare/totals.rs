//! The three ways over all years: their totals, which is the cheapest, and when that turns.

use super::year::{Costs, Year};
use super::{Assumption, Reason, Request, Terms, Way, by_state, out};
use crate::values::money::Percent;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;
use crate::working::{Entered, Of};

/// Writes the totals and what they say.
pub(super) fn write<'a>(terms: &'a Terms, request: &Request, path: Of<'a, Way>, years: &[Year<'a>], sheet: &mut Sheet) {
    let (rate, new) = (&terms.rate_percent, &terms.coverage_months);
    work!(sheet, figure renewal = exact(sum(renewal of years)), by terms.lapse);
    work!(sheet, figure reinstatement = exact(sum(reinstatement of years)), by rate);
    work!(sheet, figure new_licence = exact(sum(new_licence of years)), by new);
    let by_state = by_state(terms, path);
    // What is closed is shown as what it would have cost, and is no way to go.
    work!(sheet, figure cheapest = exact(
        if path == Way::Renewal && renewal <= reinstatement { Way::Renewal } else { Way::Reinstatement }
    ), by by_state);
    work!(sheet, figure difference = exact(reinstatement - renewal), by terms.years_of_fees);
    work!(sheet, figure uncovered_months = exact(sum(uncovered_months of years)), by terms.lost_without_cover);
    write_turns(terms, years, sheet);
    work!(sheet, figure growth_cost = exact(
        renewal - request.years * request.quantity * request.annual_price
    ), by terms.price_difference);
    if let Some(tax_percent) = request.tax_percent {
        write_tax(terms, tax_percent, &Costs { renewal, reinstatement, new_licence }, sheet);
    }
}

/// From which year of return lapsing is no dearer, and in which year another way becomes the cheapest.
fn write_turns(terms: &Terms, years: &[Year<'_>], sheet: &mut Sheet) {
    let fees = &terms.years_of_fees;
    if years.iter().any(|year| year.fee_no_dearer.value) {
        work!(sheet, figure break_even_year = exact(first_where(year of years, fee_no_dearer of years)), by fees);
    } else {
        sheet.reason(Reason::AlwaysDearer, fees.clause());
    }
    let later = years.get(1..).unwrap_or_default();
    if later.iter().any(|year| year.cheapest_changes.is_some_and(|changes| changes.value)) {
        work!(sheet, figure changes_in_year = exact(first_where(year of later, cheapest_changes of later)), by fees);
    }
}

/// The visitor's own tax on each total.
fn write_tax(terms: &Terms, tax_percent: Entered<Percent>, total: &Costs<'_>, sheet: &mut Sheet) {
    let Costs { renewal, reinstatement, new_licence } = *total;
    let (rate, new) = (&terms.rate_percent, &terms.coverage_months);
    work!(sheet, figure renewal_tax = half_up(renewal * tax_percent), by terms.lapse);
    work!(sheet, figure renewal_gross = exact(renewal + renewal_tax), by terms.lapse);
    work!(sheet, figure reinstatement_tax = half_up(reinstatement * tax_percent), by rate);
    work!(sheet, figure reinstatement_gross = exact(reinstatement + reinstatement_tax), by rate);
    work!(sheet, figure new_licence_tax = half_up(new_licence * tax_percent), by new);
    work!(sheet, figure new_licence_gross = exact(new_licence + new_licence_tax), by new);
    sheet.assumption(Assumption::TaxNotInText, terms.lapse.clause());
}
