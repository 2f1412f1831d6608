//! What the tests share: reading cases, comparing answers, and what holds of every answer.

#![allow(dead_code, reason = "each test file uses some of it")]

pub mod beside;
pub mod drawn;
pub mod expected;
#[path = "../every/holds.rs"]
pub mod holds;
pub mod sums;
#[path = "../every/trace.rs"]
pub mod trace;

use clausewise::Given;
use clausewise_proof::cases::FILES;
use serde_json::{Value, json};
use std::fmt;
use std::ops::Deref;
use std::sync::LazyLock;

/// A worked example, and the file that it stands in.
pub struct Case {
    /// Its folder and name: `renewal/boundaries`.
    pub file: &'static str,
    pub json: Value,
}

impl Deref for Case {
    type Target = Value;

    fn deref(&self) -> &Value {
        &self.json
    }
}

/// How a case is called wherever it is spoken of: `renewal/boundaries: the day before`.
impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.file, self["name"].as_str().unwrap_or_default())
    }
}

/// All of them, in the order of their files.
static ALL: LazyLock<Vec<Case>> = LazyLock::new(|| {
    let of_file = |(file, json): &(&'static str, &str)| {
        let cases: Vec<Value> = serde_json::from_str(json).unwrap_or_default();
        let file = *file;
        cases.into_iter().map(move |json| Case { file, json: with_what_always_stands(json) })
    };
    FILES.iter().flat_map(of_file).collect()
});

/// Requests with what must be in their answers.
pub fn cases() -> impl Iterator<Item = &'static Case> {
    ALL.iter().filter(|case| case.get("expect").is_some())
}

/// Requests that must be refused.
pub fn refusals() -> impl Iterator<Item = &'static Case> {
    ALL.iter().filter(|case| case.get("errors").is_some())
}

/// A JSON value as the core takes it.
#[cfg(not(target_arch = "wasm32"))]
pub fn given(json: &Value) -> Given {
    serde_json::from_value(json.clone()).unwrap_or(Given::Null)
}

/// A request as JSON.
pub fn json_of(request: &Given) -> Value {
    serde_json::to_value(request).unwrap_or_default()
}

/// What `quote` says, as the JSON that goes out.
pub fn reply(request: &Given) -> Value {
    let reply = match clausewise::quote(request) {
        Ok(answer) => serde_json::to_value(&answer),
        Err(refusal) => serde_json::to_value(&refusal),
    };
    reply.unwrap_or_default()
}

/// What `quote` says to a JSON request.
#[cfg(not(target_arch = "wasm32"))]
pub fn ask(request: &Value) -> Value {
    reply(&given(request))
}

/// A case with what stands in every answer by its document, which it need not repeat. Terms of its own say something else.
fn with_what_always_stands(mut case: Value) -> Value {
    if !case["request"]["terms"].is_object() {
        let pack = pack_of(case["request"]["calculator"].as_str().unwrap_or_default());
        for (_, list, note) in ALWAYS.iter().filter(|(of, ..)| *of == pack) {
            if let Some(notes) = case.pointer_mut(&format!("/expect/{list}")).and_then(Value::as_array_mut) {
                notes.push(note.clone());
            }
        }
    }
    case
}

/// What stands in every answer: by calculator, and by document.
pub const ALWAYS_JSON: &str = include_str!("../every/always.json");

/// What stands in every answer by a document, with the clause in which it does: pack, list, note.
static ALWAYS: LazyLock<Vec<(String, &str, Value)>> = LazyLock::new(|| {
    let always: Value = serde_json::from_str(ALWAYS_JSON).unwrap_or_default();
    let of_documents =
        always.as_object().cloned().unwrap_or_default().into_iter().filter(|(_, said)| said.get("clause").is_some());
    let notes = of_documents.flat_map(|(pack, said)| {
        expected::NOTES.into_iter().flat_map(move |list| {
            let codes = said[list].as_array().cloned().unwrap_or_default();
            let (pack, clause) = (pack.clone(), said["clause"].clone());
            codes.into_iter().map(move |code| (pack.clone(), list, json!({ "code": code, "clause": clause })))
        })
    });
    notes.collect()
});

/// The pack that a calculator belongs to.
pub fn pack_of(calculator: &str) -> String {
    static PACKS: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
        let all = serde_json::to_value(clausewise::calculators()).unwrap_or_default();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let all = all.as_array().cloned().unwrap_or_default();
        all.iter().map(|each| (text(&each["calculator"]), text(&each["pack"]))).collect()
    });
    let known = PACKS.iter().find(|(name, _)| name == calculator);
    known.map(|(_, pack)| pack.clone()).unwrap_or_default()
}

/// Code and field of each fault of a refusal, sorted.
pub fn faults(refusal: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let errors = refusal["errors"].as_array().cloned().unwrap_or_default();
    let mut faults: Vec<_> = errors.iter().map(|fault| (text(&fault["code"]), text(&fault["field"]))).collect();
    faults.sort();
    faults
}

/// The items of a list; none where it is something else.
pub fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

/// A text; empty where it is something else.
pub fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// A value of an answer by its path, such as `lines.0.amount`.
pub fn at<'a>(answer: &'a Value, path: &str) -> &'a Value {
    path.split('.').fold(answer, |value, part| match part.parse::<usize>() {
        Ok(index) => &value[index],
        Err(_) => &value[part],
    })
}

/// The description of a calculator, as it goes out.
pub fn described(calculator: &str) -> &'static Value {
    static ALL: LazyLock<Value> = LazyLock::new(|| serde_json::to_value(clausewise::calculators()).unwrap_or_default());
    let mut all = ALL.as_array().into_iter().flatten();
    all.find(|described| described["calculator"] == calculator).unwrap_or(&Value::Null)
}

/// The names of all calculators.
pub fn calculators() -> Vec<&'static str> {
    clausewise_proof::described::calculators().iter().map(|calculator| calculator.name.as_str()).collect()
}

/// The rule ids of every pack that is built in.
pub fn clauses() -> std::collections::BTreeSet<String> {
    let packs = clausewise::terms();
    packs.iter().flat_map(|pack| pack.clauses.iter().map(|clause| clause.id.to_string())).collect()
}

/// A pack that is built in, as it is written.
pub fn pack(id: &str) -> Value {
    built_in(id).clone()
}

/// The same, to look at.
pub fn built_in(id: &str) -> &'static Value {
    static PACKS: LazyLock<[Value; 3]> = LazyLock::new(|| {
        let texts = [
            include_str!("../../src/terms/ibm-ss.json"),
            include_str!("../../src/terms/ibm-ilan.json"),
            include_str!("../../src/terms/ms-unified.json"),
        ];
        texts.map(|text| serde_json::from_str(text).unwrap_or_default())
    });
    let [ibm_ss, ibm_ilan, ms_unified] = &*PACKS;
    match id {
        "ibm-ss" => ibm_ss,
        "ibm-ilan" => ibm_ilan,
        _ => ms_unified,
    }
}

/// The words of a language: what all of its files say, section by section, and under `calculators` each of those as it stands.
#[cfg(not(target_arch = "wasm32"))]
pub fn words(language: &str) -> Value {
    let mut words = json!({});
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("www/words").join(language);
    for path in std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
        let Some(name) = path.file_name().and_then(|name| name.to_str()?.strip_suffix(".json")) else { continue };
        let file: Value =
            std::fs::read_to_string(&path).ok().and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default();
        for (section, entries) in file.as_object().into_iter().flatten() {
            for (key, text) in entries.as_object().into_iter().flatten() {
                words[section][key] = text.clone();
            }
        }
        words["calculators"][name] = file;
    }
    words
}
