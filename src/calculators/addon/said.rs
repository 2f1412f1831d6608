//! What the pack says of a service: rows of codes, for the services, groups or marks that they name.
//!
//! The row that names a service goes before one that names its group, that before one for its mark, and
//! all of them before those for every service (`*`).

use super::notes::{ASSUMPTIONS, DUTIES, WARNINGS};
use super::{BaseContract, Contradiction, Location, OnSite, Request, Service, delivery, prerequisites};
use crate::clause::ClauseId;
use crate::given::Given;
use crate::terms::{Mark, Pack, Table};

/// How closely a row fits a service.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nearness {
    Every,
    Marked,
    Grouped,
    Named,
}

/// A code, and the clause that says it.
pub struct Said {
    pub code: &'static str,
    pub clause: ClauseId,
}

/// Lists of which a row's codes may be.
const KNOWN: &[&[&str]] = &[
    prerequisites::NAMES,
    delivery::LANGUAGES,
    delivery::DELIVERIES,
    delivery::HOURS,
    delivery::MARKS,
    DUTIES,
    ASSUMPTIONS,
    WARNINGS,
];

fn texts<'g>(row: &'g Given, name: &str) -> impl Iterator<Item = &'g str> {
    row.get(name).map_or(&[][..], Given::items).iter().filter_map(Given::text)
}

fn clause(row: &Given) -> &str {
    row.get("clause").and_then(Given::text).unwrap_or_default()
}

fn nearness(row: &Given, service: &Service) -> Option<Nearness> {
    let of = |name: &str| {
        if name == &*service.key {
            Some(Nearness::Named)
        } else if name == &*service.group {
            Some(Nearness::Grouped)
        } else if name == service.mark.name() {
            Some(Nearness::Marked)
        } else {
            (name == "*").then_some(Nearness::Every)
        }
    };
    texts(row, "for").filter_map(of).max()
}

/// The one of some codes that is said of a service most closely.
pub fn find(rules: &Table, service: &Service, codes: &[&'static str]) -> Option<Said> {
    let mut nearest: Option<(Nearness, Said)> = None;
    for row in rules.0.iter().filter(|row| row.get("if").is_none()) {
        let Some(code) = codes.iter().find(|code| texts(row, "says").any(|text| text == **code)) else { continue };
        let Some(near) = nearness(row, service) else { continue };
        if nearest.as_ref().is_none_or(|(known, _)| near > *known) {
            nearest = Some((near, Said { code, clause: ClauseId::new(clause(row)) }));
        }
    }
    nearest.map(|(_, said)| said)
}

/// Everything of a list of codes that is said of the service under the circumstances.
pub fn all(rules: &Table, request: &Request, codes: &[&'static str], mut tell: impl FnMut(&'static str, &ClauseId)) {
    for row in rules.0.iter().filter(|row| nearness(row, &request.service).is_some() && applies(row, rules, request)) {
        let clause = ClauseId::new(clause(row));
        for text in texts(row, "says") {
            if let Some(code) = codes.iter().find(|code| **code == text) {
                tell(code, &clause);
            }
        }
    }
}

/// Circumstances under which alone a row may apply.
const CIRCUMSTANCES: &[&str] = &["below_minimum", "downstream", "on_site", "several_locations", "with_this_order"];

fn applies(row: &Given, rules: &Table, request: &Request) -> bool {
    match row.get("if").and_then(Given::text) {
        None => true,
        Some("below_minimum") => {
            let least = request.minimum_enrolment.map(|least| least.0);
            request.enrolled.is_some_and(|enrolled| Some(enrolled.0) < least)
        }
        // Where no visit is offered, none has to be got ready for.
        Some("on_site") => {
            let is_wanted = request.on_site.is_some_and(|wish| wish != OnSite::NotWanted);
            let delivery = find(rules, &request.service, delivery::DELIVERIES);
            is_wanted && delivery.is_some_and(|delivery| delivery.code != delivery::REMOTE_ONLY)
        }
        Some("downstream") => request.location == Some(Location::Downstream),
        Some("with_this_order") => request.base_contract == BaseContract::WithThisOrder,
        Some(_) => request.location.is_some_and(|location| location != Location::Only),
    }
}

/// Every row speaks of something known, and of every service is said what no answer can do without.
pub fn contradiction(rules: &Table, pack: &Pack) -> Contradiction {
    const PLACE: &str = "values.service_rules";
    let is_named = |name: &str| {
        let is_mark =
            [Mark::Included, Mark::Orderable, Mark::OrderableUpToALimit].iter().any(|mark| mark.name() == name);
        name == "*" || is_mark || pack.services.iter().any(|service| name == &*service.key || name == &*service.group)
    };
    let is_code = |code: &str| KNOWN.iter().any(|known| known.contains(&code));
    let is_circumstance = |row: &Given| match row.get("if") {
        None => true,
        Some(given) => given.text().is_some_and(|text| CIRCUMSTANCES.contains(&text)),
    };
    let is_whole = |service: &Service| {
        [&["base_contract"], delivery::LANGUAGES, delivery::DELIVERIES]
            .iter()
            .all(|codes: &&[&'static str]| find(rules, service, codes).is_some())
    };
    if pack.services.is_empty() {
        Some(("services", "required by addon, but there are none"))
    } else if !rules.0.iter().all(|row| pack.has_clause(clause(row))) {
        Some((PLACE, "names a clause that the pack does not have"))
    } else if !rules.0.iter().all(|row| texts(row, "for").all(is_named)) {
        Some((PLACE, "is for a service, group or mark that the catalogue does not have"))
    } else if !rules.0.iter().all(|row| texts(row, "says").all(is_code) && is_circumstance(row)) {
        Some((PLACE, "says something that is not known"))
    } else if !pack.services.iter().all(is_whole) {
        Some((PLACE, "needs base_contract, languages and delivery for every service"))
    } else {
        None
    }
}
