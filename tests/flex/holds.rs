//! The totals are those of the years.

use crate::common::sums::lines_sum_to;
use serde_json::Value;

pub fn broken(_: &Value, answer: &Value, broken: &mut Vec<String>) {
    let totals = ["allowance", "allocated", "unallocated", "at_risk", "forfeited", "over_cap", "over_allowance"]
        .map(|name| (name, name));
    lines_sum_to(&totals, answer, broken);
}
