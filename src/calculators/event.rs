//! How many event units of Azure Event Management an event takes, and by when it has to be settled.
//!
//! Out come the units (solutions times started blocks of five days, the blocks rounded up), the last
//! day on which it may be arranged and confirmed in writing, whether both were, and how cases are filed
//! while it runs. Days are whole days of the calendar, the first and the last of the event both counted.
//! Rules: MS-UES-60 (units), 61 (six weeks' notice), 62 (public Azure, English), 63 (filing), 92 (what
//! counts as an event).

use super::{About, Case, Contradiction, Output, OutputKind as Shown, Whole, below_one};
use crate::answer::Verdict;
use crate::dates::Date;
use crate::form::{Choices, Count, Default, Key, Kind, choice, fields};
use crate::money::{OrOverflow, Overflow};
use crate::refusal::{Problem, bounds};
use crate::sheet::{Sheet, Working};
use crate::terms::{Keys, Pack, Rule, terms};

pub struct Event;

choice! {
    /// Which environments the customer has: the text asks for a public one, and bars who has another,
    /// wherever the solution runs.
    pub enum Cloud {
        Public = "public",
        Both = "public_and_government_or_sovereign",
        Government = "government_or_sovereign",
    }
}

choice! {
    /// What Microsoft has said to a notice shorter than the text asks for.
    pub enum ShorterNotice {
        NotAsked = "not_asked",
        Agreed = "agreed",
        Declined = "declined",
    }
}

/// An event of none of the kinds listed.
const OTHER: &str = "other";

fields! {
    pub struct Request {
        event_kind: Key { kind: Kind::Choice(Choices::Listed("event_kinds", OTHER)) },
        cloud: Cloud,
        solutions: Count,
        starts_on: Date,
        ends_on: Date,
        arranged_on: Option<Date>,
        /// The day of the confirmation in writing.
        confirmed_on: Option<Date>,
        shorter_notice: Option<ShorterNotice> { default: Some(Default::Key("not_asked")) },
        /// Whether only people of a certain citizenship or residence may work on it.
        restricted_staff: Option<bool>,
    }
}

terms! {
    pub struct Terms {
        event_days: i64,
        event_notice_weeks: i64,
        event_on_public_azure: Rule,
        event_case_mark: Keys,
        event_kinds: Keys,
    }
}

impl Whole for Event {
    const ABOUT: About = About {
        name: "event",
        pack: "ms-unified",
        money: false,
        rules: &["MS-UES-60", "MS-UES-61", "MS-UES-62", "MS-UES-63", "MS-UES-92"],
        verdicts: &["eligible", "refer", "ineligible"],
        headline: "settle_by",
        losses: &[],
        beside: &[],
        figures: &[
            Output::always("units", Shown::Count),
            Output::always("days", Shown::Count),
            Output::always("units_per_solution", Shown::Count),
            Output::always("arranged_in_time", Shown::Flag),
            Output::always("confirmed_in_time", Shown::Flag),
            Output::always("file_through", Shown::Choice(&["azure_portal"])),
            Output::always("case_mark", Shown::Text),
        ],
        dates: &[Output::always("settle_by", Shown::Date).kept()],
        line: &[],
        reasons: &[
            "arranged_too_late",
            "confirmed_too_late",
            "event_cloud_not_covered",
            "event_kind_not_listed",
            "has_both_environments",
            "no_time_to_arrange",
            "no_time_to_confirm",
            "shorter_notice_agreed",
            "shorter_notice_declined",
            "shorter_notice_not_asked",
            "staff_cannot_be_restricted",
        ],
        assumptions: &["both_days_keep_the_notice", "first_and_last_day_count", "one_unit_a_solution"],
        warnings: &[
            "assessment_may_be_cut",
            "cancelled_without_resources",
            "event_in_english_only",
            "event_is_over",
            "last_day_to_settle",
            "scope_set_beforehand",
            "still_to_arrange",
            "still_to_confirm",
        ],
        example: r#"{"calculator":"event","as_of":"2026-11-21","input":{"event_kind":"high_load","cloud":"public","solutions":2,
            "starts_on":"2027-02-08","ends_on":"2027-02-16","arranged_on":"2026-11-16"}}"#,
    };

    type Request = Request;
    type Terms = Terms;

    fn contradiction(terms: &Terms, _: &Pack) -> Contradiction {
        if terms.event_case_mark.value().0.is_empty() {
            Some(("values.event_case_mark", "expected at least one"))
        } else if terms.event_kinds.value().contains(OTHER) {
            Some(("values.event_kinds", "names a kind that means none of them"))
        } else {
            below_one(&[("values.event_days", &terms.event_days)])
        }
    }

    fn objection(_: &Terms, request: &Request) -> Option<(&'static str, Problem)> {
        let Request { starts_on, ends_on, .. } = request;
        let (got, min, max) = (ends_on.to_string(), starts_on.to_string(), bounds::DATE.1.to_owned());
        (ends_on < starts_on).then_some(("ends_on", Problem::DateOutside { got, min, max }))
    }

    fn answer(case: &Case, terms: &Terms, request: &Request, sheet: &mut Sheet) -> Result<(), Overflow> {
        write_units(terms, request, sheet)?;
        let notice = write_notice(case, terms, request, sheet)?;
        write_filing(terms, sheet);
        let scope = write_scope(terms, request, sheet);
        if case.as_of > request.ends_on {
            sheet.warning("event_is_over", terms.event_days.clause());
        }
        let both = [notice, scope];
        let worst = [Verdict::Ineligible, Verdict::Refer].into_iter().find(|verdict| both.contains(verdict));
        sheet.verdict(worst.unwrap_or(Verdict::Eligible));
        Ok(())
    }
}

/// One unit covers one solution for so many days in a row; what goes on longer takes further ones.
fn write_units(terms: &Terms, request: &Request, sheet: &mut Sheet) -> Result<(), Overflow> {
    let (each, clause) = (*terms.event_days.value(), terms.event_days.clause());
    // The text does not say whether the first and the last day count: an event on one day lasts one.
    let days = request.starts_on.days_to(request.ends_on) + 1;
    let per_solution = days / each + i64::from(days % each > 0);
    let units = request.solutions.0.checked_mul(per_solution).or_overflow("solutions")?;
    sheet.know("days", days);
    sheet.know("units_per_solution", per_solution);
    sheet.figure("units", units, Working::exact("solutions × units_per_solution", clause));
    sheet.figure("days", days, Working::exact("days(starts_on, ends_on) + 1", clause));
    sheet.figure("units_per_solution", per_solution, Working::up("days ÷ event_days", clause));
    sheet.assumption("first_and_last_day_count", clause);
    // Of more solutions the text says that more "may" be needed; and Microsoft weighs the workloads.
    if request.solutions.0 > 1 {
        sheet.assumption("one_unit_a_solution", clause);
    }
    Ok(())
}

/// Whether the event was, or can still be, arranged and confirmed early enough; exactly so many weeks
/// ahead is. A day that is not given yet is judged as if it were the day asked about.
fn write_notice(case: &Case, terms: &Terms, request: &Request, sheet: &mut Sheet) -> Result<Verdict, Overflow> {
    let clause = terms.event_notice_weeks.clause();
    let settle_by = request.starts_on.minus_weeks(*terms.event_notice_weeks.value()).or_overflow("starts_on")?;
    let working = Working::exact("minus_weeks(starts_on, event_notice_weeks)", clause);
    sheet.date("settle_by", settle_by, working);
    sheet.know("settle_by", settle_by);
    sheet.assumption("both_days_keep_the_notice", clause);
    sheet.warning("cancelled_without_resources", clause);

    let (arranged, confirmed) = (request.arranged_on, request.confirmed_on);
    let formula = if arranged.is_some() { "arranged_on ≤ settle_by" } else { "as_of ≤ settle_by" };
    let arranged_in_time = arranged.unwrap_or(case.as_of) <= settle_by;
    sheet.figure("arranged_in_time", arranged_in_time, Working::exact(formula, clause));
    let formula = if confirmed.is_some() { "confirmed_on ≤ settle_by" } else { "as_of ≤ settle_by" };
    let confirmed_in_time = confirmed.unwrap_or(case.as_of) <= settle_by;
    sheet.figure("confirmed_in_time", confirmed_in_time, Working::exact(formula, clause));

    for (day, in_time, open, gone, late) in [
        (arranged, arranged_in_time, "still_to_arrange", "no_time_to_arrange", "arranged_too_late"),
        (confirmed, confirmed_in_time, "still_to_confirm", "no_time_to_confirm", "confirmed_too_late"),
    ] {
        match (day, in_time) {
            (None, true) => sheet.warning(open, clause),
            (None, false) => sheet.reason(gone, clause),
            (Some(_), false) => sheet.reason(late, clause),
            (Some(_), true) => {}
        }
    }
    if case.as_of == settle_by && (arranged.is_none() || confirmed.is_none()) {
        sheet.warning("last_day_to_settle", clause);
    }
    if arranged_in_time && confirmed_in_time {
        return Ok(Verdict::Eligible);
    }
    Ok(match request.shorter_notice {
        Some(ShorterNotice::Agreed) => {
            sheet.reason("shorter_notice_agreed", clause);
            sheet.warning("assessment_may_be_cut", clause);
            Verdict::Eligible
        }
        Some(ShorterNotice::Declined) => {
            sheet.reason("shorter_notice_declined", clause);
            Verdict::Ineligible
        }
        // A shorter notice is Microsoft's to accept.
        Some(ShorterNotice::NotAsked) | None => {
            sheet.reason("shorter_notice_not_asked", clause);
            Verdict::Refer
        }
    })
}

/// How cases are filed while the event runs.
fn write_filing(terms: &Terms, sheet: &mut Sheet) {
    let clause = terms.event_case_mark.clause();
    sheet.figure("file_through", "azure_portal", Working::exact("as_stated()", clause));
    if let Some(mark) = terms.event_case_mark.value().0.first() {
        sheet.quoted("case_mark", mark.clone(), Working::exact("as_stated()", clause));
    }
}

/// Whether it is an event of the kinds named, for a customer and under conditions that are covered.
fn write_scope(terms: &Terms, request: &Request, sheet: &mut Sheet) -> Verdict {
    let (azure, kinds) = (terms.event_on_public_azure.clause(), terms.event_kinds.clause());
    sheet.warning("event_in_english_only", azure);
    sheet.warning("scope_set_beforehand", kinds);
    // The kinds are what events "include": another one is not ruled out.
    let is_listed = terms.event_kinds.value().contains(&request.event_kind.0);
    if !is_listed {
        sheet.reason("event_kind_not_listed", kinds);
    }
    let is_restricted = request.restricted_staff == Some(true);
    match request.cloud {
        Cloud::Public => {}
        // One sentence lets them in, the next keeps them out.
        Cloud::Both => sheet.reason("has_both_environments", azure),
        Cloud::Government => sheet.reason("event_cloud_not_covered", azure),
    }
    if is_restricted {
        sheet.reason("staff_cannot_be_restricted", azure);
    }
    if is_restricted || request.cloud == Cloud::Government {
        Verdict::Ineligible
    } else if !is_listed || request.cloud == Cloud::Both {
        Verdict::Refer
    } else {
        Verdict::Eligible
    }
}
