//! What the licence says of late payment in a country.

use super::{EURO, LateCharge, Terms};
use crate::calculators::licence::names_known_notes;
use crate::calculators::{ByLine, Contradiction};
use crate::clause::{Cited, ClauseId};
use crate::country::Country;
use crate::money::Percent;
use crate::terms::{ByCountry, CountryRow};

/// What holds of late payment in one country.
pub(super) struct LateRule<'t> {
    /// Days from the invoice, and the clause that gives them.
    pub days: i64,
    pub days_clause: &'t ClauseId,
    /// The clause of the charge.
    pub clause: &'t ClauseId,
    /// None where the text says no more than that IBM may charge.
    pub rate: Option<LateRate>,
    /// The country's own row, where it has one.
    pub row: Option<&'t CountryRow>,
}

/// A rate and what it is for.
#[derive(Clone, Copy)]
pub(super) struct LateRate {
    pub of: RateOf,
    pub spell: Spell,
    /// Days of the spell.
    pub spell_days: i64,
    /// The same by another reading.
    pub other: Option<OtherReading>,
}

/// Where the percentage comes from.
#[derive(Clone, Copy)]
pub(super) enum RateOf {
    Stated(Percent),
    /// The European Central Bank's and so much on top.
    EuropeanBank(Percent),
    /// The National Bank of Ukraine's so many times.
    UkrainianBank(i64),
}

/// What the percentage is charged for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Spell {
    Begun,
    Month,
    Year,
}

/// Another reading of a doubtful passage.
#[derive(Clone, Copy)]
pub(super) enum OtherReading {
    /// So much on top of the bank's rate.
    Margin(Percent),
    /// So many of the spell in a year of so many days.
    Yearly(i64, i64),
}

/// What a rate is for, as it goes out.
pub(super) const RATES: &[&str] = &["period_begun", "month", "year"];

impl Spell {
    const ALL: &[(Spell, &'static str)] =
        &[(Spell::Begun, "period_begun"), (Spell::Month, "month"), (Spell::Year, "year")];

    pub fn key(self) -> &'static str {
        Self::ALL.iter().find(|(spell, _)| *spell == self).map_or("", |(_, key)| key)
    }

    fn named(name: &str) -> Option<Spell> {
        Self::ALL.iter().find(|(_, key)| *key == name).map(|(spell, _)| *spell)
    }
}

impl<'t> LateRule<'t> {
    pub fn of(terms: &'t Terms, country: Country) -> LateRule<'t> {
        let base = terms.payment_days.clause();
        let row = terms.late_payment.value().of(country);
        let clause = row.map_or(base, |row| &row.clause);
        // A row that is silent on the days leaves those of Part 1.
        let own = row.and_then(|row| row.count("days"));
        LateRule {
            days: own.unwrap_or(*terms.payment_days.value()),
            days_clause: if own.is_some() { clause } else { base },
            clause,
            rate: row.and_then(LateRate::of),
            row,
        }
    }
}

impl LateRule<'_> {
    /// Whether payment falls due on the last day on which paying is in time, and not when the invoice comes.
    pub fn is_due_on_the_last_day(&self) -> bool {
        self.row.and_then(|row| row.text("due")) == Some("last_day")
    }
}

impl LateRate {
    fn of(row: &CountryRow) -> Option<LateRate> {
        let of = match (row.text("bank"), row.percent("percent")) {
            (None, Some(percent)) => RateOf::Stated(percent),
            (Some("ecb"), None) => RateOf::EuropeanBank(row.percent("margin_percent")?),
            (Some("nbu"), None) => RateOf::UkrainianBank(row.count("times")?),
            _ => return None,
        };
        let spell = Spell::named(row.text("rate_for")?)?;
        let other = match spell {
            Spell::Begun => None,
            Spell::Month => {
                let year = row.count("other_spells").zip(row.count("other_days"));
                year.map(|(spells, days)| OtherReading::Yearly(spells, days))
            }
            // A margin makes sense on a bank's rate, and with the fixed sum that the country has beside it.
            Spell::Year => row.percent("other_margin_percent").map(OtherReading::Margin),
        };
        Some(LateRate { of, spell, spell_days: row.count("spell_days").filter(|days| *days > 0)?, other })
    }
}

/// A row that names a rate has to say all of it.
pub(super) fn contradiction(term: &Cited<ByCountry>) -> Contradiction {
    const PLACE: &str = "values.late_payment";
    const OF_RATES: &[&str] = &["bank", "percent", "rate_for", "spell_days"];
    let is_whole = |row: &CountryRow| {
        let says = |name: &&str| row.values.get(name).is_some();
        LateRate::of(row).is_some() || !OF_RATES.iter().any(says)
    };
    let is_sum = |row: &CountryRow| match row.values.get("fixed_in") {
        None => row.values.get("fixed_sum").is_none(),
        // It is converted from there, and nothing says how it stands to a legal maximum or to another year.
        Some(_) => {
            row.text("fixed_in") == Some(EURO)
                && row.amount("fixed_sum").is_some()
                && ["at_most", "other_days"].iter().all(|other| row.values.get(other).is_none())
        }
    };
    // What another margin would make is shown with the fixed sum, and on the one bank's rate.
    let has_margin = |row: &CountryRow| {
        row.values.get("other_margin_percent").is_none()
            || (row.text("bank") == Some("ecb") && row.amount("fixed_sum").is_some())
    };
    let is_due = |row: &CountryRow| row.values.get("due").is_none() || row.text("due") == Some("last_day");
    let has_days = |row: &CountryRow| row.values.get("other_days").is_none() || row.count("other_days") > Some(0);
    if !term.value().is_one_for_each() {
        Some((PLACE, "names a country twice"))
    } else if !term.value().0.iter().all(is_whole) {
        Some((PLACE, "expected a percentage or a bank's rate, what it is for, and the days of that, or none of them"))
    } else if !term.value().0.iter().all(|row| is_sum(row) && has_days(row) && has_margin(row)) {
        Some((
            PLACE,
            "expected a fixed sum in EUR without at_most and other_days, another margin with both, and years of at least a day",
        ))
    } else if !term.value().0.iter().all(is_due) {
        Some((PLACE, "expected due to be last_day"))
    } else if !names_known_notes(term.value(), &LateCharge::ABOUT) {
        Some((PLACE, "names a note that late_charge does not have"))
    } else {
        None
    }
}
