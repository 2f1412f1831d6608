//! Builds the cores of `pkg/` as WebAssembly, each with its JavaScript side: the whole one, one for every calculator, and
//! the one that reads what people write.
//! They take minutes, so those of an earlier build are kept where nothing has changed that they are made from.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::{Mutex, PoisonError};
use std::thread;

use anyhow::{Context, Result, bail};

use crate::package::{mark, script};
use crate::sources;
use crate::steps::{command, output, run, step};
use crate::tools::{self, WasmToolchain};
use crate::wasm;

/// Chosen by measuring: see `BENCHMARKS.md`.
const WASM_OPT_FLAGS: &[&str] = &["-O3", "--strip-debug", "--strip-producers", "--strip-target-features"];

/// Puts the cores into a folder: those of the `pkg/` that is there, where nothing has changed that they are made from, else
/// built anew.
pub fn put_into(folder: &Path, hash: &str, whole_only: bool) -> Result<()> {
    let pkg = crate::root().join("pkg");
    let is_there = sources::hash_of_cores_in_pkg().is_some_and(|built| built == hash);
    // Types of the single ones are there even where they themselves were left out.
    let has_each = || {
        fs::read_dir(pkg.join("only")).is_ok_and(|entries| {
            entries.flatten().any(|entry| entry.path().extension().is_some_and(|ending| ending == "wasm"))
        })
    };
    if is_there && (whole_only || has_each()) {
        return step("the cores, as they are in pkg/", || {
            copy(&pkg, folder, |name| name.starts_with("clausewise") && !name.ends_with(".d.ts"))?;
            if whole_only {
                return Ok(());
            }
            copy(&pkg.join("only"), &folder.join("only"), |name| !name.ends_with(".d.ts"))
        });
    }
    let core = Core::ready(hash)?;
    step("the core as WebAssembly", || core.build("clausewise", folder, None))?;
    if whole_only {
        return Ok(());
    }
    step("the core of each calculator alone, and the one that reads", || core.build_each(folder))
}

/// Builds the whole core and one other anew, whatever there is, for whoever wants to compare.
pub fn put_some_into(folder: &Path, hash: &str, other: &str) -> Result<()> {
    let core = Core::ready(hash)?;
    step("the core as WebAssembly, anew", || core.build("clausewise", folder, None))?;
    step(other, || {
        let listed = singles(folder)?;
        let single = listed.iter().find(|single| single.as_str() == other);
        core.build_single(single.context("there is no such core")?, folder, "target/only-1")
    })
}

fn copy(from: &Path, to: &Path, wanted: impl Fn(&str) -> bool) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        if entry.file_type()?.is_file() && wanted(&entry.file_name().to_string_lossy()) {
            fs::copy(entry.path(), to.join(entry.file_name()))?;
        }
    }
    Ok(())
}

/// What builds the core, whole or for one calculator.
struct Core {
    toolchain: WasmToolchain,
    bindgen: PathBuf,
    nameless: Vec<String>,
    mark: String,
}

/// What a core is to hold in place of the whole.
struct Only<'a> {
    calculator: &'a str,
    /// Where cargo works: two builds at a time need a folder each.
    target: &'a str,
}

/// Where what is made for each single core beforehand is put: its terms, checked by the loader that it does without, and
/// what it says of itself.
const CHECKED: &str = "target/only/terms";
const TOLD: &str = "target/only/told";

/// The build that holds no calculator: it reads what people write, for all the others.
const READING: &str = "reading";

/// Every core that holds a part of the whole, by its name; what they are made of is written down for them, beside the whole
/// core in a folder.
fn singles(folder: &Path) -> Result<Vec<String>> {
    // Terms that do not pass end the build here, and what is wrong with them is shown.
    let mut cargo = command("cargo");
    cargo.args(["run", "--quiet", "--package", "clausewise-baked", "--", CHECKED]).stderr(Stdio::inherit());
    let listed = output(&mut cargo)?;
    run(script("calculators", folder).arg(TOLD))?;
    Ok(listed.lines().chain([READING]).map(str::to_owned).collect())
}

impl Core {
    fn ready(hash: &str) -> Result<Core> {
        let toolchain = step("the WebAssembly toolchain", WasmToolchain::ensure)?;
        let bindgen = step("wasm-bindgen", tools::wasm_bindgen)?;
        Ok(Core { toolchain, bindgen, nameless: wasm::nameless(&[], None)?, mark: mark(hash).to_owned() })
    }

    /// WebAssembly, optimised, and its JavaScript side, under a name.
    fn build(&self, name: &str, folder: &Path, only: Option<&Only<'_>>) -> Result<()> {
        // A profile of its own, where Cargo.toml has one for it.
        let manifest = fs::read_to_string(crate::root().join("Cargo.toml"))?;
        let profile = if manifest.contains("[profile.wasm]") { "wasm" } else { "release" };
        let mut cargo = self.toolchain.cargo_in("build", only.map(|only| only.target));
        cargo.args(["--package", "clausewise", "--lib", "--quiet", "--profile", profile]).args(&self.nameless);
        let mut target = self.toolchain.target_dir();
        if let Some(only) = only {
            target = crate::root().join(only.target).join(tools::WASM_TARGET);
            cargo.env("CLAUSEWISE_ONLY", only.calculator);
            if let Some(terms) = only.made_before(CHECKED, "") {
                cargo.env("CLAUSEWISE_ONLY_TERMS", terms);
            }
        }
        run(cargo)?;
        let bound = target.join("bound").join(name);
        wasm::bind(&self.bindgen, &target.join(profile).join("clausewise.wasm"), &bound, name)?;
        let file = format!("{name}_bg.wasm");
        wasm::optimise(WASM_OPT_FLAGS, &bound.join(&file), &folder.join(&file))?;
        run(command("node")
            .arg("tools/glue.mjs")
            .arg(bound.join(format!("{name}.js")))
            .arg(folder)
            .args([name, &self.mark])
            .args(only.and_then(|only| only.made_before(TOLD, ".json"))))
    }

    /// One for every calculator, so that a page with one of them loads no other.
    fn build_each(&self, folder: &Path) -> Result<()> {
        let listed = singles(folder)?;
        let waiting = Mutex::new(listed.iter());
        thread::scope(|scope| {
            let workers = ["target/only-1", "target/only-2"].map(|target| {
                let waiting = &waiting;
                scope.spawn(move || {
                    loop {
                        let next = waiting.lock().unwrap_or_else(PoisonError::into_inner).next();
                        let Some(single) = next else { return Ok(()) };
                        self.build_single(single, folder, target)?;
                    }
                })
            });
            let ended = workers.map(|worker| worker.join().unwrap_or_else(|_| bail!("a build came to a sudden end")));
            ended.into_iter().collect()
        })
    }

    fn build_single(&self, calculator: &str, folder: &Path, target: &str) -> Result<()> {
        let only = folder.join("only");
        fs::create_dir_all(&only)?;
        self.build(calculator, &only, Some(&Only { calculator, target }))
    }
}

impl Only<'_> {
    /// What was made for it; nothing where it holds no calculator.
    fn made_before(&self, folder: &str, ending: &str) -> Option<PathBuf> {
        (self.calculator != READING).then(|| crate::root().join(folder).join([self.calculator, ending].concat()))
    }
}
