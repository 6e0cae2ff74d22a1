//! 延期 over the wire: who asks, endorses and grants, and what then stands in list, case and journal.

use super::{
    story::{Story, clock},
    verification::faults,
};
use crate::world::on_every_engine;
use anju_backend::clock::Clock as _;
use anju_shared::access::Role;
use serde_json::{Value, json};

fn ask(kind: &str, days: u32) -> Value {
    json!({"type": "request_extension", "kind": kind, "days": days, "reasons": "需委托检测机构鉴定。"})
}

fn grant() -> Value {
    json!({"type": "approve_extension", "opinion": "情况复杂，同意延期。", "document": "应急核〔2026〕18号"})
}

#[test]
fn a_period_that_is_lengthened_ends_later_everywhere_tj_9_3() {
    on_every_engine(async |world| {
        let story = Story::begin(world).await;
        story.to_verifying("general").await;
        let before = story.case().await;
        story.act("handler", ask("handling", 10)).await;
        let early = story.ask("dispatcher", &grant()).await.expect(422).json();
        assert_eq!(early["refusal"], "extension_not_endorsed", "{early:#}");
        story.act("leader", json!({"type": "endorse_extension"})).await;
        story.act("dispatcher", grant()).await;
        let case = story.case().await;
        let (was, is) = (clock(&before, "handling"), clock(&case, "handling"));
        assert_eq!(is["extension_days"], 10);
        assert!(is["due"]["at"].as_str() > was["due"]["at"].as_str(), "{is:#}");
        assert_eq!(clock(&case, "statutory"), clock(&before, "statutory"));
        let token = world.sign_in("handler").await;
        let list = world.get("/api/v1/workbench").bearer(&token).send().await;
        let list = list.expect(200).json();
        let groups = list["groups"].as_array().expect("groups").iter();
        let rows: Vec<&Value> = groups
            .flat_map(|group| group["items"].as_array().expect("items"))
            .collect();
        assert_eq!(rows.len(), 1, "{list:#}");
        assert_eq!(faults(world).await, Vec::<String>::new());
    });
}

#[test]
fn the_statutory_period_waits_until_the_reporters_are_told_mem_7_5() {
    on_every_engine(async |world| {
        let story = Story::begin(world).await;
        world.person("head", "anwei", &[Role::OfficeLeader]).await;
        story.to_verifying("general").await;
        let before = story.case().await;
        story.act("handler", ask("statutory", 30)).await;
        story.act("leader", json!({"type": "endorse_extension"})).await;
        let refused = story.ask("dispatcher", &grant()).await.expect(403).json();
        assert_eq!(refused["refusal"], "not_approver", "{refused:#}");
        assert_eq!(refused["basis"]["clause"], "MEM-7.5b");
        story.act("head", grant()).await;
        assert_eq!(
            clock(&story.case().await, "statutory"),
            clock(&before, "statutory")
        );
        let at = world.clock.now().to_string();
        let told = json!({"type": "tell_extension", "means": "telephone", "at": at, "summary": "已告知进展和延期理由。"});
        story.act("handler", told).await;
        assert_eq!(clock(&story.case().await, "statutory")["extension_days"], 30);
        assert_eq!(faults(world).await, Vec::<String>::new());
    });
}

#[test]
fn after_the_due_date_no_extension_is_asked_for_ah_2_2b() {
    on_every_engine(async |world| {
        let story = Story::begin(world).await;
        story.to_verifying("general").await;
        world.clock.advance(86_400 * 80);
        let refused = story.ask("handler", &ask("handling", 5)).await.expect(422).json();
        assert_eq!(refused["refusal"], "extension_too_late", "{refused:#}");
    });
}
