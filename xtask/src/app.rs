//! The browser apps, of the staff and of the citizens: built by Trunk, compressed beforehand, and each left alone
//! while its inputs are the same.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use crate::wasm::{TARGET, Wasm};
use crate::{Outcome, job, place, say};

/// One of the two apps.
struct App {
    title: &'static str,
    /// The settings of Trunk.
    config: &'static str,
    dist: fn() -> PathBuf,
    /// What it is made of, besides the compiler.
    inputs: &'static [&'static str],
}

const DESK: App = App {
    title: "The desk of the staff",
    config: "Trunk.toml",
    dist: place::desk,
    inputs: &["frontend", "shared", "Cargo.toml", "Cargo.lock", "Trunk.toml"],
};
/// It takes its colours and its bare elements from the desk's sheets.
const PUBLIC: App = App {
    title: "The app of the citizens",
    config: "public/Trunk.toml",
    dist: place::public,
    inputs: &[
        "public",
        "shared",
        "Cargo.toml",
        "Cargo.lock",
        "frontend/style/base.css",
        "frontend/style/tokens.css",
    ],
};
/// Folders in them that are not inputs.
const OUTPUTS: &[&str] = &["dist", "target", "node_modules", "tests", "benches"];
/// Remembers in dist what it was built from.
const STAMP: &str = ".inputs";
/// Writes the `.br` and `.gz` beside each file; node brings both compressors.
const COMPRESS: &str = include_str!("compress.mjs");

/// Builds both apps into their `dist`, unless what lies there was built from the same inputs.
pub(crate) fn build(wasm: &Wasm) -> Outcome {
    say::heading("Browser apps");
    [DESK, PUBLIC].iter().try_for_each(|app| build_one(app, wasm))
}

fn build_one(app: &App, wasm: &Wasm) -> Outcome {
    let dist = (app.dist)();
    let inputs = fingerprint(app, wasm)?;
    let stamp = dist.join(STAMP);
    if std::fs::read_to_string(&stamp).is_ok_and(|built_from| built_from == inputs) {
        say::note(&format!("{} is up to date", app.title));
        return Ok(());
    }
    let started = Instant::now();
    say::note(app.title);
    fetch(wasm)?;
    say::note("compiling the app for the browser; the last crate and wasm-opt take longest");
    let mut trunk = wasm.lean_command("trunk");
    trunk.args([
        "build",
        "--config",
        app.config,
        "--release",
        "--locked",
        "--offline",
    ]);
    job::run("trunk build", quiet_about_colours(&mut trunk))?;
    say::note("compressing");
    let mut compress = Command::new("node");
    compress
        .args(["--input-type=module", "--eval", COMPRESS])
        .arg(&dist);
    say::note(job::output("node", &mut compress)?.trim());
    std::fs::write(&stamp, inputs).map_err(|e| format!("{} cannot be written: {e}.", stamp.display()))?;
    say::note(&format!("built in {}", say::span(started.elapsed())));
    Ok(())
}

/// Which app to look at while it changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Watched {
    Desk,
    Public,
}

/// Serves an app and builds it anew whenever a file changes, until it is stopped.
pub(crate) fn watch(watched: Watched, wasm: &Wasm) -> Outcome {
    let app = match watched {
        Watched::Desk => DESK,
        Watched::Public => PUBLIC,
    };
    fetch(wasm)?;
    let mut trunk = wasm.command("trunk");
    trunk.args([
        "serve",
        "--config",
        app.config,
        "--offline",
        "--skip-version-check",
    ]);
    job::run("trunk serve", quiet_about_colours(&mut trunk))
}

/// Trunk reads NO_COLOR as a flag and refuses the usual `1`.
fn quiet_about_colours(trunk: &mut Command) -> &mut Command {
    trunk.env_remove("NO_COLOR")
}

/// Brings the crates, and with Debian's compiler those of the standard library, so that the build needs no network.
pub(crate) fn fetch(wasm: &Wasm) -> Outcome {
    let mut fetch = wasm.lean_command("cargo");
    fetch.args(["fetch", "--locked", "--target", TARGET]);
    job::run("cargo fetch", &mut fetch)
        .map_err(|why| format!("{why} If the network is there: is Cargo.lock up to date with Cargo.toml?"))
}

/// A hash over the names and contents of all inputs and the compiler.
fn fingerprint(app: &App, wasm: &Wasm) -> Outcome<String> {
    let mut files = Vec::new();
    for input in app.inputs {
        collect(&place::root().join(input), &mut files)?;
    }
    files.sort();
    let mut hasher = DefaultHasher::new();
    (&wasm.compiler, wasm.lean(), COMPRESS).hash(&mut hasher);
    for file in files {
        let content = std::fs::read(&file).map_err(|e| unreadable(&file, &e))?;
        (file.strip_prefix(place::root()).unwrap_or(&file), content).hash(&mut hasher);
    }
    Ok(format!("{:016x}\n", hasher.finish()))
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Outcome {
    if path.is_file() {
        files.push(path.to_path_buf());
        return Ok(());
    }
    for entry in std::fs::read_dir(path).map_err(|e| unreadable(path, &e))? {
        let entry = entry.map_err(|e| unreadable(path, &e))?;
        let name = entry.file_name();
        if !OUTPUTS.iter().any(|output| name == *output) {
            collect(&entry.path(), files)?;
        }
    }
    Ok(())
}

fn unreadable(path: &Path, error: &std::io::Error) -> String {
    format!("{} cannot be read: {error}.", path.display())
}
