//! Durable creations a second, beside raw inserts of the same weight.

use super::{
    engine::Engine,
    http::Connection,
    measure::{Measured, millis, together},
    raw::{Raw, Way, Weight, weigh},
    report::{self, Client},
    server::{Installation, Server},
    table::Table,
};
use std::{
    io,
    path::Path,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
    time::{Duration, Instant},
};

const CALLERS: [usize; 3] = [1, 16, 64];
/// Measurements taken in turns, of which the middle one counts: the machine is not the same at all times.
const TURNS: u32 = 3;
/// For how long callers go on with what they were authorized by, which is good for five minutes.
const AUTHORIZED: Duration = Duration::from_secs(200);
/// Creations that are weighed.
const WEIGHED: usize = 200;

/// Number of the next report, over the whole run.
static NEXT: AtomicUsize = AtomicUsize::new(1);

/// Measures one engine.
pub(crate) fn measure(
    engine: &Engine,
    program: &Path,
    time: Duration,
    weight: Weight,
    table: &mut Table,
) -> io::Result<()> {
    let installation = Installation::new(program, &engine.folder("create"), &engine.database("create")?)?;
    let client = Client::add(&installation)?;
    let server = installation.start()?;
    table.row(
        engine.name,
        "start, empty (ms)",
        format!("{:.0}", millis(server.start)),
        "< 300",
    );
    table.row(
        engine.name,
        "memory, idle (MB)",
        format!("{:.0}", server.memory().0),
        "< 40",
    );
    // The first seconds fill caches and make the files of the log; they are nobody's measure.
    create(&installation, &server, &client, 16, time / TURNS)?;
    let raw = Raw::new(&engine.database("raw")?, weight)?;
    raw.together(16, time / TURNS, Way::OneStatement)?;
    for callers in CALLERS {
        let (mut creations, mut rows, mut one, mut processor) = (Vec::new(), Vec::new(), Vec::new(), 0.0);
        for _ in 0..TURNS {
            rows.push(raw.together(callers, time / TURNS, Way::RowByRow)?);
            let (measured, micros) = create(&installation, &server, &client, callers, time / TURNS)?;
            creations.push(measured);
            processor += micros / f64::from(TURNS);
            one.push(raw.together(callers, time / TURNS, Way::OneStatement)?);
        }
        let [creations, rows, one] = [creations, rows, one].map(Measured::middle);
        let said = format!(
            "{:.0} ({:.2} of {:.0} raw row by row, {:.2} of {:.0} in one statement); \
             median {:.1} ms, p99 {:.1} ms, {processor:.0} µs CPU, {} failed",
            creations.rate,
            creations.rate / rows.rate,
            rows.rate,
            creations.rate / one.rate,
            one.rate,
            millis(creations.median),
            millis(creations.p99),
            creations.failed,
        );
        table.row(
            engine.name,
            &format!("creations a second, {callers} clients"),
            said,
            "≥ 0.50 of raw, 0 failed",
        );
    }
    let (now, most) = server.memory();
    table.row(
        engine.name,
        "memory, after the load; at most (MB)",
        format!("{now:.0}; {most:.0}"),
        "",
    );
    Ok(())
}

/// Rows and bytes of one creation, from what some leave in the tables of an embedded database.
pub(crate) fn weight(engine: &Engine, program: &Path) -> io::Result<Weight> {
    let url = engine.database("weigh")?;
    let installation = Installation::new(program, &engine.folder("weigh"), &url)?;
    let client = Client::add(&installation)?;
    let server = installation.start()?;
    let mut connection = Connection::open(installation.address)?;
    let authorization = client.authorization(&mut connection)?;
    submit(&mut connection, &authorization)?;
    let before = weigh(&url)?;
    for _ in 0..WEIGHED {
        submit(&mut connection, &authorization)?;
    }
    let after = weigh(&url)?;
    server.kill()?;
    Ok(Weight {
        rows: (after.rows - before.rows) / WEIGHED,
        bytes: (after.bytes - before.bytes) / WEIGHED,
    })
}

/// Creations by so many callers, and the server's processor time for each in microseconds.
fn create(
    installation: &Installation,
    server: &Server,
    client: &Client,
    callers: usize,
    time: Duration,
) -> io::Result<(Measured, f64)> {
    let before = server.processor_seconds();
    let measured = together(callers, time, |_| {
        let mut connection = Connection::open(installation.address)?;
        let authorization = client.authorization(&mut connection)?;
        Ok(move || submit(&mut connection, &authorization))
    })?;
    let spent = server.processor_seconds() - before;
    Ok((measured, spent * 1e6 / measured.done.max(1) as f64))
}

/// Hands in so many reports, which nobody takes up: as many cases that wait for acceptance.
pub(crate) fn fill(installation: &Installation, reports: usize) -> io::Result<()> {
    const CALLERS: usize = 16;
    let client = Client::add(installation)?;
    let hand_in = |caller: usize| -> io::Result<()> {
        let mut connection = Connection::open(installation.address)?;
        let mut authorization = client.authorization(&mut connection)?;
        let mut asked = Instant::now();
        for _ in (caller..reports).step_by(CALLERS) {
            if asked.elapsed() > AUTHORIZED {
                authorization = client.authorization(&mut connection)?;
                asked = Instant::now();
            }
            if !submit(&mut connection, &authorization)? {
                return Err(io::Error::other("a report was not taken"));
            }
        }
        Ok(())
    };
    thread::scope(|scope| {
        let hand_in = &hand_in;
        let callers: Vec<_> = (0..CALLERS)
            .map(|caller| scope.spawn(move || hand_in(caller)))
            .collect();
        callers
            .into_iter()
            .try_for_each(|caller| caller.join().map_err(|_| io::Error::other("a caller panicked"))?)
    })
}

fn submit(connection: &mut Connection, authorization: &str) -> io::Result<bool> {
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let headers = report::headers(authorization, &format!("measurement-{number}"));
    let answer = connection.ask("POST", "/api/v1/reports", &headers, &report::body(number))?;
    Ok(answer.is_success())
}
