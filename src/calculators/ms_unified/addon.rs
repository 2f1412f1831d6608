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

use crate::calculators::{About, Ask, Contradiction, Whole};
use crate::request::problem::Problem;
use crate::request::refusal::Fault;
use crate::terms::{FromPack, Keys, Need, Pack, Rule, Service, Table, terms};
use crate::values::dates::{Date, TimeOfDay};
use crate::values::money::Dollars;
use crate::working::answer::Verdict;
use crate::working::sheet::Sheet;
use declared::{Assumption, Reason, STATUSES, Warning, out};
use direct::DirectFeature;
use request::{Azure, BaseContract, Language, Location, OnSite, Request};
use said::ServiceRule;

mod catalogue;
mod checked;
mod codes;
mod declared;
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
        on_site_help_days: i64 { Days },
        remote_help_days: i64 { Days },
        enhanced_onboarding_days: i64 { Days },
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

impl Whole for Addon {
    const ABOUT: About = About {
        name: "addon",
        pack: "ms-unified",
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
        columns: &[ServiceRule::COLUMNS, DirectFeature::COLUMNS, out::column::COLUMNS],
        onward: r#"[
            {"to":"flex","lines":{"from":"","to":"years.0.allocations","fields":{"service":"service"},"only":[{"of":"answer.payable_with_flex","not_in":["barred"]}]}},
            {"to":"multi_country","lines":{"from":"","to":"lines","fields":{"service":"service"},"only":[{"of":"location","in":["host","downstream"]}]}},
            {"to":"event","fields":{"cloud":"=public"},"when":[{"of":"service","in":["azure_event_management"]},{"of":"azure","in":["public"]}]},
            {"to":"response","fields":{"rapid_response":"holds_rapid_response"},"when":[{"of":"service","in":["problem_resolution_support","unified_enhanced_response","rapid_response"]}]}
        ]"#,
        example: r#"{"calculator":"addon","as_of":"2026-11-21","input":{"service":"azure_engineering_direct",
            "base_contract":"in_force","base_until":"2028-06-30","azure":"public","holds_rapid_response":true,
            "language":"english","product_spend_usd":"62000000.00"}}"#,
        ..out::ABOUT
    };

    type Request = Request;
    type Terms = Offer;

    fn contradiction(Offer { terms, .. }: &Offer, pack: &Pack) -> Contradiction {
        crate::calculators::below_one(&[("values.enhanced_onboarding_days", &terms.enhanced_onboarding_days)])
            .or_else(|| checked::contradiction(terms, pack))
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

    fn answer(ask: &Ask<'_, Offer, Request>, sheet: &mut Sheet) {
        let (Offer { terms, .. }, request) = (ask.terms, ask.request);
        let service = &request.service;
        let rules = said::rules(terms);
        let held = prerequisites::hold(ask, &rules, sheet);
        let status = prerequisites::write_status(&out::figure::status, &held, &rules, service, sheet);
        let status = status.map_or("", |status| status.value);
        prerequisites::write_reasons(request, &held, &rules, sheet);
        let (treatment, clause) = catalogue::write_payable(&out::figure::payable_with_flex, terms, service, sheet);
        if let Some(reason) = treatment.reason().and_then(Reason::of_code) {
            sheet.reason(reason, clause);
        }
        delivery::write(ask, &rules, sheet);
        prerequisites::write_all(request, &held, &rules, sheet);
        notes::write(&rules, request, sheet);
        // What is barred brings nobody features.
        if status != "barred"
            && let Some(clause) = direct::split(&rules, request)
        {
            let extended_features = direct::write(terms, request, clause, sheet);
            direct::write_features(terms, clause, extended_features, sheet);
        }
        catalogue::write(ask.terms, request, &held, &rules, sheet);
        sheet.verdict(match status {
            "barred" => Verdict::Ineligible,
            "refer" => Verdict::Refer,
            _ => Verdict::Eligible,
        });
    }
}
