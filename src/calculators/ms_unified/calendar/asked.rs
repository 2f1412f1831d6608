//! What is asked for: the work order, what was bought with it, and what has been requested since.

use crate::calculators::working_hours::Holiday;
use crate::form::{Condition, Count, Kind, Text, choice, fields};
use crate::request::bounds::{HOLIDAYS, PLANS, ROOT_CAUSES};
use crate::values::dates::Date;
use crate::working::Entered;

choice! {
    /// Whether Azure Engineering Direct was bought, and with which features.
    pub enum EngineeringDirect {
        NotBought = "not_bought",
        Standard = "standard",
        Extended = "extended",
    }
}

choice! {
    /// Whether Unified Enhanced Response was bought, and from when on.
    pub enum EnhancedResponse {
        NotBought = "not_bought",
        FromTheStart = "from_the_start",
        FromADate = "from_a_date",
    }
}

/// What only those who bought it can ask for.
const DIRECT_ONLY: Option<Condition> =
    Some(Condition::In("engineering_direct", &["standard", "extended"], &["not_bought"]));

fields! {
    pub struct Request {
        starts_on: Entered<Date>,
        /// The last day of the work order's term.
        ends_on: Entered<Date>,
        flex_bought: bool,
        enhanced_response: EnhancedResponse,
        enhanced_response_from: Option<Entered<Date>> {
            required: true,
            only_if: Some(Condition::In("enhanced_response", &["from_a_date"], &["not_bought", "from_the_start"])),
        },
        engineering_direct: EngineeringDirect,
        monitoring_scenarios: Option<Entered<Count>> {
            only_if: Some(Condition::In("engineering_direct", &["extended"], &["not_bought", "standard"])),
        },
        root_causes: Option<Vec<RootCause>> {
            kind: Kind::List(ROOT_CAUSES.0, ROOT_CAUSES.1, RootCause::FIELDS),
            only_if: DIRECT_ONLY,
        },
        improvement_plans: Option<Vec<Plan>> {
            kind: Kind::List(PLANS.0, PLANS.1, Plan::FIELDS),
            only_if: DIRECT_ONLY,
        },
        holidays: Option<Vec<Holiday>> {
            kind: Kind::List(HOLIDAYS.0, HOLIDAYS.1, Holiday::FIELDS),
            only_if: DIRECT_ONLY,
        },
    }
}

fields! {
    /// An incident whose causes somebody asks for.
    pub struct RootCause {
        label: Option<Text>,
        requested_on: Entered<Date>,
        mitigated_on: Option<Entered<Date>>,
        closed_on: Option<Entered<Date>>,
    }
}

fields! {
    /// A service improvement plan that was asked for.
    pub struct Plan {
        plan_requested_on: Entered<Date>,
    }
}
