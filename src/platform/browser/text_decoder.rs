//! Bytes as text, by the browser's own tables.

use js_sys::{Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type TextDecoder;

    #[wasm_bindgen(constructor, catch)]
    fn new(encoding: &str, options: &Object) -> Result<TextDecoder, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn decode(this: &TextDecoder, bytes: &Uint8Array) -> Result<String, JsValue>;
}

/// The text that the bytes are in an encoding; none where they are none in it. A mark of the byte order stays.
pub fn decoded(bytes: &[u8], encoding: &str) -> Option<String> {
    let options = Object::new();
    for name in ["fatal", "ignoreBOM"] {
        Reflect::set(&options, &name.into(), &JsValue::TRUE).ok()?;
    }
    TextDecoder::new(encoding, &options).ok()?.decode(&Uint8Array::from(bytes)).ok()
}
