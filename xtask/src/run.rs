//! `cargo xtask run`: build everything, start the server, say where it is.

use std::net::SocketAddr;
use std::time::Duration;

use crate::server::{Server, Settings, anju};
use crate::{Outcome, app, job, place, say, wasm};

/// Filling in the demonstration takes a while on the first start; nothing else does.
const PATIENCE: Duration = Duration::from_secs(600);

#[derive(Debug, Default, PartialEq, Eq)]
struct Wishes<'a> {
    empty: bool,
    database_url: Option<&'a str>,
    extra: &'a [&'a str],
}

/// Builds what has changed and serves until it is stopped.
pub(crate) fn run(words: &[&str]) -> Outcome {
    let wishes = parse(words)?;
    let bind = std::env::var("ANJU_BIND").unwrap_or_else(|_| "127.0.0.1:8080".to_owned());
    let bind: SocketAddr = bind
        .parse()
        .map_err(|_| format!("ANJU_BIND is “{bind}”; expected an address such as 127.0.0.1:8080."))?;

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
    job::run("cargo build", &mut job::cargo(build))?;

    say::heading("Start");
    let data = place::root().join("data");
    let settings = Settings {
        bind,
        data,
        database_url: wishes.database_url.map(str::to_owned),
    };
    let mut serve = anju(&place::target()?.join("release/anju"), &settings)?;
    serve.arg("serve");
    if !wishes.empty {
        serve.arg("--demo");
    }
    serve.args(wishes.extra);
    let mut server = Server::start(&mut serve, bind, PATIENCE)?;
    say::heading(&format!("Anju is on http://{bind} (Ctrl-C stops it)"));
    if settings.database_url.is_none() {
        say::note("its data are in ./data; remove that folder to start afresh");
    }
    let status = server.wait()?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("The server stopped ({status}); its own words are above."))
    }
}

fn parse<'a>(words: &'a [&'a str]) -> Outcome<Wishes<'a>> {
    let mut wishes = Wishes::default();
    let mut rest = words;
    loop {
        rest = match rest {
            [] => return Ok(wishes),
            ["--", extra @ ..] => {
                wishes.extra = extra;
                return Ok(wishes);
            }
            ["--empty", rest @ ..] => {
                wishes.empty = true;
                rest
            }
            ["--database-url", url, rest @ ..] => {
                wishes.database_url = Some(url);
                rest
            }
            [unknown, ..] => {
                let usage = "cargo xtask run [--empty] [--database-url URL] [-- …]";
                return Err(format!("`{unknown}` is not understood here. Usage: {usage}"));
            }
        };
    }
}

#[cfg(test)]
mod tests {
    use super::{Wishes, parse};

    #[test]
    fn words_after_two_dashes_go_to_the_server() {
        let words = [
            "--database-url",
            "postgres://h/d",
            "--empty",
            "--",
            "--empty",
            "x",
        ];
        let wishes = Wishes {
            empty: true,
            database_url: Some("postgres://h/d"),
            extra: &["--empty", "x"],
        };
        assert_eq!(parse(&words), Ok(wishes));
    }

    #[test]
    fn an_unknown_word_is_refused_by_name() {
        assert!(parse(&["--emtpy"]).is_err_and(|sentence| sentence.contains("--emtpy")));
    }
}
