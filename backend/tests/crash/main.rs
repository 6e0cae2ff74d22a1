//! A server that is killed in the middle of its work (`kill -9`) loses nothing that it acknowledged and does
//! nothing twice, on both engines. The real binary, over HTTP; callers try again with their key until they are
//! answered.

#[path = "../../benches/bench/engine.rs"]
#[expect(dead_code, reason = "shared with the benchmarks, which also name the engines")]
mod engine;
#[path = "../../benches/bench/http.rs"]
mod http;
#[path = "../../benches/bench/report.rs"]
mod report;
#[path = "../../benches/bench/server.rs"]
#[expect(
    dead_code,
    reason = "shared with the benchmarks, which also measure the server"
)]
mod server;

use anju_backend::{config::DatabaseUrl, db::Db};
use engine::{Engine, runtime};
use http::Connection;
use report::Client;
use sea_orm::{ConnectionTrait as _, DbErr, Statement};
use server::Installation;
use std::{
    collections::BTreeMap,
    io,
    path::Path,
    sync::{
        Condvar, Mutex,
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, Sender, channel},
    },
    thread,
};

const CALLERS: usize = 16;
const KILLS: usize = 20;

#[test]
fn no_acknowledged_report_is_lost_or_doubled_when_the_embedded_server_is_killed() {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    survive(&Engine::sqlite(folder.path())).expect("nothing else fails");
}

#[test]
fn no_acknowledged_report_is_lost_or_doubled_when_a_server_on_postgresql_is_killed() {
    if std::env::var("ANJU_TEST_ENGINES").is_ok_and(|engines| engines == "sqlite") {
        return;
    }
    let maintenance = std::env::var("ANJU_TEST_POSTGRES").expect(
        "ANJU_TEST_POSTGRES must name a PostgreSQL cluster for tests (`cargo xtask test` starts one); \
         ANJU_TEST_ENGINES=sqlite leaves PostgreSQL out",
    );
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    survive(&Engine::postgres(folder.path(), &maintenance)).expect("nothing else fails");
}

fn survive(engine: &Engine) -> io::Result<()> {
    let database = engine.database("crash")?;
    let program = Path::new(env!("CARGO_BIN_EXE_anju"));
    let installation = Installation::new(program, &engine.folder("crash"), &database)?;
    let client = Client::add(&installation)?;
    let door = Door::default();
    let (done, acknowledged) = channel();
    let numbers = thread::scope(|scope| {
        for caller in 0..CALLERS {
            let (installation, client, door, done) = (&installation, &client, &door, done.clone());
            scope.spawn(move || report_again_and_again(installation, client, door, caller, &done));
        }
        drop(done);
        let numbers = kill_and_restart(&installation, &door, &acknowledged);
        // Whatever went wrong, nobody is left waiting.
        door.set(At::Torn);
        numbers
    })?;
    let server = installation.start()?;
    each_is_what_was_sent(&installation, &client, &numbers)?;
    server.kill()?;
    stored_once_without_gaps(&database, &numbers);
    installation.run(&["audit", "verify"]).map(drop)
}

/// Kills the server so often while reports come in, then lets every report under way come to its end.
fn kill_and_restart(
    installation: &Installation,
    door: &Door,
    acknowledged: &Receiver<(usize, String)>,
) -> io::Result<Vec<(usize, String)>> {
    let mut numbers = Vec::new();
    for kill in 0..KILLS {
        let server = installation.start()?;
        door.set(At::Open);
        // Never after the same number, so that it dies at all places of its work.
        numbers.extend(acknowledged.iter().take(CALLERS + kill * 7 % 23));
        door.set(At::Closed);
        server.kill()?;
    }
    let server = installation.start()?;
    door.last.store(true, Ordering::SeqCst);
    door.set(At::Open);
    numbers.extend(acknowledged.iter());
    server.kill()?;
    Ok(numbers)
}

/// Reports one thing after the other, each until it is acknowledged, and tells its numbers: its own and Anju's.
fn report_again_and_again(
    installation: &Installation,
    client: &Client,
    door: &Door,
    caller: usize,
    done: &Sender<(usize, String)>,
) {
    let mut number = caller;
    let mut line = None;
    while !door.last.load(Ordering::SeqCst) {
        number += CALLERS;
        loop {
            if !door.pass() {
                return;
            }
            match submit(installation, client, &mut line, number) {
                Ok(answer) if answer.is_success() => {
                    let receipt = answer.json()["number"].as_str().unwrap_or_default().to_owned();
                    // Nobody counts any more when the test has failed already.
                    let _ = done.send((number, receipt));
                    break;
                }
                // Only a server that is going away may leave a request without its report.
                Ok(answer) => assert_eq!(answer.status, 503, "{:?}", answer.json()),
                Err(_) => line = None,
            }
        }
    }
}

fn submit(
    installation: &Installation,
    client: &Client,
    line: &mut Option<(Connection, String)>,
    number: usize,
) -> io::Result<http::Answer> {
    if line.is_none() {
        let mut connection = Connection::open(installation.address)?;
        let authorization = client.authorization(&mut connection)?;
        *line = Some((connection, authorization));
    }
    let Some((connection, authorization)) = line else {
        return Err(io::ErrorKind::NotConnected.into());
    };
    let headers = report::headers(authorization, &format!("crash-test-{number}"));
    connection.ask("POST", "/api/v1/reports", &headers, &report::body(number))
}

/// Every acknowledged report is there under the number that was acknowledged.
fn each_is_what_was_sent(
    installation: &Installation,
    client: &Client,
    numbers: &[(usize, String)],
) -> io::Result<()> {
    let mut connection = Connection::open(installation.address)?;
    let authorization = client.authorization(&mut connection)?;
    for (own, number) in numbers {
        let path = format!("/api/v1/reports/{number}");
        let status = connection.ask("GET", &path, &authorization, b"")?.json();
        assert_eq!(
            status["external_number"],
            format!("MP-{own}"),
            "{number} is not what was sent"
        );
    }
    Ok(())
}

/// Nothing else is there, and the numbers of every day run from 1 without gap or double.
fn stored_once_without_gaps(database: &str, acknowledged: &[(usize, String)]) {
    let stored = stored_numbers(database).expect("the database answers");
    assert_eq!(
        stored.len(),
        acknowledged.len(),
        "every report was sent until it was acknowledged"
    );
    let mut days: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for number in &stored {
        let (day, count) = number.rsplit_once('-').expect("division, day and count");
        days.entry(day).or_default().push(count.parse().expect("a count"));
    }
    for (day, mut counts) in days {
        counts.sort_unstable();
        assert!(
            counts.iter().copied().eq(1..=counts.len()),
            "numbers of {day} have a gap or a double: {counts:?}"
        );
    }
}

fn stored_numbers(database: &str) -> Result<Vec<String>, DbErr> {
    let url = DatabaseUrl::parse(database).map_err(DbErr::Custom)?;
    let runtime = runtime().map_err(|cause| DbErr::Custom(cause.to_string()))?;
    runtime.block_on(async {
        let db = Db::connect(&url).await?;
        let ask = Statement::from_string(db.read().get_database_backend(), "select number from case_file");
        db.read()
            .query_all_raw(ask)
            .await?
            .iter()
            .map(|row| row.try_get("", "number"))
            .collect()
    })
}

/// Open while a server listens: callers wait here instead of knocking at a house where nobody is.
#[derive(Default)]
struct Door {
    at: Mutex<At>,
    moved: Condvar,
    /// Nobody begins another report.
    last: AtomicBool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum At {
    #[default]
    Closed,
    Open,
    /// There will be no server any more.
    Torn,
}

impl Door {
    fn set(&self, at: At) {
        *self.at.lock().expect("nobody panicked with the door in hand") = at;
        self.moved.notify_all();
    }

    /// Waits while it is closed; false if it is no use.
    fn pass(&self) -> bool {
        let at = self.at.lock().expect("nobody panicked with the door in hand");
        let passed = self.moved.wait_while(at, |at| *at == At::Closed);
        *passed.expect("nobody panicked with the door in hand") == At::Open
    }
}
