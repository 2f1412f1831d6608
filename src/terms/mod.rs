//! Packs of terms: the numbers, dates and keys of one source document, each with its clause.
//!
//! The packs built in and a pack given in a request go through the same loader. Calculators do
//! not know rule ids: they ask the pack for a term by its name, and the pack says which clause
//! it stands in, so that somebody else's contract cites its own clauses.

mod by_country;
mod canonical;
mod edition;
mod load;

pub use by_country::{ByCountry, CountryRow};
pub use edition::Edition;
pub use load::load;

use crate::clause::{Cited, Clause, ClauseId, Dated};
use crate::dates::{Date, TimeOfDay};
use crate::figure::{self, Figure};
use crate::given::Given;
use crate::money::Percent;
use crate::refusal::{Fault, Problem};
use rust_decimal::Decimal;
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::sync::Arc;

/// The documents that come with the crate. A build for one page holds the terms of its calculator alone, and of the
/// other documents nothing.
pub(crate) const BUILT_IN: [(&str, &str); 3] = [
    ("ibm-ss", held("ibm-ss", include_str!("ibm-ss.json"))),
    ("ms-unified", held("ms-unified", include_str!("ms-unified.json"))),
    ("ibm-ilan", held("ibm-ilan", include_str!("ibm-ilan.json"))),
];

const fn held(id: &str, text: &'static str) -> &'static str {
    match option_env!("CLAUSEWISE_ONLY_PACK") {
        None => text,
        Some(only) => {
            if is_same(only, id) {
                include_str!(concat!(env!("OUT_DIR"), "/only-terms"))
            } else {
                ""
            }
        }
    }
}

/// The digest of the whole pack, for a build that holds a part of it.
pub(crate) const ONLY_DIGEST: Option<&str> = option_env!("CLAUSEWISE_ONLY_DIGEST");

/// Whether two texts are the same, for the compiler to find out.
#[allow(clippy::indexing_slicing, reason = "below both lengths, and looked at by the compiler")]
pub(crate) const fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}

/// Everything that one document says, checked.
#[derive(Debug, Clone)]
pub struct Pack {
    /// Key of the pack, such as `ibm-ss`.
    pub id: String,
    /// What the document is called.
    pub name: String,
    /// What the document calls its edition, or `undated`.
    pub edition: String,
    /// SHA-256 over the pack's canonical form, in hexadecimal.
    pub digest: String,
    /// Names of the calculators that these terms are enough for.
    pub calculators: Vec<String>,
    /// The clauses, by rule id.
    pub clauses: Vec<Clause>,
    /// The terms, by name.
    terms: Vec<(String, Term)>,
    /// The catalogue of services, where the document has one.
    pub services: Vec<Service>,
    /// The pack as it was given.
    source: Given,
}

#[derive(Debug, Clone)]
struct Term {
    clause: ClauseId,
    value: Dated<Checked>,
}

/// A value, and the day on which somebody last compared it with the document.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Checked {
    value: TermValue,
    checked: Date,
}

/// One service of a catalogue.
#[derive(Debug, Clone)]
pub struct Service {
    /// Its key.
    pub key: Arc<str>,
    /// The number of the table that lists it.
    pub table: i64,
    /// How it is sold.
    pub mark: Mark,
    /// The kind of service that the document counts it among.
    pub group: Arc<str>,
    /// The clause that says so.
    pub clause: ClauseId,
}

/// How a service is sold: the sign beside it in the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// `✓`: part of the base package.
    Included,
    /// `+`: may be ordered.
    Orderable,
    /// `+1`: may be ordered up to a number.
    OrderableUpToALimit,
}

impl Mark {
    /// Its name in answers.
    pub fn name(self) -> &'static str {
        match self {
            Mark::Included => "included",
            Mark::Orderable => "orderable",
            Mark::OrderableUpToALimit => "orderable_up_to_a_limit",
        }
    }
}

/// The value of a term.
#[derive(Debug, Clone, PartialEq, Eq)]
enum TermValue {
    Rule,
    Count(i64),
    Percent(Percent),
    Dollars(Decimal),
    Keys(Keys),
    Time(TimeOfDay),
    Month(Date),
    Table(Table),
    ByCountry(ByCountry),
}

/// What kinds of value a term may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TermKind {
    /// No value: the clause itself is the term.
    Rule,
    /// A whole number of something.
    Count,
    /// A percentage.
    Percent,
    /// An amount in US dollars.
    Dollars,
    /// A list of keys.
    Keys,
    /// A time of day.
    Time,
    /// A calendar month.
    Month,
    /// Rows of values with names; a row may name a clause of its own.
    Table,
    /// Rows of values for some countries, each row with its clause; the term's own is that of all others.
    ByCountry,
}

impl TermKind {
    /// Every kind with its name in a pack.
    const NAMES: [(TermKind, &'static str); 9] = [
        (TermKind::Rule, "rule"),
        (TermKind::Count, "count"),
        (TermKind::Percent, "percent"),
        (TermKind::Dollars, "usd"),
        (TermKind::Keys, "keys"),
        (TermKind::Time, "time"),
        (TermKind::Month, "month"),
        (TermKind::Table, "table"),
        (TermKind::ByCountry, "by_country"),
    ];

    fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(kind, _)| *kind == self).map_or("", |(_, name)| name)
    }

    fn named(name: &str) -> Option<TermKind> {
        Self::NAMES.iter().find(|(_, known)| *known == name).map(|(kind, _)| *kind)
    }
}

/// A term that a calculator needs: its name in the pack and its kind.
pub type Need = (&'static str, TermKind);

/// A clause without a value of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule;

/// An amount in US dollars.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dollars(pub Decimal);

/// A list of keys, shared rather than copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keys(pub Arc<[Arc<str>]>);

impl Keys {
    /// Whether a key is among them.
    pub fn contains(&self, key: &str) -> bool {
        self.0.iter().any(|known| &**known == key)
    }
}

/// Rows of values with names, shared rather than copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table(pub Arc<[Given]>);

impl Table {
    /// The row whose column holds a text, if any does.
    pub fn row(&self, column: &str, text: &str) -> Option<&Given> {
        self.0.iter().find(|row| row.get(column).and_then(Given::text) == Some(text))
    }
}

/// A type that a term's value can be taken as.
pub trait FromTerm: Sized {
    /// The kind of term it is taken from.
    const KIND: TermKind;
    #[doc(hidden)]
    fn from_term(value: &TermValueRef<'_>) -> Option<Self>;
    /// The value that formulas may name, where it is one.
    fn figure(&self) -> Option<Figure> {
        None
    }
}

/// A look at a term's value, for [`FromTerm`].
#[doc(hidden)]
pub struct TermValueRef<'a>(&'a TermValue);

macro_rules! from_term {
    ($type:ty, $kind:ident, $pattern:pat => $taken:expr $(, $figure:expr)?) => {
        impl FromTerm for $type {
            const KIND: TermKind = TermKind::$kind;
            fn from_term(value: &TermValueRef<'_>) -> Option<Self> {
                match value.0 {
                    $pattern => Some($taken),
                    _ => None,
                }
            }

            $(fn figure(&self) -> Option<Figure> {
                let figure: fn(&$type) -> Figure = $figure;
                Some(figure(self))
            })?
        }
    };
}

from_term!(Rule, Rule, TermValue::Rule => Rule);
from_term!(i64, Count, TermValue::Count(count) => *count, |count| (*count).into());
from_term!(Percent, Percent, TermValue::Percent(percent) => *percent, |percent| (*percent).into());
from_term!(Dollars, Dollars, TermValue::Dollars(dollars) => Dollars(*dollars), |dollars| dollars.0.into());
from_term!(Keys, Keys, TermValue::Keys(keys) => keys.clone());
from_term!(TimeOfDay, Time, TermValue::Time(time) => *time, |time| (*time).into());
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
/// of needs that the loader checks, and the taking.
macro_rules! terms {
    ($(#[$doc:meta])* $vis:vis struct $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty,)* }) => {
        $(#[$doc])*
        $vis struct $name { $($(#[$field_doc])* $field: $crate::clause::Cited<$type>,)* }

        impl $crate::terms::FromPack for $name {
            const NEEDS: &'static [$crate::terms::Need] =
                &[$((stringify!($field), <$type as $crate::terms::FromTerm>::KIND),)*];

            fn take(pack: &$crate::terms::Pack, as_of: $crate::dates::Date) -> Result<Self, $crate::refusal::Fault> {
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

        impl $crate::sheet::Known for $name {
            fn tell(&self, tell: &mut dyn FnMut(&'static str, $crate::figure::Figure)) {
                $(if let Some(value) = $crate::terms::FromTerm::figure(self.$field.value()) {
                    tell(stringify!($field), value);
                })*
            }
        }
    };
}
pub(crate) use terms;

impl Pack {
    /// A term in force on a day.
    ///
    /// # Errors
    /// `bad_terms` where it is missing, of another kind, or not in force.
    pub fn take<T: FromTerm>(&self, name: &str, as_of: Date) -> Result<Cited<T>, Fault> {
        let (value, clause) = self.in_force(name, as_of)?;
        match T::from_term(&TermValueRef(value)) {
            Some(taken) => Ok(Cited::new(taken, clause.clone())),
            None => Err(bad_value(name, format!("expected a value of kind {}", T::KIND.name()))),
        }
    }

    /// The same for one of several terms: the first fault is noted.
    pub(crate) fn take_or_note<T: FromTerm>(
        &self,
        name: &str,
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
            TermValue::Percent(percent) => figure::decimal(percent.0),
            TermValue::Count(count) => figure::count(*count),
            TermValue::Dollars(amount) => figure::decimal(*amount),
            TermValue::Time(time) => figure::time(*time),
            _ => return None,
        };
        Some(written.as_str().to_owned())
    }

    /// A service of the catalogue.
    pub fn service(&self, key: &str) -> Option<&Service> {
        self.services.iter().find(|service| &*service.key == key)
    }

    /// Whether it has the clause.
    pub fn has_clause(&self, id: &str) -> bool {
        self.clauses.iter().any(|clause| clause.id.as_str() == id)
    }

    fn value(&self, name: &str, as_of: Date) -> Option<&TermValue> {
        self.term(name)?.value.on(as_of).map(|Checked { value, .. }| value)
    }

    fn term(&self, name: &str) -> Option<&Term> {
        self.terms.iter().find(|(known, _)| known == name).map(|(_, term)| term)
    }
}

/// Terms of which one is not there.
pub(crate) fn not_taken() -> Fault {
    Fault::at("terms", Problem::BadTerms { reason: String::new() })
}

fn bad_value(name: &str, reason: String) -> Fault {
    Fault::at(format!("terms.values.{name}"), Problem::BadTerms { reason })
}

/// A pack as `terms()` shows it: what it was loaded from, and its digest.
impl Serialize for Pack {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("digest", &self.digest)?;
        if let Given::Object(members) = &self.source {
            for (name, value) in members {
                map.serialize_entry(name, value)?;
            }
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_the_same_letter_by_letter_and_to_the_end() {
        for (one, other) in [("", ""), ("ibm-ss", "ibm-ss"), ("維護", "維護")] {
            assert!(is_same(one, other), "{one} {other}");
        }
        for (one, other) in [("", "a"), ("ibm-ss", "ibm-s"), ("ibm-s", "ibm-ss"), ("ibm-ss", "ibm-st")] {
            assert!(!is_same(one, other), "{one} {other}");
        }
    }

    #[test]
    fn a_build_for_all_pages_holds_every_document_as_it_is() {
        assert_eq!(held("ibm-ss", "{}"), "{}");
    }
}
