//! The list: narrowed, ordered, paged by cursor, with its exact number.

use super::story::{Story, register, report};
use crate::{
    procedure,
    world::{World, on_every_engine},
};
use anju_shared::ids::UnitId;
use serde_json::{Value, json};

async fn page(world: &World, query: &str) -> Value {
    let dispatcher = world.sign_in("dispatcher").await;
    world
        .get(&format!("/api/v1/cases{query}"))
        .bearer(&dispatcher)
        .send()
        .await
        .expect(200)
        .json()
}

fn numbers(page: &Value) -> Vec<String> {
    let items = page["items"].as_array().expect("items");
    items
        .iter()
        .map(|item| item["number"].as_str().expect("a number").to_owned())
        .collect()
}

async fn seven(world: &World) -> UnitId {
    let street = procedure::organise(world).await;
    for i in 0..7 {
        let mut body = report();
        body["industry"] = json!(if i % 2 == 0 { "fire" } else { "gas" });
        body["region"] = json!(if i < 3 { "120101" } else { "120102" });
        register(world, &body).await.expect(201);
        world.clock.advance(30);
    }
    street
}

#[test]
fn pages_follow_each_other_without_gap_or_double() {
    on_every_engine(async |world| {
        seven(world).await;
        for order in ["due", "newest"] {
            let mut seen = Vec::new();
            let mut query = format!("?order={order}&limit=3");
            loop {
                let page = page(world, &query).await;
                assert_eq!(page["total"], 7);
                seen.extend(numbers(&page));
                let Some(next) = page["next"].as_str() else { break };
                query = format!("?order={order}&limit=3&after={next}");
            }
            let mut sorted = seen.clone();
            sorted.sort();
            sorted.dedup();
            assert_eq!((seen.len(), sorted.len()), (7, 7), "{seen:?}");
        }
    });
}

#[test]
fn totals_are_exact_under_every_filter() {
    on_every_engine(async |world| {
        let street = seven(world).await;
        let story = Story {
            world,
            street,
            id: first(world).await,
            number: String::new(),
        };
        story.accept("urgent").await;
        for (query, total) in [
            ("", 7),
            ("?industry=fire", 4),
            ("?industry=gas&region=120101", 1),
            ("?region=120102", 4),
            ("?stage=accepted", 1),
            ("?stage=registered", 6),
            ("?urgency=urgent", 1),
            ("?channel=letter", 0),
            ("?open=true", 7),
            ("?open=false", 0),
            ("?nature=violation", 7),
            ("?nature=hazard", 0),
            ("?nature=violation&industry=gas", 3),
            ("?due=overdue", 0),
            ("?from=2026-11-16&to=2026-11-16", 7),
            ("?from=2026-11-17", 0),
            ("?to=2026-11-15&order=newest", 0),
        ] {
            let page = page(world, query).await;
            assert_eq!(
                (&page["total"], page["items"].as_array().map(Vec::len)),
                (&json!(total), Some(total)),
                "{query}"
            );
        }
    });
}

async fn first(world: &World) -> String {
    page(world, "?limit=1").await["items"][0]["id"]
        .as_str()
        .expect("an id")
        .to_owned()
}

#[test]
fn the_list_is_narrowed_by_unit_and_by_how_soon_something_is_due() {
    on_every_engine(async |world| {
        let street = seven(world).await;
        let story = Story {
            world,
            street,
            id: first(world).await,
            number: String::new(),
        };
        story.accept("general").await;
        story.dispatch().await;
        assert_eq!(page(world, &format!("?unit={street}")).await["total"], 1);
        let mut told = 0;
        for band in ["overdue", "today", "soon", "other"] {
            let page = page(world, &format!("?due={band}&limit=1")).await;
            told += page["total"].as_u64().expect("a total");
        }
        assert_eq!(told, 7, "every case is in one band");
        // The period for accepting has passed for the six that nobody looked at.
        world.clock.advance(30 * 86_400);
        let late = page(world, "?due=overdue").await;
        assert_eq!((&late["total"], numbers(&late).len()), (&json!(7), 7));
        assert_eq!(
            page(world, &format!("?due=overdue&unit={street}")).await["total"],
            1
        );
    });
}

#[test]
fn what_is_due_first_comes_first() {
    on_every_engine(async |world| {
        let story = Story::begin(world).await;
        register(world, &report()).await.expect(201);
        story.to_verifying("urgent").await;
        let page = page(world, "").await;
        assert_eq!(numbers(&page), [story.number.as_str(), "1201-20261116-0002"]);
        assert_eq!(page["items"][0]["clock"]["clause"], "TJ-9.2");
        assert_eq!(page["items"][1]["clock"]["kind"], "accept_decision");
    });
}

#[test]
fn a_cursor_that_was_not_given_out_is_refused() {
    on_every_engine(async |world| {
        seven(world).await;
        let dispatcher = world.sign_in("dispatcher").await;
        let next = page(world, "?limit=2").await["next"]
            .as_str()
            .expect("a next page")
            .to_owned();
        let mut forged = next.clone();
        forged.replace_range(4..5, if &next[4..5] == "A" { "B" } else { "A" });
        for query in [
            format!("?after={forged}"),
            format!("?order=newest&after={next}"),
            "?after=x".to_owned(),
            "?limit=0".to_owned(),
            "?limit=101".to_owned(),
            "?stage=nowhere".to_owned(),
            "?due=never".to_owned(),
            "?from=yesterday".to_owned(),
            "?colour=red".to_owned(),
        ] {
            world
                .get(&format!("/api/v1/cases{query}"))
                .bearer(&dispatcher)
                .send()
                .await
                .expect(422);
        }
    });
}
