//! What `cargo xtask new` leaves open for a person to say is said, and whatever counts or names all calculators has every one.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::indexing_slicing, clippy::panic, reason = "a test that goes wrong shall stop")]

use clausewise_proof::described::calculators;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn nothing_is_left_as_the_skeleton_has_it() {
    // In code, in JSON and in a page.
    const LEFT: &[&str] = &["//! …", "// …", "\"…\"", ">…<"];
    let mut paths: Vec<PathBuf> =
        ["src/calculators", "www/words", "www/pages", "tests/e2e/requests.mjs"].map(|path| root().join(path)).to_vec();
    let (mut seen, mut left) = (0, Vec::new());
    while let Some(path) = paths.pop() {
        if path.is_dir() {
            paths.extend(fs::read_dir(&path).into_iter().flatten().flatten().map(|entry| entry.path()));
            continue;
        }
        seen += 1;
        for (number, line) in read(&path).lines().enumerate() {
            if LEFT.iter().any(|left| line.contains(left)) {
                let path = path.strip_prefix(root()).unwrap_or(&path);
                left.push(format!("{}:{}: {}", path.display(), number + 1, line.trim()));
            }
        }
    }
    assert!(seen > 100, "only {seen} files are looked at");
    assert!(left.is_empty(), "still to be said:\n{}", left.join("\n"));
}

#[test]
fn readmes_count_and_name_every_calculator() {
    let all = calculators();
    for path in ["README.md", "tools/package/README.md"] {
        let counted = format!("{} calculators", all.len());
        assert!(read(&root().join(path)).contains(&counted), "{path} does not say: {counted}");
    }
    let text = read(&root().join("tools/package/README.md"));
    let row = text.lines().find(|line| line.starts_with("| `calculator` |")).unwrap_or_default();
    let lacking: Vec<&str> =
        all.iter().map(|each| each.name.as_str()).filter(|name| !row.contains(&format!("`{name}`"))).collect();
    assert!(lacking.is_empty(), "tools/package/README.md does not name {lacking:?} at the attribute `calculator`");
}
