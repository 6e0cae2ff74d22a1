//! Nobody overwrites what they have not seen, and what took effect may be said twice.

use super::story::{Story, read};
use crate::world::on_every_engine;
use anju_shared::problem::ProblemCode;
use futures_util::future::join_all;
use serde_json::json;

#[test]
fn a_command_names_the_version_that_was_read() {
    on_every_engine(async |world| {
        let story = Story::begin(world).await;
        let officer = world.sign_in("officer").await;
        let path = format!("/api/v1/cases/{}/commands", story.id);
        let accept = json!({"type": "accept", "urgency": "general", "nature": "violation"});
        let without = world
            .post(&path)
            .bearer(&officer)
            .json(&accept)
            .send()
            .await
            .expect(428);
        assert_eq!(without.problem().code, ProblemCode::VersionRequired);
        let stale = world
            .post(&path)
            .bearer(&officer)
            .header("if-match", "\"1\"")
            .json(&accept)
            .send()
            .await;
        assert_eq!(stale.expect(412).problem().code, ProblemCode::VersionMoved);
    });
}

#[test]
fn repeating_a_command_that_took_effect_answers_the_present_state() {
    on_every_engine(async |world| {
        let story = Story::begin(world).await;
        let officer = world.sign_in("officer").await;
        let version = read(world, "officer", &story.id).await.header("etag").to_owned();
        let path = format!("/api/v1/cases/{}/commands", story.id);
        let accept = |reasons: &[&str]| json!({"type": "accept", "urgency": "general", "reasons": reasons, "nature": "violation"});
        let send = async |body| {
            world
                .post(&path)
                .bearer(&officer)
                .header("if-match", &version)
                .json(&body)
                .send()
                .await
        };
        let first = send(accept(&[])).await.expect(200);
        let again = send(accept(&[])).await.expect(200);
        assert_eq!(
            (first.header("etag"), first.json()),
            (again.header("etag"), again.json())
        );
        // Other words are another command.
        send(accept(&["sensitive"])).await.expect(412);
        let somebody_else = world.sign_in("second_officer").await;
        let same_words = world
            .post(&path)
            .bearer(&somebody_else)
            .header("if-match", &version)
            .json(&accept(&[]));
        same_words.send().await.expect(412);
    });
}

#[test]
fn of_many_who_act_at_once_one_wins() {
    on_every_engine(async |world| {
        let story = Story::begin(world).await;
        let officer = world.sign_in("officer").await;
        let version = read(world, "officer", &story.id).await.header("etag").to_owned();
        let path = format!("/api/v1/cases/{}/commands", story.id);
        let urgencies = ["sensitive", "key_matter", "employee", "concealed"];
        let calls = (0..32).map(|i| {
            // Each says something else, so that none is a repetition of another.
            let reasons: Vec<&str> = (0..4)
                .filter(|bit| i >> bit & 1 == 1)
                .map(|bit| urgencies[bit])
                .collect();
            let nature = if i < 16 { "violation" } else { "hazard" };
            let accept =
                json!({"type": "accept", "urgency": "general", "reasons": reasons, "nature": nature});
            world
                .post(&path)
                .bearer(&officer)
                .header("if-match", &version)
                .json(&accept)
                .send()
        });
        let statuses: Vec<u16> = join_all(calls)
            .await
            .into_iter()
            .map(|answer| answer.status)
            .collect();
        assert_eq!(
            statuses.iter().filter(|status| **status == 200).count(),
            1,
            "{statuses:?}"
        );
        assert_eq!(
            statuses.iter().filter(|status| **status == 412).count(),
            31,
            "{statuses:?}"
        );
    });
}
