//! Numbers, days and times in characters: without going through the formatting machinery, since a portfolio writes
//! millions of them.

use rust_decimal::Decimal;

/// A few characters on their way out.
pub struct Written {
    bytes: [u8; LONGEST],
    start: usize,
}

/// A sign, 29 digits and a point, and some to spare.
const LONGEST: usize = 48;

impl Written {
    /// Nothing yet.
    pub fn new() -> Written {
        Written { bytes: [0; LONGEST], start: LONGEST }
    }

    /// Written from the end to the beginning.
    pub fn put(&mut self, byte: u8) {
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

    /// As `2026-11-21`.
    pub fn put_date(&mut self, (year, month, day): (i32, u32, u32)) {
        self.put_number(day.into(), 2);
        self.put(b'-');
        self.put_month(year, month);
    }

    /// As `2026-11`.
    pub fn put_month(&mut self, year: i32, month: u32) {
        self.put_number(month.into(), 2);
        self.put(b'-');
        self.put_number(year.into(), 4);
    }

    /// As `16:30`.
    pub fn put_time(&mut self, hours: i64, minutes: i64) {
        self.put_number(minutes, 2);
        self.put(b':');
        self.put_number(hours, 2);
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
    fn whole_numbers_too() {
        for number in [0, 7, -7, 1_000_000, i64::MAX, i64::MIN] {
            assert_eq!(count(number).as_str(), number.to_string());
        }
    }
}
