//! What can go wrong while a request is served, before it becomes a problem on the wire.
//!
//! Features return [`Error`]; only `http::problem` knows which status and which texts it gets. A cause
//! of [`Error::Internal`] or [`Error::Database`] is logged once, at the edge, and never sent.

use anju_shared::problem::{Basis, Bilingual, ProblemCode, Violation};
use sea_orm::{ConnAcquireErr, DbErr};

/// The result of everything that serves requests.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What can go wrong while a request is served.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// One of the closed list of problems, with what happened this time.
    #[error("{code:?}")]
    Problem {
        /// Which problem.
        code: ProblemCode,
        /// What happened this time, and what would help.
        detail: Option<Bilingual>,
    },
    /// Fields that are not as they should be, all of them.
    #[error("{} fields are not as they should be", .0.len())]
    Invalid(Vec<Violation>),
    /// The law or the procedure says no.
    #[error("refused: {code}")]
    Refused {
        /// Stable code of the refusal, as `evidence_missing`.
        code: String,
        /// The sentence for people.
        detail: Bilingual,
        /// The article on which it rests, if it rests on one.
        basis: Option<Box<Basis>>,
        /// Whether it is this caller who may not, rather than anybody.
        by_role: bool,
    },
    /// Too many tries; the caller may come back after so many seconds.
    #[error("too many requests")]
    TooMany {
        /// Seconds until the next try can succeed.
        retry_after: u64,
    },
    /// The database failed.
    #[error(transparent)]
    Database(#[from] DbErr),
    /// Something that the program holds to be impossible, or that its surroundings denied.
    #[error(transparent)]
    Internal(#[from] anyhow::Error),
}

impl Error {
    /// A problem whose title says it all.
    #[must_use]
    pub const fn of(code: ProblemCode) -> Self {
        Self::Problem { code, detail: None }
    }

    /// A problem with a sentence in both languages.
    #[must_use]
    pub fn with(code: ProblemCode, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self::Problem {
            code,
            detail: Some(Bilingual::new(zh, en)),
        }
    }

    /// There is no such thing, or the caller may not know that there is.
    #[must_use]
    pub const fn not_found() -> Self {
        Self::of(ProblemCode::NotFound)
    }

    /// What the log may say of it: nothing that a caller or the database wrote.
    #[must_use]
    pub fn for_log(&self) -> String {
        match self {
            Self::Database(cause) => crate::db::without_values(cause),
            other => format!("{other:#}"),
        }
    }

    /// The code under which this travels.
    #[must_use]
    pub fn code(&self) -> ProblemCode {
        match self {
            Self::Problem { code, .. } => *code,
            Self::Invalid(_) => ProblemCode::Invalid,
            Self::Refused { by_role: true, .. } => ProblemCode::Forbidden,
            Self::Refused { by_role: false, .. } => ProblemCode::Refused,
            Self::TooMany { .. } => ProblemCode::TooManyRequests,
            Self::Database(cause) if is_busy(cause) => ProblemCode::Unavailable,
            Self::Database(_) | Self::Internal(_) => ProblemCode::Internal,
        }
    }
}

/// Whether the database could not be reached or had no connection free in time.
fn is_busy(cause: &DbErr) -> bool {
    let connection_lost = matches!(cause, DbErr::Conn(_));
    let none_free = matches!(
        cause,
        DbErr::ConnectionAcquire(ConnAcquireErr::Timeout | ConnAcquireErr::ConnectionClosed)
    );
    connection_lost || none_free || crate::db::is_unavailable(cause)
}
