//! What goes with a comparison: how the text was read, and what to look out for.

use super::year::Year;
use super::{Assumption, Reason, Request, Terms, Warning};
use crate::working::sheet::Sheet;

/// Writes them.
pub(super) fn write(terms: &Terms, request: &Request, years: &[Year<'_>], sheet: &mut Sheet) {
    let rate = terms.rate_percent.clause();
    // Lapsing is never shown without what is lost by it; who comes back at once loses nothing.
    if request.return_year.value.0 > 1 {
        sheet.warning(Warning::NothingWhileLapsed, terms.lost_without_cover.clause());
    }
    let families = terms.listed_families.clause();
    match &request.family {
        None => sheet.assumption(Assumption::FamilyReadAsListed, families),
        Some(family) if !terms.listed_families.value().contains(&family.0) => {
            sheet.reason(Reason::FamilyNotListed, families);
        }
        Some(_) => {}
    }
    // The programme is for users who need a newer version now; whether that is a condition is left open.
    sheet.assumption(Assumption::NewerVersionIsNeeded, families);
    sheet.reason(Reason::LicenceStaysYours, terms.licence_stays.clause());
    sheet.reason(Reason::LatestVersionEitherWay, terms.latest_version.clause());
    let mut on_return = years.iter().filter(|year| year.year.value == request.return_year.value.0);
    if on_return.any(|year| year.reinstatement_fee.value <= year.renewal.value) {
        sheet.warning(Warning::NotDearerThanRenewal, terms.lapse.clause());
    }
    // The text says "about"; the vendor's own figure is not about anything.
    if request.rate_percent.is_none() {
        sheet.assumption(Assumption::ApproximateRate, rate);
    }
    // How long a reinstatement covers is not said: it is taken to bring that year's months, as a new
    // licence does.
    sheet.assumption(Assumption::CoverageLengthNotStated, rate);
    // Nor which day's price of a new licence it goes by: that of the year in which one comes back.
    sheet.assumption(Assumption::LicencePriceOfTheReturnYear, rate);
    // No price is in the text, still less a later one.
    sheet.assumption(Assumption::LaterPricesAreYours, terms.price_difference.clause());
    // From when a licence's months count is not said either: from the beginning of its year.
    sheet.assumption(Assumption::YearsFromTheLastCoveredDay, terms.coverage_months.clause());
    if years.iter().any(|year| !year.is_exact) {
        sheet.assumption(Assumption::PricesAndFeesRoundedOnce, rate);
    }
}
