//! What one has with and without cover, feature by feature.

use super::{Contradiction, Request, Terms};
use crate::given::Given;
use crate::sheet::{Sheet, Working};

/// The features, in the order of the document.
pub const FEATURES: &[&str] = &[
    "new_versions",
    "new_version_notice",
    "named_support_staff",
    "severity_1_telephone",
    "remote_telephone",
    "online_problem_reporting",
    "support_site",
];

/// How much there is of a feature.
pub const LEVELS: &[&str] = &["none", "limited", "partly", "full", "around_the_clock"];

/// Every row names a feature, each once, and how much there is of it with and without cover.
pub fn contradiction(terms: &Terms) -> Contradiction {
    let rows = &terms.support_features.value().0;
    let is_row = |row: &Given| {
        known(row, "feature", FEATURES).is_some()
            && known(row, "without_cover", LEVELS).is_some()
            && known(row, "with_cover", LEVELS).is_some()
    };
    let features: Vec<_> = rows.iter().filter_map(|row| known(row, "feature", FEATURES)).collect();
    let is_once = FEATURES.iter().all(|each| features.iter().filter(|known| *known == each).count() == 1);
    let is_sound = rows.iter().all(is_row) && is_once;
    (!is_sound).then_some(("values.support_features", "expected each feature once, with and without cover"))
}

/// The key in a column, as one that is known here.
fn known(row: &Given, column: &str, keys: &[&'static str]) -> Option<&'static str> {
    let text = row.get(column)?.text()?;
    keys.iter().find(|key| **key == text).copied()
}

pub fn write(terms: &Terms, request: &Request, covered: bool, sheet: &mut Sheet) {
    let (with_and_without, agreement) = (terms.support_features.clause(), terms.updates_need_agreement.clause());
    for (index, row) in terms.support_features.value().0.iter().enumerate() {
        let (Some(feature), Some(without), Some(with)) =
            (known(row, "feature", FEATURES), known(row, "without_cover", LEVELS), known(row, "with_cover", LEVELS))
        else {
            continue;
        };
        sheet.begin_line(index);
        sheet.echo("feature", feature);
        sheet.echo("without_cover", without);
        sheet.echo("with_cover", with);
        sheet.know("without_cover", without);
        sheet.know("with_cover", with);
        // What hangs on the agreement too is lost with it, whatever is covered.
        let is_lost = row.get("needs_agreement") == Some(&Given::Flag(true)) && !request.agreement_in_force;
        let (yours, working) = match (covered, is_lost) {
            (true, false) => (with, Working::exact("with_cover", with_and_without)),
            (true, true) => (without, Working::exact("without_cover", agreement)),
            (false, _) => (without, Working::exact("without_cover", with_and_without)),
        };
        sheet.computed("yours", yours, working);
        sheet.end_line();
    }
}
