//! What in the charts of a pack contradicts itself.

use super::Terms;
use super::chart::{Charts, DutyTime, FurtherDuty, Plan, PlanKey, Time};
use super::{ENGINEERING_DIRECT, OTHER_PRODUCT, Severity};
use crate::calculators::Contradiction;
use crate::request::bounds::TERM_MINUTES;
use crate::request::given::Given;
use crate::terms::{Pack, Table};

pub fn contradiction(terms: &Terms, pack: &Pack) -> Contradiction {
    let charts = Charts::of(terms);
    bad_plans(terms, &charts, pack).or_else(|| bad_times(terms, &charts)).or_else(|| bad_rest(terms, &charts, pack))
}

/// Every plan stands there once, with a clause of the pack. Only the base may be replaced, and is
/// open to everybody: some plan always answers.
fn bad_plans(terms: &Terms, charts: &Charts<'_>, pack: &Pack) -> Contradiction {
    let is_once = |key: &&str| charts.plans.iter().filter(|plan| plan.key().key() == *key).count() == 1;
    let is_sound = |plan: &Plan<'_>| {
        let is_base = plan.key() == PlanKey::Base;
        pack.has_clause(plan.clause().as_str())
            && plan.warning_clause.as_ref().is_none_or(|clause| pack.has_clause(clause.value.as_str()))
            && plan.plan_warning.is_some() == plan.warning().is_some()
            && plan.replaces.as_ref().is_none_or(|replaced| replaced.value == PlanKey::Base && !is_base)
            && (!is_base || (plan.is_filed_by("phone") && plan.is_filed_by("web")))
    };
    let is_good = charts.plans.len() == terms.response_plans.value().0.len()
        && PlanKey::KEYS.iter().all(is_once)
        && charts.plans.iter().all(is_sound);
    (!is_good).then_some((
        "values.response_plans",
        "expected each plan once, with clause, channels, rank, replaces (base or null) and warning; the base by phone and web",
    ))
}

/// No plan has two rows for a severity, and the base has one for each, with a time for every product.
fn bad_times(terms: &Terms, Charts { times, .. }: &Charts<'_>) -> Contradiction {
    let is_once = |time: &Time<'_>| {
        times.iter().filter(|other| other.is(time.plan.value, time.severity.value)).count() == 1 && time.is_sound()
    };
    let is_in_base = |severity: &&str| {
        times.iter().any(|time| {
            let is_its = time.plan.value == PlanKey::Base && time.severity.value.key() == *severity;
            is_its && time.azure_minutes.is_some() && time.other_minutes.is_some()
        })
    };
    let is_whole = times.len() == terms.response_times.value().0.len();
    let is_good = is_whole && times.iter().all(is_once) && Severity::KEYS.iter().all(is_in_base);
    (!is_good).then_some((
        "values.response_times",
        "expected a row for each plan and severity at most, and one of the base for every severity, with minutes, resolution, duties and notes that are known",
    ))
}

fn bad_rest(terms: &Terms, charts: &Charts<'_>, pack: &Pack) -> Contradiction {
    let count = |table: &Table| table.0.len();
    let is_component = |row: &Given| {
        let is_flag = |column: &&str| matches!(row.get(column), Some(Given::Flag(_)));
        let name = row.get("component").and_then(Given::text);
        let misprinted = row.get("run_together_in");
        name.is_some_and(|name| !name.is_empty() && name != OTHER_PRODUCT)
            && PlanKey::KEYS.iter().all(is_flag)
            && is_flag(&ENGINEERING_DIRECT)
            && misprinted.is_some_and(|plan| {
                plan == &Given::Null || plan.text().is_some_and(|plan| PlanKey::KEYS.contains(&plan))
            })
    };
    let is_timed = |duty: &DutyTime<'_>| (1..=TERM_MINUTES).contains(&duty.listed_hours.value);
    let is_cited = |further: &FurtherDuty<'_>| pack.has_clause(further.clause.value.as_str());
    if !terms.component_exclusions.value().0.iter().all(is_component) {
        Some((
            "values.component_exclusions",
            "expected a component, and for each plan and for aed whether it is left out",
        ))
    } else if charts.duty_times.len() != count(terms.duty_times.value()) || !charts.duty_times.iter().all(is_timed) {
        Some(("values.duty_times", "expected a duty that is known, hours, and the clock they are counted on"))
    } else if charts.further_duties.len() != count(terms.further_duties.value())
        || !charts.further_duties.iter().all(is_cited)
    {
        Some(("values.further_duties", "expected a plan, a severity and a duty that are known, and a clause"))
    } else {
        None
    }
}
