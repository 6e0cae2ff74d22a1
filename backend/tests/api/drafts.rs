//! Drafts of staff: kept as they type, given back to their writer alone, gone when sent or old. That nothing of them is
//! readable where they lie, `confidentiality` shows.

use crate::world::{Answer, World, on_every_engine, with_settings};
use anju_shared::{
    access::Role,
    api::drafts::{Draft, DraftList},
    problem::ProblemCode,
};
use reqwest::Method;
use sea_orm::{ConnectionTrait as _, Statement};
use serde_json::json;

const KEY: &str = "register.018f0000-0000-7000-8000-000000000001";
const DAY: i64 = 86_400;

async fn officers(world: &World) -> (String, String) {
    world.office().await;
    world.person("chen", "anwei", &[Role::IntakeOfficer]).await;
    world.person("zhou", "anwei", &[Role::IntakeOfficer]).await;
    (world.sign_in("chen").await, world.sign_in("zhou").await)
}

fn path(key: &str) -> String {
    format!("/api/v1/drafts/{key}")
}

async fn save(world: &World, token: &str, key: &str, read: u32, content: &str) -> Answer {
    let call = world.call(Method::PUT, &path(key)).bearer(token);
    let call = call.header("if-match", &format!("\"{read}\""));
    call.json(&json!({ "content": content })).send().await
}

async fn read(world: &World, token: &str, key: &str) -> Answer {
    world.get(&path(key)).bearer(token).send().await
}

async fn list(world: &World, token: &str) -> Vec<String> {
    let answer = world.get("/api/v1/drafts").bearer(token).send().await.expect(200);
    let list: DraftList = answer.parse();
    list.drafts.into_iter().map(|draft| draft.key).collect()
}

#[test]
fn a_draft_is_given_back_to_its_writer_and_unknown_to_everybody_else() {
    on_every_engine(async |world| {
        let (chen, zhou) = officers(world).await;
        let saved = save(world, &chen, KEY, 0, "{\"facts\":\"通道堵塞\"}")
            .await
            .expect(200);
        assert_eq!(saved.header("etag"), "\"1\"");
        let draft: Draft = read(world, &chen, KEY).await.expect(200).parse();
        assert_eq!(draft.content, "{\"facts\":\"通道堵塞\"}");
        assert_eq!(draft.saved.expires_at.since(draft.saved.saved_at), 14 * DAY);
        assert_eq!(list(world, &chen).await, [KEY]);
        read(world, &zhou, KEY).await.expect(404);
        assert!(list(world, &zhou).await.is_empty());
        // The same name of another writer is another draft.
        save(world, &zhou, KEY, 0, "hers").await.expect(200);
        world
            .call(Method::DELETE, &path(KEY))
            .bearer(&zhou)
            .send()
            .await
            .expect(204);
        read(world, &chen, KEY).await.expect(200);
    });
}

#[test]
fn a_window_that_read_less_does_not_overwrite_what_another_saved() {
    on_every_engine(async |world| {
        let (chen, _) = officers(world).await;
        save(world, &chen, KEY, 0, "first").await.expect(200);
        let again = save(world, &chen, KEY, 1, "second").await.expect(200);
        assert_eq!(again.header("etag"), "\"2\"");
        for old in [0, 1, 3] {
            let problem = save(world, &chen, KEY, old, "late").await.expect(412).problem();
            assert_eq!(problem.code, ProblemCode::VersionMoved);
        }
        let unversioned = world.call(Method::PUT, &path(KEY)).bearer(&chen);
        unversioned
            .json(&json!({ "content": "x" }))
            .send()
            .await
            .expect(428);
        let draft: Draft = read(world, &chen, KEY).await.expect(200).parse();
        assert_eq!(draft.content, "second");
        let both = (
            save(world, &chen, "case", 0, "a"),
            save(world, &chen, "case", 0, "b"),
        );
        let (one, other) = futures_util::future::join(both.0, both.1).await;
        assert_eq!(one.status.min(other.status), 200);
        assert_eq!(one.status.max(other.status), 412);
    });
}

#[test]
fn a_draft_that_was_sent_or_is_too_old_is_gone() {
    with_settings(&[("drafts.days", "2")], async |world| {
        let (chen, _) = officers(world).await;
        for key in ["sent", "old"] {
            save(world, &chen, key, 0, "x").await.expect(200);
        }
        let remove = async || {
            world
                .call(Method::DELETE, &path("sent"))
                .bearer(&chen)
                .send()
                .await
        };
        remove().await.expect(204);
        remove().await.expect(204);
        read(world, &chen, "sent").await.expect(404);
        world.clock.advance(2 * DAY);
        let chen = world.sign_in("chen").await;
        read(world, &chen, "old").await.expect(404);
        assert!(list(world, &chen).await.is_empty());
        assert_eq!(rows(world).await, 1);
        world.server.run_jobs().await.expect("the jobs");
        assert_eq!(rows(world).await, 0);
        save(world, &chen, "old", 0, "y").await.expect(200);
    });
}

async fn rows(world: &World) -> i64 {
    let db = world.server.state().db.read();
    let asked = Statement::from_string(db.get_database_backend(), "SELECT count(*) AS n FROM draft");
    let row = db.query_one_raw(asked).await.expect("an answer").expect("a row");
    row.try_get("", "n").expect("a number")
}

#[test]
fn nobody_keeps_more_than_is_meant_to_be_kept() {
    let settings = [("drafts.bytes", "1024"), ("drafts.each_person", "2")];
    with_settings(&settings, async |world| {
        let (chen, zhou) = officers(world).await;
        save(world, &chen, "a", 0, &"字".repeat(342)).await.expect(413);
        save(world, &chen, "a", 0, &"字".repeat(341)).await.expect(200);
        save(world, &chen, "b", 0, "x").await.expect(200);
        save(world, &chen, "c", 0, "x").await.expect(409);
        save(world, &chen, "b", 1, "what is there may be saved again")
            .await
            .expect(200);
        save(world, &zhou, "c", 0, "x").await.expect(200);
        for key in ["13812341234", "a%2Fb", "%E5%BC%A0", "a%00"] {
            save(world, &chen, key, 0, "x").await.expect(404);
        }
    });
}
