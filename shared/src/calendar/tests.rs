use super::*;

fn date(text: &str) -> LegalDate {
    LegalDate::parse(text).expect("a day")
}

/// A calendar whose only official year is 2026, holding these two lists.
fn parse(closed: &str, worked: &str) -> Result<Calendar, Vec<CalendarProblem>> {
    Calendar::parse(&format!(
        r#"{{"zone":"Asia/Shanghai","years":{{"2026":{{"closed_weekdays":{{{closed}}},"worked_weekends":{{{worked}}}}}}}}}"#
    ))
}

#[test]
fn the_days_of_2026_are_those_of_the_arrangement() {
    let calendar = Calendar::official();
    for (day, is) in [
        ("2026-01-01", Day::Holiday("元旦")),
        ("2026-01-04", Day::WorkedWeekend("元旦")),
        ("2026-02-14", Day::WorkedWeekend("春节")),
        ("2026-02-15", Day::Weekend),
        ("2026-02-23", Day::Holiday("春节")),
        ("2026-09-20", Day::WorkedWeekend("国庆节")),
        ("2026-11-20", Day::Working),
        ("2026-11-22", Day::Weekend),
    ] {
        assert_eq!(calendar.day(date(day)), is, "{day}");
    }
}

#[test]
fn the_working_days_of_the_years_add_up() {
    for (year, days) in [(2024, 251), (2025, 248), (2026, 248)] {
        let counted = Calendar::official().working_days(
            date(&format!("{}-12-31", year - 1)),
            date(&format!("{year}-12-31")),
        );
        assert_eq!(counted, days, "{year}");
    }
}

#[test]
fn a_year_without_arrangement_is_provisional_and_keeps_the_statutory_holidays() {
    let calendar = Calendar::official();
    let closed: Vec<String> = (date("2027-01-01").number()..=date("2027-12-31").number())
        .map(LegalDate::from_number)
        .filter(|&day| matches!(calendar.day(day), Day::Holiday(_)))
        .map(|day| day.to_string()[5..].to_owned())
        .collect();
    let law = "01-01 02-05 02-06 02-07 02-08 04-05 05-01 05-02 06-09 09-15 10-01 10-02 10-03";
    assert_eq!(closed.join(" "), law);
    assert!(calendar.is_provisional(date("2027-01-01")) && calendar.is_provisional(date("2003-12-31")));
    assert!(!calendar.is_provisional(date("2026-12-31")) && !calendar.is_provisional(date("2004-01-01")));
}

#[test]
fn official_and_statutory_days_agree_where_both_are_known() {
    // Since 2014 the arrangements close every day that the law closes.
    let calendar = Calendar::official();
    for year in 2014..=2026 {
        for (day, name) in Statutory::of_2024().days_of(year) {
            let new_in_2025 = year < 2025 && (&*name == "春节" || day.ymd().1 == 5);
            assert!(new_in_2025 || !calendar.is_working(day), "{day} {name}");
        }
    }
}

#[test]
fn arithmetic_outside_the_table_agrees_with_counting_by_hand() {
    let calendar = Calendar::official();
    assert_eq!(
        calendar.nth_working_day(date("1999-12-30"), 2),
        date("2000-01-03")
    );
    assert_eq!(
        calendar.nth_working_day(date("2100-12-30"), 2),
        date("2101-01-03")
    );
    assert_eq!(calendar.working_days(date("1999-12-27"), date("2000-01-04")), 6);
    assert_eq!(
        calendar.nth_working_day(date("9999-12-30"), 4_000_000_000),
        date("9999-12-31")
    );
    assert_eq!(calendar.day(date("2101-10-02")), Day::Holiday("国庆节"));
    assert!(calendar.is_provisional(date("2101-10-02")));
}

#[test]
fn backwards_and_forwards_are_inverse() {
    let calendar = Calendar::official();
    let start = date("2026-09-30");
    for n in 1..60 {
        let there = calendar.nth_working_day(start, n);
        assert_eq!(calendar.nth_working_day_before(there, n), start);
        assert_eq!(calendar.working_days(start, there), n);
    }
}

#[test]
fn every_inconsistency_is_reported_at_once() {
    let problems = parse(
        r#""01-01":"元旦","02-30":"春节","02-15":"春节","1-2":"元旦","04-06":" ","01-01":"元旦""#,
        r#""09-21":"国庆节""#,
    )
    .expect_err("refused");
    let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "2026: 02-30 is not a day of that year (expected MM-DD)",
            "2026-02-15 (春节) is listed as a closed weekday but is a weekend day",
            "2026: 1-2 is not a day of that year (expected MM-DD)",
            "2026-04-06: the holiday's name is missing",
            "2026-01-01 is there more than once",
            "2026-09-21 (国庆节) is listed as a worked weekend day but is a weekday",
        ]
    );
    assert!(problems.iter().all(|problem| !problem.text_zh().is_empty()));
}

#[test]
fn an_empty_year_is_refused_because_it_is_not_published_yet() {
    assert_eq!(parse("", ""), Err(vec![CalendarProblem::Empty { year: 2026 }]));
}

#[test]
fn zone_years_and_form_are_checked() {
    let elsewhere = r#"{"zone":"Asia/Tokyo","years":{"1999":{"closed_weekdays":{},"worked_weekends":{}}}}"#;
    assert_eq!(
        Calendar::parse(elsewhere),
        Err(vec![
            CalendarProblem::Zone {
                found: "Asia/Tokyo".into()
            },
            CalendarProblem::Year { year: "1999".into() }
        ])
    );
    assert!(matches!(
        &Calendar::parse("{}").expect_err("refused")[..],
        [CalendarProblem::Malformed { .. }]
    ));
}

#[test]
fn the_version_names_the_days_and_not_the_layout() {
    let one = parse(r#""01-01":"元旦","01-02":"元旦""#, "").expect("a calendar");
    let same = parse(r#" "01-02" : "元旦", "01-01": "元旦""#, "").expect("a calendar");
    let other = parse(r#""01-01":"元旦""#, "").expect("a calendar");
    assert_eq!(one.version(), same.version());
    assert_ne!(one.version(), other.version());
    assert!(Calendar::official().version().starts_with("cn-2004-2026-"));
}
