//! `cargo xtask bench`: everything measured side by side, in one run, on the machine as it is now.

use std::path::Path;

use crate::job::{cargo, run};
use crate::postgres::{Cluster, Durability};
use crate::{Outcome, app, packages, packages::Package, place, say, wasm};

/// What the browser fetches before the first page stands.
const FIRST_LOAD: [&str; 4] = ["html.br", "js.br", "wasm.br", "css.br"];

/// Builds for release and measures.
pub(crate) fn bench() -> Outcome {
    packages::ensure(&[Package::Postgres])?;
    app::build(&wasm::ready()?)?;
    say::heading("Server");
    let build = [
        "build",
        "--release",
        "--locked",
        "--package",
        "anju-backend",
        "--bin",
        "anju",
    ];
    run("cargo build", &mut cargo(build))?;

    say::heading("Deadlines");
    run(
        "cargo bench",
        &mut cargo([
            "bench",
            "--locked",
            "--package",
            "anju-shared",
            "--bench",
            "deadline",
        ]),
    )?;

    say::heading("Server on both engines");
    let cluster = Cluster::start(Durability::Full)?;
    let mut bench = cargo([
        "bench",
        "--locked",
        "--package",
        "anju-backend",
        "--bench",
        "bench",
    ]);
    bench
        .env("ANJU_TEST_POSTGRES", cluster.url())
        .env("ANJU_TEST_SERVER", place::target()?.join("release/anju"));
    run("cargo bench", &mut bench)?;

    say::heading("First load of the apps");
    for (name, dist, most) in [
        ("the desk", place::desk(), 500),
        ("the public page", place::public(), 150),
    ] {
        let (files, bytes) = first_load(&dist)?;
        say::note(&format!(
            "{name}: {files} files, {:.1} kB over the wire (brotli); to reach: under {most} kB",
            bytes as f64 / 1000.0
        ));
    }
    Ok(())
}

fn first_load(dist: &Path) -> Outcome<(usize, u64)> {
    let entries = std::fs::read_dir(dist).map_err(|e| format!("{} cannot be read: {e}.", dist.display()))?;
    let sizes: Vec<u64> = entries
        .flatten()
        .filter(|entry| {
            FIRST_LOAD
                .iter()
                .any(|end| entry.file_name().to_string_lossy().ends_with(end))
        })
        .filter_map(|entry| Some(entry.metadata().ok()?.len()))
        .collect();
    Ok((sizes.len(), sizes.iter().sum()))
}
