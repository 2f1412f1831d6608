//! What the browser has built in.

mod text_decoder;

pub use text_decoder::decoded;

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// A number as JavaScript writes it.
    #[wasm_bindgen(js_name = String)]
    pub fn written(number: f64) -> String;
}
