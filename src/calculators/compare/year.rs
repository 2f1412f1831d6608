//! One year of the three ways.

use super::{Request, Terms};
use crate::calculators::Case;
use crate::clause::ClauseId;
use crate::dates::Date;
use crate::money::{Money, OrOverflow, Overflow, Percent};
use crate::sheet::{Sheet, Working};
use std::cmp::Ordering;

/// What each way costs, in a year or so far.
#[derive(Clone, Copy)]
pub(super) struct Costs {
    pub renewal: Money,
    pub reinstatement: Money,
    pub new_licence: Money,
}

impl Costs {
    pub fn none(case: &Case) -> Costs {
        Costs { renewal: case.zero(), reinstatement: case.zero(), new_licence: case.zero() }
    }

    fn plus(self, other: Costs) -> Option<Costs> {
        Some(Costs {
            renewal: self.renewal.plus(other.renewal)?,
            reinstatement: self.reinstatement.plus(other.reinstatement)?,
            new_licence: self.new_licence.plus(other.new_licence)?,
        })
    }

    /// The way with the least, of those that are open. Buying new is never less than reinstating, and so never named.
    pub fn cheapest(self, renewal_is_open: bool) -> &'static str {
        if renewal_is_open && self.renewal <= self.reinstatement { "renewal" } else { "reinstatement" }
    }
}

/// What of a year the totals need.
pub(super) struct Year {
    /// Which one, from 1.
    pub number: i64,
    /// What reinstating at its beginning costs, whether or not that is the year of return.
    pub fee: Money,
    pub renewal: Money,
    pub so_far: Costs,
    pub is_exact: bool,
}

/// Works out one year and writes its line: what it costs first, and what that follows from last.
pub(super) fn write(
    case: &Case,
    terms: &Terms,
    request: &Request,
    first_day: Date,
    number: i64,
    before: Option<Costs>,
    sheet: &mut Sheet,
) -> Result<Year, Overflow> {
    write_period(terms, request, first_day, number, sheet)?;
    let prices = Prices::of(case, terms, request, number)?;
    sheet.know("support_price", prices.support.amount);
    sheet.know("licence_price", prices.licence.amount);
    sheet.know("reinstatement_fee", prices.fee.amount);
    let costs = write_costs(case, terms, request, &prices, number, sheet)?;
    let so_far = match before {
        Some(before) => before.plus(costs).or_overflow("years")?,
        None => costs,
    };
    write_so_far(terms, before, so_far, request.renewal_is_open(case), sheet);
    sheet.computed("support_price", prices.support.amount, prices.support.working);
    sheet.computed("licence_price", prices.licence.amount, prices.licence.working);
    sheet.computed("reinstatement_fee", prices.fee.amount, prices.fee.working);
    let is_exact = prices.support.is_exact && prices.licence.is_exact && prices.fee.is_exact;
    Ok(Year { number, fee: prices.fee.amount, renewal: costs.renewal, so_far, is_exact })
}

/// Its first and its last day, and whether one is without cover in it. The days are counted from the very first: the 31st comes back after a short month.
fn write_period(
    terms: &Terms,
    request: &Request,
    first_day: Date,
    number: i64,
    sheet: &mut Sheet,
) -> Result<(), Overflow> {
    const FIELD: &str = "covered_until";
    let clause = terms.coverage_months.clause();
    let after = |years: i64| first_day.plus_months(years.checked_mul(*terms.coverage_months.value())?);
    let from = after(number - 1).or_overflow(FIELD)?;
    let until = after(number).and_then(|next| next.minus_days(1)).or_overflow(FIELD)?;
    let formula = "plus_months(first_day, (year − 1) × coverage_months)";
    sheet.computed("year_from", from, Working::exact(formula, clause));
    let formula = "day_before(plus_months(first_day, year × coverage_months))";
    sheet.computed("year_until", until, Working::exact(formula, clause));
    let (uncovered, formula) = if number < request.return_year.0 {
        (*terms.coverage_months.value(), "coverage_months, year < return_year")
    } else {
        (0, "0, return_year ≤ year")
    };
    sheet.computed("uncovered_months", uncovered, Working::exact(formula, terms.lost_without_cover.clause()));
    Ok(())
}

/// What is paid in the year by each way.
fn write_costs(
    case: &Case,
    terms: &Terms,
    request: &Request,
    prices: &Prices<'_>,
    number: i64,
    sheet: &mut Sheet,
) -> Result<Costs, Overflow> {
    const NOT_YET: &str = "0, year < return_year";
    let lapse = terms.lapse.clause();
    let renewal = prices.support.amount.times(request.quantity.0).or_overflow("annual_price")?;
    sheet.computed("renewal", renewal, Working::exact("quantity × support_price", lapse));
    // Nothing is owed for the years skipped; what is bought on return brings its own year; from the
    // next year on, every way renews.
    let (reinstatement, working, new_licence, new_working) = match number.cmp(&request.return_year.0) {
        Ordering::Less => (
            case.zero(),
            Working::exact(NOT_YET, terms.no_back_payment.clause()),
            case.zero(),
            Working::exact(NOT_YET, terms.licence_stays.clause()),
        ),
        Ordering::Equal => (
            prices.fee.amount,
            Working::exact("reinstatement_fee", terms.rate_percent.clause()),
            prices.licence.amount.times(request.quantity.0).or_overflow("new_licence_price")?,
            Working::exact("quantity × licence_price", terms.coverage_months.clause()),
        ),
        Ordering::Greater => (renewal, Working::exact("renewal", lapse), renewal, Working::exact("renewal", lapse)),
    };
    sheet.computed("reinstatement", reinstatement, working);
    sheet.computed("new_licence", new_licence, new_working);
    Ok(Costs { renewal, reinstatement, new_licence })
}

/// What is paid up to the end of the year by each way, and by which of those still open the least.
fn write_so_far(terms: &Terms, before: Option<Costs>, so_far: Costs, renewal_is_open: bool, sheet: &mut Sheet) {
    if let Some(before) = before {
        sheet.know("renewal_before", before.renewal);
        sheet.know("reinstatement_before", before.reinstatement);
        sheet.know("new_licence_before", before.new_licence);
    }
    let (lapse, rate) = (terms.lapse.clause(), terms.rate_percent.clause());
    let new = terms.coverage_months.clause();
    for (name, cost, (first, later), clause) in [
        ("renewal_so_far", so_far.renewal, ("renewal", "renewal_before + renewal"), lapse),
        ("reinstatement_so_far", so_far.reinstatement, ("reinstatement", "reinstatement_before + reinstatement"), rate),
        ("new_licence_so_far", so_far.new_licence, ("new_licence", "new_licence_before + new_licence"), new),
    ] {
        let formula = if before.is_some() { later } else { first };
        sheet.computed(name, cost, Working::exact(formula, clause));
    }
    let working = if renewal_is_open {
        let formula = "cheapest(renewal_so_far, reinstatement_so_far, new_licence_so_far)";
        Working::exact(formula, terms.years_of_fees.clause())
    } else {
        let formula = "cheapest_still_open(reinstatement_so_far, new_licence_so_far)";
        Working::exact(formula, terms.renew_or_reinstate.clause())
    };
    sheet.computed("cheapest_so_far", so_far.cheapest(renewal_is_open), working);
}

/// The prices of a year, and the fee that follows from them.
struct Prices<'t> {
    support: Price<'t>,
    licence: Price<'t>,
    fee: Price<'t>,
}

struct Price<'t> {
    amount: Money,
    working: Working<'t>,
    is_exact: bool,
}

impl<'t> Prices<'t> {
    fn of(case: &Case, terms: &'t Terms, request: &Request, number: i64) -> Result<Prices<'t>, Overflow> {
        let rate = terms.rate_percent.clause();
        let formulas = ("annual_price", "annual_price × power(1 + support_growth_percent, year − 1)");
        let growth = request.support_growth_percent;
        let support = Price::grown(request.annual_price, growth, number, formulas, terms.price_difference.clause());
        let formulas = ("new_licence_price", "new_licence_price × power(1 + licence_growth_percent, year − 1)");
        let growth = request.licence_growth_percent;
        let licence = Price::grown(request.new_licence_price, growth, number, formulas, rate);
        let (support, licence) = (support.or_overflow("annual_price")?, licence.or_overflow("new_licence_price")?);

        let percent = request.rate_percent.unwrap_or(*terms.rate_percent.value());
        let all = licence.amount.exact().times_count(request.quantity.0);
        let (amount, is_exact) = case.half_up(all.and_then(|all| percent.of(all)), "new_licence_price")?;
        let working = Working::half_up("quantity × licence_price × rate_percent", rate);
        Ok(Prices { support, licence, fee: Price { amount, working, is_exact } })
    }
}

impl<'t> Price<'t> {
    /// The price of a year. In the first nothing has grown yet.
    fn grown(
        price: Money,
        growth: Option<Percent>,
        number: i64,
        (entered, compounded): (&'static str, &'static str),
        clause: &'t ClauseId,
    ) -> Option<Price<'t>> {
        match growth {
            Some(growth) if number > 1 => {
                let (amount, is_exact) = price.grown(growth, u32::try_from(number - 1).ok()?)?;
                Some(Price { amount, working: Working::half_up(compounded, clause), is_exact })
            }
            _ => Some(Price { amount: price, working: Working::exact(entered, clause), is_exact: true }),
        }
    }
}
