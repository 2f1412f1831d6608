//! The house: which room may use which, and what may be named where.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::indexing_slicing, clippy::panic, reason = "a test that goes wrong shall stop")]

use std::fs;
use std::path::{Path, PathBuf};

/// From the ground up. A room uses only rooms that stand before it.
const ROOMS: &[&str] = &[
    "text",
    "writing",
    "money",
    "dates",
    "hours",
    "country",
    "given",
    "csv",
    "figure",
    "refusal",
    "intake",
    "clause",
    "answer",
    "sheet",
    "terms",
    "form",
    "calculators",
    "json",
    "decoding",
    "quote",
    "describe",
    "portfolio",
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
            // Names without a room are the functions that the crate exports; only the edge calls them.
            let Some(used_rank) = rank(&name) else {
                let is_edge = here == "wasm" || ["parse_json", "decoded", "written"].contains(&name.as_str());
                if !is_edge {
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

#[test]
fn only_the_edge_knows_the_browser() {
    for path in sources() {
        let text = fs::read_to_string(&path).unwrap_or_default();
        let knows = ["wasm_bindgen", "js_sys"].iter().any(|name| text.contains(name));
        assert_eq!(knows, room(&path) == "wasm", "{}", path.display());
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
    for path in sources().into_iter().filter(|path| room(path) == "calculators") {
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
