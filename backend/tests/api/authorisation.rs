//! Every operation × every caller: what each is answered, as a table for review, and that nobody is answered who
//! reported. An operation that is added to the document without a row here fails.

use crate::{
    procedure,
    world::{Answer, PASSWORD, World, on_every_engine},
};
use anju_shared::{
    access::{Role, Scope},
    api::directory::UnitKind,
};
use reqwest::Method;
use serde_json::{Value, json};

/// Who reported, and the words of the report: never in an answer but to the one operation that opens an identity,
/// and to the office that may read the words.
const IDENTITY: [&str; 4] = ["欧阳示范", "13987654321", "泄密测试路 7 号", "360426199101010071"];
const WORDS: &str = "原话只有安委办可以看";
/// The answers that were reviewed; `UPDATE_GOLDEN=1` writes them anew.
const GOLDEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/authorisation.txt");

/// A caller: how they are called in the table, and what signs them in.
enum Caller {
    Nobody,
    Staff { login: String },
    System { token: String, name: &'static str },
}

impl Caller {
    fn name(&self) -> &str {
        match self {
            Self::Nobody => "nobody",
            Self::Staff { login } => login.trim_start_matches("as-"),
            Self::System { token: _, name } => name,
        }
    }

    /// Signed in anew for each call, because some operations sign out.
    async fn token(&self, world: &World) -> Option<String> {
        match self {
            Self::Nobody => None,
            Self::Staff { login } => Some(world.sign_in(login).await),
            Self::System { token, name: _ } => Some(token.clone()),
        }
    }

    fn sees_words(&self) -> bool {
        [
            "intake_officer",
            "dispatcher",
            "office_leader",
            "identity_custodian",
        ]
        .contains(&self.name())
    }
}

/// The case that is asked about: with the street, being verified.
struct Target {
    case: String,
    reporter: String,
    number: String,
    unit: String,
    person: String,
    revision: String,
}

async fn target(world: &World) -> Target {
    let street = procedure::organise(world).await;
    let body = json!({
        "channel": "phone_12350", "enterprise": "某厂", "region": "120102", "facts": WORDS, "clues": WORDS,
        "reporters": [{ "name": IDENTITY[0], "phone": IDENTITY[1], "address": IDENTITY[2], "citizen_id": IDENTITY[3] }],
    });
    let officer = world.sign_in("officer").await;
    let registered = world
        .post("/api/v1/cases")
        .bearer(&officer)
        .json(&body)
        .send()
        .await
        .expect(201)
        .json();
    let case = registered["id"].as_str().expect("an id").to_owned();
    procedure::bring_to_street(world, street, &case).await;
    let read = world
        .get(&format!("/api/v1/cases/{case}"))
        .bearer(&officer)
        .send()
        .await
        .expect(200)
        .json();
    let reporter = read["reporters"][0]["id"].as_str().expect("an id").to_owned();
    let number = registered["number"].as_str().expect("a number").to_owned();
    let unit = world.unit("spare", UnitKind::Street, "120103").await.to_string();
    let person = world.person("spare", "spare", &[Role::Analyst]).await.to_string();
    world
        .person("keeper", "anwei", &[Role::SystemAdministrator])
        .await;
    let keeper = world.sign_in("keeper").await;
    let draft = json!({"kind": "layer", "copy_of": "WL"});
    let drafted = world.post("/api/v1/revisions").bearer(&keeper).json(&draft);
    let revision = drafted.send().await.expect(201).json()["revision"]["id"].clone();
    Target {
        case,
        reporter,
        number,
        unit,
        person,
        revision: revision.as_str().expect("an id").to_owned(),
    }
}

/// What is asked for by its address alone.
const WITHOUT_BODY: [&str; 5] = [
    "refresh_session",
    "begin_verification",
    "submit_revision",
    "publish_revision",
    "discard_revision",
];

async fn callers(world: &World) -> Vec<Caller> {
    let mut callers = vec![Caller::Nobody];
    for role in Role::ALL {
        let code = role.code();
        let unit = if matches!(role, Role::Handler | Role::UnitLeader) {
            "street"
        } else {
            "anwei"
        };
        let login = format!("as-{code}");
        world.person(&login, unit, &[*role]).await;
        callers.push(Caller::Staff { login });
    }
    for (login, role) in [
        ("handler_elsewhere", Role::Handler),
        ("leader_elsewhere", Role::UnitLeader),
    ] {
        world.person(login, "park", &[role]).await;
        callers.push(Caller::Staff {
            login: login.to_owned(),
        });
    }
    for (name, scope) in [
        ("system_submitting", Scope::ReportsSubmit),
        ("system_asking", Scope::ReportsStatus),
    ] {
        let system = world.system(&[scope]).await;
        callers.push(Caller::System {
            token: world.system_token(&system).await,
            name,
        });
    }
    callers
}

/// Every operation of the document: method, path as documented, operation id.
fn operations(world: &World) -> Vec<(Method, String, String)> {
    let paths = world.document()["paths"].as_object().expect("paths");
    let mut operations: Vec<_> = paths
        .iter()
        .flat_map(|(path, item)| {
            item.as_object()
                .expect("an item")
                .iter()
                .map(move |(method, operation)| {
                    let method: Method = method.to_uppercase().parse().expect("a method");
                    let id = operation["operationId"].as_str().expect("an id").to_owned();
                    (method, path.clone(), id)
                })
        })
        .collect();
    operations.sort_by(|one, other| (&one.1, one.0.as_str()).cmp(&(&other.1, other.0.as_str())));
    operations
}

/// A body that is right in form, so that what is answered is about the caller.
fn body(id: &str, target: &Target) -> Option<Value> {
    Some(match id {
        "register_case" | "submit_report" | "submit_public_report" => json!({"facts": "通道堵塞"}),
        "preview_calendar" => json!({"text": "2027-01-01,休,元旦"}),
        "give_hints" => json!({"enterprise": "某厂", "facts": "通道堵塞"}),
        "issue_command" => json!({"type": "sign_in"}),
        "open_identity" => json!({"reason": "核对"}),
        "open_session" => json!({"login": "officer", "password": PASSWORD}),
        "change_password" => json!({"old": PASSWORD, "new": "too short"}),
        "enrol_one_time_code" => json!({"password": PASSWORD}),
        "confirm_one_time_code" => json!({"code": "000000"}),
        "accept_agreement" => json!({"version": "another"}),
        "save_draft" => json!({"content": "{}"}),
        "create_unit" => json!({"code": "spare", "name": "备用", "kind": "street", "region": "120103"}),
        "change_unit" => json!({"name": "备用", "kind": "street", "region": "120103", "active": true}),
        "create_person" => json!({"login": "spare", "name": "某人", "unit": target.unit}),
        "change_person" => json!({"name": "某人", "unit": target.unit, "active": true}),
        "file_liaison" => {
            json!({"year": 2026, "leader": "程立", "leader_phone": "13812341234", "section": "安全科", "chief": "高原",
            "chief_phone": "13812341234", "contact": "林远", "contact_phone": "13812341234"})
        }
        "grant_roles" => json!({"roles": ["analyst"], "reason": "到岗"}),
        "reset_password" => json!({"reason": "忘记密码"}),
        "follow_report" | "explain_report" | "withdraw_report" => {
            json!({"receipt_code": "1234-5678-9012-3456-7888"})
        }
        "send_public_message" | "supplement_report" => {
            json!({"receipt_code": "1234-5678-9012-3456-7888", "text": "补充说明"})
        }
        "calculate_deadline" => {
            json!({"start": "2026-11-16T09:00:00+08:00", "regime": "TJ", "clock": "handling"})
        }
        "send_message" => json!({"reporter": target.reporter, "text": "请补充照片"}),
        "issue_bulk" => json!({"command": {"type": "sign_in"}, "preview": true,
            "cases": [{"id": "018f0000-0000-7000-8000-000000000000", "version": 1}]}),
        "create_view" | "change_view" => json!({"name": "我的", "query": {}}),
        "order_views" => json!({"views": []}),
        "request_export" => json!({"query": {}}),
        "draft_revision" => json!({"kind": "layer", "copy_of": "XX"}),
        "edit_revision" => json!({"content": {}}),
        "simulate_revision" => json!({}),
        "return_revision" => json!({"reasons": "请补充依据"}),
        _ => return None,
    })
}

async fn call(
    world: &World,
    target: &Target,
    caller: &Caller,
    operation: &(Method, String, String),
    nth: usize,
) -> Answer {
    let (method, path, id) = operation;
    let path = path
        .replace("{id}", &target.case)
        .replace("{reporter}", &target.reporter)
        .replace("{number}", &target.number)
        .replace("{key}", "register.018f0000-0000-7000-8000-000000000000")
        .replace("{verification}", "018f0000-0000-7000-8000-000000000000")
        .replace("{unit}", &target.unit)
        .replace("{person}", &target.person)
        .replace("{regime}", "WL")
        .replace("{revision}", &target.revision)
        .replace("{year}", "2027")
        .replace("{version}", "1")
        .replace("{kind}", "handling")
        .replace("{round}", "1")
        .replace("{file}", "018f0000-0000-7000-8000-000000000000");
    assert!(
        !path.contains('{'),
        "{path} has a variable that no row here fills"
    );
    // Of a draft there is none yet; everything else is at its first version.
    let read = if id == "save_draft" { "\"0\"" } else { "\"1\"" };
    let mut request = world.call(method.clone(), &path).header("if-match", read);
    request = request.header("idempotency-key", &format!("authorisation-{nth:04}"));
    if let Some(token) = caller.token(world).await {
        request = request.bearer(&token);
    }
    if let Some(body) = body(id, target) {
        request = request.json(&body);
    } else if id == "issue_token" {
        request = request.form(&[("grant_type", "client_credentials")]);
    } else if id.contains("file") && *method == Method::POST {
        let part = reqwest::multipart::Part::text("证据文字说明").file_name("a.txt");
        request = request.multipart(reqwest::multipart::Form::new().part("file", part));
    } else {
        assert!(
            *method != Method::POST || WITHOUT_BODY.contains(&id.as_str()),
            "{id} needs a body here"
        );
    }
    request.send().await
}

#[test]
fn every_caller_is_answered_as_reviewed_and_told_nothing_of_the_reporter() {
    on_every_engine(async |world| {
        let target = target(world).await;
        let callers = callers(world).await;
        let mut table =
            String::from("每一项操作对每一类调用者的应答 · What each operation answers each caller\n");
        let mut nth = 0;
        for operation in operations(world) {
            table.push_str(&format!("\n{} {} ({})\n", operation.0, operation.1, operation.2));
            for caller in &callers {
                nth += 1;
                let answer = call(world, &target, caller, &operation, nth).await;
                assert!(
                    answer.status < 500,
                    "{} for {}: {}",
                    operation.2,
                    caller.name(),
                    answer.text()
                );
                table.push_str(&format!("  {:<22} {}\n", caller.name(), answer.status));
                look(&operation.2, caller, &answer);
            }
        }
        reviewed(&table);
    });
}

/// Looks for what must not be told.
fn look(operation: &str, caller: &Caller, answer: &Answer) {
    let text = answer.text();
    let opens = operation == "open_identity" && answer.status == 200;
    for secret in IDENTITY.iter().filter(|_| !opens) {
        assert!(
            !text.contains(secret),
            "{operation} tells {} {secret}",
            caller.name()
        );
    }
    if !caller.sees_words() {
        assert!(
            !text.contains(WORDS),
            "{operation} tells {} the words of the report",
            caller.name()
        );
    }
}

fn reviewed(table: &str) {
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::create_dir_all(std::path::Path::new(GOLDEN).parent().expect("a folder")).expect("a folder");
        std::fs::write(GOLDEN, table).expect("the golden file");
    }
    let golden = std::fs::read_to_string(GOLDEN).unwrap_or_default();
    for (line, (found, reviewed)) in table.lines().zip(golden.lines()).enumerate() {
        assert_eq!(
            found,
            reviewed,
            "line {} of {GOLDEN}: review it, then UPDATE_GOLDEN=1",
            line + 1
        );
    }
    assert_eq!(
        table.lines().count(),
        golden.lines().count(),
        "{GOLDEN}: review it, then UPDATE_GOLDEN=1"
    );
}
