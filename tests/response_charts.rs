//! The severity charts of the pack, cell by cell against a second transcription of the document.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::indexing_slicing, clippy::panic, reason = "a test that goes wrong shall stop")]

use serde_json::{Value, json};

const PLANS: [&str; 4] = ["base", "uer", "rapid_response", "aem"];

fn transcribed() -> Value {
    serde_json::from_str(include_str!("transcribed/ms_charts.json")).unwrap_or_default()
}

fn table(name: &str) -> Vec<Value> {
    let pack: Value = serde_json::from_str(include_str!("../src/terms/ms-unified.json")).unwrap_or_default();
    list(&pack["values"][name]["dated"][0]["value"])
}

fn list(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}

fn found<'v>(rows: &'v [Value], keys: &[(&str, &Value)]) -> &'v Value {
    let fits = |row: &&Value| keys.iter().all(|(name, value)| row[*name] == **value);
    rows.iter().find(fits).unwrap_or(&Value::Null)
}

/// What the transcription calls a duty that the pack calls otherwise.
fn duty(transcribed: &Value) -> Value {
    const NAMES: &[(&str, &str)] = &[
        ("continuous_effort_24x7", "resolve_around_the_clock"),
        ("rapid_escalation_to_product_teams", "escalate_to_product_group"),
        ("rapid_escalation_to_cloud_service_operations", "escalate_to_cloud_operations"),
        ("rapid_escalation_with_first_response", "escalate_at_response"),
        ("notify_executives_as_needed", "notify_own_executives"),
        ("notify_executives_on_request", "notify_your_executives"),
        ("assign_resources_24x7", "resources_around_the_clock"),
        ("rapid_access_and_response", "rapid_access"),
        ("effort_in_business_hours", "resolve_in_business_hours"),
        ("assign_resources_to_match", "matching_resources"),
        ("access_and_response_from_change_control", "change_control_response"),
        ("accurate_contact_of_case_owner", "correct_case_contact"),
        ("response_from_case_owner", "reply"),
        ("senior_incident_manager_assigned", "senior_incident_manager"),
        ("post_event_summary", "summary_after_the_event"),
        ("critical_situation_resource_in_30_minutes", "critical_situation_resource"),
    ];
    let name = NAMES.iter().find(|(name, _)| transcribed == name).map(|(_, name)| json!(name));
    name.unwrap_or_else(|| transcribed.clone())
}

#[test]
fn every_cell_of_the_four_charts_is_the_same() {
    let (transcribed, rows) = (transcribed(), table("response_times"));
    let charts = list(&transcribed["charts"]);
    assert_eq!((charts.len(), rows.len()), (10, 10));
    for chart in &charts {
        let name = format!("{} {}", chart["plan"], chart["severity"]);
        let row = found(&rows, &[("plan", &chart["plan"]), ("severity", &chart["severity"])]);
        for cell in ["azure_minutes", "other_minutes"] {
            assert_eq!(row[cell], chart[cell], "{name} {cell}");
        }
        // A row without cells of its own is read as having those of the row whose cells it falls under.
        let above = found(&charts, &[("plan", &chart["plan"]), ("severity", &chart["cells_shared_with"])]);
        let own = if above.is_null() { chart } else { above };
        let attention = match own["attention_business_hours"].as_i64() {
            Some(hours) => json!(hours * 60),
            None => own["attention_minutes"].clone(),
        };
        assert_eq!(row["attention_minutes"], attention, "{name} attention");
        let resolution = if chart["resolution"] == "24x7" { "around_the_clock" } else { "business_hours" };
        assert_eq!(row["resolution"], resolution, "{name}");
        for (side, transcribed) in [("microsoft", "microsoft_duties"), ("customer", "customer_duties")] {
            let duties: Vec<Value> = list(&chart[transcribed]).iter().map(duty).collect();
            assert_eq!(row[side], json!(duties), "{name} {side}");
        }
        // The minutes in which a resource is assigned stand in the transcription's name of the duty.
        let in_time = list(&chart["microsoft_duties"]).contains(&json!("critical_situation_resource_in_30_minutes"));
        assert_eq!(row.get("resource_minutes"), in_time.then_some(&json!(30)), "{name}");
    }
}

#[test]
fn customers_have_the_hours_that_are_printed() {
    let duties = table("duty_times");
    let hours = |chart: &Value| {
        let last = list(&chart["customer_duties"]).last().map(duty).unwrap_or_default();
        let clock = if chart["customer_response_clock"] == "hours" { "around_the_clock" } else { "business_hours" };
        json!({ "duty": last, "hours": chart["customer_response_hours"], "counted_in": clock })
    };
    let transcribed = list(&transcribed()["charts"]);
    let printed: Vec<Value> =
        transcribed.iter().filter(|chart| !chart["customer_response_hours"].is_null()).map(hours).collect();
    assert_eq!(duties, printed);
}

#[test]
fn every_note_says_the_same() {
    let (transcribed, rows, plans) = (transcribed(), table("response_times"), table("response_plans"));
    for chart in list(&transcribed["charts"]) {
        let name = format!("{} {}", chart["plan"], chart["severity"]);
        let notes = &transcribed["footnotes"][chart["plan"].as_str().unwrap_or_default()];
        let meaning = |number: &Value| match notes[number.to_string()].as_str() {
            Some("may_lower_severity_without_customer_resources") => json!("severity_may_be_lowered"),
            Some("may_leave_24x7_without_customer_resources") => json!("around_the_clock_may_end"),
            _ => Value::Null,
        };
        let row = found(&rows, &[("plan", &chart["plan"]), ("severity", &chart["severity"])]);
        let of_customer = meaning(&chart["footnotes"]["customer_resources"]);
        assert_eq!(row["warning"], of_customer, "{name}");
        let is_another = meaning(&chart["resolution_footnote"]) != of_customer;
        let reading = if is_another {
            json!("severity_a_note_is_downgrade")
        } else if chart["cells_shared_with"].is_null() {
            Value::Null
        } else {
            json!("one_cell_for_1_and_a")
        };
        assert_eq!(row["reading"], reading, "{name}");
    }
    for plan in PLANS {
        let languages = transcribed["footnotes"][plan]["2"].as_str().unwrap_or_default();
        let warning = match languages {
            "languages_english_japanese" => json!("rapid_response_languages"),
            "language_english" => json!("aem_english_only"),
            _ => Value::Null,
        };
        // Only a warning that names a clause of its own comes from beyond the chart.
        let row = found(&plans, &[("plan", &json!(plan))]);
        let charted = if row.get("warning_clause").is_some() { &Value::Null } else { &row["warning"] };
        assert_eq!(*charted, warning, "{plan}");
    }
}

#[test]
fn cases_are_filed_as_printed() {
    let plans = table("response_plans");
    for chart in list(&transcribed()["charts"]) {
        let channel = |printed: &Value| match printed.as_str() {
            Some("cloud_portal" | "azure_portal_with_aem") => json!("portal"),
            _ => printed.clone(),
        };
        let printed: Vec<Value> = list(&chart["submit"]).iter().map(channel).collect();
        assert_eq!(found(&plans, &[("plan", &chart["plan"])])["channels"], json!(printed), "{}", chart["plan"]);
    }
}

#[test]
fn the_matrix_of_components_is_the_four_lists() {
    let (lists, rows) = (&transcribed()["exclusions"], table("component_exclusions"));
    // The first row is for every component that nobody lists.
    let listed: Vec<&Value> = rows.iter().filter(|row| row["component"] != "azure_component").collect();
    assert_eq!((rows.len(), listed.len()), (12, 11));
    for by in ["base", "uer", "rapid_response", "aed"] {
        assert_eq!(rows[0][by], false);
        let printed = list(&lists[by]);
        for row in &listed {
            assert_eq!(row[by], printed.contains(&row["component"]), "{by} {}", row["component"]);
        }
        assert!(printed.iter().all(|printed| listed.iter().any(|row| row["component"] == *printed)), "{by}");
    }
}
