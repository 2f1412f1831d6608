//! Prices the rows of a pipe while they come: `generate | cargo run --release --example price_stream -- OPTIONS.json | sort`.

use clausewise::Given;
use std::error::Error;
use std::{env, fs, io};

fn main() -> Result<(), Box<dyn Error>> {
    let options = env::args().nth(1).ok_or("expected OPTIONS.json, and rows of CSV at the standard input")?;
    let options: Given = serde_json::from_str(&fs::read_to_string(options)?)?;
    clausewise::quote_csv_stream(&options, io::stdin().lock(), io::stdout().lock())?;
    Ok(())
}
