//! Root-cause requests: when each report is due, and whether it was asked for in time.

use super::asked::RootCause;
use super::{Request, Terms, warn, warn_past_the_end};
use crate::answer::Verdict;
use crate::calculators::Case;
use crate::hours::{BusinessDays, Weekdays};
use crate::money::{OrOverflow, Overflow};
use crate::sheet::{Sheet, Working};

/// Writes a line for each request.
pub(super) fn write(case: &Case, terms: &Terms, request: &Request, sheet: &mut Sheet) -> Result<(), Overflow> {
    let causes = request.root_causes.as_deref().unwrap_or_default();
    if causes.is_empty() {
        return Ok(());
    }
    let due = terms.root_cause_business_days.clause();
    let holidays = request.holidays.iter().flatten().map(|each| each.holiday).collect();
    let days = BusinessDays::new(Weekdays::MONDAY_TO_FRIDAY, holidays).or_overflow("holidays")?;
    for (index, cause) in causes.iter().enumerate() {
        sheet.begin_line(index);
        sheet.know_all(cause);
        if let Some(label) = &cause.label {
            sheet.echo("label", label.0.clone());
        }
        write_report(case, terms, request, cause, &days, sheet)?;
        let verdict = write_timing(terms, cause, sheet);
        sheet.echo("verdict", verdict.name());
        // The day by which a report is due is no promise of one: both of its limits stand beside it.
        if cause.mitigated_on.is_some() && verdict != Verdict::Eligible {
            sheet.warning("report_only_if_asked_in_time", terms.root_cause_request_days.clause());
        }
        sheet.warning("own_incidents_only", due);
        if cause.requested_on < request.starts_on || cause.requested_on > request.ends_on {
            sheet.warning("outside_the_term", terms.usable_in_term.clause());
        }
        sheet.end_line();
    }
    sheet.assumption("business_days_monday_to_friday", due);
    // The closing day is not known ahead; a request at the opening never comes after it, and can be
    // repeated.
    sheet.warning("ask_when_opening_the_case", terms.root_cause_request_days.clause());
    Ok(())
}

/// The report is due so many business days after the request or the mitigation, whichever is later;
/// before there is a mitigation the days do not begin to run.
fn write_report(
    case: &Case,
    terms: &Terms,
    request: &Request,
    cause: &RootCause,
    days: &BusinessDays,
    sheet: &mut Sheet,
) -> Result<(), Overflow> {
    let (count, clause) = (*terms.root_cause_business_days.value(), terms.root_cause_business_days.clause());
    let Some(mitigated_on) = cause.mitigated_on else {
        sheet.warning("not_mitigated", clause);
        return Ok(());
    };
    let from = cause.requested_on.max(mitigated_on);
    sheet.computed("counted_from", from, Working::exact("latest(requested_on, mitigated_on)", clause));
    let due = days.after(from, count).or_overflow("root_causes")?;
    let working = Working::exact("plus_business_days(counted_from, root_cause_business_days)", clause);
    sheet.computed("report_due_on", due, working);
    warn(case, due, "report_due_today", "report_overdue", clause, sheet);
    warn_past_the_end(terms, request, due, sheet);
    Ok(())
}

/// "Seven days before closing" can mean at least seven days ahead, or within the last seven. Only a
/// request on the seventh day is both; of any other the text does not decide.
fn write_timing(terms: &Terms, cause: &RootCause, sheet: &mut Sheet) -> Verdict {
    let (days, clause) = (*terms.root_cause_request_days.value(), terms.root_cause_request_days.clause());
    let Some(closed_on) = cause.closed_on else {
        sheet.reason("closing_day_not_given", clause);
        return Verdict::Refer;
    };
    let ahead = cause.requested_on.days_to(closed_on);
    sheet.computed("days_before_closing", ahead, Working::exact("days(requested_on, closed_on)", clause));
    let (early, late) = (ahead >= days, (0..=days).contains(&ahead));
    let working = Working::exact("days_before_closing ≥ root_cause_request_days", clause);
    sheet.computed("early_enough", early, working);
    let working = Working::exact("0 ≤ days_before_closing ≤ root_cause_request_days", clause);
    sheet.computed("late_enough", late, working);
    let (verdict, reason) = match (early, late) {
        (true, true) => return Verdict::Eligible,
        (true, false) => (Verdict::Refer, "only_days_before_holds"),
        // Which came first that day, dates do not tell.
        (false, true) if ahead == 0 => (Verdict::Refer, "requested_on_the_closing_day"),
        (false, true) => (Verdict::Refer, "only_within_days_holds"),
        (false, false) => (Verdict::Ineligible, "requested_after_closing"),
    };
    sheet.reason(reason, clause);
    verdict
}
