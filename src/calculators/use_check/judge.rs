//! One use: what the pack's table says of it, and what counts, country and permissions change.

use super::{Line, Options, PERMISSIONS, Terms, USES, UseCheck};
use crate::answer::Verdict;
use crate::calculators::ByLine;
use crate::clause::ClauseId;
use crate::given::Given;
use crate::sheet::{Sheet, Working};
use crate::terms::CountryRow;

/// A use as the pack has it.
pub struct Use<'t> {
    row: &'t Given,
    pub key: &'static str,
    verdict: Verdict,
    reason: &'static str,
    pub clause: ClauseId,
}

fn known(key: &str, keys: &[&'static str]) -> Option<&'static str> {
    keys.iter().find(|known| **known == key).copied()
}

impl<'t> Use<'t> {
    /// None where it lacks something, or names what there is not.
    pub fn read(row: &'t Given) -> Option<Use<'t>> {
        let text = |name| row.get(name).and_then(Given::text);
        let verdict = match text("verdict")? {
            "eligible" => Verdict::Eligible,
            "ineligible" => Verdict::Ineligible,
            "refer" => Verdict::Refer,
            _ => return None,
        };
        let reason = known(text("reason")?, UseCheck::ABOUT.reasons)?;
        let clause = ClauseId::new(text("clause")?);
        let codes = [
            ("warning", UseCheck::ABOUT.warnings),
            ("assumption", UseCheck::ABOUT.assumptions),
            ("open_as", UseCheck::ABOUT.assumptions),
        ];
        let is_known = |(column, codes): &(&str, &[&'static str])| {
            row.get(column).is_none_or(|code| code.text().is_some_and(|code| known(code, codes).is_some()))
        };
        // What somebody's consent leaves open is so by a reading.
        let is_read = row.get("open_by").is_none() || row.get("open_as").is_some();
        if !is_read || !codes.iter().all(is_known) {
            return None;
        }
        Some(Use { row, key: known(text("intended_use")?, USES)?, verdict, reason, clause })
    }

    /// The clauses that it cites.
    pub fn clauses(&self) -> impl Iterator<Item = &str> {
        let of_warning = self.row.get("warning_clause").and_then(Given::text);
        std::iter::once(self.clause.as_str()).chain(of_warning)
    }

    /// A code that the row names besides.
    fn code(&self, column: &str, codes: &[&'static str]) -> Option<&'static str> {
        known(self.row.get(column)?.text()?, codes)
    }

    fn lists(&self, column: &str, key: &str) -> bool {
        match self.row.get(column) {
            Some(Given::List(items, _)) => items.iter().any(|item| item.text() == Some(key)),
            _ => false,
        }
    }
}

/// Whether a row of a country speaks of a use and of a warning that there are.
pub fn is_note(row: &CountryRow) -> bool {
    row.text("intended_use").and_then(|key| known(key, USES)).is_some() && warning_of(row).is_some()
}

fn warning_of(row: &CountryRow) -> Option<&'static str> {
    known(row.text("warning")?, UseCheck::ABOUT.warnings)
}

/// Whether a use is permitted, with the reasons.
pub fn judge(terms: &Terms, options: &Options, line: &Line, found: &Use<'_>, sheet: &mut Sheet) -> Verdict {
    let about = &UseCheck::ABOUT;
    if let Some(warning) = found.code("warning", about.warnings) {
        let own = found.row.get("warning_clause").and_then(Given::text).map(ClauseId::new);
        sheet.warning(warning, own.as_ref().unwrap_or(&found.clause));
    }
    let notes = terms.use_notes.value().all_of(options.country);
    for row in notes.filter(|row| row.text("intended_use") == Some(found.key)) {
        if let Some(warning) = warning_of(row) {
            sheet.warning(warning, &row.clause);
        }
    }
    if let (Some(entitled), Some(copies)) = (line.entitled, line.copies) {
        let clause = terms.intended_uses.clause();
        let excess = (copies.0 - entitled.0).max(0);
        sheet.computed("excess", excess, Working::exact("max(0, copies − entitled)", clause));
        // In what a use is counted the text does not say.
        sheet.assumption("metric_not_stated", clause);
        if let Some(reason) = found.code("beyond", about.reasons)
            && excess > 0
        {
            sheet.reason(reason, &found.clause);
            return Verdict::Ineligible;
        }
    }
    let is_at_home = line.used_in == Some(options.country);
    if is_at_home && let Some(reason) = found.code("at_home", about.reasons) {
        sheet.reason(reason, &found.clause);
        return Verdict::Eligible;
    }
    if found.verdict != Verdict::Ineligible {
        sheet.reason(found.reason, &found.clause);
        return found.verdict;
    }
    // Where the country's own name is put in the place of the territory, IBM's consent has nothing to
    // extend. The second part says that the words stand in the second sentence; they stand in the third.
    let territory = terms.own_territory.value().of(options.country).filter(|_| line.used_in.is_some());
    if let Some(row) = territory {
        sheet.assumption("territory_words_in_the_third_sentence", &row.clause);
    }
    let permitted_by = line.permitted_by.as_ref().map_or("nothing", |key| &*key.0);
    let lifts = |key| found.lists("lifted_by", key) && !(territory.is_some() && key == "ibm");
    let permission = match permitted_by {
        "transaction_document" => ("document_permits", terms.transaction_document_first.clause()),
        "mandatory_law" => ("law_permits", &found.clause),
        _ => ("ibm_permits", &found.clause),
    };
    if lifts(permitted_by) {
        sheet.reason(permission.0, permission.1);
        return Verdict::Eligible;
    }
    if let Some(assumption) = found.code("assumption", about.assumptions) {
        sheet.assumption(assumption, &found.clause);
    }
    let own = territory.and_then(|row| known(row.text("reason")?, about.reasons));
    sheet.reason(own.unwrap_or(found.reason), &found.clause);
    if found.lists("open_by", permitted_by) {
        // What the law forbids to restrict is said of assigning and transferring alone; further rights are said to be
        // had for a charge or on other terms, not by consent alone.
        if let Some(assumption) = found.code("open_as", about.assumptions) {
            sheet.assumption(assumption, &found.clause);
        }
        return Verdict::Refer;
    }
    if permitted_by == "unsure" && PERMISSIONS.iter().any(|key| lifts(key)) {
        sheet.reason("may_be_permitted", &found.clause);
        return Verdict::Refer;
    }
    Verdict::Ineligible
}
