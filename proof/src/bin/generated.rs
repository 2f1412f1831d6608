//! Writes requests that were made up, each followed by what the native core answers, one JSON text a line.
//!
//! `cargo run --release --package clausewise-proof -- COUNT SEED`

use arbitrary::Unstructured;
use clausewise_proof::requests;
use std::io::{BufWriter, Write, stdout};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let count: u64 = arguments.next().unwrap_or_default().parse()?;
    let seed: u64 = arguments.next().unwrap_or_default().parse()?;
    let mut random = fastrand::Rng::with_seed(seed);
    let mut bytes = vec![0; 8_192];
    let mut out = BufWriter::new(stdout().lock());
    for _ in 0..count {
        random.fill(&mut bytes);
        // One in four has something wrong in it.
        let request = requests::request(&mut Unstructured::new(&bytes), random.u8(..4) == 0)?;
        serde_json::to_writer(&mut out, &request)?;
        out.write_all(b"\n")?;
        match clausewise::quote(&request) {
            Ok(answer) => serde_json::to_writer(&mut out, &answer)?,
            Err(refusal) => serde_json::to_writer(&mut out, &refusal)?,
        }
        out.write_all(b"\n")?;
    }
    Ok(out.flush()?)
}
