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

use crate::calculators::declared::answers;
use crate::calculators::ibm_ss::reinstatement::{FAMILIES, lists_the_unlisted};
use crate::calculators::{About, Ask, Contradiction, Weighed, Whole, below_one};
use crate::clause::ClauseId;
use crate::form::{Count, Fallback, Key, Kind, choice, fields};
use crate::request::bounds::COMPARED_YEARS;
use crate::terms::{Keys, Pack, Rule, terms};
use crate::values::dates::Date;
use crate::values::money::{Money, Percent};
use crate::values::unit::Unit;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;
use crate::working::{Entered, Of};
use year::Year;

mod notes;
mod totals;
mod year;

pub struct Compare;

fields! {
    pub struct Request {
        /// The programme to come back by is for five families alone.
        family: Option<Key> { kind: FAMILIES },
        quantity: Entered<Count>,
        /// For twelve months of one, in year 1.
        annual_price: Entered<Money>,
        /// For one, in year 1.
        new_licence_price: Entered<Money>,
        /// The last covered day.
        covered_until: Entered<Date>,
        years: Entered<Count> { kind: Kind::Count(COMPARED_YEARS), unit: Some(Unit::Years) },
        /// The year at whose beginning one comes back; within the years that are compared.
        return_year: Entered<Count> { kind: Kind::Count(COMPARED_YEARS), at_most: Some("years"), unit: Some(Unit::Years) },
        support_growth_percent: Option<Entered<Percent>>,
        licence_growth_percent: Option<Entered<Percent>>,
        /// The vendor's own percentage, where the visitor has one in hand.
        rate_percent: Option<Entered<Percent>> { default: Some(Fallback::Term("rate_percent")) },
        tax_percent: Option<Entered<Percent>>,
    }
}

terms! {
    pub struct Terms {
        coverage_months: i64 { Months },
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

choice! {
    /// The ways that are open to whoever lets support lapse or does not. Buying new is never less than reinstating, and so
    /// never the cheapest.
    pub enum Way {
        Renewal = "renewal",
        Reinstatement = "reinstatement",
    }
}

answers! {
    figure {
        renewal: Money { paid: true },
        reinstatement: Money { paid: true },
        new_licence: Money { paid: true },
        cheapest: Way,
        difference: Money,
        uncovered_months: i64 { unit: Some(Unit::Months) },
        break_even_year: Option<i64> { unit: Some(Unit::NthYear) },
        changes_in_year: Option<i64> { unit: Some(Unit::NthYear) },
        growth_cost: Money,
        path: Way,
        renewal_tax: Option<Money>,
        renewal_gross: Option<Money> { paid: true },
        reinstatement_tax: Option<Money>,
        reinstatement_gross: Option<Money> { paid: true },
        new_licence_tax: Option<Money>,
        new_licence_gross: Option<Money> { paid: true },
    }
    date {
        first_day: Date,
        uncovered_until: Option<Date>,
        return_on: Date,
    }
    line {
        year_from: Date,
        year_until: Date,
        uncovered_months: i64 { unit: Some(Unit::Months) },
        renewal: Money,
        reinstatement: Money,
        new_licence: Money,
        renewal_so_far: Money,
        reinstatement_so_far: Money,
        new_licence_so_far: Money,
        cheapest_so_far: Way,
        support_price: Money,
        licence_price: Money,
        reinstatement_fee: Money,
    }
    between {
        /// Which year it is, from 1.
        year: i64 { unit: Some(Unit::NthYear) },
        /// Whether the fee is no more than what renewing has cost by the end of the year.
        fee_no_dearer: bool,
        /// Whether another way than the year before is the cheapest so far.
        cheapest_changes: bool,
    }
    reason {
        AlwaysDearer = "always_dearer",
        FamilyNotListed = "family_not_listed",
        LatestVersionEitherWay = "latest_version_either_way",
        LicenceStaysYours = "licence_stays_yours",
        OnlyReinstatementNow = "only_reinstatement_now",
    }
    assumption {
        ApproximateRate = "approximate_rate",
        CoverageLengthNotStated = "coverage_length_not_stated",
        FamilyReadAsListed = "family_read_as_listed",
        LaterPricesAreYours = "later_prices_are_yours",
        LicencePriceOfTheReturnYear = "licence_price_of_the_return_year",
        NewerVersionIsNeeded = "newer_version_is_needed",
        PricesAndFeesRoundedOnce = "prices_and_fees_rounded_once",
        TaxNotInText = "tax_not_in_text",
        YearsFromTheLastCoveredDay = "years_from_the_last_covered_day",
    }
    warning {
        LastCoveredDay = "last_covered_day",
        NotDearerThanRenewal = "not_dearer_than_renewal",
        NothingWhileLapsed = "nothing_while_lapsed",
        ReturnDayPassed = "return_day_passed",
    }
}

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
        lines_of: Some("years"),
        ways: &[
            Weighed { net: "renewal", tax: "renewal_tax", gross: "renewal_gross" },
            Weighed { net: "reinstatement", tax: "reinstatement_tax", gross: "reinstatement_gross" },
            Weighed { net: "new_licence", tax: "new_licence_tax", gross: "new_licence_gross" },
        ],
        headline: "cheapest",
        onward: r#"[
            {"to":"renewal","fields":{"tax_percent":"tax_percent"},"lines":{"from":"","to":"lines","fields":{"quantity":"quantity","annual_price":"annual_price","covered_until":"covered_until"},"only":[{"of":"answer.path","in":["renewal"]}]}},
            {"to":"reinstatement","fields":{"tax_percent":"tax_percent","rate_percent":"rate_percent"},"lines":{"from":"","to":"lines","fields":{"family":"family","new_licence_price":"new_licence_price","quantity":"quantity","annual_price":"annual_price","covered_until":"covered_until"},"only":[{"of":"answer.path","in":["reinstatement"]}]}}
        ]"#,
        example: r#"{"calculator":"compare","as_of":"2026-11-21","currency":"TWD","minor_units":0,"input":{
            "family":"websphere","quantity":10,"annual_price":"36000","new_licence_price":"180000","covered_until":"2026-12-31",
            "years":6,"return_year":3,"support_growth_percent":"3.5","licence_growth_percent":"5","tax_percent":"5"}}"#,
        ..out::ABOUT
    };

    type Request = Request;
    type Terms = Terms;

    fn contradiction(terms: &Terms, _: &Pack) -> Contradiction {
        lists_the_unlisted(terms.listed_families.value())
            .or_else(|| below_one(&[("values.coverage_months", &terms.coverage_months)]))
    }

    fn answer(ask: &Ask<'_, Terms, Request>, sheet: &mut Sheet) {
        let (terms, request) = (ask.terms, ask.request);
        let path = write_state(ask, sheet);
        work!(sheet, date first_day = exact(day_after(request.covered_until)), by terms.lapse);
        let mut years: Vec<Year> = Vec::new();
        for index in 0..usize::try_from(request.years.value.0).unwrap_or_default() {
            sheet.begin_line(index);
            let year = year::write(ask, path, first_day, years.last(), sheet);
            years.push(year);
            sheet.end_line();
        }
        totals::write(terms, request, path, &years, sheet);
        write_return(ask, first_day, sheet);
        notes::write(terms, request, &years, sheet);
    }
}

/// Whether renewing is still open on the day that is asked about: until the last covered day is over.
fn write_state<'a>(ask: &Ask<'a, Terms, Request>, sheet: &mut Sheet) -> Of<'a, Way> {
    let (terms, request) = (ask.terms, ask.request);
    let state = &terms.renew_or_reinstate;
    work!(sheet, figure path = exact(
        if ask.as_of <= request.covered_until { Way::Renewal } else { Way::Reinstatement }
    ), by state);
    if path.value == Way::Reinstatement {
        // What renewing costs is shown all the same: it is what lapsing is measured against.
        sheet.reason(Reason::OnlyReinstatementNow, state.clause());
    } else if ask.as_of.value == request.covered_until.value {
        sheet.warning(Warning::LastCoveredDay, terms.lapse.clause());
    }
    path
}

/// The clause by which the cheapest way is found: while all are open by their fees, then by what is left.
fn by_state<'t>(terms: &'t Terms, path: Of<'_, Way>) -> &'t ClauseId {
    match path.value {
        Way::Renewal => terms.years_of_fees.clause(),
        Way::Reinstatement => terms.renew_or_reinstate.clause(),
    }
}

/// The day on which one comes back, and the last one without cover.
fn write_return(ask: &Ask<'_, Terms, Request>, first_day: Of<'_, Date>, sheet: &mut Sheet) {
    let (terms, return_year) = (ask.terms, ask.request.return_year);
    work!(sheet, date return_on = exact(
        plus_months(first_day, (return_year - 1) * terms.coverage_months)
    ), by terms.lapse);
    if return_on.value > first_day.value {
        work!(sheet, date uncovered_until = exact(day_before(return_on)), by terms.lost_without_cover);
    }
    if ask.as_of.value > return_on.value {
        sheet.warning(Warning::ReturnDayPassed, terms.renew_or_reinstate.clause());
    }
}
