//! The pack's table of where services are bought and who may use them. The first row that fits a
//! service holds: those for a single service come before those for a group of them.

use super::{Contradiction, MultiCountry, Terms};
use crate::answer::Verdict;
use crate::calculators::Whole;
use crate::clause::ClauseId;
use crate::given::Given;
use crate::sheet::Sheet;
use crate::terms::{Mark, Pack, Service};

/// Where a service is bought.
pub const BUY: &[&str] = &["in_base", "any_location", "one_location", HOST_ONLY];
pub const IN_BASE: &str = "in_base";
pub const HOST_ONLY: &str = "host_only";

pub const VERDICTS: &[&str] = &["eligible", "refer", "ineligible"];

/// One row of the table.
pub struct LocationRule<'p> {
    row: &'p Given,
    pub buy: &'static str,
    /// May staff of another location on the work order use it?
    pub others: Verdict,
    /// May staff of a place use it that the work order does not name?
    pub elsewhere: Verdict,
    /// What is said of those where that is not the row's own clause, and where it stands.
    pub elsewhere_said: Option<(&'static str, ClauseId)>,
    /// Whether other locations come by it in exchange only, as credits do.
    pub moves_by_exchange: bool,
    pub clause: ClauseId,
    /// Whether its location has to be named at signing.
    pub at_signing: bool,
}

impl<'p> LocationRule<'p> {
    fn read(row: &'p Given) -> Option<LocationRule<'p>> {
        let buy = row.get("buy")?.text()?;
        Some(LocationRule {
            row,
            buy: BUY.iter().find(|key| **key == buy)?,
            others: verdict(row, "others")?,
            elsewhere: verdict(row, "elsewhere")?,
            elsewhere_said: elsewhere_said(row)?,
            moves_by_exchange: row.get("moves_by_exchange") == Some(&Given::Flag(true)),
            clause: ClauseId::new(row.get("clause")?.text()?),
            at_signing: row.get("at_signing") == Some(&Given::Flag(true)),
        })
    }

    /// The row that a service goes by.
    pub fn of(terms: &'p Terms, service: &Service) -> Option<LocationRule<'p>> {
        let row = terms.location_rules.value().0.iter().find(|row| fits(row, service))?;
        LocationRule::read(row)
    }

    /// Says what the row has to say, each as what it is.
    pub fn write_notes(&self, sheet: &mut Sheet) {
        let (about, clause) = (&MultiCountry::ABOUT, &self.clause);
        for note in notes(self.row) {
            let known = |codes: &[&'static str]| codes.iter().find(|code| **code == note).copied();
            if let Some(code) = known(about.reasons) {
                sheet.reason(code, clause);
            } else if let Some(code) = known(about.assumptions) {
                sheet.assumption(code, clause);
            } else if let Some(code) = known(about.warnings) {
                sheet.warning(code, clause);
            }
        }
    }
}

fn verdict(row: &Given, column: &str) -> Option<Verdict> {
    let name = row.get(column)?.text()?;
    [Verdict::Eligible, Verdict::Refer, Verdict::Ineligible].into_iter().find(|verdict| verdict.name() == name)
}

/// A reason that is known and its clause, neither, but not one without the other.
fn elsewhere_said(row: &Given) -> Option<Option<(&'static str, ClauseId)>> {
    match (row.get("elsewhere_reason"), row.get("elsewhere_clause")) {
        (None, None) => Some(None),
        (Some(reason), Some(clause)) => {
            let reason = reason.text()?;
            let known = MultiCountry::ABOUT.reasons.iter().find(|code| **code == reason)?;
            Some(Some((known, ClauseId::new(clause.text()?))))
        }
        _ => None,
    }
}

fn notes(row: &Given) -> impl Iterator<Item = &str> {
    row.get("notes").map_or(&[][..], Given::items).iter().filter_map(Given::text)
}

fn fits(row: &Given, service: &Service) -> bool {
    let is = |column: &str, key: &str| row.get(column).is_none_or(|named| named.text() == Some(key));
    is("service", &service.key)
        && is("group", &service.group)
        && row.get("base").is_none_or(|base| *base == Given::Flag(service.mark == Mark::Included))
}

/// Every row can be read, cites the pack and says what has words here; and every service has one.
pub fn contradiction(terms: &Terms, pack: &Pack) -> Contradiction {
    const PLACE: &str = "values.location_rules";
    let about = &MultiCountry::ABOUT;
    let rows = &terms.location_rules.value().0;
    let is_known =
        |note: &str| [about.reasons, about.assumptions, about.warnings].iter().any(|all| all.contains(&note));
    let is_sound = |row: &Given| {
        let cites_the_pack = |rule: LocationRule<'_>| {
            let elsewhere = rule.elsewhere_said.as_ref().map(|(_, clause)| clause);
            std::iter::once(&rule.clause).chain(elsewhere).all(|clause| pack.has_clause(clause.as_str()))
        };
        LocationRule::read(row).is_some_and(cites_the_pack) && notes(row).all(is_known)
    };
    if pack.services.is_empty() {
        Some(("services", "required by multi_country, but there are none"))
    } else if !rows.iter().all(is_sound) {
        Some((
            PLACE,
            "expected buy, others, elsewhere, a clause of the pack, and only notes that are known, in every row",
        ))
    } else if !rows.iter().all(|row| pack.services.iter().any(|service| fits(row, service))) {
        Some((PLACE, "has a row for a service that is not in the catalogue"))
    } else if !pack.services.iter().all(|service| rows.iter().any(|row| fits(row, service))) {
        Some((PLACE, "has no row for a service of the catalogue"))
    } else {
        None
    }
}
