//! The cap is one of its limbs and none is higher; what is recoverable and what is not make up the claim, and
//! nothing is recoverable of what is excluded. Units compare exactly as they are written.

use crate::common::{list, sums, text};
use serde_json::Value;

pub fn broken(_: &Value, answer: &Value, broken: &mut Vec<String>) {
    let figures = &answer["figures"];
    let units = |name: &str| sums::units(&figures[name]);
    let limbs: Vec<i128> = ["dollar_limb", "euro_limb", "paid_limb"].into_iter().filter_map(units).collect();
    let cap = units("cap");
    if limbs.iter().copied().max() != cap {
        broken.push("the cap is not the highest limb".to_owned());
    }
    let highest = limbs.iter().filter(|limb| Some(**limb) == cap).count();
    if (highest > 1) != (figures["decided_by"] == "equal") {
        broken.push("the limb that decides is not the one that is highest".to_owned());
    }
    if units("paid_limb") < units("paid_counted") {
        broken.push("less counts than was paid".to_owned());
    }
    let recoverable = units("recoverable");
    let is_right = match text(&figures["extent"]) {
        "up_to_the_cap" => recoverable.is_none() || recoverable <= cap,
        "without_a_cap" => units("not_recoverable").unwrap_or_default() == 0,
        "remedies" => recoverable.is_none(),
        _ => recoverable.unwrap_or_default() == 0,
    };
    if !is_right || units("not_recoverable").is_some_and(|rest| rest < 0) {
        broken.push(format!("{} is recoverable of what is {}", figures["recoverable"], figures["extent"]));
    }
    if list(&answer["lines"]).len() != 20 || answer["lines"][0]["excluded"] != false {
        broken.push("there are twenty kinds of damage, and direct damage is excluded nowhere".to_owned());
    }
}
