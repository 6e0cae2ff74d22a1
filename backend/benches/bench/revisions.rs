//! A revised calendar at many cases: the simulation on every period that runs, and its application, one event a case.

use super::{
    create,
    engine::Engine,
    http::Connection,
    server::{Installation, Server},
    sign_in,
    table::Table,
};
use anju_backend::clock::{Clock as _, SystemClock};
use serde_json::{Value, json};
use std::{
    io,
    path::Path,
    thread,
    time::{Duration, Instant},
};

/// Longest wait for one walk through the cases.
const PATIENCE: Duration = Duration::from_secs(600);
/// Days that are closed: more than any weekend has.
const CLOSED: i32 = 4;
const TARGET: &str = "100,000 periods in a minute";

/// Measures one engine with so many cases that wait for acceptance, each with periods that move.
pub(crate) fn measure(engine: &Engine, program: &Path, cases: u64, table: &mut Table) -> io::Result<()> {
    let installation = Installation::new(
        program,
        &engine.folder("revisions"),
        &engine.database("revisions")?,
    )?;
    installation.run(&["demo", "--cases", "100"])?;
    let server = installation.start()?;
    create::fill(&installation, usize::try_from(cases).unwrap_or_default())?;
    let mut desk = Desk::open(&installation)?;
    let drafted = desk.ask("POST", "/api/v1/revisions", &local_holidays())?;
    let id = drafted["revision"]["id"].as_str().unwrap_or_default().to_owned();
    desk.step(&id, "simulate", &json!({}))?;
    let walked = desk.wait(&id, "simulation")?;
    table.row(engine.name, "simulating a calendar", walked.said(), TARGET);
    desk.step(&id, "submit", &Value::Null)?;
    desk.authorization = desk.head.clone();
    desk.step(&id, "publish", &Value::Null)?;
    let walked = desk.wait(&id, "application")?;
    table.row(engine.name, "applying it", walked.said(), TARGET);
    memory(engine, &server, table);
    Ok(())
}

fn memory(engine: &Engine, server: &Server, table: &mut Table) {
    let (now, most) = server.memory();
    let told = format!("{now:.0}; {most:.0}");
    table.row(engine.name, "memory, after both; at most (MB)", told, "");
}

/// The next days are closed, so that every period of working days that begins now moves.
fn local_holidays() -> Value {
    let today = SystemClock.now().local_date();
    let year = today.plus(1).ymd().0;
    let days: Vec<Value> = (1..=CLOSED)
        .map(|days| today.plus(days))
        .filter(|day| day.ymd().0 == year)
        .map(|day| json!({"date": day.to_string(), "name": "地方节日", "closed": true}))
        .collect();
    json!({"kind": "calendar", "arrangement": {"year": year, "division": "12", "source": "测量", "days": days}})
}

/// A walk through the cases that is done.
struct Walk {
    /// Seconds since it was asked for. An application waits until every server counts by what was published.
    asked: f64,
    /// Seconds since it began.
    begun: f64,
    /// What it came to.
    run: Value,
}

impl Walk {
    fn said(&self) -> String {
        let figures = &self.run["figures"];
        let clocks = figures["clocks"].as_u64().unwrap_or_default();
        let changed: u64 = figures["open"]
            .as_object()
            .map(|shifts| shifts.values().filter_map(Value::as_u64).sum())
            .unwrap_or_default();
        format!(
            "{:.1} s, {:.1} s since it was asked for ({} cases, {clocks} periods, {changed} changed)",
            self.begun, self.asked, self.run["done"]
        )
    }
}

/// Two people who revise: one writes, the other publishes.
struct Desk {
    connection: Connection,
    authorization: String,
    head: String,
}

impl Desk {
    fn open(installation: &Installation) -> io::Result<Self> {
        let mut connection = Connection::open(installation.address)?;
        let authorization = sign_in::authorization(&mut connection, sign_in::ADMINISTRATOR)?;
        let head = sign_in::authorization(&mut connection, sign_in::HEAD)?;
        Ok(Self {
            connection,
            authorization,
            head,
        })
    }

    fn ask(&mut self, method: &str, path: &str, body: &Value) -> io::Result<Value> {
        self.ask_with(method, path, "", body)
    }

    fn ask_with(&mut self, method: &str, path: &str, more: &str, body: &Value) -> io::Result<Value> {
        let headers = format!("{}Content-Type: application/json\r\n{more}", self.authorization);
        let body = match body {
            Value::Null => String::new(),
            body => body.to_string(),
        };
        let answer = self.connection.ask(method, path, &headers, body.as_bytes())?;
        match answer.is_success() {
            true => Ok(answer.json()),
            false => Err(io::Error::other(format!(
                "{method} {path}: {} {}",
                answer.status,
                answer.json()
            ))),
        }
    }

    fn read(&mut self, id: &str) -> io::Result<Value> {
        self.ask("GET", &format!("/api/v1/revisions/{id}"), &Value::Null)
    }

    fn step(&mut self, id: &str, step: &str, body: &Value) -> io::Result<()> {
        let version = self.read(id)?["revision"]["version"].clone();
        let path = format!("/api/v1/revisions/{id}/{step}");
        self.ask_with("POST", &path, &format!("If-Match: \"{version}\"\r\n"), body)?;
        Ok(())
    }

    /// Waits until a walk is done. The sign-in is good for less than the longest walk.
    fn wait(&mut self, id: &str, walk: &str) -> io::Result<Walk> {
        let (asked, mut begun) = (Instant::now(), None);
        while asked.elapsed() < PATIENCE {
            let run = self.read(id)?[walk].take();
            if !run.is_null() {
                begun = begun.or(Some(Instant::now()));
            }
            match (run["state"].as_str(), begun) {
                (Some("done"), Some(begun)) => {
                    return Ok(Walk {
                        asked: asked.elapsed().as_secs_f64(),
                        begun: begun.elapsed().as_secs_f64(),
                        run,
                    });
                }
                (Some("failed"), _) => return Err(io::Error::other(format!("the {walk} failed"))),
                // Between two looks: the walk takes seconds.
                _ => thread::sleep(Duration::from_millis(100)),
            }
        }
        Err(io::Error::other(format!("the {walk} takes too long")))
    }
}
