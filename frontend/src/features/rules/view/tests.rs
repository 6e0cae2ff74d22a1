use super::*;
use anju_shared::rules::{Origin, Regime, regime, regimes};

fn list() -> RegimeList {
    RegimeList {
        in_force: "TJ".to_owned(),
        regimes: regimes().iter().map(Regime::summary).collect(),
    }
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
    assert_eq!(columns(&[], &list()), ids(&["TJ", "MEM"]));
    assert_eq!(columns(&ids(&["WL"]), &list()), ids(&["WL", "TJ"]));
}

#[test]
fn what_an_address_asks_for_in_vain_or_twice_does_not_stand_there() {
    let asked = ids(&["WL", "XX", "WL", "AH", "SX", "D2", "MEM"]);
    assert_eq!(columns(&asked, &list()), ids(&["WL", "AH", "SX", "D2"]));
}

#[test]
fn there_are_two_columns_at_least_and_four_at_most() {
    let two = columns(&[], &list());
    assert_eq!(without(&two, 0), None);
    let three = with_another(&two, &list()).expect("room for a third");
    assert_eq!(three.len(), 3);
    assert_eq!(without(&three, 1), Some(vec!["TJ".to_owned(), three[2].clone()]));
    let four = with_another(&three, &list()).expect("room for a fourth");
    assert_eq!(with_another(&four, &list()), None);
    assert_eq!(with(&two, 1, "WL"), ids(&["TJ", "WL"]));
}

#[test]
fn an_address_is_read_as_it_was_written() {
    let address = Address {
        regimes: ids(&["TJ", "WL"]),
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
    let mut summaries: Vec<_> = regimes().iter().map(Regime::summary).collect();
    let mut next = summaries[0].clone();
    let day = |text: &str| LegalDate::parse(text).expect("a day");
    next.version += 1;
    next.in_force_from = day("2027-01-01");
    summaries.push(next);
    let list = RegimeList {
        in_force: "TJ".to_owned(),
        regimes: summaries,
    };
    let first = list.regimes[0].version;
    assert_eq!(in_force(&list, day("2026-12-31"))[0].version, first);
    assert_eq!(in_force(&list, day("2027-01-01"))[0].version, first + 1);
}
