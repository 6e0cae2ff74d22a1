//! Dates as people write them, and what they call a day.

use super::super::{CalendarProblem, statutory::law_names};
use crate::time::LegalDate;

/// Marks that a day is worked, and that it is closed, where it is the whole text.
const WORKED: [&str; 11] = [
    "班",
    "上班",
    "补班",
    "调休上班",
    "工作日",
    "work",
    "worked",
    "working",
    "workday",
    "working day",
    "transfer_workday",
];
const CLOSED: [&str; 15] = [
    "休",
    "放假",
    "休假",
    "休息",
    "补休",
    "公休",
    "假",
    "假期",
    "假日",
    "节假日",
    "off",
    "closed",
    "holiday",
    "public holiday",
    "public_holiday",
];

/// What stands around a holiday's name where a title says both, as 上班(补春节假期); the longer first.
const AROUND: [&str; 13] = [
    "调休上班",
    "补班",
    "上班",
    "放假",
    "假期",
    "调休",
    "休",
    "班",
    "补",
    "(",
    ")",
    "（",
    "）",
];

/// A date as `2027-01-01`, `2027/1/1`, `20270101` or `2027年1月1日`.
pub(super) fn date(text: &str) -> Result<LegalDate, CalendarProblem> {
    let tidy = text.trim().replace(['年', '月', '/', '.'], "-");
    let tidy = tidy.trim_end_matches('日');
    let read = match tidy.len() {
        8 if tidy.bytes().all(|byte| byte.is_ascii_digit()) => {
            LegalDate::parse(&format!("{}-{}-{}", &tidy[..4], &tidy[4..6], &tidy[6..]))
        }
        _ => LegalDate::parse(tidy),
    };
    read.ok_or_else(|| CalendarProblem::Date { found: short(text) })
}

/// Whether a day of this type is closed. 调休 alone is said of both and is no answer.
pub(super) fn closed(text: &str) -> Result<bool, CalendarProblem> {
    let word = text.trim().to_lowercase();
    let word = word.as_str();
    match (CLOSED.contains(&word), WORKED.contains(&word)) {
        (true, _) => Ok(true),
        (_, true) => Ok(false),
        _ => Err(CalendarProblem::Type { found: short(text) }),
    }
}

/// The holiday's name and whether the day is closed, out of a title that says both.
pub(super) fn title(text: &str) -> Result<(String, bool), CalendarProblem> {
    // A worked day is often called by the holiday for which it is worked: 班 tells.
    let closed = if text.contains('班') {
        false
    } else if text.contains(['休', '假']) {
        true
    } else {
        return Err(CalendarProblem::Type { found: short(text) });
    };
    let bare = AROUND
        .iter()
        .fold(text.to_owned(), |text, around| text.replace(around, " "));
    Ok((name(&bare), closed))
}

/// A holiday's name, in the law's words where it is one of the law's: 清明节 is 清明.
pub(super) fn name(text: &str) -> String {
    let text = text.trim();
    let bare = |name: &str| name.trim_end_matches('节').to_owned();
    let known = law_names().find(|name| bare(name) == bare(text));
    known.unwrap_or(text).to_owned()
}

/// The beginning of what stands in the file, without what cannot be seen.
pub(super) fn short(text: &str) -> String {
    let seen = text.trim().chars().filter(|c| !c.is_control());
    seen.take(40).collect()
}
