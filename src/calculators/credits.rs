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

use super::{About, Case, Contradiction, Output, OutputKind as Shown, Whole};
use crate::answer::Verdict;
use crate::country::Country;
use crate::form::{Condition, CurrencyCode, Kind, Text, Unit, choice, fields};
use crate::money::{Money, OrOverflow, Overflow, Rate};
use crate::refusal::{Problem, bounds};
use crate::sheet::Sheet;
use crate::terms::{Pack, Rule, Service, terms};
use exchange::Exchange;
use rust_decimal::Decimal;

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
        balance: Rate { unit: Some(Unit::Credits) },
        credits_out: Option<Rate> { required: true, only_if: EXCHANGE, unit: Some(Unit::Credits) },
        from_location: Option<Location> { required: true, only_if: EXCHANGE },
        from_country: Option<Country> { required: true, only_if: EXCHANGE },
        from_currency: Option<CurrencyCode> { required: true, only_if: EXCHANGE },
        /// What one credit is worth there.
        from_rate: Option<Rate> { kind: CREDIT_RATE, required: true, only_if: EXCHANGE },
        to_location: Option<Location> { required: true, only_if: EXCHANGE },
        to_country: Option<Country> { required: true, only_if: EXCHANGE },
        to_currency: Option<CurrencyCode> { required: true, only_if: EXCHANGE },
        to_rate: Option<Rate> { kind: CREDIT_RATE, required: true, only_if: EXCHANGE },
        /// Units of the receiving currency for one of the giving, where the two differ.
        exchange_rate: Option<Rate> { only_if: EXCHANGE },
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
        value: Rate { unit: Some(Unit::Credits) },
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

impl Whole for Credits {
    const ABOUT: About = About {
        name: "credits",
        pack: "ms-unified",
        money: false,
        rules: &["MS-UES-07", "MS-UES-08", "MS-UES-09", "MS-UES-10", "MS-UES-11", "MS-UES-12", "MS-UES-14"],
        verdicts: &["eligible", "refer", "ineligible"],
        headline: "credits_in",
        losses: &[],
        beside: &[],
        figures: &[
            Output::sometimes("credits_in", Shown::Ratio),
            Output::sometimes("credits_unrounded", Shown::Ratio),
            Output::always("balance_after", Shown::Ratio),
            Output::sometimes("balance_worst_case", Shown::Ratio),
            Output::sometimes("deducted", Shown::Ratio),
            Output::sometimes("deducted_worst_case", Shown::Ratio),
            Output::sometimes("needed", Shown::Ratio),
            Output::sometimes("missing", Shown::Ratio),
        ],
        dates: &[],
        line: &[
            Output::sometimes("defined_service", Shown::Key),
            Output::sometimes("service", Shown::Text),
            Output::sometimes("deducted", Shown::Ratio),
            Output::sometimes("needed", Shown::Ratio),
            Output::sometimes("worst_case", Shown::Ratio),
            Output::sometimes("missing", Shown::Ratio),
            Output::always("balance_after", Shown::Ratio),
            Output::always("verdict", Shown::Choice(&["eligible", "ineligible"])),
        ],
        reasons: &[
            "balance_too_low",
            "downstream_to_downstream",
            "from_excepted_country",
            "from_location_not_listed",
            "to_excepted_country",
            "to_location_not_listed",
        ],
        assumptions: &[
            "any_listed_pair",
            "balance_not_below_zero",
            "defined_in_the_document",
            "exceptions_are_yours",
            "half_a_credit_up",
            "nearest_whole_credit",
            "rates_are_yours",
            "received_rounded_up",
            "uncovered_left_out",
            "values_are_yours",
        ],
        warnings: &["change_in_writing", "exchange_tax", "no_exceptions_entered", "worst_case_not_covered"],
        example: r#"{"calculator":"credits","as_of":"2026-11-21","input":{"purpose":"convert","balance":"100","lines":[
            {"defined_service":"workshops","value":"37.5"},
            {"defined_service":"designated_engineering","value":"48.2"}]}}"#,
    };

    type Request = Request;
    type Terms = Terms;

    fn contradiction(_: &Terms, _: &Pack) -> Contradiction {
        None
    }

    fn objection(_: &Terms, request: &Request) -> Option<(&'static str, Problem)> {
        request.exchange().and_then(|exchange| exchange.objection())
    }

    fn answer(_: &Case, terms: &Terms, request: &Request, sheet: &mut Sheet) -> Result<(), Overflow> {
        let balance = credits(request.balance, "balance")?;
        let verdict = match request.exchange() {
            Some(exchange) => exchange.write(terms, balance, sheet)?,
            None => {
                let lines = request.lines.as_deref().unwrap_or_default();
                conversion::write(terms, balance, lines, sheet)?
            }
        };
        sheet.verdict(verdict);
        Ok(())
    }
}

impl Request {
    /// The exchange that is asked about, if it is one.
    fn exchange(&self) -> Option<Exchange<'_>> {
        Some(Exchange {
            credits_out: self.credits_out?,
            locations: (self.from_location?, self.to_location?),
            countries: (self.from_country?, self.to_country?),
            currencies: (self.from_currency?, self.to_currency?),
            rates: (self.from_rate?, self.to_rate?),
            exchange_rate: self.exchange_rate,
            exceptions: self.exceptions.as_deref().unwrap_or_default(),
        })
    }
}

/// Credits are added and taken away like money, with all the decimals that may be entered.
fn credits(entered: Rate, field: &'static str) -> Result<Money, Overflow> {
    Money::entered(entered.0, bounds::RATE_DECIMALS).or_overflow(field)
}

/// Credits as they are written: without needless zeros.
fn plain(credits: Money) -> Decimal {
    credits.decimal().normalize()
}

/// Whether everything was allowed.
fn verdict(is_refused: bool, is_referred: bool) -> Verdict {
    match (is_refused, is_referred) {
        (true, _) => Verdict::Ineligible,
        (false, true) => Verdict::Refer,
        (false, false) => Verdict::Eligible,
    }
}
