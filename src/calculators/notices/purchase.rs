//! One purchase: how long it is covered, which notice gathers it, what follows, when to remind.

use super::{Line, Options, Priced, Refreshed, Terms, Window, reminding};
use crate::calculators::Case;
use crate::calculators::agreement::Programme;
use crate::dates::{Anniversary, Date};
use crate::figure::Figure;
use crate::money::{OrOverflow, Overflow};
use crate::sheet::{Sheet, Working};

/// Works out one purchase and writes its line.
pub(super) fn write(
    case: &Case,
    terms: &Terms,
    options: &Options,
    line: &Line,
    sheet: &mut Sheet,
) -> Result<Priced, Overflow> {
    if let Some(label) = &line.label {
        sheet.echo("label", label.0.clone());
    }
    sheet.echo("bought_on", line.bought_on);
    let covered_until = write_end(terms, line, sheet)?;
    let month = line.bought_on.month_start().or_overflow("bought_on")?;
    let working = Working::exact("month(bought_on)", terms.one_notice_a_month.clause());
    sheet.computed("notice_month", Figure::Month(month), working);
    let window = match options.anniversary {
        Some(anniversary) => Some(Window::after(line.bought_on, anniversary, terms).or_overflow("bought_on")?),
        None => None,
    };
    let found = write_refreshed(terms, options, line, window.as_ref(), sheet)?;
    let is_without_notice = is_without_notice(case, options, line, covered_until, sheet)?;
    let is_noticed = write_noticed(case, terms, found, covered_until, is_without_notice, sheet);
    let remind_on = write_reminder(case, terms, options, line, covered_until, sheet)?;
    if is_without_notice {
        // Who did not align with the anniversary keeps the quote: FAQ 1 answers yes.
        sheet.reason("quote_stays_valid", terms.renewal_until_the_end.clause());
        sheet.warning("no_further_notice", terms.no_further_notice.clause());
    }
    let is_in_last_month = window.is_some_and(|window| line.bought_on > window.until);
    let lacks_the_quote =
        options.programme == Programme::Advantage && options.quote_received_on.is_none() && !is_in_last_month;
    Ok(Priced { month, remind_on, is_noticed, is_in_last_month, lacks_the_quote })
}

/// The last day of the first twelve months.
///
/// They are full ones, and start with the purchase: they end with the same month a year on, but
/// where they start on the first of a month, with the month before.
fn write_end(terms: &Terms, line: &Line, sheet: &mut Sheet) -> Result<Date, Overflow> {
    let clause = terms.coverage_months.clause();
    if let Some(until) = line.covered_until {
        sheet.computed("covered_until", until, Working::exact("covered_until", clause));
        if until < line.bought_on {
            sheet.warning("ends_before_it_begins", clause);
        }
        return Ok(until);
    }
    let (until, formula) = end(line.bought_on, *terms.coverage_months.value()).or_overflow("bought_on")?;
    sheet.computed("covered_until", until, Working::exact(formula, clause));
    sheet.assumption("coverage_to_the_end_of_the_month", clause);
    Ok(until)
}

fn end(bought_on: Date, months: i64) -> Option<(Date, &'static str)> {
    let later = bought_on.plus_months(months)?;
    if bought_on.month_start()? == bought_on {
        Some((later.minus_days(1)?, "day_before(plus_months(bought_on, coverage_months))"))
    } else {
        Some((later.month_end()?, "month_end(plus_months(bought_on, coverage_months))"))
    }
}

/// Whether an updated quote follows: one has come already, the purchase falls into the days before
/// the renewal, and not behind the first day of the last month.
fn write_refreshed(
    terms: &Terms,
    options: &Options,
    line: &Line,
    window: Option<&Window>,
    sheet: &mut Sheet,
) -> Result<Refreshed, Overflow> {
    let days = terms.refreshed_quote_days.clause();
    let (Some(window), Some(anniversary)) = (window, options.anniversary) else {
        // What is said of updated quotes hangs on an anniversary.
        sheet.echo("refreshed_quote", Refreshed::Open.key());
        return Ok(Refreshed::Open);
    };
    sheet.know("refreshed_quote_until", window.until);
    // Behind the first day of the last month none is sent, whenever the quote itself came.
    if line.bought_on > window.until {
        let clause = terms.no_refreshed_quote.clause();
        let working = Working::exact("refreshed_quote_until < bought_on", clause);
        sheet.computed("refreshed_quote", Refreshed::NotSent.key(), working);
        sheet.reason("bought_in_the_last_month", clause);
        return Ok(Refreshed::NotSent);
    }
    let Some(quote) = options.quote_received_on else {
        // Without the day of the quote nothing else can be said; that it is missing, the whole says.
        sheet.echo("refreshed_quote", Refreshed::Open.key());
        return Ok(Refreshed::Open);
    };
    sheet.know("renewal_on", window.renewal_on);
    sheet.know("refreshed_quote_from", window.from);
    // A quote is read as one for the first anniversary after it came.
    let quoted = Anniversary(anniversary).after(quote).or_overflow("quote_received_on")?;
    sheet.know("quoted_renewal_on", quoted);
    let bought = line.bought_on;
    let mut found = |refreshed: Refreshed, formula, reason: Option<&'static str>| {
        sheet.computed("refreshed_quote", refreshed.key(), Working::exact(formula, days));
        if let Some(code) = reason {
            sheet.reason(code, days);
        }
        refreshed
    };
    let refreshed = if quoted < window.renewal_on {
        found(Refreshed::Open, "quoted_renewal_on < renewal_on", Some("bought_after_the_quoted_renewal"))
    } else if bought < quote {
        // What was bought before the quote stands in it already.
        found(Refreshed::NotSent, "bought_on < quote_received_on", Some("bought_before_the_quote"))
    } else if bought == quote {
        // Which came first that day, dates do not tell.
        found(Refreshed::Open, "bought_on = quote_received_on", Some("bought_on_the_day_of_the_quote"))
    } else if bought < window.from {
        // The question names the days. The answer, taken literally, knows none: what holds further ahead is open.
        found(Refreshed::Open, "bought_on < refreshed_quote_from", Some("bought_before_the_window"))
    } else {
        let formula = "refreshed_quote_from ≤ bought_on ≤ refreshed_quote_until";
        found(Refreshed::Sent, formula, None)
    };
    if refreshed == Refreshed::Sent && bought == window.from {
        sheet.assumption("window_includes_its_first_day", days);
    }
    Ok(refreshed)
}

/// Whether the anniversary before its end of cover has passed without renewal, so that nobody else reminds.
fn is_without_notice(
    case: &Case,
    options: &Options,
    line: &Line,
    covered_until: Date,
    sheet: &mut Sheet,
) -> Result<bool, Overflow> {
    let Some(anniversary) = options.anniversary else { return Ok(false) };
    let ended = covered_until.plus_days(1).or_overflow("covered_until")?;
    let last = Anniversary(anniversary).on_or_before(ended).or_overflow("anniversary")?;
    sheet.know("previous_anniversary", last);
    Ok(case.as_of <= covered_until && last <= case.as_of && line.bought_on <= case.as_of)
}

/// Whether a notice may come for it: not when its cover is over, nor when none comes any more, nor when its quote
/// has come already or is not updated.
fn write_noticed(
    case: &Case,
    terms: &Terms,
    refreshed: Refreshed,
    covered_until: Date,
    is_without_notice: bool,
    sheet: &mut Sheet,
) -> bool {
    let (noticed, working) = if case.as_of > covered_until {
        (false, Working::exact("covered_until < as_of", terms.coverage_months.clause()))
    } else if is_without_notice {
        (false, Working::exact("previous_anniversary ≤ as_of", terms.no_further_notice.clause()))
    } else {
        let working = Working::exact("follows(refreshed_quote)", terms.one_notice_a_month.clause());
        (refreshed != Refreshed::NotSent, working)
    };
    sheet.know("refreshed_quote", refreshed.key());
    sheet.computed("noticed", noticed, working);
    noticed
}

/// The day to remind oneself, while the first twelve months last.
fn write_reminder(
    case: &Case,
    terms: &Terms,
    options: &Options,
    line: &Line,
    covered_until: Date,
    sheet: &mut Sheet,
) -> Result<Option<Date>, Overflow> {
    if case.as_of > covered_until {
        sheet.warning("coverage_has_ended", terms.coverage_months.clause());
        return Ok(None);
    }
    let clause = reminding(terms, options);
    // Further back than the purchase there is nothing to be reminded of, and behind the last covered day no use.
    let (remind_on, formula) = match options.remind_days_ahead {
        Some(days) => {
            let ahead = covered_until.minus_days(days.0).or_overflow("remind_days_ahead")?;
            let first = ahead.max(line.bought_on);
            if first > covered_until {
                (covered_until, "covered_until")
            } else {
                (first, "latest(bought_on, minus_days(covered_until, remind_days_ahead))")
            }
        }
        None => (covered_until, "covered_until"),
    };
    sheet.computed("remind_on", remind_on, Working::exact(formula, clause));
    if remind_on < case.as_of {
        sheet.warning("reminder_has_passed", clause);
    }
    Ok(Some(remind_on))
}
