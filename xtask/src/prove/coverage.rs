//! Which lines of `src/` no test runs. Each of them stands, with a reason, in `proof/uncovered.txt`; each line there is still
//! one of them.

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context, Result, bail};

use super::Extent;
use crate::steps::{command, run};
use crate::tools;

const LIST: &str = "proof/uncovered.txt";

/// Quick enough to be the same in every run.
pub fn measure(_: Extent) -> Result<()> {
    let (program, llvm) = tools::cargo_llvm_cov()?;
    let report = crate::root().join("target/proof/coverage.lcov");
    fs::create_dir_all(report.parent().context("a file in a folder")?)?;
    let mut cargo = command(program);
    // A line that only some of the requests made up at random run would be in the list today and not tomorrow.
    cargo
        .envs(llvm)
        .env("PROPTEST_RNG_SEED", "1")
        .args(["llvm-cov", "--package", "clausewise", "--quiet", "--lcov", "--output-path"])
        .arg(&report);
    run(cargo)?;
    let (uncovered, count) = uncovered(&fs::read_to_string(&report)?)?;
    println!("   {} of {count} lines of src/ are run by no test", uncovered.len());
    let list = fs::read_to_string(crate::root().join(LIST)).unwrap_or_default();
    let known: BTreeSet<&str> = list.lines().filter(|line| line.starts_with("src/")).collect();
    let unknown: Vec<&str> = uncovered.iter().map(String::as_str).filter(|line| !known.contains(line)).collect();
    let settled: Vec<&str> = known.iter().copied().filter(|line| !uncovered.contains(*line)).collect();
    if unknown.is_empty() && settled.is_empty() {
        return Ok(());
    }
    for (list, what) in [(&unknown, "is run by no test and not in the list"), (&settled, "is in the list, and run")] {
        list.iter().for_each(|line| println!("   {what}: {line}"));
    }
    bail!("test these lines, or say in {LIST} why nothing runs them")
}

/// The lines that were never run, each as its file and its text, and how many lines there are in all.
fn uncovered(lcov: &str) -> Result<(BTreeSet<String>, usize)> {
    let (mut found, mut count) = (BTreeSet::new(), 0);
    let root = format!("{}/", crate::root().display());
    let mut file = String::new();
    let mut text = String::new();
    for line in lcov.lines() {
        if let Some(path) = line.strip_prefix("SF:") {
            file = path.replace(&root, "");
            text = fs::read_to_string(path).with_context(|| format!("cannot read {path}"))?;
        } else if let Some((number, times)) = line.strip_prefix("DA:").and_then(|counts| counts.split_once(','))
            && file.starts_with("src/")
        {
            count += 1;
            if times == "0" {
                let number: usize = number.parse()?;
                let at = text.lines().nth(number.saturating_sub(1)).unwrap_or_default().trim();
                // What only closes is told by what it closes.
                if !at.chars().all(|sign| "{}()[];,".contains(sign)) {
                    found.insert(format!("{file}: {at}"));
                }
            }
        }
    }
    if count == 0 {
        bail!("the report names no line of src/");
    }
    Ok((found, count))
}
