//! Azure Engineering Direct: who has its extended features. Its fee cannot be had: the table that it is to be
//! read from does not exist in the document.

use super::{Contradiction, Request, Sheet, Terms, Working, said};
use crate::clause::ClauseId;
use crate::given::Given;

pub const GRANTED: &[&str] = &["included", "not_included", "refer"];

/// The features, in the order of the document.
pub const FEATURES: &[&str] = &[
    "voice_in_engineering",
    "crisis_management",
    "problem_management",
    "service_improvement",
    "critical_projects",
    "actionable_insights",
    "customer_advisory",
    "platform_monitoring",
    "outage_handling",
    "know_me_worldwide",
];

fn feature(row: &Given) -> Option<(&'static str, bool)> {
    let text = row.get("feature")?.text()?;
    let feature = FEATURES.iter().find(|feature| **feature == text)?;
    match row.get("extended") {
        None => Some((feature, false)),
        Some(Given::Flag(extended)) => Some((feature, *extended)),
        Some(_) => None,
    }
}

/// Every row is a feature that is known, and whether it is an extended one.
pub fn contradiction(terms: &Terms) -> Contradiction {
    let is_sound = terms.direct_features.value().0.iter().all(|row| feature(row).is_some());
    (!is_sound).then_some(("values.direct_features", "expected known features, extended or not"))
}

/// The clause by which the service's features are split, where they are.
fn split(terms: &Terms, request: &Request) -> Option<ClauseId> {
    said::find(terms.service_rules.value(), &request.service, &["feature_split"]).map(|said| said.clause)
}

/// Whether the extended features are granted: by what was estimated at signing, or by paying their minimum price.
fn extended(terms: &Terms, request: &Request) -> (&'static str, &'static str) {
    match (&request.product_spend_usd, request.elects_minimum_price) {
        (_, Some(true)) => ("included", "follows(elects_minimum_price)"),
        (Some(spend), _) if spend.0 >= terms.extended_spend_usd.value().0 => {
            ("included", "extended_spend_usd ≤ product_spend_usd")
        }
        (Some(_), _) => ("not_included", "product_spend_usd < extended_spend_usd"),
        (None, _) => ("refer", "not_given()"),
    }
}

pub fn write(terms: &Terms, request: &Request, sheet: &mut Sheet) {
    let Some(clause) = split(terms, request) else { return };
    let (granted, formula) = extended(terms, request);
    sheet.figure("extended_features", granted, Working::exact(formula, &clause));
    match granted {
        "refer" => sheet.reason("spend_not_given", &clause),
        "not_included" => sheet.reason("spend_below_threshold", &clause),
        _ => sheet.warning("stated_on_work_order", &clause),
    }
    if request.elects_minimum_price == Some(true) {
        sheet.warning("minimum_price_not_stated", &clause);
    }
}

/// Feature by feature: some are for everybody, the extended ones are not.
pub fn write_features(terms: &Terms, request: &Request, sheet: &mut Sheet) {
    let Some(clause) = split(terms, request) else { return };
    let (granted, _) = extended(terms, request);
    sheet.begin_list("features");
    for (index, (feature, is_extended)) in terms.direct_features.value().0.iter().filter_map(feature).enumerate() {
        sheet.begin_line(index);
        sheet.computed("feature", feature, Working::exact(super::LISTED, &clause));
        let (granted, formula) =
            if is_extended { (granted, "follows(extended_features)") } else { ("included", super::LISTED) };
        sheet.computed("granted", granted, Working::exact(formula, &clause));
        sheet.end_line();
    }
    sheet.end_list();
}
