//! When renewal notices come, and when nobody will remind.
//!
//! Out come, for each purchase, the last day of its first twelve months, whether an updated quote
//! follows, whether a notice may come for it, and the day to remind oneself; then the notices by the
//! month of purchase. On which day a notice comes, the text never says. All are days and counts:
//! nothing is rounded.
//! Rules: IBM-SS-01 (twelve full months), 13 (the quote stays valid), 16 (no further notice), 17 and 18 (the updated quote),
//! 19 (one notice a month).

mod purchase;
mod quote;
mod totals;

use crate::calculators::declared::{Rows, answers};
use crate::calculators::ibm_ss::agreement::{ADVANTAGE_ONLY, Programme};
use crate::calculators::{About, Ask, ByLine, Contradiction, OutputKind as Kind, RowsBy, below_one};
use crate::clause::ClauseId;
use crate::form::{Count, Text, choice, fields};
use crate::terms::{Pack, Rule, terms};
use crate::values::dates::{Date, Month};
use crate::values::unit::Unit;
use crate::working::sheet::Sheet;
use crate::working::{Entered, Of};
use std::sync::Arc;

pub struct Notices;

fields! {
    pub struct Options {
        programme: Programme,
        /// Only its month and day count.
        anniversary: Option<Entered<Date>> { required: true, only_if: ADVANTAGE_ONLY },
        /// The updated quote is a matter of the anniversary, which Express does not know.
        quote_received_on: Option<Entered<Date>> { only_if: ADVANTAGE_ONLY },
        /// How long before the end one wants to be reminded; the text names no such time.
        remind_days_ahead: Option<Entered<Count>> { unit: Some(Unit::Days) },
    }
}

fields! {
    /// One purchase.
    pub struct Line {
        label: Option<Text>,
        bought_on: Entered<Date>,
        /// The last covered day where the Proof of Entitlement says so; it goes before the rule.
        covered_until: Option<Entered<Date>>,
    }
}

terms! {
    pub struct Terms {
        coverage_months: i64 { Months },
        renewal_until_the_end: Rule,
        no_further_notice: Rule,
        refreshed_quote_days: i64 { Days },
        no_refreshed_quote: Rule,
        one_notice_a_month: Rule,
    }
}

choice! {
    /// Whether an updated quote follows a purchase.
    pub enum Refreshed {
        Sent = "sent",
        NotSent = "not_sent",
        Open = "open",
    }
}

answers! {
    figure {
        notices: i64,
        notices_by_month: Rows { kind: Kind::List(by_month::OUTPUTS) },
    }
    date {
        first_reminder_on: Option<Date>,
        next_anniversary: Option<Date>,
        on_time_until: Option<Date> { calendar: true },
        refreshed_quote_from: Option<Date>,
        refreshed_quote_until: Option<Date> { calendar: true },
    }
    line {
        label: Option<Arc<str>> { shown: true },
        bought_on: Date { echoed: true, shown: true },
        covered_until: Date { calendar: true },
        notice_month: Month,
        refreshed_quote: Refreshed,
        noticed: bool,
        remind_on: Option<Date> { calendar: true },
    }
    rows by_month {
        notice_month: Month,
        purchases: i64,
    }
    between {
        /// The first day of the month of purchase.
        month_start: Date,
        /// The renewal that a purchase comes before.
        renewal_on: Date,
        /// From when on a purchase before that renewal brings an updated quote, and until when.
        refreshed_quote_from: Date,
        refreshed_quote_until: Date,
        /// The purchase lies behind these days.
        in_last_month: bool,
        /// The renewal that the quote which has come is for.
        quoted_renewal_on: Date,
        /// The anniversary before the end of cover, and whether it has passed without renewal.
        previous_anniversary: Date,
        without_notice: bool,
        /// The last day on which a purchase still brings an updated quote, whether or not it is over.
        last_quoted_day: Date,
        /// Which month of a purchase it is, in their order.
        month_number: i64,
    }
    reason {
        BoughtAfterTheQuotedRenewal = "bought_after_the_quoted_renewal",
        BoughtBeforeTheQuote = "bought_before_the_quote",
        BoughtBeforeTheWindow = "bought_before_the_window",
        BoughtInTheLastMonth = "bought_in_the_last_month",
        BoughtOnTheDayOfTheQuote = "bought_on_the_day_of_the_quote",
        QuoteDateNotGiven = "quote_date_not_given",
        QuoteStaysValid = "quote_stays_valid",
    }
    assumption {
        CombiningInTheLastMonth = "combining_in_the_last_month",
        CoverageToTheEndOfTheMonth = "coverage_to_the_end_of_the_month",
        ExpressQuotesNotStated = "express_quotes_not_stated",
        LastMonthIsTheCalendarMonth = "last_month_is_the_calendar_month",
        MonthsStaySeparate = "months_stay_separate",
        NoticeDayNotStated = "notice_day_not_stated",
        OnTimeMeansBeforeTheAnniversary = "on_time_means_before_the_anniversary",
        PurchasesOfOneSite = "purchases_of_one_site",
        QuoteIsForTheNextAnniversary = "quote_is_for_the_next_anniversary",
        WindowIncludesItsFirstDay = "window_includes_its_first_day",
    }
    warning {
        AnniversaryNotOnTheFirst = "anniversary_not_on_the_first",
        CoverageHasEnded = "coverage_has_ended",
        EndsBeforeItBegins = "ends_before_it_begins",
        NoFurtherNotice = "no_further_notice",
        ReminderHasPassed = "reminder_has_passed",
    }
}

/// What the whole needs to know of a purchase.
pub struct Purchase<'a> {
    notice_month: Of<'a, Month>,
    remind_on: Option<Of<'a, Date>>,
    /// Whether a notice may come for it.
    is_noticed: bool,
    is_in_last_month: bool,
    /// Whether it is open only because the day of the quote is missing.
    lacks_the_quote: bool,
}

impl ByLine for Notices {
    const ABOUT: About = About {
        name: "notices",
        pack: "ibm-ss",
        rules: &["IBM-SS-01", "IBM-SS-13", "IBM-SS-16", "IBM-SS-17", "IBM-SS-18", "IBM-SS-19"],
        headline: "notices",
        rows_by: Some(RowsBy { key: "refreshed_quote", day: Some("covered_until") }),
        beside: &["first_reminder_on"],
        onward: r#"[
            {"to":"renewal","fields":{"programme":"programme","anniversary":"anniversary"},"lines":{"from":"lines","to":"lines","fields":{"part":"label","covered_until":"answer.covered_until"}}}
        ]"#,
        example: r#"{"calculator":"notices","as_of":"2026-11-21","input":{"programme":"PA","anniversary":"2027-02-01","quote_received_on":"2026-11-10","remind_days_ahead":45,"lines":[
            {"label":"WebSphere Application Server","bought_on":"2026-11-12"},
            {"label":"Db2","bought_on":"2026-11-20"},
            {"label":"MQ","bought_on":"2027-01-01"},
            {"label":"Rational ClearCase","bought_on":"2027-01-02"}]}}"#,
        ..out::ABOUT
    };

    type Options = Options;
    type Line = Line;
    type Terms = Terms;
    type Priced<'a> = Purchase<'a>;

    fn contradiction(terms: &Terms, _: &Pack) -> Contradiction {
        below_one(&[
            ("values.coverage_months", &terms.coverage_months),
            ("values.refreshed_quote_days", &terms.refreshed_quote_days),
        ])
    }

    fn price<'a>(ask: &Ask<'a, Terms, Options>, line: &'a Line, sheet: &mut Sheet) -> Purchase<'a> {
        purchase::write(ask, line, sheet)
    }

    fn total<'a>(ask: &Ask<'a, Terms, Options>, priced: &[Purchase<'a>], sheet: &mut Sheet) {
        totals::write(ask, priced, sheet);
    }
}

/// The clause that a reminder is for: without an anniversary, just the end of the first year.
fn reminding<'t>(terms: &'t Terms, options: &Options) -> &'t ClauseId {
    match options.programme {
        Programme::Advantage => terms.no_further_notice.clause(),
        Programme::Express => terms.coverage_months.clause(),
    }
}
