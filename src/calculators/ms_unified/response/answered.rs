//! The deadline of the plan that answers first, and what goes with it.

use super::chart::is_excluded;
use super::plan::{Applying, Judged, by_rank};
use super::{Assumption, Channel, ENGINEERING_DIRECT, Request, Terms, Warning, counted, out};
use crate::calculators::working_hours::Hours;
use crate::request::given::Given;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;

/// Writes what holds of the whole.
pub fn write<'t>(
    terms: &Terms,
    request: &Request,
    hours: &Hours<'_>,
    (quickest, applying): (&Applying<'t, '_>, &[Applying<'t, '_>]),
    sheet: &mut Sheet,
) {
    let (judged, time) = (quickest.judged, quickest.time);
    let clause = judged.plan.clause();
    let ranked = by_rank(applying);
    work!(sheet, figure plan = exact(with_least(listed_plan of ranked, target_minutes of ranked)), by terms.response_plans);
    work!(sheet, figure target_minutes = exact(least(target_minutes of ranked)), by judged.clause_of_minutes(terms));
    work!(sheet, figure clock = exact(time.resolution), by judged.clause_of_clock(terms));
    work!(sheet, figure resolution = exact(time.resolution), by clause);
    work!(sheet, figure situation = exact(time.situation), by clause);
    if let Some(added) = time.situation_also {
        work!(sheet, figure situation_also = exact(added), by clause);
    }
    work!(sheet, date respond_by = exact(quickest.respond_by), by judged.clause_of_clock(terms));
    if time.is_on_business_clock() {
        work!(sheet, figure in_business_hours = exact(is_open(
            request.local_time, hours.opens_at, hours.closes_at, hours.working_days, holiday of hours.holidays
        )), by terms.business_opens);
        counted::write(terms, request, hours, respond_by, sheet);
    }
    write_earliest(quickest, applying, sheet);
}

/// By when somebody attends to the case, and by when a resource for critical situations is assigned: the earliest of all
/// plans that apply, which need not be that of the one that answers first.
fn write_earliest<'t, 'j>(quickest: &Applying<'t, 'j>, applying: &[Applying<'t, 'j>], sheet: &mut Sheet) {
    // Of equally early ones, the one that answers first.
    let first = applying
        .iter()
        .fold(quickest, |known, each| if each.attention_by.value < known.attention_by.value { each } else { known });
    work!(sheet, date attention_by = exact(earliest(attention_by of applying)), by first.judged.plan.clause());
    if let Some(assigning) = applying.iter().find(|each| each.critical_resource_by.is_some()) {
        let clause = assigning.judged.plan.clause();
        work!(sheet, date critical_resource_by = exact(earliest(critical_resource_by of applying)), by clause);
    }
}

/// How the text was read, and what to look out for.
pub fn write_notes(
    terms: &Terms,
    request: &Request,
    (quickest, applying): (&Applying<'_, '_>, &[Applying<'_, '_>]),
    judged: &[Judged<'_>],
    sheet: &mut Sheet,
) {
    let left_out = terms.component_exclusions.clause();
    // From when the time is counted is not said.
    sheet.assumption(Assumption::CountedFromOpening, quickest.judged.plan.clause());
    sheet.warning(Warning::ExpectedNotGuaranteed, terms.expected_times.clause());
    for warning in applying.iter().filter_map(|each| each.time.warning()) {
        sheet.warning(warning, terms.downgrade.clause());
    }
    if applying.len() > 1 {
        sheet.assumption(Assumption::ShortestOfSeveral, terms.response_plans.clause());
    }
    // The list of one plan that is held leaves the component out, that of the plan which answers first does not.
    let is_elsewhere_left_out = judged.iter().any(|each| each.is_held && each.is_left_out());
    if quickest.judged.keeps_azure_time() && is_elsewhere_left_out {
        sheet.assumption(Assumption::OneListLeavesItOut, left_out);
    }
    // One section sends cases about online services to their portal, the charts take them by telephone too.
    if request.channel == Channel::Phone {
        sheet.warning(Warning::OnlineCasesByPortal, terms.online_cases_by_portal.clause());
    }
    if let Some(component) = terms.component_exclusions.value().row("component", &request.product.0) {
        // A list prints two components without anything between them.
        let misprinted = component.get("run_together_in").and_then(Given::text);
        let is_misprinted = |each: &Applying<'_, '_>| misprinted == Some(each.judged.plan.key().key());
        if applying.iter().any(|each| each.judged.takes_other_time() && is_misprinted(each)) {
            sheet.assumption(Assumption::TwoComponentsInOne, left_out);
        }
        if is_excluded(component, ENGINEERING_DIRECT) {
            sheet.warning(Warning::NotCoveredByAed, left_out);
        }
    }
}
