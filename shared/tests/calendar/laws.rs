//! Properties of calendars and the arrangements laid over them.

use super::*;
use anju_shared::{
    calendar::{Calendar, CalendarDocument},
    json,
};
use proptest::prelude::*;

/// An arrangement without problems, of a year with or without one already, for the whole country or a part of it.
fn arrangements() -> impl Strategy<Value = Arrangement> {
    let day = (-31..396, prop::bool::weighted(0.8), "[春清端秋国]节");
    let days = prop::collection::vec(day, 1..30);
    (2024..2031, any::<bool>(), days, "(国办〔[0-9]〕号)?").prop_map(|(year, national, days, source)| {
        let first = LegalDate::new(year, 1, 1).expect("a day");
        let days = days.into_iter().map(|(after, closed, name)| {
            let date = first.plus(after);
            let closed = if national { date.weekday() < 5 } else { closed };
            ArrangedDay { date, name, closed }
        });
        let division = if national { "" } else { "45" }.to_owned();
        Arrangement {
            year,
            division,
            source,
            days: days.collect(),
        }
    })
}

fn lists() -> impl Strategy<Value = Vec<Arrangement>> {
    let laid = |list: &Vec<Arrangement>| Calendar::official().with(list).is_ok();
    let without_repeats = |mut list: Vec<Arrangement>| {
        for one in &mut list {
            one.days.sort_by_key(|day| day.date);
            one.days.dedup_by_key(|day| day.date);
        }
        list
    };
    prop::collection::vec(arrangements(), 0..4)
        .prop_map(without_repeats)
        .prop_filter("one of them has problems", laid)
}

fn laid(list: &[Arrangement]) -> Calendar {
    Calendar::official().with(list).expect("a calendar")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_calendar_read_from_its_document_is_the_same(list in lists()) {
        let calendar = laid(&list);
        let text = serde_json::to_string(&calendar.document()).expect("JSON");
        // As programs read it, and as the browser does.
        let documents: [CalendarDocument; 2] =
            [serde_json::from_str(&text).expect("JSON"), json::read(&text).expect("a document")];
        for document in &documents {
            let read = Calendar::try_from(document).expect("a calendar");
            prop_assert_eq!(read.version(), calendar.version());
            prop_assert!(read == calendar);
        }
    }

    #[test]
    fn a_day_that_nobody_names_stays_as_it_is(list in lists()) {
        let national = |year| list.iter().any(|one| one.is_national() && one.year == year);
        for change in Calendar::official().changes(&laid(&list), 2022..=2032) {
            let named = list.iter().any(|one| one.days.iter().any(|day| day.date == change.date));
            prop_assert!(named || national(change.date.ymd().0), "{}", change.date);
        }
    }

    #[test]
    fn the_last_arrangement_of_a_year_is_what_it_says(list in lists()) {
        let calendar = laid(&list);
        let local = list.iter().filter(|one| !one.is_national());
        let local: Vec<_> = local.flat_map(|one| one.days.iter().map(|day| day.date)).collect();
        for (place, one) in list.iter().enumerate().filter(|(_, one)| one.is_national()) {
            let later = list[place + 1..].iter().any(|later| later.is_national() && later.year == one.year);
            let beside = |date| list.iter().any(|other| other.year != one.year && other.days.iter().any(|day| day.date == date));
            for day in one.days.iter().filter(|day| !later && !beside(day.date) && !local.contains(&day.date)) {
                prop_assert_eq!(calendar.is_working(day.date), !day.closed);
            }
            prop_assert!(calendar.is_official(one.year));
        }
    }

    #[test]
    fn one_after_the_other_is_all_at_once(list in lists()) {
        let one_by_one = list.iter().fold(Calendar::official().clone(), |calendar, one| {
            calendar.with(std::slice::from_ref(one)).expect("a calendar")
        });
        prop_assert!(one_by_one == laid(&list));
    }

    #[test]
    fn laying_the_same_again_changes_nothing(list in lists()) {
        let calendar = laid(&list);
        prop_assert_eq!(calendar.changes(&calendar.with(&list).expect("a calendar"), 2022..=2032), []);
    }

    #[test]
    fn an_arrangement_is_stored_and_read_as_it_was(list in lists()) {
        let text = serde_json::to_string(&list).expect("JSON");
        prop_assert_eq!(&serde_json::from_str::<Vec<Arrangement>>(&text).expect("JSON"), &list);
        prop_assert_eq!(&json::read::<Vec<Arrangement>>(&text).expect("JSON"), &list);
    }
}

#[test]
fn what_anju_is_delivered_with_is_its_own_document() {
    let official = Calendar::official();
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/data/cn-calendar.json"));
    let text = text.expect("the arrangements are there");
    let delivered: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(
        serde_json::to_value(official.document()).expect("JSON"),
        delivered
    );
    assert!(&laid(&[]) == official);
}
