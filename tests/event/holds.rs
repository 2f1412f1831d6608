//! Units cover every day of the event for every solution, and none of them is for nothing.

use crate::common::sums::days_between;
use crate::common::{list, text};
use serde_json::Value;

pub fn broken(_: &Value, answer: &Value, broken: &mut Vec<String>) {
    let figures = &answer["figures"];
    let count = |name: &str| figures[name].as_i64().unwrap_or_default();
    let (days, blocks) = (count("days"), count("units_per_solution"));
    if days < 1 || blocks * 5 < days || (blocks - 1) * 5 >= days || count("units") % blocks != 0 {
        broken.push(format!("{days} days are covered by {blocks} units"));
    }
    let step = list(&answer["steps"]).iter().find(|step| step["figure"] == "dates.settle_by");
    if let Some(step) = step
        && days_between(text(&step["result"]), text(&step["values"]["starts_on"])) != 42
    {
        broken.push("the notice is not of 42 days".to_owned());
    }
    let is_late = figures["arranged_in_time"] == false || figures["confirmed_in_time"] == false;
    let agreed = list(&answer["reasons"]).iter().any(|reason| reason["code"] == "shorter_notice_agreed");
    if answer["verdict"] == "eligible" && is_late && !agreed {
        broken.push("an event settled too late is supported without anybody agreeing".to_owned());
    }
}
