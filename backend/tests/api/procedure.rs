//! An office, two units, their people, and the way of a case through their hands: for tests of what comes after.

use crate::world::{Answer, World};
use anju_shared::{access::Role, api::directory::UnitKind, ids::UnitId};
use serde_json::{Value, json};

/// Sets up the office with `officer`, `second_officer`, `dispatcher` and `administrator`, the street with `handler` and
/// `leader`, the park with `elsewhere`. Answers the street.
pub(crate) async fn organise(world: &World) -> UnitId {
    world.office().await;
    let street = world.unit("street", UnitKind::Street, "120102").await;
    world.unit("park", UnitKind::Park, "120101").await;
    world.person("officer", "anwei", &[Role::IntakeOfficer]).await;
    world
        .person("second_officer", "anwei", &[Role::IntakeOfficer])
        .await;
    world.person("dispatcher", "anwei", &[Role::Dispatcher]).await;
    world
        .person("administrator", "anwei", &[Role::SystemAdministrator])
        .await;
    world.person("leader", "street", &[Role::UnitLeader]).await;
    world.person("handler", "street", &[Role::Handler]).await;
    world.person("elsewhere", "park", &[Role::Handler]).await;
    street
}

/// Every case, as the office lists them.
pub(crate) async fn all_cases(world: &World) -> Vec<Value> {
    let token = world.sign_in("officer").await;
    let page = world
        .get("/api/v1/cases?limit=100")
        .bearer(&token)
        .send()
        .await
        .expect(200)
        .json();
    page["items"].as_array().expect("items").clone()
}

/// The id of the only case.
pub(crate) async fn only_case(world: &World) -> String {
    let cases = all_cases(world).await;
    assert_eq!(cases.len(), 1);
    cases[0]["id"].as_str().expect("an id").to_owned()
}

/// Issues a command to a case as it stands now.
pub(crate) async fn command(world: &World, token: &str, id: &str, body: &Value) -> Answer {
    let read = world
        .get(&format!("/api/v1/cases/{id}"))
        .bearer(token)
        .send()
        .await
        .expect(200);
    let call = world.post(&format!("/api/v1/cases/{id}/commands")).bearer(token);
    call.header("if-match", read.header("etag"))
        .json(body)
        .send()
        .await
}

/// The office accepts a case as one that can wait.
pub(crate) async fn accept(world: &World, id: &str) {
    let accept = json!({"type": "accept", "urgency": "general", "reasons": [], "nature": "hazard"});
    command(world, &world.sign_in("officer").await, id, &accept)
        .await
        .expect(200);
}

/// The office accepts a case and the street signs for it; the token of its handler.
pub(crate) async fn bring_to_street(world: &World, street: UnitId, id: &str) -> String {
    accept(world, id).await;
    let dispatch =
        json!({"type": "dispatch", "unit": street, "kind": "downward", "task_sheet": "核查疏散通道。"});
    command(world, &world.sign_in("dispatcher").await, id, &dispatch)
        .await
        .expect(200);
    let handler = world.sign_in("handler").await;
    command(world, &handler, id, &json!({"type": "sign_in"}))
        .await
        .expect(200);
    handler
}
