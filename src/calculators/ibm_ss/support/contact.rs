//! The number to call, the addresses to write to and the site to open.

use super::channel::Asked;
use super::{Assumption, Contradiction, Product, Question, Request, Terms, Warning, out};
use crate::request::given::Given;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;
use crate::working::{Column, Of};
use std::sync::Arc;

/// The row for products without a line of their own.
const GENERAL: &str = "technical_support";

/// Rows that the brochure has for purposes instead of products.
const PURPOSES: &[&str] = &[GENERAL, "licence_or_renewal", "first_login", "version_update"];

/// Every row is for something that can be asked for, and there is one for each purpose.
pub fn contradiction(terms: &Terms) -> Contradiction {
    let rows = &terms.contacts.value().0;
    let is_known = |row: &Given| {
        let for_what = row.get("for").and_then(Given::text).unwrap_or_default();
        PURPOSES.contains(&for_what) || Product::KEYS.contains(&for_what)
    };
    if !rows.iter().all(is_known) {
        Some(("values.contacts", "has a row for something that nobody asks for"))
    } else if !PURPOSES.iter().all(|purpose| has_row(terms, purpose)) {
        Some((
            "values.contacts",
            "needs rows for technical_support, licence_or_renewal, first_login and version_update",
        ))
    } else {
        None
    }
}

fn has_row(terms: &Terms, key: &str) -> bool {
    terms.contacts.value().row("for", key).is_some()
}

/// What stands in a column of the row for something.
fn listed<'t>(terms: &'t Terms, column: &Column<Arc<str>>, key: &'static str) -> Option<Of<'t, Arc<str>>> {
    terms.contacts.cell(column, "for", key)
}

/// Writes whom to turn to.
pub fn write(terms: &Terms, request: &Request, asked: &Asked<'_>, sheet: &mut Sheet) {
    let question = request.question.value;
    let has_a_line_of_its_own = has_row(terms, request.product.key());
    let key = match question {
        // The text names no number for contracts of the third tier.
        Question::Project => return,
        _ if question.is_technical() => {
            let key = if has_a_line_of_its_own { request.product.key() } else { GENERAL };
            asked.covered.value.then_some(key)
        }
        Question::Update if !asked.entitled_to_updates.value => None,
        _ => Some(question.key()),
    };
    if let Some(key) = key {
        write_number(terms, key, sheet);
        if question.is_technical() {
            write_addresses(terms, has_a_line_of_its_own, sheet);
        }
        if key == GENERAL && listed(terms, &out::column::number, key).is_some() {
            sheet.assumption(Assumption::GeneralNumber, terms.contacts.clause());
        }
    }
    // Whatever has no site of its own is helped with on the support site, cover or not.
    let own = key.and_then(|key| listed(terms, &out::column::site, key));
    if let Some(listed) = own.or_else(|| listed(terms, &out::column::site, GENERAL)) {
        work!(sheet, figure site = exact(listed), by listed);
    }
}

/// The number to call, and what to press.
fn write_number(terms: &Terms, key: &'static str, sheet: &mut Sheet) {
    let clause = terms.contacts.clause();
    if let Some(listed) = listed(terms, &out::column::number, key) {
        work!(sheet, figure number = exact(listed), by clause);
        // The brochure has no column of hours: whoever calls at night shall know.
        work!(sheet, figure number_hours = exact("not_stated"), by clause);
        sheet.assumption(Assumption::NumberHoursNotStated, clause);
    }
    if let Some(listed) = listed(terms, &out::column::extensions, key) {
        work!(sheet, figure extensions = exact(listed), by clause);
    }
    if let Some(listed) = listed(terms, &out::column::printed_number, key) {
        work!(sheet, figure printed_number = exact(listed), by clause);
        sheet.warning(Warning::NumberPrintedOtherwise, clause);
    }
}

/// The support centre's e-mail address and fax numbers, which the brochure gives without a product.
fn write_addresses(terms: &Terms, has_a_line_of_its_own: bool, sheet: &mut Sheet) {
    let clause = terms.contacts.clause();
    let centre = |column| listed(terms, column, GENERAL);
    let (by_mail, by_fax, by_other_fax) =
        (centre(&out::column::email), centre(&out::column::fax), centre(&out::column::other_fax));
    let is_any = by_mail.is_some() || by_fax.is_some() || by_other_fax.is_some();
    if let Some(listed) = by_mail {
        work!(sheet, figure email = exact(listed), by clause);
    }
    if let Some(listed) = by_fax {
        work!(sheet, figure fax = exact(listed), by clause);
    }
    if let Some(listed) = by_other_fax {
        work!(sheet, figure other_fax = exact(listed), by clause);
    }
    if is_any && has_a_line_of_its_own {
        sheet.assumption(Assumption::CentreForAllProducts, clause);
    }
}
