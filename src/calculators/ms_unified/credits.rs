//! What proactive credits turn into: converted into services, or exchanged for another location's.
//!
//! Out come, for each service, the credits deducted (its value rounded to the nearest whole credit, a
//! half up, with the worst case, up, beside it) and the balance after it; or, for an exchange, the
//! credits that the other location receives, a fraction always rounded up to a whole one. These
//! are two roundings of two operations, and stay two. Credits are decimals, in no currency.
//! Rules: MS-UES-07 (conversion), 08 (between which locations), 09 (at which rates), 10 (fractions
//! up), 11 (excepted countries), 12 (taxes), 14 (in writing).

mod conversion;
mod exchange;

use crate::calculators::declared::answers;
use crate::calculators::{About, Ask, Contradiction, OutputKind as Shown, Whole};
use crate::form::{Condition, CurrencyCode, Kind, Text, choice, fields};
use crate::request::bounds;
use crate::request::problem::Problem;
use crate::terms::{Pack, Rule, Service, terms};
use crate::values::country::Country;
use crate::values::money::{QUOTIENT_DECIMALS, Rate, Ratio};
use crate::values::unit::Unit;
use crate::working::Entered;
use crate::working::answer::Verdict;
use crate::working::sheet::Sheet;
use exchange::Exchange;
use std::sync::Arc;

pub struct Credits;

choice! {
    /// What is to be done with the credits.
    pub enum Purpose {
        Convert = "convert",
        Exchange = "exchange",
    }
}

choice! {
    /// What a support location is on the work order.
    pub enum Location {
        Host = "host",
        Downstream = "downstream",
        NotListed = "not_listed",
    }
}

const CONVERT: Option<Condition> = Some(Condition::In("purpose", &["convert"], &["exchange"]));
const EXCHANGE: Option<Condition> = Some(Condition::In("purpose", &["exchange"], &["convert"]));

/// What one credit is worth, in whichever currency.
const CREDIT_RATE: Kind = Kind::Rate(bounds::CREDIT_RATE_MAX);

fields! {
    pub struct Request {
        purpose: Purpose,
        balance: Entered<Rate> { unit: Some(Unit::Credits) },
        credits_out: Option<Entered<Rate>> { required: true, only_if: EXCHANGE, unit: Some(Unit::Credits) },
        from_location: Option<Location> { required: true, only_if: EXCHANGE },
        from_country: Option<Country> { required: true, only_if: EXCHANGE },
        from_currency: Option<CurrencyCode> { required: true, only_if: EXCHANGE },
        /// What one credit is worth there.
        from_rate: Option<Entered<Rate>> { kind: CREDIT_RATE, required: true, only_if: EXCHANGE },
        to_location: Option<Location> { required: true, only_if: EXCHANGE },
        to_country: Option<Country> { required: true, only_if: EXCHANGE },
        to_currency: Option<CurrencyCode> { required: true, only_if: EXCHANGE },
        to_rate: Option<Entered<Rate>> { kind: CREDIT_RATE, required: true, only_if: EXCHANGE },
        /// Units of the receiving currency for one of the giving, where the two differ.
        exchange_rate: Option<Entered<Rate>> { only_if: EXCHANGE },
        lines: Option<Vec<Conversion>> {
            kind: Kind::List(bounds::LINES.0, bounds::LINES.1, Conversion::FIELDS),
            required: true,
            only_if: CONVERT,
        },
        /// The text names none, so the visitor brings the list.
        exceptions: Option<Vec<Exception>> {
            kind: Kind::List(bounds::EXCEPTIONS.0, bounds::EXCEPTIONS.1, Exception::FIELDS),
            only_if: EXCHANGE,
        },
    }
}

fields! {
    /// A service that credits are converted into.
    pub struct Conversion {
        /// Which of the services that the document describes; credits become no others.
        defined_service: Option<Service>,
        /// What the visitor calls it.
        service: Option<Text>,
        /// In credits, at the rate of the day.
        value: Entered<Rate> { unit: Some(Unit::Credits) },
    }
}

fields! {
    pub struct Exception {
        country: Country,
    }
}

terms! {
    pub struct Terms {
        credit_conversion: Rule,
        exchange_locations: Rule,
        exchange_rates: Rule,
        exchange_rounding: Rule,
        exchange_exceptions: Rule,
        exchange_taxes: Rule,
        changes_in_writing: Rule,
    }
}

/// Credits with all the decimals that may be entered.
type Balance = Ratio<{ bounds::RATE_DECIMALS }>;

/// Whole credits.
type WholeCredits = Ratio<0>;

answers! {
    figure {
        credits_in: Option<WholeCredits> { unit: Some(Unit::Credits) },
        credits_unrounded: Option<Ratio<QUOTIENT_DECIMALS>> { unit: Some(Unit::Credits) },
        balance_after: Balance { unit: Some(Unit::Credits) },
        balance_worst_case: Option<Balance> { unit: Some(Unit::Credits) },
        deducted: Option<WholeCredits> { unit: Some(Unit::Credits) },
        deducted_worst_case: Option<WholeCredits> { unit: Some(Unit::Credits) },
        needed: Option<WholeCredits> { unit: Some(Unit::Credits) },
        missing: Option<Balance> { unit: Some(Unit::Credits) },
    }
    line {
        defined_service: Option<Arc<str>> { kind: Shown::Key, shown: true },
        service: Option<Arc<str>> { shown: true },
        deducted: Option<WholeCredits> { unit: Some(Unit::Credits) },
        needed: Option<WholeCredits> { unit: Some(Unit::Credits) },
        worst_case: Option<WholeCredits> { unit: Some(Unit::Credits) },
        missing: Option<Balance> { unit: Some(Unit::Credits) },
        balance_after: Balance { unit: Some(Unit::Credits) },
        verdict: &'static str { kind: Shown::Choice(&["eligible", "ineligible"]), judges: true, shown: true },
    }
    between {
        /// What is there for a service when its turn comes.
        balance_before: Balance { unit: Some(Unit::Credits) },
        /// For how many services the worst case is one credit more.
        rounded_down: i64,
    }
    reason {
        BalanceTooLow = "balance_too_low",
        DownstreamToDownstream = "downstream_to_downstream",
        FromExceptedCountry = "from_excepted_country",
        FromLocationNotListed = "from_location_not_listed",
        ToExceptedCountry = "to_excepted_country",
        ToLocationNotListed = "to_location_not_listed",
    }
    assumption {
        AnyListedPair = "any_listed_pair",
        BalanceNotBelowZero = "balance_not_below_zero",
        DefinedInTheDocument = "defined_in_the_document",
        ExceptionsAreYours = "exceptions_are_yours",
        HalfACreditUp = "half_a_credit_up",
        NearestWholeCredit = "nearest_whole_credit",
        OtherServiceReadAsAny = "other_service_read_as_any",
        RatesAreYours = "rates_are_yours",
        ReceivedRoundedUp = "received_rounded_up",
        UncoveredLeftOut = "uncovered_left_out",
        ValuesAreYours = "values_are_yours",
    }
    warning {
        ChangeInWriting = "change_in_writing",
        ExchangeTax = "exchange_tax",
        NoExceptionsEntered = "no_exceptions_entered",
        WorstCaseNotCovered = "worst_case_not_covered",
    }
}

impl Whole for Credits {
    const ABOUT: About = About {
        name: "credits",
        pack: "ms-unified",
        rules: &["MS-UES-07", "MS-UES-08", "MS-UES-09", "MS-UES-10", "MS-UES-11", "MS-UES-12", "MS-UES-14"],
        verdicts: &["eligible", "refer", "ineligible"],
        lines_of: Some("lines"),
        headline: "credits_in",
        onward: r#"[
            {"to":"swap","lines":{"from":"lines","to":"lines","fields":{"given_service":"service","paid_with":"=credits"}}}
        ]"#,
        example: r#"{"calculator":"credits","as_of":"2026-11-21","input":{"purpose":"convert","balance":"100","lines":[
            {"defined_service":"workshops","value":"37.5"},
            {"defined_service":"designated_engineering","value":"48.2"}]}}"#,
        ..out::ABOUT
    };

    type Request = Request;
    type Terms = Terms;

    fn contradiction(_: &Terms, _: &Pack) -> Contradiction {
        None
    }

    fn objection(_: &Terms, request: &Request) -> Option<(&'static str, Problem)> {
        request.exchange().and_then(|exchange| exchange.objection())
    }

    fn answer(ask: &Ask<'_, Terms, Request>, sheet: &mut Sheet) {
        let (terms, request) = (ask.terms, ask.request);
        let verdict = match request.exchange() {
            Some(exchange) => exchange.write(terms, request.balance, sheet),
            None => {
                let lines = request.lines.as_deref().unwrap_or_default();
                conversion::write(terms, request.balance, lines, sheet)
            }
        };
        sheet.verdict(verdict);
    }
}

impl Request {
    /// Returns the exchange that is asked about, if it is one.
    fn exchange(&self) -> Option<Exchange<'_>> {
        Some(Exchange {
            credits_out: self.credits_out?,
            locations: (self.from_location?, self.to_location?),
            countries: (self.from_country?, self.to_country?),
            currencies: (self.from_currency?, self.to_currency?),
            from_rate: self.from_rate?,
            to_rate: self.to_rate?,
            exchange_rate: self.exchange_rate,
            exceptions: self.exceptions.as_deref().unwrap_or_default(),
        })
    }
}

/// Returns whether everything was allowed.
fn verdict(is_refused: bool, is_referred: bool) -> Verdict {
    match (is_refused, is_referred) {
        (true, _) => Verdict::Ineligible,
        (false, true) => Verdict::Refer,
        (false, false) => Verdict::Eligible,
    }
}
