//! People without an account: report, and follow with the receipt code.

use crate::{
    procedure::{accept, bring_to_street, command, only_case, organise},
    world::{Answer, World, on_every_engine, with_settings},
};
use anju_shared::{
    api::{
        public::{Guide, Progress},
        reports::SubmissionReceipt,
    },
    workflow::Stage,
};
use serde_json::{Value, json};

const UNKNOWN: &str = "0000-0000-0000-0007-9444";

fn body() -> Value {
    json!({
        "enterprise": "新桥木业有限公司",
        "region": "120102",
        "facts": "二号车间疏散通道被板材堵死",
        "reporters": [{"name": "李建国", "phone": "13820001234"}, {}],
    })
}

async fn submit(world: &World, body: &Value) -> Answer {
    world.post("/api/v1/public/reports").json(body).send().await
}

async fn follow(world: &World, code: &str) -> Answer {
    world
        .post("/api/v1/public/follow")
        .json(&json!({ "receipt_code": code }))
        .send()
        .await
}

async fn told(world: &World, code: &str) -> Progress {
    follow(world, code).await.expect(200).parse()
}

fn steps(progress: &Progress) -> Vec<&str> {
    progress.steps.iter().map(|step| step.name.en.as_str()).collect()
}

#[test]
fn a_citizen_follows_the_report_from_receipt_to_reply() {
    on_every_engine(async |world| {
        let street = organise(world).await;
        let receipt: SubmissionReceipt = submit(world, &body()).await.expect(201).parse();
        let [named, anonymous] = &receipt.receipt_codes[..] else {
            panic!("two codes")
        };
        let progress = told(world, named).await;
        assert_eq!(
            (progress.stage, progress.number.as_str()),
            (Stage::Registered, "1201-20261116-0001")
        );
        assert_eq!(progress.binding.expect("a period").basis.clause, "AJ-P1");
        let case = only_case(world).await;
        let handler = bring_to_street(world, street, &case).await;
        let binding = told(world, named).await.binding.expect("TJ-11.1");
        assert_eq!(
            (binding.basis.clause.as_str(), binding.basis.article.as_str()),
            ("TJ-11.1", "第十一条第一款")
        );
        let binding = told(world, anonymous).await.binding.expect("TJ-9.1");
        assert_eq!(binding.basis.clause, "TJ-9.1");
        reply(world, &handler, &case).await;
        let progress = told(world, named).await;
        assert_eq!(progress.reply.as_ref().expect("the reply").conclusion, "属实");
        assert_eq!(
            steps(&progress),
            [
                "Received",
                "Accepted",
                "Handed to the unit",
                "Verification begun",
                "Reply to you"
            ]
        );
        assert_eq!(told(world, anonymous).await.reply, None, "one's own reply only");
    });
}

/// The handler verifies, the leader approves, the handler replies to the named reporter.
async fn reply(world: &World, handler: &str, case: &str) {
    let leader = world.sign_in("leader").await;
    let evidence = json!({
        "type": "add_evidence", "kind": "audiovisual", "title": "现场照片", "kept_at": "3 号柜", "hazard_removed": true,
    });
    command(world, handler, case, &evidence).await.expect(200);
    let report = json!({
        "type": "submit_verification", "conclusion": "substantiated", "facts": "通道堆放板材",
        "dispositions": ["rectify_at_once"], "recommendation": "责令清理",
    });
    command(world, handler, case, &report).await.expect(200);
    let approved = command(world, &leader, case, &json!({"type": "approve_report"}))
        .await
        .expect(200)
        .json();
    let reporters = approved
        .pointer("/case/reporters")
        .expect("reporters")
        .as_array()
        .expect("a list");
    let named = reporters
        .iter()
        .find(|one| one["real_name"] == true)
        .expect("the named one");
    let reply = json!({
        "type": "reply", "reporter": named["id"], "conclusion": "属实", "violations": "占用疏散通道",
        "verification": "通道已清理", "decision": "责令整改", "reward": "另行告知", "means": "telephone",
        "delivered_at": world.server.state().clock.now(),
    });
    command(world, handler, case, &reply).await.expect(200);
}

#[test]
fn mem_6_1_who_was_declined_reads_ground_article_and_reasons() {
    on_every_engine(async |world| {
        organise(world).await;
        let receipt: SubmissionReceipt = submit(world, &json!({})).await.expect(201).parse();
        let case = only_case(world).await;
        let decline = json!({"type": "decline", "ground": "NA01", "reasons": "反映的是商品质量纠纷"});
        command(world, &world.sign_in("officer").await, &case, &decline)
            .await
            .expect(200);
        assert_eq!(
            told(world, &receipt.receipt_codes[0]).await.declined,
            None,
            "one person alone does not decline"
        );
        let confirm = json!({"type": "confirm_decline"});
        command(world, &world.sign_in("second_officer").await, &case, &confirm)
            .await
            .expect(200);
        let progress = told(world, &receipt.receipt_codes[0]).await;
        let declined = progress.declined.expect("the reasons");
        assert_eq!(
            (declined.basis.clause.as_str(), declined.reasons.as_str()),
            ("TJ-7.3.1", "反映的是商品质量纠纷")
        );
        assert_eq!(progress.binding, None);
    });
}

#[test]
fn a_reporter_is_told_how_often_the_own_identity_was_opened() {
    on_every_engine(async |world| {
        organise(world).await;
        let receipt: SubmissionReceipt = submit(world, &body()).await.expect(201).parse();
        let case = only_case(world).await;
        let officer = world.sign_in("officer").await;
        let detail = world
            .get(&format!("/api/v1/cases/{case}"))
            .bearer(&officer)
            .send()
            .await
            .expect(200)
            .json();
        let reporter = detail
            .pointer("/case/reporters/0/id")
            .and_then(Value::as_str)
            .expect("an id")
            .to_owned();
        let open = async |token: &str, reason: &str| {
            let call = world.post(&format!("/api/v1/cases/{case}/reporters/{reporter}/identity"));
            call.bearer(token).json(&json!({ "reason": reason })).send().await
        };
        open(&officer, "").await.expect(422);
        open(&world.sign_in("dispatcher").await, "好奇").await.expect(403);
        for _ in 0..2 {
            let opened = open(&officer, "回电核实点位").await.expect(200).json();
            assert_eq!(opened["name"], "李建国");
        }
        assert_eq!(told(world, &receipt.receipt_codes[0]).await.identity_opened, 2);
        assert_eq!(told(world, &receipt.receipt_codes[1]).await.identity_opened, 0);
    });
}

#[test]
fn what_only_the_desk_knows_is_not_for_the_public() {
    on_every_engine(async |world| {
        organise(world).await;
        let mut wrong = body();
        for (field, value) in [
            ("channel", "phone_12350"),
            ("received_at", "2026-11-15T00:00:00Z"),
            ("external_number", "1"),
            ("title", "标题"),
        ] {
            wrong[field] = json!(value);
        }
        let problem = submit(world, &wrong).await.expect(422).problem();
        let fields: Vec<_> = problem.violations.iter().map(|one| one.field.as_str()).collect();
        assert_eq!(fields, ["channel", "received_at", "external_number", "title"]);
        submit(world, &json!({"surprise": 1})).await.expect(422);
        submit(world, &body()).await.expect(201);
        assert_eq!(crate::procedure::all_cases(world).await[0]["channel"], "web");
    });
}

#[test]
fn a_citizen_may_send_again_with_a_key_too() {
    on_every_engine(async |world| {
        organise(world).await;
        let post = async |body: &Value, key: &str| {
            world
                .post("/api/v1/public/reports")
                .header("idempotency-key", key)
                .json(body)
                .send()
                .await
        };
        let first = post(&body(), "a-key-of-mine").await.expect(201);
        let again = post(&body(), "a-key-of-mine").await.expect(201);
        assert_eq!(
            (&first.body, again.header("idempotent-replayed")),
            (&again.body, "true")
        );
        post(&json!({}), "a-key-of-mine").await.expect(409);
        post(&body(), "short").await.expect(422);
        only_case(world).await;
    });
}

#[test]
fn a_slip_of_the_pen_is_told_from_a_code_that_does_not_exist() {
    on_every_engine(async |world| {
        organise(world).await;
        let receipt: SubmissionReceipt = submit(world, &body()).await.expect(201).parse();
        let code = &receipt.receipt_codes[0];
        for typed in [code.replace('-', ""), code.replace('-', " "), format!(" {code} ")] {
            follow(world, &typed).await.expect(200);
        }
        let digit = if code.starts_with('1') { "2" } else { "1" };
        for wrong in [
            format!("{digit}{}", &code[1..]),
            "1234".to_owned(),
            String::new(),
            "x".repeat(20),
        ] {
            let problem = follow(world, &wrong).await.expect(422).problem();
            assert_eq!(problem.violations[0].field, "receipt_code");
            assert!(!problem.violations[0].message.is_empty());
        }
        let problem = follow(world, UNKNOWN).await.expect(404).problem();
        assert!(problem.detail.expect("what to do").contains("查询码"));
    });
}

#[test]
fn tries_are_limited_for_each_address() {
    let ten = [
        ("rates.receipts.per_minute", "10"),
        ("rates.receipts.burst", "10"),
        ("rates.reports.per_minute", "10"),
        ("rates.reports.burst", "10"),
        ("trusted_proxies", "1"),
    ];
    with_settings(&ten, async |world| {
        organise(world).await;
        let from = async |address: &str| {
            let call = world
                .post("/api/v1/public/follow")
                .header("x-forwarded-for", address);
            call.json(&json!({ "receipt_code": UNKNOWN })).send().await.status
        };
        for _ in 0..10 {
            assert_eq!(from("203.0.113.7").await, 404);
        }
        assert_eq!(from("203.0.113.7").await, 429);
        assert_eq!(from("203.0.113.8").await, 404);
        for _ in 0..10 {
            submit(world, &json!({})).await.expect(201);
        }
        submit(world, &json!({})).await.expect(429);
    });
}

#[test]
fn the_time_of_an_answer_does_not_tell_whether_there_is_such_a_code() {
    on_every_engine(async |world| {
        organise(world).await;
        let receipt: SubmissionReceipt = submit(world, &body()).await.expect(201).parse();
        accept(world, &only_case(world).await).await;
        for code in [receipt.receipt_codes[0].as_str(), UNKNOWN] {
            let begun = std::time::Instant::now();
            follow(world, code).await;
            assert!(
                begun.elapsed() >= std::time::Duration::from_millis(60),
                "{:?}",
                begun.elapsed()
            );
        }
    });
}

#[test]
fn the_guide_tells_everybody_the_rules_with_their_articles_and_may_be_kept() {
    on_every_engine(async |world| {
        let answer = world.get("/api/v1/public/guide").send().await.expect(200);
        assert_eq!(answer.header("cache-control"), "public, max-age=600");
        let guide: Guide = answer.parse();
        assert_eq!(guide.hotline, "12350");
        let handling = guide.periods.iter().find(|one| one.basis.clause == "TJ-9.1");
        assert_eq!(handling.expect("TJ-9.1").length.zh, "10 个工作日");
        assert!(guide.refused.iter().all(|one| !one.basis.article.is_empty()));
    });
}
