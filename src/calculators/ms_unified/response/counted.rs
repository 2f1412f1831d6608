//! What counts of each day on the business clock.

use super::{Assumption, Request, Terms, out};
use crate::calculators::working_hours::{Hours, Own};
use crate::clause::Cited;
use crate::values::dates::{LocalTime, TimeOfDay};
use crate::working::Of;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;

/// Writes every day on which the clock runs, until it is over.
pub fn write(terms: &Terms, request: &Request, hours: &Hours<'_>, respond_by: Of<'_, LocalTime>, sheet: &mut Sheet) {
    let clause = terms.business_clock.clause();
    work!(sheet, date clock_starts = exact(open_from(
        request.local_time, hours.opens_at, hours.closes_at, hours.working_days, holiday of hours.holidays
    )), by clause);
    sheet.begin_rows(&out::figure::counted_days);
    let mut before: Option<Of<'_, LocalTime>> = None;
    for index in 0.. {
        sheet.begin_line(index);
        let counted_from = if let Some(counted_until) = before {
            work!(sheet, day counted_from = exact(next_opening(
                counted_until, hours.opens_at, hours.closes_at, hours.working_days, holiday of hours.holidays
            )), by clause);
            counted_from
        } else {
            work!(sheet, day counted_from = exact(clock_starts), by clause);
            counted_from
        };
        work!(sheet, day counted_until = exact(
            min(at(date_of(counted_from), hours.closes_at), respond_by)
        ), by clause);
        work!(sheet, day counted_minutes = exact(minutes(counted_from, counted_until)), by clause);
        sheet.end_line();
        // Where the calendar ended before, time does not go on.
        let goes_on = before.is_none_or(|before| before.value < counted_until.value);
        if counted_until.value >= respond_by.value || !goes_on {
            break;
        }
        before = Some(counted_until);
    }
    sheet.end_list();
}

/// Business hours as entered.
pub fn own(request: &Request) -> Own<'_> {
    let Request { opens_at, closes_at, working_days, .. } = *request;
    Own { opens_at, closes_at, working_days, holidays: request.holidays.as_deref().unwrap_or_default() }
}

/// Business hours as stated.
pub fn stated(terms: &Terms) -> (&Cited<TimeOfDay>, &Cited<TimeOfDay>) {
    (&terms.business_opens, &terms.business_closes)
}

/// How the hours were read.
pub fn write_notes(terms: &Terms, request: &Request, hours: &Hours<'_>, sheet: &mut Sheet) {
    sheet.assumption(Assumption::ResponseCountsBusinessHours, terms.business_clock.clause());
    let (own, stated) = (own(request), terms.business_opens.clause());
    if !own.is_whole() {
        sheet.assumption(Assumption::BusinessHoursAsStated, stated);
    }
    if own.is_any() {
        sheet.assumption(Assumption::BusinessHoursAreYours, stated);
    }
    // The minute of closing is left open by the text.
    if hours.is_closing(request.local_time.value) {
        sheet.assumption(Assumption::ClosingTimeIsClosed, stated);
    }
}
