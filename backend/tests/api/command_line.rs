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

/// Runs `anju deadline` without any settings.
fn deadline(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_anju"))
        .arg("deadline")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut lines = child.stdin.take().expect("an input");
    lines.write_all(input.as_bytes()).expect("is read");
    drop(lines);
    child.wait_with_output().expect("ends")
}

#[test]
fn a_period_of_the_rules_is_counted_for_each_line_d2_4_2b_tj_9_2() {
    let line = "{\"id\":\"a\",\"start\":\"2026-09-30T10:00:00+08:00\"}\n";
    let general = ["--profile", "D2", "--clock", "handling"];
    let quiet = [&general[..], &["--no-explanation"]].concat();
    assert_eq!(
        done(&deadline(&quiet, line)),
        "{\"id\":\"a\",\"due\":\"2026-10-16T00:00:00+08:00\"}\n"
    );
    assert!(done(&deadline(&general, line)).contains("四（二）（D2-4.2b）"));
    let urgent = [
        "--profile",
        "TJ",
        "--clock",
        "handling",
        "--urgency",
        "urgent",
        "--no-explanation",
    ];
    assert_eq!(
        done(&deadline(&urgent, line)),
        "{\"id\":\"a\",\"due\":\"2026-10-01T10:00:00+08:00\"}\n"
    );
}

#[test]
fn what_the_rules_do_not_have_is_told_with_what_they_have() {
    let told = refused(&deadline(&["--profile", "XX", "--clock", "handling"], ""));
    assert!(told.contains("MEM, SX, AH, D2, TJ, WL"), "{told}");
    let told = refused(&deadline(&["--profile", "WL", "--clock", "tea"], ""));
    assert!(
        told.contains("accept_decision") && told.contains("backfill"),
        "{told}"
    );
    refused(&deadline(&["--profile", "WL"], ""));
    let line = "{\"id\":\"a\",\"start\":\"2026-09-30T10:00:00+08:00\",\"amount\":3}\n";
    let output = deadline(&["--profile", "WL", "--clock", "reply"], line);
    assert!(!output.status.success());
    let told = String::from_utf8(output.stdout).expect("a text");
    assert!(told.contains("amount：应为不写，期限由规则集规定"), "{told}");
}

#[test]
fn a_demonstration_under_rules_that_are_not_its_own_and_unknown_rules_are_told_at_once() {
    let serve = |arguments: &[&str], regime: &str| {
        let folder = tempfile::tempdir().expect("a folder");
        let output = Command::new(env!("CARGO_BIN_EXE_anju"))
            .args(arguments)
            .env("ANJU_DATA_DIR", folder.path())
            .env("ANJU_BIND", "127.0.0.1:0")
            .env("ANJU_REGIME", regime)
            .output()
            .expect("the program runs");
        refused(&output)
    };
    assert!(serve(&["serve", "--demo"], "WL").contains("under the rules TJ"));
    let unknown = serve(&["serve"], "XX");
    assert!(
        unknown.contains("ANJU_REGIME") && unknown.contains("one of MEM, SX, AH, D2, TJ, WL"),
        "{unknown}"
    );
}
