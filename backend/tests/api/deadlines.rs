//! 为什么是这一天: a period of a case explained to staff and to its reporter, and the calculator for everybody.

use crate::{
    procedure::{accept, bring_to_street, command, only_case, organise},
    world::{Answer, World, on_every_engine, with_settings},
};
use anju_shared::{
    api::{
        deadlines::{ClockExplanation, Deadline, RegimePeriods},
        public::ReportExplanation,
        reports::SubmissionReceipt,
    },
    calendar::Calendar,
    deadlines::Step,
    rules::{ClockKind, RuleProfile},
    workflow::ClockStatus,
};
use serde_json::{Value, json};

async fn explain(world: &World, login: &str, case: &str, clock: &str) -> Answer {
    let token = world.sign_in(login).await;
    let path = format!("/api/v1/cases/{case}/clocks/{clock}/explanation");
    world.get(&path).bearer(&token).send().await
}

async fn calculate(world: &World, body: &Value) -> Answer {
    world.post("/api/v1/deadlines").json(body).send().await
}

async fn submit(world: &World) -> Vec<String> {
    let body = json!({"facts": "疏散通道被板材堵死",
        "reporters": [{"name": "李建国", "phone": "13820001234"}, {}]});
    let call = world.post("/api/v1/public/reports").json(&body);
    let receipt: SubmissionReceipt = call.send().await.expect(201).parse();
    receipt.receipt_codes
}

#[test]
fn a_period_of_a_case_is_explained_with_its_clause_and_every_step_tj_9_1() {
    on_every_engine(async |world| {
        let street = organise(world).await;
        submit(world).await;
        let case = only_case(world).await;
        bring_to_street(world, street, &case).await;
        for reader in ["officer", "handler"] {
            let told: ClockExplanation = explain(world, reader, &case, "handling/1")
                .await
                .expect(200)
                .parse();
            assert_eq!(
                (told.clock.kind, told.status),
                (ClockKind::Handling, ClockStatus::Running)
            );
            assert_eq!(
                (told.rules.id.as_str(), told.number.as_str()),
                ("TJ", "1201-20261116-0001")
            );
            let explanation = told.explanation;
            assert_eq!(explanation.due, told.clock.due);
            assert_eq!(explanation.calendar, Calendar::official().version());
            let clause = explanation.clause.expect("a clause");
            assert_eq!(
                (clause.basis.clause.as_str(), clause.basis.article.as_str()),
                ("TJ-9.1", "第九条第一款")
            );
            assert!(!clause.text.is_empty() && clause.basis.instrument.contains('《'));
            let [first, .., last] = &explanation.steps[..] else {
                panic!("steps")
            };
            assert!(matches!(&first.step, Step::SetBy { .. }), "{first:?}");
            assert!(
                matches!(
                    &last.step,
                    Step::Ends {
                        last_day: Some(_),
                        ..
                    }
                ),
                "{last:?}"
            );
            assert!(last.text.zh.starts_with("期限届满：2026-11-30") && last.text.en.starts_with("Ends"));
        }
    });
}

#[test]
fn a_period_of_another_unit_and_one_that_never_ran_are_not_found() {
    on_every_engine(async |world| {
        let street = organise(world).await;
        submit(world).await;
        let case = only_case(world).await;
        bring_to_street(world, street, &case).await;
        for (reader, clock) in [
            ("elsewhere", "handling/1"),
            ("handler", "handling/2"),
            ("handler", "review/1"),
            ("handler", "lunch/1"),
            ("handler", "handling/first"),
        ] {
            explain(world, reader, &case, clock).await.expect(404);
        }
        explain(world, "administrator", &case, "handling/1")
            .await
            .expect(403);
    });
}

#[test]
fn an_extended_period_is_explained_with_the_clause_that_permits_it_tj_9_3() {
    on_every_engine(async |world| {
        let street = organise(world).await;
        submit(world).await;
        let case = only_case(world).await;
        let handler = bring_to_street(world, street, &case).await;
        let ask =
            json!({"type": "request_extension", "kind": "handling", "days": 10, "reasons": "需委托检测。"});
        command(world, &handler, &case, &ask).await.expect(200);
        let leader = world.sign_in("leader").await;
        command(world, &leader, &case, &json!({"type": "endorse_extension"}))
            .await
            .expect(200);
        let office = world.sign_in("dispatcher").await;
        let approve = json!({"type": "approve_extension", "opinion": "同意。"});
        command(world, &office, &case, &approve).await.expect(200);
        let told: ClockExplanation = explain(world, "handler", &case, "handling/1")
            .await
            .expect(200)
            .parse();
        assert_eq!(
            (told.clock.extension_days, told.explanation.due),
            (10, told.clock.due)
        );
        assert_eq!(
            told.explanation.extension.expect("a clause").basis.clause,
            "TJ-9.3"
        );
        let extended = |step: &Step| matches!(step, Step::Extended { days: 10, .. });
        assert!(told.explanation.steps.iter().any(|one| extended(&one.step)));
    });
}

#[test]
fn a_period_is_explained_by_the_rules_under_which_the_case_was_accepted_tj_23() {
    with_settings(&[("regime", "WL")], async |world| {
        organise(world).await;
        submit(world).await;
        let case = only_case(world).await;
        accept(world, &case).await;
        let Some(later) = world.second_server_with(&[("regime", "TJ")]).await else {
            return;
        };
        let told: ClockExplanation = explain(&later, "officer", &case, "statutory/1")
            .await
            .expect(200)
            .parse();
        assert_eq!(told.rules.id, "WL");
        assert_eq!(told.explanation.clause.expect("a clause").basis.clause, "WL-3.7a");
        let path = format!("/api/v1/regimes/WL/versions/{}/profile", told.rules.version);
        let profile: RuleProfile = later.get(&path).send().await.expect(200).parse();
        assert_eq!((profile.id.as_str(), profile.version), ("WL", told.rules.version));
        later
            .get("/api/v1/regimes/WL/versions/99/profile")
            .send()
            .await
            .expect(404);
        later
            .get("/api/v1/regimes/XX/versions/1/profile")
            .send()
            .await
            .expect(404);
        later.server.stop().await.expect("a clean stop");
    });
}

#[test]
fn the_reporter_is_told_the_steps_of_the_period_that_binds_the_authority_tj_11_1() {
    on_every_engine(async |world| {
        let street = organise(world).await;
        let codes = submit(world).await;
        bring_to_street(world, street, &only_case(world).await).await;
        for (code, clause) in codes.iter().zip(["TJ-11.1", "TJ-9.1"]) {
            let call = world
                .post("/api/v1/public/explanation")
                .json(&json!({"receipt_code": code}));
            let answer = call.send().await.expect(200);
            for inside in ["street", "handler", "leader"] {
                assert!(!answer.text().contains(inside), "{inside} is told to nobody");
            }
            let period = answer.parse::<ReportExplanation>().period.expect("a period");
            assert_eq!(period.binding.basis.clause, clause);
            assert_eq!(period.explanation.due, period.binding.due);
            assert!(!period.explanation.clause.expect("a clause").text.is_empty());
            assert!(period.explanation.steps.len() > 3);
        }
        for (code, status) in [("0000-0000-0000-0007-9444", 404), ("1234", 422)] {
            let call = world
                .post("/api/v1/public/explanation")
                .json(&json!({"receipt_code": code}));
            call.send().await.expect(status);
        }
    });
}

#[test]
fn anybody_counts_any_period_and_one_of_a_regime_d2_4_2b() {
    on_every_engine(async |world| {
        let any = json!({"start": "2026-08-03T10:00:00+08:00", "period": {"amount": 60, "unit": "calendar_days"}, "extension_days": 30});
        let told: Deadline = calculate(world, &any).await.expect(200).parse();
        assert_eq!(
            told.explanation.due.last_day.expect("a day").to_string(),
            "2026-11-02"
        );
        assert!(told.explanation.clause.is_none() && !told.explanation.due.provisional);
        let ruled = json!({"start": "2026-02-12T10:00:00+08:00", "regime": "D2", "clock": "handling"});
        let told: Deadline = calculate(world, &ruled).await.expect(200).parse();
        assert_eq!(
            told.explanation.due.last_day.expect("a day").to_string(),
            "2026-02-28"
        );
        assert_eq!(told.explanation.clause.expect("a clause").basis.clause, "D2-4.2b");
        let late =
            json!({"start": "2026-12-31T10:00:00+08:00", "period": {"amount": 10, "unit": "working_days"}});
        let told: Deadline = calculate(world, &late).await.expect(200).parse();
        assert!(told.explanation.due.provisional, "2027 is not published");
    });
}

#[test]
fn every_mistake_of_a_question_is_named_at_once() {
    on_every_engine(async |world| {
        let body = json!({"start": "2026-13-01", "regime": "XX", "extension_days": -1, "pauses": [{"from": "then"}]});
        let problem = calculate(world, &body).await.expect(422).problem();
        let fields: Vec<&str> = problem.violations.iter().map(|one| one.field.as_str()).collect();
        assert_eq!(
            fields,
            [
                "start",
                "regime",
                "extension_days",
                "pauses[0].from",
                "pauses[0].to"
            ]
        );
        let unknown = json!({"begin": "2026-11-12T11:20:00+08:00"});
        let problem = calculate(world, &unknown).await.expect(422).problem();
        assert_eq!(problem.violations[0].field, "begin");
    });
}

#[test]
fn the_periods_of_a_regime_are_listed_for_everybody() {
    on_every_engine(async |world| {
        let list: RegimePeriods = world
            .get("/api/v1/regimes/WL/periods")
            .send()
            .await
            .expect(200)
            .parse();
        let statutory = list.periods.iter().find(|one| one.kind == ClockKind::Statutory);
        assert_eq!(statutory.expect("a period").basis.clause, "WL-3.7a");
        world.get("/api/v1/regimes/XX/periods").send().await.expect(404);
    });
}

#[test]
fn questions_to_the_calculator_are_limited_for_each_address() {
    let few = [
        ("rates.deadlines.per_minute", "2"),
        ("rates.deadlines.burst", "2"),
    ];
    with_settings(&few, async |world| {
        let body = json!({"start": "2026-08-03T10:00:00+08:00", "period": {"amount": 1, "unit": "hours"}});
        for status in [200, 200, 429] {
            calculate(world, &body).await.expect(status);
        }
    });
}
