//! The worked examples, natively: the same files that are driven through the built package.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::indexing_slicing, clippy::panic, reason = "a test that goes wrong shall stop")]

mod common;

use common::expected::unexpected;
use common::{CASES, REFUSALS, ask, cases, faults};
use serde_json::Value;

#[test]
fn every_case_is_answered_as_worked_out_by_hand() {
    let mut wrong = Vec::new();
    for (file, json) in CASES {
        let cases = cases(json);
        assert!(!cases.is_empty(), "{file} holds no cases");
        for case in cases {
            let found = unexpected(&case["expect"], &ask(&case["request"]));
            wrong.extend(found.into_iter().map(|what| format!("{file}: {}: {what}", case["name"])));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn workings_are_left_out_where_nobody_wants_them_and_nothing_else_is() {
    for (file, json) in CASES {
        for case in cases(json).into_iter().take(3) {
            let mut request = case["request"].clone();
            request["steps"] = Value::Bool(false);
            let (mut whole, short) = (ask(&case["request"]), ask(&request));
            let steps = whole.as_object_mut().and_then(|members| members.remove("steps"));
            assert!(steps.is_some_and(|steps| steps.is_array()), "{file}: {}", case["name"]);
            assert_eq!(short, whole, "{file}: {}", case["name"]);
        }
    }
}

#[test]
fn every_refusal_names_exactly_its_faults() {
    let mut wrong = Vec::new();
    for (file, json) in REFUSALS {
        for case in cases(json) {
            let expected = faults(&case);
            assert!(!expected.is_empty(), "{file}: {} expects nothing", case["name"]);
            let found = faults(&ask(&case["request"]));
            if found != expected {
                wrong.push(format!("{file}: {}: expected {expected:?}, found {found:?}", case["name"]));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_of_cases_is_driven() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases");
    let known: Vec<&str> = CASES.iter().chain(REFUSALS).map(|(name, _)| *name).collect();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if let Some(name) = name.strip_suffix(".json") {
            assert!(known.contains(&name), "tests/cases/{name}.json is driven by nobody");
        }
    }
}
