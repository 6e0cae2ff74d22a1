//! `cargo xtask bench`: everything measured side by side, in one run, on the machine as it is now.

use crate::job::{cargo, run};
use crate::postgres::{Cluster, Durability};
use crate::{Outcome, app, packages, packages::Package, place, say, wasm};

/// Builds for release and measures.
pub(crate) fn bench() -> Outcome {
    packages::ensure(&[Package::Postgres, Package::Browser])?;
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

    say::heading("The apps in the browser");
    let bench = ["bench", "--locked", "--package", "anju-e2e", "--bench", "browser"];
    let mut bench = cargo(bench);
    bench
        .env("ANJU_TEST_APP", place::desk())
        .env("ANJU_TEST_PUBLIC", place::public());
    run("cargo bench", &mut bench)
}
