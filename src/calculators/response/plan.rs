//! Which of the plans apply to a case, and which of those answers first.

use super::chart::{self, BASE, EVENTS, Plan, Time};
use super::{Channel, Event, OTHER_PRODUCT, Request, Terms};
use crate::clause::ClauseId;

/// What keeps a plan from applying, in the order in which it is looked for.
pub const WHY_NOT: &[&str] = &[
    "not_held",
    "no_time_for_severity",
    "component_left_out",
    "azure_components_only",
    "not_about_the_event",
    "outside_the_event",
    "portal_only",
    "aem_not_in_description",
    "times_replaced",
];

/// A plan, seen in the light of the case.
pub struct Judged<'t> {
    pub plan: Plan<'t>,
    pub is_held: bool,
    pub time: Option<Time>,
    /// The time that it gives for the product.
    pub minutes: Option<i64>,
    /// Whether its list leaves the component out.
    pub is_left_out: bool,
    /// Whether the component has to do with the time of all other products.
    pub takes_other_time: bool,
    /// Why it does not apply, each with its clause.
    pub obstacles: Vec<(&'static str, ClauseId)>,
}

impl Judged<'_> {
    /// Whether it makes a difference to its time that it does not leave the component out.
    pub fn keeps_azure_time(&self) -> bool {
        let by_list = self.time.as_ref().is_some_and(|time| time.azure_minutes != time.other_minutes);
        by_list && !self.is_left_out
    }

    pub fn applies(&self) -> bool {
        self.is_held && self.obstacles.is_empty()
    }

    /// The name of its time in formulas.
    pub fn formula(&self, request: &Request) -> &'static str {
        if self.takes_other_time || is_other(request) { "other_minutes" } else { "azure_minutes" }
    }
}

fn is_other(request: &Request) -> bool {
    &*request.product.0 == OTHER_PRODUCT
}

/// Every plan of the pack, judged.
pub fn judge_all<'t>(terms: &'t Terms, request: &Request) -> Vec<Judged<'t>> {
    let mut judged: Vec<Judged<'t>> = chart::plans(terms).into_iter().map(|plan| judge(terms, request, plan)).collect();
    // A plan may say that its times take the place of another's.
    let replacing: Vec<_> = judged
        .iter()
        .filter(|each| each.applies())
        .filter_map(|each| Some((each.plan.replaces?, each.plan.clause.clone())))
        .collect();
    for (replaced, clause) in replacing {
        for each in judged.iter_mut().filter(|each| each.plan.key == replaced && each.applies()) {
            each.obstacles.push(("times_replaced", clause.clone()));
        }
    }
    judged
}

fn judge<'t>(terms: &'t Terms, request: &Request, plan: Plan<'t>) -> Judged<'t> {
    let is_held = match plan.key {
        BASE => true,
        "uer" => request.unified_enhanced_response,
        "rapid_response" => request.rapid_response,
        _ => request.event != Event::None,
    };
    let time = chart::time(terms, plan.key, request.severity.key());
    let component = chart::component(terms, &request.product.0);
    let is_left_out = component.is_some_and(|component| chart::is_excluded(component, plan.key));
    let (azure, other) = time.as_ref().map_or((None, None), |time| (time.azure_minutes, time.other_minutes));
    let minutes = if is_left_out || is_other(request) { other } else { azure };
    let is_azure_only = chart::is_azure_only(terms, plan.key);
    let is_other = is_other(request);
    let is_about = plan.key != EVENTS || request.event == Event::About;
    let opened_on = Some(request.local_time.date);
    let is_within = request.event_from <= opened_on && opened_on <= request.event_until;
    let is_about_one = plan.key == EVENTS && is_about;
    // All of them: who mends the first would else be told of the next.
    let obstacles = [
        (time.is_none(), "no_time_for_severity", terms.no_row_for_severity.clause()),
        (is_azure_only && is_left_out, "component_left_out", terms.component_exclusions.clause()),
        (is_azure_only && is_other, "azure_components_only", &plan.clause),
        (!is_about, "not_about_the_event", &plan.clause),
        (is_about_one && !is_within, "outside_the_event", &plan.clause),
        (!reaches(&plan, request.channel), "portal_only", &plan.clause),
        (is_about_one && request.aem_in_description != Some(true), "aem_not_in_description", &plan.clause),
    ];
    let obstacles = obstacles.into_iter().filter(|(stands, ..)| *stands);
    let obstacles = obstacles.map(|(_, code, clause)| (code, clause.clone())).collect();
    Judged { is_left_out, takes_other_time: is_left_out && azure != other, plan, is_held, time, minutes, obstacles }
}

/// Whether the plan takes cases from the channel. A cloud portal is reached on the web.
fn reaches(plan: &Plan<'_>, channel: Channel) -> bool {
    plan.is_filed_by(channel.key()) || takes_portal_as_web(plan, channel)
}

/// Whether the portal counts only because it is on the web.
pub fn takes_portal_as_web(plan: &Plan<'_>, channel: Channel) -> bool {
    channel == Channel::Portal && !plan.is_filed_by("portal") && plan.is_filed_by("web")
}

/// Of the plans that apply, the one with the shortest time: how plans go together is not said, but
/// nobody who holds two is answered later than by either alone.
pub fn quickest<'a, 't>(judged: &'a [Judged<'t>]) -> Option<&'a Judged<'t>> {
    judged.iter().filter(|each| each.applies()).min_by_key(|each| (each.minutes, each.plan.rank))
}
