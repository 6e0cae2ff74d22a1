//! What falls due is recorded, once, whoever looks.

use super::story::{Story, clock};
use crate::world::on_every_engine;
use anju_backend::clock::Clock as _;
use serde_json::json;

#[test]
fn a_period_that_passed_is_recorded_once() {
    on_every_engine(async |world| {
        let story = Story::begin(world).await;
        story.accept("general").await;
        story.dispatch().await;
        // Signing is due on the next working day, and the right to ask for return ends with the second.
        world.clock.advance(86_400 * 2);
        world.server.run_jobs().await.expect("the jobs");
        let case = story.case().await;
        assert!(clock(&case, "sign_in")["lapsed_at"].is_string(), "{case:#}");
        assert!(clock(&case, "return").get("lapsed_at").is_none());
        let version = case["version"].clone();
        world.server.run_jobs().await.expect("the jobs");
        assert_eq!(
            story.case().await["version"],
            version,
            "nothing is recorded twice"
        );
        world.clock.advance(86_400);
        world.server.run_jobs().await.expect("the jobs");
        let case = story.case().await;
        assert!(clock(&case, "return")["lapsed_at"].is_string());
        assert!(clock(&case, "handling").get("lapsed_at").is_none());
    });
}

#[test]
fn what_is_done_at_the_bound_is_late() {
    on_every_engine(async |world| {
        let story = Story::begin(world).await;
        story.accept("urgent").await;
        story.dispatch().await;
        // AJ-P2: 15 minutes. The bound itself no longer belongs to the period.
        world.clock.advance(15 * 60);
        story.sign().await;
        let case = story.case().await;
        let sign_in = clock(&case, "sign_in");
        assert_eq!(sign_in["stopped_at"], sign_in["due"]["at"]);
        world.server.run_jobs().await.expect("the jobs");
        assert!(
            clock(&story.case().await, "sign_in").get("lapsed_at").is_none(),
            "it was stopped before it was seen to pass"
        );
    });
}

#[test]
fn what_becomes_urgent_is_counted_again_and_the_record_stays_whole_tj_9_2() {
    on_every_engine(async |world| {
        let story = Story::begin(world).await;
        story.to_verifying("general").await;
        world.clock.advance(3_600);
        let now = world.clock.now();
        let urgent = json!({"type": "reclassify", "urgency": "urgent", "reasons": ["imminent"],
            "explanation": "现场发现配电箱冒烟。"});
        let refused = story.ask("handler", &urgent).await.expect(403).json();
        assert_eq!(refused["refusal"], "wrong_role", "{refused:#}");
        story.act("dispatcher", urgent.clone()).await;
        let case = story.case().await;
        let handling = clock(&case, "handling");
        assert_eq!(handling["clause"], "TJ-9.2", "{handling:#}");
        assert_eq!(handling["counted_from"], now.to_string());
        assert_eq!(handling["due"]["at"], now.plus(24 * 3_600).to_string());
        // The list goes by the new end, and what falls due by it is recorded.
        let token = world.sign_in("officer").await;
        let list = world.get("/api/v1/cases").bearer(&token).send().await;
        let list = list.expect(200).json();
        assert_eq!(
            list["items"][0]["clock"]["due"]["at"], handling["due"]["at"],
            "{list:#}"
        );
        world.clock.advance(24 * 3_600);
        world.server.run_jobs().await.expect("the jobs");
        assert!(clock(&story.case().await, "handling")["lapsed_at"].is_string());
        assert_eq!(super::verification::faults(world).await, Vec::<String>::new());
    });
}
