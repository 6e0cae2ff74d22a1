//! What does not fit together in layers is told all at once, each with its place and what would be right.

use anju_shared::{
    problem::Bilingual,
    rules::{Layer, Origin, ProfileFault, Regime, Regimes, built_in_regimes, parse, parse_layer},
    time::LegalDate,
};
use std::{fs, path::Path};

pub(crate) fn file(id: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules/profiles");
    fs::read_to_string(folder.join(format!("{id}.toml"))).expect("the rules are there")
}

/// A layer of its own on the nation's rules, with these lines.
fn layer(lines: &str) -> String {
    format!(
        "id = \"X\"\nversion = 1\ntitle = \"某区\"\nbase = \"MEM\"\nlevel = \"district\"\nin_force_from = \"2024-01-01\"\ninvented = \"AJ-V\"\n{lines}\n\
         [authority]\nname = \"某区\"\ndivision = \"9999\"\nhotline = \"12350\"\n\
         [[regions]]\ncode = \"999901\"\nzh = \"一街\"\nen = \"First\"\nclause = \"AJ-V\"\n"
    )
}

fn read(lines: &str) -> Result<Vec<Regime>, Vec<ProfileFault>> {
    parse(&[&file("MEM"), &layer(lines)])
}

fn x(lines: &str) -> Regime {
    let regimes = read(lines).unwrap_or_else(|faults| panic!("{faults:?}"));
    regimes
        .into_iter()
        .find(|one| one.id() == "X")
        .expect("it is read")
}

/// Places and sentences of the faults.
#[track_caller]
pub(crate) fn check(files: &[&str], expected: &[(&str, &str)]) {
    let faults = parse(files).expect_err("it does not fit");
    let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(faults.len(), expected.len(), "{told:#?}");
    for (fault, (place, says)) in faults.iter().zip(expected) {
        assert_eq!(fault.place, *place, "{told:#?}");
        assert!(fault.message.zh.contains(says), "{told:#?}");
        in_both_languages(&fault.message);
    }
}

/// Who reads English reads no Chinese but what a file says, which stands in quotation marks.
#[track_caller]
fn in_both_languages(message: &Bilingual) {
    assert!(!message.zh.is_empty() && !message.en.is_empty(), "{message:?}");
    let mut own = message.en.clone();
    while let Some((before, rest)) = own.split_once('“') {
        let (_, after) = rest.split_once('”').expect("a quotation ends");
        own = format!("{before}{after}");
    }
    assert!(own.is_ascii(), "{message:?}");
}

#[track_caller]
fn wrong(lines: &str, expected: &[(&str, &str)]) {
    check(&[&file("MEM"), &layer(lines)], expected);
}

const HANDLING: &str = "[[clocks]]\nkind = \"handling\"\nurgency = \"general\"\nperiod = { amount = 7, unit = \"working_days\" }\n\
    starts = \"dispatched\"\nstops = \"feedback_submitted\"\neffect = \"duty\"\nbearer = \"unit\"\n\
    yellow = { amount = 3, unit = \"working_days\" }\nclause = \"AJ-M\"\nname = { zh = \"核查\", en = \"Verify\" }\n";

#[test]
fn a_layer_without_anything_of_its_own_inherits_everything() {
    let regime = x("");
    let inherited = Origin::Inherited { from: "MEM".into() };
    assert_eq!(regime.origin("clocks", "statutory"), Some(&inherited));
    assert_eq!(regime.origin("bases", "accept"), Some(&inherited));
    assert_eq!(regime.line, ["X", "MEM"]);
    assert_eq!(regime.profile.regions.len(), 1);
}

#[test]
fn an_own_entry_takes_the_place_of_the_inherited_one_and_says_so() {
    let regime = x(HANDLING);
    assert_eq!(
        regime.origin("clocks", "handling/general"),
        Some(&Origin::Overrides { of: "MEM".into() })
    );
    let lengths: Vec<String> = regime
        .profile
        .clocks
        .iter()
        .filter(|one| one.kind.code() == "handling")
        .map(|one| one.period.to_string())
        .collect();
    assert_eq!(lengths, ["7 个工作日", "24 小时"]);
}

#[test]
fn a_dropped_entry_is_gone_and_its_origin_with_it() {
    let regime = x("[without]\ngrounds = [\"NA10\"]");
    assert!(regime.profile.grounds.iter().all(|one| one.code != "NA10"));
    assert_eq!(regime.origin("grounds", "NA10"), None);
}

#[test]
fn what_a_province_says_is_inherited_by_its_districts_from_the_province() {
    let province = layer(HANDLING)
        .replace("id = \"X\"", "id = \"P\"")
        .replace("level = \"district\"", "level = \"province\"");
    let district = layer("").replace("base = \"MEM\"", "base = \"P\"");
    let regimes = parse(&[&file("MEM"), &province, &district]).expect("three layers");
    let district = &regimes[2];
    assert_eq!(district.line, ["X", "P", "MEM"]);
    let from = |id: &str| Some(Origin::Inherited { from: id.into() });
    assert_eq!(district.origin("clocks", "handling/general").cloned(), from("P"));
    assert_eq!(district.origin("clocks", "statutory").cloned(), from("MEM"));
}

#[test]
fn an_unknown_base_and_a_circle_are_told() {
    check(
        &[&layer("").replace("base = \"MEM\"", "base = \"NO\"")],
        &[("X: base", "没有“NO”这一规则集")],
    );
    let one = layer("").replace("base = \"MEM\"", "base = \"Y\"");
    let other = layer("")
        .replace("id = \"X\"", "id = \"Y\"")
        .replace("base = \"MEM\"", "base = \"X\"");
    check(&[&one, &other], &[("X: base", "一圈"), ("Y: base", "一圈")]);
}

#[test]
fn a_layer_lies_on_a_higher_level_that_is_in_force() {
    let early = layer("")
        .replace("level = \"district\"", "level = \"national\"")
        .replace("2024-01-01", "2020-01-01");
    check(
        &[&file("MEM"), &early],
        &[
            ("X: level", "更高一级"),
            ("X: in_force_from", "自 2023-10-18 起施行"),
        ],
    );
}

#[test]
fn two_versions_are_never_in_force_on_one_day_tj_23() {
    let second = layer("")
        .replace("version = 1", "version = 2")
        .replace("2024-01-01", "2025-01-01");
    let first = layer("in_force_until = \"2025-06-30\"");
    check(
        &[&file("MEM"), &first, &second],
        &[("X: in_force_from", "与第 1 版的施行时间重叠")],
    );
    let early = second.replace("2025-01-01", "2024-01-01");
    check(
        &[&file("MEM"), &layer(""), &early],
        &[("X: in_force_from", "应晚于第 1 版的施行日 2024-01-01")],
    );
    let again = layer("").replace("2024-01-01", "2025-01-01");
    let first = layer("in_force_until = \"2024-12-31\"");
    check(&[&file("MEM"), &first, &again], &[("X: version", "第 1 版已有")]);
}

#[test]
fn the_next_version_ends_the_one_before_tj_23() {
    let second = layer("")
        .replace("version = 1", "version = 2")
        .replace("2024-01-01", "2025-01-01");
    let known = versions(&[&file("MEM"), &layer(""), &second]);
    let on = |day: &str| {
        known
            .on("X", LegalDate::parse(day).expect("a day"))
            .expect("there is one")
    };
    assert_eq!(on("2024-12-31").profile.version, 1);
    assert_eq!(on("2025-01-01").profile.version, 2);
    assert_eq!(on("2024-12-31").in_force_until, LegalDate::parse("2024-12-31"));
    assert_eq!(on("2025-01-01").in_force_until, None);
    assert_eq!(
        on("2020-01-01").profile.version,
        1,
        "before the first, the nearest"
    );
}

#[test]
fn what_is_published_below_changes_no_version_that_is_there_tj_23() {
    let newer = file("MEM")
        .replacen("version = 1", "version = 2", 1)
        .replace("in_force_from = \"2023-10-18\"", "in_force_from = \"2025-01-01\"")
        .replace("least_evidence = 1", "least_evidence = 3");
    let second = layer("")
        .replace("version = 1", "version = 2")
        .replace("2024-01-01", "2025-06-01");
    let known = versions(&[&file("MEM"), &layer(""), &newer, &second]);
    let least = |version| {
        known
            .version("X", version)
            .expect("there is one")
            .profile
            .least_evidence
    };
    assert_eq!(
        (least(1), least(2)),
        (1, 3),
        "a layer takes it up with its own next version"
    );
}

#[test]
fn a_layer_is_the_same_as_file_and_as_json() {
    for layer in built_in_regimes().layers() {
        let text = layer.to_toml().expect("it can be written");
        assert_eq!(
            &parse_layer(&text).expect("it can be read"),
            layer,
            "{}",
            layer.id
        );
        let json = serde_json::to_string(layer).expect("it can be written");
        assert_eq!(
            &serde_json::from_str::<Layer>(&json).expect("it can be read"),
            layer
        );
    }
}

fn versions(files: &[&str]) -> Regimes {
    let layers = files.iter().map(|text| parse_layer(text).expect("a layer"));
    Regimes::of(layers.collect()).unwrap_or_else(|faults| panic!("{faults:?}"))
}

#[test]
fn what_is_dropped_or_put_first_must_be_there() {
    wrong(
        "[without]\ngrounds = [\"NA99\"]\nsurprise = [\"a\"]\n[order]\nmethods = [\"nowhere\"]",
        &[
            ("X: without.grounds", "“NA99”本来就不在"),
            ("X: order.methods", "“nowhere”不在 methods 中"),
            ("X: without.surprise", "没有这样的列表"),
        ],
    );
}

#[test]
fn what_only_repeats_the_base_is_told_because_everything_stands_once() {
    wrong(
        "no_measure = \"none\"\n[bases]\naccept = \"MEM-6.1\"",
        &[
            ("X: bases.accept", "与所承接的 MEM 完全相同"),
            ("X: no_measure", "只在 MEM 中写一次"),
        ],
    );
    wrong(
        &format!("{HANDLING}{HANDLING}"),
        &[("X: clocks.handling/general", "只留一项")],
    );
}

#[test]
fn every_clause_that_is_cited_stands_in_the_citations_and_every_instrument_in_its_list() {
    let clock = HANDLING.replace("AJ-M", "XX-1");
    wrong(
        &clock,
        &[("X: clocks.handling/general.clause", "“XX-1”未在 citations 中列出")],
    );
    let later = HANDLING
        .replace("handling", "review")
        .replace("urgency = \"general\"\n", "");
    let later = later
        .replace("AJ-M", "XX-2")
        .replace("feedback_submitted", "review_concluded");
    wrong(
        &format!(
            "{later}[[duties]]\ncode = \"d\"\nzh = \"报\"\nen = \"d\"\nevery = \"year\"\nday = 1\nbearer = \"office\"\nclause = \"XX-3\"\n[citations]\n\"XX-4\" = {{ instrument = \"XX\", article = \"\", text = \"甲\" }}"
        ),
        &[
            ("X: citations.XX-4.instrument", "“XX”未在 instruments 中列出"),
            ("X: citations.XX-4", "不能为空"),
            ("X: clocks.review.clause", "“XX-2”未在"),
            ("X: duties.d.clause", "“XX-3”未在"),
        ],
    );
}

#[test]
fn a_period_has_a_unit_and_is_longer_than_nothing() {
    let without = HANDLING.replace(", unit = \"working_days\" }\nstarts", " }\nstarts");
    let faults = read(&without).expect_err("no unit");
    assert!(
        faults[0].place.is_empty() && faults[0].message.zh.contains("unit"),
        "{faults:?}"
    );
    let nothing = HANDLING.replace("amount = 7", "amount = 0");
    let faults = read(&nothing).expect_err("nothing");
    assert!(faults[0].message.en.contains("expected 1 to"), "{faults:?}");
}

#[test]
fn lamps_follow_each_other_within_the_period() {
    let yellow = HANDLING.replace("amount = 3", "amount = 30");
    wrong(
        &yellow,
        &[("X: clocks.handling/general.yellow", "不长于期限 7 个工作日")],
    );
    let reminder = format!("{HANDLING}reminder = {{ amount = 15, unit = \"working_days\" }}\n");
    wrong(
        &reminder,
        &[("X: clocks.handling/general.reminder", "与黄灯 3 个工作日 重叠")],
    );
}

#[test]
fn an_internal_extension_that_must_pass_the_statutory_end_is_told_mem_7_5() {
    let extended = |days: u32| {
        format!("{HANDLING}extension = {{ most = {days}, approver = \"office\", clause = \"AJ-P8\" }}\n")
    };
    assert!(read(&extended(53)).is_ok());
    wrong(
        &extended(54),
        &[(
            "X: clocks.handling/general.extension.most",
            "必然超过法定期限 60 日",
        )],
    );
    wrong(
        &extended(0),
        &[("X: clocks.handling/general.extension.most", "应大于零")],
    );
}

#[test]
fn a_right_ends_and_is_not_lengthened_mem_8_4() {
    let objection = HANDLING
        .replace("\"handling\"\nurgency = \"general\"", "\"objection\"")
        .replace("\"duty\"", "\"window\"");
    let lines = format!("{objection}extension = {{ most = 5, approver = \"office\", clause = \"AJ-P8\" }}\n");
    wrong(&lines, &[("X: clocks.objection.extension", "届满即消灭")]);
}

#[test]
fn duties_parameters_natures_and_grades_are_in_range() {
    let duty = "[[duties]]\ncode = \"d\"\nzh = \"报\"\nen = \"d\"\nevery = \"quarter\"\nmonth = 4\nday = 32\nbearer = \"office\"\nclause = \"AJ-M\"\n";
    let number = "[[parameters]]\ncode = \"p\"\nzh = \"甲\"\nen = \"p\"\nvalue = 9\nrange = [1, 5]\nclause = \"AJ-M\"\n";
    let choice = "[[parameters]]\ncode = \"q\"\nzh = \"乙\"\nen = \"q\"\nvalue = \"c\"\nchoices = [\"a\", \"b\"]\nclause = \"AJ-M\"\n";
    let endless = "[[parameters]]\ncode = \"r\"\nzh = \"丙\"\nen = \"r\"\nvalue = 9\nclause = \"AJ-M\"\n";
    let nature = "[[natures]]\ncode = \"n\"\nzh = \"丁\"\nen = \"n\"\nclause = \"AJ-M\"\n";
    let grade = "[[grades]]\ncode = \"major\"\nzh = \"重大事故\"\nen = \"Major\"\ndeaths_from = 3\ninjuries_from = 50\nloss_from = 50000000\n\
        inquirer = { zh = \"省\", en = \"Province\" }\nreported_to = { zh = \"省\", en = \"Province\" }\nclause = \"ACC-3.2\"\n";
    wrong(
        &[duty, number, choice, endless, nature, grade].concat(),
        &[
            ("X: duties.d.month", "1 至 3"),
            ("X: duties.d.day", "1 至 31"),
            ("X: parameters.p.value", "1 至 5"),
            ("X: parameters.q.value", "a、b"),
            ("X: parameters.r.range", "可取的范围"),
            ("X: natures.n.code", "hazard"),
            ("X: grades.major", "与“较大事故”重叠"),
        ],
    );
}

#[test]
fn what_no_layer_says_is_missing() {
    let alone = file("MEM")
        .replace("least_evidence = 1", "")
        .replace("negations = [", "shown_before = [");
    let faults = parse(&[&alone]).expect_err("an unknown field");
    assert!(faults[0].message.en.contains("shown_before"), "{faults:?}");
    let alone = file("MEM").replace("least_evidence = 1", "");
    check(&[&alone], &[("MEM: least_evidence", "应在其中一层写明")]);
}

#[test]
fn an_entry_that_nobody_knows_is_refused_with_its_line() {
    let faults = parse(&["id = \"X\"\nsurprise = 1\n", "id = 5"]).expect_err("two files");
    assert_eq!(faults.len(), 2, "{faults:?}");
    assert!(faults[0].message.zh.starts_with("第 2 行"), "{faults:?}");
    assert!(faults[0].message.en.starts_with("Line 2 "), "{faults:?}");
    assert!(faults[0].message.en.contains("surprise"), "{faults:?}");
}

#[test]
fn faults_of_several_kinds_are_told_together() {
    let text = file("TJ")
        .replace("clause = \"TJ-9.1\"", "clause = \"TJ-99\"")
        .replace("division = \"1201\"", "division = \"x\"");
    check(
        &[&file("MEM"), &text],
        &[
            (
                "TJ: clocks.handling/general.clause",
                "“TJ-99”未在 citations 中列出",
            ),
            ("TJ: authority.division", "区划代码应为数字"),
        ],
    );
}

#[test]
fn a_period_of_a_case_stands_still_only_where_the_parameter_says_so_and_this_office_decides_aj_s() {
    let pause = |more: &str| {
        let rule = format!(
            "pause = {{ reason = {{ zh = \"鉴定\", en = \"Appraisal\" }}, clause = \"AJ-M\"{more} }}\n"
        );
        HANDLING.replace("clause = \"AJ-M\"\n", &format!("clause = \"AJ-M\"\n{rule}"))
    };
    let allowed = "[[parameters]]\ncode = \"pauses_allowed\"\nzh = \"办理时限可否中止\"\nen = \"Pauses\"\nvalue = true\nclause = \"AJ-M\"\n";
    wrong(
        &pause(""),
        &[("X: clocks.handling/general.pause", "pauses_allowed 为否")],
    );
    wrong(
        &format!("{}{allowed}", pause(", approver = \"government\"")),
        &[("X: clocks.handling/general.pause.approver", "office_leader")],
    );
    let regime = x(&format!("{}{allowed}", pause("")));
    let rule = regime
        .profile
        .clocks
        .iter()
        .find(|one| one.kind.code() == "handling")
        .and_then(|one| one.pause.clone());
    assert_eq!(rule.map(|rule| rule.reason.zh), Some("鉴定".to_owned()));
}
