//! Every purchase for which a notice may come is in the one of its month, and no other, the months rise, and
//! nothing is said to be sent that no quote was given for.

use crate::common::{list, text};
use serde_json::Value;
use std::collections::BTreeMap;

pub fn broken(_: &Value, answer: &Value, broken: &mut Vec<String>) {
    let mut months: BTreeMap<&str, u64> = BTreeMap::new();
    for line in list(&answer["lines"]) {
        let is_over = text(&line["covered_until"]) < text(&answer["as_of"]);
        if line["noticed"] == true && (is_over || line["refreshed_quote"] == "not_sent") {
            broken.push("a notice is counted for a purchase that gets none".to_owned());
        }
        if line["noticed"] == true {
            *months.entry(text(&line["bought_on"]).get(..7).unwrap_or_default()).or_default() += 1;
        }
        if text(&line["remind_on"]) > text(&line["covered_until"]) {
            broken.push("a reminder comes after the end".to_owned());
        }
    }
    let rows = list(&answer["figures"]["notices_by_month"]).iter();
    let found: Vec<_> = rows.map(|row| (text(&row["notice_month"]), row["purchases"].as_u64())).collect();
    let expected: Vec<_> = months.into_iter().map(|(month, purchases)| (month, Some(purchases))).collect();
    if found != expected || answer["figures"]["notices"].as_u64() != u64::try_from(expected.len()).ok() {
        broken.push(format!("the notices {found:?} do not gather the purchases, which are {expected:?}"));
    }
    let sent = list(&answer["lines"]).iter().any(|line| line["refreshed_quote"] == "sent");
    let not_given = list(&answer["reasons"]).iter().any(|reason| reason["code"] == "quote_date_not_given");
    if sent && not_given {
        broken.push("an updated quote is said to be sent without the day of the first".to_owned());
    }
}
