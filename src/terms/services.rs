//! The catalogue of services, where a document has one.

use crate::clause::ClauseId;
use std::sync::Arc;

/// One service of a catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
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
