//! Where a value stands: in the request, in the terms, in the answer, or on the way to it.

use crate::values::written::{self, Written};
use serde::ser::{Serialize, Serializer};
use std::fmt;

/// What a path begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Root {
    /// The day that is asked about.
    AsOf,
    /// The entries.
    Input,
    /// The terms in force.
    Terms,
    /// Figures of the whole, and rows of their lists.
    Figures,
    /// Dates of the whole.
    Dates,
    /// The answer's lines.
    #[default]
    Lines,
    /// Values on the way, which the answer does not show.
    Between,
    /// The formula itself, which writes it down; no path leads there.
    Formula,
}

/// The row in which a value stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum At<'t> {
    /// None.
    #[default]
    Whole,
    /// A row of a list.
    Row(&'static str, usize),
    /// A row of a list that stands in a row of another.
    Deep(&'static str, usize, &'static str, usize),
    /// The row of a term that has a key.
    Keyed(&'static str, &'t str),
    /// A member of the list in a column of a row of a term.
    Item(&'static str, usize, usize),
}

/// Where a value stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place<'t> {
    /// What its path begins with.
    pub root: Root,
    /// In which row.
    pub at: At<'t>,
    /// Its own name.
    pub name: &'static str,
}

/// The list that holds the answer's lines.
pub const LINES: &str = "lines";

impl Place<'static> {
    /// The day that is asked about.
    pub const AS_OF: Place<'static> = Place { root: Root::AsOf, at: At::Whole, name: "as_of" };

    /// A value of the whole.
    pub const fn whole(root: Root, name: &'static str) -> Place<'static> {
        Place { root, at: At::Whole, name }
    }
}

impl<'t> Place<'t> {
    /// The path, such as `lines.0.amount`.
    pub fn path(self) -> String {
        self.to_string()
    }

    /// Of the list that stands there, a member; of rows that have a key lists have no members.
    pub fn item(self, item: usize) -> Option<Place<'t>> {
        match self.at {
            At::Row(term, row) => Some(Place { at: At::Item(term, row, item), ..self }),
            _ => None,
        }
    }

    /// The same for longer than the terms are held.
    pub fn owned(self) -> OwnedPlace {
        let Place { root, at, name } = self;
        match at {
            At::Whole => OwnedPlace::Place(Place { root, at: At::Whole, name }),
            At::Row(list, index) => OwnedPlace::Place(Place { root, at: At::Row(list, index), name }),
            At::Deep(outer, index, inner, place) => {
                OwnedPlace::Place(Place { root, at: At::Deep(outer, index, inner, place), name })
            }
            At::Keyed(..) => OwnedPlace::Path(self.path()),
            At::Item(term, row, item) => OwnedPlace::Place(Place { root, at: At::Item(term, row, item), name }),
        }
    }
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.root {
            Root::AsOf | Root::Lines | Root::Formula => "",
            Root::Input => "input.",
            Root::Terms => "terms.",
            Root::Figures => "figures.",
            Root::Dates => "dates.",
            Root::Between => "between.",
        })?;
        let mut list = |name: &str, index: usize| {
            // Most values on the way are of a line: that need not be said.
            if self.root != Root::Between || name != LINES {
                f.write_str(name)?;
                f.write_str(".")?;
            }
            f.write_str(number(index).as_str())?;
            f.write_str(".")
        };
        match self.at {
            At::Whole => {}
            At::Row(name, index) => list(name, index)?,
            At::Deep(outer, index, inner, place) => {
                list(outer, index)?;
                list(inner, place)?;
            }
            At::Keyed(term, key) => {
                for part in [term, ".", key, "."] {
                    f.write_str(part)?;
                }
            }
            At::Item(term, row, _) => list(term, row)?,
        }
        f.write_str(self.name)?;
        if let At::Item(.., item) = self.at {
            f.write_str(".")?;
            f.write_str(number(item).as_str())?;
        }
        Ok(())
    }
}

fn number(index: usize) -> Written {
    written::count(i64::try_from(index).unwrap_or(i64::MAX))
}

impl Serialize for Place<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

/// Where a value stands, for longer than the terms are held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OwnedPlace {
    /// As a place.
    Place(Place<'static>),
    /// As its path.
    Path(String),
}

impl Serialize for OwnedPlace {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            OwnedPlace::Place(place) => place.serialize(to),
            OwnedPlace::Path(path) => to.serialize_str(path),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_leads_from_the_root_by_the_row_to_the_name() {
        let path = |root, at| Place { root, at, name: "fee" }.path();
        assert_eq!(Place::AS_OF.path(), "as_of");
        assert_eq!(path(Root::Input, At::Whole), "input.fee");
        assert_eq!(path(Root::Input, At::Deep("years", 0, "allocations", 3)), "input.years.0.allocations.3.fee");
        assert_eq!(path(Root::Lines, At::Row(LINES, 2)), "lines.2.fee");
        assert_eq!(path(Root::Lines, At::Deep(LINES, 2, "allocations", 0)), "lines.2.allocations.0.fee");
        assert_eq!(path(Root::Figures, At::Row("counted_days", 1)), "figures.counted_days.1.fee");
        assert_eq!(path(Root::Between, At::Whole), "between.fee");
        assert_eq!(path(Root::Between, At::Row(LINES, 2)), "between.2.fee");
        assert_eq!(path(Root::Between, At::Row("counted_days", 2)), "between.counted_days.2.fee");
        assert_eq!(path(Root::Between, At::Deep(LINES, 2, "allocations", 0)), "between.2.allocations.0.fee");
        let row = Place { root: Root::Terms, at: At::Keyed("cap_floor", "DE"), name: "eur" };
        assert_eq!((row.path().as_str(), row.owned()), ("terms.cap_floor.DE.eur", OwnedPlace::Path(row.path())));
        let item = Place { at: At::Row("service_rules", 3), ..row }.item(1).map(Place::path);
        assert_eq!((item.as_deref(), row.item(1)), (Some("terms.service_rules.3.eur.1"), None));
    }
}
