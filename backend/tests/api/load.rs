//! Many at once: every report gets in, and a bad one among them harms nobody else.

use crate::{
    procedure::organise,
    world::{Answer, World, on_every_engine},
};
use anju_shared::access::Scope;
use futures_util::future::join_all;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use uuid::Uuid;

const AT_ONCE: usize = 64;

async fn submit(world: &World, token: &str, (key, body): (String, Value)) -> Answer {
    let call = world
        .post("/api/v1/reports")
        .bearer(token)
        .header("idempotency-key", &key);
    call.json(&body).send().await
}

/// A report of its own, like no other.
fn report(n: usize) -> (String, Value) {
    let body = json!({
        "external_number": format!("MP-{n}"),
        "region": format!("12010{}", n % 5 + 1),
        "facts": "二号车间疏散通道被板材堵死",
        "reporters": [{"name": "李建国", "phone": format!("138{n:08}")}],
    });
    (format!("key-of-report-{n}"), body)
}

fn number(answer: &Answer) -> String {
    let number = answer.json()["number"].as_str().map(str::to_owned);
    number.expect("a number")
}

#[test]
fn sixty_four_reports_at_once_all_get_in_with_numbers_without_gap_or_double() {
    on_every_engine(async |world| {
        organise(world).await;
        let token = world
            .system_token(&world.system(&[Scope::ReportsSubmit]).await)
            .await;
        let mut numbers = BTreeSet::new();
        for round in 0..4 {
            let reports = (0..AT_ONCE).map(|n| report(round * AT_ONCE + n));
            let answers = join_all(reports.map(|report| submit(world, &token, report))).await;
            for answer in answers {
                assert_eq!(answer.status, 201, "{:?}", answer.json());
                assert!(
                    numbers.insert(number(&answer)),
                    "{} was given twice",
                    number(&answer)
                );
            }
        }
        let expected = (1..=4 * AT_ONCE).map(|n| format!("1201-20261116-{n:04}"));
        assert!(numbers.into_iter().eq(expected), "there is a gap");
    });
}

#[test]
fn what_cannot_be_entered_harms_none_of_those_that_come_at_the_same_time() {
    on_every_engine(async |world| {
        organise(world).await;
        let token = world
            .system_token(&world.system(&[Scope::ReportsSubmit]).await)
            .await;
        let reports = (0..AT_ONCE).map(|n| {
            let (key, mut body) = report(n);
            match n % 8 {
                // Found out only in the transaction: a file that nobody uploaded, and a key that is used twice.
                3 => body["files"] = json!([Uuid::from_u128(n as u128)]),
                5 => return report(n - 1),
                _ => {}
            }
            (key, body)
        });
        let answers = join_all(reports.map(|report| submit(world, &token, report))).await;
        for (n, answer) in answers.iter().enumerate() {
            assert_eq!(
                answer.status,
                if n % 8 == 3 { 422 } else { 201 },
                "{n}: {:?}",
                answer.json()
            );
        }
        for n in (5..AT_ONCE).step_by(8) {
            assert_eq!(
                number(&answers[n]),
                number(&answers[n - 1]),
                "one report, one number"
            );
        }
        let numbers = answers
            .iter()
            .enumerate()
            .filter(|(n, _)| n % 8 != 3 && n % 8 != 5);
        let numbers: BTreeSet<String> = numbers.map(|(_, answer)| number(answer)).collect();
        let expected = (1..=AT_ONCE * 6 / 8).map(|n| format!("1201-20261116-{n:04}"));
        assert!(numbers.into_iter().eq(expected), "a refused report left a gap");
    });
}

#[test]
fn numbers_stay_without_gap_or_double_when_somebody_else_draws_in_between() {
    on_every_engine(async |world| {
        organise(world).await;
        let token = world
            .system_token(&world.system(&[Scope::ReportsSubmit]).await)
            .await;
        let officer = world.sign_in("officer").await;
        let mut numbers = Vec::new();
        for n in 0..12 {
            // After three in a row the next number is known without asking, and then it is not.
            let answer = match n % 5 {
                4 => {
                    let call = world.post("/api/v1/cases").bearer(&officer);
                    call.json(&json!({"channel": "phone_12350", "facts": "疏散通道被堵死"}))
                        .send()
                        .await
                }
                _ => submit(world, &token, report(n)).await,
            };
            let answer = answer.expect(201).json();
            let number = answer["number"].as_str().or(answer["case"]["number"].as_str());
            numbers.push(number.expect("a number").to_owned());
        }
        let expected = (1..=12).map(|n| format!("1201-20261116-{n:04}"));
        assert!(numbers.iter().cloned().eq(expected), "{numbers:?}");
    });
}
