//! Values of an answer.

use crate::values::dates::{Date, LocalTime, Month, TimeOfDay};
use crate::values::members::Name;
use crate::values::money::{Dollars, Money, Percent, Rate};
use crate::values::written::{count, decimal};
use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

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
    Dollars => |dollars| Figure::Decimal(dollars.0),
    Decimal => Figure::Decimal,
    Date => Figure::Date,
    Month => |month| Figure::Month(month.0),
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
            Figure::Date(value) => to.serialize_str(value.written().as_str()),
            Figure::Month(value) => to.serialize_str(Month(*value).written().as_str()),
            Figure::Count(value) => to.serialize_i64(*value),
            Figure::Flag(value) => to.serialize_bool(*value),
            Figure::LocalTime(value) => to.serialize_str(value.written().as_str()),
            Figure::Time(value) => to.serialize_str(value.written().as_str()),
            Figure::Key(key) => Name(key).serialize(to),
        }
    }
}

impl Figure {
    /// Writes it as the cell of a table: the same words as in JSON, without quotation marks.
    pub fn write_cell(self, out: &mut Vec<u8>) {
        match self {
            Figure::Decimal(value) => out.extend_from_slice(decimal(value).as_str().as_bytes()),
            Figure::Date(value) => out.extend_from_slice(value.written().as_str().as_bytes()),
            Figure::Month(value) => out.extend_from_slice(Month(value).written().as_str().as_bytes()),
            Figure::Count(value) => out.extend_from_slice(count(value).as_str().as_bytes()),
            Figure::Flag(value) => out.extend_from_slice(if value { b"true" } else { b"false" }),
            Figure::LocalTime(value) => out.extend_from_slice(value.written().as_str().as_bytes()),
            Figure::Time(value) => out.extend_from_slice(value.written().as_str().as_bytes()),
            Figure::Key(key) => out.extend_from_slice(key.as_bytes()),
        }
    }
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
}
