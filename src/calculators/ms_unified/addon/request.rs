//! What the visitor has and wants. Some of it only some services ask for.

use crate::form::{Condition, Count, Fallback, choice, fields};
use crate::terms::Service;
use crate::values::dates::{Date, LocalTime};
use crate::values::money::Dollars;
use crate::values::unit::Unit;
use crate::working::Entered;

choice! {
    /// Whether there is a contract for the base package.
    pub enum BaseContract {
        InForce = "in_force",
        WithThisOrder = "with_this_order",
        None = "none",
    }
}

choice! {
    /// The Azure that the customer has.
    pub enum Azure {
        Public = "public",
        Both = "public_and_government_or_sovereign",
        Government = "government",
        Sovereign = "sovereign",
        None = "none",
    }
}

choice! {
    /// What the location has to do with the others of the work order.
    pub enum Location {
        Only = "only",
        Host = "host",
        Downstream = "downstream",
    }
}

choice! {
    pub enum Language {
        English = "english",
        Chinese = "chinese",
        Japanese = "japanese",
        Other = "other",
    }
}

choice! {
    /// Whether somebody is to come, and what has been agreed about it.
    pub enum OnSite {
        NotWanted = "not_wanted",
        Wanted = "wanted",
        Agreed = "agreed",
        AgreedAndPrepaid = "agreed_and_prepaid",
    }
}

fields! {
    pub struct Request {
        service: Service,
        base_contract: Entered<BaseContract>,
        /// The last day of the base contract.
        base_until: Option<Entered<Date>> {
            only_if: Some(Condition::In("base_contract", &["in_force", "with_this_order"], &["none"])),
        },
        azure: Entered<Azure>,
        holds_rapid_response: Entered<bool>,
        location: Option<Entered<Location>> { default: Some(Fallback::Key("only")) },
        language: Option<Entered<Language>>,
        on_site: Option<Entered<OnSite>> { default: Some(Fallback::Key("not_wanted")) },
        /// Of a service drawn down by the hour.
        hours_bought: Option<Entered<Count>> { only_if: BY_THE_HOUR, unit: Some(Unit::Hours) },
        hours_used: Option<Entered<Count>> { only_if: BY_THE_HOUR, at_most: Some("hours_bought"), unit: Some(Unit::Hours) },
        /// The first day of the service, where people have to be taken on board from then on.
        starts_on: Option<Entered<Date>> { only_if: Some(Condition::ServiceIs(&["unified_enhanced_response"])) },
        enrolled: Option<Count> { only_if: WORKSHOPS },
        minimum_enrolment: Option<Count> { only_if: WORKSHOPS },
        requested_at: Option<Entered<LocalTime>> { only_if: ROOT_CAUSE },
        closed_at: Option<Entered<LocalTime>> { only_if: ROOT_CAUSE },
        quantity: Option<Entered<Count>> { only_if: DEVELOPERS },
        /// The most that the work order lets one order.
        quantity_limit: Option<Entered<Count>> { only_if: DEVELOPERS },
        /// What will be spent on Azure in a year, as estimated when the contract is signed.
        product_spend_usd: Option<Entered<Dollars>> { only_if: ENGINEERING_DIRECT },
        elects_minimum_price: Option<Entered<bool>> { only_if: ENGINEERING_DIRECT },
    }
}

impl Request {
    /// Whether a location is one of several.
    pub fn is_one_of_several(&self) -> bool {
        self.location.is_some_and(|location| location.value != Location::Only)
    }
}

const BY_THE_HOUR: Option<Condition> =
    Some(Condition::ServiceIs(&["enhanced_designated_engineering", "reactive_enhanced_designated_engineering"]));
const WORKSHOPS: Option<Condition> = Some(Condition::ServiceIs(&["workshops"]));
const ROOT_CAUSE: Option<Condition> = Some(Condition::ServiceIs(&["root_cause_analysis"]));
const DEVELOPERS: Option<Condition> = Some(Condition::ServiceIs(&["developer_support"]));
const ENGINEERING_DIRECT: Option<Condition> = Some(Condition::ServiceIs(&["azure_engineering_direct"]));
