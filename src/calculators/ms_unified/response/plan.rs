//! Which of the plans apply to a case, and which of those answers first.

use super::chart::{Charts, Plan, PlanKey, Time};
use super::{Channel, Event, OTHER_PRODUCT, Reason, Request, Terms, out};
use crate::clause::ClauseId;
use crate::form::choice;
use crate::values::dates::{Date, LocalTime};
use crate::working::{Column, Entered, Of};

choice! {
    /// What keeps a plan from applying, in the order in which it is looked for.
    pub enum WhyNot {
        NotHeld = "not_held",
        NoTimeForSeverity = "no_time_for_severity",
        ComponentLeftOut = "component_left_out",
        AzureComponentsOnly = "azure_components_only",
        NotAboutTheEvent = "not_about_the_event",
        OutsideTheEvent = "outside_the_event",
        PortalOnly = "portal_only",
        AemNotInDescription = "aem_not_in_description",
        TimesReplaced = "times_replaced",
    }
}

impl WhyNot {
    /// The same as a reason.
    pub fn reason(self) -> Option<Reason> {
        Reason::of_code(self.key())
    }
}

/// A plan, seen in the light of the case.
pub struct Judged<'t> {
    pub plan: &'t Plan<'t>,
    pub is_held: bool,
    pub time: Option<&'t Time<'t>>,
    /// Whether its list leaves the component out; of what is no component of Azure no list speaks.
    pub left_out: Option<Of<'t, bool>>,
    /// Why it does not apply, each with its clause.
    pub obstacles: Vec<(WhyNot, &'t ClauseId)>,
}

impl<'t> Judged<'t> {
    pub fn is_left_out(&self) -> bool {
        self.left_out.as_ref().is_some_and(|left_out| left_out.value)
    }

    /// The time that it gives for components of Azure, and for all other products.
    fn minutes(&self) -> (Option<i64>, Option<i64>) {
        let minutes = |of: &Option<Of<'t, i64>>| of.as_ref().map(|minutes| minutes.value);
        self.time.map_or((None, None), |time| (minutes(&time.azure_minutes), minutes(&time.other_minutes)))
    }

    /// Whether the component has to do with the time of all other products.
    pub fn takes_other_time(&self) -> bool {
        let (azure, other) = self.minutes();
        self.is_left_out() && azure != other
    }

    /// Whether it makes a difference to its time that it does not leave the component out.
    pub fn keeps_azure_time(&self) -> bool {
        let (azure, other) = self.minutes();
        !self.is_left_out() && azure != other
    }

    pub fn applies(&self) -> bool {
        self.is_held && self.obstacles.is_empty()
    }

    /// Where the minutes stand.
    pub fn clause_of_minutes<'a>(&self, terms: &'a Terms) -> &'a ClauseId
    where
        't: 'a,
    {
        if self.takes_other_time() { terms.component_exclusions.clause() } else { self.plan.clause() }
    }

    /// What says how the time runs.
    pub fn clause_of_clock<'a>(&self, terms: &'a Terms) -> &'a ClauseId
    where
        't: 'a,
    {
        let is_on_business_clock = self.time.is_some_and(Time::is_on_business_clock);
        if is_on_business_clock { terms.business_clock.clause() } else { self.plan.clause() }
    }
}

/// Every plan of the pack, judged.
pub fn judge_all<'t>(terms: &'t Terms, charts: &'t Charts<'t>, request: &'t Request) -> Vec<Judged<'t>> {
    let mut judged: Vec<Judged<'t>> = charts.plans.iter().map(|plan| judge(terms, charts, request, plan)).collect();
    // A plan may say that its times take the place of another's.
    let replacing: Vec<_> = judged
        .iter()
        .filter(|each| each.applies())
        .filter_map(|each| Some((each.plan.replaces.as_ref()?.value, each.plan.clause())))
        .collect();
    for (replaced, clause) in replacing {
        for each in judged.iter_mut().filter(|each| each.plan.key() == replaced && each.applies()) {
            each.obstacles.push((WhyNot::TimesReplaced, clause));
        }
    }
    judged
}

fn judge<'t>(terms: &'t Terms, charts: &'t Charts<'t>, request: &'t Request, plan: &'t Plan<'t>) -> Judged<'t> {
    let is_held = match plan.key() {
        PlanKey::Base => true,
        PlanKey::EnhancedResponse => request.unified_enhanced_response,
        PlanKey::RapidResponse => request.rapid_response,
        PlanKey::Events => request.event != Event::None,
    };
    let time = charts.time(plan.key(), request.severity);
    let column = column_of(plan.key());
    let left_out = terms.component_exclusions.cell(column, "component", &request.product.0);
    let obstacles = obstacles(
        terms,
        request,
        plan,
        &Facts {
            has_time: time.is_some(),
            is_azure_only: charts.is_azure_only(plan.key()),
            is_left_out: left_out.as_ref().is_some_and(|left_out| left_out.value),
        },
    );
    Judged { plan, is_held, time, left_out: left_out.map(|left_out| left_out.stands_for("left_out")), obstacles }
}

/// The column that says whether a plan leaves a component out.
fn column_of(plan: PlanKey) -> &'static Column<bool> {
    match plan {
        PlanKey::Base => &out::column::base,
        PlanKey::EnhancedResponse => &out::column::uer,
        PlanKey::RapidResponse => &out::column::rapid_response,
        PlanKey::Events => &out::column::aem,
    }
}

/// What the charts say of a plan, the severity and the product.
struct Facts {
    has_time: bool,
    is_azure_only: bool,
    is_left_out: bool,
}

/// All that stands in the way of a plan: who mends the first would else be told of the next.
fn obstacles<'t>(
    terms: &'t Terms,
    request: &Request,
    plan: &'t Plan<'t>,
    facts: &Facts,
) -> Vec<(WhyNot, &'t ClauseId)> {
    let is_other = &*request.product.0 == OTHER_PRODUCT;
    let is_about = plan.key() != PlanKey::Events || request.event == Event::About;
    let is_about_one = plan.key() == PlanKey::Events && is_about;
    let (opened_on, day) = (Some(request.local_time.value.date), |day: Option<Entered<Date>>| day.map(|day| day.value));
    let is_within = day(request.event_from) <= opened_on && opened_on <= day(request.event_until);
    let clause = plan.clause();
    let obstacles = [
        (!facts.has_time, WhyNot::NoTimeForSeverity, terms.no_row_for_severity.clause()),
        (facts.is_azure_only && facts.is_left_out, WhyNot::ComponentLeftOut, terms.component_exclusions.clause()),
        (facts.is_azure_only && is_other, WhyNot::AzureComponentsOnly, clause),
        (!is_about, WhyNot::NotAboutTheEvent, clause),
        (is_about_one && !is_within, WhyNot::OutsideTheEvent, clause),
        (!reaches(plan, request.channel), WhyNot::PortalOnly, clause),
        (is_about_one && request.aem_in_description != Some(true), WhyNot::AemNotInDescription, clause),
    ];
    obstacles.into_iter().filter(|(stands, ..)| *stands).map(|(_, why, clause)| (why, clause)).collect()
}

/// Whether the plan takes cases from the channel. A cloud portal is reached on the web.
fn reaches(plan: &Plan<'_>, channel: Channel) -> bool {
    plan.is_filed_by(channel.key()) || takes_portal_as_web(plan, channel)
}

/// Whether the portal counts only because it is on the web.
pub fn takes_portal_as_web(plan: &Plan<'_>, channel: Channel) -> bool {
    channel == Channel::Portal && !plan.is_filed_by("portal") && plan.is_filed_by("web")
}

/// A plan that applies, with its times. How plans go together is not said, but nobody who holds two is answered later
/// than by either alone.
pub struct Applying<'t, 'j> {
    pub judged: &'j Judged<'t>,
    pub time: &'t Time<'t>,
    pub listed_plan: Of<'t, PlanKey>,
    pub target_minutes: Of<'t, i64>,
    pub respond_by: Of<'t, LocalTime>,
    pub attention_by: Of<'t, LocalTime>,
    pub critical_resource_by: Option<Of<'t, LocalTime>>,
}

/// In the order of their ranks: of equally short plans the first one answers.
pub fn by_rank<'t, 'j, 'a>(applying: &'a [Applying<'t, 'j>]) -> Vec<&'a Applying<'t, 'j>> {
    let mut ordered: Vec<&Applying<'t, 'j>> = Vec::with_capacity(applying.len());
    for each in applying {
        let rank = |each: &Applying<'_, '_>| each.judged.plan.rank.value;
        let place = ordered.partition_point(|known| rank(known) <= rank(each));
        ordered.insert(place, each);
    }
    ordered
}
