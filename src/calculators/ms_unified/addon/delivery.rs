//! How a service comes: in which languages, on site or not, at whose expense, at what hours, until when.

use super::codes::{DELIVERIES, HOURS, LANGUAGES};
use super::said::{ServiceRule, find};
use super::{Ask, Assumption, BaseContract, Language, Offer, OnSite, Reason, Request, Service, Terms, Warning, out};
use crate::working::reckon::work;
use crate::working::sheet::Sheet;
use crate::working::{Declared, Entered, Of};

/// Writes all of it for the service asked about.
pub fn write(ask: &Ask<'_, Offer, Request>, rules: &[ServiceRule<'_>], sheet: &mut Sheet) {
    let (terms, request) = (&ask.terms.terms, ask.request);
    let find = |codes| find(rules, &request.service, codes);
    if let Some(said) = find(LANGUAGES) {
        write_language(request, said, sheet);
    }
    if let Some(said) = find(DELIVERIES) {
        write_visit(terms, request, said, sheet);
    }
    if let Some(said) = find(HOURS) {
        work!(sheet, figure hours = exact(said), by said);
        if hours.value == "local_working_hours" {
            work!(sheet, figure opens_at = exact(terms.engineer_opens), by said);
            work!(sheet, figure closes_at = exact(terms.engineer_closes), by said);
        }
    }
    if let (Some(said), Some(hours_bought)) = (find(&["hours_drawn_down"]), request.hours_bought) {
        if let Some(hours_used) = request.hours_used {
            work!(sheet, figure hours_left = exact(hours_bought - hours_used), by said);
        } else {
            work!(sheet, figure hours_left = exact(hours_bought), by said);
        }
        sheet.assumption(Assumption::WholeHours, said.clause());
    }
    if let Some(said) = find(&["quarterly"]) {
        work!(sheet, figure quarterly_meetings = exact(terms.quarterly_meetings), by said);
        sheet.assumption(Assumption::QuarterlyReadAsFour, said.clause());
    }
    if let Some(said) = find(&["help_days"]) {
        work!(sheet, figure on_site_help_days = exact(terms.on_site_help_days), by said);
        work!(sheet, figure remote_help_days = exact(terms.remote_help_days), by said);
    }
    write_dates(ask, rules, sheet);
}

/// The languages, and whether the one that is wanted is among them.
fn write_language(request: &Request, said: Of<'_, &'static str>, sheet: &mut Sheet) {
    let clause = said.clause();
    work!(sheet, figure languages = exact(said), by clause);
    let Some(language) = request.language else { return };
    let offered = write_offered(&out::figure::in_your_language, language, languages, sheet);
    if offered.value == "not_offered" {
        sheet.reason(Reason::LanguageNotOffered, clause);
    }
    if offered.value == "offered" && language.value == Language::Chinese {
        // Which Chinese is not said.
        sheet.assumption(Assumption::ChineseNotSpecified, clause);
    }
    if offered.value == "offered" && languages.value == "site_language_or_english" {
        // "Or": whether the customer or Microsoft has the choice is not said.
        sheet.assumption(Assumption::EnglishReadAsOffered, clause);
    }
}

/// Whether the language that is wanted is among those that a key stands for. No key stands for any other than the three.
fn write_offered<'t>(
    declared: &Declared<&'static str>,
    language: Entered<Language>,
    languages: Of<'t, &'static str>,
    sheet: &mut Sheet,
) -> Of<'t, &'static str> {
    work!(sheet, at (declared) in_your_language = exact(
        if language == Language::English
            || (language == Language::Japanese && languages == "english_japanese")
            || (language == Language::Japanese && languages == "english_chinese_japanese")
            || (language == Language::Chinese && languages == "english_chinese_japanese") { "offered" }
        else if languages == "english_or_yours" || languages == "site_language_or_english" { "where_available" }
        else { "not_offered" }
    ), by languages);
    in_your_language
}

/// The same of any service, in its line.
pub fn write_language_of(rules: &[ServiceRule<'_>], service: &Service, request: &Request, sheet: &mut Sheet) {
    if let (Some(said), Some(language)) = (find(rules, service, LANGUAGES), request.language) {
        write_offered(&out::line::in_your_language, language, said.stands_for("languages"), sheet);
    }
}

fn write_visit(terms: &Terms, request: &Request, said: Of<'_, &'static str>, sheet: &mut Sheet) {
    let clause = said.clause();
    work!(sheet, figure delivery = exact(said), by clause);
    let Some(on_site) = request.on_site.filter(|wish| wish.value != OnSite::NotWanted) else { return };
    work!(sheet, figure site_visit = exact(
        if delivery == "remote_only" { "not_offered" }
        else if on_site != OnSite::Wanted { "agreed" }
        else if delivery == "remote_unless_agreed" { "needs_agreement" }
        else { "possible" }
    ), by clause);
    if site_visit.value == "not_offered" {
        sheet.reason(Reason::OnSiteNotOffered, clause);
        return;
    }
    if site_visit.value == "needs_agreement" {
        sheet.reason(Reason::OnSiteNeedsAgreement, clause);
    }
    work!(sheet, figure expenses = exact(
        if on_site == OnSite::AgreedAndPrepaid { "prepaid" }
        else if on_site == OnSite::Agreed { "billed" }
        else { "billed_unless_prepaid" }
    ), by terms.travel_expenses);
    if expenses.value != "prepaid" {
        sheet.warning(Warning::ExpensesUnquantified, expenses.clause());
    }
}

fn write_dates(ask: &Ask<'_, Offer, Request>, rules: &[ServiceRule<'_>], sheet: &mut Sheet) {
    let (terms, request) = (&ask.terms.terms, ask.request);
    let find = |codes| find(rules, &request.service, codes);
    if let (Some(until), Some(base)) = (request.base_until, find(&["base_contract"]))
        && until.value == ask.as_of.value
    {
        sheet.assumption(Assumption::LastDayStillCounts, base.clause());
    }
    if let Some(said) = find(&["ends_with_base"]).filter(|_| request.base_contract.value != BaseContract::None) {
        if let Some(base_until) = request.base_until {
            work!(sheet, date ends_on = exact(base_until), by said);
        } else {
            sheet.warning(Warning::EndNotGiven, said.clause());
        }
    }
    if let (Some(said), Some(starts_on)) = (find(&["onboarding_from_start"]), request.starts_on) {
        work!(sheet, date onboarding_until = exact(starts_on + (terms.enhanced_onboarding_days - 1)), by said);
        // Of a service added later, the first days of the contract may be over.
        sheet.assumption(Assumption::CountedFromServiceStart, said.clause());
    }
}
