//! What can be wrong with a field: code, values and wording.

use crate::request::bounds;
use crate::request::given::Given;
use crate::values::text::joined;
use crate::values::written;
use rust_decimal::Decimal;
use serde::ser::{Serialize, Serializer};
use thiserror::Error;

/// A place in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// Its line, counted from 1.
    pub line: i64,
    /// The byte, counted from 1 in the whole file.
    pub byte: i64,
}

/// What a fault has to say beyond its code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail<'a> {
    /// A word, a date, a decimal as it was given.
    Text(&'a str),
    /// A number of something.
    Count(i64),
    /// A bound.
    Decimal(Decimal),
    /// What there is to choose from.
    Choices(&'a [String]),
    /// Everything that a text can mean.
    Readings(&'a [Given]),
}

impl Serialize for Detail<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Detail::Text(text) => to.serialize_str(text),
            Detail::Count(count) => to.serialize_i64(*count),
            Detail::Decimal(decimal) => to.serialize_str(written::decimal(*decimal).as_str()),
            Detail::Choices(choices) => choices.serialize(to),
            Detail::Readings(readings) => readings.serialize(to),
        }
    }
}

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Problem {
    /// A required field is absent.
    #[error("required, but not given")]
    Missing,
    /// A field of that name does not exist.
    #[error("no such field here")]
    UnknownField,
    /// A value of another kind.
    #[error("expected {expected}, got {got}")]
    WrongType {
        /// The kind that belongs there.
        kind: &'static str,
        /// In words.
        expected: &'static str,
        /// What was given.
        got: String,
    },
    /// Not in the form of a decimal.
    #[error("expected a decimal string such as \"1200.00\", got \"{got}\"")]
    NotADecimal {
        /// What was given.
        got: String,
    },
    /// More decimals than there may be.
    #[error("expected at most {max_decimals} decimals, got {got}")]
    TooManyDecimals {
        /// What was given.
        got: String,
        /// How many there may be.
        max_decimals: u32,
        /// What it means where its point parts thousands.
        readings: Vec<Given>,
    },
    /// A decimal outside its bounds.
    #[error(
        "expected {} {} and at most {}, got {got}",
        if *.open { "more than" } else { "at least" },
        written::decimal(*.min).as_str(),
        written::decimal(*.max).as_str()
    )]
    DecimalRange {
        /// money, percent or rate.
        kind: &'static str,
        /// What was given.
        got: String,
        /// The lower bound.
        min: Decimal,
        /// Whether the lower bound itself is refused.
        open: bool,
        /// The upper bound.
        max: Decimal,
    },
    /// A count outside its bounds.
    #[error("expected {min} to {max}, got {got}")]
    CountRange {
        /// count or list.
        kind: &'static str,
        /// What was given.
        got: String,
        /// The fewest.
        min: i64,
        /// The most.
        max: i64,
    },
    /// A day that does not exist or is written otherwise.
    #[error("expected a date such as 2026-11-21, got \"{got}\"")]
    NotADate {
        /// What was given.
        got: String,
    },
    /// A text in which no version of a product can be read.
    #[error("expected a version such as 6.5.4 or 7.x, got \"{got}\"")]
    NotAVersion {
        /// What was given.
        got: String,
    },
    /// A local time that does not exist or is written otherwise.
    #[error("expected a local time such as 2026-11-21T16:30, got \"{got}\"")]
    NotATime {
        /// What was given.
        got: String,
    },
    /// A time of day that no clock shows or that is written otherwise.
    #[error("expected a time of day such as 16:30, got \"{got}\"")]
    NotATimeOfDay {
        /// What was given.
        got: String,
    },
    /// A time of day that comes too early.
    #[error("expected a time after {above}, got {got}")]
    TimeRange {
        /// What was given.
        got: String,
        /// What it has to come after.
        above: String,
    },
    /// A day outside the calendar kept here.
    #[error("expected a date from {} to {}, got {got}", bounds::DATE.0, bounds::DATE.1)]
    DateRange {
        /// What was given.
        got: String,
    },
    /// A day that does not fit the other days of the request.
    #[error("expected a date from {min} to {max}, got {got}")]
    DateOutside {
        /// What was given.
        got: String,
        /// The first day that fits.
        min: String,
        /// The last day that fits.
        max: String,
    },
    /// A text that is too long or holds characters that do not print.
    #[error(
        "expected at most {} characters, none of them control characters or such as turn the writing around",
        bounds::TEXT_LENGTH
    )]
    TextRange,
    /// No such calculator.
    #[error("no such calculator; there are {}", joined(choices, ", "))]
    UnknownCalculator {
        /// What was given.
        got: String,
        /// What there is.
        choices: Vec<String>,
    },
    /// No such currency, or none that money is counted in.
    #[error("expected an ISO 4217 code of a currency with a minor unit, such as TWD, got \"{got}\"")]
    UnknownCurrency {
        /// What was given.
        got: String,
    },
    /// No such country or territory.
    #[error("expected a two-letter code of ISO 3166-1, such as TW, or XK for Kosovo, got \"{got}\"")]
    UnknownCountry {
        /// What was given.
        got: String,
    },
    /// Not among what there is to choose from.
    #[error("expected one of {}, got \"{got}\"", joined(choices, ", "))]
    UnknownChoice {
        /// What was given.
        got: String,
        /// What there is.
        choices: Vec<String>,
    },
    /// What may stand in a request only once.
    #[error("\"{got}\" is named already; it may be named once")]
    Repeated {
        /// What was given.
        got: String,
    },
    /// More items than a list may have.
    #[error("expected at most {max}, got {got}")]
    TooManyLines {
        /// How many there are.
        got: i64,
        /// How many there may be.
        max: i64,
    },
    /// The field has no meaning beside the others.
    #[error("does not apply here: {reason}")]
    NotApplicable {
        /// Why.
        reason: String,
    },
    /// The exact result does not fit.
    #[error("the exact result does not fit; enter less")]
    Overflow,
    /// The terms cannot be used.
    #[error("{reason}")]
    BadTerms {
        /// Why.
        reason: String,
    },
    /// Two columns of one name.
    #[error("the column stands there twice")]
    DuplicateColumn,
    /// Bytes that are no text.
    #[error("not UTF-8 text")]
    NotUtf8,
    /// Bytes that are no text in any encoding that is tried, or not in the one that was named.
    #[error(
        "not text{}{}",
        if got.is_empty() { String::new() } else { format!(" in {got}") },
        place.map_or_else(String::new, |place| format!(" from byte {} in line {}", place.byte, place.line))
    )]
    NotText {
        /// The encoding that was named, where one was.
        got: String,
        /// Where the first byte stands that is wrong in it, where that can be told.
        place: Option<Position>,
    },
    /// Characters that an earlier program could not read and put a mark in the place of.
    #[error("holds marks in place of characters that were lost")]
    LostCharacters,
    /// A row with more or fewer cells than the others.
    #[error("expected {expected} cells, got {got}")]
    UnevenRow {
        /// How many it has.
        got: i64,
        /// How many the others have.
        expected: i64,
    },
    /// A quotation mark that opens and is never closed.
    #[error("a quotation mark opens here and is never closed")]
    UnclosedQuote,
    /// A text that can mean several values.
    #[error("\"{got}\" can mean {}", joined(&readings.iter().map(Given::shown).collect::<Vec<_>>(), " or "))]
    Ambiguous {
        /// The kind that belongs there.
        kind: &'static str,
        /// What was given.
        got: String,
        /// Everything that it can mean, in the form of requests.
        readings: Vec<Given>,
    },
    /// An amount in another currency than the request's.
    #[error("expected an amount in the currency of the request, got \"{got}\", which is in {currency}")]
    OtherCurrency {
        /// What was given.
        got: String,
        /// The currency that it names.
        currency: String,
    },
    /// A text with a character that does not print, or that turns the writing around.
    #[error("the character at place {at} does not print")]
    Unprintable {
        /// Its place, counted from 1.
        at: i64,
    },
}

impl Problem {
    /// The stable, language-free name of what is wrong.
    pub fn code(&self) -> &'static str {
        match self {
            Problem::Missing => "missing",
            Problem::UnknownField => "unknown_field",
            Problem::WrongType { .. } => "wrong_type",
            Problem::NotADecimal { .. } => "not_a_decimal",
            Problem::TooManyDecimals { .. } => "too_many_decimals",
            Problem::DecimalRange { .. }
            | Problem::CountRange { .. }
            | Problem::DateRange { .. }
            | Problem::DateOutside { .. }
            | Problem::TimeRange { .. }
            | Problem::TextRange
            | Problem::Unprintable { .. } => "out_of_range",
            Problem::NotADate { .. } | Problem::NotATime { .. } | Problem::NotATimeOfDay { .. } => "not_a_date",
            Problem::NotAVersion { .. } => "not_a_version",
            Problem::UnknownCalculator { .. } => "unknown_calculator",
            Problem::UnknownCurrency { .. } => "unknown_currency",
            Problem::UnknownCountry { .. } => "unknown_country",
            Problem::UnknownChoice { .. } => "unknown_choice",
            Problem::Repeated { .. } => "repeated",
            Problem::TooManyLines { .. } => "too_many_lines",
            Problem::NotApplicable { .. } => "not_applicable",
            Problem::Overflow => "overflow",
            Problem::BadTerms { .. } => "bad_terms",
            Problem::DuplicateColumn => "duplicate_column",
            Problem::NotUtf8 => "not_utf8",
            Problem::NotText { .. } => "not_text",
            Problem::LostCharacters => "lost_characters",
            Problem::UnevenRow { .. } => "uneven_row",
            Problem::UnclosedQuote => "unclosed_quote",
            Problem::Ambiguous { .. } => "ambiguous",
            Problem::OtherCurrency { .. } => "other_currency",
        }
    }

    /// What a sentence about it needs.
    pub fn values(&self) -> Vec<(&'static str, Detail<'_>)> {
        let mut values = Vec::with_capacity(4);
        let mut put = |name, detail| values.push((name, detail));
        if let Some(kind) = self.kind() {
            put("kind", Detail::Text(kind));
        }
        if let Some(got) = self.got() {
            put("got", Detail::Text(got));
        }
        match self {
            Problem::TooManyDecimals { max_decimals, readings, .. } => {
                put("max_decimals", Detail::Count((*max_decimals).into()));
                if !readings.is_empty() {
                    put("readings", Detail::Readings(readings));
                }
            }
            Problem::DecimalRange { min, open, max, .. } => {
                put(if *open { "above" } else { "min" }, Detail::Decimal(*min));
                put("max", Detail::Decimal(*max));
            }
            Problem::CountRange { min, max, .. } => {
                put("min", Detail::Count(*min));
                put("max", Detail::Count(*max));
            }
            Problem::TimeRange { above, .. } => put("above", Detail::Text(above)),
            Problem::DateRange { .. } => {
                put("min", Detail::Text(bounds::DATE.0));
                put("max", Detail::Text(bounds::DATE.1));
            }
            Problem::DateOutside { min, max, .. } => {
                put("min", Detail::Text(min));
                put("max", Detail::Text(max));
            }
            Problem::TextRange => put("max_length", Detail::Count(bounds::TEXT_LENGTH.try_into().unwrap_or(i64::MAX))),
            Problem::UnknownCalculator { choices, .. } | Problem::UnknownChoice { choices, .. } => {
                put("choices", Detail::Choices(choices));
            }
            Problem::TooManyLines { got, max } => {
                put("got", Detail::Count(*got));
                put("max", Detail::Count(*max));
            }
            Problem::UnevenRow { got, expected } => {
                put("got", Detail::Count(*got));
                put("expected", Detail::Count(*expected));
            }
            Problem::Ambiguous { readings, .. } => put("readings", Detail::Readings(readings)),
            Problem::OtherCurrency { currency, .. } => put("currency", Detail::Text(currency)),
            Problem::NotText { place: Some(Position { line, byte }), .. } => {
                put("line", Detail::Count(*line));
                put("byte", Detail::Count(*byte));
            }
            Problem::Unprintable { at } => put("at", Detail::Count(*at)),
            Problem::NotApplicable { reason } | Problem::BadTerms { reason } => put("reason", Detail::Text(reason)),
            _ => {}
        }
        values
    }

    /// The kind of value that belongs there, where a sentence differs by it.
    fn kind(&self) -> Option<&'static str> {
        match self {
            Problem::WrongType { kind, .. }
            | Problem::DecimalRange { kind, .. }
            | Problem::CountRange { kind, .. }
            | Problem::Ambiguous { kind, .. } => Some(kind),
            Problem::NotADate { .. } | Problem::DateRange { .. } | Problem::DateOutside { .. } => Some("date"),
            Problem::NotATime { .. } => Some("local_time"),
            Problem::NotATimeOfDay { .. } | Problem::TimeRange { .. } => Some("time"),
            Problem::TextRange | Problem::Unprintable { .. } => Some("text"),
            _ => None,
        }
    }

    /// What was given, as a text.
    fn got(&self) -> Option<&str> {
        match self {
            Problem::WrongType { got, .. }
            | Problem::NotADecimal { got }
            | Problem::TooManyDecimals { got, .. }
            | Problem::DecimalRange { got, .. }
            | Problem::CountRange { got, .. }
            | Problem::NotADate { got }
            | Problem::NotAVersion { got }
            | Problem::NotText { got, .. }
            | Problem::NotATime { got }
            | Problem::NotATimeOfDay { got }
            | Problem::TimeRange { got, .. }
            | Problem::DateRange { got }
            | Problem::DateOutside { got, .. }
            | Problem::UnknownCalculator { got, .. }
            | Problem::UnknownCurrency { got }
            | Problem::UnknownCountry { got }
            | Problem::UnknownChoice { got, .. }
            | Problem::Repeated { got }
            | Problem::Ambiguous { got, .. }
            | Problem::OtherCurrency { got, .. } => Some(got),
            _ => None,
        }
    }
}

/// What was given, short enough to be shown.
pub fn shown(text: &str) -> String {
    const LONGEST: usize = 60;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
