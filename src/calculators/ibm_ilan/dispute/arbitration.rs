//! How an arbitration is held: where, in which language, by how many and by whom.

use super::named::Named;
use super::rows::Forum;
use super::{Assumption, Reason, Request, Terms, Warning, out};
use crate::values::money::{Dollars, Money};
use crate::working::reckon::work;
use crate::working::sheet::Sheet;
use crate::working::{Entered, Of};

/// Seat, language and number of arbitrators, as far as they are stated.
pub(super) fn write_arbitration(request: &Request, forum: &Forum<'_>, sheet: &mut Sheet) {
    let clause = forum.forum.clause();
    if let Some(seat) = forum.seat.clone() {
        work!(sheet, figure seat = exact(seat), by clause);
    }
    match forum.language.clone() {
        Some(language) => {
            work!(sheet, figure language = exact(language), by clause);
        }
        None => {
            let not_stated = Entered::written("not_stated", "not_stated");
            work!(sheet, figure language = exact(not_stated), by clause);
        }
    }
    let Some(arbitrators) = forum.arbitrators else {
        return sheet.reason(Reason::ArbitratorsNotStated, clause);
    };
    match forum.one_arbitrator_inr.zip(request.amount_in_dispute) {
        Some((one_arbitrator_inr, amount_in_dispute)) => {
            let one_arbitrator_limit = write_limit(request, one_arbitrator_inr, sheet);
            work!(sheet, figure arbitrators = exact(
                if amount_in_dispute <= one_arbitrator_limit { 1 } else { arbitrators }
            ), by clause);
        }
        None => {
            work!(sheet, figure arbitrators = exact(arbitrators), by clause);
        }
    }
}

/// Returns up to which amount one arbitrator is enough, in the request's currency. Rounding down turns no amount away
/// that the limit admits: amounts have no smaller units.
fn write_limit<'t>(request: &Request, one_arbitrator_inr: Of<'t, Dollars>, sheet: &mut Sheet) -> Of<'t, Money> {
    let by = one_arbitrator_inr.clause();
    let Some(inr_rate) = request.inr_rate else {
        work!(sheet, figure one_arbitrator_limit = down(one_arbitrator_inr), by by);
        return one_arbitrator_limit;
    };
    work!(sheet, figure one_arbitrator_limit = down(one_arbitrator_inr * inr_rate), by by);
    sheet.assumption(Assumption::InrRateIsYours, by);
    one_arbitrator_limit
}

/// Each party names an arbitrator, and these two a chair within so many days. Of what, the text does not say: of the
/// second one's naming, since before that there are not two.
pub(super) fn write_chair(terms: &Terms, request: &Request, named: &Named<'_>, sheet: &mut Sheet) {
    if !named.has_exceptions() {
        return;
    }
    let clause = terms.chair_days.clause();
    sheet.warning(Warning::AwardWithinTheContract, clause);
    if let Some(second_arbitrator_on) = request.second_arbitrator_on {
        work!(sheet, date chair_by = exact(second_arbitrator_on + terms.chair_days), by clause);
        sheet.assumption(Assumption::ChairDaysFromTheSecond, clause);
    }
}
