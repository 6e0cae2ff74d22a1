//! Accounts made at the command line while a server runs on the same database.

use crate::world::{MASTER_KEY, World, on_every_engine};
use std::{
    io::Write as _,
    process::{Command, Output, Stdio},
};

/// Runs the program itself on the database of this world.
fn anju(world: &World, arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_anju"))
        .args(arguments)
        .env("ANJU_DATABASE_URL", world.server.state().config.database.reveal())
        .env("ANJU_MASTER_KEY", MASTER_KEY)
        .env("ANJU_DATA_DIR", world.folder())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    child
        .stdin
        .take()
        .expect("an input")
        .write_all(input.as_bytes())
        .expect("is read");
    child.wait_with_output().expect("ends")
}

/// What it printed; it must have succeeded.
fn done(output: &Output) -> String {
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    String::from_utf8(output.stdout.clone()).expect("a text")
}

/// What it complained of; it must have failed.
fn refused(output: &Output) -> String {
    assert!(
        !output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stdout)
    );
    String::from_utf8(output.stderr.clone()).expect("a text")
}

/// The value that is printed behind this name.
fn value<'a>(printed: &'a str, name: &str) -> &'a str {
    let line = printed
        .lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
    line.unwrap_or_else(|| panic!("no {name} in {printed}"))
}

fn unit(world: &World) {
    let words = [
        "unit",
        "add",
        "--code",
        "anwei",
        "--name",
        "区安委办",
        "--kind",
        "office",
        "--region",
        "1201",
    ];
    done(&anju(world, &words, ""));
    done(&anju(world, &["route", "add", "--unit", "anwei"], ""));
}

const ZHOU: [&str; 10] = [
    "user",
    "add",
    "--login",
    "zhou",
    "--name",
    "周晓",
    "--unit",
    "anwei",
    "--role",
    "dispatcher",
];

#[test]
fn a_person_signs_in_with_the_password_that_was_generated() {
    on_every_engine(async |world| {
        unit(world);
        let printed = done(&anju(world, &ZHOU, ""));
        world
            .try_to_sign_in("zhou", value(&printed, "password"))
            .await
            .expect(200);
        let again = refused(&anju(world, &ZHOU, ""));
        assert!(again.contains("taken"), "{again}");
    });
}

#[test]
fn a_password_may_be_given_and_must_be_good() {
    on_every_engine(async |world| {
        unit(world);
        let words = [&ZHOU[..], &["--password-stdin"]].concat();
        let weak = refused(&anju(world, &words, "zhou\n"));
        assert!(
            weak.contains("at least 10 characters") && weak.contains("user name"),
            "{weak}"
        );
        let printed = done(&anju(world, &words, "Right-Horse-7\n"));
        assert!(!printed.contains("password"), "{printed}");
        world.try_to_sign_in("zhou", "Right-Horse-7").await.expect(200);
        done(&anju(world, &["user", "close", "--login", "zhou"], ""));
        world.try_to_sign_in("zhou", "Right-Horse-7").await.expect(401);
    });
}

#[test]
fn a_system_gets_its_name_and_its_secret_once() {
    on_every_engine(async |world| {
        let words = ["client", "add", "--name", "小程序", "--scope", "reports:submit"];
        let printed = done(&anju(world, &words, ""));
        let form = [
            ("grant_type", "client_credentials"),
            ("client_id", value(&printed, "client_id")),
            ("client_secret", value(&printed, "client_secret")),
        ];
        world.post("/oauth/token").form(&form).send().await.expect(200);
        let wrong = refused(&anju(
            world,
            &["client", "add", "--name", "x", "--scope", "cases:read"],
            "",
        ));
        assert!(
            wrong.contains("reports:submit"),
            "the scopes that there are: {wrong}"
        );
    });
}

#[test]
fn roles_that_no_one_person_may_hold_are_refused() {
    on_every_engine(async |world| {
        unit(world);
        done(&anju(world, &ZHOU, ""));
        let both = [
            "user",
            "roles",
            "--login",
            "zhou",
            "--role",
            "audit_administrator",
            "--role",
            "handler",
        ];
        let said = refused(&anju(world, &both, ""));
        assert!(said.contains("separate person"), "{said}");
    });
}
