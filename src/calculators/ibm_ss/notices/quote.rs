//! Whether an updated quote follows a purchase.

use super::{Assumption, Line, Options, Reason, Refreshed, Terms, out};
use crate::values::dates::Date;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;
use crate::working::{Entered, Of};

/// The renewal that a purchase comes before, and when an updated quote still follows for it.
pub(super) struct Window<'a> {
    anniversary: Entered<Date>,
    renewal_on: Of<'a, Date>,
    from: Of<'a, Date>,
    /// Whether the purchase lies behind it: then none is sent, whenever the quote itself came.
    pub in_last_month: Of<'a, bool>,
}

impl<'a> Window<'a> {
    /// Writes the window before the first anniversary after a purchase.
    pub fn write(terms: &'a Terms, anniversary: Entered<Date>, bought_on: Entered<Date>, sheet: &mut Sheet) -> Self {
        let (days, last_month) = (&terms.refreshed_quote_days, &terms.no_refreshed_quote);
        work!(sheet, between renewal_on = exact(next_anniversary(anniversary, bought_on)), by days);
        work!(sheet, between refreshed_quote_from = exact(renewal_on - terms.refreshed_quote_days), by days);
        // "The last month before the anniversary" is read as the calendar month before its own.
        work!(sheet, between refreshed_quote_until = exact(previous_month_start(renewal_on)), by last_month);
        work!(sheet, between in_last_month = exact(refreshed_quote_until < bought_on), by last_month);
        Window { anniversary, renewal_on, from: refreshed_quote_from, in_last_month }
    }
}

/// Writes whether one follows: a quote has come already, the purchase falls into the days before the renewal, and not
/// behind the first day of the last month.
pub(super) fn write<'a>(
    terms: &'a Terms,
    options: &Options,
    line: &Line,
    window: Option<Window<'a>>,
    sheet: &mut Sheet,
) -> Of<'a, Refreshed> {
    let days = terms.refreshed_quote_days.clause();
    let Some(window) = window else {
        // What is said of updated quotes hangs on an anniversary.
        work!(sheet, line refreshed_quote = exact(Refreshed::Open), by days);
        return refreshed_quote;
    };
    let in_last_month = window.in_last_month;
    let clause = if in_last_month.value { in_last_month.clause() } else { days };
    let refreshed_quote = match options.quote_received_on {
        Some(quote) => write_after(terms, line, &window, quote, sheet),
        // Without the day of the quote nothing else can be said; that it is missing, the whole says.
        None => {
            work!(sheet, line refreshed_quote = exact(
                if in_last_month { Refreshed::NotSent } else { Refreshed::Open }
            ), by clause);
            refreshed_quote
        }
    };
    if in_last_month.value {
        sheet.reason(Reason::BoughtInTheLastMonth, clause);
    }
    refreshed_quote
}

/// The same where the day is known on which the quote came.
fn write_after<'a>(
    terms: &'a Terms,
    line: &Line,
    window: &Window<'a>,
    quote: Entered<Date>,
    sheet: &mut Sheet,
) -> Of<'a, Refreshed> {
    let days = terms.refreshed_quote_days.clause();
    let Window { anniversary, renewal_on, from, in_last_month } = *window;
    let bought_on = line.bought_on;
    // A quote is read as one for the first anniversary after it came.
    work!(sheet, between quoted_renewal_on = exact(next_anniversary(anniversary, quote)), by days);
    let clause = if in_last_month.value { in_last_month.clause() } else { days };
    work!(sheet, line refreshed_quote = exact(
        if in_last_month { Refreshed::NotSent }
        else if quoted_renewal_on < renewal_on { Refreshed::Open }
        else if bought_on < quote { Refreshed::NotSent }
        else if bought_on == quote || bought_on < from { Refreshed::Open }
        else { Refreshed::Sent }
    ), by clause);
    let (bought, quoted, from) = (bought_on.value, quote.value, from.value);
    match refreshed_quote.value {
        _ if in_last_month.value => {}
        // What was bought before the quote stands in it already.
        Refreshed::NotSent => sheet.reason(Reason::BoughtBeforeTheQuote, days),
        Refreshed::Open if quoted_renewal_on.value < renewal_on.value => {
            sheet.reason(Reason::BoughtAfterTheQuotedRenewal, days);
        }
        // Which came first that day, dates do not tell.
        Refreshed::Open if bought == quoted => sheet.reason(Reason::BoughtOnTheDayOfTheQuote, days),
        // The question names the days. The answer, taken literally, knows none: what holds further ahead is open.
        Refreshed::Open => sheet.reason(Reason::BoughtBeforeTheWindow, days),
        Refreshed::Sent if bought == from => sheet.assumption(Assumption::WindowIncludesItsFirstDay, days),
        Refreshed::Sent => {}
    }
    refreshed_quote
}
