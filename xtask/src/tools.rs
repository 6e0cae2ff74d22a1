//! Tools in exactly the versions the project is built with, kept in the cache and checked by asking them.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::packages::{self, Package};
use crate::{Outcome, job, place, say};

/// Builds the app. Later ones need a newer compiler than Debian's.
const TRUNK: &str = "0.21.14";
/// Equals `wasm-bindgen` in Cargo.toml and Trunk.toml.
const WASM_BINDGEN: &str = "0.2.130";
/// `wasm-opt`; equals `version_132` in Trunk.toml.
const BINARYEN: &str = "132";
/// Looks for what keeps people out of a page.
const AXE: &str = "4.14.1";
const CARGO_DENY: &str = "0.20.2";
const SCHEMATHESIS: &str = "4.32.5";

/// Where the tools of the browser build lie, in the order of PATH.
pub(crate) fn for_wasm() -> Outcome<Vec<PathBuf>> {
    let tools = place::tools()?;
    // wasm-bindgen-cli's own lock names a crate version that is not served: hence no --locked.
    let lean = ["--locked", "--no-default-features", "--features", "rustls"];
    cargo_tool(&tools, "trunk", "trunk", TRUNK, &lean)?;
    cargo_tool(&tools, "wasm-bindgen", "wasm-bindgen-cli", WASM_BINDGEN, &[])?;
    let npm = tools.join("npm");
    let bin = npm.join("node_modules/.bin");
    if !says(&bin.join("wasm-opt"), BINARYEN) {
        npm_package(&npm, "binaryen", BINARYEN)?;
        confirm(&bin.join("wasm-opt"), BINARYEN)?;
    }
    Ok(vec![bin, tools.join("bin")])
}

/// The script of axe-core, which the pictures of all screens are taken with.
pub(crate) fn axe() -> Outcome<PathBuf> {
    // The version is in the path: a script cannot be asked for it.
    let folder = place::tools()?.join(format!("axe-{AXE}"));
    let script = folder.join("node_modules/axe-core/axe.min.js");
    if !script.is_file() {
        npm_package(&folder, "axe-core", AXE)?;
    }
    Ok(script)
}

fn npm_package(folder: &Path, name: &str, version: &str) -> Outcome {
    say::note(&format!("installing {name} {version} from npm"));
    make(folder)?;
    let mut install = Command::new("npm");
    install
        .args(["install", "--no-audit", "--no-fund", "--prefix"])
        .arg(folder)
        .arg(format!("{name}@{version}"))
        .current_dir(folder);
    job::run(&format!("npm install {name}"), &mut install)
}

/// Runs the browser tests of a crate.
pub(crate) fn wasm_test_runner() -> Outcome<PathBuf> {
    Ok(place::tools()?.join("bin/wasm-bindgen-test-runner"))
}

/// Checks licences, sources and doubled crates.
pub(crate) fn cargo_deny() -> Outcome<PathBuf> {
    cargo_tool(
        &place::tools()?,
        "cargo-deny",
        "cargo-deny",
        CARGO_DENY,
        &["--locked"],
    )
}

/// Attacks the running server along its own document.
pub(crate) fn schemathesis() -> Outcome<PathBuf> {
    let folder = place::tools()?.join("schemathesis");
    let program = folder.join("bin/schemathesis");
    if says(&program, SCHEMATHESIS) {
        return Ok(program);
    }
    packages::ensure(&[Package::PythonVenv])?;
    say::note(&format!("installing schemathesis {SCHEMATHESIS} from PyPI"));
    job::run(
        "python3 -m venv",
        Command::new("python3")
            .args(["-m", "venv", "--clear"])
            .arg(&folder),
    )?;
    let mut install = Command::new(folder.join("bin/pip"));
    install
        .args(["install", "--quiet", "--disable-pip-version-check"])
        .arg(format!("schemathesis=={SCHEMATHESIS}"));
    job::run("pip install schemathesis", &mut install)?;
    confirm(&program, SCHEMATHESIS)?;
    Ok(program)
}

fn cargo_tool(tools: &Path, program: &str, krate: &str, version: &str, how: &[&str]) -> Outcome<PathBuf> {
    let file = tools.join("bin").join(program);
    if says(&file, version) {
        return Ok(file);
    }
    say::note(&format!(
        "compiling {krate} {version} once, for the cache in {}: several minutes",
        tools.display()
    ));
    let mut install = Command::new("cargo");
    // A target folder of its own, left after the build: its crates are of no use to the project.
    let outputs = std::env::temp_dir().join(format!("anju-install-{krate}"));
    install
        .args(["install", krate, "--version", version, "--force", "--root"])
        .arg(tools)
        .args(how);
    install
        .env("CARGO_TARGET_DIR", &outputs)
        .current_dir(std::env::temp_dir());
    // They run for seconds and compile for minutes: a little optimisation is the right amount.
    install
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_LTO", "off");
    install.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
    job::forget_cargo_run(&mut install);
    job::run(&format!("cargo install {krate}"), &mut install)?;
    // Only disk space depends on it.
    let _ = std::fs::remove_dir_all(&outputs);
    confirm(&file, version)?;
    Ok(file)
}

/// Whether the program says it is of this version.
fn says(program: &Path, version: &str) -> bool {
    program.is_file()
        && Command::new(program)
            .arg("--version")
            .output()
            .is_ok_and(|output| {
                let words = String::from_utf8_lossy(&output.stdout).into_owned();
                output.status.success() && words.split_whitespace().any(|word| word == version)
            })
}

fn confirm(program: &Path, version: &str) -> Outcome {
    if says(program, version) {
        return Ok(());
    }
    let path = program.display();
    Err(format!(
        "{path} should be version {version} and is not. Remove it and start the command again."
    ))
}

fn make(folder: &Path) -> Outcome {
    std::fs::create_dir_all(folder).map_err(|e| format!("{} cannot be made: {e}.", folder.display()))
}
