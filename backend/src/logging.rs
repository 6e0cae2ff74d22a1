//! How the program speaks of what it does: lines on standard error, without anything personal.

use crate::config::LogFormat;
use std::io::{self, IsTerminal as _};
use tracing_subscriber::{EnvFilter, fmt};

/// Libraries that would say too much.
const QUIET: &str =
    "info,sqlx=warn,sea_orm=warn,sea_orm_migration=warn,actix_server=warn,actix_http=warn,mio=warn";

/// Starts logging for this process. `RUST_LOG` may ask for more.
pub fn start(format: LogFormat) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(QUIET));
    let lines = fmt()
        .with_env_filter(filter)
        .with_writer(io::stderr)
        .with_ansi(io::stderr().is_terminal())
        .with_target(false);
    // A second start in one process, as in tests, keeps the first.
    let _ = match format {
        LogFormat::Text => lines.try_init(),
        LogFormat::Json => lines
            .json()
            .flatten_event(true)
            .with_current_span(true)
            .with_span_list(false)
            .try_init(),
    };
}
