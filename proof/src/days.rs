//! Days and times of day: mostly near those that others lie near, or as far from them as a rule says.

use crate::said::{Said, minutes, units};
use crate::values::Around;
use arbitrary::{Result, Unstructured};
use clausewise::Date;

/// A day: near the one that others lie near, or as far from it as the document says, or one that it names.
pub fn day_by_rules(u: &mut Unstructured, around: Around) -> Result<String> {
    let Around { said, day: near, .. } = around;
    let drawn = match u.int_in_range(0..=9)? {
        0 if !said.days.is_empty() => moved(*u.choose(&said.days)?, u.int_in_range(-1..=1)?),
        1..=2 if !said.numbers.is_empty() => {
            let length = units(u.choose(&said.numbers)?, 0).and_then(|length| i64::try_from(length).ok());
            let length = length.unwrap_or_default().min(1_000);
            let (later, by) = (u.arbitrary()?, u.int_in_range(0..=2)?);
            let whole = match by {
                0 => moved(near, if later { length } else { -length }),
                1 => moved(near, 7 * if later { length } else { -length }),
                _ => near.plus_months(if later { length } else { -length }),
            };
            moved(whole.unwrap_or(near), u.int_in_range(-1..=1)?)
        }
        _ => return day(u, near),
    };
    Ok(within(drawn.unwrap_or(near)))
}

/// A day: mostly near the one that others lie near, since rules turn on a few days more or less.
pub fn day(u: &mut Unstructured, near: Date) -> Result<String> {
    const EDGES: &[&str] = &[
        FIRST,
        LAST,
        "2024-02-29",
        "2028-02-29",
        "2027-02-28",
        "2026-12-31",
        "2026-01-31",
        "2026-04-30",
        "2021-10-01",
    ];
    let days = match u.int_in_range(0..=9)? {
        0 => return Ok((*u.choose(EDGES)?).to_owned()),
        1..=4 => u.int_in_range(-20..=20)?,
        5..=7 => u.int_in_range(-400..=400)?,
        _ => u.int_in_range(-4_000..=4_000)?,
    };
    Ok(within(moved(near, days).unwrap_or(near)))
}

/// The first and the last day that may be entered anywhere.
const FIRST: &str = "1990-01-01";
const LAST: &str = "2100-12-31";

fn moved(day: Date, days: i64) -> Option<Date> {
    if days < 0 { day.minus_days(-days) } else { day.plus_days(days) }
}

/// The day, or the nearest that may be entered. Days compare as they read.
fn within(day: Date) -> String {
    day.to_string().clamp(FIRST.to_owned(), LAST.to_owned())
}

/// A day from one to another: mostly soon after the first, which is what it was refused for.
pub fn day_between(u: &mut Unstructured, first: Date, last: Date) -> Result<String> {
    let most = first.days_to(last).max(0);
    let days = match u.int_in_range(0..=7)? {
        0 => most,
        1..=4 => u.int_in_range(0..=most.min(20))?,
        5..=6 => u.int_in_range(0..=most.min(1_200))?,
        _ => u.int_in_range(0..=most)?,
    };
    Ok(within(moved(first, days).unwrap_or(first)))
}

/// A time of day after another, if there is one.
pub fn time_after(u: &mut Unstructured, other: &str) -> Result<String> {
    const LAST: i64 = 24 * 60 - 1;
    let first = minutes(other).unwrap_or_default() + 1;
    Ok(of_minutes(u.int_in_range(first.min(LAST)..=LAST)?))
}

pub fn clock(u: &mut Unstructured, said: &Said) -> Result<String> {
    const EDGES: &[i64] = &[0, 8 * 60 + 59, 9 * 60, 12 * 60, 15 * 60 + 30, 15 * 60 + 31, 17 * 60 + 30, 24 * 60 - 1];
    Ok(of_minutes(match u.int_in_range(0..=5)? {
        0 | 1 => *u.choose(EDGES)?,
        2 if !said.minutes.is_empty() => (u.choose(&said.minutes)? + u.int_in_range(-1..=1)?).clamp(0, 24 * 60 - 1),
        _ => u.int_in_range(0..=24 * 60 - 1)?,
    }))
}

fn of_minutes(minutes: i64) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}
