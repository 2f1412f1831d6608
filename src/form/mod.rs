//! What a calculator asks for: one declaration makes the request type, the checks that read it
//! and the description that a page draws its form from.

mod entries;
mod reading;
mod record;

pub(crate) use entries::choice;
pub use entries::{Chosen, Count, CurrencyCode, Entry, Key, Text, read_count, read_fixed};
pub use reading::{Cell, Path, Reading, Source, wrong_type};
pub use record::{Record, read_field, read_object, read_object_beside};

use crate::terms::Pack;
use crate::values::dates::Date;
use crate::values::unit::Unit;
use rust_decimal::Decimal;
use std::sync::Arc;

/// One thing that is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Its name in requests.
    pub name: &'static str,
    /// What kind of value belongs there.
    pub kind: Kind,
    /// Whether it must be given, where it applies.
    pub required: bool,
    /// When it applies; always where there is no condition.
    pub only_if: Option<Condition>,
    /// What holds where nothing is given.
    pub default: Option<Fallback>,
    /// A count beside it that it may not exceed.
    pub at_most: Option<&'static str>,
    /// Texts of the form and lists of them, one of which it repeats; the calculator checks that it does.
    pub one_of: &'static [&'static str],
    /// What its number counts, where that has words which mean another number elsewhere.
    pub unit: Option<Unit>,
}

/// A kind of value.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// An amount in the request's currency.
    Money,
    /// An amount in US dollars, whatever the request's currency.
    Dollars,
    /// A percentage.
    Percent,
    /// An exchange rate: the most.
    Rate(Decimal),
    /// A day.
    Date,
    /// A day and a time on the wall clock.
    LocalTime,
    /// A time of day.
    Time,
    /// Yes or no.
    Flag,
    /// A whole number of something: the fewest and the most.
    Count((i64, i64)),
    /// A few words, only echoed.
    Text,
    /// A currency beside the request's own.
    Currency,
    /// One of several keys.
    Choice(Choices),
    /// A country or territory.
    Country,
    /// A list of objects: the fewest, the most, and their fields.
    List(usize, usize, &'static [Field]),
}

/// Where the keys of a choice come from.
#[derive(Debug, Clone, Copy)]
pub enum Choices {
    /// The calculator itself.
    Fixed(&'static [&'static str]),
    /// A list of the pack, and one more key.
    Listed(&'static str, &'static str),
    /// What stands in a column of a table of the pack, and one more key.
    InTable(&'static str, &'static str, &'static str),
    /// The pack's catalogue of services.
    Services,
}

/// When a field applies: by another field beside it, or by the currency.
#[derive(Debug, Clone, Copy)]
pub enum Condition {
    /// Only if the field holds one of the first keys; not if it holds one of the second. Anything
    /// else in it is a fault of its own, and decides nothing here.
    In(&'static str, &'static [&'static str], &'static [&'static str]),
    /// Only if the request's currency is another.
    CurrencyIsNot(&'static str),
    /// Only if the `service` beside it is one of these; not if it is another of the catalogue.
    ServiceIs(&'static [&'static str]),
    /// Only if the country in the field has, in the rows of this term, a value of this name.
    InRows(&'static str, &'static str, &'static str),
    /// Only if it has none there.
    NotInRows(&'static str, &'static str, &'static str),
    /// Only if all of these hold.
    All(&'static [Condition]),
    /// Only if one of these holds.
    Either(&'static [Condition]),
}

/// What holds where nothing is given.
#[derive(Debug, Clone, Copy)]
pub enum Fallback {
    /// The value of another field of the request.
    Field(&'static str),
    /// A value of the pack.
    Term(&'static str),
    /// One of the field's own keys.
    Key(&'static str),
}

impl Field {
    /// A required field of a kind; names and conditions are put on it by [`fields`].
    pub const fn required(kind: Kind) -> Field {
        Field { name: "", kind, required: true, only_if: None, default: None, at_most: None, one_of: &[], unit: None }
    }
}

/// The keys that a pack offers for a choice.
pub fn pack_choices(pack: &Pack, choices: Choices, as_of: Date) -> Vec<Arc<str>> {
    match choices {
        Choices::Fixed(keys) => keys.iter().map(|key| Arc::from(*key)).collect(),
        Choices::Listed(term, also) => {
            let mut keys = pack.keys(term, as_of);
            keys.push(Arc::from(also));
            keys
        }
        Choices::InTable(term, column, also) => {
            let mut keys = pack.column(term, column, as_of);
            keys.push(Arc::from(also));
            keys
        }
        Choices::Services => pack.services.iter().map(|service| service.key.clone()).collect(),
    }
}
/// Declares a record: the struct, its fields as described, and its reading.
macro_rules! fields {
    ($(#[$doc:meta])* $vis:vis struct $name:ident {
        $($(#[$field_doc:meta])* $field:ident: $type:ty $({ $($key:ident: $value:expr),* $(,)? })?,)*
    }) => {
        $(#[$doc])*
        #[derive(Debug, Clone)]
        #[allow(dead_code, reason = "some entries only decide which others are asked for, or tell two lines apart")]
        $vis struct $name { $($(#[$field_doc])* pub $field: $type,)* }

        impl $crate::form::Record for $name {
            const FIELDS: &'static [$crate::form::Field] = &[$(
                $crate::form::Field {
                    name: stringify!($field),
                    $($($key: $value,)*)?
                    ..<$type as $crate::form::Entry>::FIELD
                },
            )*];

            #[allow(unused_variables, unused_mut, reason = "a record may have no fields")]
            fn read_fields(
                source: $crate::form::Source<'_>,
                path: &$crate::form::Path<'_>,
                reading: &mut $crate::form::Reading<'_>,
            ) -> Option<$name> {
                let mut fields = Self::FIELDS.iter();
                $(let $field = $crate::form::read_field::<$type>(source, fields.next()?, path, reading);)*
                Some($name { $($field: $field?,)* })
            }
        }
    };
}
pub(crate) use fields;
