//! By when Microsoft first responds to a case, under which plan, and what both sides then have to do.
//!
//! Out come the deadline on the wall clock where the case is opened, the plan that gives it, every
//! plan held or not with its own deadline or why it has none, the duties of both sides and the hours
//! of work on the case. Times are whole minutes; the deadline itself is still in time. Nothing is
//! rounded. Rules: MS-UES-79..82 (the four charts), 83 (which plan), 84 (components left out), 85
//! (severities without a row), 86 (business clock), 87 (what may be lowered), 88 (expected only), 27 (the
//! portal of online services), 56 and 58 (languages and reviews of enhanced response).

mod answered;
mod attention;
mod chart;
mod duties;
mod plan;

use super::working_hours::{Holiday, WorkingDays, WorkingHours, objection};
use super::{About, Case, Contradiction, Output, OutputKind as Shown, Whole};
use crate::dates::{Date, LocalTime, TimeOfDay};
use crate::form::{Choices, Condition, Default, Key, Kind, choice, fields};
use crate::money::{OrOverflow, Overflow};
use crate::refusal::{Problem, bounds::HOLIDAYS};
use crate::sheet::Sheet;
use crate::terms::{Pack, Rule, Table, terms};

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
        local_time: LocalTime,
        channel: Channel,
        unified_enhanced_response: bool,
        rapid_response: bool,
        event: Event,
        event_from: Option<Date> { required: true, only_if: DURING_AN_EVENT },
        event_until: Option<Date> { required: true, only_if: DURING_AN_EVENT },
        aem_in_description: Option<bool> { required: true, only_if: DURING_AN_EVENT },
        opens_at: Option<TimeOfDay> { default: Some(Default::Term("business_opens")) },
        closes_at: Option<TimeOfDay> { default: Some(Default::Term("business_closes")) },
        working_days: Option<WorkingDays> { default: Some(Default::Key("monday_to_friday")) },
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

const ABOUT: About = About {
    name: "response",
    pack: "ms-unified",
    money: false,
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
    verdicts: &[],
    headline: "respond_by",
    losses: &[],
    beside: &[],
    figures: &[
        Output::always("plan", Shown::Choice(chart::PLANS)),
        Output::always("target_minutes", Shown::Count),
        Output::always("clock", Shown::Choice(chart::CLOCKS)),
        Output::always("resolution", Shown::Choice(chart::CLOCKS)),
        Output::always("situation", Shown::Choice(chart::SITUATIONS)),
        Output::sometimes("situation_also", Shown::Choice(chart::SITUATIONS_ALSO)),
        Output::sometimes("in_business_hours", Shown::Flag),
        Output::sometimes(
            "counted_days",
            Shown::List(&[
                Output::always("counted_from", Shown::LocalTime),
                Output::always("counted_until", Shown::LocalTime),
                Output::always("counted_minutes", Shown::Count),
            ]),
        ),
        Output::always(
            "duties",
            Shown::List(&[
                Output::always("side", Shown::Choice(chart::SIDES)),
                Output::always("duty", Shown::Choice(chart::DUTIES)),
                Output::sometimes("within_hours", Shown::Count),
                Output::sometimes("counted_in", Shown::Choice(chart::CLOCKS)),
                Output::always("plan", Shown::Choice(chart::PLANS)),
            ]),
        ),
    ],
    dates: &[
        Output::always("respond_by", Shown::LocalTime),
        Output::always("attention_by", Shown::LocalTime),
        Output::sometimes("critical_resource_by", Shown::LocalTime),
        Output::sometimes("clock_starts", Shown::LocalTime),
    ],
    line: &[
        Output::always("plan", Shown::Choice(chart::PLANS)),
        Output::always("held", Shown::Flag),
        Output::always("applies", Shown::Flag),
        Output::sometimes("target_minutes", Shown::Count),
        Output::sometimes("respond_by", Shown::LocalTime),
        Output::sometimes("why_not", Shown::Choice(plan::WHY_NOT)),
    ],
    reasons: &[
        "aem_not_in_description",
        "azure_components_only",
        "component_left_out",
        "no_time_for_severity",
        "not_about_the_event",
        "outside_the_event",
        "portal_only",
        "times_replaced",
    ],
    assumptions: &[
        "business_hours_are_yours",
        "business_hours_as_stated",
        "closing_time_is_closed",
        "counted_from_opening",
        "event_days_count_whole",
        "left_out_takes_other_time",
        "one_cell_for_1_and_a",
        "one_list_leaves_it_out",
        "portal_is_on_the_web",
        "response_counts_business_hours",
        "severity_a_note_is_downgrade",
        "shortest_of_several",
        "two_components_in_one",
    ],
    warnings: &[
        "aem_english_only",
        "around_the_clock_may_end",
        "enhanced_response_languages",
        "expected_not_guaranteed",
        "not_covered_by_aed",
        "online_cases_by_portal",
        "rapid_response_languages",
        "severity_may_be_lowered",
    ],
    example: r#"{"calculator":"response","as_of":"2026-11-21","input":{"severity":"B","product":"azure_component",
        "local_time":"2026-11-20T16:30","channel":"web","unified_enhanced_response":true,"rapid_response":true,
        "event":"no_event","holidays":[{"holiday":"2026-12-25"}]}}"#,
};

impl Whole for Response {
    const ABOUT: About = ABOUT;

    type Request = Request;
    type Terms = Terms;

    fn contradiction(terms: &Terms, pack: &Pack) -> Contradiction {
        if terms.business_closes.value() <= terms.business_opens.value() {
            Some(("values.business_closes", "expected a time after business_opens"))
        } else {
            chart::contradiction(terms, pack)
        }
    }

    fn objection(terms: &Terms, request: &Request) -> Option<(&'static str, Problem)> {
        let is_backwards = request.event_until < request.event_from;
        let problem = || Problem::NotApplicable { reason: "only on or after event_from".to_owned() };
        objection(opening(terms, request)).or_else(|| is_backwards.then(|| ("event_until", problem())))
    }

    fn answer(_: &Case, terms: &Terms, request: &Request, sheet: &mut Sheet) -> Result<(), Overflow> {
        let hours = WorkingHours::of(opening(terms, request), request.working_days, request.holidays.as_ref());
        let judged = plan::judge_all(terms, request);
        let quickest = plan::quickest(&judged).or_overflow("severity")?;
        for (index, each) in judged.iter().enumerate() {
            sheet.begin_line(index);
            answered::write_line(terms, request, &hours, each, sheet)?;
            sheet.end_line();
        }
        answered::write(terms, request, &hours, (quickest, &judged), sheet)?;
        duties::write(terms, quickest, &judged, sheet);
        Ok(())
    }
}

/// Business hours, as entered or else as stated.
fn opening(terms: &Terms, request: &Request) -> (TimeOfDay, TimeOfDay) {
    let opens_at = request.opens_at.unwrap_or(*terms.business_opens.value());
    (opens_at, request.closes_at.unwrap_or(*terms.business_closes.value()))
}
