//! Builds `pkg/`: what embedders take, and what the pages load. The folder is committed, so that
//! the pages run from a clone without a toolchain; its `package.json` names the sources (`sources`).
//! The pages themselves are written on the way.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::apart::Apart;
use crate::steps::{command, output, run, step};
use crate::{apart, cores, sources, tools};

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
    let folder = emptied("target/pkg")?;

    step("npm packages", tools::npm_packages)?;
    // No part of pkg/: they are written where they are served.
    step("pages", || run(command("node").arg("tools/pages.mjs")))?;
    let hash_of_cores = sources::hash_of_cores()?;
    cores::put_into(&folder, &hash_of_cores, whole_only)?;
    apart::put_all_into(&folder)?;
    let named = if whole_only { [sources.as_str(), sources::WHOLE_ONLY].concat() } else { sources.clone() };
    let kept =
        (sources::hash_of_cores_in_pkg().as_ref() == Some(&hash_of_cores)).then(sources::compiler_in_pkg).flatten();
    let compiler = kept.map_or_else(|| output(command("rustc").arg("--version")), Ok)?;
    put_the_rest_into(&folder, &sources, &named, &hash_of_cores, &compiler)?;
    step("sizes", || run(script("sizes", &folder)))?;
    put_in_place(&folder)
}

/// A folder with nothing in it.
pub fn emptied(path: &str) -> Result<PathBuf> {
    let folder = crate::root().join(path);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// Everything but the cores, which are there already. `named` is what the package says of its sources, `compiler`
/// what the cores were built by.
pub fn put_the_rest_into(folder: &Path, sources: &str, named: &str, hash_of_cores: &str, compiler: &str) -> Result<()> {
    step("the element", || run(script("bundle", folder).arg(mark(sources))))?;
    step("words", || run(script("words", folder).arg(mark(sources))))?;
    step("types", || run(script("types", folder)))?;
    step("custom-elements.json", || run(script("elements", folder)))?;
    step("the schemas of requests and answers", || run(script("schema", folder)))?;
    step("the frame", || run(script("frame", folder)))?;
    step("rules", || run(script("rules", folder).arg(mark(sources))))?;
    step("package.json", || {
        let mut manifest = script("manifest", folder);
        manifest.args([named, hash_of_cores]);
        for Apart { name, .. } in apart::ALL {
            manifest.args([*name, &sources::hash_of_apart(name)?]);
        }
        run(manifest)
    })?;
    step("licences", || run(script("licences", folder).arg(compiler)))?;
    step("manifest.json", || run(script("sums", folder).arg(compiler)))
}

/// How the files of one build know each other: long enough that no two builds share it.
pub fn mark(hash: &str) -> &str {
    hash.get(..12).unwrap_or(hash)
}

/// One of the scripts in `tools/`, told which folder is being filled.
pub fn script(name: &str, folder: &Path) -> Command {
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
