//! No credit comes from nowhere and none is lost: each line takes whole credits from what was there, or
//! none and says what it lacks; what another location receives is the next whole number.

use crate::common::list;
use crate::common::sums::eighths;
use serde_json::Value;

pub fn broken(_: &Value, answer: &Value, broken: &mut Vec<String>) {
    const ONE: i128 = 100_000_000;
    let figures = &answer["figures"];
    let lines = list(&answer["lines"]);
    let Some(left) = eighths(&figures["balance_after"]) else {
        broken.push("there is no balance afterwards".to_owned());
        return;
    };
    if left < 0 {
        broken.push("the balance is below zero".to_owned());
    }
    let mut balance = None;
    for (index, line) in lines.iter().enumerate() {
        let after = eighths(&line["balance_after"]).unwrap_or_default();
        let (deducted, needed) = (eighths(&line["deducted"]), eighths(&line["needed"]));
        let before = balance.unwrap_or(after + deducted.unwrap_or_default());
        let is_sound = match (deducted, needed) {
            (Some(deducted), None) => line["verdict"] == "eligible" && before - deducted == after,
            (None, Some(needed)) => {
                let missing = eighths(&line["missing"]).unwrap_or_default();
                line["verdict"] == "ineligible" && after == before && missing > 0 && before + missing == needed
            }
            _ => false,
        };
        let rounded = deducted.or(needed).unwrap_or_default();
        let is_next = eighths(&line["worst_case"]).is_none_or(|worst| worst == rounded + ONE);
        if !is_sound || !is_next || rounded % ONE != 0 {
            broken.push(format!("lines.{index} takes something else than whole credits that are there"));
        }
        balance = Some(after);
    }
    if balance.is_some_and(|balance| balance != left) {
        broken.push("the balance afterwards is not that after the last line".to_owned());
    }
    if let (Some(received), Some(exact)) = (eighths(&figures["credits_in"]), eighths(&figures["credits_unrounded"]))
        && (received % ONE != 0 || received < exact || received - exact >= ONE)
    {
        broken.push("what is received is not the next whole number of credits".to_owned());
    }
    let is_refused = lines.iter().any(|line| line["verdict"] == "ineligible");
    if lines.is_empty() {
        if figures.get("credits_in").is_some() == (answer["verdict"] == "ineligible") {
            broken.push("credits are received where that is not allowed, or the other way round".to_owned());
        }
    } else if is_refused != (answer["verdict"] == "ineligible") || is_refused != figures.get("missing").is_some() {
        broken.push("the verdict is another than that of the lines".to_owned());
    }
}
