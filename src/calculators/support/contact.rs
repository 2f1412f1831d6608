//! The number to call, the addresses to write to and the site to open.

use super::channel::Asked;
use super::{Contradiction, Product, Question, Request, Terms};
use crate::form::Entry;
use crate::given::Given;
use crate::sheet::{Sheet, Working};
use std::sync::Arc;

/// Rows that the brochure has for purposes instead of products. The first is for products without
/// a line of their own.
const PURPOSES: &[&str] = &["technical_support", "licence_or_renewal", "first_login", "version_update"];

/// Every row is for something that can be asked for, and there is one for each purpose.
pub fn contradiction(terms: &Terms) -> Contradiction {
    let rows = &terms.contacts.value().0;
    let is_known = |row: &Given| {
        let for_what = row.get("for").and_then(Given::text).unwrap_or_default();
        PURPOSES.contains(&for_what) || is_product(for_what)
    };
    if !rows.iter().all(is_known) {
        Some(("values.contacts", "has a row for something that nobody asks for"))
    } else if !PURPOSES.iter().all(|purpose| terms.contacts.value().row("for", purpose).is_some()) {
        Some((
            "values.contacts",
            "needs rows for technical_support, licence_or_renewal, first_login and version_update",
        ))
    } else {
        None
    }
}

fn is_product(name: &str) -> bool {
    use crate::form::{Choices, Kind};
    matches!(Product::FIELD.kind, Kind::Choice(Choices::Fixed(keys)) if keys.contains(&name))
}

pub fn write(terms: &Terms, request: &Request, asked: Asked, sheet: &mut Sheet) {
    let (contacts, clause) = (terms.contacts.value(), terms.contacts.clause());
    let own = contacts.row("for", request.product.key());
    let (row, by) = match request.question {
        // The text names no number for contracts of the third tier.
        Question::Project => return,
        Question::Fault | Question::Usage | Question::Code if asked.covered => {
            (own.or_else(|| contacts.row("for", "technical_support")), true)
        }
        Question::Fault | Question::Usage | Question::Code => (None, true),
        Question::Update if !asked.is_entitled_to_updates => (None, false),
        Question::Update | Question::Renewal | Question::FirstLogin => {
            (contacts.row("for", request.question.key()), false)
        }
    };
    let (number, hours, extensions, printed) = if by {
        ("listed_number(product)", "listed_hours(product)", "listed_extensions(product)", "printed_number(product)")
    } else {
        ("listed_number(question)", "listed_hours(question)", "listed_extensions(question)", "printed_number(question)")
    };
    if let Some(called) = text(row, "number") {
        sheet.quoted("number", called, Working::exact(number, clause));
        // The brochure has no column of hours: whoever calls at night shall know.
        sheet.figure("number_hours", "not_stated", Working::exact(hours, clause));
        if by && own.is_none() {
            sheet.assumption("general_number", clause);
        }
        sheet.assumption("number_hours_not_stated", clause);
    }
    if let Some(pressed) = text(row, "extensions") {
        sheet.quoted("extensions", pressed, Working::exact(extensions, clause));
    }
    if let Some(grouped) = text(row, "printed") {
        sheet.quoted("printed_number", grouped, Working::exact(printed, clause));
        sheet.warning("number_printed_otherwise", clause);
    }
    if request.question.is_technical() && asked.covered {
        write_addresses(terms, own.is_some(), sheet);
    }
    // Whatever has no site of its own is helped with on the support site, cover or not.
    let general = contacts.row("for", "technical_support");
    if let Some(site) = text(row, "site").or_else(|| text(general, "site")) {
        let formula = if by { "listed_site(product)" } else { "listed_site(question)" };
        sheet.quoted("site", site, Working::exact(formula, clause));
    }
}

/// The support centre's e-mail address and fax numbers, which the brochure gives without a product.
fn write_addresses(terms: &Terms, has_a_line_of_its_own: bool, sheet: &mut Sheet) {
    let clause = terms.contacts.clause();
    let centre = terms.contacts.value().row("for", "technical_support");
    let mut is_any = false;
    for (name, formula) in
        [("email", "listed_email(question)"), ("fax", "listed_fax(question)"), ("other_fax", "listed_fax(question)")]
    {
        if let Some(address) = text(centre, name) {
            sheet.quoted(name, address, Working::exact(formula, clause));
            is_any = true;
        }
    }
    if is_any && has_a_line_of_its_own {
        sheet.assumption("centre_for_all_products", clause);
    }
}

fn text(row: Option<&Given>, column: &str) -> Option<Arc<str>> {
    row?.get(column)?.text().map(Arc::from)
}
