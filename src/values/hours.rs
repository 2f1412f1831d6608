//! Business days and opening hours: when so many days of work are over, whether somebody answers, when
//! next, and when so many open minutes are over.
//!
//! Times are those of the wall clock where the office is. At its opening an office is open, at its
//! closing it no longer is.

use crate::values::dates::{Date, LocalTime, TimeOfDay};
use std::collections::BinaryHeap;

/// Days of the week on which there is work, from Monday on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weekdays([bool; 7]);

impl Weekdays {
    /// The week of most offices.
    pub const MONDAY_TO_FRIDAY: Weekdays = Weekdays([true, true, true, true, true, false, false]);
    /// With Saturdays.
    pub const MONDAY_TO_SATURDAY: Weekdays = Weekdays([true, true, true, true, true, true, false]);
    /// The week of much of the Middle East.
    pub const SUNDAY_TO_THURSDAY: Weekdays = Weekdays([true, true, true, true, false, false, true]);
    /// No day off.
    pub const EVERY_DAY: Weekdays = Weekdays([true; 7]);

    /// Whether the day of the week is among them.
    pub fn contains(self, day: Date) -> bool {
        self.0.get(day.weekday()).copied().unwrap_or_default()
    }
}

/// Days on which there is work: those of the week, but for holidays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BusinessDays {
    weekdays: Weekdays,
    /// In rising order.
    holidays: Vec<Date>,
}

impl BusinessDays {
    /// Business days; none where no day of the week is one.
    pub fn new(weekdays: Weekdays, holidays: Vec<Date>) -> Option<BusinessDays> {
        // A heap sorts in a tenth of the code that the sort of slices takes.
        let mut holidays = BinaryHeap::from(holidays).into_sorted_vec();
        holidays.dedup();
        weekdays.0.contains(&true).then_some(BusinessDays { weekdays, holidays })
    }

    /// Whether there is work on a day.
    pub fn contains(&self, day: Date) -> bool {
        self.weekdays.contains(day) && self.holidays.binary_search(&day).is_err()
    }

    /// The last of so many business days after a day, which itself does not count. None where the
    /// calendar ends before.
    pub fn after(&self, day: Date, count: i64) -> Option<Date> {
        (0..count).try_fold(day, |day, _| self.first_from(day.plus_days(1)?))
    }

    /// The first business day from a day on. Every week has a working day, so that one more week than
    /// there are holidays is sure to hold one.
    fn first_from(&self, from: Date) -> Option<Date> {
        let days = std::iter::successors(Some(from), |day| day.plus_days(1));
        days.take((self.holidays.len() + 1) * self.weekdays.0.len()).find(|day| self.contains(*day))
    }
}

/// When an office is open: the same hours on every working day, none on holidays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpeningHours {
    opens: TimeOfDay,
    closes: TimeOfDay,
    days: BusinessDays,
}

impl OpeningHours {
    /// Opening hours; none where they would never be open.
    pub fn new(opens: TimeOfDay, closes: TimeOfDay, weekdays: Weekdays, holidays: Vec<Date>) -> Option<OpeningHours> {
        let days = BusinessDays::new(weekdays, holidays)?;
        (opens < closes).then_some(OpeningHours { opens, closes, days })
    }

    /// Whether it is open on a day at all.
    pub fn opens_on(&self, day: Date) -> bool {
        self.days.contains(day)
    }

    /// Whether it is open at a time.
    pub fn is_open(&self, at: LocalTime) -> bool {
        self.opens_on(at.date) && self.opens <= at.time && at.time < self.closes
    }

    /// The first time from `at` on at which it is open: `at` itself, or the next opening. None
    /// where the calendar ends before.
    pub fn open_from(&self, at: LocalTime) -> Option<LocalTime> {
        if self.is_open(at) { Some(at) } else { self.next_opening(at) }
    }

    /// The first opening after a time. None where the calendar ends before.
    pub fn next_opening(&self, at: LocalTime) -> Option<LocalTime> {
        let from = if at.time < self.opens { at.date } else { at.date.plus_days(1)? };
        self.days.first_from(from).map(|date| LocalTime { date, time: self.opens })
    }

    /// When so many minutes of opening are over, counted from a time or from the opening after it.
    /// The last of them may be the minute of closing. None where the calendar ends before.
    pub fn deadline(&self, from: LocalTime, minutes: i64) -> Option<LocalTime> {
        let mut at = self.open_from(from)?;
        let mut left = minutes;
        loop {
            let today = self.closes.minutes() - at.time.minutes();
            if left <= today {
                return at.plus_minutes(left);
            }
            left -= today;
            at = self.next_opening(at)?;
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that goes wrong shall stop")]
mod tests {
    use super::*;

    fn at(text: &str) -> LocalTime {
        LocalTime::parse(text).unwrap()
    }

    fn office(weekdays: Weekdays, holidays: &[&str]) -> OpeningHours {
        let time = |text| TimeOfDay::parse(text).unwrap();
        let holidays = holidays.iter().map(|text| Date::parse(text).unwrap()).collect();
        OpeningHours::new(time("09:00"), time("17:30"), weekdays, holidays).unwrap()
    }

    fn usual(holidays: &[&str]) -> OpeningHours {
        office(Weekdays::MONDAY_TO_FRIDAY, holidays)
    }

    #[test]
    fn open_at_the_opening_and_closed_at_the_closing() {
        // 2026-11-20 is a Friday.
        for (time, is_open) in [
            ("2026-11-20T00:00", false),
            ("2026-11-20T08:59", false),
            ("2026-11-20T09:00", true),
            ("2026-11-20T17:29", true),
            ("2026-11-20T17:30", false),
            ("2026-11-20T23:59", false),
            ("2026-11-21T12:00", false),
            ("2026-11-22T12:00", false),
            ("2026-11-23T09:00", true),
        ] {
            assert_eq!(usual(&[]).is_open(at(time)), is_open, "{time}");
        }
        assert!(!usual(&["2026-11-20"]).is_open(at("2026-11-20T12:00")));
    }

    #[test]
    fn the_next_opening_is_never_the_present_one() {
        for (time, opening) in [
            ("2026-11-19T23:59", "2026-11-20T09:00"),
            ("2026-11-20T00:00", "2026-11-20T09:00"),
            ("2026-11-20T08:59", "2026-11-20T09:00"),
            ("2026-11-20T09:00", "2026-11-23T09:00"),
            ("2026-11-20T17:30", "2026-11-23T09:00"),
            ("2026-11-21T09:00", "2026-11-23T09:00"),
            ("2026-11-22T23:59", "2026-11-23T09:00"),
        ] {
            assert_eq!(usual(&[]).next_opening(at(time)), Some(at(opening)), "{time}");
        }
        assert_eq!(usual(&[]).open_from(at("2026-11-20T09:00")), Some(at("2026-11-20T09:00")));
        let opening = usual(&["2026-11-23", "2026-11-23", "2026-11-24"]).next_opening(at("2026-11-20T18:00"));
        assert_eq!(opening, Some(at("2026-11-25T09:00")));
    }

    #[test]
    fn business_days_after_a_day() {
        fn day(text: &str) -> Date {
            Date::parse(text).unwrap()
        }
        let usual = |holidays: &[&str]| {
            BusinessDays::new(Weekdays::MONDAY_TO_FRIDAY, holidays.iter().map(|text| day(text)).collect()).unwrap()
        };
        // 2026-11-20 is a Friday.
        for (from, count, until) in [
            ("2026-11-20", 0, "2026-11-20"),
            ("2026-11-20", 1, "2026-11-23"),
            ("2026-11-21", 1, "2026-11-23"),
            ("2026-11-22", 1, "2026-11-23"),
            ("2026-11-23", 1, "2026-11-24"),
            ("2026-11-20", 5, "2026-11-27"),
            ("2026-11-20", 10, "2026-12-04"),
            ("2026-11-21", 10, "2026-12-04"),
        ] {
            assert_eq!(usual(&[]).after(day(from), count), Some(day(until)), "{count} after {from}");
        }
        // A holiday on a weekend takes nothing away; one on the last day moves the end on.
        let holidays = usual(&["2026-11-28", "2026-12-04", "2026-12-04", "2026-12-07"]);
        assert_eq!(holidays.after(day("2026-11-20"), 9), Some(day("2026-12-03")));
        assert_eq!(holidays.after(day("2026-11-20"), 10), Some(day("2026-12-08")));
        assert_eq!(BusinessDays::new(Weekdays([false; 7]), Vec::new()), None);
    }

    #[test]
    fn two_hours_of_opening() {
        for (from, until) in [
            ("2026-11-19T08:59", "2026-11-19T11:00"),
            ("2026-11-19T09:00", "2026-11-19T11:00"),
            ("2026-11-19T15:29", "2026-11-19T17:29"),
            ("2026-11-19T15:30", "2026-11-19T17:30"),
            ("2026-11-19T15:31", "2026-11-20T09:01"),
            ("2026-11-19T17:29", "2026-11-20T10:59"),
            ("2026-11-19T17:30", "2026-11-20T11:00"),
            ("2026-11-20T00:00", "2026-11-20T11:00"),
            ("2026-11-20T17:29", "2026-11-23T10:59"),
            ("2026-11-21T12:00", "2026-11-23T11:00"),
        ] {
            assert_eq!(usual(&[]).deadline(at(from), 120), Some(at(until)), "{from}");
        }
        assert_eq!(usual(&["2026-11-23"]).deadline(at("2026-11-20T17:29"), 120), Some(at("2026-11-24T10:59")));
        // Three days of eight and a half hours, and one minute.
        assert_eq!(usual(&[]).deadline(at("2026-11-19T09:00"), 3 * 510), Some(at("2026-11-23T17:30")));
        assert_eq!(usual(&[]).deadline(at("2026-11-19T09:00"), 3 * 510 + 1), Some(at("2026-11-24T09:01")));
        assert_eq!(usual(&[]).deadline(at("2026-11-21T09:00"), 0), Some(at("2026-11-23T09:00")));
    }

    #[test]
    fn other_weeks() {
        let saturday = at("2026-11-21T10:00");
        assert!(office(Weekdays::MONDAY_TO_SATURDAY, &[]).is_open(saturday));
        assert!(office(Weekdays::EVERY_DAY, &[]).is_open(saturday));
        let gulf = office(Weekdays::SUNDAY_TO_THURSDAY, &[]);
        assert_eq!(gulf.next_opening(saturday), Some(at("2026-11-22T09:00")));
        assert!(!gulf.is_open(at("2026-11-20T10:00")));
    }

    #[test]
    fn hundreds_of_holidays_in_a_row_end() {
        let first = Date::parse("2026-11-23").unwrap();
        let holidays: Vec<Date> = (0..400).filter_map(|days| first.plus_days(days)).collect();
        let time = |text| TimeOfDay::parse(text).unwrap();
        let hours =
            OpeningHours::new(time("09:00"), time("17:30"), Weekdays::MONDAY_TO_FRIDAY, holidays.clone()).unwrap();
        // 400 days from Monday, 23 November 2026 end on Monday, 27 December 2027.
        assert_eq!(hours.next_opening(at("2026-11-20T18:00")), Some(at("2027-12-28T09:00")));
        assert_eq!(hours.deadline(at("2026-11-20T17:29"), 120), Some(at("2027-12-28T10:59")));
        // Nothing but holidays on the only days of work.
        let mondays: Vec<Date> = (0..400).filter_map(|weeks| first.plus_days(weeks * 7)).collect();
        let week = Weekdays([true, false, false, false, false, false, false]);
        let hours = OpeningHours::new(time("09:00"), time("17:30"), week, mondays).unwrap();
        let opening = hours.next_opening(at("2026-11-20T18:00")).unwrap();
        assert_eq!(opening.date, first.plus_days(2800).unwrap());
    }

    #[test]
    fn hours_that_never_open_are_none() {
        let time = |text| TimeOfDay::parse(text).unwrap();
        let hours = |opens, closes, week| OpeningHours::new(time(opens), time(closes), week, Vec::new());
        assert_eq!(hours("09:00", "09:00", Weekdays::EVERY_DAY), None);
        assert_eq!(hours("17:30", "09:00", Weekdays::EVERY_DAY), None);
        assert_eq!(hours("09:00", "17:30", Weekdays([false; 7])), None);
        assert!(hours("00:00", "23:59", Weekdays::EVERY_DAY).is_some());
    }
}
