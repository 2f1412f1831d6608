//! By when Microsoft first responds to a case, under which plan, and what both sides then have to do.
//!
//! Out come the deadline on the wall clock where the case is opened, the plan that gives it, every
//! plan held or not with its own deadline or why it has none, the duties of both sides and the hours
//! of work on the case. Times are whole minutes; the deadline itself is still in time. Nothing is
//! rounded. Rules: MS-UES-79..82 (the four charts), 83 (which plan), 84 (components left out), 85
//! (severities without a row), 86 (business clock), 87 (what may be lowered), 88 (expected only), 27 (the
//! portal of online services), 56 and 58 (languages and reviews of enhanced response).

mod answered;
mod chart;
mod check;
mod counted;
mod duties;
mod line;
mod plan;

use crate::calculators::declared::{Rows, answers};
use crate::calculators::working_hours::{Holiday, Hours, WorkingDays, objection};
use crate::calculators::{About, Ask, Contradiction, OutputKind as Shown, Whole};
use crate::form::{Choices, Condition, Fallback, Key, Kind, choice, fields};
use crate::request::bounds::HOLIDAYS;
use crate::request::problem::Problem;
use crate::terms::{Pack, Rule, Table, terms};
use crate::values::dates::{Date, LocalTime, TimeOfDay};
use crate::working::Entered;
use crate::working::sheet::Sheet;
use chart::{Charts, Clock, Duty, DutyTime, FurtherDuty, Plan, PlanKey, Side, Situation, SituationAlso, Time};
use plan::{Applying, WhyNot};

pub struct Response;

/// The key for a product that is no component of Azure.
const OTHER_PRODUCT: &str = "other_product";

/// The column of what Azure Engineering Direct leaves out. It is no plan: it changes no time.
const ENGINEERING_DIRECT: &str = "aed";

choice! {
    /// As the charts letter it. Microsoft assigns it in the end.
    pub enum Severity {
        One = "1",
        A = "A",
        B = "B",
        C = "C",
    }
}

choice! {
    /// How the case is filed.
    pub enum Channel {
        Phone = "phone",
        Web = "web",
        Portal = "portal",
    }
}

choice! {
    /// Whether there is an event under Azure Event Management, and the case is about it.
    pub enum Event {
        None = "no_event",
        About = "about_the_event",
        SomethingElse = "about_something_else",
    }
}

const DURING_AN_EVENT: Option<Condition> =
    Some(Condition::In("event", &["about_the_event"], &["no_event", "about_something_else"]));

fields! {
    pub struct Request {
        severity: Severity,
        product: Key { kind: Kind::Choice(Choices::InTable("component_exclusions", "component", OTHER_PRODUCT)) },
        /// When the case is opened, on the wall clock of the customer.
        local_time: Entered<LocalTime>,
        channel: Channel,
        unified_enhanced_response: bool,
        rapid_response: bool,
        event: Event,
        event_from: Option<Entered<Date>> { required: true, only_if: DURING_AN_EVENT },
        event_until: Option<Entered<Date>> { required: true, only_if: DURING_AN_EVENT },
        aem_in_description: Option<bool> { required: true, only_if: DURING_AN_EVENT },
        opens_at: Option<Entered<TimeOfDay>> { default: Some(Fallback::Term("business_opens")) },
        closes_at: Option<Entered<TimeOfDay>> { default: Some(Fallback::Term("business_closes")) },
        working_days: Option<Entered<WorkingDays>> { default: Some(Fallback::Key("monday_to_friday")) },
        holidays: Option<Vec<Holiday>> { kind: Kind::List(HOLIDAYS.0, HOLIDAYS.1, Holiday::FIELDS) },
    }
}

terms! {
    pub struct Terms {
        business_opens: TimeOfDay,
        business_closes: TimeOfDay,
        response_times: Table,
        response_plans: Table,
        duty_times: Table,
        further_duties: Table,
        component_exclusions: Table,
        no_row_for_severity: Rule,
        business_clock: Rule,
        downgrade: Rule,
        expected_times: Rule,
        online_cases_by_portal: Rule,
    }
}

answers! {
    figure {
        plan: PlanKey,
        target_minutes: i64 { unit: Some(Unit::Minutes) },
        clock: Clock,
        resolution: Clock,
        situation: Situation,
        situation_also: Option<SituationAlso>,
        in_business_hours: Option<bool>,
        counted_days: Option<Rows> { kind: Shown::List(day::OUTPUTS) },
        duties: Rows { kind: Shown::List(to_do::OUTPUTS) },
    }
    date {
        respond_by: LocalTime,
        attention_by: LocalTime,
        critical_resource_by: Option<LocalTime>,
        clock_starts: Option<LocalTime>,
    }
    line {
        plan: PlanKey { shown: true },
        held: bool { shown: true },
        applies: bool { shown: true },
        target_minutes: Option<i64> { unit: Some(Unit::Minutes) },
        respond_by: Option<LocalTime>,
        why_not: Option<WhyNot> { shown: true },
    }
    rows day {
        counted_from: LocalTime,
        counted_until: LocalTime,
        counted_minutes: i64 { unit: Some(Unit::Minutes) },
    }
    rows to_do {
        side: Side,
        duty: Duty,
        within_hours: Option<i64> { unit: Some(Unit::Hours) },
        counted_in: Option<Clock>,
        plan: PlanKey,
    }
    between {
        /// The days of the week on which there is work, where none were entered.
        working_days: WorkingDays,
        /// By when somebody attends to the case under one plan.
        attention_by: LocalTime,
        /// By when it assigns a resource for critical situations.
        critical_resource_by: LocalTime,
    }
    column {
        base: bool = component_exclusions.base,
        uer: bool = component_exclusions.uer,
        rapid_response: bool = component_exclusions.rapid_response,
        aem: bool = component_exclusions.aem,
    }
    reason {
        AemNotInDescription = "aem_not_in_description",
        AzureComponentsOnly = "azure_components_only",
        ComponentLeftOut = "component_left_out",
        NoTimeForSeverity = "no_time_for_severity",
        NotAboutTheEvent = "not_about_the_event",
        OutsideTheEvent = "outside_the_event",
        PortalOnly = "portal_only",
        TimesReplaced = "times_replaced",
    }
    assumption {
        BusinessHoursAreYours = "business_hours_are_yours",
        BusinessHoursAsStated = "business_hours_as_stated",
        ClosingTimeIsClosed = "closing_time_is_closed",
        CountedFromOpening = "counted_from_opening",
        EventDaysCountWhole = "event_days_count_whole",
        LeftOutTakesOtherTime = "left_out_takes_other_time",
        OneCellFor1AndA = "one_cell_for_1_and_a",
        OneListLeavesItOut = "one_list_leaves_it_out",
        PortalIsOnTheWeb = "portal_is_on_the_web",
        ResponseCountsBusinessHours = "response_counts_business_hours",
        SeverityANoteIsDowngrade = "severity_a_note_is_downgrade",
        ShortestOfSeveral = "shortest_of_several",
        TwoComponentsInOne = "two_components_in_one",
    }
    warning {
        AemEnglishOnly = "aem_english_only",
        AroundTheClockMayEnd = "around_the_clock_may_end",
        EnhancedResponseLanguages = "enhanced_response_languages",
        ExpectedNotGuaranteed = "expected_not_guaranteed",
        NotCoveredByAed = "not_covered_by_aed",
        OnlineCasesByPortal = "online_cases_by_portal",
        RapidResponseLanguages = "rapid_response_languages",
        SeverityMayBeLowered = "severity_may_be_lowered",
    }
}

impl Whole for Response {
    const ABOUT: About = About {
        name: "response",
        pack: "ms-unified",
        rules: &[
            "MS-UES-27",
            "MS-UES-56",
            "MS-UES-58",
            "MS-UES-79",
            "MS-UES-80",
            "MS-UES-81",
            "MS-UES-82",
            "MS-UES-83",
            "MS-UES-84",
            "MS-UES-85",
            "MS-UES-86",
            "MS-UES-87",
            "MS-UES-88",
        ],
        headline: "respond_by",
        columns: &[Plan::COLUMNS, Time::COLUMNS, DutyTime::COLUMNS, FurtherDuty::COLUMNS, out::column::COLUMNS],
        onward: r#"[
            {"to":"event","fields":{"starts_on":"event_from","ends_on":"event_until"},"when":[{"of":"event","in":["about_the_event"]}]},
            {"to":"support","fields":{"local_time":"local_time","working_days":"working_days","holidays":"holidays"}}
        ]"#,
        example: r#"{"calculator":"response","as_of":"2026-11-21","input":{"severity":"B","product":"azure_component",
        "local_time":"2026-11-20T16:30","channel":"web","unified_enhanced_response":true,"rapid_response":true,
        "event":"no_event","holidays":[{"holiday":"2026-12-25"}]}}"#,
        ..out::ABOUT
    };

    type Request = Request;
    type Terms = Terms;

    fn contradiction(terms: &Terms, pack: &Pack) -> Contradiction {
        if terms.business_closes.value() <= terms.business_opens.value() {
            Some(("values.business_closes", "expected a time after business_opens"))
        } else {
            check::contradiction(terms, pack)
        }
    }

    fn objection(terms: &Terms, request: &Request) -> Option<(&'static str, Problem)> {
        let day = |day: Option<Entered<Date>>| day.map(|day| day.value);
        let is_backwards = day(request.event_until) < day(request.event_from);
        let problem = || Problem::NotApplicable { reason: "only on or after event_from".to_owned() };
        objection(counted::own(request).bounds(counted::stated(terms)))
            .or_else(|| is_backwards.then(|| ("event_until", problem())))
    }

    fn answer(ask: &Ask<'_, Terms, Request>, sheet: &mut Sheet) {
        let (terms, request) = (ask.terms, ask.request);
        let hours = Hours::write(counted::own(request), counted::stated(terms), &out::between::working_days, sheet);
        let charts = Charts::of(terms);
        let judged = plan::judge_all(terms, &charts, request);
        let mut applying: Vec<Applying<'_, '_>> = Vec::with_capacity(judged.len());
        for (index, each) in judged.iter().enumerate() {
            sheet.begin_line(index);
            applying.extend(line::write(terms, request, &hours, each, sheet));
            sheet.end_line();
        }
        // The base always applies, or what replaces it.
        let shortest = |each: &&Applying<'_, '_>| (each.target_minutes.value, each.judged.plan.rank.value);
        let Some(quickest) = applying.iter().min_by_key(shortest) else { return };
        answered::write(terms, request, &hours, (quickest, &applying), sheet);
        answered::write_notes(terms, request, (quickest, &applying), &judged, sheet);
        if quickest.time.is_on_business_clock() {
            counted::write_notes(terms, request, &hours, sheet);
        }
        duties::write(&charts, (quickest, &applying), sheet);
    }
}
