//! The totals are those of the lines. A difference goes one way only, and a swap that is not allowed leaves none.

use crate::common::{list, sums, text};
use serde_json::Value;

pub fn broken(_: &Value, answer: &Value, broken: &mut Vec<String>) {
    sums::lines_sum_to(&["shortfall", "surplus"].map(|name| (name, name)), answer, broken);
    let is_nothing = |value: &Value| text(value).chars().all(|c| matches!(c, '0' | '.'));
    for (index, line) in list(&answer["lines"]).iter().enumerate() {
        let is_refused = line["verdict"] == "ineligible";
        if is_refused != line.get("shortfall").is_none() || is_refused != line.get("surplus").is_none() {
            broken.push(format!(
                "lines.{index} has a difference to settle where there is no swap, or none where there is"
            ));
        }
        if !is_refused && !is_nothing(&line["shortfall"]) && !is_nothing(&line["surplus"]) {
            broken.push(format!("lines.{index} is both too dear and too cheap"));
        }
    }
}
