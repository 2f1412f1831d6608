//! Builds what writes workbooks: a crate of its own (`workbook/`), as WebAssembly with its JavaScript side. It takes minutes, so that of
//! an earlier build is kept where nothing has changed that it is made from.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::package::mark;
use crate::sources;
use crate::steps::{command, npm_program, output, run, step};
use crate::tools::{self, WasmToolchain};

const FILES: &[&str] = &["workbook.js", "workbook_bg.wasm"];

/// Where cargo works: beside that of the workspace, which is another.
const TARGET: &str = "target/workbook";

/// It is fetched by few, and by them once: small counts for more than quick. What this compiler emits every browser has had for years.
const WASM_OPT_FLAGS: &[&str] = &[
    "-Oz",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Puts it into a folder: that of the `pkg/` which is there, where it was made from the same, else built anew.
pub fn put_into(folder: &Path) -> Result<()> {
    let hash = sources::hash_of_workbook()?;
    let pkg = crate::root().join("pkg");
    let is_there = FILES.iter().all(|name| pkg.join(name).is_file());
    if !is_there || sources::hash_of_workbook_in_pkg().is_none_or(|built| built != hash) {
        return build_into(folder);
    }
    step("what writes workbooks, as it is in pkg/", || {
        for name in FILES {
            fs::copy(pkg.join(name), folder.join(name))?;
        }
        Ok(())
    })
}

/// Builds it anew, whatever there is.
pub fn build_into(folder: &Path) -> Result<()> {
    let hash = sources::hash_of_workbook()?;
    let toolchain = step("the WebAssembly toolchain", WasmToolchain::ensure)?;
    let bindgen = step("wasm-bindgen", tools::wasm_bindgen)?;
    step("what writes workbooks", || {
        let mut cargo = toolchain.cargo_in("build", Some(TARGET));
        cargo.args(["--manifest-path", "workbook/Cargo.toml", "--locked", "--lib", "--quiet", "--release"]);
        run(cargo.args(nameless()?))?;
        let target = crate::root().join(TARGET).join(tools::WASM_TARGET);
        let bound = target.join("bound");
        run(command(bindgen.join("wasm-bindgen"))
            .args(["--target", "web", "--no-typescript", "--out-name", "workbook", "--out-dir"])
            .arg(&bound)
            .arg(target.join("release/clausewise_workbook.wasm")))?;
        let wasm = folder.join("workbook_bg.wasm");
        run(npm_program("wasm-opt")
            .args(WASM_OPT_FLAGS)
            .arg(bound.join("workbook_bg.wasm"))
            .arg("--output")
            .arg(&wasm))?;
        run(command("node").arg("tools/workbook.mjs").arg(bound.join("workbook.js")).arg(folder).arg(mark(&hash)))
    })
}

/// Where this machine keeps the sources of crates is nobody's business, and would make every machine's build another
/// (`cores` does the same for the cores).
fn nameless() -> Result<Vec<String>> {
    run(command("cargo").args(["fetch", "--quiet", "--locked", "--manifest-path", "workbook/Cargo.toml"]))?;
    let home = std::env::var_os("CARGO_HOME").map(std::path::PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let mut arguments = Vec::new();
    let mut map = |from: &Path, to: &str| {
        let flag = format!("--remap-path-prefix={}={to}", from.display());
        arguments.extend(["--config".to_owned(), format!("target.wasm32-unknown-unknown.rustflags=[{flag:?}]")]);
    };
    for folder in fs::read_dir(home.unwrap_or_default().join("registry/src")).into_iter().flatten() {
        map(&folder?.path(), "crates");
    }
    let about = output(command("rustc").arg("-vV"))?;
    let commit = about.lines().find_map(|line| line.strip_prefix("commit-hash: ")).context("rustc has no commit")?;
    let library = output(command("rustc").args(["--print", "sysroot"]))?;
    map(&Path::new(library.trim()).join("lib/rustlib/src/rust"), &format!("/rustc/{commit}"));
    map(&crate::root().join("workbook"), "workbook");
    Ok(arguments)
}

/// The crate itself: how it is written, what the compiler finds to say of it, and its own tests.
pub fn check() -> Result<()> {
    let cargo = |words: &[&str]| {
        let mut cargo = command("cargo");
        cargo.args(words).args(["--manifest-path", "workbook/Cargo.toml"]).env("CARGO_TARGET_DIR", TARGET);
        cargo
    };
    tools::rust_component("rustfmt", "fmt")?;
    tools::rust_component("clippy", "clippy")?;
    run(cargo(&["fmt"]).args(["--", "--check"]))?;
    run(cargo(&["clippy", "--locked", "--all-targets"]).args(["--", "--deny", "warnings"]))?;
    let mut test = cargo(&["test", "--locked", "--quiet"]);
    if !test.status()?.success() {
        bail!("the tests of workbook/ fail");
    }
    Ok(())
}
