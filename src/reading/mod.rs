//! What people write, made into what the contract writes: one possible value is read, of two both are shown, and
//! where there is none it is said what belongs there.

mod amount;
mod clean;
mod clock;
mod currency;
mod day;
mod names;
mod number;
mod numerals;
mod options;
mod plain;
pub(crate) mod priced;
pub(crate) mod table;
mod unit;
mod word;

pub(crate) use clean::plain;

use crate::calculators::{ONLY, READS};
use crate::request::given::Given;
use crate::request::intake;
use crate::request::problem::{Problem, shown};
use crate::request::refusal::{Fault, Refusal};
use crate::values::unit::Unit;
use std::borrow::Cow;

/// What a text is to be read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wants {
    /// An amount.
    Money,
    /// A percentage.
    Percent,
    /// An exchange rate.
    Rate,
    /// A day.
    Date,
    /// A day and a time.
    LocalTime,
    /// A time of day.
    Time,
    /// Yes or no.
    Flag,
    /// A whole number of something.
    Count,
    /// A few words.
    Text,
    /// A currency.
    Currency,
    /// One of several keys.
    Choice,
    /// A country or territory.
    Country,
}

/// One of several keys, and what people call it.
#[derive(Debug, Clone)]
pub(crate) struct Named {
    /// As the contract has it.
    pub key: String,
    /// The key and everything else that it goes by, as [`plain()`] writes it.
    pub names: Vec<String>,
}

/// What reading needs to know beside the text.
#[derive(Debug, Clone)]
pub(crate) struct Wanted {
    /// What it is read as.
    pub wants: Wants,
    /// The currency of an amount, where that is known.
    pub currency: Option<&'static str>,
    /// Decimals of an amount, where they are known.
    pub digits: Option<u32>,
    /// The fewest and the most of a count.
    pub within: (i64, i64),
    /// What a count or a number is of, where that is known.
    pub unit: Option<Unit>,
    /// What there is to choose from.
    pub choices: Vec<Named>,
}

/// Longer than anything that is one value; a text in a cell is at most as long too.
const LONGEST: usize = 1_000;

/// Reads a text as one value, in the form of the contract.
///
/// # Errors
/// `missing` where nothing is to be seen, `ambiguous` where it can be several; else what belongs there.
pub(crate) fn value(text: &str, wanted: &Wanted) -> Result<Given, Problem> {
    if word::is_blank(text) {
        return Err(Problem::Missing);
    }
    let is_text = wanted.wants == Wants::Text;
    let most = if is_text { LONGEST * 4 } else { LONGEST };
    if text.len() > most {
        return Err(Problem::TextRange);
    }
    // What is only echoed stays as it was written.
    let clean = if is_text { Cow::Borrowed(text) } else { clean::clean(text) };
    let mut readings = match readings(&clean, wanted) {
        Err(problem) => several(&clean, wanted).ok_or(problem)?,
        Ok(readings) => readings,
    };
    if readings.len() > 1 {
        return Err(Problem::Ambiguous { kind: wanted.wants.name(), got: shown(text), readings });
    }
    readings.pop().ok_or_else(|| no_number(text, wanted.wants))
}

/// Several values in one text, each on a line of its own or at either end of a span: which of them is meant, nobody knows.
fn several(text: &str, wanted: &Wanted) -> Option<Vec<Given>> {
    if wanted.wants == Wants::Text {
        return None;
    }
    let is_span = matches!(wanted.wants, Wants::Date | Wants::LocalTime);
    let mut parts: Vec<&str> = text.split('\n').collect();
    if let ([only], true) = (parts.as_slice(), is_span) {
        parts = ["~", "至", " to ", " - "].iter().find_map(|mark| only.split_once(mark)).map(|(a, b)| vec![a, b])?;
    }
    if parts.len() < 2 {
        return None;
    }
    let mut all = Vec::new();
    for part in parts {
        for reading in readings(part.trim(), wanted).ok()? {
            if !all.contains(&reading) {
                all.push(reading);
            }
        }
    }
    (!all.is_empty()).then_some(all)
}

/// Everything that a text can mean.
fn readings(text: &str, wanted: &Wanted) -> Result<Vec<Given>, Problem> {
    let texts = |read: Result<Vec<String>, Problem>| read.map(|all| all.into_iter().map(Given::Text).collect());
    if wanted.wants.is_number() && text.contains('\n') {
        return Err(no_number(text, wanted.wants));
    }
    match wanted.wants {
        Wants::Money => texts(amount::money(text, wanted)),
        Wants::Percent => texts(amount::percent(text)),
        Wants::Rate => texts(amount::rate(text, wanted)),
        Wants::Count => amount::count(text, wanted),
        Wants::Date => texts(date(text)),
        Wants::LocalTime => texts(local_time(text)),
        Wants::Time => texts(time(text)),
        Wants::Flag => word::flag(text),
        Wants::Choice | Wants::Country => texts(word::choice(text, &wanted.choices, wanted.wants)),
        Wants::Currency => texts(amount::currency_code(text)),
        Wants::Text => word::text(text).map(|text| vec![Given::Text(text)]),
    }
}

fn date(text: &str) -> Result<Vec<String>, Problem> {
    if intake::read_date(text).is_ok() {
        return Ok(vec![text.to_owned()]);
    }
    let meant = day::meant(text);
    match meant.days.is_empty() {
        false => Ok(meant.days),
        true if meant.is_beyond => Err(Problem::DateRange { got: shown(text) }),
        true => Err(Problem::NotADate { got: shown(text) }),
    }
}

fn local_time(text: &str) -> Result<Vec<String>, Problem> {
    if intake::read_local_time(text).is_ok() {
        return Ok(vec![text.to_owned()]);
    }
    let meant = day::meant(text);
    let time = meant.clock.and_then(clock::Clock::written).ok_or_else(|| Problem::NotATime { got: shown(text) })?;
    match meant.days.is_empty() {
        false => Ok(meant.days.iter().map(|day| format!("{day}T{time}")).collect()),
        true if meant.is_beyond => Err(Problem::DateRange { got: shown(text) }),
        true => Err(Problem::NotATime { got: shown(text) }),
    }
}

fn time(text: &str) -> Result<Vec<String>, Problem> {
    let fraction = text.strip_prefix("0.").filter(|places| places.bytes().all(|byte| byte.is_ascii_digit()));
    let clock = fraction.map_or_else(|| clock::read(text), clock::of_fraction);
    let time = clock.and_then(clock::Clock::written).ok_or_else(|| Problem::NotATimeOfDay { got: shown(text) })?;
    Ok(vec![time])
}

/// What is said of a text that is no number. Where something else is wanted, whoever looked for it says what belongs there.
fn no_number(text: &str, wants: Wants) -> Problem {
    let got = shown(text);
    match wants {
        Wants::Count => Problem::WrongType { kind: "count", expected: "a whole number such as 5", got },
        _ => Problem::NotADecimal { got },
    }
}

impl Wants {
    /// Every kind, by the name that descriptions have for it.
    pub(crate) const NAMED: [(&'static str, Wants); 12] = [
        ("money", Wants::Money),
        ("percent", Wants::Percent),
        ("rate", Wants::Rate),
        ("date", Wants::Date),
        ("local_time", Wants::LocalTime),
        ("time", Wants::Time),
        ("flag", Wants::Flag),
        ("count", Wants::Count),
        ("text", Wants::Text),
        ("currency", Wants::Currency),
        ("choice", Wants::Choice),
        ("country", Wants::Country),
    ];

    pub(crate) fn name(self) -> &'static str {
        Wants::NAMED.iter().find(|(_, wants)| *wants == self).map_or("", |(name, _)| *name)
    }
}

/// Reads a text of a visitor's as a value of a kind: `kind` is a field's, `options` may say the currency, its decimals
/// (`minor_units`), what there is to choose from (`choices`: the keys, or for each key the words for it), the fewest and
/// the most of a count (`min`, `max`), and what is counted (`unit`, as the field's description has it).
///
/// ```
/// # use clausewise::Given;
/// let options = serde_json::from_str(r#"{ "currency": "TWD" }"#)?;
/// assert_eq!(clausewise::read("money", "NT$ 3.6萬", &options), Ok(Given::Text("36000".into())));
/// let refused = clausewise::read("rate", "1,085", &options).unwrap_err();
/// assert_eq!(refused.errors[0].problem.code(), "ambiguous");
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// # Errors
/// A [`Refusal`]: where a text can mean several values, `ambiguous` with all of them.
pub fn read(kind: &str, text: &str, options: &Given) -> Result<Given, Refusal> {
    let wanted = options::wanted(kind, options)?;
    // Most pages are filled in with plain digits and picked days: they never download what reads anything else.
    let plain = if ONLY.is_some() { plain::value(text, &wanted) } else { None };
    let read = match plain {
        Some(value) => Ok(value),
        None if READS => value(text, &wanted),
        None => Err(Problem::NotApplicable { reason: "this build reads what is written plainly".to_owned() }),
    };
    read.map_err(|problem| Refusal { errors: vec![Fault::at("", problem)] })
}
