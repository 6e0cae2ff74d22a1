//! 联络单: who answers for reports in a unit, filed every year by the day of the rule (D2-4.5).

use crate::world::{Answer, World, on_every_engine};
use anju_shared::{
    access::Role,
    api::{
        directory::UnitKind,
        liaison::{LiaisonBoard, LiaisonRow},
    },
    ids::UnitId,
    liaison::LiaisonStanding,
    time::Instant,
};
use reqwest::Method;
use serde_json::{Value, json};

/// The office, a street and a park; ids of street and park.
async fn district(world: &World) -> [UnitId; 2] {
    world.office().await;
    let street = world.unit("street", UnitKind::Street, "120102").await;
    let park = world.unit("park", UnitKind::Park, "120105").await;
    world.person("jiao", "anwei", &[Role::Dispatcher]).await;
    world.person("shouli", "anwei", &[Role::IntakeOfficer]).await;
    world.person("xi", "anwei", &[Role::SystemAdministrator]).await;
    world.person("leader", "street", &[Role::UnitLeader]).await;
    [street, park]
}

fn sheet(year: i32) -> Value {
    json!({"year": year, "leader": "程立", "leader_phone": "138 1234 1234", "section": "安全科", "chief": "高原",
        "chief_phone": "022-23456789", "contact": "林远", "contact_phone": "13912341234"})
}

async fn board(world: &World, token: &str, query: &str) -> LiaisonBoard {
    let path = format!("/api/v1/liaison{query}");
    world.get(&path).bearer(token).send().await.expect(200).parse()
}

async fn file(world: &World, token: &str, unit: UnitId, version: i64, body: &Value) -> Answer {
    let call = world
        .call(Method::PUT, &format!("/api/v1/liaison/{unit}"))
        .bearer(token);
    call.header("if-match", &format!("\"{version}\""))
        .json(body)
        .send()
        .await
}

fn standings(board: &LiaisonBoard) -> Vec<LiaisonStanding> {
    board.units.iter().map(|row| row.standing).collect()
}

#[test]
fn a_unit_that_files_by_the_day_is_answered_for_by_its_people_d2_4_1_and_the_other_by_its_office_d2_4_5() {
    on_every_engine(async |world| {
        let [street, _] = district(world).await;
        world
            .clock
            .set(Instant::parse("2026-01-24T02:00:00Z").expect("an instant"));
        let jiao = world.sign_in("jiao").await;
        use LiaisonStanding::{Awaited, Defaulted, Filed};
        let before = board(world, &jiao, "").await;
        assert_eq!(before.last_day.to_string(), "2026-01-24");
        assert_eq!(
            (before.basis.clause.as_str(), before.default.zh.as_str()),
            ("D2-4.5", "办公室")
        );
        assert_eq!(standings(&before), [Awaited, Awaited]);
        let leader = world.sign_in("leader").await;
        let filed: LiaisonRow = file(world, &leader, street, 0, &sheet(2026))
            .await
            .expect(200)
            .parse();
        assert_eq!(filed.sheet.expect("a sheet").leader_phone, "13812341234");

        world
            .clock
            .set(Instant::parse("2026-01-24T16:00:00Z").expect("an instant"));
        let jiao = world.sign_in("jiao").await;
        let after = board(world, &jiao, "").await;
        assert_eq!(
            standings(&after),
            [Defaulted, Filed],
            "whoever has not filed stands first"
        );
        assert_eq!(
            standings(&board(world, &jiao, "?year=2027").await),
            [Awaited, Awaited]
        );
    });
}

#[test]
fn a_late_sheet_is_taken_and_stays_late_and_a_correction_does_not_make_it_so() {
    on_every_engine(async |world| {
        let [street, park] = district(world).await;
        world
            .clock
            .set(Instant::parse("2026-01-20T02:00:00Z").expect("an instant"));
        let jiao = world.sign_in("jiao").await;
        file(world, &jiao, street, 0, &sheet(2026)).await.expect(200);
        world
            .clock
            .set(Instant::parse("2026-03-02T02:00:00Z").expect("an instant"));
        let jiao = world.sign_in("jiao").await;
        let corrected: LiaisonRow = file(world, &jiao, street, 1, &sheet(2026))
            .await
            .expect(200)
            .parse();
        assert_eq!(
            (corrected.standing, corrected.version),
            (LiaisonStanding::Filed, 2)
        );
        let late: LiaisonRow = file(world, &jiao, park, 0, &sheet(2026))
            .await
            .expect(200)
            .parse();
        assert_eq!(late.standing, LiaisonStanding::FiledLate);
        file(world, &jiao, park, 0, &sheet(2026)).await.expect(412);
        file(world, &jiao, street, 1, &sheet(2026)).await.expect(412);
    });
}

#[test]
fn a_unit_files_for_itself_and_knows_of_no_other() {
    on_every_engine(async |world| {
        let [street, park] = district(world).await;
        let leader = world.sign_in("leader").await;
        let own = board(world, &leader, "").await;
        assert_eq!(
            own.units.iter().map(|row| row.unit.id).collect::<Vec<_>>(),
            [street]
        );
        file(world, &leader, park, 0, &sheet(2026)).await.expect(404);
        world
            .get(&format!("/api/v1/liaison/{park}"))
            .bearer(&leader)
            .send()
            .await
            .expect(404);
        // The desk and the system administrator see who is to be reminded, and file for nobody.
        for login in ["shouli", "xi"] {
            let token = world.sign_in(login).await;
            assert_eq!(board(world, &token, "").await.units.len(), 2, "{login}");
            file(world, &token, street, 0, &sheet(2026)).await.expect(403);
        }
    });
}

#[test]
fn a_sheet_that_is_not_one_lists_everything_wrong_with_it() {
    on_every_engine(async |world| {
        let [street, _] = district(world).await;
        let jiao = world.sign_in("jiao").await;
        let mut wrong = sheet(2020);
        wrong["leader"] = "12".into();
        wrong["contact_phone"] = "x".into();
        let problem = file(world, &jiao, street, 0, &wrong).await.expect(422).problem();
        let fields: Vec<&str> = problem.violations.iter().map(|v| v.field.as_str()).collect();
        assert_eq!(fields, ["year", "leader", "contact_phone"]);
        for odd in ["year=0", "year=99999", "year=x"] {
            world
                .get(&format!("/api/v1/liaison?{odd}"))
                .bearer(&jiao)
                .send()
                .await
                .expect(422);
        }
        let office = "/api/v1/liaison/018f0000-0000-7000-8000-000000000000";
        world.get(office).bearer(&jiao).send().await.expect(404);
    });
}
