//! By when a response is aimed at, and when somebody answers next where nobody does now.

use super::channel::Asked;
use super::{Assumption, Request, Terms, Warning, out};
use crate::calculators::working_hours::Hours;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;

/// The text sets the target for everything in working hours, and outside them for what is important
/// or urgent. So the clock of the latter is read as never stopping, and that of all else as running
/// in working hours alone.
pub fn write(terms: &Terms, request: &Request, asked: &Asked<'_>, hours: &Hours<'_>, sheet: &mut Sheet) {
    if !asked.covered.value || !request.question.value.is_technical() {
        return;
    }
    let clause = terms.target_hours.clause();
    work!(sheet, figure target_hours = exact(terms.target_hours), by clause);
    work!(sheet, between target_minutes = exact(minutes_of_hours(target_hours)), by clause);
    work!(sheet, date target_until = exact(
        if asked.urgent { plus_hours(request.local_time, target_hours) }
        else { plus_open_minutes(
            request.local_time, target_minutes,
            hours.opens_at, hours.closes_at, hours.working_days, holiday of hours.holidays
        ) }
    ), by clause);
    sheet.warning(Warning::TargetIsNoGuarantee, clause);
    sheet.assumption(
        match (asked.urgent.value, asked.in_usual_hours.value) {
            (true, _) => Assumption::TargetRunsRoundTheClock,
            (false, true) => Assumption::TargetCountsUsualHours,
            (false, false) => Assumption::TargetFromNextOpening,
        },
        clause,
    );
    if asked.is_answered() {
        return;
    }
    work!(sheet, date next_opening = exact(next_opening(
        request.local_time, hours.opens_at, hours.closes_at, hours.working_days, holiday of hours.holidays
    )), by terms.support_by_time);
    if asked.urgent.value {
        sheet.warning(Warning::TargetWithoutTelephone, clause);
    }
}
