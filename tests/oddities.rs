//! Every oddity of the documents is handled: by a note that comes up, by a worked example, by how a
//! thing is called here, or by a reason why nothing follows from it.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::indexing_slicing, clippy::panic, reason = "a test that goes wrong shall stop")]

mod common;

use common::{ask, cases, described, words};
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::LazyLock;

static WORDS: LazyLock<[(&str, Value); 2]> =
    LazyLock::new(|| ["en", "zh-Hant"].map(|language| (language, words(language))));
const PACKS: [(&str, &str); 3] = [
    ("ibm-ss", include_str!("../src/terms/ibm-ss.json")),
    ("ms-unified", include_str!("../src/terms/ms-unified.json")),
    ("ibm-ilan", include_str!("../src/terms/ibm-ilan.json")),
];

fn parsed(json: &str) -> Value {
    serde_json::from_str(json).unwrap_or_default()
}

/// What can be looked up: the worked examples by `calculator/file: name`, and what their answers note by `calculator: code`.
struct Known {
    cases: BTreeSet<String>,
    notes: BTreeSet<String>,
}

fn known() -> Known {
    let mut known = Known { cases: BTreeSet::new(), notes: BTreeSet::new() };
    for case in cases() {
        let answer = ask(&case["request"]);
        for kind in ["reasons", "assumptions", "warnings"] {
            let notes = answer[kind].as_array().into_iter().flatten();
            known.notes.extend(notes.map(|note| format!("{}: {}", text(&answer["calculator"]), text(&note["code"]))));
        }
        known.cases.insert(case.to_string());
    }
    known
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// Whether a calculator describes a code as one of its own.
fn is_described(note: &str) -> bool {
    let Some((calculator, code)) = note.split_once(": ") else { return false };
    let codes = &described(calculator)["codes"];
    ["reasons", "assumptions", "warnings"]
        .iter()
        .any(|kind| codes[kind].as_array().is_some_and(|codes| codes.iter().any(|known| known == code)))
}

/// Whether the words say a text at a place, as in `en /clauses/ILAN-19: dollars`.
fn is_said(place: &str) -> bool {
    let Some((place, said)) = place.split_once(": ") else { return false };
    let Some((language, pointer)) = place.split_once(' ') else { return false };
    let words = WORDS.iter().filter(|(name, _)| *name == language);
    words.filter_map(|(_, words)| words.pointer(pointer)).any(|found| text(found).contains(said))
}

fn is_packed(place: &str) -> bool {
    let Some((pack, said)) = place.split_once(": ") else { return false };
    PACKS.iter().any(|(id, json)| *id == pack && json.contains(said))
}

fn is_handled(known: &Known, way: &str, by: &str) -> bool {
    match way {
        "case" => known.cases.contains(by),
        "note" => is_described(by) && known.notes.contains(by),
        "words" => is_said(by),
        "pack" => is_packed(by),
        "nowhere" => WORDS.iter().all(|(_, words)| !words.to_string().contains(by)),
        _ => false,
    }
}

#[test]
fn every_oddity_is_handled_as_the_table_says() {
    let table = parsed(include_str!("oddities.json"));
    let lines = table.as_array().cloned().unwrap_or_default();
    let found: Vec<&str> = lines.iter().map(|line| text(&line["id"])).collect();
    let listed = [("A", 10), ("B", 29), ("C", 30)];
    let listed =
        listed.into_iter().flat_map(|(part, count)| (1..=count).map(move |number| format!("{part}-O{number}")));
    assert_eq!(found, listed.collect::<Vec<_>>());

    let known = known();
    let mut wrong = Vec::new();
    for line in &lines {
        let id = text(&line["id"]);
        let ways = line["handled_by"].as_object().cloned().unwrap_or_default();
        if text(&line["about"]).is_empty() || ways.is_empty() && text(&line["why"]).is_empty() {
            wrong.push(format!("{id} is handled by nothing"));
        }
        // What is nowhere to be found is no answer by itself.
        if ways.keys().all(|way| way == "nowhere") && text(&line["why"]).is_empty() {
            wrong.push(format!("{id} does not say why nothing follows"));
        }
        for (way, all) in &ways {
            for by in all.as_array().into_iter().flatten() {
                if !is_handled(&known, way, text(by)) {
                    wrong.push(format!("{id}: {way}: {by}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
