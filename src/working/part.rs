//! Parts of an expression: what may be added to, multiplied with and compared to what.
//!
//! Whatever does not fit is nothing from there on, and the figure says so. So two parts can be compared only where both
//! are sure to be there: named values, and what never fails to fit.

use crate::clause::ClauseId;
use crate::values::dates::{Date, LocalTime, Month, TimeOfDay};
use crate::values::money::{Dollars, Exact, Money, Percent, Rate, Ratio, Wide, decimal};
use std::cmp::Ordering;
use std::marker::PhantomData;
use std::ops::{Add, Div, Mul, Not, Sub};
use std::sync::Arc;

/// Marks a part that is sure to be there.
#[derive(Debug, Clone, Copy)]
pub struct Sure;

/// Marks a part that may not have fitted. To compare it, give it a name first: `work!(sheet, between …)`.
#[derive(Debug, Clone, Copy)]
pub struct Unsure;

/// A part of an expression, and the clause of the value that it is, where it is one.
#[derive(Debug, Clone, Copy)]
pub struct Part<'c, V, S = Unsure> {
    value: Option<V>,
    clause: Option<&'c ClauseId>,
    sure: PhantomData<S>,
}

impl<'c, V, S> Part<'c, V, S> {
    /// A part of a value; nothing where it does not fit.
    pub fn new(value: Option<V>, clause: Option<&'c ClauseId>) -> Part<'c, V, S> {
        Part { value, clause, sure: PhantomData }
    }

    /// The value, where it fits.
    pub fn value(self) -> Option<V> {
        self.value
    }

    /// The clause of the value that was chosen, if one was.
    pub fn clause(&self) -> Option<&'c ClauseId> {
        self.clause
    }

    /// The same, whether it fits or not.
    pub(super) fn unsure(self) -> Part<'c, V> {
        Part::new(self.value, self.clause)
    }

    /// Both together; nothing where one does not fit.
    fn with<'d, W, R, X>(self, other: Part<'d, W, R>, reckon: impl FnOnce(V, W) -> Option<X>) -> Part<'c, X> {
        Part::new(self.value.zip(other.value).and_then(|(one, other)| reckon(one, other)), None)
    }
}

impl<V: PartialEq> PartialEq for Part<'_, V, Sure> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<V: PartialOrd> PartialOrd for Part<'_, V, Sure> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        self.value.as_ref()?.partial_cmp(other.value.as_ref()?)
    }
}

impl<'c> Not for Part<'c, bool, Sure> {
    type Output = Part<'c, bool, Sure>;

    fn not(self) -> Self {
        Part::new(self.value.map(|holds| !holds), None)
    }
}

/// What a value of a kind is as a part: itself, or a look at it.
pub trait Plain {
    /// What the part is of.
    type V<'a>
    where
        Self: 'a;
    /// The value.
    fn plain(&self) -> Self::V<'_>;
}

/// Values that are parts as they are.
macro_rules! plain {
    ($($type:ty),* $(,)?) => {
        $(impl $crate::working::part::Plain for $type {
            type V<'a> = $type;

            fn plain(&self) -> $type {
                *self
            }
        })*
    };
}
pub(crate) use plain;

plain!(Money, Dollars, Percent, Rate, i64, bool, Date, Month, LocalTime, TimeOfDay, &'static str);

impl<const DECIMALS: u32> Plain for Ratio<DECIMALS> {
    type V<'a> = Ratio<DECIMALS>;

    fn plain(&self) -> Ratio<DECIMALS> {
        *self
    }
}

impl Plain for Arc<str> {
    type V<'a> = &'a str;

    fn plain(&self) -> &str {
        self
    }
}

/// What a whole number in an expression can be.
pub trait Number: Sized {
    /// The number; nothing where it cannot be that.
    fn number(number: i64) -> Option<Self>;
}

impl Number for i64 {
    fn number(number: i64) -> Option<i64> {
        Some(number)
    }
}

impl Number for Money {
    // An amount of nothing has no currency to be in; all others do.
    fn number(number: i64) -> Option<Money> {
        (number == 0).then_some(Money::zero(0))
    }
}

impl Number for Exact {
    fn number(number: i64) -> Option<Exact> {
        decimal(i128::from(number), 0).map(Exact::of)
    }
}

/// What stands in an expression as it is: a number or a key.
pub trait Written<V> {
    /// The part.
    fn part<'c>(self) -> Part<'c, V, Sure>;
}

impl<V: Number> Written<V> for i64 {
    fn part<'c>(self) -> Part<'c, V, Sure> {
        Part::new(V::number(self), None)
    }
}

impl Written<&'static str> for &'static str {
    fn part<'c>(self) -> Part<'c, &'static str, Sure> {
        Part::new(Some(self), None)
    }
}

/// A number of something as a part.
pub fn count<'c>(number: i64) -> Part<'c, i64, Sure> {
    Part::new(Some(number), None)
}

/// A key of a choice as a part.
pub fn key<'c, V>(key: V) -> Part<'c, V, Sure> {
    Part::new(Some(key), None)
}

/// What may be reckoned with what, and what comes of it. Everything is exact.
macro_rules! operations {
    ($($trait:ident $method:ident { $($one:ty, $other:ty => $made:ty = $reckon:expr;)* })*) => {
        $($(impl<'c, 'd, S, R> $trait<Part<'d, $other, R>> for Part<'c, $one, S> {
            type Output = Part<'c, $made>;

            fn $method(self, other: Part<'d, $other, R>) -> Part<'c, $made> {
                let reckon: fn($one, $other) -> Option<$made> = $reckon;
                self.with(other, reckon)
            }
        })*)*
    };
}

operations! {
    Add add {
        Money, Money => Money = Money::plus;
        Exact, Exact => Exact = Exact::plus;
        Money, Exact => Exact = |one, other| one.exact().plus(other);
        Exact, Money => Exact = |one, other| one.plus(other.exact());
        Exact, Dollars => Exact = |one, other| one.plus(Exact::of(other.0));
        Percent, Percent => Percent = |one, other| one.0.checked_add(other.0).map(|sum| Percent(sum.normalize()));
        i64, i64 => i64 = i64::checked_add;
        Date, i64 => Date = Date::plus_days;
        Ratio<0>, i64 => Exact = |whole, count| Exact::of(whole.0).plus(Exact::of(decimal(count.into(), 0)?));
    }
    Sub sub {
        Money, Money => Money = Money::minus;
        i64, i64 => i64 = i64::checked_sub;
        Date, i64 => Date = Date::minus_days;
        Rate, Rate => Exact = |one, other| Exact::of(one.0).minus(Exact::of(other.0));
        Rate, Ratio<0> => Exact = |one, other| Exact::of(one.0).minus(Exact::of(other.0));
        Ratio<8>, Ratio<0> => Exact = |one, other| Exact::of(one.0).minus(Exact::of(other.0));
        Ratio<0>, Ratio<8> => Exact = |one, other| Exact::of(one.0).minus(Exact::of(other.0));
    }
    Mul mul {
        Money, Percent => Exact = |amount, share| share.of(amount.exact());
        Money, i64 => Money = Money::times;
        i64, Money => Money = |count, amount| amount.times(count);
        Money, Wide => Wide = |amount, wide| Wide::of(amount.decimal())?.times(wide);
        Exact, Percent => Exact = |amount, share| share.of(amount);
        Exact, i64 => Exact = Exact::times_count;
        Exact, Rate => Exact = |amount, rate| amount.times(Exact::of(rate.0));
        Money, Rate => Exact = |amount, rate| amount.exact().times(Exact::of(rate.0));
        Dollars, Rate => Exact = |amount, rate| Exact::of(amount.0).times(Exact::of(rate.0));
        Dollars, i64 => Dollars = |amount, count| Some(Dollars(amount.0.checked_mul(count.into())?));
        Percent, i64 => Percent = |percent, count| {
            percent.0.checked_mul(count.into()).map(|product| Percent(product.normalize()))
        };
        Rate, Rate => Wide = |one, other| Wide::of(one.0)?.times(Wide::of(other.0)?);
        Wide, Rate => Wide = |wide, rate| wide.times(Wide::of(rate.0)?);
        i64, i64 => i64 = i64::checked_mul;
    }
    Div div {
        Money, i64 => Exact = |amount, parts| amount.exact().over(parts);
        Money, Money => Exact = |amount, other| amount.exact().divided_by(other.exact());
        Exact, i64 => Exact = Exact::over;
        i64, i64 => Exact = |count, parts| Exact::of(decimal(count.into(), 0)?).over(parts);
        Wide, Rate => Wide = |wide, rate| wide.over(Wide::of(rate.0)?);
    }
}

/// Whether a condition holds: a comparison, or a flag.
pub trait Truth {
    /// Whether it does.
    fn truth(self) -> bool;
}

impl Truth for bool {
    fn truth(self) -> bool {
        self
    }
}

impl Truth for Part<'_, bool, Sure> {
    fn truth(self) -> bool {
        self.value.unwrap_or_default()
    }
}

/// What an expression comes to, as a part.
pub trait IntoPart<'c> {
    /// What the part is of.
    type V;
    /// The part.
    fn into_part(self) -> Part<'c, Self::V>;
}

impl<'c, V, S> IntoPart<'c> for Part<'c, V, S> {
    type V = V;

    fn into_part(self) -> Part<'c, V> {
        self.unsure()
    }
}

impl<'c> IntoPart<'c> for bool {
    type V = bool;

    fn into_part(self) -> Part<'c, bool> {
        Part::new(Some(self), None)
    }
}

/// The one part or the other.
pub fn choose<'c, V>(holds: bool, one: impl IntoPart<'c, V = V>, other: impl IntoPart<'c, V = V>) -> Part<'c, V> {
    if holds { one.into_part() } else { other.into_part() }
}

/// The lesser of two parts, with its clause; of equal ones the first.
pub fn min<'c, V: PartialOrd, S, R>(one: Part<'c, V, S>, other: Part<'c, V, R>) -> Part<'c, V> {
    pick(one.unsure(), other.unsure(), |one, other| other < one)
}

/// The greater of two parts, with its clause; of equal ones the first.
pub fn max<'c, V: PartialOrd, S, R>(one: Part<'c, V, S>, other: Part<'c, V, R>) -> Part<'c, V> {
    pick(one.unsure(), other.unsure(), |one, other| other > one)
}

fn pick<'c, V>(one: Part<'c, V>, other: Part<'c, V>, is_other: impl FnOnce(&V, &V) -> bool) -> Part<'c, V> {
    match (&one.value, &other.value) {
        (Some(first), Some(second)) if is_other(first, second) => other,
        // Of what does not fit none is the lesser.
        (Some(_), None) => other,
        _ => one,
    }
}
