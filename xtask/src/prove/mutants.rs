//! The program with something wrong in it, one thing at a time: the tests must find it.
//!
//! Which of all the mutants are tried is drawn, always the same way; what was found of each is written down as it comes, in a
//! file of the repository, so that one may interrupt and go on, on another machine too. What was found of a mutant counts
//! until its file changes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use anyhow::{Result, bail};
use sha2::{Digest, Sha256};

use super::Extent;
use crate::steps::{command, output, run as run_command};
use crate::tools;

/// How many are drawn, unless `CLAUSEWISE_MUTANTS=all`.
const DRAWN: usize = 800;
const TASTED: usize = 4;
/// Of a hundred, so many are found at least; the others are named in the list, with a reason.
const FOUND_OF_HUNDRED: usize = 97;
const LIST: &str = "proof/survivors.txt";
const FOUND: &str = "proof/mutants.txt";

/// A way of trying mutants.
struct Trial {
    name: &'static str,
    /// What is said of a mutant that it does not find.
    missed: &'static str,
    tests: &'static [&'static str],
}

/// Quick, and finds most of them.
const QUICK: Trial = Trial {
    name: "quick",
    missed: "missed quickly",
    tests: &["--lib", "--test", "cases", "--test", "notes", "--test", "reading", "--test", "read_table"],
};
/// Every test there is.
const WHOLE: Trial = Trial { name: "whole", missed: "missed", tests: &[] };

pub fn run(extent: Extent) -> Result<()> {
    let program = tools::cargo_mutants()?;
    let listed = output(command(&program).args(["mutants", "--list", "--package", "clausewise"]))?;
    let all: Vec<&str> = listed.lines().filter(|line| line.starts_with("src/")).collect();
    if all.is_empty() {
        bail!("no mutants are to be had");
    }
    let is_all = std::env::var("CLAUSEWISE_MUTANTS").is_ok_and(|asked| asked == "all");
    let count = match extent {
        Extent::Taste => TASTED,
        Extent::Whole if is_all => all.len(),
        Extent::Whole => DRAWN,
    };
    let drawn: Vec<&str> = drawn(&all).into_iter().take(count).collect();
    let mut found = Found::read()?;
    for trial in [&QUICK, &WHOLE] {
        found.take_up(trial)?;
        let is_due = |name: &&&str| match found.of(name) {
            None => trial.name == QUICK.name,
            Some(outcome) => outcome == QUICK.missed && trial.name == WHOLE.name,
        };
        let due: Vec<&str> = drawn.iter().filter(is_due).copied().collect();
        if !due.is_empty() {
            trial.start(&program, &due, extent)?;
            found.take_up(trial)?;
        }
    }
    found.tell(&drawn, all.len(), extent)
}

/// All of them in an order that is drawn, and stays when lines move: by what they change, not by where.
fn drawn<'a>(all: &[&'a str]) -> Vec<&'a str> {
    let mut times: BTreeMap<String, u32> = BTreeMap::new();
    let ranked = all.iter().map(|name| {
        let change = without_place(name);
        let time = times.entry(change.clone()).or_default();
        *time += 1;
        (Sha256::digest(format!("20261121 {change} {time}")).to_vec(), *name)
    });
    let mut ranked: Vec<_> = ranked.collect();
    ranked.sort();
    ranked.into_iter().map(|(_, name)| name).collect()
}

/// `src/money.rs:12:5: replace …` without line and column.
fn without_place(name: &str) -> String {
    let mut parts = name.splitn(4, ':');
    let file = parts.next().unwrap_or_default();
    format!("{file}:{}", parts.nth(2).unwrap_or_default())
}

impl Trial {
    fn folder(&self) -> PathBuf {
        crate::root().join("target/proof/mutants").join(self.name)
    }

    fn start(&self, program: &PathBuf, names: &[&str], extent: Extent) -> Result<()> {
        println!("   {} mutants, the {} way", names.len(), self.name);
        let _ = fs::remove_dir_all(self.folder());
        fs::create_dir_all(self.folder())?;
        let config = self.folder().join("mutants.toml");
        let patterns: String = names.iter().map(|name| format!("  '''^{}$''',\n", escaped(name))).collect();
        fs::write(&config, format!("examine_re = [\n{patterns}]\n"))?;
        let mut mutants = command(program);
        mutants.args(["mutants", "--package", "clausewise", "--no-times", "--colors=never", "--profile", "mutants"]);
        mutants.arg("--config").arg(config).arg("--output").arg(self.folder());
        match extent {
            // Those that leave out a field cannot be left out, whichever are asked for: one in eight of all.
            Extent::Taste => {
                mutants.args(["--baseline=skip", "--timeout=600", "--shard=7/8", "--sharding=round-robin"])
            }
            Extent::Whole => mutants.args(["--jobs=2", "--timeout-multiplier=8", "--minimum-test-timeout=120"]),
        };
        // That some are missed is no failure yet.
        match run_command(mutants.arg("--").args(self.tests)) {
            Err(error) if !self.folder().join("mutants.out/outcomes.json").is_file() => Err(error),
            _ => Ok(()),
        }
    }
}

/// A text as a pattern that matches nothing else.
fn escaped(text: &str) -> String {
    text.chars()
        .flat_map(|sign| r"\.+*?()|[]{}^$#&-~/".contains(sign).then_some('\\').into_iter().chain([sign]))
        .collect()
}

/// What was found of each mutant so far.
struct Found {
    file: PathBuf,
    outcomes: BTreeMap<String, String>,
}

impl Found {
    fn read() -> Result<Self> {
        let file = crate::root().join(FOUND);
        let text = fs::read_to_string(&file).unwrap_or_default();
        let lines = text.lines().filter_map(|line| line.split_once('\t'));
        Ok(Self { file, outcomes: lines.map(|(key, outcome)| (key.to_owned(), outcome.to_owned())).collect() })
    }

    fn of(&self, name: &str) -> Option<&str> {
        self.outcomes.get(&key(name)).map(String::as_str)
    }

    /// Takes up what a trial has written down, also one that was interrupted.
    fn take_up(&mut self, trial: &Trial) -> Result<()> {
        let out = trial.folder().join("mutants.out");
        for (list, outcome) in
            [("caught", "found"), ("timeout", "found"), ("unviable", "does not compile"), ("missed", trial.missed)]
        {
            let text = fs::read_to_string(out.join(format!("{list}.txt"))).unwrap_or_default();
            self.outcomes.extend(text.lines().map(|name| (key(name), outcome.to_owned())));
        }
        // Of a file that has changed nothing is known any more.
        self.outcomes.retain(|known, _| known.split_once(' ').is_some_and(|(_, name)| key(name) == *known));
        let lines = self.outcomes.iter().map(|(key, outcome)| format!("{key}\t{outcome}\n"));
        fs::write(&self.file, lines.collect::<String>())?;
        // What it found of a file that has changed since would be taken up again.
        let _ = fs::remove_dir_all(out);
        Ok(())
    }

    fn tell(&self, drawn: &[&str], of: usize, extent: Extent) -> Result<()> {
        let those = |outcome: &str| -> Vec<&str> {
            drawn.iter().filter(|name| self.of(name) == Some(outcome)).copied().collect()
        };
        let (found, missed) = (those("found").len(), those("missed"));
        let untried = drawn.iter().filter(|name| self.of(name).is_none_or(|outcome| outcome == QUICK.missed)).count();
        println!(
            "   {} of {of} mutants drawn: {found} found, {} missed, {} do not compile, {untried} not tried yet",
            drawn.len(),
            missed.len(),
            those("does not compile").len()
        );
        let list = fs::read_to_string(crate::root().join(LIST)).unwrap_or_default();
        let reasoned: BTreeSet<&str> = list.lines().filter(|line| line.starts_with("src/")).collect();
        let unreasoned: Vec<&&str> =
            missed.iter().filter(|name| !reasoned.contains(without_place(name).as_str())).collect();
        unreasoned.iter().for_each(|name| println!("   lives: {name}"));
        if !unreasoned.is_empty() {
            bail!("find these with a test, or say in {LIST} why they may live");
        }
        if extent == Extent::Taste {
            return Ok(());
        }
        if untried > 0 {
            bail!("{untried} are not tried yet: run this again to go on");
        }
        if found * 100 < (found + missed.len()) * FOUND_OF_HUNDRED {
            bail!("fewer than {FOUND_OF_HUNDRED} of a hundred are found");
        }
        Ok(())
    }
}

/// A mutant, in the file as it stands now.
fn key(name: &str) -> String {
    let file = name.split(':').next().unwrap_or_default();
    let bytes = fs::read(crate::root().join(file)).unwrap_or_default();
    let hash: String = Sha256::digest(bytes).iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    format!("{hash} {name}")
}
