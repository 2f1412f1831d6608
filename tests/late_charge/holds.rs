//! Nobody is charged for being on time, no charge is made up where no rate is stated, and the sums are those of the
//! invoices.

use crate::common::sums::units;
use crate::common::{list, text};
use serde_json::Value;

pub fn broken(_: &Value, answer: &Value, broken: &mut Vec<String>) {
    let (lines, figures) = (list(&answer["lines"]), &answer["figures"]);
    for (index, line) in lines.iter().enumerate() {
        let is_late = line["days_late"].as_i64() > Some(0);
        if is_late == (line["outcome"] == "on_time") {
            broken.push(format!("lines.{index} is late or on time, not both"));
        }
        if (line["outcome"] == "charged") != line.get("late_percent").is_some() {
            broken.push(format!("lines.{index} is charged by no rate, or has one for nothing"));
        }
        match (text(&line["outcome"]), units(&line["charge"])) {
            ("rate_not_stated", None) | ("charged", Some(0..)) | ("on_time" | "not_asked_in_writing", Some(0)) => {}
            (outcome, charge) => broken.push(format!("lines.{index}: {outcome} with a charge of {charge:?}")),
        }
        if let (Some(interest), Some(sum)) = (units(&line["interest"]), units(&line["fixed_sum"]))
            && units(&line["charge"]).is_none_or(|charge| (charge - interest - sum).abs() > 1)
        {
            // Each part is rounded for itself, the charge once at its end.
            broken.push(format!("lines.{index}.charge is not its parts together"));
        }
        let is_due_late = line["due_on"].is_string() && text(&line["due_on"]) > text(&line["pay_by"]);
        let tells = |note: &Value| note["code"] == "received_after_the_last_day" && note["line"] == index;
        if is_due_late != list(&answer["warnings"]).iter().any(tells) {
            broken
                .push(format!("lines.{index} falls due when it is late already, and nothing says so, or it does not"));
        }
    }
    for name in ["interest", "fixed_sum", "other_charge", "charge"] {
        let parts: Vec<i128> = lines.iter().filter_map(|line| units(&line[name])).collect();
        let is_whole = if name == "charge" { parts.len() == lines.len() } else { !parts.is_empty() };
        let expected = is_whole.then(|| parts.iter().sum::<i128>());
        if figures.get(name).and_then(units) != expected {
            broken.push(format!("figures.{name} is not the sum of the invoices'"));
        }
    }
    let late = lines.iter().filter(|line| line["days_late"] != 0).count();
    if figures["invoices_late"].as_u64() != u64::try_from(late).ok() {
        broken.push("figures.invoices_late is another number".to_owned());
    }
    let earliest = lines.iter().map(|line| text(&line["pay_by"])).min();
    if earliest != Some(text(&answer["dates"]["pay_by"])) {
        broken.push("dates.pay_by is not the earliest".to_owned());
    }
}
