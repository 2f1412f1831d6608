//! Seat and language are those of an arbitration, a court is open besides one only where there are exceptions, and it is
//! too late exactly where no days are left. Days compare as they read.

use crate::common::{list, text};
use serde_json::Value;

pub fn broken(_: &Value, answer: &Value, broken: &mut Vec<String>) {
    let (figures, dates) = (&answer["figures"], &answer["dates"]);
    let mut expect = |holds: bool, what: &str| {
        if !holds {
            broken.push(what.to_owned());
        }
    };
    let has = |kind: &str, code: &str| list(&answer[kind]).iter().any(|note| note["code"] == code);
    let route = text(&figures["route"]);
    let is_arbitration = route.starts_with("arbitration");
    expect((route == "none_named") == (figures["forum"] == "none_named"), "a way to a forum that is not named");
    for name in ["seat", "language"] {
        expect(
            figures.get(name).is_some() == is_arbitration,
            "an arbitration without seat and language, or the other way round",
        );
    }
    expect(
        !is_arbitration || figures.get("arbitrators").is_some() != has("reasons", "arbitrators_not_stated"),
        "the number of arbitrators is neither stated nor not stated",
    );
    let may_go_to_court = has("warnings", "award_within_the_contract");
    expect(
        route != "arbitration_or_court" || may_go_to_court,
        "a court is open besides arbitration without an exception",
    );
    expect(figures.get("court_limit").is_none() || may_go_to_court, "a limit without an exception");
    expect(dates.get("chair_by").is_none() || may_go_to_court, "a chair where the parties name nobody");
    let file_by = text(&dates["file_by"]);
    let is_late = !file_by.is_empty() && text(&answer["as_of"]) > file_by;
    expect(has("reasons", "claim_is_late") == is_late, "late, or not, by another day than the last");
    expect(figures.get("days_left").is_some() == (!file_by.is_empty() && !is_late), "days left where there are none");
    let has_none = has("reasons", "no_period_in_the_text") || has("reasons", "no_rights_for_third_parties");
    expect(has_none == file_by.is_empty(), "a last day without a period");
    expect(!is_late || answer["verdict"] != "eligible", "late and still in time");
    // Dominica's rows are those of the Dominican Republic too.
    let may_be_another = list(&answer["steps"]).iter().any(|step| step["from"].to_string().contains(".DM."));
    expect(!may_be_another || answer["verdict"] == "refer", "a country that may be another is not referred");
}
