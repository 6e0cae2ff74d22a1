//! A revised calendar at many cases: the simulation on every period that runs, and its application, one event a case.

use super::{
    engine::Engine,
    http::Connection,
    server::{Installation, Server},
    sign_in,
    table::Table,
};
use serde_json::{Value, json};
use std::{
    io,
    path::Path,
    thread,
    time::{Duration, Instant},
};

/// Longest wait for one walk through the cases.
const PATIENCE: Duration = Duration::from_secs(600);

/// Measures one engine with so many cases.
pub(crate) fn measure(engine: &Engine, program: &Path, cases: u64, table: &mut Table) -> io::Result<()> {
    let installation = Installation::new(
        program,
        &engine.folder("revisions"),
        &engine.database("revisions")?,
    )?;
    installation.run(&["demo", "--cases", &cases.to_string()])?;
    let server = installation.start()?;
    let mut desk = Desk::open(&installation)?;
    let drafted = desk.ask("POST", "/api/v1/revisions", &local_holidays())?;
    let id = drafted["revision"]["id"].as_str().unwrap_or_default().to_owned();
    desk.step(&id, "simulate", &json!({}))?;
    let (seconds, run) = desk.wait(&id, "simulation")?;
    table.row(
        engine.name,
        "simulating a calendar",
        said(seconds, &run),
        "100,000 periods in a minute",
    );
    desk.step(&id, "submit", &Value::Null)?;
    desk.authorization = desk.head.clone();
    desk.step(&id, "publish", &Value::Null)?;
    let (seconds, run) = desk.wait(&id, "application")?;
    table.row(
        engine.name,
        "applying it",
        said(seconds, &run),
        "100,000 periods in a minute",
    );
    memory(engine, &server, table);
    Ok(())
}

fn memory(engine: &Engine, server: &Server, table: &mut Table) {
    let (now, most) = server.memory();
    let told = format!("{now:.0}; {most:.0}");
    table.row(engine.name, "memory, after both; at most (MB)", told, "");
}

/// A day in the middle of every month is closed, so that most periods of the year move.
fn local_holidays() -> Value {
    let day = |month| json!({"date": format!("2026-{month:02}-14"), "name": "地方节日", "closed": true});
    let days: Vec<Value> = (1..=12).map(day).collect();
    json!({"kind": "calendar", "arrangement": {"year": 2026, "division": "12", "source": "测量", "days": days}})
}

fn said(seconds: f64, run: &Value) -> String {
    let figures = &run["figures"];
    let clocks = figures["clocks"].as_u64().unwrap_or_default();
    let changed: u64 = figures["open"]
        .as_object()
        .map(|shifts| shifts.values().filter_map(Value::as_u64).sum())
        .unwrap_or_default();
    format!(
        "{seconds:.1} s ({} cases, {clocks} periods, {changed} changed)",
        run["done"]
    )
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

    /// Seconds until a walk is done, and what it came to. The sign-in is good for less than the longest walk.
    fn wait(&mut self, id: &str, walk: &str) -> io::Result<(f64, Value)> {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            let run = self.read(id)?[walk].take();
            match run["state"].as_str() {
                Some("done") => return Ok((begun.elapsed().as_secs_f64(), run)),
                Some("failed") => return Err(io::Error::other(format!("the {walk} failed"))),
                // Between two looks: the walk takes seconds.
                _ => thread::sleep(Duration::from_millis(100)),
            }
        }
        Err(io::Error::other(format!("the {walk} takes too long")))
    }
}
