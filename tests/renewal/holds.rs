//! The totals are those of the lines, and no line costs more than a whole year of it.

use crate::common::list;
use crate::common::sums::{adds_up, eighths, lines_sum_to};
use serde_json::Value;

pub fn broken(request: &Value, answer: &Value, broken: &mut Vec<String>) {
    lines_sum_to(&[("net", "amount")], answer, broken);
    adds_up(["net", "tax"], "gross", answer, broken);
    for (index, (asked, line)) in list(&request["input"]["lines"]).iter().zip(list(&answer["lines"])).enumerate() {
        let quantity = asked["quantity"].as_i64().map(i128::from);
        let year = eighths(&asked["annual_price"]).zip(quantity).map(|(price, quantity)| price * quantity);
        if year.is_none() || eighths(&line["amount"]) > year {
            broken.push(format!("lines.{index} costs more than a year of it"));
        }
    }
}
