//! The regimes side by side, and which of them holds for a case.

use crate::{
    procedure,
    world::{World, on_every_engine, with_settings},
};
use anju_shared::{
    access::Role,
    api::rules::{DivisionList, RegimeDetail, RegimeEntry, RegimeList},
    rules::Origin,
};
use serde_json::{Value, json};

async fn regime(world: &World, id: &str) -> RegimeDetail {
    let path = format!("/api/v1/regimes/{id}");
    world.get(&path).send().await.expect(200).parse()
}

fn entry<'a>(regime: &'a RegimeDetail, section: &str, key: &str) -> &'a RegimeEntry {
    let section = regime.sections.iter().find(|one| one.code == section);
    let mut entries = section.expect("a list").entries.iter();
    entries.find(|one| one.key == key).expect("an entry")
}

#[test]
fn everybody_sees_the_regimes_and_which_is_in_force() {
    on_every_engine(async |world| {
        world.office().await;
        world.person("zhou", "anwei", &[Role::SystemAdministrator]).await;
        let list: RegimeList = world.get("/api/v1/regimes").send().await.expect(200).parse();
        assert_eq!(list.in_force, "TJ");
        let ids: Vec<&str> = list.regimes.iter().map(|one| one.id.as_str()).collect();
        assert_eq!(ids, ["MEM", "SX", "AH", "D2", "TJ", "WL"]);
        let tj = &list.regimes[4];
        assert_eq!(tj.line, ["TJ", "MEM"]);
        assert!(tj.own > 0 && tj.overriding > 0 && tj.inherited > 0);
        let token = world.sign_in("zhou").await;
        let staff: RegimeList = world
            .get("/api/v1/regimes")
            .bearer(&token)
            .send()
            .await
            .expect(200)
            .parse();
        assert_eq!(staff, list);
    });
}

#[test]
fn an_entry_has_its_clauses_with_their_words_and_its_origin_wl_3_7a_d2_4_2b() {
    on_every_engine(async |world| {
        let wl = regime(world, "WL").await;
        let statutory = entry(&wl, "clocks", "statutory");
        assert_eq!(statutory.origin, Origin::Overrides { of: "MEM".into() });
        assert_eq!(statutory.clauses[0].basis.clause, "WL-3.7a");
        assert!(statutory.clauses[0].text.contains("自受理之日起60日内办结"));
        let d2 = regime(world, "D2").await;
        let handling = entry(&d2, "clocks", "handling/general");
        assert_eq!(handling.clauses[0].basis.clause, "D2-4.2b");
        assert!(handling.says.iter().any(|line| line.value.zh == "7 个工作日"));
        let inherited = entry(&d2, "clocks", "objection");
        assert_eq!(inherited.origin, Origin::Inherited { from: "MEM".into() });
        let unknown = world.get("/api/v1/regimes/XX").send().await.expect(404);
        assert!(unknown.problem().detail.is_some_and(|told| told.contains("WL")));
    });
}

#[test]
fn divisions_are_told_by_code_and_an_unknown_one_is_refused() {
    on_every_engine(async |world| {
        let read = async |path: &str| -> DivisionList { world.get(path).send().await.expect(200).parse() };
        let provinces = read("/api/v1/divisions").await.divisions;
        assert_eq!((provinces.len(), provinces[1].name.as_str()), (34, "天津市"));
        let within = read("/api/v1/divisions?within=1201").await.divisions;
        let told: Vec<&str> = within.iter().map(|one| one.path.as_str()).collect();
        assert_eq!((told.len(), &told[..2]), (17, &["天津市", "天津市 · 和平区"][..]));
        let unknown = world
            .get("/api/v1/divisions?within=9901")
            .send()
            .await
            .expect(422);
        assert_eq!(unknown.problem().violations[0].field, "within");
    });
}

/// A report that was received and accepted.
async fn accepted(world: &World) -> String {
    let officer = world.sign_in("officer").await;
    let body = json!({"channel": "phone_12350", "facts": "疏散通道被货物堵塞。"});
    let call = world.post("/api/v1/cases").bearer(&officer).json(&body);
    let id = call.send().await.expect(201).json()["id"].clone();
    let id = id.as_str().expect("an id").to_owned();
    procedure::accept(world, &id).await;
    id
}

async fn read(world: &World, id: &str) -> Value {
    let officer = world.sign_in("officer").await;
    let call = world.get(&format!("/api/v1/cases/{id}")).bearer(&officer);
    call.send().await.expect(200).json()
}

fn clauses(case: &Value) -> Vec<String> {
    let clocks = case["case"]["clocks"].as_array().expect("clocks");
    let clause = |clock: &Value| {
        format!(
            "{} {}",
            clock["kind"].as_str().unwrap_or_default(),
            clock["clause"].as_str().unwrap_or_default()
        )
    };
    clocks.iter().map(clause).collect()
}

#[test]
fn a_case_is_counted_by_the_rules_of_the_setting_wl_3_7a() {
    with_settings(&[("regime", "WL")], async |world| {
        procedure::organise(world).await;
        let id = accepted(world).await;
        let clauses = clauses(&read(world, &id).await);
        assert_eq!(clauses, ["accept_decision AJ-P1", "statutory WL-3.7a"]);
        let list: RegimeList = world.get("/api/v1/regimes").send().await.expect(200).parse();
        assert_eq!(list.in_force, "WL");
    });
}

#[test]
fn a_case_keeps_the_rules_under_which_it_was_accepted_tj_23() {
    with_settings(&[("regime", "WL")], async |world| {
        let street = procedure::organise(world).await;
        let id = accepted(world).await;
        let Some(later) = world.second_server_with(&[("regime", "TJ")]).await else {
            return;
        };
        let dispatch =
            json!({"type": "dispatch", "unit": street, "kind": "downward", "task_sheet": "核查疏散通道。"});
        let token = later.sign_in("dispatcher").await;
        procedure::command(&later, &token, &id, &dispatch)
            .await
            .expect(200);
        let case = read(&later, &id).await;
        assert!(clauses(&case).contains(&"handling AJ-P6".to_owned()), "{case}");
        let fresh = accepted(&later).await;
        assert_eq!(
            clauses(&read(&later, &fresh).await),
            ["accept_decision AJ-P1", "statutory MEM-7.5"]
        );
        later.server.stop().await.expect("a clean stop");
    });
}
