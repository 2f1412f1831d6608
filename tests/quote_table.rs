//! Tables as people keep them, priced as they are: their columns stay in place, and no row is priced by anything but what it says.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test that goes wrong shall stop")]

#[path = "common/example_table.rs"]
mod example_table;

use clausewise::{Given, QuotedTable, quote_table};
use example_table::ExampleTable;
use serde_json::{Value, json};

fn given(value: &Value) -> Given {
    serde_json::from_value(value.clone()).unwrap()
}

fn cancellation() -> Value {
    json!({ "calculator": "cancellation", "as_of": "2026-11-21", "currency": "TWD", "minor_units": 0 })
}

fn with(mut options: Value, name: &str, value: Value) -> Value {
    options[name] = value;
    options
}

fn priced(options: &Value, table: &str) -> QuotedTable {
    quote_table(&given(options), table.as_bytes()).unwrap_or_else(|refusal| panic!("{refusal}"))
}

fn rows(quoted: &QuotedTable) -> Vec<&str> {
    str::from_utf8(&quoted.csv).unwrap().lines().collect()
}

fn faults(quoted: &QuotedTable) -> Vec<(Option<usize>, &str, &str, &str)> {
    let faults = quoted.table.faults.iter();
    faults
        .map(|fault| (fault.row, fault.column.as_deref().unwrap_or(""), fault.problem.code(), fault.text.as_str()))
        .collect()
}

const ANSWERS: &str = "days_ahead,charge_percent,charge,refund,full_refund_until,half_refund_until,verdict,error";

/// A title, columns that nobody asks for, a total, and cells as people write them.
const BOOKINGS: &str = "Bookings of Taipei 101\r\n\
    Contact,Service,Fee,First day,Remark\r\n\
    王小明,Workshop,\"NT$ 180,000\",2026/12/1,\"with lunch, perhaps\"\r\n\
    Lin,架構服務,32萬,115年12月5日,\r\n\
    ,Review,1000,soon,=1+1\r\n\
    Chen,Training,7,2026-11-26,late\r\n\
    Total,,\"501,007\",,\r\n";

#[test]
fn answers_stand_behind_the_columns_of_the_owner() {
    let quoted = priced(&cancellation(), BOOKINGS);
    let (header, own) = (format!("Contact,Service,Fee,First day,Remark,{ANSWERS}"), rows(&quoted));
    // Ten days ahead half of the fee is charged, fourteen days ahead nothing, five days ahead all of it.
    let expected = [
        header.as_str(),
        "王小明,Workshop,\"NT$ 180,000\",2026/12/1,\"with lunch, perhaps\",10,50,90000,90000,2026-11-17,2026-11-25,eligible,",
        "Lin,架構服務,32萬,115年12月5日,,14,0,0,320000,2026-11-21,2026-11-29,eligible,",
        ",Review,1000,soon,'=1+1,,,,,,,,not_a_date starts_on",
        "Chen,Training,7,2026-11-26,late,5,100,7,0,2026-11-12,2026-11-20,ineligible,",
    ];
    assert_eq!(own, expected);
    assert_eq!(quoted.priced, Some(3));
    assert_eq!(faults(&quoted), [(Some(3), "First day", "not_a_date", "soon")]);
    let left_out: Vec<(usize, &str)> = quoted.table.left_out.iter().map(|row| (row.line, row.why)).collect();
    assert_eq!(left_out, [(1, "title"), (7, "total")]);
}

#[test]
fn rows_come_to_sums_by_what_becomes_of_them_and_by_month() {
    let quoted = priced(&cancellation(), BOOKINGS);
    let sum = |key: &str, month: &str, rows: usize, charge: &str, refund: &str| json!({ "key": key, "month": month, "rows": rows, "amounts": { "charge": charge, "refund": refund } });
    let expected = json!([sum("eligible", "2026-12", 2, "90000", "410000"), sum("ineligible", "2026-11", 1, "7", "0")]);
    assert_eq!(serde_json::to_value(&quoted.sums).unwrap(), expected);
    // A day that nobody entered is the one that was worked out; what belongs to no day has no month.
    let late =
        json!({ "calculator": "late_charge", "as_of": "2026-11-21", "currency": "USD", "input": { "country": "TW" } });
    let quoted = priced(&late, "amount,invoiced_on\n100.00,2026-01-05\n");
    // Thirty days after the invoice.
    assert_eq!(quoted.sums[0].month.as_deref(), Some("2026-02"), "{:?}", rows(&quoted));
    let swap = json!({ "calculator": "swap", "as_of": "2026-11-21", "currency": "USD" });
    let table = "paid_with,given_value,service,wanted_value,available,agreed\ncash,100,chalk_talks,50,yes,yes\n";
    let quoted = priced(&swap, table);
    assert_eq!(quoted.sums.first().map(|sum| (&sum.month, sum.rows)), Some((&None, 1)), "{:?}", rows(&quoted));
}

#[test]
fn the_contracts_own_columns_are_priced_as_a_portfolio_is() {
    for ExampleTable { calculator, mut request, lines, text, .. } in example_table::all() {
        request["notes"] = json!(true);
        let name = &request["calculator"];
        let quoted = priced(&request, &text);
        let portfolio = clausewise::quote_csv(&given(&request), text.as_bytes()).unwrap();
        assert_eq!(rows(&quoted), str::from_utf8(&portfolio).unwrap().lines().collect::<Vec<_>>(), "{name}");
        assert_eq!((quoted.priced, quoted.table.rows), (Some(lines.len()), lines.len()), "{name}");
        assert_eq!(quoted.sums.iter().map(|sum| sum.rows).sum::<usize>(), lines.len(), "{name}");
        let key = calculator["answer"]["rows_by"]["key"].as_str().unwrap();
        let outputs = calculator["answer"]["line"].as_array().unwrap();
        let keys = &outputs.iter().find(|output| output["name"] == key).unwrap()["choices"];
        for sum in &quoted.sums {
            assert!(keys.as_array().unwrap().contains(&json!(sum.key)), "{name}: {}", sum.key);
        }
        // Given back, the answers make place for those that come now, and nothing else changes.
        let again = quote_table(&given(&request), &quoted.csv).unwrap();
        assert_eq!(rows(&again), rows(&quoted), "{name}");
    }
    // Those that answer no lines price no table.
    let programme = json!({ "calculator": "programme", "as_of": "2026-11-21", "input": {} });
    assert_eq!(quote_table(&given(&programme), b"a\n1\n").unwrap_err().errors[0].field, "calculator");
}

#[test]
fn an_entry_that_cannot_be_read_is_not_taken_for_one_that_is_not_there() {
    // The day of cancellation may be left out, and is that of the question then.
    let table = "fee,starts_on,cancelled_on\n1000,2026-12-01,yesterday\n1000,2026-12-01,\n";
    let quoted = priced(&cancellation(), table);
    assert_eq!(rows(&quoted)[1], "1000,2026-12-01,yesterday,,,,,,,,not_a_date cancelled_on");
    assert_eq!(rows(&quoted)[2], "1000,2026-12-01,,10,50,500,500,2026-11-17,2026-11-25,eligible,");
    // What can mean two days is asked about, and read where somebody says which.
    let table = "fee,starts_on\n1000,1/12/2026\n";
    assert_eq!(rows(&priced(&cancellation(), table))[1], "1000,1/12/2026,,,,,,,,ambiguous starts_on");
    let said = with(cancellation(), "day_first", json!({ "starts_on": true }));
    assert!(rows(&priced(&said, table))[1].starts_with("1000,1/12/2026,10,50,"));
    // Rows that are not as wide as the others, and what pricing finds.
    let table = "fee,starts_on,service\n1000,2026-12-01\n1000,2026-12-01,a,b\n2000,2026-11-20,c\n";
    let quoted = priced(&cancellation(), table);
    let errors: Vec<&str> = rows(&quoted)[1..].iter().map(|row| row.rsplit(',').next().unwrap()).collect();
    assert_eq!(errors[..2], ["uneven_row", "uneven_row"]);
    assert_eq!(quoted.table.faults.len(), 2 + usize::from(!errors[2].is_empty()));
}

#[test]
fn what_only_pricing_can_tell_is_told_with_its_cell() {
    let options =
        json!({ "calculator": "late_charge", "as_of": "2026-11-21", "currency": "TWD", "input": { "country": "TW" } });
    // An amount that is read well: only some countries have a legal maximum.
    let table = "Invoice no.,Amount,Invoice date,Maximum\n1,1000,2026-01-05,\"5,000\"\n2,1000,2026-01-05,\n";
    let options = with(options, "columns", json!({ "Maximum": "legal_maximum" }));
    let quoted = priced(&options, table);
    assert_eq!(faults(&quoted), [(Some(1), "Maximum", "not_applicable", "5,000")]);
    assert!(rows(&quoted)[1].ends_with(",not_applicable legal_maximum"));
    assert_eq!(quoted.priced, Some(1));
}

#[test]
fn where_a_column_is_asked_about_nothing_is_priced() {
    let table = "what,price,other price,when\nx,1000,2000,2026-12-01\n";
    let quoted = priced(&cancellation(), table);
    assert!(quoted.table.ask);
    assert_eq!((quoted.priced, quoted.csv.len(), quoted.sums.len()), (None, 0, 0));
    let said =
        with(cancellation(), "columns", json!({ "price": "fee", "when": "starts_on", "other price": "", "what": "" }));
    let quoted = priced(&said, table);
    assert_eq!(rows(&quoted)[1], "x,1000,2000,2026-12-01,10,50,500,500,2026-11-17,2026-11-25,eligible,");
    // A column that every row needs and the table does not have.
    let quoted = priced(&cancellation(), "service,fee\nx,5\n");
    assert_eq!(quoted.priced, None);
}

#[test]
fn a_table_without_headings_gets_them() {
    let said = with(cancellation(), "columns", json!({ "1": "fee", "2": "starts_on" }));
    let quoted = priced(&said, "1000;2026-12-01;x\n");
    assert_eq!(
        rows(&quoted),
        [&format!("fee,starts_on,3,{ANSWERS}"), "1000,2026-12-01,x,10,50,500,500,2026-11-17,2026-11-25,eligible,"]
    );
    // Or those that somebody says.
    let said = with(cancellation(), "headings", json!(["Fee", "First day", "Remark"]));
    let quoted = priced(&said, "1000;2026-12-01;x\n");
    assert_eq!(rows(&quoted)[0], format!("Fee,First day,Remark,{ANSWERS}"));
    assert_eq!(quoted.priced, Some(1));
    for wrong in [json!("a"), json!([1]), json!({}), json!(vec!["a"; 1001])] {
        let refusal = quote_table(&given(&with(cancellation(), "headings", wrong.clone())), b"1;2\n").unwrap_err();
        assert_eq!((refusal.errors[0].field.as_str(), refusal.errors[0].problem.code()), ("headings", "wrong_type"));
    }
}

#[test]
fn options_that_are_wrong_are_told_before_the_table() {
    let wrong = with(cancellation(), "as_of", json!("soon"));
    let fields = |options: &Value, table: &[u8]| {
        let refusal = quote_table(&given(options), table).unwrap_err();
        refusal.errors.iter().map(|fault| format!("{} {}", fault.problem.code(), fault.field)).collect::<Vec<_>>()
    };
    assert_eq!(fields(&wrong, b"what,price\n"), ["not_a_date as_of"]);
    assert_eq!(fields(&with(cancellation(), "colums", json!({})), b"fee,starts_on\n"), ["unknown_field colums"]);
    assert_eq!(
        fields(&with(cancellation(), "columns", json!({ "a": "b" })), b"fee,starts_on\n"),
        ["unknown_choice columns.a"]
    );
}

#[test]
fn rows_far_shorter_than_the_header_do_not_blow_up_what_comes_out() {
    let wide = format!("fee,starts_on,{}\n", (0..20_000).map(|at| format!("c{at},")).collect::<String>());
    let refusal = quote_table(&given(&cancellation()), (wide.clone() + &"1\n".repeat(100_000)).as_bytes()).unwrap_err();
    assert_eq!((refusal.errors[0].problem.code(), refusal.errors[0].field.as_str()), ("uneven_row", ""));
    // A few of them are only told.
    assert!(quote_table(&given(&cancellation()), (wide + &"1\n".repeat(10)).as_bytes()).is_ok());
}
