//! An arrangement of working days: what it does to the periods that run.

use super::{case_of, dispatched, draft, due, effects, id_of, organise, publish, read, simulated, step};
use crate::{
    cases::verification::faults,
    world::{World, on_every_engine},
};
use anju_shared::revision::RevisionState;
use serde_json::{Value, json};

/// The arrangement of 2026 as it is, but that these days are closed too.
fn amended(days: &[&str]) -> Value {
    let known: Value =
        serde_json::from_str(include_str!("../../../../shared/data/cn-calendar.json")).expect("JSON");
    let year = &known["years"]["2026"];
    let of = |list: &str, closed: bool| {
        let days = year[list].as_object().expect("days").clone();
        days.into_iter()
            .map(move |(day, name)| json!({"date": format!("2026-{day}"), "name": name, "closed": closed}))
    };
    let more = days
        .iter()
        .map(|day| json!({"date": day, "name": "临时放假", "closed": true}));
    let days: Vec<Value> = of("closed_weekdays", true)
        .chain(of("worked_weekends", false))
        .chain(more)
        .collect();
    json!({"kind": "calendar", "arrangement": {"year": 2026, "source": "国办发明电〔2026〕99号", "days": days}})
}

async fn drafted(world: &World, new: &Value) -> String {
    id_of(&draft(world, "administrator", new).await.expect(201))
}

#[test]
fn an_amended_holiday_moves_every_open_period_in_one_event_a_case() {
    on_every_engine(async |world| {
        let street = organise(world).await;
        let cases = [dispatched(world, street).await, dispatched(world, street).await];
        let id = drafted(world, &amended(&["2026-11-27"])).await;
        let detail = simulated(world, &id, &json!({})).await;
        assert_eq!(detail.changes.len(), 1, "{:?}", detail.changes);
        assert!(
            !detail.doubts.is_empty(),
            "it takes the place of an arrangement, out of balance"
        );
        let figures = detail.simulation.expect("it ran").figures;
        assert!(figures.open.later >= 2 && figures.kept.all() == 0, "{figures:?}");
        let found = effects(world, "head", &id, "?limit=1").await;
        assert!(found.items.len() == 1 && found.next.is_some(), "page by page");
        let mut versions = Vec::new();
        for case in &cases {
            versions.push(case_of(world, case).await["version"].as_u64().expect("a version"));
        }
        publish(world, &id).await;
        world.server.run_jobs().await.expect("the jobs");
        let applied = read(world, &id).await;
        assert_eq!(applied.revision.state, RevisionState::Applied);
        assert_eq!(
            applied.application.expect("it was applied").figures.open,
            figures.open
        );
        for (case, version) in cases.iter().zip(versions) {
            assert_eq!(due(world, case, "handling").await, "2026-12-01T16:00:00Z");
            assert_eq!(case_of(world, case).await["version"], version + 1, "one event");
        }
        // Once more, and nothing is left to do.
        world.server.run_jobs().await.expect("the jobs");
        let again = dispatched(world, street).await;
        assert_eq!(due(world, &again, "handling").await, "2026-12-01T16:00:00Z");
        assert_eq!(
            faults(world).await,
            Vec::<String>::new(),
            "journals and rows agree"
        );
    });
}

#[test]
fn a_new_year_makes_provisional_periods_certain() {
    on_every_engine(async |world| {
        let street = organise(world).await;
        let case = dispatched(world, street).await;
        let statutory = async || {
            let case = case_of(world, &case).await;
            let clocks = case["clocks"].as_array().expect("clocks").clone();
            clocks
                .into_iter()
                .find(|one| one["kind"] == "statutory")
                .expect("it runs")["due"]
                .clone()
        };
        assert_eq!(
            statutory().await["provisional"],
            true,
            "60 days from 16 November end in 2027"
        );
        let days: Vec<Value> = [
            ("2027-01-01", "元旦", true),
            ("2027-02-05", "春节", true),
            ("2027-02-08", "春节", true),
            ("2027-02-09", "春节", true),
            ("2027-02-10", "春节", true),
            ("2027-02-11", "春节", true),
            ("2027-02-12", "春节", true),
            ("2027-02-06", "春节", false),
            ("2027-02-20", "春节", false),
            ("2027-04-05", "清明节", true),
            ("2027-05-03", "劳动节", true),
            ("2027-05-04", "劳动节", true),
            ("2027-06-09", "端午节", true),
            ("2027-09-15", "中秋节", true),
            ("2027-10-01", "国庆节", true),
            ("2027-10-04", "国庆节", true),
            ("2027-10-05", "国庆节", true),
        ]
        .iter()
        .map(|(date, name, closed)| json!({"date": date, "name": name, "closed": closed}))
        .collect();
        let new = json!({"kind": "calendar", "arrangement": {"year": 2027, "source": "国办发明电〔2026〕12号", "days": days}});
        let id = drafted(world, &new).await;
        let detail = simulated(world, &id, &json!({})).await;
        assert!(detail.faults.is_empty(), "{:?}", detail.faults);
        assert!(detail.simulation.expect("it ran").figures.open.confirmed >= 1);
        publish(world, &id).await;
        world.server.run_jobs().await.expect("the jobs");
        assert_eq!(statutory().await["provisional"], false);
    });
}

#[test]
fn a_local_holiday_holds_for_its_part_of_the_country_only() {
    on_every_engine(async |world| {
        let street = organise(world).await;
        let case = dispatched(world, street).await;
        let local = |division: &str| {
            json!({"kind": "calendar", "arrangement": {"year": 2026, "division": division,
            "source": "地方文件", "days": [{"date": "2026-11-27", "name": "地方节日", "closed": true}]}})
        };
        let elsewhere = drafted(world, &local("65")).await;
        publish(world, &elsewhere).await;
        world.server.run_jobs().await.expect("the jobs");
        assert_eq!(due(world, &case, "handling").await, "2026-11-30T16:00:00Z");
        let here = drafted(world, &local("12")).await;
        publish(world, &here).await;
        world.server.run_jobs().await.expect("the jobs");
        assert_eq!(due(world, &case, "handling").await, "2026-12-01T16:00:00Z");
    });
}

#[test]
fn an_arrangement_that_cannot_be_is_told_day_by_day() {
    on_every_engine(async |world| {
        organise(world).await;
        let new = json!({"kind": "calendar", "arrangement": {"year": 2027, "source": "",
            "days": [{"date": "2027-01-02", "name": "元旦", "closed": true}, {"date": "2029-01-01", "name": "", "closed": true}]}});
        let id = drafted(world, &new).await;
        let detail = read(world, &id).await;
        let told: Vec<&str> = detail
            .faults
            .iter()
            .map(|fault| fault.message.zh.as_str())
            .collect();
        assert!(
            told.iter().any(|one| one.contains("2027-01-02")) && told.iter().any(|one| one.contains("文号")),
            "{told:?}"
        );
        let refused = step(world, "administrator", (&id, "simulate"), Some(&json!({})))
            .await
            .expect(422)
            .problem();
        assert_eq!(refused.refusal.as_deref(), Some("faulty"));
    });
}

#[test]
fn another_server_takes_up_what_was_published() {
    on_every_engine(async |world| {
        let street = organise(world).await;
        let Some(second) = world.second_server().await else {
            return;
        };
        let id = drafted(world, &amended(&["2026-11-27"])).await;
        publish(world, &id).await;
        second.server.run_jobs().await.expect("the jobs");
        let case = dispatched(&second, street).await;
        assert_eq!(due(&second, &case, "handling").await, "2026-12-01T16:00:00Z");
        second.server.stop().await.expect("a clean stop");
    });
}
