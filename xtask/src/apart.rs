//! Builds what stands apart from the core: crates of their own, each as WebAssembly with its JavaScript side. They take minutes, so that
//! one of an earlier build is kept where nothing has changed that it is made from.

use std::fs;
use std::path::Path;

use anyhow::{Result, bail};

use crate::package::mark;
use crate::sources;
use crate::steps::{command, run, step};
use crate::tools::{self, WasmToolchain};
use crate::wasm;

/// A crate that stands apart: a folder of its name, with a manifest and a lock file of its own.
pub struct Apart {
    /// The folder, and the files in `pkg/`.
    pub name: &'static str,
    /// What it does.
    about: &'static str,
    /// The memory that it may take, in bytes: what unpacks what others packed ends there, and not where the machine does.
    memory: Option<u32>,
}

/// All of them.
pub const ALL: &[Apart] = &[
    Apart { name: "workbook", about: "what writes workbooks", memory: None },
    Apart { name: "sheets", about: "what reads workbooks", memory: Some(1 << 30) },
];

impl Apart {
    fn files(&self) -> [String; 2] {
        [format!("{}.js", self.name), format!("{}_bg.wasm", self.name)]
    }

    /// Where cargo works: beside that of the workspace, which is another.
    fn target(&self) -> String {
        format!("target/{}", self.name)
    }

    fn manifest(&self) -> String {
        format!("{}/Cargo.toml", self.name)
    }
}

/// It is fetched by few, and by them once: small counts for more than quick.
const WASM_OPT_FLAGS: &[&str] = &["-Oz", "--strip-debug", "--strip-producers", "--strip-target-features"];

/// Puts each into a folder: that of the `pkg/` which is there, where it was made from the same, else built anew.
pub fn put_all_into(folder: &Path) -> Result<()> {
    ALL.iter().try_for_each(|apart| apart.put_into(folder))
}

/// Builds each anew, whatever there is.
pub fn build_all_into(folder: &Path) -> Result<()> {
    ALL.iter().try_for_each(|apart| apart.build_into(folder))
}

/// The crates themselves.
pub fn check_all() -> Result<()> {
    ALL.iter().try_for_each(Apart::check)
}

impl Apart {
    fn put_into(&self, folder: &Path) -> Result<()> {
        let hash = sources::hash_of_apart(self.name)?;
        let pkg = crate::root().join("pkg");
        let is_there = self.files().iter().all(|name| pkg.join(name).is_file());
        if !is_there || sources::hash_of_apart_in_pkg(self.name).is_none_or(|built| built != hash) {
            return self.build_into(folder);
        }
        step(&format!("{}, as it is in pkg/", self.about), || {
            for name in self.files() {
                fs::copy(pkg.join(&name), folder.join(&name))?;
            }
            Ok(())
        })
    }

    fn build_into(&self, folder: &Path) -> Result<()> {
        let hash = sources::hash_of_apart(self.name)?;
        let toolchain = step("the WebAssembly toolchain", WasmToolchain::ensure)?;
        let bindgen = step("wasm-bindgen", tools::wasm_bindgen)?;
        step(self.about, || {
            let target = self.target();
            let mut cargo = toolchain.cargo_in("build", Some(&target));
            cargo.args(["--manifest-path", &self.manifest(), "--locked", "--lib", "--quiet", "--release"]);
            if let Some(memory) = self.memory {
                let flag = format!("target.wasm32-unknown-unknown.rustflags=[\"-Clink-arg=--max-memory={memory}\"]");
                cargo.args(["--config", &flag]);
            }
            let own = ["--manifest-path", &self.manifest()];
            run(cargo.args(wasm::nameless(&own, Some(self.name))?))?;
            let [script, file] = self.files();
            let target = crate::root().join(target).join(tools::WASM_TARGET);
            let bound = target.join("bound");
            let made = target.join(format!("release/clausewise_{}.wasm", self.name));
            wasm::bind(&bindgen, &made, &bound, self.name)?;
            wasm::optimise(WASM_OPT_FLAGS, &bound.join(&file), &folder.join(&file))?;
            run(command("node").arg("tools/apart.mjs").arg(bound.join(script)).arg(folder).arg(mark(&hash)))
        })
    }

    /// How it is written, what the compiler finds to say of it, and its own tests.
    fn check(&self) -> Result<()> {
        let cargo = |words: &[&str]| {
            let mut cargo = command("cargo");
            cargo.args(words).args(["--manifest-path", &self.manifest()]).env("CARGO_TARGET_DIR", self.target());
            cargo
        };
        tools::rust_component("rustfmt", "fmt")?;
        tools::rust_component("clippy", "clippy")?;
        run(cargo(&["fmt"]).args(["--", "--check"]))?;
        run(cargo(&["clippy", "--locked", "--all-targets"]).args(["--", "--deny", "warnings"]))?;
        let mut test = cargo(&["test", "--locked", "--quiet"]);
        if !test.status()?.success() {
            bail!("the tests of {}/ fail", self.name);
        }
        Ok(())
    }
}
