//! Schemathesis against the running server, on both engines: no 5xx, no answer the document does not know.

use std::net::SocketAddr;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::job::{self, Counted, Failed, Tally, cargo};
use crate::postgres::Cluster;
use crate::server::{Server, Settings, anju, free_port};
use crate::{Outcome, openapi, place, say, tools};

/// What every answer must be. The rest of schemathesis' checks judge taste or state, which other tests hold.
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,\
                      response_headers_conformance,response_schema_conformance,unsupported_method,ignored_auth";

/// The same questions in every run, so that a failure can be repeated.
const SEED: &str = "20260101";
const EXAMPLES: &str = "40";

/// So high that no rate limit stands before the handlers; the limits have tests of their own.
const UNLIMITED: &str = "10000000";

/// Everyone who handles cases in the office; administrators see none.
const ROLES: [&str; 4] = [
    "intake_officer",
    "dispatcher",
    "office_leader",
    "identity_custodian",
];

/// Attacks a fresh server on each engine.
pub(crate) fn attack(cluster: &Cluster) -> Counted {
    let schemathesis = tools::schemathesis()?;
    say::note("building the server");
    job::run("cargo build", &mut cargo(openapi::BUILD))?;
    let folder = place::temporary("contract")?;
    let engines = [
        ("SQLite", None),
        ("PostgreSQL", Some(cluster.database("contract")?)),
    ];
    let mut tally = Tally::default();
    for (engine, database_url) in engines {
        say::note(&format!("on {engine}"));
        let bind = SocketAddr::from(([127, 0, 0, 1], free_port()?));
        let settings = Settings {
            bind,
            data: folder.join(engine),
            database_url,
        };
        attack_one(&schemathesis, &settings).map_err(|why| Failed {
            tally,
            why: format!("On {engine}: {why}"),
        })?;
        tally = tally.plus(Tally::ONE);
    }
    // What is left of it is small, and in the folder for temporary files.
    let _ = std::fs::remove_dir_all(&folder);
    Ok(tally)
}

fn attack_one(schemathesis: &Path, settings: &Settings) -> Outcome {
    let program = place::target()?.join("debug/anju");
    let mut serve = anju(&program, settings)?;
    serve.args(["serve", "--demo"]);
    for rate in ["GENERAL", "REPORTS", "RECEIPTS", "SIGN_INS", "UPLOADS"] {
        serve.env(format!("ANJU_RATES_{rate}_PER_MINUTE"), UNLIMITED);
        serve.env(format!("ANJU_RATES_{rate}_BURST"), UNLIMITED);
    }
    let log = settings.data.with_extension("log");
    let file = std::fs::File::create(&log).map_err(|e| format!("{} cannot be made: {e}.", log.display()))?;
    let errors = file
        .try_clone()
        .map_err(|e| format!("{} cannot be shared: {e}.", log.display()))?;
    let _server = Server::start(
        serve.stdout(file).stderr(errors),
        settings.bind,
        Duration::from_secs(300),
    )
    .map_err(|why| format!("{why} (They are in {}.)", log.display()))?;

    let url = format!("http://{}", settings.bind);
    let mut command = Command::new(schemathesis);
    command.args(["run", &format!("{url}/openapi.json"), "--url", &url]);
    command.args(["--phases", "examples,coverage,fuzzing", "--checks", CHECKS]);
    command.args([
        "--max-examples",
        EXAMPLES,
        "--seed",
        SEED,
        "--workers",
        "2",
        "--warnings",
        "off",
    ]);
    command.args(["--request-timeout", "30", "--continue-on-failure"]);
    command.env("SCHEMATHESIS_HOOKS", place::root().join("xtask/src/contract.py"));
    command
        .env("ANJU_XTASK_URL", &url)
        .envs(accounts(&program, settings)?);
    command.current_dir(std::env::temp_dir());
    job::run("schemathesis", &mut command)
        .map_err(|why| format!("{why} The server's log is {}.", log.display()))
}

/// Someone with every role that handles cases, and a system with every scope, as the hooks of schemathesis take them.
fn accounts(program: &Path, settings: &Settings) -> Outcome<[(&'static str, String); 4]> {
    let add = |words: &[&str]| job::output("anju", anju(program, settings)?.args(words));
    let login = "schemathesis";
    let mut user = vec![
        "user", "add", "--login", login, "--name", login, "--unit", "anwei",
    ];
    user.extend(ROLES.iter().flat_map(|role| ["--role", role]));
    let user = add(&user)?;
    let scopes = ["--scope", "reports:submit", "--scope", "reports:status"];
    let client = add(&[&["client", "add", "--name", login], &scopes[..]].concat())?;
    Ok([
        ("ANJU_XTASK_LOGIN", login.to_owned()),
        ("ANJU_XTASK_PASSWORD", said(&user, "password")?),
        ("ANJU_XTASK_CLIENT", said(&client, "client_id")?),
        ("ANJU_XTASK_SECRET", said(&client, "client_secret")?),
    ])
}

/// The value of a line `name: value`.
fn said(text: &str, name: &str) -> Outcome<String> {
    let value = text
        .lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
    value
        .map(str::to_owned)
        .ok_or_else(|| format!("`anju` printed no line “{name}: …”; see backend/src/cli.rs."))
}
