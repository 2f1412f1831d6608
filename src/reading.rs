//! What people write, made into what the contract writes: one possible value is read, of two both are shown, and
//! where there is none it is said what belongs there.

use crate::given::Given;
use crate::refusal::Problem;

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
    /// The key and everything else that it goes by, as [`plain`] writes it.
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
    /// What there is to choose from.
    pub choices: Vec<Named>,
}

/// Reads a text as one value, in the form of the contract.
///
/// # Errors
/// `ambiguous` where it can be several; else what belongs there.
pub(crate) fn value(text: &str, _wanted: &Wanted) -> Result<Given, Problem> {
    Ok(Given::Text(text.trim().to_owned()))
}

/// Two spellings of one name: case, blanks and marks do not matter.
pub(crate) fn plain(text: &str) -> String {
    text.to_lowercase().chars().filter(|c| !c.is_whitespace()).collect()
}
