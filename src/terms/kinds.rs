//! What kinds of value a term may have.

use crate::clause::ClauseId;
use crate::request::given::Given;
use crate::terms::by_country::ByCountry;
use crate::values::dates::{Date, TimeOfDay};
use crate::values::money::Percent;
use crate::values::unit::Unit;
use crate::working::answer::Value;
use crate::working::part::Plain;
use rust_decimal::Decimal;
use std::sync::Arc;

/// The value of a term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum TermValue {
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

    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(kind, _)| *kind == self).map_or("", |(_, name)| name)
    }

    pub fn named(name: &str) -> Option<TermKind> {
        Self::NAMES.iter().find(|(_, known)| *known == name).map(|(kind, _)| *kind)
    }
}

/// A term that a calculator needs.
#[derive(Debug, Clone, Copy)]
pub struct Need {
    /// Its name in the pack.
    pub name: &'static str,
    /// Its kind.
    pub kind: TermKind,
    /// What it counts, where it does.
    pub unit: Option<Unit>,
}

/// A clause without a value of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule;

/// A list of keys, shared rather than copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keys(pub Arc<[Arc<str>]>);

impl Keys {
    /// Whether a key is among them.
    pub fn contains(&self, key: &str) -> bool {
        self.0.iter().any(|known| &**known == key)
    }
}

impl Plain for Keys {
    type V<'a> = &'a [Arc<str>];

    fn plain(&self) -> &[Arc<str>] {
        &self.0
    }
}

impl From<Keys> for Value {
    fn from(keys: Keys) -> Value {
        Value::Texts(keys.0.to_vec())
    }
}

/// Rows of values with names, shared rather than copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table(pub Arc<[Given]>, Arc<[Option<ClauseId>]>);

impl Table {
    /// Rows, each with the clause that it names of its own.
    pub fn new(rows: &[Given]) -> Table {
        let clause = |row: &Given| row.get("clause").and_then(Given::text).map(ClauseId::new);
        Table(rows.into(), rows.iter().map(clause).collect())
    }

    /// The clauses that its rows name of their own, row by row.
    pub fn clauses(&self) -> &[Option<ClauseId>] {
        &self.1
    }

    /// The row whose column holds a text, if any does.
    pub fn row(&self, column: &str, text: &str) -> Option<&Given> {
        self.0.iter().find(|row| row.get(column).and_then(Given::text) == Some(text))
    }
}
