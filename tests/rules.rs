//! Every rule of the documents is in a pack, restated in both languages, answered by, and held by a case.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::indexing_slicing, clippy::panic, reason = "a test that goes wrong shall stop")]

mod common;

use common::{Case, ask, cases, words};
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::LazyLock;

type Ids = BTreeSet<String>;

/// The rules as they were numbered when the documents were read.
fn rules() -> Ids {
    ids(&parsed(include_str!("rule_ids.json")))
}

fn parsed(json: &str) -> Value {
    serde_json::from_str(json).unwrap_or_default()
}

fn ids(list: &Value) -> Ids {
    list.as_array().into_iter().flatten().filter_map(|id| id.as_str().map(str::to_owned)).collect()
}

/// The clauses of every pack, as `terms()` gives them out.
fn clauses() -> Vec<(String, Value)> {
    let packs = clausewise::terms();
    let given_out = packs.iter().map(|pack| serde_json::to_value(&**pack).unwrap_or_default());
    let clauses = given_out.flat_map(|pack| pack["clauses"].as_object().cloned().unwrap_or_default());
    clauses.collect()
}

fn restated(language: &str) -> Ids {
    words(language)["clauses"].as_object().into_iter().flatten().map(|(id, _)| id.clone()).collect()
}

fn described() -> Ids {
    let all = serde_json::to_value(clausewise::calculators()).unwrap_or_default();
    all.as_array().into_iter().flatten().flat_map(|calculator| ids(&calculator["rules"])).collect()
}

fn cited(answer: &Value) -> Ids {
    let notes = ["steps", "reasons", "assumptions", "warnings"];
    let all = notes.into_iter().flat_map(|kind| answer[kind].as_array().into_iter().flatten());
    let by_notes = all.filter_map(|note| note["clause"].as_str());
    // What a line only sets side by side, it cites in a column of its own.
    let by_lines = answer["lines"].as_array().into_iter().flatten().filter_map(|line| line["rule"].as_str());
    by_notes.chain(by_lines).map(str::to_owned).collect()
}

/// A worked example and what is said to it.
struct Asked {
    case: &'static Case,
    answer: Value,
}

impl Asked {
    /// Terms that come along cite clauses of their own.
    fn has_own_terms(&self) -> bool {
        self.case["request"].get("terms").is_some()
    }
}

static ASKED: LazyLock<Vec<Asked>> =
    LazyLock::new(|| cases().map(|case| Asked { answer: ask(&case["request"]), case }).collect());

#[test]
fn every_rule_is_everywhere_and_nothing_else_is() {
    let rules = rules();
    let (mut cited_by_cases, mut under_cases) = (Ids::new(), Ids::new());
    for asked in ASKED.iter().filter(|asked| !asked.has_own_terms()) {
        cited_by_cases.extend(cited(&asked.answer));
        under_cases.extend(ids(&asked.case["rules"]));
    }
    let places = [
        ("in the packs", clauses().into_iter().map(|(id, _)| id).collect()),
        ("restated in English", restated("en")),
        ("restated in Chinese", restated("zh-Hant")),
        ("cited in the answer of a case", cited_by_cases),
        ("under the rules of a case", under_cases),
        ("under the rules of a calculator", described()),
    ];
    let wrong = places.iter().flat_map(|(place, found)| {
        let missing = rules.difference(found).map(move |id| format!("not {place}: {id}"));
        missing.chain(found.difference(&rules).map(move |id| format!("{place}, but not in tests/rule_ids.json: {id}")))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_case_names_only_rules_that_its_answer_cites() {
    let wrong = ASKED.iter().filter_map(|Asked { case, answer }| {
        let named = ids(&case["rules"]);
        let cited = cited(answer);
        let beyond: Vec<_> = named.difference(&cited).collect();
        let is_fine = beyond.is_empty() && !named.is_empty();
        (!is_fine).then(|| format!("{case} names {beyond:?}"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_each_calculator_cites_is_among_its_rules() {
    let all = serde_json::to_value(clausewise::calculators()).unwrap_or_default();
    let mut wrong = BTreeSet::new();
    for asked in ASKED.iter().filter(|asked| !asked.has_own_terms()) {
        let calculator = &asked.answer["calculator"];
        let own = all.as_array().into_iter().flatten().filter(|each| each["calculator"] == *calculator);
        let own: Ids = own.flat_map(|each| ids(&each["rules"])).collect();
        wrong.extend(cited(&asked.answer).difference(&own).map(|id| format!("{calculator} cites {id}")));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_clause_has_a_kind() {
    let kinds = ["calculation", "eligibility", "lookup", "notice"];
    let without = clauses().into_iter().filter(|(_, clause)| !kinds.iter().any(|kind| clause["kind"] == *kind));
    let without: Vec<String> = without.map(|(id, _)| id).collect();
    assert!(without.is_empty(), "of no kind: {}", without.join(", "));
}
