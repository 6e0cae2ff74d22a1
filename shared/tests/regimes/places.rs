//! The division of an authority and its regions are those of the nation, or the file says that they are invented.

use crate::checks::{check, file};
use anju_shared::{
    divisions,
    rules::{Level, parse, regimes},
};

fn district(head: &str, division: &str, regions: &[(&str, &str)]) -> String {
    let regions = regions.iter().map(|(code, zh)| {
        format!("[[regions]]\ncode = \"{code}\"\nzh = \"{zh}\"\nen = \"x\"\nclause = \"AJ-D\"\n")
    });
    format!(
        "id = \"X\"\nversion = 1\ntitle = \"某区\"\nbase = \"MEM\"\nlevel = \"district\"\nin_force_from = \"2024-01-01\"\n{head}\n\
         [authority]\nname = \"某区\"\ndivision = \"{division}\"\nhotline = \"12350\"\n{}",
        regions.collect::<String>()
    )
}

#[track_caller]
fn fits(layer: &str) {
    assert_eq!(parse(&[&file("MEM"), layer]).err(), None);
}

#[track_caller]
fn wrong(layer: &str, expected: &[(&str, &str)]) {
    check(&[&file("MEM"), layer], expected);
}

#[test]
fn counties_by_name_streets_and_parks_are_regions() {
    let county = [
        ("120101", "和平区"),
        ("120101001", "劝业场街道"),
        ("1201019001", "一园区"),
    ];
    fits(&district("", "120101", &county));
    fits(&district("", "1201", &county));
    // A city without counties has streets of its own.
    fits(&district("", "4419", &[("441900003", "东城街道")]));
}

#[test]
fn a_division_is_known_and_as_long_as_its_level() {
    let here = |division| district("", division, &[("120101", "和平区")]);
    wrong(&here("12"), &[("X: authority.division", "“12”是 2 位")]);
    // Its park is at least in a city that is known.
    wrong(
        &district("", "120199", &[("1201990", "一园区")]),
        &[("X: authority.division", "没有“120199”这一区划")],
    );
    wrong(
        &district("", "9999", &[("999901", "一街")]),
        &[
            ("X: authority.division", "没有“9999”这一区划"),
            ("X: regions.999901", "没有“999901”这一区划"),
        ],
    );
}

#[test]
fn a_region_lies_in_the_division_and_bears_its_own_name() {
    let regions = [
        ("120102", "河东区"),
        ("120101", "一街"),
        ("12010100001", "一街"),
        ("120101x", "二街"),
        ("1201010000001", "三街"),
    ];
    wrong(
        &district("", "120101", &regions),
        &[
            ("X: regions.120102", "代码应以 120101 开头"),
            ("X: regions.120101", "“120101”是“和平区”，不是“一街”"),
            ("X: regions.120101x", "2 至 12 位数字"),
            ("X: regions.1201010000001", "2 至 12 位数字"),
        ],
    );
}

#[test]
fn a_district_lies_in_the_province_whose_rules_it_inherits() {
    let layer = district("", "120101", &[("120101", "和平区")]).replace("base = \"MEM\"", "base = \"SX\"");
    let faults = parse(&[&file("MEM"), &file("SX"), &layer]).expect_err("it lies elsewhere");
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert_eq!(faults[0].place, "X: authority.division");
    assert!(faults[0].message.zh.contains("应以 14 开头"), "{faults:?}");
}

#[test]
fn what_is_invented_says_so_in_every_region() {
    let invented = "invented = \"AJ-V\"";
    let here = |clause: &str| {
        let layer = district(invented, "9901", &[("990101", "一街")]);
        layer.replace("clause = \"AJ-D\"", &format!("clause = \"{clause}\""))
    };
    fits(&here("AJ-V"));
    wrong(&here("AJ-D"), &[("X: regions.990101", "应注明依据 AJ-V")]);
}

#[test]
fn only_the_two_districts_whose_names_were_not_published_are_invented() {
    for regime in regimes() {
        let authority = &regime.profile.authority;
        let known = divisions::is_known(&authority.division) || regime.level == Level::National;
        let marked = regime.profile.regions.iter().filter(|one| one.clause == "AJ-V");
        let (marked, all) = (marked.count(), regime.profile.regions.len());
        let invented = ["TJ", "D2"].contains(&regime.id());
        assert_eq!(
            (known, marked),
            (regime.id() != "D2", if invented { all } else { 0 }),
            "{}",
            regime.id()
        );
    }
}

#[test]
fn every_street_of_wulong_and_every_city_of_the_provinces_is_there() {
    let count = |id: &str| anju_shared::rules::built_in(id).map(|one| one.regions.len());
    let cities = |province| {
        let within = divisions::within(province).iter();
        Some(within.filter(|one| one.code.len() == 4).count())
    };
    assert_eq!((count("SX"), count("AH")), (cities("14"), cities("34")));
    assert_eq!(count("WL"), Some(26));
    assert_eq!(count("MEM"), Some(31));
}
