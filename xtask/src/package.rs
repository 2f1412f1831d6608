//! Builds `pkg/`: what embedders take, and what the pages load. The folder is committed, so that
//! the pages run from a clone without a toolchain; its `package.json` names the sources (`sources`).
//! The pages themselves are written on the way.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};
use std::thread;

use anyhow::{Context, Result, bail};

use crate::sources;
use crate::steps::{command, npm_program, output, run, step};
use crate::tools::{self, WasmToolchain};

/// Chosen by measuring: see the README's figures.
const WASM_OPT_FLAGS: &[&str] = &["-O3", "--strip-debug", "--strip-producers", "--strip-target-features"];

/// What this compiler emits by itself; every browser has had all of it for years.
const WASM_FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Builds all of it; `whole_only` leaves out the cores of single calculators, which take minutes, for those who try
/// something out. Such a pkg/ is never fresh.
pub fn build(whole_only: bool) -> Result<()> {
    // One build at a time: two would empty each other's folder.
    fs::create_dir_all(crate::root().join("target"))?;
    let lock = File::create(crate::root().join("target/pkg.lock"))?;
    lock.lock()?;

    // Before anything is built: a source that changes meanwhile must leave pkg/ stale.
    let sources = sources::hash()?;
    // Built aside, so that a build that fails leaves pkg/ as it was.
    let folder = crate::root().join("target/pkg");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;

    step("npm packages", tools::npm_packages)?;
    // No part of pkg/: they are written where they are served.
    step("pages", || run(command("node").arg("tools/pages.mjs")))?;
    let toolchain = step("the WebAssembly toolchain", WasmToolchain::ensure)?;
    let bindgen = step("wasm-bindgen", tools::wasm_bindgen)?;
    let core = Core { toolchain, bindgen, nameless: nameless()? };
    step("the core as WebAssembly", || core.build("clausewise", &folder, None))?;
    if !whole_only {
        step("the core of each calculator alone", || core.build_each(&folder))?;
    }
    step("the element", || run(script("bundle", &folder)))?;
    step("words", || run(script("words", &folder)))?;
    step("types", || run(script("types", &folder)))?;
    step("rules", || run(script("rules", &folder)))?;
    let sources = if whole_only { [sources.as_str(), sources::WHOLE_ONLY].concat() } else { sources };
    step("package.json", || run(script("manifest", &folder).arg(&sources)))?;
    step("sizes", || run(script("sizes", &folder)))?;
    put_in_place(&folder)
}

/// What builds the core, whole or for one calculator.
struct Core {
    toolchain: WasmToolchain,
    bindgen: PathBuf,
    nameless: Vec<String>,
}

/// A calculator with what it takes from its pack, where the core is to hold nothing else.
struct Only<'a> {
    calculator: &'a str,
    pack: &'a str,
    digest: &'a str,
    terms: &'a str,
    /// Where cargo works: two builds at a time need a folder each.
    target: &'a str,
}

impl Core {
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
            cargo.env("CLAUSEWISE_ONLY", only.calculator).env("CLAUSEWISE_ONLY_PACK", only.pack);
            cargo.env("CLAUSEWISE_ONLY_DIGEST", only.digest).env("CLAUSEWISE_ONLY_TERMS", only.terms);
        }
        run(cargo)?;
        bind(&self.bindgen, &target.join(profile).join("clausewise.wasm"), folder, name)?;
        optimise(&folder.join(format!("{name}_bg.wasm")))
    }

    /// One for every calculator, so that a page with one of them loads no other.
    fn build_each(&self, folder: &Path) -> Result<()> {
        let listed = output(&mut script("calculators", folder))?;
        let waiting = Mutex::new(listed.lines().map(|line| line.split('\t')));
        let only = folder.join("only");
        fs::create_dir_all(&only)?;
        thread::scope(|scope| {
            let workers = ["target/only-1", "target/only-2"].map(|target| {
                let (waiting, only) = (&waiting, &only);
                scope.spawn(move || {
                    loop {
                        let next = waiting.lock().unwrap_or_else(PoisonError::into_inner).next();
                        let Some(mut next) = next else { return Ok(()) };
                        let mut part = || next.next().context("the list of calculators is cut short");
                        let (calculator, pack, digest, terms) = (part()?, part()?, part()?, part()?);
                        self.build(calculator, only, Some(&Only { calculator, pack, digest, terms, target }))?;
                    }
                })
            });
            let ended = workers.map(|worker| worker.join().unwrap_or_else(|_| bail!("a build came to a sudden end")));
            ended.into_iter().collect()
        })
    }
}

/// Messages of crates carry the paths of their sources; where this machine keeps them is nobody's
/// business, and would make every machine's build another.
fn nameless() -> Result<Vec<String>> {
    // On a new machine the folder is there only once something has been downloaded.
    run(command("cargo").args(["fetch", "--quiet"]))?;
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let mut arguments = Vec::new();
    for folder in fs::read_dir(home.unwrap_or_default().join("registry/src")).into_iter().flatten() {
        let flag = format!("--remap-path-prefix={}=crates", folder?.path().display());
        arguments.extend(["--config".to_owned(), format!("target.wasm32-unknown-unknown.rustflags=[{flag:?}]")]);
    }
    Ok(arguments)
}

fn bind(bindgen: &Path, wasm: &Path, folder: &Path, name: &str) -> Result<()> {
    run(command(bindgen.join("wasm-bindgen"))
        .args(["--target", "web", "--no-typescript", "--out-name", name, "--out-dir"])
        .arg(folder)
        .arg(wasm))?;
    let script = folder.join(format!("{name}.js"));
    run(npm_program("esbuild")
        .arg(&script)
        .args(["--minify", "--format=esm", "--target=es2022", "--log-level=warning", "--allow-overwrite"])
        .arg(format!("--outfile={}", script.display())))
}

fn optimise(wasm: &Path) -> Result<()> {
    run(npm_program("wasm-opt").args(WASM_FEATURES).args(WASM_OPT_FLAGS).arg(wasm).arg("--output").arg(wasm))
}

/// One of the scripts in `tools/`, told which folder is being filled.
fn script(name: &str, folder: &Path) -> Command {
    let mut node = command("node");
    node.arg(format!("tools/{name}.mjs")).arg(folder);
    node
}

fn put_in_place(folder: &Path) -> Result<()> {
    let pkg = crate::root().join("pkg");
    if pkg.exists() {
        fs::remove_dir_all(&pkg)?;
    }
    fs::rename(folder, pkg)?;
    Ok(())
}
