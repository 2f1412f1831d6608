//! Whether days in a column have the day before the month or behind it. One day of which only one order makes a day tells
//! nothing for sure of the others, so that it is counted and not followed; but somebody can say it for all of them.

use crate::reading::clean::clean;
use crate::request::given::Given;
use crate::request::problem::Problem;
use serde::Serialize;

/// How many days of a column are written in which order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Orders {
    /// Those that can be read either way.
    pub either: usize,
    /// Those of which only the day can stand first, such as 15/4/2027.
    pub day_first: usize,
    /// Those of which only the month can, such as 4/15/2027.
    pub month_first: usize,
}

impl Orders {
    /// Counts a day, and decides between two where somebody has said the order.
    pub(super) fn count(
        &mut self,
        cell: &str,
        read: Result<Option<Given>, Problem>,
        is_day_first: Option<bool>,
    ) -> Result<Option<Given>, Problem> {
        let Some(first) = first_number(cell) else { return read };
        match &read {
            Ok(Some(day)) => match has_day_first(day, first) {
                Some(true) => self.day_first += 1,
                Some(false) => self.month_first += 1,
                None => {}
            },
            Err(Problem::Ambiguous { readings, .. }) => {
                let in_order = |order| readings.iter().filter(move |day| has_day_first(day, first) == Some(order));
                if in_order(true).next().is_some() && in_order(false).next().is_some() {
                    self.either += 1;
                    let said = is_day_first.map(|order| in_order(order).cloned().collect::<Vec<_>>());
                    if let Some([day]) = said.as_deref() {
                        return Ok(Some(day.clone()));
                    }
                }
            }
            _ => {}
        }
        read
    }
}

/// The number that a day in digits begins with, if that is none of a year: 3 of 3/4/2027.
fn first_number(cell: &str) -> Option<u32> {
    let text = clean(cell);
    let (first, rest) = text.split_once(['/', '-', '.'])?;
    let is_number = matches!(first.len(), 1 | 2) && rest.starts_with(|sign: char| sign.is_ascii_digit());
    first.parse().ok().filter(|_| is_number)
}

/// Whether it is the day that stands first, or the month; none where they are the same, or it is neither.
fn has_day_first(day: &Given, first: u32) -> Option<bool> {
    let part = |range: std::ops::Range<usize>| day.text()?.get(range)?.parse::<u32>().ok();
    let (month, day) = (part(5..7)?, part(8..10)?);
    match (day == first, month == first) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}
