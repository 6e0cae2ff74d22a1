//! Whose turn it is: what each case waits for, and what the workbench therefore offers.

use crate::{
    people::{everybody, handler, officer, second_officer},
    words,
    world::{at_stage, rules_at},
};
use anju_shared::workflow::{Action, Stage, Urgency, next_action, permit, stages, turn};

#[test]
fn every_open_case_waits_for_somebody_and_a_closed_one_for_nobody_tj_3_1() {
    for stage in Stage::ALL {
        let case = at_stage(*stage, Urgency::General).case;
        let turn = turn(&case);
        assert_eq!(turn.is_some(), stage.is_open(), "{stage}");
        if let Some(turn) = turn {
            assert!(
                stages(turn.action).contains(stage),
                "{stage} waits for {}",
                turn.action
            );
            assert!(turn.role().is_some(), "{stage} waits for nobody");
        }
    }
}

/// A second person decides on what the first proposed (TJ-7.3).
#[test]
fn a_proposal_to_decline_waits_for_another_than_its_author() {
    let story = at_stage(Stage::Registered, Urgency::General).then(&officer(), words::decline());
    let turn = turn(&story.case).expect("it waits");
    assert_eq!(
        (turn.action, turn.not_by),
        (Action::ConfirmDecline, officer().reference().user())
    );
    let rules = rules_at(story.now);
    assert_eq!(next_action(&story.case, &officer(), &rules), None);
    assert_eq!(
        next_action(&story.case, &second_officer(), &rules),
        Some(Action::ConfirmDecline)
    );
}

/// A report rests on a visit and on proof (TJ-10.1, TJ-10.4).
#[test]
fn a_handler_goes_there_then_proves_then_reports() {
    let next = |story: &crate::world::Story| next_action(&story.case, &handler(), &rules_at(story.now));
    let story = at_stage(Stage::Verifying, Urgency::General);
    assert_eq!(next(&story), Some(Action::RecordVisit));
    let now = story.now;
    let story = story.then(&handler(), words::visit(now));
    assert_eq!(next(&story), Some(Action::AddEvidence));
    let story = story.with_evidence();
    assert_eq!(next(&story), Some(Action::SubmitVerification));
}

#[test]
fn what_is_offered_as_the_next_step_is_never_refused() {
    for stage in Stage::ALL {
        for urgency in [Urgency::General, Urgency::Urgent] {
            let story = at_stage(*stage, urgency);
            let rules = rules_at(story.now);
            for (name, actor) in everybody() {
                if let Some(action) = next_action(&story.case, &actor, &rules) {
                    assert_eq!(
                        permit(&story.case, &actor, action, &rules),
                        Ok(()),
                        "{name}: {action}"
                    );
                }
            }
        }
    }
}
