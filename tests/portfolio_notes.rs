//! What is noted and cited of a row is what is noted and cited where its line alone is asked about.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::indexing_slicing, clippy::panic, reason = "a test that goes wrong shall stop")]

mod common;

use clausewise::Given;
use common::{cases, list, reply, text};
use serde_json::{Value, json};

const NOTED: [&str; 4] = ["reasons", "assumptions", "warnings", "clauses"];

fn given(value: &Value) -> Given {
    serde_json::from_value(value.clone()).unwrap_or(Given::Null)
}

fn priced(options: &Value, csv: &str) -> String {
    let priced = clausewise::quote_csv(&given(options), csv.as_bytes()).unwrap_or_else(|refusal| panic!("{refusal}"));
    String::from_utf8_lossy(&priced).into_owned()
}

/// The last five cells of a row, none of which is ever in quotation marks: what is noted, and the error.
fn noted(row: &str) -> Vec<String> {
    let mut cells: Vec<String> = row.rsplitn(6, ',').take(5).map(str::to_owned).collect();
    cells.reverse();
    cells
}

fn words<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let mut once: Vec<&str> = Vec::new();
    words.for_each(|word| {
        if !once.contains(&word) {
            once.push(word)
        }
    });
    once.join(" ")
}

/// What the answer to a line alone says, in the same four columns.
fn said(answer: &Value) -> Vec<String> {
    let notes = |kind: &str| list(&answer[kind]).to_vec();
    let codes = NOTED[..3].iter().map(|kind| words(notes(kind).iter().map(|note| text(&note["code"]))));
    let steps = list(&answer["steps"]).iter().map(|step| text(&step["clause"])).map(str::to_owned);
    let notes = NOTED[..3].iter().flat_map(|kind| notes(kind)).map(|note| text(&note["clause"]).to_owned());
    let cited: Vec<String> = steps.chain(notes).collect();
    codes.collect::<Vec<_>>().into_iter().chain([words(cited.iter().map(String::as_str))]).collect()
}

#[test]
fn a_row_is_noted_as_its_line_alone_is_answered() {
    let described = serde_json::to_value(clausewise::calculators()).unwrap_or_default();
    let mut rows = 0;
    for case in cases() {
        let request = &case["request"];
        let Some(calculator) = list(&described).iter().find(|each| each["calculator"] == request["calculator"]) else {
            continue;
        };
        let lines = list(&request["input"]["lines"]);
        if calculator["portfolio"] != true || lines.is_empty() {
            continue;
        }
        let fields = list(&calculator["fields"]).iter().find(|field| field["name"] == "lines");
        let names: Vec<&str> = fields
            .map(|field| list(&field["items"]))
            .unwrap_or_default()
            .iter()
            .map(|field| text(&field["name"]))
            .collect();
        let cell = |line: &Value, name: &str| match &line[name] {
            Value::Null => String::new(),
            Value::String(text) => format!("\"{}\"", text.replace('"', "\"\"")),
            other => other.to_string(),
        };
        let row = |line: &Value| names.iter().map(|name| cell(line, name)).collect::<Vec<_>>().join(",") + "\r\n";
        let csv = names.join(",") + "\r\n" + &lines.iter().map(row).collect::<String>();
        let mut options = request.clone();
        options["notes"] = json!(true);
        options.as_object_mut().map(|options| options.remove("steps"));
        options["input"].as_object_mut().map(|input| input.remove("lines"));
        let priced = priced(&options, &csv);
        let mut table = priced.split("\r\n");
        assert!(table.next().is_some_and(|header| header.ends_with(",reasons,assumptions,warnings,clauses,error")));
        for (line, row) in lines.iter().zip(table) {
            let mut alone = request.clone();
            alone["steps"] = json!(true);
            alone["input"]["lines"] = json!([line]);
            let answer = reply(&given(&alone));
            assert!(answer.get("errors").is_none(), "{case}: {answer}");
            let mut expected = said(&answer);
            expected.push(String::new());
            assert_eq!(noted(row), expected, "{case}: {line}");
            rows += 1;
        }
    }
    assert!(rows > 500, "only {rows} rows");
}

#[test]
fn notes_of_rows_worked_out_by_hand() {
    let options = |notes: Value| {
        json!({ "calculator": "renewal", "as_of": "2026-04-15", "currency": "TWD", "minor_units": 0, "notes": notes,
            "input": { "programme": "PA", "anniversary": "2025-10-01" } })
    };
    let csv = "part,quantity,annual_price,covered_until\n\
               a,1,120000,2026-04-15\n\
               b,1,120000,2026-04-14\n\
               c,0,120000,2026-04-14\n";
    let table = priced(&options(json!(true)), csv);
    let rows: Vec<Vec<String>> = table.lines().skip(1).map(noted).collect();
    // The last covered day, within the year that began on the anniversary; 16 April to 1 October are five months and a half.
    assert!(rows[0][1].split(' ').any(|code| code == "part_months_round_up"), "{table}");
    assert_eq!(rows[0][2], "last_covered_day no_further_notice");
    for clause in ["IBM-SS-15", "IBM-SS-16"] {
        assert!(rows[0][3].split(' ').any(|cited| cited == clause), "{clause}: {table}");
    }
    assert_eq!(rows[1][0], "coverage_lapsed");
    // What was not priced is not spoken of.
    assert_eq!(rows[2], ["", "", "", "", "out_of_range quantity"]);

    // Unless they are asked for, there are none, and figures are the same either way.
    let plain = priced(&options(json!(false)), csv);
    assert!(
        plain.starts_with("part,quantity,annual_price,covered_until,path,") && !plain.contains("clauses"),
        "{plain}"
    );
    let without = |row: &str| row.rsplitn(6, ',').nth(5).unwrap_or_default().to_owned();
    let figures: Vec<String> = table.lines().map(without).collect();
    assert_eq!(
        figures,
        plain.lines().map(|row| row.rsplit_once(',').unwrap_or_default().0.to_owned()).collect::<Vec<_>>()
    );
}

#[test]
fn notes_are_for_rows_and_said_as_a_flag() {
    let options = json!({ "calculator": "cancellation", "as_of": "2026-11-21", "currency": "USD", "notes": "yes" });
    let refused = clausewise::quote_csv(&given(&options), b"fee,starts_on\n").err();
    let errors = refused.map(|refusal| refusal.errors).unwrap_or_default();
    assert_eq!(
        errors.iter().map(|fault| (fault.problem.code(), fault.field.as_str())).collect::<Vec<_>>(),
        [("wrong_type", "notes")]
    );

    let mut request = options;
    request["notes"] = json!(true);
    request["input"] = json!({ "lines": [{ "fee": "5.00", "starts_on": "2026-12-01" }] });
    let answer = reply(&given(&request));
    assert_eq!(
        (&answer["errors"][0]["code"], &answer["errors"][0]["field"]),
        (&json!("unknown_field"), &json!("notes"))
    );
}

#[test]
fn a_total_that_does_not_fit_is_no_fault_of_a_row() {
    // Rows are answered with and without notes alike, however much a tax would add.
    let csv = "quantity,annual_price,covered_until\n1000000,999999999999.99,2026-04-30\n";
    let with = |notes: bool| {
        let options = json!({ "calculator": "renewal", "as_of": "2026-04-30", "currency": "USD", "notes": notes,
            "input": { "programme": "PA", "anniversary": "2026-05-01", "tax_percent": "99.9999" } });
        priced(&options, csv)
    };
    assert!(
        with(true).lines().nth(1).is_some_and(|row| row.contains(",999999999999990000.00,") && row.ends_with(',')),
        "{}",
        with(true)
    );
    assert!(with(false).contains(",999999999999990000.00,"));
}

#[test]
fn a_table_with_notes_can_be_given_back() {
    let options = json!({ "calculator": "cancellation", "as_of": "2026-11-21", "currency": "USD", "notes": true });
    let rows = "service,fee,starts_on\r\nWorkshop,5.00,2026-12-01\r\n";
    let table = priced(&options, rows);
    let read = clausewise::read_table(&given(&options), table.as_bytes()).unwrap_or_else(|refusal| panic!("{refusal}"));
    assert_eq!((String::from_utf8_lossy(&read.csv), read.ask, read.faults.len()), (rows.into(), false, 0));
}
