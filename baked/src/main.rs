//! Writes the terms of every calculator, checked, each into a file of its name, and prints the names.
//!
//! `cargo run --package clausewise-baked -- FOLDER`

use std::{error::Error, fs, path::PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("into which folder?")?);
    fs::create_dir_all(&folder)?;
    for (name, terms) in clausewise::baked() {
        fs::write(folder.join(name), terms.map_err(|refusal| format!("{name}: {refusal}"))?)?;
        println!("{name}");
    }
    Ok(())
}
