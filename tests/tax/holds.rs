//! What IBM gets and what is withheld are the charge with its tax.

use crate::common::{list, sums, text};
use serde_json::Value;

pub fn broken(_: &Value, answer: &Value, broken: &mut Vec<String>) {
    let units = |name: &str| sums::units(&answer["figures"][name]).unwrap_or_default();
    if units("to_ibm") + units("withheld") != units("gross") {
        broken.push("figures.to_ibm and figures.withheld do not add up to figures.gross".to_owned());
    }
    if units("to_ibm") < 0 || units("tax") > units("gross") {
        broken.push("IBM pays, or tax is more than all of it".to_owned());
    }
    let codes: Vec<&str> = list(&answer["warnings"]).iter().map(|warning| text(&warning["code"])).collect();
    let cooperates = ["cooperate_on_exemption", "cooperate_on_relief"].map(|code| codes.contains(&code));
    if cooperates[0] == cooperates[1] {
        broken.push("cooperation is asked for twice, or not at all".to_owned());
    }
}
