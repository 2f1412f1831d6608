//! A version has the status of the entry that it fits, and none where it fits none or several.

use crate::common::list;
use serde_json::Value;

pub fn broken(_: &Value, answer: &Value, broken: &mut Vec<String>) {
    let status = &answer["figures"]["status"];
    let fitting: Vec<&Value> = list(&answer["lines"]).iter().filter(|line| line["fits"] == true).collect();
    if *status == "not_stated" {
        if !answer["dates"].as_object().is_some_and(|dates| dates.is_empty()) {
            broken.push("a version whose status is not stated has dates".to_owned());
        }
    } else if fitting.len() != 1 || fitting[0]["status"] != *status {
        broken.push(format!("the status {status} is not that of the one entry that fits"));
    } else if fitting[0].get("served_until") != answer["dates"].get("served_until") {
        broken.push("the last day served is not that of the entry that fits".to_owned());
    }
    if !list(&answer["warnings"]).iter().any(|warning| warning["code"] == "table_of_its_time") {
        broken.push("the answer does not say how old its table is".to_owned());
    }
}
