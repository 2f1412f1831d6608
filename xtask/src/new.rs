//! The skeleton of a calculator: everything that has to be somewhere, with what only a person can decide left to be filled in.
//! It compiles and answers, so that one sees at once what the tests still ask for; `tests/filled_in.rs` finds each `…` that it leaves.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// The files that a calculator has of its own.
const OWN: &[(&str, &str)] = &[
    ("src/calculators/{document}/{name}.rs", include_str!("../skeleton/calculator.rs")),
    ("tests/{name}/cases.json", include_str!("../skeleton/cases.json")),
    ("tests/{name}/refusals.json", include_str!("../skeleton/refusals.json")),
    ("www/pages/{name}.html", include_str!("../skeleton/page.html")),
];
/// In the folder of each language.
const WORDS: &str = include_str!("../skeleton/words.json");
/// Among the requests that are typed on its page.
const TYPED: &str = include_str!("../skeleton/typed.mjs");

/// `cargo xtask new NAME --document PACK`.
pub fn run(options: &[&str]) -> Result<()> {
    let [name, "--document", pack] = options else {
        bail!("expected: new NAME --document {}", packs(crate::root())?.join(" | "));
    };
    for path in make(crate::root(), name, pack)? {
        println!("   {}", path.strip_prefix(crate::root()).unwrap_or(&path).display());
    }
    println!(
        "What it asks, answers and cites stands in the first of these; \"How to add a rule\" in ARCHITECTURE.md says what"
    );
    println!(
        "each part is for. `cargo xtask test --only native` says what is missing, and after a build `--only node`."
    );
    Ok(())
}

/// Writes all of it, or nothing.
fn make(root: &Path, name: &str, pack: &str) -> Result<Vec<PathBuf>> {
    let is_word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    if !name.starts_with(|c: char| c.is_ascii_lowercase()) || !name.chars().all(is_word) {
        bail!("`{name}` is no name: lower-case letters, digits and `_`, a letter first");
    }
    let packs = packs(root)?;
    if !packs.iter().any(|known| known == pack) {
        bail!("`{pack}` is not one of: {}", packs.join(" "));
    }
    let skeleton = Skeleton::new(root, name, pack)?;
    let mut files = skeleton.own(root)?;
    if let Some((taken, _)) = files.iter().find(|(path, _)| path.exists()) {
        bail!("{} is there already", taken.display());
    }
    files.extend(skeleton.entered(root)?);
    for (path, text) in &files {
        fs::create_dir_all(path.parent().context("a file in a folder")?)?;
        fs::write(path, text)?;
    }
    Ok(files.into_iter().map(|(path, _)| path).collect())
}

/// The packs of terms that are built in.
fn packs(root: &Path) -> Result<Vec<String>> {
    let mut packs = Vec::new();
    for entry in fs::read_dir(root.join("src/terms"))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        packs.extend(name.strip_suffix(".json").map(str::to_owned));
    }
    packs.sort();
    Ok(packs)
}

/// A file, and what will stand in it.
type File = (PathBuf, String);

struct Skeleton<'a> {
    name: &'a str,
    pack: &'a str,
    /// A rule of the document's that has no value, for the skeleton to cite.
    term: String,
    rule: String,
    /// Calculators of the same document.
    related: Vec<String>,
}

impl<'a> Skeleton<'a> {
    fn new(root: &Path, name: &'a str, pack: &'a str) -> Result<Self> {
        let text = fs::read_to_string(root.join(format!("src/terms/{pack}.json")))?;
        // What the document says of its own day, every calculator cites anyway.
        let is_rule = |line: &&str| line.contains(r#""kind": "rule""#) && !line.contains("\"edition_");
        let line = text.lines().find(is_rule).context("a rule in the pack")?;
        let quoted: Vec<&str> = line.split('"').collect();
        let clause = quoted.iter().position(|word| *word == "clause").and_then(|at| quoted.get(at + 2));
        let (Some(term), Some(rule)) = (quoted.get(1), clause) else { bail!("a rule in the pack reads otherwise") };
        let (_, listed) = listed(&text)?;
        Ok(Self {
            name,
            pack,
            term: (*term).to_owned(),
            rule: (*rule).to_owned(),
            related: listed.split('"').skip(1).step_by(2).take(2).map(str::to_owned).collect(),
        })
    }

    fn document(&self) -> String {
        self.pack.replace('-', "_")
    }

    fn type_name(&self) -> String {
        let words = self.name.split('_').map(|word| {
            let mut letters = word.chars();
            letters.next().map_or_else(String::new, |first| first.to_ascii_uppercase().to_string() + letters.as_str())
        });
        words.collect()
    }

    fn filled(&self, text: &str) -> String {
        [
            ("{name}", self.name),
            ("{Type}", &self.type_name()),
            ("{pack}", self.pack),
            ("{document}", &self.document()),
            ("{term}", &self.term),
            ("{rule}", &self.rule),
            ("{related}", &self.related.join(" ")),
        ]
        .iter()
        .fold(text.to_owned(), |text, (blank, with)| text.replace(blank, with))
    }

    /// The files that it has of its own.
    fn own(&self, root: &Path) -> Result<Vec<File>> {
        let mut files: Vec<File> =
            OWN.iter().map(|(path, text)| (root.join(self.filled(path)), self.filled(text))).collect();
        for entry in fs::read_dir(root.join("www/words"))? {
            let language = entry?.path();
            if language.is_dir() {
                files.push((language.join(format!("{}.json", self.name)), self.filled(WORDS)));
            }
        }
        Ok(files)
    }

    /// The files that name all calculators, with its name in them.
    fn entered(&self, root: &Path) -> Result<Vec<File>> {
        let document = self.document();
        let edit = |path: String, change: &dyn Fn(&str) -> Result<String>| -> Result<File> {
            let path = root.join(path);
            let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
            let changed = change(&text).with_context(|| path.display().to_string())?;
            Ok((path, changed))
        };
        Ok(vec![
            edit(format!("src/calculators/{document}/mod.rs"), &|text| {
                let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
                let first = lines.iter().position(|line| line.starts_with("pub mod ")).context("no module")?;
                lines.push(format!("pub mod {};", self.name));
                lines[first..].sort();
                Ok(lines.join("\n") + "\n")
            })?,
            edit("src/calculators/mod.rs".to_owned(), &|text| {
                let every = text.find("\n];").context("no end of their list")?;
                let last = text[..every].rfind(&format!("<{document}::")).context("none of the same document")?;
                let end = last + text[last..].find('\n').context("no end of its line")?;
                let (before, after) = text.split_at(end);
                let kind = format!("{document}::{}::{}", self.name, self.type_name());
                Ok(format!("{before}\n    by_line::calculator::<{kind}>(),{after}"))
            })?,
            edit(format!("src/terms/{}.json", self.pack), &|text| {
                let (start, list) = listed(text)?;
                let (before, after) = text.split_at(start + list.len());
                Ok(format!("{before}, \"{}\"{after}", self.name))
            })?,
            edit("tests/e2e/requests.mjs".to_owned(), &|text| {
                let end = text.find("\n};\n").context("no end of the requests")? + 1;
                let (before, after) = text.split_at(end);
                Ok([before, &self.filled(TYPED), after].concat())
            })?,
            edit("www/pages/menu.json".to_owned(), &|text| {
                // Behind the last of the same document that is there.
                let last = self.related.first().context("no calculator beside it")?;
                let start = text.find(&format!("\"{last}\": {{")).context("no page of the same document")?;
                let end = start + text[start..].find("\n    }").context("no end of its menu")?;
                let (before, after) = text.split_at(end);
                Ok(format!("{before},\n      \"{0}\": {{ \"zh-Hant\": \"…\", \"en\": \"…\" }}{after}", self.name))
            })?,
        ])
    }
}

/// Where in a pack the names of its calculators stand, and the names.
fn listed(pack: &str) -> Result<(usize, &str)> {
    const BEFORE: &str = "\"calculators\": [";
    let start = pack.find(BEFORE).context("no calculators in the pack")? + BEFORE.len();
    let end = pack[start..].find(']').context("no end of their list")?;
    Ok((start, &pack[start..start + end]))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::{OWN, Skeleton, TYPED, WORDS, listed, make, packs};
    use crate::steps::{command, run};
    use crate::tools;

    #[test]
    fn a_skeleton_is_filled_with_what_the_document_has() {
        let skeleton = Skeleton::new(crate::root(), "early_exit", "ibm-ss").expect("reads");
        assert_eq!(skeleton.type_name(), "EarlyExit");
        assert_eq!(skeleton.filled("{document}/{name}"), "ibm_ss/early_exit");
        assert!(skeleton.rule.starts_with("IBM-SS-"));
        for text in OWN.iter().map(|(_, text)| *text).chain([WORDS, TYPED]) {
            let filled = skeleton.filled(text);
            assert!(
                !["{name}", "{Type}", "{term}", "{rule}", "{pack}", "{related}"]
                    .iter()
                    .any(|blank| filled.contains(blank))
            );
        }
    }

    #[test]
    fn what_is_no_name_or_taken_is_refused() {
        for (name, pack) in
            [("Renewal", "ibm-ss"), ("9lives", "ibm-ss"), ("a b", "ibm-ss"), ("renewal", "ibm-ss"), ("fresh", "coffee")]
        {
            assert!(make(crate::root(), name, pack).is_err(), "{name} {pack}");
        }
    }

    #[test]
    fn the_list_of_a_pack_is_found() {
        assert_eq!(listed(r#"{"calculators": ["a", "b"], "x": []}"#).expect("found"), (17, r#""a", "b""#));
    }

    /// In a copy, one of each document compiles beside the others, and answers what its case and its refusal say. It takes
    /// half a minute.
    #[test]
    fn a_skeleton_of_each_document_compiles_and_answers() {
        let target = crate::root().join(tools::cargo_target());
        let copy = target.join("skeleton");
        let _ = fs::remove_dir_all(&copy);
        for part in [
            "Cargo.toml",
            "Cargo.lock",
            "build.rs",
            "src",
            "baked",
            "proof",
            "xtask",
            "tests",
            "www/words",
            "www/pages",
        ] {
            copy_all(&crate::root().join(part), &copy.join(part));
        }
        // What is compiled of others is shared; what is compiled of these two would be taken for what it is a copy of.
        for manifest in ["Cargo.toml", "Cargo.lock", "proof/Cargo.toml"].map(|path| copy.join(path)) {
            let other = ["clausewise", "clausewise-proof"].iter().fold(fs::read_to_string(&manifest), |text, name| {
                let before = format!("name = \"{name}\"\nversion = \"");
                text.map(|text| text.replace(&before, &format!("{before}9")))
            });
            fs::write(&manifest, other.expect("reads")).expect("writes");
        }
        // A library that JavaScript could load has one name whatever it was compiled from, and would take the place of ours.
        let manifest = copy.join("Cargo.toml");
        let text = fs::read_to_string(&manifest).expect("reads");
        let plain = text.replace(r#"["rlib", "cdylib"]"#, r#"["rlib"]"#);
        assert_ne!(text, plain);
        fs::write(&manifest, plain).expect("writes");
        let ours = target.join("debug/deps/libclausewise.rlib");
        let made = || fs::metadata(&ours).and_then(|metadata| metadata.modified()).ok();
        let before = made();
        for pack in packs(crate::root()).expect("packs") {
            make(&copy, &format!("new_by_{}", pack.replace('-', "_")), &pack).expect("is made");
        }
        let mut cargo = command("cargo");
        cargo.args([
            "test",
            "--quiet",
            "--locked",
            "--test",
            "cases",
            "--",
            "every_case",
            "every_refusal",
            "of_its_name",
        ]);
        run(cargo.current_dir(&copy).env("CARGO_TARGET_DIR", &target)).expect("compiles and answers");
        assert_eq!(made(), before);
    }

    fn copy_all(from: &Path, to: &Path) {
        if from.is_dir() {
            for entry in fs::read_dir(from).expect("a folder") {
                let name = entry.expect("an entry").file_name();
                // What is large, and no part of it.
                if !["corpus", "hosts", "node_modules"].iter().any(|large| name == *large) {
                    copy_all(&from.join(&name), &to.join(&name));
                }
            }
        } else {
            fs::create_dir_all(to.parent().expect("a file in a folder")).expect("a folder");
            fs::copy(from, to).expect("copied");
        }
    }
}
