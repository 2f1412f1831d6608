//! What people write, line by line: what each is read as, what it can mean, or why it is refused.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test that goes wrong shall stop")]

use clausewise::Given;
use serde_json::{Value, json};
use std::path::Path;

/// What reading a line gives, in the form of the lines.
fn outcome(kind: &str, line: &Value) -> Value {
    let options: Given = serde_json::from_value(line.get("options").cloned().unwrap_or_else(|| json!({}))).unwrap();
    match clausewise::read(kind, line["text"].as_str().unwrap(), &options) {
        Ok(value) => json!({ "value": serde_json::to_value(value).unwrap() }),
        Err(refusal) => {
            let fault = serde_json::to_value(&refusal.errors[0]).unwrap();
            match fault["code"].as_str() {
                Some("ambiguous") => json!({ "readings": fault["values"]["readings"] }),
                _ => json!({ "code": fault["code"] }),
            }
        }
    }
}

/// Readings have no order of their own.
fn sorted(mut outcome: Value) -> Value {
    if let Some(readings) = outcome.get_mut("readings").and_then(Value::as_array_mut) {
        readings.sort_by_key(Value::to_string);
    }
    outcome
}

#[test]
fn every_line_is_read_as_what_it_means() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for entry in std::fs::read_dir(Path::new("tests/reading/lines")).unwrap() {
        let path = entry.unwrap().path();
        let kind = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let lines: Vec<Value> = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        for line in lines {
            count += 1;
            let expected: Value = ["value", "readings", "code"]
                .iter()
                .filter_map(|name| Some(((*name).to_owned(), line.get(*name)?.clone())))
                .collect::<serde_json::Map<_, _>>()
                .into();
            let got = sorted(outcome(&kind, &line));
            // Refused, whatever the code; or ambiguous, whatever it can mean.
            let is_refused = match expected.get("code").map(Value::as_str) {
                Some(None) => got.get("code").is_some(),
                Some(Some("ambiguous")) => got.get("readings").is_some(),
                _ => false,
            };
            if !is_refused && got != sorted(expected.clone()) {
                let text: String = line["text"].as_str().unwrap().chars().take(40).collect();
                wrong.push(format!("{kind} {text:?} {}: {got}, expected {expected}", line["options"]));
            }
        }
    }
    assert!(count > 400, "{count} lines");
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n"));
}

/// Words by which each unit is written, in the form of `options.unit`.
const UNITS: [(&str, [&str; 2]); 5] = [
    ("hours", ["hours", "小時"]),
    ("days", ["days", "天"]),
    ("months", ["months", "個月"]),
    ("years", ["years", "年"]),
    ("credits", ["credits", "點"]),
];

#[test]
fn a_number_of_one_unit_is_none_of_another() {
    for (unit, _) in UNITS {
        for (other, words) in UNITS {
            for word in words {
                let text = format!("18 {word}");
                let line = json!({ "text": text, "options": { "unit": unit } });
                let value = outcome("count", &line).get("value").cloned();
                assert_eq!(value, (unit == other).then(|| json!(18)), "{text} as {unit}");
                let unknown = outcome("count", &json!({ "text": text }));
                assert_eq!(unknown, json!({ "code": "wrong_type" }), "{text}");
            }
        }
    }
}

/// Every field of a form, those of its lists too.
fn fields_of(fields: &Value) -> Vec<Value> {
    let fields = fields.as_array().unwrap().iter();
    fields
        .flat_map(|field| [vec![field.clone()], field.get("items").map(fields_of).unwrap_or_default()].concat())
        .collect()
}

#[test]
fn a_field_that_is_named_after_a_unit_says_which() {
    let mut seen = 0;
    for calculator in clausewise::calculators() {
        let calculator = serde_json::to_value(calculator).unwrap();
        for field in fields_of(&calculator["fields"]) {
            let name = field["name"].as_str().unwrap();
            let named = UNITS.iter().find(|(unit, _)| name.contains(unit.trim_end_matches('s')));
            if let Some((unit, _)) = named.filter(|_| field["kind"] == "count") {
                seen += 1;
                assert_eq!(field["unit"], *unit, "{name} of {}", calculator["calculator"]);
            }
        }
    }
    assert!(seen >= 7, "{seen}");
}

#[test]
fn what_is_asked_of_the_reader_is_checked_and_all_of_it_at_once() {
    let refused = |kind: &str, options: Value| {
        let options: Given = serde_json::from_value(options).unwrap();
        let errors = clausewise::read(kind, "5", &options).map_or_else(|refusal| refusal.errors, |_| Vec::new());
        let mut faults: Vec<_> = errors.into_iter().map(|fault| (fault.problem.code(), fault.field)).collect();
        faults.sort();
        faults
    };
    let found = |expected: &[(&'static str, &str)]| -> Vec<(&'static str, String)> {
        expected.iter().map(|(code, field)| (*code, (*field).to_owned())).collect()
    };
    assert_eq!(refused("count", json!({})), []);
    assert_eq!(refused("coffee", json!({})), found(&[("unknown_choice", "kind")]));
    assert_eq!(refused("count", json!([])), found(&[("wrong_type", "options")]));
    assert_eq!(refused("coffee", json!("cups")), found(&[("unknown_choice", "kind"), ("wrong_type", "options")]));
    assert_eq!(
        refused("count", json!({ "colour": "red", "unit": 5, "currency": "XXX", "min": "1", "minor_units": 9 })),
        found(&[
            ("out_of_range", "options.minor_units"),
            ("unknown_currency", "options.currency"),
            ("unknown_field", "options.colour"),
            ("wrong_type", "options.min"),
            ("wrong_type", "options.unit"),
        ])
    );
    for choices in [json!("a"), json!([1]), json!({ "a": "b" }), json!({ "a": ["b", 1] })] {
        assert_eq!(refused("choice", json!({ "choices": choices })), found(&[("wrong_type", "options.choices")]));
    }
}
