//! What may be ordered beside a base contract: the whole catalogue, and one service in full.
//!
//! Out come, for every service, its table, mark and group, whether it is included, may be ordered, is
//! barred or for the vendor to say under the visitor's circumstances, and whether flex pays for it; and for
//! the one chosen its languages, delivery, expenses, hours, last day, features, and what the customer must
//! do. Days and hours are whole; the one amount, in US dollars, is compared exactly and never rounded.
//! Which prerequisites, facts and notes belong to which service stands in the pack (`service_rules`).
//! Rules: MS-UES-19..34 (how services are delivered), 43..59 and 64..69 (single services), 74..78 (Azure
//! Engineering Direct, incident response), 89..99 (duties, limits and fees), 36 (the base package), 01, 02 and
//! 04 (flex), 62 and 82 (Azure events).

use super::{About, Case, Contradiction, Output, OutputKind as Shown, Whole};
use crate::answer::Verdict;
use crate::dates::{Date, TimeOfDay};
use crate::figure::Figure;
use crate::money::Overflow;
use crate::refusal::{Fault, Problem};
use crate::sheet::{Known, Sheet, Working};
use crate::terms::{Dollars, FromPack, Keys, Need, Pack, Rule, Service, Table, terms};
use request::{Azure, BaseContract, Language, Location, OnSite, Request};

mod catalogue;
mod delivery;
mod direct;
mod notes;
mod prerequisites;
mod request;
mod said;

pub struct Addon;

terms! {
    pub struct Terms {
        /// Which prerequisites, facts and notes belong to which services.
        service_rules: Table,
        flex_buys: Keys,
        management_groups: Keys,
        travel_expenses: Rule,
        engineer_opens: TimeOfDay,
        engineer_closes: TimeOfDay,
        on_site_help_days: i64,
        remote_help_days: i64,
        enhanced_onboarding_days: i64,
        quarterly_meetings: i64,
        extended_spend_usd: Dollars,
        direct_features: Table,
    }
}

/// The terms, and the catalogue beside them.
pub struct Offer {
    terms: Terms,
    services: Vec<Service>,
}

impl FromPack for Offer {
    const NEEDS: &'static [Need] = Terms::NEEDS;

    fn take(pack: &Pack, as_of: Date) -> Result<Self, Fault> {
        Ok(Offer { terms: Terms::take(pack, as_of)?, services: pack.services.clone() })
    }
}

impl Known for Offer {
    fn tell(&self, tell: &mut dyn FnMut(&'static str, Figure)) {
        self.terms.tell(tell);
    }
}

/// What may be said of a service, from best to worst.
const STATUSES: &[&str] = &["included", "orderable", "orderable_up_to_a_limit", "refer", "barred"];
const PAYABLE: &[&str] = &["allowed", "barred", "refer"];

impl Whole for Addon {
    const ABOUT: About = About {
        name: "addon",
        pack: "ms-unified",
        money: false,
        rules: &[
            "MS-UES-01",
            "MS-UES-02",
            "MS-UES-04",
            "MS-UES-19",
            "MS-UES-20",
            "MS-UES-21",
            "MS-UES-23",
            "MS-UES-24",
            "MS-UES-25",
            "MS-UES-26",
            "MS-UES-27",
            "MS-UES-28",
            "MS-UES-29",
            "MS-UES-30",
            "MS-UES-31",
            "MS-UES-32",
            "MS-UES-33",
            "MS-UES-34",
            "MS-UES-36",
            "MS-UES-43",
            "MS-UES-44",
            "MS-UES-45",
            "MS-UES-46",
            "MS-UES-47",
            "MS-UES-48",
            "MS-UES-49",
            "MS-UES-50",
            "MS-UES-51",
            "MS-UES-52",
            "MS-UES-53",
            "MS-UES-54",
            "MS-UES-55",
            "MS-UES-56",
            "MS-UES-57",
            "MS-UES-58",
            "MS-UES-59",
            "MS-UES-62",
            "MS-UES-64",
            "MS-UES-65",
            "MS-UES-66",
            "MS-UES-67",
            "MS-UES-68",
            "MS-UES-69",
            "MS-UES-74",
            "MS-UES-75",
            "MS-UES-76",
            "MS-UES-77",
            "MS-UES-78",
            "MS-UES-82",
            "MS-UES-89",
            "MS-UES-90",
            "MS-UES-91",
            "MS-UES-93",
            "MS-UES-94",
            "MS-UES-95",
            "MS-UES-96",
            "MS-UES-97",
            "MS-UES-98",
            "MS-UES-99",
        ],
        verdicts: &["eligible", "refer", "ineligible"],
        headline: "status",
        losses: &[],
        beside: &[],
        figures: &[
            Output::always("status", Shown::Choice(STATUSES)),
            Output::always("payable_with_flex", Shown::Choice(PAYABLE)),
            Output::always("languages", Shown::Choice(delivery::LANGUAGES)),
            Output::sometimes("in_your_language", Shown::Choice(delivery::OFFERED)),
            Output::always("delivery", Shown::Choice(delivery::DELIVERIES)),
            Output::sometimes("site_visit", Shown::Choice(delivery::VISITS)),
            Output::sometimes("expenses", Shown::Choice(delivery::EXPENSES)),
            Output::sometimes("hours", Shown::Choice(delivery::HOURS)),
            Output::sometimes("opens_at", Shown::Time),
            Output::sometimes("closes_at", Shown::Time),
            Output::sometimes("hours_left", Shown::Count),
            Output::sometimes("quarterly_meetings", Shown::Count),
            Output::sometimes("on_site_help_days", Shown::Count),
            Output::sometimes("remote_help_days", Shown::Count),
            Output::sometimes("extended_features", Shown::Choice(direct::GRANTED)),
            Output::always(
                "prerequisites",
                Shown::List(&[
                    Output::always("prerequisite", Shown::Choice(prerequisites::NAMES)),
                    Output::always("outcome", Shown::Choice(prerequisites::OUTCOMES)),
                ]),
            ),
            Output::always("duties", Shown::List(&[Output::always("duty", Shown::Choice(notes::DUTIES))])),
            Output::sometimes(
                "features",
                Shown::List(&[
                    Output::always("feature", Shown::Choice(direct::FEATURES)),
                    Output::always("granted", Shown::Choice(direct::GRANTED)),
                ]),
            ),
        ],
        dates: &[
            Output::sometimes("ends_on", Shown::Date).kept(),
            Output::sometimes("onboarding_until", Shown::Date).kept(),
        ],
        line: &[
            Output::always("service", Shown::Key),
            Output::always("status", Shown::Choice(STATUSES)),
            Output::always("payable_with_flex", Shown::Choice(PAYABLE)),
            Output::sometimes("in_your_language", Shown::Choice(delivery::OFFERED)),
            Output::always("mark", Shown::Choice(&["included", "orderable", "orderable_up_to_a_limit"])),
            Output::always("group", Shown::Key),
            Output::always("table", Shown::Count),
        ],
        reasons: &[
            "base_contract_ended",
            "bought_for_host_only",
            "government_cloud_not_covered",
            "has_both_environments",
            "included_in_base",
            "language_not_offered",
            "limit_not_stated",
            "needs_azure",
            "needs_base_contract",
            "needs_rapid_response",
            "not_listed_for_flex",
            "on_site_needs_agreement",
            "on_site_not_offered",
            "over_the_limit",
            "public_azure_only",
            "requested_after_closure",
            "sovereign_cloud_not_listed",
            "spend_below_threshold",
            "spend_not_given",
            "success_management_not_payable",
        ],
        assumptions: notes::ASSUMPTIONS,
        warnings: notes::WARNINGS,
        example: r#"{"calculator":"addon","as_of":"2026-11-21","input":{"service":"azure_engineering_direct",
            "base_contract":"in_force","base_until":"2028-06-30","azure":"public","holds_rapid_response":true,
            "language":"english","product_spend_usd":"62000000.00"}}"#,
    };

    type Request = Request;
    type Terms = Offer;

    fn contradiction(Offer { terms, .. }: &Offer, pack: &Pack) -> Contradiction {
        super::below_one(&[("values.enhanced_onboarding_days", &terms.enhanced_onboarding_days)])
            .or_else(|| said::contradiction(terms.service_rules.value(), pack))
            .or_else(|| direct::contradiction(terms))
    }

    fn objection(_: &Offer, request: &Request) -> Option<(&'static str, Problem)> {
        // One of two that mean nothing without the other.
        let needs = |one: bool, other: bool, field| (one && !other).then_some((field, Problem::Missing));
        let (quantity, limit) = (request.quantity.is_some(), request.quantity_limit.is_some());
        let (enrolled, least) = (request.enrolled.is_some(), request.minimum_enrolment.is_some());
        let (requested, closed) = (request.requested_at.is_some(), request.closed_at.is_some());
        needs(request.hours_used.is_some(), request.hours_bought.is_some(), "hours_bought")
            .or_else(|| needs(limit, quantity, "quantity"))
            .or_else(|| needs(enrolled, least, "minimum_enrolment"))
            .or_else(|| needs(least, enrolled, "enrolled"))
            .or_else(|| needs(requested, closed, "closed_at"))
            .or_else(|| needs(closed, requested, "requested_at"))
    }

    fn answer(case: &Case, offer: &Offer, request: &Request, sheet: &mut Sheet) -> Result<(), Overflow> {
        let terms = &offer.terms;
        let service = &request.service;
        sheet.know("mark", service.mark.name());
        let status = prerequisites::write(case, terms, request, sheet);
        let (treatment, working) = catalogue::payable(terms, service);
        sheet.figure("payable_with_flex", treatment.verdict(), working);
        if let Some(reason) = treatment.reason() {
            sheet.reason(reason, working.clause);
        }
        delivery::write(case, terms, request, sheet)?;
        // What is barred brings nobody features.
        let is_had = status != "barred";
        if is_had {
            direct::write(terms, request, sheet);
        }
        prerequisites::write_all(case, terms, request, sheet);
        notes::write(terms, request, sheet);
        if is_had {
            direct::write_features(terms, request, sheet);
        }
        catalogue::write(case, offer, request, sheet);
        sheet.verdict(match status {
            "barred" => Verdict::Ineligible,
            "refer" => Verdict::Refer,
            _ => Verdict::Eligible,
        });
        Ok(())
    }
}

/// What follows from nothing but what the document lists for the service.
const LISTED: &str = "as_stated()";
