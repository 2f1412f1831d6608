//! What a calculator says, declared once: the values of its answer with their kinds, those on the way to it, and its codes.

use super::{Output, OutputKind};
use crate::clause::ClauseId;
use crate::form::Chosen;
use crate::terms::{Keys, is_same};
use crate::values::dates::{Date, LocalTime, Month, TimeOfDay};
use crate::values::money::{Dollars, Money, Percent, Rate, Ratio};
use crate::working::answer::Row;
use std::sync::Arc;

/// A type that a value of an answer can have.
pub trait Shown {
    /// What is worked out.
    type Value;
    /// How it is described, as far as the type alone says.
    const OUTPUT: Output;
}

impl<T: Shown> Shown for Option<T> {
    type Value = T::Value;
    const OUTPUT: Output = Output { optional: true, ..T::OUTPUT };
}

macro_rules! shown {
    ($($type:ty => $kind:ident),* $(,)?) => {
        $(impl Shown for $type {
            type Value = $type;
            const OUTPUT: Output = Output::always("", OutputKind::$kind);
        })*
    };
}

shown! {
    Money => Money,
    Percent => Percent,
    Rate => Rate,
    i64 => Count,
    Date => Date,
    Month => Month,
    LocalTime => LocalTime,
    TimeOfDay => Time,
    bool => Flag,
    // Which keys, the calculator says at the value.
    &'static str => Key,
    Arc<str> => Text,
    ClauseId => Clause,
}

impl Shown for Dollars {
    type Value = Dollars;
    // Another currency, the calculator says at the value: `{ currency: Some("EUR") }`.
    const OUTPUT: Output = Output { currency: Some("USD"), ..Output::always("", OutputKind::Money) };
}

/// A list in a row of the terms: what each member is.
impl<T: Shown> Shown for Vec<T> {
    type Value = T::Value;
    const OUTPUT: Output = T::OUTPUT;
}

impl<const DECIMALS: u32> Shown for Ratio<DECIMALS> {
    type Value = Ratio<DECIMALS>;
    const OUTPUT: Output = Output::always("", OutputKind::Ratio);
}

impl<C: Chosen> Shown for C {
    type Value = C;
    const OUTPUT: Output = Output::always("", OutputKind::Choice(C::KEYS));
}

impl Shown for Keys {
    type Value = Keys;
    const OUTPUT: Output = Output::always("", OutputKind::List(&[]));
}

/// A list of rows; which, the calculator says at the value.
pub struct Rows;

impl Shown for Rows {
    type Value = Vec<Row>;
    const OUTPUT: Output = Output::always("", OutputKind::List(&[]));
}

/// The places of rows in the list that stands in a line, as a note tells them.
pub struct Places;

impl Shown for Places {
    type Value = Vec<i64>;
    const OUTPUT: Output = Output::always("", OutputKind::Places);
}

/// The name that is written: what is a word of the language itself has a mark before it, `r#use`.
pub const fn name_of(written: &'static str) -> &'static str {
    match written.as_bytes() {
        [b'r', b'#', ..] => written.split_at("r#".len()).1,
        _ => written,
    }
}

/// Which of several is the one of a name.
pub const fn order_of(outputs: &[Output], name: &str) -> u8 {
    let mut order: u8 = 0;
    let mut rest = outputs;
    while let [first, others @ ..] = rest {
        if is_same(first.name, name) {
            break;
        }
        order += 1;
        rest = others;
    }
    order
}

/// Declares all that a calculator says: its values by their places, each with its kind as in [`fields`](crate::form), and
/// its codes. `work!` and `show` take the values from `out`; the description (`About`) has them from `out::ABOUT`.
macro_rules! answers {
    (
        $(figure { $($figure:tt)* })?
        $(date { $($date:tt)* })?
        $(line { $($line:tt)* })?
        $(rows $rows:ident { $($row:tt)* })*
        $(between { $($between:tt)* })?
        $(column { $($column:tt)* })?
        $(reason { $($reason:tt)* })?
        $(assumption { $($assumption:tt)* })?
        $(warning { $($warning:tt)* })?
    ) => {
        /// What was declared, by its place.
        pub mod out {
            #[allow(unused_imports, reason = "kinds are named as the calculator names them")]
            use super::*;

            $($crate::calculators::declared::place! { figure Figure $($figure)* })?
            $($crate::calculators::declared::place! { date Date $($date)* })?
            $($crate::calculators::declared::place! { line Row $($line)* })?
            $($crate::calculators::declared::place! { $rows Row $($row)* })*
            $($crate::calculators::declared::place! { between Between $($between)* })?
            $($crate::calculators::declared::columns! { $($column)* })?

            /// The description, as far as it follows from what was declared.
            pub const ABOUT: $crate::calculators::About = $crate::calculators::About {
                $(figures: { $crate::calculators::declared::repeated! { $($figure)* } figure::OUTPUTS },)?
                $(dates: { $crate::calculators::declared::repeated! { $($date)* } date::OUTPUTS },)?
                $(line: { $crate::calculators::declared::repeated! { $($line)* } line::OUTPUTS },)?
                $(between: { $crate::calculators::declared::repeated! { $($between)* } between::OUTPUTS },)?
                $(columns: { $crate::calculators::declared::repeated! { $($column)* } &[column::COLUMNS] },)?
                $(reasons: { $crate::calculators::declared::repeated! { $($reason)* } Reason::DESCRIBED },)?
                $(assumptions: { $crate::calculators::declared::repeated! { $($assumption)* } Assumption::DESCRIBED },)?
                $(warnings: { $crate::calculators::declared::repeated! { $($warning)* } Warning::DESCRIBED },)?
                ..$crate::calculators::About::NOTHING
            };
        }

        $($crate::calculators::declared::codes! { Reason ReasonCode $($reason)* })?
        $($crate::calculators::declared::codes! { Assumption AssumptionCode $($assumption)* })?
        $($crate::calculators::declared::codes! { Warning WarningCode $($warning)* })?
    };
}
pub(crate) use answers;

/// Nothing: says which part of a declaration something else is repeated for.
macro_rules! repeated {
    ($($any:tt)*) => {};
}
pub(crate) use repeated;

/// The values of one place.
macro_rules! place {
    ($place:ident $spot:ident
        $($(#[$doc:meta])* $name:ident: $type:ty $({ $($key:ident: $value:expr),* $(,)? })?),* $(,)?
    ) => {
        /// What stands there.
        #[allow(non_upper_case_globals, reason = "a value has the name that it has in the answer")]
        pub mod $place {
            #[allow(unused_imports, reason = "kinds are named as the calculator names them")]
            use super::*;
            use $crate::calculators::{Output, declared};
            #[allow(unused_imports, reason = "not everything is counted")]
            use $crate::values::unit::Unit;
            use $crate::working::{Declared, Spot};

            /// How each is described.
            pub const OUTPUTS: &[Output] = &[$(
                Output { name: declared::name_of(stringify!($name)), $($($key: $value,)*)? ..<$type as declared::Shown>::OUTPUT },
            )*];

            $(
                $(#[$doc])*
                pub const $name: Declared<<$type as declared::Shown>::Value> =
                    Declared::new(
                        declared::name_of(stringify!($name)),
                        Spot::$spot,
                        declared::order_of(OUTPUTS, declared::name_of(stringify!($name))),
                    );
            )*
        }
    };
}
pub(crate) use place;

/// Columns of the terms' rows under the names that formulas have for what stands in them: `cap_eur: Dollars =
/// cap_floor.eur { currency: Some("EUR") }` is the column `eur` of the term `cap_floor`.
#[allow(unused_macros, reason = "until a calculator that looks rows up is worked out by expressions")]
macro_rules! columns {
    (
        $($(#[$doc:meta])* $name:ident: $type:ty = $term:ident . $column:ident
            $({ $($key:ident: $value:expr),* $(,)? })?),* $(,)?
    ) => {
        /// What stands in rows of the terms.
        #[allow(non_upper_case_globals, reason = "a value has the name that formulas give it")]
        pub mod column {
            #[allow(unused_imports, reason = "kinds are named as the calculator names them")]
            use super::*;
            use $crate::calculators::{Output, TermColumn, declared};
            #[allow(unused_imports, reason = "not everything is counted")]
            use $crate::values::unit::Unit;
            use $crate::working::Column;

            /// How each is described.
            pub const COLUMNS: &[TermColumn] = &[$(TermColumn {
                term: stringify!($term),
                name: stringify!($column),
                output: Output { $($($key: $value,)*)? ..<$type as declared::Shown>::OUTPUT },
            },)*];

            $(
                $(#[$doc])*
                #[allow(dead_code, reason = "those of the catalogue are had from a service")]
                pub const $name: Column<<$type as declared::Shown>::Value> =
                    Column::new(stringify!($name), stringify!($term), stringify!($column));
            )*
        }
    };
}
#[allow(unused_imports, reason = "as above")]
pub(crate) use columns;

/// The codes of one kind of note.
macro_rules! codes {
    ($kind:ident $trait:ident $(
        $(#[$doc:meta])* $variant:ident = $code:literal $({ $($name:ident: $type:ty $({ $($key:ident: $value:expr),* })?),* $(,)? })?
    ),* $(,)?) => {
        #[doc = concat!("Codes of the kind ", stringify!($kind), ".")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $kind { $($(#[$doc])* $variant,)* }

        impl $crate::working::sheet::$trait for $kind {
            fn code(self) -> &'static str {
                match self { $($kind::$variant => $code,)* }
            }
        }

        impl $kind {
            /// All of them.
            #[allow(dead_code, reason = "few packs name codes")]
            pub const CODES: &'static [&'static str] = &[$($code),*];

            /// All of them, described.
            pub const DESCRIBED: &'static [$crate::calculators::NoteCode] = &[$($crate::calculators::NoteCode {
                code: $code,
                values: &[$($($crate::calculators::Output {
                    name: stringify!($name),
                    $($($key: $value,)*)?
                    ..<$type as $crate::calculators::declared::Shown>::OUTPUT
                },)*)?],
            },)*];

            /// The one that a pack names.
            #[allow(dead_code, reason = "few packs name codes")]
            pub fn of_code(code: &str) -> Option<$kind> {
                let all = [$($kind::$variant),*];
                all.into_iter().find(|known| $crate::working::sheet::$trait::code(*known) == code)
            }
        }
    };
}
pub(crate) use codes;
