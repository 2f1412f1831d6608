//! Everything that must hold before a change goes in, in one order. Nothing is skipped: what cannot
//! run fails and says what to install; what can run still does, and the end lists what failed.

use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::apart;
use crate::delivered;
use crate::prove;
use crate::sources;
use crate::steps::{EndedBadly, command, npm_program, run_and_keep_its_end as run, step, succeeds};
use crate::tools::{self, Engine, WasmToolchain};

type Step = (&'static str, fn() -> Result<()>);

const STEPS: &[Step] = &[
    ("fresh", fresh),
    ("delivered", delivered::compare),
    ("format", format),
    ("clippy", clippy),
    ("clippy-wasm", clippy_wasm),
    ("doc", doc),
    ("native", native),
    ("prove", prove::taste),
    ("types", types),
    ("node", node),
    ("wasm-node", wasm_node),
    ("wasm-browser", wasm_browser),
    ("workbook-quick", || workbooks("quick")),
    ("workbook", || workbooks("all")),
    ("hosts-quick", || hosts("quick")),
    ("hosts", || hosts("all")),
    ("deny", deny),
    ("lighthouse", lighthouse),
    ("e2e-chromium", || e2e(Engine::Chromium, |name| !is_sweep(name))),
    ("e2e-sweeps", || e2e(Engine::Chromium, is_sweep)),
    ("e2e-firefox", || e2e(Engine::Firefox, |_| true)),
    ("e2e-webkit", || e2e(Engine::WebKit, |_| true)),
];

/// Run only where they are named, since they take many minutes or need much to be installed: what goes through every calculator,
/// field and page, two more engines, everybody's projects, hundreds of workbooks, what Lighthouse says and what cargo-deny is
/// built from.
const BY_NAME: &[&str] = &["hosts", "deny", "workbook", "lighthouse", "e2e-sweeps", "e2e-firefox", "e2e-webkit"];

/// The steps that `--only STEP` names, or none for those that always run.
pub fn chosen<'a>(options: &[&'a str]) -> Result<Vec<&'a str>> {
    let mut names = Vec::new();
    let mut options = options.iter();
    while let Some(option) = options.next() {
        let known: Vec<_> = STEPS.iter().map(|(name, _)| *name).collect();
        match (*option, options.next()) {
            ("--only", Some(asked)) if known.iter().any(|name| means(asked, name)) => names.push(*asked),
            ("--only", _) => bail!("--only takes one of: {}", known.join(" ")),
            (other, _) => bail!("`{other}` is not an option of test"),
        }
    }
    Ok(names)
}

/// `e2e` stands for the end-to-end tests in every engine.
fn means(asked: &str, name: &str) -> bool {
    asked == name || name.strip_prefix("e2e-").is_some_and(|_| asked == "e2e")
}

pub fn run_steps(only: &[&str]) -> Result<()> {
    let started = Instant::now();
    let mut failed = Vec::new();
    for (name, work) in STEPS {
        let is_wanted = match only {
            [] => !BY_NAME.contains(name),
            only => only.iter().any(|asked| means(asked, name)),
        };
        if let Some(Err(error)) = is_wanted.then(|| step(name, work)) {
            failed.push((*name, error));
        }
    }
    let seconds = started.elapsed().as_secs();
    if failed.is_empty() {
        println!("everything holds ({seconds} s)");
        return Ok(());
    }
    for (name, error) in &failed {
        println!("== what {name} said last");
        println!("{}", last_words(error));
    }
    let names: Vec<_> = failed.iter().map(|(name, _)| *name).collect();
    bail!("these failed: {} ({seconds} s; one alone: cargo xtask test --only {})", names.join(", "), names[0])
}

/// The end of what a step that failed printed: the rest of the steps has pushed it out of sight.
fn last_words(error: &anyhow::Error) -> String {
    match error.downcast_ref::<EndedBadly>() {
        Some(EndedBadly { last_lines, .. }) => last_lines.join("\n"),
        None => format!("{error:#}"),
    }
}

fn fresh() -> Result<()> {
    if !sources::pkg_is_fresh()? {
        bail!("pkg/ was not built from the sources beside it: run `cargo xtask build`");
    }
    Ok(())
}

fn format() -> Result<()> {
    tools::rust_component("rustfmt", "fmt")?;
    run(command("cargo").args(["fmt", "--all", "--check"]))
}

fn clippy() -> Result<()> {
    tools::rust_component("clippy", "clippy")?;
    run(command("cargo").args(["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"]))
}

/// The documentation of the crates, what only they themselves see too: no link in it leads nowhere.
fn doc() -> Result<()> {
    let mut doc = command("cargo");
    doc.args(["doc", "--workspace", "--no-deps", "--document-private-items"]).env("RUSTDOCFLAGS", "--deny warnings");
    run(&mut doc)
}

fn clippy_wasm() -> Result<()> {
    tools::rust_component("clippy", "clippy")?;
    let wasm = WasmToolchain::ensure()?;
    run(wasm.cargo("clippy").args([
        "--package",
        "clausewise",
        "--lib",
        "--test",
        "wasm",
        "--test",
        "wasm_browser",
        "--",
        "--deny",
        "warnings",
    ]))
}

fn native() -> Result<()> {
    run(command("cargo").args(["test", "--workspace", "--quiet", "--no-fail-fast"]))
}

fn types() -> Result<()> {
    tools::npm_packages()?;
    run(npm_program("tsc").arg("--noEmit"))?;
    // Those who embed know pkg/ alone.
    run(npm_program("tsc").args(["--noEmit", "--project", "tests/node"]))
}

fn node() -> Result<()> {
    tools::npm_packages()?;
    node_tests("tests/node", &[])
}

fn wasm_node() -> Result<()> {
    wasm_test("wasm", &[])
}

fn wasm_browser() -> Result<()> {
    Engine::Chromium.ensure()?;
    let driver = tools::browser_driver()?;
    // Its own patience is twenty seconds for all, which a busy machine takes for the work itself.
    wasm_test("wasm_browser", &[("CHROMEDRIVER", &driver), ("WASM_BINDGEN_TEST_TIMEOUT", Path::new("300"))])
}

/// Runs one file of `tests/` as WebAssembly.
fn wasm_test(name: &str, environment: &[(&str, &Path)]) -> Result<()> {
    let wasm = WasmToolchain::ensure()?;
    let runner = tools::wasm_bindgen()?.join("wasm-bindgen-test-runner");
    let mut cargo = wasm.cargo("test");
    cargo.args(["--package", "clausewise", "--test", name]);
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner);
    run(cargo.envs(environment.iter().copied()))
}

/// What may come in from others, by `deny.toml`, on every system and with tests; `tests/node/deny.test.mjs` holds this machine's
/// part of it in every run.
fn deny() -> Result<()> {
    let program = tools::cargo_deny()?;
    let check = |what: &[&str]| {
        let mut deny = command(&program);
        run(deny.args(["--locked", "--workspace", "check", "--hide-inclusion-graph"]).args(what))
    };
    check(&["licenses", "bans", "sources"])?;
    // What is known of crates that harm lies in a repository, which not every machine can reach.
    if succeeds(command(&program).args(["fetch", "db"])) {
        return check(&["advisories"]);
    }
    println!("   advisories are not checked: their database cannot be had from here");
    Ok(())
}

fn e2e(engine: Engine, is_wanted: fn(&str) -> bool) -> Result<()> {
    tools::npm_packages()?;
    engine.ensure()?;
    node_tests_of("tests/e2e", is_wanted, &[("CLAUSEWISE_BROWSER", engine.name())])
}

/// What takes every calculator, field or page in turn.
fn is_sweep(name: &str) -> bool {
    name.ends_with(".sweep.test.mjs")
}

/// Other people's projects, which know the packed package alone: the quick ones, or all.
fn hosts(which: &str) -> Result<()> {
    tools::npm_packages()?;
    Engine::Chromium.ensure()?;
    run(command("node").args(["--test-reporter=spec", "tests/hosts/run.mjs", which]))
}

/// What writes and reads workbooks, and whether LibreOffice gets from them what the core says: `quick` takes some, `all` every kind by the hundred.
fn workbooks(which: &str) -> Result<()> {
    tools::npm_packages()?;
    tools::spreadsheet()?;
    apart::check_all()?;
    node_tests("tests/workbook", &[("CLAUSEWISE_WORKBOOKS", which)])
}

/// What Lighthouse says of every page.
fn lighthouse() -> Result<()> {
    tools::npm_packages()?;
    Engine::Chromium.ensure()?;
    run(command("node").arg("tests/lighthouse.mjs").env("CLAUSEWISE_XTASK", std::env::current_exe()?))
}

/// Runs the `*.test.mjs` of a folder.
fn node_tests(folder: &str, environment: &[(&str, &str)]) -> Result<()> {
    node_tests_of(folder, |_| true, environment)
}

/// Runs those of a folder's tests that are wanted. They find this very program in `CLAUSEWISE_XTASK`, to serve the pages.
fn node_tests_of(folder: &str, is_wanted: fn(&str) -> bool, environment: &[(&str, &str)]) -> Result<()> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(crate::root().join(folder)).context("there are no tests")? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".test.mjs") && is_wanted(&name) {
            files.push(format!("{folder}/{name}"));
        }
    }
    files.sort();
    if files.is_empty() {
        bail!("there are no tests in {folder}");
    }
    let xtask = std::env::current_exe()?;
    run(command("node")
        .args(["--test", "--test-reporter=spec", "--test-concurrency=2"])
        .args(files)
        .env("CLAUSEWISE_XTASK", xtask)
        .envs(environment.iter().copied()))
}
