//! 中止 over the wire: refused under the rules of today; where rules permit it, what stands still falls due for nobody
//! until the office lets it run again.

use super::{
    story::{Story, clock},
    verification::faults,
};
use crate::world::{World, on_every_engine, with_settings};
use anju_shared::access::Role;
use serde_json::{Value, json};

/// A folder with the rules of an invented district under which periods may stand still.
const RULES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/tests/rules");

fn pause(kind: &str) -> Value {
    json!({"type": "pause_period", "kind": kind, "grounds": "已委托检测机构鉴定消防设施。"})
}

fn resume(kind: &str) -> Value {
    json!({"type": "resume_period", "kind": kind, "grounds": "已收到鉴定报告。"})
}

fn permitting(tell: impl AsyncFn(&World)) {
    with_settings(&[("rules_dir", RULES), ("regime", "ZT")], tell);
}

/// How the list shows the one case: its period, and how many are overdue.
async fn list(world: &World) -> (Value, u64) {
    let token = world.sign_in("officer").await;
    let all = world
        .get("/api/v1/cases")
        .bearer(&token)
        .send()
        .await
        .expect(200)
        .json();
    let late = world.get("/api/v1/cases?due=overdue").bearer(&token).send().await;
    let late = late.expect(200).json();
    let rows = late["items"].as_array().expect("rows").len();
    (all["items"][0]["clock"].clone(), rows as u64)
}

#[test]
fn under_the_rules_of_today_no_period_stands_still_aj_s() {
    on_every_engine(async |world| {
        let story = Story::begin(world).await;
        story.to_verifying("general").await;
        for command in [pause("handling"), resume("handling")] {
            let refused = story.ask("dispatcher", &command).await.expect(422).json();
            assert_eq!(refused["refusal"], "pause_not_permitted", "{refused:#}");
            assert_eq!(refused["basis"]["clause"], "AJ-S");
        }
    });
}

#[test]
fn what_stands_still_falls_due_for_nobody_until_it_runs_again() {
    permitting(async |world| {
        let story = Story::begin(world).await;
        world.person("head", "anwei", &[Role::OfficeLeader]).await;
        story.to_verifying("general").await;
        let before = story.case().await;
        let by_role = story
            .ask("dispatcher", &pause("statutory"))
            .await
            .expect(403)
            .json();
        assert_eq!(by_role["refusal"], "pause_not_approver", "{by_role:#}");
        story.act("dispatcher", pause("handling")).await;
        story.act("head", pause("statutory")).await;
        world.clock.advance(86_400 * 100);
        world.server.run_jobs().await.expect("the jobs");
        let case = story.case().await;
        for kind in ["handling", "statutory"] {
            assert!(clock(&case, kind).get("lapsed_at").is_none(), "{case:#}");
            assert_eq!(clock(&case, kind)["due"], clock(&before, kind)["due"]);
        }
        let (shown, overdue) = list(world).await;
        assert!(shown["pauses"][0].get("to").is_none(), "{shown:#}");
        assert_eq!(overdue, 0, "nobody is late while it stands still");
        assert_eq!(faults(world).await, Vec::<String>::new());
        story.act("head", resume("handling")).await;
        story.act("head", resume("statutory")).await;
        let case = story.case().await;
        assert!(clock(&case, "handling")["pauses"][0]["to"].is_string());
        assert!(
            clock(&case, "handling")["due"]["at"].as_str() > clock(&before, "handling")["due"]["at"].as_str()
        );
        world.clock.advance(86_400 * 30);
        world.server.run_jobs().await.expect("the jobs");
        assert!(clock(&story.case().await, "handling")["lapsed_at"].is_string());
        assert_eq!(list(world).await.1, 1, "now it is late");
        assert_eq!(faults(world).await, Vec::<String>::new());
    });
}

#[test]
fn what_is_done_ends_the_pause_of_its_period() {
    permitting(async |world| {
        let story = Story::begin(world).await;
        world.person("head", "anwei", &[Role::OfficeLeader]).await;
        story.to_verifying("general").await;
        story.prove(false).await;
        story.submit().await;
        story.act("leader", json!({"type": "approve_report"})).await;
        story.reply().await;
        story.act("dispatcher", pause("handling")).await;
        story.act("head", pause("statutory")).await;
        let refused = story
            .ask("dispatcher", &pause("handling"))
            .await
            .expect(422)
            .json();
        assert_eq!(refused["refusal"], "already_paused", "{refused:#}");
        story.feed_back().await;
        let case = story.case().await;
        assert!(
            clock(&case, "handling")["pauses"][0]["to"].is_string(),
            "done is done: {case:#}"
        );
        assert_eq!(faults(world).await, Vec::<String>::new());
    });
}
