//! What was declared, and how a part becomes it: rounded once, by the way that is named.

use super::part::{Part, Sure, Written};
use crate::values::dates::{Date, LocalTime, Month, TimeOfDay};
use crate::values::money::{Dollars, Exact, Money, Percent, Rate, Ratio, Rounding, Wide};
use std::marker::PhantomData;
use std::sync::Arc;

/// Where in the answer something is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// Under `figures`.
    Figure,
    /// Under `dates`.
    Date,
    /// In the line, or the row of a list, that is being worked on.
    Row,
    /// Nowhere: a value on the way.
    Between,
}

/// Something that was declared as a part of the answer, or of the way to it: by its name, its place and its kind.
#[derive(Debug)]
pub struct Declared<T> {
    /// Its name, place and order.
    pub output: Output,
    kind: PhantomData<fn() -> T>,
}

/// The same without its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Output {
    /// Its name.
    pub name: &'static str,
    /// Where it is written.
    pub spot: Spot,
    /// Which one it is there.
    pub order: u8,
}

impl<T> Declared<T> {
    /// Something of a kind.
    pub const fn new(name: &'static str, spot: Spot, order: u8) -> Declared<T> {
        Declared { output: Output { name, spot, order }, kind: PhantomData }
    }
}

/// What stands there alone, as what was declared.
pub fn alone<'c, V>(_: &Declared<V>, written: impl Written<V>) -> Part<'c, V, Sure> {
    written.part()
}

/// A column of a term's rows, by the name that formulas have for what stands in it.
#[derive(Debug)]
pub struct Column<T> {
    /// That name.
    pub name: &'static str,
    /// The term.
    pub term: &'static str,
    /// The column.
    pub column: &'static str,
    kind: PhantomData<fn() -> T>,
}

impl<T> Column<T> {
    /// A column of a kind.
    pub const fn new(name: &'static str, term: &'static str, column: &'static str) -> Column<T> {
        Column { name, term, column, kind: PhantomData }
    }
}

/// All of a step that is known before anything is reckoned.
#[derive(Debug)]
pub struct How {
    /// The formula, with `#` in the place of each operand.
    pub formula: &'static str,
    /// How its result is rounded.
    pub rounding: Rounding,
}

/// What a part can be exactly.
#[diagnostic::on_unimplemented(
    message = "declared as `{T}`, but the expression is of `{Self}`",
    note = "what is divided or multiplied with a percentage has to be rounded: half_up(…), up(…) or down(…)"
)]
pub trait Is<T> {
    /// That, in a currency of so many decimals.
    fn is(self, digits: u32) -> Option<T>;
}

/// What a part can be rounded to.
#[diagnostic::on_unimplemented(message = "declared as `{T}`, to which `{Self}` cannot be rounded")]
pub trait RoundsTo<T> {
    /// That, and whether rounding changed nothing.
    fn round_to(self, digits: u32, rounding: Rounding) -> Option<(T, bool)>;
}

impl Is<Money> for Money {
    fn is(self, digits: u32) -> Option<Money> {
        // Nothing at all takes the decimals of the request here.
        if self.decimal().scale() == digits { Some(self) } else { Money::entered(self.decimal(), digits) }
    }
}

/// Kinds that are what they are.
macro_rules! is_itself {
    ($($type:ty),* $(,)?) => {
        $(impl $crate::working::settled::Is<$type> for $type {
            fn is(self, _: u32) -> Option<$type> {
                Some(self)
            }
        })*
    };
}
pub(crate) use is_itself;

is_itself!(Percent, Rate, Dollars, i64, bool, Date, Month, LocalTime, TimeOfDay, &'static str);

impl<const DECIMALS: u32> Is<Ratio<DECIMALS>> for Ratio<DECIMALS> {
    fn is(self, _: u32) -> Option<Ratio<DECIMALS>> {
        Some(self)
    }
}

impl<const DECIMALS: u32> Is<Ratio<DECIMALS>> for Exact {
    fn is(self, _: u32) -> Option<Ratio<DECIMALS>> {
        // Needless zeros would say that it was rounded to so many decimals.
        self.round(DECIMALS, Rounding::None).map(|(ratio, _)| Ratio(ratio.normalize()))
    }
}

impl<const DECIMALS: u32> Is<Ratio<DECIMALS>> for Rate {
    fn is(self, digits: u32) -> Option<Ratio<DECIMALS>> {
        Exact::of(self.0).is(digits)
    }
}

impl Is<Arc<str>> for &str {
    fn is(self, _: u32) -> Option<Arc<str>> {
        Some(Arc::from(self))
    }
}

impl RoundsTo<Money> for Exact {
    fn round_to(self, digits: u32, rounding: Rounding) -> Option<(Money, bool)> {
        self.money(digits, rounding)
    }
}

impl RoundsTo<Money> for Money {
    fn round_to(self, digits: u32, rounding: Rounding) -> Option<(Money, bool)> {
        self.exact().money(digits, rounding)
    }
}

impl RoundsTo<Money> for Dollars {
    fn round_to(self, digits: u32, rounding: Rounding) -> Option<(Money, bool)> {
        Exact::of(self.0).money(digits, rounding)
    }
}

impl RoundsTo<Money> for Wide {
    fn round_to(self, digits: u32, rounding: Rounding) -> Option<(Money, bool)> {
        let (amount, is_exact) = self.round(digits, rounding)?;
        Some((Money::entered(amount, digits)?, is_exact))
    }
}

impl RoundsTo<i64> for Exact {
    fn round_to(self, _: u32, rounding: Rounding) -> Option<(i64, bool)> {
        let (whole, is_exact) = self.round(0, rounding)?;
        Some((i64::try_from(whole.mantissa()).ok()?, is_exact))
    }
}

impl<const DECIMALS: u32> RoundsTo<Ratio<DECIMALS>> for Exact {
    fn round_to(self, _: u32, rounding: Rounding) -> Option<(Ratio<DECIMALS>, bool)> {
        let (ratio, is_exact) = self.round(DECIMALS, rounding)?;
        Some((Ratio(ratio), is_exact))
    }
}

impl<const DECIMALS: u32> RoundsTo<Ratio<DECIMALS>> for Wide {
    fn round_to(self, _: u32, rounding: Rounding) -> Option<(Ratio<DECIMALS>, bool)> {
        let (ratio, is_exact) = self.round(DECIMALS, rounding)?;
        Some((Ratio(ratio), is_exact))
    }
}

impl<const DECIMALS: u32> RoundsTo<Ratio<DECIMALS>> for Rate {
    fn round_to(self, digits: u32, rounding: Rounding) -> Option<(Ratio<DECIMALS>, bool)> {
        Exact::of(self.0).round_to(digits, rounding)
    }
}

/// What an expression came to, as it was declared; nothing where it does not fit.
pub type Found<T> = Option<(T, bool)>;

/// The ways of rounding, as an expression names them.
pub mod roundings {
    use super::{Found, Is, Part, Rounding, RoundsTo};

    /// Not at all.
    pub mod exact {
        use super::{Found, Is, Part, Rounding};

        /// As steps name it.
        pub const ROUNDING: Rounding = Rounding::None;

        /// What the part is.
        pub fn settle<T, V: Is<T>>(part: Part<'_, V>, digits: u32) -> Found<T> {
            Some((part.value()?.is(digits)?, true))
        }
    }

    macro_rules! rounding {
        ($(#[$doc:meta])* $name:ident $rounding:ident) => {
            $(#[$doc])*
            pub mod $name {
                use super::{Found, Part, Rounding, RoundsTo};

                /// As steps name it.
                pub const ROUNDING: Rounding = Rounding::$rounding;

                /// What the part is rounded to.
                pub fn settle<T, V: RoundsTo<T>>(part: Part<'_, V>, digits: u32) -> Found<T> {
                    part.value()?.round_to(digits, ROUNDING)
                }
            }
        };
    }

    rounding! {
        /// To the nearest, a half away from zero.
        half_up HalfUp
    }
    rounding! {
        /// Away from zero.
        up Up
    }
    rounding! {
        /// Towards zero.
        down Down
    }
}
