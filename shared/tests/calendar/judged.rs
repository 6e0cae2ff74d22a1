//! What keeps an arrangement from being published, and what is only asked about.

use super::*;
use anju_shared::calendar::{Calendar, CalendarDoubt};

/// The problems in English.
fn problems(arrangement: &Arrangement) -> Vec<String> {
    let problems = arrangement.problems();
    assert!(problems.iter().all(|problem| !problem.text_zh().is_empty()));
    problems.iter().map(ToString::to_string).collect()
}

/// The doubts about an arrangement that is made in November of the year before.
fn doubts(arrangement: &Arrangement) -> Vec<CalendarDoubt> {
    let today = LegalDate::new(arrangement.year - 1, 11, 29).expect("a day");
    let doubts = arrangement.doubts(Calendar::official(), today);
    assert!(
        doubts
            .iter()
            .all(|doubt| !doubt.text_zh().is_empty() && !doubt.to_string().is_empty())
    );
    doubts
}

/// An arrangement with more days.
fn and(mut arrangement: Arrangement, more: Vec<ArrangedDay>) -> Arrangement {
    arrangement.days.extend(more);
    arrangement
}

/// What Anju is delivered with for a year, as an arrangement.
fn delivered(year: i32) -> Arrangement {
    let days = Calendar::official().year(year).expect("a year").days;
    let days = days.into_iter().map(|day| ArrangedDay {
        date: day.date,
        name: day.name,
        closed: day.date.weekday() < 5,
    });
    national(year, days.collect())
}

#[test]
fn an_arrangement_as_it_should_be_has_neither_problems_nor_doubts() {
    assert_eq!(problems(&of_2027()), Vec::<String>::new());
    assert_eq!(doubts(&of_2027()), []);
}

#[test]
fn all_problems_are_told_at_once() {
    let mut wrong = and(of_2027(), days(2027, true, "", "02-08 03-06"));
    wrong = and(
        wrong,
        days(2027, false, "春\u{7}节", "03-01 2025-12-31 2026-11-30"),
    );
    wrong.source = " ".to_owned();
    wrong.division = "1a".to_owned();
    assert_eq!(
        problems(&wrong),
        [
            "division 1a: expected the beginning of a division code (2, 4, 6, 9 or 12 digits), or nothing for the whole country",
            "2027-02-08 is there more than once",
            "2027-02-08: the holiday's name is missing",
            "2027-03-06: the holiday's name is missing",
            "2027-03-01: a holiday's name has at most 60 characters, all of them visible",
            "2025-12-31 is not a day of 2027, nor of the December before or the January after",
            "2025-12-31: a holiday's name has at most 60 characters, all of them visible",
            "2026-11-30 is not a day of 2027, nor of the December before or the January after",
            "2026-11-30: a holiday's name has at most 60 characters, all of them visible",
            "2027: the number or title of the document is missing",
        ]
    );
    wrong.division.clear();
    let of_the_nation = problems(&wrong);
    assert!(
        of_the_nation
            .contains(&"2027-03-06 () is listed as a closed weekday but is a weekend day".to_owned())
    );
    assert!(
        of_the_nation.contains(
            &"2027-03-01 (春\u{7}节) is listed as a worked weekend day but is a weekday".to_owned()
        )
    );
}

#[test]
fn an_arrangement_closes_something_and_is_of_a_year_that_is_known() {
    let none = national(2027, days(2027, false, "春节", "01-30"));
    assert_eq!(
        problems(&none),
        ["2027: no weekday is closed; leave a year out until its arrangement is published"]
    );
    for year in [i32::MIN, 1999, 2101, i32::MAX] {
        let told = problems(&national(year, days(2027, true, "元旦", "01-01")));
        assert!(told[0].ends_with("expected a year from 2000 to 2100"), "{told:?}");
    }
}

#[test]
fn days_off_are_as_many_as_the_law_gives_in_every_year_but_two() {
    for year in 2014..=2026 {
        let balance: Vec<_> = doubts(&delivered(year))
            .into_iter()
            .filter(|doubt| !matches!(doubt, CalendarDoubt::Amends { .. }))
            .collect();
        let expected = match year {
            // 3 September, seventy years after the war, was one day more than the law gives.
            2015 => vec![
                CalendarDoubt::Balance {
                    year,
                    closed: 17,
                    worked: 5,
                    expected: 11,
                },
                CalendarDoubt::UnknownName {
                    name: "中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日".to_owned(),
                },
            ],
            // The spring festival was made two days longer when the epidemic broke out.
            2020 => vec![CalendarDoubt::Balance {
                year,
                closed: 19,
                worked: 6,
                expected: 11,
            }],
            _ => Vec::new(),
        };
        assert_eq!(balance, expected, "{year}");
    }
}

#[test]
fn a_holiday_of_the_law_that_is_worked_is_asked_about() {
    let mut worked = of_2027();
    let dragon_boat = day("2027-06-09");
    worked.days.retain(|day| day.date != dragon_boat);
    worked = and(worked, days(2027, false, "劳动节", "05-02"));
    let left = |date, name: &str| CalendarDoubt::LeftWorked {
        date: day(date),
        name: name.to_owned(),
    };
    let told = doubts(&worked);
    assert_eq!(
        told[1..],
        [left("2027-05-02", "劳动节"), left("2027-06-09", "端午")]
    );
    assert!(matches!(told[0], CalendarDoubt::Balance { .. }));
}

#[test]
fn names_of_others_long_runs_and_days_of_another_year_are_asked_about() {
    let more = and(of_2027(), days(2027, true, "节日", "02-15 02-16"));
    let more = and(more, days(2027, false, "节日", "2026-12-26"));
    let more = and(more, days(2027, false, "国庆节、中秋节", "09-25"));
    assert_eq!(
        doubts(&more),
        [
            CalendarDoubt::UnknownName {
                name: "节日".to_owned()
            },
            CalendarDoubt::LongRun {
                first: day("2027-02-05"),
                last: day("2027-02-16"),
                days: 12
            },
            CalendarDoubt::Neighbour {
                date: day("2026-12-26")
            },
        ]
    );
}

#[test]
fn a_mid_year_amendment_is_told_as_one_and_so_are_days_that_are_past() {
    let amended = and(delivered(2026), days(2026, true, "补假", "03-02 12-31"));
    let told = amended.doubts(Calendar::official(), day("2026-11-29"));
    assert!(told.contains(&CalendarDoubt::Amends { year: 2026 }));
    assert_eq!(
        told.last(),
        Some(&CalendarDoubt::Past {
            first: day("2026-03-02"),
            last: day("2026-03-02"),
            count: 1
        })
    );
}

#[test]
fn a_local_holiday_is_not_measured_by_the_law_of_the_nation() {
    let overlay = local("45", 2027, days(2027, true, "三月三", "04-08 04-09"));
    assert_eq!(problems(&overlay), Vec::<String>::new());
    assert_eq!(doubts(&overlay), []);
}
