//! The calendar in force, and what a file would make of it.

use crate::{
    access::Access,
    error::{Error, Result},
    http::RequestInfo,
    state::State,
};
use anju_shared::{
    access::{Actor, Operation},
    api::calendar::{CalendarFile, CalendarPreview, FileProblem, PreviewedArrangement},
    calendar::{Arrangement, Calendar, CalendarDocument, CalendarProblem, CalendarYear, import},
    problem::{Bilingual, ProblemCode},
    time::LegalDate,
};

/// The calendar in force.
pub(super) async fn read(state: &State, info: &RequestInfo, actor: Actor) -> Result<CalendarDocument> {
    let access = Access::new(state, actor, Operation::ReadDirectory, "calendar").within(info);
    access.read(async |_| Ok(state.calendar().document())).await
}

/// One year of it.
///
/// # Errors
/// 404 for a year of which nothing is known.
pub(super) async fn year(state: &State, info: &RequestInfo, actor: Actor, year: i32) -> Result<CalendarYear> {
    let access = Access::new(state, actor, Operation::ReadDirectory, "calendar").within(info);
    access
        .read(async |_| state.calendar().year(year).ok_or_else(unknown))
        .await
}

fn unknown() -> Error {
    Error::with(
        ProblemCode::NotFound,
        "日历只有 2000 至 2100 年",
        "The calendar has the years 2000 to 2100",
    )
}

/// What a file says.
pub(super) async fn preview(
    state: &State,
    info: &RequestInfo,
    actor: Actor,
    file: CalendarFile,
) -> Result<CalendarPreview> {
    let access = Access::new(state, actor, Operation::DraftRevision, "calendar").within(info);
    let today = state.clock.now().local_date();
    access
        .read(async |_| Ok(previewed(state.calendar(), &file, today)))
        .await
}

fn previewed(calendar: &Calendar, file: &CalendarFile, today: LegalDate) -> CalendarPreview {
    let mut arrangements = match import::read(&file.text, &file.division) {
        Ok(arrangements) => arrangements,
        Err(problems) => return refused(&problems),
    };
    for arrangement in &mut arrangements {
        arrangement.source.clone_from(&file.source);
    }
    let problems: Vec<CalendarProblem> = arrangements.iter().flat_map(Arrangement::problems).collect();
    let arrangements = arrangements
        .into_iter()
        .filter_map(|arrangement| laid(calendar, arrangement, today));
    CalendarPreview {
        arrangements: arrangements.collect(),
        ..refused(&problems)
    }
}

fn refused(problems: &[CalendarProblem]) -> CalendarPreview {
    CalendarPreview {
        problems: problems.iter().map(FileProblem::from).collect(),
        arrangements: Vec::new(),
    }
}

/// An arrangement with what it changes; none if it cannot be laid over the calendar, which its problems say.
fn laid(calendar: &Calendar, arrangement: Arrangement, today: LegalDate) -> Option<PreviewedArrangement> {
    let after = calendar.with(std::slice::from_ref(&arrangement)).ok()?;
    let year = arrangement.year;
    let doubts = arrangement.doubts(calendar, today);
    Some(PreviewedArrangement {
        doubts: doubts.iter().map(Bilingual::from).collect(),
        changes: calendar.changes(&after, year - 1..=year + 1),
        working_days: after.year(year)?.working_days,
        arrangement,
    })
}
