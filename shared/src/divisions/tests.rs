use super::{all, is_known, name, path, provinces, within};

#[test]
fn every_level_is_whole_and_in_order() {
    let count = |length: usize| all().iter().filter(|one| one.code.len() == length).count();
    // 333 cities and 2,846 counties are those that the ministry counted at the end of 2024; four municipalities are
    // cities of their own.
    assert_eq!((count(2), count(4), count(6)), (34, 337, 2846));
    assert!(all().windows(2).all(|pair| pair[0].code < pair[1].code));
    for one in all() {
        assert!(one.code.bytes().all(|byte| byte.is_ascii_digit()), "{one:?}");
        assert!(is_known(&one.code[..2]), "{one:?}");
        assert!(!one.name.is_empty() && one.name.trim() == one.name, "{one:?}");
    }
}

#[test]
fn no_county_stands_twice_within_its_province() {
    for province in provinces() {
        let mut seen = std::collections::BTreeSet::new();
        for one in within(province.code).iter().filter(|one| one.code.len() == 6) {
            assert!(seen.insert((one.code.get(..4), one.name)), "{one:?}");
        }
    }
}

#[test]
fn groups_that_are_no_division_are_not_among_them() {
    for one in all() {
        let group = ["市辖区", "县", "省直辖县", "自治区直辖县级行政区划"].contains(&one.name);
        let zone = ["开发区", "产业园区", "高新区", "管理区"]
            .iter()
            .any(|end| one.name.ends_with(end));
        assert!(!group && !zone, "{one:?}");
    }
}

#[test]
fn what_changed_last_is_in_it() {
    for (code, expected) in [
        ("540481", "米林市"),
        ("540581", "错那市"),
        ("653228", "和康县"),
        ("653229", "和安县"),
        ("659012", "白杨市"),
        ("500156", "武隆区"),
    ] {
        assert_eq!(name(code), Some(expected));
    }
    for gone in ["320611", "350402", "370634", "419000", "500200", "620201", ""] {
        assert!(!is_known(gone), "{gone}");
    }
}

#[test]
fn a_place_is_told_from_its_province_down_and_each_name_once() {
    for (code, expected) in [
        ("12", Some("天津市")),
        ("1201", Some("天津市")),
        ("120101", Some("天津市 · 和平区")),
        ("340104", Some("安徽省 · 合肥市 · 蜀山区")),
        ("419001", Some("河南省 · 济源市")),
        ("500156001", Some("重庆市 · 武隆区")),
        ("441900003", Some("广东省 · 东莞市")),
        ("9901", None),
        ("", None),
        ("天津市", None),
    ] {
        assert_eq!(path(code).as_deref(), expected, "{code}");
    }
}

#[test]
fn what_lies_within_a_division_begins_with_it() {
    assert_eq!(within("12").len(), 18);
    assert_eq!(within("1201")[1].name, "和平区");
    assert_eq!(within("120101").len(), 1);
    assert_eq!(within("99"), []);
    assert_eq!(within("").len(), all().len());
}
