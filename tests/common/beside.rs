//! Whether two requests lie on the two sides of one boundary: they differ in one value, and by one step.

use clausewise::Date;
use serde_json::Value;
use std::collections::BTreeMap;

/// Whether two requests differ in one value by one step: the day, the minute, the count or the last decimal beside it;
/// another word; or a field or an item that only one of them has. With another word the fields that it asks for may
/// come, and those that it does not may go.
pub fn are_neighbours(one: &Value, other: &Value) -> bool {
    let (one, other) = (leaves(one), leaves(other));
    let changed: Vec<_> = one.iter().filter_map(|(path, value)| Some((*value, *other.get(path)?))).collect();
    let changed: Vec<_> = changed.into_iter().filter(|(value, beside)| value != beside).collect();
    let only_one: Vec<&Path> = one.keys().filter(|path| !other.contains_key(*path)).collect();
    let only_other: Vec<&Path> = other.keys().filter(|path| !one.contains_key(*path)).collect();
    let has_none = only_one.is_empty() && only_other.is_empty();
    match changed.as_slice() {
        [(value, beside)] if has_none => are_a_step_apart(value, beside),
        [(value, beside)] => is_word(value) && is_word(beside),
        [] if only_one.is_empty() => is_one_thing(&only_other),
        [] if only_other.is_empty() => is_one_thing(&only_one),
        _ => false,
    }
}

type Path = Vec<String>;

fn leaves(value: &Value) -> BTreeMap<Path, &Value> {
    let within = |step: String, value| {
        leaves(value).into_iter().map(move |(path, leaf)| (std::iter::once(step.clone()).chain(path).collect(), leaf))
    };
    match value {
        Value::Object(members) => members.iter().flat_map(|(name, value)| within(name.clone(), value)).collect(),
        Value::Array(items) => {
            items.iter().enumerate().flat_map(|(index, item)| within(index.to_string(), item)).collect()
        }
        leaf => BTreeMap::from([(Path::new(), leaf)]),
    }
}

/// Whether paths lead to one field, or into one item of a list.
fn is_one_thing(paths: &[&Path]) -> bool {
    let Some((first, rest)) = paths.split_first() else { return false };
    let shared = |depth: &usize| rest.iter().all(|path| path.get(..*depth) == first.get(..*depth));
    let depth = (0..=first.len()).rev().find(shared).unwrap_or_default();
    rest.is_empty() || first.get(..depth).and_then(<[String]>::last).is_some_and(|step| step.parse::<usize>().is_ok())
}

/// What can be counted on by one.
#[derive(PartialEq)]
enum Counted {
    Days(i64),
    Minutes(i64),
    Count(i64),
    Word,
}

fn counted(value: &Value) -> Counted {
    if let Some(count) = value.as_i64() {
        return Counted::Count(count);
    }
    let Some(text) = value.as_str() else { return Counted::Word };
    let days = |text: &str| Date::parse("1970-01-01").zip(Date::parse(text)).map(|(from, day)| from.days_to(day));
    let minutes = |text: &str| {
        let (hours, minutes) = text.split_once(':').filter(|_| text.len() == 5)?;
        Some(hours.parse::<i64>().ok()? * 60 + minutes.parse::<i64>().ok()?)
    };
    let at = text.split_once('T').and_then(|(day, time)| Some(days(day)? * 24 * 60 + minutes(time)?));
    let day = || days(text).map(Counted::Days);
    at.or_else(|| minutes(text)).map(Counted::Minutes).or_else(day).unwrap_or(Counted::Word)
}

fn are_a_step_apart(value: &Value, beside: &Value) -> bool {
    match (counted(value), counted(beside)) {
        (Counted::Days(a), Counted::Days(b))
        | (Counted::Minutes(a), Counted::Minutes(b))
        | (Counted::Count(a), Counted::Count(b)) => a.abs_diff(b) == 1,
        _ => match (decimal(value), decimal(beside)) {
            (Some((whole, places)), Some((other, others))) => {
                let finest = places.max(others);
                (whole * 10_i128.pow(finest - places)).abs_diff(other * 10_i128.pow(finest - others)) == 1
            }
            _ => value != beside,
        },
    }
}

fn is_word(value: &Value) -> bool {
    counted(value) == Counted::Word && decimal(value).is_none()
}

/// A decimal without its point, and how many digits stood behind that.
fn decimal(value: &Value) -> Option<(i128, u32)> {
    let text = value.as_str()?;
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let digits = [whole, decimals].concat();
    let is_plain = !whole.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
    is_plain.then(|| digits.parse().ok()).flatten().zip(u32::try_from(decimals.len()).ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_step_is_a_neighbour_and_two_are_not() {
        let beside = [
            (json!({ "on": "2026-02-28" }), json!({ "on": "2026-03-01" })),
            (json!({ "at": "2026-02-28T23:59" }), json!({ "at": "2026-03-01T00:00" })),
            (json!({ "opens": "09:00" }), json!({ "opens": "08:59" })),
            (json!({ "net": "0.1" }), json!({ "net": "0.11" })),
            (json!({ "count": 1 }), json!({ "count": 2 })),
            (json!({ "is": true }), json!({ "is": false })),
            (json!({ "lines": [{ "a": 1, "b": 2 }] }), json!({ "lines": [] })),
            (json!({ "a": 1, "b": 2 }), json!({ "a": 1 })),
            (json!({ "kind": "free", "a": 1 }), json!({ "kind": "once", "b": 1, "c": 2 })),
        ];
        let apart = [
            (json!({ "on": "2026-02-28" }), json!({ "on": "2026-03-02" })),
            (json!({ "at": "2026-02-28T23:59" }), json!({ "at": "2026-03-01T00:01" })),
            (json!({ "net": "0.10" }), json!({ "net": "0.12" })),
            (json!({ "count": 1 }), json!({ "count": 3 })),
            (json!({ "count": 1, "a": 1 }), json!({ "count": 2 })),
            (json!({ "kind": "free", "is": true }), json!({ "kind": "once", "is": false })),
            (json!({ "a": 1, "b": 2, "c": 3 }), json!({ "a": 1 })),
            (json!({ "a": 1 }), json!({ "b": 1 })),
            (json!({ "a": 1 }), json!({ "a": 1 })),
        ];
        for (one, other) in beside {
            assert!(are_neighbours(&one, &other) && are_neighbours(&other, &one), "{one} {other}");
        }
        for (one, other) in apart {
            assert!(!are_neighbours(&one, &other), "{one} {other}");
        }
    }
}
