//! What an engine's errors mean to us.

use sea_orm::{DbErr, RuntimeErr, sqlx};

/// The code under which an engine reports its error.
fn engine_code(error: &DbErr) -> Option<String> {
    let (DbErr::Exec(RuntimeErr::SqlxError(cause)) | DbErr::Query(RuntimeErr::SqlxError(cause))) = error
    else {
        return None;
    };
    match &**cause {
        sqlx::Error::Database(cause) => cause.code().map(std::borrow::Cow::into_owned),
        _ => None,
    }
}

/// Deadlock and serialization failure: the same work succeeds when it is run again.
pub(super) fn lost_a_race(error: &DbErr) -> bool {
    matches!(engine_code(error).as_deref(), Some("40001" | "40P01"))
}

/// The connection broke off.
pub(super) fn lost_its_connection(error: &DbErr) -> bool {
    let (DbErr::Conn(RuntimeErr::SqlxError(cause))
    | DbErr::Exec(RuntimeErr::SqlxError(cause))
    | DbErr::Query(RuntimeErr::SqlxError(cause))) = error
    else {
        return false;
    };
    matches!(&**cause, sqlx::Error::Io(_))
}

/// The engine is there but cannot serve now: locked, full, starting, stopping, out of connections.
pub(crate) fn is_unavailable(error: &DbErr) -> bool {
    if let DbErr::Exec(RuntimeErr::SqlxError(cause)) | DbErr::Query(RuntimeErr::SqlxError(cause)) = error
        && matches!(
            &**cause,
            sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed
        )
    {
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
