//! All services stand there; what is said of the one in full is what its line says, as far as that goes.

use crate::common::{list, text};
use serde_json::Value;
use std::collections::BTreeSet;

pub fn broken(_: &Value, answer: &Value, broken: &mut Vec<String>) {
    let lines = list(&answer["lines"]);
    let keys: BTreeSet<&str> = lines.iter().map(|line| text(&line["service"])).collect();
    if keys.len() != 40 || lines.len() != 40 {
        broken.push(format!("{} lines for {} services", lines.len(), keys.len()));
    }
    let figures = &answer["figures"];
    let same = ["status", "payable_with_flex", "in_your_language"];
    if !lines.iter().any(|line| same.iter().all(|name| line[name] == figures[name])) {
        broken.push("no line says what is said of the service in full".to_owned());
    }
    let verdict = match text(&figures["status"]) {
        "barred" => "ineligible",
        "refer" => "refer",
        _ => "eligible",
    };
    if answer["verdict"] != verdict {
        broken.push(format!("the verdict is {}, and the status {}", answer["verdict"], figures["status"]));
    }
    let has_features = ["features", "extended_features"].iter().any(|name| figures.get(*name).is_some());
    if verdict == "ineligible" && has_features {
        broken.push("features are granted of what cannot be had".to_owned());
    }
    let is_for_a_visit = |duty: &Value| ["admit_site_visit", "own_staff_travel"].contains(&text(&duty["duty"]));
    if figures["site_visit"] == "not_offered" && list(&figures["duties"]).iter().any(is_for_a_visit) {
        broken.push("there are duties for a visit that is not offered".to_owned());
    }
    let outcomes = || list(&figures["prerequisites"]).iter().map(|row| text(&row["outcome"]));
    let worst = if outcomes().any(|outcome| outcome == "not_met") {
        "barred"
    } else if outcomes().any(|outcome| outcome == "refer") {
        "refer"
    } else {
        ""
    };
    let status = text(&figures["status"]);
    if (if ["barred", "refer"].contains(&status) { status } else { "" }) != worst {
        broken.push(format!("the status is {status}, and the worst of the prerequisites {worst}"));
    }
    for line in lines {
        // What is in the base is paid with the base; what flex buys can be ordered.
        let (status, payable) = (text(&line["status"]), text(&line["payable_with_flex"]));
        if line["mark"] == "included" && payable == "allowed" {
            broken.push(format!("flex buys {}, which is in the base", line["service"]));
        }
        if !["barred", "refer"].contains(&status) && status != text(&line["mark"]) {
            broken.push(format!("{} is marked {} and said to be {status}", line["service"], line["mark"]));
        }
    }
    if figures.get("closes_at").is_some() != (figures["hours"] == "local_working_hours") {
        broken.push("hours of the clock without working hours, or the other way round".to_owned());
    }
    if figures.get("expenses").is_some_and(|_| figures["delivery"] == "remote_only") {
        broken.push("somebody travels for what is remote only".to_owned());
    }
}
