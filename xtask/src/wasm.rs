//! The compiler for the browser: rustup's if it has the target or can add it, otherwise Debian's.
//!
//! Its environment is given to the children that build for the browser and to nothing else:
//! in a configuration file it would hit native builds and other people's machines.

use std::ffi::OsString;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::packages::{self, Package};
use crate::{Outcome, job, place, say, tools};

/// The target triple of the browser.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// A compiler for the browser, ready to be used.
pub(crate) struct Wasm {
    /// `rustc --version`; part of what an output depends on.
    pub(crate) compiler: String,
    path: Vec<PathBuf>,
    set: Vec<(&'static str, OsString)>,
    unset: &'static [&'static str],
}

impl Wasm {
    /// A program in the environment of the browser build, started in the project's folder.
    pub(crate) fn command(&self, program: &str) -> Command {
        // PATH of a child is not searched for the child itself: look in our folders first.
        let ours = self
            .path
            .iter()
            .map(|folder| folder.join(program))
            .find(|file| file.is_file());
        let mut command = Command::new(ours.unwrap_or_else(|| PathBuf::from(program)));
        job::forget_cargo_run(&mut command);
        for name in self.unset {
            command.env_remove(name);
        }
        command
            .env("PATH", self.search_path())
            .envs(self.set.iter().map(|(name, value)| (name, value)));
        command.current_dir(place::root());
        command
    }

    fn search_path(&self) -> OsString {
        let inherited = std::env::var_os("PATH").unwrap_or_default();
        let folders = self.path.iter().cloned().chain(std::env::split_paths(&inherited));
        std::env::join_paths(folders).unwrap_or(inherited)
    }
}

/// Prepares compiler and tools, installing what is missing.
pub(crate) fn ready() -> Outcome<Wasm> {
    say::heading("Tools for the browser app");
    let mut path = tools::for_wasm()?;
    let target_dir = place::cache()?.join("target-wasm").into_os_string();
    let mut set = vec![("CARGO_TARGET_DIR", target_dir)];
    let chosen = std::env::var("ANJU_XTASK_WASM").unwrap_or_default();
    let unset: &[&str] = if chosen != "debian" && rustup_has_target(&chosen)? {
        &["LD_LIBRARY_PATH"]
    } else {
        packages::ensure(&[Package::WasmCompiler])?;
        path.insert(0, links_to_debians_compiler()?);
        set.push(("RUSTC", "/usr/bin/rustc".into()));
        // Debian has no built library for this target: cargo builds it from Debian's sources.
        set.push(("RUSTC_BOOTSTRAP", "1".into()));
        set.push(("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort".into()));
        set.push((
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER",
            "/usr/bin/wasm-ld-22".into(),
        ));
        &[
            "LD_LIBRARY_PATH",
            "CARGO",
            "RUSTUP_TOOLCHAIN",
            "RUSTUP_HOME",
            "RUSTC_WRAPPER",
        ]
    };
    let mut wasm = Wasm {
        compiler: String::new(),
        path,
        set,
        unset,
    };
    wasm.compiler = job::output("rustc --version", wasm.command("rustc").arg("--version"))?
        .trim()
        .to_owned();
    say::note(&format!("compiling with {}", wasm.compiler));
    Ok(wasm)
}

fn rustup_has_target(chosen: &str) -> Outcome<bool> {
    if sysroot_has_target() {
        return Ok(true);
    }
    if place::program("rustup").is_some() {
        say::note(&format!("asking rustup for the target {TARGET}"));
        // Two minutes: behind some firewalls the connection hangs instead of failing.
        let mut add = Command::new("timeout");
        add.args(["120", "rustup", "target", "add", TARGET]);
        match job::output("rustup target add", &mut add) {
            Ok(_) if sysroot_has_target() => return Ok(true),
            Ok(_) => say::note("rustup added it, but this compiler does not see it"),
            Err(_) => say::note("rustup cannot add it here"),
        }
    }
    if chosen == "rustup" {
        return Err(format!(
            "ANJU_XTASK_WASM=rustup, but rustup has no {TARGET}: `rustup target add {TARGET}`, or unset it."
        ));
    }
    say::note("taking Debian's compiler for the browser instead");
    Ok(false)
}

fn sysroot_has_target() -> bool {
    let sysroot = job::output(
        "rustc --print sysroot",
        Command::new("rustc").args(["--print", "sysroot"]),
    );
    sysroot.is_ok_and(|folder| {
        let lib = Path::new(folder.trim())
            .join("lib/rustlib")
            .join(TARGET)
            .join("lib");
        std::fs::read_dir(lib).is_ok_and(|mut files| files.next().is_some())
    })
}

/// Trunk starts plain `cargo` from PATH: a folder in which that is Debian's.
fn links_to_debians_compiler() -> Outcome<PathBuf> {
    let folder = place::tools()?.join("debbin");
    let made = std::fs::create_dir_all(&folder).and_then(|()| {
        for name in ["cargo", "rustc"] {
            let link = folder.join(name);
            if !link.exists() {
                symlink(Path::new("/usr/bin").join(name), link)?;
            }
        }
        Ok(())
    });
    made.map_err(|e| {
        format!(
            "{} cannot be filled: {e}. Remove it and start again.",
            folder.display()
        )
    })?;
    Ok(folder)
}
