//! Whether flex may buy a service, and if not, why: the planner, the catalogue of services and swaps ask alike.

use crate::calculators::Contradiction;
use crate::clause::{Cited, ClauseId};
use crate::terms::{Keys, Mark, Pack, Service};
use std::sync::Arc;

/// Whether flex may buy a service, and if not, why.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Treatment {
    Allowed,
    /// Managing the services is expressly not to be paid with flex.
    Management,
    /// Flex buys what is added to the base; this is in it already.
    InBase,
    /// Not among what flex is said to buy, nor excluded: the vendor has to say.
    NotListed,
}

impl Treatment {
    /// By the groups that flex buys, and those that count as management.
    pub fn of(service: &Service, buys: &Keys, management: &Keys) -> Treatment {
        if management.contains(&service.group) {
            Treatment::Management
        } else if service.mark == Mark::Included {
            Treatment::InBase
        } else if buys.contains(&service.group) {
            Treatment::Allowed
        } else {
            Treatment::NotListed
        }
    }

    pub fn verdict(self) -> &'static str {
        match self {
            Treatment::Allowed => "allowed",
            Treatment::Management | Treatment::InBase => "barred",
            Treatment::NotListed => "refer",
        }
    }

    /// Why not, where it is not simply allowed.
    pub fn reason(self) -> Option<&'static str> {
        match self {
            Treatment::Allowed => None,
            Treatment::Management => Some("success_management_not_payable"),
            Treatment::InBase => Some("included_in_base"),
            Treatment::NotListed => Some("not_listed_for_flex"),
        }
    }

    /// The clause that decides: what flex buys, or what counts as management.
    pub fn clause<'t>(self, buys: &'t ClauseId, management: &'t ClauseId) -> &'t ClauseId {
        if self == Treatment::Management { management } else { buys }
    }
}

/// Every group that is named has a service.
pub fn contradiction(buys: &Cited<Keys>, management: &Cited<Keys>, pack: &Pack) -> Contradiction {
    let is_group = |key: &Arc<str>| pack.services.iter().any(|service| service.group == *key);
    if !buys.value().0.iter().all(is_group) {
        Some(("values.flex_buys", "names a group that no service belongs to"))
    } else if !management.value().0.iter().all(is_group) {
        Some(("values.management_groups", "names a group that no service belongs to"))
    } else {
        None
    }
}
