//! The usual working hours: the brochure speaks of them and gives none, so they are the visitor's.

use super::{Request, Terms};
use crate::calculators::working_hours::WorkingHours;
use crate::dates::TimeOfDay;
use crate::sheet::Sheet;

/// As entered; otherwise those of the reinstatement hotline, the only ones that are stated.
pub fn of(terms: &Terms, request: &Request) -> WorkingHours {
    WorkingHours::of(bounds(terms, request), request.working_days, request.holidays.as_ref())
}

pub fn bounds(terms: &Terms, request: &Request) -> (TimeOfDay, TimeOfDay) {
    let opens_at = request.opens_at.unwrap_or(*terms.hotline_opens.value());
    (opens_at, request.closes_at.unwrap_or(*terms.hotline_closes.value()))
}

pub fn write(hours: &WorkingHours, terms: &Terms, request: &Request, sheet: &mut Sheet) {
    hours.write("in_usual_hours", request.local_time, terms.support_by_time.clause(), sheet);
    let entered = [request.opens_at.is_some(), request.closes_at.is_some(), request.working_days.is_some()];
    if entered.contains(&false) {
        sheet.assumption("usual_hours_as_hotline", terms.hotline_opens.clause());
    }
    if entered.contains(&true) || request.holidays.iter().flatten().next().is_some() {
        sheet.assumption("usual_hours_are_yours", terms.target_hours.clause());
    }
    // The minute of closing is left open by the text.
    if hours.works_on(request.local_time.date) && request.local_time.time == hours.closes_at {
        sheet.assumption("closing_time_is_closed", terms.hotline_closes.clause());
    }
}
