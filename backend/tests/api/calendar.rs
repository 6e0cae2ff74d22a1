//! The calendar in force, and the preview of a file.

use crate::world::{World, on_every_engine};
use anju_shared::{
    access::Role,
    api::calendar::CalendarPreview,
    calendar::{Calendar, CalendarDocument, CalendarYear},
};
use serde_json::json;

const CALENDAR: &str = "/api/v1/calendar";
const PREVIEW: &str = "/api/v1/calendar/preview";

#[test]
fn everybody_gets_the_calendar_and_counts_as_the_server_does() {
    on_every_engine(async |world| {
        let answer = world.get(CALENDAR).send().await.expect(200);
        let document: CalendarDocument = answer.parse();
        let calendar = Calendar::try_from(&document).expect("a calendar");
        assert_eq!(calendar.version(), Calendar::official().version());
        let tag = answer.header("etag");
        let again = world.get(CALENDAR).header("if-none-match", tag).send().await;
        assert_eq!(again.expect(304).header("etag"), tag);
        let another = world.get(CALENDAR).header("if-none-match", "\"1\"").send().await;
        another.expect(200);
    });
}

#[test]
fn a_year_is_told_with_its_days_and_whether_it_is_published() {
    on_every_engine(async |world| {
        let year = async |year: &str| world.get(&format!("{CALENDAR}/{year}")).send().await;
        let published: CalendarYear = year("2026").await.expect(200).parse();
        assert!(published.official);
        assert_eq!((published.working_days, published.months.len()), (248, 12));
        let provisional: CalendarYear = year("2027").await.expect(200).parse();
        assert!(!provisional.official);
        assert_eq!(provisional.days.len(), 13);
        let unknown = year("1999").await.expect(404).problem();
        assert!(unknown.detail.is_some_and(|told| told.contains("2000")));
        year("x").await.expect(404);
    });
}

async fn leader(world: &World) -> String {
    world.office().await;
    world.person("fang", "anwei", &[Role::OfficeLeader]).await;
    world.sign_in("fang").await
}

#[test]
fn a_file_is_previewed_with_its_doubts_and_changes_and_nothing_is_kept() {
    on_every_engine(async |world| {
        let token = leader(world).await;
        let text = "日期,类型,名称\n2027-01-01,休,元旦\n2027-02-05,休,春节\n2027-02-09,休,春节\n2027-02-20,班,春节\n";
        let file = json!({"text": text, "source": "国办发明电〔2026〕1号"});
        let call = world.post(PREVIEW).bearer(&token).json(&file);
        let preview: CalendarPreview = call.send().await.expect(200).parse();
        assert_eq!(preview.problems, []);
        let [one] = &preview.arrangements[..] else {
            panic!("one year: {preview:?}");
        };
        assert_eq!((one.arrangement.year, one.arrangement.days.len()), (2027, 4));
        assert_eq!(one.arrangement.source, "国办发明电〔2026〕1号");
        assert!(
            one.doubts
                .iter()
                .any(|doubt| doubt.zh.contains("法定节假日 13 天"))
        );
        let changed = |date: &str| one.changes.iter().any(|change| change.date.to_string() == date);
        assert!(changed("2027-02-09") && changed("2027-02-20") && !changed("2027-01-01"));
        let calendar: CalendarYear = world
            .get(&format!("{CALENDAR}/2027"))
            .send()
            .await
            .expect(200)
            .parse();
        assert!(!calendar.official);
    });
}

#[test]
fn everything_that_is_wrong_with_a_file_is_told_with_its_line() {
    on_every_engine(async |world| {
        let token = leader(world).await;
        let preview = async |file| {
            let call = world.post(PREVIEW).bearer(&token).json(&file);
            call.send().await.expect(200).parse::<CalendarPreview>()
        };
        let wrong = preview(json!({"text": "2027-02-30,休,春节\n2027-01-01,?,元旦\n"})).await;
        let lines: Vec<Option<u64>> = wrong.problems.iter().map(|problem| problem.line).collect();
        assert_eq!((lines, wrong.arrangements.len()), (vec![Some(1), Some(2)], 0));
        let member = preview(json!({"text": "{\"year\":2027,\"days\":[{}]}"})).await;
        assert_eq!(member.problems[0].member.as_deref(), Some("days[0].isOffDay"));
        let unsourced = preview(json!({"text": "2027-01-01,休,元旦"})).await;
        assert_eq!((unsourced.problems.len(), unsourced.arrangements.len()), (1, 1));
        assert!(unsourced.problems[0].message.zh.contains("文号"));
    });
}
