//! The catalogue of services against a table of its own, read off the document top to bottom: the
//! names as printed, the table that each stands in, and the mark beside it.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::indexing_slicing, clippy::panic, reason = "a test that goes wrong shall stop")]

mod common;

use common::{ask, described, words};
use serde_json::{Value, json};

fn transcribed() -> Vec<Value> {
    serde_json::from_str(include_str!("transcribed/services.json")).unwrap_or_default()
}

/// What stands in a list, by names that differ from place to place.
fn listed(items: &Value, names: [&str; 4]) -> Vec<Value> {
    let items = items.as_array().cloned().unwrap_or_default();
    items.iter().map(|item| json!(names.map(|name| item[name].clone()))).collect()
}

#[test]
fn the_pack_lists_the_services_of_the_document() {
    let packs = clausewise::terms();
    let pack = packs.iter().find(|pack| pack.id == "ms-unified");
    let pack = pack.and_then(|pack| serde_json::to_value(&**pack).ok()).unwrap_or_default();
    let found = listed(&pack["services"], ["key", "table", "mark", "group"]);
    let expected = transcribed().into_iter().map(|row| {
        // One has no mark of its own beside it, and is read as orderable.
        let mark = if row["mark"] == "" { json!("+") } else { row["mark"].clone() };
        json!([row["key"], row["table"], mark, row["group"]])
    });
    assert_eq!(found, expected.collect::<Vec<_>>());
}

#[test]
fn the_answer_lists_them_too_in_the_same_order() {
    let answer = ask(&described("addon")["example"]);
    let found = listed(&answer["lines"], ["service", "table", "mark", "group"]);
    let expected = transcribed().into_iter().map(|row| {
        let mark = match row["mark"].as_str() {
            Some("✓") => "included",
            Some("+1") => "orderable_up_to_a_limit",
            _ => "orderable",
        };
        json!([row["key"], row["table"], mark, row["group"]])
    });
    assert_eq!(found, expected.collect::<Vec<_>>());
    assert_eq!(found.len(), 40);
}

#[test]
fn every_service_is_called_in_chinese_as_the_document_prints_it() {
    let words = words("zh-Hant");
    let plain = |text: &str| text.replace(['(', '（'], "(").replace([')', '）'], ")").replace(' ', "");
    for row in transcribed() {
        let key = row["key"].as_str().unwrap_or_default();
        let shown = plain(words["choices"][format!("service.{key}")].as_str().unwrap_or_default());
        let printed = plain(row["printed"].as_str().unwrap_or_default());
        assert!(shown.starts_with(&printed), "{key} is shown as {shown}, but printed as {printed}");
    }
}

#[test]
fn flex_and_the_catalogue_agree_on_what_flex_buys() {
    let answer = ask(&described("addon")["example"]);
    for line in answer["lines"].as_array().into_iter().flatten() {
        let years =
            json!([{ "allowance": "100.00", "allocations": [{ "service": line["service"], "amount": "1.00" }] }]);
        let flex = ask(&json!({ "calculator": "flex", "as_of": "2026-11-21", "currency": "USD",
            "input": { "signed_on": "2026-12-01", "years": years } }));
        assert_eq!(flex["lines"][0]["allocations"][0]["verdict"], line["payable_with_flex"], "{}", line["service"]);
    }
}
