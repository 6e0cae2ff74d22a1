//! What the distribution installs: only what is missing, in one call of `apt-get`.

use std::path::Path;
use std::process::Command;

use crate::{Outcome, job, place, postgres, say};

/// Something a Debian package brings, and how to see that it is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Package {
    /// Chromium, its driver, and letters for Chinese: for tests in the browser.
    Browser,
    /// `initdb` and `postgres`, for a cluster of the run's own.
    Postgres,
    /// Python's `venv` with its installer.
    PythonVenv,
    /// Debian's own compiler for the browser, with its library sources.
    WasmCompiler,
}

impl Package {
    const fn names(self) -> &'static [&'static str] {
        match self {
            Self::Browser => &["chromium", "chromium-driver", "fonts-noto-cjk"],
            Self::Postgres => &["postgresql"],
            Self::PythonVenv => &["python3-venv"],
            Self::WasmCompiler => &["rustc-web", "cargo-web", "rust-web-src", "lld-22"],
        }
    }

    fn is_there(self) -> bool {
        match self {
            Self::Browser => {
                place::program("chromium").is_some()
                    && place::program("chromedriver").is_some()
                    && Path::new("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc").exists()
            }
            Self::Postgres => postgres::programs().is_ok(),
            Self::PythonVenv => Command::new("python3")
                .args(["-c", "import venv, ensurepip"])
                .output()
                .is_ok_and(|o| o.status.success()),
            Self::WasmCompiler => [
                "/usr/bin/rustc",
                "/usr/bin/cargo",
                "/usr/bin/wasm-ld-22",
                "/usr/lib/rustlib/src/rust/library",
            ]
            .iter()
            .all(|path| Path::new(path).exists()),
        }
    }
}

/// Installs what is not there yet.
///
/// # Errors
/// A sentence with the `apt-get` line to run by hand, if it cannot be run from here.
pub(crate) fn ensure(wanted: &[Package]) -> Outcome {
    let mut missing: Vec<Package> = Vec::new();
    for package in wanted {
        if !missing.contains(package) && !package.is_there() {
            missing.push(*package);
        }
    }
    if missing.is_empty() {
        return Ok(());
    }
    let names: Vec<&str> = missing
        .iter()
        .flat_map(|package| package.names())
        .copied()
        .collect();
    let by_hand = format!(
        "apt-get update && apt-get install -y --no-install-recommends {}",
        names.join(" ")
    );
    if place::program("apt-get").is_none() {
        return Err(format!(
            "This is no Debian; install by your own means what is here called {}.",
            names.join(", ")
        ));
    }
    if !is_root()? {
        return Err(format!("Packages are missing. As root, run: {by_hand}"));
    }
    say::note(&format!(
        "Debian's packages {} are missing and are installed now",
        names.join(", ")
    ));
    install(&names).map_err(|why| format!("{why} Try by hand: {by_hand}"))?;
    match missing.iter().find(|package| !package.is_there()) {
        None => Ok(()),
        Some(package) => Err(format!("{package:?} is still not found after: {by_hand}")),
    }
}

fn install(names: &[&str]) -> Outcome {
    job::run("apt-get update", apt_get().arg("update").arg("--quiet"))?;
    // The server package must not start a cluster of the machine's own: tests make theirs.
    let conf = Path::new("/etc/postgresql-common/createcluster.conf");
    if names.contains(&"postgresql") && !conf.exists() {
        let folder = conf.parent().unwrap_or(conf);
        std::fs::create_dir_all(folder)
            .and_then(|()| std::fs::write(conf, "create_main_cluster = false\n"))
            .map_err(|e| format!("{} cannot be written: {e}.", conf.display()))?;
    }
    job::run(
        "apt-get install",
        apt_get()
            .args(["install", "-y", "--no-install-recommends"])
            .args(names),
    )
}

fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    command
        .env("DEBIAN_FRONTEND", "noninteractive")
        .env("UCF_FORCE_CONFFOLD", "1")
        .args(["-o", "Dpkg::Options::=--force-confold"]);
    command
}

/// Whether this runs as root.
pub(crate) fn is_root() -> Outcome<bool> {
    Ok(job::output("id", Command::new("id").arg("-u"))?.trim() == "0")
}
