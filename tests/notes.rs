//! Every reason, assumption and warning that a calculator can give is held on both sides of its boundary: a case has
//! it, and the case beside that one, which asks for nearly the same, has it not.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::indexing_slicing, clippy::panic, reason = "a test that goes wrong shall stop")]

mod common;

use common::beside::are_neighbours;
use common::expected::NOTES;
use common::{ALWAYS_JSON, CASES, ask, cases, pack_of, requests};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeSet;

/// Calculator, list and code.
type Code = (String, &'static str, String);

fn word(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn codes_of(calculator: &str, by_list: &Value) -> Vec<Code> {
    let of = |list| {
        let codes = by_list[list].as_array().cloned().unwrap_or_default();
        codes.iter().map(|code| (calculator.to_owned(), list, word(code))).collect::<Vec<_>>()
    };
    NOTES.into_iter().flat_map(of).collect()
}

/// What the calculators say that they can give.
fn declared() -> BTreeSet<Code> {
    let all = serde_json::to_value(clausewise::calculators()).unwrap_or_default();
    let all = all.as_array().cloned().unwrap_or_default();
    all.iter().flat_map(|each| codes_of(&word(&each["calculator"]), &each["codes"])).collect()
}

/// What stands in every answer of a calculator, or by a document, and so has no other side.
fn always() -> BTreeSet<Code> {
    let always: Value = serde_json::from_str(ALWAYS_JSON).unwrap_or_default();
    let said = |of: &str| codes_of(of, &always[of]);
    let all = serde_json::to_value(clausewise::calculators()).unwrap_or_default();
    let all: Vec<_> = all.as_array().into_iter().flatten().map(|each| word(&each["calculator"])).collect();
    let with_documents = all.into_iter().flat_map(|calculator| {
        let of_document =
            said(&pack_of(&calculator)).into_iter().map(|(_, list, code)| (calculator.clone(), list, code));
        [said(&calculator), of_document.collect()].concat()
    });
    with_documents.collect()
}

/// The notes that a case expects, each with its place and without what else it says.
fn placed(case: &Value) -> BTreeSet<(Code, String)> {
    let calculator = word(&case["request"]["calculator"]);
    let of = |list| {
        let notes = case["expect"][list].as_array().cloned().unwrap_or_default();
        let calculator = calculator.clone();
        notes.into_iter().map(move |note| {
            let place = format!("{} {}", note["line"], note["allocation"]);
            ((calculator.clone(), list, word(&note["code"])), place)
        })
    };
    NOTES.into_iter().flat_map(of).collect()
}

fn of_file(json: &str) -> Vec<Value> {
    // Terms that come along may say anything; the boundaries are those of the documents.
    cases(json).into_iter().filter(|case| case["request"].get("terms").is_none()).collect()
}

/// Each case that stands beside another of its file, with that other.
fn pairs() -> Vec<(&'static str, Value, Value)> {
    let mut pairs = Vec::new();
    for (file, json) in CASES {
        let all = of_file(json);
        for case in all.iter().filter(|case| case.get("beside").is_some()) {
            let other = all.iter().find(|other| other["name"] == case["beside"]);
            let other = other.unwrap_or_else(|| panic!("{file}: {} stands beside no case of the file", case["name"]));
            pairs.push((*file, case.clone(), other.clone()));
        }
    }
    pairs
}

#[test]
fn every_declared_note_is_in_a_case_and_not_in_the_one_beside_it() {
    let (declared, always) = (declared(), always());
    let all = CASES.iter().flat_map(|(_, json)| of_file(json));
    let given: BTreeSet<Code> = all.flat_map(|case| placed(&case)).map(|(code, _)| code).collect();
    let unknown: Vec<_> = given.union(&always).filter(|code| !declared.contains(code)).collect();
    assert!(unknown.is_empty(), "no calculator declares: {unknown:#?}");
    let never: Vec<_> = declared.difference(&given).collect();
    assert!(never.is_empty(), "no case has: {never:#?}");

    let mut bounded = BTreeSet::new();
    for (_, one, other) in pairs() {
        let (one, other) = (placed(&one), placed(&other));
        bounded.extend(one.symmetric_difference(&other).map(|(code, _)| code.clone()));
    }
    let open: Vec<_> = declared.difference(&always).filter(|code| !bounded.contains(code)).collect();
    assert!(open.is_empty(), "no case beside one that has it is without: {open:#?}");
}

#[test]
fn what_stands_in_every_answer_stands_in_every_case() {
    let always = always();
    for (file, json) in CASES {
        for case in of_file(json) {
            let calculator = word(&case["request"]["calculator"]);
            let placed = placed(&case);
            let whole = |code: &&Code| placed.contains(&((*code).clone(), "null null".to_owned()));
            let lacking: Vec<_> = always.iter().filter(|code| code.0 == calculator && !whole(code)).collect();
            assert!(lacking.is_empty(), "{file}: {} is without {lacking:?}", case["name"]);
        }
    }
}

proptest! {
    #[test]
    fn what_stands_in_every_answer_stands_in_any(request in requests::any_request()) {
        let answer = ask(&request);
        for (calculator, list, code) in always() {
            let has = |note: &Value| note["code"] == code.as_str() && note.get("line").is_none();
            let is_there = answer[list].as_array().is_some_and(|notes| notes.iter().any(has));
            prop_assert!(answer["calculator"] != calculator.as_str() || is_there, "{answer} is without {code}");
        }
    }
}

#[test]
fn cases_beside_each_other_ask_for_nearly_the_same() {
    let apart: Vec<String> = pairs()
        .into_iter()
        .filter(|(_, one, other)| !are_neighbours(&one["request"], &other["request"]))
        .map(|(file, one, other)| format!("{file}: {} and {}", one["name"], other["name"]))
        .collect();
    assert!(apart.is_empty(), "more than a step apart:\n{}", apart.join("\n"));
}

#[test]
fn a_name_means_one_case_of_its_file() {
    for (file, json) in CASES {
        let mut names = BTreeSet::new();
        for case in cases(json) {
            assert!(names.insert(word(&case["name"])), "{file}: {} twice", case["name"]);
        }
    }
}
