//! What countries change of how far IBM answers.

use super::kinds::{Damage, Ground, Remedy};
use super::{Reason, Terms, Warning};
use crate::calculators::rows::rows;
use crate::calculators::{Contradiction, below_one};
use crate::clause::{Cited, ClauseId};
use crate::form::Chosen;
use crate::terms::rows::TermRow;
use crate::terms::{ByCountry, Keys};
use crate::values::money::{Dollars, Percent};
use crate::working::sheet::Sheet;
use std::sync::Arc;

rows! {
    /// The euros that the cap is not below.
    pub struct Floor in cap_floor {
        cap_eur: Dollars = eur,
    }
}

rows! {
    /// How much of what was paid counts.
    pub struct Share in paid_percent {
        paid_percent: Percent = percent,
    }
}

rows! {
    /// Damage that is excluded, besides what is so everywhere or in the place of that.
    pub struct Excluding in damages_by_country {
        damages: Keys,
        replaces: Option<bool>,
        splits: Option<bool>,
        reason: Arc<str>,
    }
}

rows! {
    /// What no cap holds for, besides what none holds for everywhere or in the place of that.
    pub struct Lifting in uncapped_by_country {
        grounds: Keys,
        replaces: Option<bool>,
        lifts_exclusions: Option<bool>,
        reason: Arc<str>,
    }
}

rows! {
    /// What is owed instead of damages, and for what.
    pub struct Remedied in consumer_remedies {
        remedied_ground: Option<Ground> = ground,
        except: Option<Ground>,
        remedies: Keys,
        reason: Arc<str>,
    }
}

rows! {
    /// What else is said.
    pub struct Note in liability_notes {
        reason: Option<Arc<str>>,
        warning: Option<Arc<str>>,
    }
}

impl Note<'_> {
    fn codes(&self) -> (Option<Reason>, Option<Warning>) {
        let reason = self.reason.as_ref().and_then(|reason| Reason::of_code(&reason.value));
        let warning = self.warning.as_ref().and_then(|warning| Warning::of_code(&warning.value));
        (reason, warning)
    }

    pub fn write(&self, clause: &ClauseId, sheet: &mut Sheet) {
        let (reason, warning) = self.codes();
        if let Some(reason) = reason {
            sheet.reason(reason, clause);
        }
        if let Some(warning) = warning {
            sheet.warning(warning, clause);
        }
    }
}

/// What a row of a country has: the reason that it names, and keys.
pub trait Reasoned<'t>: TermRow<'t> {
    fn reason(&self) -> (&str, &'t ClauseId);
    fn keys(&self) -> &Keys;

    fn write_reason(&self, sheet: &mut Sheet) {
        let (code, clause) = self.reason();
        if let Some(reason) = Reason::of_code(code) {
            sheet.reason(reason, clause);
        }
    }
}

macro_rules! reasoned {
    ($($row:ident $keys:ident),*) => {
        $(impl<'t> Reasoned<'t> for $row<'t> {
            fn reason(&self) -> (&str, &'t ClauseId) {
                (&self.reason.value, self.reason.clause())
            }

            fn keys(&self) -> &Keys {
                &self.$keys.value
            }
        })*
    };
}

reasoned!(Excluding damages, Lifting grounds, Remedied remedies);

/// Every row speaks of damages, grounds and remedies that are known here, and names its reason.
pub fn contradiction(terms: &Terms) -> Contradiction {
    // One row a country, each with more than nothing.
    let floors = terms.cap_floor.value();
    let is_floor = floors.is_one_for_each() && floors.0.iter().all(|row| row.count("eur").is_some_and(|eur| eur > 0));
    let is_share = |share: Option<Share<'_>>| share.is_some_and(|share| share.paid_percent.value > Percent::default());
    let is_note = |note: Option<Note<'_>>| note.is_some_and(|note| note.codes() != (None, None));
    if !is_floor {
        Some(("values.cap_floor", "expected one row a country, each with eur above 0"))
    } else if !terms.paid_percent.value().is_one_for_each() || !terms.paid_percent.each().all(is_share) {
        Some(("values.paid_percent", "expected one row a country, each with percent above 0"))
    } else if !terms.liability_notes.each().all(is_note) {
        Some(("values.liability_notes", "names no reason and no warning that there is"))
    } else {
        below_one(&[("values.recurring_months", &terms.recurring_months)]).or_else(|| unknown_key(terms))
    }
}

fn unknown_key(terms: &Terms) -> Contradiction {
    if !are_known::<Damage>(terms.excluded_damages.value()) {
        Some(("values.excluded_damages", "names a damage that there is not"))
    } else if !are_reasoned::<Excluding<'_>, Damage>(&terms.damages_by_country) {
        Some(("values.damages_by_country", "expected one row a country, with a reason and damages that there are"))
    } else if !are_known::<Ground>(terms.uncapped_grounds.value()) {
        Some(("values.uncapped_grounds", "names a ground that there is not"))
    } else if !are_reasoned::<Lifting<'_>, Ground>(&terms.uncapped_by_country) {
        Some(("values.uncapped_by_country", "expected one row a country, with a reason and grounds that there are"))
    } else if !are_known::<Ground>(terms.not_answered_for.value()) {
        Some(("values.not_answered_for", "names a ground that there is not"))
    } else if !are_known::<Ground>(terms.partners_answer_alone.value()) {
        Some(("values.partners_answer_alone", "names a ground that there is not"))
    } else if !are_reasoned::<Remedied<'_>, Remedy>(&terms.consumer_remedies) {
        Some(("values.consumer_remedies", "expected one row a country, with a reason and remedies that there are"))
    } else {
        None
    }
}

fn are_known<K: Chosen>(keys: &Keys) -> bool {
    keys.0.iter().all(|key| K::KEYS.contains(&&**key))
}

fn are_reasoned<'t, R: Reasoned<'t>, K: Chosen>(term: &'t Cited<ByCountry>) -> bool {
    let is_whole = |row: R| Reason::of_code(row.reason().0).is_some() && are_known::<K>(row.keys());
    term.value().is_one_for_each() && term.each().all(|row| row.is_some_and(is_whole))
}
