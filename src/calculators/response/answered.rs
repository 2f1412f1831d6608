//! The deadline of each plan, and of the plan that answers first.

use super::chart::{CLOCKS, EVENTS, IN_BUSINESS_HOURS, PLANS, component, is_excluded, known};
use super::plan::{Judged, takes_portal_as_web};
use super::{Channel, ENGINEERING_DIRECT, Request, Terms, attention};
use crate::calculators::working_hours::WorkingHours;
use crate::clause::ClauseId;
use crate::dates::LocalTime;
use crate::money::{OrOverflow, Overflow};
use crate::sheet::{Sheet, Working};

/// Times of severities whose cases are worked on in business hours are counted in them too. The
/// charts print plain hours for the response, but business hours for the attention to it.
pub fn later(
    request: &Request,
    hours: &WorkingHours,
    judged: &Judged<'_>,
    minutes: i64,
) -> Result<LocalTime, Overflow> {
    let until = if is_on_business_clock(judged) {
        hours.calendar.as_ref().and_then(|hours| hours.deadline(request.local_time, minutes))
    } else {
        request.local_time.plus_minutes(minutes)
    };
    until.or_overflow("local_time")
}

pub fn is_on_business_clock(judged: &Judged<'_>) -> bool {
    judged.time.as_ref().is_some_and(|time| time.resolution == IN_BUSINESS_HOURS)
}

/// How the deadline is found, and the clause that says so.
fn working<'t>(terms: &'t Terms, judged: &'t Judged<'_>) -> Working<'t> {
    if is_on_business_clock(judged) {
        let clause = terms.business_clock.clause();
        Working::exact("plus_business_minutes(local_time, target_minutes)", clause)
    } else {
        Working::exact("plus_minutes(local_time, target_minutes)", &judged.plan.clause)
    }
}

/// Where the minutes stand.
fn clause_of_minutes<'t>(terms: &'t Terms, judged: &'t Judged<'_>) -> &'t ClauseId {
    if judged.takes_other_time { terms.component_exclusions.clause() } else { &judged.plan.clause }
}

fn know_minutes(judged: &Judged<'_>, sheet: &mut Sheet) {
    let time = judged.time.as_ref();
    for (name, minutes) in [
        ("azure_minutes", time.and_then(|time| time.azure_minutes)),
        ("other_minutes", time.and_then(|time| time.other_minutes)),
    ] {
        if let Some(minutes) = minutes {
            sheet.know(name, minutes);
        }
    }
}

/// A plan's row: whether it is held and applies, its own deadline, or why there is none.
pub fn write_line(
    terms: &Terms,
    request: &Request,
    hours: &WorkingHours,
    judged: &Judged<'_>,
    sheet: &mut Sheet,
) -> Result<(), Overflow> {
    let clause = &judged.plan.clause;
    sheet.echo("plan", judged.plan.key);
    sheet.echo("held", judged.is_held);
    sheet.echo("applies", judged.applies());
    know_minutes(judged, sheet);
    if !judged.is_held {
        sheet.echo("why_not", "not_held");
        return Ok(());
    }
    for (code, clause) in &judged.obstacles {
        sheet.reason(code, clause);
    }
    if let Some((first, _)) = judged.obstacles.first() {
        sheet.echo("why_not", *first);
    }
    let (true, Some(minutes)) = (judged.applies(), judged.minutes) else { return Ok(()) };
    let formula = Working::exact(judged.formula(request), clause_of_minutes(terms, judged));
    sheet.computed("target_minutes", minutes, formula);
    let until = later(request, hours, judged, minutes)?;
    sheet.computed("respond_by", until, working(terms, judged));

    if judged.takes_other_time {
        // That the quick time is not theirs is all that is said of components left out.
        sheet.assumption("left_out_takes_other_time", terms.component_exclusions.clause());
    }
    if takes_portal_as_web(&judged.plan, request.channel) {
        sheet.assumption("portal_is_on_the_web", clause);
    }
    if let Some(reading) = judged.time.as_ref().and_then(|time| time.reading) {
        sheet.assumption(reading, clause);
    }
    let opened_on = Some(request.local_time.date);
    if judged.plan.key == EVENTS && (request.event_from == opened_on || request.event_until == opened_on) {
        sheet.assumption("event_days_count_whole", clause);
    }
    if let Some(warning) = judged.plan.warning {
        sheet.warning(warning, judged.plan.warning_clause());
    }
    Ok(())
}

/// The deadline of the plan that answers first, and what goes with it.
pub fn write(
    terms: &Terms,
    request: &Request,
    hours: &WorkingHours,
    (quickest, judged): (&Judged<'_>, &[Judged<'_>]),
    sheet: &mut Sheet,
) -> Result<(), Overflow> {
    let (Some(time), Some(minutes)) = (&quickest.time, quickest.minutes) else { return Ok(()) };
    let clause = &quickest.plan.clause;
    know_minutes(quickest, sheet);
    sheet.know("target_minutes", minutes);
    sheet.figure("plan", quickest.plan.key, Working::exact("shortest(target_minutes)", terms.response_plans.clause()));
    let formula = Working::exact(quickest.formula(request), clause_of_minutes(terms, quickest));
    sheet.figure("target_minutes", minutes, formula);
    let on_business_clock = is_on_business_clock(quickest);
    let clock = if on_business_clock { IN_BUSINESS_HOURS } else { CLOCKS.first().copied().unwrap_or_default() };
    let clock_clause = if on_business_clock { terms.business_clock.clause() } else { clause };
    sheet.figure("clock", clock, Working::exact("follows(severity)", clock_clause));
    let by_both = Working::exact("follows_both(plan, severity)", clause);
    sheet.figure("resolution", time.resolution, by_both);
    sheet.figure("situation", time.situation, by_both);
    if let Some(also) = time.situation_also {
        sheet.figure("situation_also", also, by_both);
    }
    if on_business_clock {
        hours.write("in_business_hours", request.local_time, terms.business_opens.clause(), sheet);
    }
    let until = later(request, hours, quickest, minutes)?;
    let counted = if on_business_clock { count(hours, request.local_time, until)? } else { Vec::new() };
    write_counted(&counted, until, terms.business_clock.clause(), sheet);

    sheet.date("respond_by", until, working(terms, quickest));
    attention::write(request, hours, (quickest, judged), sheet)?;
    for each in judged.iter().filter(|each| each.applies()) {
        if let Some(minutes) = each.time.as_ref().and_then(|time| time.resource_minutes) {
            sheet.know("resource_minutes", minutes);
            let by = later(request, hours, each, minutes)?;
            let working = Working::exact("plus_minutes(local_time, resource_minutes)", &each.plan.clause);
            sheet.date("critical_resource_by", by, working);
        }
    }
    if let Some(first) = counted.first() {
        let clause = terms.business_clock.clause();
        sheet.date("clock_starts", first.from, Working::exact("open_from(local_time)", clause));
    }
    write_readings(terms, request, hours, (quickest, judged), sheet);
    Ok(())
}

/// What counts of one day on the business clock.
struct Counted {
    from: LocalTime,
    until: LocalTime,
}

/// Every day on which the clock runs, until it is over.
fn count(hours: &WorkingHours, opened: LocalTime, over: LocalTime) -> Result<Vec<Counted>, Overflow> {
    let mut counted = Vec::new();
    let calendar = hours.calendar.as_ref().or_overflow("closes_at")?;
    let mut from = calendar.open_from(opened).or_overflow("local_time")?;
    loop {
        let until = over.min(LocalTime { date: from.date, time: hours.closes_at });
        counted.push(Counted { from, until });
        if until == over {
            return Ok(counted);
        }
        from = calendar.next_opening(until).or_overflow("local_time")?;
    }
}

fn write_counted(counted: &[Counted], over: LocalTime, clause: &ClauseId, sheet: &mut Sheet) {
    if counted.is_empty() {
        return;
    }
    sheet.know("respond_by", over);
    sheet.begin_list("counted_days");
    for (index, day) in counted.iter().enumerate() {
        sheet.begin_line(index);
        let formula = if index < 1 { "latest(opens_at, local_time)" } else { "opens_at" };
        sheet.computed("counted_from", day.from, Working::exact(formula, clause));
        sheet.computed("counted_until", day.until, Working::exact("earlier(closes_at, respond_by)", clause));
        let minutes = day.until.time.minutes() - day.from.time.minutes();
        sheet.computed("counted_minutes", minutes, Working::exact("minutes(counted_from, counted_until)", clause));
        sheet.end_line();
    }
    sheet.end_list();
}

fn write_readings(
    terms: &Terms,
    request: &Request,
    hours: &WorkingHours,
    (quickest, judged): (&Judged<'_>, &[Judged<'_>]),
    sheet: &mut Sheet,
) {
    let applying = || judged.iter().filter(|each| each.applies());
    let left_out = terms.component_exclusions.clause();
    // From when the time is counted is not said.
    sheet.assumption("counted_from_opening", &quickest.plan.clause);
    sheet.warning("expected_not_guaranteed", terms.expected_times.clause());
    for warning in applying().filter_map(|each| each.time.as_ref()?.warning) {
        sheet.warning(warning, terms.downgrade.clause());
    }
    if applying().count() > 1 {
        sheet.assumption("shortest_of_several", terms.response_plans.clause());
    }
    // The list of one plan that is held leaves the component out, that of the plan which answers first does not.
    let is_elsewhere_left_out = judged.iter().any(|each| each.is_held && each.is_left_out);
    if quickest.keeps_azure_time() && is_elsewhere_left_out {
        sheet.assumption("one_list_leaves_it_out", left_out);
    }
    // One section sends cases about online services to their portal, the charts take them by telephone too.
    if request.channel == Channel::Phone {
        sheet.warning("online_cases_by_portal", terms.online_cases_by_portal.clause());
    }
    if let Some(component) = component(terms, &request.product.0) {
        // A list prints two components without anything between them.
        let misprinted = known(component, "run_together_in", PLANS);
        if applying().any(|each| each.takes_other_time && Some(each.plan.key) == misprinted) {
            sheet.assumption("two_components_in_one", left_out);
        }
        if is_excluded(component, ENGINEERING_DIRECT) {
            sheet.warning("not_covered_by_aed", left_out);
        }
    }
    if !is_on_business_clock(quickest) {
        return;
    }
    sheet.assumption("response_counts_business_hours", terms.business_clock.clause());
    let stated = terms.business_opens.clause();
    let entered = [request.opens_at.is_some(), request.closes_at.is_some(), request.working_days.is_some()];
    if entered.contains(&false) {
        sheet.assumption("business_hours_as_stated", stated);
    }
    if entered.contains(&true) || request.holidays.iter().flatten().next().is_some() {
        sheet.assumption("business_hours_are_yours", stated);
    }
    // The minute of closing is left open by the text.
    if hours.works_on(request.local_time.date) && request.local_time.time == hours.closes_at {
        sheet.assumption("closing_time_is_closed", stated);
    }
}
