//! Onboarding windows, and the monitors that follow on them. The first day of a window is its day one.

use super::asked::{EngineeringDirect, EnhancedResponse};
use super::{Assumption, Request, Terms, Warning, out, warn};
use crate::calculators::Ask;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;

/// Writes the end of onboarding for enhanced response. The text counts from the contract term; where the service is
/// added later that window may be over before it begins, and so it is counted from the service's own
/// start, with the letter of it as a warning.
pub(super) fn write_enhanced(ask: &Ask<'_, Terms, Request>, sheet: &mut Sheet) {
    let (terms, request) = (ask.terms, ask.request);
    let days = &terms.enhanced_onboarding_days;
    let from = match (request.enhanced_response, request.enhanced_response_from) {
        (EnhancedResponse::NotBought, _) => return,
        (EnhancedResponse::FromADate, Some(from)) => from,
        _ => request.starts_on,
    };
    work!(sheet, date enhanced_onboarding_until = exact(from + terms.enhanced_onboarding_days - 1), by days);
    sheet.assumption(Assumption::EnhancedOnboardingFromItsStart, days.clause());
    sheet.assumption(Assumption::FirstDayIsDayOne, days.clause());
    if from.value != request.starts_on.value {
        work!(sheet, between onboarding_by_the_letter = exact(
            request.starts_on + terms.enhanced_onboarding_days - 1
        ), by days);
        let values = vec![("date", onboarding_by_the_letter.value.into())];
        sheet.warning_with(Warning::EnhancedOnboardingByTheLetter, values, days.clause());
    }
    let (today, over) = (Warning::EnhancedOnboardingToday, Warning::EnhancedOnboardingOver);
    warn(ask, enhanced_onboarding_until, today, over, sheet);
}

/// Writes the end of onboarding with the engineers of Azure, and when the monitors that follow on it are ready.
pub(super) fn write_direct(ask: &Ask<'_, Terms, Request>, sheet: &mut Sheet) {
    let (terms, request) = (ask.terms, ask.request);
    let (days, monitors) = (&terms.onboarding_days, &terms.monitor_days);
    work!(sheet, date onboarding_until = exact(request.starts_on + terms.onboarding_days - 1), by days);
    sheet.assumption(Assumption::FirstDayIsDayOne, days.clause());
    warn(ask, onboarding_until, Warning::OnboardingToday, Warning::OnboardingOver, sheet);
    if request.engineering_direct == EngineeringDirect::Extended {
        work!(sheet, date monitors_ready_by = exact(onboarding_until + terms.monitor_days), by monitors);
        warn(ask, monitors_ready_by, Warning::MonitorsDueToday, Warning::MonitorsOverdue, sheet);
    }
}

/// Writes how many more monitoring scenarios there may be.
pub(super) fn write_scenarios(terms: &Terms, request: &Request, sheet: &mut Sheet) {
    let Some(monitoring_scenarios) = request.monitoring_scenarios else { return };
    let most = &terms.most_monitoring_scenarios;
    work!(sheet, figure scenarios_left = exact(
        max(0, terms.most_monitoring_scenarios - monitoring_scenarios)
    ), by most);
    if monitoring_scenarios.value.0 > *most.value() {
        sheet.warning(Warning::MoreScenariosThanCovered, most.clause());
    }
}
