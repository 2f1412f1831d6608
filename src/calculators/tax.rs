//! What of a charge goes to IBM and what to the tax authority, and what else tax asks of the licensee.
//!
//! Out come, in the request's currency, the charge with the tax that comes on top, what is withheld
//! and paid to the authority, and what is left for IBM; each product is rounded half up once. The
//! text states no rates: they are the visitor's.
//! Rules: ILAN-10 (taxes come on top), 11 (withholding), 12 (across a border), 32 (Brazil pays both),
//! 41 (where the benefit is received), 42 (relief and its documents), 43 (tax deducted at source).

use super::licence::{Acquired, ground, names_known_notes, notes};
use super::{About, Case, Contradiction, Output, OutputKind as Shown, Whole};
use crate::answer::Verdict;
use crate::clause::ClauseId;
use crate::country::Country;
use crate::form::{Condition, Default, choice, fields};
use crate::money::{Money, OrOverflow, Overflow, Percent};
use crate::sheet::{Sheet, Working};
use crate::terms::{ByCountry, CountryRow, Pack, Rule, terms};

pub struct Tax;

/// A field for the countries in whose row this stands.
const fn only_where(column: &'static str) -> Option<Condition> {
    Some(Condition::InRows("country", "tax_terms", column))
}

choice! {
    /// What tax is withheld on.
    pub enum WithheldOn {
        BeforeTax = "before_tax",
        WithTax = "with_tax",
    }
}

fields! {
    pub struct Request {
        country: Country,
        /// The charge before any tax.
        net: Money,
        tax_percent: Option<Percent>,
        withholding_percent: Option<Percent>,
        withheld_on: Option<WithheldOn> { default: Some(Default::Key("before_tax")) },
        cross_border: Option<bool>,
        benefit_elsewhere: Option<bool> { only_if: only_where("asks_location") },
        electronic_delivery: Option<bool> { only_if: only_where("asks_delivery") },
        exemption_certificate: Option<bool> { only_if: only_where("asks_certificate") },
    }
}

terms! {
    pub struct Terms {
        transaction_document_first: Rule,
        country_of_acquisition: Rule,
        named_countries: ByCountry,
        country_readings: ByCountry,
        taxes_on_top: Rule,
        withholding: Rule,
        cross_border_duties: Rule,
        tax_terms: ByCountry,
    }
}

impl Whole for Tax {
    const ABOUT: About = About {
        name: "tax",
        pack: "ibm-ilan",
        money: true,
        rules: &[
            "ILAN-01", "ILAN-10", "ILAN-11", "ILAN-12", "ILAN-24", "ILAN-25", "ILAN-32", "ILAN-41", "ILAN-42",
            "ILAN-43", "ILAN-46",
        ],
        verdicts: &["refer"],
        headline: "to_ibm",
        losses: &[],
        beside: &[],
        figures: &[
            Output::sometimes("tax", Shown::Money),
            Output::always("gross", Shown::Money),
            Output::sometimes("withheld", Shown::Money),
            Output::always("to_ibm", Shown::Money),
        ],
        dates: &[],
        line: &[],
        reasons: &["country_not_named"],
        assumptions: &[
            "listed_in_parts",
            "name_may_mean_two_countries",
            "one_territory_under_two_names",
            "rounding_not_stated",
            "saint_lucia_under_another_name",
            "tax_not_in_text",
            "tax_route_not_stated",
            "taxes_invoiced_on_top",
            "withholding_base_not_stated",
            "withholding_is_deducted",
        ],
        warnings: &[
            "cooperate_on_exemption",
            "cooperate_on_relief",
            "country_of_acquisition_decides",
            "cross_border_duties_are_yours",
            "file_tds_return",
            "keep_documents_current",
            "no_tangible_property",
            "notify_of_location",
            "pay_authority_and_send_certificate",
            "rejected_certificate",
            "transaction_document_decides",
        ],
        example: r#"{"calculator":"tax","as_of":"2026-11-21","currency":"USD","input":{"country":"SG","net":"120000.00",
            "tax_percent":"9","withholding_percent":"10","cross_border":true}}"#,
    };

    type Request = Request;
    type Terms = Terms;

    fn contradiction(terms: &Terms, _: &Pack) -> Contradiction {
        const PLACE: &str = "values.tax_terms";
        if !terms.tax_terms.value().is_one_for_each() {
            Some((PLACE, "names a country twice"))
        } else if !names_known_notes(terms.tax_terms.value(), &Tax::ABOUT) {
            Some((PLACE, "names a note that tax does not have"))
        } else {
            None
        }
    }

    fn answer(case: &Case, terms: &Terms, request: &Request, sheet: &mut Sheet) -> Result<(), Overflow> {
        let acquired = ground!(terms).acquired_in(request.country, sheet);
        let row = terms.tax_terms.value().of(acquired.country);
        write_amounts(case, terms, request, row, sheet)?;
        write_duties(terms, request, row, &acquired, sheet);
        Ok(())
    }
}

impl Request {
    fn is_withheld(&self) -> bool {
        self.withholding_percent.is_some_and(|percent| !percent.0.is_zero())
    }
}

fn write_amounts(
    case: &Case,
    terms: &Terms,
    request: &Request,
    row: Option<&CountryRow>,
    sheet: &mut Sheet,
) -> Result<(), Overflow> {
    // A country whose sentence on taxes is another's cites its own.
    let on_top = row.filter(|row| row.is("replaces_on_top")).map_or(terms.taxes_on_top.clause(), |row| &row.clause);
    let withholding = terms.withholding.clause();
    let net = request.net;
    let mut is_exact = true;
    let mut share = |percent: Percent, of: Money, field| -> Result<Money, Overflow> {
        let (amount, exact) = case.half_up(percent.of(of.exact()), field)?;
        is_exact &= exact;
        Ok(amount)
    };

    let gross = if let Some(percent) = request.tax_percent {
        let tax = share(percent, net, "tax_percent")?;
        let gross = net.plus(tax).or_overflow("tax_percent")?;
        sheet.figure("tax", tax, Working::half_up("net × tax_percent", on_top));
        sheet.figure("gross", gross, Working::exact("net + tax", on_top));
        sheet.assumption("tax_not_in_text", on_top);
        gross
    } else {
        sheet.figure("gross", net, Working::exact("net", on_top));
        net
    };
    let Some(percent) = request.withholding_percent else {
        sheet.figure("to_ibm", gross, Working::exact("gross", withholding));
        write_rounding(is_exact, on_top, sheet);
        return Ok(());
    };
    let (base, formula) = match request.withheld_on {
        Some(WithheldOn::WithTax) => (gross, "gross × withholding_percent"),
        _ => (net, "net × withholding_percent"),
    };
    let withheld = share(percent, base, "withholding_percent")?;
    // It is taken out of what IBM gets, not put on top: the licensee pays the authority and proves it.
    let to_ibm = gross.minus(withheld).or_overflow("withholding_percent")?;
    sheet.figure("withheld", withheld, Working::half_up(formula, withholding));
    sheet.figure("to_ibm", to_ibm, Working::exact("gross − withheld", withholding));
    sheet.assumption("withholding_is_deducted", withholding);
    if request.tax_percent.is_some() {
        sheet.assumption("withholding_base_not_stated", withholding);
    }
    write_rounding(is_exact, withholding, sheet);
    Ok(())
}

fn write_rounding(is_exact: bool, clause: &ClauseId, sheet: &mut Sheet) {
    if !is_exact {
        sheet.assumption("rounding_not_stated", clause);
    }
}

/// Certificates, notices and documents.
fn write_duties(terms: &Terms, request: &Request, row: Option<&CountryRow>, acquired: &Acquired, sheet: &mut Sheet) {
    let withholding = terms.withholding.clause();
    if request.is_withheld() {
        sheet.warning("pay_authority_and_send_certificate", withholding);
    }
    if request.cross_border == Some(true) {
        sheet.warning("cross_border_duties_are_yours", terms.cross_border_duties.clause());
    }
    if !row.is_some_and(|row| row.is("replaces_cooperation")) {
        sheet.warning("cooperate_on_exemption", withholding);
    }
    if !row.is_some_and(|row| row.is("replaces_on_top")) {
        sheet.assumption("taxes_invoiced_on_top", terms.taxes_on_top.clause());
    }
    if acquired.is_ambiguous {
        sheet.verdict(Verdict::Refer);
    }
    let Some(row) = row else { return };
    let columns = [
        (true, "warnings"),
        (request.is_withheld(), "warnings_when_withheld"),
        (request.benefit_elsewhere == Some(true), "warnings_when_elsewhere"),
        (request.electronic_delivery == Some(true), "warnings_when_electronic"),
        (request.exemption_certificate == Some(true), "warnings_when_exempted"),
    ];
    for (_, column) in columns.iter().filter(|(holds, _)| *holds) {
        for code in notes(row, column, Tax::ABOUT.warnings) {
            sheet.warning(code, &row.clause);
        }
    }
    for code in notes(row, "assumptions", Tax::ABOUT.assumptions) {
        sheet.assumption(code, &row.clause);
    }
}
