//! The package answers what the native crate answers, to the byte.

use std::process::Stdio;

use anyhow::{Context, Result, bail};

use super::Extent;
use crate::steps::{command, run};
use crate::tools;

/// The same requests every time; another seed makes others.
const SEED: &str = "20261121";

pub fn compare(extent: Extent) -> Result<()> {
    let count = match extent {
        Extent::Whole => "1000000",
        Extent::Taste => "50000",
    };
    run(command("cargo").args(["build", "--profile", "proof", "--package", "clausewise-proof"]))?;
    let generated = tools::cargo_target().join("proof/generated");
    let mut generated = command(generated).args([count, SEED]).stdout(Stdio::piped()).spawn()?;
    let answers = generated.stdout.take().context("what it writes cannot be had")?;
    let compared = run(command("node").arg("proof/alike.mjs").stdin(answers));
    let written = generated.wait()?;
    compared?;
    if !written.success() {
        bail!("the requests ended with {written}");
    }
    Ok(())
}
