//! What the tests share: reading cases, comparing answers, and what holds of every answer.

#![allow(dead_code, reason = "each test file uses some of it")]

pub mod beside;
pub mod expected;
pub mod holds;
pub mod requests;

use clausewise::given::Given;
use serde_json::{Value, json};
use std::sync::LazyLock;

/// Every file of cases, by name. The wasm tests cannot read files, so they are compiled in.
pub const CASES: &[(&str, &str)] = &[
    ("renewal", include_str!("../cases/renewal.json")),
    ("renewal_boundaries", include_str!("../cases/renewal_boundaries.json")),
    ("reinstatement", include_str!("../cases/reinstatement.json")),
    ("reinstatement_boundaries", include_str!("../cases/reinstatement_boundaries.json")),
    ("notices", include_str!("../cases/notices.json")),
    ("flex", include_str!("../cases/flex.json")),
    ("flex_boundaries", include_str!("../cases/flex_boundaries.json")),
    ("cancellation", include_str!("../cases/cancellation.json")),
    ("cancellation_boundaries", include_str!("../cases/cancellation_boundaries.json")),
    ("multi_country", include_str!("../cases/multi_country.json")),
    ("calendar", include_str!("../cases/calendar.json")),
    ("event", include_str!("../cases/event.json")),
    ("programme", include_str!("../cases/programme.json")),
    ("version", include_str!("../cases/version.json")),
    ("support", include_str!("../cases/support.json")),
    ("compare", include_str!("../cases/compare.json")),
    ("liability", include_str!("../cases/liability.json")),
    ("use_check", include_str!("../cases/use_check.json")),
    ("addon", include_str!("../cases/addon.json")),
    ("credits", include_str!("../cases/credits.json")),
    ("swap", include_str!("../cases/swap.json")),
    ("response", include_str!("../cases/response.json")),
    ("dispute", include_str!("../cases/dispute.json")),
    ("dispute_countries", include_str!("../cases/dispute_countries.json")),
    ("late_charge", include_str!("../cases/late_charge.json")),
    ("tax", include_str!("../cases/tax.json")),
    ("true_up", include_str!("../cases/true_up.json")),
    ("licence_return", include_str!("../cases/licence_return.json")),
    ("edition", include_str!("../cases/edition.json")),
    ("terms_given", include_str!("../cases/terms_given.json")),
];

/// Requests that must be refused.
pub const REFUSALS: &[(&str, &str)] = &[
    ("refusals", include_str!("../cases/refusals.json")),
    ("refusals_more", include_str!("../cases/refusals_more.json")),
    ("refusals_programme", include_str!("../cases/refusals_programme.json")),
    ("refusals_version", include_str!("../cases/refusals_version.json")),
    ("refusals_support", include_str!("../cases/refusals_support.json")),
    ("refusals_multi_country", include_str!("../cases/refusals_multi_country.json")),
    ("refusals_notices", include_str!("../cases/refusals_notices.json")),
    ("refusals_compare", include_str!("../cases/refusals_compare.json")),
    ("refusals_liability", include_str!("../cases/refusals_liability.json")),
    ("refusals_use_check", include_str!("../cases/refusals_use_check.json")),
    ("refusals_addon", include_str!("../cases/refusals_addon.json")),
    ("refusals_credits", include_str!("../cases/refusals_credits.json")),
    ("refusals_swap", include_str!("../cases/refusals_swap.json")),
    ("refusals_calendar", include_str!("../cases/refusals_calendar.json")),
    ("refusals_event", include_str!("../cases/refusals_event.json")),
    ("refusals_response", include_str!("../cases/refusals_response.json")),
    ("refusals_dispute", include_str!("../cases/refusals_dispute.json")),
    ("refusals_late_charge", include_str!("../cases/refusals_late_charge.json")),
    ("refusals_tax", include_str!("../cases/refusals_tax.json")),
    ("refusals_true_up", include_str!("../cases/refusals_true_up.json")),
    ("refusals_licence_return", include_str!("../cases/refusals_licence_return.json")),
];

/// A JSON value as the core takes it.
#[cfg(not(target_arch = "wasm32"))]
pub fn given(json: &Value) -> Given {
    serde_json::from_value(json.clone()).unwrap_or(Given::Null)
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

/// The cases of a file. What stands in every answer by a document, they need not repeat.
pub fn cases(json: &str) -> Vec<Value> {
    let mut cases: Vec<Value> = serde_json::from_str(json).unwrap_or_default();
    for case in &mut cases {
        let by_its_own = case["request"]["terms"].is_object();
        let calculator = case["request"]["calculator"].as_str().unwrap_or_default().to_owned();
        if by_its_own {
            continue;
        }
        for (list, note) in
            ALWAYS.iter().filter(|(pack, ..)| *pack == pack_of(&calculator)).map(|(_, list, note)| (list, note))
        {
            if let Some(notes) = case["expect"].get_mut(list).and_then(Value::as_array_mut) {
                notes.push(note.clone());
            }
        }
    }
    cases
}

/// What stands in every answer: by calculator, and by document.
pub const ALWAYS_JSON: &str = include_str!("../always.json");

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

/// A value of an answer by its path, such as `lines.0.amount`.
pub fn at<'a>(answer: &'a Value, path: &str) -> &'a Value {
    path.split('.').fold(answer, |value, part| match part.parse::<usize>() {
        Ok(index) => &value[index],
        Err(_) => &value[part],
    })
}

/// The description of a calculator, as it goes out.
pub fn described(calculator: &str) -> Value {
    let all = serde_json::to_value(clausewise::calculators()).unwrap_or_default();
    let all = all.as_array().cloned().unwrap_or_default();
    all.into_iter().find(|described| described["calculator"] == calculator).unwrap_or_default()
}

/// The rule ids of every pack that is built in.
pub fn clauses() -> std::collections::BTreeSet<String> {
    let packs = clausewise::terms();
    packs.iter().flat_map(|pack| pack.clauses.iter().map(|clause| clause.id.to_string())).collect()
}

/// A pack that is built in, as it is written.
pub fn pack(id: &str) -> Value {
    let text = match id {
        "ibm-ss" => include_str!("../../src/terms/ibm-ss.json"),
        "ibm-ilan" => include_str!("../../src/terms/ibm-ilan.json"),
        _ => include_str!("../../src/terms/ms-unified.json"),
    };
    serde_json::from_str(text).unwrap_or_default()
}
