//! What comes back instead of an answer.

use anju_shared::problem::{Problem, ProblemCode};
use std::collections::BTreeMap;

/// Why a call brought no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// No answer came at all: no network, no server, or too slow.
    Offline,
    /// Something came that is not what the API promises.
    Unreadable {
        /// Name of the request in the server's log.
        request_id: Option<String>,
    },
    /// The server says what is wrong.
    Problem(Box<Problem>),
}

impl Failure {
    /// Whether the thing asked for does not exist, or not for this viewer.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        self.has_code(ProblemCode::NotFound)
    }

    /// Whether there is no valid sign-in (any more).
    #[must_use]
    pub fn is_unauthenticated(&self) -> bool {
        self.has_code(ProblemCode::Unauthenticated)
    }

    /// Whether the password is right and a one-time code is missing.
    #[must_use]
    pub fn wants_code(&self) -> bool {
        self.has_code(ProblemCode::OneTimeCodeRequired)
    }

    /// Whether the case changed since it was read.
    #[must_use]
    pub fn is_moved(&self) -> bool {
        self.has_code(ProblemCode::VersionMoved)
    }

    /// Whether the caller or the law may not: a picture of its own, not an error.
    #[must_use]
    pub fn is_refusal(&self) -> bool {
        self.has_code(ProblemCode::Forbidden) || self.has_code(ProblemCode::Refused)
    }

    /// The problem that the server named.
    #[must_use]
    pub fn problem(&self) -> Option<&Problem> {
        match self {
            Self::Problem(problem) => Some(problem),
            Self::Offline | Self::Unreadable { .. } => None,
        }
    }

    /// Name of the request in the server's log, to be told to those who look there.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        match self {
            Self::Offline => None,
            Self::Unreadable { request_id } => request_id.as_deref(),
            Self::Problem(problem) => problem.request_id.as_deref(),
        }
    }

    fn has_code(&self, code: ProblemCode) -> bool {
        self.problem().is_some_and(|problem| problem.code == code)
    }
}

/// The messages of the violations, by field; several about one field are joined.
#[must_use]
pub fn field_errors(failure: &Failure) -> BTreeMap<String, String> {
    let mut errors: BTreeMap<String, String> = BTreeMap::new();
    for violation in failure
        .problem()
        .map(|problem| problem.violations.as_slice())
        .unwrap_or_default()
    {
        let error = errors.entry(violation.field.clone()).or_default();
        if !error.is_empty() {
            error.push('\u{ff1b}');
        }
        error.push_str(&violation.message);
    }
    errors
}

#[cfg(test)]
mod tests {
    use super::*;
    use anju_shared::problem::ShownViolation;

    fn problem(code: ProblemCode) -> Problem {
        Problem {
            kind: "/problems/invalid".into(),
            title: String::new(),
            status: 422,
            detail: None,
            code,
            refusal: None,
            basis: None,
            violations: vec![],
            request_id: Some("r1".into()),
        }
    }

    #[test]
    fn a_thing_that_may_not_be_known_is_missing_not_refused() {
        let failure = Failure::Problem(Box::new(problem(ProblemCode::NotFound)));
        assert!(failure.is_missing() && !failure.is_refusal());
        assert_eq!(failure.request_id(), Some("r1"));
    }

    #[test]
    fn every_message_about_a_field_is_kept() {
        let mut invalid = problem(ProblemCode::Invalid);
        for message in ["不能为空", "须为 18 位"] {
            invalid.violations.push(ShownViolation {
                field: "matter.credit_code".into(),
                code: "x".into(),
                message: message.into(),
            });
        }
        let errors = field_errors(&Failure::Problem(Box::new(invalid)));
        assert_eq!(errors["matter.credit_code"], "不能为空\u{ff1b}须为 18 位");
        assert!(field_errors(&Failure::Offline).is_empty());
    }
}
