//! Runs what has to be done step by step, says what it does, and how long it took.

use std::collections::VecDeque;
use std::fmt;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// Does one step under a heading, and says how long it took.
pub fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("== {name}");
    let started = Instant::now();
    let outcome = work();
    let seconds = started.elapsed().as_secs_f32();
    match &outcome {
        Ok(_) => println!("   {name}: done in {seconds:.1} s"),
        Err(error) => println!("   {name}: FAILED after {seconds:.1} s: {error:#}"),
    }
    outcome
}

/// A command that starts in the root of the repository.
pub fn command(program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(crate::root());
    command
}

/// A program of the npm packages in `node_modules`.
pub fn npm_program(name: &str) -> Command {
    command(crate::root().join("node_modules/.bin").join(name))
}

/// Runs a command to its end, its output passed through.
pub fn run(mut command: impl std::borrow::BorrowMut<Command>) -> Result<()> {
    let command = command.borrow_mut();
    let shown = shown(command);
    println!("   $ {shown}");
    let status = command.status().with_context(|| format!("`{shown}` did not start"))?;
    if !status.success() {
        bail!("`{shown}` ended with {status}");
    }
    Ok(())
}

/// How much of what a command that failed said last is said again.
const LAST_LINES: usize = 60;

/// Of a line as long as a file its beginning says enough.
const LONGEST_LINE: usize = 300;

/// How long to wait for the rest of what a command said once it has ended: what it left running may hold its output open for ever.
const PATIENCE: Duration = Duration::from_secs(5);

/// A command that ended badly, and what it said last. Where many steps follow, and little of what they print is kept, that is all
/// anybody sees of it.
#[derive(Debug)]
pub struct EndedBadly {
    shown: String,
    status: ExitStatus,
    pub last_lines: Vec<String>,
}

impl fmt::Display for EndedBadly {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "`{}` ended with {}", self.shown, self.status)
    }
}

impl std::error::Error for EndedBadly {}

/// Runs a command to its end, its output passed through and its last lines kept for whom it fails.
pub fn run_and_keep_its_end(mut command: impl std::borrow::BorrowMut<Command>) -> Result<()> {
    let command = command.borrow_mut();
    let shown = shown(command);
    println!("   $ {shown}");
    let started = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = started.with_context(|| format!("`{shown}` did not start"))?;
    let last = Arc::new(Mutex::new(VecDeque::new()));
    let said = [
        child.stdout.take().map(|out| Box::new(out) as Box<dyn Read + Send>),
        child.stderr.take().map(|out| Box::new(out) as _),
    ];
    let readers: Vec<_> = said
        .into_iter()
        .flatten()
        .map(|output| {
            let last = Arc::clone(&last);
            std::thread::spawn(move || pass_on(output, &last))
        })
        .collect();
    let status = child.wait()?;
    let ended = Instant::now();
    while !readers.iter().all(JoinHandle::is_finished) && ended.elapsed() < PATIENCE {
        std::thread::sleep(Duration::from_millis(20));
    }
    if status.success() {
        return Ok(());
    }
    let last_lines = last.lock().map(|last| last.iter().cloned().collect()).unwrap_or_default();
    Err(EndedBadly { shown, status, last_lines }.into())
}

/// Prints what a command says, line by line, and keeps what comes last.
fn pass_on(output: impl Read, last: &Mutex<VecDeque<String>>) {
    let mut output = BufReader::new(output);
    let mut line = Vec::new();
    while output.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
        let mut out = std::io::stdout().lock();
        let is_printed = out.write_all(&line).and_then(|()| out.flush()).is_ok();
        let Ok(mut last) = last.lock() else { return };
        if last.len() == LAST_LINES {
            last.pop_front();
        }
        last.push_back(String::from_utf8_lossy(&line).trim_end().chars().take(LONGEST_LINE).collect());
        if !is_printed {
            return;
        }
        line.clear();
    }
}

/// What a command prints, where it runs and ends well.
pub fn output(command: &mut Command) -> Result<String> {
    let shown = shown(command);
    let output = command.output().with_context(|| format!("`{shown}` did not start"))?;
    if !output.status.success() {
        bail!("`{shown}` ended with {}", output.status);
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Says whether a command runs and ends well, and shows nothing of it.
pub fn succeeds(command: &mut Command) -> bool {
    command.output().is_ok_and(|output| output.status.success())
}

fn shown(command: &Command) -> String {
    let root = format!("{}/", crate::root().display());
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let words: Vec<_> = words.map(|word| word.to_string_lossy().replace(&root, "")).collect();
    words.join(" ")
}
