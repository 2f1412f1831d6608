//! The charge where a fixed sum comes on top, and where a doubtful passage is read the other way.

use super::by_rate::{Charged, Time, write_by_rate};
use super::rule::{LateRate, OtherReading};
use super::{Invoice, out};
use crate::clause::ClauseId;
use crate::values::money::{Dollars, Money, Percent, Rate};
use crate::working::reckon::work;
use crate::working::sheet::Sheet;
use crate::working::{Entered, Of};

/// With a fixed sum in euros for collecting the debt. What two products make together is rounded once, when both are in
/// it.
pub(super) fn write_with_sum<'a>(
    clause: &'a ClauseId,
    line: &Invoice,
    late_percent: Of<'_, Percent>,
    time: &Time<'_>,
    fixed_sum_eur: Of<'_, Dollars>,
    eur_rate: Option<Entered<Rate>>,
    sheet: &mut Sheet,
) -> Charged<'a> {
    let interest = write_by_rate(&out::line::interest, line, late_percent, time, clause, sheet);
    let fixed_sum = match eur_rate {
        Some(eur_rate) => {
            work!(sheet, line fixed_sum = half_up(fixed_sum_eur * eur_rate), by clause);
            fixed_sum
        }
        None => {
            work!(sheet, line fixed_sum = half_up(fixed_sum_eur), by clause);
            fixed_sum
        }
    };
    let amount = line.amount;
    let charge = match (*time, eur_rate) {
        (Time::Begun(periods), Some(eur_rate)) => {
            work!(sheet, line charge = half_up(amount * late_percent * periods + fixed_sum_eur * eur_rate), by clause);
            charge
        }
        (Time::Begun(periods), None) => {
            work!(sheet, line charge = half_up(amount * late_percent * periods + fixed_sum_eur), by clause);
            charge
        }
        (Time::PartOf(days_late, days), Some(eur_rate)) => {
            work!(sheet, line charge = half_up(
                amount * late_percent * days_late / days + fixed_sum_eur * eur_rate
            ), by clause);
            charge
        }
        (Time::PartOf(days_late, days), None) => {
            work!(sheet, line charge = half_up(amount * late_percent * days_late / days + fixed_sum_eur), by clause);
            charge
        }
    };
    let is_inexact = !interest.is_exact || !fixed_sum.is_exact;
    Charged {
        charge: Some(charge),
        interest: Some(interest),
        fixed_sum: Some(fixed_sum),
        is_inexact,
        ..Charged::default()
    }
}

/// The doubtful passage read the other way, as far as it can be.
pub(super) fn write_other<'a>(
    rate: &LateRate<'_>,
    line: &Invoice,
    late_percent: Of<'_, Percent>,
    days_late: Of<'_, i64>,
    sum: (Option<Of<'_, Dollars>>, Option<Entered<Rate>>),
    clause: &'a ClauseId,
    sheet: &mut Sheet,
) -> Option<Of<'a, Money>> {
    let amount = line.amount;
    match (rate.other?, sum) {
        (OtherReading::Yearly(months_of_year, year_days), _) => {
            work!(sheet, line other_charge = half_up(
                amount * late_percent * months_of_year * days_late / year_days
            ), by clause);
            Some(other_charge)
        }
        (OtherReading::Margin(bank, margin), (Some(fixed_sum_eur), Some(eur_rate))) => {
            let year_days = rate.spell_days.stands_for("year_days");
            work!(sheet, line other_charge = half_up(
                amount * (bank + margin) * days_late / year_days + fixed_sum_eur * eur_rate
            ), by clause);
            Some(other_charge)
        }
        (OtherReading::Margin(bank, margin), (Some(fixed_sum_eur), None)) => {
            let year_days = rate.spell_days.stands_for("year_days");
            work!(sheet, line other_charge = half_up(
                amount * (bank + margin) * days_late / year_days + fixed_sum_eur
            ), by clause);
            Some(other_charge)
        }
        (OtherReading::Margin(..), (None, _)) => None,
    }
}
