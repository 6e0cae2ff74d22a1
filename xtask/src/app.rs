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
    /// Its documents besides the one that the settings name: each is a page with a program of its own.
    rooms: &'static [Room],
    dist: fn() -> PathBuf,
    /// Features of its crate that it is built with.
    features: &'static [&'static str],
    /// What it is made of, besides the compiler.
    inputs: &'static [&'static str],
}

/// A further document of an app. It lies in a folder of the app, under which its addresses stand too.
struct Room {
    title: &'static str,
    /// From the folder of the settings.
    page: &'static str,
    folder: &'static str,
    /// Equals what the `route.rs` of the app says.
    public_url: &'static str,
}

const REGISTER: Room = Room {
    title: "The room of registration",
    page: "frontend/register/index.html",
    folder: "register",
    public_url: "/desk/register/",
};
const PAPERS: Room = Room {
    title: "The room of papers",
    page: "frontend/papers/index.html",
    folder: "papers",
    public_url: "/desk/papers/",
};
const DISPATCH: Room = Room {
    title: "The room of dispatch",
    page: "frontend/dispatch/index.html",
    folder: "dispatch",
    public_url: "/desk/dispatch/",
};
const OFFICE: Room = Room {
    title: "The room of administration",
    page: "frontend/office/index.html",
    folder: "office",
    public_url: "/desk/office/",
};
const LAW: Room = Room {
    title: "The room of the rules",
    page: "frontend/law/index.html",
    folder: "law",
    public_url: "/desk/law/",
};
const CALCULATOR: Room = Room {
    title: "The calculator of periods",
    page: "calculator/index.html",
    folder: "calculator",
    public_url: "/calculator/",
};
const DESK: App = App {
    title: "The desk of the staff",
    config: "Trunk.toml",
    rooms: &[PAPERS, DISPATCH, REGISTER, OFFICE, LAW],
    dist: place::desk,
    features: &[],
    inputs: DESK_INPUTS,
};
const DESK_INPUTS: &[&str] = &["frontend", "shared", "Cargo.toml", "Cargo.lock", "Trunk.toml"];
/// The desk with a page of every component, which nobody is delivered: for the tests that look at it.
const GALLERY: App = App {
    title: "The gallery of components",
    config: "Trunk.toml",
    rooms: &[],
    dist: place::gallery,
    features: &["gallery"],
    inputs: DESK_INPUTS,
};
/// It takes its colours and its bare elements from the desk's sheets.
const PUBLIC: App = App {
    title: "The app of the citizens",
    config: "public/Trunk.toml",
    rooms: &[CALCULATOR],
    dist: place::public,
    features: &[],
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
const OUTPUTS: &[&str] = &[
    "dist",
    "dist-gallery",
    "target",
    "node_modules",
    "tests",
    "benches",
];
/// Remembers in dist what it was built from.
const STAMP: &str = ".inputs";
/// Writes the `.br` and `.gz` beside each file; node brings both compressors.
const COMPRESS: &str = include_str!("compress.mjs");

/// Builds both apps into their `dist`, unless what lies there was built from the same inputs.
pub(crate) fn build(wasm: &Wasm) -> Outcome {
    say::heading("Browser apps");
    [DESK, PUBLIC].iter().try_for_each(|app| build_one(app, wasm))
}

/// Builds the page of every component.
pub(crate) fn build_gallery(wasm: &Wasm) -> Outcome {
    build_one(&GALLERY, wasm)
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
    // The first empties the folder in which the others then lie.
    bundle(app, None, wasm)?;
    for room in app.rooms {
        say::note(room.title);
        bundle(app, Some(room), wasm)?;
    }
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

/// Builds one document of an app: the first, or that of a room.
fn bundle(app: &App, room: Option<&Room>, wasm: &Wasm) -> Outcome {
    let mut trunk = wasm.lean_command("trunk");
    trunk.args([
        "build",
        "--config",
        app.config,
        "--release",
        "--locked",
        "--offline",
    ]);
    for feature in app.features {
        trunk.args(["--features", feature]);
    }
    if room.is_none() {
        trunk.arg("--dist").arg((app.dist)());
    }
    job::run("trunk build", quiet_about_colours(of_room(&mut trunk, app, room)))
}

/// The settings name the first document; a room is named to Trunk here.
fn of_room<'a>(trunk: &'a mut Command, app: &App, room: Option<&Room>) -> &'a mut Command {
    if let Some(room) = room {
        trunk.arg("--dist").arg((app.dist)().join(room.folder));
        trunk.args(["--public-url", room.public_url, room.page]);
    }
    trunk
}

/// What to look at while it changes: an app, or one of its rooms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Watched {
    Desk,
    Papers,
    Dispatch,
    Register,
    Office,
    Law,
    Public,
    Calculator,
}

impl Watched {
    pub(crate) fn parse(word: &str) -> Outcome<Self> {
        match word {
            "desk" => Ok(Self::Desk),
            "papers" => Ok(Self::Papers),
            "dispatch" => Ok(Self::Dispatch),
            "register" => Ok(Self::Register),
            "office" => Ok(Self::Office),
            "law" => Ok(Self::Law),
            "public" => Ok(Self::Public),
            "calculator" => Ok(Self::Calculator),
            _ => Err(format!(
                "There is no app `{word}`: desk, papers, dispatch, register, office, law, public or calculator?"
            )),
        }
    }
}

/// Serves an app and builds it anew whenever a file changes, until it is stopped.
pub(crate) fn watch(watched: Watched, wasm: &Wasm) -> Outcome {
    let (app, room) = match watched {
        Watched::Desk => (DESK, None),
        Watched::Papers => (DESK, Some(PAPERS)),
        Watched::Dispatch => (DESK, Some(DISPATCH)),
        Watched::Register => (DESK, Some(REGISTER)),
        Watched::Office => (DESK, Some(OFFICE)),
        Watched::Law => (DESK, Some(LAW)),
        Watched::Public => (PUBLIC, None),
        Watched::Calculator => (PUBLIC, Some(CALCULATOR)),
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
    let trunk = of_room(&mut trunk, &app, room.as_ref());
    job::run("trunk serve", quiet_about_colours(trunk))
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
