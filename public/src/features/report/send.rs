//! Sends the report: under one key, however often.

use super::state::{Act, Desk, Phase};
use crate::{
    api::{Failure, random_key, submit_public_report},
    draft::{Draft, Field, Mistake, OwnRules, Step, keep},
    text::Texts,
    ui::focus_heading,
};
use anju_shared::problem::{Bilingual, Language, Problem, ProblemCode};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The mistakes of these steps, by the server's own rules.
pub(super) fn mistakes(draft: &Draft, upto: Step) -> Vec<Mistake> {
    let (zh, en) = (&Texts::of(Language::Zh).report, &Texts::of(Language::En).report);
    let own = OwnRules {
        facts_missing: Bilingual::new(zh.facts_missing, en.facts_missing),
        name_missing: Bilingual::new(zh.name_missing, en.name_missing),
    };
    let found = draft.mistakes(own);
    // In the order in which they are asked: the focus goes to the first.
    let asked = Field::ALL.into_iter().filter(|field| field.step() <= upto);
    asked
        .filter_map(|field| found.iter().find(|(one, _)| *one == field).cloned())
        .collect()
}

/// Sends the report, or says what is to be put right before.
pub(super) fn send(desk: &UseReducerHandle<Desk>, language: Language) {
    let found = mistakes(&desk.draft, Step::Check);
    if !found.is_empty() {
        return desk.dispatch(Act::Found(found));
    }
    let key = if desk.draft.key.is_empty() {
        let key = random_key();
        desk.dispatch(Act::Keyed(key.clone()));
        key
    } else {
        desk.draft.key.clone()
    };
    desk.dispatch(Act::Now(Phase::Sending));
    let (dispatcher, body) = (desk.dispatcher(), desk.draft.body());
    spawn_local(async move {
        let act = match submit_public_report(language, &key, &body).await {
            Ok(receipt) => {
                keep::delete();
                focus_heading();
                Act::Now(Phase::Done(receipt))
            }
            Err(failure) => outcome(failure),
        };
        dispatcher.dispatch(act);
    });
}

/// Sends it as a new report: under a new key.
pub(super) fn send_anew(desk: &UseReducerHandle<Desk>) {
    desk.dispatch(Act::Keyed(random_key()));
    desk.dispatch(Act::Now(Phase::Writing));
}

/// What a failure means for the page.
fn outcome(failure: Failure) -> Act {
    match failure.problem() {
        Some(problem) if problem.code == ProblemCode::Conflict => Act::Now(Phase::CameBefore),
        Some(problem) => {
            let found = refused(problem);
            if found.is_empty() {
                Act::Now(Phase::Unsent(failure))
            } else {
                Act::Found(found)
            }
        }
        None => Act::Now(Phase::Unsent(failure)),
    }
}

/// Mistakes that only the server could find, beside their fields.
fn refused(problem: &Problem) -> Vec<Mistake> {
    let violations = problem.violations.iter();
    violations
        .filter_map(|one| Some((Field::at(&one.field)?, Bilingual::new(&one.message, &one.message))))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use anju_shared::problem::ShownViolation;

    fn problem(code: ProblemCode, fields: &[&str]) -> Failure {
        let violations = fields.iter().map(|field| ShownViolation {
            field: (*field).into(),
            code: "x".into(),
            message: "不符".into(),
        });
        Failure::Problem(Box::new(Problem {
            kind: String::new(),
            title: String::new(),
            status: 422,
            detail: None,
            code,
            refusal: None,
            basis: None,
            violations: violations.collect(),
            request_id: None,
        }))
    }

    #[test]
    fn an_answer_that_did_not_come_leaves_everything_for_the_same_key() {
        assert!(matches!(
            outcome(Failure::Offline),
            Act::Now(Phase::Unsent(Failure::Offline))
        ));
        let conflict = outcome(problem(ProblemCode::Conflict, &[]));
        assert!(matches!(conflict, Act::Now(Phase::CameBefore)));
    }

    #[test]
    fn a_mistake_that_the_server_finds_stands_beside_its_field() {
        let Act::Found(found) = outcome(problem(ProblemCode::Invalid, &["region", "files"])) else {
            panic!("a mistake of a field");
        };
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].0, Field::Region);
        let files = outcome(problem(ProblemCode::Invalid, &["files"]));
        assert!(matches!(files, Act::Now(Phase::Unsent(_))));
    }

    #[test]
    fn a_step_is_left_when_it_and_those_before_are_right() {
        let mut draft = Draft::default();
        assert_eq!(mistakes(&draft, Step::Matter), []);
        assert_eq!(mistakes(&draft, Step::Evidence).len(), 1);
        draft.set(Field::Enterprise, "厂".repeat(300));
        let fields: Vec<_> = mistakes(&draft, Step::Check)
            .into_iter()
            .map(|(field, _)| field)
            .collect();
        assert_eq!(fields, [Field::Enterprise, Field::Facts]);
    }
}
