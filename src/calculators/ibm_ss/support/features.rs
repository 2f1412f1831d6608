//! What one has with and without cover, feature by feature.

use super::{Contradiction, Request, Terms, out};
use crate::calculators::rows::rows;
use crate::form::choice;
use crate::working::Of;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;

choice! {
    /// The features, in the order of the document.
    pub enum Feature {
        NewVersions = "new_versions",
        NewVersionNotice = "new_version_notice",
        NamedSupportStaff = "named_support_staff",
        Severity1Telephone = "severity_1_telephone",
        RemoteTelephone = "remote_telephone",
        OnlineProblemReporting = "online_problem_reporting",
        SupportSite = "support_site",
    }
}

choice! {
    /// How much there is of a feature.
    pub enum Level {
        None = "none",
        Limited = "limited",
        Partly = "partly",
        Full = "full",
        AroundTheClock = "around_the_clock",
    }
}

rows! {
    /// How much there is of a feature.
    pub struct Features in support_features {
        feature: Feature,
        without_cover: Level,
        with_cover: Level,
        /// Whether it hangs on the agreement too.
        needs_agreement: Option<bool>,
    }
}

/// Every row names a feature, each once, and how much there is of it with and without cover.
pub fn contradiction(terms: &Terms) -> Contradiction {
    let rows: Option<Vec<Features>> = features(terms).collect();
    let is_once =
        |rows: &Vec<Features>, key: &str| rows.iter().filter(|row| row.feature.value.key() == key).count() == 1;
    let is_sound = rows.is_some_and(|rows| Feature::KEYS.iter().all(|key| is_once(&rows, key)));
    (!is_sound).then_some(("values.support_features", "expected each feature once, with and without cover"))
}

fn features(terms: &Terms) -> impl Iterator<Item = Option<Features<'_>>> {
    terms.support_features.rows_by("feature")
}

/// Writes a line for each feature.
pub fn write(terms: &Terms, request: &Request, covered: Of<'_, bool>, sheet: &mut Sheet) {
    for (index, row) in features(terms).flatten().enumerate() {
        let Features { feature, without_cover, with_cover, needs_agreement } = row;
        sheet.begin_line(index);
        sheet.show(&out::line::feature, feature.value);
        sheet.show(&out::line::without_cover, without_cover.value);
        sheet.show(&out::line::with_cover, with_cover.value);
        // What hangs on the agreement too is lost with it, whatever is covered.
        if let Some(needs_agreement) = needs_agreement {
            let is_lost = needs_agreement.value && !request.agreement_in_force.value;
            let clause =
                if covered.value && is_lost { terms.updates_need_agreement.clause() } else { with_cover.clause() };
            work!(sheet, line yours = exact(
                if covered && (request.agreement_in_force || !needs_agreement) { with_cover } else { without_cover }
            ), by clause);
        } else {
            work!(sheet, line yours = exact(if covered { with_cover } else { without_cover }), by with_cover);
        }
        sheet.end_line();
    }
}
