//! What the calculator is asked, and what is wrong with it.

use super::*;
use crate::rules::{built_in_regimes, regime};

fn read(json: &str) -> Result<Asked, Vec<Violation>> {
    let body: DeadlineBody = serde_json::from_str(json).expect("a body");
    body.parse(built_in_regimes())
}

fn faults(json: &str) -> Vec<(String, &'static str)> {
    let faults = read(json).expect_err("something is wrong");
    faults
        .into_iter()
        .map(|fault| (fault.field, fault.code))
        .collect()
}

fn wrong(fields: &[(&str, &'static str)]) -> Vec<(String, &'static str)> {
    fields
        .iter()
        .map(|(field, code)| ((*field).to_owned(), *code))
        .collect()
}

#[test]
fn a_period_of_a_regime_is_counted_under_its_clause_with_its_words_tj_9_1_tj_9_3() {
    let asked = read(
        r#"{"start": "2026-11-12T11:20:00+08:00", "regime": "TJ", "clock": "handling", "extension_days": 10}"#,
    )
    .expect("it is right");
    let answer = asked.answer(Calendar::official());
    assert_eq!(
        answer.explanation.due.last_day.expect("a day").to_string(),
        "2026-12-07"
    );
    let clause = answer.explanation.clause.expect("a clause");
    assert_eq!(
        (clause.basis.clause.as_str(), clause.basis.article.as_str()),
        ("TJ-9.1", "第九条第一款")
    );
    assert!(!clause.text.is_empty());
    let extension = answer.explanation.extension.expect("it was extended");
    assert_eq!(extension.basis.clause, "TJ-9.3");
    let steps = answer.explanation.steps;
    assert!(
        steps[0].text.zh.contains("第九条第一款（TJ-9.1）"),
        "{:?}",
        steps[0]
    );
    assert!(steps.iter().all(|step| !step.text.en.is_empty()));
}

#[test]
fn an_urgent_report_has_the_period_of_the_urgent_ones_tj_9_2() {
    let asked = read(
        r#"{"start": "2026-10-03T09:15:00+08:00", "regime": "TJ", "clock": "handling", "urgency": "urgent"}"#,
    );
    assert_eq!(
        asked.expect("it is right").count.period,
        Period::new(24, Unit::Hours)
    );
}

#[test]
fn a_period_of_ones_own_needs_no_rule() {
    let asked = read(
        r#"{"start": "2026-08-03T10:00:00+08:00", "period": {"amount": 60, "unit": "calendar_days"}, "extension_days": 30,
            "pauses": [{"from": "2026-08-05T00:00:00+08:00", "to": "2026-08-05T12:00:00+08:00"}]}"#,
    );
    let asked = asked.expect("it is right");
    assert_eq!((asked.rule.clone(), asked.count.pauses.len()), (None, 1));
    let answer = asked.answer(Calendar::official());
    assert_eq!(
        answer.explanation.due.last_day.expect("a day").to_string(),
        "2026-11-02"
    );
    assert_eq!(answer.explanation.clause, None);
}

#[test]
fn every_mistake_is_told_at_once_with_its_field() {
    let body = r#"{"start": "yesterday", "period": {"amount": 0, "unit": "weeks"}, "extension_days": -1,
        "pauses": [{"from": "2026-08-05T00:00:00+08:00", "to": "2026-08-04T00:00:00+08:00"}, {"from": "1066-10-14T00:00:00Z"}]}"#;
    assert_eq!(
        faults(body),
        wrong(&[
            ("start", "no_instant"),
            ("period.unit", "unknown_code"),
            ("period.amount", "out_of_range"),
            ("extension_days", "out_of_range"),
            ("pauses[0].to", "before_from"),
            ("pauses[1].from", "year_unknown"),
            ("pauses[1].to", "missing"),
        ])
    );
    assert_eq!(
        faults("{}"),
        wrong(&[("start", "missing"), ("period", "missing")])
    );
}

#[test]
fn what_the_rules_do_not_know_is_named() {
    let body = r#"{"start": "2026-08-03T10:00:00+08:00", "regime": "XX", "clock": "handling"}"#;
    assert_eq!(faults(body), wrong(&[("regime", "unknown_code")]));
    let body = r#"{"start": "2026-08-03T10:00:00+08:00", "regime": "TJ", "clock": "lunch", "urgency": "dire",
        "period": {"amount": 1, "unit": "hours"}}"#;
    assert_eq!(
        faults(body),
        wrong(&[("period", "set_by_rules"), ("urgency", "unknown_code")])
    );
    let body = r#"{"start": "2026-08-03T10:00:00+08:00", "regime": "TJ", "clock": "lunch"}"#;
    assert_eq!(faults(body), wrong(&[("clock", "unknown_code")]));
    let body = r#"{"start": "2026-08-03T10:00:00+08:00", "period": {"amount": 1, "unit": "hours"}, "clock": "handling"}"#;
    assert_eq!(faults(body), wrong(&[("regime", "missing")]));
}

#[test]
fn an_extension_and_a_pause_are_refused_where_the_rules_know_none_tj_9_3() {
    let body = r#"{"start": "2026-08-03T10:00:00+08:00", "regime": "TJ", "clock": "sign_in", "extension_days": 1,
        "pauses": [{"from": "2026-08-05T00:00:00+08:00", "to": "2026-08-06T00:00:00+08:00"}]}"#;
    assert_eq!(
        faults(body),
        wrong(&[("extension_days", "not_extendable"), ("pauses", "not_permitted")])
    );
    let body = r#"{"start": "2026-08-03T10:00:00+08:00", "regime": "TJ", "clock": "handling", "extension_days": 31}"#;
    assert_eq!(faults(body), wrong(&[("extension_days", "out_of_range")]));
}

#[test]
fn a_regime_lists_its_periods_with_what_is_permitted() {
    let tj = regime("TJ").expect("TJ");
    let periods = tj.periods();
    let of = |key: (ClockKind, Option<Urgency>)| {
        let mut found = periods.periods.iter();
        found.find(|one| (one.kind, one.urgency) == key)
    };
    let general = of((ClockKind::Handling, Some(Urgency::General))).expect("a period");
    assert_eq!(
        (general.period, general.extension),
        (Period::new(10, Unit::WorkingDays), Some(30))
    );
    assert_eq!(general.basis.clause, "TJ-9.1");
    let urgent = of((ClockKind::Handling, Some(Urgency::Urgent))).expect("a period");
    assert_eq!(urgent.extension, None);
}
