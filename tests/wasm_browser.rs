//! The same cases and the same looks at every answer, in the WebAssembly build in a browser.

#![allow(clippy::indexing_slicing, clippy::panic, reason = "a test that goes wrong shall stop")]
#![cfg(target_arch = "wasm32")]

#[path = "common/mod.rs"]
mod common;
#[path = "wasm_shared/mod.rs"]
mod wasm_shared;

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn every_case_is_answered_as_worked_out_by_hand() {
    wasm_shared::every_case_is_answered();
}

#[wasm_bindgen_test]
fn every_refusal_names_exactly_its_faults() {
    wasm_shared::every_refusal_names_its_faults();
}

#[wasm_bindgen_test]
fn generated_requests_hold_and_none_panics() {
    wasm_shared::generated_requests_hold();
}
