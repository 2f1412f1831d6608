//! What is being read, and what reading needs to know beside it.

use super::{Choices, pack_choices};
use crate::request::bounds;
use crate::request::given::Given;
use crate::request::problem::Problem;
use crate::request::refusal::Fault;
use crate::terms::{ByCountry, Pack};
use crate::values::country::Country;
use crate::values::dates::Date;
use crate::working::place::{At, Place, Root};
use std::fmt;
use std::sync::Arc;

/// What reading needs to know beside the value.
pub struct Reading<'p> {
    /// Decimals of the request's currency, where that is known.
    pub digits: Option<u32>,
    /// The request's currency, where it is known.
    pub currency: Option<&'static str>,
    /// The country that was entered, once it has been read.
    pub country: Option<Country>,
    /// The day that is asked about, where it is known.
    pub as_of: Option<Date>,
    /// The terms, where they could be loaded.
    pub pack: Option<&'p Pack>,
    /// Everything that was wrong so far.
    pub faults: Vec<Fault>,
}

impl<'p> Reading<'p> {
    /// Notes a fault.
    pub fn fault(&mut self, path: &Path<'_>, problem: Problem) {
        self.faults.push(Fault::at(path.to_string(), problem));
    }

    /// The rows that a term has for countries; none where the terms could not be loaded.
    pub(super) fn rows(&self, term: &str) -> Option<&'p ByCountry> {
        self.pack?.rows(term, self.looked_at()?)
    }

    /// The day asked about. One that is itself at fault does not hide other faults: what holds last is looked at.
    fn looked_at(&self) -> Option<Date> {
        self.as_of.or_else(|| Date::parse(bounds::DATE.1))
    }

    /// The keys that a choice has; none where the terms could not be loaded.
    pub(super) fn choices(&self, choices: Choices) -> Option<Vec<Arc<str>>> {
        Some(pack_choices(self.pack?, choices, self.looked_at()?))
    }
}

/// The way from the request to a value; written out only when something is wrong there.
#[derive(Clone, Copy)]
pub enum Path<'a> {
    /// The whole.
    Root,
    /// A field of what is above.
    Name(&'a Path<'a>, &'static str),
    /// A member that somebody put there, whatever it is called.
    Given(&'a Path<'a>, &'a str),
    /// An item of what is above.
    Item(&'a Path<'a>, usize),
}

impl Path<'_> {
    /// The place of an entry there: in the input, or in a row of a table, where its column is all that is known.
    pub fn place(&self) -> Place<'static> {
        let Path::Name(above, name) = self else { return Place::whole(Root::Input, "") };
        let at = match above {
            Path::Item(Path::Name(Path::Item(Path::Name(_, outer), index), inner), place) => {
                At::Deep(outer, *index, inner, *place)
            }
            Path::Item(Path::Name(_, list), index) => At::Row(list, *index),
            _ => At::Whole,
        };
        Place { root: Root::Input, at, name }
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let dot = |f: &mut fmt::Formatter<'_>, above: &Path<'_>| match above {
            Path::Root => Ok(()),
            _ => write!(f, "{above}."),
        };
        match self {
            Path::Root => Ok(()),
            Path::Name(above, name) | Path::Given(above, name) => dot(f, above).and_then(|()| f.write_str(name)),
            Path::Item(above, index) => dot(f, above).and_then(|()| write!(f, "{index}")),
        }
    }
}

/// Where the fields of a record are: in an object, or in the cells of a row.
#[derive(Clone, Copy)]
pub enum Source<'a> {
    /// An object that was handed in.
    Object(&'a Given),
    /// Names of the columns, and the cells under them.
    Row(&'a [String], &'a [&'a str]),
}

impl<'a> Source<'a> {
    pub(super) fn get(self, name: &str) -> Option<Cell<'a>> {
        match self {
            Source::Object(given) => given.get(name).map(Cell::Given),
            Source::Row(columns, cells) => {
                let cell = columns.iter().zip(cells).find(|(column, _)| *column == name);
                cell.map(|(_, cell)| *cell).filter(|cell| !cell.is_empty()).map(Cell::Text)
            }
        }
    }
}

/// One value on its way in.
#[derive(Clone, Copy)]
pub enum Cell<'a> {
    /// As it was handed in.
    Given(&'a Given),
    /// As it stands in a cell of a table: always text.
    Text(&'a str),
}

impl<'a> Cell<'a> {
    pub(super) fn text(self, kind: &'static str, expected: &'static str) -> Result<&'a str, Problem> {
        match self {
            Cell::Text(text) => Ok(text),
            Cell::Given(given) => given.text().ok_or_else(|| wrong_type(given, kind, expected)),
        }
    }
}

/// A value of another kind than belongs there.
pub fn wrong_type(given: &Given, kind: &'static str, expected: &'static str) -> Problem {
    Problem::WrongType { kind, expected, got: given.kind().to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_written_from_the_whole_down() {
        let lines = Path::Name(&Path::Root, "lines");
        let line = Path::Item(&lines, 3);
        assert_eq!(Path::Name(&line, "fee").to_string(), "lines.3.fee");
        assert_eq!(Path::Item(&Path::Root, 0).to_string(), "0");
        assert_eq!(Path::Root.to_string(), "");
    }
}
