//! What the wasm tests do, in Node and in a browser alike.
//!
//! The test crate cannot read JSON with the core's own parser here (browsers have theirs), so the
//! requests become [`Given`] by hand.

use crate::common::expected::unexpected;
use crate::common::{cases, clauses, described, drawn, faults, holds, json_of, refusals, reply, text};
use clausewise::Given;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::Value;

fn given(json: &Value) -> Given {
    match json {
        Value::Null => Given::Null,
        Value::Bool(flag) => Given::Flag(*flag),
        Value::Number(number) => Given::number(number.as_f64().unwrap_or(f64::NAN)),
        Value::String(text) => Given::Text(text.clone()),
        Value::Array(items) => Given::List(items.iter().take(1_001).map(given).collect(), items.len()),
        Value::Object(members) => {
            Given::Object(members.iter().map(|(name, value)| (name.clone(), given(value))).collect())
        }
    }
}

pub fn every_case_is_answered() {
    for case in cases() {
        let wrong = unexpected(&case["expect"], &reply(&given(&case["request"])));
        assert!(wrong.is_empty(), "{case}: {}", wrong.join("\n"));
    }
}

pub fn every_refusal_names_its_faults() {
    for case in refusals() {
        assert_eq!(faults(&reply(&given(&case["request"]))), faults(case), "{case}");
    }
}

pub fn generated_requests_hold() {
    let clauses = clauses();
    // The same requests every time: there is no randomness to be had from the machine here.
    let rng = || TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let config = || Config { cases: 300, failure_persistence: None, ..Config::default() };
    let proper = TestRunner::new_with_rng(config(), rng()).run(&drawn::proper(), |request| {
        let (request, answer) = (json_of(&request), reply(&request));
        prop_assert!(answer.get("errors").is_none(), "{request}\n{answer}");
        let broken = holds::broken(&request, &answer, described(text(&request["calculator"])), &clauses);
        prop_assert!(broken.is_empty(), "{}\n{request}\n{answer}", broken.join("\n"));
        Ok(())
    });
    assert_eq!(proper, Ok(()));
    let spoilt = TestRunner::new_with_rng(config(), rng()).run(&drawn::spoilt(), |request| {
        let reply = reply(&request);
        prop_assert!(reply["errors"].is_array() || reply["figures"].is_object());
        Ok(())
    });
    assert_eq!(spoilt, Ok(()));
}
