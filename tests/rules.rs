//! Every rule of a document that is worked through is the clause of something in some case.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::indexing_slicing, clippy::panic, reason = "a test that goes wrong shall stop")]

mod common;

use common::{CASES, ask, cases};
use serde_json::Value;
use std::collections::BTreeSet;

/// Packs whose every clause some calculator answers by; the others are still being worked through.
const WORKED_THROUGH: &[&str] = &["ibm-ss", "ms-unified", "ibm-ilan"];

fn cited(answer: &Value) -> impl Iterator<Item = &str> {
    let notes = ["steps", "reasons", "assumptions", "warnings"];
    let all = notes.into_iter().flat_map(|kind| answer[kind].as_array().into_iter().flatten());
    all.filter_map(|note| note["clause"].as_str())
}

#[test]
fn every_rule_is_cited_in_some_case() {
    let mut found = BTreeSet::new();
    for (_, json) in CASES {
        for case in cases(json) {
            // Terms that came along cite clauses of their own.
            if case["request"].get("terms").is_none() {
                found.extend(cited(&ask(&case["request"])).map(str::to_owned));
            }
        }
    }
    let packs = clausewise::terms();
    let worked_through = packs.iter().filter(|pack| WORKED_THROUGH.contains(&pack.id.as_str()));
    let rules = worked_through.flat_map(|pack| pack.clauses.iter().map(|clause| clause.id.to_string()));
    let missing: Vec<String> = rules.filter(|rule| !found.contains(rule)).collect();
    assert!(missing.is_empty(), "cited in no case: {}", missing.join(", "));
}
