//! What it costs to renew support before it runs out.
//!
//! Out come, for each line, the months that are bought and their price in the request's currency,
//! rounded half up at the line's end, and the days that matter. Under Passport Advantage a line is
//! renewed up to the next anniversary, a started month counting as whole; under Express for twelve
//! months of its own.
//! Rules: IBM-SS-01 (twelve months), 06 (before the anniversary), 07 and 13 (until the last covered
//! day, by the same quote), 14 (by the month), 15 and 16 (price changes after the anniversary, without notice),
//! 20 (Express).

use crate::calculators::declared::answers;
use crate::calculators::ibm_ss::agreement::{ADVANTAGE_ONLY, Programme};
use crate::calculators::{About, Ask, ByLine, Contradiction, OutputKind as Kind, RowsBy, below_one};
use crate::clause::ClauseId;
use crate::form::{Count, Text, fields};
use crate::terms::{Pack, Rule, terms};
use crate::values::dates::Date;
use crate::values::money::{Money, Percent};
use crate::working::answer::Verdict;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;
use crate::working::{Entered, Of};
use std::sync::Arc;

pub struct Renewal;

fields! {
    pub struct Options {
        programme: Entered<Programme>,
        /// Only its month and day count.
        anniversary: Option<Entered<Date>> { required: true, only_if: ADVANTAGE_ONLY },
        tax_percent: Option<Entered<Percent>>,
    }
}

fields! {
    /// Licences of one kind that are covered until the same day.
    pub struct Line {
        part: Option<Text>,
        quantity: Entered<Count>,
        /// For twelve months of one.
        annual_price: Entered<Money>,
        /// The last covered day.
        covered_until: Entered<Date>,
        /// The price expected at the line's own end.
        later_annual_price: Option<Entered<Money>>,
    }
}

terms! {
    pub struct Terms {
        /// How long a purchase is covered.
        coverage_months: i64 { Months },
        /// How many months a year's price is for.
        price_months: i64 { Months },
        renewal_on_time: Rule,
        lapse: Rule,
        renewal_until_the_end: Rule,
        proration_by_month: Rule,
        price_exposure: Rule,
        no_further_notice: Rule,
        express_own_term: Rule,
    }
}

answers! {
    figure {
        net: Money { paid: true },
        tax: Option<Money>,
        gross: Option<Money> { paid: true },
    }
    date {
        renew_by: Option<Date>,
        next_anniversary: Option<Date>,
        on_time_until: Option<Date>,
    }
    line {
        part: Option<Arc<str>> { shown: true },
        path: &'static str { kind: Kind::Choice(&["renewal", "reinstatement"]), shown: true },
        covered_from: Option<Date>,
        covered_until: Option<Date>,
        months: Option<i64> { unit: Some(Unit::Months) },
        exposed: Option<bool>,
        on_time_until: Option<Date>,
        amount: Option<Money>,
        amount_later: Option<Money>,
        difference: Option<Money>,
    }
    between {
        /// The anniversaries before and after the first day that is renewed.
        previous_anniversary: Date,
        next_anniversary: Date,
    }
    reason {
        CoverageLapsed = "coverage_lapsed",
        QuoteStaysValid = "quote_stays_valid",
    }
    assumption {
        ExpressRenewsItsOwnTerm = "express_renews_its_own_term",
        LastDayStillRenews = "last_day_still_renews",
        OnTimeMeansBeforeTheAnniversary = "on_time_means_before_the_anniversary",
        PartMonthsRoundUp = "part_months_round_up",
        RoundingNotStated = "rounding_not_stated",
        TaxNotInText = "tax_not_in_text",
    }
    warning {
        LastCoveredDay = "last_covered_day",
        NoFurtherNotice = "no_further_notice",
        OnAnniversaryDay = "on_anniversary_day",
    }
}

/// What the totals need of a renewable line; nothing of one that lapsed.
pub struct Renewed<'a> {
    amount: Of<'a, Money>,
    covered_until: Entered<Date>,
    on_time_until: Option<Of<'a, Date>>,
    is_exact: bool,
}

impl ByLine for Renewal {
    const ABOUT: About = About {
        name: "renewal",
        pack: "ibm-ss",
        money: true,
        rules: &[
            "IBM-SS-01",
            "IBM-SS-06",
            "IBM-SS-07",
            "IBM-SS-13",
            "IBM-SS-14",
            "IBM-SS-15",
            "IBM-SS-16",
            "IBM-SS-20",
        ],
        verdicts: &["eligible", "refer", "ineligible"],
        headline: "net",
        rows_by: Some(RowsBy { key: "path", day: Some("covered_until") }),
        beside: &["renew_by"],
        onward: r#"[
            {"to":"reinstatement","fields":{"tax_percent":"tax_percent"},"lines":{"from":"lines","to":"lines","fields":{"part":"part","quantity":"quantity","annual_price":"annual_price","covered_until":"covered_until"},"only":[{"of":"answer.path","in":["reinstatement"]}]}},
            {"to":"compare","fields":{"tax_percent":"tax_percent"},"lines":{"from":"lines","to":"","fields":{"quantity":"quantity","annual_price":"annual_price","covered_until":"covered_until"},"first":{"of":"answer.path","in":["reinstatement"]}}},
            {"to":"notices","fields":{"programme":"programme","anniversary":"anniversary"},"lines":{"from":"lines","to":"lines","fields":{"label":"part","covered_until":"covered_until"},"only":[{"of":"answer.path","in":["renewal"]}]}}
        ]"#,
        example: r#"{"calculator":"renewal","as_of":"2026-11-21","currency":"TWD","minor_units":0,"input":{"programme":"PA","anniversary":"2027-01-01","tax_percent":"5","lines":[
            {"part":"WebSphere Application Server","quantity":10,"annual_price":"36000","covered_until":"2026-12-31"},
            {"part":"Db2","quantity":2,"annual_price":"120000","covered_until":"2027-06-30"}]}}"#,
        ..out::ABOUT
    };

    type Options = Options;
    type Line = Line;
    type Terms = Terms;
    type Priced<'a> = Option<Renewed<'a>>;

    fn contradiction(terms: &Terms, _: &Pack) -> Contradiction {
        below_one(&[("values.coverage_months", &terms.coverage_months), ("values.price_months", &terms.price_months)])
    }

    fn price<'a>(ask: &Ask<'a, Terms, Options>, line: &'a Line, sheet: &mut Sheet) -> Option<Renewed<'a>> {
        let (terms, options) = (ask.terms, ask.request);
        // Until its last day is over, coverage has not ended: renewal stays open that long.
        if ask.as_of.value > line.covered_until.value {
            sheet.show(&out::line::path, "reinstatement");
            sheet.reason(Reason::CoverageLapsed, terms.lapse.clause());
            return None;
        }
        if let Some(part) = &line.part {
            sheet.show(&out::line::part, part.0.clone());
        }
        sheet.show(&out::line::path, "renewal");
        let period = match options.anniversary {
            Some(anniversary) => write_aligned(ask, line, anniversary, sheet),
            None => write_own_term(ask, line, sheet),
        };
        let (amount, is_exact) = write_amounts(terms, line, &period, sheet);
        if ask.as_of.value == line.covered_until.value {
            let clause = open_until(terms, options);
            sheet.warning(Warning::LastCoveredDay, clause);
            sheet.assumption(Assumption::LastDayStillRenews, clause);
        }
        Some(Renewed { amount, covered_until: line.covered_until, on_time_until: period.on_time_until, is_exact })
    }

    fn total<'a>(ask: &Ask<'a, Terms, Options>, priced: &[Option<Renewed<'a>>], sheet: &mut Sheet) {
        let (terms, options) = (ask.terms, ask.request);
        let clause = match options.programme.value {
            Programme::Advantage => terms.proration_by_month.clause(),
            Programme::Express => terms.express_own_term.clause(),
        };
        let renewed: Vec<&Renewed> = priced.iter().flatten().collect();
        work!(sheet, figure net = exact(sum(amount of renewed)), by clause);
        if let Some(tax_percent) = options.tax_percent {
            work!(sheet, figure tax = half_up(net * tax_percent), by clause);
            work!(sheet, figure gross = exact(net + tax), by clause);
            sheet.assumption(Assumption::TaxNotInText, clause);
        }

        if !renewed.is_empty() {
            work!(sheet, date renew_by = exact(earliest(covered_until of renewed)), by open_until(terms, options));
        }
        let on_time = terms.renewal_on_time.clause();
        if let Some(anniversary) = options.anniversary {
            work!(sheet, date next_anniversary = exact(next_anniversary(anniversary, ask.as_of)), by on_time);
        } else {
            sheet.assumption(Assumption::ExpressRenewsItsOwnTerm, clause);
        }
        if renewed.iter().any(|line| line.on_time_until.is_some()) {
            work!(sheet, date on_time_until = exact(earliest(on_time_until of renewed)), by on_time);
            // "Before the anniversary": whether the day itself is in time is not said.
            sheet.assumption(Assumption::OnTimeMeansBeforeTheAnniversary, on_time);
        }
        if renewed.iter().any(|line| !line.is_exact) {
            sheet.assumption(Assumption::RoundingNotStated, clause);
        }
        sheet.verdict(match renewed.len() {
            0 => Verdict::Ineligible,
            all if all == priced.len() => Verdict::Eligible,
            _ => Verdict::Refer,
        });
    }
}

/// The clause that keeps renewal open until the last covered day.
fn open_until<'t>(terms: &'t Terms, options: &Options) -> &'t ClauseId {
    match options.programme.value {
        Programme::Advantage => terms.renewal_until_the_end.clause(),
        Programme::Express => terms.lapse.clause(),
    }
}

/// What of the time that is bought the amounts and the totals need.
struct Period<'a> {
    months: Of<'a, i64>,
    /// The clause by which it is bought.
    clause: &'a ClauseId,
    /// Until when renewing is on time, where the price may not change any more.
    on_time_until: Option<Of<'a, Date>>,
}

/// Up to the next anniversary, a started month counting as whole.
fn write_aligned<'a>(
    ask: &Ask<'a, Terms, Options>,
    line: &Line,
    anniversary: Entered<Date>,
    sheet: &mut Sheet,
) -> Period<'a> {
    let terms = ask.terms;
    let clause = terms.proration_by_month.clause();
    work!(sheet, line covered_from = exact(day_after(line.covered_until)), by clause);
    work!(sheet, between previous_anniversary = exact(last_anniversary(anniversary, covered_from)), by clause);
    work!(sheet, between next_anniversary = exact(next_anniversary(anniversary, covered_from)), by clause);
    work!(sheet, line covered_until = exact(day_before(next_anniversary)), by clause);
    work!(sheet, line months = exact(min(months(covered_from, next_anniversary), terms.price_months)), by clause);
    // Nothing is said of parts of months; dates that are not aligned round up to whole ones.
    if covered_from.value.plus_months(months.value).is_some_and(|reached| reached > next_anniversary.value) {
        sheet.assumption(Assumption::PartMonthsRoundUp, clause);
    }

    work!(sheet, line exposed = exact(
        previous_anniversary <= ask.as_of && ask.as_of <= line.covered_until
    ), by terms.price_exposure);
    let on_time_until = if exposed.value {
        sheet.warning(Warning::NoFurtherNotice, terms.no_further_notice.clause());
        // Who did not align with it keeps the quote: FAQ 1 answers yes.
        sheet.reason(Reason::QuoteStaysValid, terms.renewal_until_the_end.clause());
        if previous_anniversary.value == ask.as_of.value {
            sheet.warning(Warning::OnAnniversaryDay, terms.renewal_on_time.clause());
        }
        None
    } else {
        work!(sheet, line on_time_until = exact(day_before(previous_anniversary)), by terms.renewal_on_time);
        Some(on_time_until)
    };
    Period { months, clause, on_time_until }
}

/// For twelve months of its own.
fn write_own_term<'a>(ask: &Ask<'a, Terms, Options>, line: &Line, sheet: &mut Sheet) -> Period<'a> {
    let (terms, programme) = (ask.terms, ask.request.programme);
    let clause = terms.express_own_term.clause();
    work!(sheet, line covered_from = exact(day_after(line.covered_until)), by clause);
    work!(sheet, line covered_until = exact(day_before(plus_months(covered_from, terms.coverage_months))), by clause);
    work!(sheet, line months = exact(terms.coverage_months), by terms.coverage_months);
    work!(sheet, line exposed = exact(programme == Programme::Advantage), by clause);
    Period { months, clause, on_time_until: None }
}

/// What the time costs, and what it would at a later price. Whether rounding changed nothing.
fn write_amounts<'a>(terms: &Terms, line: &Line, period: &Period<'a>, sheet: &mut Sheet) -> (Of<'a, Money>, bool) {
    let (months, clause) = (period.months, period.clause);
    work!(sheet, line amount = half_up(line.quantity * line.annual_price * months / terms.price_months), by clause);
    let Some(later_annual_price) = line.later_annual_price else { return (amount, amount.is_exact) };
    let exposure = &terms.price_exposure;
    work!(sheet, line amount_later = half_up(
        line.quantity * later_annual_price * months / terms.price_months
    ), by exposure);
    work!(sheet, line difference = exact(amount_later - amount), by exposure);
    (amount, amount.is_exact && amount_later.is_exact)
}
