//! Portfolios: CSV in, CSV out.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::indexing_slicing, clippy::panic, reason = "a test that goes wrong shall stop")]

use clausewise::Given;
use serde_json::{Value, json};

fn given(value: Value) -> Given {
    serde_json::from_value(value).unwrap_or(Given::Null)
}

fn renewal() -> Value {
    json!({ "calculator": "renewal", "as_of": "2026-04-15", "currency": "TWD", "minor_units": 0,
        "input": { "programme": "PA", "anniversary": "2025-10-01" } })
}

fn priced(options: Value, csv: &[u8]) -> String {
    match clausewise::quote_csv(&given(options), csv) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(refusal) => serde_json::to_string(&refusal).unwrap_or_default(),
    }
}

fn refused(options: Value, csv: &[u8]) -> Vec<(String, String)> {
    let errors = clausewise::quote_csv(&given(options), csv).err().map(|refusal| refusal.errors).unwrap_or_default();
    let mut faults: Vec<_> = errors.into_iter().map(|fault| (fault.problem.code().to_owned(), fault.field)).collect();
    faults.sort();
    faults
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(code, field)| ((*code).to_owned(), (*field).to_owned())).collect()
}

#[test]
fn a_row_whose_price_of_support_is_lacking_says_so_in_a_code() {
    let options =
        json!({ "calculator": "true_up", "as_of": "2026-11-21", "currency": "USD", "input": { "country": "TW" } });
    let csv = "entitled,deployed,current_price,support_price,excess_months\n40,50,1000.00,,30\n40,50,1000.00,200.00,30\n50,50,1000.00,,30\n";
    let expected = "entitled,deployed,current_price,support_price,excess_months,\
         excess,licences,charged_months,support,due,standing,verdict,lacks,error\r\n\
         40,50,1000.00,,30,10,10000.00,24,,,beyond,refer,support_price,\r\n\
         40,50,1000.00,200.00,30,10,10000.00,24,4000.00,14000.00,beyond,ineligible,,\r\n\
         50,50,1000.00,,30,0,0.00,0,0.00,0.00,within,eligible,,\r\n";
    assert_eq!(priced(options, csv.as_bytes()), expected);
}

#[test]
fn what_was_entered_stands_in_a_portfolio_once() {
    // A renewal's covered days are others than those that were entered, and a purchase's may be worked out; all else that
    // goes by one name is one thing.
    const OTHER: &[(&str, &str)] = &[("renewal", "covered_until"), ("notices", "covered_until")];
    let described = serde_json::to_value(clausewise::calculators()).unwrap_or_default();
    let by_line = described.as_array().into_iter().flatten().filter(|each| each["portfolio"] == true);
    let by_line = by_line.filter_map(|each| {
        let fields = each["fields"].as_array()?;
        Some((each, fields.iter().find(|field| field["name"] == "lines")?["items"].as_array()?))
    });
    let mut asked = 0;
    for (each, fields) in by_line {
        let names: Vec<&str> = fields.iter().filter_map(|field| field["name"].as_str()).collect();
        let mut options = each["example"].clone();
        if let Some(input) = options["input"].as_object_mut() {
            input.remove("lines");
        }
        let header = priced(options, names.join(",").as_bytes());
        let mut columns: Vec<&str> = header.trim_end().split(',').collect();
        columns.sort_unstable();
        let calculator = each["calculator"].as_str().unwrap_or_default();
        let twice = columns.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]);
        let twice: Vec<_> = twice.filter(|name| !OTHER.contains(&(calculator, name))).collect();
        assert!(twice.is_empty(), "{calculator}: {twice:?} twice");
        assert!(columns.contains(&"error"), "{header}");
        asked += 1;
    }
    assert!(asked > 5);
}

const ANSWER: &str =
    "path,covered_from,covered_until,months,exposed,on_time_until,amount,amount_later,difference,error";

#[test]
fn each_row_is_priced_and_a_bad_one_stops_no_other() {
    let csv = "covered_until,part,quantity,annual_price\n2026-04-30,WAS,1,120000\n2026-04-14,old,1,120000\n2026-04-30,bad,0,12.5\n2026-04-15,\"a, \"\"b\"\"\",2,120000\n";
    // Five months of twelve; lapsed; two faults; sixteen April to the end of September is six months.
    let expected = format!(
        "covered_until,part,quantity,annual_price,{ANSWER}\r\n\
         2026-04-30,WAS,1,120000,renewal,2026-05-01,2026-09-30,5,true,,50000,,,\r\n\
         2026-04-14,old,1,120000,reinstatement,,,,,,,,,\r\n\
         2026-04-30,bad,0,12.5,,,,,,,,,,out_of_range quantity; too_many_decimals annual_price\r\n\
         2026-04-15,\"a, \"\"b\"\"\",2,120000,renewal,2026-04-16,2026-09-30,6,true,,120000,,,\r\n"
    );
    assert_eq!(priced(renewal(), csv.as_bytes()), expected);
}

#[test]
fn a_byte_order_mark_and_either_line_end_make_no_difference() {
    let plain = priced(renewal(), b"quantity,annual_price,covered_until\n1,120000,2026-04-30\n");
    assert!(plain.contains("renewal,2026-05-01"), "{plain}");
    assert_eq!(priced(renewal(), b"quantity,annual_price,covered_until\r\n1,120000,2026-04-30"), plain);
    let marked = priced(renewal(), b"\xEF\xBB\xBFquantity,annual_price,covered_until\n\n1,120000,2026-04-30\n");
    assert_eq!(marked, format!("\u{FEFF}{plain}"));
}

#[test]
fn the_header_is_checked_first_and_all_of_it() {
    let found = refused(renewal(), b"quantity,quantity,colour,annual_price\n1,1,red,5\n");
    assert_eq!(
        found,
        pairs(&[("duplicate_column", "quantity"), ("missing", "covered_until"), ("unknown_field", "colour")])
    );
    let found = refused(renewal(), b"");
    assert_eq!(found, pairs(&[("missing", "annual_price"), ("missing", "covered_until"), ("missing", "quantity")]));
}

#[test]
fn options_are_refused_as_a_request_is() {
    let mut options = renewal();
    options["as_of"] = json!("soon");
    options["input"]["lines"] = json!([]);
    let found = refused(options, b"quantity,annual_price,covered_until\n");
    assert_eq!(found, pairs(&[("not_a_date", "as_of"), ("unknown_field", "input.lines")]));
    let flex = json!({ "calculator": "flex", "as_of": "2026-01-01", "currency": "USD", "input": {} });
    assert_eq!(refused(flex, b"allowance\n5\n"), pairs(&[("not_applicable", "calculator")]));
}

#[test]
fn what_no_column_can_hold_is_said_of_its_row() {
    let header = "quantity,annual_price,covered_until";
    let errors = |row: &[u8]| {
        let out = priced(renewal(), &[header.as_bytes(), b"\n", row].concat());
        out.lines().nth(1).and_then(|line| line.rsplit(',').next()).unwrap_or_default().to_owned()
    };
    assert_eq!(errors(b"1,120000,2026-04-30\n"), "");
    for count in ["one", "1.5", "1e3", "-1", "1."] {
        assert_eq!(errors(format!("{count},120000,2026-04-30\n").as_bytes()), "wrong_type quantity", "{count}");
    }
    assert_eq!(errors(b"1,120000,2026-04-30,\xFF\n"), "not_utf8 column 4");
    assert_eq!(errors(b"1,120000,2026-04-30,a\n"), "unknown_field column 4");
    // Of a calculator that there is not no column is known.
    let nobody = json!({ "calculator": "coffee", "as_of": "2026-04-15", "currency": "TWD" });
    assert_eq!(refused(nobody, b"quantity\n1\n"), pairs(&[("unknown_calculator", "calculator")]));
}

#[test]
fn options_without_an_input_lack_only_what_has_to_be_said_once() {
    let options = |name: &str| json!({ "calculator": name, "as_of": "2025-07-18", "currency": "USD" });
    assert!(priced(options("cancellation"), b"fee,starts_on\n1000.00,2025-07-31\n").contains(",13,50,500.00,"));
    let found = refused(options("renewal"), b"quantity,annual_price,covered_until\n");
    assert_eq!(found, pairs(&[("missing", "input.programme")]));
}

#[test]
fn no_text_that_came_in_runs_as_a_formula() {
    for (cell, written) in [
        ("=1+1", "'=1+1"),
        ("+5", "'+5"),
        ("-5", "'-5"),
        ("@x", "'@x"),
        (" =1", "' =1"),
        ("＝1", "'＝1"),
        ("a=1", "a=1"),
    ] {
        let csv = format!("part,quantity,annual_price,covered_until\n{cell},1,5,2026-04-30\n");
        let row = priced(renewal(), csv.as_bytes());
        assert!(row.contains(&format!("\r\n{written},1,5,2026-04-30,renewal")), "{row}");
    }
    // Beside what nobody sees, and behind what parts cells elsewhere.
    for (cell, written) in [
        ("\u{200b}=1", "'\u{200b}=1"),
        ("\u{feff}@x", "'\u{feff}@x"),
        ("\0=1", "'\0=1"),
        ("\u{1}\u{2066}+1", "'\u{1}\u{2066}+1"),
        ("a;=1", "a;'=1"),
        ("a; \u{200b}-1;b;@x", "a;' \u{200b}-1;b;'@x"),
        ("5|＝1", "5|'＝1"),
        ("a\t+1", "a\t'+1"),
        (";=1", ";'=1"),
        ("a;b", "a;b"),
        ("3;4", "3;4"),
    ] {
        let csv = format!("part,quantity,annual_price,covered_until\n{cell},1,5,2026-04-30\n");
        let row = priced(renewal(), csv.as_bytes());
        assert!(row.contains(&format!("\r\n{written},1,5,2026-04-30,")), "{cell:?}: {row:?}");
    }
    // Commas and blanks stand in every other name: behind them only what a program runs there.
    for (cell, written) in [
        ("a =1+1", "a '=1+1"),
        ("a \u{200b}=1", "a '\u{200b}=1"),
        (" =1 =2", "' =1 '=2"),
        ("a;b =1", "a;b '=1"),
        ("a = 1", "a = 1"),
        ("DB2 - Server", "DB2 - Server"),
        ("a -1 +1 @x", "a -1 +1 @x"),
    ] {
        let csv = format!("part,quantity,annual_price,covered_until\n{cell},1,5,2026-04-30\n");
        let row = priced(renewal(), csv.as_bytes());
        assert!(row.contains(&format!("\r\n{written},1,5,2026-04-30,")), "{cell:?}: {row:?}");
    }
    let row = priced(renewal(), b"part,quantity,annual_price,covered_until\n\"a,=1\",1,5,2026-04-30\n");
    assert!(row.contains("\r\n\"a,'=1\",1,5,"), "{row}");
    // In quotation marks, where a program that knows no commas sees none.
    let row = priced(renewal(), b"part,quantity,annual_price,covered_until\n\"a;\"\"=1\"\"\",1,5,2026-04-30\n");
    assert!(row.contains("\r\n\"a;'\"\"=1\"\"\",1,5,"), "{row}");
    // A computed number below zero stays a number.
    let csv = "quantity,annual_price,later_annual_price,covered_until\n1,1200,600,2026-04-30\n";
    assert!(priced(renewal(), csv.as_bytes()).contains(",500,250,-250,\r\n"));
}

#[test]
fn rows_of_other_lengths_and_bytes_that_are_no_text_are_faults_of_their_row() {
    let csv = b"quantity,annual_price,covered_until\n1,5\n1,5,2026-04-30,9\n1,\xFF,2026-04-30\n1,5,2026-04-30\n";
    let table = priced(renewal(), csv);
    let errors: Vec<&str> = table.lines().skip(1).map(|row| row.rsplit(',').next().unwrap_or_default()).collect();
    assert_eq!(errors, ["missing covered_until", "unknown_field column 4", "not_utf8 annual_price", ""]);
}

#[test]
fn there_may_be_more_rows_than_a_request_has_lines() {
    let mut csv = String::from("fee,starts_on\n");
    csv.push_str(&"0.01,2026-11-30\n".repeat(5_000));
    let options = json!({ "calculator": "cancellation", "as_of": "2026-11-21", "currency": "USD", "input": {} });
    let table = priced(options, csv.as_bytes());
    // Nine days ahead: half of a cent goes to the charge.
    let row = "0.01,2026-11-30,9,50,0.01,0.00,2026-11-16,2026-11-24,eligible,";
    assert_eq!(table.lines().filter(|line| *line == row).count(), 5_000);
}

#[test]
fn swaps_go_through_a_portfolio_row_by_row() {
    let csv = "given_service,paid_with,given_value,service,wanted_value,available,agreed\n\
               Workshop,flex,1000,hackathon,1250.5,true,true\n\
               ,cash,1000,webcasts,800,true,\n\
               ,credits,1000,webcasts,800,false,true\n\
               ,cash,1000,coffee,800,maybe,true\n";
    let options = json!({ "calculator": "swap", "as_of": "2026-11-21", "currency": "USD" });
    let expected = "given_service,paid_with,given_value,service,wanted_value,available,agreed,shortfall,surplus,verdict,error\r\n\
         Workshop,flex,1000,hackathon,1250.5,true,true,250.50,0.00,eligible,\r\n\
         ,cash,1000,webcasts,800,true,,0.00,200.00,refer,\r\n\
         ,credits,1000,webcasts,800,false,true,,,ineligible,\r\n\
         ,cash,1000,coffee,800,maybe,true,,,,unknown_choice service; wrong_type available\r\n";
    assert_eq!(priced(options, csv.as_bytes()), expected);
}

#[test]
fn a_column_that_only_some_countries_have_is_refused_row_by_row_in_others() {
    let csv = "amount,invoiced_on,paid_on,legal_maximum\n100000.00,2026-09-01,2026-11-01,\n100000.00,2026-09-01,2026-11-01,1500\n5.00,2026-09-01,2026-10-01,\n";
    let options = |country: &str| json!({ "calculator": "late_charge", "as_of": "2026-11-21", "currency": "USD", "input": { "country": country } });
    let head = "amount,invoiced_on,paid_on,legal_maximum,pay_by,due_on,days_late,outcome,periods,late_percent,rate_for,interest,fixed_sum,charge,other_charge,error";
    // Thirty-one days late are two periods begun, of two percent each.
    let capped = format!(
        "{head}\r\n\
         100000.00,2026-09-01,2026-11-01,,2026-10-01,,31,charged,2,2,period_begun,,,4000.00,,\r\n\
         100000.00,2026-09-01,2026-11-01,1500,2026-10-01,,31,charged,2,2,period_begun,,,1500.00,,\r\n\
         5.00,2026-09-01,2026-10-01,,2026-10-01,,0,on_time,,,,,,0.00,,\r\n"
    );
    assert_eq!(priced(options("HK"), csv.as_bytes()), capped);
    let plain = format!(
        "{head}\r\n\
         100000.00,2026-09-01,2026-11-01,,2026-10-01,,31,rate_not_stated,,,,,,,,\r\n\
         100000.00,2026-09-01,2026-11-01,1500,,,,,,,,,,,,not_applicable legal_maximum\r\n\
         5.00,2026-09-01,2026-10-01,,2026-10-01,,0,on_time,,,,,,0.00,,\r\n"
    );
    assert_eq!(priced(options("TW"), csv.as_bytes()), plain);
    assert_eq!(
        refused(options("FR"), csv.as_bytes()),
        pairs(&[("missing", "input.ecb_rate_percent"), ("missing", "input.eur_rate")])
    );
}

#[test]
fn thousands_with_a_point_are_asked_about() {
    let options = given(json!({ "calculator": "renewal", "as_of": "2026-11-21", "currency": "USD",
        "input": { "programme": "PAE" } }));
    let csv =
        b"quantity,annual_price,covered_until\n1.000,6.25,2026-12-31\n1000,6.25,2026-12-31\n2.0,6.25,2026-12-31\n";
    let priced = clausewise::quote_csv(&options, csv).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    let rows: Vec<String> = priced.unwrap_or_default().lines().map(str::to_owned).collect();
    assert!(rows[1].ends_with("ambiguous quantity"), "{}", rows[1]);
    // 1,000 at 6.25 for twelve months, and two.
    assert!(rows[2].contains(",6250.00,"), "{}", rows[2]);
    assert!(rows[3].contains(",12.50,"), "{}", rows[3]);
}
