//! Measures, and prints the figures of `BENCHMARKS.md`: everything on one machine in one run.

use anyhow::Result;

use crate::steps::{command, run, step};
use crate::{package, sources, tools};

pub fn bench() -> Result<()> {
    if !sources::pkg_is_fresh()? {
        println!("pkg/ is older than its sources: building it");
        package::build(false)?;
    }
    step("npm packages", tools::npm_packages)?;
    step("a browser", || tools::Engine::Chromium.ensure())?;
    // Ahead of the clock: what is measured against pkg/ is the same crate, built for this machine.
    step("the native side", || run(command("cargo").args(["build", "--release", "--example", "price_csv"])))?;
    step("figures", || {
        let xtask = std::env::current_exe()?;
        run(command("node").args(["--expose-gc", "benches/run.mjs"]).env("CLAUSEWISE_XTASK", xtask))
    })
}
