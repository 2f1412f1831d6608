//! The usual working hours: the brochure speaks of them and gives none, so they are the visitor's.

use super::{Request, Terms};
use crate::dates::TimeOfDay;
use crate::form::choice;
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

pub struct UsualHours {
    opens_at: TimeOfDay,
    closes_at: TimeOfDay,
    /// None only where they would never open, which is refused before.
    pub calendar: Option<OpeningHours>,
}

impl UsualHours {
    /// As entered; otherwise those of the reinstatement hotline, the only ones that are stated.
    pub fn of(terms: &Terms, request: &Request) -> UsualHours {
        let (opens_at, closes_at) = bounds(terms, request);
        let weekdays = match request.working_days.unwrap_or(WorkingDays::MondayToFriday) {
            WorkingDays::MondayToFriday => Weekdays::MONDAY_TO_FRIDAY,
            WorkingDays::MondayToSaturday => Weekdays::MONDAY_TO_SATURDAY,
            WorkingDays::SundayToThursday => Weekdays::SUNDAY_TO_THURSDAY,
            WorkingDays::EveryDay => Weekdays::EVERY_DAY,
        };
        let holidays = request.holidays.iter().flatten().map(|each| each.holiday).collect();
        UsualHours { opens_at, closes_at, calendar: OpeningHours::new(opens_at, closes_at, weekdays, holidays) }
    }

    pub fn write(&self, terms: &Terms, request: &Request, is_open: bool, sheet: &mut Sheet) {
        let by_time = terms.support_by_time.clause();
        sheet.know("opens_at", self.opens_at);
        sheet.know("closes_at", self.closes_at);
        sheet.know("time_of_call", request.local_time.time);
        let is_working_day = self.calendar.as_ref().is_some_and(|hours| hours.opens_on(request.local_time.date));
        let formula =
            if is_working_day { "opens_at ≤ time_of_call < closes_at" } else { "no_working_day(called_on)" };
        sheet.figure("in_usual_hours", is_open, Working::exact(formula, by_time));

        let entered = [request.opens_at.is_some(), request.closes_at.is_some(), request.working_days.is_some()];
        if entered.contains(&false) {
            sheet.assumption("usual_hours_as_hotline", terms.hotline_opens.clause());
        }
        if entered.contains(&true) || request.holidays.iter().flatten().next().is_some() {
            sheet.assumption("usual_hours_are_yours", terms.target_hours.clause());
        }
        // The minute of closing is left open by the text.
        if is_working_day && request.local_time.time == self.closes_at {
            sheet.assumption("closing_time_is_closed", terms.hotline_closes.clause());
        }
    }
}

fn bounds(terms: &Terms, request: &Request) -> (TimeOfDay, TimeOfDay) {
    let opens_at = request.opens_at.unwrap_or(*terms.hotline_opens.value());
    (opens_at, request.closes_at.unwrap_or(*terms.hotline_closes.value()))
}

/// Hours that end before they begin. Where only the opening was entered, it is at fault.
pub fn objection(terms: &Terms, request: &Request) -> Option<(&'static str, Problem)> {
    let (opens_at, closes_at) = bounds(terms, request);
    let shown = |time: TimeOfDay| crate::figure::time(time).as_str().to_owned();
    let problem = Problem::TimeRange { got: shown(closes_at), above: shown(opens_at) };
    (closes_at <= opens_at).then_some(("closes_at", problem))
}
