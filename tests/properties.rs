//! What holds of every request that anybody could make.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::indexing_slicing, clippy::panic, reason = "a test that goes wrong shall stop")]

mod common;

use common::{ask, clauses, described, holds, requests};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn list(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}

#[test]
fn any_request_is_of_any_calculator() {
    let described = serde_json::to_value(clausewise::calculators()).unwrap_or_default();
    let mut waiting: BTreeSet<String> = list(&described).iter().map(name_of).collect();
    let mut runner = TestRunner::deterministic();
    for _ in 0..2_000 {
        let Ok(tree) = requests::any_request().new_tree(&mut runner) else { continue };
        waiting.remove(&name_of(&tree.current()));
    }
    assert!(waiting.is_empty(), "any_request (tests/common/requests.rs) never asks {waiting:?}");
}

fn name_of(calculator: &Value) -> String {
    calculator["calculator"].as_str().unwrap_or_default().to_owned()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_proper_request_is_answered_and_all_of_it_holds(request in requests::any_request()) {
        let answer = ask(&request);
        prop_assert!(answer.get("errors").is_none(), "{answer}");
        let calculator = request["calculator"].as_str().unwrap_or_default();
        let broken = holds::broken(&answer, &described(calculator), &clauses());
        prop_assert!(broken.is_empty(), "{}\n{answer}", broken.join("\n"));
    }

    #[test]
    fn steps_are_only_left_out(mut request in requests::any_request()) {
        let mut with = ask(&request);
        request["steps"] = json!(false);
        let without = ask(&request);
        prop_assert!(with["steps"].is_array() && without.get("steps").is_none());
        if let Some(answer) = with.as_object_mut() {
            answer.remove("steps");
        }
        prop_assert_eq!(with, without);
    }

    #[test]
    fn turning_the_lines_around_turns_the_answer_around(request in prop_oneof![requests::renewal(), requests::reinstatement(), requests::cancellation(), requests::swap()]) {
        let mut turned = request.clone();
        let mut lines = list(&request["input"]["lines"]);
        lines.reverse();
        turned["input"]["lines"] = json!(lines);
        let (straight, turned) = (ask(&request), ask(&turned));
        let mut lines = list(&straight["lines"]);
        lines.reverse();
        prop_assert_eq!(&turned["lines"], &json!(lines));
        for whole in ["figures", "dates", "verdict"] {
            prop_assert_eq!(&turned[whole], &straight[whole]);
        }
    }

    #[test]
    fn a_renewal_never_costs_more_than_a_year_of_it(request in requests::renewal()) {
        let units = |value: &Value| value.as_str().unwrap_or_default().replace('.', "").parse::<i128>().unwrap_or_default();
        let answer = ask(&request);
        for (asked, line) in list(&request["input"]["lines"]).iter().zip(list(&answer["lines"])) {
            let year = units(&asked["annual_price"]) * i128::from(asked["quantity"].as_i64().unwrap_or_default());
            prop_assert!(units(&line["amount"]) <= year);
        }
    }

    #[test]
    fn whatever_is_handed_in_is_answered_or_refused(request in requests::anything()) {
        let reply = ask(&request);
        prop_assert!(reply["errors"].is_array() || reply["figures"].is_object());
    }

    #[test]
    fn a_spoilt_request_is_answered_or_refused_field_by_field(request in requests::spoilt_request()) {
        let reply = ask(&request);
        let faults: Vec<_> = list(&reply["errors"]).iter().map(|fault| fault["field"].to_string()).collect();
        let mut once = faults.clone();
        once.sort();
        once.dedup();
        prop_assert_eq!(once.len(), faults.len(), "a field has two faults: {}", reply);
        prop_assert!(!faults.is_empty() || reply["figures"].is_object());
    }
}

#[test]
fn a_thousand_of_the_largest_lines_fit() {
    let most = "999999999999.99";
    let line = |price: &str| json!({ "quantity": 1_000_000, price: most, "covered_until": "2026-04-30" });
    let lines = vec![line("annual_price"); 1000];
    let input = json!({ "programme": "PA", "anniversary": "2026-05-01", "tax_percent": "99.9999", "lines": lines });
    let answer = ask(&json!({ "calculator": "renewal", "as_of": "2026-04-30", "currency": "USD", "input": input }));
    // 999,999,999,999.99 × 1,000,000 × 1,000; the tax on it by hand is short of it by a millionth.
    assert_eq!(answer["figures"]["net"], "999999999999990000000.00");
    assert_eq!(answer["figures"]["tax"], "999998999999990000010.00");
    assert_eq!(answer["figures"]["gross"], "1999998999999980000010.00");

    let mut line = line("new_licence_price");
    line["family"] = json!("lotus");
    line["covered_until"] = json!("1990-01-01");
    let input = json!({ "rate_percent": "100", "lines": vec![line; 1000] });
    let answer =
        ask(&json!({ "calculator": "reinstatement", "as_of": "2100-12-31", "currency": "USD", "input": input }));
    assert_eq!(answer["figures"]["reinstatement"], "999999999999990000000.00");
}

#[test]
fn a_line_too_many_is_refused_by_its_number() {
    let line = json!({ "fee": "1.00", "starts_on": "2026-12-31" });
    let request = |count: usize| json!({ "calculator": "cancellation", "as_of": "2026-11-21", "currency": "USD", "input": { "lines": vec![line.clone(); count] } });
    assert_eq!(ask(&request(1000))["figures"]["fee"], "1000.00");
    let refusal = ask(&request(1001));
    assert_eq!(common::faults(&refusal), [("too_many_lines".to_owned(), "input.lines".to_owned())]);
    assert_eq!(refusal["errors"][0]["values"], json!({ "got": 1001, "max": 1000 }));
    assert_eq!(ask(&request(250_000))["errors"][0]["values"]["got"], 250_000);
}
