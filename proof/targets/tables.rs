//! Tables as people keep them, any bytes at all, read and then priced.
#![no_main]

use arbitrary::Unstructured;
use clausewise::Given;
use clausewise_proof::{described, promises};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut u = Unstructured::new(bytes);
    let Ok(calculator) = u.choose(described::calculators()) else { return };
    let Ok(mut options) = promises::options(&mut u) else { return };
    let is_strict = u.arbitrary().unwrap_or_default();
    options.push(("calculator".to_owned(), Given::Text(calculator.name.clone())));
    options.push(("as_of".to_owned(), Given::Text("2026-11-21".to_owned())));
    options.push(("input".to_owned(), Given::Object(Vec::new())));
    if u.arbitrary().unwrap_or_default() {
        options.push(("notes".to_owned(), Given::Flag(true)));
    }
    let options = Given::Object(options);
    let table = u.take_rest();
    if is_strict {
        let priced = promises::soon(|| clausewise::quote_csv(&options, table));
        let streamed = promises::soon(|| {
            let mut streamed = Vec::new();
            clausewise::quote_csv_stream(&options, table, &mut streamed).map(|()| streamed)
        });
        assert_eq!(priced.ok(), streamed.ok(), "in pieces and at once");
        return;
    }
    if let Ok(read) = promises::soon(|| clausewise::read_table(&options, table)) {
        let _ = promises::soon(|| clausewise::quote_csv(&options, &read.csv));
    }
    if let Ok(quoted) = promises::soon(|| clausewise::quote_table(&options, table)) {
        let summed: usize = quoted.sums.iter().map(|sum| sum.rows).sum();
        assert_eq!(quoted.priced.unwrap_or_default(), summed, "every row that is priced is in one sum");
        assert!(summed <= quoted.table.rows, "no more rows than there are");
    }
});
