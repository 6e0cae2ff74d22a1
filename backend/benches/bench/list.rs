//! A page of the list at many cases: filtered, sorted, with its exact total. And what the server is like then.

use super::{
    engine::Engine,
    http::Connection,
    measure::{millis, one_by_one},
    server::Installation,
    sign_in,
    table::Table,
};
use std::{io, path::Path, time::Instant};

/// Pages asked for, one after the other.
const PAGES: usize = 200;
/// Pages turned to get deep.
const DEEP: usize = 250;
const QUERIES: [(&str, &str); 9] = [
    ("all by due day", ""),
    ("all, newest first", "order=newest"),
    ("open", "open=true"),
    ("closed, newest first", "open=false&order=newest"),
    ("one stage", "stage=closed"),
    ("one region, newest first", "region=120103&order=newest"),
    ("one industry by due day", "industry=fireworks"),
    ("urgent in one region", "urgency=urgent&region=120104"),
    (
        "channel, industry, stage",
        "channel=letter&industry=gas&stage=declined&order=newest",
    ),
];

/// Measures one engine with so many cases.
pub(crate) fn measure(engine: &Engine, program: &Path, cases: u64, table: &mut Table) -> io::Result<()> {
    let installation = Installation::new(program, &engine.folder("list"), &engine.database("list")?)?;
    let begun = Instant::now();
    installation.run(&["demo", "--cases", &cases.to_string()])?;
    let seconds = begun.elapsed().as_secs_f64();
    table.row(
        engine.name,
        &format!("filling with {cases} cases (s)"),
        format!("{seconds:.0}"),
        "minutes",
    );
    let server = installation.start()?;
    table.row(
        engine.name,
        &format!("start at {cases} cases (ms)"),
        format!("{:.0}", millis(server.start)),
        "< 300",
    );
    table.row(
        engine.name,
        "memory, idle (MB)",
        format!("{:.0}", server.memory().0),
        "< 40",
    );
    let mut connection = Connection::open(installation.address)?;
    let authorization = sign_in::authorization(&mut connection, sign_in::DISPATCHER)?;
    for (name, query) in QUERIES {
        pages(engine, &mut connection, &authorization, (name, query), table)?;
        let deep = deep(&mut connection, &authorization, query)?;
        if deep != query {
            pages(
                engine,
                &mut connection,
                &authorization,
                (&format!("{name}, page {DEEP}"), &deep),
                table,
            )?;
        }
    }
    sign_in::measure(engine, &installation, table)?;
    let (now, most) = server.memory();
    table.row(
        engine.name,
        "memory, after lists and sign-ins; at most (MB)",
        format!("{now:.0}; {most:.0}"),
        "",
    );
    Ok(())
}

fn pages(
    engine: &Engine,
    connection: &mut Connection,
    authorization: &str,
    (name, query): (&str, &str),
    table: &mut Table,
) -> io::Result<()> {
    let path = format!("/api/v1/cases?limit=20&{query}");
    let first = connection.ask("GET", &path, authorization, b"")?.json();
    let (rows, total) = (
        first["items"].as_array().map_or(0, Vec::len),
        first["total"].as_u64(),
    );
    let measured = one_by_one(PAGES, || {
        Ok(connection.ask("GET", &path, authorization, b"")?.is_success())
    })?;
    let said = format!(
        "{:.2} ms, p99 {:.2} ms ({rows} of {}), {} failed",
        millis(measured.median),
        millis(measured.p99),
        total.map_or("?".to_owned(), |total| total.to_string()),
        measured.failed
    );
    table.row(engine.name, &format!("list: {name}"), said, "< 5 ms");
    Ok(())
}

/// The query for a page far behind, or the query itself if it has not so many.
fn deep(connection: &mut Connection, authorization: &str, query: &str) -> io::Result<String> {
    let mut here = query.to_owned();
    for _ in 1..DEEP {
        let path = format!("/api/v1/cases?limit=20&{here}");
        let page = connection.ask("GET", &path, authorization, b"")?.json();
        let Some(next) = page["next"].as_str() else {
            return Ok(query.to_owned());
        };
        here = format!("{query}&after={next}");
    }
    Ok(here)
}
