//! Who reported is opened with a reason, by those who may, and every opening is recorded.

use super::story::Story;
use crate::world::{World, on_every_engine};
use anju_shared::api::cases::OpenedIdentity;
use serde_json::json;

async fn open(world: &World, story: &Story<'_>, who: &str, reason: &str) -> crate::world::Answer {
    let reporter = story.case().await["reporters"][0]["id"]
        .as_str()
        .expect("an id")
        .to_owned();
    let path = format!("/api/v1/cases/{}/reporters/{reporter}/identity", story.id);
    let token = world.sign_in(who).await;
    world
        .post(&path)
        .bearer(&token)
        .json(&json!({ "reason": reason }))
        .send()
        .await
}

#[test]
fn tj_19_an_identity_is_opened_with_a_reason() {
    on_every_engine(async |world| {
        let story = Story::begin(world).await;
        story.to_verifying("general").await;
        let opened: OpenedIdentity = open(world, &story, "handler", "电话核实点位")
            .await
            .expect(200)
            .parse();
        assert_eq!(
            (opened.name.as_deref(), opened.phone.as_deref()),
            (Some("张示范"), Some("13812341234"))
        );
        let refused = open(world, &story, "handler", "  ").await.expect(422).problem();
        assert_eq!(refused.violations[0].field, "reason");
    });
}

#[test]
fn who_need_not_know_may_not_open() {
    on_every_engine(async |world| {
        let story = Story::begin(world).await;
        story.to_verifying("general").await;
        open(world, &story, "leader", "想知道").await.expect(403);
        open(world, &story, "dispatcher", "想知道").await.expect(403);
        open(world, &story, "elsewhere", "想知道").await.expect(404);
        open(world, &story, "administrator", "想知道").await.expect(403);
    });
}
