//! Writes down for the compiler what is found out before: currencies, and the terms of a build for one page.

use iso_currency::{Currency, IntoEnumIterator};
use std::{env, error::Error, fs, path::PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=CLAUSEWISE_ONLY_TERMS");
    let folder = PathBuf::from(env::var("OUT_DIR")?);

    // In the core itself, iso_currency would be two kilobytes of every download; here it is four letters a currency.
    let mut entries: Vec<String> = Currency::iter().filter_map(entry).collect();
    entries.sort();
    fs::write(folder.join("currencies"), entries.concat())?;

    // A file, where the build is for one page.
    let terms = env::var("CLAUSEWISE_ONLY_TERMS").unwrap_or_default();
    let mut checked = Vec::new();
    if !terms.is_empty() {
        println!("cargo::rerun-if-changed={terms}");
        checked = fs::read(&terms)?;
    }
    fs::write(folder.join("only-terms"), checked)?;
    Ok(())
}

/// Its code and the decimals of its minor unit. Those without one (gold, test codes) are left out, and so are those
/// withdrawn; the bolívar is not one of them: the standard lists VES and VED.
fn entry(currency: Currency) -> Option<String> {
    let withdrawn = currency.is_superseded().is_some() && currency != Currency::VES;
    currency.exponent().filter(|_| !withdrawn).map(|decimals| format!("{}{decimals}", currency.code()))
}
