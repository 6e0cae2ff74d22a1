//! What an engine's errors mean to us.

use sea_orm::{DbErr, RuntimeErr, sqlx};

/// What the driver says of a statement that failed.
fn of_driver(error: &DbErr) -> Option<&sqlx::Error> {
    match error {
        DbErr::Exec(RuntimeErr::SqlxError(cause)) | DbErr::Query(RuntimeErr::SqlxError(cause)) => Some(cause),
        _ => None,
    }
}

/// The code under which an engine reports its error.
fn engine_code(error: &DbErr) -> Option<String> {
    match of_driver(error)? {
        sqlx::Error::Database(cause) => cause.code().map(std::borrow::Cow::into_owned),
        _ => None,
    }
}

/// Deadlock and serialization failure: the same work succeeds when it is run again.
pub(super) fn lost_a_race(error: &DbErr) -> bool {
    matches!(engine_code(error).as_deref(), Some("40001" | "40P01"))
}

/// The connection had broken off when the statement was sent. Not: no connection could be made.
pub(super) fn lost_its_connection(error: &DbErr) -> bool {
    matches!(of_driver(error), Some(sqlx::Error::Io(_)))
}

/// The engine is there but cannot serve now: locked, full, starting, stopping, out of connections.
pub(crate) fn is_unavailable(error: &DbErr) -> bool {
    if let Some(sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed) = of_driver(error) {
        return true;
    }
    // SQLite: 5 busy, 6 locked, 13 full, each with extended codes. PostgreSQL: classes 53, 57, 58 and 08.
    engine_code(error).is_some_and(|code| match code.parse::<u32>() {
        Ok(number) if code.len() < 5 => matches!(number & 0xff, 5 | 6 | 10 | 13),
        _ => ["53", "57", "58", "08"]
            .iter()
            .any(|class| code.starts_with(class)),
    })
}

/// An error of the database for the log: engines repeat rejected values in their messages, so of those only
/// the code is told.
pub(crate) fn without_values(error: &DbErr) -> String {
    match engine_code(error) {
        Some(code) => format!("the engine reports {code}"),
        None => error.to_string(),
    }
}

/// Whether a unique key was violated.
#[must_use]
pub fn is_duplicate(error: &DbErr) -> bool {
    matches!(
        error.sql_err(),
        Some(sea_orm::SqlErr::UniqueConstraintViolation(_))
    )
}
