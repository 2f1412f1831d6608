//! What one has is what there is with cover or without; whoever is answered by people waits for no
//! opening, and nobody is answered sooner than asked. Local times compare as they read.

use crate::common::{list, text};
use serde_json::Value;

pub fn broken(_: &Value, answer: &Value, broken: &mut Vec<String>) {
    let (figures, dates) = (&answer["figures"], &answer["dates"]);
    let lines = list(&answer["lines"]);
    if lines.len() != 7 {
        broken.push("there are seven features".to_owned());
    }
    for line in lines {
        let (yours, without) = (&line["yours"], &line["without_cover"]);
        let is_had = figures["covered"] == true && yours == &line["with_cover"];
        let is_lost = figures["entitled_to_updates"] == false && yours == without;
        if !(is_had || is_lost) {
            broken.push(format!("{} is neither had nor lost", line["feature"]));
        }
    }
    if figures["entitled_to_updates"] == true && figures["covered"] == false {
        broken.push("updates without cover".to_owned());
    }
    if dates.get("next_opening").is_some() != (figures["channel"] == "self_service") {
        broken.push("an opening is waited for where somebody answers, or the other way round".to_owned());
    }
    for step in list(&answer["steps"]) {
        let asked_at = text(&step["values"]["local_time"]);
        let is_later = asked_at.len() == text(&step["result"]).len() && text(&step["result"]) > asked_at;
        if text(&step["figure"]).starts_with("dates.") && !is_later {
            broken.push(format!("{} is no later than {asked_at}", step["figure"]));
        }
    }
}
