//! Packs of terms: those built in, one that came along, and every way in which one can be bad.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::indexing_slicing, clippy::panic, reason = "a test that goes wrong shall stop")]

mod common;

use common::{ask, faults, pack};
use serde_json::{Value, json};

fn cancellation(terms: Value) -> Value {
    ask(&json!({ "calculator": "cancellation", "as_of": "2025-07-18", "currency": "USD", "terms": terms,
        "input": { "lines": [ { "fee": "1000.00", "starts_on": "2025-07-31" } ] } }))
}

#[test]
fn the_packs_built_in_load_and_say_where_everything_is_written() {
    let packs = serde_json::to_value(clausewise::terms().iter().map(|pack| (**pack).clone()).collect::<Vec<_>>())
        .unwrap_or_default();
    assert_eq!(packs.as_array().map(Vec::len), Some(3));
    for pack in packs.as_array().into_iter().flatten() {
        assert_eq!(pack["digest"].as_str().map(str::len), Some(64));
        for (name, value) in pack["values"].as_object().into_iter().flatten() {
            let clause = value["clause"].as_str().unwrap_or_default();
            assert!(pack["clauses"][clause]["section"].is_string(), "{name}");
            assert!(pack["clauses"][clause]["checked"].is_string(), "{name}");
        }
    }
}

#[test]
fn a_calculator_stands_among_those_that_its_pack_serves() {
    let described = serde_json::to_value(clausewise::calculators()).unwrap_or_default();
    for calculator in described.as_array().into_iter().flatten() {
        let (name, id) = (&calculator["calculator"], calculator["pack"].as_str().unwrap_or_default());
        let served = pack(id)["calculators"].as_array().is_some_and(|all| all.contains(name));
        assert!(served, "src/terms/{id}.json does not name {name} under `calculators`");
    }
}

/// Every text in a value, however deep.
fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(items) => items.iter().flat_map(texts).collect(),
        Value::Object(members) => members.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn there_is_no_prose_in_a_pack() {
    for id in ["ibm-ss", "ms-unified", "ibm-ilan"] {
        let pack = pack(id);
        let texts = [texts(&pack["values"]), texts(&pack["services"]), texts(&pack["calculators"])].concat();
        assert!(texts.len() > 40, "{id}");
        for text in texts {
            // Keys, numbers, dates, versions, addresses: one word, which no sentence is.
            let is_word = text == "✓" || text.is_ascii() && !text.contains(char::is_whitespace);
            // Or numbers that are dialled one after the other.
            let is_dialled = text.chars().all(|c| c.is_ascii_digit() || c == ' ' || c == '→');
            assert!(is_word || is_dialled, "{id}: {text:?}");
        }
        // An edition may have its month behind it, as the licence prints it.
        let short = [(&pack["edition"], 2), (&pack["id"], 1)];
        let is_short = |text: &Value, most| text.as_str().is_some_and(|text| text.split(' ').count() <= most);
        assert!(short.iter().all(|(text, most)| is_short(text, *most)), "{id}");
        assert_eq!(pack.get("words"), None, "{id}");
    }
}

#[test]
fn the_catalogue_has_forty_services_seven_of_them_in_the_base() {
    let pack = pack("ms-unified");
    let services = pack["services"].as_array().cloned().unwrap_or_default();
    let marked = |mark: &str| services.iter().filter(|service| service["mark"] == mark).count();
    assert_eq!((services.len(), marked("✓"), marked("+"), marked("+1")), (40, 7, 32, 1));
}

#[test]
fn a_pack_given_whole_answers_as_the_one_built_in() {
    let built_in = cancellation(json!("ms-unified"));
    assert_eq!(built_in["figures"]["charge"], "500.00");
    assert_eq!(cancellation(pack("ms-unified")), built_in);
}

#[test]
fn another_contracts_numbers_are_used_and_its_clauses_cited() {
    let mut terms = pack("ms-unified");
    terms["id"] = json!("acme");
    terms["clauses"]["ACME-7"] = json!({ "section": "7", "checked": "2026-11-01" });
    terms["values"]["partial_charge_percent"] = json!({ "kind": "percent", "clause": "ACME-7", "dated": [
        { "value": "50", "checked": "2026-11-01" }, { "from": "2025-07-18", "value": "12.5", "checked": "2026-11-01" } ] });
    let answer = cancellation(terms);
    assert_eq!(answer["terms"]["pack"], "acme");
    assert_eq!(answer["figures"]["charge"], "125.00");
    let cited: Vec<_> = answer["steps"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|step| step["clause"] == "ACME-7")
        .map(|step| step["figure"].clone())
        .collect();
    // The sums cite the clause of the one line that they sum.
    let expected = [
        "lines.0.charge_percent",
        "lines.0.charge",
        "lines.0.refund",
        "figures.fee",
        "figures.charge",
        "figures.refund",
    ];
    assert_eq!(cited, expected);
    assert_ne!(answer["terms"]["digest"], cancellation(json!("ms-unified"))["terms"]["digest"]);
}

#[test]
fn an_answer_tells_when_what_it_used_was_last_compared_with_the_document() {
    let read_on = |changes: &[(&str, Value)]| {
        let mut terms = pack("ms-unified");
        for (place, value) in changes {
            *terms.pointer_mut(place).unwrap_or_else(|| panic!("{place}")) = value.clone();
        }
        cancellation(terms)["terms"]["checked"].clone()
    };
    let percent = "/values/partial_charge_percent/dated";
    let first = format!("{percent}/0/checked");
    assert_eq!(read_on(&[(&first, json!("2031-05-06"))]), "2031-05-06");
    // What a cancellation does not use is not what it was compared by.
    assert_ne!(read_on(&[("/values/credit_cap_percent/dated/0/checked", json!("2031-05-06"))]), "2031-05-06");
    // Nor is a value that holds on other days: the day asked about is July 18, 2025.
    let later = |from: &str| {
        let first = json!({ "value": "50", "checked": "2026-11-21" });
        json!([first, { "from": from, "value": "60", "checked": "2031-05-06" }])
    };
    assert_ne!(read_on(&[(percent, later("2025-07-19"))]), "2031-05-06");
    assert_eq!(read_on(&[(percent, later("2025-07-18"))]), "2031-05-06");
}

#[test]
fn a_pack_says_how_its_document_is_dated_or_nothing_of_it() {
    let notes = |answer: &Value, code: &str| {
        let all = [&answer["assumptions"], &answer["warnings"]];
        let all = all.into_iter().flat_map(|notes| notes.as_array().cloned().unwrap_or_default());
        all.filter(|note| note["code"] == code).map(|note| note["clause"].clone()).collect::<Vec<_>>()
    };
    let dated = |edition: Value| {
        let mut terms = pack("ms-unified");
        if let Some(values) = terms["values"].as_object_mut() {
            values.remove("edition_undated");
            values.extend(edition.as_object().cloned().unwrap_or_default());
        }
        cancellation(terms)
    };
    let from = |month: &str| json!({ "edition_from": { "kind": "month", "clause": "MS-UES-15", "dated": [{ "value": month, "checked": "2026-11-21" }] } });
    let silent = dated(json!({}));
    assert!(notes(&silent, "edition_undated").is_empty() && notes(&silent, "before_this_edition").is_empty());
    assert_eq!(silent["terms"].get("edition_from"), None);
    // The day asked about is July 18, 2025.
    let before = dated(from("2025-08"));
    assert_eq!(notes(&before, "before_this_edition"), ["MS-UES-15"]);
    assert_eq!(before["terms"]["edition_from"], "2025-08");
    assert!(notes(&dated(from("2025-07")), "before_this_edition").is_empty());
    for month in ["2025-13", "2025-7", "2025-07-18", "1989-12", ""] {
        assert_eq!(dated(from(month))["errors"][0]["field"], "terms.values.edition_from.dated.0.value", "{month}");
    }
    let of_another_kind = dated(
        json!({ "edition_from": { "kind": "rule", "clause": "MS-UES-15", "dated": [{ "checked": "2026-11-21" }] } }),
    );
    assert_eq!(of_another_kind["errors"][0]["field"], "terms.values.edition_from");
}

#[test]
fn families_and_services_to_choose_from_are_the_packs() {
    let mut terms = pack("ibm-ss");
    terms["values"]["listed_families"]["dated"][0]["value"] = json!(["cobol"]);
    let line = |family: &str| json!({ "family": family, "quantity": 1, "new_licence_price": "100.00", "covered_until": "2020-01-01" });
    let asked = |family: &str| {
        ask(
            &json!({ "calculator": "reinstatement", "as_of": "2026-11-21", "currency": "USD", "terms": terms, "input": { "lines": [line(family)] } }),
        )
    };
    assert_eq!(asked("cobol")["verdict"], "eligible");
    assert_eq!(asked("other")["verdict"], "refer");
    let refusal = asked("tivoli");
    assert_eq!(refusal["errors"][0]["values"]["choices"], json!(["cobol", "other"]));
}

/// What is done to a good pack, and where it is then found bad.
fn spoilt() -> Vec<(&'static str, Value, &'static str)> {
    let dated = |value: Value| json!({ "kind": "count", "clause": "MS-UES-15", "dated": [ { "value": value, "checked": "2026-11-21" } ] });
    vec![
        ("/id", json!(7), "terms.id"),
        ("/edition", json!(""), "terms.edition"),
        ("/document", json!([]), "terms.document"),
        ("/document/name", json!("a\u{0}b"), "terms.document.name"),
        ("/calculators", json!("flex"), "terms.calculators"),
        ("/calculators", json!(["nonsense", "cancellation"]), "terms.calculators"),
        ("/clauses", json!(null), "terms.clauses"),
        ("/services", json!({}), "terms.services"),
        ("/services/0/mark", json!("*"), "terms.services.0.mark"),
        ("/services/1/key", json!("proof_of_concept"), "terms.services.1.key"),
        ("/services/2/clause", json!("MS-UES-999"), "terms.services.2.clause"),
        ("/services/3/checked", json!("yesterday"), "terms.services.3.checked"),
        ("/values/full_refund_days_ahead", json!(14), "terms.values.full_refund_days_ahead"),
        ("/values/full_refund_days_ahead", dated(json!("14")), "terms.values.full_refund_days_ahead.dated.0.value"),
        ("/values/full_refund_days_ahead", dated(json!(-1)), "terms.values.full_refund_days_ahead.dated.0.value"),
        ("/values/full_refund_days_ahead", dated(json!(1.5)), "terms.values.full_refund_days_ahead.dated.0.value"),
        ("/values/full_refund_days_ahead/kind", json!("percent"), "terms.values.full_refund_days_ahead.dated.0.value"),
        ("/values/full_refund_days_ahead/kind", json!("days"), "terms.values.full_refund_days_ahead.kind"),
        ("/values/full_refund_days_ahead/clause", json!("MS-UES-999"), "terms.values.full_refund_days_ahead.clause"),
        ("/values/full_refund_days_ahead/dated", json!([]), "terms.values.full_refund_days_ahead.dated"),
        (
            "/values/full_refund_days_ahead/dated/0/checked",
            json!(null),
            "terms.values.full_refund_days_ahead.dated.0.checked",
        ),
        (
            "/values/partial_charge_percent/dated/0/value",
            json!("100.5"),
            "terms.values.partial_charge_percent.dated.0.value",
        ),
        ("/values/late_days_ahead/dated/0/value", json!(4), "terms.values.late_days_ahead"),
        ("/values/full_refund_days_ahead/dated/0/value", json!(6), "terms.values.full_refund_days_ahead"),
    ]
}

#[test]
fn a_bad_pack_is_refused_with_the_place() {
    for (place, value, expected) in spoilt() {
        let mut terms = pack("ms-unified");
        match terms.pointer_mut(place) {
            Some(spot) => *spot = value.clone(),
            None => panic!("{place} is not in the pack"),
        }
        let found = faults(&cancellation(terms));
        assert_eq!(found, [("bad_terms".to_owned(), expected.to_owned())], "{place} = {value}");
    }
}

#[test]
fn of_a_pack_that_is_bad_throughout_a_thousand_faults_are_told() {
    let mut terms = pack("ms-unified");
    for index in 0..40_000 {
        terms["values"][format!("x{index}")] = json!(5);
    }
    let found = faults(&cancellation(terms));
    assert_eq!(found.len(), 1_001);
    assert_eq!(found.iter().filter(|(_, place)| place == "terms").count(), 1);
}

#[test]
fn the_digest_is_taken_of_all_that_a_pack_holds() {
    let digest_with = |words: Value| {
        let mut terms = pack("ms-unified");
        terms["words"] = words;
        cancellation(terms)["terms"]["digest"].as_str().map(str::to_owned)
    };
    let long = |last: u32| json!({ "en": { "list": (0..1_500).chain([last]).collect::<Vec<_>>() } });
    let values = [json!(1.5), json!(2.5), json!(null), json!(1e19), json!(1e21), json!("1.5"), json!([]), json!(false)];
    let all: Vec<Value> =
        values.into_iter().map(|value| json!({ "en": { "x": value } })).chain([long(1), long(2)]).collect();
    let digests: std::collections::BTreeSet<_> = all.iter().filter_map(|words| digest_with(words.clone())).collect();
    assert_eq!(digests.len(), all.len());
}

#[test]
fn a_reference_to_nothing_is_refused() {
    let flex = |spoil: fn(&mut Value)| {
        let mut terms = pack("ms-unified");
        spoil(&mut terms);
        faults(&ask(&json!({ "calculator": "flex", "as_of": "2026-01-01", "currency": "USD", "terms": terms,
            "input": { "signed_on": "2026-01-01", "years": [ { "allowance": "5.00", "allocations": [] } ] } })))
    };
    let found = |place: &str| vec![("bad_terms".to_owned(), place.to_owned())];
    assert_eq!(
        flex(|terms| terms["values"]["credit_services"]["dated"][0]["value"] = json!(["zzz"])),
        found("terms.values.credit_services")
    );
    assert_eq!(
        flex(|terms| terms["values"]["flex_buys"]["dated"][0]["value"] = json!(["planning", "zzz"])),
        found("terms.values.flex_buys")
    );
    assert_eq!(
        flex(|terms| terms["values"]["management_groups"]["dated"][0]["value"] = json!(["zzz"])),
        found("terms.values.management_groups")
    );
    assert_eq!(flex(|terms| terms["services"] = json!([])), found("terms.services"));
    let mut terms = pack("ibm-ss");
    terms["values"]["listed_families"]["dated"][0]["value"] = json!(["tivoli", "other"]);
    let request = json!({ "calculator": "reinstatement", "as_of": "2026-11-21", "currency": "USD", "terms": terms,
        "input": { "lines": [ { "family": "tivoli", "quantity": 1, "new_licence_price": "5.00", "covered_until": "2020-01-01" } ] } });
    assert_eq!(faults(&ask(&request)), found("terms.values.listed_families"));
}

#[test]
fn years_windows_and_units_of_nothing_are_refused() {
    let faults_of = |calculator: &str, name: &str, value: Value| {
        let mut terms = pack("ms-unified");
        terms["values"][name]["dated"][0]["value"] = value;
        let input = match calculator {
            "calendar" => json!({ "starts_on": "2026-01-01", "ends_on": "2026-12-31", "flex_bought": true,
                "enhanced_response": "from_the_start", "engineering_direct": "extended" }),
            _ => json!({ "event_kind": "migration", "cloud": "public", "solutions": 1, "starts_on": "2026-06-01",
                "ends_on": "2026-06-01" }),
        };
        faults(&ask(&json!({ "calculator": calculator, "as_of": "2026-02-01", "terms": terms, "input": input })))
    };
    for (calculator, name, value) in [
        ("calendar", "flex_year_months", json!(0)),
        ("calendar", "plan_year_months", json!(0)),
        ("calendar", "onboarding_days", json!(0)),
        ("calendar", "enhanced_onboarding_days", json!(0)),
        ("calendar", "root_cause_business_days", json!(0)),
        ("event", "event_days", json!(0)),
        ("event", "event_case_mark", json!([])),
        ("event", "event_kinds", json!(["migration", "other"])),
    ] {
        let found = faults_of(calculator, name, value);
        assert_eq!(found, [("bad_terms".to_owned(), format!("terms.values.{name}"))]);
    }
    // Of what is none, none is enough.
    assert_eq!(faults_of("calendar", "monitor_days", json!(0)), []);
    assert_eq!(faults_of("event", "event_notice_weeks", json!(0)), []);
}

#[test]
fn a_table_that_contradicts_itself_is_refused() {
    let faults_of = |calculator: &str, table: &str, spoil: fn(&mut Value)| {
        let mut terms = pack("ibm-ss");
        spoil(&mut terms["values"][table]["dated"][0]["value"]);
        let input = match calculator {
            "version" => json!({ "product": "db2_udb", "version": "8.2" }),
            _ => json!({ "sites": 1, "size": "unsure" }),
        };
        let request = json!({ "calculator": calculator, "as_of": "2026-11-21", "terms": terms, "input": input });
        faults(&ask(&request))
    };
    let versions = |spoil| faults_of("version", "product_versions", spoil);
    let found = vec![("bad_terms".to_owned(), "terms.values.product_versions".to_owned())];
    assert_eq!(versions(|rows| rows[0]["mark"] = json!("newest")), found);
    assert_eq!(versions(|rows| rows[0]["version"] = json!("latest")), found);
    assert_eq!(versions(|rows| rows[0]["version"] = json!(7)), found);
    assert_eq!(versions(|rows| rows[0]["family"] = json!("")), found);
    assert_eq!(versions(|rows| rows[0]["served_until"] = json!("2009-09-30")), found);
    assert_eq!(versions(|rows| rows[1]["served_until"] = json!("Sep 30 2009")), found);
    assert_eq!(versions(|rows| rows[0]["product"] = json!("other")), found);
    assert_eq!(versions(|rows| rows[1]["version"] = json!("V7.00")), found);
    assert_eq!(versions(|rows| rows[1]["version"] = json!("V7")), found);
    assert_eq!(versions(|rows| rows[1]["version"] = json!("v07.0")), found);
    let aspects = |spoil| faults_of("programme", "programme_aspects", spoil);
    let found = vec![("bad_terms".to_owned(), "terms.values.programme_aspects".to_owned())];
    assert_eq!(aspects(|rows| rows[0]["clause"] = json!("IBM-SS-99")), found);
    assert_eq!(aspects(|rows| rows[0]["pae"] = json!(null)), found);
    assert_eq!(aspects(|rows| *rows = json!([])), found);
    assert_eq!(
        faults_of("programme", "express_sites_most", |most| *most = json!(0)),
        [("bad_terms".to_owned(), "terms.values.express_sites_most".to_owned())]
    );
}

#[test]
fn another_table_of_versions_is_looked_up() {
    let mut terms = pack("ibm-ss");
    terms["values"]["product_versions"]["dated"][0]["value"] = json!([
        { "family": "cobol", "product": "cobol", "version": "6", "mark": "new" },
        { "family": "cobol", "product": "cobol", "version": "5.x", "mark": "end_of_service", "served_until": "2030-01-31" } ]);
    let asked = |product: &str, version: &str| {
        ask(&json!({ "calculator": "version", "as_of": "2030-02-01", "terms": terms,
        "input": { "product": product, "version": version } }))
    };
    assert_eq!(asked("cobol", "5.2")["figures"]["status"], "end_of_service");
    assert_eq!(asked("cobol", "5.2")["warnings"][1]["values"]["newest"], "2030-01-31");
    assert_eq!(asked("db2_udb", "8.2")["errors"][0]["values"]["choices"], json!(["cobol", "other"]));
}

#[test]
fn tables_of_support_hold_what_can_be_asked_for() {
    let asked = |spoil: fn(&mut Value)| {
        let mut terms = pack("ibm-ss");
        spoil(&mut terms["values"]);
        let mut request = common::described("support")["example"].clone();
        request["terms"] = terms;
        faults(&ask(&request))
    };
    let found = |place: &str| vec![("bad_terms".to_owned(), format!("terms.values.{place}"))];
    assert_eq!(asked(|_| ()), []);
    let features = found("support_features");
    assert_eq!(asked(|values| values["support_features"]["dated"][0]["value"][0]["feature"] = json!("zzz")), features);
    assert_eq!(
        asked(|values| values["support_features"]["dated"][0]["value"][1]["with_cover"] = json!("much")),
        features
    );
    assert_eq!(
        asked(|values| values["support_features"]["dated"][0]["value"][1]["feature"] = json!("new_versions")),
        features
    );
    let contacts = found("contacts");
    assert_eq!(asked(|values| values["contacts"]["dated"][0]["value"][1]["for"] = json!("as400")), contacts);
    assert_eq!(asked(|values| values["contacts"]["dated"][0]["value"][0]["for"] = json!("db2")), contacts);
    let hours = found("hotline_closes");
    assert_eq!(asked(|values| values["hotline_closes"]["dated"][0]["value"] = json!("09:00")), hours);
}

fn rules(terms: &mut Value) -> &mut Value {
    &mut terms["values"]["service_rules"]["dated"][0]["value"]
}

#[test]
fn tables_of_services_speak_of_what_is_known() {
    let asked = |spoil: fn(&mut Value)| {
        let mut terms = pack("ms-unified");
        spoil(&mut terms);
        let mut request = common::described("addon")["example"].clone();
        request["terms"] = terms;
        faults(&ask(&request))
    };
    let found = |place: &str| vec![("bad_terms".to_owned(), format!("terms.{place}"))];
    assert_eq!(asked(|_| ()), []);
    assert_eq!(asked(|terms| rules(terms)[0]["for"] = json!(["coffee"])), found("values.service_rules"));
    assert_eq!(asked(|terms| rules(terms)[5]["says"] = json!(["coffee"])), found("values.service_rules"));
    assert_eq!(asked(|terms| rules(terms)[5]["if"] = json!("coffee")), found("values.service_rules"));
    assert_eq!(asked(|terms| rules(terms)[5]["clause"] = json!("MS-UES-999")), found("values.service_rules"));
    // Nobody could say what a service needs, speaks or comes by.
    assert_eq!(asked(|terms| rules(terms)[0]["says"] = json!([])), found("values.service_rules"));
    assert_eq!(asked(|terms| *rules(terms) = json!([])), found("values.service_rules"));
    assert_eq!(
        asked(|terms| terms["values"]["direct_features"]["dated"][0]["value"][0]["feature"] = json!("coffee")),
        found("values.direct_features")
    );
    assert_eq!(
        asked(|terms| terms["values"]["direct_features"]["dated"][0]["value"][0]["extended"] = json!("yes")),
        found("values.direct_features")
    );
    assert_eq!(
        asked(|terms| terms["values"]["enhanced_onboarding_days"]["dated"][0]["value"] = json!(0)),
        found("values.enhanced_onboarding_days")
    );
}

#[test]
fn another_contracts_threshold_and_prerequisites_are_used() {
    let mut terms = pack("ms-unified");
    terms["values"]["extended_spend_usd"]["dated"][0]["value"] = json!("62000000.01");
    let mut request = common::described("addon")["example"].clone();
    request["terms"] = terms.clone();
    assert_eq!(ask(&request)["figures"]["extended_features"], "not_included");
    // Where only a service's own row asks for it, nothing else is barred without rapid response.
    let rules = terms["values"]["service_rules"]["dated"][0]["value"].as_array_mut();
    if let Some(rules) = rules {
        rules.push(json!({ "for": ["hackathon"], "says": ["holds_rapid_response"], "clause": "MS-UES-74" }));
    }
    request["terms"] = terms;
    request["input"] =
        json!({ "service": "hackathon", "base_contract": "in_force", "azure": "none", "holds_rapid_response": false });
    assert_eq!(ask(&request)["reasons"][0]["code"], "needs_rapid_response");
    request["terms"] = json!("ms-unified");
    assert_eq!(ask(&request)["verdict"], "eligible");
}

#[test]
fn another_contracts_hours_target_and_numbers_are_used() {
    let mut terms = pack("ibm-ss");
    let values = &mut terms["values"];
    values["hotline_opens"]["dated"][0]["value"] = json!("08:00");
    values["hotline_closes"]["dated"][0]["value"] = json!("12:00");
    values["target_hours"]["dated"][0]["value"] = json!(5);
    values["contacts"]["dated"][0]["value"][5] = json!({ "for": "websphere", "number": "110" });
    let mut request = common::described("support")["example"].clone();
    request["terms"] = terms;
    // Monday, 23 November 2026, 16:45: closed; five hours of four a day from Tuesday on.
    let answer = ask(&request);
    assert_eq!(answer["dates"], json!({ "target_until": "2026-11-25T09:00", "next_opening": "2026-11-24T08:00" }));
    assert_eq!(answer["figures"]["number"], "110");
    assert_eq!(answer["figures"].get("extensions"), None);
}

#[test]
fn charts_of_response_are_whole() {
    type Spoil = fn(&mut Value);
    let asked = |spoil: fn(&mut Value)| {
        let mut terms = pack("ms-unified");
        spoil(&mut terms["values"]);
        let mut request = common::described("response")["example"].clone();
        request["terms"] = terms;
        faults(&ask(&request))
    };
    let row = |name: &'static str, spoil: Spoil| {
        let mut terms = pack("ms-unified");
        spoil(&mut terms["values"][name]["dated"][0]["value"]);
        let mut request = common::described("response")["example"].clone();
        request["terms"] = terms;
        (faults(&ask(&request)), vec![("bad_terms".to_owned(), format!("terms.values.{name}"))])
    };
    assert_eq!(asked(|_| ()), []);
    let spoilt: &[(&str, Spoil)] = &[
        ("response_plans", |rows| rows[1]["plan"] = json!("base")),
        ("response_plans", |rows| rows[1]["plan"] = json!("gold")),
        ("response_plans", |rows| rows[1]["clause"] = json!("MS-UES-999")),
        ("response_plans", |rows| rows[1]["rank"] = json!("first")),
        ("response_plans", |rows| rows[1]["warning"] = json!("beware")),
        ("response_plans", |rows| rows[1]["warning_clause"] = json!("MS-UES-999")),
        ("response_plans", |rows| rows[1]["replaces"] = json!("aem")),
        ("response_plans", |rows| rows[0]["replaces"] = json!("base")),
        ("response_plans", |rows| rows[0]["channels"] = json!(["portal", "web"])),
        ("response_plans", |rows| *rows = json!([])),
        ("response_times", |rows| rows[0]["severity"] = json!("D")),
        ("response_times", |rows| rows[0]["severity"] = json!("A")),
        ("response_times", |rows| rows[0]["azure_minutes"] = json!(0)),
        ("response_times", |rows| rows[0]["azure_minutes"] = json!(10_081)),
        ("response_times", |rows| rows[0]["other_minutes"] = json!(null)),
        ("response_times", |rows| rows[0]["attention_minutes"] = json!(-1)),
        ("response_times", |rows| rows[0]["attention_minutes"] = json!(null)),
        ("response_times", |rows| rows[0]["resolution"] = json!("sometimes")),
        ("response_times", |rows| rows[0]["situation"] = json!("fine")),
        ("response_times", |rows| rows[0]["microsoft"] = json!(["coffee"])),
        ("response_times", |rows| rows[0]["customer"] = json!("reply")),
        ("response_times", |rows| rows[0]["warning"] = json!("beware")),
        ("response_times", |rows| rows[0]["reading"] = json!(1)),
        ("duty_times", |rows| rows[0]["hours"] = json!(0)),
        ("duty_times", |rows| rows[0]["duty"] = json!("coffee")),
        ("further_duties", |rows| rows[0]["plan"] = json!("gold")),
        ("further_duties", |rows| rows[0]["severity"] = json!("D")),
        ("further_duties", |rows| rows[0]["duty"] = json!("coffee")),
        ("further_duties", |rows| rows[0]["clause"] = json!("MS-UES-999")),
        ("response_times", |rows| rows[6]["situation_also"] = json!("system_down")),
        ("component_exclusions", |rows| rows[1]["component"] = json!("other_product")),
        ("component_exclusions", |rows| rows[1]["aed"] = json!(null)),
        ("component_exclusions", |rows| rows[1]["uer"] = json!("yes")),
        ("component_exclusions", |rows| rows[1]["run_together_in"] = json!("gold")),
    ];
    for (name, spoil) in spoilt {
        let (found, expected) = row(name, *spoil);
        assert_eq!(found, expected);
    }
    assert_eq!(
        asked(|values| values["business_closes"]["dated"][0]["value"] = json!("09:00")),
        [("bad_terms".to_owned(), "terms.values.business_closes".to_owned())]
    );
}

#[test]
fn another_contracts_charts_are_walked() {
    let mut terms = pack("ms-unified");
    terms["clauses"]["ACME-9"] = json!({ "section": "9", "checked": "2026-11-01" });
    let values = &mut terms["values"];
    values["business_closes"]["dated"][0]["value"] = json!("12:00");
    // Severity B of the enhanced plan, which has no row for it here: ten minutes for what it covers.
    let mut row = values["response_times"]["dated"][0]["value"][4].clone();
    row["severity"] = json!("B");
    row["azure_minutes"] = json!(10);
    row["resolution"] = json!("business_hours");
    if let Some(rows) = values["response_times"]["dated"][0]["value"].as_array_mut() {
        rows.push(row);
    }
    values["response_plans"]["dated"][0]["value"][1]["clause"] = json!("ACME-9");
    let mut request = common::described("response")["example"].clone();
    request["terms"] = terms;
    request["input"]["local_time"] = json!("2026-11-20T11:55");
    // Five minutes are left on Friday.
    let answer = ask(&request);
    assert_eq!(answer["figures"]["plan"], "uer");
    assert_eq!(answer["dates"]["respond_by"], "2026-11-23T09:05");
    assert_eq!(answer["lines"][0]["respond_by"], "2026-11-23T10:55");
    let cited = |figure: &str| {
        let steps = answer["steps"].as_array().cloned().unwrap_or_default();
        steps.into_iter().find(|step| step["figure"] == figure).map(|step| step["clause"].clone())
    };
    assert_eq!(cited("lines.1.target_minutes"), Some(json!("ACME-9")));
}

#[test]
fn what_is_missing_or_unknown_is_named_and_all_of_it_at_once() {
    let mut terms = pack("ms-unified");
    let members = terms.as_object_mut().into_iter().next();
    if let Some(members) = members {
        members.remove("edition");
        members.insert("extra".to_owned(), json!(1));
        if let Some(values) = members.get_mut("values").and_then(Value::as_object_mut) {
            values.remove("late_days_ahead");
        }
    }
    let found: Vec<_> = faults(&cancellation(terms)).into_iter().map(|(_, field)| field).collect();
    assert_eq!(found, ["terms.edition", "terms.extra", "terms.values.late_days_ahead"]);
}

#[test]
fn terms_not_yet_in_force_are_refused() {
    let mut terms = pack("ms-unified");
    terms["values"]["late_charge_percent"]["dated"][0]["from"] = json!("2025-07-19");
    let refusal = cancellation(terms);
    assert_eq!(faults(&refusal), [("bad_terms".to_owned(), "terms.values.late_charge_percent".to_owned())]);
    assert_eq!(refusal["errors"][0]["values"]["reason"], "has no value in force on 2025-07-18");
}

#[test]
fn a_pack_for_other_calculators_is_refused() {
    assert_eq!(faults(&cancellation(json!("ibm-ss"))), [("bad_terms".to_owned(), "terms".to_owned())]);
    assert_eq!(faults(&cancellation(json!(["ibm-ss"]))), [("wrong_type".to_owned(), "terms".to_owned())]);
}

#[test]
fn every_example_gives_a_plain_answer() {
    for name in ["programme", "version"] {
        let described = common::described(name);
        let answer = ask(&described["example"]);
        let headline = described["answer"]["headline"].as_str().unwrap_or_default();
        assert!(answer["figures"][headline].is_string(), "{name}: {answer}");
        assert!(answer.get("verdict").is_none() && answer.get("currency").is_none(), "{name}");
    }
    for name in ["renewal", "reinstatement", "flex", "cancellation", "support"] {
        let described = common::described(name);
        let answer = ask(&described["example"]);
        assert_eq!(answer["verdict"], "eligible", "{name}: {answer}");
        // What a reinstatement brings is always told; else there is nothing to explain.
        let told: &[&str] = match name {
            "reinstatement" => &["latest_version_either_way", "reinstatement_includes"],
            _ => &[],
        };
        let codes = answer["reasons"].as_array().into_iter().flatten().map(|reason| reason["code"].as_str());
        assert_eq!(codes.collect::<Vec<_>>(), told.iter().copied().map(Some).collect::<Vec<_>>(), "{name}");
        let headline = described["answer"]["headline"].as_str().unwrap_or_default();
        assert!(answer["figures"][headline].is_string(), "{name}");
    }
}

#[test]
fn what_an_answer_is_headed_by_is_among_its_outputs() {
    let mut with_losses = Vec::new();
    for described in
        serde_json::to_value(clausewise::calculators()).unwrap_or_default().as_array().into_iter().flatten()
    {
        let name = described["calculator"].as_str().unwrap_or_default();
        let outputs = &described["answer"];
        let kind_of = |part: &str, name: &Value| {
            let found = outputs[part].as_array().into_iter().flatten().find(|output| output["name"] == *name);
            found.map(|output| output["kind"].clone())
        };
        let headline = &outputs["headline"];
        assert!(kind_of("figures", headline).or(kind_of("dates", headline)).is_some(), "{name}: {headline}");
        for day in outputs.get("beside").and_then(Value::as_array).into_iter().flatten() {
            assert_eq!(kind_of("dates", day), Some(json!("date")), "{name}: {day}");
            assert_ne!(day, headline, "{name}");
        }
        for lost in outputs.get("losses").and_then(Value::as_array).into_iter().flatten() {
            assert_eq!(kind_of("figures", lost), Some(json!("money")), "{name}: {lost}");
            with_losses.push(name.to_owned());
        }
    }
    assert_eq!(with_losses, ["flex", "flex"]);
    assert_eq!(common::described("event")["answer"]["headline"], "settle_by");
}

#[test]
fn terms_by_country_name_countries_and_clauses_that_there_are() {
    let faults = |row: Value| {
        let mut terms = pack("ibm-ilan");
        terms["values"]["country_readings"]["dated"][0]["value"] = json!([row]);
        let request = json!({ "calculator": "cancellation", "as_of": "2026-11-21", "currency": "USD", "terms": terms,
            "input": { "lines": [ { "fee": "1000.00", "starts_on": "2026-12-31" } ] } });
        let answer = ask(&request);
        let errors = answer["errors"].as_array().cloned().unwrap_or_default();
        let fields = errors.iter().filter_map(|error| error["field"].as_str().map(str::to_owned));
        fields.filter(|field| field.contains("country_readings")).collect::<Vec<_>>()
    };
    let place = "terms.values.country_readings.dated.0.value.0";
    assert_eq!(faults(json!({ "countries": ["TW"], "clause": "ILAN-24" })), Vec::<String>::new());
    assert_eq!(faults(json!({ "countries": ["TW", "ZZ"], "clause": "ILAN-24" })), [format!("{place}.countries")]);
    assert_eq!(faults(json!({ "countries": ["TW"], "clause": "ILAN-999" })), [format!("{place}.clause")]);
    assert_eq!(faults(json!({ "clause": "ILAN-24" })), [format!("{place}.countries")]);
    assert_eq!(faults(json!("TW")), [place]);
}

#[test]
fn the_licence_names_176_entries_of_172_countries_as_it_prints_them() {
    let printed: Value = serde_json::from_str(include_str!("transcribed/ilan_countries.json")).unwrap_or_default();
    let printed = printed.as_array().cloned().unwrap_or_default();
    let pack = pack("ibm-ilan");
    let regions = pack["values"]["named_countries"]["dated"][0]["value"].as_array().cloned().unwrap_or_default();
    let short = [("americas", "AM"), ("asia_pacific", "AP"), ("europe_middle_east_africa", "EMEA")];
    for (region, mark) in short {
        let row = regions.iter().find(|row| row["region"] == region).cloned().unwrap_or_default();
        let named: Vec<Value> =
            printed.iter().filter(|row| row["region"] == mark).map(|row| row["iso"].clone()).collect();
        assert_eq!(row["countries"], Value::Array(named), "{region}");
    }
    let codes: std::collections::BTreeSet<&str> = printed.iter().filter_map(|row| row["iso"].as_str()).collect();
    assert_eq!((printed.len(), codes.len()), (176, 172));
}

#[test]
fn a_table_of_locations_has_a_row_for_every_service() {
    let faults_of = |spoil: fn(&mut Value, &mut Value)| {
        let mut terms = pack("ms-unified");
        let mut rows = terms["values"]["location_rules"]["dated"][0]["value"].take();
        spoil(&mut rows, &mut terms);
        terms["values"]["location_rules"]["dated"][0]["value"] = rows;
        faults(&ask(&json!({ "calculator": "multi_country", "as_of": "2026-01-01", "terms": terms,
            "input": { "host": "A", "downstream": [ { "location": "B" } ], "lines": [ { "service": "webcasts" } ] } })))
    };
    let found = |place: &str| vec![("bad_terms".to_owned(), place.to_owned())];
    assert_eq!(faults_of(|_, _| ()), []);
    let spoils: [fn(&mut Value, &mut Value); 12] = [
        |rows, _| rows[7]["elsewhere_reason"] = json!("nobody_says_this"),
        |rows, _| rows[7]["elsewhere_clause"] = json!("MS-UES-999"),
        |rows, _| drop(rows[7].as_object_mut().and_then(|row| row.remove("elsewhere_clause"))),
        |rows, _| rows[0]["buy"] = json!("nowhere"),
        |rows, _| rows[1]["others"] = json!("perhaps"),
        |rows, _| rows[2]["elsewhere"] = json!(null),
        |rows, _| rows[3]["clause"] = json!("MS-UES-999"),
        |rows, _| rows[4]["notes"] = json!(["nobody_says_this"]),
        |rows, _| rows[5]["service"] = json!("tea"),
        |rows, _| rows[6]["group"] = json!("tea"),
        // Nothing is left for proactive services; and then nothing at all.
        |rows, _| drop(rows.as_array_mut().and_then(Vec::pop)),
        |rows, _| *rows = json!([]),
    ];
    for spoil in spoils {
        assert_eq!(faults_of(spoil), found("terms.values.location_rules"));
    }
    assert_eq!(
        faults_of(|_, terms| terms["values"]["hosts"]["dated"][0]["value"] = json!(0)),
        found("terms.values.hosts")
    );
}

#[test]
fn another_contract_may_open_a_service_to_everybody() {
    let mut terms = pack("ms-unified");
    terms["clauses"]["ACME-9"] = json!({ "section": "9", "checked": "2026-11-01" });
    let rows = &mut terms["values"]["location_rules"]["dated"][0]["value"];
    rows[0] = json!({ "service": "webcasts", "buy": "in_base", "others": "eligible", "elsewhere": "eligible", "clause": "ACME-9" });
    let answer = ask(&json!({ "calculator": "multi_country", "as_of": "2026-01-01", "terms": terms,
        "input": { "host": "A", "downstream": [ { "location": "B" } ], "elsewhere": [ { "location": "C" } ],
            "lines": [ { "service": "webcasts" }, { "service": "unified_enhanced_response", "bought_for": "B" } ] } }));
    assert_eq!(
        answer["lines"][0]["use"][2],
        json!({ "location": "C", "role": "elsewhere", "verdict": "eligible", "rule": "ACME-9" })
    );
    // Without a row of its own it is an enhanced solution like any other.
    assert_eq!(answer["lines"][1]["buy"], "any_location");
    assert_eq!((&answer["lines"][1]["rule"], &answer["verdict"]), (&json!("MS-UES-40"), &json!("eligible")));
}

#[test]
fn a_swap_needs_a_catalogue_and_cites_the_clauses_given() {
    let swap = |terms: &Value| {
        ask(
            &json!({ "calculator": "swap", "as_of": "2026-11-21", "currency": "USD", "terms": terms, "input": { "lines": [
            { "paid_with": "flex", "given_value": "5", "service": "workshops", "wanted_value": "7" } ] } }),
        )
    };
    let mut terms = pack("ms-unified");
    terms["calculators"] = json!(["swap"]);
    terms["clauses"]["ACME-3"] = json!({ "section": "3", "checked": "2026-11-01" });
    terms["values"]["flex_swap"]["clause"] = json!("ACME-3");
    let answer = swap(&terms);
    assert_eq!(answer["figures"]["shortfall"], "2.00");
    assert!(answer["reasons"].as_array().is_some_and(|all| all.iter().all(|note| note["clause"] == "ACME-3")));

    let bad = |place: &str| vec![("bad_terms".to_owned(), format!("terms.{place}"))];
    terms["values"]["credit_services"]["dated"][0]["value"] = json!(["coffee"]);
    assert_eq!(faults(&swap(&terms)), bad("values.credit_services"));
    if let Some(terms) = terms.as_object_mut() {
        terms.remove("services");
    }
    let without = [bad("services"), vec![("unknown_choice".to_owned(), "input.lines.0.service".to_owned())]];
    assert_eq!(faults(&swap(&terms)), without.concat());
}

#[test]
fn rows_that_dispute_looks_up_say_all_that_it_needs() {
    let asked = |table: &str, spoil: fn(&mut Value)| {
        let mut terms = pack("ibm-ilan");
        spoil(&mut terms["values"][table]["dated"][0]["value"]);
        let mut request = common::described("dispute")["example"].clone();
        request["terms"] = terms;
        faults(&ask(&request))
    };
    let found = |place: &str| vec![("bad_terms".to_owned(), format!("terms.values.{place}"))];
    let forum = |spoil| asked("dispute_forum", spoil);
    assert_eq!(forum(|rows| rows[0]["kind"] = json!("jury")), found("dispute_forum"));
    assert_eq!(forum(|rows| rows[0]["seat"] = json!(null)), found("dispute_forum"));
    assert_eq!(forum(|rows| rows[0]["forum"] = json!(1)), found("dispute_forum"));
    assert_eq!(forum(|rows| rows[0]["receivables_usd"] = json!("500000")), found("dispute_forum"));
    assert_eq!(forum(|rows| rows[0]["arbitrators"] = json!(0)), found("dispute_forum"));
    assert_eq!(forum(|rows| rows[6]["one_arbitrator_inr"] = json!(-1)), found("dispute_forum"));
    assert_eq!(forum(|rows| rows[1]["countries"] = json!(["EE", "UA"])), found("dispute_forum"));
    assert_eq!(asked("governing_law", |rows| rows[0]["law"] = json!(null)), found("governing_law"));
    assert_eq!(asked("governing_law", |rows| rows[1]["countries"] = json!(["US"])), found("governing_law"));
    assert_eq!(asked("territory_of_rights", |rows| rows[1]["countries"] = json!(["AR"])), found("territory_of_rights"));
    let period = |spoil| asked("limitation_by_country", spoil);
    assert_eq!(period(|rows| rows[0]["years"] = json!(0)), found("limitation_by_country"));
    assert_eq!(period(|rows| rows[0]["years"] = json!(101)), found("limitation_by_country"));
    assert_eq!(period(|rows| rows[0]["deleted"] = json!(true)), found("limitation_by_country"));
    assert_eq!(period(|rows| rows[4]["deleted"] = json!(false)), found("limitation_by_country"));
    assert_eq!(period(|rows| rows[3]["years_for_payment"] = json!("2")), found("limitation_by_country"));
    assert_eq!(asked("dispute_notes", |rows| rows[0]["note"] = json!("nonsense")), found("dispute_notes"));
    assert_eq!(asked("usual_limitation_years", |years| *years = json!(0)), found("usual_limitation_years"));
    assert_eq!(asked("usual_limitation_years", |years| *years = json!(101)), found("usual_limitation_years"));
    assert_eq!(asked("chair_days", |days| *days = json!(0)), found("chair_days"));
}

#[test]
fn another_contracts_forum_limit_and_period_are_used() {
    let mut terms = pack("ibm-ilan");
    let values = &mut terms["values"];
    values["dispute_forum"]["dated"][0]["value"] = json!([{ "forum": "acme_taipei", "kind": "arbitration", "seat": "taipei",
        "arbitrators": 5, "receivables_usd": 1000, "countries": ["TW"], "clause": "ILAN-31" }]);
    values["usual_limitation_years"]["dated"][0]["value"] = json!(7);
    let mut request = json!({ "calculator": "dispute", "as_of": "2026-11-21", "currency": "TWD", "terms": terms, "input": {
        "country": "TW", "nature": "receivable", "arose_on": "2020-02-29", "amount_owed": "32500.01", "usd_rate": "32.5" } });
    let answer = ask(&request);
    assert_eq!(answer["figures"]["forum"], "acme_taipei");
    assert_eq!(answer["figures"]["seat"], "taipei");
    assert_eq!(answer["figures"]["language"], "not_stated");
    assert_eq!(answer["figures"]["arbitrators"], 5);
    assert_eq!(answer["figures"]["court_limit"], "32500.00");
    assert_eq!(answer["figures"]["route"], "arbitration");
    assert_eq!(answer["dates"]["file_by"], "2027-02-28");
    assert_eq!(answer["steps"][0]["clause"], "ILAN-31");
    // What no row of that contract asks for in Egypt is not asked for there.
    request["input"]["country"] = json!("EG");
    let fields = [("not_applicable", "input.amount_owed"), ("not_applicable", "input.usd_rate")];
    assert_eq!(faults(&ask(&request)), fields.map(|(code, field)| (code.to_owned(), field.to_owned())));
    let reason = ask(&request)["errors"][0]["values"]["reason"].clone();
    assert_eq!(reason, "only where country is TW");
}

#[test]
fn the_licence_is_named_as_it_is_printed() {
    let licence = pack("ibm-ilan");
    assert_eq!(licence["document"]["name"], "國際授權合約 - 無保證程式");
    assert_eq!(licence["edition"], "i125-5589-06 (10-2021)");
}

#[test]
fn terms_of_liability_and_of_uses_that_make_no_sense_are_bad() {
    let liability = json!({ "calculator": "liability", "as_of": "2026-11-21", "currency": "USD",
        "input": { "country": "TW", "payment": "free" } });
    let uses = json!({ "calculator": "use_check", "as_of": "2026-11-21",
        "input": { "country": "TW", "lines": [ { "intended_use": "export" } ] } });
    let fault = |request: &Value, term: &str, pointer: &str, value: Value| {
        let mut terms = pack("ibm-ilan");
        let dated = &mut terms["values"][term]["dated"][0]["value"];
        *dated.pointer_mut(pointer).unwrap_or_else(|| panic!("{term}{pointer}")) = value;
        let mut request = request.clone();
        request["terms"] = terms;
        faults(&ask(&request))
    };
    for (term, pointer, value) in [
        ("recurring_months", "", json!(0)),
        ("cap_floor", "/0/eur", json!(0)),
        ("cap_floor", "/0/eur", json!("500000")),
        ("paid_percent", "/0/percent", json!(null)),
        ("excluded_damages", "/0", json!("everything")),
        ("damages_by_country", "/0/damages/0", json!("everything")),
        ("damages_by_country", "/1/countries", json!(["BE"])),
        ("damages_by_country", "/4/reason", json!("because")),
        ("uncapped_grounds", "/0", json!("bad_luck")),
        ("uncapped_by_country", "/1/grounds/0", json!("bad_luck")),
        ("not_answered_for", "/2", json!("bad_luck")),
        ("consumer_remedies", "/0/remedies/4", json!("apology")),
        ("partners_answer_alone", "/0", json!("bad_luck")),
        ("liability_notes", "/0/reason", json!("because")),
        ("liability_notes", "/2/warning", json!("beware")),
    ] {
        let found = fault(&liability, term, pointer, value);
        assert_eq!(found, [("bad_terms".to_owned(), format!("terms.values.{term}"))], "{term}{pointer}");
    }
    for (term, pointer, value) in [
        ("intended_uses", "/0/verdict", json!("perhaps")),
        ("intended_uses", "/1/reason", json!("because")),
        ("intended_uses", "/2/intended_use", json!("current_use")),
        ("intended_uses", "/3/clause", json!("ILAN-999")),
        ("intended_uses", "/5/assumption", json!("because")),
        ("intended_uses", "/5/open_as", json!("because")),
        ("intended_uses", "/5/warning", json!("beware")),
        ("intended_uses", "/19/warning_clause", json!("ILAN-999")),
        ("use_notes", "/0/intended_use", json!("none")),
        ("use_notes", "/0/warning", json!("beware")),
    ] {
        let found = fault(&uses, term, pointer, value);
        assert_eq!(found, [("bad_terms".to_owned(), format!("terms.values.{term}"))], "{term}{pointer}");
    }
}

#[test]
fn terms_of_late_payment_and_of_tax_that_contradict_themselves_are_refused() {
    let spoilt = |calculator: &str, table: &str, spoil: fn(&mut Value)| {
        let mut terms = pack("ibm-ilan");
        spoil(&mut terms["values"][table]["dated"][0]["value"]);
        let mut request = common::described(calculator)["example"].clone();
        request["terms"] = terms;
        faults(&ask(&request))
    };
    let found = |table: &str| vec![("bad_terms".to_owned(), format!("terms.values.{table}"))];
    let late = |spoil| spoilt("late_charge", "late_payment", spoil);
    assert_eq!(late(|_| ()), []);
    assert_eq!(spoilt("late_charge", "payment_days", |days| *days = json!(0)), found("payment_days"));
    let spoils: &[fn(&mut Value)] = &[
        |rows| rows[1]["countries"] = json!(["HK"]),
        |rows| rows[0]["percent"] = json!(2),
        |rows| rows[0]["percent"] = json!("100.5"),
        |rows| rows[0]["rate_for"] = json!("week"),
        |rows| rows[0]["spell_days"] = json!(0),
        |rows| rows[1]["spell_days"] = json!(null),
        |rows| rows[1]["bank"] = json!("ecb"),
        |rows| rows[2]["bank"] = json!("fed"),
        |rows| rows[2]["margin_percent"] = json!(null),
        |rows| rows[2]["fixed_sum"] = json!("forty"),
        |rows| rows[3]["other_margin_percent"] = json!("10"),
        |rows| rows[1]["other_days"] = json!(0),
        |rows| rows[0]["warnings"] = json!(["zzz"]),
        |rows| rows[6]["assumptions_when_late"] = json!(["zzz"]),
        |rows| rows[4]["due"] = json!("today"),
    ];
    for spoil in spoils {
        assert_eq!(late(*spoil), found("late_payment"));
    }
    let tax = |spoil| spoilt("tax", "tax_terms", spoil);
    assert_eq!(tax(|_| ()), []);
    assert_eq!(tax(|rows| rows[1]["countries"] = json!(["US"])), found("tax_terms"));
    assert_eq!(tax(|rows| rows[3]["warnings"] = json!(["zzz"])), found("tax_terms"));
}

#[test]
fn another_licences_days_and_rates_are_used_where_it_names_them() {
    let mut terms = pack("ibm-ilan");
    terms["clauses"]["ACME-7"] = json!({ "section": "7", "checked": "2026-11-01" });
    terms["values"]["payment_days"]["dated"][0]["value"] = json!(14);
    terms["values"]["late_payment"]["dated"][0]["value"] = json!([
        { "countries": ["SE"], "days": 20, "bank": "ecb", "margin_percent": "8", "rate_for": "year", "spell_days": 360, "clause": "ACME-7" }]);
    let asked = |country: &str, rate: Value| {
        let mut input = json!({ "country": country, "lines": [{ "amount": "360.00", "invoiced_on": "2026-01-01", "paid_on": "2026-01-31" }] });
        if !rate.is_null() {
            input["ecb_rate_percent"] = rate;
        }
        ask(
            &json!({ "calculator": "late_charge", "as_of": "2026-11-21", "currency": "EUR", "terms": terms, "input": input }),
        )
    };
    // Ten days at 10 % a year of 360.
    let answer = asked("SE", json!("2"));
    assert_eq!(answer["lines"][0]["pay_by"], "2026-01-21");
    assert_eq!(answer["figures"]["charge"], "1.00");
    assert_eq!(answer["steps"][0]["clause"], "ACME-7");
    assert_eq!(faults(&asked("SE", Value::Null)), [("missing".to_owned(), "input.ecb_rate_percent".to_owned())]);
    assert_eq!(asked("FR", Value::Null)["lines"][0]["pay_by"], "2026-01-15");
    assert_eq!(faults(&asked("FR", json!("2"))), [("not_applicable".to_owned(), "input.ecb_rate_percent".to_owned())]);
}
