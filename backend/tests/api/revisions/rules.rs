//! A layer of rules: copied, edited, checked, simulated, published by a second person, and in force from its day on.

use super::{
    case_of, dispatched, draft, due, edit, effects, id_of, organise, publish, read, registered, simulated,
    step,
};
use crate::{
    procedure,
    world::{World, on_every_engine},
};
use anju_shared::{
    api::{
        revisions::{EffectGroup, RevisionDetail, RevisionList},
        rules::{RegimeDetail, RegimeEntry, RegimeList},
    },
    revision::{RevisionAction, RevisionState, Shift},
};
use serde_json::{Value, json};

const DAY: i64 = 86_400;

/// The next version of TJ, begun by the administrator.
async fn next_tj(world: &World) -> RevisionDetail {
    let new = json!({"kind": "layer", "copy_of": "TJ"});
    draft(world, "administrator", &new).await.expect(201).parse()
}

/// The same content, but that the verification of a general case takes so many working days.
fn with_days(content: &Value, days: u32) -> Value {
    let mut content = content.clone();
    let clocks = content["clocks"].as_array_mut().expect("periods");
    let handling = clocks
        .iter_mut()
        .find(|one| one["kind"] == "handling" && one["urgency"] == "general");
    handling.expect("a period of TJ")["period"]["amount"] = json!(days);
    content
}

#[test]
fn a_new_version_holds_for_what_is_accepted_from_its_day_on_tj_23() {
    on_every_engine(async |world| {
        let street = organise(world).await;
        let before = dispatched(world, street).await;
        assert_eq!(due(world, &before, "handling").await, "2026-11-30T16:00:00Z");
        let begun = next_tj(world).await;
        let id = begun.revision.id.to_string();
        assert_eq!((begun.revision.number, begun.revision.name.as_str()), (2, "TJ"));
        let edited: RevisionDetail = edit(world, "administrator", &id, &with_days(&begun.content, 8))
            .await
            .expect(200)
            .parse();
        let changes: Vec<&str> = edited.changes.iter().map(|one| one.key.as_str()).collect();
        assert_eq!(changes, ["handling/general"], "what it changes, entry by entry");
        let published = publish(world, &id).await;
        assert_eq!(published.revision.state, RevisionState::Published);
        // Today the first version still holds.
        let today = dispatched(world, street).await;
        assert_eq!(due(world, &today, "handling").await, "2026-11-30T16:00:00Z");
        world.clock.advance(DAY);
        let after = dispatched(world, street).await;
        // Eight working days after Tuesday the 17th.
        assert_eq!(due(world, &after, "handling").await, "2026-11-27T16:00:00Z");
        world.server.run_jobs().await.expect("the jobs");
        let applied = read(world, &id).await;
        assert_eq!(applied.revision.state, RevisionState::Applied);
        let changes: Vec<&str> = applied.changes.iter().map(|one| one.key.as_str()).collect();
        assert_eq!(changes, ["handling/general"], "afterwards too");
        assert_eq!(due(world, &before, "handling").await, "2026-11-30T16:00:00Z");
        let case = case_of(world, &after).await;
        assert_eq!(
            case["progress"]["acceptance"]["profile"]["version"], 2,
            "{case:#}"
        );
        let list: RegimeList = world.get("/api/v1/regimes").send().await.expect(200).parse();
        let tj: Vec<_> = list.regimes.iter().filter(|one| one.id == "TJ").collect();
        assert_eq!(tj.len(), 2);
        assert_eq!(tj[0].in_force_until, Some(tj[1].in_force_from.plus(-1)));
    });
}

#[test]
fn every_version_of_a_regime_can_be_read_entry_by_entry_tj_23() {
    on_every_engine(async |world| {
        organise(world).await;
        let begun = next_tj(world).await;
        let id = begun.revision.id.to_string();
        edit(world, "administrator", &id, &with_days(&begun.content, 8))
            .await
            .expect(200);
        // A draft is no version yet.
        let second = "/api/v1/regimes/TJ/versions/2";
        world.get(second).send().await.expect(404);
        publish(world, &id).await;
        let read = async |path: &str| -> RegimeDetail { world.get(path).send().await.expect(200).parse() };
        let (one, other) = (read("/api/v1/regimes/TJ/versions/1").await, read(second).await);
        assert_eq!((one.regime.version, other.regime.version), (1, 2));
        assert_eq!(
            read("/api/v1/regimes/TJ").await,
            one,
            "the second is still to begin"
        );
        let entries = |regime: &RegimeDetail| -> Vec<RegimeEntry> {
            let sections = regime.sections.iter();
            sections.flat_map(|section| section.entries.clone()).collect()
        };
        let pairs = entries(&one).into_iter().zip(entries(&other));
        let differing: Vec<String> = pairs
            .filter(|(was, is)| was != is)
            .map(|(was, _)| was.key)
            .collect();
        assert_eq!(differing, ["handling/general"]);
        for nowhere in ["TJ/versions/3", "XX/versions/1", "TJ/versions/x"] {
            let path = format!("/api/v1/regimes/{nowhere}");
            world.get(&path).send().await.expect(404);
        }
    });
}

#[test]
fn every_inconsistency_is_told_with_its_place_and_stops_the_way() {
    on_every_engine(async |world| {
        organise(world).await;
        let begun = next_tj(world).await;
        let id = begun.revision.id.to_string();
        let mut content = with_days(&begun.content, 10);
        content["clocks"][0]["clause"] = json!("TJ-99");
        content["order"]["grounds"] = json!(["NA99"]);
        let faulty: RevisionDetail = edit(world, "administrator", &id, &content)
            .await
            .expect(200)
            .parse();
        assert!(
            faulty
                .faults
                .iter()
                .any(|fault| fault.message.zh.contains("条款“TJ-99”未在")
                    && fault.message.en.contains("clause “TJ-99” is not")),
            "{:?}",
            faulty.faults
        );
        assert!(
            faulty
                .faults
                .iter()
                .any(|fault| fault.place.contains("order.grounds"))
        );
        for step_name in ["simulate", "submit"] {
            let body = json!({});
            let body = (step_name == "simulate").then_some(&body);
            let refused = step(world, "administrator", (&id, step_name), body)
                .await
                .expect(422)
                .problem();
            assert_eq!(refused.refusal.as_deref(), Some("faulty"));
            assert_eq!(refused.basis.expect("a clause").clause, "AJ-R");
        }
        // Nothing was lost: the faulty draft is kept as it was written.
        assert_eq!(
            read(world, &id).await.content["order"]["grounds"],
            json!(["NA99"])
        );
        // What is not of its type is told by its field.
        content["clocks"][0]["period"]["amount"] = json!(0);
        let wrong = edit(world, "administrator", &id, &content)
            .await
            .expect(422)
            .problem();
        assert!(
            wrong.violations[0].field.starts_with("content.clocks[0].period"),
            "{wrong:?}"
        );
    });
}

#[test]
fn whoever_wrote_or_submitted_it_does_not_publish_it_aj_r() {
    on_every_engine(async |world| {
        organise(world).await;
        let new = json!({"kind": "layer", "copy_of": "TJ"});
        let begun: RevisionDetail = draft(world, "head", &new).await.expect(201).parse();
        let id = begun.revision.id.to_string();
        edit(world, "head", &id, &with_days(&begun.content, 9))
            .await
            .expect(200);
        let early = step(world, "head", (&id, "submit"), None)
            .await
            .expect(422)
            .problem();
        assert_eq!(early.refusal.as_deref(), Some("not_simulated"));
        simulated(world, &id, &json!({})).await;
        step(world, "administrator", (&id, "submit"), None)
            .await
            .expect(200);
        let same = step(world, "head", (&id, "publish"), None)
            .await
            .expect(403)
            .problem();
        assert_eq!(same.refusal.as_deref(), Some("same_person"));
        step(world, "administrator", (&id, "publish"), None)
            .await
            .expect(403);
        let back = json!({"reasons": "请补充依据"});
        step(world, "second_head", (&id, "return"), Some(&back))
            .await
            .expect(200);
        let told = read(world, &id).await.revision;
        assert_eq!(told.state, RevisionState::Draft);
        let last = told.steps.last().expect("steps");
        assert_eq!(
            (last.action, last.reasons.as_deref()),
            (RevisionAction::Return, Some("请补充依据"))
        );
        step(world, "administrator", (&id, "submit"), None)
            .await
            .expect(200);
        step(world, "second_head", (&id, "publish"), None)
            .await
            .expect(200);
    });
}

#[test]
fn rules_begin_on_a_day_to_come_tj_23() {
    on_every_engine(async |world| {
        organise(world).await;
        let begun = next_tj(world).await;
        let id = begun.revision.id.to_string();
        let mut content = with_days(&begun.content, 8);
        content["in_force_from"] = json!("2026-11-16");
        edit(world, "administrator", &id, &content).await.expect(200);
        simulated(world, &id, &json!({})).await;
        let today = step(world, "administrator", (&id, "submit"), None)
            .await
            .expect(422)
            .problem();
        assert_eq!(today.refusal.as_deref(), Some("too_early"));
        assert_eq!(today.basis.expect("a clause").clause, "TJ-23");
    });
}

#[test]
fn a_simulation_shows_what_would_be_and_changes_nothing() {
    on_every_engine(async |world| {
        let street = organise(world).await;
        let case = dispatched(world, street).await;
        let waiting = registered(world).await;
        let versions = async || {
            (
                case_of(world, &case).await["version"].clone(),
                case_of(world, &waiting).await["version"].clone(),
            )
        };
        let begun = next_tj(world).await;
        let id = begun.revision.id.to_string();
        edit(world, "administrator", &id, &with_days(&begun.content, 8))
            .await
            .expect(200);
        world.clock.advance(DAY * 13);
        // What fell due meanwhile is recorded first.
        world.server.run_jobs().await.expect("the jobs");
        let before = versions().await;
        let detail = simulated(world, &id, &json!({})).await;
        let run = detail.simulation.expect("it ran");
        assert!(run.current && run.done == 2 && run.total == 2, "{run:?}");
        // On 29 November eight working days are over and ten are not.
        assert_eq!(run.figures.kept.newly_late, 1, "{run:?}");
        assert_eq!(run.figures.open.all(), 0);
        let page = effects(world, "head", &id, "?group=kept&shift=newly_late").await;
        let effect = &page.items[0];
        assert_eq!(
            (effect.group, effect.shift),
            (EffectGroup::Kept, Shift::NewlyLate)
        );
        assert_eq!(
            effect.before.last_day.map(|day| day.to_string()).as_deref(),
            Some("2026-11-30")
        );
        assert_eq!(
            effect.after.last_day.map(|day| day.to_string()).as_deref(),
            Some("2026-11-26")
        );
        assert_eq!(versions().await, before, "nothing was changed");
        // A draft that says something else was not simulated.
        edit(world, "administrator", &id, &with_days(&begun.content, 7))
            .await
            .expect(200);
        assert!(!read(world, &id).await.simulation.expect("it ran").current);
    });
}

#[test]
fn the_past_is_simulated_too_where_it_is_asked_for() {
    on_every_engine(async |world| {
        let street = organise(world).await;
        let case = registered(world).await;
        procedure::bring_to_street(world, street, &case).await;
        let begun = next_tj(world).await;
        let id = begun.revision.id.to_string();
        let mut content = begun.content.clone();
        // Signing within 15 minutes, for all.
        let sign_in = json!({"kind": "sign_in", "urgency": "general", "period": {"amount": 1, "unit": "minutes"},
            "starts": "dispatched", "stops": "signed_in", "effect": "duty", "bearer": "unit",
            "yellow": {"amount": 1, "unit": "minutes"}, "clause": "AJ-P2", "name": {"zh": "签收", "en": "Sign"}});
        content["clocks"].as_array_mut().expect("periods").push(sign_in);
        edit(world, "administrator", &id, &content).await.expect(200);
        let half = json!({"from": "2026-11-01"});
        step(world, "administrator", (&id, "simulate"), Some(&half))
            .await
            .expect(422);
        let none = simulated(world, &id, &json!({"from": "2026-10-01", "until": "2026-10-31"})).await;
        assert_eq!(none.simulation.expect("it ran").figures.past.all(), 0);
        let run = simulated(world, &id, &json!({"from": "2026-11-01", "until": "2026-11-30"})).await;
        assert!(run.simulation.expect("it ran").figures.past.earlier >= 1);
        let page = effects(world, "dispatcher", &id, "?group=past").await;
        assert!(page.items.iter().any(|one| one.clock.code() == "sign_in"));
    });
}

#[test]
fn a_sixth_authority_is_copied_under_an_id_of_its_own() {
    on_every_engine(async |world| {
        organise(world).await;
        let new = json!({"kind": "layer", "copy_of": "D2", "id": "SIXTH"});
        let begun: RevisionDetail = draft(world, "administrator", &new).await.expect(201).parse();
        let id = begun.revision.id.to_string();
        assert_eq!(
            (begun.revision.name.as_str(), begun.revision.number),
            ("SIXTH", 1)
        );
        publish(world, &id).await;
        let list: RegimeList = world.get("/api/v1/regimes").send().await.expect(200).parse();
        assert!(list.regimes.iter().any(|one| one.id == "SIXTH"));
        let token = world.sign_in("head").await;
        let file = world
            .get(&format!("/api/v1/revisions/{id}/file"))
            .bearer(&token)
            .send()
            .await
            .expect(200);
        assert!(file.text().contains("id = \"SIXTH\""), "{}", file.text());
        for (id, code) in [("D2", "taken"), ("sixth", "wrong_form")] {
            let new = json!({"kind": "layer", "copy_of": "TJ", "id": id});
            let wrong = draft(world, "administrator", &new).await.expect(422).problem();
            assert_eq!(wrong.violations[0].code, code);
        }
    });
}

#[test]
fn one_version_is_revised_once_at_a_time_and_may_be_given_up() {
    on_every_engine(async |world| {
        organise(world).await;
        let id = next_tj(world).await.revision.id.to_string();
        let new = json!({"kind": "layer", "copy_of": "TJ"});
        draft(world, "head", &new).await.expect(409);
        step(world, "administrator", (&id, "discard"), None)
            .await
            .expect(200);
        let again = id_of(&draft(world, "head", &new).await.expect(201));
        let token = world.sign_in("administrator").await;
        let list: RevisionList = world
            .get("/api/v1/revisions")
            .bearer(&token)
            .send()
            .await
            .expect(200)
            .parse();
        let states: Vec<_> = list
            .revisions
            .iter()
            .map(|one| (one.id.to_string(), one.state))
            .collect();
        assert!(states.contains(&(id, RevisionState::Discarded)));
        assert!(states.contains(&(again, RevisionState::Draft)));
    });
}

#[test]
fn an_administrator_sees_how_many_and_not_which_cases() {
    on_every_engine(async |world| {
        let street = organise(world).await;
        dispatched(world, street).await;
        let begun = next_tj(world).await;
        let id = begun.revision.id.to_string();
        edit(world, "administrator", &id, &with_days(&begun.content, 8))
            .await
            .expect(200);
        simulated(world, &id, &json!({})).await;
        let token = world.sign_in("administrator").await;
        let path = format!("/api/v1/revisions/{id}/effects");
        world.get(&path).bearer(&token).send().await.expect(403);
        let own = world
            .get(&format!("/api/v1/revisions/{id}"))
            .bearer(&token)
            .send()
            .await
            .expect(200);
        assert!(
            own.parse::<RevisionDetail>()
                .simulation
                .expect("it ran")
                .figures
                .kept
                .all()
                > 0
        );
    });
}
