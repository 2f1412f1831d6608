//! What the pack says of a service: rows of codes, for the services, groups or marks that they name.
//!
//! The row that names a service goes before one that names its group, that before one for its mark, and
//! all of them before those for every service (`*`).

use super::codes::{DELIVERIES, REMOTE_ONLY};
use super::{BaseContract, Location, OnSite, Request, Service, Terms};
use crate::calculators::rows::rows;
use crate::clause::ClauseId;
use crate::terms::Keys;
use crate::working::Of;
use std::sync::Arc;

rows! {
    /// What is said of some services.
    pub struct ServiceRule in service_rules {
        /// Services, groups, marks, or `*`; nobody where there is none.
        applies_to: Option<Keys> = for,
        said: Vec<Arc<str>> = says,
        clause: ClauseId,
        /// The circumstances under which alone it is said.
        circumstance: Option<Arc<str>> = if,
    }
}

/// How closely a row fits a service.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Nearness {
    Every,
    Marked,
    Grouped,
    Named,
}

/// The rows as the terms have them, each where it could be read.
pub fn rules(terms: &Terms) -> Vec<ServiceRule<'_>> {
    terms.service_rules.rows().flatten().collect()
}

impl ServiceRule<'_> {
    /// Whom it is for.
    pub fn names(&self) -> impl Iterator<Item = &Arc<str>> {
        self.applies_to.iter().flat_map(|names| names.value.0.iter())
    }

    fn nearness(&self, service: &Service) -> Option<Nearness> {
        let of = |name: &Arc<str>| {
            if *name == service.key {
                Some(Nearness::Named)
            } else if *name == service.group {
                Some(Nearness::Grouped)
            } else if &**name == service.mark.name() {
                Some(Nearness::Marked)
            } else {
                (&**name == "*").then_some(Nearness::Every)
            }
        };
        self.names().filter_map(of).max()
    }

    /// The first of some codes that it says.
    fn first_of(&self, codes: &[&'static str]) -> Option<Of<'_, &'static str>> {
        let said = codes.iter().find_map(|code| self.said.iter().find(|said| &*said.value == *code))?;
        Some(said.known(codes)?.under(&self.clause.value))
    }
}

/// The one of some codes that is said of a service most closely, by the clause that says so.
pub fn find<'r>(
    rules: &'r [ServiceRule<'_>],
    service: &Service,
    codes: &[&'static str],
) -> Option<Of<'r, &'static str>> {
    let mut nearest: Option<(Nearness, Of<'r, &'static str>)> = None;
    for rule in rules.iter().filter(|rule| rule.circumstance.is_none()) {
        let Some(said) = rule.first_of(codes) else { continue };
        let Some(near) = rule.nearness(service) else { continue };
        if nearest.as_ref().is_none_or(|(known, _)| near > *known) {
            nearest = Some((near, said));
        }
    }
    nearest.map(|(_, said)| said)
}

/// Everything that is said of the service under the circumstances.
pub fn all(rules: &[ServiceRule<'_>], request: &Request, mut tell: impl FnMut(&Of<'_, Arc<str>>, &ClauseId)) {
    let fits = |rule: &&ServiceRule<'_>| rule.nearness(&request.service).is_some() && applies(rule, rules, request);
    for rule in rules.iter().filter(fits) {
        rule.said.iter().for_each(|said| tell(said, &rule.clause.value));
    }
}

fn applies(rule: &ServiceRule<'_>, rules: &[ServiceRule<'_>], request: &Request) -> bool {
    match rule.circumstance.as_ref().map(|circumstance| &*circumstance.value) {
        None => true,
        Some("below_minimum") => {
            let least = request.minimum_enrolment.map(|least| least.0);
            request.enrolled.is_some_and(|enrolled| Some(enrolled.0) < least)
        }
        // Where no visit is offered, none has to be got ready for.
        Some("on_site") => {
            let is_wanted = request.on_site.is_some_and(|wish| wish.value != OnSite::NotWanted);
            let delivery = find(rules, &request.service, DELIVERIES);
            is_wanted && delivery.is_some_and(|delivery| delivery.value != REMOTE_ONLY)
        }
        Some("downstream") => request.location.is_some_and(|location| location.value == Location::Downstream),
        Some("with_this_order") => request.base_contract.value == BaseContract::WithThisOrder,
        Some(_) => request.is_one_of_several(),
    }
}
