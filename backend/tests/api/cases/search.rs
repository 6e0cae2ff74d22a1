//! Search: cases found by Chinese words on either engine, within what the caller may know of, and by nothing else.

use super::story::{Story, register, report};
use crate::{
    procedure,
    world::{World, on_every_engine},
};
use anju_backend::{db::Engine, error::Error};
use sea_orm::ConnectionTrait as _;
use serde_json::{Value, json};

/// What somebody finds.
async fn search(world: &World, who: &str, query: &[(&str, &str)]) -> Value {
    let token = world.sign_in(who).await;
    let query = reqwest::Url::parse_with_params("http://server/api/v1/cases", query).expect("a url");
    let path = format!("/api/v1/cases?{}", query.query().unwrap_or_default());
    world.get(&path).bearer(&token).send().await.expect(200).json()
}

/// How many cases somebody finds by words alone; the rows must be as many.
async fn found(world: &World, who: &str, words: &str) -> u64 {
    let page = search(world, who, &[("q", words)]).await;
    let total = page["total"].as_u64().expect("a total");
    assert_eq!(
        page["items"].as_array().map(Vec::len),
        usize::try_from(total).ok(),
        "{words}"
    );
    total
}

fn about(enterprise: &str, facts: &str) -> Value {
    let mut body = report();
    body["enterprise"] = json!(enterprise);
    body["facts"] = json!(facts);
    body
}

#[test]
fn a_case_is_found_by_any_of_its_words_and_by_its_number() {
    on_every_engine(async |world| {
        let story = Story::begin_with(world, &about("鑫源达化工有限公司", "油漆桶旁边就在电焊。")).await;
        register(world, &about("永安家具厂", "消防通道被堵死。"))
            .await
            .expect(201);
        for words in [
            "化工",
            "鑫源",
            "源达 化工",
            "有限公司",
            "油漆桶",
            "电焊",
            "鑫源达 电焊",
            &story.number,
        ] {
            assert_eq!(found(world, "dispatcher", words).await, 1, "{words}");
        }
        for (words, count) in [
            ("新桥路", 2),
            ("二号车间", 2),
            ("20261116", 2),
            ("家具 化工", 0),
            ("，", 0),
            ("煤矿", 0),
        ] {
            assert_eq!(found(world, "dispatcher", words).await, count, "{words}");
        }
    });
}

#[test]
fn words_narrow_beside_every_other_filter_and_follow_the_case() {
    on_every_engine(async |world| {
        let story = Story::begin_with(world, &about("鑫源达化工有限公司", "油漆桶旁边就在电焊。")).await;
        let mut elsewhere = about("滨河化工有限公司", "气味刺鼻。");
        elsewhere["region"] = json!("120101");
        register(world, &elsewhere).await.expect(201);
        story.accept("urgent").await;
        for (filters, total) in [
            (&[][..], 2),
            (&[("region", "120101")], 1),
            (&[("stage", "accepted")], 1),
            (&[("stage", "registered")], 1),
            (&[("urgency", "urgent"), ("region", "120102")], 1),
            (&[("urgency", "urgent"), ("region", "120101")], 0),
            (&[("open", "false")], 0),
            (&[("industry", "light_industry"), ("channel", "phone_12350")], 2),
        ] {
            let query: Vec<_> = [("q", "化工")].iter().chain(filters).copied().collect();
            let page = search(world, "dispatcher", &query).await;
            let rows = page["items"].as_array().map(Vec::len);
            assert_eq!(
                (page["total"].as_u64(), rows),
                (Some(total), usize::try_from(total).ok()),
                "{filters:?}"
            );
        }
    });
}

#[test]
fn pages_of_what_is_found_follow_each_other_without_gap_or_double() {
    on_every_engine(async |world| {
        procedure::organise(world).await;
        for n in 0..7 {
            // A word in every case is found by another way than a word in a few.
            let enterprise = if n == 3 {
                "永安煤矿"
            } else {
                "鑫源达化工有限公司"
            };
            register(world, &about(enterprise, "冒火花。")).await.expect(201);
            world.clock.advance(30);
        }
        for (order, words, total) in [
            ("due", "化工", 6),
            ("newest", "化工", 6),
            ("due", "煤矿", 1),
            ("newest", "新桥路", 7),
        ] {
            let (mut seen, mut after) = (Vec::new(), None::<String>);
            loop {
                let mut query = vec![("q", words), ("order", order), ("limit", "2")];
                query.extend(after.as_deref().map(|after| ("after", after)));
                let page = search(world, "dispatcher", &query).await;
                assert_eq!(page["total"], total);
                let items = page["items"].as_array().expect("items");
                seen.extend(items.iter().map(|item| item["number"].to_string()));
                after = page["next"].as_str().map(str::to_owned);
                if after.is_none() {
                    break;
                }
            }
            let mut ordered = seen.clone();
            ordered.sort();
            ordered.dedup();
            if order == "newest" {
                ordered.reverse();
            }
            assert_eq!((seen.len(), &seen), (total, &ordered), "{order} {words}");
        }
    });
}

#[test]
fn a_unit_searches_its_own_cases_and_not_the_words_of_reports_tj_20() {
    on_every_engine(async |world| {
        let story = Story::begin_with(world, &about("鑫源达化工有限公司", "油漆桶旁边就在电焊。")).await;
        register(world, &about("滨河化工有限公司", "油漆味。"))
            .await
            .expect(201);
        assert_eq!(
            found(world, "handler", "化工").await,
            0,
            "nothing is dispatched yet"
        );
        story.to_verifying("general").await;
        for (who, words, total) in [
            ("handler", "化工", 1),
            ("handler", "滨河", 0),
            ("handler", "油漆", 0),
            ("handler", "电焊", 0),
            ("elsewhere", "化工", 0),
            ("dispatcher", "油漆", 2),
        ] {
            assert_eq!(found(world, who, words).await, total, "{who} {words}");
        }
    });
}

#[test]
fn nobody_finds_a_case_by_who_reported_it_tj_19() {
    on_every_engine(async |world| {
        let mut body = about(
            "鑫源达化工有限公司",
            "我是张示范，电话13812341234，同事王小明也看见。焊机漏电。",
        );
        body["reporters"] =
            json!([{ "name": "张示范", "phone": "13812341234", "address": "河湾街道 3 号楼" }]);
        Story::begin_with(world, &body).await;
        assert_eq!(found(world, "officer", "漏电").await, 1);
        for words in ["张示范", "示范", "13812341234", "王小明", "小明", "河湾街道"] {
            assert_eq!(found(world, "officer", words).await, 0, "{words}");
        }
    });
}

#[test]
fn what_is_typed_is_text_and_never_a_question_to_the_engine() {
    on_every_engine(async |world| {
        Story::begin_with(world, &about("鑫源达化工有限公司", "漏电。")).await;
        for (words, total) in [
            ("\"化工\" OR 煤矿", 0),
            ("化工*", 1),
            ("terms:化工", 0),
            ("化工' | 'x", 0),
            ("'化工':*A", 0),
            ("化工 & !厂", 0),
            ("^化工", 1),
            ("NEAR(化工 有限, 2)", 0),
            ("化工\\", 1),
            ("化工'); --", 1),
            ("\"", 0),
        ] {
            assert_eq!(found(world, "officer", words).await, total, "{words}");
        }
        let (officer, long) = (world.sign_in("officer").await, "a".repeat(101));
        let answer = world
            .get(&format!("/api/v1/cases?q={long}"))
            .bearer(&officer)
            .send()
            .await;
        assert_eq!(answer.expect(422).problem().violations[0].field, "q");
    });
}

#[test]
fn cases_from_before_the_index_are_found_after_the_migration() {
    on_every_engine(async |world| {
        let story = Story::begin_with(world, &about("鑫源达化工有限公司", "油漆桶旁边就在电焊。")).await;
        story.accept("general").await;
        let db = &world.server.state().db;
        let forget = match db.engine() {
            Engine::Sqlite => "drop table case_terms; drop table case_index;",
            Engine::Postgres => "drop table case_index;",
        };
        let forget = format!("{forget} delete from seaql_migrations where version = 'm07_search'");
        db.write(async |txn| Ok::<_, Error>(txn.execute_unprepared(&forget).await?))
            .await
            .expect("as it was before");
        db.migrate().await.expect("migrated");
        for words in ["化工", "电焊", &story.number] {
            assert_eq!(found(world, "officer", words).await, 1, "{words}");
        }
        let accepted = search(world, "officer", &[("q", "化工"), ("stage", "accepted")]).await;
        assert_eq!(accepted["total"], 1);
    });
}
