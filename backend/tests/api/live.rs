//! What is told while it happens: to whom, how soon, for how long.

use crate::{
    procedure,
    world::{Events, World, on_every_engine, with_settings},
};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// Within which the staff see what others did.
const A_SECOND: Duration = Duration::from_secs(1);
/// In which nothing is told to whom nothing is to be told.
const A_WHILE: Duration = Duration::from_millis(400);

async fn listen(world: &World, who: &str) -> Events {
    let token = world.sign_in(who).await;
    world.get("/api/v1/live").bearer(&token).listen().await
}

async fn register(world: &World) -> Value {
    let officer = world.sign_in("officer").await;
    let report = json!({"facts": "通道堵塞", "region": "120102", "reporters": [{"name": "张示范", "phone": "13812341234"}]});
    let call = world.post("/api/v1/cases").bearer(&officer).json(&report);
    call.send().await.expect(201).json()
}

#[test]
fn the_office_hears_of_every_case_within_a_second_and_nothing_that_is_confidential() {
    on_every_engine(async |world| {
        procedure::organise(world).await;
        let mut dispatcher = listen(world, "dispatcher").await;
        let case = register(world).await;
        let (kind, told) = dispatcher.within(A_SECOND).await.expect("told");
        assert_eq!(kind, "case");
        let expected = json!({"id": case["id"], "number": case["number"], "version": case["version"], "stage": "registered"});
        assert_eq!(told, expected);
        procedure::accept(world, case["id"].as_str().expect("an id")).await;
        let (_, told) = dispatcher.within(A_SECOND).await.expect("told");
        assert_eq!(told["stage"], "accepted");
    });
}

#[test]
fn a_unit_hears_of_its_own_cases_and_of_no_other() {
    on_every_engine(async |world| {
        let street = procedure::organise(world).await;
        let case = register(world).await;
        let (mut handler, mut elsewhere) = (listen(world, "handler").await, listen(world, "elsewhere").await);
        procedure::bring_to_street(world, street, case["id"].as_str().expect("an id")).await;
        let first = handler.within(A_SECOND).await.expect("told");
        assert_eq!(first.1["stage"], "assigned", "not before it is the unit's");
        assert_eq!(
            handler.within(A_SECOND).await.expect("told").1["stage"],
            "verifying"
        );
        assert_eq!(elsewhere.within(A_WHILE).await, None);
    });
}

#[test]
fn two_servers_on_one_database_tell_each_other() {
    on_every_engine(async |world| {
        let Some(second) = world.second_server().await else {
            return;
        };
        procedure::organise(world).await;
        let mut there = listen(&second, "dispatcher").await;
        let case = register(world).await;
        let (kind, told) = there.within(A_SECOND).await.expect("told");
        assert_eq!((kind.as_str(), &told["id"]), ("case", &case["id"]));
        drop(there);
        second.server.stop().await.expect("a clean stop");
    });
}

#[test]
fn reports_that_are_entered_together_are_each_told() {
    on_every_engine(async |world| {
        procedure::organise(world).await;
        let mut officer = listen(world, "officer").await;
        let report =
            json!({"facts": "通道堵塞", "region": "120102", "reporters": [{"phone": "13812341234"}]});
        let send = || world.post("/api/v1/public/reports").json(&report).send();
        futures_util::future::join_all((0..20).map(|_| send())).await;
        for _ in 0..20 {
            assert_eq!(officer.within(A_SECOND).await.expect("told").0, "case");
        }
    });
}

#[test]
fn what_was_refused_is_not_told() {
    on_every_engine(async |world| {
        procedure::organise(world).await;
        let case = register(world).await;
        let mut dispatcher = listen(world, "dispatcher").await;
        let officer = world.sign_in("officer").await;
        let id = case["id"].as_str().expect("an id");
        let close = json!({"type": "close", "opinion": "同意"});
        procedure::command(world, &officer, id, &close).await.expect(422);
        assert_eq!(dispatcher.within(A_WHILE).await, None);
    });
}

#[test]
fn a_stream_ends_with_the_token() {
    on_every_engine(async |world| {
        procedure::organise(world).await;
        let mut dispatcher = listen(world, "dispatcher").await;
        world.clock.advance(301);
        register(world).await;
        assert_eq!(
            dispatcher.next().await,
            None,
            "not even what happened is told any more"
        );
    });
}

#[test]
fn a_stream_ends_with_the_sign_in() {
    with_settings(&[("limits.heartbeat_seconds", "1")], async |world| {
        procedure::organise(world).await;
        let token = world.sign_in("dispatcher").await;
        let mut stream = world.get("/api/v1/live").bearer(&token).listen().await;
        world
            .call(reqwest::Method::DELETE, "/api/v1/session")
            .bearer(&token)
            .send()
            .await
            .expect(204);
        let ended = tokio::time::timeout(Duration::from_secs(3), stream.next()).await;
        assert_eq!(ended, Ok(None));
    });
}

#[test]
fn one_person_opens_no_more_streams_than_anybody_looks_at() {
    on_every_engine(async |world| {
        procedure::organise(world).await;
        let token = world.sign_in("dispatcher").await;
        let mut streams = Vec::new();
        for _ in 0..8 {
            streams.push(world.get("/api/v1/live").bearer(&token).listen().await);
        }
        world.get("/api/v1/live").bearer(&token).send().await.expect(429);
        listen(world, "officer").await;
    });
}

#[test]
fn a_stream_outlives_the_time_limit_of_requests_and_holds_up_no_stop() {
    with_settings(&[("limits.request_seconds", "1")], async |world| {
        procedure::organise(world).await;
        let mut stream = listen(world, "dispatcher").await;
        tokio::time::sleep(Duration::from_millis(1_500)).await;
        register(world).await;
        assert!(stream.within(A_SECOND).await.is_some());
        let Some(second) = world.second_server().await else {
            return;
        };
        let mut there = listen(&second, "dispatcher").await;
        let begun = Instant::now();
        second.server.stop().await.expect("a clean stop");
        assert!(begun.elapsed() < Duration::from_secs(3), "{:?}", begun.elapsed());
        assert_eq!(there.next().await, None);
    });
}
