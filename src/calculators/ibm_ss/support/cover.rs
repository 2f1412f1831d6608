//! Whether there is cover, what it entitles to, and whom it lets report problems.

use super::{Assumption, Coverage, Request, Terms, Warning, out};
use crate::working::Of;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;

/// Whether there is cover, and whether that brings updates: both must hold, the agreement and the
/// cover.
pub fn write<'t>(terms: &'t Terms, request: &Request, sheet: &mut Sheet) -> (Of<'t, bool>, Of<'t, bool>) {
    let covered = if let Some(covered_until) = request.covered_until {
        // The last covered day is still covered.
        work!(sheet, figure covered = exact(date_of(request.local_time) <= covered_until), by terms.support_features);
        covered
    } else {
        work!(sheet, figure covered = exact(request.coverage == Coverage::Covered), by terms.support_features);
        covered
    };
    let agreement = &terms.updates_need_agreement;
    work!(sheet, figure entitled_to_updates = exact(covered && request.agreement_in_force), by agreement);
    if covered.value && !request.agreement_in_force.value {
        // Note 1 ties the update service to the agreement: new versions and the notice of them. Technical support is no
        // part of it, nor is its site, whatever becomes of them.
        sheet.assumption(Assumption::UpdateServiceNeedsAgreement, agreement.clause());
    }
    (covered, entitled_to_updates)
}

/// Any number may be named to report problems, one of them as the primary contact.
pub fn write_callers(terms: &Terms, request: &Request, sheet: &mut Sheet) {
    let most = &terms.most_primary_contacts;
    work!(sheet, figure who_may_call = exact("any_number_named"), by most);
    work!(sheet, figure most_primary_contacts = exact(terms.most_primary_contacts), by most);
    sheet.assumption(Assumption::SomeNamedStaff, most.clause());
    if request.primary_contacts.is_some_and(|named| named.0 > *most.value()) {
        sheet.warning(Warning::OnePrimaryContact, most.clause());
    }
}
