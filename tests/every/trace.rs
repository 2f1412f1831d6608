//! Where the values of an answer are from: the steps form a graph without gaps, and every value has a kind.

use super::{at, list, text};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Every gap in the trace of an answer.
pub fn gaps(request: &Value, answer: &Value, described: &Value) -> Vec<String> {
    let mut gaps = Vec::new();
    let mut earlier: BTreeMap<&str, &Value> = BTreeMap::new();
    for step in list(&answer["steps"]) {
        let figure = text(&step["figure"]);
        let mut gap = |what: String| gaps.push(format!("the step of {figure}: {what}"));
        match step["from"].as_object() {
            None => gap("does not say where its values are from".to_owned()),
            Some(from) => {
                let values = step["values"].as_object().cloned().unwrap_or_default();
                let named: BTreeSet<&str> = names_of(text(&step["formula"])).into_iter().collect();
                let told: BTreeSet<&str> = values.keys().map(String::as_str).collect();
                if named != told || !from.keys().eq(values.keys()) {
                    gap(format!("names {named:?}, tells {told:?}, from {:?}", from.keys().collect::<Vec<_>>()));
                }
                for (name, path) in from {
                    let (paths, values) = match path {
                        Value::Array(paths) => (paths.clone(), list(&values[name]).to_vec()),
                        path => (vec![path.clone()], vec![values[name].clone()]),
                    };
                    if paths.len() != values.len() {
                        gap(format!("{name} has {} values from {} places", values.len(), paths.len()));
                    }
                    for (path, value) in paths.iter().map(text).zip(values) {
                        match found(path, request, answer, &earlier) {
                            None => gap(format!("{name} is from {path}, which is nowhere")),
                            Some(found) if !is_same(&found, &value) => {
                                gap(format!("{name} is {value}, but {path} is {found}"));
                            }
                            Some(_) => {}
                        }
                        if kind_of(path, described).is_none() {
                            gap(format!("{path} has no kind"));
                        }
                    }
                }
            }
        }
        if kind_of(figure, described).is_none() {
            gap("has no kind".to_owned());
        }
        earlier.insert(figure, &step["result"]);
    }
    gaps
}

/// The names in a formula: words that are not followed by an opening bracket, but for those that join conditions and
/// keys in quotation marks.
pub fn names_of(formula: &str) -> Vec<&str> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let mut names = Vec::new();
    for outside in formula.split('"').step_by(2) {
        let mut rest = outside;
        while let Some(start) = rest.find(|c: char| c.is_ascii_alphabetic()) {
            let word = &rest[start..];
            let end = word.find(|c: char| !is_name(c)).unwrap_or(word.len());
            if !word[end..].starts_with('(') && !["and", "or", "not"].contains(&&word[..end]) {
                names.push(&word[..end]);
            }
            rest = &word[end..];
        }
    }
    names
}

/// What stands at a path: the day, an entry, a term in force, or the result of an earlier step.
fn found(path: &str, request: &Value, answer: &Value, earlier: &BTreeMap<&str, &Value>) -> Option<Value> {
    let there = |value: &Value| Some(value.clone()).filter(|value| !value.is_null());
    match path.split('.').next() {
        Some("as_of" | "input") => there(at(request, path)),
        Some("terms") => term(path, request, answer),
        _ => earlier.get(path).copied().cloned(),
    }
}

fn term(path: &str, request: &Value, answer: &Value) -> Option<Value> {
    let pack = match &request["terms"] {
        given @ Value::Object(_) => given,
        _ => super::built_in(text(&answer["terms"]["pack"])),
    };
    let parts: Vec<&str> = path.split('.').skip(1).collect();
    let in_force = |name: &str| {
        let began = |entry: &&Value| entry["from"].is_null() || text(&entry["from"]) <= text(&request["as_of"]);
        list(&pack["values"][name]["dated"]).iter().rev().find(began).map(|entry| &entry["value"])
    };
    match parts.as_slice() {
        [name] => in_force(name).cloned(),
        ["services", key, column] => {
            let service = list(&pack["services"]).iter().find(|service| service["key"] == *key);
            let signs = [("✓", "included"), ("+", "orderable"), ("+1", "orderable_up_to_a_limit")];
            service.map(|service| match signs.iter().find(|(sign, _)| service[column] == *sign) {
                Some((_, mark)) => Value::from(*mark),
                None => service[column].clone(),
            })
        }
        // A row without a key of its own is told by its number; of a list in its column one member may be meant.
        [name, row, column, item @ ..] if row.parse::<usize>().is_ok() => {
            let cell = &in_force(name)?[row.parse::<usize>().ok()?][column];
            let found = item.iter().filter_map(|item| item.parse::<usize>().ok()).fold(cell, |list, item| &list[item]);
            (!found.is_null()).then(|| found.clone())
        }
        [name, key, column] => {
            let is_of = |row: &&Value| {
                list(&row["countries"]).iter().any(|code| code == key)
                    || row.as_object().is_some_and(|row| row.values().any(|value| value == key))
            };
            // A country may have several rows; one of them has the column.
            let mut cells = list(in_force(name)?).iter().filter(is_of).map(|row| &row[column]);
            cells.find(|value| !value.is_null()).cloned()
        }
        _ => None,
    }
}

/// Whether two values are the same: amounts may have more zeros here than there, and be numbers in rows of a pack.
fn is_same(one: &Value, other: &Value) -> bool {
    let plain = |value: &Value| match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b'-');
    let trimmed = |text: String| match text.contains('.') && is_number(&text) {
        true => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
        false => text,
    };
    one == other || trimmed(plain(one)) == trimmed(plain(other))
}

/// The kind of what stands at a path, as the description of the calculator has it.
fn kind_of(path: &str, described: &Value) -> Option<String> {
    let parts: Vec<&str> = path.split('.').collect();
    let is_index = |part: &&&str| part.parse::<usize>().is_ok();
    let names: Vec<&str> = parts.iter().filter(|part| !is_index(part)).copied().collect();
    let answer = &described["answer"];
    let (outputs, names) = match (parts.first().copied()?, names.as_slice()) {
        ("as_of", _) => return Some("date".to_owned()),
        ("input", names) => (&described["fields"], &names[1..]),
        ("figures", names) => (&answer["figures"], &names[1..]),
        ("dates", names) => (&answer["dates"], &names[1..]),
        ("lines", names) => (&answer["line"], &names[1..]),
        ("between", names) => (&answer["between"], &names[names.len() - 1..]),
        ("terms", [_, term, .., column]) if names.len() > 2 => {
            let term = list(&described["terms"]).iter().find(|known| known["name"] == *term)?;
            return list(&term["items"])
                .iter()
                .find(|known| known["name"] == *column)
                .map(|known| text(&known["kind"]).to_owned());
        }
        ("terms", names) => (&described["terms"], &names[1..]),
        _ => return None,
    };
    let (last, above) = names.split_last()?;
    let mut outputs = outputs;
    for name in above {
        outputs = &list(outputs).iter().find(|output| output["name"] == *name)?["items"];
    }
    list(outputs).iter().find(|output| output["name"] == *last).map(|output| text(&output["kind"]).to_owned())
}
