//! Whether there is cover, what it entitles to, and whom it lets report problems.

use super::channel::Asked;
use super::{Coverage, Request, Terms};
use crate::sheet::{Sheet, Working};

/// Whether there is cover, and whether that brings updates: both must hold, the agreement and the
/// cover.
pub fn write(terms: &Terms, request: &Request, asked: Asked, sheet: &mut Sheet) {
    let formula = match request.coverage {
        Coverage::UntilADate => "called_on ≤ covered_until",
        Coverage::Covered | Coverage::NotCovered => "follows(coverage)",
    };
    sheet.figure("covered", asked.covered, Working::exact(formula, terms.support_features.clause()));
    let working = Working::exact("both(covered, agreement_in_force)", terms.updates_need_agreement.clause());
    sheet.figure("entitled_to_updates", asked.is_entitled_to_updates, working);
    if asked.covered && !request.agreement_in_force {
        // Note 1 ties the update service to the agreement: new versions and the notice of them. Technical support is no
        // part of it, nor is its site, whatever becomes of them.
        sheet.assumption("update_service_needs_agreement", terms.updates_need_agreement.clause());
    }
}

/// Any number may be named to report problems, one of them as the primary contact.
pub fn write_callers(terms: &Terms, request: &Request, sheet: &mut Sheet) {
    let (most, clause) = (*terms.most_primary_contacts.value(), terms.most_primary_contacts.clause());
    sheet.figure("who_may_call", "any_number_named", Working::exact("follows(covered)", clause));
    sheet.figure("most_primary_contacts", most, Working::exact("most_primary_contacts", clause));
    sheet.assumption("some_named_staff", clause);
    if request.primary_contacts.is_some_and(|named| named.0 > most) {
        sheet.warning("one_primary_contact", clause);
    }
}
