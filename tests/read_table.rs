//! Tables as people keep them: whatever they are written in, each cell is read right or asked about.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test that goes wrong shall stop")]

#[path = "common/example_table.rs"]
mod example_table;

use clausewise::Given;
use clausewise::{ReadTable, Use, read_table};
use example_table::ExampleTable;
use serde_json::{Value, json};

fn given(value: &Value) -> Given {
    serde_json::from_value(value.clone()).unwrap()
}

fn cancellation() -> Value {
    json!({ "calculator": "cancellation", "currency": "TWD" })
}

fn renewal() -> Value {
    json!({ "calculator": "renewal", "currency": "TWD" })
}

fn read(options: &Value, bytes: &[u8]) -> ReadTable {
    read_table(&given(options), bytes).unwrap_or_else(|refusal| panic!("{refusal}"))
}

fn with(mut options: Value, name: &str, value: Value) -> Value {
    options[name] = value;
    options
}

fn csv(table: &ReadTable) -> &str {
    str::from_utf8(&table.csv).unwrap()
}

fn faults(table: &ReadTable) -> Vec<(Option<usize>, &str, &str)> {
    table.faults.iter().map(|fault| (fault.row, fault.column.as_deref().unwrap_or(""), fault.problem.code())).collect()
}

fn uses(table: &ReadTable) -> Vec<(&str, Option<&str>, Use)> {
    table.columns.iter().map(|column| (column.header.as_str(), column.field, column.put)).collect()
}

fn left_out(table: &ReadTable) -> Vec<(usize, &str, &str)> {
    table.left_out.iter().map(|row| (row.line, row.why, row.text.as_str())).collect()
}

const WORKSHOPS: &str = "service,fee,starts_on\r\nWorkshop,180000,2026-12-01\r\n架構服務,320000,2026-12-15\r\n";

#[test]
fn each_dialect_and_each_encoding_comes_in_as_the_same_rows() {
    let rows =
        [["服務", "費用", "開始日"], ["Workshop", "180,000", "2026/12/1"], ["架構服務", "32萬", "115年12月15日"]];
    for delimiter in ['\t', ',', ';', '|'] {
        for end in ["\r\n", "\n", "\r"] {
            let cell = |cell: &&str| if cell.contains(delimiter) { format!("\"{cell}\"") } else { (*cell).to_owned() };
            let lines = rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join(&delimiter.to_string()));
            let text = lines.map(|line| line + end).collect::<String>();
            let wide = |mark: bool, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
                mark.then_some(0xFEFF).into_iter().chain(text.encode_utf16()).flat_map(bytes).collect()
            };
            let (big5, ..) = encoding_rs::BIG5.encode(&text);
            let (gb, ..) = encoding_rs::GB18030.encode(&text);
            for (encoding, bytes) in [
                ("utf-8", text.clone().into_bytes()),
                ("utf-8", format!("\u{FEFF}{text}").into_bytes()),
                ("utf-16le", wide(true, u16::to_le_bytes)),
                ("utf-16be", wide(true, u16::to_be_bytes)),
                ("utf-16le", wide(false, u16::to_le_bytes)),
                ("utf-16be", wide(false, u16::to_be_bytes)),
                ("big5", big5.to_vec()),
                ("gb18030", gb.to_vec()),
            ] {
                let table = read(&cancellation(), &bytes);
                assert_eq!((table.encoding, table.delimiter), (encoding, delimiter));
                assert_eq!((csv(&table), faults(&table)), (WORKSHOPS, vec![]), "{encoding} {delimiter:?} {end:?}");
                assert!(table.headed && !table.ask);
            }
        }
    }
}

#[test]
fn western_spreadsheets_come_in_with_their_decimal_commas() {
    let (bytes, ..) = encoding_rs::WINDOWS_1252.encode("Fee;Start date;Remarque\n1\u{A0}234,50 €;15/12/2026;Privé\n");
    let table = read(&json!({ "calculator": "cancellation", "currency": "EUR" }), &bytes);
    assert_eq!((table.encoding, csv(&table)), ("windows-1252", "fee,starts_on\r\n1234.50,2026-12-15\r\n"));
    assert_eq!(uses(&table)[2], ("Remarque", None, Use::Unused));
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    for bytes in [&b"PK\x03\x04\x14\x00\x06\x00\xFF"[..], b"\xFF\xFEa", b"\xEF\xBB\xBF\xFF"] {
        let refusal = read_table(&given(&cancellation()), bytes).unwrap_err();
        assert_eq!(refusal.errors[0].problem.code(), "not_text", "{bytes:?}");
    }
    let forced = with(cancellation(), "encoding", json!("big5"));
    let refusal = read_table(&given(&forced), b"fee\n\xFF\n").unwrap_err();
    assert_eq!((refusal.errors[0].field.as_str(), refusal.errors[0].problem.code()), ("encoding", "not_text"));
    // Where it is, as far as it can be told: the line, and the byte of the file, both from 1.
    let chinese = "service,fee\n維護,1\n".as_bytes();
    let (big5, ..) = encoding_rs::BIG5.encode("維護,1\n維");
    let wide: Vec<u8> = "維\n護".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (encoding, bytes, line, byte) in [
        (None, [chinese, b"W\xFFrk,1\n"].concat(), 3, 23),
        (None, [b"\xEF\xBB\xBF", chinese, b"\xFF"].concat(), 3, 25),
        (Some("utf-8"), b"fee\n\x80".to_vec(), 2, 5),
        (Some("utf-16le"), [&wide[..], b"\x00\xD8\x00\x00"].concat(), 2, 7),
        (Some("utf-16le"), [&wide[..], b"a"].concat(), 2, 7),
        (Some("big5"), [&big5[..], b"\xFF\n"].concat(), 2, 8),
    ] {
        let options = encoding.map_or_else(cancellation, |name| with(cancellation(), "encoding", json!(name)));
        let refusal = serde_json::to_value(read_table(&given(&options), &bytes).unwrap_err()).unwrap();
        let values = &refusal["errors"][0]["values"];
        assert_eq!((&values["line"], &values["byte"]), (&json!(line), &json!(byte)), "{encoding:?} {bytes:?}");
    }
    // A mark in place of a lost character is no text of anybody's.
    let table = read(&cancellation(), "fee,starts_on,service\n5,2026-12-01,Work\u{FFFD}\n".as_bytes());
    assert_eq!(faults(&table), [(Some(1), "service", "lost_characters")]);
}

#[test]
fn a_single_column_is_one_column() {
    let chosen = |options: Value| with(options, "columns", json!({ "1": "fee" }));
    for (text, expected) in [
        ("12,000.00\n980.00\n150,500.00", "fee\r\n12000.00\r\n980.00\r\n150500.00\r\n"),
        ("12,000\n15,500\n9,000\n", "fee\r\n12000\r\n15500\r\n9000\r\n"),
    ] {
        let options = json!({ "calculator": "cancellation", "currency": "USD" });
        for options in [options.clone(), chosen(options)] {
            let table = read(&options, text.as_bytes());
            assert_eq!(uses(&table), [("1", Some("fee"), Use::Field)]);
            assert_eq!((csv(&table), table.rows, table.headed, table.ask), (expected, 3, false, false));
            assert_eq!(faults(&table), [(None, "starts_on", "missing")]);
        }
    }
    let table =
        read(&json!({ "calculator": "cancellation", "currency": "USD" }), b"Fee\n12,000.00\n15,500.00\n9,000.00");
    assert_eq!((csv(&table), table.rows), ("fee\r\n12000.00\r\n15500.00\r\n9000.00\r\n", 3));
    // There is no column to choose for what is missing; it is told.
    assert_eq!(faults(&table), [(None, "starts_on", "missing")]);
    assert!(table.headed && !table.ask);
    // A comma in the heading does not make half an amount of an amount.
    let table = read(&cancellation(), b"Fee, NTD\n12,000\n15,500\n");
    assert_eq!(
        (table.delimiter, table.columns[0].sample.as_slice()),
        ('\t', &["12,000".to_owned(), "15,500".into()][..])
    );
    assert_eq!(uses(&table), [("Fee, NTD", None, Use::Ask)]);
    // What can be several fields is asked.
    let table = read(&json!({ "calculator": "true_up", "currency": "USD" }), b"5\n3\n");
    assert_eq!((table.columns[0].put, table.csv.len(), table.rows), (Use::Ask, 0, 2));
    // Days with a comma in them, and amounts with sums below.
    let table = read(&cancellation(), b"Dec 15, 2026\nJan 4, 2027\n");
    assert_eq!(csv(&table), "starts_on\r\n2026-12-15\r\n2027-01-04\r\n");
    let flex = json!({ "calculator": "flex", "currency": "USD", "list": "years.allocations" });
    let table = read(&flex, "12,000.00\n980.00\n150,500.00".as_bytes());
    assert_eq!(csv(&table), "amount\r\n12000.00\r\n980.00\r\n150500.00\r\n");
}

#[test]
fn ticks_and_words_beside_digits_are_no_headings() {
    let swap = json!({ "calculator": "swap", "currency": "USD", "columns": { "1": "agreed" } });
    for text in ["✓\nv\n1\n", "Yes\nTRUE\n0\n", "否\n✓\n1\n"] {
        let table = read(&swap, text.as_bytes());
        assert_eq!((table.headed, table.rows, left_out(&table)), (false, 3, vec![]), "{text}");
        assert_eq!(uses(&table), [("1", Some("agreed"), Use::Field)], "{text}");
    }
}

#[test]
fn headings_are_known_in_both_languages_in_any_case_and_by_harmless_brackets() {
    for (heading, is_known) in [
        ("QUANTITY", true),
        ("  q t y ", true),
        ("數　量", true),
        ("數量（必填）", true),
        ("數量(Quantity)", true),
        ("數量 [2026]", true),
        ("數量(千)", false),
        ("數量(月)", false),
        ("客戶", false),
    ] {
        let text = format!("{heading}\tannual_price\tcovered_until\n3\t500\t2026-12-31\n");
        let table = read(&renewal(), text.as_bytes());
        let expected = if is_known { Use::Field } else { Use::Ask };
        assert_eq!((table.columns[0].put, table.ask), (expected, !is_known), "{heading}");
        // What an unknown heading may mean is not guessed at: it may be thousands of what it looks like.
        assert_eq!(table.columns[0].field, is_known.then_some("quantity"), "{heading}");
    }
    for (heading, is_known) in
        [("費用 (NT$)", true), ("費用(新台幣)", true), ("費用（USD）", false), ("費用(千)", false)]
    {
        let text = format!("{heading}\t開始日\n500\t2026-12-31\n");
        assert_eq!(!read(&cancellation(), text.as_bytes()).ask, is_known, "{heading}");
    }
}

#[test]
fn an_owners_own_headings_are_told_or_asked() {
    let text = "客戶\t品項\t數量\t單價(年)\t到期日\t備註\n台積\tWAS ND\t10 套\tNT$ 12,000\t115/12/31\t急\n";
    let table = read(&renewal(), text.as_bytes());
    assert_eq!(csv(&table), "part,quantity,annual_price,covered_until\r\nWAS ND,10,12000,2026-12-31\r\n");
    assert_eq!((uses(&table)[0], table.ask), (("客戶", None, Use::Unused), false));
    // Nothing known above the columns: they are asked.
    let text = "甲\t乙\t丙\nWAS\t180,000\t2026/12/31\nDb2\t9,000\t2026/12/31\n";
    let table = read(&cancellation(), text.as_bytes());
    assert!(table.headed && table.ask);
    let asked = [("甲", None, Use::Ask), ("乙", None, Use::Ask), ("丙", None, Use::Ask)];
    assert_eq!((uses(&table), table.rows), (asked.to_vec(), 2));
    let chosen = with(cancellation(), "columns", json!({ "甲": "", "乙": "fee", "丙": "starts_on", "gone": "fee" }));
    let table = read(&chosen, text.as_bytes());
    assert_eq!((csv(&table), table.ask), ("fee,starts_on\r\n180000,2026-12-31\r\n9000,2026-12-31\r\n", false));
}

#[test]
fn a_table_without_headings_is_asked_with_what_it_may_be() {
    let text = "WAS,10,12000,2026-12-31\nDb2,3,9000,2026-12-31\n";
    let table = read(&renewal(), text.as_bytes());
    let fields: Vec<Option<&str>> = table.columns.iter().map(|column| column.field).collect();
    assert_eq!(fields, [Some("part"), Some("quantity"), Some("annual_price"), Some("covered_until")]);
    assert!(table.ask && !table.headed && table.columns.iter().all(|column| column.put == Use::Ask));
    let columns = json!({ "1": "part", "2": "quantity", "3": "annual_price", "4": "covered_until" });
    let table = read(&with(renewal(), "columns", columns), text.as_bytes());
    assert_eq!((table.ask, table.rows, faults(&table).len()), (false, 2, 0));
    assert_eq!(
        csv(&table),
        "part,quantity,annual_price,covered_until\r\nWAS,10,12000,2026-12-31\r\nDb2,3,9000,2026-12-31\r\n"
    );
}

#[test]
fn two_columns_of_one_field_are_asked_until_one_is_chosen() {
    let text = b"fee,amount,starts_on\n5,6,2026-12-01\n";
    let table = read(&cancellation(), text);
    assert!(table.ask);
    assert_eq!((uses(&table)[0].2, uses(&table)[1].2), (Use::Ask, Use::Ask));
    // Of texts, which are only echoed, the first will do.
    let parts = read(&renewal(), "料號,品名,數量,單價,到期日\nD1,WAS,1,5,2026-12-31\n".as_bytes());
    assert_eq!((uses(&parts)[0], uses(&parts)[1]), (("料號", Some("part"), Use::Field), ("品名", None, Use::Unused)));
    assert!(!parts.ask);
    let table = read(&with(cancellation(), "columns", json!({ "amount": "fee" })), text);
    assert_eq!((csv(&table), table.ask), ("fee,starts_on\r\n6,2026-12-01\r\n", false));
}

#[test]
fn titles_and_sums_are_left_out_and_said() {
    let text = "2026 年報價,,\n製表日期,2026-11-29,\n\n服務,費用,開始日\nA,100,2026-12-01\n小計,100,\nB,200,2026-12-02\n合 計：,300,\n,,\n";
    let table = read(&cancellation(), text.as_bytes());
    assert_eq!(csv(&table), "service,fee,starts_on\r\nA,100,2026-12-01\r\nB,200,2026-12-02\r\n");
    let expected = [
        (1, "title", "2026 年報價"),
        (2, "title", "製表日期 2026-11-29"),
        (6, "total", "小計 100"),
        (8, "total", "合 計： 300"),
    ];
    assert_eq!((left_out(&table), faults(&table)), (expected.to_vec(), vec![]));
    // Also where it has all that a row needs; nothing that is sold is called a sum.
    let table = read(&cancellation(), "服務,費用,開始日\nA,300,2026-12-01\n合計,300,2026-12-01\n".as_bytes());
    assert_eq!((table.rows, left_out(&table)), (1, vec![(3, "total", "合計 300 2026-12-01")]));
    // A note in a column that is not read.
    let table = read(&cancellation(), "項次,費用,開始日\n1,300,2026-12-01\n備註：未稅,,\n".as_bytes());
    assert_eq!((table.rows, left_out(&table)), (1, vec![(3, "note", "備註：未稅")]));
}

#[test]
fn amounts_that_are_not_what_they_look_like_are_asked_about() {
    let dollars = json!({ "calculator": "cancellation", "currency": "USD" });
    // Thousands, or another currency, said above the headings.
    for (title, asks) in [
        ("單位：新臺幣千元", true),
        ("Amounts in USD thousands", true),
        ("幣別：NTD", true),
        ("幣別：USD", false),
        ("單位：元", false),
    ] {
        let text = format!("{title},\n費用,開始日\n15,2026-12-01\n");
        assert_eq!(read(&dollars, text.as_bytes()).ask, asks, "{title}");
    }
    // A currency of its own in each row.
    let text = "費用,幣別,開始日\n1000,USD,2026-12-01\n30000,TWD,2026-12-01\n500,,2026-12-01\n";
    let table = read(&dollars, text.as_bytes());
    assert_eq!(csv(&table), "fee,starts_on\r\n1000,2026-12-01\r\n,2026-12-01\r\n500,2026-12-01\r\n");
    assert_eq!(faults(&table), [(Some(2), "費用", "other_currency")]);
}

#[test]
fn headings_of_every_printed_page_are_left_out_and_said() {
    let table = read(&cancellation(), "費用,開始日\n100,2026-12-01\n費用,開始日\n200,2026-12-02\n".as_bytes());
    assert_eq!(csv(&table), "fee,starts_on\r\n100,2026-12-01\r\n200,2026-12-02\r\n");
    assert_eq!((left_out(&table), faults(&table)), (vec![(3, "header", "費用 開始日")], vec![]));
}

#[test]
fn rows_of_other_lengths_are_never_filled_in() {
    let table =
        read(&cancellation(), b"service,fee,starts_on\nA,5,2026-12-01\nB,5\nC,6,2026-12-01,x\nD,7,2026-12-01,,\n");
    assert_eq!(csv(&table), "service,fee,starts_on\r\nA,5,2026-12-01\r\n,,\r\n,,\r\nD,7,2026-12-01\r\n");
    assert_eq!(faults(&table), [(Some(2), "", "uneven_row"), (Some(3), "", "uneven_row")]);
    let lines = serde_json::to_value(&table).unwrap();
    assert_eq!(lines["faults"][0]["values"], json!({ "got": 2, "expected": 3 }));
    assert_eq!(lines["lines"][1], json!({}));
    assert_eq!(table.faults[1].text, "C 6 2026-12-01 x");
}

#[test]
fn a_mark_that_is_never_closed_swallows_no_rows() {
    let table = read(
        &cancellation(),
        b"service,fee,starts_on\n\"A,5,2026-12-01\nB,6,2026-12-02\n\"C\",7,2026-12-03\n\"D,8,2026-12-04\n",
    );
    let told: Vec<&str> = table.faults.iter().map(|fault| fault.problem.code()).collect();
    assert!(told.contains(&"unclosed_quote"), "{told:?}");
    let table = read(&cancellation(), b"service,fee,starts_on\nA,5,2026-12-01\n\"B,6,2026-12-02\nC,7,2026-12-03\n");
    assert_eq!(csv(&table), "service,fee,starts_on\r\nA,5,2026-12-01\r\n,,\r\nC,7,2026-12-03\r\n");
    assert_eq!(faults(&table), [(Some(2), "", "unclosed_quote")]);
}

#[test]
fn what_cannot_be_read_is_empty_and_told() {
    let table = read(
        &renewal(),
        "數量\t單價\t到期日\n1.000\t12000\t9/10/2026\n3\t\t2026-12-31\nabc\t1\t2026-12-31\n".as_bytes(),
    );
    assert_eq!(csv(&table), "quantity,annual_price,covered_until\r\n,12000,\r\n3,,2026-12-31\r\n,1,2026-12-31\r\n");
    let expected = [
        (Some(1), "數量", "ambiguous"),
        (Some(1), "到期日", "ambiguous"),
        (Some(2), "單價", "missing"),
        (Some(3), "數量", "wrong_type"),
    ];
    assert_eq!(faults(&table), expected);
    let shown = serde_json::to_value(&table).unwrap();
    assert_eq!(shown["faults"][0]["values"]["readings"], json!([1, 1000]));
    assert_eq!(shown["faults"][0]["field"], "quantity");
    assert_eq!(shown["lines"][0], json!({ "annual_price": "12000" }));
}

#[test]
fn lines_are_those_of_a_request() {
    let options = json!({ "calculator": "swap", "currency": "USD" });
    let text = "paid_with,given_value,service,wanted_value,available,agreed\nflex,\"1,000\",hackathon,1250.5,是,No\n";
    let table = read(&options, text.as_bytes());
    let expected = json!([{ "paid_with": "flex", "given_value": "1000", "service": "hackathon", "wanted_value": "1250.5",
        "available": true, "agreed": false }]);
    assert_eq!(serde_json::to_value(&table).unwrap()["lines"], expected, "{:?}", table.faults);
    assert_eq!(csv(&table).lines().nth(1), Some("flex,1000,hackathon,1250.5,true,false"));
}

#[test]
fn what_quote_csv_wrote_can_be_given_back_to_it() {
    for ExampleTable { calculator, request, lines, text } in example_table::all() {
        let name = &calculator["calculator"];
        let own = text.lines().next().map_or(0, |header| header.split(',').count());
        let priced = clausewise::quote_csv(&given(&request), text.as_bytes()).unwrap_or_else(|e| panic!("{name}: {e}"));
        let table = read(&request, &priced);
        assert_eq!((faults(&table), table.ask), (vec![], false), "{name}");
        let answers = table.columns.iter().filter(|column| column.put == Use::Answer).count();
        assert_eq!(answers, table.columns.len() - own, "{name}");
        assert_eq!(clausewise::quote_csv(&given(&request), &table.csv).ok(), Some(priced), "{name}");
        assert_eq!(serde_json::to_value(&table).unwrap()["lines"], Value::Array(lines), "{name}");
    }
    // With the apostrophe that keeps a spreadsheet from running a text.
    let options = json!({ "calculator": "cancellation", "currency": "USD", "as_of": "2026-11-21" });
    let priced = clausewise::quote_csv(&given(&options), b"service,fee,starts_on\n=1+1,5.00,2026-12-01\n").unwrap();
    assert_eq!(csv(&read(&options, &priced)), "service,fee,starts_on\r\n=1+1,5.00,2026-12-01\r\n");
}

#[test]
fn a_column_that_only_some_rows_need_may_be_absent() {
    let options = json!({ "calculator": "use_check", "as_of": "2026-11-21", "input": { "country": "TW" } });
    let uses = serde_json::to_value(clausewise::calculators()).unwrap();
    let check = uses.as_array().unwrap().iter().find(|one| one["calculator"] == "use_check").unwrap();
    let key = check["fields"][1]["items"][0]["choices"][0].as_str().unwrap();
    let table = read(&options, format!("intended_use\n{key}\n").as_bytes());
    assert!(!table.ask, "{:?}", table.faults);
    assert!(clausewise::quote_csv(&given(&options), &table.csv).is_ok());
}

#[test]
fn cells_are_shown_as_they_are() {
    // Quoted breaks, doubled marks, empty cells, marks of JSON, other scripts.
    let text = "service,fee,starts_on\n\"a\nb\",\"{\"\"k\"\": 1}\",\"\"\nʤ,,\"x,y\"\n";
    let table = read(&cancellation(), text.as_bytes());
    let samples: Vec<Vec<&str>> =
        table.columns.iter().map(|column| column.sample.iter().map(String::as_str).collect()).collect();
    assert_eq!(samples, [["a\nb", "ʤ"], ["{\"k\": 1}", ""], ["", "x,y"]]);
}

#[test]
fn what_a_page_says_goes_before_what_is_found() {
    let options = with(with(cancellation(), "delimiter", json!("|")), "headed", json!(false));
    let table = read(&options, b"fee|starts_on\n5|2026-12-01\n");
    assert_eq!((table.rows, table.headed, table.delimiter), (2, false, '|'));
    let named = with(cancellation(), "names", json!({ "fields": { "fee": ["Montant"], "starts_on": ["Début"] } }));
    assert!(!read(&named, "Montant;Début\n5;2026-12-01\n".as_bytes()).ask);
    let table = read(&cancellation(), b"sep=;\r\nfee;starts_on\r\n5;2026-12-01\r\n");
    assert_eq!((table.delimiter, csv(&table)), (';', "fee,starts_on\r\n5,2026-12-01\r\n"));
    for (name, value, code) in [
        ("encoding", json!("ebcdic"), "unknown_choice"),
        ("delimiter", json!(5), "wrong_type"),
        ("columns", json!({ "x": "colour" }), "unknown_choice"),
        ("list", json!("years"), "unknown_choice"),
        ("calculator", json!("flex"), "not_applicable"),
        ("colour", json!(1), "unknown_field"),
    ] {
        let refusal = read_table(&given(&with(cancellation(), name, value)), b"").unwrap_err();
        let codes: Vec<&str> = refusal.errors.iter().map(|fault| fault.problem.code()).collect();
        assert_eq!(codes, [code], "{name}");
    }
}

#[test]
fn an_empty_table_lacks_everything_and_stops_nothing() {
    for bytes in [&b""[..], b"\xEF\xBB\xBF", b"\r\n\r\n", b",,\n"] {
        let table = read(&cancellation(), bytes);
        assert_eq!((table.encoding, table.rows, table.columns.len(), csv(&table)), ("utf-8", 0, 0, ""), "{bytes:?}");
        assert_eq!(faults(&table), [(None, "fee", "missing"), (None, "starts_on", "missing")], "{bytes:?}");
    }
}

#[test]
fn there_may_be_more_rows_than_a_request_has_lines() {
    let text = "fee,starts_on\n".to_owned() + &"\"1,200\",2026/12/01\n".repeat(5_000);
    let table = read(&cancellation(), text.as_bytes());
    assert_eq!((table.rows, table.lines.is_none(), table.faults.len()), (5_000, true, 0));
    assert_eq!(csv(&table).lines().filter(|line| *line == "1200,2026-12-01").count(), 5_000);
}

#[test]
fn an_unrounded_price_is_not_taken_for_thousands() {
    let dollars = json!({ "calculator": "cancellation", "currency": "USD" });
    let table = read(&dollars, b"Fee\tStarts on\n45.375\t2026-12-01\n1.250,00\t2026-12-01\n12.00\t2026-12-01\n");
    assert_eq!(csv(&table), "fee,starts_on\r\n,2026-12-01\r\n1250.00,2026-12-01\r\n12.00,2026-12-01\r\n");
    assert_eq!(faults(&table), [(Some(1), "Fee", "too_many_decimals")]);
    // In whole dollars there is nothing else that it can mean.
    let whole = json!({ "calculator": "cancellation", "currency": "TWD", "minor_units": 0 });
    assert_eq!(csv(&read(&whole, b"Fee\tStarts on\n45.375\t2026-12-01\n")), "fee,starts_on\r\n45375,2026-12-01\r\n");
}

#[test]
fn a_number_is_of_what_its_field_counts() {
    let options = json!({ "calculator": "true_up", "currency": "USD" });
    let text = "program,entitled,deployed,current_price,excess_months (months)\nA,10 套,12 套,100,18 個月\nB,10,12,100,30 days\n";
    let table = read(&options, text.as_bytes());
    assert_eq!(faults(&table), [(Some(2), "excess_months (months)", "wrong_type")]);
    assert!(csv(&table).lines().nth(1).unwrap().ends_with(",18"), "{}", csv(&table));
    let table = read(&options, text.replace("(months)", "(days)").as_bytes());
    assert_eq!((uses(&table)[4], table.ask), (("excess_months (days)", None, Use::Ask), true));
}

#[test]
fn a_text_that_a_formula_keeps_is_what_stands_in_it() {
    let text = "service,fee,starts_on\n=\"00123\",=\"1,200\",=\"2026-12-01\"\n\"=\"\"00124\"\"\",=100+1,2026-12-01\n";
    let table = read(&cancellation(), text.replace("=\"1,200\"", "\"=\"\"1,200\"\"\"").as_bytes());
    assert_eq!(csv(&table), "service,fee,starts_on\r\n00123,1200,2026-12-01\r\n00124,,2026-12-01\r\n");
    assert_eq!(faults(&table), [(Some(2), "fee", "not_a_decimal")]);
}

#[test]
fn tables_that_are_drawn_with_bars_are_read() {
    let expected = "service,fee,starts_on\r\nWorkshop,1000,2026-12-01\r\n架構服務,2000,2026-12-15\r\n";
    for text in [
        "| 服務 | 費用 | 開始日 |\n|---|---:|:---:|\n| Workshop | 1,000 | 2026/12/1 |\n| 架構服務 | 2,000 | 115/12/15 |\n",
        "服務 | 費用 | 開始日\n--- | --- | ---\nWorkshop | 1,000 | 2026/12/1\n架構服務 | 2,000 | 115/12/15\n",
        "+------+----+----+\n| 服務 | 費用 | 開始日 |\n+======+====+====+\n| Workshop | 1,000 | 2026/12/1 |\n| 架構服務 | 2,000 | 115/12/15 |\n+------+----+----+\n",
        " 服務 | 費用 | 開始日\n------+------+------\n Workshop | 1,000 | 2026/12/1\n 架構服務 | 2,000 | 115/12/15\n",
    ] {
        let table = read(&cancellation(), text.as_bytes());
        assert_eq!((csv(&table), table.rows, faults(&table), table.ask), (expected, 2, vec![], false), "{text}");
        assert_eq!(uses(&table).len(), 3, "{text}");
    }
    // A heading that nobody knows is one, and not the line below it.
    let text = "| Item | Amount due then | Day |\n| --- | --- | --- |\n| Workshop | 1,000 | 2026-12-01 |\n";
    let table = read(&cancellation(), text.as_bytes());
    assert_eq!((table.headed, table.rows, table.columns[1].header.as_str()), (true, 1, "Amount due then"));
    // A bar within a cell makes one cell more: the row is not filled in.
    let text = "| fee | starts_on |\n|---|---|\n| 1 | 2026-12-01 |\n| 1\\|2 | 2026-12-01 |\n";
    assert_eq!(faults(&read(&cancellation(), text.as_bytes())), [(Some(2), "", "uneven_row")]);
}

#[test]
fn bare_amounts_beside_another_currency_are_asked_about() {
    let dollars = json!({ "calculator": "cancellation", "currency": "USD" });
    let mixed = "fee,starts_on\n\"1,000\",2026-12-01\n\"NT$ 2,000\",2026-12-02\n";
    let table = read(&dollars, mixed.as_bytes());
    assert_eq!((uses(&table)[0], table.ask), (("fee", None, Use::Ask), true));
    assert_eq!(faults(&table), [(None, "fee", "other_currency"), (None, "fee", "missing")]);
    assert_eq!(serde_json::to_value(&table).unwrap()["faults"][0]["values"]["currency"], "TWD");
    // Somebody has looked at it.
    let table = read(&with(dollars.clone(), "columns", json!({ "fee": "fee" })), mixed.as_bytes());
    assert_eq!(csv(&table), "fee,starts_on\r\n1000,2026-12-01\r\n,2026-12-02\r\n");
    assert_eq!(faults(&table), [(Some(2), "fee", "other_currency")]);
    // Each says its own, or none says any.
    for (text, wrong) in [
        ("fee,starts_on\nUS$1000,2026-12-01\nNT$ 2000,2026-12-02\n", 1),
        ("fee,starts_on\nUS$1000,2026-12-01\n2000,2026-12-02\n", 0),
        ("fee,starts_on\nUS$1000,2026-12-01\n2000,2026-12-02\nNT$9000,2026-12-02\n", 1),
        ("fee,starts_on\nNT$1000,2026-12-01\nNT$2000,2026-12-02\n", 2),
        ("fee,currency,starts_on\n1000,USD,2026-12-01\n2000,TWD,2026-12-02\n,,2026-12-03\n", 2),
    ] {
        let table = read(&dollars, text.as_bytes());
        assert_eq!((table.ask, table.faults.len()), (false, wrong), "{text}");
    }
}

#[test]
fn a_list_of_a_form_says_how_many_rows_it_holds() {
    let listed = |calculator: &str, list: &str| json!({ "calculator": calculator, "currency": "USD", "list": list });
    for (options, header, row, most) in [
        (listed("cancellation", "lines"), "fee,starts_on\n", "5,2026-12-01\n", 1_000),
        (listed("credits", "exceptions"), "country\n", "TW\n", 250),
    ] {
        let table = read(&options, (header.to_owned() + &row.repeat(most)).as_bytes());
        assert_eq!((faults(&table), table.lines.as_ref().map(Vec::len)), (vec![], Some(most)), "{options}");
        let table = read(&options, (header.to_owned() + &row.repeat(most + 7)).as_bytes());
        assert_eq!((faults(&table), table.lines.is_none()), (vec![(None, "", "too_many_lines")], true), "{options}");
        let shown = serde_json::to_value(&table.faults[0]).unwrap();
        assert_eq!(shown["values"], json!({ "got": most + 7, "max": most }), "{options}");
    }
}

#[test]
fn the_order_of_days_is_said_once_for_a_column() {
    let text = "fee,starts_on\n1,3/4/2027\n2,15/4/2027\n3,5/5/2027\n4,3-4-27\n5,2027/3/4\n6,4-Mar-2027\n7,4/15/2027\n";
    // What only one day can mean decides nothing for the others.
    let table = read(&cancellation(), text.as_bytes());
    assert_eq!(faults(&table), [(Some(1), "starts_on", "ambiguous"), (Some(4), "starts_on", "ambiguous")]);
    let shown = serde_json::to_value(&table).unwrap();
    assert_eq!(shown["columns"][1]["days"], json!({ "either": 2, "day_first": 1, "month_first": 1 }));
    assert_eq!(shown["columns"][0].get("days"), None);
    for (is_day_first, day) in [(true, "2027-04-03"), (false, "2027-03-04")] {
        let said = with(cancellation(), "day_first", json!({ "starts_on": is_day_first, "elsewhere": true }));
        let table = read(&said, text.as_bytes());
        let days: Vec<&str> = csv(&table).lines().skip(1).filter_map(|line| line.split(',').nth(1)).collect();
        // Days that have but one meaning keep it.
        assert_eq!(days, [day, "2027-04-15", "2027-05-05", day, "2027-03-04", "2027-03-04", "2027-04-15"]);
        assert_eq!(faults(&table), []);
    }
    for wrong in [json!(true), json!({ "starts_on": "day" })] {
        let refusal = read_table(&given(&with(cancellation(), "day_first", wrong)), b"").unwrap_err();
        assert_eq!((refusal.errors[0].field.as_str(), refusal.errors[0].problem.code()), ("day_first", "wrong_type"));
    }
}

#[test]
fn options_of_the_wrong_kind_are_refused_by_name() {
    let refused = |name: &str, value: Value| {
        let refusal =
            read_table(&given(&with(cancellation(), name, value)), b"fee,starts_on\n5,2026-12-01\n").unwrap_err();
        refusal.errors.iter().map(|fault| (fault.problem.code(), fault.field.clone())).collect::<Vec<_>>()
    };
    for (name, value) in [
        ("names", json!([])),
        ("headed", json!("yes")),
        ("columns", json!("fee")),
        ("day_first", json!({ "starts_on": "yes" })),
        ("delimiter", json!(5)),
        ("encoding", json!(true)),
    ] {
        assert_eq!(refused(name, value), [("wrong_type", name.to_owned())]);
    }
    assert_eq!(refused("columns", json!({ "Fee": 5 })), [("wrong_type", "columns.Fee".to_owned())]);
    assert_eq!(refused("columns", json!({ "Fee": "coffee" })), [("unknown_choice", "columns.Fee".to_owned())]);
    // Whatever is brought as names but is no list of words names nothing.
    let odd = with(cancellation(), "names", json!({ "fields": { "fee": "Kostenpunkt" }, "choices": 5 }));
    let table = read(&odd, b"Kostenpunkt,starts_on\n5,2026-12-01\n");
    assert_eq!(uses(&table), [("Kostenpunkt", None, Use::Ask), ("starts_on", Some("starts_on"), Use::Field)]);
}

#[test]
fn of_two_encodings_that_fit_the_one_with_known_headings_is_it() {
    let text = "课程名称,课程费\n课程甲,180000\n";
    let (bytes, ..) = encoding_rs::GB18030.encode(text);
    let table = read(&cancellation(), &bytes);
    assert_eq!((table.encoding, csv(&table)), ("gb18030", "service,fee\r\n课程甲,180000\r\n"));
    // Where neither has any, the likelier of the two.
    let (bytes, ..) = encoding_rs::BIG5.encode("甲乙,丙丁\n戊己,180000\n");
    assert_eq!(read(&cancellation(), &bytes).encoding, "big5");
}

#[test]
fn a_heading_that_may_be_two_fields_is_asked_about() {
    let swap = json!({ "calculator": "swap", "currency": "TWD" });
    let table = read(&swap, b"Amount,Paid with,New service\n5000,flex,workshops\n");
    assert_eq!((uses(&table)[0], table.ask), (("Amount", None, Use::Ask), true));
    let chosen = with(swap, "columns", json!({ "Amount": "given_value" }));
    let table = read(&chosen, b"Amount,Paid with,New service\n5000,flex,workshops\n");
    assert_eq!((uses(&table)[0], table.ask), (("Amount", Some("given_value"), Use::Field), false));
}

#[test]
fn a_column_in_which_nothing_stands_is_not_asked_about() {
    let table = read(&cancellation(), b"fee,Kostenpunkt,starts_on\n5,,2026-12-01\n7, ,2026-12-02\n");
    assert_eq!((uses(&table)[1], table.ask), (("Kostenpunkt", None, Use::Unused), false));
    assert_eq!(csv(&table), "fee,starts_on\r\n5,2026-12-01\r\n7,2026-12-02\r\n");
    // Nor where a column is lacking that it could have been: it could be anything.
    let table = read(&cancellation(), b"fee,Kostenpunkt,Wann\n5,,2026-12-01\n7, ,2026-12-02\n");
    let expected = [("fee", Some("fee"), Use::Field), ("Kostenpunkt", None, Use::Unused), ("Wann", None, Use::Ask)];
    assert_eq!(uses(&table), expected);
}

#[test]
fn a_sum_below_one_column_does_not_part_its_amounts() {
    let usd = json!({ "calculator": "cancellation", "currency": "USD" });
    let table = read(&usd, "12,000.00\n15,500.00\n合計: 27,500.00\n".as_bytes());
    assert_eq!(table.columns.len(), 1);
    assert_eq!(table.columns[0].sample, ["12,000.00", "15,500.00", "合計: 27,500.00"]);
}

#[test]
fn a_row_with_little_in_it_may_stand_below_headings_that_nobody_knows() {
    let table = read(&cancellation(), b"Was;Kostenpunkt;Wann\n;;(geplant)\nWorkshop;180000;2026-12-01\n");
    assert_eq!(
        table.columns.iter().map(|column| column.header.as_str()).collect::<Vec<_>>(),
        ["Was", "Kostenpunkt", "Wann"]
    );
    assert!(table.headed && table.ask);
}

#[test]
fn a_row_of_which_the_only_cell_is_at_fault_is_still_a_row() {
    let table = read(&json!({ "calculator": "cancellation", "currency": "USD" }), b"Fee\n12.00\nabc\n15.50\n");
    assert_eq!((csv(&table), table.rows), ("fee\r\n12.00\r\n\"\"\r\n15.50\r\n", 3));
    assert_eq!(faults(&table), [(None, "starts_on", "missing"), (Some(2), "Fee", "not_a_decimal")]);
}

#[test]
fn a_dash_where_nothing_has_to_stand_is_nothing() {
    let text =
        "quantity,annual_price,covered_until,later_annual_price\n1,120000,2026-04-30,–\n1,120000,2026-04-30,90000\n";
    let table = read(&renewal(), text.as_bytes());
    assert_eq!(faults(&table), []);
    let expected = "quantity,annual_price,covered_until,later_annual_price\r\n1,120000,2026-04-30,\r\n1,120000,2026-04-30,90000\r\n";
    assert_eq!(csv(&table), expected);
    let text = "quantity,annual_price,covered_until\n1,–,2026-04-30\n";
    assert_eq!(faults(&read(&renewal(), text.as_bytes())), [(Some(1), "annual_price", "out_of_range")]);
}
