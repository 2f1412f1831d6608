//! How a plain function is called with parts of an expression: it comes to nothing where one of them does not fit.

use super::part::{Part, Sure, Unsure};
use crate::values::dates::{Date, LocalTime, TimeOfDay};
use crate::values::money::Money;

/// What a function gives back: what always fits as it is, all else as an `Option`.
pub trait Given {
    /// What the part is of.
    type V;
    /// Whether it is sure to be there, where what was put in is.
    type Sureness;
    /// The value, where it fits.
    fn given(self) -> Option<Self::V>;
}

impl<V> Given for Option<V> {
    type V = V;
    type Sureness = Unsure;

    fn given(self) -> Option<V> {
        self
    }
}

macro_rules! always_given {
    ($($type:ty),*) => {
        $(impl Given for $type {
            type V = $type;
            type Sureness = Sure;

            fn given(self) -> Option<$type> {
                Some(self)
            }
        })*
    };
}

always_given!(i64, bool, Date, Money, TimeOfDay, LocalTime);

/// Two parts are sure only together.
pub trait And<R> {
    /// Whether both are.
    type Both;
}

impl And<Sure> for Sure {
    type Both = Sure;
}

impl And<Unsure> for Sure {
    type Both = Unsure;
}

impl<R> And<R> for Unsure {
    type Both = Unsure;
}

/// What is put into a function of `functions`, which knows nothing of parts.
pub trait Put<F> {
    /// What comes out.
    type Out;
    /// Calls it.
    fn put(self, function: F) -> Self::Out;
}

impl<'c, F, G, A, S> Put<F> for (Part<'c, A, S>,)
where
    F: FnOnce(A) -> G,
    G: Given,
    S: And<G::Sureness>,
{
    type Out = Part<'c, G::V, <S as And<G::Sureness>>::Both>;

    fn put(self, function: F) -> Self::Out {
        Part::new(self.0.value().and_then(|one| function(one).given()), None)
    }
}

impl<'c, 'd, F, G, A, S, B, R> Put<F> for (Part<'c, A, S>, Part<'d, B, R>)
where
    F: FnOnce(A, B) -> G,
    G: Given,
    S: And<R>,
    <S as And<R>>::Both: And<G::Sureness>,
{
    type Out = Part<'c, G::V, <<S as And<R>>::Both as And<G::Sureness>>::Both>;

    fn put(self, function: F) -> Self::Out {
        let (one, other) = self;
        Part::new(one.value().zip(other.value()).and_then(|(one, other)| function(one, other).given()), None)
    }
}

/// With three and more nobody needs to compare the outcome before it has a name.
macro_rules! put {
    ($($each:ident $sure:ident $value:ident),*) => {
        impl<'c, F, G, $($each, $sure),*> Put<F> for ($(Part<'c, $each, $sure>,)*)
        where
            F: FnOnce($($each),*) -> G,
            G: Given,
        {
            type Out = Part<'c, G::V>;

            fn put(self, function: F) -> Self::Out {
                let ($($value,)*) = self;
                let found = || function($($value.value()?),*).given();
                Part::new(found(), None)
            }
        }
    };
}

put!(A S a, B R b, C Q c);
put!(A S a, B R b, C Q c, D P d);
put!(A S a, B R b, C Q c, D P d, E O e);
put!(A S a, B R b, C Q c, D P d, E O e, H N h);
