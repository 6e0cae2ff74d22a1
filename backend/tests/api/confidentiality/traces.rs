//! What is left behind and how it is searched: the database, folders, the log, and a secret in every writing.

use crate::world::World;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use sea_orm::{ConnectionTrait as _, DbBackend, Statement};
use std::{
    fs, io,
    path::Path,
    sync::{Arc, Mutex, OnceLock},
};
use tracing_subscriber::{EnvFilter, fmt::MakeWriter};

/// A secret in every form in which it might have been written down.
pub(super) fn needles(secrets: &[&str]) -> Vec<(String, Vec<u8>)> {
    let mut all = Vec::new();
    for secret in secrets {
        let plain = secret.as_bytes().to_vec();
        let little: Vec<u8> = secret.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = secret.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let escaped: String = secret
            .encode_utf16()
            .map(|unit| format!("\\u{unit:04x}"))
            .collect();
        for shift in 0..3 {
            // Base64 writes the same bytes in three ways, by where they begin; its first and last signs also
            // depend on the neighbours.
            let encoded = STANDARD.encode([&vec![0; shift], secret.as_bytes()].concat());
            let inner = encoded.trim_end_matches('=');
            let inner = &inner[(shift * 4).div_ceil(3)..inner.len() - 1];
            all.push((format!("{secret} in base64"), inner.as_bytes().to_vec()));
        }
        all.push((format!("{secret} in hex"), hex::encode(&plain).into_bytes()));
        all.push((format!("{secret} in HEX"), hex::encode_upper(&plain).into_bytes()));
        all.push((format!("{secret} escaped"), escaped.into_bytes()));
        all.push((format!("{secret} in UTF-16LE"), little));
        all.push((format!("{secret} in UTF-16BE"), big));
        all.push(((*secret).to_owned(), plain));
    }
    all
}

pub(super) fn contains(bytes: &[u8], needle: &[u8]) -> bool {
    position(bytes, needle).is_some()
}

fn position(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    let mut candidates = bytes.iter().enumerate().filter(|(_, byte)| **byte == needle[0]);
    candidates
        .find(|(at, _)| bytes[*at..].starts_with(needle))
        .map(|(at, _)| at)
}

/// The place where it stands, for who has to find out how it came there.
pub(super) fn around(bytes: &[u8], needle: &[u8]) -> String {
    let at = position(bytes, needle).unwrap_or_default();
    let (from, to) = (at.saturating_sub(200), bytes.len().min(at + 200));
    String::from_utf8_lossy(&bytes[from..to]).into_owned()
}

/// Everything that is stored: the files of SQLite, or every text and every run of bytes of PostgreSQL.
pub(super) async fn database(world: &World) -> Vec<(String, Vec<u8>)> {
    let state = world.server.state();
    if let Some(path) = state.config.database.sqlite_path() {
        let mut found = Vec::new();
        folder(path.parent().expect("a folder"), &mut found);
        assert!(
            found.iter().any(|(place, _)| place.ends_with("-wal")),
            "the log of the database is looked into"
        );
        return found;
    }
    let asked = "SELECT table_name::text, column_name::text, data_type::text FROM information_schema.columns \
        WHERE table_schema = 'public'";
    let columns = state
        .db
        .read()
        .query_all_raw(postgres(asked))
        .await
        .expect("the columns");
    let mut found = Vec::new();
    for column in &columns {
        let text = |at: usize| column.try_get_by_index::<String>(at).expect("a name");
        let (table, name) = (text(0), text(1));
        let bytes = match text(2).as_str() {
            "bytea" => format!("\"{name}\""),
            _ => format!("convert_to(\"{name}\"::text, 'UTF8')"),
        };
        let query = format!("SELECT {bytes} FROM \"{table}\" WHERE \"{name}\" IS NOT NULL");
        for row in state
            .db
            .read()
            .query_all_raw(postgres(&query))
            .await
            .expect("the rows")
        {
            let value = row.try_get_by_index::<Vec<u8>>(0).expect("bytes");
            found.push((format!("{table}.{name}"), value));
        }
    }
    found
}

fn postgres(statement: &str) -> Statement {
    Statement::from_string(DbBackend::Postgres, statement.to_owned())
}

/// Every file of a folder.
pub(super) fn folder(path: &Path, found: &mut Vec<(String, Vec<u8>)>) {
    for entry in fs::read_dir(path).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            folder(&path, found);
        } else {
            found.push((path.display().to_string(), fs::read(&path).expect("a file")));
        }
    }
}

type Log = Arc<Mutex<Vec<u8>>>;

/// Everything that this process logs from now on, the server more talkative than anybody would set it.
pub(super) fn captured_log() -> Log {
    static LOG: OnceLock<Log> = OnceLock::new();
    LOG.get_or_init(|| {
        let log = Log::default();
        let filter = "info,anju_backend=trace,actix_web=trace,actix_http=debug,sqlx=trace,sea_orm=trace";
        tracing_subscriber::fmt()
            .with_env_filter(EnvFilter::new(filter))
            .with_writer(Sink(log.clone()))
            .init();
        log
    })
    .clone()
}

#[derive(Clone)]
struct Sink(Log);

impl io::Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("a whole log").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Sink {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}
