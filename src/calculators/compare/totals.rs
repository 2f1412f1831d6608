//! The three ways over all years: their totals, which is the cheapest, and when that turns.

use super::year::{Costs, Year};
use super::{Request, Terms};
use crate::calculators::Case;
use crate::money::{OrOverflow, Overflow};
use crate::sheet::{Sheet, Working};

/// Writes the totals and what they say.
pub(super) fn write(
    case: &Case,
    terms: &Terms,
    request: &Request,
    years: &[Year],
    sheet: &mut Sheet,
) -> Result<(), Overflow> {
    let lapse = terms.lapse.clause();
    let rate = terms.rate_percent.clause();
    let new = terms.coverage_months.clause();
    let fees = terms.years_of_fees.clause();
    let total = years.last().map_or(Costs::none(case), |year| year.so_far);
    sheet.figure("renewal", total.renewal, Working::exact("sum(renewal)", lapse));
    sheet.figure("reinstatement", total.reinstatement, Working::exact("sum(reinstatement)", rate));
    sheet.figure("new_licence", total.new_licence, Working::exact("sum(new_licence)", new));
    let renewal_is_open = request.renewal_is_open(case);
    let working = if renewal_is_open {
        Working::exact("cheapest(renewal, reinstatement, new_licence)", fees)
    } else {
        // What is closed is shown as what it would have cost, and is no way to go.
        Working::exact("cheapest_still_open(reinstatement, new_licence)", terms.renew_or_reinstate.clause())
    };
    sheet.figure("cheapest", total.cheapest(renewal_is_open), working);
    let difference = total.reinstatement.minus(total.renewal).or_overflow("years")?;
    sheet.figure("difference", difference, Working::exact("reinstatement − renewal", fees));
    let skipped = request.return_year.0 - 1;
    let uncovered = terms.coverage_months.value().checked_mul(skipped).or_overflow("return_year")?;
    let working = Working::exact("sum(uncovered_months)", terms.lost_without_cover.clause());
    sheet.figure("uncovered_months", uncovered, working);
    write_turns(terms, years, renewal_is_open, sheet);
    let at_first_price = request.annual_price.times(request.quantity.0).and_then(|cost| cost.times(request.years.0));
    let growth = at_first_price.and_then(|cost| total.renewal.minus(cost)).or_overflow("annual_price")?;
    let working = Working::exact("renewal − years × quantity × annual_price", terms.price_difference.clause());
    sheet.figure("growth_cost", growth, working);
    write_state(case, terms, request, sheet);
    write_tax(case, terms, request, total, sheet)
}

/// From which year of return lapsing is no dearer, and in which year another way becomes the cheapest.
fn write_turns(terms: &Terms, years: &[Year], renewal_is_open: bool, sheet: &mut Sheet) {
    let fees = terms.years_of_fees.clause();
    if let Some(year) = years.iter().find(|year| year.fee <= year.so_far.renewal) {
        sheet.know("reinstatement_fee", year.fee);
        sheet.know("renewal_so_far", year.so_far.renewal);
        let working = Working::exact("first_year(reinstatement_fee ≤ renewal_so_far)", fees);
        sheet.figure("break_even_year", year.number, working);
    } else {
        sheet.reason("always_dearer", fees);
    }
    let cheapest = |year: &Year| year.so_far.cheapest(renewal_is_open);
    let turn = years.iter().zip(years.iter().skip(1)).find(|(before, year)| cheapest(before) != cheapest(year));
    if let Some((_, year)) = turn {
        sheet.figure("changes_in_year", year.number, Working::exact("first_change(cheapest_so_far)", fees));
    }
}

/// Whether renewing is still open on the day that is asked about.
fn write_state(case: &Case, terms: &Terms, request: &Request, sheet: &mut Sheet) {
    let renews = request.renewal_is_open(case);
    let (path, formula) =
        if renews { ("renewal", "as_of ≤ covered_until") } else { ("reinstatement", "covered_until < as_of") };
    let state = terms.renew_or_reinstate.clause();
    sheet.figure("path", path, Working::exact(formula, state));
    if !renews {
        // What renewing costs is shown all the same: it is what lapsing is measured against.
        sheet.reason("only_reinstatement_now", state);
    } else if case.as_of == request.covered_until {
        sheet.warning("last_covered_day", terms.lapse.clause());
    }
}

/// The visitor's own tax on each total.
fn write_tax(case: &Case, terms: &Terms, request: &Request, total: Costs, sheet: &mut Sheet) -> Result<(), Overflow> {
    let (lapse, rate) = (terms.lapse.clause(), terms.rate_percent.clause());
    let new = terms.coverage_months.clause();
    for (net, figures, clause) in [
        (total.renewal, (("renewal_tax", "renewal × tax_percent"), ("renewal_gross", "renewal + renewal_tax")), lapse),
        (
            total.reinstatement,
            (
                ("reinstatement_tax", "reinstatement × tax_percent"),
                ("reinstatement_gross", "reinstatement + reinstatement_tax"),
            ),
            rate,
        ),
        (
            total.new_licence,
            (("new_licence_tax", "new_licence × tax_percent"), ("new_licence_gross", "new_licence + new_licence_tax")),
            new,
        ),
    ] {
        case.tax(net, request.tax_percent, figures, clause, sheet)?;
    }
    Ok(())
}
