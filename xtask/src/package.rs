//! Builds `pkg/`: what embedders take, and what the pages load. The folder is committed, so that
//! the pages run from a clone without a toolchain; its `package.json` names the sources (`sources`).

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::sources;
use crate::steps::{command, npm_program, run, step};
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

pub fn build() -> Result<()> {
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
    let toolchain = step("the WebAssembly toolchain", WasmToolchain::ensure)?;
    let wasm = step("the core as WebAssembly", || core(toolchain))?;
    let bindgen = step("wasm-bindgen", tools::wasm_bindgen)?;
    step("the core's JavaScript side", || bind(&bindgen, &wasm, &folder))?;
    step("wasm-opt", || optimise(&folder))?;
    step("the element", || run(script("bundle", &folder)))?;
    step("words", || run(script("words", &folder)))?;
    step("types", || run(script("types", &folder)))?;
    step("rules", || run(script("rules", &folder)))?;
    step("package.json", || run(script("manifest", &folder).arg(&sources)))?;
    step("sizes", || run(script("sizes", &folder)))?;
    put_in_place(&folder)
}

fn core(toolchain: WasmToolchain) -> Result<PathBuf> {
    // A profile of its own, where Cargo.toml has one for it.
    let manifest = fs::read_to_string(crate::root().join("Cargo.toml"))?;
    let profile = if manifest.contains("[profile.wasm]") { "wasm" } else { "release" };
    run(toolchain.cargo("build").args(["--package", "clausewise", "--lib", "--profile", profile]).args(nameless()?))?;
    Ok(toolchain.target_dir().join(profile).join("clausewise.wasm"))
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

fn bind(bindgen: &Path, wasm: &Path, folder: &Path) -> Result<()> {
    run(command(bindgen.join("wasm-bindgen"))
        .args(["--target", "web", "--no-typescript", "--out-name", "clausewise", "--out-dir"])
        .arg(folder)
        .arg(wasm))?;
    let script = folder.join("clausewise.js");
    run(npm_program("esbuild")
        .arg(&script)
        .args(["--minify", "--format=esm", "--target=es2022", "--log-level=warning", "--allow-overwrite"])
        .arg(format!("--outfile={}", script.display())))
}

fn optimise(folder: &Path) -> Result<()> {
    let wasm = folder.join("clausewise_bg.wasm");
    run(npm_program("wasm-opt").args(WASM_FEATURES).args(WASM_OPT_FLAGS).arg(&wasm).arg("--output").arg(&wasm))
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
