//! The notices by the month of purchase, and the days of the next renewal.

use super::{Ask, Assumption, Options, Purchase, Reason, Terms, Warning, out, reminding};
use crate::values::dates::Date;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;
use crate::working::{Entered, Of};

/// Writes what concerns all purchases.
pub(super) fn write<'a>(ask: &Ask<'a, Terms, Options>, purchases: &[Purchase<'a>], sheet: &mut Sheet) {
    let (terms, options) = (ask.terms, ask.request);
    write_notices(terms, purchases, sheet);
    if purchases.iter().any(|purchase| purchase.lacks_the_quote) {
        sheet.reason(Reason::QuoteDateNotGiven, terms.refreshed_quote_days.clause());
    }
    if purchases.iter().any(|purchase| purchase.remind_on.is_some()) {
        let clause = reminding(terms, options);
        work!(sheet, date first_reminder_on = exact(earliest(remind_on of purchases)), by clause);
    }
    match options.anniversary {
        Some(anniversary) => write_renewal(ask, anniversary, sheet),
        // What is said of updated quotes hangs on the anniversary.
        None => sheet.assumption(Assumption::ExpressQuotesNotStated, terms.refreshed_quote_days.clause()),
    }
}

/// The notices in the order of their months: one of each month with a purchase for which one may come.
fn write_notices(terms: &Terms, purchases: &[Purchase<'_>], sheet: &mut Sheet) {
    let by_month = terms.one_notice_a_month.clause();
    let noticed: Vec<&Purchase> = purchases.iter().filter(|purchase| purchase.is_noticed).collect();
    work!(sheet, figure notices = exact(distinct(notice_month of noticed)), by by_month);
    sheet.begin_rows(&out::figure::notices_by_month);
    let mut before: Option<Of<'_, i64>> = None;
    for index in 0..usize::try_from(notices.value).unwrap_or_default() {
        sheet.begin_line(index);
        let month_number = match before {
            None => {
                work!(sheet, between month_number = exact(1), by by_month);
                month_number
            }
            Some(month_number_before) => {
                work!(sheet, between month_number = exact(month_number_before + 1), by by_month);
                month_number
            }
        };
        work!(sheet, by_month notice_month = exact(nth_distinct(notice_month of noticed, month_number)), by by_month);
        let this_month = notice_month.stands_for("this_month");
        work!(sheet, by_month purchases = exact(count_of(notice_month of noticed, this_month)), by by_month);
        before = Some(month_number.stands_for("month_number_before"));
        sheet.end_line();
    }
    sheet.end_list();
    // The text combines what one customer buys; for several sites or agreements it says nothing.
    sheet.assumption(Assumption::PurchasesOfOneSite, by_month);
    // Nor does it say when a notice comes: not on which day, and not how long before the anniversary.
    sheet.assumption(Assumption::NoticeDayNotStated, by_month);
    // It speaks of one month only. That each month has a notice of its own follows from nothing but that.
    if notices.value > 1 {
        sheet.assumption(Assumption::MonthsStaySeparate, by_month);
    }
    // Purchases of one month come in one notice, yet in the last one some of them get an
    // updated quote and some do not: how the two go together is not said.
    let in_last_month = purchases.iter().filter(|purchase| purchase.is_in_last_month);
    let mut months = in_last_month.map(|purchase| purchase.notice_month.value);
    if months.any(|month| noticed.iter().any(|purchase| purchase.notice_month.value == month)) {
        sheet.assumption(Assumption::CombiningInTheLastMonth, by_month);
    }
}

/// The days of the next renewal.
fn write_renewal(ask: &Ask<'_, Terms, Options>, anniversary: Entered<Date>, sheet: &mut Sheet) {
    let (terms, options) = (ask.terms, ask.request);
    let no_notice = terms.no_further_notice.clause();
    let last_month = terms.no_refreshed_quote.clause();
    work!(sheet, date next_anniversary = exact(next_anniversary(anniversary, ask.as_of)), by no_notice);
    work!(sheet, date on_time_until = exact(day_before(next_anniversary)), by no_notice);
    sheet.assumption(Assumption::OnTimeMeansBeforeTheAnniversary, no_notice);
    match options.quote_received_on {
        Some(quote) => {
            let days = terms.refreshed_quote_days.clause();
            work!(sheet, between quoted_renewal_on = exact(next_anniversary(anniversary, quote)), by days);
            write_window(ask, quoted_renewal_on, quote.value, sheet);
            sheet.assumption(Assumption::QuoteIsForTheNextAnniversary, days);
        }
        None => write_window(ask, next_anniversary, ask.as_of.value, sheet),
    }
    sheet.assumption(Assumption::LastMonthIsTheCalendarMonth, last_month);
    if next_anniversary.value.month_start() != Some(next_anniversary.value) {
        sheet.warning(Warning::AnniversaryNotOnTheFirst, last_month);
    }
}

/// The days on which a purchase still brings an updated quote: those of the quote that has come, by which the
/// purchases are judged too, or else of the next one. Where they are over, or were when the quote came, none
/// can any more, and they are not shown.
fn write_window(ask: &Ask<'_, Terms, Options>, renewal_on: Of<'_, Date>, quoted_on: Date, sheet: &mut Sheet) {
    let terms = ask.terms;
    let (days, last_month) = (&terms.refreshed_quote_days, &terms.no_refreshed_quote);
    work!(sheet, between last_quoted_day = exact(previous_month_start(renewal_on)), by last_month);
    if last_quoted_day.value >= ask.as_of.value && last_quoted_day.value >= quoted_on {
        work!(sheet, date refreshed_quote_from = exact(renewal_on - terms.refreshed_quote_days), by days);
        work!(sheet, date refreshed_quote_until = exact(last_quoted_day), by last_month);
    }
}
