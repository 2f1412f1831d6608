//! What the rows of a portfolio come to: amounts summed up by what becomes of the rows and by month.

use crate::calculators::{Calculator, OutputKind};
use crate::values::figure::Figure;
use crate::values::members::{Members, Name};
use crate::working::answer::{Row, Value};
use rust_decimal::Decimal;
use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};
use std::collections::BTreeMap;

/// Rows of one kind and one month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sum {
    /// What becomes of them.
    pub key: &'static str,
    /// The month that they belong to, such as `2026-12`, where they belong to one.
    pub month: Option<String>,
    /// How many they are.
    pub rows: usize,
    /// Their amounts by name, each summed up: those that any of the rows has. Nothing where a sum is too large to be written.
    pub amounts: Vec<(&'static str, Option<Decimal>)>,
}

impl Serialize for Sum {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let amounts = self.amounts.iter().map(|(name, amount)| (*name, amount.map(Figure::Decimal)));
        let mut sum = to.serialize_struct("Sum", 4)?;
        sum.serialize_field("key", &Name(self.key))?;
        sum.serialize_field("month", &self.month)?;
        sum.serialize_field("rows", &self.rows)?;
        sum.serialize_field("amounts", &Members(&amounts.collect::<Vec<_>>()))?;
        sum.end()
    }
}

/// What becomes of rows, and their month.
type Kind = (&'static str, Option<String>);

/// How many rows there are of a kind, and what each amount has come to, if any of them has it.
type Found = (usize, Vec<Option<Option<Decimal>>>);

/// What rows have come to so far.
pub(crate) struct Sums {
    /// The value of a line that says what becomes of it.
    key: &'static str,
    day: Option<&'static str>,
    /// The amounts of a line.
    names: Vec<&'static str>,
    found: BTreeMap<Kind, Found>,
}

impl Sums {
    /// Nothing yet; none at all where a calculator does not answer by lines.
    pub fn of(calculator: &Calculator) -> Option<Sums> {
        let by = calculator.about.rows_by?;
        let is_amount = |kind: &OutputKind| matches!(kind, OutputKind::Money);
        let names = calculator.about.line.iter().filter(|output| is_amount(&output.kind)).map(|output| output.name);
        Some(Sums { key: by.key, day: by.day, names: names.collect(), found: BTreeMap::new() })
    }

    /// The entry or value whose month counts.
    pub fn day(&self) -> Option<&'static str> {
        self.day
    }

    /// Adds a line that was priced. `entered` is what its row has for the day that counts.
    pub fn add(&mut self, line: &Row, entered: Option<&str>) {
        let value = |name: &str| line.iter().find(|(other, _)| *other == name).map(|(_, value)| value);
        let key = match value(self.key) {
            Some(Value::Key(key) | Value::Figure(Figure::Key(key))) => key,
            _ => "",
        };
        let worked_out = || match value(self.day?)? {
            Value::Figure(Figure::Date(day)) => Some(day.written().as_str().to_owned()),
            _ => None,
        };
        let month = entered.filter(|day| !day.is_empty()).map(str::to_owned).or_else(worked_out);
        let month = month.and_then(|day| day.get(.."2026-12".len()).map(str::to_owned));
        let (rows, sums) =
            self.found.entry((key, month)).or_insert_with(|| (0, self.names.iter().map(|_| None).collect()));
        *rows += 1;
        for (name, sum) in self.names.iter().zip(sums) {
            if let Some(Value::Figure(Figure::Decimal(amount))) = value(name) {
                *sum = Some(sum.map_or(Some(*amount), |sum| sum?.checked_add(*amount)));
            }
        }
    }

    /// All of them, in the order of their kinds and months.
    pub fn done(self) -> Vec<Sum> {
        let Sums { names, found, .. } = self;
        let sum = |((key, month), (rows, amounts)): (Kind, Found)| {
            let amounts = names.iter().copied().zip(amounts).filter_map(|(name, amount)| Some((name, amount?)));
            Sum { key, month, rows, amounts: amounts.collect() }
        };
        found.into_iter().map(sum).collect()
    }
}
