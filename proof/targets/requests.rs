//! Requests made up from the description, half of them with something wrong in them.
#![no_main]

use arbitrary::Unstructured;
use clausewise_proof::{promises, requests};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

fuzz_target!(|bytes: &[u8]| {
    let mut u = Unstructured::new(bytes);
    let is_spoilt = u.arbitrary().unwrap_or_default();
    if let Ok(request) = requests::request(&mut u, is_spoilt) {
        let reply = promises::answered(&request);
        assert!(
            is_spoilt || reply["errors"].is_null() || beyond_description(&reply),
            "a proper request was refused: {reply}"
        );
    }
});

/// What a description of single fields cannot say: amounts whose product does not fit, days in the wrong order, a place
/// that is named twice, or is none of those named before.
fn beyond_description(reply: &Value) -> bool {
    const BETWEEN_FIELDS: &[&str] = &[
        "overflow",
        "out_of_range",
        "repeated",
        "not_applicable",
        "missing",
        "not_paired",
        "not_a_version",
        "unknown_choice",
    ];
    let faults = reply["errors"].as_array();
    faults.is_some_and(|faults| {
        faults.iter().all(|fault| fault["code"].as_str().is_some_and(|code| BETWEEN_FIELDS.contains(&code)))
    })
}
