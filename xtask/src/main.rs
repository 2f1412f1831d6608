//! The commands of this repository: `cargo xtask serve | build | test | prove | bench | new`.
//!
//! - `steps`: runs what has to be done step by step, says what it does, and how long it took.
//! - `tools`: what must be installed, and how to get it.
//! - `sources`: the hash of what `pkg/` is built from.
//! - `package`: builds `pkg/`, and writes the pages; `cores`: the WebAssembly in it; `apart`: that which writes and reads workbooks;
//!   `wasm`: what every such build has in common.
//! - `serve`: serves the pages from this machine.
//! - `test`: everything that must hold before a change goes in.
//! - `prove`: whether the tests would notice, and whether anything from outside harms.
//! - `bench`: the figures of BENCHMARKS.md.
//! - `new`: the skeleton of a calculator.

mod apart;
mod bench;
mod cores;
mod delivered;
mod new;
mod package;
mod prove;
mod serve;
mod sources;
mod steps;
mod test;
mod tools;
mod wasm;

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Result, bail};

const USAGE: &str = "\
usage: cargo xtask COMMAND

  serve [--port N] [--as-is]  build pkg/ if it is stale, then serve the pages (8080, or the next free port);
                              --as-is never builds
  build [--whole-only]        build pkg/ and write the pages; --whole-only leaves out the cores of single calculators,
                              to try something out
  test [--only STEP]...       run everything that must hold, or only the named steps (hosts, deny, workbook, lighthouse,
                              e2e-sweeps, e2e-firefox and e2e-webkit run only where they are named)
  prove [--only PART]...      what no single test shows: coverage, fuzz, alike, mutants; goes on where it was interrupted.
                              --taste: a minute's worth of each; --corpus: keep what the fuzzer found
  bench                       measure, and print the figures of BENCHMARKS.md
  new NAME --document PACK    make the skeleton of a calculator that answers by the document of that pack";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<()> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let Some((command, options)) = words.split_first() else {
        bail!("no command\n{USAGE}");
    };
    match *command {
        "serve" => serve::run(&serve::Options::parse(options)?),
        "build" if options.is_empty() => package::build(false),
        "build" if options == ["--whole-only"] => package::build(true),
        "test" => test::run_steps(&test::chosen(options)?),
        "prove" => prove::run(options),
        "bench" if options.is_empty() => bench::bench(),
        "new" => new::run(options),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        _ => bail!("`{}` is not a command\n{USAGE}", words.join(" ")),
    }
}

/// The root of the repository, whichever folder the command was called from.
fn root() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}
