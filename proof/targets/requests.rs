//! Requests made up from the description, half of them with something wrong in them.
#![no_main]

use arbitrary::Unstructured;
use clausewise::Given;
use clausewise_proof::{described, mend, promises, requests};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut u = Unstructured::new(bytes);
    let is_spoilt = u.arbitrary().unwrap_or_default();
    if let Ok(request) = requests::request(&mut u, is_spoilt) {
        let reply = promises::answered(&request);
        let calculator = request.get("calculator").and_then(Given::text).and_then(described::calculator);
        let may_be_refused = calculator.is_some_and(|calculator| mend::is_of_contradictions(calculator, &reply));
        assert!(is_spoilt || reply["errors"].is_null() || may_be_refused, "a proper request was refused: {reply}");
    }
});
