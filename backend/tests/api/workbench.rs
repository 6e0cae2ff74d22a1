//! What waits for whom, how it is grouped, and how much there is in all.

use crate::{
    procedure,
    world::{World, on_every_engine},
};
use serde_json::{Value, json};

async fn bench(world: &World, who: &str, query: &str) -> Value {
    let token = world.sign_in(who).await;
    let call = world.get(&format!("/api/v1/workbench{query}")).bearer(&token);
    call.send().await.expect(200).json()
}

async fn register(world: &World) -> String {
    let officer = world.sign_in("officer").await;
    let report = json!({"facts": "通道堵塞", "region": "120102", "industry": "fire",
        "reporters": [{"name": "张示范", "phone": "13812341234"}]});
    let answer = world
        .post("/api/v1/cases")
        .bearer(&officer)
        .json(&report)
        .send()
        .await
        .expect(201);
    answer.json()["id"].as_str().expect("an id").to_owned()
}

/// The totals of the four groups.
fn totals(bench: &Value) -> Vec<u64> {
    let groups = bench["groups"].as_array().expect("groups").iter();
    groups
        .map(|group| group["total"].as_u64().expect("a number"))
        .collect()
}

/// The next action of every row, in order.
fn next(bench: &Value) -> Vec<&str> {
    let groups = bench["groups"].as_array().expect("groups").iter();
    let items = groups.flat_map(|group| group["items"].as_array().expect("items"));
    items
        .map(|item| item["next"].as_str().unwrap_or("nothing"))
        .collect()
}

#[test]
fn everybody_finds_what_is_theirs_to_do_and_nothing_else_tj_6_1() {
    on_every_engine(async |world| {
        let street = procedure::organise(world).await;
        let (first, second) = (register(world).await, register(world).await);
        register(world).await;
        procedure::accept(world, &first).await;
        procedure::bring_to_street(world, street, &second).await;
        assert_eq!(next(&bench(world, "officer", "").await), ["accept"]);
        assert_eq!(next(&bench(world, "dispatcher", "").await), ["dispatch"]);
        assert_eq!(next(&bench(world, "handler", "").await), ["record_visit"]);
        for nobody in ["leader", "elsewhere"] {
            assert_eq!(totals(&bench(world, nobody, "").await), [0, 0, 0, 0], "{nobody}");
        }
    });
}

#[test]
fn work_is_grouped_by_the_calendar_and_counted_exactly() {
    on_every_engine(async |world| {
        procedure::organise(world).await;
        for _ in 0..3 {
            register(world).await;
        }
        // Monday: seven calendar days are left to decide.
        let fresh = bench(world, "officer", "").await;
        assert_eq!(totals(&fresh).iter().sum::<u64>(), 3);
        assert_eq!(
            fresh["tiles"],
            json!({"today": 3, "open": 3, "soon": totals(&fresh)[1] + totals(&fresh)[2], "overdue": 0})
        );
        let short = bench(world, "officer", "?limit=1").await;
        assert_eq!((totals(&short), next(&short).len()), (totals(&fresh), 1));
        world.clock.advance(60 * 86_400);
        let late = bench(world, "officer", "").await;
        assert_eq!(totals(&late), [3, 0, 0, 0]);
        assert_eq!(
            late["tiles"],
            json!({"today": 0, "open": 3, "soon": 0, "overdue": 3})
        );
        assert_eq!(
            late["waiting"],
            json!([{"action": "accept", "total": 3, "overdue": 3}])
        );
    });
}

/// TJ-7.3: whoever proposed to decline does not also confirm it.
#[test]
fn a_proposal_waits_for_a_second_person_and_not_for_its_author() {
    on_every_engine(async |world| {
        procedure::organise(world).await;
        let case = register(world).await;
        let decline = json!({"type": "decline", "ground": "NA07", "reasons": "不属于受理范围。"});
        let officer = world.sign_in("officer").await;
        procedure::command(world, &officer, &case, &decline)
            .await
            .expect(200);
        assert_eq!(
            totals(&bench(world, "officer", "?work=decisions").await),
            [0, 0, 0, 0]
        );
        let second = bench(world, "second_officer", "?work=decisions").await;
        assert_eq!(next(&second), ["confirm_decline"]);
    });
}

/// TJ-8.1: region and industry point to a unit.
#[test]
fn the_dispatcher_sees_the_unit_that_is_proposed_and_why() {
    on_every_engine(async |world| {
        procedure::organise(world).await;
        anju_backend::admin::add_route(world.server.state(), Some("120102"), None, "street")
            .await
            .expect("a route");
        let case = register(world).await;
        procedure::accept(world, &case).await;
        register(world).await;
        let desk = bench(world, "dispatcher", "?work=dispatch").await;
        let item = desk["groups"]
            .as_array()
            .expect("groups")
            .iter()
            .find_map(|group| group["items"].get(0))
            .expect("a row");
        assert_eq!(item["proposal"]["unit"]["name"], "street 单位");
        assert!(
            item["proposal"]["reason"]["zh"]
                .as_str()
                .is_some_and(|reason| reason.contains("区域"))
        );
        assert_eq!(item["version"].as_u64().map(|version| version > 1), Some(true));
    });
}

#[test]
fn more_rows_than_a_page_holds_are_refused() {
    on_every_engine(async |world| {
        procedure::organise(world).await;
        let token = world.sign_in("officer").await;
        for query in ["?limit=101", "?work=everything", "?colour=red"] {
            world
                .get(&format!("/api/v1/workbench{query}"))
                .bearer(&token)
                .send()
                .await
                .expect(422);
        }
    });
}
