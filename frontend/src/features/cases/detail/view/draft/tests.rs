//! With what forms begin, and how they change.

use super::*;
use crate::{features::cases::detail::view::sample, text::ZH};
use anju_shared::calendar::Calendar;

fn begun(action: Action, case: Case) -> Draft {
    let (detail, profile, account) = (sample::office(case), sample::profile(), sample::handler_account());
    let now = sample::at("2026-11-20T09:00:00+08:00");
    begin(
        action,
        Desk {
            detail: &detail,
            profile: &profile,
            calendar: Calendar::official(),
            account: &account,
            units: &[],
            now,
            texts: &ZH,
        },
    )
}

#[test]
fn a_task_sheet_begins_without_the_words_of_the_report() {
    // TJ-20: the original stays with the office.
    let draft = begun(Action::Dispatch, sample::registered());
    let sheet = draft.text("task_sheet");
    assert!(sheet.contains("某停产铁矿") && sheet.contains("停产铁矿夜间恢复开采"));
    assert!(!sheet.contains("挖掘机"), "{sheet}");
}

#[test]
fn where_there_is_but_one_reporter_nobody_has_to_choose() {
    let draft = begun(Action::RecordContact, sample::verifying());
    assert_eq!(draft.text("reporter"), sample::REPORTER.to_string());
    assert_eq!(draft.text("at"), "2026-11-20 09:00");
}

#[test]
fn a_box_is_ticked_once_and_taken_out_again() {
    let draft = Draft::default()
        .with_tick("methods", "a", true)
        .with_tick("methods", "a", true);
    assert_eq!(draft.ticked("methods"), ["a"]);
    assert!(
        draft
            .with_tick("methods", "a", false)
            .ticked("methods")
            .is_empty()
    );
}
