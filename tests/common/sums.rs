//! Amounts and days reckoned once more, by other means than the core's.

use super::{list, text};
use serde_json::Value;

/// An amount in whole smallest units: amounts of one answer have equally many decimals.
pub fn units(value: &Value) -> Option<i128> {
    text(value).replace('.', "").parse().ok()
}

/// A decimal in whole units of its eighth place, however many it is written with.
pub fn eighths(value: &Value) -> Option<i128> {
    let text = value.as_str()?;
    let (whole, places) = text.split_once('.').unwrap_or((text, ""));
    format!("{whole}{places:0<8}").parse().ok()
}

/// Each total is the sum of what the lines have under the other name.
pub fn lines_sum_to(totals: &[(&str, &str)], answer: &Value, broken: &mut Vec<String>) {
    for (total, part) in totals {
        let sum = list(&answer["lines"]).iter().filter_map(|line| units(&line[part])).sum::<i128>();
        if units(&answer["figures"][total]) != Some(sum) {
            broken.push(format!("figures.{total} is not the sum of the lines' {part}"));
        }
    }
}

/// Two figures make up a third, where both are there.
pub fn adds_up(parts: [&str; 2], whole: &str, answer: &Value, broken: &mut Vec<String>) {
    let figures = &answer["figures"];
    if let [Some(one), Some(other)] = parts.map(|part| units(&figures[part]))
        && units(&figures[whole]) != Some(one + other)
    {
        broken.push(format!("{parts:?} do not add up to {whole}"));
    }
}

/// Days from one day to another, by another calendar than the core's: the civil days of Howard Hinnant.
pub fn days_between(from: &str, until: &str) -> i64 {
    let number = |date: &str| {
        let part = |range: std::ops::Range<usize>| date.get(range).and_then(|part| part.parse::<i64>().ok());
        let (year, month, day) =
            (part(0..4).unwrap_or_default(), part(5..7).unwrap_or_default(), part(8..10).unwrap_or_default());
        let year = year - i64::from(month <= 2);
        let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year
    };
    number(until) - number(from)
}
