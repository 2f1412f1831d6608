//! What a day has to do with a document: from which month its edition is, or that it bears no date, and the day on
//! which somebody last compared it with the terms.

use super::{Checked, Need, Pack, Term, TermKind, TermValue};
use crate::clause::ClauseId;
use crate::values::dates::Date;

/// What a pack may say of its document's own day: each is a term like the others, with a clause and a day of reading.
const FROM: &str = "edition_from";
const UNDATED: &str = "edition_undated";
pub(super) const EDITION: [Need; 2] =
    [Need { name: FROM, kind: TermKind::Month, unit: None }, Need { name: UNDATED, kind: TermKind::Rule, unit: None }];

/// How a document is dated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edition<'a> {
    /// The first day of the month that it names.
    From(Date, &'a ClauseId),
    /// It bears no date.
    Undated(&'a ClauseId),
}

impl<'a> Edition<'a> {
    /// The clause in which the document says so.
    pub fn clause(self) -> &'a ClauseId {
        match self {
            Edition::From(_, clause) | Edition::Undated(clause) => clause,
        }
    }
}

impl Pack {
    /// How the document is dated; none where the pack does not say.
    pub fn edition_of(&self) -> Option<Edition<'_>> {
        match (self.term(FROM), self.term(UNDATED)) {
            (Some(Term { clause, value }), _) => value.values().find_map(|Checked { value, .. }| match value {
                TermValue::Month(first) => Some(Edition::From(*first, clause)),
                _ => None,
            }),
            (None, Some(Term { clause, .. })) => Some(Edition::Undated(clause)),
            (None, None) => None,
        }
    }

    /// The latest day on which one of these terms was compared with the document.
    pub fn checked(&self, needs: &[Need], as_of: Date) -> Option<Date> {
        let used = needs.iter().filter_map(|need| self.term(need.name));
        used.filter_map(|term| term.value.on(as_of)).map(|Checked { checked, .. }| *checked).max()
    }
}
