//! What renewing every year costs, against lapsing and coming back in a later year.
//!
//! Out come, in the request's currency, the costs of each year and in total of three ways: renewing
//! every year; lapsing and reinstating at the beginning of year k, after k − 1 years without cover;
//! lapsing and buying new licences then. Year 1 begins the day after the last covered day. The price
//! of year y is that of year 1 with its growth compounded y − 1 times, exactly, and rounded half up
//! once; so is the reinstatement fee, at its end. Tax is shown, and does not decide.
//!
//! The break-even year is the first k in which the fee is no more than what renewing years 1 to k
//! costs: the fee is taken to bring the months of year k, and from year k + 1 on both ways pay the
//! same. That is D1 counted in whole years; where prices stay, it is the fee divided by a year's
//! renewal, rounded up, and k − 1 years are skipped. What growth adds to renewing is D2.
//!
//! The cheapest way after a year is the one with the least paid so far, of those that are open: once the last
//! covered day has passed, what renewing would have cost is shown and not chosen. Of equal ones renewing goes
//! first, since nothing is lost by it, and then reinstating, since it takes no new licence. Buying
//! new is never cheaper than reinstating: the rate is 100 % at most, and both bring the same months.
//!
//! Rules: IBM-SS-01 (a new licence brings its first year), 02 (the old one stays), 04 (what is lost
//! without cover), 07 (after the last covered day), 08 (no back payment), 09 (about 60 % of a new
//! licence), 10 (five families), 12 (the latest version), D1 (fees and years), D2 (change of price), D3 (renew or
//! reinstate).

use super::reinstatement::{FAMILIES, lists_the_unlisted};
use super::{About, Case, Contradiction, Output, OutputKind as Shown, Whole, below_one};
use crate::dates::Date;
use crate::form::{Count, Default, Key, Kind, Unit, fields};
use crate::money::{Money, OrOverflow, Overflow, Percent};
use crate::refusal::bounds::COMPARED_YEARS;
use crate::sheet::{Sheet, Working};
use crate::terms::{Keys, Pack, Rule, terms};
use year::Year;

mod totals;
mod year;

pub struct Compare;

fields! {
    pub struct Request {
        /// The programme to come back by is for five families alone.
        family: Option<Key> { kind: FAMILIES },
        quantity: Count,
        /// For twelve months of one, in year 1.
        annual_price: Money,
        /// For one, in year 1.
        new_licence_price: Money,
        /// The last covered day.
        covered_until: Date,
        years: Count { kind: Kind::Count(COMPARED_YEARS), unit: Some(Unit::Years) },
        /// The year at whose beginning one comes back; within the years that are compared.
        return_year: Count { kind: Kind::Count(COMPARED_YEARS), at_most: Some("years"), unit: Some(Unit::Years) },
        support_growth_percent: Option<Percent>,
        licence_growth_percent: Option<Percent>,
        /// The vendor's own percentage, where the visitor has one in hand.
        rate_percent: Option<Percent> { default: Some(Default::Term("rate_percent")) },
        tax_percent: Option<Percent>,
    }
}

terms! {
    pub struct Terms {
        coverage_months: i64,
        licence_stays: Rule,
        lost_without_cover: Rule,
        lapse: Rule,
        no_back_payment: Rule,
        rate_percent: Percent,
        listed_families: Keys,
        latest_version: Rule,
        years_of_fees: Rule,
        price_difference: Rule,
        renew_or_reinstate: Rule,
    }
}

const WAYS: Shown = Shown::Choice(&["renewal", "reinstatement"]);

impl Whole for Compare {
    const ABOUT: About = About {
        name: "compare",
        pack: "ibm-ss",
        money: true,
        rules: &[
            "IBM-SS-01",
            "IBM-SS-02",
            "IBM-SS-04",
            "IBM-SS-07",
            "IBM-SS-08",
            "IBM-SS-09",
            "IBM-SS-10",
            "IBM-SS-12",
            "IBM-SS-D1",
            "IBM-SS-D2",
            "IBM-SS-D3",
        ],
        verdicts: &[],
        headline: "cheapest",
        losses: &[],
        beside: &[],
        figures: &[
            Output::always("renewal", Shown::Money),
            Output::always("reinstatement", Shown::Money),
            Output::always("new_licence", Shown::Money),
            Output::always("cheapest", WAYS),
            Output::always("difference", Shown::Money),
            Output::always("uncovered_months", Shown::Count),
            Output::sometimes("break_even_year", Shown::Count),
            Output::sometimes("changes_in_year", Shown::Count),
            Output::always("growth_cost", Shown::Money),
            Output::always("path", WAYS),
            Output::sometimes("renewal_tax", Shown::Money),
            Output::sometimes("renewal_gross", Shown::Money),
            Output::sometimes("reinstatement_tax", Shown::Money),
            Output::sometimes("reinstatement_gross", Shown::Money),
            Output::sometimes("new_licence_tax", Shown::Money),
            Output::sometimes("new_licence_gross", Shown::Money),
        ],
        dates: &[
            Output::always("first_day", Shown::Date),
            Output::sometimes("uncovered_until", Shown::Date),
            Output::always("return_on", Shown::Date),
        ],
        line: &[
            Output::always("year_from", Shown::Date),
            Output::always("year_until", Shown::Date),
            Output::always("uncovered_months", Shown::Count),
            Output::always("renewal", Shown::Money),
            Output::always("reinstatement", Shown::Money),
            Output::always("new_licence", Shown::Money),
            Output::always("renewal_so_far", Shown::Money),
            Output::always("reinstatement_so_far", Shown::Money),
            Output::always("new_licence_so_far", Shown::Money),
            Output::always("cheapest_so_far", WAYS),
            Output::always("support_price", Shown::Money),
            Output::always("licence_price", Shown::Money),
            Output::always("reinstatement_fee", Shown::Money),
        ],
        reasons: &[
            "always_dearer",
            "family_not_listed",
            "latest_version_either_way",
            "licence_stays_yours",
            "only_reinstatement_now",
        ],
        assumptions: &[
            "approximate_rate",
            "coverage_length_not_stated",
            "family_read_as_listed",
            "later_prices_are_yours",
            "licence_price_of_the_return_year",
            "newer_version_is_needed",
            "prices_and_fees_rounded_once",
            "tax_not_in_text",
            "years_from_the_last_covered_day",
        ],
        warnings: &["last_covered_day", "not_dearer_than_renewal", "nothing_while_lapsed", "return_day_passed"],
        example: r#"{"calculator":"compare","as_of":"2026-11-21","currency":"TWD","minor_units":0,"input":{
            "family":"websphere","quantity":10,"annual_price":"36000","new_licence_price":"180000","covered_until":"2026-12-31",
            "years":6,"return_year":3,"support_growth_percent":"3.5","licence_growth_percent":"5","tax_percent":"5"}}"#,
    };

    type Request = Request;
    type Terms = Terms;

    fn contradiction(terms: &Terms, _: &Pack) -> Contradiction {
        lists_the_unlisted(terms.listed_families.value())
            .or_else(|| below_one(&[("values.coverage_months", &terms.coverage_months)]))
    }

    fn answer(case: &Case, terms: &Terms, request: &Request, sheet: &mut Sheet) -> Result<(), Overflow> {
        let first_day = request.covered_until.plus_days(1).or_overflow("covered_until")?;
        sheet.know("first_day", first_day);
        let mut years: Vec<Year> = Vec::new();
        for (index, number) in (1..=request.years.0).enumerate() {
            let before = years.last().map(|year| year.so_far);
            sheet.begin_line(index);
            sheet.know("year", number);
            years.push(year::write(case, terms, request, first_day, number, before, sheet)?);
            sheet.end_line();
        }
        totals::write(case, terms, request, &years, sheet)?;
        write_dates(case, terms, request, first_day, sheet)?;
        write_readings(terms, request, &years, sheet);
        Ok(())
    }
}

impl Request {
    /// Whether one may still renew: until the last covered day is over.
    fn renewal_is_open(&self, case: &Case) -> bool {
        case.as_of <= self.covered_until
    }
}

fn write_dates(
    case: &Case,
    terms: &Terms,
    request: &Request,
    first_day: Date,
    sheet: &mut Sheet,
) -> Result<(), Overflow> {
    let lapse = terms.lapse.clause();
    sheet.date("first_day", first_day, Working::exact("day_after(covered_until)", lapse));
    let months = (request.return_year.0 - 1).checked_mul(*terms.coverage_months.value());
    let return_on = months.and_then(|months| first_day.plus_months(months)).or_overflow("return_year")?;
    sheet.know("return_on", return_on);
    if return_on > first_day {
        let uncovered_until = return_on.minus_days(1).or_overflow("return_year")?;
        let working = Working::exact("day_before(return_on)", terms.lost_without_cover.clause());
        sheet.date("uncovered_until", uncovered_until, working);
    }
    let formula = "plus_months(first_day, (return_year − 1) × coverage_months)";
    sheet.date("return_on", return_on, Working::exact(formula, lapse));
    if case.as_of > return_on {
        sheet.warning("return_day_passed", terms.renew_or_reinstate.clause());
    }
    Ok(())
}

fn write_readings(terms: &Terms, request: &Request, years: &[Year], sheet: &mut Sheet) {
    let rate = terms.rate_percent.clause();
    // Lapsing is never shown without what is lost by it; who comes back at once loses nothing.
    if request.return_year.0 > 1 {
        sheet.warning("nothing_while_lapsed", terms.lost_without_cover.clause());
    }
    let families = terms.listed_families.clause();
    match &request.family {
        None => sheet.assumption("family_read_as_listed", families),
        Some(family) if !terms.listed_families.value().contains(&family.0) => {
            sheet.reason("family_not_listed", families);
        }
        Some(_) => {}
    }
    // The programme is for users who need a newer version now; whether that is a condition is left open.
    sheet.assumption("newer_version_is_needed", families);
    sheet.reason("licence_stays_yours", terms.licence_stays.clause());
    sheet.reason("latest_version_either_way", terms.latest_version.clause());
    let mut on_return = years.iter().filter(|year| year.number == request.return_year.0);
    if on_return.any(|year| year.fee <= year.renewal) {
        sheet.warning("not_dearer_than_renewal", terms.lapse.clause());
    }
    // The text says "about"; the vendor's own figure is not about anything.
    if request.rate_percent.is_none() {
        sheet.assumption("approximate_rate", rate);
    }
    // How long a reinstatement covers is not said: it is taken to bring that year's months, as a new
    // licence does.
    sheet.assumption("coverage_length_not_stated", rate);
    // Nor which day's price of a new licence it goes by: that of the year in which one comes back.
    sheet.assumption("licence_price_of_the_return_year", rate);
    // No price is in the text, still less a later one.
    sheet.assumption("later_prices_are_yours", terms.price_difference.clause());
    // From when a licence's months count is not said either: from the beginning of its year.
    sheet.assumption("years_from_the_last_covered_day", terms.coverage_months.clause());
    if years.iter().any(|year| !year.is_exact) {
        sheet.assumption("prices_and_fees_rounded_once", rate);
    }
}
