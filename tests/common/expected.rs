//! Whether an answer is what a case expects: of its values at least those named, of its notes exactly those.

use serde_json::{Value, json};

/// The lists of notes in an answer. One too many misleads as one too few does, so a case names all of them.
pub const NOTES: [&str; 3] = ["reasons", "assumptions", "warnings"];

/// Where an answer is not what a case expects.
pub fn unexpected(expected: &Value, answer: &Value) -> Vec<String> {
    let values = expected.as_object().into_iter().flatten().filter(|(name, _)| !NOTES.contains(&name.as_str()));
    let values = values.flat_map(|(name, value)| lacks(value, &answer[name], name));
    values.chain(NOTES.into_iter().flat_map(|list| unlike(list, &expected[list], &answer[list]))).collect()
}

/// Where `found` lacks something of `expected`: objects may hold more, but for what is null, which they
/// must not hold; lists are compared by position and may be longer.
fn lacks(expected: &Value, found: &Value, path: &str) -> Vec<String> {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => {
            let member = |(name, value): (&String, &Value)| match found.get(name) {
                Some(found) => lacks(value, found, &format!("{path}.{name}")),
                None if value.is_null() => Vec::new(),
                None => vec![format!("{path}.{name} is missing")],
            };
            expected.iter().flat_map(member).collect()
        }
        (Value::Array(expected), Value::Array(found)) => {
            let item = |(index, value): (usize, &Value)| match found.get(index) {
                Some(found) => lacks(value, found, &format!("{path}.{index}")),
                None => vec![format!("{path}.{index} is missing")],
            };
            expected.iter().enumerate().flat_map(item).collect()
        }
        _ if expected == found => Vec::new(),
        _ => vec![format!("{path}: expected {expected}, found {found}")],
    }
}

/// Which notes of a list are lacking and which are too many, in whatever order they stand.
fn unlike(list: &str, expected: &Value, found: &Value) -> Vec<String> {
    let (Value::Array(expected), Value::Array(found)) = (expected, found) else {
        return vec![format!("{list}: expected {expected}, found {found}")];
    };
    let mut too_many: Vec<Value> = found.iter().map(in_full).collect();
    let mut unlike = Vec::new();
    for note in expected.iter().map(in_full) {
        match too_many.iter().position(|found| *found == note) {
            Some(place) => drop(too_many.swap_remove(place)),
            None => unlike.push(format!("{list}: {note} is missing")),
        }
    }
    unlike.extend(too_many.iter().map(|note| format!("{list}: {note} is not expected")));
    unlike
}

/// A note as answers write it: a case may leave out `values` where there are none.
fn in_full(note: &Value) -> Value {
    let mut note = note.clone();
    if let Value::Object(members) = &mut note {
        members.entry("values").or_insert(json!({}));
    }
    note
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_null_must_not_be_there() {
        let expected = json!({ "figures": { "remedies": null }, "reasons": [], "assumptions": [], "warnings": [] });
        let answer = |figures: Value| json!({ "figures": figures, "reasons": [], "assumptions": [], "warnings": [] });
        assert!(unexpected(&expected, &answer(json!({ "cap": "1" }))).is_empty());
        assert_eq!(unexpected(&expected, &answer(json!({ "remedies": [] }))).len(), 1);
    }

    #[test]
    fn a_note_too_many_one_too_few_and_one_elsewhere_are_found() {
        let notes = |warnings: Value| json!({ "reasons": [], "assumptions": [], "warnings": warnings });
        let first = json!({ "code": "a", "line": 0, "clause": "X-1" });
        let second = json!({ "code": "b", "clause": "X-2" });
        let answer = notes(json!([{ "code": "b", "values": {}, "clause": "X-2" }, first]));
        assert!(unexpected(&notes(json!([first, second])), &answer).is_empty());
        assert_eq!(unexpected(&notes(json!([first])), &answer).len(), 1);
        assert_eq!(unexpected(&notes(json!([first, second, second])), &answer).len(), 1);
        let places = [
            json!({ "line": 1 }),
            json!({ "clause": "X-2" }),
            json!({ "values": { "x": 1 } }),
            json!({ "allocation": 0 }),
        ];
        for other in places {
            let mut moved = first.clone();
            moved
                .as_object_mut()
                .into_iter()
                .for_each(|note| note.extend(other.as_object().cloned().unwrap_or_default()));
            assert_eq!(unexpected(&notes(json!([moved, second])), &answer).len(), 2, "{moved}");
        }
        assert_eq!(unexpected(&json!({ "reasons": [], "assumptions": [] }), &notes(json!([]))).len(), 1);
        assert_eq!(unexpected(&notes(json!([])), &json!({ "errors": [] })).len(), 3);
    }
}
