//! Onboarding windows, and the monitors that follow on them.

use super::asked::{EngineeringDirect, EnhancedResponse};
use super::{Request, Terms, warn, warn_past_the_end};
use crate::calculators::Case;
use crate::clause::Cited;
use crate::dates::Date;
use crate::form::Count;
use crate::money::{OrOverflow, Overflow};
use crate::sheet::{Sheet, Working};

/// Onboarding for enhanced response. The text counts from the contract term; where the service is
/// added later that window may be over before it begins, and so it is counted from the service's own
/// start, with the letter of it as a warning.
pub(super) fn write_enhanced(case: &Case, terms: &Terms, request: &Request, sheet: &mut Sheet) -> Result<(), Overflow> {
    let days = &terms.enhanced_onboarding_days;
    let (from, formula) = match (request.enhanced_response, request.enhanced_response_from) {
        (EnhancedResponse::NotBought, _) => return Ok(()),
        (EnhancedResponse::FromADate, Some(from)) => {
            (from, "last_of_days(enhanced_response_from, enhanced_onboarding_days)")
        }
        _ => (request.starts_on, "last_of_days(starts_on, enhanced_onboarding_days)"),
    };
    let until = last_of(from, days).or_overflow("enhanced_response_from")?;
    sheet.date("enhanced_onboarding_until", until, Working::exact(formula, days.clause()));
    sheet.assumption("enhanced_onboarding_from_its_start", days.clause());
    sheet.assumption("first_day_is_day_one", days.clause());
    if from != request.starts_on {
        let by_the_letter = last_of(request.starts_on, days).or_overflow("starts_on")?;
        let values = vec![("date", by_the_letter.into())];
        sheet.warning_with("enhanced_onboarding_by_the_letter", values, days.clause());
    }
    warn(case, until, "enhanced_onboarding_today", "enhanced_onboarding_over", days.clause(), sheet);
    warn_past_the_end(terms, request, until, sheet);
    Ok(())
}

/// Onboarding with the engineers of Azure, and the monitors that follow on it.
pub(super) fn write_direct(case: &Case, terms: &Terms, request: &Request, sheet: &mut Sheet) -> Result<(), Overflow> {
    let (days, monitors) = (&terms.onboarding_days, &terms.monitor_days);
    let until = last_of(request.starts_on, days).or_overflow("starts_on")?;
    sheet.date("onboarding_until", until, Working::exact("last_of_days(starts_on, onboarding_days)", days.clause()));
    sheet.know("onboarding_until", until);
    sheet.assumption("first_day_is_day_one", days.clause());
    warn(case, until, "onboarding_today", "onboarding_over", days.clause(), sheet);
    warn_past_the_end(terms, request, until, sheet);
    if request.engineering_direct == EngineeringDirect::Extended {
        let ready = until.plus_days(*monitors.value()).or_overflow("starts_on")?;
        let working = Working::exact("onboarding_until + monitor_days", monitors.clause());
        sheet.date("monitors_ready_by", ready, working);
        warn(case, ready, "monitors_due_today", "monitors_overdue", monitors.clause(), sheet);
        warn_past_the_end(terms, request, ready, sheet);
    }
    Ok(())
}

/// How many more monitoring scenarios there may be.
pub(super) fn write_scenarios(terms: &Terms, request: &Request, sheet: &mut Sheet) {
    let Some(Count(scenarios)) = request.monitoring_scenarios else { return };
    let most = &terms.most_monitoring_scenarios;
    let left = (most.value() - scenarios).max(0);
    let working = Working::exact("max(0, most_monitoring_scenarios − monitoring_scenarios)", most.clause());
    sheet.figure("scenarios_left", left, working);
    if scenarios > *most.value() {
        sheet.warning("more_scenarios_than_covered", most.clause());
    }
}

/// The last of so many days, of which the first is the day itself.
fn last_of(first: Date, days: &Cited<i64>) -> Option<Date> {
    first.plus_days(days.value() - 1)
}
