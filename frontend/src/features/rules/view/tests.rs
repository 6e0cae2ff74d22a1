use super::*;
use anju_shared::{
    api::rules::{RegimeList, RegimeSummary},
    rules::{Layer, Origin, Regime, built_in_regimes, regime, regimes},
    time::LegalDate,
};

/// A day before any second version begins.
const TODAY: &str = "2026-11-17";

fn day(text: &str) -> LegalDate {
    LegalDate::parse(text).expect("a day")
}

fn list() -> RegimeList {
    RegimeList {
        in_force: "TJ".to_owned(),
        regimes: regimes().iter().map(Regime::summary).collect(),
    }
}

/// The regimes that come with Anju, and a second version of TJ that begins with 2027.
fn two_versions() -> RegimeList {
    let mut list = list();
    let tj = list.regimes.iter().find(|one| one.id == "TJ").cloned();
    list.regimes.push(RegimeSummary {
        version: 2,
        in_force_from: day("2027-01-01"),
        ..tj.expect("TJ comes with Anju")
    });
    list
}

fn shown(asked: &[&str], list: &RegimeList, today: &str) -> Vec<String> {
    columns(&ids(asked), &offers(list, day(today)), &list.in_force)
}

fn detail(id: &str) -> RegimeDetail {
    regime(id).expect("a regime that comes with Anju").detail()
}

fn ids(ids: &[&str]) -> Vec<String> {
    ids.iter().map(|&id| id.to_owned()).collect()
}

fn find<'a>(groups: &'a [Group<'a>], section: &str, key: &str) -> &'a Line<'a> {
    let group = groups.iter().find(|group| group.section.code == section);
    let lines = group.into_iter().flat_map(|group| &group.lines);
    let mut found = lines.filter(|line| line.entry.key == key);
    found.next().expect("the entry")
}

fn value<'a>(cell: &'a Cell<'a>, name: &str) -> (&'a str, bool) {
    let Cell::Says(said) = cell else {
        panic!("it says nothing of {name}");
    };
    let line = said.lines.iter().find(|(line, _)| line.name.zh == name);
    line.map(|(line, differs)| (line.value.zh.as_str(), *differs))
        .expect("the line")
}

#[test]
fn without_a_word_in_the_address_the_rules_in_force_stand_beside_those_below_them() {
    assert_eq!(shown(&[], &list(), TODAY), ids(&["TJ", "MEM"]));
    assert_eq!(shown(&["WL"], &list(), TODAY), ids(&["WL", "TJ"]));
}

#[test]
fn what_an_address_asks_for_in_vain_or_twice_does_not_stand_there() {
    let asked = ["WL", "XX", "WL", "TJ@9", "AH", "SX", "D2", "MEM"];
    assert_eq!(shown(&asked, &list(), TODAY), ids(&["WL", "AH", "SX", "D2"]));
}

#[test]
fn there_are_two_columns_at_least_and_four_at_most() {
    let offers = offers(&list(), day(TODAY));
    let two = columns(&[], &offers, "TJ");
    assert_eq!(without(&two, 0), None);
    let three = with_another(&two, &offers).expect("room for a third");
    assert_eq!(three.len(), 3);
    assert_eq!(without(&three, 1), Some(vec!["TJ".to_owned(), three[2].clone()]));
    let four = with_another(&three, &offers).expect("room for a fourth");
    assert_eq!(with_another(&four, &offers), None);
    assert_eq!(with(&two, 1, "WL"), ids(&["TJ", "WL"]));
}

#[test]
fn versions_are_offered_only_where_several_are_known() {
    let codes = |list: &RegimeList| -> Vec<String> {
        let offers = offers(list, day(TODAY));
        offers.into_iter().map(|one| one.code).collect()
    };
    assert_eq!(codes(&list()), ids(&["MEM", "SX", "AH", "D2", "TJ", "WL"]));
    assert_eq!(
        codes(&two_versions()),
        ids(&["MEM", "SX", "AH", "D2", "TJ@1", "TJ@2", "WL"])
    );
}

#[test]
fn two_versions_of_a_regime_stand_beside_each_other() {
    let list = two_versions();
    assert_eq!(shown(&["TJ@2", "TJ@1"], &list, TODAY), ids(&["TJ@2", "TJ@1"]));
    // Without its version, a regime is the one of that day, and stands there once.
    assert_eq!(shown(&["TJ", "TJ@1"], &list, TODAY), ids(&["TJ@1", "MEM"]));
    assert_eq!(
        shown(&["TJ", "TJ@1"], &list, "2027-01-01"),
        ids(&["TJ@2", "TJ@1"])
    );
    // Nobody is offered a version that is not in force before all regimes that are.
    let offers = offers(&list, day(TODAY));
    let three = with_another(&ids(&["TJ@1", "MEM"]), &offers);
    assert_eq!(three, Some(ids(&["TJ@1", "MEM", "SX"])));
}

#[test]
fn what_a_version_says_otherwise_than_the_one_before_is_marked_as_between_regimes() {
    let first = built_in_regimes().layer("TJ", 1).expect("TJ comes with Anju");
    let written = serde_json::to_string(first).expect("a layer is JSON");
    let ten = r#""amount":10,"unit":"working_days""#;
    assert!(written.contains(ten), "{written}");
    let mut second: Layer =
        serde_json::from_str(&written.replacen(ten, r#""amount":8,"unit":"working_days""#, 1))
            .expect("a layer");
    second.version = 2;
    second.in_force_from = day("2027-01-01");
    let known = built_in_regimes().with(second).expect("they fit together");
    let version = |number| known.version("TJ", number).expect("it is known").detail();
    let (one, other) = (version(1), version(2));
    let groups = beside(&[Some(&one), Some(&other)]);
    let line = find(&groups, "clocks", "handling/general");
    assert_eq!(value(&line.cells[0], "期限"), ("10 个工作日", true));
    assert_eq!(value(&line.cells[1], "期限"), ("8 个工作日", true));
    assert_eq!(extent(&groups).1, 1, "nothing else differs");
}

#[test]
fn an_address_is_read_as_it_was_written() {
    let address = Address {
        regimes: ids(&["TJ@1", "TJ@2", "WL"]),
        differing: true,
        q: "延期 30".to_owned(),
    };
    let pairs: Vec<(String, String)> = address
        .pairs()
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
    assert_eq!(Address::of(&pairs), address);
    assert!(Address::default().pairs().is_empty());
}

#[test]
fn where_two_regimes_give_another_period_that_line_is_marked_in_both_and_no_other() {
    let (one, other) = (detail("TJ"), detail("D2"));
    let groups = beside(&[Some(&one), Some(&other)]);
    let line = find(&groups, "clocks", "handling/general");
    assert!(line.differs);
    assert_eq!(value(&line.cells[0], "期限"), ("10 个工作日", true));
    assert_eq!(value(&line.cells[1], "期限"), ("7 个工作日", true));
    assert!(!value(&line.cells[0], "承担").1);
}

#[test]
fn an_entry_that_only_one_regime_has_is_lacking_in_the_other() {
    let (one, other) = (detail("TJ"), detail("MEM"));
    let groups = beside(&[Some(&one), Some(&other)]);
    let own = groups
        .iter()
        .flat_map(|group| &group.lines)
        .find(|line| matches!(&line.cells[0], Cell::Says(said) if said.entry.origin == Origin::Own));
    let own = own.expect("an entry of its own");
    assert_eq!(own.cells[1], Cell::Lacking);
    assert!(own.differs);
}

#[test]
fn what_is_inherited_without_a_change_differs_in_nothing() {
    let (one, other) = (detail("TJ"), detail("MEM"));
    let groups = beside(&[Some(&one), Some(&other)]);
    for line in groups.iter().flat_map(|group| &group.lines) {
        let inherited = matches!(&line.cells[0], Cell::Says(said) if matches!(said.entry.origin, Origin::Inherited { .. }));
        assert!(!(inherited && line.differs), "{}", line.entry.key);
    }
}

#[test]
fn a_regime_on_its_way_hides_none_of_those_that_are_here() {
    let one = detail("TJ");
    let groups = beside(&[None, Some(&one)]);
    let line = find(&groups, "clocks", "handling/general");
    assert_eq!(line.cells[0], Cell::NotHere);
    assert!(!line.differs);
    assert!(beside(&[None, None]).is_empty());
}

#[test]
fn words_are_looked_for_in_what_is_said_and_in_the_words_of_the_clause() {
    let (one, other) = (detail("TJ"), detail("MEM"));
    let search = |q: &str| {
        let address = Address {
            q: q.to_owned(),
            ..Address::default()
        };
        narrowed(beside(&[Some(&one), Some(&other)]), &address)
    };
    let found = search("tj-9.1");
    assert!(found.iter().all(|group| !group.lines.is_empty()));
    assert!(find(&found, "clocks", "handling/general").differs);
    assert!(extent(&search("working days urgent")).0 < extent(&search("working days")).0);
    assert!(search("没有这样的字").is_empty());
}

#[test]
fn only_what_differs_is_what_differs() {
    let (one, other) = (detail("TJ"), detail("WL"));
    let all = beside(&[Some(&one), Some(&other)]);
    let (total, differing) = extent(&all);
    let address = Address {
        differing: true,
        ..Address::default()
    };
    assert_eq!(extent(&narrowed(all, &address)), (differing, differing));
    assert!(0 < differing && differing < total);
}

#[test]
fn of_several_versions_the_one_in_force_today_stands_for_the_regime() {
    let list = two_versions();
    let tj = |today| {
        let found = in_force(&list, day(today)).into_iter().find(|one| one.id == "TJ");
        found.map(|one| one.version)
    };
    assert_eq!(tj("2026-12-31"), Some(1));
    assert_eq!(tj("2027-01-01"), Some(2));
}
