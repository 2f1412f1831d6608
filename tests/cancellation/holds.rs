//! The totals are those of the lines, and what is not charged of a fee comes back.

use crate::common::sums::{adds_up, lines_sum_to};
use serde_json::Value;

pub fn broken(_: &Value, answer: &Value, broken: &mut Vec<String>) {
    lines_sum_to(&[("charge", "charge"), ("refund", "refund")], answer, broken);
    adds_up(["charge", "refund"], "fee", answer, broken);
}
