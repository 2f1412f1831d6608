//! Reads requests, one JSON object a line, and writes what `quote` says to each, one a line.
//!
//! `cargo run --example quote < requests.jsonl`

use clausewise::Given;
use std::io::{BufRead, BufWriter, Write, stdin, stdout};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut out = BufWriter::new(stdout().lock());
    for line in stdin().lock().lines() {
        let request: Given = serde_json::from_str(&line?)?;
        let reply = match clausewise::quote(&request) {
            Ok(answer) => serde_json::to_string(&answer)?,
            Err(refusal) => serde_json::to_string(&refusal)?,
        };
        writeln!(out, "{reply}")?;
    }
    Ok(out.flush()?)
}
