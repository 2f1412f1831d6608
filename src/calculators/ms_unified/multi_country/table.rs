//! The pack's table of where services are bought and who may use them. The first row that fits a
//! service holds: those for a single service come before those for a group of them.

use super::{Assumption, Contradiction, Reason, Terms, Warning};
use crate::calculators::rows::rows;
use crate::clause::ClauseId;
use crate::form::choice;
use crate::terms::{Keys, Mark, Pack, Service};
use crate::working::sheet::Sheet;
use std::sync::Arc;

choice! {
    /// Where a service is bought.
    pub enum Buy {
        InBase = "in_base",
        AnyLocation = "any_location",
        OneLocation = "one_location",
        HostOnly = "host_only",
    }
}

choice! {
    /// Whether staff may use a service.
    pub enum Use {
        Eligible = "eligible",
        Refer = "refer",
        Ineligible = "ineligible",
    }
}

rows! {
    /// One row of the table: for a single service, for a group, for what is in the base or is not, or for all.
    pub struct LocationRule in location_rules {
        service: Option<Arc<str>>,
        group: Option<Arc<str>>,
        base: Option<bool>,
        buy: Buy,
        /// Whether its location has to be named at signing.
        at_signing: Option<bool>,
        /// Whether other locations come by it in exchange only, as credits do.
        moves_by_exchange: Option<bool>,
        /// May staff of another location on the work order use it?
        for_others: Use = others,
        /// May staff of a place use it that the work order does not name?
        for_places_elsewhere: Use = elsewhere,
        /// What is said of those where that is not the row's own clause, and where it stands.
        elsewhere_reason: Option<Arc<str>>,
        elsewhere_clause: Option<ClauseId>,
        notes: Option<Keys>,
        clause: ClauseId,
    }
}

/// Returns the rows, each where it could be read.
pub fn rules(terms: &Terms) -> impl Iterator<Item = Option<LocationRule<'_>>> {
    terms.location_rules.rows()
}

impl LocationRule<'_> {
    /// Returns whether it is for a service.
    pub fn fits(&self, service: &Service) -> bool {
        self.service.as_ref().is_none_or(|key| key.value == service.key)
            && self.group.as_ref().is_none_or(|group| group.value == service.group)
            && self.base.is_none_or(|base| base.value == (service.mark == Mark::Included))
    }

    /// Returns what is said of places that the work order does not name, and where.
    pub fn elsewhere_said(&self) -> Option<(Reason, &ClauseId)> {
        let (reason, clause) = self.elsewhere_reason.as_ref().zip(self.elsewhere_clause.as_ref())?;
        Some((Reason::of_code(&reason.value)?, &clause.value))
    }

    /// Says what the row has to say, each as what it is.
    pub fn write_notes(&self, sheet: &mut Sheet) {
        let clause = &self.clause.value;
        for note in self.notes() {
            if let Some(code) = Reason::of_code(note) {
                sheet.reason(code, clause);
            } else if let Some(code) = Assumption::of_code(note) {
                sheet.assumption(code, clause);
            } else if let Some(code) = Warning::of_code(note) {
                sheet.warning(code, clause);
            }
        }
    }

    fn notes(&self) -> impl Iterator<Item = &str> {
        self.notes.iter().flat_map(|notes| notes.value.0.iter()).map(|note| &**note)
    }

    /// Returns whether it cites the pack and says what has words here; a reason for places elsewhere has a clause.
    fn is_sound(&self, pack: &Pack) -> bool {
        let is_known = |note: &str| {
            Reason::of_code(note).is_some() || Assumption::of_code(note).is_some() || Warning::of_code(note).is_some()
        };
        let says_nothing = self.elsewhere_reason.is_none() && self.elsewhere_clause.is_none();
        let mut clauses = std::iter::once(&self.clause).chain(&self.elsewhere_clause);
        (says_nothing || self.elsewhere_said().is_some())
            && clauses.all(|clause| pack.has_clause(clause.value.as_str()))
            && self.notes().all(is_known)
    }
}

/// Every row can be read, cites the pack and says what has words here; and every service has one.
pub fn contradiction(terms: &Terms, pack: &Pack) -> Contradiction {
    const PLACE: &str = "values.location_rules";
    let read: Option<Vec<LocationRule>> = rules(terms).collect();
    let sound = read.filter(|rules| rules.iter().all(|rule| rule.is_sound(pack)));
    if pack.services.is_empty() {
        return Some(("services", "required by multi_country, but there are none"));
    }
    let Some(rules) = sound else {
        return Some((
            PLACE,
            "expected buy, others, elsewhere, a clause of the pack, and only notes that are known, in every row",
        ));
    };
    if !rules.iter().all(|rule| pack.services.iter().any(|service| rule.fits(service))) {
        Some((PLACE, "has a row for a service that is not in the catalogue"))
    } else if !pack.services.iter().all(|service| rules.iter().any(|rule| rule.fits(service))) {
        Some((PLACE, "has no row for a service of the catalogue"))
    } else {
        None
    }
}
