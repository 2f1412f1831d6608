//! Money, percentages and rates, and exact arithmetic on them.
//!
//! Nothing here rounds unless a [`Rounding`] is named: an amount is multiplied and divided as a
//! fraction of whole numbers ([`Exact`]) and becomes [`Money`] again in one step at the end.

mod wide;

pub use wide::Wide;

use core::fmt;
use rust_decimal::Decimal;

/// Every currency with a minor unit, in the order of their codes: the code and the decimals. `build.rs` writes it.
const KNOWN: &str = include_str!(concat!(env!("OUT_DIR"), "/currencies"));

/// A currency of account: its ISO 4217 code and how many decimals its amounts carry here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Currency {
    code: &'static str,
    digits: u32,
}

impl Currency {
    /// Looks up a code such as `"TWD"`. Codes without a minor unit (gold, test codes) are none, and
    /// so are those withdrawn.
    pub fn of_code(code: &str) -> Option<Currency> {
        let wanted: &[u8; 3] = code.as_bytes().try_into().ok()?;
        let (entries, _) = KNOWN.as_bytes().as_chunks::<4>();
        let at = entries.binary_search_by(|[first, second, third, _]| [*first, *second, *third].cmp(wanted)).ok()?;
        let [.., digits] = entries.get(at)?;
        Some(Currency { code: KNOWN.get(at * 4..at * 4 + 3)?, digits: u32::from(digits - b'0') })
    }

    /// The three letters.
    pub fn code(self) -> &'static str {
        self.code
    }

    /// Decimals of its minor unit.
    pub fn digits(self) -> u32 {
        self.digits
    }
}

/// How a step rounds, as its clause has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rounding {
    /// Not at all: the result is exact.
    None,
    /// To the nearest, a half away from zero.
    HalfUp,
    /// Away from zero.
    Up,
    /// Towards zero.
    Down,
}

impl Rounding {
    /// Its name in answers.
    pub fn name(self) -> &'static str {
        match self {
            Rounding::None => "none",
            Rounding::HalfUp => "half_up",
            Rounding::Up => "up",
            Rounding::Down => "down",
        }
    }
}

/// An amount that carries exactly its currency's decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Money(Decimal);

impl Money {
    /// Nothing, in whatever currency.
    pub const NOTHING: Money = Money(Decimal::ZERO);

    /// Nothing, in a currency of so many decimals.
    pub fn zero(digits: u32) -> Money {
        Money(decimal(0, digits).unwrap_or_default())
    }

    /// An amount as entered, widened to the currency's decimals. None where it has more of them.
    pub fn entered(entered: Decimal, digits: u32) -> Option<Money> {
        let wider = digits.checked_sub(entered.scale())?;
        let units = entered.mantissa().checked_mul(10_i128.checked_pow(wider)?)?;
        decimal(units, digits).map(Money)
    }

    /// The plain decimal.
    pub fn decimal(self) -> Decimal {
        self.0
    }

    /// Sum; exact.
    pub fn plus(self, other: Money) -> Option<Money> {
        let units = self.0.mantissa().checked_add(other.0.mantissa())?;
        decimal(units, self.digits_beside(other)).map(Money)
    }

    /// Difference; exact, and negative where `other` is more.
    pub fn minus(self, other: Money) -> Option<Money> {
        let units = self.0.mantissa().checked_sub(other.0.mantissa())?;
        decimal(units, self.digits_beside(other)).map(Money)
    }

    /// All amounts of a request carry the same decimals, but for nothing at all, which may carry none.
    fn digits_beside(self, other: Money) -> u32 {
        self.0.scale().max(other.0.scale())
    }

    /// So many of it; exact.
    pub fn times(self, count: i64) -> Option<Money> {
        let units = self.0.mantissa().checked_mul(i128::from(count))?;
        decimal(units, self.0.scale()).map(Money)
    }

    /// What is left above zero.
    pub fn or_zero(self) -> Money {
        self.max(Money::zero(self.0.scale()))
    }

    /// Whether it is more than nothing.
    pub fn is_positive(self) -> bool {
        self.0.mantissa() > 0
    }

    /// As a fraction, to be multiplied and divided further.
    pub fn exact(self) -> Exact {
        Exact::of(self.0)
    }
}

/// A percentage, as entered or as a pack has it: `5` is 5 %.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Percent(pub Decimal);

impl Percent {
    /// This share of an amount, not yet rounded.
    pub fn of(self, amount: Exact) -> Option<Exact> {
        amount.times(Exact::of(self.0))?.over(100)
    }

    /// Whether it is 100 % or more.
    pub fn is_all(self) -> bool {
        self.0 >= Decimal::ONE_HUNDRED
    }
}

/// An amount in US dollars or, where its name says so, in another currency that is not the request's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Dollars(pub Decimal);

/// A quotient, or a number of credits, with so many decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Ratio<const DECIMALS: u32>(pub Decimal);

/// Units of one thing for one of another: an exchange rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Rate(pub Decimal);

/// Decimals of a quotient that is shown beside its rounded value.
pub const QUOTIENT_DECIMALS: u32 = 4;

/// A decimal from a whole number of its smallest units; none where it does not fit.
pub fn decimal(units: i128, digits: u32) -> Option<Decimal> {
    Decimal::try_from_i128_with_scale(units, digits).ok()
}

/// A fraction of whole numbers. Every operation is exact or says that it does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exact {
    over: i128,
    under: i128,
}

impl Exact {
    /// The fraction that a decimal is.
    pub fn of(value: Decimal) -> Exact {
        // A decimal has at most 28 places, and ten to that power fits.
        Exact { over: value.mantissa(), under: 10_i128.pow(value.scale()) }
    }

    /// Sum.
    pub fn plus(self, other: Exact) -> Option<Exact> {
        let own = self.over.checked_mul(other.under)?;
        let over = own.checked_add(other.over.checked_mul(self.under)?)?;
        Some(Exact { over, under: self.under.checked_mul(other.under)? })
    }

    /// Difference; negative where `other` is more.
    pub fn minus(self, other: Exact) -> Option<Exact> {
        self.plus(Exact { over: other.over.checked_neg()?, ..other })
    }

    /// Product.
    pub fn times(self, other: Exact) -> Option<Exact> {
        Some(Exact { over: self.over.checked_mul(other.over)?, under: self.under.checked_mul(other.under)? })
    }

    /// So many of it.
    pub fn times_count(self, count: i64) -> Option<Exact> {
        Some(Exact { over: self.over.checked_mul(i128::from(count))?, under: self.under })
    }

    /// One of so many equal parts. None for no parts at all.
    pub fn over(self, count: i64) -> Option<Exact> {
        let under = self.under.checked_mul(i128::from(count))?;
        (under > 0).then_some(Exact { under, ..self })
    }

    /// Quotient. None where `other` is not above zero.
    pub fn divided_by(self, other: Exact) -> Option<Exact> {
        let under = self.under.checked_mul(other.over)?;
        let over = self.over.checked_mul(other.under)?;
        (under > 0).then_some(Exact { over, under })
    }

    /// Rounded to so many decimals, and whether that changed nothing.
    pub fn round(self, digits: u32, rounding: Rounding) -> Option<(Decimal, bool)> {
        let scaled = self.over.checked_mul(10_i128.checked_pow(digits)?)?;
        let whole = scaled.checked_div(self.under)?;
        let rest = scaled.checked_rem(self.under)?;
        let away = if scaled < 0 { -1 } else { 1 };
        let carry = match rounding {
            // Nothing is lost silently: an exact result that is not exact does not fit.
            Rounding::None if rest != 0 => return None,
            Rounding::None | Rounding::Down => 0,
            Rounding::Up => i128::from(rest != 0) * away,
            Rounding::HalfUp => {
                let up = rest.unsigned_abs() >= self.under.unsigned_abs().div_ceil(2);
                i128::from(up) * away
            }
        };
        Some((decimal(whole.checked_add(carry)?, digits)?, rest == 0))
    }

    /// Rounded to money, and whether that changed nothing.
    pub fn money(self, digits: u32, rounding: Rounding) -> Option<(Money, bool)> {
        let (amount, unchanged) = self.round(digits, rounding)?;
        Some((Money(amount), unchanged))
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exact(text: &str) -> Exact {
        Exact::of(text.parse().unwrap_or_default())
    }

    fn rounded(value: Option<Exact>, digits: u32, rounding: Rounding) -> Option<String> {
        Some(value?.round(digits, rounding)?.0.to_string())
    }

    #[test]
    fn a_currency_is_one_with_a_minor_unit() {
        assert_eq!(Currency::of_code("JPY").map(Currency::digits), Some(0));
        assert_eq!(Currency::of_code("XAU"), None);
    }

    #[test]
    fn a_half_goes_away_from_zero_and_less_does_not() {
        for (value, parts, expected) in [
            ("0.01", 2, "0.01"),
            ("-0.01", 2, "-0.01"),
            ("0.03", 2, "0.02"),
            ("1.00", 3, "0.33"),
            ("2.00", 3, "0.67"),
            ("0.07", 5, "0.01"),
            ("0.13", 5, "0.03"),
        ] {
            let got = rounded(exact(value).over(parts), 2, Rounding::HalfUp);
            assert_eq!(got.as_deref(), Some(expected), "{value} / {parts}");
        }
    }

    #[test]
    fn a_sum_is_rounded_once() {
        let halves = exact("0.0045").plus(exact("0.0045"));
        assert_eq!(rounded(halves, 2, Rounding::HalfUp).as_deref(), Some("0.01"));
        let thirds = exact("1").over(3).and_then(|third| third.plus(exact("0.5")));
        assert_eq!(rounded(thirds, 2, Rounding::HalfUp).as_deref(), Some("0.83"));
        let most = Exact { over: i128::MAX, under: 1 };
        assert_eq!(most.plus(exact("1")), None);
    }

    #[test]
    fn up_and_down_keep_a_whole_number_as_it_is() {
        let third = exact("1").over(3);
        assert_eq!(rounded(third, 0, Rounding::Up).as_deref(), Some("1"));
        assert_eq!(rounded(third, 0, Rounding::Down).as_deref(), Some("0"));
        assert_eq!(rounded(third, 0, Rounding::None), None);
        let three = exact("3.0").over(1);
        assert_eq!(rounded(three, 0, Rounding::Up).as_deref(), Some("3"));
        assert_eq!(rounded(three, 0, Rounding::None).as_deref(), Some("3"));
    }

    #[test]
    fn what_does_not_fit_is_none() {
        let most = Decimal::MAX;
        assert_eq!(Exact::of(most).times(Exact::of(most)), None);
        let money = Money(most);
        assert_eq!(money.plus(money), None);
        assert_eq!(money.times(2), None);
        assert_eq!(exact("1").over(0), None);
        assert_eq!(exact("1").divided_by(exact("0")), None);
    }

    #[test]
    fn a_quotient_is_rounded_up_only_where_it_is_not_exact() {
        let over = |factors: &[&str], divisor: &str, digits| {
            let number = |text: &str| text.parse::<Decimal>().unwrap_or_default();
            let product = factors
                .iter()
                .try_fold(Wide::of(Decimal::ONE)?, |product, factor| product.times(Wide::of(number(factor))?))?;
            let (quotient, is_exact) = product.over(Wide::of(number(divisor))?)?.round(digits, Rounding::Up)?;
            Some((quotient.to_string(), is_exact))
        };
        let told = |quotient: &str, is_exact| Some((quotient.to_owned(), is_exact));
        assert_eq!(over(&["30", "0.1"], "1", 0), told("3", true));
        assert_eq!(over(&["30", "0.10000001"], "1", 0), told("4", false));
        assert_eq!(over(&["1"], "3", 4), told("0.3334", false));
        // 999,999.99999999³ ÷ 999,999.99999999, by whole numbers of any length elsewhere.
        let most = "999999.99999999";
        assert_eq!(over(&[most, most, most], most, 4), told("999999999999.9801", false));
        assert_eq!(over(&["1000000", "1000000", "1000000"], "0.00000001", 4), None);
        assert_eq!(over(&["1"], "0", 4), None);
        assert_eq!(over(&["-1"], "1", 4), None);
    }

    #[test]
    fn withdrawn_codes_are_none() {
        for code in ["HRK", "BGN", "ZWL", "XXX", "XAU", "XTS", "usd", "US", ""] {
            assert_eq!(Currency::of_code(code), None, "{code}");
        }
        for (code, digits) in [("VES", 2), ("VED", 2), ("TWD", 2), ("JPY", 0), ("KWD", 3), ("CLF", 4)] {
            assert_eq!(Currency::of_code(code).map(Currency::digits), Some(digits), "{code}");
        }
    }

    #[test]
    fn entered_amounts_take_the_decimals_of_the_currency() {
        let shown = |text: &str, digits| {
            let money = Money::entered(text.parse().unwrap_or_default(), digits);
            money.map(|money| money.to_string())
        };
        assert_eq!(shown("5", 2).as_deref(), Some("5.00"));
        assert_eq!(shown("5.5", 3).as_deref(), Some("5.500"));
        assert_eq!(shown("5.50", 1), None);
    }
}
