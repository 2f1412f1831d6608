//! How many event units of Azure Event Management an event takes, and by when it has to be settled.
//!
//! Out come the units (solutions times started blocks of five days, the blocks rounded up), the last
//! day on which it may be arranged and confirmed in writing, whether both were, and how cases are filed
//! while it runs. Days are whole days of the calendar, the first and the last of the event both counted.
//! Rules: MS-UES-60 (units), 61 (six weeks' notice), 62 (public Azure, English), 63 (filing), 92 (what
//! counts as an event).

use crate::calculators::declared::answers;
use crate::calculators::{About, Ask, Contradiction, OutputKind as Shown, Whole, below_one};
use crate::form::{Choices, Count, Fallback, Key, Kind, choice, fields};
use crate::request::bounds;
use crate::request::problem::Problem;
use crate::terms::{Keys, Pack, Rule, terms};
use crate::values::dates::Date;
use crate::working::answer::Verdict;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;
use crate::working::{Entered, Of};
use std::sync::Arc;

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
        solutions: Entered<Count>,
        starts_on: Entered<Date>,
        ends_on: Entered<Date>,
        arranged_on: Option<Entered<Date>>,
        /// The day of the confirmation in writing.
        confirmed_on: Option<Entered<Date>>,
        shorter_notice: Option<ShorterNotice> { default: Some(Fallback::Key("not_asked")) },
        /// Whether only people of a certain citizenship or residence may work on it.
        restricted_staff: Option<bool>,
    }
}

terms! {
    pub struct Terms {
        event_days: i64 { Days },
        event_notice_weeks: i64 { Weeks },
        event_on_public_azure: Rule,
        event_case_mark: Keys,
        event_kinds: Keys,
    }
}

answers! {
    figure {
        units: i64,
        days: i64 { unit: Some(Unit::Days) },
        units_per_solution: i64,
        arranged_in_time: bool,
        confirmed_in_time: bool,
        file_through: &'static str { kind: Shown::Choice(&["azure_portal"]) },
        case_mark: Arc<str>,
    }
    date {
        settle_by: Date { calendar: true },
    }
    reason {
        ArrangedTooLate = "arranged_too_late",
        ConfirmedTooLate = "confirmed_too_late",
        EventCloudNotCovered = "event_cloud_not_covered",
        EventKindNotListed = "event_kind_not_listed",
        HasBothEnvironments = "has_both_environments",
        NoTimeToArrange = "no_time_to_arrange",
        NoTimeToConfirm = "no_time_to_confirm",
        ShorterNoticeAgreed = "shorter_notice_agreed",
        ShorterNoticeDeclined = "shorter_notice_declined",
        ShorterNoticeNotAsked = "shorter_notice_not_asked",
        StaffCannotBeRestricted = "staff_cannot_be_restricted",
    }
    assumption {
        BothDaysKeepTheNotice = "both_days_keep_the_notice",
        FirstAndLastDayCount = "first_and_last_day_count",
        OneUnitASolution = "one_unit_a_solution",
    }
    warning {
        AssessmentMayBeCut = "assessment_may_be_cut",
        CancelledWithoutResources = "cancelled_without_resources",
        EventInEnglishOnly = "event_in_english_only",
        EventIsOver = "event_is_over",
        LastDayToSettle = "last_day_to_settle",
        ScopeSetBeforehand = "scope_set_beforehand",
        StillToArrange = "still_to_arrange",
        StillToConfirm = "still_to_confirm",
    }
}

impl Whole for Event {
    const ABOUT: About = About {
        name: "event",
        pack: "ms-unified",
        rules: &["MS-UES-60", "MS-UES-61", "MS-UES-62", "MS-UES-63", "MS-UES-92"],
        verdicts: &["eligible", "refer", "ineligible"],
        headline: "settle_by",
        onward: r#"[
            {"to":"response","fields":{"event":"=about_the_event","event_from":"starts_on","event_until":"ends_on"}},
            {"to":"addon","fields":{"service":"=azure_event_management","azure":"=public"},"when":[{"of":"cloud","in":["public"]}]}
        ]"#,
        example: r#"{"calculator":"event","as_of":"2026-11-21","input":{"event_kind":"high_load","cloud":"public","solutions":2,
            "starts_on":"2027-02-08","ends_on":"2027-02-16","arranged_on":"2026-11-16"}}"#,
        ..out::ABOUT
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
        let (starts_on, ends_on) = (request.starts_on.value, request.ends_on.value);
        let (got, min, max) = (ends_on.to_string(), starts_on.to_string(), bounds::DATE.1.to_owned());
        (ends_on < starts_on).then_some(("ends_on", Problem::DateOutside { got, min, max }))
    }

    fn answer(ask: &Ask<'_, Terms, Request>, sheet: &mut Sheet) {
        let (terms, request) = (ask.terms, ask.request);
        write_units(terms, request, sheet);
        let notice = write_notice(ask, sheet);
        write_filing(terms, sheet);
        let scope = write_scope(terms, request, sheet);
        if ask.as_of.value > request.ends_on.value {
            sheet.warning(Warning::EventIsOver, terms.event_days.clause());
        }
        let both = [notice, scope];
        let worst = [Verdict::Ineligible, Verdict::Refer].into_iter().find(|verdict| both.contains(verdict));
        sheet.verdict(worst.unwrap_or(Verdict::Eligible));
    }
}

/// Writes the units: one covers one solution for so many days in a row; what goes on longer takes further ones.
fn write_units(terms: &Terms, request: &Request, sheet: &mut Sheet) {
    let clause = terms.event_days.clause();
    // The text does not say whether the first and the last day count: an event on one day lasts one.
    work!(sheet, figure days = exact(days(request.starts_on, request.ends_on) + 1), by clause);
    work!(sheet, figure units_per_solution = up(days / terms.event_days), by clause);
    work!(sheet, figure units = exact(request.solutions * units_per_solution), by clause);
    sheet.assumption(Assumption::FirstAndLastDayCount, clause);
    // Of more solutions the text says that more "may" be needed; and Microsoft weighs the workloads.
    if request.solutions.value.0 > 1 {
        sheet.assumption(Assumption::OneUnitASolution, clause);
    }
}

/// Writes whether the event was, or can still be, arranged and confirmed early enough; exactly so many weeks
/// ahead is. A day that is not given yet is judged as if it were the day asked about.
fn write_notice(ask: &Ask<'_, Terms, Request>, sheet: &mut Sheet) -> Verdict {
    let (notice, request) = (&ask.terms.event_notice_weeks, ask.request);
    work!(sheet, date settle_by = exact(minus_weeks(request.starts_on, ask.terms.event_notice_weeks)), by notice);
    let arranged_on = request.arranged_on.unwrap_or(ask.as_of);
    let confirmed_on = request.confirmed_on.unwrap_or(ask.as_of);
    work!(sheet, figure arranged_in_time = exact(arranged_on <= settle_by), by notice);
    work!(sheet, figure confirmed_in_time = exact(confirmed_on <= settle_by), by notice);

    let clause = notice.clause();
    sheet.assumption(Assumption::BothDaysKeepTheNotice, clause);
    sheet.warning(Warning::CancelledWithoutResources, clause);
    note_day(
        request.arranged_on.is_some(),
        arranged_in_time,
        (Warning::StillToArrange, Reason::NoTimeToArrange, Reason::ArrangedTooLate),
        sheet,
    );
    note_day(
        request.confirmed_on.is_some(),
        confirmed_in_time,
        (Warning::StillToConfirm, Reason::NoTimeToConfirm, Reason::ConfirmedTooLate),
        sheet,
    );
    let is_open = request.arranged_on.is_none() || request.confirmed_on.is_none();
    if ask.as_of.value == settle_by.value && is_open {
        sheet.warning(Warning::LastDayToSettle, clause);
    }
    if arranged_in_time.value && confirmed_in_time.value {
        Verdict::Eligible
    } else {
        judge_shorter_notice(ask.terms, request, sheet)
    }
}

/// Says of one of the two days that it is still open, or came or comes too late.
fn note_day(is_given: bool, in_time: Of<'_, bool>, (open, gone, late): (Warning, Reason, Reason), sheet: &mut Sheet) {
    match (is_given, in_time.value) {
        (false, true) => sheet.warning(open, in_time.clause()),
        (false, false) => sheet.reason(gone, in_time.clause()),
        (true, false) => sheet.reason(late, in_time.clause()),
        (true, true) => {}
    }
}

/// Returns what becomes of a notice that is too short: it is Microsoft's to accept.
fn judge_shorter_notice(terms: &Terms, request: &Request, sheet: &mut Sheet) -> Verdict {
    let clause = terms.event_notice_weeks.clause();
    match request.shorter_notice {
        Some(ShorterNotice::Agreed) => {
            sheet.reason(Reason::ShorterNoticeAgreed, clause);
            sheet.warning(Warning::AssessmentMayBeCut, clause);
            Verdict::Eligible
        }
        Some(ShorterNotice::Declined) => {
            sheet.reason(Reason::ShorterNoticeDeclined, clause);
            Verdict::Ineligible
        }
        Some(ShorterNotice::NotAsked) | None => {
            sheet.reason(Reason::ShorterNoticeNotAsked, clause);
            Verdict::Refer
        }
    }
}

/// Writes how cases are filed while the event runs.
fn write_filing(terms: &Terms, sheet: &mut Sheet) {
    work!(sheet, figure file_through = exact("azure_portal"), by terms.event_case_mark);
    work!(sheet, figure case_mark = exact(first(terms.event_case_mark)), by terms.event_case_mark);
}

/// Returns whether it is an event of the kinds named, for a customer and under conditions that are covered.
fn write_scope(terms: &Terms, request: &Request, sheet: &mut Sheet) -> Verdict {
    let (azure, kinds) = (terms.event_on_public_azure.clause(), terms.event_kinds.clause());
    sheet.warning(Warning::EventInEnglishOnly, azure);
    sheet.warning(Warning::ScopeSetBeforehand, kinds);
    // The kinds are what events "include": another one is not ruled out.
    let is_listed = terms.event_kinds.value().contains(&request.event_kind.0);
    if !is_listed {
        sheet.reason(Reason::EventKindNotListed, kinds);
    }
    let is_restricted = request.restricted_staff == Some(true);
    match request.cloud {
        Cloud::Public => {}
        // One sentence lets them in, the next keeps them out.
        Cloud::Both => sheet.reason(Reason::HasBothEnvironments, azure),
        Cloud::Government => sheet.reason(Reason::EventCloudNotCovered, azure),
    }
    if is_restricted {
        sheet.reason(Reason::StaffCannotBeRestricted, azure);
    }
    if is_restricted || request.cloud == Cloud::Government {
        Verdict::Ineligible
    } else if !is_listed || request.cloud == Cloud::Both {
        Verdict::Refer
    } else {
        Verdict::Eligible
    }
}
