//! Filled of the answer while they are found.

use crate::working::answer::{Row, Value};

/// Filled of the answer while they are found: what is declared goes to its place, in whatever order it is worked out.
#[derive(Debug, Default)]
pub(super) struct Filled {
    pub row: Row,
    orders: Vec<u8>,
}

impl Filled {
    pub fn put(&mut self, order: u8, name: &'static str, value: Value) {
        // Most is worked out in the order in which it is shown.
        match self.orders.last() {
            Some(last) if *last > order => {
                let place = self.orders.partition_point(|known| *known <= order);
                self.orders.insert(place, order);
                self.row.insert(place, (name, value));
            }
            _ => {
                self.orders.push(order);
                self.row.push((name, value));
            }
        }
    }

    /// After all the others.
    pub fn push(&mut self, name: &'static str, value: Value) {
        self.put(self.orders.last().copied().unwrap_or_default(), name, value);
    }

    pub fn clear(&mut self) {
        self.row.clear();
        self.orders.clear();
    }

    pub fn take(&mut self) -> Row {
        self.orders.clear();
        std::mem::take(&mut self.row)
    }
}

/// A list that is being written: what it is called, which member of its own place it is, and its rows so far.
#[derive(Debug)]
pub(super) struct List {
    pub name: &'static str,
    pub order: Option<u8>,
    pub rows: Vec<Row>,
    /// The line that it stands in, where it does not stand under `figures`.
    pub line: Option<(usize, Filled)>,
}
