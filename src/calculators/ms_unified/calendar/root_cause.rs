//! Root-cause requests: when each report is due, and whether it was asked for in time.

use super::asked::RootCause;
use super::{Assumption, Reason, Request, Terms, Warning, out, warn};
use crate::calculators::Ask;
use crate::calculators::working_hours::WorkingDays;
use crate::working::answer::Verdict;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;

/// Writes a line for each request.
pub(super) fn write(ask: &Ask<'_, Terms, Request>, sheet: &mut Sheet) {
    let (terms, request) = (ask.terms, ask.request);
    let causes = request.root_causes.as_deref().unwrap_or_default();
    if causes.is_empty() {
        return;
    }
    let (due, asked) = (terms.root_cause_business_days.clause(), terms.root_cause_request_days.clause());
    for (index, cause) in causes.iter().enumerate() {
        sheet.begin_line(index);
        if let Some(label) = &cause.label {
            sheet.show(&out::line::label, label.0.clone());
        }
        write_report(ask, cause, sheet);
        let verdict = write_timing(terms, cause, sheet);
        sheet.show(&out::line::verdict, verdict.name());
        // The day by which a report is due is no promise of one: both of its limits stand beside it.
        if cause.mitigated_on.is_some() && verdict != Verdict::Eligible {
            sheet.warning(Warning::ReportOnlyIfAskedInTime, asked);
        }
        sheet.warning(Warning::OwnIncidentsOnly, due);
        let requested_on = cause.requested_on.value;
        if requested_on < request.starts_on.value || requested_on > request.ends_on.value {
            sheet.warning(Warning::OutsideTheTerm, terms.usable_in_term.clause());
        }
        sheet.end_line();
    }
    sheet.assumption(Assumption::BusinessDaysMondayToFriday, due);
    // The closing day is not known ahead; a request at the opening never comes after it, and can be
    // repeated.
    sheet.warning(Warning::AskWhenOpeningTheCase, asked);
}

/// Writes when the report is due: so many business days after the request or the mitigation, whichever is later;
/// before there is a mitigation the days do not begin to run.
fn write_report(ask: &Ask<'_, Terms, Request>, cause: &RootCause, sheet: &mut Sheet) {
    let (terms, days) = (ask.terms, &ask.terms.root_cause_business_days);
    let Some(mitigated_on) = cause.mitigated_on else {
        sheet.warning(Warning::NotMitigated, days.clause());
        return;
    };
    let holidays = ask.request.holidays.as_deref().unwrap_or_default();
    work!(sheet, line counted_from = exact(max(cause.requested_on, mitigated_on)), by days);
    work!(sheet, line report_due_on = exact(plus_business_days(
        counted_from, terms.root_cause_business_days, WorkingDays::MondayToFriday, holiday of holidays
    )), by days);
    warn(ask, report_due_on, Warning::ReportDueToday, Warning::ReportOverdue, sheet);
}

/// Writes whether a report was asked for in time, and returns the verdict. "Seven days before closing" can mean at
/// least seven days ahead, or within the last seven. Only a request on the seventh day is both; of any other the text
/// does not decide.
fn write_timing(terms: &Terms, cause: &RootCause, sheet: &mut Sheet) -> Verdict {
    let (days, clause) = (&terms.root_cause_request_days, terms.root_cause_request_days.clause());
    let Some(closed_on) = cause.closed_on else {
        sheet.reason(Reason::ClosingDayNotGiven, clause);
        return Verdict::Refer;
    };
    work!(sheet, line days_before_closing = exact(days(cause.requested_on, closed_on)), by days);
    work!(sheet, line early_enough = exact(days_before_closing >= terms.root_cause_request_days), by days);
    work!(sheet, line late_enough = exact(
        days_before_closing >= 0 && days_before_closing <= terms.root_cause_request_days
    ), by days);
    let (verdict, reason) = match (early_enough.value, late_enough.value) {
        (true, true) => return Verdict::Eligible,
        (true, false) => (Verdict::Refer, Reason::OnlyDaysBeforeHolds),
        // Which came first that day, dates do not tell.
        (false, true) if days_before_closing.value == 0 => (Verdict::Refer, Reason::RequestedOnTheClosingDay),
        (false, true) => (Verdict::Refer, Reason::OnlyWithinDaysHolds),
        (false, false) => (Verdict::Ineligible, Reason::RequestedAfterClosing),
    };
    sheet.reason(reason, clause);
    verdict
}
