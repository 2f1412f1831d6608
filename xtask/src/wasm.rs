//! What every build of WebAssembly has in common, that of a core and that of a crate beside it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::steps::{command, npm_program, output, run};

/// What this compiler emits by itself; every browser has had all of it for years.
const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Messages of crates carry the paths of their sources; where this machine keeps them is nobody's business, and would make every
/// machine's build another. `fetch` says whose crates, where that is not the workspace; `own` is a folder of sources beside it.
pub fn nameless(fetch: &[&str], own: Option<&str>) -> Result<Vec<String>> {
    // On a new machine the folder is there only once something has been downloaded.
    run(command("cargo").args(["fetch", "--quiet", "--locked"]).args(fetch))?;
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let mut arguments = Vec::new();
    let mut map = |from: &Path, to: &str| {
        let flag = format!("--remap-path-prefix={}={to}", from.display());
        arguments.extend(["--config".to_owned(), format!("target.wasm32-unknown-unknown.rustflags=[{flag:?}]")]);
    };
    for folder in fs::read_dir(home.unwrap_or_default().join("registry/src")).into_iter().flatten() {
        map(&folder?.path(), "crates");
    }
    // Where the sources of the standard library are at hand, their place is put in instead of the name that they go by.
    let about = output(command("rustc").arg("-vV"))?;
    let commit = about.lines().find_map(|line| line.strip_prefix("commit-hash: ")).context("rustc has no commit")?;
    let library = output(command("rustc").args(["--print", "sysroot"]))?;
    map(&Path::new(library.trim()).join("lib/rustlib/src/rust"), &format!("/rustc/{commit}"));
    if let Some(own) = own {
        map(&crate::root().join(own), own);
    }
    Ok(arguments)
}

/// Makes the JavaScript side of it, under a name.
pub fn bind(bindgen: &Path, wasm: &Path, folder: &Path, name: &str) -> Result<()> {
    run(command(bindgen.join("wasm-bindgen"))
        .args(["--target", "web", "--no-typescript", "--out-name", name, "--out-dir"])
        .arg(folder)
        .arg(wasm))
}

/// Makes it smaller or quicker, as the flags say.
pub fn optimise(flags: &[&str], wasm: &Path, optimised: &Path) -> Result<()> {
    run(npm_program("wasm-opt").args(FEATURES).args(flags).arg(wasm).arg("--output").arg(optimised))
}
