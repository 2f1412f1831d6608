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

use crate::calculators::declared::{Rows, answers};
use crate::calculators::{About, Ask, Contradiction, OutputKind as Kind, Whole, below_one};
use crate::request::bounds;
use crate::request::problem::Problem;
use crate::terms::{Pack, Rule, terms};
use crate::values::dates::Date;
use crate::working::Of;
use crate::working::answer::Verdict;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;
use asked::{EngineeringDirect, Request};
use std::sync::Arc;

pub struct Calendar;

terms! {
    pub struct Terms {
        flex_year_months: i64 { Months },
        request_days_before_end: i64 { Days },
        usable_in_term: Rule,
        enhanced_onboarding_days: i64 { Days },
        onboarding_days: i64 { Days },
        root_cause_request_days: i64 { Days },
        root_cause_business_days: i64 { BusinessDays },
        plans_a_year: i64,
        plan_year_months: i64 { Months },
        monitor_days: i64 { Days },
        most_monitoring_scenarios: i64,
    }
}

answers! {
    figure {
        plans_left: Option<i64>,
        scenarios_left: Option<i64>,
        flex_years: Option<Rows> { kind: Kind::List(flex_year::OUTPUTS) },
        plan_years: Option<Rows> { kind: Kind::List(plan_year::OUTPUTS) },
    }
    date {
        safe_request_until: Date { calendar: true },
        borderline_request_on: Date { calendar: true },
        enhanced_onboarding_until: Option<Date> { calendar: true },
        onboarding_until: Option<Date> { calendar: true },
        monitors_ready_by: Option<Date> { calendar: true },
        usable_until: Date { calendar: true },
    }
    line {
        label: Option<Arc<str>> { shown: true },
        counted_from: Option<Date>,
        report_due_on: Option<Date> { calendar: true },
        days_before_closing: Option<i64> { unit: Some(Unit::Days) },
        early_enough: Option<bool>,
        late_enough: Option<bool>,
        verdict: &'static str { kind: Kind::Choice(&["eligible", "refer", "ineligible"]), judges: true, shown: true },
    }
    rows flex_year {
        year_from: Date,
        flex_until: Date { calendar: true },
    }
    rows plan_year {
        year_from: Date,
        plans_until: Date { calendar: true },
        plans_used: i64,
        plans_left: i64,
    }
    between {
        /// How many months of the term are over when a year ends.
        passed_months: i64 { unit: Some(Unit::Months) },
        /// The last day of a year, were the term not over before.
        year_end: Date,
        /// Whether the day asked about lies in a year.
        is_current: bool,
        /// The end of onboarding for enhanced response, counted from the contract term.
        onboarding_by_the_letter: Date,
    }
    reason {
        AfterTheRequestDays = "after_the_request_days",
        AfterTheTerm = "after_the_term",
        ClosingDayNotGiven = "closing_day_not_given",
        OnlyDaysBeforeHolds = "only_days_before_holds",
        OnlyWithinDaysHolds = "only_within_days_holds",
        OnTheBorderlineDay = "on_the_borderline_day",
        RequestedAfterClosing = "requested_after_closing",
        RequestedOnTheClosingDay = "requested_on_the_closing_day",
    }
    assumption {
        BorderlineDayReadAsInTime = "borderline_day_read_as_in_time",
        BusinessDaysMondayToFriday = "business_days_monday_to_friday",
        EnhancedOnboardingFromItsStart = "enhanced_onboarding_from_its_start",
        FirstDayIsDayOne = "first_day_is_day_one",
        FlexYearsFromTheStart = "flex_years_from_the_start",
        PlanYearsFromTheStart = "plan_years_from_the_start",
        ShortYearCounts = "short_year_counts",
    }
    warning {
        AskWhenOpeningTheCase = "ask_when_opening_the_case",
        BorderlineBeforeTheStart = "borderline_before_the_start",
        EnhancedOnboardingByTheLetter = "enhanced_onboarding_by_the_letter" { date: Date },
        EnhancedOnboardingOver = "enhanced_onboarding_over",
        EnhancedOnboardingToday = "enhanced_onboarding_today",
        LastSafeDay = "last_safe_day",
        MonitorsDueToday = "monitors_due_today",
        MonitorsOverdue = "monitors_overdue",
        MorePlansThanAllowed = "more_plans_than_allowed",
        MoreScenariosThanCovered = "more_scenarios_than_covered",
        NotMitigated = "not_mitigated",
        OnboardingOver = "onboarding_over",
        OnboardingToday = "onboarding_today",
        OutsideTheTerm = "outside_the_term",
        OwnIncidentsOnly = "own_incidents_only",
        PastTheEnd = "past_the_end",
        PlansOutsideTheTerm = "plans_outside_the_term",
        ReportDueToday = "report_due_today",
        ReportOnlyIfAskedInTime = "report_only_if_asked_in_time",
        ReportOverdue = "report_overdue",
        TermNotBegun = "term_not_begun",
        UnusedLapses = "unused_lapses",
    }
}

impl Whole for Calendar {
    const ABOUT: About = About {
        name: "calendar",
        pack: "ms-unified",
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
        lines_of: Some("root_causes"),
        headline: "safe_request_until",
        onward: r#"[
            {"to":"response","fields":{"holidays":"holidays"},"when":[{"of":"holidays","filled":true}]}
        ]"#,
        example: r#"{"calculator":"calendar","as_of":"2026-11-21","input":{"starts_on":"2026-10-01","ends_on":"2028-09-30","flex_bought":true,
            "enhanced_response":"from_a_date","enhanced_response_from":"2026-11-02","engineering_direct":"extended","monitoring_scenarios":5,
            "root_causes":[{"label":"Storage outage","requested_on":"2026-11-10","mitigated_on":"2026-11-12","closed_on":"2026-11-17"}],
            "improvement_plans":[{"plan_requested_on":"2026-11-03"}],"holidays":[{"holiday":"2026-11-26"}]}}"#,
        ..out::ABOUT
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
        let (starts_on, ends_on) = (request.starts_on.value, request.ends_on.value);
        let outside =
            |day: Date, max: String| Problem::DateOutside { got: day.to_string(), min: starts_on.to_string(), max };
        if ends_on < starts_on {
            return Some(("ends_on", outside(ends_on, bounds::DATE.1.to_owned())));
        }
        // What is bought with a base contract is not there before it begins, nor after it has ended.
        let from = request.enhanced_response_from.map(|from| from.value);
        let from = from.filter(|from| *from < starts_on || *from > ends_on)?;
        Some(("enhanced_response_from", outside(from, ends_on.to_string())))
    }

    fn answer(ask: &Ask<'_, Terms, Request>, sheet: &mut Sheet) {
        let (terms, request) = (ask.terms, ask.request);
        let direct = request.engineering_direct != EngineeringDirect::NotBought;
        if request.flex_bought {
            years::write_flex(terms, request, sheet);
        }
        if direct {
            years::write_plans(ask, sheet);
            onboarding::write_scenarios(terms, request, sheet);
        }
        write_requests(ask, sheet);
        onboarding::write_enhanced(ask, sheet);
        if direct {
            onboarding::write_direct(ask, sheet);
            root_cause::write(ask, sheet);
        }
        write_end(ask, sheet);
    }
}

/// Writes the last days for requests. "Before 60 days before" the end: whether the sixtieth day itself is in
/// time stays open, so that only the day before it is safe.
fn write_requests(ask: &Ask<'_, Terms, Request>, sheet: &mut Sheet) {
    let (terms, request) = (ask.terms, ask.request);
    let (days, clause) = (&terms.request_days_before_end, terms.request_days_before_end.clause());
    work!(sheet, date safe_request_until = exact(day_before(request.ends_on - terms.request_days_before_end)), by days);
    work!(sheet, date borderline_request_on = exact(request.ends_on - terms.request_days_before_end), by days);
    let (as_of, safe, borderline) = (ask.as_of.value, safe_request_until.value, borderline_request_on.value);
    sheet.assumption(Assumption::BorderlineDayReadAsInTime, clause);
    if borderline < request.starts_on.value {
        sheet.warning(Warning::BorderlineBeforeTheStart, clause);
    }
    let verdict = if as_of > borderline {
        sheet.reason(Reason::AfterTheRequestDays, clause);
        Verdict::Ineligible
    } else if as_of == borderline {
        sheet.reason(Reason::OnTheBorderlineDay, clause);
        Verdict::Refer
    } else {
        if as_of == safe {
            sheet.warning(Warning::LastSafeDay, clause);
        }
        Verdict::Eligible
    };
    sheet.verdict(verdict);
}

/// Writes the last day of the term, which is still within it.
fn write_end(ask: &Ask<'_, Terms, Request>, sheet: &mut Sheet) {
    let request = ask.request;
    let clause = ask.terms.usable_in_term.clause();
    work!(sheet, date usable_until = exact(request.ends_on), by clause);
    sheet.warning(Warning::UnusedLapses, clause);
    if ask.as_of.value < request.starts_on.value {
        sheet.warning(Warning::TermNotBegun, clause);
    }
    if ask.as_of.value > request.ends_on.value {
        sheet.reason(Reason::AfterTheTerm, clause);
    }
}

/// Says that a day is today, or over; and that nothing is due to be used once the term has ended.
fn warn(ask: &Ask<'_, Terms, Request>, day: Of<'_, Date>, today: Warning, over: Warning, sheet: &mut Sheet) {
    if day.value <= ask.as_of.value {
        sheet.warning(if day.value == ask.as_of.value { today } else { over }, day.clause());
    }
    if day.value > ask.request.ends_on.value {
        sheet.warning(Warning::PastTheEnd, ask.terms.usable_in_term.clause());
    }
}
