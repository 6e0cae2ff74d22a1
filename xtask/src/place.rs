//! Where things are: the project, the cache, the outputs.

use std::path::{Path, PathBuf};

use crate::Outcome;

/// The project's folder: the one in which cargo was called, because two clones may share one build of this program.
pub(crate) fn root() -> PathBuf {
    let called = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let xtask = called.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")));
    xtask.parent().unwrap_or(&xtask).to_path_buf()
}

/// What outlives a clone: tools, and the outputs of the browser's compiler.
pub(crate) fn cache() -> Outcome<PathBuf> {
    if let Some(chosen) = std::env::var_os("ANJU_CACHE") {
        return Ok(root().join(chosen));
    }
    let home = std::env::var_os("HOME")
        .ok_or("Neither ANJU_CACHE nor HOME is set: set ANJU_CACHE to a folder that may hold tools.")?;
    Ok(Path::new(&home).join(".cache/anju"))
}

/// The tools that xtask installs.
pub(crate) fn tools() -> Outcome<PathBuf> {
    Ok(cache()?.join("tools"))
}

/// The built desk of the staff.
pub(crate) fn desk() -> PathBuf {
    root().join("frontend/dist")
}

/// The built page of every component.
pub(crate) fn gallery() -> PathBuf {
    root().join("frontend/dist-gallery")
}

/// The built app of the citizens.
pub(crate) fn public() -> PathBuf {
    root().join("public/dist")
}

/// Cargo's output folder for native builds. This program lies in `<folder>/debug`, wherever that was set.
pub(crate) fn target() -> Outcome<PathBuf> {
    let me = std::env::current_exe().map_err(|e| format!("This program cannot find itself: {e}."))?;
    let folder = me
        .ancestors()
        .nth(2)
        .ok_or("This program lies in no target folder; start it by `cargo xtask`.")?;
    Ok(folder.to_path_buf())
}

/// A program on PATH, as a shell would find it.
pub(crate) fn program(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
}

/// A new empty folder for this run alone. Those of runs that were killed are removed on the way.
pub(crate) fn temporary(kind: &str) -> Outcome<PathBuf> {
    let start = format!("anju-{kind}-");
    for entry in std::fs::read_dir(std::env::temp_dir())
        .into_iter()
        .flatten()
        .flatten()
    {
        let name = entry.file_name().to_string_lossy().into_owned();
        let run: Option<u32> = name.strip_prefix(&start).and_then(|run| run.parse().ok());
        if run.is_some_and(|run| !Path::new(&format!("/proc/{run}")).exists()) {
            // Another user's is not ours to remove, and in nobody's way.
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
    let folder = std::env::temp_dir().join(format!("{start}{}", std::process::id()));
    // Never one that is there already: whoever made it could have put something in.
    std::fs::create_dir(&folder).map_err(|e| format!("{} cannot be made: {e}.", folder.display()))?;
    Ok(folder)
}
