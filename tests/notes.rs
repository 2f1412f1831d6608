//! Every reason, assumption and warning that a calculator can give is held on both sides of its boundary: a case has
//! it, and the case beside that one, which asks for nearly the same, has it not.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::indexing_slicing, clippy::panic, reason = "a test that goes wrong shall stop")]

mod common;

use common::beside::are_neighbours;
use common::expected::NOTES;
use common::{ALWAYS_JSON, Case, cases, drawn, pack_of, refusals, reply};
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

/// Terms that come along may say anything; the boundaries are those of the documents.
fn by_the_documents() -> impl Iterator<Item = &'static Case> {
    cases().filter(|case| case["request"].get("terms").is_none())
}

/// Each case that stands beside another of its file, with that other.
fn pairs() -> impl Iterator<Item = (&'static Case, &'static Case)> {
    by_the_documents().filter(|case| case.get("beside").is_some()).map(|case| {
        let mut others = by_the_documents().filter(|other| other.file == case.file);
        let other = others.find(|other| other["name"] == case["beside"]);
        (case, other.unwrap_or_else(|| panic!("{case} stands beside no case of the file")))
    })
}

#[test]
fn every_declared_note_is_in_a_case_and_not_in_the_one_beside_it() {
    let (declared, always) = (declared(), always());
    let given: BTreeSet<Code> = by_the_documents().flat_map(|case| placed(case)).map(|(code, _)| code).collect();
    let unknown: Vec<_> = given.union(&always).filter(|code| !declared.contains(code)).collect();
    assert!(unknown.is_empty(), "no calculator declares: {unknown:#?}");
    let never: Vec<_> = declared.difference(&given).collect();
    assert!(never.is_empty(), "no case has: {never:#?}");

    let mut bounded = BTreeSet::new();
    for (one, other) in pairs() {
        let (one, other) = (placed(one), placed(other));
        bounded.extend(one.symmetric_difference(&other).map(|(code, _)| code.clone()));
    }
    let open: Vec<_> = declared.difference(&always).filter(|code| !bounded.contains(code)).collect();
    assert!(open.is_empty(), "no case beside one that has it is without: {open:#?}");
}

#[test]
fn what_stands_in_every_answer_stands_in_every_case() {
    let always = always();
    for case in by_the_documents() {
        let calculator = word(&case["request"]["calculator"]);
        let placed = placed(case);
        let whole = |code: &&Code| placed.contains(&((*code).clone(), "null null".to_owned()));
        let lacking: Vec<_> = always.iter().filter(|code| code.0 == calculator && !whole(code)).collect();
        assert!(lacking.is_empty(), "{case} is without {lacking:?}");
    }
}

proptest! {
    #[test]
    fn what_stands_in_every_answer_stands_in_any(request in drawn::proper()) {
        let answer = reply(&request);
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
        .filter(|(one, other)| !are_neighbours(&one["request"], &other["request"]))
        .map(|(one, other)| format!("{one} and {}", other["name"]))
        .collect();
    assert!(apart.is_empty(), "more than a step apart:\n{}", apart.join("\n"));
}

#[test]
fn a_name_means_one_case_of_its_file() {
    let mut names = BTreeSet::new();
    for case in cases().chain(refusals()) {
        assert!(names.insert(case.to_string()), "{case} twice");
    }
}
