//! What of a charge goes to IBM and what to the tax authority, and what else tax asks of the licensee.
//!
//! Out come, in the request's currency, the charge with the tax that comes on top, what is withheld
//! and paid to the authority, and what is left for IBM; each product is rounded half up once. The
//! text states no rates: they are the visitor's.
//! Rules: ILAN-10 (taxes come on top), 11 (withholding), 12 (across a border), 32 (Brazil pays both),
//! 41 (where the benefit is received), 42 (relief and its documents), 43 (tax deducted at source).

use crate::calculators::declared::answers;
use crate::calculators::ibm_ilan::licence::{acquired_in, names_known_notes};
use crate::calculators::{About, Ask, Contradiction, Whole};
use crate::clause::ClauseId;
use crate::form::{Condition, Fallback, choice, fields};
use crate::terms::{ByCountry, CountryRow, Pack, Rule, terms};
use crate::values::country::Country;
use crate::values::money::{Money, Percent};
use crate::working::answer::Verdict;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;
use crate::working::{Entered, Of};

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
        net: Entered<Money>,
        tax_percent: Option<Entered<Percent>>,
        withholding_percent: Option<Entered<Percent>>,
        withheld_on: Option<WithheldOn> { default: Some(Fallback::Key("before_tax")) },
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

answers! {
    figure {
        tax: Option<Money>,
        gross: Money { paid: true },
        withheld: Option<Money>,
        to_ibm: Money,
    }
    reason {
        CountryNotNamed = "country_not_named",
    }
    assumption {
        ListedInParts = "listed_in_parts",
        NameMayMeanTwoCountries = "name_may_mean_two_countries",
        OneTerritoryUnderTwoNames = "one_territory_under_two_names",
        RoundingNotStated = "rounding_not_stated",
        SaintLuciaUnderAnotherName = "saint_lucia_under_another_name",
        TaxNotInText = "tax_not_in_text",
        TaxRouteNotStated = "tax_route_not_stated",
        TaxesInvoicedOnTop = "taxes_invoiced_on_top",
        WithholdingBaseNotStated = "withholding_base_not_stated",
        WithholdingIsDeducted = "withholding_is_deducted",
    }
    warning {
        CooperateOnExemption = "cooperate_on_exemption",
        CooperateOnRelief = "cooperate_on_relief",
        CountryOfAcquisitionDecides = "country_of_acquisition_decides",
        CrossBorderDutiesAreYours = "cross_border_duties_are_yours",
        FileTdsReturn = "file_tds_return",
        KeepDocumentsCurrent = "keep_documents_current",
        NoTangibleProperty = "no_tangible_property",
        NotifyOfLocation = "notify_of_location",
        PayAuthorityAndSendCertificate = "pay_authority_and_send_certificate",
        RejectedCertificate = "rejected_certificate",
        TransactionDocumentDecides = "transaction_document_decides",
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
        onward: r#"[
            {"to":"late_charge","fields":{"country":"country"},"lines":{"from":"","to":"lines","fields":{"amount":"answer.gross"}},"when":[{"of":"answer.gross","above":"0"}]}
        ]"#,
        example: r#"{"calculator":"tax","as_of":"2026-11-21","currency":"USD","input":{"country":"SG","net":"120000.00",
            "tax_percent":"9","withholding_percent":"10","cross_border":true}}"#,
        ..out::ABOUT
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

    fn answer(ask: &Ask<'_, Terms, Request>, sheet: &mut Sheet) {
        let (terms, request) = (ask.terms, ask.request);
        let acquired = acquired_in!(terms, request.country, sheet);
        let row = terms.tax_terms.value().of(acquired.country);
        // A country whose sentence on taxes is another's cites its own.
        let on_top = row.filter(|row| row.is("replaces_on_top")).map_or(terms.taxes_on_top.clause(), |row| &row.clause);
        let gross = write_tax(request, on_top, sheet);
        write_withholding(terms, request, gross, on_top, sheet);
        write_duties(terms, request, row, sheet);
        if let Some(row) = row {
            write_country(request, row, sheet);
        }
        if acquired.is_ambiguous {
            sheet.verdict(Verdict::Refer);
        }
    }
}

impl Request {
    fn is_withheld(&self) -> bool {
        self.withholding_percent.is_some_and(|percent| !percent.value.0.is_zero())
    }
}

/// Returns the charge with the tax on it, where a rate is given, and whether that tax needed no rounding.
fn write_tax<'t>(request: &Request, on_top: &'t ClauseId, sheet: &mut Sheet) -> (Of<'t, Money>, bool) {
    let Some(tax_percent) = request.tax_percent else {
        work!(sheet, figure gross = exact(request.net), by on_top);
        return (gross, true);
    };
    work!(sheet, figure tax = half_up(request.net * tax_percent), by on_top);
    work!(sheet, figure gross = exact(request.net + tax), by on_top);
    sheet.assumption(Assumption::TaxNotInText, on_top);
    (gross, tax.is_exact)
}

/// What is withheld comes out of what IBM gets: the licensee pays it to the authority and proves that.
fn write_withholding(
    terms: &Terms,
    request: &Request,
    (gross, tax_is_exact): (Of<'_, Money>, bool),
    on_top: &ClauseId,
    sheet: &mut Sheet,
) {
    let by = terms.withholding.clause();
    let Some(withholding_percent) = request.withholding_percent else {
        work!(sheet, figure to_ibm = exact(gross), by by);
        return write_rounding(tax_is_exact, on_top, sheet);
    };
    let withheld = if request.withheld_on == Some(WithheldOn::WithTax) {
        work!(sheet, figure withheld = half_up(gross * withholding_percent), by by);
        withheld
    } else {
        work!(sheet, figure withheld = half_up(request.net * withholding_percent), by by);
        withheld
    };
    work!(sheet, figure to_ibm = exact(gross - withheld), by by);
    sheet.assumption(Assumption::WithholdingIsDeducted, by);
    if request.tax_percent.is_some() {
        sheet.assumption(Assumption::WithholdingBaseNotStated, by);
    }
    write_rounding(tax_is_exact && withheld.is_exact, by, sheet);
}

fn write_rounding(is_exact: bool, clause: &ClauseId, sheet: &mut Sheet) {
    if !is_exact {
        sheet.assumption(Assumption::RoundingNotStated, clause);
    }
}

/// What the licensee has to do anywhere, unless the country's own sentence takes its place.
fn write_duties(terms: &Terms, request: &Request, row: Option<&CountryRow>, sheet: &mut Sheet) {
    let withholding = terms.withholding.clause();
    let replaces = |sentence| row.is_some_and(|row| row.is(sentence));
    if request.is_withheld() {
        sheet.warning(Warning::PayAuthorityAndSendCertificate, withholding);
    }
    if request.cross_border == Some(true) {
        sheet.warning(Warning::CrossBorderDutiesAreYours, terms.cross_border_duties.clause());
    }
    if !replaces("replaces_cooperation") {
        sheet.warning(Warning::CooperateOnExemption, withholding);
    }
    if !replaces("replaces_on_top") {
        sheet.assumption(Assumption::TaxesInvoicedOnTop, terms.taxes_on_top.clause());
    }
}

/// What the country's row says on top: certificates, notices and documents.
fn write_country(request: &Request, row: &CountryRow, sheet: &mut Sheet) {
    for (column, holds) in [
        ("warnings", true),
        ("warnings_when_withheld", request.is_withheld()),
        ("warnings_when_elsewhere", request.benefit_elsewhere == Some(true)),
        ("warnings_when_electronic", request.electronic_delivery == Some(true)),
        ("warnings_when_exempted", request.exemption_certificate == Some(true)),
    ] {
        for code in row.keys(column).filter(|_| holds).filter_map(Warning::of_code) {
            sheet.warning(code, &row.clause);
        }
    }
    for code in row.keys("assumptions").filter_map(Assumption::of_code) {
        sheet.assumption(code, &row.clause);
    }
}
