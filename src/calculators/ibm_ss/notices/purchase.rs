//! One purchase: how long it is covered, which notice gathers it, what follows, when to remind.

use super::quote::{self, Window};
use super::{Ask, Assumption, Line, Options, Purchase, Reason, Refreshed, Terms, Warning, out, reminding};
use crate::calculators::ibm_ss::agreement::Programme;
use crate::values::dates::Date;
use crate::working::Of;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;

/// Works out one purchase and writes its line.
pub(super) fn write<'a>(ask: &Ask<'a, Terms, Options>, line: &'a Line, sheet: &mut Sheet) -> Purchase<'a> {
    let (terms, options) = (ask.terms, ask.request);
    if let Some(label) = &line.label {
        sheet.show(&out::line::label, label.0.clone());
    }
    sheet.show(&out::line::bought_on, line.bought_on.value);
    let covered_until = write_end(terms, line, sheet);
    work!(sheet, line notice_month = exact(month(line.bought_on)), by terms.one_notice_a_month);
    let window = options.anniversary.map(|anniversary| Window::write(terms, anniversary, line.bought_on, sheet));
    let is_in_last_month = window.as_ref().is_some_and(|window| window.in_last_month.value);
    let refreshed_quote = quote::write(terms, options, line, window, sheet);
    let is_noticed = write_noticed(ask, line, covered_until, refreshed_quote, sheet);
    let remind_on = write_reminder(ask, line, covered_until, sheet);
    let lacks_the_quote =
        options.programme == Programme::Advantage && options.quote_received_on.is_none() && !is_in_last_month;
    Purchase { notice_month, remind_on, is_noticed, is_in_last_month, lacks_the_quote }
}

/// The last day of the first twelve months.
///
/// They are full ones, and start with the purchase: they end with the same month a year on, but
/// where they start on the first of a month, with the month before.
fn write_end<'a>(terms: &'a Terms, line: &Line, sheet: &mut Sheet) -> Of<'a, Date> {
    let months = &terms.coverage_months;
    if let Some(own) = line.covered_until {
        work!(sheet, line covered_until = exact(own), by months);
        if covered_until.value < line.bought_on.value {
            sheet.warning(Warning::EndsBeforeItBegins, months.clause());
        }
        return covered_until;
    }
    work!(sheet, between month_start = exact(month_start(line.bought_on)), by months);
    work!(sheet, line covered_until = exact(
        if line.bought_on == month_start { day_before(plus_months(line.bought_on, terms.coverage_months)) }
        else { month_end(plus_months(line.bought_on, terms.coverage_months)) }
    ), by months);
    sheet.assumption(Assumption::CoverageToTheEndOfTheMonth, months.clause());
    covered_until
}

/// Whether a notice may come for it: not when its cover is over, nor when none comes any more, nor when its quote
/// has come already or is not updated.
fn write_noticed(
    ask: &Ask<'_, Terms, Options>,
    line: &Line,
    covered_until: Of<'_, Date>,
    refreshed_quote: Of<'_, Refreshed>,
    sheet: &mut Sheet,
) -> bool {
    let terms = ask.terms;
    let (ended, gathered) = (terms.coverage_months.clause(), terms.one_notice_a_month.clause());
    let has_ended = ask.as_of.value > covered_until.value;
    let Some(anniversary) = ask.request.anniversary else {
        let clause = if has_ended { ended } else { gathered };
        work!(sheet, line noticed = exact(
            ask.as_of <= covered_until && refreshed_quote != Refreshed::NotSent
        ), by clause);
        return noticed.value;
    };
    let no_notice = terms.no_further_notice.clause();
    // Whether the anniversary before its end of cover has passed without renewal, so that nobody else reminds. One that
    // lay before the purchase, or on its day, passed nothing by.
    work!(sheet, between previous_anniversary = exact(
        last_anniversary(anniversary, day_after(covered_until))
    ), by no_notice);
    work!(sheet, between without_notice = exact(
        ask.as_of <= covered_until && previous_anniversary <= ask.as_of && line.bought_on < previous_anniversary
    ), by no_notice);
    let clause = match (has_ended, without_notice.value) {
        (true, _) => ended,
        (false, true) => no_notice,
        (false, false) => gathered,
    };
    work!(sheet, line noticed = exact(
        ask.as_of <= covered_until && !without_notice && refreshed_quote != Refreshed::NotSent
    ), by clause);
    if without_notice.value {
        // Who did not align with the anniversary keeps the quote: FAQ 1 answers yes.
        sheet.reason(Reason::QuoteStaysValid, terms.renewal_until_the_end.clause());
        sheet.warning(Warning::NoFurtherNotice, no_notice);
    }
    noticed.value
}

/// The day to remind oneself, while the first twelve months last.
fn write_reminder<'a>(
    ask: &Ask<'a, Terms, Options>,
    line: &Line,
    covered_until: Of<'a, Date>,
    sheet: &mut Sheet,
) -> Option<Of<'a, Date>> {
    let (terms, options) = (ask.terms, ask.request);
    if ask.as_of.value > covered_until.value {
        sheet.warning(Warning::CoverageHasEnded, terms.coverage_months.clause());
        return None;
    }
    let clause = reminding(terms, options);
    let remind_on = match options.remind_days_ahead {
        // Further back than the purchase there is nothing to be reminded of, and behind the last covered day no use.
        Some(remind_days_ahead) => {
            work!(sheet, line remind_on = exact(
                min(covered_until, max(line.bought_on, covered_until - remind_days_ahead))
            ), by clause);
            remind_on
        }
        None => {
            work!(sheet, line remind_on = exact(covered_until), by clause);
            remind_on
        }
    };
    if remind_on.value < ask.as_of.value {
        sheet.warning(Warning::ReminderHasPassed, clause);
    }
    Some(remind_on)
}
