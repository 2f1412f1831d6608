//! The edge to JavaScript. Nothing is returned: what comes out is handed over, as the core does it (its `src/wasm.rs` says why).

use crate::{Bounds, Sheet, Unreadable};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Who asks.
    pub type Edge;

    /// The file.
    #[wasm_bindgen(method)]
    fn bytes(this: &Edge) -> Vec<u8>;

    /// How many bytes there may be in it, unpacked.
    #[wasm_bindgen(method)]
    fn unpacked(this: &Edge) -> u32;

    /// How many cells there may be.
    #[wasm_bindgen(method)]
    fn cells(this: &Edge) -> u32;

    /// Takes a sheet.
    #[wasm_bindgen(method)]
    fn give(this: &Edge, name: &str, is_hidden: bool, csv: &[u8], rows: u32, unknown: u32, first_unknown: &str);

    /// Hears why there is none.
    #[wasm_bindgen(method)]
    fn refuse(this: &Edge, code: &str, why: &str);
}

/// Reads the workbook.
#[wasm_bindgen(skip_typescript)]
pub fn read(edge: &Edge) {
    let cells = usize::try_from(edge.cells()).unwrap_or(usize::MAX);
    match crate::sheets(&edge.bytes(), &Bounds { unpacked: edge.unpacked().into(), cells }) {
        Ok(sheets) => sheets.into_iter().for_each(|sheet| give(edge, &sheet)),
        Err(why) => edge.refuse(code(&why), &why.to_string()),
    }
}

fn give(edge: &Edge, Sheet { name, is_hidden, csv, rows, unknown, first_unknown }: &Sheet) {
    let count = |count: &usize| u32::try_from(*count).unwrap_or(u32::MAX);
    let first_unknown = first_unknown.as_deref().unwrap_or_default();
    edge.give(name, *is_hidden, csv.as_bytes(), count(rows), count(unknown), first_unknown);
}

fn code(why: &Unreadable) -> &'static str {
    match why {
        Unreadable::NotAWorkbook => "not_a_workbook",
        Unreadable::Password => "password",
        Unreadable::TooMuch => "too_much",
        Unreadable::Damaged(_) => "damaged",
    }
}
