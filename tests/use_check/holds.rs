//! Each use is permitted, barred or open; the three add up, and the verdict follows from them.

use crate::common::list;
use serde_json::Value;

pub fn broken(_: &Value, answer: &Value, broken: &mut Vec<String>) {
    let such = |verdict: &str| list(&answer["lines"]).iter().filter(|line| line["verdict"] == verdict).count();
    let figures = &answer["figures"];
    let (barred, open) = (such("ineligible"), such("refer"));
    for (name, count) in [("barred", barred), ("on_conditions", open), ("permitted", such("eligible"))] {
        if figures[name] != count {
            broken.push(format!("{name} is not the number of such uses"));
        }
    }
    let is_ambiguous =
        list(&answer["assumptions"]).iter().any(|assumption| assumption["code"] == "name_may_mean_two_countries");
    let expected = match (is_ambiguous, barred, open) {
        (false, 1.., _) => "ineligible",
        (true, ..) | (_, _, 1..) => "refer",
        _ => "eligible",
    };
    if answer["verdict"] != expected {
        broken.push(format!("the verdict is {} instead of {expected}", answer["verdict"]));
    }
    for line in list(&answer["lines"]) {
        if line["excess"].as_u64().is_some_and(|excess| (excess > 0) != (line["verdict"] == "ineligible")) {
            broken.push("what goes beyond the entitlements is permitted, or the other way round".to_owned());
        }
    }
}
