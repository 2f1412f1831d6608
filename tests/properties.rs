//! What holds of every request that anybody could make.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::indexing_slicing, clippy::panic, reason = "a test that goes wrong shall stop")]

mod common;

use arbitrary::Unstructured;
use clausewise::Given;
use clausewise_proof::described::{Calculator, calculators};
use clausewise_proof::requests;
use common::{ask, clauses, described, drawn, holds, json_of, list, reply, text, trace};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::json;

#[test]
fn what_holds_of_one_calculator_is_looked_at_whichever_folder_says_it() {
    let tests = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let says = |calculator: &&Calculator| tests.join(&calculator.name).join("holds.rs").is_file();
    let mut saying: Vec<&str> = calculators().iter().filter(says).map(|calculator| calculator.name.as_str()).collect();
    saying.sort_unstable();
    let looked_at: Vec<&str> = holds::OWN.iter().map(|(name, _)| *name).collect();
    assert_eq!(looked_at, saying, "the table is in tests/every/holds.rs");
}

/// How many of a hundred requests are answered, at least.
const ANSWERED_OF_HUNDRED: usize = 80;

#[test]
fn most_requests_that_are_made_up_are_answered() {
    let mut runner = TestRunner::deterministic();
    for calculator in calculators() {
        let mut is_answered = || {
            let bytes = drawn::bytes().new_tree(&mut runner).map(|tree| tree.current()).unwrap_or_default();
            let request = requests::of(&mut Unstructured::new(&bytes), calculator, false);
            request.is_ok_and(|request| clausewise::quote(&request).is_ok())
        };
        let answered = (0..100).filter(|_| is_answered()).count();
        assert!(answered >= ANSWERED_OF_HUNDRED, "only {answered} of a hundred requests of {}", calculator.name);
    }
}

/// Those of whose lines each is answered for itself.
fn line_by_line() -> impl Strategy<Value = Given> {
    let all = serde_json::to_value(clausewise::calculators()).unwrap_or_default();
    let is_line_by_line = |calculator: &&Calculator| {
        list(&all).iter().any(|each| each["calculator"] == calculator.name && each["portfolio"] == true)
    };
    let strategies: Vec<_> =
        calculators().iter().filter(is_line_by_line).map(drawn::proper_of).map(Strategy::boxed).collect();
    proptest::strategy::Union::new(strategies)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_proper_request_is_answered_and_all_of_it_holds(request in drawn::proper()) {
        let (request, answer) = (json_of(&request), reply(&request));
        prop_assert!(answer.get("errors").is_none(), "{request}\n{answer}");
        let calculator = text(&request["calculator"]);
        let broken = holds::broken(&request, &answer, described(calculator), &clauses());
        prop_assert!(broken.is_empty(), "{}\n{request}\n{answer}", broken.join("\n"));
        let gaps = trace::gaps(&request, &answer, described(calculator));
        prop_assert!(gaps.is_empty(), "{}\n{request}\n{answer}", gaps.join("\n"));
    }

    #[test]
    fn steps_are_only_left_out(request in drawn::proper()) {
        let mut request = json_of(&request);
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
    fn turning_the_lines_around_turns_the_answer_around(request in line_by_line()) {
        let request = json_of(&request);
        let mut turned = request.clone();
        let mut lines = list(&request["input"]["lines"]).to_vec();
        lines.reverse();
        turned["input"]["lines"] = json!(lines);
        let (straight, turned) = (ask(&request), ask(&turned));
        let mut lines = list(&straight["lines"]).to_vec();
        lines.reverse();
        prop_assert_eq!(&turned["lines"], &json!(lines));
        for whole in ["figures", "dates", "verdict"] {
            prop_assert_eq!(&turned[whole], &straight[whole]);
        }
    }

    #[test]
    fn whatever_is_handed_in_is_answered_or_refused(request in drawn::anything()) {
        let reply = reply(&request);
        prop_assert!(reply["errors"].is_array() || reply["figures"].is_object());
    }

    #[test]
    fn a_spoilt_request_is_answered_or_refused_field_by_field(request in drawn::spoilt()) {
        let reply = reply(&request);
        let fields: Vec<&str> = list(&reply["errors"]).iter().map(|fault| text(&fault["field"])).collect();
        let mut once = fields.clone();
        once.sort_unstable();
        once.dedup();
        prop_assert_eq!(once.len(), fields.len(), "a field has two faults: {}", reply);
        prop_assert!(!fields.is_empty() || reply["figures"].is_object());
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
