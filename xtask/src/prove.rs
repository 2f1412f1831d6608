//! What shows that the tests would notice, and that nothing from outside harms: each part as a whole, or a minute's worth.
//!
//! - `coverage`: which lines of `src/` no test runs.
//! - `fuzz`: requests, packs, tables, texts and links that nobody thought of.
//! - `alike`: the package answers what the native crate answers, to the byte.
//! - `mutants`: the program with something wrong in it, which the tests must find.

mod alike;
mod coverage;
mod fuzz;
mod mutants;

use anyhow::{Context, Result, bail};

use crate::steps::step;

/// How much of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Extent {
    /// What the figures of `BENCHMARKS.md` are of. What is interrupted goes on where it was.
    Whole,
    /// A minute's worth.
    Taste,
}

type Part = (&'static str, fn(Extent) -> Result<()>);

const PARTS: &[Part] =
    &[("coverage", coverage::measure), ("fuzz", fuzz::run), ("alike", alike::compare), ("mutants", mutants::run)];

/// `cargo xtask prove [--only PART]... [--taste]`, or `--corpus`, which keeps what the fuzzer found.
pub fn run(options: &[&str]) -> Result<()> {
    let mut extent = Extent::Whole;
    let mut only = Vec::new();
    let mut options = options.iter();
    while let Some(option) = options.next() {
        match *option {
            "--taste" => extent = Extent::Taste,
            "--corpus" => return fuzz::keep_corpus(),
            "--only" => only.push(*options.next().context("--only takes the name of a part")?),
            other => bail!("`{other}` is not an option of prove"),
        }
    }
    let known: Vec<&str> = PARTS.iter().map(|(name, _)| *name).collect();
    if let Some(unknown) = only.iter().find(|name| !known.contains(name)) {
        bail!("`{unknown}` is not one of: {}", known.join(" "));
    }
    let wanted = PARTS.iter().filter(|(name, _)| only.is_empty() || only.contains(name));
    let failed: Vec<&str> =
        wanted.filter(|(name, part)| step(name, || part(extent)).is_err()).map(|(name, _)| *name).collect();
    if failed.is_empty() {
        return Ok(());
    }
    bail!("these failed: {}", failed.join(", "))
}

/// A minute's worth of what needs no program that takes minutes to build, for the plain run.
pub fn taste() -> Result<()> {
    run(&["--taste", "--only", "fuzz", "--only", "alike"])
}
