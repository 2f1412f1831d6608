//! Whether `pkg/` is, byte for byte, what its sources make: somebody could put anything there, and every test would run it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::steps::{command, output};
use crate::{apart, cores, package, sources, tools};

/// Built anew beside the whole core, for all the others of its kind.
const ONE: &str = "cancellation";

/// Builds everything again that takes no ten minutes, and compares: the scripts and words, the whole core, and one of those of
/// single calculators. What the others are made of stands in `manifest.json`, which is compared too.
pub fn compare() -> Result<()> {
    let pkg = crate::root().join("pkg");
    let folder = package::emptied("target/delivered")?;
    let (sources, hash_of_cores) = (sources::hash()?, sources::hash_of_cores()?);
    if sources::hash_of_cores_in_pkg().is_none_or(|built| built != hash_of_cores) {
        bail!("the cores in pkg/ were not built from the sources beside them: run `cargo xtask build`");
    }
    tools::npm_packages()?;
    cores::put_into(&folder, &hash_of_cores, false)?;
    apart::put_all_into(&folder)?;
    let built_by = sources::compiler_in_pkg().context("pkg/manifest.json names no compiler")?;
    let compiler = output(command("rustc").arg("--version"))?;
    if compiler == built_by {
        cores::put_some_into(&folder, &hash_of_cores, ONE)?;
        apart::build_all_into(&folder)?;
    } else {
        println!("   the cores are not compared: they were built by {built_by}, and this is {compiler}");
    }
    package::put_the_rest_into(&folder, &sources, &sources, &hash_of_cores, &built_by)?;
    let [built, delivered] = [&folder, &pkg].map(|folder| files(folder));
    let (built, delivered) = (built?, delivered?);
    let others = |one: &BTreeMap<String, Vec<u8>>, other: &BTreeMap<String, Vec<u8>>| {
        one.iter()
            .filter(|(path, bytes)| other.get(*path) != Some(bytes))
            .map(|(path, _)| path.clone())
            .collect::<Vec<_>>()
    };
    let mut wrong = others(&built, &delivered);
    wrong.extend(others(&delivered, &built));
    wrong.sort();
    wrong.dedup();
    if wrong.is_empty() {
        println!("   {} files are what their sources make", delivered.len());
        return Ok(());
    }
    bail!("pkg/ is not what its sources make: {}", wrong.join(", "))
}

/// The bytes of every file in a folder, by its path.
fn files(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(at) = folders.pop() {
        for entry in fs::read_dir(&at)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(path.strip_prefix(folder)?.to_string_lossy().replace('\\', "/"), fs::read(&path)?);
            }
        }
    }
    Ok(found)
}
