//! What a service demands before it may be had, held against what the visitor has.

use super::said::{ServiceRule, find};
use super::{Ask, Azure, BaseContract, Location, Offer, Reason, Request, STATUSES, Service, out};
use crate::clause::ClauseId;
use crate::form::choice;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;
use crate::working::{Declared, Of};

choice! {
    /// What a service may demand, by the names of the pack.
    pub enum Prerequisite {
        BaseContract = "base_contract",
        RapidResponse = "holds_rapid_response",
        Azure = "azure",
        PublicAzure = "public_azure",
        NoGovernmentAzure = "no_government_azure",
        HostOnly = "host_only",
        WithinLimit = "within_limit",
        BeforeClosure = "before_closure",
    }
}

choice! {
    /// How a prerequisite stands.
    pub enum Outcome {
        Met = "met",
        NotMet = "not_met",
        Refer = "refer",
        /// Too little was entered to say so.
        Open = "open",
    }
}

/// How a prerequisite stands, whichever service demands it.
pub struct Held<'a> {
    what: Prerequisite,
    outcome: Of<'a, Outcome>,
}

/// A prerequisite that a service demands, by the clause that says so.
struct Demanded<'a> {
    what: Prerequisite,
    said: Of<'a, &'static str>,
    outcome: Of<'a, Outcome>,
}

/// How every prerequisite stands, in their order.
pub fn hold<'a>(ask: &Ask<'a, Offer, Request>, rules: &'a [ServiceRule<'_>], sheet: &mut Sheet) -> Vec<Held<'a>> {
    let request = ask.request;
    let says = |what: Prerequisite| {
        let rule = rules.iter().find(|rule| rule.said.iter().any(|said| &*said.value == what.key()));
        rule.map_or(ask.terms.terms.service_rules.clause(), |rule| &rule.clause.value)
    };
    let mut held = Vec::with_capacity(Prerequisite::KEYS.len());
    let mut put = |what, outcome| held.push(Held { what, outcome });
    put(Prerequisite::BaseContract, hold_base(ask, says(Prerequisite::BaseContract), sheet));
    work!(sheet, between rapid_response_met = exact(
        if request.holds_rapid_response { Outcome::Met } else { Outcome::NotMet }
    ), by says(Prerequisite::RapidResponse));
    put(Prerequisite::RapidResponse, rapid_response_met);
    work!(sheet, between azure_met = exact(
        if request.azure == Azure::None { Outcome::NotMet } else { Outcome::Met }
    ), by says(Prerequisite::Azure));
    put(Prerequisite::Azure, azure_met);
    // Who has no Azure has no public one either. One sentence asks for a public environment, the next bars who has
    // another.
    work!(sheet, between public_azure_met = exact(
        if request.azure == Azure::Public { Outcome::Met }
        else if request.azure == Azure::Both { Outcome::Refer }
        else { Outcome::NotMet }
    ), by says(Prerequisite::PublicAzure));
    put(Prerequisite::PublicAzure, public_azure_met);
    // What runs on the public cloud is covered; who has another too is not barred. The list of what is not covered is
    // said to be open, and does not name sovereign clouds.
    work!(sheet, between no_government_azure_met = exact(
        if request.azure == Azure::Government { Outcome::NotMet }
        else if request.azure == Azure::Sovereign { Outcome::Refer }
        else { Outcome::Met }
    ), by says(Prerequisite::NoGovernmentAzure));
    put(Prerequisite::NoGovernmentAzure, no_government_azure_met);
    put(Prerequisite::HostOnly, hold_host(request, says(Prerequisite::HostOnly), sheet));
    put(Prerequisite::WithinLimit, hold_limit(request, says(Prerequisite::WithinLimit), sheet));
    put(Prerequisite::BeforeClosure, hold_closure(request, says(Prerequisite::BeforeClosure), sheet));
    held
}

fn hold_base<'a>(ask: &Ask<'_, Offer, Request>, clause: &'a ClauseId, sheet: &mut Sheet) -> Of<'a, Outcome> {
    let request = ask.request;
    if let Some(base_until) = request.base_until {
        // The last day of the contract is still a day of it.
        work!(sheet, between base_contract_met = exact(
            if request.base_contract == BaseContract::None || base_until < ask.as_of { Outcome::NotMet }
            else { Outcome::Met }
        ), by clause);
        base_contract_met
    } else {
        work!(sheet, between base_contract_met = exact(
            if request.base_contract == BaseContract::None { Outcome::NotMet } else { Outcome::Met }
        ), by clause);
        base_contract_met
    }
}

fn hold_host<'a>(request: &Request, clause: &'a ClauseId, sheet: &mut Sheet) -> Of<'a, Outcome> {
    let location = if let Some(location) = request.location {
        location.by(clause)
    } else {
        // Where nothing is said of the location, it is the only one.
        work!(sheet, between location = exact(Location::Only), by clause);
        location
    };
    work!(sheet, between host_met = exact(
        if location == Location::Downstream { Outcome::NotMet } else { Outcome::Met }
    ), by clause);
    host_met
}

fn hold_limit<'a>(request: &Request, clause: &'a ClauseId, sheet: &mut Sheet) -> Of<'a, Outcome> {
    match (request.quantity, request.quantity_limit) {
        (Some(quantity), Some(quantity_limit)) => {
            work!(sheet, between limit_met = exact(
                if quantity > quantity_limit { Outcome::NotMet } else { Outcome::Met }
            ), by clause);
            limit_met
        }
        (Some(_), None) => write_plain(&out::between::limit_met, Outcome::Refer, clause, sheet),
        (None, _) => write_plain(&out::between::limit_met, Outcome::Open, clause, sheet),
    }
}

fn hold_closure<'a>(request: &Request, clause: &'a ClauseId, sheet: &mut Sheet) -> Of<'a, Outcome> {
    if let (Some(requested_at), Some(closed_at)) = (request.requested_at, request.closed_at) {
        // At the very minute of closing it is too late.
        work!(sheet, between closure_met = exact(
            if requested_at < closed_at { Outcome::Met } else { Outcome::NotMet }
        ), by clause);
        closure_met
    } else {
        write_plain(&out::between::closure_met, Outcome::Open, clause, sheet)
    }
}

/// What follows from nothing having been entered.
fn write_plain<'a>(
    declared: &Declared<Outcome>,
    outcome: Outcome,
    clause: &'a ClauseId,
    sheet: &mut Sheet,
) -> Of<'a, Outcome> {
    if outcome == Outcome::Refer {
        work!(sheet, at (declared) outcome = exact(Outcome::Refer), by clause);
        outcome
    } else {
        work!(sheet, at (declared) outcome = exact(Outcome::Open), by clause);
        outcome
    }
}

/// The prerequisites of a service, in their order.
fn demanded<'a>(held: &[Held<'a>], rules: &'a [ServiceRule<'_>], service: &Service) -> Vec<Demanded<'a>> {
    let demanded = |Held { what, outcome }: &Held<'a>| {
        Some(Demanded { what: *what, said: find(rules, service, &[what.key()])?, outcome: *outcome })
    };
    held.iter().filter_map(demanded).collect()
}

/// Writes a service's status: what bars goes before what refers, and both before the mark.
pub fn write_status<'a>(
    declared: &Declared<&'static str>,
    held: &[Held<'a>],
    rules: &'a [ServiceRule<'_>],
    service: &'a Service,
    sheet: &mut Sheet,
) -> Option<Of<'a, &'static str>> {
    let mark = service.mark().known(STATUSES)?;
    let demanded = demanded(held, rules, service);
    let first = |outcome| demanded.iter().find(|each| each.outcome.value == outcome);
    let worst = first(Outcome::NotMet).or_else(|| first(Outcome::Refer));
    let clause = worst.map_or(mark.clause(), |worst| worst.said.clause());
    work!(sheet, at (declared) status = exact(
        if count_of(outcome of demanded, Outcome::NotMet) > 0 { "barred" }
        else if count_of(outcome of demanded, Outcome::Refer) > 0 { "refer" }
        else { mark }
    ), by clause);
    Some(status)
}

/// Every prerequisite of the service asked about, met or not.
pub fn write_all(request: &Request, held: &[Held<'_>], rules: &[ServiceRule<'_>], sheet: &mut Sheet) {
    sheet.begin_rows(&out::figure::prerequisites);
    for (index, Demanded { said, outcome: found, .. }) in
        demanded(held, rules, &request.service).into_iter().enumerate()
    {
        sheet.begin_line(index);
        work!(sheet, demand prerequisite = exact(said), by said);
        work!(sheet, demand outcome = exact(found), by said);
        sheet.end_line();
    }
    sheet.end_list();
}

/// Why the service asked about may not simply be had.
pub fn write_reasons(request: &Request, held: &[Held<'_>], rules: &[ServiceRule<'_>], sheet: &mut Sheet) {
    for Demanded { what, said, outcome } in demanded(held, rules, &request.service) {
        if let Some(reason) = reason(what, outcome.value, request) {
            sheet.reason(reason, said.clause());
        }
    }
}

fn reason(what: Prerequisite, outcome: Outcome, request: &Request) -> Option<Reason> {
    match (what, outcome) {
        (_, Outcome::Met | Outcome::Open) => None,
        (Prerequisite::BaseContract, _) if request.base_contract.value == BaseContract::None => {
            Some(Reason::NeedsBaseContract)
        }
        (Prerequisite::BaseContract, _) => Some(Reason::BaseContractEnded),
        (Prerequisite::RapidResponse, _) => Some(Reason::NeedsRapidResponse),
        (Prerequisite::Azure, _) => Some(Reason::NeedsAzure),
        (Prerequisite::PublicAzure, Outcome::Refer) => Some(Reason::HasBothEnvironments),
        (Prerequisite::PublicAzure, _) if request.azure.value == Azure::None => Some(Reason::NeedsAzure),
        (Prerequisite::PublicAzure, _) => Some(Reason::PublicAzureOnly),
        (Prerequisite::NoGovernmentAzure, Outcome::Refer) => Some(Reason::SovereignCloudNotListed),
        (Prerequisite::NoGovernmentAzure, _) => Some(Reason::GovernmentCloudNotCovered),
        (Prerequisite::HostOnly, _) => Some(Reason::BoughtForHostOnly),
        (Prerequisite::WithinLimit, Outcome::Refer) => Some(Reason::LimitNotStated),
        (Prerequisite::WithinLimit, _) => Some(Reason::OverTheLimit),
        (Prerequisite::BeforeClosure, _) => Some(Reason::RequestedAfterClosure),
    }
}
