//! What the panel shows is what the server answers: at every stage, for everybody who may open the case, every action
//! of `available()` over the answered case is held against trying that command.

use super::story::Story;
use crate::world::{Answer, World, on_every_engine};
use anju_shared::{
    access::{Actor, Role},
    api::{cases::CaseDetail, session::SignedIn},
    calendar::Calendar,
    rules::built_in,
    workflow::{Action, Case, Context, Stage, available},
};
use serde_json::{Value, json};
use std::collections::BTreeSet;

const EVERYBODY: [&str; 7] = [
    "officer",
    "second_officer",
    "dispatcher",
    "head",
    "custodian",
    "leader",
    "handler",
];

/// A command that names the action and is wrong in its fields, so that trying it changes nothing: whoever may do it
/// is told of the fields, whoever may not is told why. None where there is nothing to be wrong.
fn attempt(action: Action) -> Option<Value> {
    let nobody = "018f0000-0000-7000-8000-000000000000";
    let body = match action {
        Action::Accept => json!({"urgency": "urgent", "reasons": [], "nature": "hazard"}),
        Action::Decline => json!({"ground": "NA01", "reasons": ""}),
        Action::RequestExtension => json!({"kind": "handling", "days": 0, "reasons": ""}),
        Action::ApproveExtension => json!({"opinion": ""}),
        Action::RefuseExtension => json!({"reasons": ""}),
        Action::TellExtension => json!({"means": "sms", "at": "2026-11-16T01:00:00Z", "summary": ""}),
        Action::Reclassify => json!({"urgency": "general", "explanation": ""}),
        Action::RejectDecline | Action::SendBackReport | Action::SendBack => json!({"reasons": ""}),
        Action::RequestSupplement => json!({"note": ""}),
        Action::Supplement | Action::SendMessage => json!({"reporter": nobody, "text": "话"}),
        Action::Dispatch => json!({"unit": nobody, "kind": "own", "task_sheet": ""}),
        Action::RecordVisit => {
            json!({"at": "2026-11-16T01:00:00Z", "inspectors": "", "methods": [], "findings": ""})
        }
        Action::AddEvidence => json!({"kind": "physical", "title": ""}),
        Action::RecordContact => {
            json!({"reporter": nobody, "means": "sms", "at": "2026-11-16T01:00:00Z", "summary": ""})
        }
        Action::SubmitVerification => {
            json!({"conclusion": "substantiated", "facts": "", "dispositions": [], "recommendation": ""})
        }
        Action::Reply => json!({"reporter": nobody, "conclusion": "", "violations": "", "verification": "",
            "decision": "", "reward": "", "means": "sms", "delivered_at": "2026-11-16T01:00:00Z"}),
        Action::SubmitFeedback => json!({"department": "", "handler": "", "telephone": "", "course": "",
            "violations": "", "decision": "", "satisfaction": "satisfied"}),
        Action::Close => json!({"opinion": ""}),
        Action::Withdraw => json!({"reporter": nobody}),
        Action::PausePeriod | Action::ResumePeriod => json!({"kind": "handling", "grounds": ""}),
        Action::Recount => json!({"revision": nobody, "title": ""}),
        Action::RecordLapse => json!({"kind": "handling", "round": 1}),
        Action::ConfirmDecline | Action::SignIn | Action::EndorseExtension | Action::ApproveReport => {
            return None;
        }
    };
    Some(body)
}

/// Signs somebody in; the token and who they are, as the browser knows it.
async fn signed_in(world: &World, login: &str) -> (String, Actor) {
    let answer = world.try_to_sign_in(login, crate::world::PASSWORD).await;
    let signed: SignedIn = answer.expect(200).parse();
    (signed.access_token, Actor::Staff(signed.account.staff()))
}

async fn panel_is_right(story: &Story<'_>, login: &str) {
    let (token, actor) = signed_in(story.world, login).await;
    let path = format!("/api/v1/cases/{}", story.id);
    let read = story.world.get(&path).bearer(&token).send().await;
    if read.status == 404 {
        return;
    }
    let etag = read.header("etag").to_owned();
    let case: Case = match read.expect(200).parse::<CaseDetail>() {
        CaseDetail::Office(detail) => detail.case,
        CaseDetail::Unit(detail) => detail.case,
    };
    let context = Context {
        profile: built_in("TJ").expect("TJ comes with Anju"),
        calendar: Calendar::official(),
        now: anju_backend::clock::Clock::now(&*story.world.clock),
    };
    let panel = available(&case, &actor, &context);
    for action in Action::ALL {
        let shown = panel.iter().find(|offer| offer.action == *action);
        let permitted = shown.is_some_and(|offer| offer.permitted.is_ok());
        let mut body = match attempt(*action) {
            Some(body) => body,
            // It would be done; the story does it when it goes on.
            None if permitted => continue,
            None => json!({}),
        };
        body["type"] = json!(action.code());
        let call = story.world.post(&format!("{path}/commands")).bearer(&token);
        let answer: Answer = call.header("if-match", &etag).json(&body).send().await;
        let place = format!("{login} at {}: {action}", case.stage());
        let problem = answer.problem();
        let refused = shown.and_then(|offer| offer.permitted.as_ref().err());
        match (permitted, refused) {
            (true, _) => assert_eq!(
                (problem.refusal, problem.violations.is_empty()),
                (None, false),
                "{place}"
            ),
            (false, Some(shown)) => assert_eq!(problem.refusal.as_deref(), Some(shown.code()), "{place}"),
            (false, None) => assert!(problem.refusal.is_some(), "{place}: what is not shown is refused"),
        }
    }
}

async fn panels_are_right(story: &Story<'_>, seen: &mut BTreeSet<Stage>) {
    for login in EVERYBODY {
        panel_is_right(story, login).await;
    }
    let stage = story.case().await["progress"]["stage"].clone();
    seen.insert(serde_json::from_value(stage).expect("a stage"));
}

/// The head of the office and the keeper of identities join the people of the story.
async fn with_everybody(story: &Story<'_>) {
    story.world.person("head", "anwei", &[Role::OfficeLeader]).await;
    story
        .world
        .person("custodian", "anwei", &[Role::IdentityCustodian])
        .await;
}

#[test]
fn at_every_stage_everybody_is_shown_what_the_server_answers() {
    on_every_engine(async |world| {
        let mut seen = BTreeSet::new();
        let story = Story::begin(world).await;
        with_everybody(&story).await;
        panels_are_right(&story, &mut seen).await;
        let decline = json!({"type": "decline", "ground": "NA01", "reasons": "不涉及安全生产。"});
        story.act("officer", decline.clone()).await;
        panels_are_right(&story, &mut seen).await;
        story
            .act(
                "second_officer",
                json!({"type": "reject_decline", "reasons": "涉及安全生产。"}),
            )
            .await;
        story
            .act(
                "officer",
                json!({"type": "request_supplement", "note": "请说明点位。"}),
            )
            .await;
        panels_are_right(&story, &mut seen).await;
        let reporter = story.case().await["reporters"][0]["id"].clone();
        story
            .act(
                "officer",
                json!({"type": "supplement", "reporter": reporter, "text": "北门。"}),
            )
            .await;
        story.accept("urgent").await;
        panels_are_right(&story, &mut seen).await;
        story.dispatch().await;
        panels_are_right(&story, &mut seen).await;
        story.sign().await;
        panels_are_right(&story, &mut seen).await;
        story.prove(true).await;
        panels_are_right(&story, &mut seen).await;
        story.submit().await;
        panels_are_right(&story, &mut seen).await;
        story.act("leader", json!({"type": "approve_report"})).await;
        panels_are_right(&story, &mut seen).await;
        story.reply().await;
        panels_are_right(&story, &mut seen).await;
        story.feed_back().await;
        panels_are_right(&story, &mut seen).await;
        story
            .act("dispatcher", json!({"type": "close", "opinion": "同意办结。"}))
            .await;
        panels_are_right(&story, &mut seen).await;
        let apart = BTreeSet::from([Stage::Declined, Stage::Withdrawn]);
        let all: BTreeSet<Stage> = Stage::ALL
            .iter()
            .copied()
            .filter(|one| !apart.contains(one))
            .collect();
        assert_eq!(seen, all);
    });
}

#[test]
fn a_case_that_is_declined_or_taken_back_offers_nobody_anything() {
    on_every_engine(async |world| {
        let mut seen = BTreeSet::new();
        let story = Story::begin(world).await;
        with_everybody(&story).await;
        let decline = json!({"type": "decline", "ground": "NA01", "reasons": "不涉及安全生产。"});
        story.act("officer", decline).await;
        story
            .act("second_officer", json!({"type": "confirm_decline"}))
            .await;
        panels_are_right(&story, &mut seen).await;
        let registered = super::story::register(world, &super::story::report())
            .await
            .expect(201)
            .json();
        let code = &registered["receipt_codes"][0];
        let withdraw = world
            .post("/api/v1/public/withdraw")
            .json(&json!({ "receipt_code": code }));
        withdraw.send().await.expect(200);
        let text = |name: &str| registered[name].as_str().expect("a text").to_owned();
        let taken_back = Story {
            world,
            street: story.street,
            id: text("id"),
            number: text("number"),
        };
        panels_are_right(&taken_back, &mut seen).await;
        assert_eq!(seen, BTreeSet::from([Stage::Declined, Stage::Withdrawn]));
    });
}
