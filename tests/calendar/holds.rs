//! The dates of a work order: each year follows on the one before it and the last one ends with the term, requests
//! come two months before it, and nothing that was closed before it was asked for is in time.

use crate::common::sums::days_between;
use crate::common::{list, text};
use serde_json::Value;

pub fn broken(_: &Value, answer: &Value, broken: &mut Vec<String>) {
    let dates = &answer["dates"];
    let day = |name: &str| text(&dates[name]).to_owned();
    let ahead = |name: &str| days_between(&day(name), &day("usable_until"));
    if (ahead("safe_request_until"), ahead("borderline_request_on")) != (61, 60) {
        broken.push("the last days for requests are not 61 and 60 days ahead of the end".to_owned());
    }
    let expected = match days_between(&day("borderline_request_on"), text(&answer["as_of"])) {
        ..0 => "eligible",
        0 => "refer",
        _ => "ineligible",
    };
    if answer["verdict"] != expected {
        broken.push(format!("requests are {expected} on that day"));
    }
    for (name, until) in [("flex_years", "flex_until"), ("plan_years", "plans_until")] {
        let rows = list(&answer["figures"][name]);
        for pair in rows.windows(2) {
            if days_between(text(&pair[0][until]), text(&pair[1]["year_from"])) != 1 {
                broken.push(format!("a year of {name} does not follow on the one before it"));
            }
        }
        if rows.last().is_some_and(|last| last[until] != dates["usable_until"]) {
            broken.push(format!("the last of {name} does not end with the term"));
        }
    }
    if dates.get("monitors_ready_by").is_some()
        && days_between(&day("onboarding_until"), &day("monitors_ready_by")) != 30
    {
        broken.push("the monitors are not due 30 days after the onboarding".to_owned());
    }
    for line in list(&answer["lines"]) {
        let (early, late, ahead) = (&line["early_enough"], &line["late_enough"], line["days_before_closing"].as_i64());
        let expected = match ahead {
            Some(..0) => "ineligible",
            Some(7) => "eligible",
            _ => "refer",
        };
        if line["verdict"] != expected || (*early == true && *late == true) != (ahead == Some(7)) {
            broken.push(format!("a request {ahead:?} days before closing is {expected}"));
        }
        // Ten days of work take at least two weekends, or one and the weekdays around it.
        let is_later = |due: &Value| days_between(text(&line["counted_from"]), text(due)) >= 12;
        if line.get("report_due_on").is_some_and(|due| !is_later(due)) {
            broken.push("a report is due before ten business days are over".to_owned());
        }
    }
}
