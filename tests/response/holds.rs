//! Of the plans that apply, none is quicker than the one that answers; a plan has either a deadline or
//! a reason why not; and both sides have something to do. Local times compare as they read.

use crate::common::{list, text};
use serde_json::Value;
use std::collections::BTreeSet;

pub fn broken(_: &Value, answer: &Value, broken: &mut Vec<String>) {
    let (figures, dates) = (&answer["figures"], &answer["dates"]);
    let lines = list(&answer["lines"]);
    let minutes = |line: &Value| line["target_minutes"].as_i64().unwrap_or(i64::MAX);
    let quickest = lines.iter().map(minutes).min().unwrap_or_default();
    let earliest = lines.iter().map(|line| text(&line["respond_by"])).filter(|by| !by.is_empty()).min();
    if figures["target_minutes"] != quickest || dates["respond_by"].as_str() != earliest {
        broken.push("a plan that applies is quicker than the one that answers".to_owned());
    }
    if !lines.iter().any(|line| line["plan"] == figures["plan"] && minutes(line) == quickest) {
        broken.push("the plan that answers has another time of its own".to_owned());
    }
    for line in lines {
        let applies = line["applies"] == true;
        if applies != line.get("respond_by").is_some() || applies == line.get("why_not").is_some() {
            broken.push(format!("{} has a deadline and a reason against it, or neither", line["plan"]));
        }
        if line["held"] == false && line["why_not"] != "not_held" {
            broken.push(format!("{} is not held, and applies or fails otherwise", line["plan"]));
        }
    }
    let sides: BTreeSet<&str> = list(&figures["duties"]).iter().map(|duty| text(&duty["side"])).collect();
    if sides.len() != 2 {
        broken.push("one side has nothing to do".to_owned());
    }
    let on_clock = figures["clock"] == "business_hours";
    if on_clock != dates.get("clock_starts").is_some() || on_clock != figures.get("in_business_hours").is_some() {
        broken.push("business hours are looked at where they do not count, or the other way round".to_owned());
    }
    if text(&dates["attention_by"]) > text(&dates["respond_by"]) {
        broken.push("attention comes after the response".to_owned());
    }
    let counted = list(&figures["counted_days"]);
    let sum: i64 = counted.iter().filter_map(|day| day["counted_minutes"].as_i64()).sum();
    let ends = [counted.first().map(|day| &day["counted_from"]), counted.last().map(|day| &day["counted_until"])];
    if on_clock && (sum != quickest || ends != [Some(&dates["clock_starts"]), Some(&dates["respond_by"])]) {
        broken.push("what is counted day by day is not the time there is".to_owned());
    }
    if on_clock && (text(&dates["clock_starts"]) >= text(&dates["respond_by"])) {
        broken.push("the clock starts after it ends".to_owned());
    }
}
