//! What a form asks for, and what stands against it.

use super::*;
use crate::{features::cases::detail::view::sample, text::ZH};
use anju_shared::{calendar::Calendar, workflow::Case};

fn asked(action: Action, case: Case, draft: &Draft) -> Result<Command, Objection> {
    let (detail, profile, account) = (sample::office(case), sample::profile(), sample::handler_account());
    let now = sample::at("2026-11-13T09:00:00+08:00");
    let desk = Desk {
        detail: &detail,
        profile: &profile,
        calendar: Calendar::official(),
        account: &account,
        units: &[],
        now,
        texts: &ZH,
    };
    command(action, draft, desk)
}

#[test]
fn every_mistake_is_named_at_once_beside_its_field() {
    let draft = Draft::default().with("at", "明天");
    let wrong = asked(Action::RecordVisit, sample::verifying(), &draft).expect_err("nothing is filled in");
    for name in ["at", "inspectors", "methods", "findings"] {
        assert!(wrong.errors.contains_key(name), "{name}: {:?}", wrong.errors);
    }
}

#[test]
fn a_visit_that_lies_ahead_is_refused_before_it_travels() {
    let draft = Draft::default()
        .with("at", "2026-11-14 09:00")
        .with("inspectors", "林远")
        .with("findings", "有作业痕迹")
        .with_tick("methods", "covert", true);
    let wrong = asked(Action::RecordVisit, sample::verifying(), &draft).expect_err("in the future");
    assert_eq!(
        wrong.errors.get("at").map(String::as_str),
        Some("时间不能晚于现在")
    );
    let right = draft.with("at", "2026-11-13 08:00");
    assert!(asked(Action::RecordVisit, sample::verifying(), &right).is_ok());
}

#[test]
fn what_the_procedure_refuses_is_refused_under_its_article() {
    // TJ-10.4: no report without evidence.
    let draft = Draft::default()
        .with("conclusion", "substantiated")
        .with("facts", "有作业痕迹")
        .with("recommendation", "责令停产")
        .with_tick("dispositions", "suspended", true);
    let wrong = asked(Action::SubmitVerification, sample::verifying(), &draft).expect_err("no evidence");
    assert!(wrong.refused.is_some_and(|reason| reason.line.contains("第十条")));
}

#[test]
fn a_path_in_a_list_belongs_to_the_list() {
    assert_eq!(field("methods[1]"), "methods");
    assert_eq!(field("reasons"), "reasons");
}
