//! What people write, line by line: what each is read as, what it can mean, or why it is refused.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test that goes wrong shall stop")]

use clausewise::given::Given;
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
