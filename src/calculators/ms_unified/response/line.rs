//! The row of each plan: whether it is held and applies, its own deadline, or why there is none.

use super::chart::{Clock, PlanKey, Time};
use super::plan::{Applying, Judged, takes_portal_as_web};
use super::{Assumption, Request, Terms, out};
use crate::calculators::working_hours::Hours;
use crate::clause::ClauseId;
use crate::values::dates::LocalTime;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;
use crate::working::{Declared, Of};

/// Writes a plan's row; nothing comes of it where the plan does not apply.
pub fn write<'t, 'j>(
    terms: &'t Terms,
    request: &Request,
    hours: &Hours<'_>,
    judged: &'j Judged<'t>,
    sheet: &mut Sheet,
) -> Option<Applying<'t, 'j>> {
    let plan = judged.plan;
    sheet.show(&out::line::plan, plan.key());
    sheet.show(&out::line::held, judged.is_held);
    sheet.show(&out::line::applies, judged.applies());
    if !judged.is_held {
        sheet.show(&out::line::why_not, super::plan::WhyNot::NotHeld);
        return None;
    }
    for (reason, clause) in judged.obstacles.iter().filter_map(|(why, clause)| Some((why.reason()?, clause))) {
        sheet.reason(reason, clause);
    }
    if let Some((first, _)) = judged.obstacles.first() {
        sheet.show(&out::line::why_not, *first);
        return None;
    }
    let time = judged.time?;
    let target_minutes = write_minutes(terms, judged, time, sheet)?;
    let given = (request, hours, time);
    let respond_by = write_end(&out::line::respond_by, given, target_minutes, judged.clause_of_clock(terms), sheet);
    write_notes(terms, request, judged, time, sheet);
    let mut then = |declared, minutes| write_end(declared, given, minutes, plan.clause(), sheet);
    Some(Applying {
        judged,
        time,
        listed_plan: plan.listed_plan,
        target_minutes,
        respond_by,
        attention_by: then(&out::between::attention_by, time.attention_minutes),
        critical_resource_by: time.resource_minutes.map(|minutes| then(&out::between::critical_resource_by, minutes)),
    })
}

/// The time that the plan gives for the product: for a component that it leaves out, that of all other products.
fn write_minutes<'t>(terms: &'t Terms, judged: &Judged<'t>, time: &Time<'t>, sheet: &mut Sheet) -> Option<Of<'t, i64>> {
    let clause = judged.clause_of_minutes(terms);
    Some(match (judged.left_out, time.azure_minutes, time.other_minutes) {
        (Some(left_out), Some(azure), Some(other)) => {
            work!(sheet, line target_minutes = exact(if left_out { other } else { azure }), by clause);
            target_minutes
        }
        (Some(left_out), Some(azure), None) if !left_out.value => {
            work!(sheet, line target_minutes = exact(azure), by clause);
            target_minutes
        }
        (left_out, _, Some(other)) if left_out.is_none_or(|left_out| left_out.value) => {
            work!(sheet, line target_minutes = exact(other), by clause);
            target_minutes
        }
        _ => return None,
    })
}

/// When so many minutes after the call are over, for the answer and for what follows on it. Times of severities whose cases
/// are worked on in business hours are counted in them too: the charts print plain hours for the response, but business
/// hours for the attention to it.
fn write_end<'t>(
    declared: &Declared<LocalTime>,
    (request, hours, time): (&Request, &Hours<'_>, &Time<'_>),
    minutes: Of<'_, i64>,
    clause: &'t ClauseId,
    sheet: &mut Sheet,
) -> Of<'t, LocalTime> {
    work!(sheet, at (declared) end = exact(
        if time.resolution == Clock::BusinessHours { plus_open_minutes(
            request.local_time, minutes,
            hours.opens_at, hours.closes_at, hours.working_days, holiday of hours.holidays
        ) }
        else { plus_minutes(request.local_time, minutes) }
    ), by clause);
    end
}

fn write_notes(terms: &Terms, request: &Request, judged: &Judged<'_>, time: &Time<'_>, sheet: &mut Sheet) {
    let (plan, clause) = (judged.plan, judged.plan.clause());
    if judged.takes_other_time() {
        // That the quick time is not theirs is all that is said of components left out.
        sheet.assumption(Assumption::LeftOutTakesOtherTime, terms.component_exclusions.clause());
    }
    if takes_portal_as_web(plan, request.channel) {
        sheet.assumption(Assumption::PortalIsOnTheWeb, clause);
    }
    if let Some(reading) = time.reading() {
        sheet.assumption(reading, clause);
    }
    let opened_on = request.local_time.value.date;
    let is_at_an_end =
        [request.event_from, request.event_until].into_iter().flatten().any(|day| day.value == opened_on);
    if plan.key() == PlanKey::Events && is_at_an_end {
        sheet.assumption(Assumption::EventDaysCountWhole, clause);
    }
    if let Some((warning, clause)) = plan.warning() {
        sheet.warning(warning, clause);
    }
}
