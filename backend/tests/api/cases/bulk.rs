//! One command for many cases: foreseen without effect, then carried out for each by itself.

use super::story::{Story, read, register, report};
use crate::{
    procedure,
    world::{Answer, World, on_every_engine},
};
use serde_json::{Value, json};

async fn bulk(world: &World, who: &str, preview: bool, command: &Value, cases: &[Value]) -> Answer {
    let token = world.sign_in(who).await;
    let body = json!({"command": command, "cases": cases, "preview": preview});
    world
        .post("/api/v1/cases/bulk")
        .bearer(&token)
        .json(&body)
        .send()
        .await
}

/// Every case of the list as it stands: id and version.
async fn all(world: &World) -> Vec<Value> {
    let mut cases = procedure::all_cases(world).await;
    cases.sort_by_key(|case| case["number"].as_str().expect("a number").to_owned());
    cases
        .iter()
        .map(|case| json!({"id": case["id"], "version": case["version"]}))
        .collect()
}

fn accept() -> Value {
    json!({"type": "accept", "urgency": "general", "reasons": []})
}

async fn stage(world: &World, case: &Value) -> String {
    let id = case["id"].as_str().expect("an id");
    let case = read(world, "officer", id).await.expect(200).json();
    case["case"]["progress"]["stage"]
        .as_str()
        .expect("a stage")
        .to_owned()
}

#[test]
fn a_preview_says_what_would_happen_and_changes_nothing() {
    on_every_engine(async |world| {
        procedure::organise(world).await;
        register(world, &report()).await.expect(201);
        let mut silent = report();
        silent.as_object_mut().expect("a report").remove("nature");
        register(world, &silent).await.expect(201);
        let cases = all(world).await;
        let told = bulk(world, "officer", true, &accept(), &cases)
            .await
            .expect(200)
            .json();
        assert_eq!(told["preview"], true);
        assert_eq!(told["cases"][0]["stage"], "accepted", "{told:#}");
        // Without a nature nobody knows as what it would be accepted.
        assert_eq!(told["cases"][1]["problem"]["violations"][0]["field"], "nature");
        assert_eq!(stage(world, &cases[0]).await, "registered");
        assert_eq!(all(world).await, cases);
    });
}

#[test]
fn each_case_goes_its_own_way_and_has_its_own_answer() {
    on_every_engine(async |world| {
        let story = Story::begin(world).await;
        for _ in 0..2 {
            register(world, &report()).await.expect(201);
        }
        let mut cases = all(world).await;
        story.accept("urgent").await;
        cases[2]["version"] = json!(99);
        cases.push(json!({"id": "018f0000-0000-7000-8000-000000000000", "version": 1}));
        let done = bulk(world, "officer", false, &accept(), &cases)
            .await
            .expect(200)
            .json();
        let codes: Vec<&Value> = done["cases"]
            .as_array()
            .expect("cases")
            .iter()
            .map(|one| &one["problem"]["code"])
            .collect();
        assert_eq!(
            codes,
            [
                &json!("version_moved"),
                &Value::Null,
                &json!("version_moved"),
                &json!("not_found")
            ],
            "{done:#}"
        );
        assert_eq!(stage(world, &cases[1]).await, "accepted");
        // Asked again after a lost answer, what took effect says so.
        let again = bulk(world, "officer", false, &accept(), &cases[1..2])
            .await
            .expect(200)
            .json();
        assert_eq!(again["cases"][0]["stage"], "accepted", "{again:#}");
        assert_eq!(again["cases"][0].get("problem"), None);
    });
}

/// TJ-8.1: by region and industry; what points nowhere is refused by itself.
#[test]
fn cases_are_dispatched_to_the_unit_that_is_proposed_for_each() {
    on_every_engine(async |world| {
        let street = procedure::organise(world).await;
        let state = world.server.state();
        anju_backend::admin::add_route(state, Some("120102"), None, "street")
            .await
            .expect("a route");
        let mut elsewhere = report();
        elsewhere["region"] = json!("120101");
        for body in [report(), elsewhere] {
            register(world, &body).await.expect(201);
        }
        let cases = all(world).await;
        bulk(world, "officer", false, &accept(), &cases).await.expect(200);
        let cases = all(world).await;
        let dispatch = json!({"type": "dispatch", "kind": "downward", "task_sheet": "核查所列事项。"});
        let told = bulk(world, "dispatcher", true, &dispatch, &cases)
            .await
            .expect(200)
            .json();
        assert_eq!(told["cases"][0]["unit"], "street 单位", "{told:#}");
        assert_eq!(told["cases"][1]["problem"]["violations"][0]["field"], "unit");
        bulk(world, "dispatcher", false, &dispatch, &cases)
            .await
            .expect(200);
        let id = cases[0]["id"].as_str().expect("an id");
        let case = read(world, "handler", id).await.expect(200).json();
        assert_eq!(
            case["case"]["progress"]["assignment"]["unit"],
            json!(street),
            "{case:#}"
        );
        assert_eq!(stage(world, &cases[1]).await, "accepted");
    });
}

#[test]
fn whoever_has_not_the_role_is_refused_for_each_case_with_the_article() {
    on_every_engine(async |world| {
        Story::begin(world).await;
        let cases = all(world).await;
        for preview in [true, false] {
            let answer = bulk(world, "dispatcher", preview, &accept(), &cases)
                .await
                .expect(200)
                .json();
            let problem = &answer["cases"][0]["problem"];
            assert_eq!(problem["refusal"], "wrong_role", "{answer:#}");
            assert_eq!(problem["basis"]["clause"], "TJ-7.1");
        }
        bulk(world, "administrator", true, &accept(), &cases)
            .await
            .expect(403);
        bulk(world, "administrator", false, &accept(), &cases)
            .await
            .expect(403);
    });
}

#[test]
fn what_is_no_bulk_is_refused() {
    on_every_engine(async |world| {
        Story::begin(world).await;
        let one = all(world).await.remove(0);
        let different =
            (0..101).map(|n| json!({"id": format!("018f0000-0000-7000-8000-{n:012}"), "version": 1}));
        for wrong in [vec![], vec![one.clone(), one.clone()], different.collect()] {
            bulk(world, "officer", true, &accept(), &wrong).await.expect(422);
        }
        let reply = json!({"type": "reply"});
        bulk(world, "officer", true, &reply, &[one]).await.expect(422);
    });
}
