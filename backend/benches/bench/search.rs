//! Searching many cases by words: rare ones, ones in most of them, several, with filters; and the hints of registration.

use super::{
    engine::Engine,
    http::Connection,
    measure::{Measured, millis, one_by_one},
    server::Installation,
    sign_in,
    table::Table,
};
use std::{io, path::Path};

/// Searches of each kind, one after the other.
const TIMES: usize = 50;
const QUERIES: [(&str, &str); 9] = [
    ("one case by its number", "1201-20261001-0007"),
    ("one enterprise", "滨河17化工厂"),
    ("a word in an eighth", "化工厂"),
    ("a word in most by due day", "隐患"),
    ("a word in most, newest first", "隐患&order=newest"),
    ("two words in many", "隐患 仓库"),
    ("a word of the reports", "油漆"),
    ("a word in most, one region", "隐患&region=120103"),
    ("a word in most, one stage", "隐患&stage=closed&order=newest"),
];

/// Measures one engine with so many cases.
pub(crate) fn measure(engine: &Engine, program: &Path, cases: u64, table: &mut Table) -> io::Result<()> {
    let installation = Installation::new(program, &engine.folder("search"), &engine.database("search")?)?;
    installation.run(&["demo", "--cases", &cases.to_string()])?;
    let server = installation.start()?;
    let mut connection = Connection::open(installation.address)?;
    let authorization = sign_in::authorization(&mut connection, sign_in::INTAKE)?;
    let (idle, _) = server.memory();
    for (name, query) in QUERIES {
        let path = format!("/api/v1/cases?limit=20&q={}", encoded(query));
        let first = connection.ask("GET", &path, &authorization, b"")?.json();
        let total = first["total"]
            .as_u64()
            .map_or("?".to_owned(), |total| total.to_string());
        let measured = one_by_one(TIMES, || {
            Ok(connection.ask("GET", &path, &authorization, b"")?.is_success())
        })?;
        table.row(
            engine.name,
            &format!("search: {name}"),
            said(&measured, &total),
            "< 50 ms",
        );
    }
    let headers = format!("{authorization}Content-Type: application/json\r\n");
    let body = hints();
    let measured = one_by_one(TIMES, || {
        let answer = connection.ask("POST", "/api/v1/reports/hints", &headers, &body)?;
        Ok(answer.is_success())
    })?;
    table.row(
        engine.name,
        "hints while registering",
        said(&measured, "-"),
        "< 100 ms",
    );
    let (now, most) = server.memory();
    table.row(
        engine.name,
        "memory: idle; with the dictionary; at most (MB)",
        format!("{idle:.0}; {now:.0}; {most:.0}"),
        "< 40 idle",
    );
    Ok(())
}

fn said(measured: &Measured, total: &str) -> String {
    format!(
        "{:.2} ms, p99 {:.2} ms ({total} found), {} failed",
        millis(measured.median),
        millis(measured.p99),
        measured.failed
    )
}

/// As it stands in an address: all but what joins parameters.
fn encoded(query: &str) -> String {
    query
        .bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'&' | b'=' => {
                char::from(byte).to_string()
            }
            other => format!("%{other:02X}"),
        })
        .collect()
}

/// What the desk knows of a report in the middle of a call.
fn hints() -> Vec<u8> {
    let body = serde_json::json!({
        "enterprise": "滨河17化工厂",
        "address": "新华路17号",
        "place": "厂区东侧",
        "facts": "车间里堆满了油漆桶，旁边就在电焊，工人都抽烟，随时会着火。",
        "nature": "hazard",
    });
    body.to_string().into_bytes()
}
