//! Calendar dates: whole months, anniversaries, days between.

use crate::values::written::Written;
use chrono::{Datelike, Days, Months, NaiveDate};
use std::fmt;

/// Months of a year.
pub const YEAR_MONTHS: i64 = 12;

/// A day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Date(NaiveDate);

impl Date {
    /// Reads `2026-11-21`. None where the form is another or the day does not exist.
    ///
    /// ```
    /// # use clausewise::Date;
    /// assert!(Date::parse("2028-02-29").is_some());
    /// assert!(Date::parse("2026-02-29").is_none());
    /// assert!(Date::parse("2026-2-9").is_none());
    /// ```
    pub fn parse(text: &str) -> Option<Date> {
        let &[a, b, c, d, b'-', e, f, b'-', g, h] = text.as_bytes() else {
            return None;
        };
        let number = |digits: &[u8]| {
            digits
                .iter()
                .try_fold(0_u32, |sum, digit| digit.is_ascii_digit().then(|| sum * 10 + u32::from(digit - b'0')))
        };
        let year = i32::try_from(number(&[a, b, c, d])?).ok()?;
        NaiveDate::from_ymd_opt(year, number(&[e, f])?, number(&[g, h])?).map(Date)
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// As `2026-11-21`.
    pub fn written(self) -> Written {
        let mut written = Written::new();
        written.put_date(self.parts());
        written
    }

    /// Year, month and day.
    pub fn parts(self) -> (i32, u32, u32) {
        (self.0.year(), self.0.month(), self.0.day())
    }

    /// So many days later.
    pub fn plus_days(self, days: i64) -> Option<Date> {
        self.0.checked_add_days(Days::new(u64::try_from(days).ok()?)).map(Date)
    }

    /// So many days earlier.
    pub fn minus_days(self, days: i64) -> Option<Date> {
        self.0.checked_sub_days(Days::new(u64::try_from(days).ok()?)).map(Date)
    }

    /// So many weeks earlier.
    pub fn minus_weeks(self, weeks: i64) -> Option<Date> {
        self.minus_days(weeks.checked_mul(WEEK)?)
    }

    /// So many months later, on the month's last day where the day does not exist.
    pub fn plus_months(self, months: i64) -> Option<Date> {
        self.0.checked_add_months(Months::new(u32::try_from(months).ok()?)).map(Date)
    }

    /// So many years later; 29 February on the 28th where there is none.
    pub fn plus_years(self, years: i64) -> Option<Date> {
        self.plus_months(years.checked_mul(YEAR_MONTHS)?)
    }

    /// Days since the week's Monday.
    pub(crate) fn weekday(self) -> usize {
        usize::try_from(self.0.weekday().num_days_from_monday()).unwrap_or_default()
    }

    /// The first day of its month.
    pub fn month_start(self) -> Option<Date> {
        self.0.with_day(1).map(Date)
    }

    /// The last day of its month.
    pub fn month_end(self) -> Option<Date> {
        self.month_start()?.plus_months(1)?.minus_days(1)
    }

    /// Calendar days from this day to `later`; negative where that lies before.
    pub fn days_to(self, later: Date) -> i64 {
        later.0.signed_duration_since(self.0).num_days()
    }

    /// This day's month and day in another year; 29 February on the 28th where there is none.
    fn in_year(self, year: i32) -> Option<Date> {
        self.0.with_year(year).or_else(|| NaiveDate::from_ymd_opt(year, 2, 28)).map(Date)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.written().as_str())
    }
}

/// A month of the calendar, by its first day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Month(pub Date);

impl Month {
    /// As `2026-11`.
    pub fn written(self) -> Written {
        let (year, month, _) = self.0.parts();
        let mut written = Written::new();
        written.put_month(year, month);
        written
    }
}

/// Days of a week.
const WEEK: i64 = 7;

/// Minutes of an hour.
pub const HOUR: i64 = 60;

/// A time of day, in minutes since midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct TimeOfDay(i64);

impl TimeOfDay {
    /// As `16:30`.
    pub fn written(self) -> Written {
        let mut written = Written::new();
        self.put(&mut written);
        written
    }

    fn put(self, written: &mut Written) {
        written.put_time(self.minutes() / HOUR, self.minutes() % HOUR);
    }

    /// Reads `09:30`. None where the form is another or the clock knows no such time.
    pub fn parse(text: &str) -> Option<TimeOfDay> {
        let &[a, b, b':', c, d] = text.as_bytes() else {
            return None;
        };
        let pair = |tens: u8, ones: u8| {
            let is_pair = tens.is_ascii_digit() && ones.is_ascii_digit();
            is_pair.then(|| i64::from(tens - b'0') * 10 + i64::from(ones - b'0'))
        };
        let (hours, minutes) = (pair(a, b)?, pair(c, d)?);
        (hours < 24 && minutes < 60).then_some(TimeOfDay(hours * 60 + minutes))
    }

    /// Minutes since midnight.
    pub fn minutes(self) -> i64 {
        self.0
    }
}

/// A day and a time on the wall clock of the place that a rule speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct LocalTime {
    /// The day.
    pub date: Date,
    /// The time of day.
    pub time: TimeOfDay,
}

impl LocalTime {
    /// As `2026-11-21T16:30`.
    pub fn written(self) -> Written {
        let mut written = Written::new();
        self.time.put(&mut written);
        written.put(b'T');
        written.put_date(self.date.parts());
        written
    }

    /// Reads `2026-11-21T16:30`: no seconds, no offset.
    pub fn parse(text: &str) -> Option<LocalTime> {
        let (date, time) = text.split_once('T')?;
        Some(LocalTime { date: Date::parse(date)?, time: TimeOfDay::parse(time)? })
    }

    /// So many minutes later on the same wall clock.
    pub fn plus_minutes(self, minutes: i64) -> Option<LocalTime> {
        const DAY: i64 = 24 * 60;
        let all = self.time.0.checked_add(minutes)?;
        let days = all.div_euclid(DAY);
        let date = if days < 0 { self.date.minus_days(-days)? } else { self.date.plus_days(days)? };
        Some(LocalTime { date, time: TimeOfDay(all.rem_euclid(DAY)) })
    }
}

/// A day that comes back every year on its month and day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Anniversary(pub Date);

impl Anniversary {
    /// The last one on or before `day`.
    pub fn on_or_before(self, day: Date) -> Option<Date> {
        let this_year = self.0.in_year(day.year())?;
        if this_year <= day { Some(this_year) } else { self.0.in_year(day.year().checked_sub(1)?) }
    }

    /// The first one after `day`.
    pub fn after(self, day: Date) -> Option<Date> {
        let this_year = self.0.in_year(day.year())?;
        if this_year > day { Some(this_year) } else { self.0.in_year(day.year().checked_add(1)?) }
    }
}

/// The fewest whole months from `start` that reach `end`, but never more than `most`.
pub fn months_to_reach(start: Date, end: Date, most: i64) -> Option<i64> {
    let months_of = |date: Date| i64::from(date.0.year()) * YEAR_MONTHS + i64::from(date.0.month());
    // Going by the calendar's months alone arrives in the right month; whether that is far enough
    // is a question of the day.
    let by_calendar = (months_of(end) - months_of(start)).max(0);
    let falls_short = start.plus_months(by_calendar)? < end;
    Some((by_calendar + i64::from(falls_short)).min(most))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_times_are_written_as_they_are_read() {
        for text in ["1989-12-18", "2101-12-30", "2026-01-09"] {
            assert_eq!(Date::parse(text).map(|day| day.written().as_str().to_owned()).as_deref(), Some(text));
        }
        let month = Date::parse("2026-01-09").map(|day| Month(day).written().as_str().to_owned());
        assert_eq!(month.as_deref(), Some("2026-01"));
        let time = LocalTime::parse("2026-01-09T09:05").map(|time| time.written().as_str().to_owned());
        assert_eq!(time.as_deref(), Some("2026-01-09T09:05"));
    }

    fn day(text: &str) -> Option<Date> {
        Date::parse(text)
    }

    #[test]
    fn times_have_one_form_and_run_over_midnight() {
        let at = LocalTime::parse;
        for text in [
            "2026-11-21",
            "2026-11-21T9:00",
            "2026-11-21T24:00",
            "2026-11-21T09:60",
            "2026-11-21T09:00:00",
            "2026-11-21T09:00Z",
        ] {
            assert_eq!(at(text), None, "{text}");
        }
        assert_eq!(at("2026-12-31T23:30").and_then(|time| time.plus_minutes(45)), at("2027-01-01T00:15"));
        assert_eq!(at("2026-03-01T00:15").and_then(|time| time.plus_minutes(-30)), at("2026-02-28T23:45"));
    }

    #[test]
    fn only_the_one_form_is_read() {
        for text in
            ["", "2026-11-2", "2026-11-211", "2026/11/21", "２026-11-1", "2026-13-01", "+026-01-01", "2026-00-10"]
        {
            assert_eq!(day(text), None, "{text}");
        }
        assert_eq!(day("1990-01-01").map(|date| date.to_string()).as_deref(), Some("1990-01-01"));
    }

    #[test]
    fn a_leap_day_comes_back_on_the_28th() {
        let leap = day("2024-02-29").map(Anniversary);
        let after = |text| leap.zip(day(text)).and_then(|(leap, day)| leap.after(day)).map(|date| date.to_string());
        let before =
            |text| leap.zip(day(text)).and_then(|(leap, day)| leap.on_or_before(day)).map(|date| date.to_string());
        assert_eq!(after("2027-02-27").as_deref(), Some("2027-02-28"));
        assert_eq!(after("2027-02-28").as_deref(), Some("2028-02-29"));
        assert_eq!(after("2028-02-28").as_deref(), Some("2028-02-29"));
        assert_eq!(before("2028-02-28").as_deref(), Some("2027-02-28"));
        assert_eq!(before("2028-02-29").as_deref(), Some("2028-02-29"));
    }

    #[test]
    fn months_end_on_the_months_last_day() {
        let plus = |text, months| day(text).and_then(|date| date.plus_months(months)).map(|date| date.to_string());
        assert_eq!(plus("2026-01-31", 1).as_deref(), Some("2026-02-28"));
        assert_eq!(plus("2028-01-31", 1).as_deref(), Some("2028-02-29"));
        // Counted from the start each time: the 31st comes back after a short month.
        assert_eq!(plus("2026-01-31", 2).as_deref(), Some("2026-03-31"));
    }

    #[test]
    fn weeks_are_of_seven_days() {
        let minus = |text, weeks| day(text).and_then(|date| date.minus_weeks(weeks)).map(|date| date.to_string());
        assert_eq!(minus("2025-09-15", 6).as_deref(), Some("2025-08-04"));
        assert_eq!(minus("2028-03-07", 1).as_deref(), Some("2028-02-29"));
        assert_eq!(minus("2028-03-07", 0).as_deref(), Some("2028-03-07"));
        assert_eq!(minus("2028-03-07", i64::MAX), None);
    }

    #[test]
    fn years_end_on_the_same_day_or_the_28th() {
        let plus = |text, years| day(text).and_then(|date| date.plus_years(years)).map(|date| date.to_string());
        assert_eq!(plus("2023-05-10", 2).as_deref(), Some("2025-05-10"));
        assert_eq!(plus("2024-02-29", 2).as_deref(), Some("2026-02-28"));
        assert_eq!(plus("2024-02-29", 4).as_deref(), Some("2028-02-29"));
        assert_eq!(plus("2026-02-28", 2).as_deref(), Some("2028-02-28"));
        assert_eq!(plus("2024-02-29", i64::MAX), None);
    }

    #[test]
    fn a_month_has_a_first_and_a_last_day() {
        let ends = |text| {
            let month = day(text).map(|day| (day.month_start(), day.month_end()));
            month.and_then(|(first, last)| Some((first?.to_string(), last?.to_string())))
        };
        let both = |first: &str, last: &str| Some((first.to_owned(), last.to_owned()));
        assert_eq!(ends("2027-02-28"), both("2027-02-01", "2027-02-28"));
        assert_eq!(ends("2028-02-01"), both("2028-02-01", "2028-02-29"));
        assert_eq!(ends("2026-12-31"), both("2026-12-01", "2026-12-31"));
    }

    #[test]
    fn a_started_month_counts_and_twelve_is_the_most() {
        let months = |start, end| day(start).zip(day(end)).and_then(|(start, end)| months_to_reach(start, end, 12));
        assert_eq!(months("2026-05-01", "2026-10-01"), Some(5));
        assert_eq!(months("2026-04-30", "2026-10-01"), Some(6));
        assert_eq!(months("2026-05-02", "2026-10-01"), Some(5));
        assert_eq!(months("2027-02-28", "2028-02-29"), Some(12));
    }
}
