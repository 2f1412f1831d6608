//! When renewal notices come, and when nobody will remind.
//!
//! Out come, for each purchase, the last day of its first twelve months, whether an updated quote
//! follows, whether a notice may come for it, and the day to remind oneself; then the notices by the
//! month of purchase. On which day a notice comes, the text never says. All are days and counts:
//! nothing is rounded.
//! Rules: IBM-SS-01 (twelve full months), 13 (the quote stays valid), 16 (no further notice), 17 and 18 (the updated quote),
//! 19 (one notice a month).

mod purchase;

use super::agreement::{ADVANTAGE_ONLY, Programme};
use super::{About, ByLine, Case, Contradiction, Output, OutputKind as Shown, below_one};
use crate::clause::ClauseId;
use crate::dates::{Anniversary, Date};
use crate::figure::Figure;
use crate::form::{Count, Text, Unit, fields};
use crate::money::{OrOverflow, Overflow};
use crate::sheet::{Sheet, Working};
use crate::terms::{Pack, Rule, terms};

pub struct Notices;

fields! {
    pub struct Options {
        programme: Programme,
        /// Only its month and day count.
        anniversary: Option<Date> { required: true, only_if: ADVANTAGE_ONLY },
        /// The updated quote is a matter of the anniversary, which Express does not know.
        quote_received_on: Option<Date> { only_if: ADVANTAGE_ONLY },
        /// How long before the end one wants to be reminded; the text names no such time.
        remind_days_ahead: Option<Count> { unit: Some(Unit::Days) },
    }
}

fields! {
    /// One purchase.
    pub struct Line {
        label: Option<Text>,
        bought_on: Date,
        /// The last covered day where the Proof of Entitlement says so; it goes before the rule.
        covered_until: Option<Date>,
    }
}

terms! {
    pub struct Terms {
        coverage_months: i64,
        renewal_until_the_end: Rule,
        no_further_notice: Rule,
        refreshed_quote_days: i64,
        no_refreshed_quote: Rule,
        one_notice_a_month: Rule,
    }
}

/// The renewal that a purchase comes before, and when an updated quote still follows for it.
struct Window {
    renewal_on: Date,
    from: Date,
    until: Date,
}

impl Window {
    /// The window before the first anniversary after a day.
    fn after(day: Date, anniversary: Date, terms: &Terms) -> Option<Window> {
        let renewal_on = Anniversary(anniversary).after(day)?;
        let from = renewal_on.minus_days(*terms.refreshed_quote_days.value())?;
        // "The last month before the anniversary" is read as the calendar month before its own.
        let until = renewal_on.month_start()?.minus_days(1)?.month_start()?;
        Some(Window { renewal_on, from, until })
    }
}

/// Whether an updated quote follows a purchase.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Refreshed {
    Sent,
    NotSent,
    Open,
}

impl Refreshed {
    fn key(self) -> &'static str {
        match self {
            Refreshed::Sent => "sent",
            Refreshed::NotSent => "not_sent",
            Refreshed::Open => "open",
        }
    }
}

/// What the whole needs to know of a purchase.
pub struct Priced {
    month: Date,
    remind_on: Option<Date>,
    /// Whether a notice may come for it.
    is_noticed: bool,
    is_in_last_month: bool,
    /// Whether it is open only because the day of the quote is missing.
    lacks_the_quote: bool,
}

/// How many purchases of a month a notice may come for, and whether others of that month get none.
#[derive(Default)]
struct Notice {
    purchases: i64,
    has_last_month: bool,
}

impl ByLine for Notices {
    const ABOUT: About = About {
        name: "notices",
        pack: "ibm-ss",
        money: false,
        rules: &["IBM-SS-01", "IBM-SS-13", "IBM-SS-16", "IBM-SS-17", "IBM-SS-18", "IBM-SS-19"],
        verdicts: &[],
        headline: "notices",
        losses: &[],
        beside: &["first_reminder_on"],
        figures: &[
            Output::always("notices", Shown::Count),
            Output::always(
                "notices_by_month",
                Shown::List(&[Output::always("notice_month", Shown::Month), Output::always("purchases", Shown::Count)]),
            ),
        ],
        dates: &[
            Output::sometimes("first_reminder_on", Shown::Date),
            Output::sometimes("next_anniversary", Shown::Date),
            Output::sometimes("on_time_until", Shown::Date).kept(),
            Output::sometimes("refreshed_quote_from", Shown::Date),
            Output::sometimes("refreshed_quote_until", Shown::Date).kept(),
        ],
        line: &[
            Output::sometimes("label", Shown::Text),
            Output::always("bought_on", Shown::Date).echoed(),
            Output::always("covered_until", Shown::Date).kept(),
            Output::always("notice_month", Shown::Month),
            Output::always("refreshed_quote", Shown::Choice(&["sent", "not_sent", "open"])),
            Output::always("noticed", Shown::Flag),
            Output::sometimes("remind_on", Shown::Date).kept(),
        ],
        reasons: &[
            "bought_after_the_quoted_renewal",
            "bought_before_the_quote",
            "bought_before_the_window",
            "bought_in_the_last_month",
            "bought_on_the_day_of_the_quote",
            "quote_date_not_given",
            "quote_stays_valid",
        ],
        assumptions: &[
            "combining_in_the_last_month",
            "coverage_to_the_end_of_the_month",
            "express_quotes_not_stated",
            "last_month_is_the_calendar_month",
            "months_stay_separate",
            "notice_day_not_stated",
            "on_time_means_before_the_anniversary",
            "purchases_of_one_site",
            "quote_is_for_the_next_anniversary",
            "window_includes_its_first_day",
        ],
        warnings: &[
            "anniversary_not_on_the_first",
            "coverage_has_ended",
            "ends_before_it_begins",
            "no_further_notice",
            "reminder_has_passed",
        ],
        example: r#"{"calculator":"notices","as_of":"2026-11-21","input":{"programme":"PA","anniversary":"2027-02-01","quote_received_on":"2026-11-10","remind_days_ahead":45,"lines":[
            {"label":"WebSphere Application Server","bought_on":"2026-11-12"},
            {"label":"Db2","bought_on":"2026-11-20"},
            {"label":"MQ","bought_on":"2027-01-01"},
            {"label":"Rational ClearCase","bought_on":"2027-01-02"}]}}"#,
    };

    type Options = Options;
    type Line = Line;
    type Terms = Terms;
    type Priced = Priced;

    fn contradiction(terms: &Terms, _: &Pack) -> Contradiction {
        below_one(&[
            ("values.coverage_months", &terms.coverage_months),
            ("values.refreshed_quote_days", &terms.refreshed_quote_days),
        ])
    }

    fn price(
        case: &Case,
        terms: &Terms,
        options: &Options,
        line: &Line,
        sheet: &mut Sheet,
    ) -> Result<Priced, Overflow> {
        purchase::write(case, terms, options, line, sheet)
    }

    fn total(
        case: &Case,
        terms: &Terms,
        options: &Options,
        priced: &[Priced],
        sheet: &mut Sheet,
    ) -> Result<(), Overflow> {
        let by_month = terms.one_notice_a_month.clause();
        let notices = gathered(priced);
        let count = i64::try_from(notices.len()).ok().or_overflow("lines")?;
        sheet.figure("notices", count, Working::exact("distinct(notice_month)", by_month));
        sheet.begin_list("notices_by_month");
        for (index, (month, notice)) in notices.iter().enumerate() {
            sheet.begin_line(index);
            let working = Working::exact("each(notice_month)", by_month);
            sheet.computed("notice_month", Figure::Month(*month), working);
            let working = Working::exact("entries_with(notice_month)", by_month);
            sheet.computed("purchases", notice.purchases, working);
            sheet.end_line();
        }
        sheet.end_list();
        // The text combines what one customer buys; for several sites or agreements it says nothing.
        sheet.assumption("purchases_of_one_site", by_month);
        // Nor does it say when a notice comes: not on which day, and not how long before the anniversary.
        sheet.assumption("notice_day_not_stated", by_month);
        // It speaks of one month only. That each month has a notice of its own follows from nothing but that.
        if notices.len() > 1 {
            sheet.assumption("months_stay_separate", by_month);
        }
        // Purchases of one month come in one notice, yet in the last one some of them get an
        // updated quote and some do not: how the two go together is not said.
        if notices.iter().any(|(_, notice)| notice.has_last_month) {
            sheet.assumption("combining_in_the_last_month", by_month);
        }
        if priced.iter().any(|purchase| purchase.lacks_the_quote) {
            sheet.reason("quote_date_not_given", terms.refreshed_quote_days.clause());
        }
        if let Some(first) = priced.iter().filter_map(|purchase| purchase.remind_on).min() {
            sheet.date("first_reminder_on", first, Working::exact("earliest(remind_on)", reminding(terms, options)));
        }
        write_renewal(case, terms, options, sheet)
    }
}

/// The notices in the order of their months: of each month with a purchase for which one may come.
fn gathered(priced: &[Priced]) -> Vec<(Date, Notice)> {
    let mut notices: Vec<(Date, Notice)> = Vec::new();
    for purchase in priced.iter().filter(|purchase| purchase.is_noticed) {
        let place = notices.partition_point(|(month, _)| *month < purchase.month);
        if notices.get(place).is_none_or(|(month, _)| *month != purchase.month) {
            let has_last_month = priced.iter().any(|other| other.month == purchase.month && other.is_in_last_month);
            notices.insert(place, (purchase.month, Notice { purchases: 0, has_last_month }));
        }
        if let Some((_, notice)) = notices.get_mut(place) {
            notice.purchases += 1;
        }
    }
    notices
}

/// The clause that a reminder is for: without an anniversary, just the end of the first year.
fn reminding<'t>(terms: &'t Terms, options: &Options) -> &'t ClauseId {
    match options.programme {
        Programme::Advantage => terms.no_further_notice.clause(),
        Programme::Express => terms.coverage_months.clause(),
    }
}

/// The days of the next renewal, as far as the programme has an anniversary.
fn write_renewal(case: &Case, terms: &Terms, options: &Options, sheet: &mut Sheet) -> Result<(), Overflow> {
    let window_clause = terms.refreshed_quote_days.clause();
    let last_month = terms.no_refreshed_quote.clause();
    let Some(anniversary) = options.anniversary else {
        // What is said of updated quotes hangs on the anniversary.
        sheet.assumption("express_quotes_not_stated", window_clause);
        return Ok(());
    };
    let next = Anniversary(anniversary).after(case.as_of).or_overflow("anniversary")?;
    let no_notice = terms.no_further_notice.clause();
    let working = Working::exact("next_anniversary(anniversary, as_of)", no_notice);
    sheet.date("next_anniversary", next, working);
    sheet.know("next_anniversary", next);
    let on_time_until = next.minus_days(1).or_overflow("anniversary")?;
    sheet.date("on_time_until", on_time_until, Working::exact("day_before(next_anniversary)", no_notice));
    sheet.assumption("on_time_means_before_the_anniversary", no_notice);
    write_window(case, terms, anniversary, options.quote_received_on, sheet)?;
    sheet.assumption("last_month_is_the_calendar_month", last_month);
    if next.month_start() != Some(next) {
        sheet.warning("anniversary_not_on_the_first", last_month);
    }
    if options.quote_received_on.is_some() {
        sheet.assumption("quote_is_for_the_next_anniversary", window_clause);
    }
    Ok(())
}

/// The days on which a purchase still brings an updated quote: those of the quote that has come, by which the
/// purchases are judged too, or else of the next one. Where they are over, or were when the quote came, none
/// can any more, and they are not shown.
fn write_window(
    case: &Case,
    terms: &Terms,
    anniversary: Date,
    quote: Option<Date>,
    sheet: &mut Sheet,
) -> Result<(), Overflow> {
    let window = Window::after(quote.unwrap_or(case.as_of), anniversary, terms).or_overflow("anniversary")?;
    if window.until < case.as_of || quote.is_some_and(|quote| window.until < quote) {
        return Ok(());
    }
    let (from, until) = match quote {
        Some(_) => {
            sheet.know("quoted_renewal_on", window.renewal_on);
            ("minus_days(quoted_renewal_on, refreshed_quote_days)", "previous_month_start(quoted_renewal_on)")
        }
        None => ("minus_days(next_anniversary, refreshed_quote_days)", "previous_month_start(next_anniversary)"),
    };
    let working = Working::exact(from, terms.refreshed_quote_days.clause());
    sheet.date("refreshed_quote_from", window.from, working);
    sheet.date("refreshed_quote_until", window.until, Working::exact(until, terms.no_refreshed_quote.clause()));
    Ok(())
}
