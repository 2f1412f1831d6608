//! What a percentage comes to over the days that an invoice was late.

use super::rule::{LateRate, Spell};
use super::{Invoice, out};
use crate::clause::ClauseId;
use crate::values::money::{Money, Percent};
use crate::working::reckon::work;
use crate::working::sheet::Sheet;
use crate::working::{Declared, Of};

/// The amounts of a line, as far as there are any.
#[derive(Default)]
pub(super) struct Charged<'a> {
    pub charge: Option<Of<'a, Money>>,
    pub interest: Option<Of<'a, Money>>,
    pub fixed_sum: Option<Of<'a, Money>>,
    pub other_charge: Option<Of<'a, Money>>,
    pub is_inexact: bool,
}

/// How long the percentage is charged for: a period begun counts whole; of a month or a year only the days late do.
#[derive(Clone, Copy)]
pub(super) enum Time<'a> {
    Begun(Of<'a, i64>),
    PartOf(Of<'a, i64>, Of<'a, i64>),
}

impl<'a> Time<'a> {
    pub fn of(rate: &LateRate<'a>, days_late: Of<'a, i64>, clause: &'a ClauseId, sheet: &mut Sheet) -> Time<'a> {
        if rate.spell == Spell::Begun {
            let period_days = rate.spell_days.stands_for("period_days");
            work!(sheet, line periods = up(days_late / period_days), by clause);
            return Time::Begun(periods);
        }
        let days = if rate.spell == Spell::Month { "month_days" } else { "year_days" };
        Time::PartOf(days_late, rate.spell_days.stands_for(days))
    }
}

/// The percentage of the amount for that time, rounded half up.
pub(super) fn write_by_rate<'a>(
    declared: &Declared<Money>,
    line: &Invoice,
    late_percent: Of<'_, Percent>,
    time: &Time<'_>,
    clause: &'a ClauseId,
    sheet: &mut Sheet,
) -> Of<'a, Money> {
    match *time {
        Time::Begun(periods) => {
            work!(sheet, at (declared) by_rate = half_up(line.amount * late_percent * periods), by clause);
            by_rate
        }
        Time::PartOf(days_late, days) => {
            work!(sheet, at (declared) by_rate = half_up(line.amount * late_percent * days_late / days), by clause);
            by_rate
        }
    }
}
