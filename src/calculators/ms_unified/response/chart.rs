//! The charts as the pack has them: the plans, and what each of them gives for a severity.

use super::{Assumption, Severity, Terms, Warning};
use crate::calculators::rows::rows;
use crate::clause::ClauseId;
use crate::form::choice;
use crate::request::bounds::TERM_MINUTES;
use crate::request::given::Given;
use crate::terms::Keys;
use crate::working::Of;
use std::sync::Arc;

choice! {
    /// The plans that somebody may hold.
    pub enum PlanKey {
        /// The one that everybody holds.
        Base = "base",
        EnhancedResponse = "uer",
        RapidResponse = "rapid_response",
        /// The one that holds for cases about an event only.
        Events = "aem",
    }
}

choice! {
    /// When there is work on a case.
    pub enum Clock {
        AroundTheClock = "around_the_clock",
        BusinessHours = "business_hours",
    }
}

choice! {
    /// What each severity means, in the words of each chart.
    pub enum Situation {
        SystemDown = "system_down",
        CoreProcessLost = "core_process_lost",
        SystemDegraded = "system_degraded",
        ModerateImpact = "moderate_impact",
        MinorImpact = "minor_impact",
    }
}

choice! {
    /// What some charts add to it.
    pub enum SituationAlso {
        CoreProcessLost = "core_process_lost",
    }
}

choice! {
    /// Who has to do something.
    pub enum Side {
        Microsoft = "microsoft",
        Customer = "customer",
    }
}

choice! {
    /// What the two sides have to do.
    pub enum Duty {
        CriticalSituationResource = "critical_situation_resource",
        CriticalSituationOversight = "critical_situation_oversight",
        SeniorIncidentManager = "senior_incident_manager",
        ExperiencedSpecialists = "experienced_specialists",
        EngineersWhoKnowTheSolution = "engineers_who_know_the_solution",
        EscalateAtResponse = "escalate_at_response",
        EscalateToProductGroup = "escalate_to_product_group",
        EscalateToCloudOperations = "escalate_to_cloud_operations",
        ResolveAroundTheClock = "resolve_around_the_clock",
        ResolveInBusinessHours = "resolve_in_business_hours",
        NotifyOwnExecutives = "notify_own_executives",
        SummaryAfterTheEvent = "summary_after_the_event",
        IncidentReview = "incident_review",
        NotifyYourExecutives = "notify_your_executives",
        ResourcesAroundTheClock = "resources_around_the_clock",
        RapidAccess = "rapid_access",
        MatchingResources = "matching_resources",
        ChangeControlResponse = "change_control_response",
        CorrectCaseContact = "correct_case_contact",
        Reply = "reply",
    }
}

rows! {
    /// A plan, and how a case comes under it.
    pub struct Plan in response_plans {
        listed_plan: PlanKey = plan,
        clause: ClauseId,
        channels: Keys,
        /// Of equally short plans, the one that goes first.
        rank: i64,
        /// The plan whose times it replaces.
        replaces: Option<PlanKey>,
        plan_warning: Option<Arc<str>> = warning,
        /// Where the warning stands, if not where the plan does.
        warning_clause: Option<ClauseId>,
    }
}

impl Plan<'_> {
    pub fn key(&self) -> PlanKey {
        self.listed_plan.value
    }

    /// The clause that gives its times.
    pub fn clause(&self) -> &ClauseId {
        &self.clause.value
    }

    /// What to look out for, and where that stands.
    pub fn warning(&self) -> Option<(Warning, &ClauseId)> {
        let warning = Warning::of_code(&self.plan_warning.as_ref()?.value)?;
        Some((warning, self.warning_clause.as_ref().map_or(self.clause(), |clause| &clause.value)))
    }

    /// Whether cases may be filed in this way.
    pub fn is_filed_by(&self, channel: &str) -> bool {
        self.channels.value.contains(channel)
    }
}

rows! {
    /// What a plan gives for a severity.
    pub struct Time in response_times {
        plan: PlanKey,
        severity: Severity,
        situation: Situation,
        /// What a chart's cell adds to it.
        situation_also: Option<SituationAlso>,
        /// Nothing at all to wait for: at once.
        attention_minutes: i64 { Minutes },
        /// For Azure components that the plan does not leave out, and for all else.
        azure_minutes: Option<i64> { Minutes },
        other_minutes: Option<i64> { Minutes },
        /// Until a resource for critical situations is assigned, where that is said.
        resource_minutes: Option<i64> { Minutes },
        resolution: Clock,
        microsoft_duty: Vec<Duty> = microsoft,
        customer_duty: Vec<Duty> = customer,
        time_warning: Option<Arc<str>> = warning,
        reading: Option<Arc<str>>,
    }
}

impl Time<'_> {
    pub fn is(&self, plan: PlanKey, severity: Severity) -> bool {
        self.plan.value == plan && self.severity.value == severity
    }

    pub fn is_on_business_clock(&self) -> bool {
        self.resolution.value == Clock::BusinessHours
    }

    pub fn warning(&self) -> Option<Warning> {
        Warning::of_code(&self.time_warning.as_ref()?.value)
    }

    /// How its cell was read, where that is not plain.
    pub fn reading(&self) -> Option<Assumption> {
        Assumption::of_code(&self.reading.as_ref()?.value)
    }

    /// Whether minutes are within bounds, and notes known.
    pub fn is_sound(&self) -> bool {
        let within = |minutes: &Of<'_, i64>, least| (least..=TERM_MINUTES).contains(&minutes.value);
        within(&self.attention_minutes, 0)
            && [&self.azure_minutes, &self.other_minutes, &self.resource_minutes]
                .into_iter()
                .flatten()
                .all(|minutes| within(minutes, 1))
            && self.time_warning.is_some() == self.warning().is_some()
            && self.reading.is_some() == self.reading().is_some()
    }
}

rows! {
    /// How long there is for a duty, and on which clock.
    pub struct DutyTime in duty_times {
        duty: Duty,
        listed_hours: i64 = hours { Hours },
        listed_clock: Clock = counted_in,
    }
}

rows! {
    /// A duty of Microsoft's that a plan's own description adds to its chart.
    pub struct FurtherDuty in further_duties {
        plan: PlanKey,
        severity: Severity,
        further_duty: Duty = duty,
        clause: ClauseId,
    }
}

/// All that the charts say.
pub struct Charts<'t> {
    pub plans: Vec<Plan<'t>>,
    pub times: Vec<Time<'t>>,
    pub duty_times: Vec<DutyTime<'t>>,
    pub further_duties: Vec<FurtherDuty<'t>>,
}

impl<'t> Charts<'t> {
    /// As the terms have them, each row where it could be read.
    pub fn of(terms: &'t Terms) -> Charts<'t> {
        Charts {
            plans: terms.response_plans.rows_by("plan").flatten().collect(),
            times: terms.response_times.rows().flatten().collect(),
            duty_times: terms.duty_times.rows_by("duty").flatten().collect(),
            further_duties: terms.further_duties.rows().flatten().collect(),
        }
    }

    /// What a plan gives for a severity, if it gives anything.
    pub fn time(&self, plan: PlanKey, severity: Severity) -> Option<&Time<'t>> {
        self.times.iter().find(|time| time.is(plan, severity))
    }

    /// Whether a plan has times for components of Azure alone.
    pub fn is_azure_only(&self, plan: PlanKey) -> bool {
        !self.times.iter().any(|time| time.plan.value == plan && time.other_minutes.is_some())
    }
}

/// Whether a plan, or another service, leaves the component out.
pub fn is_excluded(component: &Given, by: &str) -> bool {
    component.get(by) == Some(&Given::Flag(true))
}
