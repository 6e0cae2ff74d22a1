//! Revisions of rules and calendar, on their whole way. `rules`: layers. `calendar`: arrangements of working days, and what
//! they do to the periods that run. `walks`: how cases are gone through. Here stands what these tests ask with.

mod calendar;
mod rules;
mod walks;

use crate::{
    procedure,
    world::{Answer, World},
};
use anju_shared::{
    access::Role,
    api::revisions::{EffectPage, RevisionDetail},
    ids::UnitId,
};
use serde_json::{Value, json};

/// The office with somebody who leads it, and the street.
async fn organise(world: &World) -> UnitId {
    let street = procedure::organise(world).await;
    world.person("head", "anwei", &[Role::OfficeLeader]).await;
    world.person("second_head", "anwei", &[Role::OfficeLeader]).await;
    street
}

/// Begins a draft.
async fn draft(world: &World, who: &str, new: &Value) -> Answer {
    let token = world.sign_in(who).await;
    world
        .post("/api/v1/revisions")
        .bearer(&token)
        .json(new)
        .send()
        .await
}

/// One step of a revision, over the version that is there.
async fn step(world: &World, who: &str, (id, step): (&str, &str), body: Option<&Value>) -> Answer {
    let token = world.sign_in(who).await;
    let version = format!("\"{}\"", read(world, id).await.revision.version);
    let call = world
        .post(&format!("/api/v1/revisions/{id}/{step}"))
        .bearer(&token)
        .header("if-match", &version);
    match body {
        Some(body) => call.json(body).send().await,
        None => call.send().await,
    }
}

/// Writes a draft anew.
async fn edit(world: &World, who: &str, id: &str, content: &Value) -> Answer {
    let token = world.sign_in(who).await;
    let version = format!("\"{}\"", read(world, id).await.revision.version);
    world
        .call(reqwest::Method::PUT, &format!("/api/v1/revisions/{id}"))
        .bearer(&token)
        .header("if-match", &version)
        .json(&json!({ "content": content }))
        .send()
        .await
}

/// A revision as it stands.
async fn read(world: &World, id: &str) -> RevisionDetail {
    let token = world.sign_in("head").await;
    let call = world.get(&format!("/api/v1/revisions/{id}")).bearer(&token);
    call.send().await.expect(200).parse()
}

/// Simulates what a draft says, to the end.
async fn simulated(world: &World, id: &str, past: &Value) -> RevisionDetail {
    step(world, "administrator", (id, "simulate"), Some(past))
        .await
        .expect(200);
    world.server.run_jobs().await.expect("the jobs");
    read(world, id).await
}

/// The effects of the last simulation, narrowed by a query.
async fn effects(world: &World, who: &str, id: &str, query: &str) -> EffectPage {
    let token = world.sign_in(who).await;
    let call = world.get(&format!("/api/v1/revisions/{id}/effects{query}"));
    call.bearer(&token).send().await.expect(200).parse()
}

/// From a draft without faults to its publication: the administrator submits, the head publishes.
async fn publish(world: &World, id: &str) -> RevisionDetail {
    simulated(world, id, &json!({})).await;
    step(world, "administrator", (id, "submit"), None)
        .await
        .expect(200);
    let published = step(world, "head", (id, "publish"), None).await.expect(200);
    // By then every server has taken it up.
    world.clock.advance(10);
    published.parse()
}

/// The id of what was drafted.
fn id_of(answer: &Answer) -> String {
    answer.parse::<RevisionDetail>().revision.id.to_string()
}

/// A report that was accepted and sent to the street; its id.
async fn dispatched(world: &World, street: UnitId) -> String {
    let id = registered(world).await;
    procedure::accept(world, &id).await;
    let dispatch =
        json!({"type": "dispatch", "unit": street, "kind": "downward", "task_sheet": "核查疏散通道。"});
    let dispatcher = world.sign_in("dispatcher").await;
    procedure::command(world, &dispatcher, &id, &dispatch)
        .await
        .expect(200);
    id
}

/// A report that was received; its id.
async fn registered(world: &World) -> String {
    let officer = world.sign_in("officer").await;
    let body = json!({"channel": "phone_12350", "region": "120102", "facts": "疏散通道被货物堵塞。"});
    let call = world.post("/api/v1/cases").bearer(&officer).json(&body);
    let id = call.send().await.expect(201).json()["id"].clone();
    id.as_str().expect("an id").to_owned()
}

/// When a period of a case ends.
async fn due(world: &World, case: &str, kind: &str) -> String {
    let case = case_of(world, case).await;
    let clocks = case["clocks"].as_array().expect("clocks");
    let clock = clocks
        .iter()
        .find(|clock| clock["kind"] == kind)
        .expect("that period runs");
    clock["due"]["at"].as_str().expect("an instant").to_owned()
}

async fn case_of(world: &World, case: &str) -> Value {
    let officer = world.sign_in("officer").await;
    let call = world.get(&format!("/api/v1/cases/{case}")).bearer(&officer);
    call.send().await.expect(200).json()["case"].clone()
}
