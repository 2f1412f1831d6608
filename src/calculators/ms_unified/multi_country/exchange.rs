//! What other locations come by in exchange only: between the host and the downstream locations that the work
//! order lists, and no others. The calculator of credits answers for a single exchange.

use super::places::HOST;
use super::{Assumption, Place, Reason, Terms, Use, Warning, out};
use crate::working::Of;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;

/// Writes whether one location may exchange with another.
pub fn write_use<'a>(terms: &'a Terms, from: Option<&Place>, to: &Place, sheet: &mut Sheet) -> Of<'a, Use> {
    let locations = &terms.exchange_locations;
    if !to.is_designated() {
        work!(sheet, location verdict = exact(Use::Ineligible), by locations);
        verdict
    } else if is_between_downstream(from, to) {
        work!(sheet, location verdict = exact(Use::Refer), by locations);
        verdict
    } else {
        work!(sheet, location verdict = exact(Use::Eligible), by locations);
        verdict
    }
}

/// "Between the host and the downstream locations" may leave out two of the latter.
fn is_between_downstream(from: Option<&Place>, to: &Place) -> bool {
    to.is_designated() && to.role != HOST && from.is_some_and(|from| from.role != HOST)
}

/// Says what an exchange takes. There is a location to exchange with: beside the host a work order lists at least one.
pub fn write_notes(terms: &Terms, all: &[Place], bought_for: usize, sheet: &mut Sheet) {
    let locations = terms.exchange_locations.clause();
    let others = || all.iter().enumerate().filter(|(at, _)| *at != bought_for).map(|(_, place)| place);
    if !others().all(Place::is_designated) {
        sheet.reason(Reason::ToLocationNotListed, locations);
    }
    sheet.reason(Reason::MovesByExchange, locations);
    // The text says between which locations credits move, not that those of one are of no use at another.
    sheet.assumption(Assumption::CreditsStayWhereBought, locations);
    if others().any(|place| is_between_downstream(all.get(bought_for), place)) {
        sheet.reason(Reason::DownstreamToDownstream, locations);
        sheet.assumption(Assumption::AnyListedPair, locations);
    }
    sheet.warning(Warning::ExceptedCountriesBarred, terms.exchange_exceptions.clause());
    sheet.warning(Warning::ExchangeTax, terms.exchange_taxes.clause());
    sheet.warning(Warning::ChangeInWriting, terms.changes_in_writing.clause());
}
