//! What a file can have wrong: everything is told, with its place.

use anju_shared::calendar::import::{self, LIMIT};
use proptest::prelude::*;

/// What is said of a file, in English.
fn told(text: &str) -> Vec<String> {
    let problems = import::read(text, "").expect_err("refused");
    assert!(problems.iter().all(|problem| !problem.text_zh().is_empty()));
    problems.iter().map(ToString::to_string).collect()
}

#[test]
fn every_line_of_a_table_that_cannot_be_read_is_told() {
    let text = "日期,类型,名称\n2027-02-30,休,春节\n2027-01-01,调休,元旦\n2027-02-05,休\n\n2027-02-08,休,春节\n\
                2027-02-08,休,春节\n2027-02-09,班,春节\n2030-05-01,x,\n";
    assert_eq!(
        told(text),
        [
            "line 2: “2027-02-30” is no date (expected for example 2027-01-01)",
            "line 3: “调休” says neither 休 (closed) nor 班 (worked)",
            "line 4: “name” is missing",
            "line 9: “name” is missing",
            "line 9: “x” says neither 休 (closed) nor 班 (worked)",
            "line 7: 2027-02-08 is there more than once",
            "line 8: 2027-02-09 (春节) is listed as a worked weekend day but is a weekday",
        ]
    );
    let problems = import::read(text, "").expect_err("refused");
    assert_eq!(problems[1].text_zh(), "第 3 行：“调休”未说明是“休”还是“班”");
}

#[test]
fn a_column_that_is_missing_is_told_once() {
    assert_eq!(
        told("日期,名称\n2027-01-01,元旦\n2027-02-05,春节\n"),
        ["line 1: “type” is missing"]
    );
}

#[test]
fn every_day_of_a_json_text_that_cannot_be_read_is_told() {
    let text = r#"{"year":2027,"days":[{"date":"2027-01-01","isOffDay":"yes","name":"元旦"},
        {"isOffDay":true,"name":7},{"date":"2027-02-05","isOffDay":true,"name":" "},[]]}"#;
    assert_eq!(
        told(text),
        [
            "days[0].isOffDay: “\"yes\"” says neither 休 (closed) nor 班 (worked)",
            "days[1].date: “date” is missing",
            "days[1].name: “name” is missing",
            "days[3].isOffDay: “isOffDay” is missing",
            "days[3].date: “date” is missing",
            "days[3].name: “name” is missing",
            "days[2]: 2027-02-05: the holiday's name is missing",
        ]
    );
    let own = r#"{"zone":"Asia/Tokyo","years":{"27":{"closed_weekdays":{},"worked_weekends":{}},
        "2027":{"closed_weekdays":{"01-02":"元旦","13-01":"元旦"},"worked_weekends":{}}}}"#;
    assert_eq!(
        told(own),
        [
            "zone: zone: expected Asia/Shanghai, found Asia/Tokyo",
            "years.27: 27: expected a year from 2000 to 2100",
            "years.2027.closed_weekdays.01-02: 2027-01-02 (元旦) is listed as a closed weekday but is a weekend day",
            "years.2027.closed_weekdays.13-01: “2027-13-01” is no date (expected for example 2027-01-01)",
        ]
    );
    assert_eq!(
        told("{\n\"year\": 2027,\n}")[0].split(": ").next(),
        Some("line 3")
    );
}

#[test]
fn a_year_that_is_not_published_is_no_arrangement() {
    assert_eq!(
        told(r#"{"year":2027,"papers":[],"days":[]}"#),
        ["days: 2027: its arrangement is not published yet"]
    );
    let provisional = r#"{"zone":"Asia/Shanghai","years":{},"provisional":{"2027":{"closed_weekdays":{},"worked_weekends":{}}}}"#;
    assert_eq!(
        told(provisional),
        ["provisional.2027: 2027: its arrangement is not published yet"]
    );
}

#[test]
fn every_event_that_cannot_be_read_is_told() {
    let text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:情人节\nDTSTART;VALUE=DATE:20270214\nEND:VEVENT\n\
                BEGIN:VEVENT\nSUMMARY:元旦 休\nDTSTART:20270101T080000\nRRULE:FREQ=YEARLY\nEND:VEVENT\n\
                BEGIN:VEVENT\nSUMMARY:春节 休\nDTSTART:20270205\nDTEND:20270205\nEND:VEVENT\n\
                BEGIN:VEVENT\nSUMMARY:春节 休\nDTSTART:20270205\nDTEND:29990205\nEND:VEVENT\nBEGIN:VEVENT\n";
    assert_eq!(
        told(text),
        [
            "line 2: “情人节” says neither 休 (closed) nor 班 (worked)",
            "line 9: “RRULE” is not read here; give every day by itself",
            "line 8: “20270101T080000” is no date (expected for example 2027-01-01)",
            "line 11: expected an end after the beginning, and at most 31 days",
            "line 16: expected an end after the beginning, and at most 31 days",
            "line 21: “END:VEVENT” is missing",
        ]
    );
}

#[test]
fn what_is_no_calendar_is_told_so() {
    let unknown = "expected JSON, ICS (iCalendar) or CSV with date, type and name";
    for text in ["", " \n", "元旦放假一天", "{}", "[1]", "{\"days\":3}"] {
        assert_eq!(told(text), [unknown], "{text}");
    }
    assert_eq!(
        told("BEGIN:VCALENDAR\nEND:VCALENDAR"),
        ["no day of a calendar is in the file"]
    );
    assert_eq!(told(r#"{"dates":[]}"#), ["no day of a calendar is in the file"]);
}

#[test]
fn a_hostile_file_is_refused_and_takes_no_time() {
    let deep = "[".repeat(100_000);
    let objects = "{\"zone\":".repeat(30_000);
    let controls = "2027-01-01,休,元\u{0}旦\u{202e}\n";
    let lines = "x,x\n".repeat(LIMIT / 4);
    let begun = "BEGIN:VCALENDAR\n".to_owned() + &"BEGIN:VEVENT\nEND:VEVENT\n".repeat(9_000);
    for text in [&deep, &objects, controls, &lines, &begun] {
        assert!(!told(text).is_empty());
    }
    assert_eq!(
        told(&"x".repeat(LIMIT + 1)),
        ["the file is longer than 131072 bytes"]
    );
    let said = told(&lines);
    assert_eq!((said.len(), said[200].as_str()), (201, "and 98104 more"));
}

/// Pieces of which files are made, and others.
fn pieces() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "BEGIN:VCALENDAR\n",
        "BEGIN:VEVENT\n",
        "END:VEVENT\n",
        "DTSTART:20270101\n",
        "DTEND:",
        "SUMMARY:休",
        "\n ",
        "{\"year\":2027,\"days\":[",
        "{\"date\":\"2027-01-01\"",
        "\"isOffDay\":true",
        "}",
        "]",
        ",",
        ";",
        "\t",
        "\n",
        "2027-01-01",
        "2027年1月1日",
        "9999-12-31",
        "0-0-0",
        "休",
        "班",
        "元旦",
        "\"",
        "{\"zone\":\"Asia/Shanghai\"",
        "\"years\":{\"2027\":{\"closed_weekdays\":{",
        "日期,类型,名称\n",
    ]);
    prop_oneof![3 => known.prop_map(str::to_owned), 1 => any::<String>()]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2048, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_file_makes_it_fall(pieces in prop::collection::vec(pieces(), 0..30), division in "[0-9]{0,6}") {
        match import::read(&pieces.concat(), &division) {
            Ok(read) => for arrangement in read {
                prop_assert!(arrangement.problems().len() <= 2, "only its source and its division can be wrong");
            },
            Err(problems) => prop_assert!(!problems.is_empty()),
        }
    }
}
