//! What holds of every answer, whatever was asked.

#[path = "../addon/holds.rs"]
mod addon;
#[path = "../calendar/holds.rs"]
mod calendar;
#[path = "../cancellation/holds.rs"]
mod cancellation;
#[path = "../compare/holds.rs"]
mod compare;
#[path = "../credits/holds.rs"]
mod credits;
#[path = "../dispute/holds.rs"]
mod dispute;
#[path = "../event/holds.rs"]
mod event;
#[path = "../flex/holds.rs"]
mod flex;
#[path = "../late_charge/holds.rs"]
mod late_charge;
#[path = "../liability/holds.rs"]
mod liability;
#[path = "../licence_return/holds.rs"]
mod licence_return;
#[path = "../multi_country/holds.rs"]
mod multi_country;
#[path = "../notices/holds.rs"]
mod notices;
#[path = "../programme/holds.rs"]
mod programme;
#[path = "../reinstatement/holds.rs"]
mod reinstatement;
#[path = "../renewal/holds.rs"]
mod renewal;
#[path = "../response/holds.rs"]
mod response;
#[path = "../support/holds.rs"]
mod support;
#[path = "../swap/holds.rs"]
mod swap;
#[path = "../tax/holds.rs"]
mod tax;
#[path = "../true_up/holds.rs"]
mod true_up;
#[path = "../use_check/holds.rs"]
mod use_check;
#[path = "../version/holds.rs"]
mod version;

use super::trace::names_of;
use super::{at, list, text};
use serde_json::Value;
use std::collections::BTreeSet;

/// What a calculator's own folder says must hold: of a request and its answer, whatever is broken.
type Holds = fn(&Value, &Value, &mut Vec<String>);

/// Every one of them.
pub const OWN: &[(&str, Holds)] = &[
    ("addon", addon::broken),
    ("calendar", calendar::broken),
    ("cancellation", cancellation::broken),
    ("compare", compare::broken),
    ("credits", credits::broken),
    ("dispute", dispute::broken),
    ("event", event::broken),
    ("flex", flex::broken),
    ("late_charge", late_charge::broken),
    ("liability", liability::broken),
    ("licence_return", licence_return::broken),
    ("multi_country", multi_country::broken),
    ("notices", notices::broken),
    ("programme", programme::broken),
    ("reinstatement", reinstatement::broken),
    ("renewal", renewal::broken),
    ("response", response::broken),
    ("support", support::broken),
    ("swap", swap::broken),
    ("tax", tax::broken),
    ("true_up", true_up::broken),
    ("use_check", use_check::broken),
    ("version", version::broken),
];

/// Everything about an answer that must hold and does not.
pub fn broken(request: &Value, answer: &Value, described: &Value, clauses: &BTreeSet<String>) -> Vec<String> {
    let mut broken = Vec::new();
    steps_are_true(answer, clauses, &mut broken);
    computed_values_have_steps(answer, described, &mut broken);
    outputs_are_described(answer, described, &mut broken);
    notes_are_in_order(answer, described, clauses, &mut broken);
    let own = OWN.iter().find(|(calculator, _)| answer["calculator"] == *calculator);
    if let Some((_, holds)) = own {
        holds(request, answer, &mut broken);
    }
    broken
}

fn steps_are_true(answer: &Value, clauses: &BTreeSet<String>, broken: &mut Vec<String>) {
    for step in list(&answer["steps"]) {
        let figure = text(&step["figure"]);
        // A value on the way stands nowhere in the answer.
        if !figure.starts_with("between.") && at(answer, figure) != &step["result"] {
            broken.push(format!("the step of {figure} has another result than the answer"));
        }
        if !clauses.contains(text(&step["clause"])) {
            broken.push(format!("the step of {figure} cites no clause of the pack"));
        }
        if !["none", "half_up", "up", "down"].contains(&text(&step["rounding"])) {
            broken.push(format!("the step of {figure} rounds by no known way"));
        }
        // A name in the formula that has no value could not be shown with its number.
        for name in names_of(text(&step["formula"])) {
            let is_sum = text(&step["formula"]).contains(&format!("({name})"));
            if step["values"].get(name).is_none() && !is_sum {
                broken.push(format!("the step of {figure} does not say what {name} is"));
            }
        }
    }
}

fn computed_values_have_steps(answer: &Value, described: &Value, broken: &mut Vec<String>) {
    let steps: BTreeSet<&str> = list(&answer["steps"]).iter().map(|step| text(&step["figure"])).collect();
    let mut need = |path: String| {
        if !steps.contains(path.as_str()) {
            broken.push(format!("{path} has no step"));
        }
    };
    for group in ["figures", "dates"] {
        for (name, value) in answer[group].as_object().into_iter().flatten() {
            match value.as_array() {
                None => need(format!("{group}.{name}")),
                Some(rows) => {
                    for (index, row) in rows.iter().enumerate() {
                        let parts = row.as_object().into_iter().flat_map(|row| row.keys());
                        parts.for_each(|part| need(format!("{group}.{name}.{index}.{part}")));
                    }
                }
            }
        }
    }
    let outputs = list(&described["answer"]["line"]);
    for (index, line) in list(&answer["lines"]).iter().enumerate() {
        for (name, _) in line.as_object().into_iter().flatten() {
            let kind =
                outputs.iter().find(|output| output["name"] == name.as_str()).map(|output| text(&output["kind"]));
            let is_echo = matches!(name.as_str(), "allowance" | "bought_on")
                || matches!(kind, Some("text" | "choice" | "flag" | "list" | "country" | "clause"));
            if !is_echo {
                need(format!("lines.{index}.{name}"));
            }
        }
    }
}

fn outputs_are_described(answer: &Value, described: &Value, broken: &mut Vec<String>) {
    let mut check = |place: &str, found: &Value, outputs: &Value| {
        let names: Vec<&String> = found.as_object().into_iter().flat_map(|found| found.keys()).collect();
        for name in &names {
            if !list(outputs).iter().any(|output| output["name"] == name.as_str()) {
                broken.push(format!("{place}.{name} is not described"));
            }
        }
        // Portfolios write the values in the order in which they are described.
        let order: Vec<&str> = list(outputs).iter().map(|output| text(&output["name"])).collect();
        let places: Vec<_> = names.iter().map(|name| order.iter().position(|known| known == name)).collect();
        if !places.is_sorted() {
            broken.push(format!("{place} is not in the order described"));
        }
    };
    check("figures", &answer["figures"], &described["answer"]["figures"]);
    check("dates", &answer["dates"], &described["answer"]["dates"]);
    for line in list(&answer["lines"]) {
        check("lines", line, &described["answer"]["line"]);
    }
    // Where nobody asks to be allowed anything there is none, unless the text leaves it to the vendor.
    let verdicts = list(&described["answer"]["verdicts"]);
    let is_asked = verdicts.iter().any(|verdict| verdict == "eligible");
    let is_described = verdicts.contains(&answer["verdict"]) || (!is_asked && answer["verdict"].is_null());
    if !is_described {
        broken.push(format!("the verdict {} is not described", answer["verdict"]));
    }
}

fn notes_are_in_order(answer: &Value, described: &Value, clauses: &BTreeSet<String>, broken: &mut Vec<String>) {
    for kind in ["reasons", "assumptions", "warnings"] {
        let notes = list(&answer[kind]);
        let order: Vec<_> = notes.iter().map(|note| (note["line"].as_u64(), text(&note["code"]))).collect();
        if !order.windows(2).all(|pair| pair[0] < pair[1]) {
            broken.push(format!("the {kind} are out of order, or one comes twice"));
        }
        for note in notes {
            if !list(&described["codes"][kind]).contains(&note["code"]) {
                broken.push(format!("{} is not among the {kind} described", note["code"]));
            }
            if !clauses.contains(text(&note["clause"])) {
                broken.push(format!("{} cites no clause of the pack", note["code"]));
            }
        }
    }
}
