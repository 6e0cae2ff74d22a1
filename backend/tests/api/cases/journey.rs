//! From registration to closing, as the district of Tianjin prescribes it.

use super::story::{Story, clock, feedback, read, register, report, verification};
use crate::{procedure, world::on_every_engine};
use serde_json::json;

#[test]
fn a_general_report_goes_from_registration_to_closing() {
    on_every_engine(async |world| {
        let story = Story::begin(world).await;
        // START is 16 November 2026 in Tianjin; numbers carry the day of entry.
        assert_eq!(story.number, "1201-20261116-0001");
        let case = story.accept("general").await["case"].clone();
        assert_eq!(case["progress"]["stage"], "accepted");
        // MEM-7.5: 60 days from acceptance; 15 January 2027 is a Friday, and 2027 has no arrangement yet.
        let statutory = clock(&case, "statutory");
        assert_eq!(
            (&statutory["due"]["last_day"], &statutory["due"]["provisional"]),
            (&json!("2027-01-15"), &json!(true))
        );
        let case = story.dispatch().await["case"].clone();
        // TJ-9.1, TJ-11.1: 10 working days from dispatch; TJ-8.2: two.
        assert_eq!(clock(&case, "handling")["due"]["last_day"], "2026-11-30");
        assert_eq!(clock(&case, "reply")["due"]["last_day"], "2026-11-30");
        assert_eq!(clock(&case, "return")["due"]["last_day"], "2026-11-18");
        story.sign().await;
        story
            .act(
                "handler",
                json!({"type": "record_visit", "at": "2026-11-16T01:00:00Z", "inspectors": "林远、孙可",
            "methods": ["unannounced", "covert"], "findings": "三台电机未接地。"}),
            )
            .await;
        story.prove(false).await;
        story.submit().await;
        story.act("leader", json!({"type": "approve_report"})).await;
        let case = story.reply().await["case"].clone();
        assert!(clock(&case, "reply")["stopped_at"].is_string(), "{case:#}");
        let case = story.feed_back().await["case"].clone();
        assert!(clock(&case, "handling")["stopped_at"].is_string());
        let case = story
            .act("dispatcher", json!({"type": "close", "opinion": "同意办结。"}))
            .await["case"]
            .clone();
        assert_eq!(case["progress"]["stage"], "closed");
        assert!(
            case["clocks"]
                .as_array()
                .expect("clocks")
                .iter()
                .all(|clock| clock["stopped_at"].is_string())
        );
    });
}

#[test]
fn tj_9_2_an_urgent_report_needs_proof_that_the_hazard_is_gone() {
    on_every_engine(async |world| {
        let story = Story::begin(world).await;
        story.to_verifying("urgent").await;
        let case = story.case().await;
        assert_eq!(clock(&case, "handling")["due"]["at"], "2026-11-17T01:00:00Z");
        story.prove(false).await;
        let refused = story.ask("handler", &verification()).await.expect(422).problem();
        assert_eq!(refused.refusal.as_deref(), Some("hazard_proof_missing"));
        let basis = refused.basis.expect("a basis");
        assert_eq!(
            (basis.clause.as_str(), basis.article.as_str()),
            ("TJ-9.2", "第九条第一款")
        );
        story.prove(true).await;
        story.submit().await;
    });
}

#[test]
fn tj_10_4_a_verification_without_evidence_is_refused_true_or_not() {
    on_every_engine(async |world| {
        let story = Story::begin(world).await;
        story.to_verifying("general").await;
        let mut untrue = verification();
        untrue["conclusion"] = json!("unsubstantiated");
        for report in [verification(), untrue] {
            let refused = story.ask("handler", &report).await.expect(422).problem();
            assert_eq!(refused.refusal.as_deref(), Some("evidence_missing"));
            assert_eq!(refused.basis.expect("a basis").clause, "TJ-10.4");
        }
    });
}

#[test]
fn tj_11_4_feedback_comes_after_every_reporter_has_a_reply() {
    on_every_engine(async |world| {
        let mut body = report();
        body["reporters"] = json!([{ "name": "张示范", "phone": "13812341234" }, {}]);
        let story = Story::begin_with(world, &body).await;
        story.to_verifying("general").await;
        story.prove(false).await;
        story.submit().await;
        story.act("leader", json!({"type": "approve_report"})).await;
        story.reply().await;
        let refused = story.ask("handler", &feedback()).await.expect(422).problem();
        assert_eq!(refused.refusal.as_deref(), Some("replies_outstanding"));
        story.reply().await;
        story.feed_back().await;
    });
}

#[test]
fn tj_7_3_declining_takes_a_second_person() {
    on_every_engine(async |world| {
        let story = Story::begin(world).await;
        let decline = json!({"type": "decline", "ground": "NA01", "reasons": "属于消费纠纷。"});
        story.act("officer", decline).await;
        let refused = story
            .ask("officer", &json!({"type": "confirm_decline"}))
            .await
            .expect(422)
            .problem();
        assert_eq!(refused.refusal.as_deref(), Some("same_person"));
        let case = story
            .act("second_officer", json!({"type": "confirm_decline"}))
            .await["case"]
            .clone();
        assert_eq!(case["progress"]["stage"], "declined");
    });
}

#[test]
fn tj_12_1_the_office_sends_back_and_the_periods_start_again() {
    on_every_engine(async |world| {
        let story = Story::begin(world).await;
        story.to_closure_review().await;
        world.clock.advance(86_400);
        let case = story
            .act(
                "dispatcher",
                json!({"type": "send_back", "reasons": "处理结论缺少依据。"}),
            )
            .await["case"]
            .clone();
        assert_eq!(case["progress"]["stage"], "verifying");
        let handling = clock(&case, "handling");
        assert_eq!(
            (&handling["round"], &handling["due"]["last_day"]),
            (&json!(2), &json!("2026-12-01"))
        );
        assert!(
            case["reporters"][0].get("reply").is_none(),
            "each reporter is told again"
        );
    });
}

#[test]
fn tj_7_2_missing_facts_are_listed_and_not_refused() {
    on_every_engine(async |world| {
        procedure::organise(world).await;
        let answer = register(
            world,
            &json!({"channel": "phone_12350", "enterprise": "某加油站"}),
        )
        .await
        .expect(201);
        assert_eq!(answer.header("etag"), "\"2\"");
        let location = answer.header("location").to_owned();
        let officer = world.sign_in("officer").await;
        let detail = world
            .get(&location)
            .bearer(&officer)
            .send()
            .await
            .expect(200)
            .json();
        let missing = json!(["address", "region", "occurred", "place", "facts", "clues"]);
        assert_eq!(detail["case"]["intake"]["missing"], missing);
    });
}

#[test]
fn a_report_received_before_it_was_entered_counts_from_its_receipt() {
    on_every_engine(async |world| {
        procedure::organise(world).await;
        let mut body = report();
        body["received_at"] = json!("2026-11-13T09:00:00Z");
        let story = register(world, &body).await.expect(201).json();
        let case = read(world, "officer", story["id"].as_str().expect("an id"))
            .await
            .expect(200)
            .json()["case"]
            .clone();
        assert_eq!(
            clock(&case, "accept_decision")["started_at"],
            "2026-11-13T09:00:00Z"
        );
        assert_eq!(clock(&case, "accept_decision")["due"]["last_day"], "2026-11-20");
        body["received_at"] = json!("2026-11-16T09:00:00Z");
        let refused = register(world, &body).await.expect(422).problem();
        assert_eq!(refused.violations[0].field, "received_at");
    });
}

#[test]
fn every_mistake_of_a_registration_is_named_at_once() {
    on_every_engine(async |world| {
        procedure::organise(world).await;
        let body = json!({"channel": "phone_12350", "credit_code": "91110000600037341X", "facts": "x".repeat(4001),
            "reporters": [{"phone": "12"}, {"name": "李样本", "citizen_id": "360426199101010072"}]});
        let problem = register(world, &body).await.expect(422).problem();
        let mut fields: Vec<&str> = problem.violations.iter().map(|v| v.field.as_str()).collect();
        fields.sort_unstable();
        assert_eq!(
            fields,
            [
                "credit_code",
                "facts",
                "reporters[0].phone",
                "reporters[1].citizen_id"
            ]
        );
        let officer = world.sign_in("officer").await;
        let english = world
            .post("/api/v1/cases")
            .bearer(&officer)
            .header("accept-language", "en")
            .json(&body);
        let english = english.send().await.expect(422).problem();
        assert!(
            english.violations.iter().all(|v| v.message.is_ascii()),
            "{english:?}"
        );
    });
}
