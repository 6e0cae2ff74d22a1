//! Saved views: everybody's own, in their own order, as many as one may keep.

use crate::{
    procedure,
    world::{Answer, World, on_every_engine},
};
use anju_shared::api::views::MOST_VIEWS;
use reqwest::Method;
use serde_json::{Value, json};

fn named(name: &str) -> Value {
    json!({"name": name, "query": {"region": "120102", "due": "soon", "order": "newest"}, "columns": ["nature", "number"]})
}

async fn save(world: &World, token: &str, body: &Value) -> Answer {
    world.post("/api/v1/views").bearer(token).json(body).send().await
}

async fn names(world: &World, token: &str) -> Vec<String> {
    let list = world
        .get("/api/v1/views")
        .bearer(token)
        .send()
        .await
        .expect(200)
        .json();
    let views = list["views"].as_array().expect("views").iter();
    views
        .map(|view| view["name"].as_str().expect("a name").to_owned())
        .collect()
}

#[test]
fn a_view_is_saved_renamed_moved_and_forgotten() {
    on_every_engine(async |world| {
        procedure::organise(world).await;
        let token = world.sign_in("dispatcher").await;
        let first = save(world, &token, &named("我的区域")).await.expect(201).json();
        assert_eq!(first["columns"], json!(["number", "matter", "nature"]));
        assert_eq!(
            first["query"],
            json!({"region": "120102", "due": "soon", "order": "newest"})
        );
        let second = save(world, &token, &json!({"name": "全部", "query": {}}))
            .await
            .expect(201)
            .json();
        assert_eq!(names(world, &token).await, ["我的区域", "全部"]);

        let order = json!({"views": [second["id"], first["id"]]});
        let call = |method, path: &str| world.call(method, path).bearer(&token);
        call(Method::PUT, "/api/v1/views")
            .json(&order)
            .send()
            .await
            .expect(200);
        assert_eq!(names(world, &token).await, ["全部", "我的区域"]);
        for wrong in [json!([]), json!([first["id"]]), json!([first["id"], first["id"]])] {
            let body = json!({"views": wrong});
            call(Method::PUT, "/api/v1/views")
                .json(&body)
                .send()
                .await
                .expect(422);
        }

        let path = format!("/api/v1/views/{}", first["id"].as_str().expect("an id"));
        call(Method::PUT, &path)
            .json(&named("三天内"))
            .send()
            .await
            .expect(200);
        assert_eq!(names(world, &token).await, ["全部", "三天内"]);
        call(Method::DELETE, &path).send().await.expect(204);
        call(Method::DELETE, &path).send().await.expect(404);
        assert_eq!(names(world, &token).await, ["全部"]);
    });
}

#[test]
fn views_of_others_are_unknown() {
    on_every_engine(async |world| {
        procedure::organise(world).await;
        let (mine, other) = (world.sign_in("dispatcher").await, world.sign_in("officer").await);
        let view = save(world, &mine, &named("我的")).await.expect(201).json();
        let path = format!("/api/v1/views/{}", view["id"].as_str().expect("an id"));
        assert!(names(world, &other).await.is_empty());
        let call = |method| world.call(method, &path).bearer(&other);
        call(Method::PUT).json(&named("改")).send().await.expect(404);
        call(Method::DELETE).send().await.expect(404);
        assert_eq!(names(world, &mine).await, ["我的"]);
    });
}

#[test]
fn what_is_no_view_is_refused_with_its_reason() {
    on_every_engine(async |world| {
        procedure::organise(world).await;
        let token = world.sign_in("dispatcher").await;
        for wrong in [
            json!({"name": " ", "query": {}}),
            json!({"name": "长".repeat(41), "query": {}}),
            json!({"name": "a", "query": {"colour": "red"}}),
            json!({"name": "a", "query": {}, "columns": ["reporter"]}),
        ] {
            save(world, &token, &wrong).await.expect(422);
        }
        for number in 0..MOST_VIEWS {
            save(world, &token, &named(&format!("视图 {number}")))
                .await
                .expect(201);
        }
        save(world, &token, &named("多余")).await.expect(409);
    });
}
