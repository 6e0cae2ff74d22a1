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
    /// Whether the standard library can be compiled along, and so be cut to size.
    sources: bool,
}

/// What an app need not carry to those who wait for it: the words of a panic and the place in the source. Whoever
/// works on the app has them, because `--watch` builds without this. A tenth of the weight.
const LEAN: [(&str, &str); 5] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_PROFILE_WASM_PANIC", "immediate-abort"),
    ("CARGO_UNSTABLE_PANIC_IMMEDIATE_ABORT", "true"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    (
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        "-Zlocation-detail=none -Zfmt-debug=none",
    ),
];
/// The standard library is compiled along.
const ALONG: (&str, &str) = ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort");

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

    /// The same for an app that is delivered: as light as this compiler can make it.
    pub(crate) fn lean_command(&self, program: &str) -> Command {
        let mut command = self.command(program);
        if self.sources {
            command.envs(LEAN).env(ALONG.0, ALONG.1);
        }
        command
    }

    /// Whether [`Self::lean_command`] leaves anything off.
    pub(crate) fn lean(&self) -> bool {
        self.sources
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
    let mut sources = true;
    let unset: &[&str] = if chosen != "debian" && rustup_has_target(&chosen)? {
        sources = rustup_has_sources();
        &["LD_LIBRARY_PATH"]
    } else {
        packages::ensure(&[Package::WasmCompiler])?;
        path.insert(0, links_to_debians_compiler()?);
        set.push(("RUSTC", "/usr/bin/rustc".into()));
        // Debian has no built library for this target: cargo builds it from Debian's sources.
        set.push(("RUSTC_BOOTSTRAP", "1".into()));
        set.push((ALONG.0, ALONG.1.into()));
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
        sources,
    };
    wasm.compiler = job::output("rustc --version", wasm.command("rustc").arg("--version"))?
        .trim()
        .to_owned();
    say::note(&format!("compiling with {}", wasm.compiler));
    Ok(wasm)
}

fn rustup_has_target(chosen: &str) -> Outcome<bool> {
    let there = || sysroot_has(&format!("lib/rustlib/{TARGET}/lib"));
    if there() || rustup_adds("target", TARGET, there) {
        return Ok(true);
    }
    if chosen == "rustup" {
        return Err(format!(
            "ANJU_XTASK_WASM=rustup, but rustup has no {TARGET}: `rustup target add {TARGET}`, or unset it."
        ));
    }
    say::note("taking Debian's compiler for the browser instead");
    Ok(false)
}

fn rustup_has_sources() -> bool {
    let there = || sysroot_has("lib/rustlib/src/rust/library");
    let there = there() || rustup_adds("component", "rust-src", there);
    if !there {
        say::note("without the sources of the standard library the apps come out a tenth heavier");
    }
    there
}

/// Whether rustup could bring what was missing.
fn rustup_adds(kind: &str, name: &str, there: impl Fn() -> bool) -> bool {
    if place::program("rustup").is_none() {
        return false;
    }
    say::note(&format!("asking rustup for the {kind} {name}"));
    // Two minutes: behind some firewalls the connection hangs instead of failing.
    let mut add = Command::new("timeout");
    add.args(["120", "rustup", kind, "add", name]);
    match job::output("rustup add", &mut add) {
        Ok(_) if there() => return true,
        Ok(_) => say::note("rustup added it, but this compiler does not see it"),
        Err(_) => say::note("rustup cannot add it here"),
    }
    false
}

/// Whether this folder of the compiler is there and holds something.
fn sysroot_has(folder: &str) -> bool {
    let sysroot = job::output(
        "rustc --print sysroot",
        Command::new("rustc").args(["--print", "sysroot"]),
    );
    sysroot.is_ok_and(|root| {
        let folder = Path::new(root.trim()).join(folder);
        std::fs::read_dir(folder).is_ok_and(|mut files| files.next().is_some())
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
