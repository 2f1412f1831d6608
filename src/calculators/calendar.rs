//! Every date that follows from a work order's start and end.
//!
//! Out come the last days for requests, the ends of the flex years and of the onboarding windows, the
//! days by which monitors and root-cause reports are due, the service improvement plans left, and the
//! day with which everything unused lapses. All are days and counts: nothing is rounded. The verdict
//! is whether a request on the day asked about is in time; a root-cause request has one of its own.
//! Rules: MS-UES-03 (flex by year), 18 (requests), 22 (what lapses), 55 (enhanced response:
//! onboarding), 70 (Azure engineering: onboarding), 71 (root-cause reports), 72 (improvement plans),
//! 73 (monitors).

mod asked;
mod onboarding;
mod root_cause;
mod years;

use super::{About, Case, Contradiction, Output, OutputKind as Shown, Whole, below_one};
use crate::answer::Verdict;
use crate::clause::ClauseId;
use crate::dates::Date;
use crate::money::{OrOverflow, Overflow};
use crate::refusal::{Problem, bounds};
use crate::sheet::{Sheet, Working};
use crate::terms::{Pack, Rule, terms};
use asked::{EngineeringDirect, Request};

pub struct Calendar;

terms! {
    pub struct Terms {
        flex_year_months: i64,
        request_days_before_end: i64,
        usable_in_term: Rule,
        enhanced_onboarding_days: i64,
        onboarding_days: i64,
        root_cause_request_days: i64,
        root_cause_business_days: i64,
        plans_a_year: i64,
        plan_year_months: i64,
        monitor_days: i64,
        most_monitoring_scenarios: i64,
    }
}

impl Whole for Calendar {
    const ABOUT: About = About {
        name: "calendar",
        pack: "ms-unified",
        money: false,
        rules: &[
            "MS-UES-03",
            "MS-UES-18",
            "MS-UES-22",
            "MS-UES-55",
            "MS-UES-70",
            "MS-UES-71",
            "MS-UES-72",
            "MS-UES-73",
        ],
        verdicts: &["eligible", "refer", "ineligible"],
        headline: "safe_request_until",
        losses: &[],
        beside: &[],
        figures: &[
            Output::sometimes("plans_left", Shown::Count),
            Output::sometimes("scenarios_left", Shown::Count),
            Output::sometimes("flex_years", Shown::List(years::FLEX)),
            Output::sometimes("plan_years", Shown::List(years::PLANS)),
        ],
        dates: &[
            Output::always("safe_request_until", Shown::Date).kept(),
            Output::always("borderline_request_on", Shown::Date).kept(),
            Output::sometimes("enhanced_onboarding_until", Shown::Date).kept(),
            Output::sometimes("onboarding_until", Shown::Date).kept(),
            Output::sometimes("monitors_ready_by", Shown::Date).kept(),
            Output::always("usable_until", Shown::Date).kept(),
        ],
        line: &[
            Output::sometimes("label", Shown::Text),
            Output::sometimes("counted_from", Shown::Date),
            Output::sometimes("report_due_on", Shown::Date).kept(),
            Output::sometimes("days_before_closing", Shown::Count),
            Output::sometimes("early_enough", Shown::Flag),
            Output::sometimes("late_enough", Shown::Flag),
            Output::always("verdict", Shown::Choice(&["eligible", "refer", "ineligible"])),
        ],
        reasons: &[
            "after_the_request_days",
            "after_the_term",
            "closing_day_not_given",
            "only_days_before_holds",
            "only_within_days_holds",
            "on_the_borderline_day",
            "requested_after_closing",
            "requested_on_the_closing_day",
        ],
        assumptions: &[
            "borderline_day_read_as_in_time",
            "business_days_monday_to_friday",
            "enhanced_onboarding_from_its_start",
            "first_day_is_day_one",
            "flex_years_from_the_start",
            "plan_years_from_the_start",
            "short_year_counts",
        ],
        warnings: &[
            "ask_when_opening_the_case",
            "borderline_before_the_start",
            "enhanced_onboarding_by_the_letter",
            "enhanced_onboarding_over",
            "enhanced_onboarding_today",
            "last_safe_day",
            "monitors_due_today",
            "monitors_overdue",
            "more_plans_than_allowed",
            "more_scenarios_than_covered",
            "not_mitigated",
            "onboarding_over",
            "onboarding_today",
            "outside_the_term",
            "own_incidents_only",
            "past_the_end",
            "plans_outside_the_term",
            "report_due_today",
            "report_only_if_asked_in_time",
            "report_overdue",
            "term_not_begun",
            "unused_lapses",
        ],
        example: r#"{"calculator":"calendar","as_of":"2026-11-21","input":{"starts_on":"2026-10-01","ends_on":"2028-09-30","flex_bought":true,
            "enhanced_response":"from_a_date","enhanced_response_from":"2026-11-02","engineering_direct":"extended","monitoring_scenarios":5,
            "root_causes":[{"label":"Storage outage","requested_on":"2026-11-10","mitigated_on":"2026-11-12","closed_on":"2026-11-17"}],
            "improvement_plans":[{"plan_requested_on":"2026-11-03"}],"holidays":[{"holiday":"2026-11-26"}]}}"#,
    };

    type Request = Request;
    type Terms = Terms;

    fn contradiction(terms: &Terms, _: &Pack) -> Contradiction {
        below_one(&[
            ("values.flex_year_months", &terms.flex_year_months),
            ("values.plan_year_months", &terms.plan_year_months),
            ("values.enhanced_onboarding_days", &terms.enhanced_onboarding_days),
            ("values.onboarding_days", &terms.onboarding_days),
            ("values.root_cause_business_days", &terms.root_cause_business_days),
        ])
    }

    fn objection(_: &Terms, request: &Request) -> Option<(&'static str, Problem)> {
        let Request { starts_on, ends_on, enhanced_response_from, .. } = request;
        let outside =
            |day: Date, max: String| Problem::DateOutside { got: day.to_string(), min: starts_on.to_string(), max };
        if ends_on < starts_on {
            return Some(("ends_on", outside(*ends_on, bounds::DATE.1.to_owned())));
        }
        // What is bought with a base contract is not there before it begins, nor after it has ended.
        let from = enhanced_response_from.filter(|from| from < starts_on || from > ends_on)?;
        Some(("enhanced_response_from", outside(from, ends_on.to_string())))
    }

    fn answer(case: &Case, terms: &Terms, request: &Request, sheet: &mut Sheet) -> Result<(), Overflow> {
        let direct = request.engineering_direct != EngineeringDirect::NotBought;
        if direct {
            years::write_current(case, terms, request, sheet)?;
            onboarding::write_scenarios(terms, request, sheet);
        }
        if request.flex_bought {
            years::write_flex(terms, request, sheet)?;
        }
        if direct {
            years::write_plans(terms, request, sheet)?;
        }
        write_requests(case, terms, request, sheet)?;
        onboarding::write_enhanced(case, terms, request, sheet)?;
        if direct {
            onboarding::write_direct(case, terms, request, sheet)?;
            root_cause::write(case, terms, request, sheet)?;
        }
        write_end(case, terms, request, sheet);
        Ok(())
    }
}

/// The last days for requests. "Before 60 days before" the end: whether the sixtieth day itself is in
/// time stays open, so that only the day before it is safe.
fn write_requests(case: &Case, terms: &Terms, request: &Request, sheet: &mut Sheet) -> Result<(), Overflow> {
    let (days, clause) = (*terms.request_days_before_end.value(), terms.request_days_before_end.clause());
    let borderline = request.ends_on.minus_days(days).or_overflow("ends_on")?;
    let safe = borderline.minus_days(1).or_overflow("ends_on")?;
    sheet.date("safe_request_until", safe, Working::exact("day_before(ends_on − request_days_before_end)", clause));
    sheet.date("borderline_request_on", borderline, Working::exact("ends_on − request_days_before_end", clause));
    sheet.assumption("borderline_day_read_as_in_time", clause);
    if borderline < request.starts_on {
        sheet.warning("borderline_before_the_start", clause);
    }
    let verdict = if case.as_of > borderline {
        sheet.reason("after_the_request_days", clause);
        Verdict::Ineligible
    } else if case.as_of == borderline {
        sheet.reason("on_the_borderline_day", clause);
        Verdict::Refer
    } else {
        if case.as_of == safe {
            sheet.warning("last_safe_day", clause);
        }
        Verdict::Eligible
    };
    sheet.verdict(verdict);
    Ok(())
}

/// The last day of the term is still within it.
fn write_end(case: &Case, terms: &Terms, request: &Request, sheet: &mut Sheet) {
    let clause = terms.usable_in_term.clause();
    sheet.date("usable_until", request.ends_on, Working::exact("ends_on", clause));
    sheet.warning("unused_lapses", clause);
    if case.as_of < request.starts_on {
        sheet.warning("term_not_begun", clause);
    }
    if case.as_of > request.ends_on {
        sheet.reason("after_the_term", clause);
    }
}

/// Says that a day is today, or over.
fn warn(case: &Case, day: Date, today: &'static str, over: &'static str, clause: &ClauseId, sheet: &mut Sheet) {
    if day <= case.as_of {
        sheet.warning(if day == case.as_of { today } else { over }, clause);
    }
}

/// Nothing is due to be used once the term has ended.
fn warn_past_the_end(terms: &Terms, request: &Request, day: Date, sheet: &mut Sheet) {
    if day > request.ends_on {
        sheet.warning("past_the_end", terms.usable_in_term.clause());
    }
}
