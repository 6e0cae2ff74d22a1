//! The parts that need no calendar of many years; the law itself is tested in `tests/deadline_vectors.rs`.

use super::{
    line::{Answers, Language, answer},
    *,
};
use crate::{
    calendar::Calendar,
    time::{Instant, LegalDate},
};

fn at(text: &str) -> Instant {
    Instant::parse(text).expect("an instant")
}

fn answered(line: &str, language: Language) -> String {
    let mut out = Vec::new();
    answer(
        Calendar::official(),
        line,
        Answers {
            explanation: false,
            language,
        },
        &mut out,
    );
    String::from_utf8(out).expect("text")
}

#[test]
fn periods_read_as_the_documents_write_them() {
    let texts = [
        (10, Unit::WorkingDays),
        (24, Unit::Hours),
        (60, Unit::CalendarDays),
        (1, Unit::Minutes),
    ]
    .map(|(amount, unit)| Period::new(amount, unit))
    .map(|period| format!("{period} = {}", period.text_en()));
    assert_eq!(
        texts,
        [
            "10 个工作日 = 10 working days",
            "24 小时 = 24 hours",
            "60 日 = 60 calendar days",
            "1 分钟 = 1 minute"
        ]
    );
}

#[test]
fn a_period_from_outside_is_at_least_one_and_no_slip_of_the_keyboard() {
    let read = |text: &str| serde_json::from_str::<Period>(text).map_err(|error| error.to_string());
    assert_eq!(
        read(r#"{"amount":10,"unit":"working_days"}"#),
        Ok(Period::new(10, Unit::WorkingDays))
    );
    for wrong in [
        r#"{"amount":0,"unit":"hours"}"#,
        r#"{"amount":100001,"unit":"hours"}"#,
    ] {
        assert!(read(wrong).expect_err("refused").contains("expected 1 to 100000"));
    }
}

/// TJ-9.2: 24 hours, yellow when 6 are left, red when they are over.
#[test]
fn an_urgent_case_turns_yellow_six_hours_before_its_end() {
    let due = at("2026-10-04T09:15:00+08:00");
    let lamp = |now| lamp(Calendar::official(), due, at(now), Period::new(6, Unit::Hours));
    assert_eq!(lamp("2026-10-04T03:14:59+08:00"), Lamp::Green);
    assert_eq!(lamp("2026-10-04T03:15:00+08:00"), Lamp::Yellow);
    assert_eq!(lamp("2026-10-04T09:14:59+08:00"), Lamp::Yellow);
    assert_eq!(lamp("2026-10-04T09:15:00+08:00"), Lamp::Red);
    assert_eq!(remaining(due, at("2026-10-04T09:15:01+08:00")), -1);
}

/// TJ-9.1: 10 working days, yellow when three are left. Last day Friday 4 December 2026.
#[test]
fn a_general_case_turns_yellow_when_three_working_days_are_left_today_included() {
    let due = at("2026-12-05T00:00:00+08:00");
    let lamp = |now| {
        lamp(
            Calendar::official(),
            due,
            at(now),
            Period::new(3, Unit::WorkingDays),
        )
    };
    assert_eq!(lamp("2026-12-01T23:59:59+08:00"), Lamp::Green);
    assert_eq!(lamp("2026-12-02T00:00:00+08:00"), Lamp::Yellow);
    assert_eq!(lamp("2026-12-04T23:59:59+08:00"), Lamp::Yellow);
    assert_eq!(lamp("2026-12-05T00:00:00+08:00"), Lamp::Red);
}

#[test]
fn a_weekend_before_the_last_working_days_is_yellow_already() {
    // Last day Thursday 8 October 2026, after Golden Week: 29 September is the third of the last three.
    let due = at("2026-10-09T00:00:00+08:00");
    let three = Period::new(3, Unit::WorkingDays);
    assert_eq!(
        yellow_from(Calendar::official(), due, three),
        at("2026-09-29T00:00:00+08:00")
    );
    let one = Period::new(1, Unit::WorkingDays);
    assert_eq!(
        yellow_from(Calendar::official(), due, one),
        at("2026-10-01T00:00:00+08:00")
    );
}

/// MEM-7.5: 60 days, yellow when ten are left.
#[test]
fn a_statutory_period_turns_yellow_when_ten_days_are_left() {
    let due = at("2026-09-24T00:00:00+08:00");
    let ten = Period::new(10, Unit::CalendarDays);
    assert_eq!(
        yellow_from(Calendar::official(), due, ten),
        at("2026-09-14T00:00:00+08:00")
    );
}

#[test]
fn a_line_is_answered_in_the_form_of_the_vectors() {
    let line =
        r#"{"id":"甲-1","start":"2026-11-20T15:00:00+08:00","unit":"working_days","amount":10,"due":"?"}"#;
    assert_eq!(
        answered(line, Language::Chinese),
        "{\"id\":\"甲-1\",\"due\":\"2026-12-05T00:00:00+08:00\"}\n"
    );
}

#[test]
fn a_wrong_line_is_told_what_would_be_right() {
    for (line, says) in [
        (
            "{",
            r#"{"error":"line: expected a JSON object, found EOF while parsing an object at line 1 column 1"}"#,
        ),
        (
            r#"{"id":"a","start":"2026-11-20","unit":"days","amount":0}"#,
            r#"{"id":"a","error":"start: expected an RFC 3339 instant with offset such as 2026-11-12T11:20:00+08:00, found \"2026-11-20\"; unit: expected minutes, hours, working_days or calendar_days, found \"days\"; amount: expected a whole number from 1 to 100000, found 0"}"#,
        ),
        (
            r#"{"id":"a","start":"2026-11-20T00:00:00Z","unit":"hours","amount":0}"#,
            r#"{"id":"a","error":"amount: expected a whole number from 1 to 100000, found 0"}"#,
        ),
        (
            r#"{"id":"a","start":"2026-11-20T00:00:00Z","unit":"hours","amount":1,"pause":[]}"#,
            r#"{"id":"a","error":"pause: expected one of id, start, unit, amount, extension_days, pauses, due, found []"}"#,
        ),
        (
            r#"{"id":"a","start":"2026-11-20T00:00:00Z","unit":"hours","amount":1,"pauses":[{"from":"2026-11-20T00:00:00Z"}]}"#,
            r#"{"id":"a","error":"pauses[0].to: expected an RFC 3339 instant with offset such as 2026-11-12T11:20:00+08:00, but it is missing"}"#,
        ),
        (
            r#"{"id":"a","start":"2026-11-20T00:00:00Z","unit":"hours","amount":1,"pauses":[{"from":"2026-11-20T00:00:00Z","to":"2026-11-19T00:00:00Z"}]}"#,
            r#"{"id":"a","error":"pauses[0].to: expected an instant not before its from, found 2026-11-19T00:00:00Z"}"#,
        ),
        (
            r#"{"id":"a","start":"9999-12-01T00:00:00Z","unit":"working_days","amount":100000}"#,
            r#"{"id":"a","error":"due: expected a period that ends before the year 10000, found 9999-12-31T16:00:00Z"#,
        ),
        (
            r#"{"start":"2026-11-20T00:00:00Z","unit":"hours","amount":1}"#,
            r#"{"error":"id: expected a string, but it is missing"}"#,
        ),
    ] {
        let answer = answered(line, Language::English);
        assert!(answer.starts_with(says), "{line}\n{answer}");
    }
    let chinese = answered(
        r#"{"id":"a","start":"2026-11-20T00:00:00Z","unit":"hours"}"#,
        Language::Chinese,
    );
    assert_eq!(
        chinese,
        "{\"id\":\"a\",\"error\":\"amount：应为1 至 100000 的整数，缺失\"}\n"
    );
}

#[test]
fn types_survive_the_wire() {
    let count = Count {
        start: at("2026-09-28T10:00:00+08:00"),
        period: Period::new(5, Unit::WorkingDays),
        extension_days: 3,
        pauses: vec![Pause {
            from: at("2026-09-29T10:00:00+08:00"),
            to: at("2026-09-30T10:00:00+08:00"),
        }],
    };
    let json = serde_json::to_string(&explain_under(Calendar::official(), &count, "TJ-9.1")).expect("JSON");
    let steps: Vec<Step> = serde_json::from_str(&json).expect("steps");
    assert_eq!(steps, explain_under(Calendar::official(), &count, "TJ-9.1"));
    let due = due(Calendar::official(), &count);
    assert_eq!(due.last_day, LegalDate::new(2026, 10, 15));
    assert_eq!(
        serde_json::from_str::<Due>(&serde_json::to_string(&due).expect("JSON")).expect("a due"),
        due
    );
}
