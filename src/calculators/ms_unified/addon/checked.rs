//! Whether a pack says of every service what no answer can do without, and nothing that is not known.

use super::codes::{DELIVERIES, DUTIES, HOURS, LANGUAGES, MARKS};
use super::prerequisites::Prerequisite;
use super::said::{ServiceRule, find, rules};
use super::{Assumption, Contradiction, Service, Terms, Warning};
use crate::terms::{Mark, Pack};
use crate::working::Of;
use std::sync::Arc;

/// Lists of which a row's codes may be.
const KNOWN: &[&[&str]] =
    &[Prerequisite::KEYS, LANGUAGES, DELIVERIES, HOURS, MARKS, DUTIES, Assumption::CODES, Warning::CODES];

/// Circumstances under which alone a row may apply.
const CIRCUMSTANCES: &[&str] = &["below_minimum", "downstream", "on_site", "several_locations", "with_this_order"];

/// Every row speaks of something known, and of every service is said what no answer can do without.
pub fn contradiction(terms: &Terms, pack: &Pack) -> Contradiction {
    const PLACE: &str = "values.service_rules";
    let rules = rules(terms);
    let is_named = |name: &Arc<str>| {
        let is_mark =
            [Mark::Included, Mark::Orderable, Mark::OrderableUpToALimit].iter().any(|mark| mark.name() == &**name);
        let is_of = |service: &Service| *name == service.key || *name == service.group;
        &**name == "*" || is_mark || pack.services.iter().any(is_of)
    };
    let is_known = |rule: &ServiceRule<'_>| {
        let is_code = |said: &Of<'_, Arc<str>>| KNOWN.iter().any(|known| known.contains(&&*said.value));
        let circumstance = rule.circumstance.as_ref();
        rule.said.iter().all(is_code) && circumstance.is_none_or(|of| CIRCUMSTANCES.contains(&&*of.value))
    };
    let is_whole = |service: &Service| {
        [&["base_contract"], LANGUAGES, DELIVERIES]
            .iter()
            .all(|codes: &&[&'static str]| find(&rules, service, codes).is_some())
    };
    if pack.services.is_empty() {
        Some(("services", "required by addon, but there are none"))
    } else if !rules.iter().all(|rule| pack.has_clause(rule.clause.value.as_str())) {
        Some((PLACE, "names a clause that the pack does not have"))
    } else if !rules.iter().all(|rule| rule.names().all(is_named)) {
        Some((PLACE, "is for a service, group or mark that the catalogue does not have"))
    } else if rules.len() < terms.service_rules.value().0.len() || !rules.iter().all(is_known) {
        Some((PLACE, "says something that is not known"))
    } else if !pack.services.iter().all(is_whole) {
        Some((PLACE, "needs base_contract, languages and delivery for every service"))
    } else {
        None
    }
}
