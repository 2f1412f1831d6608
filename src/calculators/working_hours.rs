//! Working hours as the visitor enters them: what is asked for, and the calendar that it makes.

use crate::clause::Cited;
use crate::form::{Text, choice, fields};
use crate::request::problem::Problem;
use crate::values::dates::{Date, LocalTime, TimeOfDay};
use crate::values::hours::{BusinessDays, Weekdays};
use crate::working::reckon::work;
use crate::working::sheet::Sheet;
use crate::working::{Declared, Entered, Of};

choice! {
    /// The days of the week on which there is work.
    pub enum WorkingDays {
        MondayToFriday = "monday_to_friday",
        MondayToSaturday = "monday_to_saturday",
        SundayToThursday = "sunday_to_thursday",
        EveryDay = "every_day",
    }
}

impl From<WorkingDays> for Weekdays {
    fn from(days: WorkingDays) -> Weekdays {
        match days {
            WorkingDays::MondayToFriday => Weekdays::MONDAY_TO_FRIDAY,
            WorkingDays::MondayToSaturday => Weekdays::MONDAY_TO_SATURDAY,
            WorkingDays::SundayToThursday => Weekdays::SUNDAY_TO_THURSDAY,
            WorkingDays::EveryDay => Weekdays::EVERY_DAY,
        }
    }
}

fields! {
    /// A day on which nobody works, whatever the day of the week.
    pub struct Holiday {
        holiday: Entered<Date>,
        occasion: Option<Text>,
    }
}

/// Working hours as they were entered.
#[derive(Clone, Copy)]
pub struct Own<'a> {
    pub opens_at: Option<Entered<TimeOfDay>>,
    pub closes_at: Option<Entered<TimeOfDay>>,
    pub working_days: Option<Entered<WorkingDays>>,
    pub holidays: &'a [Holiday],
}

impl Own<'_> {
    /// Opening and closing, as entered or else as stated.
    pub fn bounds(self, (opens, closes): (&Cited<TimeOfDay>, &Cited<TimeOfDay>)) -> (TimeOfDay, TimeOfDay) {
        let value =
            |own: Option<Entered<TimeOfDay>>, stated: &Cited<TimeOfDay>| own.map_or(*stated.value(), |own| own.value);
        (value(self.opens_at, opens), value(self.closes_at, closes))
    }

    /// Whether anything of them was entered.
    pub fn is_any(self) -> bool {
        self.opens_at.is_some() || self.closes_at.is_some() || self.working_days.is_some() || !self.holidays.is_empty()
    }

    /// Whether opening, closing and the days of the week all were.
    pub fn is_whole(self) -> bool {
        self.opens_at.is_some() && self.closes_at.is_some() && self.working_days.is_some()
    }
}

/// Working hours as formulas name them.
pub struct Hours<'a> {
    pub opens_at: Of<'a, TimeOfDay>,
    pub closes_at: Of<'a, TimeOfDay>,
    pub working_days: Of<'a, WorkingDays>,
    pub holidays: &'a [Holiday],
}

impl<'a> Hours<'a> {
    /// As entered, or else as stated, from Monday to Friday.
    pub fn write(
        own: Own<'a>,
        (opens, closes): (&'a Cited<TimeOfDay>, &'a Cited<TimeOfDay>),
        declared: &Declared<WorkingDays>,
        sheet: &mut Sheet,
    ) -> Hours<'a> {
        let working_days = if let Some(days) = own.working_days {
            days.by(opens.clause())
        } else {
            work!(sheet, at (declared) working_days = exact(WorkingDays::MondayToFriday), by opens);
            working_days
        };
        Hours {
            opens_at: own.opens_at.map_or(opens.named(), |own| own.by(opens.clause())).stands_for("opens_at"),
            closes_at: own.closes_at.map_or(closes.named(), |own| own.by(closes.clause())).stands_for("closes_at"),
            working_days,
            holidays: own.holidays,
        }
    }

    /// Whether it is the very minute of closing, on a day with work.
    pub fn is_closing(&self, at: LocalTime) -> bool {
        let holidays = || self.holidays.iter().map(|each| each.holiday.value).collect();
        at.time == self.closes_at.value
            && BusinessDays::new(self.working_days.value.into(), holidays()).is_some_and(|days| days.contains(at.date))
    }
}

/// Hours that end before they begin. Where only the opening was entered, it is at fault.
pub fn objection((opens_at, closes_at): (TimeOfDay, TimeOfDay)) -> Option<(&'static str, Problem)> {
    let shown = |at: TimeOfDay| at.written().as_str().to_owned();
    let problem = Problem::TimeRange { got: shown(closes_at), above: shown(opens_at) };
    (closes_at <= opens_at).then_some(("closes_at", problem))
}
