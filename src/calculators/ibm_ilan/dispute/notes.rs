//! What else the licence says to whoever has a claim, and what the country changes of it.

use super::rows::{Code, Note};
use super::{Nature, Request, Terms, Warning};
use crate::values::country::Country;
use crate::values::figure::Figure;
use crate::working::sheet::{Sheet, WarningCode};

/// Writes the general ones that no term of the country takes the place of, and the country's own.
pub(super) fn write(terms: &Terms, request: &Request, country: Country, sheet: &mut Sheet) {
    let of_country = terms.dispute_notes.value().all_of(country);
    let notes: Vec<Note<'_>> = of_country.filter_map(|row| row.read(country)).collect();
    let nature = request.nature.value;
    let is_claim = matches!(nature, Nature::Receivable | Nature::Other);
    let general = [
        (Warning::CureFirst, terms.cure_first.clause(), true),
        (Warning::NoClaimsAgainstParent, terms.responsible_company.clause(), true),
        (Warning::NoticesInWriting, terms.notices_in_writing.clause(), true),
        (Warning::ForceMajeure, terms.force_majeure.clause(), is_claim),
        (Warning::AssignmentRestricted, terms.assignment_restricted.clause(), nature == Nature::Other),
    ];
    for (warning, clause, matters) in general {
        let replaces = |note: &Note<'_>| note.instead_of.as_ref().is_some_and(|code| &*code.value == warning.code());
        if matters && !notes.iter().any(replaces) {
            sheet.warning(warning, clause);
        }
    }
    for note in &notes {
        let clause = note.note.clause();
        match note.code() {
            Some(Code::Reason(reason)) => sheet.reason(reason, clause),
            Some(Code::Assumption(assumption)) => sheet.assumption(assumption, clause),
            Some(Code::Warning(warning)) => {
                let days = note.days.map(|days| ("days", Figure::from(days.value).into()));
                sheet.warning_with(warning, days.into_iter().collect(), clause);
            }
            None => {}
        }
    }
}
