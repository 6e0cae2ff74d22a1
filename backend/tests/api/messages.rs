//! Messages between the handling side and reporters, supplements, and withdrawals, from both sides of the wire.

use crate::{
    procedure::{bring_to_street, command, only_case, organise},
    world::{Answer, World, on_every_engine, with_settings},
};
use anju_shared::{
    api::{messages::CaseMessages, public::Progress, reports::SubmissionReceipt},
    workflow::{Action, Side, Stage},
};
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};

const UNKNOWN: &str = "0000-0000-0000-0007-9444";

/// A citizen's report: the case and the codes of a named and an anonymous reporter.
async fn reported(world: &World) -> (String, Vec<String>) {
    let body = json!({
        "enterprise": "新桥木业有限公司", "region": "120102", "facts": "疏散通道被板材堵死",
        "reporters": [{"name": "李建国", "phone": "13820001234"}, {}],
    });
    let receipt: SubmissionReceipt = world
        .post("/api/v1/public/reports")
        .json(&body)
        .send()
        .await
        .expect(201)
        .parse();
    (only_case(world).await, receipt.receipt_codes)
}

async fn write(world: &World, path: &str, key: Option<&str>, body: &Value) -> Answer {
    let call = world.post(&format!("/api/v1/public/{path}"));
    let call = match key {
        Some(key) => call.header("idempotency-key", key),
        None => call,
    };
    call.json(body).send().await
}

fn words(code: &str, text: &str) -> Value {
    json!({"receipt_code": code, "text": text})
}

async fn follow(world: &World, code: &str) -> Progress {
    let body = json!({ "receipt_code": code });
    write(world, "follow", None, &body).await.expect(200).parse()
}

async fn case(world: &World, token: &str, id: &str) -> Value {
    let read = world.get(&format!("/api/v1/cases/{id}")).bearer(token);
    read.send().await.expect(200).json()["case"].clone()
}

async fn messages(world: &World, token: &str, id: &str) -> CaseMessages {
    let read = world.get(&format!("/api/v1/cases/{id}/messages")).bearer(token);
    read.send().await.expect(200).parse()
}

async fn send(world: &World, token: &str, id: &str, body: &Value) -> Answer {
    let call = world.post(&format!("/api/v1/cases/{id}/messages")).bearer(token);
    call.json(body).send().await
}

async fn upload(world: &World) -> Value {
    let form = Form::new().part("file", Part::text("证据文字说明").file_name("说明.txt"));
    let call = world.post("/api/v1/public/files").multipart(form);
    call.send().await.expect(201).json()["id"].clone()
}

fn reporter(case: &Value, place: usize) -> &Value {
    case.pointer(&format!("/reporters/{place}/id"))
        .expect("a reporter")
}

#[test]
fn tj_10_3_the_unit_and_the_reporter_write_to_each_other_with_files() {
    on_every_engine(async |world| {
        let street = organise(world).await;
        let (id, codes) = reported(world).await;
        let handler = bring_to_street(world, street, &id).await;
        let mut body = words(&codes[0], "东侧那条也堵了，照片在附件里。");
        body["files"] = json!([upload(world).await]);
        let told: Progress = write(world, "messages", None, &body).await.expect(201).parse();
        assert_eq!((told.messages.len(), told.messages[0].from), (1, Side::Reporter));
        assert_eq!(told.messages[0].files[0].name, "说明.txt");

        let read = messages(world, &handler, &id).await.messages;
        assert_eq!(read[0].text, "东侧那条也堵了，照片在附件里。");
        let file = read[0].files[0].id;
        let download = world
            .get(&format!("/api/v1/cases/{id}/files/{file}"))
            .bearer(&handler);
        assert_eq!(download.send().await.expect(200).text(), "证据文字说明");

        let answer = json!({"reporter": read[0].reporter, "text": "已安排今天下午核查。"});
        let sent = send(world, &handler, &id, &answer).await.expect(201);
        assert_eq!(
            sent.header("etag"),
            format!("\"{}\"", case(world, &handler, &id).await["version"])
        );
        let told = follow(world, &codes[0]).await;
        let heard: Vec<_> = told
            .messages
            .iter()
            .map(|one| (one.from, one.text.as_str()))
            .collect();
        assert_eq!(heard[1], (Side::Authority, "已安排今天下午核查。"));
        assert_eq!(
            follow(world, &codes[1]).await.messages,
            [],
            "nobody reads what another wrote"
        );
    });
}

#[test]
fn the_unit_reads_what_was_said_since_it_was_given_the_case_tj_17_tj_20() {
    on_every_engine(async |world| {
        let street = organise(world).await;
        let (id, codes) = reported(world).await;
        let mut early = words(&codes[0], "这句话只给安委办。");
        early["files"] = json!([upload(world).await]);
        write(world, "messages", None, &early).await.expect(201);
        write(world, "supplement", None, &words(&codes[0], "补充：是北门。"))
            .await
            .expect(201);
        let officer = world.sign_in("officer").await;
        let all = messages(world, &officer, &id).await.messages;
        assert_eq!((all.len(), all[1].supplement), (2, true));
        world.clock.advance(60);
        let handler = bring_to_street(world, street, &id).await;
        write(world, "messages", None, &words(&codes[0], "现在又堵了。"))
            .await
            .expect(201);
        let theirs = messages(world, &handler, &id).await.messages;
        let texts: Vec<_> = theirs.iter().map(|one| one.text.as_str()).collect();
        assert_eq!(texts, ["现在又堵了。"]);
        let file = all[0].files[0].id;
        let download = |token: &str| {
            world
                .get(&format!("/api/v1/cases/{id}/files/{file}"))
                .bearer(token)
                .send()
        };
        download(&handler).await.expect(404);
        download(&officer).await.expect(200);
        let elsewhere = world.sign_in("elsewhere").await;
        let read = world
            .get(&format!("/api/v1/cases/{id}/messages"))
            .bearer(&elsewhere);
        read.send().await.expect(404);
        let body = json!({"reporter": all[0].reporter, "text": "无关的话"});
        send(world, &elsewhere, &id, &body).await.expect(404);
        let dispatcher = world.sign_in("dispatcher").await;
        let refused = send(world, &dispatcher, &id, &body).await.expect(403).problem();
        assert_eq!(refused.refusal.as_deref(), Some("wrong_role"));
    });
}

#[test]
fn mem_6_1_what_is_asked_is_answered_with_the_code_and_decided_anew() {
    on_every_engine(async |world| {
        organise(world).await;
        let (id, codes) = reported(world).await;
        let officer = world.sign_in("officer").await;
        let ask = json!({"type": "request_supplement", "missing": ["place"], "note": "请说明是哪一处通道。"});
        command(world, &officer, &id, &ask).await.expect(200);
        let told = follow(world, &codes[0]).await;
        let question = told.question.expect("what is asked");
        assert_eq!(
            (question.note.as_str(), question.basis.clause.as_str()),
            ("请说明是哪一处通道。", "MEM-6.1")
        );
        assert_eq!(
            told.available,
            [Action::Supplement, Action::SendMessage, Action::Withdraw]
        );
        assert!(told.binding.is_none(), "the office waits");

        let mut body = words(&codes[0], "二号车间北门的那条。");
        body["files"] = json!([upload(world).await]);
        let key = Some("a-telephone-that-retries");
        let first = write(world, "supplement", key, &body).await.expect(201);
        let again = write(world, "supplement", key, &body).await.expect(201);
        assert_eq!(again.header("idempotent-replayed"), "true");
        assert_eq!(
            first.parse::<Progress>().messages,
            again.parse::<Progress>().messages
        );
        write(world, "supplement", key, &words(&codes[0], "别的话"))
            .await
            .expect(409);
        let told = follow(world, &codes[0]).await;
        assert_eq!((told.stage, told.question), (Stage::Registered, None));
        assert_eq!(told.binding.expect("the decision is owed").basis.clause, "AJ-P1");
        assert_eq!(messages(world, &officer, &id).await.messages.len(), 1);
    });
}

#[test]
fn the_desk_takes_down_a_supplement_and_repeating_it_answers_the_present_state() {
    on_every_engine(async |world| {
        organise(world).await;
        let (id, _) = reported(world).await;
        let officer = world.sign_in("officer").await;
        let ask = json!({"type": "request_supplement", "note": "请说明是哪一处通道。"});
        command(world, &officer, &id, &ask).await.expect(200);
        let read = world
            .get(&format!("/api/v1/cases/{id}"))
            .bearer(&officer)
            .send()
            .await
            .expect(200);
        let etag = read.header("etag").to_owned();
        let body = json!({"type": "supplement", "reporter": reporter(&read.json()["case"], 0), "text": "来电补充：北门。"});
        for _ in 0..2 {
            let call = world
                .post(&format!("/api/v1/cases/{id}/commands"))
                .bearer(&officer);
            let done = call
                .header("if-match", &etag)
                .json(&body)
                .send()
                .await
                .expect(200);
            assert_eq!(done.json()["case"]["messages"].as_array().map(Vec::len), Some(1));
        }
        assert_eq!(
            messages(world, &officer, &id).await.messages[0].text,
            "来电补充：北门。"
        );
    });
}

#[test]
fn mem_8_3_a_report_is_taken_back_with_the_code_once_and_for_all() {
    on_every_engine(async |world| {
        let street = organise(world).await;
        let (id, codes) = reported(world).await;
        let handler = bring_to_street(world, street, &id).await;
        for _ in 0..2 {
            let told = write(world, "withdraw", None, &json!({"receipt_code": codes[0]}))
                .await
                .expect(200);
            let told: Progress = told.parse();
            assert!(told.withdrawn_at.is_some());
            assert_eq!(
                (told.stage, told.available),
                (Stage::Verifying, vec![Action::SendMessage])
            );
        }
        let case = case(world, &handler, &id).await;
        let withdrawn = case["reporters"].as_array().expect("reporters").iter();
        assert_eq!(
            withdrawn.filter(|one| one.get("withdrawn_at").is_some()).count(),
            1
        );
        let staff = json!({"type": "withdraw", "reporter": reporter(&case, 1)});
        command(world, &handler, &id, &staff).await.expect(403);
    });
}

#[test]
fn mem_8_3_before_the_acceptance_the_case_is_over_when_everybody_took_it_back() {
    on_every_engine(async |world| {
        organise(world).await;
        let (_, codes) = reported(world).await;
        let withdraw = async |code: &str| {
            let told = write(world, "withdraw", None, &json!({ "receipt_code": code })).await;
            told.expect(200).parse::<Progress>().stage
        };
        assert_eq!(withdraw(&codes[0]).await, Stage::Registered);
        assert_eq!(withdraw(&codes[1]).await, Stage::Withdrawn);
        assert_eq!(withdraw(&codes[1]).await, Stage::Withdrawn);
        let refused = write(world, "messages", None, &words(&codes[0], "还在吗"))
            .await
            .expect(422);
        assert_eq!(refused.problem().refusal.as_deref(), Some("wrong_stage"));
    });
}

#[test]
fn a_message_is_sent_once_however_often_and_however_many_at_a_time() {
    on_every_engine(async |world| {
        let street = organise(world).await;
        let (id, codes) = reported(world).await;
        let handler = bring_to_street(world, street, &id).await;
        let body = words(&codes[0], "只说一次。");
        let key = Some("the-same-key-again");
        let sent = futures_util::future::join_all((0..4).map(|_| write(world, "messages", key, &body))).await;
        sent.into_iter().for_each(|answer| drop(answer.expect(201)));
        let different = (0..4).map(|n| words(&codes[0], &format!("第 {n} 句")));
        let different: Vec<Value> = different.collect();
        let sent = different.iter().map(|body| write(world, "messages", None, body));
        for answer in futures_util::future::join_all(sent).await {
            answer.expect(201);
        }
        assert_eq!(messages(world, &handler, &id).await.messages.len(), 5);
        let reporter = messages(world, &handler, &id).await.messages[0].reporter;
        let answer = json!({"reporter": reporter, "text": "收到。"});
        for replayed in ["", "true"] {
            let call = world
                .post(&format!("/api/v1/cases/{id}/messages"))
                .bearer(&handler);
            let sent = call
                .header("idempotency-key", "key-of-the-desk")
                .json(&answer)
                .send()
                .await
                .expect(201);
            assert_eq!(sent.header("idempotent-replayed"), replayed);
        }
    });
}

#[test]
fn an_empty_message_or_a_file_of_somebody_else_is_refused_beside_its_field() {
    on_every_engine(async |world| {
        organise(world).await;
        let (_, codes) = reported(world).await;
        let fields = async |body: &Value| {
            let problem = write(world, "messages", None, body).await.expect(422).problem();
            problem
                .violations
                .iter()
                .map(|one| one.field.clone())
                .collect::<Vec<_>>()
        };
        assert_eq!(fields(&words(&codes[0], "  ")).await, ["text"]);
        let mut stolen = words(&codes[0], "看附件");
        stolen["files"] = json!(["018f0000-0000-7000-8000-000000000000"]);
        assert_eq!(fields(&stolen).await, ["files"]);
        assert_eq!(fields(&words("1234", "话")).await, ["receipt_code"]);
        for path in ["messages", "supplement"] {
            write(world, path, None, &words(UNKNOWN, "话")).await.expect(404);
        }
        write(world, "withdraw", None, &json!({"receipt_code": UNKNOWN}))
            .await
            .expect(404);
    });
}

#[test]
fn tries_with_codes_are_limited_whatever_is_asked() {
    let ten = [
        ("rates.receipts.per_minute", "10"),
        ("rates.receipts.burst", "10"),
    ];
    with_settings(&ten, async |world| {
        organise(world).await;
        for n in 0..10 {
            let path = ["messages", "supplement"][n % 2];
            write(world, path, None, &words(UNKNOWN, "话")).await.expect(404);
        }
        write(world, "withdraw", None, &json!({"receipt_code": UNKNOWN}))
            .await
            .expect(429);
        write(world, "messages", None, &words(UNKNOWN, "话"))
            .await
            .expect(429);
    });
}
