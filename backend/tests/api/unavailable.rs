//! A database that does not answer: whoever asks is told to come back, nothing that was confirmed is lost, and all
//! goes on by itself when it answers again.

use crate::{
    procedure::{all_cases, organise},
    world::{Answer, World, over_a_link, with_settings},
};
use anju_shared::{access::Scope, problem::ProblemCode};
use futures_util::future::join_all;
use sea_orm::{ConnectOptions, ConnectionTrait as _, Database};
use serde_json::json;
use std::{
    collections::BTreeSet,
    time::{Duration, Instant},
};

/// More than a pool has connections.
const AT_ONCE: usize = 24;
/// Time limits of a request in these tests, and what is allowed on top of it.
const HURRIED: &[(&str, &str)] = &[("limits.request_seconds", "2")];
const PROMPTLY: Duration = Duration::from_secs(4);
/// Attempts until everything must be well again; one spoilt connection may cost each.
const ATTEMPTS: usize = 64;

async fn submit(world: &World, token: &str, n: usize) -> Answer {
    let call = world.post("/api/v1/reports").bearer(token);
    call.header("idempotency-key", &format!("report-in-a-storm-{n:04}"))
        .json(&json!({"external_number": format!("MP-{n}"), "region": "120101", "facts": "疏散通道被堵死"}))
        .send()
        .await
}

async fn system(world: &World) -> String {
    organise(world).await;
    let system = world.system(&[Scope::ReportsSubmit]).await;
    world.system_token(&system).await
}

fn told_to_come_back(answer: &Answer) {
    assert_eq!(answer.status, 503, "{}", answer.text());
    assert_eq!(answer.problem().code, ProblemCode::Unavailable);
    let seconds: u64 = answer.header("retry-after").parse().expect("seconds");
    assert!(seconds >= 1);
}

/// Asks until it is served: by then every spoilt connection has been replaced.
async fn serve_again(world: &World, token: &str, n: usize) {
    let begun = Instant::now();
    for _ in 0..ATTEMPTS {
        if submit(world, token, n).await.status == 201 {
            assert!(begun.elapsed() < Duration::from_secs(5), "recovered within 5 s");
            return;
        }
    }
    panic!("no recovery");
}

/// Hands in one report until it is confirmed, as clients do: every attempt may still meet a spoilt connection that
/// nobody has tried yet, and is then told to come back.
async fn hand_in(world: &World, token: &str, n: usize) -> Answer {
    for _ in 0..ATTEMPTS {
        let answer = submit(world, token, n).await;
        if answer.status != 503 {
            return answer;
        }
        told_to_come_back(&answer);
    }
    panic!("report {n} is never confirmed");
}

/// Hands in everything once more and counts what then is there.
async fn all_are_there_once(world: &World, token: &str, reports: usize) {
    let again = join_all((0..reports).map(|n| hand_in(world, token, n))).await;
    let numbers: BTreeSet<String> = again
        .into_iter()
        .map(|answer| answer.expect(201).json()["number"].to_string())
        .collect();
    assert_eq!(numbers.len(), reports);
    assert_eq!(all_cases(world).await.len(), reports);
}

#[test]
fn while_a_server_of_the_database_hangs_all_are_told_to_come_back_and_nothing_is_lost() {
    over_a_link(HURRIED, async |world, link| {
        let token = system(world).await;
        submit(world, &token, 0).await.expect(201);
        link.hold();
        let begun = Instant::now();
        let answers = join_all((1..=AT_ONCE).map(|n| submit(world, &token, n))).await;
        assert!(begun.elapsed() < PROMPTLY, "answered after {:?}", begun.elapsed());
        answers.iter().for_each(told_to_come_back);
        told_to_come_back(&world.get("/readyz").send().await);
        world.get("/healthz").send().await.expect(200);
        link.mend();
        serve_again(world, &token, 0).await;
        all_are_there_once(world, &token, AT_ONCE + 1).await;
    });
}

#[test]
fn when_a_server_of_the_database_dies_all_are_told_at_once_and_all_goes_on_when_it_is_back() {
    over_a_link(HURRIED, async |world, link| {
        let token = system(world).await;
        let before = join_all((0..AT_ONCE).map(|n| submit(world, &token, n))).await;
        before.iter().for_each(|answer| assert_eq!(answer.status, 201));
        for _ in 0..3 {
            link.cut();
            let begun = Instant::now();
            let answers = join_all((AT_ONCE..2 * AT_ONCE).map(|n| submit(world, &token, n))).await;
            assert!(begun.elapsed() < PROMPTLY, "answered after {:?}", begun.elapsed());
            answers.iter().for_each(told_to_come_back);
            link.mend();
            serve_again(world, &token, 0).await;
        }
        all_are_there_once(world, &token, 2 * AT_ONCE).await;
    });
}

#[test]
fn while_another_program_locks_the_tables_all_are_told_to_come_back_and_reading_goes_on() {
    with_settings(HURRIED, async |world| {
        let token = system(world).await;
        submit(world, &token, 0).await.expect(201);
        let state = world.server.state();
        let mut options = ConnectOptions::new(state.config.database.reveal());
        options.max_connections(1).sqlx_logging(false);
        let other = Database::connect(options).await.expect("a connection");
        // The embedded engine knows one lock for all writing; a server has one for each table.
        let lock = match state.db.engine() {
            anju_backend::db::Engine::Sqlite => "BEGIN IMMEDIATE",
            anju_backend::db::Engine::Postgres => {
                "BEGIN; SET LOCAL statement_timeout = 0; LOCK TABLE case_file IN SHARE MODE"
            }
        };
        other.execute_unprepared(lock).await.expect("locked");
        let begun = Instant::now();
        let answers = join_all((1..=AT_ONCE).map(|n| submit(world, &token, n))).await;
        assert!(begun.elapsed() < PROMPTLY, "answered after {:?}", begun.elapsed());
        answers.iter().for_each(told_to_come_back);
        world.get("/healthz").send().await.expect(200);
        other.execute_unprepared("ROLLBACK").await.expect("let go");
        serve_again(world, &token, 0).await;
        all_are_there_once(world, &token, AT_ONCE + 1).await;
    });
}
