//! What the licence names for some countries: a law, a forum, a period, and other terms.

use super::{Assumption, Reason, Terms, Warning};
use crate::calculators::rows::rows;
use crate::calculators::{Contradiction, below_one};
use crate::clause::Cited;
use crate::form::choice;
use crate::terms::rows::TermRow;
use crate::terms::{ByCountry, CountryRow};
use crate::values::money::Dollars;
use crate::working::Of;
use std::sync::Arc;

rows! {
    /// Which law governs.
    pub struct Law in governing_law {
        law: Arc<str>,
        bare_name: Option<bool>,
    }
}

choice! {
    /// What kind of forum it is.
    pub enum ForumKind {
        Court = "court",
        Arbitration = "arbitration",
    }
}

rows! {
    /// Where claims are brought.
    pub struct Forum in dispute_forum {
        forum: Arc<str>,
        forum_kind: ForumKind = kind,
        seat: Option<Arc<str>>,
        language: Option<Arc<str>>,
        arbitrators: Option<i64>,
        receivables_usd: Option<Dollars>,
        one_arbitrator_inr: Option<Dollars>,
        either_party: Option<bool>,
        exclusive: Option<bool>,
        settle_first: Option<bool>,
        all_disputes: Option<bool>,
    }
}

rows! {
    /// Within how many years an action is brought, or that the sentence on it is taken out.
    pub struct Period in limitation_by_country {
        years: Option<i64> { Years },
        years_for_payment: Option<i64> { Years },
        deleted: Option<bool>,
        unless_law_otherwise: Option<bool>,
    }
}

rows! {
    /// What else is said, and which general note it takes the place of.
    pub struct Note in dispute_notes {
        note: Arc<str>,
        instead_of: Option<Arc<str>>,
        days: Option<i64> { Days },
    }
}

/// A note as it is known here.
pub enum Code {
    Reason(Reason),
    Assumption(Assumption),
    Warning(Warning),
}

impl Note<'_> {
    pub fn code(&self) -> Option<Code> {
        let code = &*self.note.value;
        let reason = Reason::of_code(code).map(Code::Reason);
        let assumption = || Assumption::of_code(code).map(Code::Assumption);
        reason.or_else(assumption).or_else(|| Warning::of_code(code).map(Code::Warning))
    }
}

/// The most years that a pack may name: what comes out is still a date.
const MOST_YEARS: i64 = 100;

/// Whether a flag that may be missing is there and says yes.
pub fn is_so(flag: Option<Of<'_, bool>>) -> bool {
    flag.is_some_and(|flag| flag.value)
}

impl Forum<'_> {
    pub fn is_arbitration(&self) -> bool {
        self.forum_kind.value == ForumKind::Arbitration
    }

    /// Whether it says all that it has to.
    fn is_whole(&self) -> bool {
        (self.seat.is_some() || !self.is_arbitration()) && self.arbitrators.is_none_or(|count| count.value > 0)
    }
}

impl Period<'_> {
    /// Whether it names years, or none because the sentence is taken out.
    fn is_whole(&self) -> bool {
        let are_years = |years: Of<'_, i64>| (1..=MOST_YEARS).contains(&years.value);
        self.years_for_payment.is_none_or(are_years) && is_so(self.deleted) != self.years.is_some_and(are_years)
    }
}

/// Every country has one row of a term, which could be read and says all that it has to.
fn are_whole<'t, R: TermRow<'t>>(term: &'t Cited<ByCountry>, is_whole: fn(&R) -> bool) -> bool {
    term.value().is_one_for_each() && term.each().all(|row| row.is_some_and(|row| is_whole(&row)))
}

/// Whether limits in a column are whole amounts above nothing.
fn are_limits(term: &ByCountry, column: &str) -> bool {
    let is_limit =
        |row: &CountryRow| row.values.get(column).is_none() || row.count(column).is_some_and(|limit| limit > 0);
    term.0.iter().all(is_limit)
}

/// What a pack leaves out, or says of what is not known here.
pub fn contradiction(terms: &Terms) -> Contradiction {
    const PARTIAL: &str = "expected one whole row a country";
    let counts =
        [("values.usual_limitation_years", &terms.usual_limitation_years), ("values.chair_days", &terms.chair_days)];
    let forums = terms.dispute_forum.value();
    let are_forums = are_whole(&terms.dispute_forum, Forum::is_whole)
        && ["receivables_usd", "one_arbitrator_inr"].iter().all(|column| are_limits(forums, column));
    below_one(&counts).or_else(|| {
        if !are_whole(&terms.governing_law, |_: &Law<'_>| true) {
            Some(("values.governing_law", PARTIAL))
        } else if !are_forums {
            Some(("values.dispute_forum", PARTIAL))
        } else if !are_whole(&terms.limitation_by_country, Period::is_whole) {
            Some(("values.limitation_by_country", PARTIAL))
        } else if !terms.territory_of_rights.value().is_one_for_each() {
            Some(("values.territory_of_rights", PARTIAL))
        } else if *terms.usual_limitation_years.value() > MOST_YEARS {
            Some(("values.usual_limitation_years", "expected a century at most"))
        } else if !terms.dispute_notes.each().all(|row: Option<Note<'_>>| row.is_some_and(|row| row.code().is_some())) {
            Some(("values.dispute_notes", "expected notes that dispute knows"))
        } else {
            None
        }
    })
}
