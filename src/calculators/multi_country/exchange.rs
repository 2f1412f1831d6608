//! What other locations come by in exchange only: between the host and the downstream locations that the work
//! order lists, and no others. The calculator of credits answers for a single exchange.

use super::{HOST, Place, Terms};
use crate::answer::Verdict;
use crate::sheet::Sheet;

/// Whether one location may exchange with another.
pub fn verdict(from: Option<&Place>, to: &Place) -> Verdict {
    if !to.is_designated() {
        Verdict::Ineligible
    } else if is_between_downstream(from, to) {
        Verdict::Refer
    } else {
        Verdict::Eligible
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
        sheet.reason("to_location_not_listed", locations);
    }
    sheet.reason("moves_by_exchange", locations);
    if others().any(|place| is_between_downstream(all.get(bought_for), place)) {
        sheet.reason("downstream_to_downstream", locations);
        sheet.assumption("any_listed_pair", locations);
    }
    sheet.warning("excepted_countries_barred", terms.exchange_exceptions.clause());
    sheet.warning("exchange_tax", terms.exchange_taxes.clause());
    sheet.warning("change_in_writing", terms.changes_in_writing.clause());
}
