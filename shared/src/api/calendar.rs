//! The working-day calendar on the wire: a file with an arrangement that is looked at before it is drafted.
//!
//! The calendar itself travels as [`crate::calendar::CalendarDocument`], and a year of it as
//! [`crate::calendar::CalendarYear`].

use crate::{
    calendar::{Arrangement, CalendarDoubt, CalendarProblem, DayChange, Place},
    problem::Bilingual,
};
use serde::{Deserialize, Serialize};

/// A file that somebody has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CalendarFile {
    /// What stands in it: JSON, ICS or CSV.
    #[cfg_attr(feature = "openapi", schema(example = "2027-01-01,休,元旦"))]
    pub text: String,
    /// The beginning of the division codes for which it holds; empty for the whole country.
    #[serde(default)]
    pub division: String,
    /// The number or title of the document that says so.
    #[serde(default)]
    pub source: String,
}

/// What the file says and what would become of the calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CalendarPreview {
    /// All that is wrong with it. With a problem of a place nothing was read.
    pub problems: Vec<FileProblem>,
    /// The arrangements in it, by year.
    pub arrangements: Vec<PreviewedArrangement>,
}

/// What is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FileProblem {
    /// The line, the first of which is 1, where it is one of a line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<u64>,
    /// The member of a JSON text, as `days[3].date`, where it is one of a member.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member: Option<String>,
    /// What is wrong and what would be right.
    pub message: Bilingual,
}

/// An arrangement as it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PreviewedArrangement {
    /// What it says.
    pub arrangement: Arrangement,
    /// What is unusual about it and is confirmed by going on.
    pub doubts: Vec<Bilingual>,
    /// The days that the calendar in force says otherwise.
    pub changes: Vec<DayChange>,
    /// How many days of its year are worked then.
    pub working_days: u32,
}

impl From<&CalendarProblem> for FileProblem {
    fn from(problem: &CalendarProblem) -> Self {
        let (line, member, what) = match problem {
            CalendarProblem::At { place, what } => match place {
                Place::Line(line) => (Some(*line), None, &**what),
                Place::Member(member) => (None, Some(member.clone()), &**what),
            },
            what => (None, None, what),
        };
        let message = Bilingual::from(what);
        Self {
            line,
            member,
            message,
        }
    }
}

impl From<&CalendarProblem> for Bilingual {
    fn from(problem: &CalendarProblem) -> Self {
        Self::new(problem.text_zh(), problem.to_string())
    }
}

impl From<&CalendarDoubt> for Bilingual {
    fn from(doubt: &CalendarDoubt) -> Self {
        Self::new(doubt.text_zh(), doubt.to_string())
    }
}
