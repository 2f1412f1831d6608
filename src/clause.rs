//! Where a value is written: a value of a contract cannot exist here without its clause.

use crate::values::dates::Date;
use serde::{Serialize, Serializer};
use std::fmt;
use std::sync::Arc;

/// The id of a rule, such as `IBM-SS-14`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClauseId(Arc<str>);

impl ClauseId {
    /// An id as the pack has it.
    pub fn new(id: &str) -> ClauseId {
        ClauseId(Arc::from(id))
    }

    /// The id.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ClauseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for ClauseId {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.0)
    }
}

/// A clause: its rule id, the section of the document, and when the two were last compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// Rule id.
    pub id: ClauseId,
    /// Section of the document, as the document numbers it.
    pub section: String,
    /// The day on which somebody last read it there.
    pub checked: Date,
}

/// A value and the clause that it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited<T> {
    name: &'static str,
    value: T,
    clause: ClauseId,
}

impl<T> Cited<T> {
    /// Ties a value to its name in the terms and to its clause.
    pub fn new(name: &'static str, value: T, clause: ClauseId) -> Cited<T> {
        Cited { name, value, clause }
    }

    /// Its name in the terms.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The value.
    pub fn value(&self) -> &T {
        &self.value
    }

    /// The clause that says it.
    pub fn clause(&self) -> &ClauseId {
        &self.clause
    }
}

/// A value as it changes over time: each from its day on, the first one perhaps since always.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated<T> {
    entries: Vec<(Option<Date>, T)>,
}

impl<T> Dated<T> {
    /// Values with the days from which they hold; none where the days do not rise.
    pub fn rising(entries: Vec<(Option<Date>, T)>) -> Option<Dated<T>> {
        let rising = entries.iter().zip(entries.iter().skip(1)).all(|((before, _), (after, _))| before < after);
        (rising && !entries.is_empty()).then_some(Dated { entries })
    }

    /// The value in force on a day, if any is.
    pub fn on(&self, day: Date) -> Option<&T> {
        let in_force = self.entries.iter().rev().find(|(from, _)| from.is_none_or(|from| from <= day));
        in_force.map(|(_, value)| value)
    }

    /// Every value it ever had, with the day from which it holds.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn entries(&self) -> impl Iterator<Item = (Option<Date>, &T)> {
        self.entries.iter().map(|(from, value)| (*from, value))
    }

    /// Every value it ever had.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.entries.iter().map(|(_, value)| value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_written_as_the_pack_has_it() {
        let id = ClauseId::new("IBM-SS-14");
        assert_eq!((id.to_string().as_str(), id.as_str()), ("IBM-SS-14", "IBM-SS-14"));
    }

    #[test]
    fn the_value_in_force_is_the_last_that_began() {
        let day = Date::parse;
        let rates = Dated::rising(vec![(None, 60), (day("2026-01-01"), 65)]);
        let on = |text| rates.as_ref().zip(day(text)).and_then(|(rates, day)| rates.on(day).copied());
        assert_eq!(on("2025-12-31"), Some(60));
        assert_eq!(on("2026-01-01"), Some(65));
        let later = Dated::rising(vec![(day("2026-01-01"), 65)]);
        assert_eq!(later.zip(day("2025-12-31")).and_then(|(later, day)| later.on(day).copied()), None);
        assert_eq!(Dated::rising(vec![(day("2026-01-01"), 1), (day("2026-01-01"), 2)]), None);
        assert_eq!(Dated::<i32>::rising(Vec::new()), None);
    }
}
