//! What a service demands before it may be had, held against what the visitor has.

use super::{Azure, BaseContract, Case, Location, Request, Service, Sheet, Terms, Working, said};
use crate::clause::ClauseId;
use crate::dates::Date;

/// What stands in the way of a service: whether it bars it or leaves it to the vendor, why, and the
/// formula by which it was found.
struct Hindrance {
    status: &'static str,
    reason: &'static str,
    formula: &'static str,
}

const fn bars(reason: &'static str, formula: &'static str) -> Option<Hindrance> {
    Some(Hindrance { status: "barred", reason, formula })
}

const fn refers(reason: &'static str, formula: &'static str) -> Option<Hindrance> {
    Some(Hindrance { status: "refer", reason, formula })
}

/// Names of the prerequisites in the pack.
pub const NAMES: &[&str] = &[
    "base_contract",
    "holds_rapid_response",
    "azure",
    "public_azure",
    "no_government_azure",
    "host_only",
    "within_limit",
    "before_closure",
];

fn hindrance(name: &str, request: &Request, as_of: Date) -> Option<Hindrance> {
    match name {
        "base_contract" if request.base_contract == BaseContract::None => {
            bars("needs_base_contract", "follows(base_contract)")
        }
        // The last day of the contract is still a day of it.
        "base_contract" if request.base_until.is_some_and(|until| until < as_of) => {
            bars("base_contract_ended", "base_until < as_of")
        }
        "holds_rapid_response" if !request.holds_rapid_response => {
            bars("needs_rapid_response", "follows(holds_rapid_response)")
        }
        "azure" if request.azure == Azure::None => bars("needs_azure", "follows(azure)"),
        "public_azure" if matches!(request.azure, Azure::Government | Azure::Sovereign) => {
            bars("public_azure_only", "follows(azure)")
        }
        // One sentence asks for a public environment, the next bars who has another.
        "public_azure" if request.azure == Azure::Both => refers("has_both_environments", "follows(azure)"),
        // What runs on the public cloud is covered; who has another too is not barred.
        "no_government_azure" => match request.azure {
            Azure::Government => bars("government_cloud_not_covered", "follows(azure)"),
            // The list of what is not covered is said to be open, and does not name these.
            Azure::Sovereign => refers("sovereign_cloud_not_listed", "follows(azure)"),
            Azure::Public | Azure::Both | Azure::None => None,
        },
        "host_only" if request.location == Some(Location::Downstream) => {
            bars("bought_for_host_only", "follows(location)")
        }
        "within_limit" => match (request.quantity, request.quantity_limit) {
            (Some(quantity), Some(limit)) if quantity.0 > limit.0 => {
                bars("over_the_limit", "quantity_limit < quantity")
            }
            (Some(_), None) => refers("limit_not_stated", "follows(quantity)"),
            _ => None,
        },
        // At the very minute of closing it is too late.
        "before_closure" => match (request.requested_at, request.closed_at) {
            (Some(requested), Some(closed)) if requested >= closed => {
                bars("requested_after_closure", "closed_at ≤ requested_at")
            }
            _ => None,
        },
        _ => None,
    }
}

fn hindrances<'r>(
    case: &'r Case,
    terms: &'r Terms,
    service: &'r Service,
    request: &'r Request,
) -> impl Iterator<Item = (Hindrance, ClauseId)> + 'r {
    NAMES.iter().filter_map(|name| {
        let hindrance = hindrance(name, request, case.as_of)?;
        let said = said::find(terms.service_rules.value(), service, &[name])?;
        Some((hindrance, said.clause))
    })
}

/// A service's status, its formula and its clause: what bars goes before what refers, and both before the mark.
pub fn status(
    case: &Case,
    terms: &Terms,
    service: &Service,
    request: &Request,
) -> (&'static str, &'static str, ClauseId) {
    let mut worst = (service.mark.name(), "mark", service.clause.clone());
    for (Hindrance { status, formula, .. }, clause) in hindrances(case, terms, service, request) {
        if worst.0 != "barred" && worst.0 != status {
            worst = (status, formula, clause);
        }
    }
    worst
}

/// Writes the status of the service asked about, with everything that stands in its way.
pub fn write(case: &Case, terms: &Terms, request: &Request, sheet: &mut Sheet) -> &'static str {
    let (status, formula, clause) = status(case, terms, &request.service, request);
    sheet.figure("status", status, Working::exact(formula, &clause));
    for (hindrance, clause) in hindrances(case, terms, &request.service, request) {
        sheet.reason(hindrance.reason, &clause);
    }
    status
}

/// How a prerequisite stands.
pub const OUTCOMES: &[&str] = &["met", "not_met", "refer", "open"];

/// How it was found that nothing stands in the way; nothing where too little was entered to say so.
fn met(name: &str, request: &Request) -> Option<&'static str> {
    match name {
        "base_contract" if request.base_until.is_some() => Some("as_of ≤ base_until"),
        "base_contract" => Some("follows(base_contract)"),
        "holds_rapid_response" => Some("follows(holds_rapid_response)"),
        "host_only" => Some("follows(location)"),
        "within_limit" => request.quantity.map(|_| "quantity ≤ quantity_limit"),
        "before_closure" => request.closed_at.map(|_| "requested_at < closed_at"),
        _ => Some("follows(azure)"),
    }
}

/// Every prerequisite of the service asked about, met or not.
pub fn write_all(case: &Case, terms: &Terms, request: &Request, sheet: &mut Sheet) {
    // Where nothing is said of the location, it is the only one.
    sheet.know("location", "only");
    sheet.begin_list("prerequisites");
    let found = NAMES.iter().filter_map(|name| {
        said::find(terms.service_rules.value(), &request.service, &[name]).map(|said| (*name, said.clause))
    });
    for (index, (name, clause)) in found.enumerate() {
        let (outcome, formula) = match (hindrance(name, request, case.as_of), met(name, request)) {
            (Some(Hindrance { status: "barred", formula, .. }), _) => ("not_met", formula),
            (Some(Hindrance { formula, .. }), _) => ("refer", formula),
            (None, Some(formula)) => ("met", formula),
            (None, None) => ("open", "not_given()"),
        };
        sheet.begin_line(index);
        sheet.computed("prerequisite", name, Working::exact(super::LISTED, &clause));
        sheet.computed("outcome", outcome, Working::exact(formula, &clause));
        sheet.end_line();
    }
    sheet.end_list();
}
