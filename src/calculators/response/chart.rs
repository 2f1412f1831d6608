//! The charts as the pack has them: the plans, and what each of them gives for a severity.

use super::{ABOUT, Severity, Terms};
use crate::calculators::Contradiction;
use crate::clause::ClauseId;
use crate::given::Given;
use crate::refusal::bounds::TERM_MINUTES;
use crate::terms::{Pack, Table};

/// The plans that somebody may hold.
pub const PLANS: &[&str] = &[BASE, "uer", "rapid_response", EVENTS];

/// The plan that everybody holds.
pub const BASE: &str = "base";

/// The plan that holds for cases about an event only.
pub const EVENTS: &str = "aem";

/// When there is work on a case.
pub const CLOCKS: &[&str] = &["around_the_clock", IN_BUSINESS_HOURS];

pub const IN_BUSINESS_HOURS: &str = "business_hours";

/// What each severity means, in the words of each chart.
pub const SITUATIONS: &[&str] =
    &["system_down", "core_process_lost", "system_degraded", "moderate_impact", "minor_impact"];

/// What some charts add to it.
pub const SITUATIONS_ALSO: &[&str] = &["core_process_lost"];

pub const MICROSOFT: &str = "microsoft";

pub const SIDES: &[&str] = &[MICROSOFT, "customer"];

/// What the two sides have to do.
pub const DUTIES: &[&str] = &[
    "critical_situation_resource",
    "critical_situation_oversight",
    "senior_incident_manager",
    "experienced_specialists",
    "engineers_who_know_the_solution",
    "escalate_at_response",
    "escalate_to_product_group",
    "escalate_to_cloud_operations",
    "resolve_around_the_clock",
    "resolve_in_business_hours",
    "notify_own_executives",
    "summary_after_the_event",
    "incident_review",
    "notify_your_executives",
    "resources_around_the_clock",
    "rapid_access",
    "matching_resources",
    "change_control_response",
    "correct_case_contact",
    "reply",
];

/// The key in a column, as one that is known here.
pub fn known(row: &Given, column: &str, keys: &[&'static str]) -> Option<&'static str> {
    let text = row.get(column)?.text()?;
    keys.iter().find(|key| **key == text).copied()
}

/// A column that names a code of the answer, or nothing.
fn code(row: &Given, column: &str, codes: &[&'static str]) -> Option<Option<&'static str>> {
    if row.get(column)? == &Given::Null { Some(None) } else { known(row, column, codes).map(Some) }
}

/// A key in a column that may be absent.
fn known_if_there(row: &Given, column: &str, keys: &[&'static str]) -> Option<Option<&'static str>> {
    match row.get(column) {
        None | Some(Given::Null) => Some(None),
        Some(_) => known(row, column, keys).map(Some),
    }
}

/// The keys that a column lists.
fn keys(row: &Given, column: &str) -> Option<Vec<&'static str>> {
    let Given::List(items, _) = row.get(column)? else { return None };
    let key = |item: &Given| DUTIES.iter().find(|key| item.text() == Some(key)).copied();
    items.iter().map(key).collect()
}

/// Minutes in a column: none where there is no such time, and no row at all where they make no sense.
fn minutes(row: &Given, column: &str, least: i64) -> Option<Option<i64>> {
    match row.get(column) {
        None | Some(Given::Null) => Some(None),
        Some(given) => given.whole().filter(|minutes| (least..=TERM_MINUTES).contains(minutes)).map(Some),
    }
}

/// A plan, and how a case comes under it.
pub struct Plan<'t> {
    pub key: &'static str,
    pub clause: ClauseId,
    row: &'t Given,
    /// Of equally short plans, the one that goes first.
    pub rank: i64,
    /// The plan whose times it replaces.
    pub replaces: Option<&'static str>,
    pub warning: Option<&'static str>,
    /// Where the warning stands, if not where the plan does.
    warning_clause: Option<ClauseId>,
}

impl Plan<'_> {
    fn read(row: &Given) -> Option<Plan<'_>> {
        Some(Plan {
            key: known(row, "plan", PLANS)?,
            clause: ClauseId::new(row.get("clause")?.text()?),
            row,
            rank: row.get("rank")?.whole()?,
            replaces: code(row, "replaces", PLANS)?,
            warning: code(row, "warning", ABOUT.warnings)?,
            warning_clause: row.get("warning_clause").and_then(Given::text).map(ClauseId::new),
        })
    }

    pub fn warning_clause(&self) -> &ClauseId {
        self.warning_clause.as_ref().unwrap_or(&self.clause)
    }

    /// Whether cases may be filed in this way.
    pub fn is_filed_by(&self, channel: &str) -> bool {
        matches!(self.row.get("channels"), Some(Given::List(items, _)) if items.iter().any(|item| item.text() == Some(channel)))
    }
}

/// What a plan gives for a severity.
pub struct Time {
    plan: &'static str,
    severity: &'static str,
    pub situation: &'static str,
    /// What a chart's cell adds to it.
    pub situation_also: Option<&'static str>,
    /// Nothing at all to wait for: at once.
    pub attention_minutes: i64,
    /// For Azure components that the plan does not leave out, and for all else.
    pub azure_minutes: Option<i64>,
    pub other_minutes: Option<i64>,
    /// Until a resource for critical situations is assigned, where that is said.
    pub resource_minutes: Option<i64>,
    pub resolution: &'static str,
    pub microsoft: Vec<&'static str>,
    pub customer: Vec<&'static str>,
    pub warning: Option<&'static str>,
    pub reading: Option<&'static str>,
}

impl Time {
    fn read(row: &Given) -> Option<Time> {
        Some(Time {
            plan: known(row, "plan", PLANS)?,
            severity: known(row, "severity", Severity::KEYS)?,
            situation: known(row, "situation", SITUATIONS)?,
            situation_also: known_if_there(row, "situation_also", SITUATIONS_ALSO)?,
            attention_minutes: minutes(row, "attention_minutes", 0)??,
            azure_minutes: minutes(row, "azure_minutes", 1)?,
            other_minutes: minutes(row, "other_minutes", 1)?,
            resource_minutes: minutes(row, "resource_minutes", 1)?,
            resolution: known(row, "resolution", CLOCKS)?,
            microsoft: keys(row, "microsoft")?,
            customer: keys(row, "customer")?,
            warning: code(row, "warning", ABOUT.warnings)?,
            reading: code(row, "reading", ABOUT.assumptions)?,
        })
    }

    pub fn is(&self, plan: &str, severity: &str) -> bool {
        self.plan == plan && self.severity == severity
    }
}

pub fn plans(terms: &Terms) -> Vec<Plan<'_>> {
    terms.response_plans.value().0.iter().filter_map(Plan::read).collect()
}

/// What a plan gives for a severity, if it gives anything.
pub fn time(terms: &Terms, plan: &str, severity: &str) -> Option<Time> {
    terms.response_times.value().0.iter().filter_map(Time::read).find(|time| time.is(plan, severity))
}

/// Whether a plan has times for components of Azure alone.
pub fn is_azure_only(terms: &Terms, plan: &str) -> bool {
    let mut times = terms.response_times.value().0.iter().filter_map(Time::read).filter(|time| time.plan == plan);
    !times.any(|time| time.other_minutes.is_some())
}

/// The component's row, where it is one of Azure.
pub fn component<'t>(terms: &'t Terms, product: &str) -> Option<&'t Given> {
    terms.component_exclusions.value().row("component", product)
}

/// Whether a plan, or another service, leaves the component out.
pub fn is_excluded(component: &Given, by: &str) -> bool {
    component.get(by) == Some(&Given::Flag(true))
}

/// How long there is for a duty, and on which clock; none where nothing is said.
pub fn duty_time(terms: &Terms, duty: &str) -> Option<(i64, &'static str)> {
    let row = terms.duty_times.value().row("duty", duty)?;
    Some((row.get("hours")?.whole()?, known(row, "counted_in", CLOCKS)?))
}

pub fn contradiction(terms: &Terms, pack: &Pack) -> Contradiction {
    bad_plans(terms, pack).or_else(|| bad_times(terms)).or_else(|| bad_rest(terms, pack))
}

/// Every plan stands there once, with a clause of the pack. Only the base may be replaced, and is
/// open to everybody: some plan always answers.
fn bad_plans(terms: &Terms, pack: &Pack) -> Contradiction {
    let plans = plans(terms);
    let is_once = |key: &&str| plans.iter().filter(|plan| plan.key == *key).count() == 1;
    let is_sound = |plan: &Plan<'_>| {
        pack.has_clause(plan.clause.as_str())
            && pack.has_clause(plan.warning_clause().as_str())
            && plan.replaces.is_none_or(|replaced| replaced == BASE && plan.key != BASE)
            && (plan.key != BASE || (plan.is_filed_by("phone") && plan.is_filed_by("web")))
    };
    let is_good =
        plans.len() == terms.response_plans.value().0.len() && PLANS.iter().all(is_once) && plans.iter().all(is_sound);
    (!is_good).then_some((
        "values.response_plans",
        "expected each plan once, with clause, channels, rank, replaces (base or null) and warning; the base by phone and web",
    ))
}

/// No plan has two rows for a severity, and the base has one for each, with a time for every product.
fn bad_times(terms: &Terms) -> Contradiction {
    let rows = &terms.response_times.value().0;
    let times: Vec<Time> = rows.iter().filter_map(Time::read).collect();
    let is_once = |time: &Time| times.iter().filter(|other| other.is(time.plan, time.severity)).count() == 1;
    let is_in_base = |severity: &&str| {
        times.iter().any(|time| time.is(BASE, severity) && time.azure_minutes.is_some() && time.other_minutes.is_some())
    };
    let is_good = times.len() == rows.len() && times.iter().all(is_once) && Severity::KEYS.iter().all(is_in_base);
    (!is_good).then_some((
        "values.response_times",
        "expected a row for each plan and severity at most, and one of the base for every severity, with minutes, resolution, duties and notes that are known",
    ))
}

fn bad_rest(terms: &Terms, pack: &Pack) -> Contradiction {
    let all = |table: &Table, is_good: &dyn Fn(&Given) -> bool| table.0.iter().all(is_good);
    let is_component = |row: &Given| {
        let is_flag = |column: &&str| matches!(row.get(column), Some(Given::Flag(_)));
        let name = row.get("component").and_then(Given::text);
        name.is_some_and(|name| !name.is_empty() && name != super::OTHER_PRODUCT)
            && PLANS.iter().all(is_flag)
            && is_flag(&super::ENGINEERING_DIRECT)
            && code(row, "run_together_in", PLANS).is_some()
    };
    let is_duty = |row: &Given| {
        known(row, "duty", DUTIES).is_some()
            && matches!(minutes(row, "hours", 1), Some(Some(_)))
            && known(row, "counted_in", CLOCKS).is_some()
    };
    if !all(terms.component_exclusions.value(), &is_component) {
        Some((
            "values.component_exclusions",
            "expected a component, and for each plan and for aed whether it is left out",
        ))
    } else if !all(terms.duty_times.value(), &is_duty) {
        Some(("values.duty_times", "expected a duty that is known, hours, and the clock they are counted on"))
    } else if !all(terms.further_duties.value(), &|row| {
        super::duties::FurtherDuty::read(row).is_some_and(|further| pack.has_clause(further.clause.as_str()))
    }) {
        Some(("values.further_duties", "expected a plan, a severity and a duty that are known, and a clause"))
    } else {
        None
    }
}
