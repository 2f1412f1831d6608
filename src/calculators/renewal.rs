//! What it costs to renew support before it runs out.
//!
//! Out come, for each line, the months that are bought and their price in the request's currency,
//! rounded half up at the line's end, and the days that matter. Under Passport Advantage a line is
//! renewed up to the next anniversary, a started month counting as whole; under Express for twelve
//! months of its own.
//! Rules: IBM-SS-01 (twelve months), 06 (before the anniversary), 07 and 13 (until the last covered
//! day, by the same quote), 14 (by the month), 15 and 16 (price changes after the anniversary, without notice),
//! 20 (Express).

use super::agreement::{ADVANTAGE_ONLY, Programme};
use super::{About, ByLine, Case, Contradiction, Output, OutputKind as Shown, below_one};
use crate::answer::Verdict;
use crate::clause::ClauseId;
use crate::dates::{Anniversary, Date, months_to_reach};
use crate::form::{Count, Text, fields};
use crate::money::{Money, OrOverflow, Overflow, Percent};
use crate::sheet::{Sheet, Working};
use crate::terms::{Pack, Rule, terms};

pub struct Renewal;

fields! {
    pub struct Options {
        programme: Programme,
        /// Only its month and day count.
        anniversary: Option<Date> { required: true, only_if: ADVANTAGE_ONLY },
        tax_percent: Option<Percent>,
    }
}

fields! {
    /// Licences of one kind that are covered until the same day.
    pub struct Line {
        part: Option<Text>,
        quantity: Count,
        /// For twelve months of one.
        annual_price: Money,
        /// The last covered day.
        covered_until: Date,
        /// The price expected at the line's own end.
        later_annual_price: Option<Money>,
    }
}

terms! {
    pub struct Terms {
        /// How long a purchase is covered.
        coverage_months: i64,
        /// How many months a year's price is for.
        price_months: i64,
        renewal_on_time: Rule,
        lapse: Rule,
        renewal_until_the_end: Rule,
        proration_by_month: Rule,
        price_exposure: Rule,
        no_further_notice: Rule,
        express_own_term: Rule,
    }
}

/// What a line is renewed for.
struct Period {
    from: Date,
    until: Date,
    months: i64,
    /// The anniversaries before and after it begins, where the programme has them.
    anniversaries: Option<(Date, Date)>,
}

impl Period {
    fn after(covered_until: Date, terms: &Terms, options: &Options) -> Option<Period> {
        let from = covered_until.plus_days(1)?;
        match options.anniversary.map(Anniversary) {
            Some(anniversary) => {
                let (before, after) = (anniversary.on_or_before(from)?, anniversary.after(from)?);
                let months = months_to_reach(from, after, *terms.price_months.value())?;
                Some(Period { from, until: after.minus_days(1)?, months, anniversaries: Some((before, after)) })
            }
            None => {
                let months = *terms.coverage_months.value();
                let until = from.plus_months(months)?.minus_days(1)?;
                Some(Period { from, until, months, anniversaries: None })
            }
        }
    }
}

/// What the totals need of a renewable line; nothing of one that lapsed.
pub struct Priced(Option<Renewed>);

struct Renewed {
    amount: Money,
    covered_until: Date,
    on_time_until: Option<Date>,
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
        losses: &[],
        beside: &["renew_by"],
        figures: &[
            Output::always("net", Shown::Money),
            Output::sometimes("tax", Shown::Money),
            Output::sometimes("gross", Shown::Money),
        ],
        dates: &[
            Output::sometimes("renew_by", Shown::Date),
            Output::sometimes("next_anniversary", Shown::Date),
            Output::sometimes("on_time_until", Shown::Date),
        ],
        line: &[
            Output::sometimes("part", Shown::Text),
            Output::always("path", Shown::Choice(&["renewal", "reinstatement"])),
            Output::sometimes("covered_from", Shown::Date),
            Output::sometimes("covered_until", Shown::Date),
            Output::sometimes("months", Shown::Count),
            Output::sometimes("exposed", Shown::Flag),
            Output::sometimes("on_time_until", Shown::Date),
            Output::sometimes("amount", Shown::Money),
            Output::sometimes("amount_later", Shown::Money),
            Output::sometimes("difference", Shown::Money),
        ],
        reasons: &["coverage_lapsed", "quote_stays_valid"],
        assumptions: &[
            "express_renews_its_own_term",
            "last_day_still_renews",
            "on_time_means_before_the_anniversary",
            "part_months_round_up",
            "rounding_not_stated",
            "tax_not_in_text",
        ],
        warnings: &["last_covered_day", "no_further_notice", "on_anniversary_day"],
        example: r#"{"calculator":"renewal","as_of":"2026-11-21","currency":"TWD","minor_units":0,"input":{"programme":"PA","anniversary":"2027-01-01","tax_percent":"5","lines":[
            {"part":"WebSphere Application Server","quantity":10,"annual_price":"36000","covered_until":"2026-12-31"},
            {"part":"Db2","quantity":2,"annual_price":"120000","covered_until":"2027-06-30"}]}}"#,
    };

    type Options = Options;
    type Line = Line;
    type Terms = Terms;
    type Priced = Priced;

    fn contradiction(terms: &Terms, _: &Pack) -> Contradiction {
        below_one(&[("values.coverage_months", &terms.coverage_months), ("values.price_months", &terms.price_months)])
    }

    fn price(
        case: &Case,
        terms: &Terms,
        options: &Options,
        line: &Line,
        sheet: &mut Sheet,
    ) -> Result<Priced, Overflow> {
        // Until its last day is over, coverage has not ended: renewal stays open that long.
        if case.as_of > line.covered_until {
            sheet.echo("path", "reinstatement");
            sheet.reason("coverage_lapsed", terms.lapse.clause());
            return Ok(Priced(None));
        }
        let period = Period::after(line.covered_until, terms, options).or_overflow("covered_until")?;
        if let Some(part) = &line.part {
            sheet.echo("part", part.0.clone());
        }
        sheet.echo("path", "renewal");
        write_period(terms, &period, sheet);
        let on_time_until = write_exposure(case, terms, &period, sheet)?;
        let (amount, is_exact) = write_amounts(case, terms, line, &period, sheet)?;
        if case.as_of == line.covered_until {
            let clause = open_until(terms, options);
            sheet.warning("last_covered_day", clause);
            sheet.assumption("last_day_still_renews", clause);
        }
        Ok(Priced(Some(Renewed { amount, covered_until: line.covered_until, on_time_until, is_exact })))
    }

    fn total(
        case: &Case,
        terms: &Terms,
        options: &Options,
        priced: &[Priced],
        sheet: &mut Sheet,
    ) -> Result<(), Overflow> {
        let clause = match options.programme {
            Programme::Advantage => terms.proration_by_month.clause(),
            Programme::Express => terms.express_own_term.clause(),
        };
        let renewed: Vec<&Renewed> = priced.iter().filter_map(|line| line.0.as_ref()).collect();
        let net = case.sum(renewed.iter().map(|line| line.amount), "lines")?;
        sheet.figure("net", net, Working::exact("sum(amount)", clause));
        case.tax(net, options.tax_percent, (("tax", "net × tax_percent"), ("gross", "net + tax")), clause, sheet)?;

        if let Some(renew_by) = renewed.iter().map(|line| line.covered_until).min() {
            sheet.date("renew_by", renew_by, Working::exact("earliest(covered_until)", open_until(terms, options)));
        }
        let on_time = terms.renewal_on_time.clause();
        if let Some(anniversary) = options.anniversary {
            let next = Anniversary(anniversary).after(case.as_of).or_overflow("anniversary")?;
            sheet.date("next_anniversary", next, Working::exact("next_anniversary(anniversary, as_of)", on_time));
        } else {
            sheet.assumption("express_renews_its_own_term", clause);
        }
        if let Some(earliest) = renewed.iter().filter_map(|line| line.on_time_until).min() {
            sheet.date("on_time_until", earliest, Working::exact("earliest(on_time_until)", on_time));
            // "Before the anniversary": whether the day itself is in time is not said.
            sheet.assumption("on_time_means_before_the_anniversary", on_time);
        }
        if renewed.iter().any(|line| !line.is_exact) {
            sheet.assumption("rounding_not_stated", clause);
        }
        sheet.verdict(match renewed.len() {
            0 => Verdict::Ineligible,
            all if all == priced.len() => Verdict::Eligible,
            _ => Verdict::Refer,
        });
        Ok(())
    }
}

/// The clause that keeps renewal open until the last covered day.
fn open_until<'t>(terms: &'t Terms, options: &Options) -> &'t ClauseId {
    match options.programme {
        Programme::Advantage => terms.renewal_until_the_end.clause(),
        Programme::Express => terms.lapse.clause(),
    }
}

fn write_period(terms: &Terms, period: &Period, sheet: &mut Sheet) {
    if let Some((previous, next)) = period.anniversaries {
        let clause = terms.proration_by_month.clause();
        sheet.know("previous_anniversary", previous);
        sheet.know("next_anniversary", next);
        sheet.computed("covered_from", period.from, Working::exact("day_after(covered_until)", clause));
        sheet.computed("covered_until", period.until, Working::exact("day_before(next_anniversary)", clause));
        let working = Working::exact("min(months(covered_from, next_anniversary), price_months)", clause);
        sheet.computed("months", period.months, working);
        // Nothing is said of parts of months; dates that are not aligned round up to whole ones.
        if period.from.plus_months(period.months).is_some_and(|reached| reached > next) {
            sheet.assumption("part_months_round_up", clause);
        }
    } else {
        let clause = terms.express_own_term.clause();
        sheet.computed("covered_from", period.from, Working::exact("day_after(covered_until)", clause));
        let working = Working::exact("day_before(plus_months(covered_from, coverage_months))", clause);
        sheet.computed("covered_until", period.until, working);
        sheet.computed("months", period.months, Working::exact("coverage_months", terms.coverage_months.clause()));
    }
}

/// Whether the price may still change, or else until when renewing is on time.
fn write_exposure(case: &Case, terms: &Terms, period: &Period, sheet: &mut Sheet) -> Result<Option<Date>, Overflow> {
    let Some((previous, _)) = period.anniversaries else {
        sheet.echo("exposed", false);
        return Ok(None);
    };
    let exposed = previous <= case.as_of;
    let formula = "previous_anniversary ≤ as_of ≤ covered_until";
    sheet.computed("exposed", exposed, Working::exact(formula, terms.price_exposure.clause()));
    if exposed {
        sheet.warning("no_further_notice", terms.no_further_notice.clause());
        // Who did not align with it keeps the quote: FAQ 1 answers yes.
        sheet.reason("quote_stays_valid", terms.renewal_until_the_end.clause());
        if previous == case.as_of {
            sheet.warning("on_anniversary_day", terms.renewal_on_time.clause());
        }
        return Ok(None);
    }
    let on_time_until = previous.minus_days(1).or_overflow("anniversary")?;
    let working = Working::exact("day_before(previous_anniversary)", terms.renewal_on_time.clause());
    sheet.computed("on_time_until", on_time_until, working);
    Ok(Some(on_time_until))
}

fn write_amounts(
    case: &Case,
    terms: &Terms,
    line: &Line,
    period: &Period,
    sheet: &mut Sheet,
) -> Result<(Money, bool), Overflow> {
    let year = *terms.price_months.value();
    let prorated = |price: Money, field| {
        let all = price.exact().times_count(line.quantity.0);
        case.half_up(all.and_then(|all| all.times_count(period.months)?.over(year)), field)
    };
    let (amount, mut is_exact) = prorated(line.annual_price, "annual_price")?;
    let clause = match period.anniversaries {
        Some(_) => terms.proration_by_month.clause(),
        None => terms.express_own_term.clause(),
    };
    let working = Working::half_up("quantity × annual_price × months ÷ price_months", clause);
    sheet.computed("amount", amount, working);
    if let Some(later_price) = line.later_annual_price {
        let clause = terms.price_exposure.clause();
        let (later, is_later_exact) = prorated(later_price, "later_annual_price")?;
        is_exact &= is_later_exact;
        let difference = later.minus(amount).or_overflow("later_annual_price")?;
        let working = Working::half_up("quantity × later_annual_price × months ÷ price_months", clause);
        sheet.computed("amount_later", later, working);
        sheet.computed("difference", difference, Working::exact("amount_later − amount", clause));
    }
    Ok((amount, is_exact))
}
