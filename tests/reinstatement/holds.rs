//! The totals are those of the lines, and what is saved is what the new licence would cost more.

use crate::common::sums::{adds_up, lines_sum_to};
use serde_json::Value;

pub fn broken(_: &Value, answer: &Value, broken: &mut Vec<String>) {
    let totals = ["reinstatement", "new_licence", "saving"].map(|name| (name, name));
    lines_sum_to(&totals, answer, broken);
    adds_up(["reinstatement", "saving"], "new_licence", answer, broken);
}
