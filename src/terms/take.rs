//! Taking a term out of a pack, as of a day: as the type that a calculator wants, with its clause.

use super::kinds::{Keys, Rule, Table, TermKind, TermValue};
use super::{ByCountry, Checked, Need, Pack};
use crate::clause::{Cited, ClauseId};
use crate::request::given::Given;
use crate::request::problem::Problem;
use crate::request::refusal::Fault;
use crate::values::dates::{Date, TimeOfDay};
use crate::values::money::{Dollars, Percent};
use crate::values::written;
use std::sync::Arc;

/// A type that a term's value can be taken as.
pub trait FromTerm: Sized {
    /// The kind of term it is taken from.
    const KIND: TermKind;
    #[doc(hidden)]
    fn from_term(value: &TermValueRef<'_>) -> Option<Self>;
}

/// A look at a term's value, for [`FromTerm`].
#[doc(hidden)]
pub struct TermValueRef<'a>(&'a TermValue);

macro_rules! from_term {
    ($type:ty, $kind:ident, $pattern:pat => $taken:expr) => {
        impl FromTerm for $type {
            const KIND: TermKind = TermKind::$kind;
            fn from_term(value: &TermValueRef<'_>) -> Option<Self> {
                match value.0 {
                    $pattern => Some($taken),
                    _ => None,
                }
            }
        }
    };
}

from_term!(Rule, Rule, TermValue::Rule => Rule);
from_term!(i64, Count, TermValue::Count(count) => *count);
from_term!(Percent, Percent, TermValue::Percent(percent) => *percent);
from_term!(Dollars, Dollars, TermValue::Dollars(dollars) => Dollars(*dollars));
from_term!(Keys, Keys, TermValue::Keys(keys) => keys.clone());
from_term!(TimeOfDay, Time, TermValue::Time(time) => *time);
from_term!(Table, Table, TermValue::Table(table) => table.clone());
from_term!(ByCountry, ByCountry, TermValue::ByCountry(rows) => rows.clone());

/// What a calculator takes out of a pack, as of a day.
pub trait FromPack: Sized {
    /// The terms it needs.
    const NEEDS: &'static [Need];
    /// Takes them.
    ///
    /// # Errors
    /// `bad_terms` where one is missing, of another kind, or not in force on that day.
    fn take(pack: &Pack, as_of: Date) -> Result<Self, Fault>;
}

/// Declares what a calculator takes out of a pack: one declaration makes the struct, the list
/// of needs that the loader checks, and the taking. A number says what it counts: `price_months: i64 { Months }`.
macro_rules! terms {
    ($(#[$doc:meta])* $vis:vis struct $name:ident {
        $($(#[$field_doc:meta])* $field:ident: $type:ty $({ $unit:ident })?,)*
    }) => {
        $(#[$doc])*
        $vis struct $name { $($(#[$field_doc])* $field: $crate::clause::Cited<$type>,)* }

        impl $crate::terms::FromPack for $name {
            const NEEDS: &'static [$crate::terms::Need] =
                &[$($crate::terms::Need {
                    name: stringify!($field),
                    kind: <$type as $crate::terms::FromTerm>::KIND,
                    unit: $crate::terms::unit!($($unit)?),
                },)*];

            fn take(pack: &$crate::terms::Pack, as_of: $crate::values::dates::Date) -> Result<Self, $crate::request::refusal::Fault> {
                // All are taken before any is looked at: to leave at the first fault would take code that lets
                // go of what was taken before it, anew for every term.
                let mut fault = None;
                $(let $field = pack.take_or_note(stringify!($field), as_of, &mut fault);)*
                match ($($field,)*) {
                    ($(Some($field),)*) => Ok($name { $($field,)* }),
                    // Where one is not there, its fault is.
                    _ => Err(fault.unwrap_or_else($crate::terms::not_taken)),
                }
            }
        }
    };
}
pub(crate) use terms;

/// What a term counts, where it does.
macro_rules! unit {
    () => {
        None
    };
    ($unit:ident) => {
        Some($crate::values::unit::Unit::$unit)
    };
}
pub(crate) use unit;

impl Pack {
    /// A term in force on a day.
    ///
    /// # Errors
    /// `bad_terms` where it is missing, of another kind, or not in force.
    pub fn take<T: FromTerm>(&self, name: &'static str, as_of: Date) -> Result<Cited<T>, Fault> {
        let (value, clause) = self.in_force(name, as_of)?;
        match T::from_term(&TermValueRef(value)) {
            Some(taken) => Ok(Cited::new(name, taken, clause.clone())),
            None => Err(bad_value(name, format!("expected a value of kind {}", T::KIND.name()))),
        }
    }

    /// The same for one of several terms: the first fault is noted.
    pub(crate) fn take_or_note<T: FromTerm>(
        &self,
        name: &'static str,
        as_of: Date,
        fault: &mut Option<Fault>,
    ) -> Option<Cited<T>> {
        self.take(name, as_of).map_err(|found| fault.get_or_insert(found)).ok()
    }

    fn in_force(&self, name: &str, as_of: Date) -> Result<(&TermValue, &ClauseId), Fault> {
        match self.term(name) {
            None => Err(bad_value(name, "required by this calculator, but not in the pack".to_owned())),
            Some(term) => match term.value.on(as_of) {
                None => Err(bad_value(name, format!("has no value in force on {as_of}"))),
                Some(Checked { value, .. }) => Ok((value, &term.clause)),
            },
        }
    }

    /// The keys that a term lists on a day; none where it lists none.
    pub fn keys(&self, name: &str, as_of: Date) -> Vec<Arc<str>> {
        match self.value(name, as_of) {
            Some(TermValue::Keys(keys)) => keys.0.to_vec(),
            _ => Vec::new(),
        }
    }

    /// What stands in a column of a table on a day, or of rows for countries, each once; nothing where there is none.
    pub fn column(&self, name: &str, column: &str, as_of: Date) -> Vec<Arc<str>> {
        let mut found: Vec<Arc<str>> = Vec::new();
        let mut add = |row: &Given| {
            if let Some(text) = row.get(column).and_then(Given::text)
                && !found.iter().any(|known| &**known == text)
            {
                found.push(Arc::from(text));
            }
        };
        match self.value(name, as_of) {
            Some(TermValue::Table(table)) => table.0.iter().for_each(add),
            Some(TermValue::ByCountry(rows)) => rows.0.iter().for_each(|row| add(&row.values)),
            _ => {}
        }
        found
    }

    /// The rows that a term has for countries on a day; none where it has none.
    pub fn rows(&self, name: &str, as_of: Date) -> Option<&ByCountry> {
        match self.value(name, as_of)? {
            TermValue::ByCountry(rows) => Some(rows),
            _ => None,
        }
    }

    /// A term's percentage, count or time on a day, as a request would write it.
    pub fn shown(&self, name: &str, as_of: Date) -> Option<String> {
        let written = match self.value(name, as_of)? {
            TermValue::Percent(percent) => written::decimal(percent.0),
            TermValue::Count(count) => written::count(*count),
            TermValue::Dollars(amount) => written::decimal(*amount),
            TermValue::Time(time) => time.written(),
            _ => return None,
        };
        Some(written.as_str().to_owned())
    }

    fn value(&self, name: &str, as_of: Date) -> Option<&TermValue> {
        self.term(name)?.value.on(as_of).map(|Checked { value, .. }| value)
    }
}

/// Terms of which one is not there.
pub(crate) fn not_taken() -> Fault {
    Fault::at("terms", Problem::BadTerms { reason: String::new() })
}

fn bad_value(name: &str, reason: String) -> Fault {
    Fault::at(format!("terms.values.{name}"), Problem::BadTerms { reason })
}

#[cfg(test)]
#[allow(clippy::panic, reason = "a test that goes wrong shall stop")]
mod tests {
    use super::*;

    #[test]
    fn a_term_is_taken_as_what_it_is_and_as_nothing_else() {
        let packs = crate::terms();
        let unified = packs.iter().find(|pack| pack.id == "ms-unified");
        let (Some(unified), Some(day)) = (unified, Date::parse("2026-11-21")) else { panic!("there is such a pack") };
        const DAYS: &str = "full_refund_days_ahead";
        assert_eq!(unified.take::<i64>(DAYS, day).map(|days| *days.value()), Ok(14));
        let refused = |fault: Fault| (fault.field.clone(), fault.to_string());
        let (field, message) = unified.take::<Percent>(DAYS, day).map_or_else(refused, |_| Default::default());
        assert_eq!(field, format!("terms.values.{DAYS}"));
        assert!(message.ends_with("expected a value of kind percent"), "{message}");
        let (field, message) = unified.take::<i64>("coffee_days", day).map_or_else(refused, |_| Default::default());
        assert_eq!(field, "terms.values.coffee_days");
        assert!(message.ends_with("required by this calculator, but not in the pack"), "{message}");
        // As a request would write it; a list has no such form.
        let shown = |name: &str| unified.shown(name, day);
        assert_eq!(shown(DAYS).as_deref(), Some("14"));
        assert_eq!(shown("partial_charge_percent").as_deref(), Some("50"));
        assert_eq!(shown("extended_spend_usd").as_deref(), Some("60000000"));
        assert_eq!(shown("credit_services"), None);
        assert!(!unified.keys("credit_services", day).is_empty());
        // A number lists no keys, and has no columns and no countries.
        assert!(unified.keys(DAYS, day).is_empty());
        assert!(!unified.column("response_plans", "plan", day).is_empty());
        assert!(unified.column(DAYS, "plan", day).is_empty());
        assert!(unified.rows(DAYS, day).is_none());
    }
}
