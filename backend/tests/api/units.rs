//! Units, the rules that everybody may read, and settings made at the command line.

use crate::world::{World, on_every_engine};
use anju_backend::{admin, error::Error};
use anju_shared::{
    access::{Role, Scope},
    api::directory::{UnitKind, UnitList},
    problem::ProblemCode,
    rules::RuleProfile,
};

async fn street(world: &World) {
    world.office().await;
    world.unit("huayuan", UnitKind::Street, "120101").await;
    world.person("zhou", "anwei", &[Role::Dispatcher]).await;
}

#[test]
fn staff_see_the_units_by_code() {
    on_every_engine(async |world| {
        street(world).await;
        let token = world.sign_in("zhou").await;
        let list: UnitList = world
            .get("/api/v1/units")
            .bearer(&token)
            .send()
            .await
            .expect(200)
            .parse();
        let codes: Vec<(&str, UnitKind)> = list
            .units
            .iter()
            .map(|unit| (unit.code.as_str(), unit.kind))
            .collect();
        assert_eq!(
            codes,
            [("anwei", UnitKind::Office), ("huayuan", UnitKind::Street)]
        );
        world.get("/api/v1/units").send().await.expect(401);
    });
}

#[test]
fn everybody_reads_the_rules_in_force() {
    on_every_engine(async |world| {
        street(world).await;
        let staff = world.sign_in("zhou").await;
        let system = world
            .system_token(&world.system(&[Scope::ReportsStatus]).await)
            .await;
        let public: RuleProfile = world.get("/api/v1/rules").send().await.expect(200).parse();
        assert_eq!(public.id, "TJ");
        for token in [staff, system] {
            let read: RuleProfile = world
                .get("/api/v1/rules")
                .bearer(&token)
                .send()
                .await
                .expect(200)
                .parse();
            assert_eq!(read, public);
        }
        world
            .get("/api/v1/rules")
            .bearer("wrong")
            .send()
            .await
            .expect(401);
    });
}

#[test]
fn a_code_of_a_unit_is_given_once_and_a_route_leads_to_a_unit() {
    on_every_engine(async |world| {
        street(world).await;
        let state = world.server.state();
        let new = admin::NewUnit {
            code: "anwei",
            name: "另一个",
            kind: UnitKind::Office,
            region: "1201",
        };
        let taken = admin::add_unit(state, new).await.expect_err("taken");
        assert_eq!(taken.code(), ProblemCode::Conflict);
        let nowhere = admin::add_route(state, None, Some("gas"), "nowhere").await;
        assert!(matches!(
            nowhere,
            Err(Error::Problem {
                code: ProblemCode::NotFound,
                ..
            })
        ));
    });
}

/// What the office is proposed for a report with this region and industry: the unit's name and why.
async fn proposed(world: &World, region: Option<&str>, industry: Option<&str>) -> (String, String) {
    let officer = world.sign_in("li").await;
    let body = serde_json::json!({
        "channel": "phone_12350", "title": "燃气泄漏", "facts": "楼道里有燃气味。", "region": region, "industry": industry,
    });
    let registered = world
        .post("/api/v1/cases")
        .bearer(&officer)
        .json(&body)
        .send()
        .await
        .expect(201)
        .json();
    let id = registered["id"].as_str().expect("an id");
    let detail = world
        .get(&format!("/api/v1/cases/{id}"))
        .bearer(&officer)
        .send()
        .await
        .expect(200)
        .json();
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    (
        text(&detail["proposal"]["unit"]["name"]),
        text(&detail["proposal"]["reason"]["zh"]),
    )
}

#[test]
fn the_narrowest_route_proposes_the_unit_tj_8_1() {
    on_every_engine(async |world| {
        street(world).await;
        world.person("li", "anwei", &[Role::IntakeOfficer]).await;
        for code in ["chengguan", "gas-park", "yingji"] {
            world.unit(code, UnitKind::Department, "1201").await;
        }
        let nobody = proposed(world, Some("120101"), Some("gas")).await;
        assert_eq!(
            nobody,
            (String::new(), String::new()),
            "without routes there is no proposal"
        );
        for (region, industry, unit) in [
            (None, None, "yingji"),
            (Some("120101"), None, "huayuan"),
            (None, Some("gas"), "chengguan"),
            (Some("120105"), Some("gas"), "gas-park"),
        ] {
            admin::add_route(world.server.state(), region, industry, unit)
                .await
                .expect("a route");
        }
        for (region, industry, unit, reason) in [
            (
                Some("120105"),
                Some("gas"),
                "gas-park",
                "区域为工业园区，行业为城镇燃气",
            ),
            (Some("120101"), Some("gas"), "chengguan", "行业为城镇燃气"),
            (Some("120101"), Some("fire"), "huayuan", "区域为一街（华苑街道）"),
            (
                Some("120104"),
                Some("fire"),
                "yingji",
                "该区域和行业未另行指定单位",
            ),
            (None, None, "yingji", "该区域和行业未另行指定单位"),
        ] {
            let (name, why) = proposed(world, region, industry).await;
            assert_eq!((name, why.as_str()), (format!("{unit} 单位"), reason));
        }
    });
}
