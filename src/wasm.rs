//! The only file that knows wasm-bindgen: decode, call, encode.
//!
//! Whatever a JavaScript value may be (a cycle, a getter that throws, a proxy, a list of four
//! thousand million holes), reading it ends, and ends in a [`Given`].

mod text_decoder;

pub(crate) use text_decoder::decoded;

use crate::calculators::{ONLY, READS};
use crate::given::{Given, LONGEST_LIST};
use crate::refusal::{Fault, Problem, Refusal};
use crate::writing::{self, Letters};
use js_sys::{Array, ArrayBuffer, JSON, JsString, Reflect};
use serde::Serialize;
use talc::wasm::{WasmDynamicTalc, new_wasm_dynamic_allocator};
use wasm_bindgen::prelude::*;

/// In place of the one that Rust brings along, which is slower and a kilobyte and a half more to download.
#[global_allocator]
static ALLOCATOR: WasmDynamicTalc = new_wasm_dynamic_allocator();

/// A build that holds no calculator.
const ONLY_READS: bool = ONLY.is_some() && READS;

/// Answers a request.
#[wasm_bindgen(skip_typescript)]
pub fn quote(request: JsValue) -> JsValue {
    if ONLY_READS {
        return encode(&for_the_whole());
    }
    match decode(&request).and_then(|request| crate::quote(&request)) {
        Ok(answer) => encode(&answer),
        Err(refusal) => encode(&refusal),
    }
}

/// Describes every calculator.
#[wasm_bindgen(skip_typescript)]
pub fn calculators() -> JsValue {
    if ONLY_READS { Array::new().into() } else { encode(&crate::calculators()) }
}

/// The packs that are built in.
#[wasm_bindgen(skip_typescript)]
pub fn terms() -> JsValue {
    if ONLY_READS {
        return Array::new().into();
    }
    let packs = crate::terms();
    encode(&packs.iter().map(|pack| &**pack).collect::<Vec<_>>())
}

/// Prices a portfolio.
#[wasm_bindgen(js_name = quoteCsv, skip_typescript)]
pub fn quote_csv(options: JsValue, bytes: JsValue) -> JsValue {
    let bytes = match bytes_of(&bytes) {
        Ok(bytes) => bytes,
        Err(refusal) => return encode(&refusal),
    };
    if ONLY.is_some() {
        return encode(&for_the_whole());
    }
    match decode(&options).and_then(|options| crate::quote_csv(&options, &bytes.to_vec())) {
        Ok(csv) => js_sys::Uint8Array::from(csv.as_slice()).into(),
        Err(refusal) => encode(&refusal),
    }
}

/// Reads a table as people keep it.
#[wasm_bindgen(js_name = readTable, skip_typescript)]
pub fn read_table(options: JsValue, bytes: JsValue) -> JsValue {
    if ONLY.is_some() {
        return encode(&for_the_whole());
    }
    let read = bytes_of(&bytes).and_then(|bytes| crate::read_table(&decode(&options)?, &bytes.to_vec()));
    match read {
        Ok(table) => {
            let object = encode(&table);
            // What was just made is an object that takes members.
            let _ = Reflect::set(&object, &"csv".into(), &js_sys::Uint8Array::from(table.csv.as_slice()));
            object
        }
        Err(refusal) => encode(&refusal),
    }
}

/// What a build for one page leaves to the whole.
fn for_the_whole() -> Refusal {
    let problem = Problem::NotApplicable { reason: "this build holds a part of the whole".to_owned() };
    Refusal { errors: vec![Fault::at("", problem)] }
}

/// Reads what a person wrote as a value.
#[wasm_bindgen(skip_typescript)]
pub fn read(kind: JsValue, text: JsValue, options: JsValue) -> JsValue {
    let given = |value: &JsValue, field: &'static str| {
        let problem = Problem::WrongType { kind: "text", expected: "a string", got: odd(value).to_owned() };
        value.as_string().ok_or_else(|| Refusal { errors: vec![Fault::at(field, problem)] })
    };
    let nothing = Given::Object(Vec::new());
    let options = if options.is_undefined() { Ok(nothing) } else { decode(&options) };
    let outcome = given(&kind, "kind").and_then(|kind| crate::read(&kind, &given(&text, "text")?, &options?));
    match outcome {
        Ok(value) => encode(&Given::Object(vec![("value".to_owned(), value)])),
        Err(refusal) => encode(&refusal),
    }
}

fn bytes_of(value: &JsValue) -> Result<&js_sys::Uint8Array, Refusal> {
    value.dyn_ref::<js_sys::Uint8Array>().ok_or_else(|| {
        let problem = Problem::WrongType { kind: "bytes", expected: "a Uint8Array", got: odd(value).to_owned() };
        Refusal { errors: vec![Fault::at("", problem)] }
    })
}

/// By way of JSON: one crossing of the boundary however large the answer is.
fn encode(value: &impl Serialize) -> JsValue {
    let json = writing::json(value, Letters::Escaped);
    JSON::parse(str::from_utf8(&json).unwrap_or_default()).unwrap_or(JsValue::NULL)
}

fn decode(value: &JsValue) -> Result<Given, Refusal> {
    Walk::new().given(value, 0).map_err(|got| {
        let problem =
            Problem::WrongType { kind: "object", expected: "an object that can be read", got: got.to_owned() };
        Refusal { errors: vec![Fault::at("", problem)] }
    })
}

/// The value that a JSON text holds, by the browser's own parser.
pub(crate) fn parse(json: &str) -> Option<Given> {
    Walk { left: MOST, longest: usize::MAX }.given(&JSON::parse(json).ok()?, 1).ok()
}

/// A number as JavaScript writes it.
pub(crate) fn written(number: f64) -> String {
    js_sys::Number::from(number).to_string_with_radix(10).map(String::from).unwrap_or_default()
}

/// Deeper than anything that the contract knows; deeper still can only be a mistake, or a cycle.
const DEEPEST: u32 = 32;

/// More values than any request holds. Objects that share their parts can have more ways through
/// them than anybody lives to walk.
const MOST: u32 = 250_000;

const UNREADABLE: &str = "an object that cannot be read";

/// A walk through a value of JavaScript's.
struct Walk {
    /// How many more values it looks at.
    left: u32,
    /// How many items of a list.
    longest: usize,
}

impl Walk {
    fn new() -> Walk {
        Walk { left: MOST, longest: LONGEST_LIST }
    }

    fn given(&mut self, value: &JsValue, depth: u32) -> Result<Given, &'static str> {
        self.left = self.left.checked_sub(1).ok_or("an object without end")?;
        if let Some(text) = value.as_string() {
            // Half a character turns into a mark on the way in; what was given is refused, not mended.
            let broken = text.chars().any(|c| c == '\u{FFFD}') && !value.unchecked_ref::<JsString>().is_valid_utf16();
            return Ok(if broken { Given::Odd("a broken string") } else { Given::Text(text) });
        }
        if let Some(number) = value.as_f64() {
            return Ok(Given::number(number));
        }
        if let Some(flag) = value.as_bool() {
            return Ok(Given::Flag(flag));
        }
        if value.is_null() {
            return Ok(Given::Null);
        }
        if !value.is_object() || value.is_function() || ArrayBuffer::is_view(value) {
            return Ok(Given::Odd(odd(value)));
        }
        if depth >= DEEPEST {
            return Err("an object without end");
        }
        match is_list(value) {
            Ok(true) => self.list(value, depth),
            Ok(false) => self.object(value, depth),
            Err(_) => Err(UNREADABLE),
        }
    }

    fn list(&mut self, value: &JsValue, depth: u32) -> Result<Given, &'static str> {
        let length = Reflect::get(value, &"length".into()).map_err(|_| UNREADABLE)?.as_f64().unwrap_or_default();
        // A length is a whole number below two to the power of 32.
        let length = length as usize;
        let mut items = Vec::new();
        for index in 0..u32::try_from(length.min(self.longest)).unwrap_or_default() {
            let item = Reflect::get_u32(value, index).map_err(|_| UNREADABLE)?;
            items.push(self.given(&item, depth + 1)?);
        }
        Ok(Given::List(items, length))
    }

    fn object(&mut self, value: &JsValue, depth: u32) -> Result<Given, &'static str> {
        let mut members = Vec::new();
        for key in own_keys(value).map_err(|_| UNREADABLE)?.iter() {
            let member = Reflect::get(value, &key).map_err(|_| UNREADABLE)?;
            if !member.is_undefined() {
                let name = key.as_string().unwrap_or_default();
                if depth == 0 {
                    // A pack's digest is taken of the whole of it.
                    self.longest = if name == "terms" { usize::MAX } else { LONGEST_LIST };
                }
                members.push((name, self.given(&member, depth + 1)?));
            }
        }
        Ok(Given::Object(members))
    }
}

#[wasm_bindgen]
extern "C" {
    /// `Array.isArray`, which a revoked proxy makes throw.
    #[wasm_bindgen(js_namespace = Array, js_name = isArray, catch)]
    fn is_list(value: &JsValue) -> Result<bool, JsValue>;

    /// `Object.keys`, which a proxy can make throw.
    #[wasm_bindgen(js_namespace = Object, js_name = keys, catch)]
    fn own_keys(value: &JsValue) -> Result<Array, JsValue>;
}

fn odd(value: &JsValue) -> &'static str {
    if value.is_undefined() {
        "undefined"
    } else if value.is_bigint() {
        "a BigInt"
    } else if value.is_symbol() {
        "a symbol"
    } else if value.is_function() {
        "a function"
    } else if value.is_object() {
        "an object of another kind"
    } else {
        "something else"
    }
}
