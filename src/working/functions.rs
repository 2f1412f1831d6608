//! Everything that an expression may call: a function here is one there, by its name. `docs/formulas.md` says of each
//! what it is.
//!
//! A function takes plain values, and gives back what always fits as it is and all else as an `Option`. Beside these an
//! expression knows `min` and `max`, which keep the clause of what they choose (`part`), and `if`.

#![allow(missing_docs, reason = "docs/formulas.md says of each what it is")]

use super::named::Several;
use crate::values::dates::{Anniversary, Date, HOUR, LocalTime, Month, TimeOfDay, YEAR_MONTHS, months_to_reach};
use crate::values::hours::{BusinessDays, OpeningHours, Weekdays};
use crate::values::money::{Money, Percent, Ratio, Wide};
use rust_decimal::Decimal;
use std::sync::Arc;

/// What can be added up.
pub trait Summed: Copy {
    /// Nothing.
    const NOTHING: Self;
    /// One more.
    fn plus(self, other: Self) -> Option<Self>;
}

impl Summed for Money {
    const NOTHING: Money = Money::NOTHING;

    fn plus(self, other: Money) -> Option<Money> {
        self.plus(other)
    }
}

impl Summed for i64 {
    const NOTHING: i64 = 0;

    fn plus(self, other: i64) -> Option<i64> {
        self.checked_add(other)
    }
}

impl<const DECIMALS: u32> Summed for Ratio<DECIMALS> {
    const NOTHING: Ratio<DECIMALS> = Ratio(Decimal::ZERO);

    fn plus(self, other: Ratio<DECIMALS>) -> Option<Ratio<DECIMALS>> {
        self.0.checked_add(other.0).map(Ratio)
    }
}

pub fn sum<V: Summed>(values: Several<'_, V>) -> Option<V> {
    values.fold(Some(V::NOTHING), |sum, value| sum.and_then(|sum| sum.plus(value)))
}

pub fn earliest<V: PartialOrd + Copy>(values: Several<'_, V>) -> Option<V> {
    values.fold(None, |first: &Option<V>, value| first.filter(|first| *first <= value).or(Some(value)))
}

pub fn least<V: PartialOrd + Copy>(values: Several<'_, V>) -> Option<V> {
    earliest(values)
}

pub fn count<V: Clone>(values: Several<'_, V>) -> i64 {
    values.fold(0, |count, _| count + 1)
}

pub fn count_of<V: PartialEq + Copy>(values: Several<'_, V>, wanted: V) -> i64 {
    values.fold(0, |count, value| count + i64::from(value == wanted))
}

pub fn count_above<V: PartialOrd + Copy>(values: Several<'_, V>, bound: V) -> i64 {
    values.fold(0, |count, value| count + i64::from(value > bound))
}

pub fn count_where(flags: Several<'_, bool>) -> i64 {
    flags.fold(0, |count, flag| count + i64::from(flag))
}

pub fn distinct<V: PartialOrd + Copy>(values: Several<'_, V>) -> i64 {
    i64::try_from(in_order(values).len()).unwrap_or(i64::MAX)
}

pub fn nth_distinct<V: PartialOrd + Copy>(values: Several<'_, V>, number: i64) -> Option<V> {
    in_order(values).get(usize::try_from(number.checked_sub(1)?).ok()?).copied()
}

/// Each different value once, in rising order.
fn in_order<V: PartialOrd + Copy>(values: Several<'_, V>) -> Vec<V> {
    let mut found: Vec<V> = Vec::new();
    values.each(|value| {
        let place = found.partition_point(|known| *known < value);
        if found.get(place).is_none_or(|known| *known != value) {
            found.insert(place, value);
        }
    });
    found
}

pub fn first_where<V: Copy>(values: Several<'_, V>, flags: Several<'_, bool>) -> Option<V> {
    let place = flags.all().into_iter().position(|flag| flag)?;
    values.all().get(place).copied()
}

pub fn with_least<V: Copy, W: PartialOrd + Copy>(values: Several<'_, V>, by: Several<'_, W>) -> Option<V> {
    let by = by.all();
    let least = (0..by.len()).reduce(|least, place| if by.get(place) < by.get(least) { place } else { least })?;
    values.all().get(least).copied()
}

pub fn first(keys: &[Arc<str>]) -> Option<&str> {
    keys.first().map(|key| &**key)
}

pub fn listed<K: AsRef<str>>(key: K, keys: &[Arc<str>]) -> bool {
    keys.iter().any(|known| &**known == key.as_ref())
}

pub fn one_of<K: AsRef<str> + Copy>(key: K, keys: &[Arc<str>]) -> Option<K> {
    listed(key, keys).then_some(key)
}

pub fn compound(percent: Percent, times: i64) -> Option<Wide> {
    Wide::compound(percent, u32::try_from(times).ok()?)
}

pub fn days(from: Date, to: Date) -> i64 {
    from.days_to(to)
}

pub fn day_after(day: Date) -> Option<Date> {
    day.plus_days(1)
}

pub fn day_before(day: Date) -> Option<Date> {
    day.minus_days(1)
}

pub fn plus_months(day: Date, months: i64) -> Option<Date> {
    day.plus_months(months)
}

pub fn plus_years(day: Date, years: i64) -> Option<Date> {
    day.plus_years(years)
}

pub fn minus_weeks(day: Date, weeks: i64) -> Option<Date> {
    day.minus_weeks(weeks)
}

pub fn months(from: Date, until: Date) -> Option<i64> {
    months_to_reach(from, until, i64::MAX)
}

pub fn months_of_years(years: i64) -> Option<i64> {
    years.checked_mul(YEAR_MONTHS)
}

pub fn minutes_of_hours(hours: i64) -> Option<i64> {
    hours.checked_mul(HOUR)
}

pub fn next_anniversary(anniversary: Date, day: Date) -> Option<Date> {
    Anniversary(anniversary).after(day)
}

pub fn last_anniversary(anniversary: Date, day: Date) -> Option<Date> {
    Anniversary(anniversary).on_or_before(day)
}

pub fn month(day: Date) -> Option<Month> {
    day.month_start().map(Month)
}

pub fn month_start(day: Date) -> Option<Date> {
    day.month_start()
}

pub fn month_end(day: Date) -> Option<Date> {
    day.month_end()
}

pub fn previous_month_start(day: Date) -> Option<Date> {
    day.month_start()?.minus_days(1)?.month_start()
}

pub fn date_of(time: LocalTime) -> Date {
    time.date
}

pub fn at(date: Date, time: TimeOfDay) -> LocalTime {
    LocalTime { date, time }
}

pub fn plus_minutes(time: LocalTime, minutes: i64) -> Option<LocalTime> {
    time.plus_minutes(minutes)
}

pub fn plus_hours(time: LocalTime, hours: i64) -> Option<LocalTime> {
    time.plus_minutes(hours.checked_mul(HOUR)?)
}

pub fn minutes(from: LocalTime, to: LocalTime) -> Option<i64> {
    let days = from.date.days_to(to.date).checked_mul(24 * HOUR)?;
    days.checked_add(to.time.minutes() - from.time.minutes())
}

fn working(week: impl Into<Weekdays>, days_off: Several<'_, Date>) -> Option<BusinessDays> {
    BusinessDays::new(week.into(), days_off.all())
}

pub fn plus_business_days<W: Into<Weekdays>>(
    day: Date,
    count: i64,
    week: W,
    days_off: Several<'_, Date>,
) -> Option<Date> {
    working(week, days_off)?.after(day, count)
}

/// When somebody works there.
fn office<W: Into<Weekdays>>(
    opens: TimeOfDay,
    closes: TimeOfDay,
    week: W,
    days_off: Several<'_, Date>,
) -> Option<OpeningHours> {
    OpeningHours::new(opens, closes, week.into(), days_off.all())
}

pub fn is_open<W: Into<Weekdays>>(
    at: LocalTime,
    opens: TimeOfDay,
    closes: TimeOfDay,
    week: W,
    days_off: Several<'_, Date>,
) -> Option<bool> {
    Some(office(opens, closes, week, days_off)?.is_open(at))
}

pub fn open_from<W: Into<Weekdays>>(
    at: LocalTime,
    opens: TimeOfDay,
    closes: TimeOfDay,
    week: W,
    days_off: Several<'_, Date>,
) -> Option<LocalTime> {
    office(opens, closes, week, days_off)?.open_from(at)
}

pub fn next_opening<W: Into<Weekdays>>(
    at: LocalTime,
    opens: TimeOfDay,
    closes: TimeOfDay,
    week: W,
    days_off: Several<'_, Date>,
) -> Option<LocalTime> {
    office(opens, closes, week, days_off)?.next_opening(at)
}

pub fn plus_open_minutes<W: Into<Weekdays>>(
    from: LocalTime,
    minutes: i64,
    opens: TimeOfDay,
    closes: TimeOfDay,
    week: W,
    days_off: Several<'_, Date>,
) -> Option<LocalTime> {
    office(opens, closes, week, days_off)?.deadline(from, minutes)
}
