//! Exports: made in the background, for whoever asked and nobody else, and gone after a day.

use crate::{
    procedure,
    world::{Answer, World, on_every_engine},
};
use calamine::{Data, Range, Reader as _, Xlsx};
use reqwest::Method;
use sea_orm::ConnectionTrait as _;
use serde_json::{Value, json};
use std::io::Cursor;

async fn cases(world: &World) {
    procedure::organise(world).await;
    let officer = world.sign_in("officer").await;
    for facts in ["=HYPERLINK(\"http://x\")", "＝1+1", "通道堵塞"] {
        let body = json!({"channel": "phone_12350", "region": "120102", "enterprise": facts, "facts": facts,
            "reporters": [{ "name": "欧阳示范", "phone": "13987654321" }]});
        world
            .post("/api/v1/cases")
            .bearer(&officer)
            .json(&body)
            .send()
            .await
            .expect(201);
    }
}

async fn ask(world: &World, who: &str, body: &Value) -> Answer {
    let token = world.sign_in(who).await;
    world
        .post("/api/v1/exports")
        .bearer(&token)
        .json(body)
        .send()
        .await
}

async fn made(world: &World, who: &str, body: &Value) -> String {
    let export = ask(world, who, body).await.expect(202).json();
    assert_eq!(export["state"], "queued");
    world.server.run_jobs().await.expect("the jobs");
    export["id"].as_str().expect("an id").to_owned()
}

async fn call(world: &World, method: Method, who: &str, path: &str) -> Answer {
    let token = world.sign_in(who).await;
    world
        .call(method, &format!("/api/v1/exports{path}"))
        .bearer(&token)
        .send()
        .await
}

fn opened(file: &Answer) -> Range<Data> {
    let mut book: Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(file.body.clone())).expect("a workbook");
    let name = book.sheet_names().remove(0);
    let formulas = book.worksheet_formula(&name).expect("formulas");
    assert!(formulas.is_empty(), "no cell is a formula: {formulas:?}");
    book.worksheet_range(&name).expect("a sheet")
}

fn row(sheet: &Range<Data>, line: usize) -> Vec<String> {
    sheet
        .rows()
        .nth(line)
        .expect("a row")
        .iter()
        .map(ToString::to_string)
        .collect()
}

#[test]
fn an_export_says_who_took_it_and_has_a_line_for_each_case_mem_4_2() {
    on_every_engine(async |world| {
        cases(world).await;
        let body = json!({"query": {"region": "120102", "order": "newest"}, "columns": ["number", "stage", "region"]});
        let id = made(world, "dispatcher", &body).await;
        let read = call(world, Method::GET, "dispatcher", &format!("/{id}"))
            .await
            .expect(200)
            .json();
        assert_eq!(
            (&read["state"], &read["done"], &read["total"]),
            (&json!("ready"), &json!(3), &json!(3))
        );
        let file = call(world, Method::GET, "dispatcher", &format!("/{id}/file"))
            .await
            .expect(200);
        assert!(file.header("content-disposition").starts_with("attachment"));
        assert_eq!(file.body.len() as u64, read["size"].as_u64().expect("a size"));
        let sheet = opened(&file);
        let watermark = row(&sheet, 0).remove(0);
        for part in ["工作秘密", "张伟", "anwei 单位", "2026-11-16"] {
            assert!(watermark.contains(part), "{watermark}");
        }
        assert_eq!(row(&sheet, 1), ["编号", "事项", "环节", "所在区域"]);
        assert_eq!(row(&sheet, 2)[0], "1201-20261116-0003");
        assert_eq!(sheet.height(), 5);
        assert!(!format!("{sheet:?}").contains("示范"), "no reporter in an export");
    });
}

/// Nothing that a reporter wrote is active in a spreadsheet.
#[test]
fn no_text_of_a_report_becomes_a_formula() {
    on_every_engine(async |world| {
        cases(world).await;
        let id = made(world, "dispatcher", &json!({"query": {"order": "newest"}})).await;
        let file = call(world, Method::GET, "dispatcher", &format!("/{id}/file"))
            .await
            .expect(200);
        let sheet = opened(&file);
        for line in 2..sheet.height() {
            for cell in row(&sheet, line) {
                assert!(
                    !cell.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r']),
                    "{cell}"
                );
            }
        }
        assert!(
            format!("{sheet:?}").contains("'=HYPERLINK"),
            "the words are there, as words: {sheet:?}"
        );
    });
}

#[test]
fn an_export_is_for_whoever_asked_and_holds_what_they_may_see() {
    on_every_engine(async |world| {
        cases(world).await;
        let id = made(world, "dispatcher", &json!({"query": {}})).await;
        for (who, path) in [("officer", format!("/{id}")), ("officer", format!("/{id}/file"))] {
            call(world, Method::GET, who, &path).await.expect(404);
        }
        call(world, Method::DELETE, "officer", &format!("/{id}"))
            .await
            .expect(404);
        ask(world, "administrator", &json!({"query": {}}))
            .await
            .expect(403);
        // The street has been given nothing yet, so its list has a heading and no case.
        let own = made(world, "handler", &json!({"query": {}})).await;
        let file = call(world, Method::GET, "handler", &format!("/{own}/file"))
            .await
            .expect(200);
        assert_eq!(opened(&file).height(), 2);
    });
}

#[test]
fn a_file_at_rest_tells_nothing_and_is_gone_after_a_day() {
    on_every_engine(async |world| {
        cases(world).await;
        let id = made(world, "dispatcher", &json!({"query": {}})).await;
        let path = world.folder().join("files").join(id.replace('-', ""));
        let bytes = std::fs::read(&path).expect("the file");
        assert!(!bytes.starts_with(b"PK"), "an Excel file begins so");
        world.clock.advance(86_401);
        world.server.run_jobs().await.expect("the jobs");
        assert!(!path.exists());
        call(world, Method::GET, "dispatcher", &format!("/{id}"))
            .await
            .expect(404);
    });
}

#[test]
fn what_is_not_ready_is_not_fetched_and_can_be_given_up() {
    on_every_engine(async |world| {
        cases(world).await;
        let export = ask(world, "dispatcher", &json!({"query": {}}))
            .await
            .expect(202)
            .json();
        let id = export["id"].as_str().expect("an id");
        call(world, Method::GET, "dispatcher", &format!("/{id}/file"))
            .await
            .expect(409);
        ask(world, "dispatcher", &json!({"query": {}})).await.expect(202);
        ask(world, "dispatcher", &json!({"query": {}})).await.expect(409);
        call(world, Method::DELETE, "dispatcher", &format!("/{id}"))
            .await
            .expect(204);
        ask(world, "dispatcher", &json!({"query": {}})).await.expect(202);
        world.server.run_jobs().await.expect("the jobs");
        let list = call(world, Method::GET, "dispatcher", "")
            .await
            .expect(200)
            .json();
        let states: Vec<&Value> = list["exports"]
            .as_array()
            .expect("exports")
            .iter()
            .map(|one| &one["state"])
            .collect();
        assert_eq!(states, ["ready", "ready"]);
    });
}

/// A server went away in the middle; after a while another takes it up, and in the end it is given up.
#[test]
fn what_a_server_left_unfinished_is_begun_anew_and_not_for_ever() {
    on_every_engine(async |world| {
        cases(world).await;
        let left = async |attempts: i32| {
            let export = ask(world, "dispatcher", &json!({"query": {}}))
                .await
                .expect(202)
                .json();
            let until = anju_backend::clock::Clock::now(&*world.clock).unix() + 60;
            let statement = format!(
                "UPDATE export SET state = 'running', holder = 'gone', held_until = {until}, attempts = {attempts} WHERE state = 'queued'"
            );
            let db = &world.server.state().db;
            db.write(async |txn| {
                Ok::<_, anju_backend::error::Error>(txn.execute_unprepared(&statement).await?)
            })
            .await
            .expect("done");
            format!("/{}", export["id"].as_str().expect("an id"))
        };
        let state = async |path: &str| {
            call(world, Method::GET, "dispatcher", path)
                .await
                .expect(200)
                .json()["state"]
                .clone()
        };
        let path = left(1).await;
        world.server.run_jobs().await.expect("the jobs");
        assert_eq!(state(&path).await, "running", "it is still the other server's");
        world.clock.advance(61);
        world.server.run_jobs().await.expect("the jobs");
        assert_eq!(state(&path).await, "ready");
        let path = left(3).await;
        world.clock.advance(61);
        world.server.run_jobs().await.expect("the jobs");
        assert_eq!(state(&path).await, "failed");
    });
}

/// Asking and fetching are both in the journal of access.
#[test]
fn who_exported_what_and_who_fetched_it_is_recorded() {
    on_every_engine(async |world| {
        cases(world).await;
        let id = made(world, "dispatcher", &json!({"query": {}})).await;
        call(world, Method::GET, "dispatcher", &format!("/{id}/file"))
            .await
            .expect(200);
        let state = world.server.state();
        for resource in [
            format!("export/{id}"),
            format!("export/{id}/rows"),
            format!("export/{id}/file"),
        ] {
            let asked = format!(
                "SELECT 1 AS one FROM audit_entry WHERE action = 'export_cases' AND outcome = 'allowed' AND resource = '{resource}'"
            );
            let statement = sea_orm::Statement::from_string(state.db.read().get_database_backend(), asked);
            let found = state.db.read().query_one_raw(statement).await.expect("an answer");
            assert!(found.is_some(), "{resource}");
        }
        let faults = anju_backend::audit::verify(&state.db, &state.keys)
            .await
            .expect("an answer");
        assert!(faults.is_empty(), "{faults:?}");
    });
}
