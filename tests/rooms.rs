//! The house: which room may use which, and what may be named where.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::indexing_slicing, clippy::panic, reason = "a test that goes wrong shall stop")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// From the ground up. A room uses only rooms that stand before it.
const ROOMS: &[&str] = &[
    "values",
    "request",
    "platform",
    "clause",
    "working",
    "terms",
    "form",
    "calculators",
    "envelope",
    "reading",
    "wasm",
];

fn sources() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The room that a file belongs to: the first part of its path.
fn room(path: &Path) -> String {
    let inside = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap_or(path);
    let first = inside.iter().next().unwrap_or_default().to_string_lossy();
    first.trim_end_matches(".rs").to_owned()
}

#[test]
fn arrows_point_one_way() {
    let rank = |room: &str| ROOMS.iter().position(|known| *known == room);
    let mut seen = Vec::new();
    let mut wrong = Vec::new();
    for path in sources() {
        let here = room(&path);
        if here == "lib" {
            continue;
        }
        assert!(rank(&here).is_some(), "the room {here} has no place in the order");
        let text = fs::read_to_string(&path).unwrap_or_default();
        for used in text.split("crate::").skip(1) {
            let name: String = used.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
            let Some(used_rank) = rank(&name) else {
                // Names without a room are what the crate exports; only the edge goes by them.
                if here != "wasm" {
                    wrong.push(format!("{}: uses crate::{name}", path.display()));
                }
                continue;
            };
            if name != here && Some(used_rank) > rank(&here) {
                wrong.push(format!("{}: {here} uses {name}", path.display()));
            }
        }
        seen.push(here);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for room in ROOMS {
        assert!(seen.iter().any(|here| here == room), "the order names {room}, which is not there");
    }
}

/// The module that a file is, such as `working::part`.
fn module(path: &Path) -> String {
    let inside = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap_or(path);
    let names: Vec<_> = inside.with_extension("").iter().map(|name| name.to_string_lossy().into_owned()).collect();
    names.join("::").trim_end_matches("::mod").to_owned()
}

/// Every path that a text names, with the groups in braces written out: `crate::a::{b, c}` is two.
fn paths(text: &str, begins: &str) -> Vec<String> {
    let mut found = Vec::new();
    for rest in text.split(begins).skip(1) {
        let stem: String = rest.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | ':')).collect();
        match rest.strip_prefix(&format!("{stem}{{")).and_then(|group| group.split(';').next()) {
            Some(group) => found.extend(group.split([',', '{', '}']).map(|part| format!("{stem}{}", part.trim()))),
            None => found.push(stem),
        }
    }
    found
}

#[test]
fn no_two_files_use_each_other() {
    let texts: BTreeMap<String, String> = sources()
        .into_iter()
        .map(|path| {
            let text = fs::read_to_string(&path).unwrap_or_default();
            // What tests use is not what the house rests on, and comments are not code.
            let code = text.split("#[cfg(test)]\n").next().unwrap_or_default();
            let lines: Vec<&str> = code.lines().map(|line| line.split("//").next().unwrap_or_default()).collect();
            (module(&path), lines.join("\n"))
        })
        .collect();
    let known = |path: &str| {
        let parts: Vec<&str> = path.split("::").collect();
        (1..=parts.len()).rev().map(|length| parts[..length].join("::")).find(|name| texts.contains_key(name))
    };
    let uses: BTreeMap<&str, BTreeSet<String>> = texts
        .iter()
        .map(|(name, text)| {
            let above = name.rsplit_once("::").map_or("", |(above, _)| above);
            let inside = paths(text, "super::").into_iter().map(|path| format!("{above}::{path}"));
            let used = paths(text, "crate::").into_iter().chain(inside).filter_map(|path| known(&path));
            (name.as_str(), used.filter(|used| used != name).collect())
        })
        .collect();
    assert!(uses["calculators::ibm_ss::renewal"].contains("form"), "{:?}", uses["calculators::ibm_ss::renewal"]);
    let mut circles = Vec::new();
    for start in uses.keys() {
        let mut reached = BTreeSet::new();
        let mut next: Vec<&str> = uses[start].iter().map(String::as_str).collect();
        while let Some(here) = next.pop() {
            if reached.insert(here) {
                next.extend(uses.get(here).into_iter().flatten().map(String::as_str));
            }
        }
        if reached.contains(start) {
            circles.push(*start);
        }
    }
    assert!(circles.is_empty(), "in a circle: {circles:?}");
}

#[test]
fn only_the_edge_and_what_the_browser_has_built_in_know_the_browser() {
    for path in sources() {
        let text = fs::read_to_string(&path).unwrap_or_default();
        let knows = ["wasm_bindgen", "js_sys"].iter().any(|name| text.contains(name));
        let module = module(&path);
        assert_eq!(knows, module == "wasm" || module.starts_with("platform::browser"), "{}", path.display());
    }
}

#[test]
fn the_core_reads_no_clock_no_locale_no_network_and_no_chance() {
    let outside = [
        "SystemTime",
        "Instant::now",
        "Utc::now",
        "Local::now",
        "std::env",
        "std::net",
        "std::fs",
        "rand::",
        "getrandom",
        "Date::now",
    ];
    for path in sources() {
        let text = fs::read_to_string(&path).unwrap_or_default();
        for name in outside {
            assert!(!text.contains(name), "{} names {name}", path.display());
        }
    }
}

#[test]
fn no_number_of_a_contract_stands_in_a_calculator() {
    // 0 and 1 count things, 100 is what a percentage is of; what the two decimals of a number of
    // years are called has a name. Examples and the bounds of entries are not terms.
    let allowed = ["0", "1", "100"];
    // The made-up calculator of the tests has numbers of its own.
    let is_contract = |path: &PathBuf| room(path) == "calculators" && !path.ends_with("specimen.rs");
    for path in sources().into_iter().filter(is_contract) {
        let text = fs::read_to_string(&path).unwrap_or_default();
        let mut in_example = false;
        for line in text.lines() {
            in_example |= line.contains("example: r#");
            let skip = in_example
                || line.trim_start().starts_with("//")
                || line.contains("const YEARS_DECIMALS")
                || line.contains("rules: &")
                || line.contains("\"IBM-SS-")
                || line.contains("\"MS-UES-")
                || line.contains("[Calculator;");
            in_example &= !line.contains("\"#");
            if skip {
                continue;
            }
            // Quoted names hold digits of their own kind only where they are codes.
            let code: String = line.split('"').step_by(2).collect();
            for number in code
                .split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
                .filter(|word| word.starts_with(|c: char| c.is_ascii_digit()))
            {
                assert!(allowed.contains(&number), "{}: {number} in: {line}", path.display());
            }
        }
    }
}
