//! Who sees what: another unit's case is unknown, the unit works from its task sheet, administrators see nothing.

use super::story::{Story, read};
use crate::world::on_every_engine;
use serde_json::json;

#[test]
fn another_units_case_is_unknown() {
    on_every_engine(async |world| {
        let story = Story::begin(world).await;
        story.to_verifying("general").await;
        let stranger = world.sign_in("elsewhere").await;
        let path = format!("/api/v1/cases/{}", story.id);
        let foreign = world
            .get(&path)
            .bearer(&stranger)
            .send()
            .await
            .expect(404)
            .problem();
        let missing = world
            .get("/api/v1/cases/018f0000-0000-7000-8000-000000000000")
            .bearer(&stranger)
            .send()
            .await;
        let missing = missing.expect(404).problem();
        assert_eq!(
            (foreign.title, foreign.detail),
            (missing.title, missing.detail),
            "both look the same"
        );
        world
            .get(&format!("{path}/events"))
            .bearer(&stranger)
            .send()
            .await
            .expect(404);
        let command = world
            .post(&format!("{path}/commands"))
            .bearer(&stranger)
            .header("if-match", "\"1\"");
        command.json(&json!({"type": "sign_in"})).send().await.expect(404);
        let list = world
            .get("/api/v1/cases")
            .bearer(&stranger)
            .send()
            .await
            .expect(200)
            .json();
        assert_eq!(list, json!({"items": [], "total": 0}));
    });
}

#[test]
fn tj_20_the_unit_sees_its_task_sheet_and_never_the_words_of_the_report() {
    on_every_engine(async |world| {
        let story = Story::begin(world).await;
        story.to_verifying("general").await;
        let handler = world.sign_in("handler").await;
        let answer = read(world, "handler", &story.id).await.expect(200);
        for words in ["电机外壳没有接地", "夜里十点以后", "张示范", "13812341234"] {
            assert!(!answer.text().contains(words), "{words}");
        }
        let detail = answer.json();
        assert_eq!(detail["view"], "unit");
        assert_eq!(detail["reporters"][0]["name"], "张**");
        assert_eq!(detail["reporters"][0]["phone"], "138****1234");
        let events = world
            .get(&format!("/api/v1/cases/{}/events", story.id))
            .bearer(&handler)
            .send()
            .await
            .expect(200);
        assert!(!events.text().contains("电机外壳没有接地"));
        let office = read(world, "dispatcher", &story.id).await.expect(200).json();
        assert_eq!(
            (&office["view"], &office["original"]["facts"]),
            (&json!("office"), &json!("电机外壳没有接地，皮带没有防护罩。"))
        );
    });
}

#[test]
fn an_administrator_sees_no_case() {
    on_every_engine(async |world| {
        let story = Story::begin(world).await;
        let administrator = world.sign_in("administrator").await;
        world
            .get("/api/v1/cases")
            .bearer(&administrator)
            .send()
            .await
            .expect(403);
        read(world, "administrator", &story.id).await.expect(403);
        world
            .get(&format!("/api/v1/cases/{}", story.id))
            .send()
            .await
            .expect(401);
    });
}

#[test]
fn what_a_role_may_not_do_is_refused_with_the_article() {
    on_every_engine(async |world| {
        let story = Story::begin(world).await;
        story.accept("general").await;
        let dispatch =
            json!({"type": "dispatch", "unit": story.street, "kind": "own", "task_sheet": "核查。"});
        let refused = story.ask("officer", &dispatch).await.expect(403).problem();
        assert_eq!(refused.refusal.as_deref(), Some("wrong_role"));
        assert_eq!(refused.basis.expect("a basis").clause, "TJ-8.1");
    });
}
