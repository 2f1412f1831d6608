//! Prices a portfolio some times over, and writes how long each time took, in microseconds, as JSON.
//!
//! `cargo run --release --example price_csv -- OPTIONS.json ROWS.csv [TIMES [PRICED.csv]]`

use clausewise::Given;
use std::error::Error;
use std::{env, fs, hint, time::Instant};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let (options, rows, times, priced) = match arguments.as_slice() {
        [options, rows] => (options, rows, 1, None),
        [options, rows, times] => (options, rows, times.parse()?, None),
        [options, rows, times, priced] => (options, rows, times.parse()?, Some(priced)),
        _ => return Err("expected OPTIONS.json ROWS.csv [TIMES [PRICED.csv]]".into()),
    };
    let options: Given = serde_json::from_str(&fs::read_to_string(options)?)?;
    let rows = fs::read(rows)?;

    let mut took = Vec::new();
    let mut out = Vec::new();
    for _ in 0..times {
        // The memory of the last time is given back first, not while the clock runs.
        drop(out);
        let start = Instant::now();
        out = match clausewise::quote_csv(&options, &rows) {
            Ok(csv) => hint::black_box(csv),
            Err(refusal) => return Err(serde_json::to_string(&refusal)?.into()),
        };
        took.push(start.elapsed().as_micros());
    }
    if let Some(priced) = priced {
        fs::write(priced, &out)?;
    }
    println!("{}", serde_json::to_string(&took)?);
    Ok(())
}
