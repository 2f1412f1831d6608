//! Each way compared: what is paid so far runs on from year to year, the cheapest is the least, and what turns does
//! so in the year named.

use crate::common::{list, sums, text};
use serde_json::Value;

pub fn broken(_: &Value, answer: &Value, broken: &mut Vec<String>) {
    sums::lines_sum_to(&["renewal", "reinstatement", "new_licence"].map(|name| (name, name)), answer, broken);
    let units = |value: &Value| sums::units(value).unwrap_or_default();
    let (lines, figures) = (list(&answer["lines"]), &answer["figures"]);
    // What is closed is no way to go, whatever it would have cost.
    let is_open = figures["path"] == "renewal";
    let mut so_far = [0; 3];
    let mut turns = (None, None);
    for (index, line) in lines.iter().enumerate() {
        for (sum, way) in so_far.iter_mut().zip(["renewal", "reinstatement", "new_licence"]) {
            *sum += units(&line[way]);
            if *sum != units(&line[format!("{way}_so_far")]) {
                broken.push(format!("lines.{index}.{way}_so_far does not run on"));
            }
        }
        let [renewal, reinstatement, new_licence] = so_far;
        let cheapest = if is_open && renewal <= reinstatement { "renewal" } else { "reinstatement" };
        if line["cheapest_so_far"] != cheapest || new_licence < reinstatement {
            broken.push(format!("lines.{index}.cheapest_so_far is not the least"));
        }
        if units(&line["reinstatement_fee"]) <= renewal {
            turns.0.get_or_insert(index + 1);
        }
        if index > 0 && lines[index - 1]["cheapest_so_far"] != cheapest {
            turns.1.get_or_insert(index + 1);
        }
        // A year follows on the one before it.
        if index > 0 && text(&lines[index - 1]["year_until"]) >= text(&line["year_from"]) {
            broken.push(format!("lines.{index} begins before the year before it ends"));
        }
    }
    for (name, year) in [("break_even_year", turns.0), ("changes_in_year", turns.1)] {
        if figures.get(name).and_then(Value::as_u64) != year.map(|year| year as u64) {
            broken.push(format!("figures.{name} is another year"));
        }
    }
    if units(&figures["difference"]) != so_far[1] - so_far[0] {
        broken.push("figures.difference is not the difference".to_owned());
    }
    for way in ["renewal", "reinstatement", "new_licence"] {
        let (tax, gross) = (&figures[format!("{way}_tax")], &figures[format!("{way}_gross")]);
        if tax.is_string() && units(&figures[way]) + units(tax) != units(gross) {
            broken.push(format!("figures.{way}_gross is not the sum of {way} and its tax"));
        }
    }
}
