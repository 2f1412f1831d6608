//! One year of the three ways.

use super::{Ask, Request, Terms, Way, by_state, out};
use crate::values::dates::Date;
use crate::values::money::{Money, Percent};
use crate::working::reckon::work;
use crate::working::sheet::Sheet;
use crate::working::{Entered, Of};

/// What of a year the totals and the year after it need.
pub(super) struct Year<'a> {
    /// Which one, from 1.
    pub year: Of<'a, i64>,
    pub uncovered_months: Of<'a, i64>,
    /// What reinstating at its beginning costs, whether or not that is the year of return.
    pub reinstatement_fee: Of<'a, Money>,
    pub renewal: Of<'a, Money>,
    pub reinstatement: Of<'a, Money>,
    pub new_licence: Of<'a, Money>,
    so_far: SoFar<'a>,
    pub fee_no_dearer: Of<'a, bool>,
    /// Nothing of the first year.
    pub cheapest_changes: Option<Of<'a, bool>>,
    pub is_exact: bool,
}

/// What has been paid by each way up to the end of a year, and which is the cheapest.
#[derive(Clone, Copy)]
struct SoFar<'a> {
    renewal: Of<'a, Money>,
    reinstatement: Of<'a, Money>,
    new_licence: Of<'a, Money>,
    cheapest: Of<'a, Way>,
}

/// Works out one year and writes its line: what it costs first, and what that follows from last.
pub(super) fn write<'a>(
    ask: &Ask<'a, Terms, Request>,
    path: Of<'a, Way>,
    first_day: Of<'a, Date>,
    before: Option<&Year<'a>>,
    sheet: &mut Sheet,
) -> Year<'a> {
    let (terms, request) = (ask.terms, ask.request);
    let year = write_number(terms, before, sheet);
    let uncovered_months = write_period(terms, request, first_day, year, sheet);
    let prices = Prices::write(terms, request, year, sheet);
    let costs = write_costs(terms, request, &prices, year, sheet);
    let before = before.map(|before| before.so_far);
    let so_far = write_so_far(terms, path, &costs, before, sheet);
    let (reinstatement_fee, renewal_so_far, fees) = (prices.fee, so_far.renewal, &terms.years_of_fees);
    work!(sheet, between fee_no_dearer = exact(reinstatement_fee <= renewal_so_far), by fees);
    let cheapest_changes = before.map(|before| {
        let (cheapest_so_far, cheapest_before) = (so_far.cheapest, before.cheapest.stands_for("cheapest_before"));
        work!(sheet, between cheapest_changes = exact(cheapest_so_far != cheapest_before), by fees);
        cheapest_changes
    });
    let is_exact = prices.support.is_exact && prices.licence.is_exact && prices.fee.is_exact;
    let Costs { renewal, reinstatement, new_licence } = costs;
    Year {
        year,
        uncovered_months,
        reinstatement_fee,
        renewal,
        reinstatement,
        new_licence,
        so_far,
        fee_no_dearer,
        cheapest_changes,
        is_exact,
    }
}

fn write_number<'a>(terms: &'a Terms, before: Option<&Year<'a>>, sheet: &mut Sheet) -> Of<'a, i64> {
    let Some(before) = before else {
        work!(sheet, between year = exact(1), by terms.coverage_months);
        return year;
    };
    let year_before = before.year.stands_for("year_before");
    work!(sheet, between year = exact(year_before + 1), by terms.coverage_months);
    year
}

/// Its first and its last day, and how many months one is without cover in it. The days are counted from the very
/// first: the 31st comes back after a short month.
fn write_period<'a>(
    terms: &'a Terms,
    request: &Request,
    first_day: Of<'a, Date>,
    year: Of<'a, i64>,
    sheet: &mut Sheet,
) -> Of<'a, i64> {
    let months = &terms.coverage_months;
    work!(sheet, line year_from = exact(plus_months(first_day, (year - 1) * terms.coverage_months)), by months);
    work!(sheet, line year_until = exact(
        day_before(plus_months(first_day, year * terms.coverage_months))
    ), by months);
    work!(sheet, line uncovered_months = exact(
        if year < request.return_year { terms.coverage_months } else { 0 }
    ), by terms.lost_without_cover);
    uncovered_months
}

/// The prices of a year, and the fee that follows from them.
struct Prices<'a> {
    support: Of<'a, Money>,
    licence: Of<'a, Money>,
    fee: Of<'a, Money>,
}

impl<'a> Prices<'a> {
    /// In the first year nothing has grown yet.
    fn write(terms: &'a Terms, request: &Request, year: Of<'a, i64>, sheet: &mut Sheet) -> Prices<'a> {
        let (difference, rate) = (&terms.price_difference, terms.rate_percent.clause());
        let mut price = |declared, first: Entered<Money>, growth: Option<Entered<Percent>>, by| match growth {
            Some(growth) if year.value > 1 => {
                work!(sheet, at (declared) price = half_up(first * compound(growth, year - 1)), by by);
                price
            }
            _ => {
                work!(sheet, at (declared) price = exact(first), by by);
                price
            }
        };
        let out = (&out::line::support_price, &out::line::licence_price);
        let support = price(out.0, request.annual_price, request.support_growth_percent, difference.clause());
        let licence_price = price(out.1, request.new_licence_price, request.licence_growth_percent, rate);
        let rate_percent = request.rate_percent.map_or(terms.rate_percent.named(), |own| own.by(rate));
        work!(sheet, line reinstatement_fee = half_up(request.quantity * licence_price * rate_percent), by rate);
        Prices { support, licence: licence_price, fee: reinstatement_fee }
    }
}

/// What is paid by each way, in a year or over all.
pub(super) struct Costs<'a> {
    pub renewal: Of<'a, Money>,
    pub reinstatement: Of<'a, Money>,
    pub new_licence: Of<'a, Money>,
}

/// Nothing is owed for the years skipped; what is bought on return brings its own year; from the next year on, every
/// way renews.
fn write_costs<'a>(
    terms: &'a Terms,
    request: &Request,
    prices: &Prices<'a>,
    year: Of<'a, i64>,
    sheet: &mut Sheet,
) -> Costs<'a> {
    let Prices { support: support_price, licence: licence_price, fee: reinstatement_fee } = *prices;
    let return_year = request.return_year;
    work!(sheet, line renewal = exact(request.quantity * support_price), by terms.lapse);
    work!(sheet, line reinstatement = exact(
        if year < return_year { 0 } else if year == return_year { reinstatement_fee } else { renewal }
    ), by its_own or terms.no_back_payment);
    let is_skipped = year.value < return_year.value.0;
    let new = if is_skipped { terms.licence_stays.clause() } else { terms.coverage_months.clause() };
    work!(sheet, line new_licence = exact(
        if year < return_year { 0 } else if year == return_year { request.quantity * licence_price } else { renewal }
    ), by its_own or new);
    Costs { renewal, reinstatement, new_licence }
}

/// What is paid up to the end of the year by each way, and by which of those still open the least.
fn write_so_far<'a>(
    terms: &'a Terms,
    path: Of<'a, Way>,
    costs: &Costs<'a>,
    before: Option<SoFar<'a>>,
    sheet: &mut Sheet,
) -> SoFar<'a> {
    let Costs { renewal, reinstatement, new_licence } = *costs;
    let (rate, new) = (&terms.rate_percent, &terms.coverage_months);
    let (renewal_so_far, reinstatement_so_far, new_licence_so_far) = match before {
        None => {
            work!(sheet, line renewal_so_far = exact(renewal), by terms.lapse);
            work!(sheet, line reinstatement_so_far = exact(reinstatement), by rate);
            work!(sheet, line new_licence_so_far = exact(new_licence), by new);
            (renewal_so_far, reinstatement_so_far, new_licence_so_far)
        }
        Some(before) => {
            let renewal_before = before.renewal.stands_for("renewal_before");
            let reinstatement_before = before.reinstatement.stands_for("reinstatement_before");
            let new_licence_before = before.new_licence.stands_for("new_licence_before");
            work!(sheet, line renewal_so_far = exact(renewal_before + renewal), by terms.lapse);
            work!(sheet, line reinstatement_so_far = exact(reinstatement_before + reinstatement), by rate);
            work!(sheet, line new_licence_so_far = exact(new_licence_before + new_licence), by new);
            (renewal_so_far, reinstatement_so_far, new_licence_so_far)
        }
    };
    let by_state = by_state(terms, path);
    work!(sheet, line cheapest_so_far = exact(
        if path == Way::Renewal && renewal_so_far <= reinstatement_so_far { Way::Renewal } else { Way::Reinstatement }
    ), by by_state);
    SoFar {
        renewal: renewal_so_far,
        reinstatement: reinstatement_so_far,
        new_licence: new_licence_so_far,
        cheapest: cheapest_so_far,
    }
}
