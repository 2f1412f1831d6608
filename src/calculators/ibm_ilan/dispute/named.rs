//! What the licence names for a country.

use super::Terms;
use super::rows::{Forum, Law};
use crate::values::country::Country;

/// Two look-ups that know nothing of each other.
pub(super) struct Named<'t> {
    pub law: Option<Law<'t>>,
    pub forum: Option<Forum<'t>>,
    pub is_named: bool,
}

impl<'t> Named<'t> {
    /// Looks both up.
    pub(super) fn of(terms: &'t Terms, country: Country) -> Named<'t> {
        Named {
            law: terms.governing_law.row_of(country),
            forum: terms.dispute_forum.row_of(country),
            is_named: terms.named_countries.value().of(country).is_some(),
        }
    }

    /// The row of an arbitration.
    pub(super) fn arbitration(&self) -> Option<&Forum<'t>> {
        self.forum.as_ref().filter(|forum| forum.is_arbitration())
    }

    /// Whether some matters may go to court although arbitration is named.
    pub(super) fn has_exceptions(&self) -> bool {
        self.forum.as_ref().is_some_and(|forum| forum.receivables_usd.is_some())
    }
}
