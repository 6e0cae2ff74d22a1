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
