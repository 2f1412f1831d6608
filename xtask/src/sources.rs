//! The hash of what `pkg/` is built from. `pkg/package.json` names it, so that anybody can see
//! whether `pkg/` belongs to the sources beside it. It is never taken over the bytes built: two
//! compilers make two different files from the same sources.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::apart;

/// What the cores are built from, files and folders from the root of the repository. One that is not there counts as empty.
const CORES: &[&str] = &[
    ".cargo",
    "Cargo.lock",
    "Cargo.toml",
    "baked",
    "build.rs",
    "rust-toolchain",
    "rust-toolchain.toml",
    "src",
    "tools/bound.mjs",
    "tools/calculators.mjs",
    "tools/core.mjs",
    "tools/glue.mjs",
    "tools/module.mjs",
    "www/core",
    "xtask/src/cores.rs",
    "xtask/src/wasm.rs",
];

/// What stands apart is built from, beside its own folder.
const APART: &[&str] = &[
    ".cargo",
    "rust-toolchain",
    "rust-toolchain.toml",
    "tools/apart.mjs",
    "tools/bound.mjs",
    "www/core/compiled.ts",
    "xtask/src/apart.rs",
    "xtask/src/wasm.rs",
];

/// Of a crate that stands apart, in its folder.
const OF_A_CRATE: [&str; 4] = ["Cargo.lock", "Cargo.toml", "opening.ts", "src"];

fn sources_of_apart(name: &str) -> Vec<String> {
    let own = OF_A_CRATE.iter().map(|part| format!("{name}/{part}"));
    APART.iter().map(|path| (*path).to_owned()).chain(own).collect()
}

/// What the rest of `pkg/` is built from.
const SOURCES: &[&str] = &[
    "LICENSE",
    "deny.toml",
    "package-lock.json",
    "package.json",
    "tools/answers.mjs",
    "tools/bundle.mjs",
    "tools/elements",
    "tools/elements.mjs",
    "tools/frame.mjs",
    "tools/languages.mjs",
    "tools/licences",
    "tools/licences.mjs",
    "tools/made.mjs",
    "tools/manifest.mjs",
    "tools/names.mjs",
    "tools/numbers.mjs",
    "tools/package",
    "tools/rules.mjs",
    "tools/schema",
    "tools/schema.mjs",
    "tools/sums.mjs",
    "tools/types",
    "tools/types.mjs",
    "tools/words.mjs",
    "tsconfig.json",
    "www/element",
    "www/frame",
    "www/words",
    "xtask/src/package.rs",
];

/// The hash of the sources as they are now.
pub fn hash() -> Result<String> {
    let apart: Vec<String> = apart::ALL.iter().flat_map(|apart| sources_of_apart(apart.name)).collect();
    let apart: Vec<&str> = apart.iter().map(String::as_str).collect();
    hash_of(&[CORES, &apart, SOURCES].concat(), &[])
}

/// The hash of what the cores are built from, and of the versions of the npm packages that have a hand in them.
pub fn hash_of_cores() -> Result<String> {
    hash_of(CORES, &tools_of_cores()?)
}

/// The same of a crate that stands apart.
pub fn hash_of_apart(name: &str) -> Result<String> {
    let sources = sources_of_apart(name);
    hash_of(&sources.iter().map(String::as_str).collect::<Vec<_>>(), &tools_of_cores()?)
}

/// The npm packages that WebAssembly is made with, each with its version.
fn tools_of_cores() -> Result<Vec<String>> {
    let manifest = fs::read_to_string(crate::root().join("package.json"))?;
    let is_one = |line: &&str| ["\"binaryen\"", "\"esbuild\""].iter().any(|name| line.contains(name));
    Ok(manifest.lines().filter(is_one).map(str::to_owned).collect())
}

fn hash_of(sources: &[&str], more: &[String]) -> Result<String> {
    let mut files = Vec::new();
    for source in sources {
        collect(&crate::root().join(source), &mut files)?;
    }
    let mut named = Vec::new();
    for file in files {
        let path = file.strip_prefix(crate::root())?;
        let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
        named.push((parts.join("/"), file));
    }
    named.sort();

    let mut hash = Sha256::new();
    for line in more {
        hash.update(line);
    }
    for (name, file) in named {
        let bytes = fs::read(&file).with_context(|| format!("cannot read {name}"))?;
        // Name and length first, so that no two trees run together into the same bytes.
        hash.update(format!("{name}\n{}\n", bytes.len()));
        hash.update(&bytes);
    }
    Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

/// The hash that `pkg/` says it was built from, if there is a `pkg/`.
pub fn hash_in_pkg() -> Option<String> {
    named_in_pkg("sources")
}

/// The hash of the sources of the cores that are in `pkg/`.
pub fn hash_of_cores_in_pkg() -> Option<String> {
    named_in_pkg("cores")
}

/// The hash of what a crate that stands apart was built from.
pub fn hash_of_apart_in_pkg(name: &str) -> Option<String> {
    named_in_pkg(name)
}

/// The compiler that the cores in `pkg/` were built by.
pub fn compiler_in_pkg() -> Option<String> {
    named_in("manifest.json", "compiler")
}

fn named_in_pkg(name: &str) -> Option<String> {
    named_in("package.json", name)
}

fn named_in(file: &str, name: &str) -> Option<String> {
    let manifest = fs::read_to_string(crate::root().join("pkg").join(file)).ok()?;
    let (_, after) = manifest.split_once(&format!("\"{name}\": \""))?;
    let (hash, _) = after.split_once('"')?;
    Some(hash.to_owned())
}

/// What stands behind the hash of a `pkg/` that lacks the cores of single calculators.
pub const WHOLE_ONLY: &str = "-whole-only";

/// Says whether `pkg/` is good to look at: built from the sources as they are now, with or without the cores of
/// single calculators.
pub fn pkg_can_be_served() -> Result<bool> {
    let hash = hash()?;
    Ok(hash_in_pkg().is_some_and(|built| built.trim_end_matches(WHOLE_ONLY) == hash))
}

/// Says whether `pkg/` was built from the sources as they are now.
pub fn pkg_is_fresh() -> Result<bool> {
    Ok(hash_in_pkg() == Some(hash()?))
}

/// Hidden files are editors' and systems' own; they are no sources.
fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            let entry = entry?;
            if !entry.file_name().to_string_lossy().starts_with('.') {
                collect(&entry.path(), files)?;
            }
        }
    } else if path.is_file() {
        files.push(path.to_owned());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_hash_is_steady_and_in_hexadecimal() {
        let hash = super::hash().expect("the sources are readable");
        assert_eq!(hash, super::hash().expect("the sources are readable"));
        assert_eq!(hash.len(), 64);
        assert!(hash.chars().all(|digit| digit.is_ascii_hexdigit()));
    }
}
