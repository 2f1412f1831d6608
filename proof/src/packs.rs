//! Packs of terms with something changed in them.

use crate::{days, values};
use arbitrary::{Result, Unstructured};
use clausewise::Given;
use std::sync::OnceLock;

/// A built-in pack of the id, with up to eight things changed in it.
pub fn changed(u: &mut Unstructured, id: &str) -> Result<Given> {
    let mut pack = built_in().iter().find(|pack| pack.get("id").and_then(Given::text) == Some(id)).cloned();
    let pack = pack.get_or_insert(Given::Null);
    for _ in 0..u.int_in_range(0..=8)? {
        change(u, pack, 0)?;
    }
    Ok(pack.clone())
}

/// The packs that are built in, as they go out.
fn built_in() -> &'static [Given] {
    static PACKS: OnceLock<Vec<Given>> = OnceLock::new();
    PACKS.get_or_init(|| {
        let written = clausewise::terms().iter().map(|pack| serde_json::to_value(&**pack)).collect::<Vec<_>>();
        written.into_iter().flatten().filter_map(|pack| serde_json::from_value(pack).ok()).collect()
    })
}

/// Changes one thing, somewhere inside.
fn change(u: &mut Unstructured, given: &mut Given, depth: u32) -> Result<()> {
    let is_deep = depth > 6 || u.ratio(1, 6)?;
    match given {
        Given::Object(members) if !members.is_empty() && !is_deep => {
            let index = u.choose_index(members.len())?;
            match (u.int_in_range(0..=15)?, members.get_mut(index)) {
                (0, _) => drop(members.remove(index)),
                (1, _) => rename(members, index, u.arbitrary::<&str>()?.chars().take(20).collect()),
                (_, Some((_, value))) => change(u, value, depth + 1)?,
                _ => {}
            }
        }
        Given::List(items, length) if !items.is_empty() && !is_deep => {
            let index = u.choose_index(items.len())?;
            match (u.int_in_range(0..=15)?, items.get_mut(index)) {
                (0, _) => drop(items.remove(index)),
                (1, Some(item)) => {
                    let copy = item.clone();
                    items.push(copy);
                }
                (_, Some(item)) => change(u, item, depth + 1)?,
                _ => {}
            }
            *length = items.len();
        }
        // A number that is another number may well load, and then has to be answered with.
        Given::Whole(number) if u.ratio(2, 3)? => *number = u.int_in_range(-1..=200)?,
        Given::Text(text) if u.ratio(2, 3)? => *text = like(u, text)?,
        value => *value = values::wrong(u)?,
    }
    Ok(())
}

/// Calls a member by another name, unless another has it: an object has each name once.
fn rename(members: &mut [(String, Given)], index: usize, other: String) {
    let is_taken = members.iter().any(|(name, _)| *name == other);
    if let (false, Some((name, _))) = (is_taken, members.get_mut(index)) {
        *name = other;
    }
}

/// Another text of the same make: a day for a day, a number for a number.
fn like(u: &mut Unstructured, text: &str) -> Result<String> {
    if let Some(day) = clausewise::Date::parse(text) {
        return days::day(u, day);
    }
    if text.chars().all(|c| c.is_ascii_digit() || c == '.') {
        return Ok((*u.choose(&[
            "0",
            "0.5",
            "1",
            "12",
            "33.3333",
            "60",
            "99",
            "100",
            "101",
            "50000",
            "999999999999.99",
        ])?)
        .to_owned());
    }
    Ok(text.chars().rev().collect())
}
