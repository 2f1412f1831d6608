//! Which law and which forum the licence names, and whether this claim has to go to that forum.

use super::arbitration::{Limit, limit_of, write_arbitration};
use super::{Nature, Request, Terms};
use crate::calculators::Case;
use crate::clause::ClauseId;
use crate::country::Country;
use crate::money::Overflow;
use crate::sheet::{Sheet, Working};
use crate::terms::{ByCountry, CountryRow};
use rust_decimal::Decimal;

/// Where a claim goes.
pub(super) const ROUTES: &[&str] =
    &["court", "arbitration", "arbitration_or_court", "arbitration_on_request", "none_named"];

/// What the licence names for a country: two look-ups that know nothing of each other.
pub(super) struct Named<'t> {
    law: Option<&'t CountryRow>,
    forum: Option<&'t CountryRow>,
    is_named: bool,
}

/// Whether a row of the forums says all that it has to.
pub(super) fn is_whole(row: &CountryRow) -> bool {
    let is_arbitration = row.text("kind") == Some("arbitration");
    let is_limit = |name| row.values.get(name).is_none() || row.count(name).is_some_and(|limit| limit > 0);
    row.text("forum").is_some()
        && (is_arbitration && row.text("seat").is_some() || row.text("kind") == Some("court"))
        && is_limit("arbitrators")
        && is_limit("receivables_usd")
        && is_limit("one_arbitrator_inr")
}

impl<'t> Named<'t> {
    /// Looks both up.
    pub(super) fn of(terms: &'t Terms, country: Country) -> Named<'t> {
        let row = |rows: &'t ByCountry| rows.of(country);
        Named {
            law: row(terms.governing_law.value()),
            forum: row(terms.dispute_forum.value()),
            is_named: terms.named_countries.value().of(country).is_some(),
        }
    }

    /// The row of an arbitration.
    pub(super) fn arbitration(&self) -> Option<&'t CountryRow> {
        self.forum.filter(|row| row.text("kind") == Some("arbitration"))
    }

    /// Whether some matters may go to court although arbitration is named.
    pub(super) fn has_exceptions(&self) -> bool {
        self.forum.is_some_and(|row| row.count("receivables_usd").is_some())
    }
}

/// Writes the forum, the way to it, what the licence says of it, and the law.
pub(super) fn write(
    case: &Case,
    terms: &Terms,
    request: &Request,
    named: &Named<'_>,
    sheet: &mut Sheet,
) -> Result<(), Overflow> {
    let none = (terms.dispute_forum.clause(), "none_named");
    write_key("forum", named.forum, "forum", none, sheet);
    let limit = match (named.forum.and_then(|row| row.count("receivables_usd")), request.amount_owed) {
        (Some(dollars), Some(_)) => {
            sheet.know("receivables_usd", Decimal::from(dollars));
            Some(limit_of(case, dollars, request.usd_rate, "usd_rate")?)
        }
        _ => None,
    };
    if let Some(limit) = limit {
        sheet.know("court_limit", limit.amount);
    }
    write_route(terms, request, named, limit, sheet);
    if let Some(limit) = limit {
        let clause = terms.court_exceptions.clause();
        let formula = if request.usd_rate.is_some() { "receivables_usd × usd_rate" } else { "receivables_usd" };
        sheet.figure("court_limit", limit.amount, limit.working(formula, clause));
        sheet.assumption("limit_for_each_claim", clause);
        if request.usd_rate.is_some() {
            sheet.assumption("usd_rate_is_yours", clause);
        }
        // What is printed is "or less" by the way such texts are drafted in Chinese; an English one may mean "below".
        if limit.is_exact && request.amount_owed.is_some_and(|owed| owed.decimal() == limit.amount.decimal()) {
            sheet.assumption("limit_itself_included", clause);
        }
    }
    if let Some(row) = named.arbitration() {
        write_arbitration(case, request, row, sheet)?;
    }
    write_key("law", named.law, "law", (terms.governing_law.clause(), "law_of_the_transaction"), sheet);
    sheet.reason("sale_convention_excluded", terms.sale_convention_excluded.clause());
    write_mismatches(terms, named, sheet);
    Ok(())
}

/// A key of the pack, where the country has one.
pub(super) fn write_key(
    name: &'static str,
    row: Option<&CountryRow>,
    column: &str,
    (clause, otherwise): (&ClauseId, &'static str),
    sheet: &mut Sheet,
) {
    match row.and_then(|row| Some((row.text(column)?, &row.clause))) {
        Some((key, clause)) => sheet.quoted(name, key.into(), Working::exact("named_for(country)", clause)),
        None => sheet.figure(name, otherwise, Working::exact("base_for(country)", clause)),
    }
}

/// Where this claim goes, and why.
fn write_route(terms: &Terms, request: &Request, named: &Named<'_>, limit: Option<Limit>, sheet: &mut Sheet) {
    let exceptions = terms.court_exceptions.clause();
    let Some(forum) = named.forum else {
        sheet.figure("route", "none_named", Working::exact("base_for(country)", terms.dispute_forum.clause()));
        return;
    };
    let clause = &forum.clause;
    if named.arbitration().is_none() {
        sheet.figure("route", "court", Working::exact("named_for(country)", clause));
        if forum.is("exclusive") {
            sheet.reason("exclusive_court", clause);
        }
        if forum.is("settle_first") {
            sheet.warning("settle_first", clause);
        }
    } else if forum.is("either_party") {
        sheet.figure("route", "arbitration_on_request", Working::exact("named_for(country)", clause));
        sheet.reason("either_party_may_arbitrate", clause);
    } else if !named.has_exceptions() {
        sheet.figure("route", "arbitration", Working::exact("named_for(country)", clause));
        sheet.reason("no_exception_named", clause);
    } else {
        let (formula, in_court, reason) = match (request.nature, limit, request.amount_owed) {
            (Nature::Receivable, Some(limit), Some(owed)) if limit.admits(owed) => {
                ("amount_owed ≤ court_limit", true, "receivable_within_the_limit")
            }
            (Nature::Receivable, ..) => ("amount_owed > court_limit", false, "receivable_above_the_limit"),
            (Nature::InterimRelief, ..) => ("follows_both(country, nature)", true, "interim_relief_in_court"),
            (Nature::IpValidity, ..) => ("follows_both(country, nature)", true, "ip_validity_in_court"),
            (Nature::Other, ..) => ("follows_both(country, nature)", false, "no_exception_for_this_claim"),
        };
        // The text keeps nobody from going to court with these; nor does it take them from the arbitrators.
        let route = if in_court { "arbitration_or_court" } else { "arbitration" };
        sheet.figure("route", route, Working::exact(formula, exceptions));
        sheet.reason(reason, exceptions);
        if request.nature == Nature::InterimRelief {
            sheet.assumption("prejudice_misprinted", exceptions);
        }
    }
    // Only some of the passages say that the disputes are those of this contract.
    if forum.is("all_disputes") {
        sheet.assumption("all_disputes_of_this_contract", clause);
    }
}

/// The list of laws and that of forums do not name the same countries.
fn write_mismatches(terms: &Terms, named: &Named<'_>, sheet: &mut Sheet) {
    match (named.law, named.forum) {
        (None, Some(forum)) => {
            let is_arbitration = named.arbitration().is_some();
            let code = if is_arbitration { "arbitration_without_a_law" } else { "court_without_a_law" };
            sheet.assumption(code, &forum.clause);
        }
        (Some(law), None) => sheet.reason("law_without_a_forum", &law.clause),
        (None, None) if named.is_named => {
            sheet.reason("neither_law_nor_forum_named", terms.governing_law.clause());
        }
        _ => {}
    }
    // For some the passage puts a country's bare name where it speaks of a law.
    if let Some(law) = named.law.filter(|row| row.is("bare_name")) {
        sheet.assumption("bare_name_read_as_law", &law.clause);
    }
}
