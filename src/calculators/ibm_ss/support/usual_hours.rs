//! The usual working hours: the brochure speaks of them and gives none, so they are the visitor's.

use super::{Assumption, Request, Terms};
use crate::calculators::working_hours::{Hours, Own};
use crate::clause::Cited;
use crate::values::dates::TimeOfDay;
use crate::working::sheet::Sheet;

/// As entered.
pub fn own(request: &Request) -> Own<'_> {
    let Request { opens_at, closes_at, working_days, .. } = *request;
    Own { opens_at, closes_at, working_days, holidays: request.holidays.as_deref().unwrap_or_default() }
}

/// Those of the reinstatement hotline, the only ones that are stated.
pub fn stated(terms: &Terms) -> (&Cited<TimeOfDay>, &Cited<TimeOfDay>) {
    (&terms.hotline_opens, &terms.hotline_closes)
}

/// How they were read.
pub fn write_notes(hours: &Hours<'_>, terms: &Terms, request: &Request, sheet: &mut Sheet) {
    let own = own(request);
    if !own.is_whole() {
        sheet.assumption(Assumption::UsualHoursAsHotline, terms.hotline_opens.clause());
    }
    if own.is_any() {
        sheet.assumption(Assumption::UsualHoursAreYours, terms.target_hours.clause());
    }
    // The minute of closing is left open by the text.
    if hours.is_closing(request.local_time.value) {
        sheet.assumption(Assumption::ClosingTimeIsClosed, terms.hotline_closes.clause());
    }
}
