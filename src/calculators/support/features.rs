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

/// How much there is of a feature.
struct Feature {
    key: &'static str,
    without_cover: &'static str,
    with_cover: &'static str,
    /// Whether it hangs on the agreement too.
    needs_agreement: bool,
}

impl Feature {
    /// A row of the pack's table; none where it does not say all of it.
    fn read(row: &Given) -> Option<Feature> {
        Some(Feature {
            key: known(row, "feature", FEATURES)?,
            without_cover: known(row, "without_cover", LEVELS)?,
            with_cover: known(row, "with_cover", LEVELS)?,
            needs_agreement: row.get("needs_agreement") == Some(&Given::Flag(true)),
        })
    }
}

/// Every row names a feature, each once, and how much there is of it with and without cover.
pub fn contradiction(terms: &Terms) -> Contradiction {
    let rows = &terms.support_features.value().0;
    let features: Vec<_> = rows.iter().filter_map(Feature::read).collect();
    let is_once = FEATURES.iter().all(|each| features.iter().filter(|known| known.key == *each).count() == 1);
    let is_sound = features.len() == rows.len() && is_once;
    (!is_sound).then_some(("values.support_features", "expected each feature once, with and without cover"))
}

/// The key in a column, as one that is known here.
fn known(row: &Given, column: &str, keys: &[&'static str]) -> Option<&'static str> {
    let text = row.get(column)?.text()?;
    keys.iter().find(|key| **key == text).copied()
}

pub fn write(terms: &Terms, request: &Request, covered: bool, sheet: &mut Sheet) {
    let (with_and_without, agreement) = (terms.support_features.clause(), terms.updates_need_agreement.clause());
    for (index, feature) in terms.support_features.value().0.iter().filter_map(Feature::read).enumerate() {
        let Feature { key, without_cover: without, with_cover: with, needs_agreement } = feature;
        sheet.begin_line(index);
        sheet.echo("feature", key);
        sheet.echo("without_cover", without);
        sheet.echo("with_cover", with);
        sheet.know("without_cover", without);
        sheet.know("with_cover", with);
        // What hangs on the agreement too is lost with it, whatever is covered.
        let is_lost = needs_agreement && !request.agreement_in_force;
        let (yours, working) = match (covered, is_lost) {
            (true, false) => (with, Working::exact("with_cover", with_and_without)),
            (true, true) => (without, Working::exact("without_cover", agreement)),
            (false, _) => (without, Working::exact("without_cover", with_and_without)),
        };
        sheet.computed("yours", yours, working);
        sheet.end_line();
    }
}
