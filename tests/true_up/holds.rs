//! Nothing is paid for what is not in excess, never more than so many months are charged, and the sums are those of the
//! programs; what hangs on a price that is not there is not there either.

use crate::common::{list, sums};
use serde_json::Value;

pub fn broken(_: &Value, answer: &Value, broken: &mut Vec<String>) {
    let units = |value: &Value| sums::units(value).unwrap_or_default();
    let (lines, figures) = (list(&answer["lines"]), &answer["figures"]);
    let mut sums = [0; 3];
    for (index, line) in lines.iter().enumerate() {
        let [licences, support, due] = ["licences", "support", "due"].map(|name| units(&line[name]));
        let (is_within, is_open) = (line["excess"] == 0, line["lacks"] == "support_price");
        let is_paid = is_open || (due == 0) == is_within && licences + support == due;
        if !is_paid || (line["standing"] == "within") != is_within {
            broken.push(format!("lines.{index} pays for what is not in excess, or not for what is"));
        }
        if is_open != line["due"].is_null() || is_open != line["support"].is_null() {
            broken.push(format!("lines.{index} has an amount that hangs on a price that is not there, or lacks it"));
        }
        let verdict = if is_within { "eligible" } else { "ineligible" };
        if line["verdict"] != if is_open { "refer" } else { verdict } {
            broken.push(format!("lines.{index} is {}", line["verdict"]));
        }
        let months = line["charged_months"].as_u64();
        if months > Some(24) || is_within && months != Some(0) {
            broken.push(format!("lines.{index} is charged more than two years of support, or support for no excess"));
        }
        sums[0] += line["excess"].as_i64().map_or(0, i128::from);
        sums[1] += licences;
        sums[2] += support;
    }
    let [excess, licences, support] = sums;
    let of_whole = ["licences", "support", "other_charges", "total"].map(|name| units(&figures[name]));
    let is_open = lines.iter().any(|line| line["lacks"] == "support_price");
    let is_left_out = figures["support"].is_null() && figures["total"].is_null() && figures["gross"].is_null();
    let adds_up = of_whole[1] == support && of_whole[..3].iter().sum::<i128>() == of_whole[3];
    let is_sum = of_whole[0] == licences && if is_open { is_left_out } else { adds_up };
    if is_open && answer["verdict"] != "refer" {
        broken.push("an amount is open, and the verdict is not".to_owned());
    }
    if !is_sum || figures["excess"].as_i64().map(i128::from) != Some(excess) {
        broken.push("the totals are not the sums of the programs'".to_owned());
    }
    if figures["gross"].is_string() && units(&figures["gross"]) != of_whole[3] + units(&figures["tax"]) {
        broken.push("figures.gross is not the total with its tax".to_owned());
    }
    if answer["verdict"] != "refer" && (answer["verdict"] == "eligible") != (excess == 0) {
        broken.push("the verdict is not that of the excess".to_owned());
    }
}
