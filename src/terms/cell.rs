//! Single cells of the terms' rows and of the catalogue, as values that a formula can name.

use super::{CountryRow, Keys, Mark, Service, Table};
use crate::clause::{Cited, ClauseId};
use crate::request::bounds;
use crate::request::given::Given;
use crate::request::intake;
use crate::values::country::Country;
use crate::values::dates::{Date, TimeOfDay};
use crate::values::money::{Dollars, Percent, decimal};
use crate::working::answer::Value;
use crate::working::place::{At, Place, Root};
use crate::working::{Column, Of};
use std::sync::Arc;

/// What the catalogue is called in the path of what stands in it.
pub const SERVICES: &str = "services";

/// What can stand in a cell.
pub trait Cell: Sized {
    /// Reads it; nothing where something else stands there.
    fn cell(given: &Given) -> Option<Self>;
}

impl Cell for i64 {
    fn cell(given: &Given) -> Option<i64> {
        given.whole()
    }
}

impl Cell for Dollars {
    fn cell(given: &Given) -> Option<Dollars> {
        let amount = match given.text() {
            Some(text) => intake::plain_decimal(text, bounds::MONEY_DECIMALS, bounds::MONEY_MAX),
            None => decimal(given.whole()?.into(), 0),
        };
        amount.map(Dollars)
    }
}

impl Cell for Percent {
    fn cell(given: &Given) -> Option<Percent> {
        let percent = match given.text() {
            Some(text) => intake::plain_decimal(text, bounds::PERCENT_DECIMALS, bounds::PERCENT_MAX),
            None => decimal(given.whole()?.into(), 0),
        };
        percent.map(Percent)
    }
}

impl Cell for TimeOfDay {
    fn cell(given: &Given) -> Option<TimeOfDay> {
        TimeOfDay::parse(given.text()?)
    }
}

impl Cell for bool {
    fn cell(given: &Given) -> Option<bool> {
        match given {
            Given::Flag(flag) => Some(*flag),
            _ => None,
        }
    }
}

impl Cell for Date {
    fn cell(given: &Given) -> Option<Date> {
        Date::parse(given.text()?)
    }
}

impl Cell for Keys {
    fn cell(given: &Given) -> Option<Keys> {
        let Given::List(keys, _) = given else { return None };
        let keys: Option<Vec<Arc<str>>> = keys.iter().map(|key| key.text().map(Arc::from)).collect();
        Some(Keys(keys?.into()))
    }
}

impl Cell for ClauseId {
    fn cell(given: &Given) -> Option<ClauseId> {
        given.text().map(ClauseId::new)
    }
}

impl Cell for Arc<str> {
    fn cell(given: &Given) -> Option<Arc<str>> {
        given.text().map(Arc::from)
    }
}

fn named<'t, T: Cell>(row: &Given, column: &Column<T>, key: &'t str, clause: &'t ClauseId) -> Option<Of<'t, T>> {
    let place = Place { root: Root::Terms, at: At::Keyed(column.term, key), name: column.column };
    let value = T::cell(row.get(column.column)?)?;
    Some(Of::new(value, place, true, clause).stands_for(column.name))
}

impl CountryRow {
    /// What stands in a column, for a country of the row, by the row's own clause.
    pub fn cell<T: Cell>(&self, column: &Column<T>, country: Country) -> Option<Of<'_, T>> {
        named(&self.values, column, country.code(), &self.clause)
    }
}

impl Cited<Table> {
    /// What stands in a column of the row whose key is the text in another, by the clause of the term; a row that has a
    /// clause of its own is put under it with [`Of::under`].
    pub fn cell<'t, T: Cell>(&'t self, column: &Column<T>, by: &str, key: &'t str) -> Option<Of<'t, T>> {
        named(self.value().row(by, key)?, column, key, self.clause())
    }
}

impl Service {
    fn place(&self, name: &'static str) -> Place<'_> {
        Place { root: Root::Terms, at: At::Keyed(SERVICES, &self.key), name }
    }

    /// The kind of service that the catalogue counts it among.
    pub fn group(&self) -> Of<'_, Arc<str>> {
        Of::new(self.group.clone(), self.place("group"), true, &self.clause)
    }

    /// How the catalogue says that it is sold.
    pub fn mark(&self) -> Of<'_, Mark> {
        Of::new(self.mark, self.place("mark"), true, &self.clause)
    }
}

impl Service {
    /// The number of the table that lists it.
    pub fn table(&self) -> Of<'_, i64> {
        Of::new(self.table, self.place("table"), true, &self.clause)
    }
}

crate::working::part::plain!(Mark);

impl AsRef<str> for Mark {
    fn as_ref(&self) -> &str {
        self.name()
    }
}

impl Mark {
    /// Its name in answers.
    pub fn key(self) -> &'static str {
        self.name()
    }
}

impl From<Mark> for Value {
    fn from(mark: Mark) -> Value {
        Value::Key(mark.name())
    }
}
