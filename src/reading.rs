//! What people write, made into what the contract writes: one possible value is read, of two both are shown, and
//! where there is none it is said what belongs there.

pub(crate) mod table;

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

/// Reads a text as one value, in the form of the contract. A stand-in, to try tables with.
///
/// # Errors
/// What belongs there.
pub(crate) fn value(text: &str, wanted: &Wanted) -> Result<Given, Problem> {
    let text = text.trim();
    let got = || text.to_owned();
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = |text: &str| -> Option<String> {
        let text = text.replace("NT$", "").replace("NTD", "").replace('元', "");
        let text = text.trim();
        let (whole, places) = text.split_once('.').unwrap_or((text, "0"));
        let (whole, places) = match whole.split_once(',') {
            Some((first, "5")) => (first, "5"),
            _ => (whole, places),
        };
        let mut groups = whole.split(',');
        let first = groups.next()?;
        let is_grouped = groups.all(|group| group.len() == 3 && digits(group));
        let is_number = digits(first) && digits(places) && is_grouped && (first.len() <= 3 || !whole.contains(','));
        let places = places.trim_end_matches('0');
        let point = if places.is_empty() { "" } else { "." };
        is_number.then(|| format!("{}{point}{places}", whole.replace(',', "")))
    };
    match wanted.wants {
        Wants::Text | Wants::Currency => Ok(Given::Text(got())),
        Wants::Money | Wants::Percent | Wants::Rate => {
            number(text).map(Given::Text).ok_or_else(|| Problem::NotADecimal { got: got() })
        }
        Wants::Count => {
            let count = number(text).and_then(|text| text.parse().ok());
            count.map(Given::Whole).ok_or_else(|| Problem::NotADecimal { got: got() })
        }
        Wants::Date | Wants::LocalTime | Wants::Time => {
            let text = text.replace('/', "-");
            crate::intake::read_date(&text).map(|_| Given::Text(text))
        }
        Wants::Flag => match plain(text).as_str() {
            "true" | "yes" | "是" => Ok(Given::Flag(true)),
            "false" | "no" | "否" => Ok(Given::Flag(false)),
            _ => Err(Problem::UnknownChoice { got: got(), choices: Vec::new() }),
        },
        Wants::Choice | Wants::Country => {
            let found = wanted.choices.iter().find(|named| named.names.contains(&plain(text)));
            let choices = Vec::new();
            found
                .map(|named| Given::Text(named.key.clone()))
                .ok_or_else(|| Problem::UnknownChoice { got: got(), choices })
        }
    }
}

/// Two spellings of one name: case, blanks and marks do not matter.
pub(crate) fn plain(text: &str) -> String {
    let is_mark = |c: char| c.is_whitespace() || "_-*:：・·.()（）[]【】/".contains(c);
    text.to_lowercase().chars().filter(|c| !is_mark(*c)).collect()
}
