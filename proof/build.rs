//! Writes down for the compiler where the worked examples stand: WebAssembly in a browser cannot look for them itself.

use std::path::{Path, PathBuf};
use std::{env, error::Error, fs};

/// What every folder of cases has, and no other folder.
const MARK: &str = "refusals.json";

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("..").canonicalize()?;
    // A folder that is new comes with a calculator, and that is named there.
    for path in ["proof/build.rs", "src/calculators/mod.rs"] {
        println!("cargo::rerun-if-changed={}", root.join(path).display());
    }
    let mut files = Vec::new();
    for folder in inside(&root.join("tests"))?.into_iter().filter(|folder| folder.join(MARK).is_file()) {
        println!("cargo::rerun-if-changed={}", folder.display());
        let cases = inside(&folder)?.into_iter().filter(|path| {
            path.extension().is_some_and(|extension| extension == "json") && !path.ends_with("every/always.json")
        });
        for path in cases {
            let name = path.strip_prefix(root.join("tests"))?.with_extension("");
            let name: Vec<_> = name.iter().map(|part| part.to_string_lossy()).collect();
            files.push(format!("    ({:?}, include_str!({:?})),\n", name.join("/"), path));
        }
    }
    let listed = format!("&[\n{}]\n", files.concat());
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("cases.rs"), listed)?;
    Ok(())
}

/// What is in a folder, in the order of names.
fn inside(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut found = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>, Box<dyn Error>>>()?;
    found.sort();
    Ok(found)
}
