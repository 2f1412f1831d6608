//! What the licence says of late payment in a country.

use super::{Assumption, EURO, Options, Terms, Warning};
use crate::calculators::Contradiction;
use crate::calculators::rows::rows;
use crate::clause::{Cited, ClauseId};
use crate::form::choice;
use crate::request::given::Given;
use crate::terms::{ByCountry, CountryRow, Keys};
use crate::values::country::Country;
use crate::values::money::{Dollars, Percent};
use crate::working::{Entered, Of};
use std::sync::Arc;

choice! {
    /// The bank on whose rate a charge rests.
    pub enum Bank {
        European = "ecb",
        Ukrainian = "nbu",
    }
}

choice! {
    /// What a percentage is charged for.
    pub enum Spell {
        Begun = "period_begun",
        Month = "month",
        Year = "year",
    }
}

choice! {
    /// When payment falls due, where it is not when the invoice comes.
    pub enum Due {
        LastDay = "last_day",
    }
}

rows! {
    /// What the country's row holds.
    pub struct LateRow in late_payment {
        /// Days from the invoice.
        payment_days: Option<i64> = days { Days },
        due: Option<Due>,
        bank: Option<Bank>,
        stated_percent: Option<Percent> = percent,
        /// So much on top of the bank's rate.
        margin_percent: Option<Percent>,
        /// So many times the bank's rate.
        rate_times: Option<i64> = times,
        rate_for: Option<Spell>,
        /// Days of what the rate is for.
        spell_days: Option<i64> { Days },
        fixed_sum_eur: Option<Dollars> = fixed_sum,
        fixed_in: Option<Arc<str>>,
        /// That the law may have a maximum.
        at_most: Option<Arc<str>>,
        /// The doubtful passage read the other way: another margin.
        other_margin_percent: Option<Percent>,
        /// The same: so many months in a year of so many days.
        months_of_year: Option<i64> = other_spells,
        year_days: Option<i64> = other_days { Days },
        assumptions: Option<Keys>,
        assumptions_when_late: Option<Keys>,
        warnings: Option<Keys>,
        warnings_when_late: Option<Keys>,
    }
}

/// What holds of late payment in one country.
pub(super) struct LateRule<'t> {
    /// Days from the invoice, with the clause that gives them.
    pub payment_days: Of<'t, i64>,
    /// The clause of the charge.
    pub clause: &'t ClauseId,
    /// None where the text says no more than that IBM may charge.
    pub rate: Option<LateRate<'t>>,
    /// The country's own row, where it has one.
    pub row: Option<LateRow<'t>>,
}

/// A rate and what it is for.
#[derive(Clone, Copy)]
pub(super) struct LateRate<'t> {
    pub of: RateOf<'t>,
    pub spell: Spell,
    /// Days of the spell.
    pub spell_days: Of<'t, i64>,
    /// The same by another reading.
    pub other: Option<OtherReading<'t>>,
}

/// Where the percentage comes from.
#[derive(Clone, Copy)]
pub(super) enum RateOf<'t> {
    Stated(Of<'t, Percent>),
    /// The European Central Bank's and so much on top.
    EuropeanBank(Entered<Percent>, Of<'t, Percent>),
    /// The National Bank of Ukraine's so many times.
    UkrainianBank(Entered<Percent>, Of<'t, i64>),
}

/// Another reading of a doubtful passage.
#[derive(Clone, Copy)]
pub(super) enum OtherReading<'t> {
    /// So much on top of the bank's rate, for a year.
    Margin(Entered<Percent>, Of<'t, Percent>),
    /// So many of the spell in a year of so many days.
    Yearly(Of<'t, i64>, Of<'t, i64>),
}

impl<'t> LateRule<'t> {
    pub fn of(terms: &'t Terms, options: &Options, country: Country) -> LateRule<'t> {
        let own = terms.late_payment.value().of(country);
        let row = own.and_then(|row| row.read::<LateRow>(country));
        LateRule {
            // A row that is silent on the days leaves those of Part 1.
            payment_days: row.as_ref().and_then(|row| row.payment_days).unwrap_or(terms.payment_days.named()),
            clause: own.map_or(terms.payment_days.clause(), |row| &row.clause),
            rate: row.as_ref().and_then(|row| LateRate::of(row, options)),
            row,
        }
    }
}

impl LateRule<'_> {
    /// Whether payment falls due on the last day on which paying is in time, and not when the invoice comes.
    pub fn is_due_on_the_last_day(&self) -> bool {
        self.row.as_ref().is_some_and(|row| row.due.is_some())
    }
}

impl<'t> LateRate<'t> {
    fn of(row: &LateRow<'t>, options: &Options) -> Option<LateRate<'t>> {
        let of = match (row.bank.map(|bank| bank.value), row.stated_percent) {
            (None, Some(percent)) => RateOf::Stated(percent),
            (Some(Bank::European), None) => RateOf::EuropeanBank(options.ecb_rate_percent?, row.margin_percent?),
            (Some(Bank::Ukrainian), None) => RateOf::UkrainianBank(options.nbu_rate_percent?, row.rate_times?),
            _ => return None,
        };
        let spell = row.rate_for?.value;
        let other = match spell {
            Spell::Begun => None,
            Spell::Month => {
                row.months_of_year.zip(row.year_days).map(|(months, days)| OtherReading::Yearly(months, days))
            }
            // A margin makes sense on a bank's rate, and with the fixed sum that the country has beside it.
            Spell::Year => {
                let margin = options.ecb_rate_percent.zip(row.other_margin_percent);
                margin.map(|(bank, margin)| OtherReading::Margin(bank, margin))
            }
        };
        Some(LateRate { of, spell, spell_days: row.spell_days?, other })
    }
}

/// A row that names a rate has to say all of it.
pub(super) fn contradiction<'t>(term: &'t Cited<ByCountry>) -> Contradiction {
    const PLACE: &str = "values.late_payment";
    let read = |row: &'t CountryRow| -> Option<LateRow<'t>> { row.read(*row.countries.first()?) };
    let rows: Option<Vec<LateRow<'t>>> = term.value().0.iter().map(read).collect();
    if !term.value().is_one_for_each() {
        return Some((PLACE, "names a country twice"));
    }
    let Some(rows) = rows.filter(|_| term.value().0.iter().all(is_written)) else {
        return Some((PLACE, "expected of each value what late_charge takes it for, and due to be last_day"));
    };
    if !rows.iter().all(is_whole) {
        Some((PLACE, "expected a percentage or a bank's rate, what it is for, and the days of that, or none of them"))
    } else if !rows.iter().all(|row| is_sum(row) && has_days(row) && has_margin(row)) {
        Some((
            PLACE,
            "expected a fixed sum in EUR without at_most and other_days, another margin with both, and years of at least a day",
        ))
    } else if !rows.iter().all(names_known_notes) {
        Some((PLACE, "names a note that late_charge does not have"))
    } else {
        None
    }
}

/// Percentages and sums are texts, and nothing is left empty that a rate or a sum is made of.
fn is_written(row: &CountryRow) -> bool {
    const TEXTS: &[&str] =
        &["percent", "margin_percent", "other_margin_percent", "fixed_sum", "fixed_in", "due", "bank"];
    const COUNTS: &[&str] = &["times", "spell_days", "other_days"];
    let is = |name: &&str, of_kind: fn(&Given) -> bool| row.values.get(name).is_none_or(of_kind);
    TEXTS.iter().all(|name| is(name, |value| value.text().is_some()))
        && COUNTS.iter().all(|name| is(name, |value| value.whole().is_some()))
}

/// All that makes a rate, or nothing of it.
fn is_whole(row: &LateRow<'_>) -> bool {
    let is_rate = match (row.bank.map(|bank| bank.value), row.stated_percent) {
        (None, Some(_)) => true,
        (Some(Bank::European), None) => row.margin_percent.is_some(),
        (Some(Bank::Ukrainian), None) => row.rate_times.is_some(),
        (None, None) => return row.rate_for.is_none() && row.spell_days.is_none(),
        (Some(_), Some(_)) => false,
    };
    is_rate && row.rate_for.is_some() && row.spell_days.is_some_and(|days| days.value > 0)
}

/// A fixed sum is converted from euros, and nothing says how it stands to a legal maximum or to another year.
fn is_sum(row: &LateRow<'_>) -> bool {
    match &row.fixed_in {
        None => row.fixed_sum_eur.is_none(),
        Some(currency) => {
            &*currency.value == EURO && row.fixed_sum_eur.is_some() && row.at_most.is_none() && row.year_days.is_none()
        }
    }
}

/// What another margin would make is shown with the fixed sum, and on the one bank's rate.
fn has_margin(row: &LateRow<'_>) -> bool {
    let is_european = row.bank.is_some_and(|bank| bank.value == Bank::European);
    row.other_margin_percent.is_none() || (is_european && row.fixed_sum_eur.is_some())
}

fn has_days(row: &LateRow<'_>) -> bool {
    row.year_days.is_none_or(|days| days.value > 0)
}

fn names_known_notes(row: &LateRow<'_>) -> bool {
    let each = |keys: &Option<Of<'_, Keys>>, is_known: fn(&str) -> bool| {
        keys.as_ref().is_none_or(|keys| keys.value.0.iter().all(|key| is_known(key)))
    };
    let is_assumption: fn(&str) -> bool = |key| Assumption::of_code(key).is_some();
    let is_warning: fn(&str) -> bool = |key| Warning::of_code(key).is_some();
    each(&row.assumptions, is_assumption)
        && each(&row.assumptions_when_late, is_assumption)
        && each(&row.warnings, is_warning)
        && each(&row.warnings_when_late, is_warning)
}
