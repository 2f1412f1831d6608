//! Working hours as the visitor enters them: what is asked for, and the calendar that it makes.

use crate::clause::ClauseId;
use crate::dates::{Date, LocalTime, TimeOfDay};
use crate::figure::time;
use crate::form::{Text, choice, fields};
use crate::hours::{OpeningHours, Weekdays};
use crate::refusal::Problem;
use crate::sheet::{Sheet, Working};

choice! {
    /// The days of the week on which there is work.
    pub enum WorkingDays {
        MondayToFriday = "monday_to_friday",
        MondayToSaturday = "monday_to_saturday",
        SundayToThursday = "sunday_to_thursday",
        EveryDay = "every_day",
    }
}

fields! {
    /// A day on which nobody works, whatever the day of the week.
    pub struct Holiday {
        holiday: Date,
        occasion: Option<Text>,
    }
}

/// Opening and closing, and the calendar between them.
pub struct WorkingHours {
    opens_at: TimeOfDay,
    pub closes_at: TimeOfDay,
    /// None only where they would never open, which [`objection`] refuses before.
    pub calendar: Option<OpeningHours>,
}

impl WorkingHours {
    pub fn of(
        (opens_at, closes_at): (TimeOfDay, TimeOfDay),
        days: Option<WorkingDays>,
        holidays: Option<&Vec<Holiday>>,
    ) -> WorkingHours {
        let weekdays = match days.unwrap_or(WorkingDays::MondayToFriday) {
            WorkingDays::MondayToFriday => Weekdays::MONDAY_TO_FRIDAY,
            WorkingDays::MondayToSaturday => Weekdays::MONDAY_TO_SATURDAY,
            WorkingDays::SundayToThursday => Weekdays::SUNDAY_TO_THURSDAY,
            WorkingDays::EveryDay => Weekdays::EVERY_DAY,
        };
        let holidays = holidays.into_iter().flatten().map(|each| each.holiday).collect();
        WorkingHours { opens_at, closes_at, calendar: OpeningHours::new(opens_at, closes_at, weekdays, holidays) }
    }

    /// Whether there is any work on the day.
    pub fn works_on(&self, day: Date) -> bool {
        self.calendar.as_ref().is_some_and(|hours| hours.opens_on(day))
    }

    pub fn is_open(&self, at: LocalTime) -> bool {
        self.calendar.as_ref().is_some_and(|hours| hours.is_open(at))
    }

    /// Writes whether a time lies within them, under the name that it has in the answer.
    pub fn write(&self, name: &'static str, at: LocalTime, clause: &ClauseId, sheet: &mut Sheet) {
        sheet.know("called_on", at.date);
        sheet.know("opens_at", self.opens_at);
        sheet.know("closes_at", self.closes_at);
        sheet.know("time_of_call", at.time);
        let formula =
            if self.works_on(at.date) { "opens_at ≤ time_of_call < closes_at" } else { "no_working_day(called_on)" };
        sheet.figure(name, self.is_open(at), Working::exact(formula, clause));
    }
}

/// Hours that end before they begin. Where only the opening was entered, it is at fault.
pub fn objection((opens_at, closes_at): (TimeOfDay, TimeOfDay)) -> Option<(&'static str, Problem)> {
    let shown = |at: TimeOfDay| time(at).as_str().to_owned();
    let problem = Problem::TimeRange { got: shown(closes_at), above: shown(opens_at) };
    (closes_at <= opens_at).then_some(("closes_at", problem))
}
