//! What is marked as differing between the programmes differs, and nothing else does.

use crate::common::list;
use serde_json::Value;

pub fn broken(_: &Value, answer: &Value, broken: &mut Vec<String>) {
    for line in list(&answer["lines"]) {
        if line["differs"] != (line["pa"] != line["pae"]) {
            broken.push(format!("{} is marked wrongly", line["aspect"]));
        }
    }
}
