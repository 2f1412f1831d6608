//! The edge to JavaScript. Every function is the same three steps: decode, call, encode. What is decoded and encoded are
//! words and texts; `www/core/` has the other half, which knows JavaScript's values.
//!
//! No function returns a value of JavaScript's: what comes out is handed to the other half. Node 20 (V8 up to 11.3) ends the whole
//! process where code that calls such a function is thrown away while that runs.

use crate::calculators::{ONLY, PART_OF_THE_WHOLE, READS};
use crate::envelope::pieces::quote_csv_piece;
use crate::platform::incoming::Incoming;
use crate::platform::outgoing::Outgoing;
use crate::reading::priced::quote_table_piece;
use crate::request::given::{Given, LONGEST_LIST};
use crate::request::problem::Problem;
use crate::request::refusal::{Fault, Refusal};
use serde::Serialize;
use talc::wasm::{WasmDynamicTalc, new_wasm_dynamic_allocator};
use wasm_bindgen::prelude::*;

/// In place of the one that Rust brings along, which is slower and a kilobyte and a half more to download.
#[global_allocator]
static ALLOCATOR: WasmDynamicTalc = new_wasm_dynamic_allocator();

/// A build that holds no calculator.
const ONLY_READS: bool = ONLY.is_some() && READS;

#[wasm_bindgen]
extern "C" {
    /// The other half.
    pub type Edge;

    /// What was handed in.
    #[wasm_bindgen(method)]
    fn words(this: &Edge) -> Vec<u32>;

    /// The texts in it, one behind another.
    #[wasm_bindgen(method)]
    fn text(this: &Edge) -> String;

    /// The file that came with it.
    #[wasm_bindgen(method)]
    fn bytes(this: &Edge) -> Vec<u8>;

    /// Makes what is given out, of words and texts.
    #[wasm_bindgen(method)]
    fn make(this: &Edge, words: &[u32], text: &str, wide: &str);

    /// Gives out a table: by itself, or with what has been made.
    #[wasm_bindgen(method)]
    fn give(this: &Edge, csv: &[u8]);
}

/// Of a list that is handed in, so many items are looked at.
#[wasm_bindgen(js_name = longestList, skip_typescript)]
pub fn longest_list() -> usize {
    LONGEST_LIST
}

/// Answers a request.
#[wasm_bindgen(skip_typescript)]
pub fn quote(edge: &Edge) {
    if ONLY_READS {
        return encode(edge, &for_the_whole());
    }
    match options(&mut incoming(edge)).and_then(|request| crate::quote(&request)) {
        Ok(answer) => encode(edge, &answer),
        Err(refusal) => encode(edge, &refusal),
    }
}

/// Describes every calculator. What a build for one page says here stands in the script beside it.
#[wasm_bindgen(skip_typescript)]
pub fn calculators(edge: &Edge) {
    encode(edge, &if ONLY.is_some() { Vec::new() } else { crate::calculators() })
}

/// The packs that are built in; likewise.
#[wasm_bindgen(skip_typescript)]
pub fn terms(edge: &Edge) {
    let packs = if ONLY.is_some() { Vec::new() } else { crate::terms() };
    encode(edge, &packs.iter().map(|pack| &**pack).collect::<Vec<_>>())
}

/// Prices a portfolio, or a piece of one, where it is said whether that is the last.
#[wasm_bindgen(js_name = quoteCsv, skip_typescript)]
pub fn quote_csv(edge: &Edge) {
    let priced = of_file(edge, |options, is_last, bytes| match is_last {
        Some(is_last) => quote_csv_piece(options, bytes, is_last).map(|piece| {
            encode(edge, &piece);
            piece.csv
        }),
        None => crate::quote_csv(options, bytes),
    });
    match priced {
        Ok(csv) => edge.give(&csv),
        Err(refusal) => encode(edge, &refusal),
    }
}

/// Reads a table as people keep it.
#[wasm_bindgen(js_name = readTable, skip_typescript)]
pub fn read_table(edge: &Edge) {
    if ONLY.is_some() {
        return encode(edge, &for_the_whole());
    }
    let mut handed = incoming(edge);
    let is_there = is_bytes(&handed.value());
    match is_there.and_then(|()| crate::read_table(&options(&mut handed)?, &edge.bytes())) {
        Ok(table) => {
            encode(edge, &table);
            edge.give(&table.csv);
        }
        Err(refusal) => encode(edge, &refusal),
    }
}

/// Prices a table as people keep it, or a piece of one, where it is said whether that is the last.
#[wasm_bindgen(js_name = quoteTable, skip_typescript)]
pub fn quote_table(edge: &Edge) {
    let quoted = of_file(edge, |options, is_last, bytes| match is_last {
        Some(is_last) => quote_table_piece(options, bytes, is_last),
        None => crate::quote_table(options, bytes),
    });
    match quoted {
        Ok(quoted) => {
            encode(edge, &quoted);
            edge.give(&quoted.csv);
        }
        Err(refusal) => encode(edge, &refusal),
    }
}

/// Reads what a person wrote as a value.
#[wasm_bindgen(skip_typescript)]
pub fn read(edge: &Edge) {
    let mut handed = incoming(edge);
    let mut text = |field| match handed.value() {
        Given::Text(text) => Ok(text),
        other => Err(wrong_type(field, "text", "a string", &other)),
    };
    let texts = text("kind").and_then(|kind| Ok((kind, text("text")?)));
    let outcome = texts.and_then(|(kind, text)| crate::read(&kind, &text, &options(&mut handed)?));
    match outcome {
        Ok(value) => encode(edge, &Given::Object(vec![("value".to_owned(), value)])),
        Err(refusal) => encode(edge, &refusal),
    }
}

/// What the whole makes of a file: by its options and, of a piece of one, by whether that is the last.
fn of_file<T>(edge: &Edge, make: impl FnOnce(&Given, Option<bool>, &[u8]) -> Result<T, Refusal>) -> Result<T, Refusal> {
    let mut handed = incoming(edge);
    is_bytes(&handed.value())?;
    if ONLY.is_some() {
        return Err(for_the_whole());
    }
    let is_last = match handed.value() {
        Given::Flag(is_last) => Some(is_last),
        _ => None,
    };
    make(&options(&mut handed)?, is_last, &edge.bytes())
}

/// What a build for one page leaves to the whole.
fn for_the_whole() -> Refusal {
    let problem = Problem::NotApplicable { reason: PART_OF_THE_WHOLE.to_owned() };
    Refusal { errors: vec![Fault::at("", problem)] }
}

fn wrong_type(field: &str, kind: &'static str, expected: &'static str, got: &Given) -> Refusal {
    let problem = Problem::WrongType { kind, expected, got: got.kind().to_owned() };
    Refusal { errors: vec![Fault::at(field, problem)] }
}

fn is_bytes(said: &Given) -> Result<(), Refusal> {
    match said {
        Given::Flag(_) => Ok(()),
        other => Err(wrong_type("", "bytes", "a Uint8Array", other)),
    }
}

fn incoming(edge: &Edge) -> Incoming {
    Incoming::of(edge.words(), edge.text())
}

fn options(handed: &mut Incoming) -> Result<Given, Refusal> {
    handed.whole().map_err(|got| wrong_type("", "object", "an object that can be read", &got))
}

fn encode(edge: &Edge, value: &impl Serialize) {
    let Outgoing { words, text, wide } = Outgoing::of(value);
    edge.make(&words, &text, &wide);
}
