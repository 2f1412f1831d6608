//! What must be installed, and how to get it. On Debian as root the missing packages are installed;
//! elsewhere the one line to run is printed, and the step fails.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use anyhow::{Context, Result, bail};

use crate::steps::{command, output, run, succeeds};

pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// What builds WebAssembly on this machine.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum WasmToolchain {
    /// The usual toolchain, with its ready-made standard library for the target.
    Ready,
    /// Debian's own compiler, which builds the standard library from its sources: for machines that
    /// cannot download the target.
    Debian,
}

/// What Debian's own compiler needs; the linter comes along for `cargo xtask test`.
const DEBIAN_WASM: &[&str] = &["rustc-web", "cargo-web", "rust-web-src", "rust-web-clippy", "lld"];

impl WasmToolchain {
    /// Finds a toolchain, or gets one; looks for it once. `CLAUSEWISE_WASM=debian` asks for Debian's.
    pub fn ensure() -> Result<Self> {
        static FOUND: OnceLock<WasmToolchain> = OnceLock::new();
        if let Some(found) = FOUND.get() {
            return Ok(*found);
        }
        let found = Self::find()?;
        Ok(*FOUND.get_or_init(|| found))
    }

    fn find() -> Result<Self> {
        let debian_wanted = std::env::var("CLAUSEWISE_WASM").is_ok_and(|wanted| wanted == "debian");
        if !debian_wanted {
            if has_wasm_target() {
                return Ok(Self::Ready);
            }
            if succeeds(command("rustup").arg("--version"))
                && run(command("rustup").args(["target", "add", WASM_TARGET])).is_ok()
                && has_wasm_target()
            {
                return Ok(Self::Ready);
            }
            println!("   the target {WASM_TARGET} is not to be had from rustup; falling back to Debian's own compiler");
        }
        debian_packages(DEBIAN_WASM).with_context(|| {
            format!("to build WebAssembly, run `rustup target add {WASM_TARGET}`; on Debian there are also packages")
        })?;
        Ok(Self::Debian)
    }

    /// `cargo WORD` for the WebAssembly target.
    pub fn cargo(self, word: &str) -> Command {
        self.cargo_in(word, None)
    }

    /// The same, working in a folder of its own: two at a time must not share one.
    pub fn cargo_in(self, word: &str, folder: Option<&str>) -> Command {
        if self == Self::Ready {
            let mut cargo = command("cargo");
            cargo.args([word, "--target", WASM_TARGET]).args(folder.iter().flat_map(|folder| ["--target-dir", folder]));
            return cargo;
        }
        let linter = word == "clippy";
        let mut cargo = command(if linter { "/usr/bin/cargo-clippy" } else { "/usr/bin/cargo" });
        cargo
            .args([word, "--target", WASM_TARGET, "-Zbuild-std=std,panic_abort"])
            .args(["--target-dir", folder.unwrap_or("target/debian")])
            .env("CARGO", "/usr/bin/cargo")
            .env("RUSTC", "/usr/bin/rustc")
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", "wasm-ld")
            .env_remove("RUSTUP_TOOLCHAIN");
        cargo
    }

    /// Where `cargo` puts what it builds for the WebAssembly target.
    pub fn target_dir(self) -> PathBuf {
        let target = match self {
            Self::Ready => cargo_target(),
            Self::Debian => crate::root().join("target/debian"),
        };
        target.join(WASM_TARGET)
    }
}

/// Where `cargo` puts what it builds for this machine.
pub fn cargo_target() -> PathBuf {
    let folder = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from);
    crate::root().join(folder)
}

/// What the compiler says of itself: its `host`, its `LLVM version`.
pub fn compiler(what: &str) -> Result<String> {
    let told = output(command("rustc").arg("-vV"))?;
    let told = told.lines().find_map(|line| line.strip_prefix(what)?.strip_prefix(": ").map(str::to_owned));
    told.with_context(|| format!("rustc names no {what}"))
}

fn has_wasm_target() -> bool {
    let folder = output(command("rustc").args(["--print", "target-libdir", "--target", WASM_TARGET]));
    folder.is_ok_and(|folder| {
        let mut files = fs::read_dir(folder).into_iter().flatten().flatten();
        files.any(|file| file.file_name().to_string_lossy().starts_with("libstd-"))
    })
}

/// The folder of wasm-bindgen's programs, in the very version of the crate in `Cargo.lock`: the two
/// speak a private language that changes with every version.
pub fn wasm_bindgen() -> Result<PathBuf> {
    let version = locked_version("wasm-bindgen")?;
    // Its lock file names versions that cannot be had any more.
    installed("wasm-bindgen", &version, &["wasm-bindgen-cli"])
}

/// The program that makes mutants.
pub fn cargo_mutants() -> Result<PathBuf> {
    Ok(installed("cargo-mutants", "27.1.0", &["cargo-mutants", "--locked"])?.join("cargo-mutants"))
}

/// The program that measures which lines are run, and the two of LLVM's own, of the compiler's version, that it needs.
pub fn cargo_llvm_cov() -> Result<(PathBuf, [(&'static str, PathBuf); 2])> {
    let program = installed("cargo-llvm-cov", "0.9.1", &["cargo-llvm-cov", "--locked"])?.join("cargo-llvm-cov");
    let version = compiler("LLVM version")?;
    let (major, _) = version.split_once('.').unwrap_or((&version, ""));
    let named = |name: &str| in_path(&format!("{name}-{major}"));
    if named("llvm-cov").is_none() {
        debian_packages(&[&format!("llvm-{major}")])
            .with_context(|| format!("install LLVM {major}, or run `rustup component add llvm-tools`"))?;
    }
    let [cov, profdata] =
        ["llvm-cov", "llvm-profdata"].map(|name| named(name).with_context(|| format!("there is no {name}-{major}")));
    Ok((program, [("LLVM_COV", cov?), ("LLVM_PROFDATA", profdata?)]))
}

/// What knows which crates may come in, and reads `deny.toml`.
const CARGO_DENY: &str = "0.20.2";

/// The program that asks for licences, duplicates and sources; it is some minutes' work to build.
pub fn cargo_deny() -> Result<PathBuf> {
    Ok(installed("cargo-deny", CARGO_DENY, &["cargo-deny", "--locked"])?.join("cargo-deny"))
}

/// The folder of a crate's programs, built once for this checkout in exactly this version.
fn installed(program: &str, version: &str, package: &[&str]) -> Result<PathBuf> {
    let folder = crate::root().join("target/tools");
    // Not every program tells its version; cargo keeps a list of what it has put there.
    let list = fs::read_to_string(folder.join(".crates.toml")).unwrap_or_default();
    let name = package.first().unwrap_or(&program);
    let is_listed = list.lines().any(|line| line.starts_with(&format!("\"{name} {version} (")));
    if !is_listed || !folder.join("bin").join(program).is_file() {
        println!("   {program} {version} is built once for this checkout; it takes some minutes");
        run(command("cargo")
            .args(["install", "--quiet", "--version", version, "--force", "--root"])
            .arg(&folder)
            .args(package))?;
    }
    Ok(folder.join("bin"))
}

/// The version of a crate that `Cargo.lock` names.
fn locked_version(name: &str) -> Result<String> {
    let lock = fs::read_to_string(crate::root().join("Cargo.lock")).context("cannot read Cargo.lock")?;
    let start = format!("name = \"{name}\"\nversion = \"");
    let version = lock.split_once(&start).and_then(|(_, after)| after.split_once('"'));
    Ok(version.with_context(|| format!("Cargo.lock does not name {name}"))?.0.to_owned())
}

/// From here on `require()` takes modules, as those who embed the package have it.
const NODE: (u32, u32) = (20, 19);

/// npm empties the folder that it installs into: behind a link that would be somebody else's.
fn not_a_link(folder: &Path) -> Result<()> {
    if fs::symlink_metadata(folder).is_ok_and(|found| found.is_symlink()) {
        bail!(
            "{} is a symbolic link, and npm would empty the folder behind it: remove the link and run this again",
            folder.display()
        );
    }
    Ok(())
}

/// The npm packages of `package-lock.json`, in `node_modules`.
pub fn npm_packages() -> Result<()> {
    let wanted = format!("Node {}.{} or newer", NODE.0, NODE.1);
    let node = output(command("node").arg("--version")).with_context(|| format!("install {wanted}"))?;
    let mut parts = node.trim_start_matches('v').split('.').map(|part| part.parse().unwrap_or(0));
    let version = (parts.next().unwrap_or(0), parts.next().unwrap_or(0));
    if version < NODE {
        bail!("{wanted} is needed, this is {node}");
    }
    // npm writes its own copy of the lock file when it has installed everything.
    let lock = modified(&crate::root().join("package-lock.json"))?;
    if modified(&crate::root().join("node_modules/.package-lock.json")).is_ok_and(|installed| installed >= lock) {
        return Ok(());
    }
    not_a_link(&crate::root().join("node_modules"))?;
    run(command("npm").args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]))
}

fn modified(file: &Path) -> Result<std::time::SystemTime> {
    Ok(fs::metadata(file).and_then(|file| file.modified())?)
}

/// Formatter and linter, which a minimal toolchain lacks.
pub fn rust_component(name: &str, subcommand: &str) -> Result<()> {
    if succeeds(command("cargo").args([subcommand, "--version"])) {
        return Ok(());
    }
    run(command("rustup").args(["component", "add", name]))
}

/// An engine that the pages are tried in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Engine {
    Chromium,
    Firefox,
    /// Safari's engine, as GTK has it.
    WebKit,
}

impl Engine {
    /// As `CLAUSEWISE_BROWSER` names it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// What has to be in the PATH; codes that a page shows for telephones are read off its picture.
    fn programs(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium", "chromedriver", "pdftotext", "zbarimg"],
            Self::Firefox => &["firefox", "pdftotext", "zbarimg"],
            Self::WebKit => &["WebKitWebDriver", "Xvfb", "zbarimg"],
        }
    }

    fn packages(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium", "chromium-driver", "fonts-noto-cjk", "poppler-utils", "zbar-tools"],
            Self::Firefox => &["firefox-esr", "fonts-noto-cjk", "poppler-utils", "zbar-tools"],
            Self::WebKit => &["webkit2gtk-driver", "xvfb", "fonts-noto-cjk", "zbar-tools"],
        }
    }

    /// Sees to it that the browser, its driver and Chinese letters are there.
    pub fn ensure(self) -> Result<()> {
        let there = self.programs().iter().all(|program| in_path(program).is_some());
        if !there || is_debian() {
            debian_packages(self.packages()).with_context(|| {
                format!("install {} (in the PATH) and a font with Chinese letters", self.programs().join(" and "))
            })?;
        }
        // Debian has no package of it.
        if self == Self::Firefox {
            installed("geckodriver", GECKODRIVER, &["geckodriver", "--locked"]).map(drop)
        } else {
            Ok(())
        }
    }
}

/// Drives every Firefox from 128 on.
const GECKODRIVER: &str = "0.37.1";

/// Sees to it that LibreOffice is there, which works workbooks out anew.
pub fn spreadsheet() -> Result<()> {
    if in_path("soffice").is_some() {
        return Ok(());
    }
    debian_packages(&["libreoffice-calc-nogui"]).context("install LibreOffice 7.4 or newer (`soffice` in the PATH)")
}

/// Where the driver of the browser is.
pub fn browser_driver() -> Result<PathBuf> {
    in_path("chromedriver").context("chromedriver is not in the PATH")
}

fn in_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

fn is_debian() -> bool {
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    release.lines().any(|line| line == "ID=debian")
}

/// Installs the packages that are missing, or says how to.
fn debian_packages(names: &[&str]) -> Result<()> {
    if !is_debian() {
        bail!("this system is not Debian, whose packages are: {}", names.join(" "));
    }
    let missing: Vec<&str> = names.iter().copied().filter(|name| !is_installed(name)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    if output(command("id").arg("-u"))? != "0" {
        bail!("run: sudo apt-get install --yes {}", missing.join(" "));
    }
    let apt_get = || {
        let mut command = command("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive").args(["--quiet", "--quiet", "--option", "Dpkg::Use-Pty=0"]);
        command
    };
    run(apt_get().arg("update"))?;
    run(apt_get().args(["install", "--yes", "--no-install-recommends"]).args(missing))
}

fn is_installed(package: &str) -> bool {
    let status = output(command("dpkg-query").args(["--show", "--showformat=${Status}", package]));
    status.is_ok_and(|status| status == "install ok installed")
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs;

    #[test]
    fn npm_installs_into_a_folder_and_behind_no_link() {
        let place = std::env::temp_dir().join(format!("clausewise-link-{}", std::process::id()));
        fs::create_dir_all(place.join("folder")).expect("a folder can be made");
        std::os::unix::fs::symlink(place.join("folder"), place.join("link")).expect("a link can be made");
        let allowed = ["folder", "link", "nothing"].map(|name| super::not_a_link(&place.join(name)).is_ok());
        fs::remove_dir_all(&place).expect("the folder can be removed");
        assert_eq!(allowed, [true, false, true]);
    }
}
