//! Packs that come along: whatever is odd in them is refused with its place, and what another contract's rows say is
//! what is worked out.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::indexing_slicing, clippy::panic, reason = "a test that goes wrong shall stop")]

mod common;

use clausewise::Given;
use common::{ask, described, faults, pack};
use serde_json::{Value, json};

fn bad(place: &str) -> Vec<(String, String)> {
    vec![("bad_terms".to_owned(), format!("terms.{place}"))]
}

/// What is found wrong when the example of a calculator is answered by a pack that was changed.
fn refused(calculator: &str, id: &str, change: impl Fn(&mut Value)) -> Vec<(String, String)> {
    let mut request = described(calculator)["example"].clone();
    request["terms"] = pack(id);
    change(&mut request["terms"]);
    faults(&ask(&request))
}

fn remove(object: &mut Value, name: &str) {
    let removed = object.as_object_mut().and_then(|members| members.remove(name));
    assert!(removed.is_some(), "{name} was not there");
}

/// The value of a term.
fn value<'t>(terms: &'t mut Value, name: &str) -> &'t mut Value {
    &mut terms["values"][name]["dated"][0]["value"]
}

#[test]
fn every_part_of_a_pack_has_its_shape() {
    let cancellation = |change: fn(&mut Value)| refused("cancellation", "ms-unified", change);
    assert_eq!(cancellation(|_| ()), []);
    assert_eq!(cancellation(|terms| terms["words"] = json!([])), bad("words"));
    assert_eq!(cancellation(|terms| terms["words"] = json!({ "en": {} })), []);
    let kind = bad("clauses.MS-UES-15.kind");
    assert_eq!(cancellation(|terms| terms["clauses"]["MS-UES-15"]["kind"] = json!("poem")), kind);
    assert_eq!(cancellation(|terms| remove(&mut terms["clauses"]["MS-UES-15"], "kind")), []);
    assert_eq!(cancellation(|terms| terms["services"][0]["table"] = json!("two")), bad("services.0.table"));
    assert_eq!(cancellation(|terms| remove(&mut terms["services"][0], "mark")), bad("services.0.mark"));
    assert_eq!(cancellation(|terms| remove(terms, "calculators")), bad("calculators"));
    assert_eq!(cancellation(|terms| remove(terms, "clauses")), bad("clauses"));
    let days = &"values.full_refund_days_ahead";
    assert_eq!(
        cancellation(|terms| remove(&mut terms["values"]["full_refund_days_ahead"], "dated")),
        bad(&format!("{days}.dated"))
    );
    // A percentage is a good value, and not what is needed there.
    let of_another_kind = |terms: &mut Value| {
        terms["values"]["full_refund_days_ahead"]["kind"] = json!("percent");
        *value(terms, "full_refund_days_ahead") = json!("14");
    };
    assert_eq!(cancellation(of_another_kind), bad(days));
    // Without any values each that is needed is missed, and all of them together.
    let found = cancellation(|terms| remove(terms, "values"));
    assert_eq!(found.first(), bad("values").first());
    assert!(found.contains(&bad(days)[0]), "{found:?}");
    let readings = bad("values.country_readings.dated.0.value");
    assert_eq!(refused("tax", "ibm-ilan", |terms| *value(terms, "country_readings") = json!({})), readings);
}

#[test]
fn rows_hold_plain_values_and_whole_numbers_of_any_size() {
    let with = |extra: Value| {
        refused("addon", "ms-unified", |terms: &mut Value| value(terms, "service_rules")[0]["extra"] = extra.clone())
    };
    let table = bad("values.service_rules.dated.0.value");
    for extra in [json!(1.5), json!({}), json!([1]), json!("a\u{0}b")] {
        assert_eq!(with(extra.clone()), table, "{extra}");
    }
    for extra in [json!(1e19), json!(7), json!(null), json!(true), json!(["a"])] {
        assert_eq!(with(extra.clone()), [], "{extra}");
    }
}

#[test]
fn what_speaks_of_services_needs_a_catalogue() {
    for (calculator, input, service) in [
        (
            "addon",
            json!({ "service": "hackathon", "base_contract": "in_force", "azure": "none", "holds_rapid_response": false }),
            "input.service",
        ),
        (
            "multi_country",
            json!({ "host": "A", "downstream": [{ "location": "B" }], "lines": [{ "service": "webcasts" }] }),
            "input.lines.0.service",
        ),
    ] {
        let mut terms = pack("ms-unified");
        terms["services"] = json!([]);
        let request = json!({ "calculator": calculator, "as_of": "2026-11-21", "terms": terms, "input": input });
        let unknown = vec![("unknown_choice".to_owned(), service.to_owned())];
        assert_eq!(faults(&ask(&request)), [bad("services"), unknown].concat());
    }
}

#[test]
fn rows_for_nobody_change_nothing_and_features_are_for_all_unless_said() {
    let features = |change: fn(&mut Value)| {
        let mut request = described("addon")["example"].clone();
        request["input"]["product_spend_usd"] = json!("1.00");
        request["terms"] = pack("ms-unified");
        change(&mut request["terms"]);
        let answer = ask(&request);
        let rows = answer["figures"]["features"].as_array().cloned().unwrap_or_default();
        let granted = rows.into_iter().map(|row| (row["feature"].clone(), row["granted"].clone()));
        (granted.collect::<Vec<_>>(), answer["reasons"].clone())
    };
    let (printed, reasons) = features(|_| ());
    let platform = |granted: &str| (json!("platform_monitoring"), json!(granted));
    assert!(printed.contains(&platform("not_included")), "{printed:?}");
    let (open, _) = features(|terms| remove(&mut value(terms, "direct_features")[7], "extended"));
    assert!(open.contains(&platform("included")), "{open:?}");
    let for_nobody = features(|terms| {
        let rows = value(terms, "service_rules").as_array_mut();
        rows.into_iter().for_each(|rows| rows.push(json!({ "says": ["english_only"], "clause": "MS-UES-25" })));
    });
    assert_eq!(for_nobody, (printed, reasons));
}

#[test]
fn tables_say_each_thing_once() {
    let twice = |terms: &mut Value| {
        let rows = value(terms, "own_territory").as_array_mut();
        rows.into_iter().for_each(|rows| rows.push(rows[0].clone()));
    };
    assert_eq!(refused("use_check", "ibm-ilan", twice), bad("values.own_territory"));
    let nothing = [bad("values.product_versions"), vec![("unknown_choice".to_owned(), "input.product".to_owned())]];
    assert_eq!(refused("version", "ibm-ss", |terms| *value(terms, "product_versions") = json!([])), nothing.concat());
}

/// An invoice of thirty days, paid 33 days late, in a country of which a contract says something.
fn late(row: Value, currency: &str, given: Value) -> Value {
    let mut terms = pack("ibm-ilan");
    let mut row = row;
    row["countries"] = json!(["TW"]);
    row["clause"] = json!("ILAN-34");
    *value(&mut terms, "late_payment") = json!([row]);
    let mut line = json!({ "amount": "1000.00", "invoiced_on": "2026-01-01", "paid_on": "2026-03-05" });
    let mut input = json!({ "country": "TW" });
    for (name, given) in given.as_object().into_iter().flatten() {
        if name == "legal_maximum" {
            line[name] = given.clone();
        } else {
            input[name] = given.clone();
        }
    }
    input["lines"] = json!([line]);
    ask(
        &json!({ "calculator": "late_charge", "as_of": "2026-11-21", "currency": currency, "terms": terms, "input": input }),
    )
}

/// The charge, and how it is worked out.
fn charge(answer: &Value) -> (&str, &str) {
    (answer["figures"]["charge"].as_str().unwrap_or_default(), formula_of(answer, "lines.0.charge"))
}

fn formula_of<'a>(answer: &'a Value, figure: &str) -> &'a str {
    let steps = answer["steps"].as_array().map(Vec::as_slice).unwrap_or_default();
    let step = steps.iter().find(|step| step["figure"] == figure);
    step.and_then(|step| step["formula"].as_str()).unwrap_or_default()
}

#[test]
fn another_licences_fixed_sums_and_limits_are_worked_out_by_the_formula_that_is_shown() {
    let begun = json!({ "percent": "2", "rate_for": "period_begun", "spell_days": 30 });
    let month = json!({ "percent": "2", "rate_for": "month", "spell_days": 30 });
    let year = json!({ "percent": "36.5", "rate_for": "year", "spell_days": 365 });
    // Two periods begun; 1.1 months; 33 days at a tenth of a percent.
    for (row, share, interest, in_euros, in_dollars) in [
        (&begun, "amount × late_percent × periods", "40.00", "80.00", "1440.00"),
        (&month, "amount × late_percent × days_late ÷ month_days", "22.00", "62.00", "1422.00"),
        (&year, "amount × late_percent × days_late ÷ year_days", "33.00", "73.00", "1433.00"),
    ] {
        assert_eq!(charge(&late(row.clone(), "EUR", json!({}))), (interest, share));
        let mut with_sum = row.clone();
        with_sum["fixed_sum"] = json!("40");
        with_sum["fixed_in"] = json!("EUR");
        let formula = format!("{share} + fixed_sum_eur");
        assert_eq!(charge(&late(with_sum.clone(), "EUR", json!({}))), (in_euros, formula.as_str()));
        let formula = format!("{share} + fixed_sum_eur × eur_rate");
        let converted = late(with_sum.clone(), "USD", json!({ "eur_rate": "35" }));
        assert_eq!(charge(&converted), (in_dollars, formula.as_str()));
        assert_eq!(converted["figures"]["fixed_sum"], "1400.00");
        let mut limited = row.clone();
        limited["at_most"] = json!("legal_maximum");
        const CAPPED: &str = "min(by_rate, legal_maximum)";
        let capped = late(limited.clone(), "EUR", json!({ "legal_maximum": "10.00" }));
        assert_eq!((charge(&capped), formula_of(&capped, "between.0.by_rate")), (("10.00", CAPPED), share));
        assert_eq!(capped["reasons"][0]["code"], "capped_by_law");
        assert_eq!(charge(&late(limited, "EUR", json!({ "legal_maximum": "99.00" }))), (interest, CAPPED));

        // What no formula says is refused.
        for (name, other) in
            [("fixed_in", json!("USD")), ("at_most", json!("legal_maximum")), ("other_days", json!(365))]
        {
            let mut odd = with_sum.clone();
            odd[name] = other;
            let found = faults(&late(odd, "EUR", json!({})));
            assert_eq!(found, bad("values.late_payment"), "{name}");
        }
    }
}

#[test]
fn what_is_too_large_to_be_exact_is_told_of_its_line_or_of_the_lines() {
    // A bank's hundred percent so many times: of 999,999,999,999.99 that is more than any amount holds, or half of it.
    let asked = |times: u64, amounts: &[&str]| {
        let mut terms = pack("ibm-ilan");
        *value(&mut terms, "late_payment") = json!([{ "countries": ["UA"], "bank": "nbu", "times": times,
            "rate_for": "year", "spell_days": 365, "clause": "ILAN-38" }]);
        let options = json!({ "calculator": "late_charge", "as_of": "2026-11-21", "currency": "EUR", "terms": terms,
            "input": { "country": "UA", "nbu_rate_percent": "100" } });
        let line = |amount: &&str| json!({ "amount": amount, "invoiced_on": "2025-01-01", "paid_on": "2026-01-31" });
        let mut request = options.clone();
        request["input"]["lines"] = amounts.iter().map(line).collect();
        let rows: String = amounts.iter().map(|amount| format!("{amount},2025-01-01,2026-01-31\n")).collect();
        let options: Given = serde_json::from_value(options).unwrap_or(Given::Null);
        let priced = clausewise::quote_csv(&options, format!("amount,invoiced_on,paid_on\n{rows}").as_bytes());
        (ask(&request), String::from_utf8(priced.unwrap_or_default()).unwrap_or_default())
    };
    const MOST: &str = "999999999999.99";
    let overflow = |field: &str| vec![("overflow".to_owned(), field.to_owned())];
    let (answer, csv) = asked(9_007_199_254_740_991, &["0.01", MOST]);
    assert_eq!(faults(&answer), overflow("input.lines.1.amount"));
    let errors: Vec<_> = csv.lines().filter_map(|line| line.rsplit(',').next()).collect();
    assert_eq!(errors, ["error", "", "overflow amount"]);
    // 365 days of a year of as many: 5 × 10¹⁴ of it. Two of them are more than any amount holds.
    let (answer, _) = asked(500_000_000_000_000, &[MOST]);
    assert_eq!(answer["figures"]["charge"], "499999999999995000000000000.00");
    let (answer, csv) = asked(500_000_000_000_000, &[MOST, MOST]);
    assert_eq!(faults(&answer), overflow("input.lines"));
    assert_eq!(csv.matches("499999999999995000000000000.00").count(), 2);
}
