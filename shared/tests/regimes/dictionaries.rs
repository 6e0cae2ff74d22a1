//! The dictionaries of every regime, with the clause of each word.

use anju_shared::rules::{Entry, Regime, regime, regimes};

fn of(id: &str) -> &'static Regime {
    regime(id).expect("it comes with Anju")
}

/// Codes with their clauses.
fn told(entries: &[Entry]) -> Vec<String> {
    let told = entries.iter().map(|one| format!("{} {}", one.code, one.clause));
    told.collect()
}

#[track_caller]
fn has(id: &str, entries: &[Entry], expected: &[&str]) {
    let told = told(entries);
    for one in expected {
        assert!(
            told.iter().any(|told| told == one),
            "{id}: {one} is not in {told:?}"
        );
    }
}

#[test]
fn channels_of_tj_7_1_tj_22_mem_3_1_mem_3_4_sx_3d_wl_4_10_d2_3_1_and_ah_2_2d() {
    let channels = |id: &str| &of(id).profile.channels[..];
    let national = [
        "phone_12350 MEM-3.1",
        "letter MEM-3.1",
        "web MEM-3.1",
        "mini_program MEM-3.1",
        "transfer MEM-3.4",
    ];
    has("MEM", channels("MEM"), &national);
    let tj = ["phone_12350", "letter", "visit", "web", "mini_program"].map(|code| format!("{code} TJ-7.1"));
    has("TJ", channels("TJ"), &tj.each_ref().map(String::as_str));
    has("TJ", channels("TJ"), &["phone_12345 TJ-22", "transfer TJ-22"]);
    has("SX", channels("SX"), &["web SX-3d", "mini_program SX-3d"]);
    has(
        "WL",
        channels("WL"),
        &[
            "web WL-4.10",
            "mini_program WL-4.10",
            "letter WL-4.10",
            "informant WL-1.1",
        ],
    );
    has("D2", channels("D2"), &["phone_12350 D2-3.1", "transfer D2-3.1"]);
    has("AH", channels("AH"), &["informant AH-2.2d"]);
    for regime in regimes() {
        assert!(regime.profile.channels.len() >= national.len(), "{}", regime.id());
    }
}

#[test]
fn redirects_of_mem_6_2_and_mem_4_3_are_the_same_everywhere() {
    for regime in regimes() {
        let expected = ["OC01", "OC02", "OC03", "OC04", "OC05"].map(|code| format!("{code} MEM-6.2"));
        assert_eq!(told(&regime.redirects)[..5], expected, "{}", regime.id());
        assert_eq!(told(&regime.redirects)[5..], ["TR01 MEM-4.3", "TR02 MEM-4.3"]);
    }
}

#[test]
fn natures_of_mem_5_1a_mem_7_1_mem_12_and_tj_7_2() {
    let natures = |id: &str| told(&of(id).natures);
    let national = [
        "hazard MEM-12",
        "major_hazard MEM-7.1",
        "violation MEM-5.1a",
        "concealed_accident MEM-7.1",
        "other AJ-D",
    ];
    for id in ["MEM", "SX", "AH", "D2", "WL"] {
        assert_eq!(natures(id), national, "{id}");
    }
    has("TJ", &of("TJ").natures, &["hazard TJ-7.2", "violation TJ-7.2"]);
}

#[test]
fn the_six_kinds_of_evidence_of_tj_10_4_are_known_in_every_regime() {
    let kinds = [
        "physical",
        "documentary",
        "audiovisual",
        "electronic",
        "testimony",
        "inspection_record",
    ];
    for regime in regimes() {
        let clause = if regime.id() == "TJ" { "TJ-10.4" } else { "AJ-D" };
        let expected = kinds.map(|kind| format!("{kind} {clause}"));
        assert_eq!(told(&regime.profile.evidence_kinds), expected, "{}", regime.id());
    }
}

#[test]
fn dispositions_of_mem_7_3_mem_7_3b_and_wl_3_7b() {
    let measures = [
        "corrected_on_spot",
        "rectify_at_once",
        "rectify_by",
        "suspended",
        "penalty",
        "to_justice",
    ];
    for id in ["MEM", "SX", "AH", "D2", "TJ"] {
        let expected = measures.map(|code| format!("{code} MEM-7.3"));
        has(
            id,
            &of(id).profile.dispositions,
            &expected.each_ref().map(String::as_str),
        );
        has(
            id,
            &of(id).profile.dispositions,
            &["to_government MEM-7.3b", "none AJ-D"],
        );
    }
    has(
        "WL",
        &of("WL").profile.dispositions,
        &["rectify_by WL-3.7b", "penalty WL-3.7b", "to_justice WL-3.7b"],
    );
}

#[test]
fn reasons_of_urgency_of_mem_7_1_and_tj_9_2() {
    let national = ["major_hazard", "concealed", "employee", "investigation_lead"];
    let local = [
        "key_matter",
        "sensitive",
        "direct_danger",
        "imminent",
        "production_danger",
    ];
    for regime in regimes() {
        let expected = national.map(|code| format!("{code} MEM-7.1"));
        let reasons = &regime.profile.urgency_reasons;
        has(regime.id(), reasons, &expected.each_ref().map(String::as_str));
        let clause = if regime.id() == "TJ" { "TJ-9.2" } else { "AJ-D" };
        let expected = local.map(|code| format!("{code} {clause}"));
        has(regime.id(), reasons, &expected.each_ref().map(String::as_str));
    }
}

#[test]
fn methods_of_tj_10_1_come_first_and_experts_of_wl_3_7c_are_one() {
    assert_eq!(
        told(&of("TJ").profile.methods)[..2],
        ["unannounced TJ-10.1", "covert TJ-10.1"]
    );
    has("WL", &of("WL").profile.methods, &["expert WL-3.7c"]);
}

#[test]
fn industries_that_xz_2_leaves_to_others_and_the_fire_service_of_mem_4_4_have_a_department_each() {
    let others = [
        "construction",
        "gas",
        "road",
        "water",
        "fishing",
        "aviation",
        "railway",
        "explosives",
        "power",
        "pollution",
    ];
    for regime in regimes() {
        let profile = &regime.profile;
        let expected = others.map(|code| format!("{code} XZ-2"));
        has(
            regime.id(),
            &profile.industries,
            &expected.each_ref().map(String::as_str),
        );
        let departments = profile.public.departments.iter();
        let of_others: Vec<&String> = departments
            .filter(|one| one.clause == "XZ-2")
            .flat_map(|one| &one.industries)
            .collect();
        assert_eq!(of_others, others, "{}", regime.id());
        let fire = profile
            .public
            .departments
            .iter()
            .find(|one| one.industries == ["fire"]);
        assert_eq!(fire.map(|one| one.clause.as_str()), Some("MEM-4.4"));
    }
}

#[test]
fn what_supervision_is_for_and_how_it_is_done_by_tj_14_tj_15_wl_5_13_d2_3_3_sx_2b_ah_2_3c_and_mem_16() {
    let triggers = |id: &str| &of(id).triggers[..];
    has(
        "TJ",
        triggers("TJ"),
        &[
            "late TJ-14.1",
            "false_closure TJ-14.2",
            "unreported TJ-14.3",
            "other TJ-14.4",
        ],
    );
    has("D2", triggers("D2"), &["late D2-3.3", "misconduct D2-4.4"]);
    has("WL", triggers("WL"), &["late WL-5.13", "irregular WL-5.13"]);
    has("SX", triggers("SX"), &["late MEM-16", "irregular SX-2b"]);
    has("AH", triggers("AH"), &["late MEM-16", "careless AH-2.3c"]);
    let ladder = |id: &str| &of(id).ladder[..];
    has(
        "TJ",
        ladder("TJ"),
        &["telephone TJ-15.1", "writing TJ-15.2", "on_site TJ-15.3"],
    );
    has("D2", ladder("D2"), &["urge MEM-16", "criticism D2-4.4"]);
    has(
        "WL",
        ladder("WL"),
        &["urge WL-5.13", "correct WL-5.13", "consult WL-5.13"],
    );
    has("AH", ladder("AH"), &["exposure AH-2.3c"]);
}

#[test]
fn what_is_assessed_by_tj_16_d2_3_3_d2_4_4_wl_5_14_sx_3_ah_3_3_and_mem_14() {
    has(
        "TJ",
        &of("TJ").scoring,
        &["timeliness TJ-16", "satisfaction TJ-16"],
    );
    has("D2", &of("D2").scoring, &["handling D2-3.3", "misconduct D2-4.4"]);
    has(
        "WL",
        &of("WL").scoring,
        &["loop_open WL-5.14", "reward_unpaid WL-5.14", "leak WL-5.14"],
    );
    has("SX", &of("SX").scoring, &["yearly SX-3"]);
    has(
        "AH",
        &of("AH").scoring,
        &["verification AH-3.3", "look_back AH-3.3"],
    );
    has("MEM", &of("MEM").scoring, &["yearly MEM-14"]);
}

#[test]
fn each_grade_of_acc_3_is_reported_up_by_acc_10_and_inquired_into_by_acc_19() {
    let grades = of("MEM").grades.iter().map(|one| {
        (
            one.code.as_str(),
            one.clause.as_str(),
            one.reported_to.zh.as_str(),
            one.inquirer.zh.as_str(),
            &one.also[..],
        )
    });
    let grades: Vec<_> = grades.collect();
    let also = ["ACC-10".to_owned(), "ACC-19".to_owned()];
    assert_eq!(
        grades,
        [
            ("ordinary", "ACC-3.4", "设区的市级", "县级人民政府", &also[..]),
            (
                "larger",
                "ACC-3.3",
                "省、自治区、直辖市",
                "设区的市级人民政府",
                &also[..]
            ),
            ("major", "ACC-3.2", "国务院有关部门", "省级人民政府", &also[..]),
            (
                "extraordinary",
                "ACC-3.1",
                "国务院有关部门",
                "国务院或其授权部门",
                &also[..]
            ),
        ]
    );
}

#[test]
fn what_citizens_are_told_of_protection_rests_on_mem_10_1_mem_10_2_mem_10_2b_tj_19_tj_20_and_ah_2_2e() {
    let told = |id: &str| &of(id).profile.public.protection[..];
    has(
        "MEM",
        told("MEM"),
        &["secret MEM-10.1", "original MEM-10.2b", "work_secret MEM-10.2"],
    );
    has(
        "TJ",
        told("TJ"),
        &["secret TJ-19", "original TJ-20", "work_secret MEM-10.2"],
    );
    has("AH", told("AH"), &["consent AH-2.2e"]);
}

#[test]
fn what_citizens_are_told_of_rewards_rests_on_rew_7_rew_11_and_xz_3() {
    for regime in regimes() {
        let expected = [
            "eligible REW-7",
            "amount REW-11.1",
            "concealed REW-11.2",
            "named XZ-3",
        ];
        has(regime.id(), &regime.profile.public.rewards, &expected);
    }
}

#[test]
fn what_rests_on_a_clause_is_called_by_its_name_beside_its_code() {
    for regime in regimes() {
        let detail = regime.detail();
        let bases = detail.sections.into_iter().find(|one| one.code == "bases");
        for entry in bases.expect("the bases").entries {
            let name = &entry.name;
            assert!(name.zh != entry.key && name.en != entry.key, "{}", entry.key);
        }
    }
    let named = |key: &str| {
        let detail = regimes()[0].detail();
        let mut entries = detail.sections.into_iter().flat_map(|one| one.entries);
        let found = entries.find(|one| one.key == key);
        found.map(|one| (one.name.zh, one.name.en))
    };
    assert_eq!(named("accept"), Some(("受理".to_owned(), "Accept".to_owned())));
    let refused = "Refused: true or not, proof is attached".to_owned();
    assert_eq!(
        named("evidence_missing"),
        Some(("不予办理：缺少证据".to_owned(), refused))
    );
}
