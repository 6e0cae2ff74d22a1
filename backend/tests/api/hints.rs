//! Hints of registration: what may repeat an earlier report and what is known of the enterprise, within what the desk
//! may know, on either engine.

use crate::{
    procedure,
    world::{World, on_every_engine},
};
use serde_json::{Value, json};

async fn register(world: &World, enterprise: &str, address: &str, facts: &str) -> String {
    let officer = world.sign_in("officer").await;
    let body = json!({
        "channel": "phone_12350", "enterprise": enterprise, "address": address, "region": "120102", "facts": facts,
        "reporters": [{ "name": "欧阳示范", "phone": "13987654321" }],
    });
    let call = world.post("/api/v1/cases").bearer(&officer).json(&body);
    call.send().await.expect(201).json()["number"]
        .as_str()
        .expect("a number")
        .to_owned()
}

async fn hints(world: &World, body: Value) -> Value {
    let officer = world.sign_in("officer").await;
    let call = world.post("/api/v1/reports/hints").bearer(&officer).json(&body);
    call.send().await.expect(200).json()
}

fn numbers(list: &Value) -> Vec<&str> {
    let items = list.as_array().expect("a list").iter();
    items
        .map(|item| {
            item.get("case").unwrap_or(item)["number"]
                .as_str()
                .expect("a number")
        })
        .collect()
}

const DAY: i64 = 86_400;

#[test]
fn mem_5_2_what_repeats_a_report_is_told_with_its_reasons() {
    on_every_engine(async |world| {
        procedure::organise(world).await;
        let old = register(world, "鑫源达化工股份有限公司", "老街1号", "围墙有裂口。").await;
        world.clock.advance(200 * DAY);
        let same = register(
            world,
            "鑫源达化工有限公司",
            "新桥路12号",
            "油漆桶旁边就在电焊，仓库锁着门。",
        )
        .await;
        register(world, "永安家具厂", "滨河路7号", "木屑堆满车间。").await;
        world.clock.advance(2 * DAY);
        let told = hints(
            world,
            json!({"enterprise": "鑫源达化工", "address": "新桥路 12 号", "facts": "他们在油漆桶边上电焊，随时要着火"}),
        )
        .await;
        assert_eq!(numbers(&told["duplicates"]), [same.as_str()], "{told:#}");
        let kinds: Vec<&str> = told["duplicates"][0]["reasons"]
            .as_array()
            .expect("reasons")
            .iter()
            .map(|reason| reason["kind"].as_str().expect("a kind"))
            .collect();
        assert_eq!(
            kinds,
            ["same_enterprise", "same_place", "same_time", "like_words"]
        );
        assert_eq!(numbers(&told["history"]), [old.as_str()], "{told:#}");
    });
}

#[test]
fn like_words_alone_find_a_report_near_in_time_and_place() {
    on_every_engine(async |world| {
        procedure::organise(world).await;
        let same = register(
            world,
            "某厂",
            "新桥路12号",
            "皮带没有防护罩，电机外壳没有接地，工人触电。",
        )
        .await;
        let told = hints(
            world,
            json!({"address": "新桥路12号", "facts": "电机外壳漏电，皮带也没有防护罩，工人触电"}),
        )
        .await;
        assert_eq!(numbers(&told["duplicates"]), [same.as_str()], "{told:#}");
        let nothing = hints(
            world,
            json!({"enterprise": "北辰饭店", "facts": "煤气瓶放在走道"}),
        )
        .await;
        assert_eq!(
            (&nothing["duplicates"], &nothing["history"]),
            (&json!([]), &json!([]))
        );
    });
}

#[test]
fn tj_9_2_the_class_is_proposed_with_its_reasons_and_the_periods_it_would_start() {
    on_every_engine(async |world| {
        procedure::organise(world).await;
        let told = hints(world, json!({"facts": "仓库冒烟，里面住着人", "real_name": true})).await;
        assert_eq!(told["proposal"]["urgency"], "urgent");
        let reason = &told["proposal"]["reasons"][0];
        assert_eq!(
            (&reason["reason"], &reason["basis"]["clause"]),
            (&json!("imminent"), &json!("TJ-9.2"))
        );
        assert_eq!(
            reason["because"][0],
            json!({"kind": "words", "words": ["冒烟", "里面住着人"]})
        );
        let periods = told["periods"].as_array().expect("periods");
        let clauses: Vec<&str> = periods
            .iter()
            .map(|one| one["basis"]["clause"].as_str().expect("a clause"))
            .collect();
        assert_eq!(clauses, ["AJ-P2", "TJ-9.2", "AJ-P1", "TJ-11.1", "MEM-7.5"]);
        let calm = hints(world, json!({"facts": "没有冒烟"})).await;
        assert_eq!(calm["proposal"], json!({"urgency": "general", "reasons": []}));
    });
}

#[test]
fn hints_are_for_the_desk_alone_and_tell_nothing_of_who_reported_tj_19() {
    on_every_engine(async |world| {
        procedure::organise(world).await;
        register(
            world,
            "鑫源达化工有限公司",
            "新桥路12号",
            "我叫欧阳示范，油漆桶旁边在电焊。",
        )
        .await;
        let body = json!({"enterprise": "鑫源达化工有限公司", "address": "新桥路12号", "facts": "油漆桶旁边在电焊，欧阳示范"});
        let told = hints(world, body.clone()).await.to_string();
        assert!(!told.contains("欧阳") && !told.contains("13987654321"), "{told}");
        for who in ["handler", "dispatcher", "administrator"] {
            let token = world.sign_in(who).await;
            let call = world.post("/api/v1/reports/hints").bearer(&token).json(&body);
            call.send().await.expect(403);
        }
    });
}
