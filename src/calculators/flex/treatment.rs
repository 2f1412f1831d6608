//! Whether flex may buy a service, and if not, why: the planner and the catalogue of services ask alike.

use crate::terms::{Keys, Mark, Service};

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
}
