//! Reports from third-party systems: entered once however often they are sent, asked after by who sent them.

use crate::{
    procedure::{accept, all_cases, only_case, organise},
    world::{Answer, World, on_every_engine},
};
use anju_shared::{
    access::Scope,
    api::{
        files::StoredFile,
        reports::{SubmissionReceipt, SubmissionStatus},
    },
    receipt::ReceiptCode,
    workflow::Stage,
};
use futures_util::future::join_all;
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};

const KEY: &str = "0b5c0e0e-8d1e-4c5c-b0c3-6f8e9f2f9f11";
const DAY: i64 = 86_400;

fn body() -> Value {
    json!({
        "external_number": "MP-2026-77",
        "enterprise": "新桥木业有限公司",
        "region": "120102",
        "nature": "hazard",
        "facts": "二号车间疏散通道被板材堵死",
        "reporters": [{"name": "李建国", "phone": "13820001234"}, {}],
    })
}

async fn token(world: &World) -> String {
    world
        .system_token(&world.system(&[Scope::ReportsSubmit, Scope::ReportsStatus]).await)
        .await
}

async fn submit(world: &World, token: &str, key: &str, body: &Value) -> Answer {
    let call = world
        .post("/api/v1/reports")
        .bearer(token)
        .header("idempotency-key", key);
    call.json(body).send().await
}

async fn status(world: &World, token: &str, number: &str) -> Answer {
    world
        .get(&format!("/api/v1/reports/{number}"))
        .bearer(token)
        .send()
        .await
}

#[test]
fn a_report_is_entered_and_answered_with_number_and_a_receipt_code_for_each_reporter() {
    on_every_engine(async |world| {
        organise(world).await;
        let answer = submit(world, &token(world).await, KEY, &body()).await.expect(201);
        let receipt: SubmissionReceipt = answer.parse();
        assert_eq!(receipt.number, "1201-20261116-0001");
        assert_eq!(answer.header("location"), "/api/v1/reports/1201-20261116-0001");
        assert_eq!(answer.header("idempotent-replayed"), "");
        assert_eq!(receipt.receipt_codes.len(), 2);
        for code in &receipt.receipt_codes {
            assert_eq!(ReceiptCode::parse(code).expect("a code").to_string(), *code);
        }
        let case = &all_cases(world).await[0];
        assert_eq!(
            (&case["channel"], &case["stage"]),
            (&json!("mini_program"), &json!("registered"))
        );
    });
}

#[test]
fn the_same_key_and_body_give_the_same_answer_and_another_body_is_a_conflict() {
    on_every_engine(async |world| {
        organise(world).await;
        let token = token(world).await;
        let first = submit(world, &token, KEY, &body()).await.expect(201);
        let again = submit(world, &token, KEY, &body()).await.expect(201);
        assert_eq!(first.body, again.body);
        assert_eq!(first.header("location"), again.header("location"));
        assert_eq!(again.header("idempotent-replayed"), "true");
        let mut other = body();
        other["facts"] = json!("别的事");
        submit(world, &token, KEY, &other).await.expect(409);
        assert_eq!(
            submit(world, &token, KEY, &body()).await.expect(201).body,
            first.body
        );
        let another = submit(world, &token, "another-key", &body()).await.expect(201);
        assert_ne!(another.body, first.body);
        assert_eq!(all_cases(world).await.len(), 2);
    });
}

#[test]
fn sixteen_at_once_with_one_key_make_one_case_and_get_one_answer() {
    on_every_engine(async |world| {
        organise(world).await;
        let (token, body) = (token(world).await, body());
        for round in 1..=3 {
            let key = format!("key-of-round-{round}");
            let answers = join_all((0..16).map(|_| submit(world, &token, &key, &body))).await;
            let first = answers
                .iter()
                .find(|answer| answer.header("idempotent-replayed").is_empty());
            let first = &first.expect("one that was not repeated").body;
            assert!(
                answers
                    .iter()
                    .all(|answer| answer.status == 201 && answer.body == *first)
            );
            let replayed = answers
                .iter()
                .filter(|answer| answer.header("idempotent-replayed") == "true");
            assert_eq!(replayed.count(), 15);
            assert_eq!(all_cases(world).await.len(), round);
        }
    });
}

#[test]
fn a_report_with_files_may_be_sent_again_too() {
    on_every_engine(async |world| {
        organise(world).await;
        let token = token(world).await;
        let form = Form::new().part("file", Part::bytes(&b"GIF89a\x01\0\x01\0"[..]).file_name("a.gif"));
        let uploaded = world
            .post("/api/v1/files")
            .bearer(&token)
            .multipart(form)
            .send()
            .await
            .expect(201);
        let mut body = body();
        body["files"] = json!([uploaded.parse::<StoredFile>().id]);
        let answers = join_all((0..4).map(|_| submit(world, &token, KEY, &body))).await;
        assert!(
            answers
                .iter()
                .all(|answer| answer.status == 201 && answer.body == answers[0].body)
        );
        only_case(world).await;
    });
}

#[test]
fn what_was_refused_does_not_use_the_key_up() {
    on_every_engine(async |world| {
        organise(world).await;
        let token = token(world).await;
        let mut wrong = body();
        wrong["region"] = json!("999999");
        wrong["reporters"][0]["phone"] = json!("1382");
        let problem = submit(world, &token, KEY, &wrong).await.expect(422).problem();
        assert_eq!(problem.violations[0].field, "reporters[0].phone");
        wrong["reporters"][0]["phone"] = json!("13820001234");
        let problem = submit(world, &token, KEY, &wrong).await.expect(422).problem();
        assert_eq!(problem.violations[0].field, "region");
        submit(world, &token, KEY, &body()).await.expect(201);
    });
}

#[test]
fn a_key_belongs_to_its_system_and_is_forgotten_after_a_day() {
    on_every_engine(async |world| {
        organise(world).await;
        let (one, other) = (
            world.system(&[Scope::ReportsSubmit]).await,
            world.system(&[Scope::ReportsSubmit]).await,
        );
        let of = async |system| world.system_token(system).await;
        let first = submit(world, &of(&one).await, KEY, &body()).await.expect(201);
        let theirs = submit(world, &of(&other).await, KEY, &body()).await.expect(201);
        assert_ne!(first.body, theirs.body);
        world.clock.advance(DAY + 1);
        world.server.run_jobs().await.expect("the jobs");
        let later = submit(world, &of(&one).await, KEY, &body()).await.expect(201);
        assert_ne!(first.body, later.body);
        assert_eq!(all_cases(world).await.len(), 3);
    });
}

#[test]
fn without_key_token_or_right_nothing_is_entered() {
    on_every_engine(async |world| {
        organise(world).await;
        let client = token(world).await;
        let post = || world.post("/api/v1/reports").json(&body());
        let problem = post().bearer(&client).send().await.expect(422).problem();
        assert_eq!(problem.violations[0].field, "Idempotency-Key");
        post()
            .bearer(&client)
            .header("idempotency-key", "short")
            .send()
            .await
            .expect(422);
        post().header("idempotency-key", KEY).send().await.expect(401);
        let reader = world
            .system_token(&world.system(&[Scope::ReportsStatus]).await)
            .await;
        submit(world, &reader, KEY, &body()).await.expect(403);
        submit(world, &world.sign_in("officer").await, KEY, &body())
            .await
            .expect(403);
        assert_eq!(all_cases(world).await.len(), 0);
    });
}

#[test]
fn a_system_reads_the_status_of_its_own_reports_and_of_no_others() {
    on_every_engine(async |world| {
        organise(world).await;
        let (mine, other) = (token(world).await, token(world).await);
        let receipt: SubmissionReceipt = submit(world, &mine, KEY, &body()).await.expect(201).parse();
        let read = async || {
            status(world, &mine, &receipt.number)
                .await
                .expect(200)
                .parse::<SubmissionStatus>()
        };
        let before = read().await;
        assert_eq!(
            (before.stage, before.external_number.as_deref()),
            (Stage::Registered, Some("MP-2026-77"))
        );
        world.clock.advance(60);
        accept(world, &only_case(world).await).await;
        let after = read().await;
        assert_eq!(
            (after.stage, after.changed_at),
            (Stage::Accepted, before.changed_at.plus(60))
        );
        assert_eq!(after.received_at, receipt.received_at);
        status(world, &other, &receipt.number).await.expect(404);
        for unknown in ["1201-20261116-0002", "nonsense", "李建国", &"1".repeat(2_000)] {
            status(world, &mine, unknown).await.expect(404);
        }
        let submitter = world
            .system_token(&world.system(&[Scope::ReportsSubmit]).await)
            .await;
        status(world, &submitter, &receipt.number).await.expect(403);
        status(world, &world.sign_in("officer").await, &receipt.number)
            .await
            .expect(403);
    });
}
