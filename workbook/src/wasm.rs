//! The edge to JavaScript. Nothing is returned: what comes out is handed over, as the core does it (its `src/wasm.rs` says why).

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Who asks.
    pub type Edge;

    /// What the workbook is to hold.
    #[wasm_bindgen(method)]
    fn description(this: &Edge) -> String;

    /// Takes the file.
    #[wasm_bindgen(method)]
    fn give(this: &Edge, bytes: &[u8]);

    /// Hears why there is none.
    #[wasm_bindgen(method)]
    fn refuse(this: &Edge, why: &str);
}

/// Writes the workbook.
#[wasm_bindgen(skip_typescript)]
pub fn write(edge: &Edge) {
    match crate::workbook(&edge.description()) {
        Ok(bytes) => edge.give(&bytes),
        Err(fault) => edge.refuse(&fault.to_string()),
    }
}
