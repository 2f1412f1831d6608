//! The careful day is the one before the last, whoever is refunded knows by whom, and copies are destroyed only where
//! the terms were never accepted.

use crate::common::{list, text};
use serde_json::Value;

pub fn broken(_: &Value, answer: &Value, broken: &mut Vec<String>) {
    let (figures, dates) = (&answer["figures"], &answer["dates"]);
    let has = |kind: &str, code: &str| list(&answer[kind]).iter().any(|note| note["code"] == code);
    let is_refunded = ["ibm_or_partner", "whom_it_came_from", "supplier"].contains(&text(&figures["refund_from"]));
    let is_barred = has("reasons", "proof_missing") || has("reasons", "returned_too_late");
    if is_refunded == is_barred || (answer["verdict"] == "eligible" && !is_refunded) {
        broken.push("a refund is barred and given, or neither".to_owned());
    }
    let accepted = !has("reasons", "terms_not_accepted");
    if accepted != dates["return_by"].is_string() || (accepted && figures["destroy_copies"] == true) {
        broken.push("days are counted, or copies destroyed, where they should not be".to_owned());
    }
    if accepted && text(&dates["careful_return_by"]) >= text(&dates["return_by"]) {
        broken.push("the careful day is no day earlier".to_owned());
    }
    if has("reasons", "law_may_provide") != (figures["refund_from"] == "as_law_provides") {
        broken.push("the law decides, or does not".to_owned());
    }
}
