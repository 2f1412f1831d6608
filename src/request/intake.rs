//! Reads single values: form first, then decimals, then range, so that each has one fault at most.

use crate::request::bounds;
use crate::request::problem::{Problem, shown};
use crate::values::dates::{Date, LocalTime, TimeOfDay};
use crate::values::money::decimal;
use crate::values::text::{joined, turns};
use rust_decimal::Decimal;

/// The bounds of one kind of decimal.
pub struct DecimalBounds {
    /// Its name in messages.
    pub kind: &'static str,
    /// The most decimals.
    pub decimals: u32,
    /// Whether zero itself is refused.
    pub above_zero: bool,
    /// The most.
    pub max: Decimal,
}

impl DecimalBounds {
    /// The same with another most.
    pub const fn up_to(self, max: Decimal) -> DecimalBounds {
        DecimalBounds { max, ..self }
    }
}

/// Percentages.
pub const PERCENT: DecimalBounds =
    DecimalBounds { kind: "percent", decimals: bounds::PERCENT_DECIMALS, above_zero: false, max: bounds::PERCENT_MAX };

/// Rates.
pub const RATE: DecimalBounds =
    DecimalBounds { kind: "rate", decimals: bounds::RATE_DECIMALS, above_zero: true, max: bounds::RATE_MAX };

/// Rates of every field, whichever it is.
pub const ANY_RATE: DecimalBounds = RATE.up_to(bounds::CREDIT_RATE_MAX);

/// Amounts in a currency of so many decimals. Where the currency itself is at fault, any currency's
/// decimals will do: that fault is reported already.
pub fn money_bounds(digits: Option<u32>) -> DecimalBounds {
    DecimalBounds {
        kind: "money",
        decimals: digits.unwrap_or(bounds::MONEY_DECIMALS),
        above_zero: true,
        max: bounds::MONEY_MAX,
    }
}

/// Reads a decimal within bounds.
///
/// # Errors
/// `not_a_decimal`, then `too_many_decimals`, then `out_of_range`.
pub fn read_decimal(text: &str, limits: &DecimalBounds) -> Result<Decimal, Problem> {
    let got = || shown(text);
    let (whole, places) = decimal_parts(text).ok_or_else(|| Problem::NotADecimal { got: got() })?;
    let scale = u32::try_from(places.len()).unwrap_or(u32::MAX);
    if scale > limits.decimals {
        return Err(Problem::TooManyDecimals { got: got(), max_decimals: limits.decimals, readings: Vec::new() });
    }
    let digits = whole.bytes().chain(places.bytes()).map(|digit| digit.wrapping_sub(b'0'));
    // Up to eighteen digits fit half the width, in which reckoning is far quicker.
    let units = if whole.len() + places.len() <= 18 {
        Some(i128::from(digits.fold(0_u64, |units, digit| units.wrapping_mul(10).wrapping_add(u64::from(digit)))))
    } else {
        let mut digits = digits;
        digits.try_fold(0_i128, |units, digit| units.checked_mul(10)?.checked_add(i128::from(digit)))
    };
    let value = units.and_then(|units| decimal(units, scale));
    let fits = |value: &Decimal| *value <= limits.max && !(limits.above_zero && value.is_zero());
    value.filter(fits).ok_or_else(|| Problem::DecimalRange {
        kind: limits.kind,
        got: got(),
        min: bounds::NOTHING,
        open: limits.above_zero,
        max: limits.max,
    })
}

/// The digits before and after the point. None for any other form: signs, exponents, grouping,
/// spaces, digits of other scripts, a point without digits on both sides, a needless zero.
fn decimal_parts(text: &str) -> Option<(&str, &str)> {
    let (whole, places) = match text.split_once('.') {
        Some((whole, places)) => (whole, (!places.is_empty()).then_some(places)?),
        None => (text, ""),
    };
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let needless = whole.len() > 1 && whole.starts_with('0');
    (!whole.is_empty() && !needless && digits(whole) && digits(places)).then_some((whole, places))
}

/// A decimal of a pack, from zero to `max`.
pub fn plain_decimal(text: &str, decimals: u32, max: Decimal) -> Option<Decimal> {
    read_decimal(text, &DecimalBounds { kind: "", decimals, above_zero: false, max }).ok()
}

/// Reads a date within bounds.
///
/// # Errors
/// `not_a_date`, then `out_of_range`.
pub fn read_date(text: &str) -> Result<Date, Problem> {
    let date = Date::parse(text).ok_or_else(|| Problem::NotADate { got: shown(text) })?;
    // Written this way, dates compare as they read.
    let (first, last) = bounds::DATE;
    if text < first || text > last {
        return Err(Problem::DateRange { got: shown(text) });
    }
    Ok(date)
}

/// Reads a local time within bounds.
///
/// # Errors
/// `not_a_date`, then `out_of_range`.
pub fn read_local_time(text: &str) -> Result<LocalTime, Problem> {
    let time = LocalTime::parse(text).ok_or_else(|| Problem::NotATime { got: shown(text) })?;
    read_date(text.split('T').next().unwrap_or_default()).map(|_| time)
}

/// Reads a time of day.
///
/// # Errors
/// `not_a_date`.
pub fn read_time(text: &str) -> Result<TimeOfDay, Problem> {
    TimeOfDay::parse(text).ok_or_else(|| Problem::NotATimeOfDay { got: shown(text) })
}

/// A date of a pack.
pub fn bounded_date(text: &str) -> Option<Date> {
    read_date(text).ok()
}

/// A calendar month of a pack, such as `2021-10`: its first day.
pub fn bounded_month(text: &str) -> Option<Date> {
    bounded_date(&joined(&[text, "01"], "-"))
}

/// Whether a text is short enough and holds nothing but characters that print, and none that
/// change the direction of writing.
pub fn is_plain_text(text: &str) -> bool {
    text.chars().count() <= bounds::TEXT_LENGTH && !text.chars().any(|c| c.is_control() || turns(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str, limits: &DecimalBounds) -> Option<&'static str> {
        read_decimal(text, limits).err().map(|problem| problem.code())
    }

    #[test]
    fn decimals_have_one_form() {
        let money = money_bounds(Some(2));
        for text in
            ["", ".", ".5", "5.", "007", "00", "-5", "+5", " 5", "5 ", "1e3", "1,000", "٣", "１", "1.2.3", "0x1", "NaN"]
        {
            assert_eq!(code(text, &money), Some("not_a_decimal"), "{text:?}");
        }
        for text in ["1", "0.01", "10.50", "999999999999.99"] {
            assert_eq!(code(text, &money), None, "{text:?}");
        }
    }

    #[test]
    fn decimals_come_before_range() {
        let money = money_bounds(Some(2));
        assert_eq!(code("0.000", &money), Some("too_many_decimals"));
        assert_eq!(code("9999999999999999.999", &money), Some("too_many_decimals"));
        assert_eq!(code("0.00", &money), Some("out_of_range"));
        assert_eq!(code("1000000000000", &money), Some("out_of_range"));
        assert_eq!(code(&"9".repeat(5_000), &money), Some("out_of_range"));
        assert_eq!(code("999999999999.9999", &money_bounds(Some(4))), Some("out_of_range"));
        assert_eq!(code("5.0", &money_bounds(Some(0))), Some("too_many_decimals"));
    }

    #[test]
    fn percentages_may_be_nothing_and_rates_may_not() {
        for (text, expected) in
            [("0", None), ("100", None), ("100.0001", Some("out_of_range")), ("0.00001", Some("too_many_decimals"))]
        {
            assert_eq!(code(text, &PERCENT), expected, "{text}");
        }
        for (text, expected) in
            [("0.00000001", None), ("1000000", None), ("0", Some("out_of_range")), ("1000000.1", Some("out_of_range"))]
        {
            assert_eq!(code(text, &RATE), expected, "{text}");
        }
    }

    #[test]
    fn the_first_and_the_last_day_are_within() {
        let code = |text| read_date(text).err().map(|problem| problem.code());
        assert_eq!(code("1990-01-01"), None);
        assert_eq!(code("2100-12-31"), None);
        assert_eq!(code("1989-12-31"), Some("out_of_range"));
        assert_eq!(code("2101-01-01"), Some("out_of_range"));
        assert_eq!(code("0000-01-01"), Some("out_of_range"));
        assert_eq!(code("2100-02-29"), Some("not_a_date"));
    }

    #[test]
    fn texts_are_counted_in_characters() {
        assert!(is_plain_text(&"維".repeat(80)));
        assert!(!is_plain_text(&"維".repeat(81)));
        assert!(!is_plain_text("a\tb"));
        assert!(!is_plain_text("a\u{200F}b"));
        assert!(!is_plain_text("a\u{85}b"));
    }
}
