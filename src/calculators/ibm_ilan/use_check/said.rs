//! What the pack says of each use, and of some in some countries.

use super::{Assumption, PERMISSIONS, Reason, Standing, Terms, USES, Warning};
use crate::calculators::Contradiction;
use crate::calculators::rows::rows;
use crate::clause::ClauseId;
use crate::terms::{ByCountry, CountryRow, Keys, Pack, rows::TermRow};
use crate::working::Of;
use std::sync::Arc;

rows! {
    /// A use as the pack has it.
    pub struct UseRow in intended_uses {
        intended_use: Arc<str>,
        stated_verdict: Standing = verdict,
        reason: Arc<str>,
        /// Why a use beyond what was acquired is barred.
        beyond: Option<Arc<str>>,
        /// Why one is permitted where the program was acquired.
        at_home: Option<Arc<str>>,
        /// Whose permission lifts a bar, and whose leaves it open.
        lifted_by: Option<Keys>,
        open_by: Option<Keys>,
        open_as: Option<Arc<str>>,
        assumption: Option<Arc<str>>,
        warning: Option<Arc<str>>,
        warning_clause: Option<ClauseId>,
        clause: ClauseId,
    }
}

rows! {
    /// Where the country's own name stands in the place of the territory.
    pub struct Territory in own_territory {
        reason: Option<Arc<str>>,
    }
}

rows! {
    /// What to look out for in a country.
    pub struct Note in use_notes {
        intended_use: Arc<str>,
        warning: Arc<str>,
    }
}

impl UseRow<'_> {
    /// Whether it names only codes that there are, and says as what each stays open.
    fn is_known(&self) -> bool {
        let of_open = self.open_by.is_none() || self.open_as.is_some();
        let is_assumption = |code: &Option<Of<'_, Arc<str>>>| {
            code.as_ref().is_none_or(|code| Assumption::of_code(&code.value).is_some())
        };
        of_open
            && USES.contains(&&*self.intended_use.value)
            && Reason::of_code(&self.reason.value).is_some()
            && is_assumption(&self.assumption)
            && is_assumption(&self.open_as)
            && self.warning.as_ref().is_none_or(|code| Warning::of_code(&code.value).is_some())
    }

    fn clauses(&self) -> impl Iterator<Item = &str> {
        let of_warning = self.warning_clause.as_ref();
        std::iter::once(&self.clause).chain(of_warning).map(|clause| clause.value.as_str())
    }

    /// Whom it has lift a bar, but for IBM where IBM's consent has nothing to extend; none where nobody is left.
    pub fn lifted_by(&self, but_ibm: bool) -> Option<&Of<'_, Keys>> {
        let is_lifting = |key: &&str| !(but_ibm && *key == "ibm");
        self.lifted_by.as_ref().filter(|keys| PERMISSIONS.iter().any(|key| is_lifting(key) && keys.value.contains(key)))
    }
}

/// Every row of a country's term, where all could be read.
fn rows_of<'t, R: TermRow<'t>>(term: &'t ByCountry) -> Option<Vec<R>> {
    let read = |row: &'t CountryRow| row.read::<R>(*row.countries.first()?);
    term.0.iter().map(read).collect()
}

/// What is wrong with the uses, if anything.
pub fn contradiction(terms: &Terms, pack: &Pack) -> Contradiction {
    const PLACE: &str = "values.intended_uses";
    let uses: Option<Vec<UseRow<'_>>> = terms.intended_uses.rows_by("intended_use").collect();
    let Some(uses) = uses.filter(|uses| uses.iter().all(UseRow::is_known)) else {
        return Some((
            PLACE,
            "expected intended_use, verdict, reason and clause in every row, and codes that there are",
        ));
    };
    let territories: Option<Vec<Territory<'_>>> = rows_of(terms.own_territory.value());
    let notes: Option<Vec<Note<'_>>> = rows_of(terms.use_notes.value());
    let is_note =
        |note: &Note<'_>| USES.contains(&&*note.intended_use.value) && Warning::of_code(&note.warning.value).is_some();
    if !USES.iter().all(|key| uses.iter().filter(|each| &*each.intended_use.value == *key).count() == 1) {
        Some((PLACE, "expected each use once"))
    } else if !terms.own_territory.value().is_one_for_each() || territories.is_none() {
        Some(("values.own_territory", "expected one row a country"))
    } else if !uses.iter().all(|each| each.clauses().all(|clause| pack.has_clause(clause))) {
        Some((PLACE, "names a clause that the pack does not have"))
    } else if !notes.is_some_and(|notes| notes.iter().all(is_note)) {
        Some(("values.use_notes", "expected a use and a warning that there are in every row"))
    } else {
        None
    }
}
