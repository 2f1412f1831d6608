//! Azure Engineering Direct: who has its extended features. Its fee cannot be had: the table that it is to be
//! read from does not exist in the document.

use super::said::{ServiceRule, find};
use super::{Contradiction, Reason, Request, Terms, Warning, out};
use crate::calculators::rows::rows;
use crate::clause::ClauseId;
use crate::form::choice;
use crate::working::Of;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;

choice! {
    /// Whether a feature is granted.
    pub enum Granted {
        Included = "included",
        NotIncluded = "not_included",
        Refer = "refer",
    }
}

choice! {
    /// The features, in the order of the document.
    pub enum Feature {
        VoiceInEngineering = "voice_in_engineering",
        CrisisManagement = "crisis_management",
        ProblemManagement = "problem_management",
        ServiceImprovement = "service_improvement",
        CriticalProjects = "critical_projects",
        ActionableInsights = "actionable_insights",
        CustomerAdvisory = "customer_advisory",
        PlatformMonitoring = "platform_monitoring",
        OutageHandling = "outage_handling",
        KnowMeWorldwide = "know_me_worldwide",
    }
}

rows! {
    /// A feature, and whether it is an extended one.
    pub struct DirectFeature in direct_features {
        feature: Feature,
        extended: Option<bool>,
    }
}

fn features(terms: &Terms) -> impl Iterator<Item = Option<DirectFeature<'_>>> {
    terms.direct_features.rows_by("feature")
}

/// Every row is a feature that is known, and whether it is an extended one.
pub fn contradiction(terms: &Terms) -> Contradiction {
    let is_sound = features(terms).all(|feature| feature.is_some());
    (!is_sound).then_some(("values.direct_features", "expected known features, extended or not"))
}

/// The clause by which the service's features are split, where they are.
pub fn split<'r>(rules: &'r [ServiceRule<'_>], request: &Request) -> Option<&'r ClauseId> {
    find(rules, &request.service, &["feature_split"]).map(|said| said.clause())
}

/// Writes whether the extended features are granted: by what was estimated at signing, or by paying their minimum price.
pub fn write<'a>(terms: &Terms, request: &Request, clause: &'a ClauseId, sheet: &mut Sheet) -> Of<'a, Granted> {
    let extended_features = write_granted(terms, request, clause, sheet);
    match extended_features.value {
        Granted::Refer => sheet.reason(Reason::SpendNotGiven, clause),
        Granted::NotIncluded => sheet.reason(Reason::SpendBelowThreshold, clause),
        Granted::Included => sheet.warning(Warning::StatedOnWorkOrder, clause),
    }
    if request.elects_minimum_price.is_some_and(|elects| elects.value) {
        sheet.warning(Warning::MinimumPriceNotStated, clause);
    }
    extended_features
}

fn write_granted<'a>(terms: &Terms, request: &Request, clause: &'a ClauseId, sheet: &mut Sheet) -> Of<'a, Granted> {
    match (request.elects_minimum_price, request.product_spend_usd) {
        (Some(elects), Some(spend)) => {
            work!(sheet, figure extended_features = exact(
                if elects || spend >= terms.extended_spend_usd { Granted::Included } else { Granted::NotIncluded }
            ), by clause);
            extended_features
        }
        (None, Some(spend)) => {
            work!(sheet, figure extended_features = exact(
                if spend >= terms.extended_spend_usd { Granted::Included } else { Granted::NotIncluded }
            ), by clause);
            extended_features
        }
        (Some(elects), None) => {
            work!(sheet, figure extended_features = exact(
                if elects { Granted::Included } else { Granted::Refer }
            ), by clause);
            extended_features
        }
        (None, None) => {
            work!(sheet, figure extended_features = exact(Granted::Refer), by clause);
            extended_features
        }
    }
}

/// Feature by feature: some are for everybody, the extended ones are not.
pub fn write_features(terms: &Terms, clause: &ClauseId, extended_features: Of<'_, Granted>, sheet: &mut Sheet) {
    sheet.begin_rows(&out::figure::features);
    for (index, DirectFeature { feature: listed, extended }) in features(terms).flatten().enumerate() {
        sheet.begin_line(index);
        work!(sheet, feature_row feature = exact(listed), by clause);
        if let Some(extended) = extended {
            work!(sheet, feature_row granted = exact(
                if extended { extended_features } else { Granted::Included }
            ), by clause);
        } else {
            work!(sheet, feature_row granted = exact(Granted::Included), by clause);
        }
        sheet.end_line();
    }
    sheet.end_list();
}
