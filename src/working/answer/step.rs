//! How a value was found: the formula, what stands in it, and where that is from.

use super::Value;
use crate::clause::ClauseId;
use crate::values::members::Name;
use crate::values::money::Rounding;
use crate::working::place::{OwnedPlace, Place};
use serde::ser::{Serialize, SerializeStruct, Serializer};
use std::fmt;

/// How a value was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// The value that this is the working of.
    pub(crate) figure: Place<'static>,
    /// The formula; `#` stands for each of what is told, one after the other.
    pub(crate) formula: &'static str,
    /// What stands in it.
    pub(crate) told: Vec<Told>,
    /// What came out.
    pub(crate) result: Value,
    /// How it was rounded.
    pub(crate) rounding: Rounding,
    /// The clause that says to do so.
    pub(crate) clause: ClauseId,
}

/// What stands in a formula.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// Its name.
    pub(crate) name: &'static str,
    /// What it is.
    pub(crate) value: Value,
    /// Where it is from.
    pub(crate) from: Origin,
}

/// Where something in a formula is from.
#[derive(Debug, Clone, PartialEq)]
pub enum Origin {
    /// A key that the formula itself writes down.
    Key,
    /// One place.
    One(OwnedPlace),
    /// A place for each of several.
    Several(Vec<OwnedPlace>),
}

impl Step {
    /// The path of the value that this is the working of, such as `lines.0.charge`.
    pub fn figure(&self) -> String {
        self.figure.path()
    }

    /// What came out, as JSON writes it; empty for a list.
    pub fn result(&self) -> String {
        self.result.text()
    }

    /// The way in which it was rounded: `none`, `half_up`, `up` or `down`.
    pub fn rounding(&self) -> &'static str {
        self.rounding.name()
    }

    /// The id of the rule that says to do so.
    pub fn clause(&self) -> &str {
        self.clause.as_str()
    }

    /// Each name of the formula, once, with the value that it stands for; empty for a list.
    pub fn values(&self) -> impl Iterator<Item = (&'static str, String)> {
        self.names().map(|told| (told.name, told.value.text()))
    }

    /// The formula as it reads.
    pub fn formula(&self) -> String {
        Formula(self).to_string()
    }

    /// What its names stand for, each told once.
    pub(crate) fn names(&self) -> impl Iterator<Item = &Told> {
        let is_new = |(at, told): &(usize, &Told)| {
            let before = self.told.iter().take(*at);
            told.from != Origin::Key
                && !before.into_iter().any(|other| other.name == told.name && other.from == told.from)
        };
        self.told.iter().enumerate().filter(is_new).map(|(_, told)| told)
    }
}

/// The values of a step, or where they are from.
struct Names<'a>(&'a Step, bool);

impl Serialize for Names<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let Names(step, is_of_origins) = self;
        let mut names = to.serialize_struct("Names", step.told.len())?;
        for told in step.names() {
            match &told.from {
                _ if !is_of_origins => names.serialize_field(told.name, &told.value)?,
                Origin::One(place) => names.serialize_field(told.name, place)?,
                Origin::Several(places) => names.serialize_field(told.name, places)?,
                Origin::Key => {}
            }
        }
        names.end()
    }
}

/// The formula of a step, as it reads.
struct Formula<'a>(&'a Step);

impl fmt::Display for Formula<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = self.0.formula.split('#');
        f.write_str(parts.next().unwrap_or_default())?;
        for (told, part) in self.0.told.iter().zip(parts) {
            let quote = if told.from == Origin::Key { "\"" } else { "" };
            for part in [quote, told.name, quote, part] {
                f.write_str(part)?;
            }
        }
        Ok(())
    }
}

impl Serialize for Formula<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl Serialize for Step {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut step = to.serialize_struct("Step", 7)?;
        step.serialize_field("figure", &self.figure)?;
        step.serialize_field("formula", &Formula(self))?;
        step.serialize_field("values", &Names(self, false))?;
        step.serialize_field("from", &Names(self, true))?;
        step.serialize_field("result", &self.result)?;
        step.serialize_field("rounding", &Name(self.rounding.name()))?;
        step.serialize_field("clause", &self.clause)?;
        step.end()
    }
}
