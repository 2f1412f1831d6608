//! The types that a field can be read as.

use super::{Cell, Choices, Field, Kind, Path, Reading, wrong_type};
use crate::request::bounds;
use crate::request::given::Given;
use crate::request::intake::{self, PERCENT, RATE};
use crate::request::problem::{Problem, shown};
use crate::terms::{Mark, Service};
use crate::values::country::Country;
use crate::values::dates::{Date, LocalTime, TimeOfDay};
use crate::values::money::Dollars;
use crate::values::money::{Currency, Money, Percent, Rate};
use crate::working::Entered;
use crate::working::answer::Value;
use crate::working::part::Plain;
use rust_decimal::Decimal;
use std::sync::Arc;

/// A type that a field can be read as.
pub trait Entry: Sized {
    /// The field as far as the type alone says.
    const FIELD: Field;
    /// Reads it; what is wrong is noted.
    fn read(cell: Cell<'_>, field: &Field, path: &Path<'_>, reading: &mut Reading<'_>) -> Option<Self>;
    /// What an absent one is, where it may be absent.
    const ABSENT: Option<Self> = None;
}

impl<T: Entry> Entry for Option<T> {
    const FIELD: Field = Field { required: false, ..T::FIELD };
    const ABSENT: Option<Self> = Some(None);

    fn read(cell: Cell<'_>, field: &Field, path: &Path<'_>, reading: &mut Reading<'_>) -> Option<Self> {
        T::read(cell, field, path, reading).map(Some)
    }
}

impl<T: Entry> Entry for Entered<T> {
    const FIELD: Field = T::FIELD;

    fn read(cell: Cell<'_>, field: &Field, path: &Path<'_>, reading: &mut Reading<'_>) -> Option<Self> {
        T::read(cell, field, path, reading).map(|value| Entered::new(value, path.place()))
    }
}

/// Entries that are parts of an expression by something else: their number, their key.
macro_rules! plain_by {
    ($($type:ty => $part:ty, $value:expr, $plain:expr;)*) => {
        $(impl Plain for $type {
            type V<'a> = $part;

            fn plain(&self) -> Self::V<'_> {
                let plain: fn(&$type) -> Self::V<'_> = $plain;
                plain(self)
            }
        }

        impl From<$type> for Value {
            fn from(value: $type) -> Value {
                let make: fn($type) -> Value = $value;
                make(value)
            }
        })*
    };
}

plain_by! {
    Count => i64, |count| count.0.into(), |count| count.0;
    Country => &'static str, |country| country.code().into(), |country| country.code();
    CurrencyCode => &'static str, |code| code.0.into(), |code| code.0;
    Key => &'a str, |key| key.0.into(), |key| &key.0;
    Text => &'a str, |text| text.0.into(), |text| &text.0;
    Service => &'a str, |service| service.key.into(), |service| &service.key;
}

/// Reads a value, or notes what is wrong with it.
pub(super) fn noted<T>(read: Result<T, Problem>, path: &Path<'_>, reading: &mut Reading<'_>) -> Option<T> {
    read.map_err(|problem| reading.fault(path, problem)).ok()
}

const DECIMAL: &str = "a decimal string such as \"1200.00\"";

fn read_decimal(cell: Cell<'_>, limits: &intake::DecimalBounds) -> Result<Decimal, Problem> {
    intake::read_decimal(cell.text(limits.kind, DECIMAL)?, limits)
}

impl Entry for Money {
    const FIELD: Field = Field::required(Kind::Money);

    fn read(cell: Cell<'_>, _: &Field, path: &Path<'_>, reading: &mut Reading<'_>) -> Option<Money> {
        let amount = read_decimal(cell, &intake::money_bounds(reading.digits));
        let amount = noted(amount, path, reading)?;
        Money::entered(amount, reading.digits.unwrap_or(bounds::MONEY_DECIMALS))
    }
}

impl Entry for Dollars {
    const FIELD: Field = Field::required(Kind::Dollars);

    fn read(cell: Cell<'_>, _: &Field, path: &Path<'_>, reading: &mut Reading<'_>) -> Option<Dollars> {
        let limits = intake::money_bounds(Some(bounds::DOLLAR_DECIMALS));
        noted(read_decimal(cell, &limits), path, reading).map(Dollars)
    }
}

impl Entry for Percent {
    const FIELD: Field = Field::required(Kind::Percent);

    fn read(cell: Cell<'_>, _: &Field, path: &Path<'_>, reading: &mut Reading<'_>) -> Option<Percent> {
        noted(read_decimal(cell, &PERCENT), path, reading).map(Percent)
    }
}

impl Entry for Rate {
    const FIELD: Field = Field::required(Kind::Rate(bounds::RATE_MAX));

    fn read(cell: Cell<'_>, field: &Field, path: &Path<'_>, reading: &mut Reading<'_>) -> Option<Rate> {
        let max = if let Kind::Rate(max) = field.kind { max } else { bounds::RATE_MAX };
        noted(read_decimal(cell, &RATE.up_to(max)), path, reading).map(Rate)
    }
}

impl Entry for Date {
    const FIELD: Field = Field::required(Kind::Date);

    fn read(cell: Cell<'_>, _: &Field, path: &Path<'_>, reading: &mut Reading<'_>) -> Option<Date> {
        let text = cell.text("date", "a date such as \"2026-11-21\"");
        noted(text.and_then(intake::read_date), path, reading)
    }
}

impl Entry for LocalTime {
    const FIELD: Field = Field::required(Kind::LocalTime);

    fn read(cell: Cell<'_>, _: &Field, path: &Path<'_>, reading: &mut Reading<'_>) -> Option<LocalTime> {
        let text = cell.text("local_time", "a local time such as \"2026-11-21T16:30\"");
        noted(text.and_then(intake::read_local_time), path, reading)
    }
}

impl Entry for TimeOfDay {
    const FIELD: Field = Field::required(Kind::Time);

    fn read(cell: Cell<'_>, _: &Field, path: &Path<'_>, reading: &mut Reading<'_>) -> Option<TimeOfDay> {
        let text = cell.text("time", "a time of day such as \"16:30\"");
        noted(text.and_then(intake::read_time), path, reading)
    }
}

impl Entry for bool {
    const FIELD: Field = Field::required(Kind::Flag);

    fn read(cell: Cell<'_>, _: &Field, path: &Path<'_>, reading: &mut Reading<'_>) -> Option<bool> {
        let flag = match cell {
            Cell::Given(Given::Flag(flag)) => Ok(*flag),
            Cell::Given(other) => Err(wrong_type(other, "flag", "true or false")),
            Cell::Text("true") => Ok(true),
            Cell::Text("false") => Ok(false),
            Cell::Text(text) => Err(Problem::WrongType { kind: "flag", expected: "true or false", got: shown(text) }),
        };
        noted(flag, path, reading)
    }
}

/// A whole number of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count(pub i64);

impl Entry for Count {
    const FIELD: Field = Field::required(Kind::Count(bounds::COUNT));

    fn read(cell: Cell<'_>, field: &Field, path: &Path<'_>, reading: &mut Reading<'_>) -> Option<Count> {
        let Kind::Count(within) = field.kind else { return None };
        noted(read_count(cell, within), path, reading).map(Count)
    }
}

/// Reads a whole number within bounds. In a table it is written in digits; `5.0` is 5 there too, while `5.000` may be
/// five thousand.
///
/// # Errors
/// `wrong_type` or `ambiguous`, then `out_of_range`.
pub fn read_count(cell: Cell<'_>, (min, max): (i64, i64)) -> Result<i64, Problem> {
    const WHOLE: &str = "a whole number such as 5";
    let count = match cell {
        Cell::Given(given) => given.whole().ok_or_else(|| wrong_type(given, "count", WHOLE))?,
        Cell::Text(text) => {
            let is_zeros = |places: &str| !places.is_empty() && places.bytes().all(|byte| byte == b'0');
            let digits = match text.split_once('.') {
                Some((whole, places)) if is_zeros(places) => whole,
                _ => text,
            };
            let is_written = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
            if !is_written {
                return Err(Problem::WrongType { kind: "count", expected: WHOLE, got: shown(text) });
            }
            let count: i64 = digits.parse().unwrap_or(i64::MAX);
            let thousands = count.saturating_mul(1_000);
            let is_grouped = text.ends_with(".000") && digits.len() <= 3 && !digits.starts_with('0');
            if is_grouped && count >= min && thousands <= max {
                let readings = vec![Given::Whole(count), Given::Whole(thousands)];
                return Err(Problem::Ambiguous { kind: "count", got: shown(text), readings });
            }
            count
        }
    };
    if (min..=max).contains(&count) {
        return Ok(count);
    }
    let got = match cell {
        Cell::Given(_) => count.to_string(),
        Cell::Text(text) => shown(text),
    };
    Err(Problem::CountRange { kind: "count", got, min, max })
}

/// A few words of the visitor's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text(pub Arc<str>);

impl Entry for Text {
    const FIELD: Field = Field::required(Kind::Text);

    fn read(cell: Cell<'_>, _: &Field, path: &Path<'_>, reading: &mut Reading<'_>) -> Option<Text> {
        let text = cell.text("text", "a text").and_then(|text| {
            if intake::is_plain_text(text) { Ok(Text(Arc::from(text))) } else { Err(Problem::TextRange) }
        });
        noted(text, path, reading)
    }
}

/// A currency that some rate is in: its ISO 4217 code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CurrencyCode(pub &'static str);

impl Entry for CurrencyCode {
    const FIELD: Field = Field::required(Kind::Currency);

    fn read(cell: Cell<'_>, _: &Field, path: &Path<'_>, reading: &mut Reading<'_>) -> Option<CurrencyCode> {
        let code = cell.text("text", "an ISO 4217 code such as \"TWD\"").and_then(|code| {
            let known = Currency::of_code(code).map(|currency| CurrencyCode(currency.code()));
            known.ok_or_else(|| Problem::UnknownCurrency { got: shown(code) })
        });
        noted(code, path, reading)
    }
}

/// A key that the pack offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key(pub Arc<str>);

/// Reads one of the keys that a field has to choose from.
pub fn read_choice(cell: Cell<'_>, field: &Field, path: &Path<'_>, reading: &mut Reading<'_>) -> Option<Arc<str>> {
    let Kind::Choice(choices) = field.kind else { return None };
    if let Choices::Fixed(keys) = choices {
        return keys.get(read_fixed(cell, field, path, reading)?).map(|key| Arc::from(*key));
    }
    let text = noted(choice_text(cell), path, reading)?;
    // Terms that could not be loaded are refused already; their keys cannot be known.
    let keys = reading.choices(choices)?;
    let found = keys.iter().find(|key| &***key == text).cloned();
    let choices = || keys.iter().map(|key| key.to_string()).collect();
    found.or_else(|| unknown_choice(text, choices(), path, reading))
}

/// Reads one of the keys that the calculator itself knows: which of them it is.
pub fn read_fixed(cell: Cell<'_>, field: &Field, path: &Path<'_>, reading: &mut Reading<'_>) -> Option<usize> {
    let Kind::Choice(Choices::Fixed(keys)) = field.kind else { return None };
    let text = noted(choice_text(cell), path, reading)?;
    let found = keys.iter().position(|key| *key == text);
    let choices = || keys.iter().map(|key| (*key).to_owned()).collect();
    found.or_else(|| unknown_choice(text, choices(), path, reading))
}

fn choice_text(cell: Cell<'_>) -> Result<&str, Problem> {
    cell.text("choice", "one of the keys to choose from")
}

fn unknown_choice<T>(text: &str, choices: Vec<String>, path: &Path<'_>, reading: &mut Reading<'_>) -> Option<T> {
    reading.fault(path, Problem::UnknownChoice { got: shown(text), choices });
    None
}

/// A choice of keys that the calculator itself knows.
pub trait Chosen: Copy + AsRef<str> + 'static {
    /// The keys of all of them.
    const KEYS: &'static [&'static str];
    /// All of them.
    const ALL: &'static [Self];

    /// It as a part of a formula that writes its key down: nobody entered it.
    fn written(self) -> Entered<Self>;

    /// The one of a key.
    fn of_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|known| known.as_ref() == key)
    }
}

impl Chosen for Mark {
    const KEYS: &'static [&'static str] = &["included", "orderable", "orderable_up_to_a_limit"];
    const ALL: &'static [Mark] = &[Mark::Included, Mark::Orderable, Mark::OrderableUpToALimit];

    fn written(self) -> Entered<Mark> {
        Entered::written(self, self.name())
    }
}

/// A choice whose keys the calculator itself knows: makes the enum and its reading.
macro_rules! choice {
    ($(#[$doc:meta])* $vis:vis enum $name:ident { $($(#[$key_doc:meta])* $variant:ident = $key:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        $vis enum $name { $($(#[$key_doc])* $variant,)* }

        impl $crate::form::Entry for $name {
            const FIELD: $crate::form::Field = $crate::form::Field::required(
                $crate::form::Kind::Choice($crate::form::Choices::Fixed($name::KEYS)),
            );

            fn read(
                cell: $crate::form::Cell<'_>,
                field: &$crate::form::Field,
                path: &$crate::form::Path<'_>,
                reading: &mut $crate::form::Reading<'_>,
            ) -> Option<$name> {
                [$($name::$variant),*].get($crate::form::read_fixed(cell, field, path, reading)?).copied()
            }
        }

        impl $crate::terms::Cell for $name {
            fn cell(given: &$crate::request::given::Given) -> Option<$name> {
                let text = given.text()?;
                [$($name::$variant),*].into_iter().find(|known| known.key() == text)
            }
        }

        impl From<$name> for $crate::working::answer::Value {
            fn from(chosen: $name) -> $crate::working::answer::Value {
                $crate::working::answer::Value::Key(chosen.key())
            }
        }

        impl std::default::Default for $name {
            fn default() -> $name {
                let [first, ..] = [$($name::$variant),*];
                first
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.key()
            }
        }

        impl $crate::form::Chosen for $name {
            const KEYS: &'static [&'static str] = $name::KEYS;
            const ALL: &'static [$name] = &[$($name::$variant),*];

            fn written(self) -> $crate::working::Entered<$name> {
                $crate::working::Entered::written(self, self.key())
            }
        }

        $crate::working::part::plain!($name);
        $crate::working::settled::is_itself!($name);

        impl $name {
            /// The keys of all of them.
            $vis const KEYS: &'static [&'static str] = &[$($key),*];

            /// Its key.
            $vis fn key(&self) -> &'static str {
                match self { $($name::$variant => $key,)* }
            }
        }
    };
}
pub(crate) use choice;

impl Entry for Country {
    const FIELD: Field = Field::required(Kind::Country);

    fn read(cell: Cell<'_>, field: &Field, path: &Path<'_>, reading: &mut Reading<'_>) -> Option<Country> {
        let text = cell.text("country", "a code of ISO 3166-1 such as \"TW\"");
        let known = |text| Country::of_code(text).ok_or_else(|| Problem::UnknownCountry { got: shown(text) });
        // What depends on the country looks for it there, a line for the one of the whole too.
        let country = noted(text.and_then(known), path, reading);
        if field.name == "country" {
            reading.country = country;
        }
        country
    }
}

impl Entry for Key {
    // Which keys, the calculator says at the field.
    const FIELD: Field = Field::required(Kind::Choice(Choices::Fixed(&[])));

    fn read(cell: Cell<'_>, field: &Field, path: &Path<'_>, reading: &mut Reading<'_>) -> Option<Key> {
        read_choice(cell, field, path, reading).map(Key)
    }
}

impl Entry for Service {
    const FIELD: Field = Field::required(Kind::Choice(Choices::Services));

    fn read(cell: Cell<'_>, field: &Field, path: &Path<'_>, reading: &mut Reading<'_>) -> Option<Service> {
        let key = read_choice(cell, field, path, reading)?;
        reading.pack?.service(&key).cloned()
    }
}
