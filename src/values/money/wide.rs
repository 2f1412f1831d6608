//! Products of many decimals.

use super::{Percent, Rounding, decimal};
use ethnum::U256;
use rust_decimal::Decimal;

/// A fraction wide enough for what many decimals multiplied make. Never below zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wide {
    over: U256,
    under: U256,
}

impl Wide {
    /// The fraction that a decimal is.
    pub fn of(value: Decimal) -> Option<Wide> {
        let under = U256::from(10_u32).checked_pow(value.scale())?;
        Some(Wide { over: U256::try_from(value.mantissa()).ok()?, under })
    }

    /// What one becomes by growing by a percentage so many times, each time on what it grew to before.
    pub fn compound(percent: Percent, times: u32) -> Option<Wide> {
        // Four decimals compounded nine times are beyond 128 bits; within 256 no entry overflows.
        let percent = percent.0.normalize();
        let before = U256::from(10_u32).checked_pow(percent.scale())?.checked_mul(U256::from(100_u32))?;
        let after = before.checked_add(U256::try_from(percent.mantissa()).ok()?)?;
        Some(Wide { over: after.checked_pow(times)?, under: before.checked_pow(times)? })
    }

    /// Product.
    pub fn times(self, other: Wide) -> Option<Wide> {
        Some(Wide { over: self.over.checked_mul(other.over)?, under: self.under.checked_mul(other.under)? })
    }

    /// Quotient. None for no divisor.
    pub fn over(self, other: Wide) -> Option<Wide> {
        let under = self.under.checked_mul(other.over)?;
        (under > U256::ZERO).then_some(Wide { over: self.over.checked_mul(other.under)?, under })
    }

    /// Rounded to so many decimals, and whether that changed nothing.
    pub fn round(self, digits: u32, rounding: Rounding) -> Option<(Decimal, bool)> {
        let scaled = self.over.checked_mul(U256::from(10_u32).checked_pow(digits)?)?;
        let (whole, rest) = (scaled.checked_div(self.under)?, scaled.checked_rem(self.under)?);
        let is_exact = rest == U256::ZERO;
        let carry = match rounding {
            Rounding::None if !is_exact => return None,
            Rounding::None | Rounding::Down => false,
            Rounding::Up => !is_exact,
            Rounding::HalfUp => rest >= self.under.checked_sub(rest)?,
        };
        let rounded = i128::try_from(whole).ok()?.checked_add(i128::from(carry))?;
        Some((decimal(rounded, digits)?, is_exact))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Decimal {
        text.parse().unwrap_or_default()
    }

    #[test]
    fn growth_is_compounded_exactly_and_rounded_once() {
        let grown = |price: &str, percent: &str, times| {
            let price = number(price);
            let growth = Wide::compound(Percent(number(percent)), times)?;
            let (grown, is_exact) = Wide::of(price)?.times(growth)?.round(price.scale(), Rounding::HalfUp)?;
            Some((grown.to_string(), is_exact))
        };
        let told = |price: &str, is_exact| Some((price.to_owned(), is_exact));
        assert_eq!(grown("100.00", "0", 9), told("100.00", true));
        assert_eq!(grown("100.00", "3.5", 0), told("100.00", true));
        assert_eq!(grown("100.00", "5", 2), told("110.25", true));
        // 0.10 × 1.05 = 0.105, a half; rounded each year it would be 0.13 after three, not 0.12.
        assert_eq!(grown("0.10", "5", 1), told("0.11", false));
        assert_eq!(grown("0.10", "5", 3), told("0.12", false));
        assert_eq!(grown("0.10", "4.9999", 1), told("0.10", false));
        // Three and a half per cent twice are 1.071225: 36,000 become 38,564.1.
        assert_eq!(grown("36000", "3.5", 2), told("38564", false));
        // The most that can be entered: by whole numbers of any length elsewhere.
        assert_eq!(grown("999999999999.99", "100.0000", 9), told("511999999999994.88", true));
        assert_eq!(grown("999999999999.9900", "99.9999", 9), told("511997696004602.8746", false));
        assert_eq!(grown("-1.00", "5", 1), None);
        assert_eq!(grown("79228162514264337593543950335", "100", 9), None);
    }

    #[test]
    fn a_quotient_is_rounded_as_it_is_told() {
        let most = number("999999.99999999");
        let cubed = || Wide::of(most)?.times(Wide::of(most)?)?.times(Wide::of(most)?)?.over(Wide::of(most)?);
        let rounded = |digits, rounding| Some(cubed()?.round(digits, rounding)?.0.to_string());
        // By whole numbers of any length elsewhere.
        assert_eq!(rounded(4, Rounding::Up).as_deref(), Some("999999999999.9801"));
        assert_eq!(rounded(4, Rounding::Down).as_deref(), Some("999999999999.9800"));
        assert_eq!(rounded(0, Rounding::HalfUp).as_deref(), Some("1000000000000"));
        assert_eq!(rounded(4, Rounding::None), None);
        assert_eq!(Wide::of(number("1")).and_then(|one| one.over(Wide::of(number("0"))?)), None);
    }
}
