//! Packs of terms: those built in, one that came along, and every way in which one can be bad.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::indexing_slicing, clippy::panic, reason = "a test that goes wrong shall stop")]

mod common;

use common::{ask, faults};
use serde_json::{Value, json};

fn pack(id: &str) -> Value {
    let text = match id {
        "ibm-ss" => include_str!("../src/terms/ibm-ss.json"),
        "ibm-ilan" => include_str!("../src/terms/ibm-ilan.json"),
        _ => include_str!("../src/terms/ms-unified.json"),
    };
    serde_json::from_str(text).unwrap_or_default()
}

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
        let short = [&pack["edition"], &pack["id"]];
        assert!(short.iter().all(|text| text.as_str().is_some_and(|text| text.split(' ').count() == 1)), "{id}");
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
        ("/services/2/clause", json!("MS-UES-99"), "terms.services.2.clause"),
        ("/services/3/checked", json!("yesterday"), "terms.services.3.checked"),
        ("/values/full_refund_days_ahead", json!(14), "terms.values.full_refund_days_ahead"),
        ("/values/full_refund_days_ahead", dated(json!("14")), "terms.values.full_refund_days_ahead.dated.0.value"),
        ("/values/full_refund_days_ahead", dated(json!(-1)), "terms.values.full_refund_days_ahead.dated.0.value"),
        ("/values/full_refund_days_ahead", dated(json!(1.5)), "terms.values.full_refund_days_ahead.dated.0.value"),
        ("/values/full_refund_days_ahead/kind", json!("percent"), "terms.values.full_refund_days_ahead.dated.0.value"),
        ("/values/full_refund_days_ahead/kind", json!("days"), "terms.values.full_refund_days_ahead.kind"),
        ("/values/full_refund_days_ahead/clause", json!("MS-UES-99"), "terms.values.full_refund_days_ahead.clause"),
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
        assert_eq!(answer["reasons"], json!([]), "{name}");
        let headline = described["answer"]["headline"].as_str().unwrap_or_default();
        assert!(answer["figures"][headline].is_string(), "{name}");
    }
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
    assert_eq!(faults(json!({ "countries": ["TW"], "clause": "ILAN-99" })), [format!("{place}.clause")]);
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
