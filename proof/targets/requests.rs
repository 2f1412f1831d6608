//! Requests made up from the description, half of them with something wrong in them.
#![no_main]

use arbitrary::Unstructured;
use clausewise_proof::{promises, requests};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut u = Unstructured::new(bytes);
    let is_spoilt = u.arbitrary().unwrap_or_default();
    if let Ok(request) = requests::request(&mut u, is_spoilt) {
        let reply = promises::answered(&request);
        assert!(
            is_spoilt || reply["errors"].is_null() || only_too_much(&reply),
            "a proper request was refused: {reply}"
        );
    }
});

/// What a description cannot say: amounts that do not fit together.
fn only_too_much(reply: &serde_json::Value) -> bool {
    let faults = reply["errors"].as_array();
    faults.is_some_and(|faults| faults.iter().all(|fault| fault["code"] == "overflow"))
}
