//! Rows of the terms with types: each column is a named value, with the place where it stands and the clause that says so.

use super::{ByCountry, Cell, CountryRow, Table};
use crate::clause::{Cited, ClauseId};
use crate::request::given::Given;
use crate::values::country::Country;
use crate::working::Of;
use crate::working::place::{At, Place, Root};

/// A row of a term, as `rows!` declares it.
pub trait TermRow<'t>: Sized {
    /// The term.
    const TERM: &'static str;
    /// Reads it, by its place in the term and its clause; nothing where a column is missing or holds something else.
    fn read(row: &Given, at: At<'t>, clause: &'t ClauseId) -> Option<Self>;
}

/// What a column of a row can be declared as.
pub trait InRow {
    /// What it is read as.
    type Is<'t>;
    /// Reads it under the name that formulas have for it.
    fn read<'t>(
        given: Option<&Given>,
        place: Place<'t>,
        name: &'static str,
        clause: &'t ClauseId,
    ) -> Option<Self::Is<'t>>;
}

impl<T: Cell> InRow for T {
    type Is<'t> = Of<'t, T>;

    fn read<'t>(
        given: Option<&Given>,
        place: Place<'t>,
        name: &'static str,
        clause: &'t ClauseId,
    ) -> Option<Of<'t, T>> {
        Some(Of::new(T::cell(given?)?, place, true, clause).stands_for(name))
    }
}

impl<T: Cell> InRow for Option<T> {
    type Is<'t> = Option<Of<'t, T>>;

    fn read<'t>(
        given: Option<&Given>,
        place: Place<'t>,
        name: &'static str,
        clause: &'t ClauseId,
    ) -> Option<Option<Of<'t, T>>> {
        match given {
            None | Some(Given::Null) => Some(None),
            given => <T as InRow>::read(given, place, name, clause).map(Some),
        }
    }
}

/// The members of a list, each with where it stands; of rows that are told apart by their number.
impl<T: Cell> InRow for Vec<T> {
    type Is<'t> = Vec<Of<'t, T>>;

    fn read<'t>(
        given: Option<&Given>,
        place: Place<'t>,
        name: &'static str,
        clause: &'t ClauseId,
    ) -> Option<Vec<Of<'t, T>>> {
        let Some(Given::List(items, _)) = given else { return None };
        let items = items.iter().enumerate();
        items.map(|(index, item)| <T as InRow>::read(Some(item), place.item(index)?, name, clause)).collect()
    }
}

/// Where a column of a row stands.
pub const fn place<'t>(at: At<'t>, column: &'static str) -> Place<'t> {
    Place { root: Root::Terms, at, name: column }
}

impl Cited<Table> {
    /// Its rows by the key in a column, each where it could be read, under the clause that it names or else the term's.
    pub fn rows_by<'t, R: TermRow<'t>>(&'t self, column: &'static str) -> impl Iterator<Item = Option<R>> {
        self.with_clauses().map(move |(row, clause)| {
            let key = row.get(column).and_then(Given::text)?;
            R::read(row, At::Keyed(R::TERM, key), clause)
        })
    }

    /// The one row of a key in a column, where it is there and could be read.
    pub fn row_by<'t, R: TermRow<'t>>(&'t self, column: &'static str, key: &str) -> Option<R> {
        self.with_clauses().find_map(|(row, clause)| {
            let found = row.get(column).and_then(Given::text).filter(|text| *text == key)?;
            R::read(row, At::Keyed(R::TERM, found), clause)
        })
    }

    fn with_clauses(&self) -> impl Iterator<Item = (&Given, &ClauseId)> {
        let clauses = self.value().clauses().iter().map(|own| own.as_ref().unwrap_or(self.clause()));
        self.value().0.iter().zip(clauses)
    }

    /// Its rows by their number, each where it could be read: where no column alone tells them apart.
    pub fn rows<'t, R: TermRow<'t>>(&'t self) -> impl Iterator<Item = Option<R>> {
        let rows = self.value().0.iter().enumerate();
        rows.map(|(index, row)| R::read(row, At::Row(R::TERM, index), self.clause()))
    }
}

impl Cited<ByCountry> {
    /// The row of a country, where it has one that could be read.
    pub fn row_of<'t, R: TermRow<'t>>(&'t self, country: Country) -> Option<R> {
        self.value().of(country)?.read(country)
    }

    /// Its rows, each by the first of its countries, where it could be read.
    pub fn each<'t, R: TermRow<'t>>(&'t self) -> impl Iterator<Item = Option<R>> {
        self.value().0.iter().filter_map(|row| Some(row.read(*row.countries.first()?)))
    }
}

impl CountryRow {
    /// It for one of its countries, where it could be read.
    pub fn read<'t, R: TermRow<'t>>(&'t self, country: Country) -> Option<R> {
        R::read(&self.values, At::Keyed(R::TERM, country.code()), &self.clause)
    }
}
