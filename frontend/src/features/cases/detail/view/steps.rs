//! Where a case stands on its way from registration to closing.

use crate::{
    text::Texts,
    ui::{Step, StepState},
};
use anju_shared::workflow::Stage;

/// The steps of the way. A declined case leaves it, and has a picture of its own.
#[must_use]
pub fn steps(stage: Stage, texts: &Texts) -> Vec<Step> {
    let here = place(stage);
    let steps = texts.case_detail().steps.iter().enumerate();
    steps
        .map(|(place, label)| Step {
            label: (*label).into(),
            state: match place.cmp(&here) {
                std::cmp::Ordering::Less => StepState::Done,
                std::cmp::Ordering::Equal => StepState::Now,
                std::cmp::Ordering::Greater => StepState::Ahead,
            },
        })
        .collect()
}

/// The step that is being taken. Of a closed case all are behind.
const fn place(stage: Stage) -> usize {
    match stage {
        Stage::Registered | Stage::SupplementRequested | Stage::Declined | Stage::Withdrawn => 1,
        Stage::Accepted | Stage::Assigned => 2,
        Stage::Verifying => 3,
        Stage::InternalReview => 4,
        Stage::Replying => 5,
        Stage::ClosureReview => 6,
        Stage::Closed => 7,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::ZH;

    fn now(stage: Stage) -> Option<String> {
        let steps = steps(stage, &ZH);
        let step = steps.iter().find(|step| step.state == StepState::Now);
        step.map(|step| step.label.to_string())
    }

    #[test]
    fn the_step_in_hand_is_the_one_that_the_stage_waits_for() {
        assert_eq!(now(Stage::Registered).as_deref(), Some("受理"));
        assert_eq!(now(Stage::Assigned).as_deref(), Some("交办"));
        assert_eq!(now(Stage::Verifying).as_deref(), Some("核查"));
        assert_eq!(now(Stage::ClosureReview).as_deref(), Some("办结"));
    }

    #[test]
    fn of_a_closed_case_every_step_is_behind() {
        let steps = steps(Stage::Closed, &ZH);
        assert!(steps.iter().all(|step| step.state == StepState::Done));
    }
}
