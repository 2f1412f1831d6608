//! Values of an answer, and how they are written: without going through the formatting machinery,
//! since a portfolio writes millions of them.

use crate::dates::{Date, HOUR, LocalTime, TimeOfDay};
use crate::money::{Money, Percent, Rate};
use rust_decimal::Decimal;
use serde::{Serialize, Serializer};
use std::fmt;

/// A value that was entered or worked out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Figure {
    /// An amount, percentage, rate or ratio: written as a decimal string.
    Decimal(Decimal),
    /// A day.
    Date(Date),
    /// The calendar month of a day.
    Month(Date),
    /// A whole number.
    Count(i64),
    /// Yes or no.
    Flag(bool),
    /// A day and a time.
    LocalTime(LocalTime),
    /// A time of day.
    Time(TimeOfDay),
    /// A key that the calculator knows.
    Key(&'static str),
}

/// Figures with the names that formulas give them.
pub type Named = (&'static str, Figure);

macro_rules! figure_from {
    ($($type:ty => $make:expr),* $(,)?) => {
        $(impl From<$type> for Figure {
            fn from(value: $type) -> Figure {
                let make: fn($type) -> Figure = $make;
                make(value)
            }
        })*
    };
}

figure_from! {
    Money => |money| Figure::Decimal(money.decimal()),
    Percent => |percent| Figure::Decimal(percent.0),
    Rate => |rate| Figure::Decimal(rate.0),
    Decimal => Figure::Decimal,
    Date => Figure::Date,
    i64 => Figure::Count,
    bool => Figure::Flag,
    LocalTime => Figure::LocalTime,
    TimeOfDay => Figure::Time,
    &'static str => Figure::Key,
}

impl Serialize for Figure {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Figure::Decimal(value) => to.serialize_str(decimal(*value).as_str()),
            Figure::Date(value) => to.serialize_str(date(*value).as_str()),
            Figure::Month(value) => to.serialize_str(month(*value).as_str()),
            Figure::Count(value) => to.serialize_i64(*value),
            Figure::Flag(value) => to.serialize_bool(*value),
            Figure::LocalTime(value) => to.serialize_str(local_time(*value).as_str()),
            Figure::Time(value) => to.serialize_str(time(*value).as_str()),
            Figure::Key(key) => to.serialize_str(key),
        }
    }
}

impl Figure {
    /// Writes it as the cell of a table: the same words as in JSON, without quotation marks.
    pub fn write_cell(self, out: &mut Vec<u8>) {
        match self {
            Figure::Decimal(value) => out.extend_from_slice(decimal(value).as_str().as_bytes()),
            Figure::Date(value) => out.extend_from_slice(date(value).as_str().as_bytes()),
            Figure::Month(value) => out.extend_from_slice(month(value).as_str().as_bytes()),
            Figure::Count(value) => out.extend_from_slice(count(value).as_str().as_bytes()),
            Figure::Flag(value) => out.extend_from_slice(if value { b"true" } else { b"false" }),
            Figure::LocalTime(value) => out.extend_from_slice(local_time(value).as_str().as_bytes()),
            Figure::Time(value) => out.extend_from_slice(time(value).as_str().as_bytes()),
            Figure::Key(key) => out.extend_from_slice(key.as_bytes()),
        }
    }
}

/// A few characters on their way out.
pub struct Written {
    bytes: [u8; LONGEST],
    start: usize,
}

/// A sign, 29 digits and a point, and some to spare.
const LONGEST: usize = 48;

impl Written {
    fn new() -> Written {
        Written { bytes: [0; LONGEST], start: LONGEST }
    }

    /// Written from the end to the beginning.
    fn put(&mut self, byte: u8) {
        if let Some(start) = self.start.checked_sub(1)
            && let Some(place) = self.bytes.get_mut(start)
        {
            *place = byte;
            self.start = start;
        }
    }

    fn put_digit(&mut self, digit: u64) {
        self.put(b'0' | u8::try_from(digit % 10).unwrap_or_default());
    }

    /// A number in so many digits.
    fn put_number(&mut self, number: i64, digits: u32) {
        let mut rest = number.unsigned_abs();
        for _ in 0..digits {
            self.put_digit(rest);
            rest /= 10;
        }
    }

    fn put_date(&mut self, date: Date) {
        let (_, _, day) = date.parts();
        self.put_number(day.into(), 2);
        self.put(b'-');
        self.put_month(date);
    }

    fn put_month(&mut self, date: Date) {
        let (year, month, _) = date.parts();
        self.put_number(month.into(), 2);
        self.put(b'-');
        self.put_number(year.into(), 4);
    }

    fn put_time(&mut self, time: TimeOfDay) {
        self.put_number(time.minutes() % HOUR, 2);
        self.put(b':');
        self.put_number(time.minutes() / HOUR, 2);
    }

    /// The characters.
    pub fn as_str(&self) -> &str {
        self.bytes.get(self.start..).and_then(|bytes| str::from_utf8(bytes).ok()).unwrap_or_default()
    }
}

/// A decimal with all its places, a digit before the point, and a sign where it is below zero.
pub fn decimal(decimal: Decimal) -> Written {
    let mut written = Written::new();
    let mut rest = decimal.mantissa().unsigned_abs();
    let places = decimal.scale();
    let mut count = 0;
    while rest > 0 || count <= places {
        if count == places && places > 0 {
            written.put(b'.');
        }
        // Most amounts fit half the width, in which dividing is far quicker.
        let digit = match u64::try_from(rest) {
            Ok(narrow) => {
                rest = u128::from(narrow / 10);
                narrow % 10
            }
            Err(_) => {
                let digit = u64::try_from(rest % 10).unwrap_or_default();
                rest /= 10;
                digit
            }
        };
        written.put_digit(digit);
        count += 1;
    }
    if decimal.mantissa() < 0 {
        written.put(b'-');
    }
    written
}

/// A day as `2026-11-21`.
pub fn date(date: Date) -> Written {
    let mut written = Written::new();
    written.put_date(date);
    written
}

/// A day's month as `2026-11`.
pub fn month(date: Date) -> Written {
    let mut written = Written::new();
    written.put_month(date);
    written
}

/// A day and a time as `2026-11-21T16:30`.
pub fn local_time(time: LocalTime) -> Written {
    let mut written = Written::new();
    written.put_time(time.time);
    written.put(b'T');
    written.put_date(time.date);
    written
}

/// A time of day as `16:30`.
pub fn time(time: TimeOfDay) -> Written {
    let mut written = Written::new();
    written.put_time(time);
    written
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(date(*self).as_str())
    }
}

/// A whole number.
pub fn count(count: i64) -> Written {
    let mut written = Written::new();
    let mut rest = count.unsigned_abs();
    loop {
        written.put_digit(rest);
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    if count < 0 {
        written.put(b'-');
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_holds_what_json_has() {
        let figures = [
            Figure::Decimal(Decimal::new(12050, 2)),
            Figure::Count(-3),
            Figure::Flag(true),
            Figure::Flag(false),
            Figure::Key("renewal"),
        ];
        let day = Date::parse("2026-11-21").map(Figure::Date);
        let local_time = LocalTime::parse("2026-11-21T16:30").map(Figure::LocalTime);
        let time = TimeOfDay::parse("09:05").map(Figure::Time);
        let mut cells = Vec::new();
        for figure in figures.into_iter().chain(day).chain(local_time).chain(time) {
            let mut cell = Vec::new();
            figure.write_cell(&mut cell);
            let cell = String::from_utf8(cell).unwrap_or_default();
            assert_eq!(serde_json::to_string(&figure).unwrap_or_default().trim_matches('"'), cell);
            cells.push(cell);
        }
        assert_eq!(cells, ["120.50", "-3", "true", "false", "renewal", "2026-11-21", "2026-11-21T16:30", "09:05"]);
    }

    #[test]
    fn decimals_are_written_as_the_library_writes_them() {
        for text in [
            "0",
            "0.00",
            "0.5",
            "-0.05",
            "12.30",
            "-5.00",
            "999999999999.9999",
            "79228162514264337593543950335",
            "-0.0000000000000000000000000001",
        ] {
            let value: Decimal = text.parse().unwrap_or_default();
            assert_eq!(decimal(value).as_str(), text);
            assert_eq!(decimal(value).as_str(), value.to_string());
        }
    }

    #[test]
    fn whole_numbers_and_days_too() {
        for number in [0, 7, -7, 1_000_000, i64::MAX, i64::MIN] {
            assert_eq!(count(number).as_str(), number.to_string());
        }
        for text in ["1989-12-18", "2101-12-30", "2026-01-09"] {
            assert_eq!(Date::parse(text).map(|day| date(day).as_str().to_owned()).as_deref(), Some(text));
        }
        let month = Date::parse("2026-01-09").map(|day| month(day).as_str().to_owned());
        assert_eq!(month.as_deref(), Some("2026-01"));
        let time = LocalTime::parse("2026-01-09T09:05").map(|time| local_time(time).as_str().to_owned());
        assert_eq!(time.as_deref(), Some("2026-01-09T09:05"));
    }
}
