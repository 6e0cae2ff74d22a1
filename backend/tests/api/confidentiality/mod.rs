//! Who reported stays unknown to whoever finds the database, the files, the log or an answer (TJ-19, MEM-10): the
//! identity of a reporter is planted by every way in, and looked for in everything that is left behind.

mod traces;

use crate::{
    procedure::{all_cases, bring_to_street, organise},
    world::{Answer, World, on_every_engine},
};
use anju_shared::{
    access::Scope,
    api::reports::{ReportBody, ReporterBody, SubmissionReceipt},
};
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};
use traces::{around, captured_log, contains, database, folder, needles};

const NAME: &str = "欧阳楚洵";
const PHONE: &str = "17752098431";
const ADDRESS: &str = "滨海路九千九百号海燕里七门";
const CITIZEN_ID: &str = "11010519491231002X";
const IN_A_FILE: &str = "my neighbour Ouyang wrote this note";

fn planted() -> ReportBody {
    let reporter = ReporterBody {
        capacity: None,
        name: Some(NAME.to_owned()),
        phone: Some(PHONE.to_owned()),
        address: Some(ADDRESS.to_owned()),
        citizen_id: Some(CITIZEN_ID.to_owned()),
        wants_paper: true,
    };
    ReportBody {
        enterprise: Some("新桥木业".to_owned()),
        region: Some("120102".to_owned()),
        facts: Some("疏散通道堵塞".to_owned()),
        reporters: vec![reporter],
        ..ReportBody::default()
    }
}

/// Hands the same identity in by every way there is; answers the receipt codes.
async fn plant(world: &World) -> Vec<String> {
    let key = "plant-the-same-key";
    let system = world
        .system_token(&world.system(&[Scope::ReportsSubmit]).await)
        .await;
    let form = Form::new().part("file", Part::bytes(IN_A_FILE.as_bytes()).file_name("a.txt"));
    let file = world
        .post("/api/v1/public/files")
        .multipart(form)
        .send()
        .await
        .expect(201)
        .json();
    let with_file = ReportBody {
        files: serde_json::from_value(json!([file["id"]])).expect("an id"),
        ..planted()
    };
    let officer = world.sign_in("officer").await;
    let mut codes = Vec::new();
    for _ in 0..2 {
        let call = world
            .post("/api/v1/reports")
            .bearer(&system)
            .header("idempotency-key", key);
        codes.extend(
            call.json(&planted())
                .send()
                .await
                .expect(201)
                .parse::<SubmissionReceipt>()
                .receipt_codes,
        );
        let call = world
            .post("/api/v1/public/reports")
            .header("idempotency-key", key);
        codes.extend(
            call.json(&with_file)
                .send()
                .await
                .expect(201)
                .parse::<SubmissionReceipt>()
                .receipt_codes,
        );
    }
    let key = "register.018f0000-0000-7000-8000-000000000000";
    keep_and_drop_a_draft(world, &officer, key).await;
    let registered = world
        .post("/api/v1/cases")
        .bearer(&officer)
        .json(&planted())
        .send()
        .await
        .expect(201)
        .json();
    codes.push(
        registered["receipt_codes"][0]
            .as_str()
            .expect("a code")
            .to_owned(),
    );
    codes
}

/// The same identity in a draft, before and after it is saved again; and one that is sent away.
async fn keep_and_drop_a_draft(world: &World, officer: &str, key: &str) {
    let content = serde_json::to_string(&planted()).expect("JSON");
    for read in ["\"0\"", "\"1\""] {
        let save = world
            .call(reqwest::Method::PUT, &format!("/api/v1/drafts/{key}"))
            .bearer(officer)
            .header("if-match", read);
        save.json(&json!({ "content": content })).send().await.expect(200);
    }
    let read = world.get(&format!("/api/v1/drafts/{key}")).bearer(officer);
    assert_eq!(read.send().await.expect(200).json()["content"], content);
}

/// Opens an identity, follows with each code, brings a case to the unit.
async fn use_them(world: &World, street: anju_shared::ids::UnitId, codes: &[String]) {
    let case = all_cases(world).await[0]["id"]
        .as_str()
        .expect("an id")
        .to_owned();
    let handler = bring_to_street(world, street, &case).await;
    let detail = world
        .get(&format!("/api/v1/cases/{case}"))
        .bearer(&handler)
        .send()
        .await
        .expect(200)
        .json();
    let reporter = detail
        .pointer("/case/reporters/0/id")
        .and_then(Value::as_str)
        .expect("an id");
    let open = world
        .post(&format!("/api/v1/cases/{case}/reporters/{reporter}/identity"))
        .bearer(&handler);
    let opened = open
        .json(&json!({"reason": "回复举报人"}))
        .send()
        .await
        .expect(200)
        .json();
    for (field, value) in [
        ("name", NAME),
        ("phone", PHONE),
        ("address", ADDRESS),
        ("citizen_id", CITIZEN_ID),
    ] {
        assert_eq!(opened[field], value);
    }
    let reporter = reporter.to_owned();
    let said = format!("我是{NAME}，电话 {PHONE}，住{ADDRESS}，证件 {CITIZEN_ID}。");
    let answer = json!({ "reporter": reporter, "text": said });
    let send = world
        .post(&format!("/api/v1/cases/{case}/messages"))
        .bearer(&handler);
    send.json(&answer).send().await.expect(201);
    let words = json!({ "receipt_code": codes[0], "text": said });
    for path in ["messages", "supplement"] {
        let call = world.post(&format!("/api/v1/public/{path}"));
        let call = call.header("idempotency-key", "words-that-name-somebody");
        call.json(&words).send().await;
    }
    for code in codes {
        world
            .post("/api/v1/public/follow")
            .json(&json!({ "receipt_code": code }))
            .send()
            .await
            .expect(200);
    }
}

/// Requests that name the reporter and fail in every way; and what everybody reads.
async fn answers(world: &World, codes: &[String]) -> Vec<Answer> {
    let whole = serde_json::to_value(planted()).expect("a body");
    let spoiled = |path: &str, value: Value| {
        let mut body = whole.clone();
        body.as_object_mut()
            .expect("an object")
            .insert(path.to_owned(), value);
        body
    };
    let mut all = Vec::new();
    for body in [
        spoiled("region", json!(NAME)),
        spoiled("nature", json!(PHONE)),
        spoiled("reporters", json!(ADDRESS)),
        spoiled("reporters", json!([{ "name": {"is": NAME} }])),
        spoiled(
            "reporters",
            json!([{ "phone": format!("{PHONE}9"), "citizen_id": format!("{CITIZEN_ID}1") }]),
        ),
        spoiled("files", json!([CITIZEN_ID])),
        spoiled("credit_code", json!(CITIZEN_ID)),
    ] {
        all.push(
            world
                .post("/api/v1/public/reports")
                .json(&body)
                .send()
                .await
                .expect(422),
        );
    }
    let cut = format!("{{\"reporters\":[{{\"name\":\"{NAME}\",\"phone\":\"{PHONE}\"");
    all.push(
        world
            .post("/api/v1/public/reports")
            .raw("application/json", cut.clone())
            .send()
            .await
            .expect(400),
    );
    all.push(
        world
            .post("/api/v1/public/reports")
            .raw("text/plain", cut)
            .send()
            .await
            .expect(415),
    );
    let long = format!("{PHONE} {NAME} ").repeat(20_000);
    all.push(
        world
            .post("/api/v1/public/reports")
            .json(&spoiled("facts", json!(long)))
            .send()
            .await
            .expect(413),
    );
    let mistyped = format!("{}x", codes[0]);
    all.push(
        world
            .post("/api/v1/public/follow")
            .json(&json!({ "receipt_code": mistyped }))
            .send()
            .await
            .expect(422),
    );
    all.push(
        world
            .get(&format!("/api/v1/reports/{PHONE}"))
            .send()
            .await
            .expect(401),
    );
    let officer = world.sign_in("officer").await;
    let get = async |path: &str| world.get(path).bearer(&officer).send().await;
    all.push(get("/api/v1/cases?limit=100").await.expect(200));
    all.push(get(&format!("/api/v1/cases?region={PHONE}")).await);
    for case in all_cases(world).await {
        let id = case["id"].as_str().expect("an id");
        all.push(get(&format!("/api/v1/cases/{id}")).await.expect(200));
        all.push(get(&format!("/api/v1/cases/{id}/events")).await.expect(200));
    }
    all.push(world.get("/metrics").send().await.expect(200));
    all
}

#[test]
fn tj_19_nothing_that_is_left_behind_tells_who_reported() {
    let log = captured_log();
    on_every_engine(async |world| {
        let street = organise(world).await;
        let codes = plant(world).await;
        use_them(world, street, &codes).await;
        let answers = answers(world, &codes).await;
        world.server.run_jobs().await.expect("the jobs");

        let mut needles = needles(&[NAME, PHONE, ADDRESS, CITIZEN_ID, IN_A_FILE]);
        for code in &codes {
            needles.extend(traces::needles(&[code.as_str(), &code.replace('-', "")]));
        }
        let mut haystacks: Vec<(String, Vec<u8>)> = Vec::new();
        haystacks.extend(database(world).await);
        folder(&world.folder().join("files"), &mut haystacks);
        haystacks.push(("the log".to_owned(), log.lock().expect("a whole log").clone()));
        haystacks.extend(
            answers
                .into_iter()
                .map(|answer| (format!("an answer: {}", answer.text()), answer.body)),
        );
        for (place, bytes) in &haystacks {
            for (what, needle) in &needles {
                assert!(
                    !contains(bytes, needle),
                    "{what} stands in {place}: {}",
                    around(bytes, needle)
                );
            }
        }
        // That the search finds at all: what is no secret is there, in the database as in the log.
        assert!(
            haystacks
                .iter()
                .any(|(_, bytes)| contains(bytes, "新桥木业".as_bytes()))
        );
        assert!(contains(
            &log.lock().expect("a whole log"),
            b"/api/v1/public/reports"
        ));
        assert!(
            haystacks.iter().any(|(place, _)| place.contains("files")),
            "the file was looked into"
        );
    });
}
