//! The worked examples, natively: the same files that are driven through the built package.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::indexing_slicing, clippy::panic, reason = "a test that goes wrong shall stop")]

mod common;

use clausewise_proof::cases::FILES;
use common::expected::unexpected;
use common::{ask, calculators, cases, described, faults, given, refusals, trace};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

#[test]
fn every_case_is_answered_as_worked_out_by_hand() {
    let wrong = cases().flat_map(|case| {
        let found = unexpected(&case["expect"], &ask(&case["request"]));
        found.into_iter().map(move |what| format!("{case}: {what}"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_value_leads_to_what_was_entered_or_to_the_terms() {
    let wrong = cases().flat_map(|case| {
        let request = &case["request"];
        let described = described(request["calculator"].as_str().unwrap_or_default());
        trace::gaps(request, &ask(request), described).into_iter().map(move |gap| format!("{case}: {gap}"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_formula_has_one_name_for_two_values() {
    for case in cases() {
        let Ok(answer) = clausewise::quote(&given(&case["request"])) else { continue };
        for step in answer.steps() {
            let names: Vec<&str> = step.values().map(|(name, _)| name).collect();
            let once: BTreeSet<&str> = names.iter().copied().collect();
            assert_eq!(once.len(), names.len(), "{case}: {}", step.formula());
        }
    }
}

#[test]
fn workings_are_left_out_where_nobody_wants_them_and_nothing_else_is() {
    for (name, _) in FILES {
        for case in cases().filter(|case| case.file == *name).take(3) {
            let mut request = case["request"].clone();
            request["steps"] = Value::Bool(false);
            let (mut whole, short) = (ask(&case["request"]), ask(&request));
            let steps = whole.as_object_mut().and_then(|members| members.remove("steps"));
            assert!(steps.is_some_and(|steps| steps.is_array()), "{case}");
            assert_eq!(short, whole, "{case}");
        }
    }
}

#[test]
fn every_refusal_names_exactly_its_faults() {
    let mut wrong = Vec::new();
    for case in refusals() {
        let expected = faults(case);
        assert!(!expected.is_empty(), "{case} expects nothing");
        let found = faults(&ask(&case["request"]));
        if found != expected {
            wrong.push(format!("{case}: expected {expected:?}, found {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Where what is about all calculators stands.
const EVERY: &str = "every";

#[test]
fn every_calculator_has_cases_and_refusals_in_a_folder_of_its_name() {
    let of = |files: &mut dyn Iterator<Item = &'static common::Case>| -> BTreeSet<&str> {
        files.filter_map(|case| case.file.split('/').next()).collect()
    };
    let (with_cases, with_refusals) = (of(&mut cases()), of(&mut refusals()));
    let folders: BTreeSet<&str> = calculators().into_iter().chain([EVERY]).collect();
    assert_eq!(with_cases, folders);
    assert_eq!(with_refusals, folders);
}

#[test]
fn a_case_is_of_the_calculator_of_its_folder_and_expects_one_thing() {
    for (name, json) in FILES {
        let found: Value = serde_json::from_str(json).unwrap_or_default();
        let found = found.as_array().cloned().unwrap_or_default();
        assert!(!found.is_empty(), "{name}.json holds no cases");
        for case in found {
            let is_at_home = name.starts_with(EVERY)
                || name.split('/').next().is_some_and(|folder| case["request"]["calculator"] == folder);
            assert!(is_at_home, "{name}: {} is of {}", case["name"], case["request"]["calculator"]);
            assert_ne!(case["expect"].is_object(), case["errors"].is_array(), "{name}: {}", case["name"]);
        }
    }
}

#[test]
fn every_file_in_those_folders_is_driven() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut found = Vec::new();
    let mut folders: Vec<PathBuf> = calculators().into_iter().chain([EVERY]).map(|name| tests.join(name)).collect();
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(&folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
            let name = path.strip_prefix(&tests).unwrap_or(&path).to_string_lossy().into_owned();
            match name.strip_suffix(".json") {
                _ if path.is_dir() => folders.push(path),
                // What stands in every answer is no case.
                Some("every/always") | None => {}
                Some(name) => found.push(name.to_owned()),
            }
        }
    }
    found.sort();
    let driven: Vec<&str> = FILES.iter().map(|(name, _)| *name).collect();
    assert_eq!(found, driven, "a folder of cases has a refusals.json, and no folders in it (proof/build.rs)");
}
