//! What nobody thought of: libFuzzer's own way of making inputs, each of which must be answered soon and without a panic.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use super::Extent;
use crate::steps::{command, run as run_command};
use crate::tools;

struct Target {
    name: &'static str,
    /// Bytes of an input, at most.
    longest: u32,
    /// How often it is run in all.
    executions: u64,
}

impl Target {
    /// What a clone brings along.
    fn kept(&self) -> PathBuf {
        crate::root().join("proof/corpus").join(self.name)
    }

    /// What was found here since.
    fn found(&self) -> PathBuf {
        work().join("found").join(self.name)
    }
}

/// Where what was found and done lies.
fn work() -> PathBuf {
    crate::root().join("target/proof")
}

const TARGETS: &[Target] = &[
    Target { name: "requests", longest: 2_048, executions: 6_000_000 },
    Target { name: "texts", longest: 96, executions: 8_000_000 },
    Target { name: "links", longest: 2_048, executions: 3_000_000 },
    Target { name: "tables", longest: 2_048, executions: 2_500_000 },
    Target { name: "packs", longest: 2_048, executions: 500_000 },
];

/// What is run before it is written down that it was.
const PORTION: u64 = 100_000;

/// The compiler counts which ways were taken, so that the fuzzer learns what leads where: what `cargo fuzz` sets, without
/// the sanitizers, which no stable compiler has and code without `unsafe` does not need, and without a look at each
/// comparison, which took half of the time: the inputs are made of what is compared.
const COUNTED: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cdebug-assertions -Coverflow-checks --cfg fuzzing";

pub fn run(extent: Extent) -> Result<()> {
    let programs = Programs::build()?;
    for target in TARGETS {
        if extent == Extent::Taste {
            run_command(programs.fuzzer(target)?.arg("-max_total_time=12"))?;
            continue;
        }
        let state = work().join(format!("{}.executions", target.name));
        let mut done: u64 = fs::read_to_string(&state).ok().and_then(|text| text.trim().parse().ok()).unwrap_or(0);
        while done < target.executions {
            let portion = PORTION.min(target.executions - done);
            run_command(programs.fuzzer(target)?.arg(format!("-runs={portion}")))?;
            done += portion;
            fs::write(&state, done.to_string())?;
        }
        println!("   {}: {done} executions, none of which broke a promise", target.name);
    }
    Ok(())
}

/// Keeps of all that was found the few that together take every way.
pub fn keep_corpus() -> Result<()> {
    let programs = Programs::build()?;
    for target in TARGETS {
        let (kept, found, merged) = (target.kept(), target.found(), work().join("merged").join(target.name));
        let _ = fs::remove_dir_all(&merged);
        for folder in [&merged, &kept, &found] {
            fs::create_dir_all(folder)?;
        }
        let mut merge = command(programs.folder.join(target.name));
        run_command(merge.args(["-set_cover_merge=1", "-verbosity=0"]).args([&merged, &kept, &found]))?;
        let _ = fs::remove_dir_all(&kept);
        fs::rename(&merged, &kept)?;
    }
    Ok(())
}

/// The programs that fuzz, one for each target.
struct Programs {
    folder: PathBuf,
}

impl Programs {
    fn build() -> Result<Self> {
        let host = tools::compiler("host")?;
        // With a target named, what runs while building is not counted.
        let mut cargo = command("cargo");
        cargo.args(["build", "--profile", "proof", "--package", "clausewise-proof", "--features", "fuzz"]);
        // Nothing else has the counters' other half to be linked with.
        cargo.args(TARGETS.iter().flat_map(|target| ["--bin", target.name]));
        run_command(cargo.args(["--target", &host, "--target-dir", "target/fuzz"]).env("RUSTFLAGS", COUNTED))?;
        Ok(Self { folder: crate::root().join("target/fuzz").join(host).join("proof") })
    }

    /// A fuzzer that starts from what is kept and adds what it finds beside the build.
    fn fuzzer(&self, target: &Target) -> Result<Command> {
        let found = target.found();
        fs::create_dir_all(&found)?;
        let mut fuzzer = command(self.folder.join(target.name));
        fuzzer.args([found, target.kept()]);
        let dictionary = crate::root().join("proof/words").join(format!("{}.dict", target.name));
        if dictionary.is_file() {
            fuzzer.arg(format!("-dict={}", dictionary.display()));
        }
        // What breaks a promise is left beside what was found.
        fuzzer.arg(format!("-artifact_prefix={}/", work().display())).arg(format!("-max_len={}", target.longest));
        fuzzer.args(["-timeout=10", "-rss_limit_mb=4096", "-verbosity=0", "-print_final_stats=1"]);
        Ok(fuzzer)
    }
}
