//! What else the licence says to whoever has a claim, and what the country changes of it.

use super::{Dispute, Nature, Request, Terms};
use crate::calculators::Whole;
use crate::country::Country;
use crate::figure::Figure;
use crate::sheet::{Sheet, Working};
use crate::terms::CountryRow;

/// Whether the code of a row's note is one of ours.
pub(super) fn is_whole(row: &CountryRow) -> bool {
    let about = Dispute::ABOUT;
    [about.reasons, about.assumptions, about.warnings].iter().any(|codes| code_of(row, codes).is_some())
}

fn code_of(row: &CountryRow, codes: &[&'static str]) -> Option<&'static str> {
    let note = row.text("note")?;
    codes.iter().find(|code| **code == note).copied()
}

/// Writes the general ones that no term of the country takes the place of, and the country's own.
pub(super) fn write(terms: &Terms, request: &Request, country: Country, sheet: &mut Sheet) {
    let rows = terms.dispute_notes.value();
    let is_claim = matches!(request.nature, Nature::Receivable | Nature::Other);
    let general = [
        ("cure_first", terms.cure_first.clause(), true),
        ("no_claims_against_parent", terms.responsible_company.clause(), true),
        ("notices_in_writing", terms.notices_in_writing.clause(), true),
        ("force_majeure", terms.force_majeure.clause(), is_claim),
        ("assignment_restricted", terms.assignment_restricted.clause(), request.nature == Nature::Other),
    ];
    for (code, clause, matters) in general {
        let is_replaced = rows.all_of(country).any(|row| row.text("instead_of") == Some(code));
        if matters && !is_replaced {
            sheet.warning(code, clause);
        }
    }
    let about = Dispute::ABOUT;
    for row in rows.all_of(country) {
        if let Some(code) = code_of(row, about.reasons) {
            sheet.reason(code, &row.clause);
        } else if let Some(code) = code_of(row, about.assumptions) {
            sheet.assumption(code, &row.clause);
        } else if let Some(code) = code_of(row, about.warnings) {
            let days = row.count("days").map(|days| ("days", Figure::from(days).into()));
            sheet.warning_with(code, days.into_iter().collect(), &row.clause);
        }
    }
}

/// Rights hold where the licence was acquired and, if IBM agrees, where the program is in use; for some countries the
/// document leaves their own name alone of this.
pub(super) fn write_territory(terms: &Terms, country: Country, sheet: &mut Sheet) {
    match terms.territory_of_rights.value().of(country) {
        Some(row) => {
            sheet.figure("rights_hold_in", "country_alone", Working::exact("named_for(country)", &row.clause));
            // Part 2 looks for the passage in the second sentence; it stands in the third.
            sheet.assumption("territory_sentence_counted_otherwise", &row.clause);
        }
        None => {
            let clause = terms.territory_of_rights.clause();
            sheet.figure("rights_hold_in", "country_or_agreed_use", Working::exact("base_for(country)", clause));
        }
    }
}
