//! How a service comes: in which languages, on site or not, at whose expense, at what hours, until when.

use super::{BaseContract, Case, Language, OnSite, Overflow, Request, Service, Sheet, Terms, Working, said};
use crate::money::OrOverflow;

/// The languages that a service comes in; each key names those that it surely comes in.
pub const LANGUAGES: &[&str] =
    &["english_only", "english_japanese", "english_chinese_japanese", "english_or_yours", "site_language_or_english"];
/// Whether it comes in the language that is wanted.
pub const OFFERED: &[&str] = &["offered", "where_available", "not_offered"];
pub const REMOTE_ONLY: &str = "remote_only";
pub const DELIVERIES: &[&str] = &[REMOTE_ONLY, "remote_unless_agreed", "on_site_or_remote"];
pub const VISITS: &[&str] = &["not_offered", "needs_agreement", "possible", "agreed"];
pub const EXPENSES: &[&str] = &["billed", "billed_unless_prepaid", "prepaid"];
pub const HOURS: &[&str] =
    &["local_working_hours", "around_the_clock", "by_severity", "business_hours_on_request", "agreed_business_hours"];
/// Other facts that bring a figure or a date.
pub const MARKS: &[&str] =
    &["ends_with_base", "feature_split", "help_days", "hours_drawn_down", "onboarding_from_start", "quarterly"];

pub fn write(case: &Case, terms: &Terms, request: &Request, sheet: &mut Sheet) -> Result<(), Overflow> {
    let find = |codes| said::find(terms.service_rules.value(), &request.service, codes);
    if let Some(languages) = find(LANGUAGES) {
        sheet.figure("languages", languages.code, Working::exact(super::LISTED, &languages.clause));
        if let Some(offered) = offered(request, languages.code) {
            sheet.figure("in_your_language", offered, Working::exact(OFFERED_BY, &languages.clause));
            if offered == "not_offered" {
                sheet.reason("language_not_offered", &languages.clause);
            }
            if offered == "offered" && request.language == Some(Language::Chinese) {
                // Which Chinese is not said.
                sheet.assumption("chinese_not_specified", &languages.clause);
            }
            if offered == "offered" && languages.code == "site_language_or_english" {
                // "Or": whether the customer or Microsoft has the choice is not said.
                sheet.assumption("english_read_as_offered", &languages.clause);
            }
        }
    }
    write_visit(terms, request, sheet);
    if let Some(hours) = find(HOURS) {
        sheet.figure("hours", hours.code, Working::exact(super::LISTED, &hours.clause));
        if hours.code == "local_working_hours" {
            sheet.figure("opens_at", *terms.engineer_opens.value(), Working::exact("engineer_opens", &hours.clause));
            sheet.figure("closes_at", *terms.engineer_closes.value(), Working::exact("engineer_closes", &hours.clause));
        }
    }
    if let (Some(said), Some(bought)) = (find(&["hours_drawn_down"]), request.hours_bought) {
        let (used, formula) = match request.hours_used {
            Some(used) => (used.0, "hours_bought − hours_used"),
            None => (0, "hours_bought"),
        };
        sheet.figure("hours_left", bought.0 - used, Working::exact(formula, &said.clause));
        sheet.assumption("whole_hours", &said.clause);
    }
    if let Some(said) = find(&["quarterly"]) {
        let meetings = *terms.quarterly_meetings.value();
        sheet.figure("quarterly_meetings", meetings, Working::exact("quarterly_meetings", &said.clause));
        sheet.assumption("quarterly_read_as_four", &said.clause);
    }
    if let Some(said) = find(&["help_days"]) {
        for (name, days) in
            [("on_site_help_days", &terms.on_site_help_days), ("remote_help_days", &terms.remote_help_days)]
        {
            sheet.figure(name, *days.value(), Working::exact(name, &said.clause));
        }
    }
    write_dates(case, terms, request, sheet)
}

const OFFERED_BY: &str = "follows_both(language, languages)";

fn wanted(request: &Request) -> &'static str {
    request.language.as_ref().map_or("", Language::key)
}

/// Whether the language that is wanted is among those that a key stands for.
fn offered(request: &Request, languages: &str) -> Option<&'static str> {
    let wanted = wanted(request);
    if wanted.is_empty() {
        None
    } else if languages.contains(wanted) {
        Some("offered")
    } else if languages.contains("_or_") {
        Some("where_available")
    } else {
        Some("not_offered")
    }
}

/// The same of any service, in its line.
pub fn write_language(terms: &Terms, service: &Service, request: &Request, sheet: &mut Sheet) {
    if let Some(languages) = said::find(terms.service_rules.value(), service, LANGUAGES)
        && let Some(offered) = offered(request, languages.code)
    {
        sheet.know("languages", languages.code);
        sheet.computed("in_your_language", offered, Working::exact(OFFERED_BY, &languages.clause));
    }
}

fn write_visit(terms: &Terms, request: &Request, sheet: &mut Sheet) {
    let Some(delivery) = said::find(terms.service_rules.value(), &request.service, DELIVERIES) else { return };
    sheet.figure("delivery", delivery.code, Working::exact(super::LISTED, &delivery.clause));
    let wish = request.on_site.unwrap_or(OnSite::NotWanted);
    let visit = match (wish, delivery.code) {
        (OnSite::NotWanted, _) => return,
        (_, REMOTE_ONLY) => "not_offered",
        (OnSite::Wanted, "remote_unless_agreed") => "needs_agreement",
        (OnSite::Wanted, _) => "possible",
        (OnSite::Agreed | OnSite::AgreedAndPrepaid, _) => "agreed",
    };
    sheet.figure("site_visit", visit, Working::exact("follows_both(on_site, delivery)", &delivery.clause));
    match visit {
        "not_offered" => {
            sheet.reason("on_site_not_offered", &delivery.clause);
            return;
        }
        "needs_agreement" => sheet.reason("on_site_needs_agreement", &delivery.clause),
        _ => {}
    }
    let expenses = match wish {
        OnSite::AgreedAndPrepaid => "prepaid",
        OnSite::Agreed => "billed",
        OnSite::Wanted | OnSite::NotWanted => "billed_unless_prepaid",
    };
    let clause = terms.travel_expenses.clause();
    sheet.figure("expenses", expenses, Working::exact("follows(on_site)", clause));
    if expenses != "prepaid" {
        sheet.warning("expenses_unquantified", clause);
    }
}

fn write_dates(case: &Case, terms: &Terms, request: &Request, sheet: &mut Sheet) -> Result<(), Overflow> {
    let find = |codes| said::find(terms.service_rules.value(), &request.service, codes);
    if let (Some(until), Some(base)) = (request.base_until, find(&["base_contract"]))
        && until == case.as_of
    {
        sheet.assumption("last_day_still_counts", &base.clause);
    }
    if let Some(said) = find(&["ends_with_base"]).filter(|_| request.base_contract != BaseContract::None) {
        match request.base_until {
            Some(until) => sheet.date("ends_on", until, Working::exact("base_until", &said.clause)),
            None => sheet.warning("end_not_given", &said.clause),
        }
    }
    if let (Some(said), Some(start)) = (find(&["onboarding_from_start"]), request.starts_on) {
        let until = start.plus_days(*terms.enhanced_onboarding_days.value() - 1).or_overflow("starts_on")?;
        let formula = "day_before(plus_days(starts_on, enhanced_onboarding_days))";
        sheet.date("onboarding_until", until, Working::exact(formula, &said.clause));
        // Of a service added later, the first days of the contract may be over.
        sheet.assumption("counted_from_service_start", &said.clause);
    }
    Ok(())
}
